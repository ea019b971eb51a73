//! The answers of [`check`](super::check), with the names that programs read.
//!
//! Hours and days are compared exactly; what is written here is the nearest double.

use serde::Serialize;

use super::data::{Aspect, RuleFigure};

/// How a plan stands against the rules of its country. Indicative, not legal advice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checks {
    /// Always `indicative, not legal advice`; a page says so in the reader's language.
    pub disclaimer: &'static str,
    /// One for each rule, always all of them, in a fixed order.
    pub checks: Vec<Check>,
    /// Days of the individual learning right that a participant gets; `null` when no such right applies.
    pub right: Option<RightMet>,
}

/// How a plan stands against one rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// The rule's id, like `be-individual-right`.
    pub rule: &'static str,
    /// `BE`, `NL` or `EU`.
    pub country: &'static str,
    /// First day of what the rule says in the plan year; of all that is known when the year lies outside it.
    pub valid_from: String,
    /// Last day of that; `null` when no end is known.
    pub valid_to: Option<String>,
    /// Law or agreement, with the article.
    pub source: &'static str,
    /// Where it can be read.
    pub url: Option<&'static str>,
    /// Year and month in which the rule was last held against its source.
    pub checked_on: &'static str,
    /// The rule's own numbers in the plan year; empty when the year lies outside the data.
    pub figures: Vec<RuleFigure>,
    /// The answer for the plan as a whole.
    pub outcome: Outcome,
    /// Why the rule does not apply; `null` when it does.
    pub reason: Option<Reason>,
    /// What to keep in mind.
    pub notes: Vec<Note>,
    /// The answers by group, by profile or by step; empty when the rule does not apply.
    pub verdicts: Vec<Verdict>,
}

/// One answer within a check.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// What it is about.
    pub about: Aspect,
    /// The group's id; `null` for the organisation.
    pub group: Option<String>,
    /// How many people it is about; `null` for a profile.
    pub people: Option<u64>,
    /// Employment fraction, 0..1; `null` where it plays no part.
    pub fraction: Option<f64>,
    /// Months employed in the year; `null` where it plays no part.
    pub months: Option<u32>,
    /// The answer.
    pub outcome: Outcome,
    /// What the rule asks for, per person or per FTE.
    pub required: Option<LearningSpan>,
    /// What the plan gives.
    pub planned: Option<LearningSpan>,
    /// What is missing; 0 when nothing is.
    pub short: Option<LearningSpan>,
    /// The day by which it must be done, like `2027-03-31`.
    pub due: Option<String>,
}

/// One length of time in two units; a day has the plan's `calendar.hoursPerDay`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LearningSpan {
    /// Training days.
    pub days: f64,
    /// Hours.
    pub hours: f64,
}

/// What a rule answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The plan does what the rule asks.
    Met,
    /// The plan falls short; `short` says by how much.
    NotMet,
    /// The rule does not apply; `reason` says why.
    NotApplicable,
    /// The plan does not say: to do or to answer yourself.
    Open,
}

/// Why a rule does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It is a rule of another country.
    Country,
    /// It is a rule of a sector, and the plan names none.
    NoSector,
    /// It is a rule of another sector.
    OtherSector,
    /// It is a rule of a sector, and the plan names one that is not known here.
    UnknownSector,
    /// It is a rule for private employers.
    PublicEmployer,
    /// The plan year lies outside the data; `validFrom` and `validTo` say which years are known.
    YearOutsideData,
    /// An agreement of the plan's sector takes its place.
    SectorAgreement,
    /// The organisation has too few FTE.
    TooSmall,
    /// No group has people.
    NoPeople,
}

/// What to keep in mind with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Note {
    /// The plan year is more than a year after `checkedOn`: the rule may have changed.
    MayHaveChanged,
    /// The plan names no sector; an agreement of the sector may say something else.
    NoSector,
    /// The plan's sector is not known here; its agreement may say something else.
    UnknownSector,
    /// The group's average reaches the right, a full-timer of the group would not.
    FullTimeShort,
    /// Hours taken as Flemish training leave do not count; the plan does not know which they are.
    TrainingLeave,
}

/// The individual learning right of participants: average over all participants of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RightMet {
    /// Days a participant has a right to.
    pub required_days: f64,
    /// Days of that right that the plan gives; what a group gets above its right does not count.
    pub met_days: f64,
    /// `metDays / requiredDays`, 0..1.
    pub share: f64,
}
