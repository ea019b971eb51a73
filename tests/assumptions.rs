//! What a figure rests on, and how far each assumption moves it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{cases_or, figure, full, plans, read, three_lines, write};
use jaarplan::analysis::explain;
use jaarplan::{Assumption, Figure, Origin, assumptions};
use proptest::prelude::*;
use serde_json::{Value, json};

fn of(plan: &Value, figure: &str) -> Vec<Assumption> {
    assumptions(&read(&plan.to_string()).unwrap(), Figure::find(figure).unwrap()).unwrap()
}

fn find<'a>(assumptions: &'a [Assumption], input: &str) -> &'a Assumption {
    let holds = |assumption: &&Assumption| assumption.inputs.iter().any(|path| path == input);
    assumptions.iter().find(holds).unwrap_or_else(|| panic!("{input} is not in {assumptions:?}"))
}

#[track_caller]
fn close(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, not {expected}");
}

/// Value, low, high of a range and the figure at its ends, by hand.
#[test]
fn swings_are_those_of_the_range() {
    // 120 heads, 96.5 FTE: e = 96.5/120. Per participant 20e + 15 + 16e + 16e hours; 2 hours of talks each.
    let e = 96.5 / 120.0;
    let hours = |participants: f64| participants * (52.0 * e + 15.0) / 120.0 + 2.0;
    let found = of(&three_lines(), "learningTime.hoursPerEmployee");
    let participation = find(&found, "groups[0].participation");
    close(participation.at_low, hours(60.0));
    close(participation.at_high, hours(114.0));
    close(participation.swing, hours(114.0) - hours(60.0));
    assert_eq!(participation.low.unwrap().to_string(), "0.5");
    assert_eq!(
        (participation.origin, participation.source),
        (Origin::Default, Some("for reference: 0.51 in Belgium (Statbel 2020)"))
    );
    // 40 weekcycles of 20 to 60 minutes, of 96 participants in 120.
    close(
        find(&found, "learning.weekCycles.minutes").swing,
        96.0 * 40.0 * (60.0 - 20.0) / 60.0 * e / 120.0,
    );
    // 16 hours of talks instead of 2, of everyone.
    close(find(&found, "learning.developmentTalks.hours").swing, 3.0);
    // Money moves no hours.
    assert!(found.iter().all(|assumption| assumption.inputs != ["groups[0].labourCostPerHour"]));
}

#[test]
fn the_largest_swing_comes_first_and_what_has_no_range_last() {
    for figure in ["budget.cash", "budget.full", "value.net", "value.breakEvenUplift"] {
        let found = of(&three_lines(), figure);
        let order: Vec<_> = found.iter().map(|a| (a.low.is_some(), a.swing)).collect();
        assert!(order.is_sorted_by(|a, b| a >= b), "{figure}: {order:?}");
        assert!(found.first().unwrap().swing > Some(0.0));
        assert_eq!(found.last().unwrap().swing, None);
    }
}

#[test]
fn a_default_is_one_unknown_wherever_it_is_used() {
    let mut plan = three_lines();
    plan["groups"] = json!([{ "headcount": 10, "fte": 10 }, { "headcount": 20, "fte": 20 },
        { "headcount": 5, "fte": 5, "labourCostPerHour": 60 }]);
    let found = of(&plan, "budget.full");
    // What an hour of an internal facilitator costs derives from the same default.
    assert_eq!(
        find(&found, "groups[1].labourCostPerHour").inputs,
        [
            "groups[0].labourCostPerHour",
            "groups[1].labourCostPerHour",
            "facilitation.internalCostPerHour"
        ]
    );
    // A learning default of the plan is one, not one for each group.
    assert_eq!(find(&found, "learning.formal.hours").inputs, ["learning.formal.hours"]);
    assert!(found.iter().all(|a| !a.inputs.contains(&"groups[2].labourCostPerHour".to_owned())));
}

#[test]
fn estimates_of_the_plan_are_assumptions_too() {
    let mut plan = three_lines();
    plan["groups"][0]["labourCostPerHour"] = json!({ "low": 40, "likely": 50, "high": 55 });
    let found = of(&plan, "budget.lines[0].amount");
    let cost = find(&found, "groups[0].labourCostPerHour");
    assert_eq!((cost.origin, cost.basis, cost.source), (Origin::Given, None, None));
    assert_eq!([cost.low, cost.high].map(|end| end.unwrap().to_string()), ["40", "55"]);
    close(cost.at_high.map(|high| high / cost.at_low.unwrap()), 55.0 / 40.0);
}

#[test]
fn a_plan_that_states_all_rests_on_its_own_estimates_alone() {
    for assumption in of(&full(), "value.net") {
        assert_eq!(assumption.origin, Origin::Given, "{assumption:?}");
    }
    assert_eq!(of(&full(), "profCircles.circles"), []);
}

#[test]
fn an_unknown_figure_is_refused() {
    let plan = read(&three_lines().to_string()).unwrap();
    for wrong in ["budget.cheese", "learningTime.groups[1].totalHours", ""] {
        let found = explain::figure(wrong).and_then(|figure| assumptions(&plan, figure));
        assert_eq!(found.unwrap_err().errors[0].code.as_str(), "unknown-id", "{wrong}");
    }
}

proptest! {
    #![proptest_config(cases_or(64))]

    /// An assumption moved to an end of its range gives what a plan gives that states that end.
    #[test]
    fn the_ends_are_those_of_plans_that_state_them(plan in plans()) {
        let figures = ["learningTime.daysPerFte", "budget.full", "value.net", "value.paybackMonth"];
        for asked in figures {
            for assumption in of(&plan, asked) {
                for (end, at_end) in [(assumption.low, assumption.at_low), (assumption.high, assumption.at_high)] {
                    let Some(end) = end else { continue };
                    let mut stated = plan.clone();
                    if !assumption.inputs.iter().all(|path| write(&mut stated, path, end.to_f64())) {
                        continue;
                    }
                    let result = common::try_evaluate(&stated.to_string()).ok();
                    let result = result.map(|result| serde_json::to_value(result).unwrap());
                    let expected = result.and_then(|result| figure(&result, asked).as_f64());
                    prop_assert_eq!(at_end, expected, "{} of {:?} at {}", asked, assumption.inputs, end);
                }
            }
        }
    }
}
