//! Rules that ask for days or hours per FTE: those of the organisation, and those of each group.

use super::data::{RuleFigure, RuleUnit, Version};
use super::verdict::{Check, Outcome, Reason};
use super::{Subject, lift};
use crate::model::readings::arith::{Reading, Scalar};

/// Days per FTE on average over the organisation, as `learningTime.daysPerFte`.
pub fn collective_days<R: Reading<N: Scalar>>(
    subject: &Subject<R>,
    version: &Version,
    check: &mut Check,
) -> Result<(), Reason> {
    let figure = version.figure(|fte| subject.has_fte(fte)).ok_or(Reason::TooSmall)?;
    let planned = subject.time.learning.hours_per_fte.ok_or(Reason::NoPeople)?;
    let per_day = subject.r.input(&subject.plan.calendar.hours_per_day);
    let required = lift(subject.r, figure.amount) * per_day;
    let verdict = subject.hours(figure.about, required, planned);
    check.outcome = verdict.outcome;
    check.verdicts.push(verdict);
    Ok(())
}

/// Hours per FTE of each group, as `learningTime.groups[].hoursPerFte`.
///
/// Where the rule has other hours for teachers than for support staff, the plan does not know which a
/// group is: met when both are, not met when neither is, else open.
pub fn hours_per_fte<R: Reading<N: Scalar>>(
    subject: &Subject<R>,
    version: &Version,
    check: &mut Check,
) -> Result<(), Reason> {
    let mut outcome = Outcome::Met;
    for (group, time) in subject.plan.groups.iter().zip(&subject.time.learning.groups) {
        let Some(planned) = time.hours_per_fte else { continue };
        let (mut any, mut all) = (false, true);
        for figure in version.figures {
            let mut verdict = subject.hours(figure.about, required(subject, figure), planned);
            verdict.group = Some(group.id.clone());
            verdict.people = Some(group.headcount.whole());
            any |= verdict.is_met();
            all &= verdict.is_met();
            check.verdicts.push(verdict);
        }
        if !any {
            outcome = Outcome::NotMet;
        } else if outcome == Outcome::Met && !all {
            outcome = Outcome::Open;
        }
    }
    if check.verdicts.is_empty() {
        return Err(Reason::NoPeople);
    }
    check.outcome = outcome;
    Ok(())
}

/// Hours per FTE and year; hours per week count in the plan's effective weeks.
fn required<R: Reading<N: Scalar>>(subject: &Subject<R>, figure: &RuleFigure) -> R::N {
    let hours = lift(subject.r, figure.amount);
    match figure.unit {
        RuleUnit::HoursPerFteWeek => {
            hours * subject.r.input(&subject.plan.calendar.effective_weeks)
        }
        _ => hours,
    }
}
