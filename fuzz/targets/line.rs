//! A line of the command line's input: one line of JSON answers it, whatever it holds.

#![no_main]

#[path = "../../src/bin/jaarplan/answer.rs"]
mod answer;

use answer::Question;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// What the command line explains when no figure is named.
const HEADLINES: [&str; 3] =
    ["learningTime.hoursPerEmployee", "budget.cash", "value.breakEvenUplift"];

// The first byte chooses the question, the others are the line.
fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, line)) = bytes.split_first() else { return };
    let question = match choice % 4 {
        0 => Question::Evaluate,
        1 => Question::Validate,
        2 => Question::Check,
        _ => Question::Explain(HEADLINES.map(str::to_owned).to_vec()),
    };
    let answer = answer::line(&question, &String::from_utf8_lossy(line));
    let (Ok(text) | Err(text)) = &answer;
    assert!(!text.is_empty() && !text.contains(['\n', '\r']), "{text}");
    let value: Value = serde_json::from_str(text).unwrap();
    let errors = value.pointer("/error/errors").and_then(Value::as_array);
    match (answer.is_ok(), errors) {
        (true, None) => {}
        (false, Some(errors)) => {
            assert!(!errors.is_empty(), "{text}");
            let has = |error: &Value, key| error.get(key).is_some_and(Value::is_string);
            let tells = |error| ["path", "code", "message"].iter().all(|key| has(error, *key));
            assert!(errors.iter().all(tells), "{text}");
        }
        _ => panic!("{text}"),
    }
});
