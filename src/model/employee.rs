//! What the plan asks of, and gives to, one participant.

use super::arith::{Arith, Reading, sum};
use super::figures;
use super::learning_time::{GroupTime, LearningTime, employment};
use crate::plan::{Group, Plan};

/// The employee side, per participant and year.
pub struct Employee<N> {
    pub hours: Option<N>,
    pub days: Option<N>,
    pub share_of_working_time: Option<N>,
}

/// F-4.10: hours and days that a participant learns, and their share in the participant's working time.
///
/// ```text
/// hours  = Σ (L − talks + P · talk hours) / ΣP        only the talks of those who take part
/// days   = hours / hoursPerDay
/// share  = Σ (L − talks + P · talk hours) / Σ (P · e · H)
/// ```
pub fn employee<R: Reading>(r: &R, plan: &Plan, time: &LearningTime<R::N>) -> Employee<R::N> {
    let groups = || plan.groups.iter().zip(&time.groups);
    let learning = |(group, time): (&Group, &GroupTime<R::N>)| {
        let talks = time.participants * r.input(&group.learning.development_talks_hours);
        time.total - time.components.development_talks + talks
    };
    let working = |(group, hours): (&Group, &GroupTime<R::N>)| {
        hours.participants * employment(r, group) * time.effective_hours
    };
    let learning = sum(r, groups().map(learning)).named(figures::EMPLOYEE_LEARNING);
    let hours = learning.ratio(time.participants, figures::EMPLOYEE_HOURS);
    Employee {
        hours,
        days: hours
            .map(|x| (x / r.input(&plan.calendar.hours_per_day)).named(figures::EMPLOYEE_DAYS)),
        share_of_working_time: learning
            .ratio(sum(r, groups().map(working)), figures::EMPLOYEE_SHARE),
    }
}
