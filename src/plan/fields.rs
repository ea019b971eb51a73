//! The numbers of the plan document: unit, bounds, default, and where the default is from. The rows stand in `schema.rs`.

use serde::Serialize;

use super::Country;
use crate::decimal::Decimal;

/// One number that a plan may state.
#[derive(Debug)]
pub struct Field {
    /// Where it stands, like `groups[].fte`; `[]` stands for a place in a list.
    pub path: &'static str,
    /// What it is, in words.
    pub about: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// What is accepted.
    pub bounds: Bounds,
    /// Whether `{ "low", "likely", "high" }` is accepted too.
    pub estimate: bool,
    /// Whether it is a total that is read to whole cents.
    pub total: bool,
    /// Whether what it accepts also depends on other fields: the reader compares them.
    pub bound_to_others: bool,
    /// A number that it accepts, where it does not follow from the rest.
    pub example: Option<&'static str>,
    /// What stands in when the field is missing; `None` for a required field or one whose absence
    /// has a meaning of its own.
    pub default: Option<Default>,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Hours in a training day.
    HoursPerDay,
    /// Weeks in a year.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// A share, 0..1; percent on screen.
    Share,
    /// A plain factor.
    Factor,
    /// Euros.
    Eur,
    /// Euros per hour.
    EurPerHour,
    /// People.
    Person,
    /// Full-time equivalents.
    Fte,
    /// Training days.
    Days,
    /// How often in a year.
    Times,
    /// Prof circles.
    Circle,
    /// Meetings of Prof circles.
    Session,
    /// A calendar year.
    CalendarYear,
}

impl Unit {
    /// The unit's name in results, like `hours`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Minutes => "minutes",
            Self::HoursPerDay => "hours-per-day",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
            Self::Share => "share",
            Self::Factor => "factor",
            Self::Eur => "eur",
            Self::EurPerHour => "eur-per-hour",
            Self::Person => "person",
            Self::Fte => "fte",
            Self::Days => "days",
            Self::Times => "times",
            Self::Circle => "circle",
            Self::Session => "session",
            Self::CalendarYear => "calendar-year",
        }
    }
}

/// The numbers that a field accepts.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The lowest.
    pub min: Decimal,
    /// The highest, if the field has one; every number is at most [`Decimal::LIMIT`].
    pub max: Option<Decimal>,
    /// Whether `min` itself is refused.
    pub above_min: bool,
    /// Whether `max` itself is refused.
    pub below_max: bool,
    /// Whether only whole numbers are accepted.
    pub whole: bool,
}

/// What stands in for a missing field, by country.
#[derive(Clone, Copy, Debug)]
pub struct Default {
    /// For a plan in Belgium.
    pub be: Standard,
    /// For a plan in the Netherlands.
    pub nl: Standard,
}

/// A default, its range, and where it is from.
#[derive(Clone, Copy, Debug)]
pub struct Standard {
    /// The value that results use.
    pub likely: Decimal,
    /// The lowest and highest that are still realistic, where they are known.
    pub range: Option<(Decimal, Decimal)>,
    /// How far it can be trusted.
    pub basis: Basis,
    /// Where it is from; empty for an assumption that says all there is.
    pub source: &'static str,
}

/// How far a default can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A published figure.
    Sourced,
    /// Derived from published figures.
    Derived,
    /// Our assumption ("onze aanname").
    Assumption,
}

impl Basis {
    /// The name in results.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::Derived => "derived",
            Self::Assumption => "assumption",
        }
    }
}

impl Default {
    /// The default of a country.
    pub fn of(&self, country: Country) -> &Standard {
        match country {
            Country::Be => &self.be,
            Country::Nl => &self.nl,
        }
    }
}

/// A field is the same as itself only: two of one path may have different bounds or defaults.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Field {}

impl Field {
    /// The last part of the path, like `fte`.
    pub const fn key(&self) -> &'static str {
        let mut before = self.path.as_bytes();
        while let Some((last, rest)) = before.split_last()
            && *last != b'.'
        {
            before = rest;
        }
        self.path.split_at(before.len()).1
    }
}

// ── How the table below is written ──────────────────────────────────────────────────────────────

/// A number, still without its place.
pub(super) const fn number(unit: Unit, bounds: Bounds) -> Field {
    Field {
        path: "",
        about: "",
        unit,
        bounds,
        estimate: false,
        total: false,
        bound_to_others: false,
        example: None,
        default: None,
    }
}

impl Field {
    /// Gives it its place in the document, and says what it is.
    pub(super) const fn at(mut self, path: &'static str, about: &'static str) -> Self {
        (self.path, self.about) = (path, about);
        self
    }

    /// A continuous input: an estimate is accepted.
    pub(super) const fn uncertain(mut self) -> Self {
        self.estimate = true;
        self
    }

    /// What it accepts also depends on other fields.
    pub(super) const fn bound_to_others(mut self) -> Self {
        self.bound_to_others = true;
        self
    }

    pub(super) const fn example(mut self, example: &'static str) -> Self {
        self.example = Some(example);
        self
    }

    pub(super) const fn total(mut self) -> Self {
        self.total = true;
        self
    }

    pub(super) const fn default(
        self,
        likely: &str,
        range: Option<(&str, &str)>,
        basis: Basis,
        source: &'static str,
    ) -> Self {
        let standard = standard(likely, range, basis, source);
        self.default_by_country(standard, standard)
    }

    pub(super) const fn default_by_country(mut self, be: Standard, nl: Standard) -> Self {
        self.default = Some(Default { be, nl });
        self
    }
}

pub(super) const fn standard(
    likely: &str,
    range: Option<(&str, &str)>,
    basis: Basis,
    source: &'static str,
) -> Standard {
    let range = match range {
        Some((low, high)) => Some((Decimal::literal(low), Decimal::literal(high))),
        None => None,
    };
    Standard { likely: Decimal::literal(likely), range, basis, source }
}
