//! Jaarplan in Rust as a contestant of `compare.mjs`, which starts this program and asks it line by line.
//!
//! The argument says how: `open` changes the number in an open plan and reads the headlines, `whole` reads,
//! checks and evaluates a whole document. First come the plan and the values that the participation of its
//! first group takes. Then `figures` answers one result per value, and `time <changes>` the nanoseconds
//! that so many changes took.
#![warn(clippy::missing_docs_in_private_items)] // `missing_docs` sees only what leaves a library: see clippy.toml

use jaarplan::{Document, Evaluation, Headlines, OpenPlan, Plan, evaluate};
use serde_json::{Value, json};
use std::error::Error;
use std::fmt::Debug;
use std::hint::black_box;
use std::io::{self, BufRead};
use std::time::Instant;

/// An answer, or why there is none.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut plan = String::new();
    io::stdin().lock().read_line(&mut plan)?;
    let mut shares = String::new();
    io::stdin().lock().read_line(&mut shares)?;
    let shares: Vec<f64> = serde_json::from_str(&shares)?;
    if std::env::args().nth(1).as_deref() == Some("open") {
        let mut open = OpenPlan::new(Document::parse(&plan).map_err(refused)?).map_err(refused)?;
        serve(&shares, headlines_in_place, |&share| {
            open.set("groups[0].participation", share.into()).map_err(refused)?;
            open.headlines().map_err(refused)
        })
    } else {
        let plan: Value = serde_json::from_str(&plan)?;
        let documents: Outcome<Vec<_>> = shares.iter().map(|&share| with(&plan, share)).collect();
        serve(&documents?, |evaluation| json!(evaluation), whole)
    }
}

/// Answers the lines that come in, with what each step gives, walking round and round.
fn serve<S, A>(
    steps: &[S],
    shown: impl Fn(&A) -> Value,
    mut answer: impl FnMut(&S) -> Outcome<A>,
) -> Outcome<()> {
    let mut walk = steps.iter().cycle();
    for request in io::stdin().lines() {
        if let Some(changes) = request?.strip_prefix("time ") {
            let changes: usize = changes.parse()?;
            let start = Instant::now();
            for step in walk.by_ref().take(changes) {
                black_box(answer(black_box(step))?);
            }
            println!("{}", start.elapsed().as_nanos());
        } else {
            for step in steps {
                println!("{}", shown(&answer(step)?));
            }
        }
    }
    Ok(())
}

/// The plan with another participation of the first group.
fn with(plan: &Value, share: f64) -> Outcome<Document> {
    let mut plan = plan.clone();
    *plan.pointer_mut("/groups/0/participation").ok_or("the plan has no participation")? =
        share.into();
    Document::parse(&plan.to_string()).map_err(refused)
}

/// Reads and checks a plan, and computes everything that follows from it.
fn whole(document: &Document) -> Outcome<Evaluation> {
    let plan = Plan::read(document).map_err(refused)?;
    evaluate(&plan).map_err(refused)
}

/// Headlines as they stand in an evaluation.
fn headlines_in_place(headlines: &Headlines) -> Value {
    json!({
        "learningTime": {
            "hoursPerEmployee": headlines.hours_per_employee,
            "daysPerFte": headlines.days_per_fte,
        },
        "profCircles": { "circles": headlines.circles, "sessions": headlines.sessions },
        "budget": { "cash": headlines.cash, "full": headlines.full },
        "value": {
            "net": headlines.net,
            "rov": headlines.rov,
            "breakEvenUplift": headlines.break_even_uplift,
            "paybackMonth": headlines.payback_month,
            "inactionCost": headlines.inaction_cost,
        },
    })
}

/// The errors of a plan as one error.
fn refused(errors: impl Debug) -> Box<dyn Error> {
    format!("{errors:?}").into()
}
