//! Steps that are left out, done once or known beforehand never change a digit.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use columns::LANES;
use columns::program::{Combination, Formulas, Term, Turn};
use proptest::prelude::*;

/// A step of a formula, made of earlier ones.
#[derive(Clone, Debug)]
enum Step {
    Known(f64),
    /// Between these two, and where between them the samples lie.
    Unknown(f64, f64),
    Turned(Turn, usize),
    Combined(Combination, usize, usize),
    Chosen([usize; 4]),
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        2 => Just(0.0),
        2 => Just(1.0),
        1 => Just(-1.0),
        1 => Just(f64::NAN),
        4 => (-40..40_i32).prop_map(|quarters| f64::from(quarters) / 4.0),
        4 => -100.0..100.0_f64,
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let turn = prop_oneof![
        Just(Turn::RoundDown),
        Just(Turn::RoundUp),
        Just(Turn::Round),
        Just(Turn::PowerOfTwo),
        Just(Turn::LogTwo),
    ];
    let how = prop_oneof![
        Just(Combination::Sum),
        Just(Combination::Difference),
        Just(Combination::Product),
        Just(Combination::Quotient),
        Just(Combination::Smaller),
        Just(Combination::Larger),
    ];
    let any = || any::<usize>();
    prop_oneof![
        2 => number().prop_map(Step::Known),
        3 => (-9.0..9.0_f64, 0.001..9.0_f64).prop_map(|(low, width)| Step::Unknown(low, low + width)),
        1 => (-5..5_i32, 1..4_i32).prop_map(|(low, width)| Step::Unknown(low.into(), (low + width).into())),
        3 => (turn, any()).prop_map(|(turn, a)| Step::Turned(turn, a)),
        9 => (how, any(), any()).prop_map(|(how, a, b)| Step::Combined(how, a, b)),
        3 => [any(), any(), any(), any()].prop_map(Step::Chosen),
    ]
}

/// The value of each step, one after the other; `None` for what is made of numbers that are not defined.
/// Choosing a number that is not defined is no such thing: that is how formulas say it.
fn plainly(steps: &[Step], places: &[f64]) -> Vec<Option<f64>> {
    let mut values: Vec<Option<f64>> = Vec::new();
    let mut places = places.iter();
    for step in steps {
        let read = |at: &usize| values.get(at % values.len().max(1)).copied().unwrap_or(Some(2.0));
        let of = |at: &usize| read(at).filter(|number| number.is_finite());
        values.push(match step {
            Step::Known(number) => Some(*number),
            Step::Unknown(low, high) => {
                Some(f64::min(low + (high - low) * places.next().unwrap(), *high))
            }
            Step::Turned(turn, a) => of(a).map(|a| match turn {
                Turn::RoundDown => a.floor(),
                Turn::RoundUp => a.ceil(),
                Turn::Round => (a + 0.5).floor(),
                Turn::PowerOfTwo => columns::power::exp2_of(a),
                Turn::LogTwo => libm::log2(a),
            }),
            Step::Combined(how, a, b) => of(a).zip(of(b)).map(|(a, b)| match how {
                Combination::Sum => a + b,
                Combination::Difference => a - b,
                Combination::Product => a * b,
                Combination::Quotient => a / b,
                Combination::Smaller => a.min(b),
                Combination::Larger => a.max(b),
            }),
            Step::Chosen([a, b, then, otherwise]) => {
                of(a).zip(of(b)).and_then(|(a, b)| read(if a <= b { then } else { otherwise }))
            }
        });
    }
    values
}

fn term(formulas: &mut Formulas, steps: &[Step]) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let mut number = 0;
    for step in steps {
        let of =
            |at: &usize| terms.get(at % terms.len().max(1)).copied().unwrap_or(Term::Known(2.0));
        let term = match step {
            Step::Known(number) => Term::Known(*number),
            Step::Unknown(low, high) => {
                number += 1;
                formulas.unknown(number - 1, *low, *high)
            }
            Step::Turned(turn, a) => formulas.turned(*turn, of(a)),
            Step::Combined(how, a, b) => formulas.combined(*how, of(a), of(b)),
            Step::Chosen(parts) => formulas.chosen(parts.each_ref().map(of)),
        };
        terms.push(term);
    }
    terms
}

/// So many samples differ, the others are the same again: enough, and drawn sooner.
const PLACES: usize = 64;

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 100_000, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn every_step_has_the_digits_of_a_plain_evaluation(
        steps in proptest::collection::vec(step(), 1..40),
        places in proptest::collection::vec(prop_oneof![0.0..=1.0, Just(0.0), Just(1.0)], 40 * PLACES),
        asked in proptest::collection::vec(any::<usize>(), 1..6),
    ) {
        let mut formulas = Formulas::default();
        let terms = term(&mut formulas, &steps);
        let asked: Vec<usize> = asked.iter().map(|at| at % steps.len()).collect();
        let program = formulas.program(&asked.iter().map(|&at| terms[at]).collect::<Vec<_>>());
        let ends: Vec<(f64, f64)> = steps.iter().filter_map(|step| match step {
            Step::Unknown(low, high) => Some((*low, *high)),
            _ => None,
        }).collect();
        let mut room = program.room();
        // Twice, as what a run leaves behind is there in the next.
        for _ in 0..2 {
            program.run(&mut room, |number, lanes| {
                let (low, high) = ends[number];
                let places = places.iter().skip(number * PLACES).take(PLACES).cycle();
                for (lane, place) in lanes.iter_mut().zip(places) {
                    *lane = f64::min(low + (high - low) * place, high);
                }
            });
        }
        for lane in LANES - PLACES..LANES {
            let own = (0..ends.len()).map(|number| places[number * PLACES + lane % PLACES]);
            let own: Vec<f64> = own.collect();
            let values = plainly(&steps, &own);
            for (at, lanes) in asked.iter().zip(program.asked(&room)) {
                let (found, Some(expected)) = (lanes[lane], values[*at]) else { continue };
                let is_same = found == expected || !found.is_finite() && !expected.is_finite();
                prop_assert!(is_same, "step {} of {:?}: {}, not {}", at, steps, found, expected);
            }
        }
    }
}

#[test]
fn a_divisor_that_may_be_zero_leaves_nothing_known() {
    let mut formulas = Formulas::default();
    let divisor = formulas.unknown(0, -3.0, 0.0);
    let quotient = formulas.combined(Combination::Quotient, Term::Known(1.0), divisor);
    let smaller = formulas.combined(Combination::Smaller, quotient, Term::Known(-1.0));
    let program = formulas.program(&[smaller]);
    let mut room = program.room();
    program.run(&mut room, |_, lanes| *lanes = [-0.5; LANES]);
    assert_eq!(program.asked(&room).next().unwrap(), &[-2.0; LANES]);
}
