//! What the owner of a valid plan should look at.

use super::evaluation::Evaluation;
use super::formulas::learning_time::{HIGH_PERCENT, Limits};
use super::readings::arith::Scalar;
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::plan::schema::{self, members};
use crate::plan::{
    Benefit, Composition, Group, Input, Origin, Plan, ProductivityBenefit, ProfCircles, Warning,
    WarningCode, item,
};

/// Heads below which a group's labour cost says what a person earns.
pub const SMALL_GROUP: u32 = 5;

/// All warnings.
pub fn warnings<N: Scalar>(
    plan: &Plan,
    limits: &[Limits<N>],
    too_many_per_leader: bool,
    evaluation: &Evaluation,
) -> Vec<Warning> {
    let mut warnings = plan.warnings.clone();
    let mut warn =
        |code, path: String, message: String| warnings.push(Warning { code, path, message });
    let yes = |flag: N| flag.in_whole() == 1;

    let hours = &evaluation.learning_time.groups;
    for (i, ((group, hours), limits)) in plan.groups.iter().zip(hours).zip(limits).enumerate() {
        let (is_high, is_impossible) = (yes(limits.is_high), yes(limits.is_impossible));
        if group.headcount.whole() == 0 {
            continue;
        }
        let (path, name) = (item(members::GROUPS, i), &group.name);
        let weeks = plan.calendar.effective_weeks.likely;
        let cycles = group.learning.week_cycles.count.likely;
        if cycles > weeks {
            let message =
                format!("{name}: {cycles} week cycles do not fit in {weeks} effective weeks");
            warn(WarningCode::WeekCyclesExceedWeeks, path.clone(), message);
        }
        if is_high {
            let message =
                format!("{name}: learning takes more than {HIGH_PERCENT} % of effective hours");
            warn(WarningCode::LearningTimeHigh, path.clone(), message);
        }
        if is_impossible {
            let message = format!("{name}: learning takes more than all effective hours");
            warn(WarningCode::LearningTimeImpossible, path.clone(), message);
        }
        if hours.total_hours == 0.0 {
            warn(WarningCode::GroupWithoutLearning, path, format!("{name} has no learning hours"));
        }
        if is_wage_of_few(group) {
            let message =
                format!("{name} has fewer than {SMALL_GROUP} heads and its own labour cost");
            warn(WarningCode::SmallGroupWage, group.labour_cost_per_hour.path(), message);
        }
    }

    let circles = &evaluation.prof_circles;
    match plan.prof_circles.composition {
        Composition::Mixed if !circles.feasible => {
            let message = way_out(evaluation.learning_time.participants, &plan.prof_circles);
            warn(WarningCode::CirclesInfeasible, "profCircles".to_owned(), message);
        }
        Composition::Mixed => {}
        Composition::PerGroup => {
            for (i, (of_group, time)) in
                circles.groups.iter().zip(&evaluation.learning_time.groups).enumerate()
            {
                if !of_group.feasible {
                    let message = way_out(time.participants, &plan.prof_circles);
                    warn(WarningCode::CirclesInfeasible, item(members::GROUPS, i), message);
                }
            }
        }
    }
    let most = &plan.prof_circles.max_circles_per_leader;
    if too_many_per_leader {
        let message = format!("leaders would sit in more than {} circles each", most.likely);
        warn(WarningCode::TooManyCirclesPerLeader, most.path(), message);
    }
    let seats = &plan.prof_circles.leaders_per_circle;
    if circles.circles > 0 && seats.whole() > 0 && nobody_leads(plan) {
        let message = "circles ask for leaders, but no group has any".to_owned();
        warn(WarningCode::NoLeaders, seats.path(), message);
    }

    for (i, benefit) in plan.value.benefits.iter().enumerate() {
        let lag = benefit.lag_months();
        if lag.likely >= Decimal::whole(plan.horizon_months()) {
            let message = format!(
                "{} starts after {} months, when the horizon ends",
                benefit.label(),
                lag.likely
            );
            warn(WarningCode::LagReachesHorizon, lag.path(), message);
        }
        if is_cut_research_uplift(benefit) {
            let message = format!(
                "{}: an uplift from research is causal already; a haircut counts doubt twice",
                benefit.label()
            );
            warn(WarningCode::HaircutOnResearchUplift, item(members::BENEFITS, i), message);
        }
    }
    if kinds_with_value(plan, evaluation) > 1 {
        let message = "benefits of several kinds may count the same money".to_owned();
        warn(WarningCode::BenefitsMayOverlap, members::BENEFITS.to_owned(), message);
    }
    warnings
}

fn is_wage_of_few(group: &Group) -> bool {
    (1..u64::from(SMALL_GROUP)).contains(&group.headcount.whole())
        && group.labour_cost_per_hour.origin == Origin::Given
}

/// Every group with heads says that it has no leaders.
fn nobody_leads(plan: &Plan) -> bool {
    let mut groups = plan.groups.iter().filter(|group| group.headcount.whole() > 0);
    groups.all(|group| group.leaders.as_ref().is_some_and(|leaders| leaders.whole() == 0))
}

/// Whether an uplift that lies where research puts it is also cut.
fn is_cut_research_uplift(benefit: &Benefit) -> bool {
    let Benefit::Productivity(ProductivityBenefit { uplift, .. }) = benefit else {
        return false;
    };
    let cut = |input: &Input| input.likely < Decimal::ONE;
    let research = schema::UPLIFT.default.as_ref().and_then(|default| default.be.range);
    research.is_some_and(|(low, high)| (low..=high).contains(&uplift.likely))
        && (cut(benefit.attribution()) || cut(benefit.confidence()))
}

fn kinds_with_value(plan: &Plan, evaluation: &Evaluation) -> usize {
    let mut kinds = [false; 3];
    for (benefit, value) in plan.value.benefits.iter().zip(&evaluation.value.benefits) {
        let [productivity, retention, custom] = &mut kinds;
        let kind = match benefit {
            Benefit::Productivity(_) => productivity,
            Benefit::Retention(_) => retention,
            Benefit::Custom(_) => custom,
        };
        *kind |= value.pv > 0.0;
    }
    kinds.into_iter().filter(|&has_value| has_value).count()
}

/// The nearest changes that make circles of a permitted size possible.
///
/// With `lo = ⌈P / max⌉` circles above `hi = ⌊P / min⌋`: `hi` circles of up to `⌈P / hi⌉`, `lo` circles
/// of at least `⌊P / lo⌋`, or enough participants for `lo` circles of the minimum.
fn way_out(participants: u64, circles: &ProfCircles) -> String {
    let (min, max) = (circles.min_size.whole(), circles.max_size.whole());
    let lowest = participants.div_ceil(max);
    let highest = participants.checked_div(min).unwrap_or_else(|| broken("sizes are above zero"));
    let raise = match highest {
        0 => String::new(),
        circles => format!("raise maxSize to {}, ", participants.div_ceil(circles)),
    };
    let lower = participants.checked_div(lowest).unwrap_or_else(|| broken("nobody always fits"));
    let add = (lowest * min).saturating_sub(participants);
    format!(
        "{participants} participants do not form circles of {min} to {max}: {raise}lower minSize to {lower}, or add {add}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Document;

    #[track_caller]
    fn check(participants: u64, min: u64, max: u64, expected: &str) {
        let plan = format!(
            r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{{ "headcount": 1, "fte": 1 }}],
                 "profCircles": {{ "minSize": {min}, "targetSize": {min}, "maxSize": {max} }} }}"#
        );
        let plan = Plan::read(&Document::parse(&plan).unwrap()).unwrap();
        let message = way_out(participants, &plan.prof_circles);
        assert!(message.ends_with(expected), "{message}");
    }

    #[test]
    fn the_nearest_change_makes_circles_possible() {
        //    P  min max
        check(3, 5, 10, "of 5 to 10: lower minSize to 3, or add 2");
        check(11, 6, 10, "of 6 to 10: raise maxSize to 11, lower minSize to 5, or add 1");
        check(13, 7, 6 + 1, "of 7 to 7: raise maxSize to 13, lower minSize to 6, or add 1");
        check(23, 8, 10, "of 8 to 10: raise maxSize to 12, lower minSize to 7, or add 1");
    }
}
