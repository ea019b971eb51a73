//! Jaarplan in Rust as a contestant of `compare.mjs`, which starts this program and asks it line by line.
//!
//! First come the plan and the values that the participation of its first group takes. Then `figures`
//! answers one result per value, and `time <changes>` the nanoseconds that so many changes took.

use jaarplan::{Document, Evaluation, Plan, evaluate};
use serde_json::Value;
use std::error::Error;
use std::fmt::Debug;
use std::hint::black_box;
use std::io;
use std::time::Instant;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut lines = io::stdin().lines();
    let mut line = || lines.next().transpose().map(Option::unwrap_or_default);
    let plan: Value = serde_json::from_str(&line()?)?;
    let shares: Vec<Value> = serde_json::from_str(&line()?)?;
    let plans: Outcome<Vec<_>> = shares.into_iter().map(|share| with(&plan, share)).collect();
    let plans = plans?;
    let mut walk = plans.iter().cycle();
    loop {
        let request = line()?;
        match request.split_once(' ') {
            Some(("time", changes)) => {
                let changes: usize = changes.parse()?;
                let start = Instant::now();
                for plan in walk.by_ref().take(changes) {
                    black_box(whole(black_box(plan))?);
                }
                println!("{}", start.elapsed().as_nanos());
            }
            None if request == "figures" => {
                for plan in &plans {
                    println!("{}", serde_json::to_string(&whole(plan)?)?);
                }
            }
            _ => return Ok(()),
        }
    }
}

/// The plan with another participation of the first group.
fn with(plan: &Value, share: Value) -> Outcome<Document> {
    let mut plan = plan.clone();
    *plan.pointer_mut("/groups/0/participation").ok_or("the plan has no participation")? = share;
    Document::parse(&plan.to_string()).map_err(refused)
}

/// Reads and checks a plan, and computes everything that follows from it.
fn whole(document: &Document) -> Outcome<Evaluation> {
    let plan = Plan::read(document).map_err(refused)?;
    evaluate(&plan).map_err(refused)
}

fn refused(errors: impl Debug) -> Box<dyn Error> {
    format!("{errors:?}").into()
}
