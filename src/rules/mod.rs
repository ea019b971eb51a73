//! Law and collective agreements, and how a plan stands against them.
//!
//! Rules are dated data (`data.rs`); a check is a method over that data. Every figure of the plan comes
//! from the model's own formulas, in exact numbers: an answer turns exactly at the required hours.
//! Indicative, not legal advice. What each rule says and the choices made stand in `docs/rules.md`.

mod data;
mod date;
mod individual_right;
mod training_plan;
mod verdict;
mod worked_hours;

pub use data::{Aspect, PUBLIC, RuleFigure, RuleUnit, sectors};
pub use individual_right::{IndividualRight, individual_right};
pub use verdict::{Check, Checks, LearningSpan, Note, Outcome, Reason, RightMet, Verdict};

use data::{Method, Rule, Scope, Version};

use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::formulas::learning_time::{Time, learning_time};
use crate::model::readings::arith::{Arith, Reading, Scalar};
use crate::model::readings::exact::{Arena, Rationals};
use crate::model::readings::trace::Record;
use crate::plan::Plan;

/// How a plan stands against every rule.
///
/// ```
/// # use jaarplan::{Document, Plan, check, rules::Outcome};
/// let plan = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
///                 "groups": [{ "headcount": 120, "fte": 96.5 }] }"#;
/// let checks = check(&Plan::read(&Document::parse(plan)?)?).checks;
/// assert_eq!(checks[0].rule, "be-individual-right");
/// assert_eq!(checks[0].outcome, Outcome::NotMet); // 24 of 120 do not take part
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
pub fn check(plan: &Plan) -> Checks {
    let arena = Arena::default();
    let reading = reading(&arena);
    let subject = Subject::new(&reading, plan);
    Checks {
        disclaimer: "indicative, not legal advice",
        checks: subject.checks(),
        right: individual_right::met(&subject),
    }
}

/// The checks alone.
#[cfg(any(feature = "widgets", test))]
pub(crate) fn checks(plan: &Plan) -> Vec<Check> {
    let arena = Arena::default();
    Subject::new(&reading(&arena), plan).checks()
}

/// The reading of `evaluate`, so that the formulas stand in the module once.
fn reading(arena: &Arena) -> Record<'_, Rationals<'_>> {
    Record { reading: Rationals(arena), tape: None }
}

/// Days of the individual learning right that a participant gets (F-4.10); `None` when no such right
/// applies or nobody takes part.
pub fn right_met(plan: &Plan) -> Option<RightMet> {
    let arena = Arena::default();
    let reading = reading(&arena);
    individual_right::met(&Subject::new(&reading, plan))
}

/// A plan under check: its figures in the numbers of one reading.
struct Subject<'p, R: Reading> {
    r: &'p R,
    plan: &'p Plan,
    time: Time<R::N>,
}

impl<'p, R: Reading<N: Scalar>> Subject<'p, R> {
    fn new(r: &'p R, plan: &'p Plan) -> Self {
        Self { r, plan, time: learning_time(r, plan) }
    }

    /// Against every rule, always all of them, in a fixed order.
    fn checks(&self) -> Vec<Check> {
        let mut checks = Vec::new();
        for rule in data::ALL {
            checks.push(self.check(rule));
        }
        checks
    }

    fn check(&self, rule: &'static Rule) -> Check {
        // The version in force, also where another reason comes first; else all that is known.
        let version = rule.version(self.plan.year);
        let (Some(first), Some(last)) =
            (version.or(rule.versions.first()), version.or(rule.versions.last()))
        else {
            broken("every rule has a version")
        };
        let mut check = Check {
            rule: rule.id,
            country: rule.country_code(),
            valid_from: first.from.to_string(),
            valid_to: last.to.map(|to| to.to_string()),
            source: rule.source,
            url: Some(rule.url).filter(|url| !url.is_empty()),
            checked_on: data::CHECKED_ON,
            figures: version.map_or(&[][..], |version| version.figures).to_vec(),
            outcome: Outcome::NotApplicable,
            reason: None,
            notes: Vec::new(),
            verdicts: Vec::new(),
        };
        check.reason = self.answer(rule, &mut check).err();
        check
    }

    /// What the rule says to this plan, or why it says nothing.
    fn version(&self, rule: &Rule) -> Result<&'static Version, Reason> {
        if rule.country.is_some_and(|country| country != self.plan.country) {
            return Err(Reason::Country);
        }
        let sector = self.plan.sector.as_deref();
        match (rule.scope, sector) {
            (Scope::Sector, None) => return Err(Reason::NoSector),
            (Scope::Sector, Some(sector)) if sector != rule.id => {
                let known = data::is_known_sector(sector);
                return Err(if known { Reason::OtherSector } else { Reason::UnknownSector });
            }
            (Scope::Private, Some(PUBLIC)) => return Err(Reason::PublicEmployer),
            _ => {}
        }
        let version = rule.version(self.plan.year).ok_or(Reason::YearOutsideData)?;
        if !self.has_fte(version.from_fte) {
            return Err(Reason::TooSmall);
        }
        Ok(version)
    }

    /// Answers a check of the rule, or says why the rule does not apply.
    fn answer(&self, rule: &Rule, check: &mut Check) -> Result<(), Reason> {
        let version = self.version(rule)?;
        match rule.method {
            Method::IndividualRight => individual_right::answer(self, rule, version, check)?,
            Method::CollectiveDays => worked_hours::collective_days(self, version, check)?,
            Method::HoursPerFte => worked_hours::hours_per_fte(self, version, check)?,
            Method::TrainingPlan => training_plan::answer(self, version, check),
            Method::Question => check.outcome = Outcome::Open,
        }
        if rule.is_past_horizon(self.plan.year) {
            check.notes.push(Note::MayHaveChanged);
        }
        Ok(())
    }

    /// Whether the organisation has at least so many FTE: the sum of the groups, exactly.
    fn has_fte(&self, fte: u32) -> bool {
        self.is_le(self.r.constant(fte), self.time.fte)
    }

    fn is_le(&self, a: R::N, b: R::N) -> bool {
        let (yes, no) = (self.r.constant(1), self.r.constant(0));
        Arith::if_le(a, b, yes, no).in_whole() == 1
    }

    /// A verdict on hours: met when the plan gives at least what is required, both per person or per
    /// FTE and year.
    fn hours(&self, about: Aspect, required: R::N, planned: R::N) -> Verdict {
        let per_day = self.r.input(&self.plan.calendar.hours_per_day);
        let span =
            |hours: R::N| LearningSpan { days: (hours / per_day).value(), hours: hours.value() };
        let short = (required - planned).max(self.r.constant(0));
        let met = self.is_le(required, planned);
        let mut verdict = Verdict::new(about, if met { Outcome::Met } else { Outcome::NotMet });
        verdict.required = Some(span(required));
        verdict.planned = Some(span(planned));
        verdict.short = Some(span(short));
        verdict
    }
}

impl Verdict {
    /// A bare answer.
    fn new(about: Aspect, outcome: Outcome) -> Self {
        Self {
            about,
            group: None,
            people: None,
            fraction: None,
            months: None,
            outcome,
            required: None,
            planned: None,
            short: None,
            due: None,
        }
    }

    fn is_met(&self) -> bool {
        self.outcome == Outcome::Met
    }
}

/// A number of a rule, or an employment fraction, in the numbers of a reading.
fn lift<R: Reading>(r: &R, value: Decimal) -> R::N {
    const ONE: i64 = 1_000_000;
    let constant = |part: i64| match u32::try_from(part) {
        Ok(part) => r.constant(part),
        Err(_) => broken("no number of a rule is negative or above four billion"),
    };
    constant(value.micros() / ONE) + constant(value.micros() % ONE) / constant(ONE)
}
