//! What can be wrong with a plan, as data: the sentence is written for the reader's language elsewhere.

use serde::Serialize;
use std::fmt;

use super::notation::group_of;
use crate::decimal::Decimal;

/// Why an input is refused. The names are stable: programs may compare them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The text is not JSON.
    NotJson,
    /// Another kind of value was expected: a number, a text, a list, an object, yes or no.
    WrongType,
    /// The text is none of the choices.
    UnknownChoice,
    /// A required field is absent, an id is empty, or a share names no cost lines.
    Missing,
    /// The number lies outside the field's bounds.
    OutOfRange,
    /// The number must be whole.
    NotWhole,
    /// `low ≤ likely ≤ high` or `minSize ≤ targetSize ≤ maxSize` does not hold.
    NotOrdered,
    /// Two things in one list carry the same id, or one id is named twice.
    DuplicateId,
    /// The id is one that the budget generates itself.
    ReservedId,
    /// The id or figure does not exist.
    UnknownId,
    /// An object has the same key twice.
    DuplicateKey,
    /// A list is longer than the limit.
    TooMany,
    /// Brackets are nested deeper than the limit.
    TooDeep,
    /// An amount or a document is larger than the limit.
    TooLarge,
    /// The document is of a newer schema than this version reads.
    NewerSchema,
}

impl Code {
    /// The code as it appears in JSON, like `out-of-range`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::WrongType => "wrong-type",
            Self::UnknownChoice => "unknown-choice",
            Self::Missing => "missing",
            Self::OutOfRange => "out-of-range",
            Self::NotWhole => "not-whole",
            Self::NotOrdered => "not-ordered",
            Self::DuplicateId => "duplicate-id",
            Self::ReservedId => "reserved-id",
            Self::UnknownId => "unknown-id",
            Self::DuplicateKey => "duplicate-key",
            Self::TooMany => "too-many",
            Self::TooDeep => "too-deep",
            Self::TooLarge => "too-large",
            Self::NewerSchema => "newer-schema",
        }
    }
}

/// One thing that is wrong with the input: where, what, the rule in numbers, and an input that works.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InputError {
    /// Where, like `groups[0].fte`; empty for the document as a whole.
    pub path: String,
    /// What kind of mistake.
    pub code: Code,
    /// The same in one English sentence, for developers; widgets write their own.
    pub message: String,
    /// The value as it was read, or the text that stood there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The lowest number allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<Decimal>,
    /// The highest number allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Decimal>,
    /// Whether `min` and `max` themselves are excluded, each where present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive: Option<bool>,
    /// The kind of value expected, or the choices there are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub expected: Vec<&'static str>,
    /// An input that would work here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

impl InputError {
    pub(crate) fn new(path: impl Into<String>, code: Code, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            code,
            message: message.into(),
            value: None,
            min: None,
            max: None,
            exclusive: None,
            expected: Vec::new(),
            example: None,
        }
    }

    pub(crate) fn value(&mut self, value: &str) -> &mut Self {
        self.value = Some(value.to_owned());
        self
    }

    pub(crate) fn range(&mut self, min: Option<Decimal>, max: Option<Decimal>) -> &mut Self {
        (self.min, self.max) = (min, max);
        self
    }

    pub(crate) fn exclusive(&mut self) -> &mut Self {
        self.exclusive = Some(true);
        self
    }

    pub(crate) fn expected(&mut self, expected: &[&'static str]) -> &mut Self {
        self.expected = expected.to_vec();
        self
    }

    pub(crate) fn example(&mut self, example: &str) -> &mut Self {
        self.example = Some(example.to_owned());
        self
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{} ({})", self.message, self.code.as_str())?;
        if let Some(example) = &self.example {
            write!(f, "; try {example}")?;
        }
        Ok(())
    }
}

/// Everything that is wrong with a plan, in the order of the document. Never empty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InputErrors {
    /// The errors, in document order.
    pub errors: Vec<InputError>,
}

impl InputErrors {
    /// The same, where what was read is itself a part of something: `fte` in `plans[1]` is `plans[1].fte`.
    #[must_use]
    pub fn within(mut self, path: &str) -> Self {
        for error in &mut self.errors {
            let dot = if error.path.is_empty() { "" } else { "." };
            error.path = [path, dot, &error.path].concat();
        }
        self
    }
}

impl From<InputError> for InputErrors {
    fn from(error: InputError) -> Self {
        Self { errors: vec![error] }
    }
}

impl fmt::Display for InputErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, error) in self.errors.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for InputErrors {}

/// Something in a valid plan that its owner should look at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Warning {
    /// The kind of warning; stable.
    pub code: WarningCode,
    /// Which input it is about, like `groups[1]`.
    pub path: String,
    /// One English sentence, for developers; widgets write their own.
    pub message: String,
}

impl Warning {
    /// The group that it is about, by its place in the plan, when it is about one.
    pub fn group(&self) -> Option<usize> {
        group_of(&self.path)
    }
}

/// The kinds of [`Warning`]. The names are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WarningCode {
    /// A field that this version does not know; it is kept.
    UnknownField,
    /// A group has more week cycles than effective weeks.
    #[serde(rename = "weekcycles-exceed-weeks")]
    WeekCyclesExceedWeeks,
    /// Learning time is above 15 % of the group's effective hours.
    LearningTimeHigh,
    /// Learning time is above 100 % of the group's effective hours.
    LearningTimeImpossible,
    /// A group has heads but no learning hours at all.
    GroupWithoutLearning,
    /// No number of circles keeps every size between the minimum and the maximum.
    CirclesInfeasible,
    /// Leaders would sit in more circles than the plan allows.
    TooManyCirclesPerLeader,
    /// Circles ask for leaders, but no group has any.
    NoLeaders,
    /// An uplift from research is also cut by attribution or confidence.
    HaircutOnResearchUplift,
    /// Several kinds of benefit may count the same money.
    BenefitsMayOverlap,
    /// A benefit starts at or after the end of the horizon.
    LagReachesHorizon,
    /// A group under 5 heads has its own labour cost: someone's wage, when the plan is shared.
    SmallGroupWage,
}
