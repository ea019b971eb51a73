//! The lines of the budget: what each is for, and its numbers.

use serde::Serialize;

use crate::model::readings::arith::{Arith, Reading};
use crate::model::result::as_it_is;
use crate::plan::Category;

/// One budget line: `quantity × unitPrice = amount` before rounding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Like `participant-time:g1`, or the cost line's or subsidy's own id.
    pub id: String,
    /// What to call it: the plan's own label, the group's name, or the id.
    pub label: String,
    /// What it is for.
    pub category: LineCategory,
    /// The group's id, for lines of one group.
    pub group: Option<String>,
    /// How much of `unit`.
    pub quantity: f64,
    /// What the quantity counts.
    pub unit: LineUnit,
    /// € per unit; negative for subsidies.
    pub unit_price: f64,
    /// €, exact cents.
    pub amount: f64,
    /// Whether it leaves the bank account.
    pub cash: bool,
}

as_it_is!(Line);

/// A line of the budget in one reading: what it is for, and its numbers.
pub struct ItemLine<N> {
    pub item: Item,
    pub quantity: N,
    pub unit: LineUnit,
    pub unit_price: N,
    /// `quantity · unit_price`, to cents.
    pub asked: N,
    /// The same, unless a cap or the lines that it refunds cut a subsidy.
    pub amount: N,
    pub cash: bool,
}

/// What a line is for. Numbers are places in the plan's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    ParticipantTime(usize),
    TalkLeaders(usize),
    Replacement(usize),
    Margin(usize),
    FacilitationInternal,
    FacilitationExternal,
    Cost(usize),
    Contingency,
    TrainingFundLevy,
    Subsidy(usize),
}

/// What the quantity of a budget line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineUnit {
    /// Hours.
    #[serde(rename = "h")]
    Hour,
    /// People.
    Person,
    /// Full-time equivalents.
    Fte,
    /// Meetings of Prof circles.
    Session,
    /// Prof circles.
    Circle,
    /// Euros; the price is a share.
    Euro,
    /// Nothing: the price is the amount.
    Fixed,
}

/// What a budget line is for: what the model itself adds, or the category of a cost line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineCategory {
    /// Learning time of participants.
    ParticipantTime,
    /// Time of those who lead development talks.
    TalkLeaders,
    /// Replacement of participants.
    Replacement,
    /// Margin that is not billed.
    Margin,
    /// Facilitators of Prof circles.
    Facilitation,
    /// Reserve.
    Contingency,
    /// Levy for training funds.
    Levy,
    /// Subsidies.
    Subsidy,
    /// External training.
    External,
    /// Platforms and AI.
    Platform,
    /// Rooms, and the Learning wall in them.
    Rooms,
    /// Materials.
    Materials,
    /// Travel.
    Travel,
    /// Staff.
    Staff,
    /// Evaluation.
    Evaluation,
    /// Any other cost.
    Other,
}

impl LineCategory {
    /// The category of a cost line of the plan.
    pub fn of_cost(category: Category) -> Self {
        match category {
            Category::External => Self::External,
            Category::Platform => Self::Platform,
            Category::Rooms => Self::Rooms,
            Category::Materials => Self::Materials,
            Category::Travel => Self::Travel,
            Category::Staff => Self::Staff,
            Category::Evaluation => Self::Evaluation,
            Category::Other => Self::Other,
        }
    }
}

impl<N: Arith> ItemLine<N> {
    /// A line of so many units at a price.
    pub fn new(item: Item, quantity: N, unit: LineUnit, unit_price: N, cash: bool) -> Self {
        let amount = (quantity * unit_price).cents();
        Self { item, quantity, unit, unit_price, asked: amount, amount, cash }
    }
}

impl Item {
    /// Whether the reported cost holds this line whole: neither talks, replacement, margin nor reserve.
    pub fn is_reported(self) -> bool {
        matches!(
            self,
            Self::FacilitationInternal
                | Self::FacilitationExternal
                | Self::Cost(_)
                | Self::TrainingFundLevy
                | Self::Subsidy(_)
        )
    }
}

/// The sum of some of the lines.
pub fn total<R: Reading>(
    r: &R,
    lines: &[ItemLine<R::N>],
    keep: &dyn Fn(&ItemLine<R::N>) -> bool,
) -> R::N {
    let mut total = r.constant(0);
    for line in lines.iter().filter(|line| keep(line)) {
        total = total + line.amount;
    }
    total
}
