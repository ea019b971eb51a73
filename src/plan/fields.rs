//! Every number of the plan document in one table: unit, bounds, default, and where the default is from.

use serde::Serialize;

use super::Country;
use crate::decimal::Decimal;

/// One number that a plan may state.
#[derive(Debug)]
pub struct Field {
    /// Where it stands, like `groups[].fte`; `[]` stands for a place in a list.
    pub path: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// What is accepted.
    pub bounds: Bounds,
    /// Whether `{ "low", "likely", "high" }` is accepted too.
    pub estimate: bool,
    /// Whether it is a total that is read to whole cents.
    pub total: bool,
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

impl Field {
    /// The last part of the path, like `fte`.
    pub fn key(&self) -> &'static str {
        self.path.rsplit_once('.').map_or(self.path, |(_, key)| key)
    }
}

// ── How the table below is written ──────────────────────────────────────────────────────────────

const fn field(path: &'static str, unit: Unit, bounds: Bounds) -> Field {
    Field { path, unit, bounds, estimate: false, total: false, default: None }
}

impl Field {
    /// A continuous input: an estimate is accepted.
    const fn uncertain(mut self) -> Self {
        self.estimate = true;
        self
    }

    const fn total(mut self) -> Self {
        self.total = true;
        self
    }

    const fn default(
        self,
        likely: &str,
        range: Option<(&str, &str)>,
        basis: Basis,
        source: &'static str,
    ) -> Self {
        let standard = standard(likely, range, basis, source);
        self.default_by_country(standard, standard)
    }

    const fn default_by_country(mut self, be: Standard, nl: Standard) -> Self {
        self.default = Some(Default { be, nl });
        self
    }
}

const fn standard(
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

const AT_LEAST_ZERO: Bounds =
    Bounds { min: Decimal::ZERO, max: None, above_min: false, below_max: false, whole: false };
const ABOVE_ZERO: Bounds = Bounds { above_min: true, ..AT_LEAST_ZERO };
const SHARE: Bounds = Bounds { max: Some(Decimal::ONE), ..AT_LEAST_ZERO };
const BELOW_ONE: Bounds = Bounds { below_max: true, ..SHARE };
const TO_TEN: Bounds = Bounds { max: Some(Decimal::whole(10)), ..AT_LEAST_ZERO };
const HOURS: Bounds = Bounds { max: Some(Decimal::whole(10_000)), ..AT_LEAST_ZERO };
const SOME_HOURS: Bounds = Bounds { above_min: true, ..HOURS };
const HEADS: Bounds =
    Bounds { max: Some(Decimal::whole(10_000_000)), whole: true, ..AT_LEAST_ZERO };
/// Totals in euros: each below 2⁵³ cents many times over, so that sums stay exact.
const TOTAL: Bounds = Bounds { max: Some(Decimal::literal("10000000000")), ..AT_LEAST_ZERO };
const COUNT: Bounds = Bounds { whole: true, ..AT_LEAST_ZERO };
const AT_LEAST_ONE: Bounds = Bounds { min: Decimal::ONE, ..COUNT };

const fn above_zero_to(max: u32) -> Bounds {
    Bounds { max: Some(Decimal::whole(max)), ..ABOVE_ZERO }
}

const fn whole(min: u32, max: u32) -> Bounds {
    Bounds { min: Decimal::whole(min), max: Some(Decimal::whole(max)), ..COUNT }
}

macro_rules! fields {
    ($(#[doc = $about:literal] $name:ident = $field:expr;)*) => {
        $(#[doc = $about] pub static $name: Field = $field;)*

        /// All fields, in the order of the document.
        pub static ALL: &[&Field] = &[$(&$name),*];

        /// What each of [`ALL`] is, in words.
        pub static ABOUT: &[&str] = &[$($about.trim_ascii()),*];
    };
}

use Basis::{Assumption, Derived, Sourced};

const ATD: &str = "ATD 2024: 13.7 h; Statbel 2015: 18.9 h taken; set so that direct cash lands near €700 per employee";
const KNGF: &str = "intervision groups of 5–8 (KNGF), professional learning communities of 6–12";
const EUROSTAT: &str = "Eurostat 2024, labour cost per hour, whole economy";
const PHILLIPS: &str = "the method is Phillips'; the value is ours";
const CAUSAL: &str = "research and turnover figures are already causal: no haircut";
const SEED_LAG: &str = "the article on the annual learning plan: results \"na één of twee jaar\"";

fields! {
    /// Version of the document's shape.
    SCHEMA_VERSION = field("schemaVersion", Unit::Times, whole(1, 1));
    /// The plan year.
    YEAR = field("year", Unit::CalendarYear, whole(2000, 2100));

    /// Contractual hours of a full-timer.
    FULL_TIME_HOURS_PER_WEEK = field("calendar.fullTimeHoursPerWeek", Unit::Hours, above_zero_to(168)).uncertain()
        .default_by_country(
            standard("38", None, Sourced, "law and collective agreements"),
            standard("38", Some(("36", "40")), Sourced, "law and collective agreements"));
    /// Hours in a training day.
    HOURS_PER_DAY = field("calendar.hoursPerDay", Unit::HoursPerDay, above_zero_to(24)).uncertain()
        .default("7.6", Some(("6", "8")), Assumption, "38 hours over 5 days; there is no official conversion");
    /// Weeks at work, after leave and public holidays.
    EFFECTIVE_WEEKS = field("calendar.effectiveWeeks", Unit::Weeks, above_zero_to(53)).uncertain()
        .default_by_country(
            standard("45", Some(("44", "46.5")), Derived, "261 weekdays less public holidays and leave"),
            standard("46", Some(("44", "46.5")), Derived, "261 weekdays less public holidays and leave"));
    /// Share of those hours lost to sickness.
    SICKNESS_RATE = field("calendar.sicknessRate", Unit::Share, BELOW_ONE).uncertain()
        .default_by_country(
            standard("0.063", Some(("0.032", "0.081")), Sourced, "SD Worx 2023"),
            standard("0.055", Some(("0.032", "0.081")), Derived, "CBS, first quarter of 2025"));

    /// People in the group.
    HEADCOUNT = field("groups[].headcount", Unit::Person, HEADS);
    /// Full-time equivalents in the group.
    FTE = field("groups[].fte", Unit::Fte, Bounds { whole: false, ..HEADS });
    /// How many of the headcount are leaders; missing when not known.
    LEADERS = field("groups[].leaders", Unit::Person, HEADS);
    /// Employer cost per hour worked.
    LABOUR_COST_PER_HOUR = field("groups[].labourCostPerHour", Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
        .default_by_country(
            standard("48.20", Some(("35", "70")), Sourced, EUROSTAT),
            standard("45.20", Some(("35", "70")), Sourced, EUROSTAT));
    /// Share of heads that take part in explicit learning.
    PARTICIPATION = field("groups[].participation", Unit::Share, SHARE).uncertain()
        .default("0.80", Some(("0.50", "0.95")), Assumption, "for reference: 0.51 in Belgium (Statbel 2020)");
    /// Share of learning hours whose shift must be covered.
    REPLACEMENT_SHARE = field("groups[].replacementShare", Unit::Share, SHARE).uncertain()
        .default("0.10", Some(("0", "1")), Assumption, "care and education come nearer to 0.60");
    /// Cost of a covering hour divided by the labour cost of the absent one.
    REPLACEMENT_COST_FACTOR = field("groups[].replacementCostFactor", Unit::Factor, TO_TEN).uncertain()
        .default("1.2", Some(("1.0", "1.6")), Assumption, "");
    /// Share of hours that would have been billed.
    BILLABLE_SHARE = field("groups[].billableShare", Unit::Share, SHARE).uncertain()
        .default("0", None, Assumption, "");
    /// Rate less labour cost of a billed hour.
    BILLABLE_MARGIN_PER_HOUR = field("groups[].billableMarginPerHour", Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
        .default("0", None, Assumption, "");

    /// Week cycles per participant.
    WEEK_CYCLES_COUNT = field("learning.weekCycles.count", Unit::Times, HOURS).uncertain()
        .default("40", Some(("30", "46")), Assumption, "no published figure");
    /// Minutes of one week cycle.
    WEEK_CYCLES_MINUTES = field("learning.weekCycles.minutes", Unit::Minutes, AT_LEAST_ZERO).uncertain()
        .default("30", Some(("20", "60")), Assumption,
            "no published figure; 2 hours a week in Dutch primary education is the high end");
    /// Hours of a Prof track per participant.
    PROF_TRACK_HOURS = field("learning.profTrack.hours", Unit::Hours, HOURS).uncertain()
        .default("16", Some(("8", "40")), Assumption, "");
    /// Hours of formal training per participant.
    FORMAL_HOURS = field("learning.formal.hours", Unit::Hours, HOURS).uncertain()
        .default("16", Some(("8", "40")), Assumption, ATD);
    /// Hours of formal training per participant that part-timers follow whole.
    FORMAL_FIXED_HOURS = field("learning.formal.fixedHours", Unit::Hours, HOURS).uncertain()
        .default("0", None, Assumption, "");
    /// Hours of talent-development talks per head.
    DEVELOPMENT_TALKS_HOURS = field("learning.developmentTalks.hours", Unit::Hours, HOURS).uncertain()
        .default("2", Some(("1", "4")), Assumption, "");

    /// The size that circles aim for.
    TARGET_SIZE = field("profCircles.targetSize", Unit::Person, AT_LEAST_ONE)
        .default("8", None, Derived, KNGF);
    /// The smallest circle.
    MIN_SIZE = field("profCircles.minSize", Unit::Person, AT_LEAST_ONE)
        .default("5", None, Sourced, KNGF);
    /// The largest circle.
    MAX_SIZE = field("profCircles.maxSize", Unit::Person, AT_LEAST_ONE)
        .default("10", None, Derived, KNGF);
    /// Sessions of each circle in a year.
    SESSIONS = field("profCircles.sessions", Unit::Session, whole(0, 366))
        .default("6", None, Derived, "published intervision practice");
    /// Hours of one session.
    SESSION_HOURS = field("profCircles.sessionHours", Unit::Hours, HOURS).uncertain()
        .default("2", Some(("1", "2.5")), Derived, "published intervision practice");
    /// A participant's preparation of one session.
    PREPARATION_HOURS = field("profCircles.preparationHours", Unit::Hours, HOURS).uncertain()
        .default("0.5", Some(("0", "2.5")), Assumption, "");
    /// Facilitators of each circle.
    FACILITATORS_PER_CIRCLE = field("profCircles.facilitatorsPerCircle", Unit::Person, COUNT)
        .default("1", None, Derived, "published intervision practice");
    /// A facilitator's preparation of one session.
    FACILITATOR_PREPARATION_HOURS = field("profCircles.facilitatorPreparationHours", Unit::Hours, HOURS).uncertain()
        .default("1", Some(("0.5", "2")), Derived, "published facilitation practice");
    /// Hours that one facilitator can give in a year.
    FACILITATOR_CAPACITY_HOURS = field("profCircles.facilitatorCapacityHours", Unit::Hours, SOME_HOURS).uncertain()
        .default("120", Some(("60", "240")), Assumption, "");
    /// Leaders in each circle.
    LEADERS_PER_CIRCLE = field("profCircles.leadersPerCircle", Unit::Person, COUNT)
        .default("1", None, Assumption,
            "the article wants leaders in; intervision practice keeps a participant's own superior out");
    /// In how many circles one leader can sit.
    MAX_CIRCLES_PER_LEADER = field("profCircles.maxCirclesPerLeader", Unit::Circle, AT_LEAST_ONE)
        .default("2", None, Assumption, "");

    /// Share of facilitation hours that external facilitators give.
    EXTERNAL_SHARE = field("facilitation.externalShare", Unit::Share, SHARE).uncertain()
        .default("0", None, Assumption, "");
    /// Labour cost of an internal facilitator.
    INTERNAL_COST_PER_HOUR = field("facilitation.internalCostPerHour", Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
        .default_by_country(
            standard("48.20", Some(("35", "70")), Derived, "the default labour cost per hour (Eurostat 2024)"),
            standard("45.20", Some(("35", "70")), Derived, "the default labour cost per hour (Eurostat 2024)"));
    /// Rate of an external facilitator.
    EXTERNAL_RATE_PER_HOUR = field("facilitation.externalRatePerHour", Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
        .default("150", Some(("110", "220")), Sourced, "published facilitator rates (weak)");

    /// Price per unit of a cost line.
    COST_AMOUNT = field("costs[].amount", Unit::Eur, AT_LEAST_ZERO).uncertain();
    /// External training, per formal hour; only in the lines that stand in for missing `costs`.
    EXTERNAL_TRAINING = field("costs[].amount", Unit::Eur, AT_LEAST_ZERO).uncertain()
        .default("35", Some(("15", "80")), Derived, "€74 per hour all in (2015), less absence");
    /// Platform and AI, per participant; only in the lines that stand in for missing `costs`.
    PLATFORM = field("costs[].amount", Unit::Eur, AT_LEAST_ZERO).uncertain()
        .default("60", Some(("15", "250")), Assumption, "");
    /// Rooms, materials and Learning wall, per session; only in the lines that stand in for missing `costs`.
    ROOMS = field("costs[].amount", Unit::Eur, AT_LEAST_ZERO).uncertain()
        .default("50", Some(("0", "250")), Assumption, "");

    /// Amount of a subsidy in euros, in all or per formal hour.
    SUBSIDY_AMOUNT = field("subsidies[].amount", Unit::Eur, AT_LEAST_ZERO).uncertain();
    /// Amount of a subsidy as a share of cost lines.
    SUBSIDY_SHARE = field("subsidies[].amount", Unit::Share, SHARE).uncertain();
    /// The highest amount of a subsidy.
    SUBSIDY_CAP = field("subsidies[].cap", Unit::Eur, AT_LEAST_ZERO).total();

    /// The cash budget that is available; missing when not set yet.
    AVAILABLE = field("budget.available", Unit::Eur, TOTAL).total();
    /// Share of a budget that such organisations really spend.
    SPEND_RATE = field("budget.spendRate", Unit::Share, TO_TEN).uncertain()
        .default("0.75", Some(("0.55", "0.96")), Sourced, "AWVN 2023: 55 %; Berenschot: 82–96 %");
    /// Reserve on cash cost lines and external facilitation.
    CONTINGENCY = field("budget.contingency", Unit::Share, SHARE).uncertain()
        .default("0.05", Some(("0", "0.10")), Assumption, "");
    /// Levy for a training fund, as a share of payroll.
    TRAINING_FUND_LEVY = field("budget.trainingFundLevy", Unit::Share, SHARE).uncertain()
        .default("0", None, Assumption, "");
    /// Total labour cost; missing when it follows from the groups.
    PAYROLL = field("budget.payroll", Unit::Eur, TOTAL).total();

    /// Years over which value is counted.
    HORIZON_YEARS = field("value.horizonYears", Unit::Years, whole(1, 10))
        .default("3", None, Assumption, "the article: results only after one or two years");
    /// Discount rate per year.
    DISCOUNT_RATE = field("value.discountRate", Unit::Share, SHARE).uncertain()
        .default("0.04", Some(("0.02", "0.08")), Assumption, "");

    /// Rise in productivity.
    UPLIFT = field("value.benefits[].uplift", Unit::Share, TO_TEN).uncertain()
        .default("0.05", Some(("0.01", "0.10")), Derived,
            "Konings 2008 (1–2 %); De Grip & Sauermann 2012 (10 %); Groot 1994");
    /// Months before a benefit starts.
    LAG_MONTHS = field("value.benefits[].lagMonths", Unit::Months, AT_LEAST_ZERO).uncertain()
        .default("12", Some(("6", "24")), Sourced, SEED_LAG);
    /// Months in which half of a benefit fades; `null` for never.
    HALF_LIFE_MONTHS = field("value.benefits[].halfLifeMonths", Unit::Months, ABOVE_ZERO).uncertain()
        .default("14", Some(("8", "28")), Derived, "Saks & Belcourt 2006: 62, 44 and 34 % applied at 0, 6 and 12 months");
    /// Share of a benefit that is due to the plan.
    ATTRIBUTION = field("value.benefits[].attribution", Unit::Share, SHARE).uncertain()
        .default("1", None, Derived, CAUSAL);
    /// How sure the estimate of a benefit is.
    CONFIDENCE = field("value.benefits[].confidence", Unit::Share, SHARE).uncertain()
        .default("1", None, Derived, CAUSAL);
    /// Share of employees that leave in a year.
    TURNOVER = field("value.benefits[].turnover", Unit::Share, SHARE).uncertain()
        .default_by_country(
            standard("0.108", Some(("0.05", "0.123")), Sourced, "Securex 2024"),
            standard("0.10", Some(("0.05", "0.123")), Sourced, "Securex 2024"));
    /// Share of those departures that the plan prevents.
    RELATIVE_REDUCTION = field("value.benefits[].relativeReduction", Unit::Share, SHARE).uncertain()
        .default("0", Some(("0", "0.10")), Assumption, "");
    /// Cost of replacing a leaver, as a share of the annual labour cost.
    REPLACEMENT_COST_SHARE = field("value.benefits[].replacementCostShare", Unit::Share, TO_TEN).uncertain()
        .default("0.21", Some(("0.16", "0.40")), Sourced, "Boushey & Glynn 2012");
    /// Yearly value of a benefit that the plan states itself.
    ANNUAL_VALUE = field("value.benefits[].annualValue", Unit::Eur, TOTAL).uncertain().total()
        .default("0", None, Assumption, "");
    /// Months before a custom benefit starts.
    CUSTOM_LAG_MONTHS = field("value.benefits[].lagMonths", Unit::Months, AT_LEAST_ZERO).uncertain()
        .default("12", None, Assumption, "");
    /// Months in which half of a custom benefit fades; missing or `null` for never.
    CUSTOM_HALF_LIFE_MONTHS = field("value.benefits[].halfLifeMonths", Unit::Months, ABOVE_ZERO).uncertain();
    /// Share of a custom benefit that is due to the plan.
    CUSTOM_ATTRIBUTION = field("value.benefits[].attribution", Unit::Share, SHARE).uncertain()
        .default("0.5", Some(("0.2", "0.8")), Assumption, PHILLIPS);
    /// How sure the estimate of a custom benefit is.
    CUSTOM_CONFIDENCE = field("value.benefits[].confidence", Unit::Share, SHARE).uncertain()
        .default("0.7", Some(("0.5", "0.9")), Assumption, PHILLIPS);

    /// Years in which half of an unused skill is lost.
    SKILL_HALF_LIFE_YEARS = field("value.inaction.skillHalfLifeYears", Unit::Years, ABOVE_ZERO).uncertain()
        .default("5", Some(("2.5", "8")), Sourced, "published half-lives of skills (weak)");
    /// How strongly output follows skills.
    SENSITIVITY = field("value.inaction.sensitivity", Unit::Share, SHARE).uncertain()
        .default("0.2", Some(("0.05", "0.5")), Assumption, "");
    /// How likely the loss is.
    PROBABILITY = field("value.inaction.probability", Unit::Share, SHARE).uncertain()
        .default("0.5", Some(("0.2", "0.8")), Assumption, "");
}

/// One default, as programs and screens show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DefaultValue {
    /// Where it stands, like `groups[].participation`.
    pub path: &'static str,
    /// The value that results use.
    pub value: Decimal,
    /// The lowest that is still realistic.
    pub low: Option<Decimal>,
    /// The highest that is still realistic.
    pub high: Option<Decimal>,
    /// What it counts.
    pub unit: Unit,
    /// How far it can be trusted.
    pub basis: Basis,
    /// Where it is from; empty for an assumption that says all there is.
    pub source: &'static str,
    /// For the fields of a list that is filled whole: which line or kind it belongs to.
    pub of: Option<&'static str>,
}

/// Every default of a country, in the order of the document.
///
/// ```
/// use jaarplan::plan::{Basis, Country, defaults};
/// let participation = defaults(Country::Nl).into_iter().find(|d| d.path == "groups[].participation").unwrap();
/// assert_eq!(participation.value.to_string(), "0.8");
/// assert_eq!(participation.basis, Basis::Assumption);
/// ```
pub fn defaults(country: Country) -> Vec<DefaultValue> {
    let value_of = |field: &&'static Field| {
        let default = field.default.as_ref()?;
        let Standard { likely, range, basis, source } = *default.of(country);
        Some(DefaultValue {
            path: field.path,
            value: likely,
            low: range.map(|(low, _)| low),
            high: range.map(|(_, high)| high),
            unit: field.unit,
            basis,
            source,
            of: member(field),
        })
    };
    ALL.iter().filter_map(value_of).collect()
}

/// Of which default cost line, or of which kind of benefit, a field is; `None` for one of all.
fn member(field: &'static Field) -> Option<&'static str> {
    let named: [(&Field, &str); 7] = [
        (&EXTERNAL_TRAINING, "external"),
        (&PLATFORM, "platform"),
        (&ROOMS, "rooms"),
        (&ANNUAL_VALUE, "custom"),
        (&CUSTOM_LAG_MONTHS, "custom"),
        (&CUSTOM_ATTRIBUTION, "custom"),
        (&CUSTOM_CONFIDENCE, "custom"),
    ];
    named.iter().find(|(known, _)| std::ptr::eq(*known, field)).map(|(_, name)| *name)
}

/// The default of the field with a path like `groups[].fte`, when it is the same for all members of its list.
pub fn default_of(path: &str, country: Country) -> Option<Decimal> {
    let field = ALL.iter().find(|field| field.path == path && member(field).is_none())?;
    Some(field.default.as_ref()?.of(country).likely)
}

/// Whether the field with a path like `groups[].fte` may be an estimate.
pub fn takes_estimate(path: &str) -> bool {
    ALL.iter().any(|field| field.path == path && field.estimate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_is_the_one_of_the_table() {
        for country in [Country::Be, Country::Nl] {
            for default in defaults(country).iter().filter(|default| default.of.is_none()) {
                assert_eq!(default_of(default.path, country), Some(default.value));
            }
            assert_eq!(default_of("costs[].amount", country), None);
            assert_eq!(default_of("groups[].name", country), None);
        }
    }

    #[test]
    fn every_default_lies_within_its_range_and_its_bounds() {
        for country in [Country::Be, Country::Nl] {
            for field in ALL {
                let Some(default) = &field.default else {
                    continue;
                };
                let Standard { likely, range, basis, source } = *default.of(country);
                let (low, high) = range.unwrap_or((likely, likely));
                assert!(low <= likely && likely <= high, "{}", field.path);
                assert!(low >= field.bounds.min, "{}", field.path);
                assert!(field.bounds.max.is_none_or(|max| high <= max), "{}", field.path);
                assert!(!field.bounds.above_min || low > field.bounds.min, "{}", field.path);
                assert!(!source.is_empty() || basis == Assumption, "{}", field.path);
            }
        }
    }
}
