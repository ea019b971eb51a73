//! Published figures and hand calculations, through the library and through the command line.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::figure;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

struct Case {
    id: String,
    plan: Value,
    expect: Vec<(String, Value, f64)>,
}

fn cases() -> Vec<Case> {
    let published = include_str!("cases/published.json");
    let by_hand = include_str!("cases/hand.json");
    let mut cases = Vec::new();
    for text in [published, by_hand] {
        let file: Value = serde_json::from_str(text).unwrap();
        for case in file["cases"].as_array().unwrap() {
            // Published cases keep beside them what the source says in its own words.
            let mapped = if case["maps"].is_object() { &case["maps"] } else { case };
            let expect = mapped["expect"].as_array().unwrap().iter().map(|expected| {
                let path = expected["figure"].as_str().unwrap().to_owned();
                (path, expected["value"].clone(), expected["tolerance"].as_f64().unwrap_or(0.0))
            });
            cases.push(Case {
                id: case["id"].as_str().unwrap().to_owned(),
                plan: mapped["plan"].clone(),
                expect: expect.collect(),
            });
        }
    }
    assert!(cases.len() > 15);
    cases
}

/// What a list gives past its end: a mixed pool has no circles per group.
fn shown<'v>(result: &'v Value, path: &str) -> &'v Value {
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    result.pointer(&pointer).unwrap_or(&Value::Null)
}

#[track_caller]
fn check(case: &Case, result: &Value) {
    assert!(!case.expect.is_empty(), "{} expects nothing", case.id);
    for (path, value, tolerance) in &case.expect {
        let found = shown(result, path);
        let same = match (found.as_f64(), value.as_f64()) {
            (Some(found), Some(value)) => (found - value).abs() <= *tolerance,
            _ => found == value,
        };
        assert!(same, "{} {path}: {found} is not {value}", case.id);
    }
}

#[test]
fn the_library_gives_the_figures() {
    for case in cases() {
        let result = common::evaluate(&case.plan);
        check(&case, &serde_json::to_value(result).unwrap());
    }
}

/// Runs the command line on a text; its output and exit code.
fn jaarplan(arguments: &[&str], input: &str) -> (String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jaarplan"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // A command that refuses its arguments never reads its input.
    let _ = writer.join().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

#[test]
fn the_command_line_gives_the_figures_in_the_same_order() {
    let cases = cases();
    let lines: Vec<String> = cases.iter().map(|case| case.plan.to_string()).collect();
    let (output, code) = jaarplan(&["evaluate"], &lines.join("\n"));
    assert_eq!(code, 0);
    assert_eq!(output.lines().count(), cases.len());
    for (case, line) in cases.iter().zip(output.lines()) {
        check(case, &serde_json::from_str(line).unwrap());
    }
}

#[test]
fn a_bad_line_gives_one_error_and_the_others_are_computed() {
    let good = common::three_lines().to_string();
    let lines = format!("{good}\nnot a plan\n\n{{\"year\":1}}\n{good}\n");
    for input in [lines.clone(), format!("\u{feff}{lines}"), format!("broken\n{lines}")] {
        let (output, code) = jaarplan(&["evaluate", "-"], &input);
        assert_eq!(code, 1);
        let results: Vec<Value> =
            output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let results = &results[results.len() - 4..];
        assert_eq!(figure(&results[0], "profCircles.circles"), 12);
        assert_eq!(figure(&results[1], "error.errors[0].code"), "not-json");
        assert_eq!(figure(&results[2], "error.errors[0].path"), "year");
        assert_eq!(results[0], results[3]);
    }
}

#[test]
fn one_plan_may_fill_a_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/");
    for name in ["woonzorgcentrum", "basisschool", "kmo"] {
        let file = format!("{folder}{name}.json");
        let (from_file, code) = jaarplan(&["evaluate", &file, "--format", "json"], "");
        assert_eq!(code, 0, "{name}");
        let (from_input, _) =
            jaarplan(&["evaluate", "-"], &std::fs::read_to_string(&file).unwrap());
        assert_eq!(from_file, from_input);
        assert_eq!(from_file.lines().count(), 1);
    }
    let (output, code) = jaarplan(&["validate"], "{\n  \"schemaVersion\": 1,\n  \"year\": 2027\n");
    assert_eq!((output.lines().count(), code), (1, 1));
    assert!(output.contains("not-json"));
}

#[test]
fn validate_and_explain_answer_one_line_each() {
    let plan = common::three_lines().to_string();
    let (output, code) = jaarplan(&["validate"], &plan);
    let validity: Value = serde_json::from_str(&output).unwrap();
    assert_eq!((&validity["valid"], code), (&Value::Bool(true), 0));
    assert!(
        validity["defaultsUsed"].as_array().unwrap().contains(&"groups[0].participation".into())
    );

    let (output, code) =
        jaarplan(&["explain", "--figure", "budget.cash", "--figure", "value.rov"], &plan);
    let why: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(
        (&why[0]["figure"], &why[1]["figure"], code),
        (&"budget.cash".into(), &"value.rov".into(), 0)
    );
    let (output, code) = jaarplan(&["explain", "--figure", "budget.nothing"], &plan);
    assert!(output.contains("unknown-id"));
    assert_eq!(code, 1);
}

#[test]
fn a_file_that_is_not_there_is_a_failure_of_its_own() {
    assert_eq!(jaarplan(&["evaluate", "no such file"], "").1, 2);
    assert_eq!(jaarplan(&["evaluate", "--format", "xml"], "").1, 2);
}

#[test]
fn tables_are_in_the_dutch_of_the_country() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/");
    let (table, code) =
        jaarplan(&["evaluate", &format!("{folder}woonzorgcentrum.json"), "--format", "table"], "");
    assert_eq!(code, 0);
    for shown in [
        "Opleidingsdagen per VTE",
        "€\u{a0}183.136,51",
        "€\u{a0}337.402,25",
        "Let op",
        "Nettowaarde",
    ] {
        assert!(table.contains(shown), "{shown} is not in\n{table}");
    }
    let (table, _) =
        jaarplan(&["evaluate", &format!("{folder}basisschool.json"), "--format", "table"], "");
    assert!(table.contains("Opleidingsdagen per fte"));
    // A plan that rests on the default uplift shows no single net value.
    let (table, _) = jaarplan(&["evaluate", &format!("{folder}kmo.json"), "--format", "table"], "");
    assert!(table.contains("Break-even") && !table.contains("Nettowaarde"));
    let (table, _) = jaarplan(
        &["explain", "--figure", "budget.cash", "--format", "table"],
        &common::three_lines().to_string(),
    );
    assert!(
        table.contains("Onvoorzien")
            && table.contains("onze aanname")
            && table.contains("zie hierboven")
    );
    let (table, code) = jaarplan(&["validate", "--format", "table"], "{}");
    assert_eq!(code, 1);
    assert!(table.contains("groups:"));
}
