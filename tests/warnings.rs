//! Each warning at its edge: the plan that just gets it, and the one that just does not.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use serde_json::{Value, json};

/// The warnings of a plan, as `code path`.
fn warnings(plan: &Value) -> Vec<String> {
    let result = serde_json::to_value(common::evaluate(plan)).unwrap();
    let text = |warning: &Value, key| warning[key].as_str().unwrap().to_owned();
    let warnings = result["warnings"].as_array().unwrap().iter();
    warnings.map(|warning| format!("{} {}", text(warning, "code"), text(warning, "path"))).collect()
}

/// A plan without any warning, changed at one place: whether that brings `expected`, and nothing else.
#[track_caller]
fn check(pointer: &str, value: Value, expected: &[&str]) {
    let mut plan = json!({
        "schemaVersion": 1, "year": 2027, "country": "BE",
        "groups": [{ "headcount": 40, "fte": 40, "leaders": 4, "participation": 1 }, { "headcount": 0, "fte": 0 }],
        "learning": { "weekCycles": { "count": 40, "minutes": 30 }, "formal": { "hours": 16 } },
        "profCircles": { "sessions": 6, "leadersPerCircle": 1, "composition": "mixed", "minSize": 5, "maxSize": 10 },
        "value": { "horizonYears": 2, "benefits": [
            { "id": "p", "kind": "productivity", "uplift": 0.05, "lagMonths": 6, "attribution": 1, "confidence": 1 },
            { "id": "r", "kind": "retention", "relativeReduction": 0, "lagMonths": 6 },
        ] },
    });
    assert_eq!(warnings(&plan), Vec::<String>::new());
    if let Some(place) = plan.pointer_mut(pointer) {
        *place = value;
    } else {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        plan.pointer_mut(parent).unwrap()[key] = value;
    }
    assert_eq!(warnings(&plan), expected, "{pointer}");
}

#[test]
#[rustfmt::skip]
fn warnings_begin_where_their_rule_says() {
    //    place                              value           warnings
    check("/own",                            json!(1),       &["unknown-field own"]);
    check("/learning/weekCycles/count",      json!(45),      &[]);
    check("/learning/weekCycles/count",      json!(45.5),    &["weekcycles-exceed-weeks groups[0]"]);
    // 38 · 45 · 0.937 = 1602.27 hours; beside formal training stand 20 + 15 + 16 + 2 = 53 hours.
    check("/learning/formal/hours",          json!(187.3405), &[]);
    check("/learning/formal/hours",          json!(187.3406), &["learning-time-high groups[0]"]);
    check("/learning/formal/hours",          json!(1549.27), &["learning-time-high groups[0]"]);
    check("/learning/formal/hours",          json!(1549.28), &["learning-time-high groups[0]", "learning-time-impossible groups[0]"]);
    check("/groups/0/labourCostPerHour",     json!(50),      &[]);
    check("/groups/0/leaders",               json!(2),       &["too-many-circles-per-leader profCircles.maxCirclesPerLeader"]);
    check("/groups/0/leaders",               json!(3),       &[]);
    check("/groups/0/leaders",               json!(0),       &["no-leaders profCircles.leadersPerCircle"]);
    check("/groups/0/leaders",               json!(null),    &[]);
    check("/profCircles/minSize",            json!(8),       &[]);
    check("/profCircles/composition",        json!("perGroup"), &[]);
    check("/value/benefits/0/lagMonths",     json!(23.9),    &[]);
    check("/value/benefits/0/lagMonths",     json!(24),      &["lag-reaches-horizon value.benefits[0].lagMonths"]);
    check("/value/benefits/0/attribution",   json!(0.99),    &["haircut-on-research-uplift value.benefits[0]"]);
    check("/value/benefits/0/confidence",    json!(0.5),     &["haircut-on-research-uplift value.benefits[0]"]);
    check("/value/benefits/1/relativeReduction", json!(0.01), &["benefits-may-overlap value.benefits"]);
}

#[test]
fn a_haircut_on_an_uplift_outside_research_is_fine() {
    for (uplift, warned) in [(0.0099, false), (0.01, true), (0.1, true), (0.1001, false)] {
        let plan = json!({
            "schemaVersion": 1, "year": 2027, "country": "NL", "groups": [{ "headcount": 40, "fte": 40 }],
            "value": { "benefits": [{ "id": "p", "kind": "productivity", "uplift": uplift, "attribution": 0.5 }] },
        });
        assert_eq!(warnings(&plan).len(), usize::from(warned), "{uplift}");
    }
}

#[test]
fn a_wage_of_few_is_one_that_the_plan_states() {
    for (heads, cost, warned) in [
        (4, json!(50), true),
        (5, json!(50), false),
        (4, json!(null), false),
        (1, json!(50), true),
        (0, json!(50), false),
    ] {
        let plan = json!({
            "schemaVersion": 1, "year": 2027, "country": "BE",
            "groups": [{ "headcount": 40, "fte": 40 }, { "headcount": heads, "fte": heads, "labourCostPerHour": cost }],
        });
        let expected: &[&str] =
            if warned { &["small-group-wage groups[1].labourCostPerHour"] } else { &[] };
        assert_eq!(warnings(&plan), expected, "{heads} {cost}");
    }
}

#[test]
fn circles_that_do_not_fit_and_groups_that_do_not_learn() {
    let plan = json!({
        "schemaVersion": 1, "year": 2027, "country": "BE",
        "groups": [{ "headcount": 11, "fte": 11, "participation": 1 }, { "headcount": 12, "fte": 12, "participation": 0,
            "learning": { "developmentTalks": { "hours": 0 } } }],
        "profCircles": { "minSize": 6, "targetSize": 8, "maxSize": 10 },
    });
    assert_eq!(
        warnings(&plan),
        ["group-without-learning groups[1]", "circles-infeasible profCircles"]
    );
    let mut plan = plan;
    plan["profCircles"]["composition"] = json!("perGroup");
    assert_eq!(
        warnings(&plan),
        ["group-without-learning groups[1]", "circles-infeasible groups[0]"]
    );
}

#[test]
fn what_brings_money_in_has_no_return_and_no_payback() {
    let plan = json!({
        "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 10, "fte": 10, "labourCostPerHour": 0 }],
        "costs": [], "facilitation": { "internalCostPerHour": 0 },
        "subsidies": [{ "id": "s", "basis": "fixed", "amount": 100 }],
        "value": { "benefits": [{ "id": "c", "kind": "custom", "annualValue": 1000 }] },
    });
    let value = common::evaluate(&plan).value;
    assert!(value.pv_cost < 0.0 && value.pv_value > 0.0);
    assert_eq!((value.rov, value.bcr, value.payback_month), (None, None, None));
    assert_eq!(value.break_even_uplift, None);
}

#[test]
fn circles_that_are_not_there_need_no_leaders() {
    let plan = json!({
        "schemaVersion": 1, "year": 2027, "country": "BE",
        "groups": [{ "headcount": 40, "fte": 40, "leaders": 0, "participation": 0 }],
        "profCircles": { "leadersPerCircle": 1 },
    });
    assert!(!warnings(&plan).iter().any(|warning| warning.starts_with("no-leaders")));
}
