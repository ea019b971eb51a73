//! The plan document: its fields, their bounds and defaults, and what can be wrong with them.

mod change;
mod choices;
mod declare;
mod defaults;
mod document;
mod error;
pub mod fields;
mod inputs;
pub(crate) mod limits;
mod notation;
mod number;
mod path;
mod read;
mod reader;
pub mod schema;
pub mod shape;

pub(crate) use change::change;
pub(crate) use inputs::Inputs;
pub(crate) use notation::{item, join};
pub(crate) use number::example_of;
pub(crate) use schema::default_benefit;

pub use choices::{
    Beneficiary, BenefitKind, Category, Choice, Composition, CostBasis, Country, SubsidyBasis,
};
pub use defaults::{DefaultValue, default_of, defaults, takes_estimate};
pub use document::{Document, MAX_BYTES, MAX_DEPTH, Node};
pub use error::{Code, InputError, InputErrors, Warning, WarningCode};
pub use fields::{Basis, Field, Unit};
pub use notation::{End, Step};
pub use path::{InList, NotAPath, Path, Steps};
pub use schema::{
    Benefit, Budget, Calendar, CostLine, CustomBenefit, DevelopmentTalks, Facilitation,
    FormalTraining, Group, Inaction, Intangible, Learning, ProductivityBenefit, ProfCircles,
    ProfTrack, RetentionBenefit, Subsidy, Value, WeekCycles,
};

use crate::decimal::Decimal;
use crate::invariant::broken;

/// A plan in which every field is present and checked.
///
/// It comes from [`Plan::read`]. Numbers are [`Input`]s: they know where they stand in the document
/// and whether the plan gave them.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Title of the document; may be empty.
    pub title: String,
    /// Name of the organisation; may be empty.
    pub organisation: String,
    /// The plan year.
    pub year: u32,
    /// Decides defaults and words.
    pub country: Country,
    /// Id of a preset of sector rules.
    pub sector: Option<String>,
    /// The working year.
    pub calendar: Calendar,
    /// The groups of employees, in document order.
    pub groups: Vec<Group>,
    /// Learning of everyone, unless a group has its own.
    pub learning: Learning,
    /// How Prof circles are formed and what they ask.
    pub prof_circles: ProfCircles,
    /// Who guides the circles, and at what cost.
    pub facilitation: Facilitation,
    /// Cost lines.
    pub costs: Vec<CostLine>,
    /// Subsidies.
    pub subsidies: Vec<Subsidy>,
    /// Budget settings.
    pub budget: Budget,
    /// Value settings.
    pub value: Value,
    /// Leaf paths that rest on a default; a list filled whole is one entry.
    pub defaults_used: Vec<String>,
    /// Warnings about the document itself: unknown fields.
    pub warnings: Vec<Warning>,
}

/// A number of the plan: its value, where it stands, and whether the plan gave it.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The row of the field table.
    pub field: &'static Field,
    /// Which of its places.
    pub place: Place,
    /// The most likely value; results use it.
    pub likely: Decimal,
    /// The lowest value that is still realistic; `likely` when the plan states one number.
    pub low: Decimal,
    /// The highest value that is still realistic; `likely` when the plan states one number.
    pub high: Decimal,
    /// Who says so.
    pub origin: Origin,
    /// In a simulation: which of the things that are not known it rests on.
    pub(crate) unknown: Option<u32>,
}

/// Where an input stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field that occurs once.
    Plan,
    /// A field of a list's member.
    Item(usize),
    /// A group's own value for a field of `learning`.
    GroupLearning(usize),
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The plan.
    Given,
    /// The default of the field for this country.
    Default,
}

impl Origin {
    /// The name in results.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Default => "default",
        }
    }
}

impl Input {
    /// The default that it rests on, if it does.
    pub(crate) fn standard(&self, country: Country) -> Option<&'static fields::Standard> {
        let default = self.field.default.as_ref().filter(|_| self.origin == Origin::Default);
        default.map(|default| default.of(country))
    }

    /// The value of an input whose field accepts whole numbers only; see [`Bounds`](fields::Bounds).
    ///
    /// # Panics
    ///
    /// When the value is negative or not whole: an input of such a field never is, unless it was changed by hand.
    pub fn whole(&self) -> u64 {
        self.likely
            .to_whole()
            .unwrap_or_else(|| broken("a number of a whole-number field is not whole"))
    }
}

impl Plan {
    /// Months over which value is counted.
    pub(crate) fn horizon_months(&self) -> u32 {
        let months = u32::try_from(self.value.horizon_years.whole() * 12);
        months.unwrap_or_else(|_| broken("a horizon is beyond its bounds"))
    }
}
