//! The individual learning right: days per person, held against the hours of a participant.

use super::data::{self, Aspect, Method, Rule, RuleFigure, Version};
use super::verdict::{Check, Note, Outcome, Reason, RightMet, Verdict};
use super::{Subject, lift};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::formulas::learning_time::{Learners, components, employment, participants};
use crate::model::readings::arith::{Arith, Reading, Scalar};
use crate::model::readings::exact::{Arena, Rationals};
use crate::plan::{Country, Group, Subsidy, SubsidyBasis};

/// A year has so many months; the plan is for someone who works all of them.
const YEAR: u32 = 12;

/// Employment fractions that everyone knows, besides the group's own average.
const PROFILES: [(Aspect, Decimal); 3] = [
    (Aspect::FullTime, Decimal::ONE),
    (Aspect::FourFifths, Decimal::literal("0.8")),
    (Aspect::HalfTime, Decimal::literal("0.5")),
];

/// The training days of one person, as the factors that they are the product of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndividualRight {
    /// `A`: days for a full-timer who works the whole year.
    pub days_for_full_timer: Decimal,
    /// `B`: employment fraction, 0..1.
    pub fraction: Decimal,
    /// Months employed; a started month counts whole, so that `C` is a whole number of twelfths.
    pub months: u32,
}

impl IndividualRight {
    /// `A × B × C`: the exact product, as the nearest double.
    pub fn days(&self) -> f64 {
        let arena = Arena::default();
        let r = Rationals(&arena);
        days(&r, lift(&r, self.days_for_full_timer), lift(&r, self.fraction), self.months).value()
    }
}

/// The individual learning right of one person under the Belgian law of 3 October 2022, art. 50.
///
/// `fte` is the organisation's; `fraction` is the person's employment, 0..1; `months` are those
/// employed in the year, 0..12, and a started month counts whole. `None` for a year outside the data
/// and for a fraction or months that cannot be.
///
/// ```
/// # use jaarplan::{Decimal, rules::individual_right};
/// let read = |text| Decimal::read(text).map_err(|_| text);
/// let right = individual_right(read("96.5")?, 2027, read("0.8")?, read("9.2")?);
/// assert_eq!(right.map(|right| (right.months, right.days())), Some((10, 10.0 / 3.0)));
/// # Ok::<(), &str>(())
/// ```
pub fn individual_right(
    fte: Decimal,
    year: u32,
    fraction: Decimal,
    months: Decimal,
) -> Option<IndividualRight> {
    let law = data::ALL.iter().find(|rule| rule.method == Method::IndividualRight)?;
    let version = law.version(year)?;
    let figure = version.figure(|threshold| fte >= Decimal::whole(threshold));
    let possible = (Decimal::ZERO..=Decimal::ONE).contains(&fraction)
        && (Decimal::ZERO..=Decimal::whole(YEAR)).contains(&months);
    let started = (0..=YEAR).find(|&whole| months <= Decimal::whole(whole))?;
    possible.then(|| IndividualRight {
        days_for_full_timer: figure.map_or(Decimal::ZERO, |figure| figure.amount),
        fraction,
        months: started,
    })
}

/// Training days of one person in a year.
///
/// ```text
/// A · B · C
/// ```
///
/// | symbol | what                                       | unit |
/// |--------|--------------------------------------------|------|
/// | `A`    | days for a full-timer, by size and year    | days |
/// | `B`    | employment fraction                        | –    |
/// | `C`    | months employed / 12, started months whole | –    |
///
/// Source: law of 3 October 2022, art. 50 and further.
fn days<R: Reading>(r: &R, full_time: R::N, fraction: R::N, months: u32) -> R::N {
    full_time * fraction * r.constant(months) / r.constant(YEAR)
}

/// Holds every group against the right: met when each of its heads gets the days.
pub fn answer<R: Reading<N: Scalar>>(
    subject: &Subject<R>,
    rule: &Rule,
    version: &Version,
    check: &mut Check,
) -> Result<(), Reason> {
    if replacement(subject, rule).is_some() {
        return Err(Reason::SectorAgreement);
    }
    let figure = version.figure(|fte| subject.has_fte(fte)).ok_or(Reason::TooSmall)?;
    for group in &subject.plan.groups {
        of_group(subject, group, figure, &mut check.verdicts);
    }
    let counts = |verdict: &Verdict| verdict.people.is_some();
    let met = check.verdicts.iter().all(|verdict| verdict.is_met() || !counts(verdict));
    check.outcome = if met { Outcome::Met } else { Outcome::NotMet };
    add_notes(subject, rule, check);
    Ok(())
}

/// The agreement of the plan's sector that takes the rule's place.
fn replacement<R: Reading<N: Scalar>>(subject: &Subject<R>, rule: &Rule) -> Option<&'static Rule> {
    data::ALL.iter().find(|other| {
        other.method == Method::IndividualRight
            && other.id != rule.id
            && subject.plan.sector.as_deref() == Some(other.id)
            && subject.version(other).is_ok()
    })
}

/// The rule that gives the plan's people their right, and the number of days.
fn in_force<R: Reading<N: Scalar>>(subject: &Subject<R>) -> Option<&'static RuleFigure> {
    let rights = data::ALL.iter().filter(|rule| rule.method == Method::IndividualRight);
    // The agreement of a sector stands after the law, whose place it takes.
    let version = rights.rev().find_map(|rule| subject.version(rule).ok())?;
    version.figure(|fte| subject.has_fte(fte))
}

/// One person of a group: the right that person has, and the hours that the plan gives.
fn person<R: Reading<N: Scalar>>(
    subject: &Subject<R>,
    group: &Group,
    full_time: R::N,
    fraction: R::N,
    takes_part: bool,
) -> (R::N, R::N) {
    let (r, plan) = (subject.r, subject.plan);
    let learners = Learners {
        heads: r.constant(1),
        participants: r.constant(takes_part.into()),
        employment: fraction,
    };
    let required = days(r, full_time, fraction, YEAR) * r.input(&plan.calendar.hours_per_day);
    (required, components(r, &group.learning, &plan.prof_circles, learners).total())
}

/// Verdicts on the heads of a group that take part, those that do not, and the profiles of participants.
fn of_group<R: Reading<N: Scalar>>(
    subject: &Subject<R>,
    group: &Group,
    figure: &RuleFigure,
    verdicts: &mut Vec<Verdict>,
) {
    let r = subject.r;
    let full_time = lift(r, figure.amount);
    let average = employment(r, group);
    let participants = participants(r, group).in_whole();
    let Some(others) = group.headcount.whole().checked_sub(participants) else {
        broken("more people take part than the group has")
    };
    // Nobody of the group is told of where there is nobody; a profile is of no number of people.
    let mut told = Vec::from([
        (Aspect::Participants, average, Some(participants)),
        (Aspect::NonParticipants, average, Some(others)),
    ]);
    if participants > 0 {
        for &(about, fraction) in &PROFILES {
            told.push((about, lift(r, fraction), None));
        }
    }
    for (about, fraction, people) in told {
        if people == Some(0) {
            continue;
        }
        let takes_part = about != Aspect::NonParticipants;
        let (required, planned) = person(subject, group, full_time, fraction, takes_part);
        let mut verdict = subject.hours(about, required, planned);
        verdict.group = Some(group.id.clone());
        verdict.people = people;
        verdict.fraction = Some(fraction.value());
        verdict.months = Some(YEAR);
        verdicts.push(verdict);
    }
}

fn add_notes<R: Reading<N: Scalar>>(subject: &Subject<R>, rule: &Rule, check: &mut Check) {
    let (verdicts, notes) = (&check.verdicts, &mut check.notes);
    match subject.plan.sector.as_deref() {
        None => notes.push(Note::NoSector),
        Some(sector) if !data::is_known_sector(sector) => notes.push(Note::UnknownSector),
        Some(_) => {}
    }
    // A full-timer is the strictest case: what is not pro rata weighs less the more someone works.
    let full_timer_short = |average: &Verdict| {
        average.about == Aspect::Participants
            && average.is_met()
            && verdicts.iter().any(|other| {
                other.about == Aspect::FullTime && other.group == average.group && !other.is_met()
            })
    };
    if verdicts.iter().any(full_timer_short) {
        notes.push(Note::FullTimeShort);
    }
    let per_hour = |subsidy: &Subsidy| subsidy.basis == SubsidyBasis::PerFormalHour;
    if rule.country == Some(Country::Be) && subject.plan.subsidies.iter().any(per_hour) {
        notes.push(Note::TrainingLeave);
    }
}

/// The average participant's right, and how much of it the plan gives.
///
/// ```text
/// required  Σ P_g · A · e_g / Σ P_g
/// met       Σ P_g · min(A · e_g, hours_g / hoursPerDay) / Σ P_g
/// ```
pub fn met<R: Reading<N: Scalar>>(subject: &Subject<R>) -> Option<RightMet> {
    let (r, plan) = (subject.r, subject.plan);
    let full_time = lift(r, in_force(subject)?.amount);
    let (mut required, mut met) = (r.constant(0), r.constant(0));
    for (group, time) in plan.groups.iter().zip(&subject.time.learning.groups) {
        let (right, planned) = person(subject, group, full_time, employment(r, group), true);
        required = required + time.participants * right;
        met = met + time.participants * right.min(planned);
    }
    let hours = subject.time.learning.participants * r.input(&plan.calendar.hours_per_day);
    Some(RightMet {
        required_days: required.over(hours)?.value(),
        met_days: met.over(hours)?.value(),
        share: met.over(required)?.value(),
    })
}
