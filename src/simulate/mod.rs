//! What follows from a plan whose estimates are not known exactly.

mod pert;
mod program;
mod sobol;

use crate::Decimal;
use crate::assumptions::Unknown;
use crate::model::arith::{Arith, Doubles, Reading, Scalar};
use crate::model::exact::{Arena, Rationals};
use crate::model::{self, return_on_value};
use crate::plan::{Input, Plan};
use pert::Pert;
use program::{Compile, LANES, Lanes, Program, Steps, Term};
use sobol::Dimension;

/// The headline figures of every sample, one column each.
pub struct Samples {
    /// In the order of [`FIGURES`].
    pub columns: Vec<Vec<f64>>,
}

/// The figures that are simulated, by their ids.
pub const FIGURES: [&str; 15] = [
    "learningTime.hoursPerEmployee",
    "learningTime.daysPerFte",
    "profCircles.circles",
    "profCircles.sessions",
    "budget.cash",
    "budget.full",
    "budget.perEmployee.cash",
    "budget.gap",
    "value.pvCost",
    "value.pvValue",
    "value.net",
    "value.rov",
    "value.breakEvenUplift",
    "value.paybackMonth",
    "value.inactionCost",
];

/// Something that is not known, and what its values are.
struct Range {
    unknown: Unknown,
    low: f64,
    width: f64,
    shape: Pert,
}

/// What is not known in a plan: its estimates and, when asked for, its defaults.
fn ranges(plan: &Plan, defaults: bool) -> Vec<Range> {
    let mut found: Vec<Range> = Vec::new();
    plan.clone().inputs_mut(&mut |input| {
        let Some(unknown) = Unknown::of(input) else { return };
        let Some((low, high)) = range(input, plan, defaults).filter(|(low, high)| low < high)
        else {
            return;
        };
        if found.iter().any(|range| range.unknown == unknown) {
            return;
        }
        let [low, likely, high] = [low, input.likely, high].map(Decimal::to_f64);
        let shape = Pert::new((likely - low) / (high - low));
        found.push(Range { unknown, low, width: high - low, shape });
    });
    found
}

fn range(input: &Input, plan: &Plan, defaults: bool) -> Option<(Decimal, Decimal)> {
    match input.standard(plan.country) {
        None => Some((input.low, input.high)),
        Some(standard) => standard.range.filter(|_| defaults),
    }
}

/// The headline figures as steps over what is not known.
fn compile(plan: &Plan, ranges: &[Range]) -> Program {
    let arena = Arena::default();
    let steps = Steps::default();
    let unknown = |input: &Input| {
        let unknown = Unknown::of(input)?;
        ranges.iter().position(|range| range.unknown == unknown)
    };
    let exact = Compile { reading: Rationals(&arena), steps: &steps, unknown };
    let figures = model::figures(&exact, plan);
    let ground = figures.ground.map(|term| term.map(Scalar::value));
    let doubles = Compile { reading: Doubles, steps: &steps, unknown };
    let value = return_on_value::value(&doubles, plan, &ground);
    // The first month that reaches the cost, from the last one back; NaN when none does.
    let enough = value.pv_cost * doubles.real(1.0 - 1e-9);
    let none = doubles.real(f64::NAN);
    let payback = (1..).zip(&value.months).collect::<Vec<_>>().into_iter().rev().fold(
        none,
        |later, (number, month)| {
            Arith::if_le(enough, month.cumulative_value, doubles.constant(number), later)
        },
    );
    let zero = doubles.constant(0);
    let payback =
        Arith::if_le(value.pv_value, zero, none, Arith::if_le(value.pv_cost, zero, none, payback));
    let model::Figures { time, circles, budget, .. } = &figures;
    let number = |term: Term<'_, _>| term.column(&steps);
    let maybe = |term: Option<Term<'_, _>>| {
        term.map_or_else(|| none.column(&steps), |term| term.column(&steps))
    };
    let real = |term: Option<Term<'_, f64>>| term.unwrap_or(none).column(&steps);
    let asked = [
        maybe(time.per_employee),
        maybe(time.days_per_fte),
        number(circles.circles),
        number(circles.sessions),
        number(budget.cash),
        number(budget.full),
        maybe(budget.per_employee.cash),
        maybe(budget.gap),
        value.pv_cost.column(&steps),
        value.pv_value.column(&steps),
        value.net.column(&steps),
        real(value.rov),
        real(value.break_even_uplift),
        payback.column(&steps),
        value.inaction_cost.column(&steps),
    ];
    drop((figures, value));
    Program::new(steps, &asked)
}

/// The headline figures for so many points, a power of two.
pub fn samples(plan: &Plan, points: u32, seed: u32, defaults: bool) -> Samples {
    let ranges = ranges(plan, defaults);
    let bits = points.trailing_zeros().max(LANES.trailing_zeros());
    let unknowns: Vec<Vec<f64>> = ranges
        .iter()
        .enumerate()
        .map(|(i, range)| {
            let dimension = Dimension::new(i, seed);
            let slices = f64::from(1u32 << bits);
            let quantiles: Vec<f64> = (0..1u32 << bits)
                .map(|slice| {
                    range.low
                        + range.width * range.shape.quantile((f64::from(slice) + 0.5) / slices)
                })
                .collect();
            (0..1u32 << bits)
                .map(|number| {
                    quantiles
                        .get((dimension.point(number) >> (32 - bits)) as usize)
                        .copied()
                        .unwrap_or(f64::NAN)
                })
                .collect()
        })
        .collect();
    let program = compile(plan, &ranges);
    let mut room = program.room();
    let mut columns = vec![Vec::with_capacity(points as usize); FIGURES.len()];
    for start in (0..1usize << bits).step_by(LANES) {
        program.run(&mut room, |number, lanes: &mut Lanes| {
            let samples = unknowns.get(number).and_then(|column| column.get(start..start + LANES));
            if let Some(samples) = samples {
                lanes.copy_from_slice(samples);
            }
        });
        for (column, lanes) in columns.iter_mut().zip(program.asked(&room)) {
            column.extend_from_slice(lanes);
        }
    }
    Samples { columns }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    fn plan(json: &str) -> Plan {
        Plan::read(&Document::parse(json).unwrap()).unwrap()
    }

    const THREE: &str = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [
        { "id": "a", "headcount": 60, "fte": 48.5 }, { "id": "b", "headcount": 31, "fte": 27 },
        { "id": "c", "headcount": 52, "fte": 41.1 } ] }"#;

    #[test]
    fn what_is_known_is_what_evaluate_says() {
        let plan = plan(THREE);
        let expected = model::headlines(&plan).unwrap().numbers();
        let samples = samples(&plan, 128, 1, false);
        for ((column, expected), figure) in samples.columns.iter().zip(expected).zip(FIGURES) {
            for &value in column {
                let close = (value - expected).abs() <= 1e-12 * expected.abs();
                assert!(
                    close || value.is_nan() && expected.is_nan(),
                    "{figure}: {value}, not {expected}"
                );
            }
        }
    }

    #[test]
    fn speed() {
        let plan = plan(THREE);
        let start = std::time::Instant::now();
        let ranges = ranges(&plan, true);
        println!("{} unknown, {:?}", ranges.len(), start.elapsed());
        let start = std::time::Instant::now();
        let program = compile(&plan, &ranges);
        println!(
            "{} steps, {} columns, {:?}",
            program.len(),
            program.room().len(),
            start.elapsed()
        );
        let start = std::time::Instant::now();
        let samples = samples(&plan, 16384, 1, true);
        println!("{:?}", start.elapsed());
        for (figure, column) in FIGURES.iter().zip(&samples.columns) {
            let mut sorted = column.clone();
            sorted.sort_by(f64::total_cmp);
            let mean = column.iter().sum::<f64>() / column.len() as f64;
            println!("{figure}: {mean} {} {} {}", sorted[819], sorted[8192], sorted[15564]);
        }
        panic!();
    }
}
