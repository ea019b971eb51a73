//! The yearly training plan: what must stand in it, and by when.

use super::Subject;
use super::data::{Aspect, Version};
use super::date::Date;
use super::verdict::{Check, Outcome, Verdict};
use crate::model::readings::arith::{Arith, Reading, Scalar};

/// The steps with their days in the plan year: met where the plan knows, else to do.
pub fn answer<R: Reading<N: Scalar>>(subject: &Subject<R>, version: &Version, check: &mut Check) {
    check.outcome = Outcome::Open;
    for step in version.steps {
        let due = Date::new(subject.plan.year, step.month, step.day).before(step.ahead);
        let mut verdict = Verdict::new(step.about, Outcome::Open);
        verdict.due = Some(due.to_string());
        if step.about == Aspect::FormalAndInformal {
            verdict.outcome = formal_and_informal(subject);
        }
        if verdict.outcome == Outcome::NotMet {
            check.outcome = Outcome::NotMet;
        }
        check.verdicts.push(verdict);
    }
}

/// Met when the plan has hours of formal training and hours of any other learning.
fn formal_and_informal<R: Reading<N: Scalar>>(subject: &Subject<R>) -> Outcome {
    let formal = subject.time.learning.by_component.formal;
    let none = |hours: R::N| subject.is_le(hours, hours.lift(0));
    if none(formal) || none(subject.time.learning.total_hours - formal) {
        Outcome::NotMet
    } else {
        Outcome::Met
    }
}
