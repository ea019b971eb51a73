//! A cash budget over the components of learning.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{cases_or, evaluate, full, plans, read, three_lines, try_evaluate, write};
use jaarplan::rules::{Outcome, check};
use jaarplan::solve::{Allocated, Allocation, allocate};
use jaarplan::{Document, InputErrors};
use proptest::prelude::*;
use serde_json::{Value, json};

const INPUTS: [&str; 5] = [
    "learning.weekCycles.count",
    "profCircles.sessions",
    "learning.profTrack.hours",
    "learning.formal.hours",
    "learning.developmentTalks.hours",
];

fn try_allocate(plan: &Value, asked: &Value) -> Result<Allocated, InputErrors> {
    let asked = Document::parse(&asked.to_string())?;
    allocate(&read(&plan.to_string())?, &Allocation::read(asked.root())?)
}

#[track_caller]
fn allocated(plan: &Value, asked: &Value) -> Allocated {
    try_allocate(plan, asked).unwrap_or_else(|errors| panic!("{errors}\n{asked}"))
}

/// The plan that states these values.
fn stated(plan: &Value, values: [f64; 5]) -> Value {
    let mut stated = plan.clone();
    for (input, value) in INPUTS.iter().zip(values) {
        assert!(write(&mut stated, input, value));
    }
    stated
}

/// Cash, and net value as the model's page defines it for this question.
fn money(plan: &Value, values: [f64; 5], effects: [f64; 5]) -> (f64, f64) {
    let weighed = |plan: &Value| {
        let result = evaluate(plan);
        let hours = &result.learning_time.by_component;
        let hours = [
            hours.week_cycles,
            hours.prof_circles,
            hours.prof_track,
            hours.formal,
            hours.development_talks,
        ];
        (hours.iter().zip(effects).map(|(hours, effect)| hours * effect).sum::<f64>(), result)
    };
    let ((before, own), (after, result)) = (weighed(plan), weighed(&stated(plan, values)));
    let growth = if before > 0.0 { after / before } else { 1.0 };
    (result.budget.cash, own.value.pv_value * growth - result.value.pv_cost)
}

fn values(allocated: &Allocated) -> [f64; 5] {
    std::array::from_fn(|at| allocated.components[at].value.to_f64())
}

fn ends(allocated: &Allocated) -> [[f64; 2]; 5] {
    std::array::from_fn(|at| {
        let component = &allocated.components[at];
        [component.low.to_f64(), component.high.to_f64()]
    })
}

#[track_caller]
fn is_as_told(plan: &Value, found: &Allocated, effects: [f64; 5]) {
    let (cash, net) = money(plan, values(found), effects);
    assert_eq!(found.cash, cash);
    assert!((found.net - net).abs() <= 1e-9 * net.abs().max(1e6), "{} {net}", found.net);
    assert!(!found.reached || found.cash <= found.available.to_f64(), "{found:?}");
    for (component, [low, high]) in found.components.iter().zip(ends(found)) {
        assert!((low..=high).contains(&component.value.to_f64()), "{component:?}");
    }
    let checks = check(&read(&stated(plan, values(found)).to_string()).unwrap()).checks;
    let unmet: Vec<_> = checks
        .iter()
        .filter(|check| check.outcome == Outcome::NotMet)
        .map(|check| check.rule)
        .collect();
    assert_eq!(found.unmet, unmet);
    let own = evaluate(plan);
    assert_eq!(found.current.cash, own.budget.cash);
    assert!((found.current.net - own.value.net).abs() <= 1e-9 * own.value.pv_cost.abs().max(1.0));
}

/// A plan whose learning is worth having, with a subsidy that ends at a cap.
fn worthwhile() -> Value {
    let mut plan = three_lines();
    plan["sector"] = json!("be-public");
    plan["groups"][0]["replacementShare"] = json!(0.4);
    plan["subsidies"] =
        json!([{ "id": "s", "basis": "perFormalHour", "amount": 20, "cap": 30_000 }]);
    plan["value"] = json!({ "benefits": [{ "id": "b", "kind": "productivity", "uplift": 0.15 }] });
    plan
}

/// Against every point of a grid.
#[test]
fn no_other_values_yield_more() {
    let plan = worthwhile();
    let effects = [1.0, 1.6, 0.7, 1.3, 0.5];
    for budget in [120_000.0, 180_000.0, 230_000.0, 400_000.0] {
        let components: Vec<_> = INPUTS
            .iter()
            .zip(effects)
            .map(|(input, effect)| json!({ "input": input, "effect": effect }))
            .collect();
        let found = allocated(&plan, &json!({ "available": budget, "components": components }));
        is_as_told(&plan, &found, effects);
        assert!(found.reached, "{found:?}");
        let ends = ends(&found);
        let on_the_way = |at: usize, part: u32, parts: u32| {
            let [low, high] = ends[at];
            ((low + (high - low) * f64::from(part) / f64::from(parts)) * 1e6).round() / 1e6
        };
        let mut best = f64::NEG_INFINITY;
        for point in 0..5_u32.pow(4) {
            let part = |place: u32| point / 5_u32.pow(place) % 5;
            for sessions in [3_u32, 4, 6, 8, 10, 12] {
                let values = [
                    on_the_way(0, part(0), 4),
                    f64::from(sessions),
                    on_the_way(2, part(1), 4),
                    on_the_way(3, part(2), 4),
                    on_the_way(4, part(3), 4),
                ];
                let (cash, net) = money(&plan, values, effects);
                if cash <= budget {
                    best = best.max(net);
                }
            }
        }
        assert!(found.net >= best - 0.01, "{budget}: {} is less than {best}: {found:?}", found.net);
    }
}

#[test]
fn what_is_fixed_stays() {
    let fixed: Vec<_> =
        INPUTS.iter().map(|input| json!({ "input": input, "low": 3, "high": 3 })).collect();
    let found = allocated(&worthwhile(), &json!({ "available": 1e6, "components": fixed }));
    assert_eq!(values(&found), [3.0; 5]);
    assert_eq!(found.curve.len(), 1);
}

#[test]
fn a_budget_that_is_too_small_is_told_with_the_cheapest() {
    let plan = worthwhile();
    let found = allocated(&plan, &json!({ "available": 100 }));
    is_as_told(&plan, &found, [1.0; 5]);
    assert!(!found.reached && found.cash > 100.0);
    let lowest: [f64; 5] = std::array::from_fn(|at| ends(&found)[at][0]);
    // Formal training is subsidised for less than it costs, so that least is cheapest.
    assert_eq!(values(&found), lowest);
    assert_eq!(found.curve[0].cash, found.cash, "{found:?}");
}

#[test]
fn a_legal_minimum_that_can_be_kept_is() {
    // Everyone takes part, and an hour costs more than it yields.
    let mut plan = three_lines();
    plan["groups"][0]["participation"] = json!(1);
    plan["value"] = json!({ "benefits": [{ "id": "b", "kind": "productivity", "uplift": 0.01 }] });
    let mut public = plan.clone();
    public["sector"] = json!("be-public");
    let components: Vec<_> =
        INPUTS.iter().map(|input| json!({ "input": input, "low": 0 })).collect();
    let with = |plan: &Value, available: f64| {
        let found = allocated(plan, &json!({ "available": available, "components": components }));
        is_as_told(plan, &found, [1.0; 5]);
        found
    };
    let (without, found) = (with(&public, 200_000.0), with(&plan, 200_000.0));
    assert_eq!(values(&without), [0.0; 5]);
    assert_eq!((found.unmet.len(), found.reached), (0, true), "{found:?}");
    let checks = check(&read(&stated(&plan, values(&found)).to_string()).unwrap()).checks;
    let verdict = &checks[0].verdicts[0];
    let (planned, required) = (verdict.planned.unwrap().hours, verdict.required.unwrap().hours);
    assert!(planned >= required && planned < required + 0.001, "{planned} {required}");
    assert!(without.net > found.net);
    // With less cash than the right asks for, it is given up and said so.
    let poor = found.curve[0].available - 1.0;
    let poor = with(&plan, poor);
    assert_eq!((poor.unmet.as_slice(), poor.reached), (&["be-individual-right"][..], true));
    assert!(poor.cash <= poor.available.to_f64());
}

#[test]
fn the_plan_itself_is_an_answer() {
    for plan in [three_lines(), worthwhile(), full()] {
        let own = evaluate(&plan);
        let found = allocated(&plan, &json!({ "available": own.budget.cash.max(0.0) }));
        is_as_told(&plan, &found, [1.0; 5]);
        // Unless it breaks a minimum that could be kept.
        assert!(
            found.net >= found.current.net - 1e-6 || own.budget.cash < found.curve[0].cash,
            "{found:?}"
        );
    }
}

#[test]
fn more_budget_never_yields_less() {
    let found = allocated(&worthwhile(), &json!({ "available": 200_000 }));
    assert_eq!(found.curve.len(), 21);
    for pair in found.curve.windows(2) {
        assert!(pair[0].available < pair[1].available);
        assert!(pair[0].net <= pair[1].net + 0.5, "{pair:?}");
        assert!(pair[1].cash <= pair[1].available, "{pair:?}");
    }
    let between = found.curve.windows(2).find(|pair| pair[1].available >= 200_000.0).unwrap();
    assert!(between[0].net <= found.net && found.net <= between[1].net);
}

#[test]
fn expected_values_are_means_over_samples() {
    let plan = worthwhile();
    let asked = json!({ "available": 200_000, "defaultRanges": true, "points": 4096 });
    let found = allocated(&plan, &asked);
    assert!(found.reached && found.cash <= 200_000.0);
    let mut stated = stated(&plan, values(&found));
    let options =
        jaarplan::simulate::Options { default_ranges: true, points: 4096, ..Default::default() };
    let mean = |plan: &Value, figure| {
        let simulation = jaarplan::simulate::simulate(&read(&plan.to_string()).unwrap(), &options);
        simulation.unwrap().figures.get(figure).unwrap().mean.unwrap()
    };
    let cost = mean(&stated, jaarplan::Figure::PvCost);
    assert!(((found.expected_value - found.net) / cost - 1.0).abs() < 1e-9, "{cost}");
    let growth =
        evaluate(&stated).learning_time.total_hours / evaluate(&plan).learning_time.total_hours;
    let value = mean(&plan, jaarplan::Figure::PvValue) * growth;
    assert!((found.expected_value / value - 1.0).abs() < 1e-3, "{value}");
    // Nothing unsure is left in a plan that states all but its components.
    stated["value"]["benefits"][0]["uplift"] = json!({ "low": 0.1, "likely": 0.15, "high": 0.2 });
    assert_ne!(
        allocated(&stated, &json!({ "available": 200_000 })).expected_value,
        found.expected_value
    );
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let table = [
        (json!({}), "available", "missing"),
        (json!({ "available": -1 }), "available", "out-of-range"),
        (json!({ "available": "1" }), "available", "wrong-type"),
        (json!({ "available": 1, "cheese": 1 }), "cheese", "unknown-id"),
        (json!({ "available": 1, "components": [{}] }), "components[0].input", "missing"),
        (
            json!({ "available": 1, "components": [{ "input": "x" }] }),
            "components[0].input",
            "unknown-id",
        ),
        (
            json!({ "available": 1, "components": [{ "input": INPUTS[1] }, { "input": INPUTS[1] }] }),
            "components[1].input",
            "duplicate-id",
        ),
        (
            json!({ "available": 1, "components": [{ "input": INPUTS[1], "high": 367 }] }),
            "components[0].high",
            "out-of-range",
        ),
        (
            json!({ "available": 1, "components": [{ "input": INPUTS[1], "effect": -1 }] }),
            "components[0].effect",
            "out-of-range",
        ),
    ];
    for (asked, path, code) in table {
        let errors = try_allocate(&three_lines(), &asked).unwrap_err().errors;
        assert_eq!((errors[0].path.as_str(), errors[0].code.as_str()), (path, code), "{asked}");
    }
}

proptest! {
    #![proptest_config(cases_or(24))]

    /// What is told of an answer is so, and no point of a small grid within the budget yields more.
    #[test]
    fn no_point_of_a_grid_yields_more(plan in plans(), part in 0..=120_u32, parts in [0..3_u32, 0..3_u32, 0..3_u32, 0..3_u32]) {
        if try_evaluate(&plan.to_string()).is_err() {
            return Ok(());
        }
        let first = allocated(&plan, &json!({ "available": 1e9 }));
        let (low, high) = (first.curve[0].available, first.curve.last().unwrap().available);
        let budget = (low + (high - low) * f64::from(part) / 100.0).max(0.0).floor();
        let found = allocated(&plan, &json!({ "available": budget }));
        is_as_told(&plan, &found, [1.0; 5]);
        prop_assert!(found.reached || budget < low, "{:?}", found);
        let ends = ends(&found);
        for sessions in (0..=12_u32).filter(|&sessions| f64::from(sessions) >= ends[1][0]) {
            let at = |at: usize, part: u32| ends[at][0] + (ends[at][1] - ends[at][0]) * f64::from(part) / 2.0;
            let values = [at(0, parts[0]), f64::from(sessions), at(2, parts[1]), at(3, parts[2]), at(4, parts[3])];
            let (cash, net) = money(&plan, values, [1.0; 5]);
            let other = check(&read(&stated(&plan, values).to_string()).unwrap()).checks;
            let mut unmet = other.iter().filter(|check| check.outcome == Outcome::NotMet);
            // A plan that breaks no other rule.
            if found.reached && cash <= budget && unmet.all(|check| found.unmet.contains(&check.rule)) && found.unmet.is_empty() {
                prop_assert!(found.net >= net - 1e-6 * net.abs().max(10_000.0), "{} {} at {:?}: {:?}", found.net, net, values, found);
            }
        }
    }
}
