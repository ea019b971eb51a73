//! What the plan asks of, and gives to, one participant.

use super::learning_time::{LearningTime, employment, over_groups};
use crate::model::figures;
use crate::model::readings::arith::{Arith, Reading};
use crate::plan::Plan;

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
    let learning = over_groups(r, plan, &time.groups, &|group, time| {
        let talks = time.participants * r.input(&group.learning.development_talks_hours);
        time.total - time.components.development_talks + talks
    });
    let learning = learning.named(figures::EMPLOYEE_LEARNING);
    let hours = learning.ratio(time.participants, figures::EMPLOYEE_HOURS);
    let days =
        hours.map(|x| (x / r.input(&plan.calendar.hours_per_day)).named(figures::EMPLOYEE_DAYS));
    let working = over_groups(r, plan, &time.groups, &|group, hours| {
        hours.participants * employment(r, group) * time.effective_hours
    });
    Employee {
        hours,
        days,
        share_of_working_time: learning.ratio(working, figures::EMPLOYEE_SHARE),
    }
}
