//! The boundary as a browser sees it: values in, values and errors out, in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use jaarplan::wasm::{compare, evaluate, explain, parse, simulate, validate};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const PLAN: &str = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
    "groups": [{ "headcount": 120, "fte": 96.5 }], "eigen": { "__proto__": [1, null] } }"#;

fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// The member at a path like `budget.cash`.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).unwrap())
}

#[track_caller]
fn refuses(answer: Result<JsValue, JsValue>, path: &str, code: &str) {
    let errors = at(&answer.unwrap_err(), "errors");
    let first = errors.unchecked_ref::<Array>().get(0);
    assert_eq!(at(&first, "code"), code);
    assert_eq!(at(&first, "path"), path);
    assert!(at(&first, "message").is_string());
}

#[wasm_bindgen_test]
fn a_plan_goes_in_and_plain_data_comes_out() {
    let result = evaluate(object(PLAN)).unwrap();
    assert_eq!(at(&result, "profCircles.circles"), 12.0);
    assert_eq!(at(&result, "budget.available"), JsValue::NULL);
    let cash = at(&result, "budget.cash").as_f64().unwrap();
    assert_eq!((cash * 100.0).round() / 100.0, cash);
    let prototype = Object::get_prototype_of(&at(&result, "learningTime.byComponent"));
    assert!(Object::is(&prototype, &Object::get_prototype_of(&Object::new())));
}

#[wasm_bindgen_test]
fn errors_come_out_as_data() {
    refuses(evaluate(object("{}")), "schemaVersion", "missing");
    refuses(evaluate(JsValue::UNDEFINED), "", "wrong-type");
    refuses(evaluate(JsValue::symbol(None)), "", "wrong-type");
    refuses(evaluate(PLAN.into()), "", "wrong-type");
    refuses(validate(object(&PLAN.replace("96.5", "-1"))), "groups[0].fte", "out-of-range");
    refuses(explain(object(PLAN), "budget.nothing"), "", "unknown-id");
    refuses(parse("{"), "", "not-json");
    refuses(parse(r#"{"a":1,"a":2}"#), "a", "duplicate-key");
}

#[wasm_bindgen_test]
fn warnings_come_out_of_a_valid_plan() {
    let warnings = validate(object(PLAN)).unwrap();
    let first = warnings.unchecked_ref::<Array>().get(0);
    assert_eq!(at(&first, "code"), "unknown-field");
    assert_eq!(at(&first, "path"), "eigen");
}

#[wasm_bindgen_test]
fn parse_keeps_what_it_does_not_know() {
    let parsed = parse(PLAN).unwrap();
    let same = JSON::stringify(&parsed).unwrap();
    assert_eq!(same, JSON::stringify(&object(PLAN)).unwrap());
}

#[wasm_bindgen_test]
fn explain_names_its_figure() {
    let explanation = explain(object(PLAN), "budget.cash").unwrap();
    assert_eq!(at(&explanation, "figure"), "budget.cash");
    let result = evaluate(object(PLAN)).unwrap();
    assert_eq!(at(&explanation, "value"), at(&result, "budget.cash"));
}

const OPTIONS: &str = r#"{ "points": 256, "defaultRanges": true, "figure": "budget.cash" }"#;

#[wasm_bindgen_test]
fn a_simulation_has_its_figures_by_id() {
    let simulation = simulate(object(PLAN), object(OPTIONS)).unwrap();
    assert_eq!(at(&simulation, "points"), 256.0);
    assert_eq!(at(&simulation, "histogram.figure"), "budget.cash");
    // Ids have points in them: they are keys here, not paths.
    let cash = Reflect::get(&at(&simulation, "figures"), &"budget.cash".into()).unwrap();
    let [low, high] = ["p5", "p95"].map(|name| at(&cash, name).as_f64().unwrap());
    assert!(low < high, "{low} {high}");
    assert_eq!(at(&cash, "likely"), at(&evaluate(object(PLAN)).unwrap(), "budget.cash"));
    assert!(simulate(object(PLAN), JsValue::UNDEFINED).is_ok());
    refuses(simulate(object(PLAN), object(r#"{ "points": 3 }"#)), "points", "out-of-range");
    refuses(simulate(object("{}"), JsValue::UNDEFINED), "schemaVersion", "missing");
}

#[wasm_bindgen_test]
fn plans_stand_side_by_side() {
    let other = PLAN.replace("96.5", "90");
    let plans = object(&format!("[{PLAN}, {other}]"));
    let comparison = compare(plans, object(OPTIONS)).unwrap();
    let input = at(&comparison, "inputs").unchecked_into::<Array>().get(0);
    assert_eq!(at(&input, "path"), "groups[0].fte");
    assert_eq!(at(&input, "values").unchecked_into::<Array>().get(1), 90.0);
    refuses(compare(object(&format!("[{PLAN}]")), JsValue::UNDEFINED), "plans", "out-of-range");
    refuses(compare(object(PLAN), JsValue::UNDEFINED), "plans", "wrong-type");
    let wrong = object(&format!("[{PLAN}, {}]", PLAN.replace("96.5", "-1")));
    refuses(compare(wrong, JsValue::UNDEFINED), "plans[1].groups[0].fte", "out-of-range");
}
