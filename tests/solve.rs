//! Goals: the value of one input at which a figure comes where it should.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::option_option)]

mod common;

use common::{cases_or, figure, plans, read, three_lines, try_evaluate, write};
use jaarplan::Document;
use jaarplan::solve::{Goal, Solution, solve};
use proptest::prelude::*;
use serde_json::{Value, json};

fn try_solve(plan: &Value, goal: &Value) -> Result<Solution, jaarplan::InputErrors> {
    let goal = Document::parse(&goal.to_string())?;
    solve(&read(&plan.to_string())?, &Goal::read(goal.root())?)
}

#[track_caller]
fn solved(plan: &Value, goal: &Value) -> Solution {
    try_solve(plan, goal).unwrap_or_else(|errors| panic!("{errors}\n{goal}"))
}

/// The figure of the plan that states this value; `None` where no such plan can be.
fn at(plan: &Value, input: &str, value: f64, asked: &str) -> Option<Option<f64>> {
    let mut stated = plan.clone();
    if !write(&mut stated, input, value) {
        return None;
    }
    let result = serde_json::to_value(try_evaluate(&stated.to_string()).ok()?).unwrap();
    Some(figure(&result, asked).as_f64())
}

/// €100,000 for 120 people, 96.5 FTE, 12 circles: by hand.
#[test]
fn a_budget_is_a_number_of_sessions_or_hours() {
    let plan = three_lines();
    // Cash: 10 % of all hours at 48.20 × 1.2, 35 per formal hour, 60 per participant, 50 per session, 5 % reserve.
    let e = 96.5 / 120.0;
    let cash = |sessions: f64, formal: f64| {
        let hours = 96.0 * (20.0 * e + 2.5 * sessions + 16.0 * e + formal * e) + 240.0;
        let lines = 35.0 * 96.0 * formal * e + 60.0 * 96.0 + 50.0 * 12.0 * sessions;
        hours * 0.1 * 48.2 * 1.2 + lines * 1.05
    };
    let goal =
        json!({ "input": "profCircles.sessions", "figure": "budget.cash", "atMost": 100_000 });
    let solution = solved(&plan, &goal);
    let most = (0..=366).rfind(|&sessions| cash(f64::from(sessions), 16.0) <= 100_000.0).unwrap();
    assert_eq!(solution.value.to_f64(), f64::from(most));
    assert!(solution.reached);
    let goal = json!({ "input": "learning.formal.hours", "figure": "budget.cash", "equals": 60_000, "low": 0 });
    let solution = solved(&plan, &goal);
    assert_eq!((solution.at, solution.reached), (Some(60_000.0), true));
    assert!((cash(6.0, solution.value.to_f64()) - 60_000.0).abs() < 0.01, "{solution:?}");
    assert_eq!((solution.low.to_f64(), solution.high.to_f64()), (0.0, 40.0));
    assert_eq!(solution.current.unwrap().to_f64(), 16.0);
    assert_eq!(
        solution.current_at,
        at(&plan, "learning.formal.hours", 16.0, "budget.cash").unwrap()
    );
}

#[test]
fn the_answer_for_a_bound_is_the_last_value_that_keeps_it() {
    let plan = three_lines();
    for (aim, below) in [("atMost", false), ("atLeast", true)] {
        let goal = json!({ "input": "learning.weekCycles.count", "figure": "learningTime.hoursPerFte", aim: 58 });
        let solution = solved(&plan, &goal);
        let value = solution.value.to_f64();
        let beyond = if below { value - 1e-6 } else { value + 1e-6 };
        let beyond =
            at(&plan, solution.input.as_str(), beyond, &solution.figure.id()).unwrap().unwrap();
        assert!(solution.reached && (beyond < 58.0) == below, "{solution:?}: {beyond}");
    }
}

#[test]
fn what_cannot_be_reached_is_told_with_what_comes_closest() {
    let plan = three_lines();
    let goal = |input: &str, figure: &str, aim: &str, bound: f64| {
        solved(&plan, &json!({ "input": input, "figure": figure, aim: bound }))
    };
    let formal = "learning.formal.hours";
    let least = goal(formal, "budget.cash", "atMost", 1000.0);
    assert_eq!((least.reached, least.value.to_f64()), (false, 8.0));
    let most = goal(formal, "learningTime.daysPerFte", "atLeast", 50.0);
    assert_eq!((most.reached, most.value.to_f64()), (false, 40.0));
    // All values keep it: the one that comes closest.
    let all = goal(formal, "budget.cash", "atMost", 1e9);
    assert_eq!((all.reached, all.value.to_f64()), (true, 40.0));
    // Nothing moves it: the plan stays as it is.
    let still = goal("value.discountRate", "budget.cash", "atMost", 1000.0);
    assert_eq!((still.reached, still.value.to_f64()), (false, 0.04));
    assert_eq!(still.at, still.current_at);
    // No circle is a circle and a half: there is no closer one, on a continuous input.
    let half = goal("groups[0].participation", "profCircles.circles", "equals", 11.5);
    assert!(half.reached && (half.at == Some(11.0) || half.at == Some(12.0)), "{half:?}");
    let whole = goal("profCircles.sessions", "profCircles.sessions", "equals", 90.0);
    assert!(!whole.reached && (whole.at == Some(84.0) || whole.at == Some(96.0)), "{whole:?}");
    // No gap without a budget.
    let undefined = goal(formal, "budget.gap", "atLeast", 0.0);
    assert_eq!((undefined.reached, undefined.at, undefined.current_at), (false, None, None));
}

#[test]
fn a_budget_that_is_not_set_yet_can_be_sought() {
    let plan = three_lines();
    let goal = json!({ "input": "budget.available", "figure": "budget.gap", "atLeast": 0 });
    let solution = solved(&plan, &goal);
    assert_eq!((solution.current, solution.current_at), (None, None));
    assert_eq!((solution.at, solution.reached), (Some(0.0), true));
    assert_eq!(solution.value.to_f64(), common::evaluate(&plan).budget.cash);
}

#[test]
fn a_likelier_goal_asks_for_more() {
    let plan = three_lines();
    let goal = |probability: f64, points: u32| {
        json!({ "input": "budget.available", "figure": "budget.gap", "atLeast": 0,
            "probability": probability, "points": points, "defaultRanges": true })
    };
    let mut before = 0.0;
    for probability in [0.0, 0.1, 0.5, 0.8, 0.95, 1.0] {
        let solution = solved(&plan, &goal(probability, 1024));
        let told = solution.probability.unwrap();
        assert!(solution.reached && told >= probability, "{told}");
        assert!(probability == 0.0 || told < probability + 0.002, "{told}");
        assert_eq!(solution.error > Some(0.0), 0.0 < told && told < 1.0, "{solution:?}");
        assert!(solution.value.to_f64() >= before, "{probability}");
        before = solution.value.to_f64();
    }
    // It is the quantile of cash, as a simulation tells it.
    let solution = solved(&plan, &goal(0.9, 16_384));
    let options = jaarplan::simulate::Options { default_ranges: true, ..Default::default() };
    let plan = read(&plan.to_string()).unwrap();
    let simulation = jaarplan::simulate::simulate(&plan, &options).unwrap();
    let p90 = simulation.figures.get(jaarplan::Figure::Cash).unwrap().p90.unwrap();
    assert!((solution.value.to_f64() / p90 - 1.0).abs() < 1e-3, "{solution:?}: {p90}");
}

#[test]
fn without_ranges_a_probability_changes_nothing() {
    let plan = three_lines();
    let goal = json!({ "input": "groups[0].participation", "figure": "learningTime.daysPerFte", "atLeast": 8 });
    let sure = solved(&plan, &goal);
    let mut likely = goal;
    likely["probability"] = json!(0.8);
    likely["points"] = json!(256);
    let likely = solved(&plan, &likely);
    assert_eq!((likely.value, likely.at, likely.reached), (sure.value, sure.at, sure.reached));
    assert_eq!((likely.probability, likely.error), (Some(1.0), Some(0.0)));
    assert_eq!((sure.probability, sure.error), (None, None));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let whole = json!({ "input": "learning.formal.hours", "figure": "budget.cash", "atMost": 1 });
    let table = [
        (json!({ "input": "learning.cheese" }), "input", "unknown-id"),
        // Not of this plan, and not alone.
        (json!({ "input": "groups[1].participation" }), "input", "unknown-id"),
        (json!({ "input": "groups[0].headcount" }), "input", "unknown-id"),
        (json!({ "input": "value.horizonYears", "probability": 0.5 }), "input", "unknown-id"),
        (json!({ "input": null }), "input", "missing"),
        (json!({ "input": 3 }), "input", "wrong-type"),
        (json!({ "figure": "budget.cheese" }), "figure", "unknown-id"),
        (json!({ "figure": "learningTime.groups[1].totalHours" }), "figure", "unknown-id"),
        (json!({ "figure": null }), "figure", "missing"),
        (json!({ "atMost": null }), "atMost", "missing"),
        (json!({ "atLeast": 1 }), "atMost", "missing"),
        (json!({ "low": -1 }), "low", "out-of-range"),
        (json!({ "high": 10_001 }), "high", "out-of-range"),
        (json!({ "low": 20, "high": 10 }), "high", "out-of-range"),
        (json!({ "low": 41 }), "low", "out-of-range"),
        (json!({ "probability": 1.5 }), "probability", "out-of-range"),
        (json!({ "probability": 0.5, "atMost": null, "equals": 1 }), "equals", "unknown-choice"),
        (json!({ "probability": 0.5, "points": 1000 }), "points", "out-of-range"),
        (json!({ "cheese": 1 }), "cheese", "unknown-id"),
    ];
    for (change, path, code) in table {
        let mut goal = whole.clone();
        goal.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let errors = try_solve(&three_lines(), &goal).unwrap_err().errors;
        assert!(
            errors.iter().any(|error| (error.path.as_str(), error.code.as_str()) == (path, code)),
            "{change}: {errors:?}"
        );
        assert!(errors.iter().all(|error| error.example.is_some() || path == "cheese"), "{change}");
    }
}

const INPUTS: [&str; 8] = [
    "learning.weekCycles.count",
    "learning.formal.hours",
    "learning.developmentTalks.hours",
    "profCircles.sessions",
    "groups[0].participation",
    "groups[0].labourCostPerHour",
    "budget.contingency",
    "value.horizonYears",
];
const FIGURES: [&str; 6] = [
    "budget.cash",
    "budget.full",
    "learningTime.daysPerFte",
    "profCircles.circles",
    "value.net",
    "value.paybackMonth",
];

proptest! {
    #![proptest_config(cases_or(48))]

    /// The plan that states the answer has the figure that was told; a goal that a value within the range is known
    /// to reach is reached, and nothing one step beyond a bound reaches it.
    #[test]
    fn the_figure_at_the_answer_is_that_of_evaluate(
        plan in plans(), input in 0..INPUTS.len(), asked in 0..FIGURES.len(), aim in 0..3_usize, part in 0..=100_u32,
    ) {
        let (input, asked) = (INPUTS[input], FIGURES[asked]);
        let mut goal = json!({ "input": input, "figure": asked });
        let aim = ["atLeast", "atMost", "equals"][aim];
        goal[aim] = json!(0);
        let ends = solved(&plan, &goal);
        let (low, high) = (ends.low.to_f64(), ends.high.to_f64());
        // Somewhere on the way, as the table of fields reads it.
        let somewhere = low + (high - low) * f64::from(part) / 100.0;
        let step = if input.ends_with("sessions") || input.ends_with("Years") { 1.0 } else { 1e6 };
        let somewhere = if step == 1.0 { somewhere.round() } else { (somewhere * step).round() / step };
        let Some(exact @ Some(target)) = at(&plan, input, somewhere, asked) else { return Ok(()) };
        goal[aim] = json!(target);
        // Numbers of a goal have six places, as all have.
        let target = jaarplan::Decimal::read(&target.to_string()).unwrap().to_f64();
        let solution = solved(&plan, &goal);
        prop_assert_eq!(Some(solution.at), at(&plan, input, solution.value.to_f64(), asked), "{:?}", solution);
        let found = solution.at;
        prop_assert_eq!(Some(solution.current_at), Some(ends.current_at));
        let is_kept = |figure: f64| if aim == "atLeast" { figure >= target } else { figure <= target };
        if aim != "equals" {
            prop_assert_eq!(solution.reached, found.is_some_and(is_kept), "{:?}", solution);
            let mut is_known = ends.current_at.is_some_and(is_kept);
            // More hours of learning never make fewer days, so that no value can be missed.
            if input.starts_with("learning.") && asked == "learningTime.daysPerFte" {
                is_known |= exact.is_some_and(is_kept);
                let beyond = solution.value.to_f64() + if aim == "atMost" { 1e-6 } else { -1e-6 };
                let beyond = at(&plan, input, beyond, asked).flatten();
                let is_end = solution.value == solution.low || solution.value == solution.high;
                let is_last = is_end || beyond == found || !beyond.is_some_and(is_kept);
                prop_assert!(!solution.reached || is_last, "{:?}", solution);
            }
            prop_assert!(solution.reached || !is_known, "{:?}", solution);
        } else if let Some(found) = found.filter(|_| solution.reached && asked == "budget.cash" && step > 1.0) {
            // Cents: a step of the input may be more than one, of one with many heads or a jump of circles.
            let beside = |step: f64| at(&plan, input, solution.value.to_f64() + step, asked).flatten().unwrap_or(found);
            let width = (beside(1e-6) - found).abs().max((found - beside(-1e-6)).abs());
            prop_assert!((found - target).abs() <= width.max(0.005), "{} for {}: {:?}", found, target, solution);
        }
    }
}
