//! Nanoseconds per plan of each step, natively: `cargo run --release -p jaarplan-benches --bin speed`.
//!
//! `two groups` is the plan that other implementations are compared on; `generated` are the plans of
//! standard input, one per line, when `--stdin` is given:
//! `node tests/oracle/plans.mjs 1000 7 | cargo run --release -p jaarplan-benches --bin speed -- --stdin`.
#![warn(clippy::missing_docs_in_private_items)] // `missing_docs` sees only what leaves a library: see clippy.toml
#![allow(clippy::unwrap_used)]

use jaarplan::{Document, OpenPlan, Plan};
use std::hint::black_box;
use std::io::Read;
use std::time::{Duration, Instant};

/// Short, and many: one of them has the processor to itself.
const ROUND: Duration = Duration::from_millis(2);
/// So many rounds, of which the fastest counts.
const ROUNDS: usize = 400;

/// The plan that other implementations are compared on.
const TWO_GROUPS: &str = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
    "groups": [
        { "id": "office", "name": "Office", "headcount": 40, "fte": 34.6, "labourCostPerHour": 52.3, "participation": 0.85, "leaders": 6 },
        { "id": "care", "name": "Care", "headcount": 103, "fte": 82, "labourCostPerHour": 41.75, "participation": 0.7, "replacementShare": 0.6 }],
    "budget": { "available": 180000 } }"#;

/// Nanoseconds per call: the fastest round, as others on the machine only make it slower.
fn nanoseconds(mut call: impl FnMut()) -> f64 {
    let round = |_| {
        let (start, mut calls) = (Instant::now(), 0_u32);
        while start.elapsed() < ROUND {
            (0..16).for_each(|_| call());
            calls += 16;
        }
        start.elapsed().as_nanos() as f64 / f64::from(calls)
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}

/// Goes through the plans, one at each call.
fn each<T>(items: &mut [T], mut call: impl FnMut(&mut T)) -> f64 {
    let mut at = 0;
    nanoseconds(|| {
        at = (at + 1) % items.len();
        items.get_mut(at).into_iter().for_each(&mut call);
    })
}

/// Measures each step on these plans, and prints its time per plan.
fn table(name: &str, texts: &[&str]) {
    println!("{name}");
    let tell = |step: &str, time: f64| println!("{time:>12.0} ns  {step}");
    let mut documents: Vec<Document> =
        texts.iter().map(|text| Document::parse(text).unwrap()).collect();
    let mut plans: Vec<Plan> = documents.iter().map(|one| Plan::read(one).unwrap()).collect();
    let mut results: Vec<_> = plans.iter().map(|plan| jaarplan::evaluate(plan).unwrap()).collect();
    let mut open: Vec<OpenPlan> =
        documents.iter().map(|one| OpenPlan::new(one.clone()).unwrap()).collect();
    let (path, mut share) = ("groups[0].participation", 0.5);
    for open in &mut open {
        open.set(path, 0.5.into()).unwrap();
    }

    tell("parse", each(&mut texts.to_vec(), |text| drop(black_box(Document::parse(text)))));
    tell("read", each(&mut documents, |one| drop(black_box(Plan::read(one)))));
    tell("evaluate", each(&mut plans, |plan| drop(black_box(jaarplan::evaluate(plan)))));
    tell("serialize", each(&mut results, |one| drop(black_box(serde_json::to_string(one)))));
    tell("headlines", each(&mut plans, |plan| drop(black_box(jaarplan::headlines(plan)))));
    tell("set one input", each(&mut open, |open| open.set(path, 0.75.into()).unwrap()));
    let after_a_change = each(&mut open, |open| {
        share = 1.25 - share;
        open.set(path, share.into()).unwrap();
        drop(black_box(open.headlines()));
    });
    tell("set one input, then headlines", after_a_change);
}

fn main() {
    table("two groups", &[TWO_GROUPS]);
    if std::env::args().any(|argument| argument == "--stdin") {
        let mut input = String::new();
        std::io::stdin().read_to_string(&mut input).unwrap();
        table("generated", &input.lines().collect::<Vec<_>>());
    }
}
