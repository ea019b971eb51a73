//! What an error says besides its path and its code: the sentence, the bounds, an input that works.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{full, read};
use jaarplan::InputError;
use serde_json::{Value, json};

/// The full plan with one field replaced by raw JSON text.
fn with(pointer: &str, raw: &str) -> String {
    let mut plan = full();
    *plan.pointer_mut(pointer).unwrap() = json!("@here@");
    plan.to_string().replace("\"@here@\"", raw)
}

/// The only error of a document.
#[track_caller]
fn error(text: &str) -> InputError {
    let mut errors = read(text).unwrap_err().errors;
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.remove(0)
}

#[test]
#[rustfmt::skip]
fn the_sentence_says_the_rule() {
    for (pointer, raw, sentence) in [
        ("/year",                     "1999",  "1999 is not at least 2000 and at most 2100"),
        ("/profCircles/minSize",      "1.5",   "1.5 is not whole"),
        ("/calendar/effectiveWeeks",  "0",     "0 is not above 0 and at most 53"),
        ("/calendar/sicknessRate",    "1",     "1 is not at least 0 and below 1"),
        ("/title",                    "5",     "expected a text, found a number"),
        ("/year",                     "null",  "this is required"),
        ("/year",                     "[]",    "expected a number, found a list"),
        ("/year",                     "{}",    "expected a number, found an object"),
        ("/year",                     "true",  "expected a number, found true or false"),
        ("/calendar/effectiveWeeks",  "\"x\"", "expected a number or { low, likely, high }, found a text"),
    ] {
        assert_eq!(error(&with(pointer, raw)).message, sentence, "{pointer} {raw}");
    }
}

#[test]
fn bounds_that_are_no_answer_themselves_are_exclusive() {
    for (pointer, raw, exclusive) in [
        ("/calendar/effectiveWeeks", "0", Some(true)),
        ("/calendar/sicknessRate", "1", Some(true)),
        ("/groups/0/participation", "1.5", None),
    ] {
        assert_eq!(error(&with(pointer, raw)).exclusive, exclusive, "{pointer}");
    }
}

#[test]
#[rustfmt::skip]
fn an_example_fits_its_field() {
    for (pointer, raw, example) in [
        ("/subsidies/1/amount",       "1.5",  "0.5"),
        ("/year",                     "1",    "2027"),
        ("/groups/0/headcount",       "-1",   "10"),
        ("/calendar/effectiveWeeks",  "60",   "45"),
        // The three numbers in order, with the likely one between them where it is.
        ("/groups/0/participation", r#"{ "low": 0.9, "likely": 0.5, "high": 0.7 }"#, r#"{ "low": 0.5, "likely": 0.5, "high": 0.9 }"#),
        ("/groups/0/participation", r#"{ "low": 0.9, "likely": 0.5, "high": 0.1 }"#, r#"{ "low": 0.1, "likely": 0.5, "high": 0.9 }"#),
        ("/groups/0/participation", r#"{ "low": 0.2, "likely": 0.9, "high": 0.5 }"#, r#"{ "low": 0.2, "likely": 0.2, "high": 0.9 }"#),
    ] {
        assert_eq!(error(&with(pointer, raw)).example.as_deref(), Some(example), "{pointer} {raw}");
    }
}

/// Of two sizes that disagree, the one that the plan states is named, the target before the others.
#[test]
#[rustfmt::skip]
fn sizes_that_are_not_in_order() {
    // By default a circle has 5 to 10 members, and 8 is the target.
    for (sizes, named, value, min, max) in [
        (json!({ "minSize": 9 }),                    "minSize",    "9",  None,      Some("8")),
        (json!({ "maxSize": 6 }),                    "maxSize",    "6",  Some("8"), None),
        (json!({ "targetSize": 12 }),                "targetSize", "12", None,      Some("10")),
        (json!({ "targetSize": 3 }),                 "targetSize", "3",  Some("5"), None),
        (json!({ "minSize": 9, "targetSize": 7 }),   "targetSize", "7",  Some("9"), None),
        (json!({ "maxSize": 6, "targetSize": 7 }),   "targetSize", "7",  None,      Some("6")),
    ] {
        let mut plan = common::three_lines();
        plan["profCircles"] = sizes;
        let error = serde_json::to_value(error(&plan.to_string())).unwrap();
        let bound = |bound: Option<&str>| bound.map_or(Value::Null, |bound| json!(bound.parse::<f64>().unwrap()));
        assert_eq!(error["path"], format!("profCircles.{named}"));
        assert_eq!((&error["code"], &error["value"]), (&json!("not-ordered"), &json!(value)));
        assert_eq!((&error["min"], &error["max"]), (&bound(min), &bound(max)), "{plan}");
        assert_eq!(error["example"], min.or(max).unwrap());
    }
}

#[test]
fn errors_are_shown_one_on_a_line() {
    let errors = read(r#"{ "schemaVersion": 1, "year": 1, "country": "BE", "groups": [] }"#);
    assert_eq!(
        errors.unwrap_err().to_string(),
        "year: 1 is not at least 2000 and at most 2100 (out-of-range); try 2027\n\
         groups: this is required (missing); try [{ \"headcount\": 12, \"fte\": 10.5 }]"
    );
    let errors = read("").unwrap_err().to_string();
    assert!(errors.starts_with("not JSON: "), "{errors}");
    assert_eq!(errors.lines().count(), 1);
}

#[test]
fn names_are_those_of_the_plan_or_else_the_ids() {
    let stated = read(common::FULL).unwrap();
    assert_eq!(stated.groups[0].name, full()["groups"][0]["name"]);
    assert_eq!(stated.costs[0].label, full()["costs"][0]["label"]);
    assert_eq!(stated.subsidies[0].label, full()["subsidies"][0]["label"]);
    assert_eq!(stated.value.benefits[0].label(), "Productiviteit");
    let mut plan = full();
    plan["groups"][0]["name"] = json!("");
    for pointer in ["/costs/0", "/subsidies/0", "/value/benefits/0"] {
        plan.pointer_mut(pointer).unwrap()["label"] = json!("");
    }
    let empty = read(&plan.to_string()).unwrap();
    assert_eq!(empty.groups[0].name, full()["groups"][0]["id"]);
    assert_eq!(empty.costs[0].label, full()["costs"][0]["id"]);
    assert_eq!(empty.subsidies[0].label, full()["subsidies"][0]["id"]);
    assert_eq!(empty.value.benefits[0].label(), "productivity");
}

#[test]
fn a_benefit_of_ones_own_has_its_own_defaults() {
    for (kind, attribution, confidence) in
        [("productivity", "1", "1"), ("retention", "1", "1"), ("custom", "0.5", "0.7")]
    {
        let mut plan = common::three_lines();
        plan["value"] = json!({ "benefits": [{ "id": "b", "kind": kind }] });
        let benefit = &read(&plan.to_string()).unwrap().value.benefits[0];
        assert_eq!(benefit.attribution().likely.to_string(), attribution, "{kind}");
        assert_eq!(benefit.confidence().likely.to_string(), confidence, "{kind}");
        assert_eq!(benefit.lag_months().likely.to_string(), "12");
    }
}

#[test]
fn defaults_are_those_of_the_country() {
    use jaarplan::plan::{Country, defaults};
    for (country, weeks, cost) in [(Country::Be, "45", "48.2"), (Country::Nl, "46", "45.2")] {
        let all = defaults(country);
        let of = |path| all.iter().find(|default| default.path == path).unwrap();
        assert_eq!(of("calendar.effectiveWeeks").value.to_string(), weeks);
        assert_eq!(of("groups[].labourCostPerHour").value.to_string(), cost);
        assert_eq!(of("groups[].labourCostPerHour").low.unwrap().to_string(), "35");
        assert_eq!(of("groups[].labourCostPerHour").high.unwrap().to_string(), "70");
        assert!(
            all.iter()
                .any(|default| default.of == Some("rooms") && default.value.to_string() == "50")
        );
    }
}
