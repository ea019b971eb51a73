//! How an explanation is told: nothing twice, nothing that says nothing, each step with its operation.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{full, read, three_lines};
use jaarplan::plan::Unit;
use jaarplan::{Explanation, Figure, Operation, Origin, explain};
use serde_json::{Value, json};

#[track_caller]
fn told(plan: &Value, figure: &str) -> Explanation {
    explain(&read(&plan.to_string()).unwrap(), Figure::find(figure).unwrap()).unwrap()
}

/// Every node, the outermost first.
fn nodes(told: &Explanation) -> Vec<&Explanation> {
    let parts = told.parts.iter().flat_map(nodes);
    std::iter::once(told).chain(parts).collect()
}

fn is_constant(node: &Explanation, value: f64) -> bool {
    node.origin == Some(Origin::Constant) && node.value == Some(value)
}

const FIGURES: [&str; 10] = [
    "learningTime.hoursPerEmployee",
    "learningTime.groups[0].totalHours",
    "profCircles.circles",
    "profCircles.facilitators",
    "budget.cash",
    "budget.full",
    "value.net",
    "value.breakEvenUplift",
    "value.paybackMonth",
    "value.inactionCost",
];

#[test]
fn each_node_says_what_it_is() {
    for (plan, figure) in
        FIGURES.iter().flat_map(|figure| [(full(), figure), (three_lines(), figure)])
    {
        let why = told(&plan, figure);
        for node in nodes(&why) {
            let leaf = node.parts.is_empty();
            assert_eq!(node.operation.is_some(), !leaf, "{node:?}");
            assert_eq!(leaf, node.again || node.origin.is_some(), "{node:?}");
            assert_eq!(node.unit.is_some(), node.figure.is_some() || node.input.is_some());
            // No figure is made of itself, and no part of months is a step without a name.
            let own = |part: &Explanation| node.figure.is_some() && part.figure == node.figure;
            assert!(!node.parts.iter().any(own), "{node:?}");
            let has_months =
                matches!(node.operation, Some(Operation::Months | Operation::FirstMonth));
            assert_eq!(!node.months.is_empty(), has_months);
            let bare = |part: &Explanation| part.figure.is_none() && part.input.is_none();
            assert!(!(has_months && node.parts.iter().skip(1).any(bare)), "{node:?}");
        }
    }
}

#[test]
fn what_refers_to_a_figure_has_its_unit() {
    for figure in FIGURES {
        let why = told(&full(), figure);
        let all = nodes(&why);
        for again in all.iter().filter(|node| node.again && node.figure.is_some()) {
            let first = all.iter().find(|node| node.figure == again.figure && !node.again).unwrap();
            assert_eq!((again.unit, again.value), (first.unit, first.value));
        }
    }
}

#[test]
#[rustfmt::skip]
fn operations_and_units_of_figures() {
    for (figure, operation, unit) in [
        ("learningTime.groups[0].participants", Operation::Round,       Unit::Person),
        ("profCircles.facilitators",            Operation::RoundUp,    Unit::Person),
        ("budget.lines[0].amount",              Operation::Cents,       Unit::Eur),
        ("learningTime.totalHours",             Operation::Sum,         Unit::Hours),
        ("value.pvCost",                        Operation::Months,      Unit::Eur),
        ("value.paybackMonth",                  Operation::FirstMonth, Unit::Months),
        ("value.net",                           Operation::Difference,  Unit::Eur),
        ("value.rov",                           Operation::Quotient,    Unit::Share),
    ] {
        let why = told(&full(), figure);
        assert_eq!((why.operation, why.unit), (Some(operation), Some(unit)), "{figure}");
    }
}

#[test]
fn what_says_nothing_is_left_out() {
    let mut plan = three_lines();
    // A sum over one group is that group's; a head is rounded, not divided by one first.
    assert_eq!(told(&plan, "budget.payroll").operation, Some(Operation::Product));
    let participants = told(&plan, "learningTime.groups[0].participants");
    assert!(!nodes(&participants).iter().any(|node| is_constant(node, 1.0)));
    // Hours that are not pro rata are not told as times one.
    plan["learning"] = json!({ "profTrack": { "proRata": false } });
    let track = told(&plan, "learningTime.groups[0].byComponent.profTrack");
    assert!(!nodes(&track).iter().any(|node| is_constant(node, 1.0)), "{track:?}");
    // Nought less an amount is that amount, negative.
    plan["costs"] = json!([]);
    plan["subsidies"] = json!([{ "id": "s", "basis": "fixed", "amount": 100 }]);
    let subsidy = told(&plan, "budget.lines[8].amount");
    let negative: Vec<_> = nodes(&subsidy)
        .into_iter()
        .filter(|node| node.operation == Some(Operation::Negative))
        .collect();
    assert_eq!(negative.len(), 1, "{subsidy:?}");
    assert_eq!(negative[0].parts.len(), 1);
    assert!(!nodes(&subsidy).iter().any(|node| is_constant(node, 0.0)), "{subsidy:?}");
}

#[test]
fn a_target_of_one_is_told_although_it_divides_nothing() {
    let mut plan = three_lines();
    plan["profCircles"] = json!({ "targetSize": 1, "minSize": 1 });
    let circles = told(&plan, "profCircles.circles");
    let target = Some("profCircles.targetSize");
    assert!(nodes(&circles).iter().any(|node| node.input.as_deref() == target), "{circles:?}");
    // One group with circles of its own is told as the sum that it is.
    plan["profCircles"]["composition"] = json!("perGroup");
    let circles = told(&plan, "profCircles.circles");
    assert_eq!(circles.operation, Some(Operation::Sum));
    assert_eq!(circles.parts[0].figure, Some(Figure::GroupCircles(0)));
}

#[test]
fn what_is_shown_tells_before_what_is_zero() {
    let mut plan = three_lines();
    plan["groups"][0]["labourCostPerHour"] = json!(0);
    plan["costs"] = json!([{ "id": "c", "basis": "perLearningHour", "amount": 10 }]);
    let full = told(&plan, "budget.full");
    let hours = |node: &&Explanation| node.figure == Some(Figure::GroupFormal(0)) && !node.again;
    for node in nodes(&full).into_iter().filter(|node| node.value == Some(0.0)) {
        assert!(!nodes(node).iter().any(hours), "told within {:?}", node.figure);
    }
    assert_eq!(nodes(&full).iter().filter(|node| hours(node)).count(), 1);
}

#[test]
fn a_figure_that_is_not_there_has_a_unit_and_no_value() {
    let mut plan = three_lines();
    plan["country"] = json!("NL");
    let why = told(&plan, "budget.socialBalance.formal.hours");
    assert_eq!((why.value, why.unit, why.operation), (None, Some(Unit::Hours), None));
}

#[test]
fn a_short_step_without_a_name_is_told_each_time() {
    let why = told(&full(), "budget.full");
    let all = nodes(&why);
    let nameless = |node: &&&Explanation| node.figure.is_none() && node.input.is_none();
    let in_full: Vec<_> = all
        .iter()
        .filter(nameless)
        .filter(|node| !node.parts.is_empty())
        .map(|node| node.step)
        .collect();
    let distinct: std::collections::BTreeSet<_> = in_full.iter().collect();
    assert!(distinct.len() < in_full.len(), "{in_full:?}");
}
