//! The formulas of a plan as steps over columns: told from a tape, as an explanation is.

use columns::program::{Combination, Formulas, Program, Term, Turn};

use super::Range;
use crate::invariant::broken;
use crate::model;
use crate::model::figures::Figure;
use crate::model::readings::trace::{Kind, Operation, Step, Tape};
use crate::plan::{InputErrors, Plan};

/// What leads from what is not known to some figures; NaN where one is not defined.
pub fn program(
    plan: &Plan,
    ranges: &[Range],
    figures: Vec<Figure>,
) -> Result<Program, InputErrors> {
    let tape = Tape::of_formulas(figures);
    // What is undefined may be defined in some samples: this is no evaluation to tell of.
    model::evaluate_on(plan, Some(&tape))?;
    let (steps, places) = tape.into_formulas();
    let mut formulas = Formulas::default();
    let mut terms: Vec<Term> = Vec::with_capacity(steps.len());
    for step in &steps {
        let term = write(&mut formulas, &terms, step, ranges);
        terms.push(term);
    }
    let undefined = Term::Known(f64::NAN);
    let asked = places.into_iter().map(|place| place.map_or(undefined, |at| earlier(&terms, at)));
    Ok(formulas.program(&asked.collect::<Vec<_>>()))
}

fn earlier(terms: &[Term], at: usize) -> Term {
    terms.get(at).copied().unwrap_or_else(|| broken("a step is made of earlier ones"))
}

/// One step, of the terms of earlier ones.
fn write(formulas: &mut Formulas, terms: &[Term], step: &Step, ranges: &[Range]) -> Term {
    // What rests on known inputs alone is known exactly.
    let known = Term::Known(step.value);
    if !step.varies {
        return known;
    }
    let of = |at: usize| earlier(terms, at);
    match &step.kind {
        Kind::Constant => known,
        Kind::Input(input) => {
            let number = input.unknown.map(|number| number as usize);
            let found = number.and_then(|number| Some((number, ranges.get(number)?)));
            let Some((number, range)) = found else { broken("what varies has a range") };
            formulas.unknown(number, range.low.to_f64(), range.high.to_f64())
        }
        Kind::Turned(operation, [a]) => {
            let turn = match operation {
                Operation::RoundDown => Turn::RoundDown,
                Operation::RoundUp => Turn::RoundUp,
                Operation::Round => Turn::Round,
                Operation::PowerOfTwo => Turn::PowerOfTwo,
                Operation::LogTwo => Turn::LogTwo,
                // Cents matter in one plan, not in the spread of thousands.
                _ => return of(*a),
            };
            formulas.turned(turn, of(*a))
        }
        Kind::Combined(operation, [a, b]) => {
            let how = match operation {
                Operation::Sum => Combination::Sum,
                Operation::Difference => Combination::Difference,
                Operation::Product => Combination::Product,
                Operation::Quotient => Combination::Quotient,
                Operation::Smallest => Combination::Smaller,
                Operation::Largest => Combination::Larger,
                _ => broken("two steps make no other one"),
            };
            formulas.combined(how, of(*a), of(*b))
        }
        Kind::Chosen(parts) => formulas.chosen(parts.map(of)),
        Kind::FirstMonth(parts) => {
            let parts: Vec<Term> = parts.iter().map(|&part| of(part)).collect();
            let [cost, months @ ..] = parts.as_slice() else { broken("months reach a cost") };
            first_month(formulas, *cost, months)
        }
    }
}

/// F-4.6, of many samples: the first month that reaches the cost, found from the last one back.
fn first_month(formulas: &mut Formulas, cost: Term, months: &[Term]) -> Term {
    let (zero, none) = (Term::Known(0.0), Term::Known(f64::NAN));
    let Some(&all) = months.last() else { broken("a horizon has months") };
    let enough = formulas.combined(Combination::Product, cost, Term::Known(1.0 - 1e-9));
    let mut first = none;
    for (number, &month) in (1_u32..).zip(months).collect::<Vec<_>>().into_iter().rev() {
        first = formulas.chosen([enough, month, Term::Known(f64::from(number)), first]);
    }
    let first = formulas.chosen([cost, zero, none, first]);
    formulas.chosen([all, zero, none, first])
}
