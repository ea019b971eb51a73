//! The plan document: its fields, their bounds and defaults, and what can be wrong with them.

mod change;
mod document;
mod error;
pub mod fields;
mod inputs;
mod read;
pub mod shape;

pub(crate) use change::change;
pub(crate) use document::join;
pub(crate) use read::{default_productivity, example_of, is_bound_to_others};

pub use document::{Document, MAX_BYTES, MAX_DEPTH, Node};
pub use error::{Code, InputError, InputErrors, Warning, WarningCode};
pub use fields::{Basis, DefaultValue, Field, Unit, defaults};

use serde::Serialize;

use crate::decimal::Decimal;

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

/// Which country's defaults and words apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    /// Belgium.
    Be,
    /// The Netherlands.
    Nl,
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

impl Country {
    /// The text that says so in a document.
    pub(crate) fn as_str(self) -> &'static str {
        read::COUNTRIES.name(&self)
    }
}

impl Composition {
    /// The text that says so in a document.
    pub(crate) fn as_str(self) -> &'static str {
        read::COMPOSITIONS.name(&self)
    }
}

impl CostBasis {
    /// The text that says so in a document.
    pub(crate) fn as_str(self) -> &'static str {
        read::COST_BASES.name(&self)
    }
}

impl SubsidyBasis {
    /// The text that says so in a document.
    pub(crate) fn as_str(self) -> &'static str {
        read::SUBSIDY_BASES.name(&self)
    }
}

impl BenefitKind {
    /// The text that says so in a document.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Productivity { .. } => "productivity",
            Self::Retention { .. } => "retention",
            Self::Custom { .. } => "custom",
        }
    }
}

/// A path with its place filled in: `groups[].fte` is `groups[2].fte`.
pub(crate) fn in_place(path: &str, index: usize) -> String {
    match path.split_once('[') {
        Some((list, rest)) => format!("{list}[{index}{rest}"),
        None => path.to_owned(),
    }
}

impl Input {
    /// Where it stands in the document, like `groups[0].participation`.
    pub fn path(&self) -> String {
        match self.place {
            Place::Plan => self.field.path.to_owned(),
            Place::Item(index) => in_place(self.field.path, index),
            Place::GroupLearning(group) => format!("groups[{group}].{}", self.field.path),
        }
    }

    /// The default that it rests on, if it does.
    pub(crate) fn standard(&self, country: Country) -> Option<&'static fields::Standard> {
        let default = self.field.default.as_ref().filter(|_| self.origin == Origin::Default);
        default.map(|default| default.of(country))
    }

    /// A whole-number input as a number.
    pub fn whole(&self) -> u64 {
        self.likely.to_whole().unwrap_or_default()
    }
}

/// The working year.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// Contractual hours of a full-timer per week.
    pub full_time_hours_per_week: Input,
    /// Hours in a training day.
    pub hours_per_day: Input,
    /// Weeks at work in a year.
    pub effective_weeks: Input,
    /// Share of those hours lost to sickness.
    pub sickness_rate: Input,
}

/// Employees that are planned together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Unique among groups.
    pub id: String,
    /// What to call it.
    pub name: String,
    /// People.
    pub headcount: Input,
    /// Full-time equivalents.
    pub fte: Input,
    /// How many of the people are leaders; `None` when not known.
    pub leaders: Option<Input>,
    /// Employer cost per hour worked.
    pub labour_cost_per_hour: Input,
    /// Share of heads that take part.
    pub participation: Input,
    /// Share of learning hours whose shift must be covered.
    pub replacement_share: Input,
    /// Cost of a covering hour divided by the labour cost of the absent one.
    pub replacement_cost_factor: Input,
    /// Share of hours that would have been billed.
    pub billable_share: Input,
    /// Rate less labour cost of a billed hour.
    pub billable_margin_per_hour: Input,
    /// The plan's learning with the group's own values in it.
    pub learning: Learning,
}

/// What each participant does in a year.
#[derive(Clone, Copy, Debug)]
pub struct Learning {
    /// Week cycles per participant.
    pub week_cycles_count: Input,
    /// Minutes of each.
    pub week_cycles_minutes: Input,
    /// Whether part-timers do proportionally fewer.
    pub week_cycles_pro_rata: bool,
    /// Hours of the Prof track.
    pub prof_track_hours: Input,
    /// Whether part-timers do proportionally fewer.
    pub prof_track_pro_rata: bool,
    /// Hours of formal training.
    pub formal_hours: Input,
    /// Hours of formal training that part-timers follow whole.
    pub formal_fixed_hours: Input,
    /// Whether part-timers follow proportionally fewer of `formal_hours`.
    pub formal_pro_rata: bool,
    /// Hours of talks per head, participant or not.
    pub development_talks_hours: Input,
}

/// How Prof circles are formed and what they ask.
#[derive(Clone, Copy, Debug)]
pub struct ProfCircles {
    /// Across groups or inside each.
    pub composition: Composition,
    /// The size that circles aim for.
    pub target_size: Input,
    /// The smallest circle.
    pub min_size: Input,
    /// The largest circle.
    pub max_size: Input,
    /// Sessions of each circle.
    pub sessions: Input,
    /// Hours of a session.
    pub session_hours: Input,
    /// A participant's preparation of a session.
    pub preparation_hours: Input,
    /// Facilitators of each circle.
    pub facilitators_per_circle: Input,
    /// A facilitator's preparation of a session.
    pub facilitator_preparation_hours: Input,
    /// Hours that one facilitator can give.
    pub facilitator_capacity_hours: Input,
    /// Leaders in each circle.
    pub leaders_per_circle: Input,
    /// In how many circles one leader can sit.
    pub max_circles_per_leader: Input,
}

/// Who meets whom in a Prof circle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Composition {
    /// Circles across groups.
    Mixed,
    /// Circles inside each group.
    PerGroup,
}

/// Who guides the circles, and at what cost.
#[derive(Clone, Copy, Debug)]
pub struct Facilitation {
    /// Share of the hours that external facilitators give.
    pub external_share: Input,
    /// Labour cost of an internal facilitator.
    pub internal_cost_per_hour: Input,
    /// Rate of an external facilitator.
    pub external_rate_per_hour: Input,
}

/// A line of cost.
#[derive(Clone, Debug)]
pub struct CostLine {
    /// Unique among cost lines and subsidies.
    pub id: String,
    /// What to call it.
    pub label: String,
    /// What kind of cost.
    pub category: &'static str,
    /// What the amount is multiplied by.
    pub basis: CostBasis,
    /// Price per unit.
    pub amount: Input,
    /// Whether it leaves the bank account.
    pub cash: bool,
}

/// What the amount of a cost line is multiplied by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostBasis {
    /// Nothing: one amount.
    Fixed,
    /// All heads.
    PerHead,
    /// All full-time equivalents.
    PerFte,
    /// All participants.
    PerParticipant,
    /// Hours of formal training.
    PerFormalHour,
    /// Hours of learning.
    PerLearningHour,
    /// Sessions of Prof circles.
    PerSession,
    /// Prof circles.
    PerCircle,
}

/// Money that comes back.
#[derive(Clone, Debug)]
pub struct Subsidy {
    /// Unique among cost lines and subsidies.
    pub id: String,
    /// What to call it.
    pub label: String,
    /// How it is counted.
    pub basis: SubsidyBasis,
    /// Euros, euros per formal hour, or a share.
    pub amount: Input,
    /// Places in [`Plan::costs`] of the lines that it refunds.
    pub of: Vec<usize>,
    /// At most this.
    pub cap: Option<Input>,
}

/// How a subsidy is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubsidyBasis {
    /// One amount.
    Fixed,
    /// An amount per hour of formal training.
    PerFormalHour,
    /// A share of the cost lines it names.
    Share,
}

/// Budget settings.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// The cash budget that is available; `None` when not set yet.
    pub available: Option<Input>,
    /// Share of a budget that such organisations really spend.
    pub spend_rate: Input,
    /// Reserve on cash cost lines and external facilitation.
    pub contingency: Input,
    /// Levy for a training fund, as a share of payroll.
    pub training_fund_levy: Input,
    /// Total labour cost; `None` when it follows from the groups.
    pub payroll: Option<Input>,
}

/// Value settings.
#[derive(Clone, Debug)]
pub struct Value {
    /// Years over which value is counted.
    pub horizon_years: Input,
    /// Discount rate per year.
    pub discount_rate: Input,
    /// What the plan yields.
    pub benefits: Vec<Benefit>,
    /// What doing nothing costs.
    pub inaction: Inaction,
    /// What cannot be counted in money; listed, never summed.
    pub intangibles: Vec<Intangible>,
}

/// Something that the plan yields.
#[derive(Clone, Debug)]
pub struct Benefit {
    /// Unique among benefits.
    pub id: String,
    /// What to call it.
    pub label: String,
    /// What it is and how large.
    pub kind: BenefitKind,
    /// Months before it starts.
    pub lag_months: Input,
    /// Share that is due to the plan.
    pub attribution: Input,
    /// How sure the estimate is.
    pub confidence: Input,
}

/// What a benefit is and how large.
#[derive(Clone, Copy, Debug)]
pub enum BenefitKind {
    /// A rise in productivity of the participants.
    Productivity {
        /// The rise.
        uplift: Input,
        /// Months in which half of it fades; `None` for never.
        half_life_months: Option<Input>,
    },
    /// Departures that do not happen.
    Retention {
        /// Share of employees that leave in a year.
        turnover: Input,
        /// Share of those departures that the plan prevents.
        relative_reduction: Input,
        /// Cost of replacing a leaver, as a share of the annual labour cost.
        replacement_cost_share: Input,
    },
    /// A yearly value that the plan states itself.
    Custom {
        /// The value per year.
        annual_value: Input,
        /// Months in which half of it fades; `None` for never.
        half_life_months: Option<Input>,
    },
}

/// What doing nothing costs.
#[derive(Clone, Copy, Debug)]
pub struct Inaction {
    /// Years in which half of an unused skill is lost.
    pub skill_half_life_years: Input,
    /// How strongly output follows skills.
    pub sensitivity: Input,
    /// How likely the loss is.
    pub probability: Input,
}

/// A benefit that cannot be counted in money.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Intangible {
    /// What it is.
    pub label: String,
    /// Whom it is for: `employee`, `team`, `organisation` or `society`.
    #[serde(rename = "for")]
    pub beneficiary: &'static str,
}

impl Plan {
    /// Months over which value is counted.
    pub(crate) fn horizon_months(&self) -> u32 {
        u32::try_from(self.value.horizon_years.whole() * 12).unwrap_or_default()
    }
}
