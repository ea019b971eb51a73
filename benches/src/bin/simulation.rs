//! What `benches/simulate.mjs` asks of the simulation in Rust.
//!
//! `samples` reads a plan and writes what is drawn for each thing that is not known: a line with their inputs, then
//! the values as doubles. `kernel` tells what a simulation spends its time on, beside what this machine can do at
//! most; `curve` how time and memory grow with groups and points. Times are the fastest of some rounds.
#![warn(clippy::missing_docs_in_private_items)] // `missing_docs` sees only what leaves a library: see clippy.toml

use columns::sobol::Dimension;
use columns::{LANES, power};
use jaarplan::simulate::{Options, Sampler};
use jaarplan::{Document, Plan};
use std::error::Error;
use std::hint::black_box;
use std::io::{self, Read, Write};
use std::time::Instant;

/// What a part gives, or why it cannot be measured.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    match std::env::args().nth(1).as_deref() {
        Some("samples") => samples(),
        Some("kernel") => kernel(),
        Some(other) => Err(format!("there is no part {other}").into()),
        None => curve(),
    }
}

/// A plan, or everything that is wrong with it.
fn plan(text: &str) -> Outcome<Plan> {
    let read = Document::parse(text).and_then(|document| Plan::read(&document));
    read.map_err(|errors| errors.to_string().into())
}

/// Groups with everything else at its default.
fn groups(count: usize) -> Outcome<Plan> {
    let group =
        |i: usize| format!(r#"{{ "id": "g{i}", "headcount": {}, "fte": 17.5 }}"#, 20 + i % 30);
    let groups: Vec<String> = (0..count).map(group).collect();
    let head = r#""schemaVersion": 1, "year": 2027, "country": "BE""#;
    plan(&format!(r#"{{ {head}, "groups": [{}] }}"#, groups.join(",")))
}

/// So many points, with defaults not known either.
fn options(points: u32) -> Options {
    Options { points, default_ranges: true, ..Options::default() }
}

/// What simulates a plan, before its first sample.
fn sampler(plan: &Plan, points: u32) -> Outcome<Sampler> {
    Sampler::new(plan, &options(points)).map_err(|errors| errors.to_string().into())
}

/// The samples of the plan of standard input, for others to compare theirs with.
fn samples() -> Outcome<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let plan = plan(&text)?;
    let mut sampler = sampler(&plan, Options::default().points)?;
    sampler.advance(u32::MAX);
    let mut out = io::stdout().lock();
    // What no figure rests on is not drawn.
    let drawn = || sampler.drawn().filter(|(_, values)| !values.is_empty());
    let inputs: Vec<&[String]> = drawn().map(|(inputs, _)| inputs).collect();
    writeln!(out, "{}", serde_json::to_string(&inputs)?)?;
    for (_, values) in drawn() {
        for value in values {
            out.write_all(&value.to_le_bytes())?;
        }
    }
    Ok(())
}

/// The fewest seconds that some work took.
fn fastest(rounds: u32, mut work: impl FnMut() -> Outcome<()>) -> Outcome<f64> {
    let mut least = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        work()?;
        least = least.min(start.elapsed().as_secs_f64());
    }
    Ok(least)
}

/// What one plan of three groups takes, step by step, against what the machine can do.
fn kernel() -> Outcome<()> {
    const POINTS: u32 = 16_384;
    let plan = groups(3)?;
    let reading = fastest(30, || sampler(&plan, POINTS).map(|sampler| drop(black_box(sampler))))?;
    let cold = fastest(15, || {
        let mut sampler = sampler(&plan, POINTS)?;
        sampler.advance(u32::MAX);
        drop(black_box(sampler));
        Ok(())
    })?;
    let mut known = sampler(&plan, POINTS)?;
    known.advance(u32::MAX);
    let mut kept = Some(known);
    let mut warm = f64::INFINITY;
    let mut told = f64::INFINITY;
    for _ in 0..30 {
        let after = Sampler::after(kept.take(), &plan, &options(POINTS));
        let mut after = after.map_err(|errors| errors.to_string())?;
        let start = Instant::now();
        after.advance(u32::MAX);
        warm = warm.min(start.elapsed().as_secs_f64());
        let start = Instant::now();
        drop(black_box(after.simulation()));
        told = told.min(start.elapsed().as_secs_f64());
        kept = Some(after);
    }
    let (steps, columns, unknowns) = size(kept.as_ref())?;
    let drawn =
        kept.iter().flat_map(Sampler::drawn).filter(|(_, values)| !values.is_empty()).count();
    let values = drawn as f64 * f64::from(POINTS);
    let (inverses, whole) = (cold - reading - warm, cold + told);
    let points = fastest(15, || {
        for number in 0..drawn {
            let dimension = Dimension::new(number, 1);
            black_box((0..POINTS).fold(0, |sum, point| sum ^ dimension.point(point)));
        }
        Ok(())
    })?;
    let powers = fastest(15, || {
        let mut made = [0.0; LANES];
        for start in (0..drawn).flat_map(|_| (1..=POINTS).step_by(LANES)) {
            let mut exponents = [0.0; LANES];
            for (exponent, i) in exponents.iter_mut().zip(start..) {
                *exponent = libm::log2(f64::from(i) / f64::from(POINTS)) / 3.0;
            }
            power::exp2(&mut made, black_box(&exponents));
            black_box(&mut made);
        }
        Ok(())
    })?;
    let polynomials = inverses - points - powers;
    println!(
        "in Rust: 3 groups, {unknowns} unknowns, {POINTS} points, {steps} steps, {columns} columns: {:.1} ms",
        whole * 1e3
    );
    for (name, seconds) in [
        ("reading the formulas", reading),
        ("points", points),
        ("inverses: powers", powers),
        ("inverses: polynomials", polynomials),
        ("steps of the formulas", warm),
        ("spreads, histogram, drivers", told),
    ] {
        println!("  {name:<34}{:>8.2} ms {:>5.0} %", seconds * 1e3, 100.0 * seconds / whole);
    }
    let peak = Peak::measured()?;
    // A term of Clenshaw's sum is a product, a doubling, a difference and a sum.
    let terms = values * 32.0 * 4.0 / polynomials;
    let results = steps * f64::from(POINTS) / warm;
    println!("of the most that this machine can do in one thread:");
    for (name, rate, most, unit) in [
        ("polynomials, arithmetic", terms, peak.arithmetic, "operations/ns"),
        ("steps, arithmetic", results, peak.arithmetic, "operations/ns"),
        ("steps, first cache", results * 24.0, peak.near, "bytes/ns"),
        ("steps, second cache", results * 24.0, peak.far, "bytes/ns"),
    ] {
        let share = 100.0 * rate / most;
        println!("  {name:<34}{:>8.1} of {:>5.1} {unit} {share:>5.0} %", rate / 1e9, most / 1e9);
    }
    Ok(())
}

/// Steps, columns and unknowns.
fn size(sampler: Option<&Sampler>) -> Outcome<(f64, f64, f64)> {
    let shown = format!("{:?}", sampler.ok_or("no sampler")?);
    let mut numbers =
        shown.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok());
    let mut next = || numbers.next().ok_or("no size");
    let (unknowns, steps, columns) = (next()?, next()?, next()?);
    Ok((steps, columns, unknowns))
}

/// What this machine can do at most, in one thread.
struct Peak {
    /// Operations a second.
    arithmetic: f64,
    /// Bytes a second within the first cache.
    near: f64,
    /// Bytes a second within the second cache.
    far: f64,
}

impl Peak {
    /// That of this machine, now.
    fn measured() -> Outcome<Self> {
        // Enough sums side by side for the processor to be busy with each of their steps.
        const SIDE: usize = 32;
        const TIMES: usize = 100_000;
        let seconds = fastest(20, || {
            let mut sums = [1.0_f64; SIDE];
            let (scale, more) = black_box((0.999_999, 1e-7));
            for _ in 0..TIMES {
                for sum in &mut sums {
                    *sum = *sum * scale + more;
                }
            }
            black_box(sums);
            Ok(())
        })?;
        Ok(Self {
            arithmetic: (2 * SIDE * TIMES) as f64 / seconds,
            near: bandwidth(1 << 9)?,
            far: bandwidth(1 << 13)?,
        })
    }
}

/// Bytes in a second that a sum of two columns into a third reads and writes.
fn bandwidth(length: usize) -> Outcome<f64> {
    let (a, b, mut c) = (vec![1.0_f64; length], vec![2.0_f64; length], vec![0.0_f64; length]);
    let times = (1 << 22) / length;
    let seconds = fastest(20, || {
        for _ in 0..times {
            for ((c, a), b) in c.iter_mut().zip(&a).zip(&b) {
                *c = a + b;
            }
            black_box(&mut c);
        }
        Ok(())
    })?;
    Ok((24 * length * times) as f64 / seconds)
}

/// How the time grows with groups and points.
fn curve() -> Outcome<()> {
    println!(
        "{:>8}{:>10}{:>14}{:>12}{:>16}{:>16}",
        "groups", "points", "reading, ms", "ms", "ns per point", "columns, kB"
    );
    for (count, points) in [
        (3, 1 << 10),
        (3, 1 << 12),
        (3, 1 << 14),
        (3, 1 << 17),
        (50, 1 << 10),
        (50, 1 << 14),
        (50, 1 << 17),
        (500, 1 << 10),
        (500, 1 << 14),
        (5000, 1 << 10),
        (5000, 1 << 12),
    ] {
        let plan = groups(count)?;
        let (mut reading, mut columns) = (f64::INFINITY, 0.0);
        let seconds = fastest(5, || {
            let start = Instant::now();
            let mut sampler = sampler(&plan, points)?;
            reading = reading.min(start.elapsed().as_secs_f64());
            sampler.advance(u32::MAX);
            columns = size(Some(&sampler))?.1;
            drop(black_box(sampler.simulation()));
            Ok(())
        })?;
        let each = (seconds - reading) * 1e9 / f64::from(points);
        println!(
            "{count:>8}{points:>10}{:>14.1}{:>12.1}{each:>16.0}{:>16.0}",
            reading * 1e3,
            seconds * 1e3,
            columns * LANES as f64 * 8.0 / 1000.0
        );
    }
    Ok(())
}
