//! What the plan asks of, and gives to, one participant.

use serde::Serialize;

use super::learning_time::{Time, employment, over_groups};
use crate::model::figures::Figure;
use crate::model::readings::arith::{Arith, Reading};
use crate::model::result::{Finish, finished};
use crate::plan::{Intangible, Plan};

finished! {
    /// The employee side, per participant and year; the days of legal right are part of the rules check.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Employee<N = f64> {
        /// Hours of learning of a participant.
        pub hours: Option<N>,
        /// The same in training days.
        pub days: Option<N>,
        /// The same as a share of the participant's effective working hours, 0..1.
        pub share_of_working_time: Option<N>,
        /// What cannot be counted in money; listed, never summed.
        pub intangibles: Vec<Intangible>,
    }
}

/// F-4.10: hours and days that a participant learns, and their share in the participant's working time.
///
/// ```text
/// hours  = Σ (L − talks + P · talk hours) / ΣP        only the talks of those who take part
/// days   = hours / hoursPerDay
/// share  = Σ (L − talks + P · talk hours) / Σ (P · e · H)
/// ```
pub fn employee<R: Reading>(r: &R, plan: &Plan, time: &Time<R::N>) -> Employee<R::N> {
    let learning = over_groups(r, plan, &time.learning.groups, &|group, time| {
        let talks = time.participants * r.input(&group.learning.development_talks.hours);
        time.total_hours - time.by_component.development_talks + talks
    });
    let learning = learning.named(Figure::EmployeeLearning);
    let hours = learning.ratio(time.learning.participants, Figure::EmployeeHours);
    let days =
        hours.map(|x| (x / r.input(&plan.calendar.hours_per_day)).named(Figure::EmployeeDays));
    let working = over_groups(r, plan, &time.learning.groups, &|group, hours| {
        hours.participants * employment(r, group) * time.effective_hours
    });
    Employee {
        hours,
        days,
        share_of_working_time: learning.ratio(working, Figure::EmployeeShare),
        intangibles: plan.value.intangibles.clone(),
    }
}
