//! The command line with many plans: in order, on any number of cores, one answer for each line.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::thread;

/// What a run gave: its exit code, standard output and standard error.
fn jaarplan(arguments: &[&str], input: String) -> (Option<i32>, Vec<u8>, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jaarplan"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    (output.status.code(), output.stdout, String::from_utf8(output.stderr).unwrap())
}

/// A plan of `i + 1` participants, or for every seventh a line that is wrong, in one of four ways.
fn line(i: usize) -> String {
    let mut plan = common::three_lines();
    let heads = i + 1;
    plan["groups"][0] = json!({ "headcount": heads, "fte": heads, "participation": 1 });
    let text = plan.to_string();
    match i % 28 {
        6 => text.replace("2027", "\"2027\""),
        13 => text[..text.len() - 1].to_owned(),
        20 => "null".to_owned(),
        27 => text.replace("\"BE\"", "\"DE\""),
        _ => text,
    }
}

/// Lines, with blank ones between: those are no plans.
fn lines(numbers: impl IntoIterator<Item = usize>) -> String {
    numbers.into_iter().map(|i| line(i) + if i % 10 == 3 { "\n\n" } else { "\n" }).collect()
}

#[test]
fn many_plans_give_the_same_answers_in_order_on_any_number_of_cores() {
    for format in ["json", "table"] {
        let run = |jobs| {
            let arguments = ["evaluate", "-", "--format", format, "--jobs", jobs];
            jaarplan(&arguments, lines(0..5_000))
        };
        let alone = run("1");
        for jobs in ["2", "4", "7"] {
            assert!(run(jobs) == alone, "{jobs} jobs, {format}");
        }
        let (code, output, errors) = alone;
        assert_eq!((code, errors.as_str()), (Some(1), ""));
        if format == "table" {
            continue;
        }
        let answers: Vec<Value> = output
            .split(|&byte| byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect();
        assert_eq!(answers.len(), 5_000);
        for (i, answer) in answers.iter().enumerate() {
            let participants = answer["learningTime"]["participants"].as_u64();
            if i % 7 == 6 {
                assert!(answer["error"]["errors"][0]["code"].is_string(), "line {i}: {answer}");
            } else {
                assert_eq!(participants, Some(i as u64 + 1), "line {i}");
            }
        }
    }
}

/// A run of a simulation, with few samples and every default unknown.
fn simulated(more: &[&str], input: String) -> (Option<i32>, Vec<u8>, String) {
    let arguments = [&["simulate", "-", "--points", "1024", "--default-ranges"], more].concat();
    jaarplan(&arguments, input)
}

fn parsed(output: &[u8]) -> Vec<Value> {
    let lines = output.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_slice(line).unwrap()).collect()
}

#[test]
fn one_simulation_has_the_same_digits_on_any_number_of_threads() {
    for format in ["json", "table", "csv"] {
        let run = |jobs| simulated(&["--format", format, "--jobs", jobs], line(0));
        let alone = run("1");
        assert_eq!((alone.0, alone.2.as_str()), (Some(0), ""));
        for jobs in ["2", "3", "16", "1000"] {
            assert!(run(jobs) == alone, "{jobs} jobs, {format}");
        }
    }
    let plan = jaarplan::Plan::read(&jaarplan::Document::parse(&line(0)).unwrap()).unwrap();
    let options = jaarplan::simulate::Options {
        points: 1024,
        default_ranges: true,
        ..jaarplan::simulate::Options::default()
    };
    let simulation = jaarplan::simulate::simulate(&plan, &options).unwrap();
    let expected = serde_json::to_string(&simulation).unwrap() + "\n";
    assert!(simulated(&[], line(0)).1 == expected.as_bytes());
}

#[test]
fn many_simulations_come_in_order_on_any_number_of_threads() {
    let run = |jobs| simulated(&["--jobs", jobs], lines(0..60));
    let alone = run("1");
    for jobs in ["2", "3"] {
        assert!(run(jobs) == alone, "{jobs} jobs");
    }
    assert_eq!(alone.0, Some(1));
    let answers = parsed(&alone.1);
    assert_eq!(answers.len(), 60);
    for (i, answer) in answers.iter().enumerate() {
        if i % 7 == 6 {
            assert!(answer["error"]["errors"][0]["code"].is_string(), "line {i}: {answer}");
        } else {
            let alone = parsed(&simulated(&[], line(i)).1);
            assert_eq!(*answer, alone[0], "line {i}");
        }
    }
}

#[test]
fn options_of_a_simulation_are_heard_and_a_wrong_one_is_told_as_data() {
    let more =
        ["--target", "value.rov >= 0.2", "--target", "budget.cash<=1e5", "--figure", "budget.full"];
    let options = [&more[..], &["--seed", "7", "--variance"]].concat();
    let answer = &parsed(&simulated(&options, line(0)).1)[0];
    assert_eq!((&answer["seed"], &answer["points"]), (&json!(7), &json!(1024)));
    assert_eq!(answer["histogram"]["figure"], "budget.full");
    assert!(answer["drivers"][0]["total"].as_f64().unwrap() > 0.1);
    let bounds: Vec<_> = answer["probabilities"].as_array().unwrap().iter().collect();
    let bound =
        |at: usize| (bounds[at]["figure"].as_str(), &bounds[at]["atLeast"], &bounds[at]["atMost"]);
    assert_eq!(bound(1), (Some("value.rov"), &json!(0.2), &Value::Null));
    assert_eq!(bound(2), (Some("budget.cash"), &Value::Null, &json!(100_000.0)));
    for (options, path, code) in [
        (["--points", "1000"], "points", "out-of-range"),
        (["--points", "many"], "points", "wrong-type"),
        (["--seed", "-1"], "seed", "out-of-range"),
        (["--seed", "1.5"], "seed", "not-whole"),
        (["--figure", "value.nothing"], "figure", "unknown-id"),
        (["--target", "value.rov"], "targets[0].atLeast", "missing"),
        (["--target", "value.rov>=x"], "targets[0].atLeast", "wrong-type"),
        (["--target", "nothing>=1"], "targets[0].figure", "unknown-id"),
    ] {
        // The plans are not even asked for.
        let arguments = [&["simulate", "-"], &options[..]].concat();
        let (code_of_run, output, errors) = jaarplan(&arguments, String::new());
        assert_eq!((code_of_run, errors.as_str()), (Some(1), ""), "{options:?}");
        let answers = parsed(&output);
        assert_eq!(answers.len(), 1, "{options:?}");
        let error = &answers[0]["error"]["errors"][0];
        assert_eq!((&error["path"], &error["code"]), (&json!(path), &json!(code)), "{options:?}");
    }
}

#[test]
fn plans_side_by_side_have_the_same_digits_on_any_number_of_threads() {
    let plans = line(0) + "\n" + &line(1) + "\n" + &line(2);
    let run = |jobs, format| {
        let options = ["--points", "1024", "--default-ranges", "--jobs", jobs, "--format", format];
        jaarplan(&[&["compare", "-"], &options[..]].concat(), plans.clone())
    };
    for format in ["json", "table", "csv"] {
        let alone = run("1", format);
        assert_eq!((alone.0, alone.2.as_str()), (Some(0), ""), "{format}");
        for jobs in ["2", "3"] {
            assert!(run(jobs, format) == alone, "{jobs} jobs, {format}");
        }
    }
    let answer = &parsed(&run("2", "json").1)[0];
    assert_eq!(answer["plans"].as_array().unwrap().len(), 3);
    assert_eq!(answer["inputs"][0]["path"], "groups[0].headcount");
    assert_eq!(answer["inputs"][0]["values"], json!([1.0, 2.0, 3.0]));
    let folder = std::env::temp_dir().join(format!("jaarplan-compare-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let files = [0, 1, 6].map(|i| folder.join(format!("{i}.json")));
    for (file, i) in files.iter().zip([0, 1, 6]) {
        std::fs::write(file, line(i)).unwrap();
    }
    let [first, second, wrong] = files.each_ref().map(|file| file.to_str().unwrap());
    let told = |files: &[&str]| {
        let (code, output, _) = jaarplan(&[&["compare"], files].concat(), String::new());
        (code, parsed(&output).remove(0))
    };
    let (code, answer) = told(&[first, second]);
    assert_eq!((code, answer["plans"].as_array().unwrap().len()), (Some(0), 2));
    let (code, answer) = told(&[first, wrong]);
    assert_eq!((code, &answer["error"]["errors"][0]["path"]), (Some(1), &json!("plans[1].year")));
    let (code, answer) = told(&[first]);
    assert_eq!((code, &answer["error"]["errors"][0]["path"]), (Some(1), &json!("plans")));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn goals_are_answered_for_every_plan_and_a_wrong_option_is_told_as_data() {
    let goal = ["solve", "-", "--input", "learning.formal.hours", "--figure", "budget.cash"];
    let run = |more: &[&str], input| jaarplan(&[&goal, more].concat(), input);
    let (code, output, errors) = run(&["--at-most", "2000"], lines(0..9));
    assert_eq!((code, errors.as_str()), (Some(1), ""));
    let answers = parsed(&output);
    assert_eq!(answers.len(), 9);
    for (i, answer) in answers.iter().enumerate() {
        if i == 6 {
            assert_eq!(answer["error"]["errors"][0]["path"], "year");
            continue;
        }
        // One person costs less than two thousand euros at the lowest, nine do not.
        let (reached, cash) = (&answer["reached"], answer["at"].as_f64().unwrap());
        assert_eq!(*reached, json!(cash <= 2000.0), "line {i}");
        let mut plan: Value = serde_json::from_str(&line(i)).unwrap();
        plan["learning"] = json!({ "formal": { "hours": answer["value"] } });
        assert_eq!(common::evaluate(&plan).budget.cash, cash, "line {i}");
    }
    assert_eq!((&answers[0]["reached"], &answers[8]["reached"]), (&json!(true), &json!(false)));
    let sure =
        ["--at-most", "5000", "--probability", "0.8", "--default-ranges", "--points", "1024"];
    let alone = run(&[&sure[..], &["--jobs", "1"]].concat(), line(1));
    assert!(parsed(&alone.1)[0]["probability"].as_f64().unwrap() >= 0.8);
    let table = String::from_utf8(run(&[&sure[..], &["--format", "table"]].concat(), line(1)).1);
    assert!(table.unwrap().contains("\nKans "));

    let (code, output, _) = jaarplan(&["allocate", "-", "--available", "50000"], line(119));
    let answer = &parsed(&output)[0];
    assert_eq!((code, &answer["available"]), (Some(0), &json!(50_000.0)));
    assert_eq!(answer["components"].as_array().unwrap().len(), 5);
    let component = "learning.formal.hours,low=9,high=12,effect=2";
    let arguments = ["allocate", "-", "--available", "50000", "--component", component];
    let answer = &parsed(&jaarplan(&arguments, line(119)).1)[0];
    let told = |key: &str| answer["components"][3][key].as_f64();
    assert_eq!([told("low"), told("high"), told("effect")], [Some(9.0), Some(12.0), Some(2.0)]);
    for (arguments, path, code) in [
        (vec!["solve"], "input", "missing"),
        ([&goal, &["--at-least", "x"][..]].concat(), "atLeast", "wrong-type"),
        (
            [&goal, &["--equals", "1", "--probability", "2"][..]].concat(),
            "probability",
            "out-of-range",
        ),
        (vec!["allocate", "--available", "-1"], "available", "out-of-range"),
        (vec!["allocate", "--component", "a,colour=1"], "components[0].colour", "unknown-id"),
    ] {
        let (code_of_run, output, _) = jaarplan(&arguments, String::new());
        let error = &parsed(&output)[0]["error"]["errors"][0];
        assert_eq!((code_of_run, &error["path"]), (Some(1), &json!(path)), "{arguments:?}");
        assert_eq!(error["code"], json!(code), "{arguments:?}");
    }
}

#[test]
fn tables_of_a_simulation_line_up() {
    let table = |tag| {
        let (_, output, _) = simulated(&["--format", "table", "--lang", tag], line(119));
        String::from_utf8(output).unwrap()
    };
    let dutch = table("nl-BE");
    for part in [
        "waarschijnlijk",
        "\nNettowaarde ",
        "\nHoe waarschijnlijk",
        "\nNettowaarde ≥ €\u{a0}0 ",
        "Hogere productiviteit",
    ] {
        assert!(dutch.contains(part), "{part}\n{dutch}");
    }
    let english = table("en");
    let figures: Vec<usize> =
        english.lines().skip(2).take(16).map(|line| line.trim_end().chars().count()).collect();
    assert!(figures.iter().all(|width| *width == figures[0]), "{english}");
    assert!(table("fr-BE").contains("Probabilité"));
    assert!(english.contains("How likely"));
}

#[test]
fn good_plans_exit_with_0_and_one_bad_plan_among_many_with_1() {
    let good = lines((0..700).filter(|i| i % 7 != 6));
    let (code, _, _) = jaarplan(&["validate", "--jobs", "3"], good.clone());
    assert_eq!(code, Some(0));
    let (code, output, _) = jaarplan(&["validate", "--jobs", "3"], good.clone() + "{}\n" + &good);
    assert_eq!(code, Some(1));
    assert_eq!(String::from_utf8(output).unwrap().matches(r#"{"error":"#).count(), 1);
}

#[test]
fn a_reader_that_has_seen_enough_ends_the_work_also_while_input_is_open() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jaarplan"))
        .args(["evaluate", "--jobs", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let writer = thread::spawn(move || {
        // It may stop reading at any moment.
        drop(stdin.write_all(lines(0..2_000).as_bytes()));
        stdin
    });
    stdout.read_exact(&mut [0; 1_000]).unwrap();
    drop(stdout);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    drop(writer.join().unwrap());
}

#[test]
fn progress_is_told_only_when_asked_for() {
    let input = lines(0..200).repeat(100);
    let (_, _, silent) = jaarplan(&["evaluate"], input.clone());
    assert_eq!(silent, "");
    let (_, output, told) = jaarplan(&["evaluate", "--progress"], input);
    assert_eq!(String::from_utf8(output).unwrap().lines().count(), 20_000);
    for line in told.lines() {
        assert!(line.starts_with("jaarplan: ") && line.ends_with(" per second"), "{line}");
    }
}
