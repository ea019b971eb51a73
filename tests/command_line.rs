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
