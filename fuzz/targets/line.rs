//! A line of the command line's input: one line of JSON answers it, whatever it holds.

#![no_main]

#[path = "../../src/bin/jaarplan/answer.rs"]
mod answer;

use answer::Question;
use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;
use serde_json::Value;

/// What the command line explains when no figure is named.
const HEADLINES: [&str; 3] =
    ["learningTime.hoursPerEmployee", "budget.cash", "value.breakEvenUplift"];

// The first byte chooses the question, the others are the line.
fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, line)) = bytes.split_first() else { return };
    let figure = vec![HEADLINES[line.len() % HEADLINES.len()].to_owned()];
    let question = match choice % 12 {
        0..=4 => Question::Evaluate,
        5..=7 => Question::Validate,
        8..=9 => Question::Check,
        10 => Question::Assumptions(figure),
        _ => Question::Explain(figure),
    };
    let answer = answer::line(&question, &String::from_utf8_lossy(line));
    let (Ok(text) | Err(text)) = &answer;
    assert!(!text.contains(['\n', '\r']), "{text}");
    assert!(serde_json::from_str::<IgnoredAny>(text).is_ok(), "{text}");
    assert_eq!(answer.is_err(), text.starts_with(r#"{"error":"#), "{text}");
    if answer.is_err() {
        let value: Value = serde_json::from_str(text).unwrap();
        let errors = value["error"]["errors"].as_array().unwrap();
        let tells = |error: &Value| {
            ["path", "code", "message"]
                .iter()
                .all(|key| error.get(key).is_some_and(Value::is_string))
        };
        assert!(!errors.is_empty() && errors.iter().all(tells), "{text}");
    }
});
