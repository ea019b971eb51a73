//! Shares of variance, on functions whose shares are known.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::disallowed_methods, clippy::many_single_char_names, clippy::too_many_lines)]

mod reference;

use columns::Quantity;
use columns::program::Combination::{Difference, Larger, Product, Quotient, Sum};
use columns::program::{Formulas, Program, Term, Turn};
use columns::sobol::Dimension;
use columns::variance::{Share, shares};
use reference::{Beta, Estimate};
use std::f64::consts::PI;

const BITS: u32 = 12;
const SEEDS: u32 = 32;

/// A program over quantities, and what it makes of them.
fn program(estimates: &[Estimate], write: impl Fn(&mut Formulas, &[Term]) -> Term) -> Program {
    let mut f = Formulas::default();
    let mut terms = Vec::new();
    for (number, [low, _, high]) in estimates.iter().enumerate() {
        terms.push(f.unknown(number, *low, *high));
    }
    let asked = write(&mut f, &terms);
    f.program(&[asked])
}

/// Holds the shares of many seeds against the known ones: first, then total.
#[track_caller]
fn check(estimates: &[Estimate], program: &Program, known: &[[f64; 2]]) {
    let all: Vec<Vec<Share>> = (0..SEEDS)
        .map(|seed| {
            let quantities: Vec<[Quantity; 2]> = estimates
                .iter()
                .enumerate()
                .map(|(number, estimate)| {
                    [number, estimates.len() + number]
                        .map(|number| Quantity::new(*estimate, Dimension::new(number, seed)))
                })
                .collect();
            shares(program, 0, &quantities, BITS)
        })
        .collect();
    for (number, known) in known.iter().enumerate() {
        for (kind, known) in known.iter().enumerate() {
            let found: Vec<f64> =
                all.iter().map(|all| [all[number].first, all[number].total][kind]).collect();
            let seeds = f64::from(SEEDS);
            let mean = found.iter().sum::<f64>() / seeds;
            let variance =
                found.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (seeds - 1.0);
            // Four standard errors of the mean over seeds; a quotient of sums is off by one in the number of points,
            // and a share of 0 is never found below it.
            let deviation = variance.sqrt();
            let bound = 4.0 * deviation / seeds.sqrt() + 1.0 / f64::from(1 << BITS);
            assert!(
                (mean - known).abs() <= bound,
                "{number}, {kind}: {mean}, not {known} ± {bound}"
            );
            // And each of them is clearly better than of independent samples, which deviate by about 1 / √n.
            assert!(deviation < 0.5 / f64::from(1 << BITS).sqrt(), "{number}, {kind}: {deviation}");
        }
    }
}

/// What fills 0 … 1 evenly: the distribution function of what is likely at its highest is the fifth power.
const EVEN: Estimate = [0.0, 1.0, 1.0];

fn even(f: &mut Formulas, term: Term) -> Term {
    let square = f.combined(Product, term, term);
    let fourth = f.combined(Product, square, square);
    f.combined(Product, fourth, term)
}

/// The sine on −π … π, by Taylor's series.
fn sine(f: &mut Formulas, x: Term) -> Term {
    let square = f.combined(Product, x, x);
    let mut sum = Term::Known(1.0);
    for n in (1..14).rev() {
        let n = f64::from(2 * n);
        let part = f.combined(Product, square, Term::Known(1.0 / (n * (n + 1.0))));
        let part = f.combined(Product, part, sum);
        sum = f.combined(Difference, Term::Known(1.0), part);
    }
    f.combined(Product, x, sum)
}

#[test]
fn of_ishigami() {
    let (a, b) = (7.0, 0.1);
    let estimates = [EVEN; 3];
    let program = program(&estimates, |f, terms| {
        let angles: Vec<Term> = terms
            .iter()
            .map(|&term| {
                let even = even(f, term);
                let angle = f.combined(Product, Term::Known(2.0 * PI), even);
                f.combined(Difference, angle, Term::Known(PI))
            })
            .collect();
        let [sin, other] = [angles[0], angles[1]].map(|angle| sine(f, angle));
        let square = f.combined(Product, angles[2], angles[2]);
        let fourth = f.combined(Product, square, square);
        let scaled = f.combined(Product, fourth, Term::Known(b));
        let third = f.combined(Product, scaled, sin);
        let squared = f.combined(Product, other, other);
        let second = f.combined(Product, squared, Term::Known(a));
        let sum = f.combined(Sum, sin, second);
        f.combined(Sum, sum, third)
    });
    let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let second = a * a / 8.0;
    let together = 8.0 * b * b * PI.powi(8) / 225.0;
    let all = first + second + together;
    check(
        &estimates,
        &program,
        &[
            [first / all, (first + together) / all],
            [second / all, second / all],
            [0.0, together / all],
        ],
    );
}

#[test]
fn of_the_g_function() {
    let weights = [0.0, 0.5, 3.0, 9.0, 99.0];
    let estimates = [EVEN; 5];
    let program = program(&estimates, |f, terms| {
        let mut product = Term::Known(1.0);
        for (a, term) in weights.iter().zip(terms) {
            let even = even(f, *term);
            let four = f.combined(Product, Term::Known(4.0), even);
            let signed = f.combined(Difference, four, Term::Known(2.0));
            let minus = f.combined(Difference, Term::Known(2.0), four);
            let distance = f.combined(Larger, signed, minus);
            let sum = f.combined(Sum, distance, Term::Known(*a));
            let factor = f.combined(Quotient, sum, Term::Known(1.0 + a));
            product = f.combined(Product, product, factor);
        }
        product
    });
    let own = weights.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let all = own.iter().map(|own| 1.0 + own).product::<f64>();
    let known: Vec<[f64; 2]> =
        own.iter().map(|own| [own, &(own * all / (1.0 + own))].map(|v| v / (all - 1.0))).collect();
    check(&estimates, &program, &known);
}

#[test]
fn of_sums_each_has_its_share_of_the_variance() {
    let estimates =
        [[1.0, 2.0, 6.0], [0.0, 0.1, 1.0], [20.0, 30.0, 32.0], [-4.0, -3.0, -2.0], [5.0, 6.0, 7.0]];
    let weights = [2.0, -9.0, 0.8, 3.0, 0.0];
    let program = program(&estimates, |f, terms| {
        let mut sum = Term::Known(12.0);
        for (weight, term) in weights.iter().zip(terms) {
            let part = f.combined(Product, Term::Known(*weight), *term);
            sum = f.combined(Sum, sum, part);
        }
        sum
    });
    let own: Vec<f64> = estimates
        .iter()
        .zip(weights)
        .map(|(estimate, weight)| weight * weight * Beta::of(*estimate).variance())
        .collect();
    let all: f64 = own.iter().sum();
    let known: Vec<[f64; 2]> = own.iter().map(|own| [own / all; 2]).collect();
    check(&estimates, &program, &known);
}

#[test]
fn of_products_some_is_shared() {
    let estimates = [[1.0, 2.0, 6.0], [0.0, 0.1, 1.0]];
    let program = program(&estimates, |f, terms| f.combined(Product, terms[0], terms[1]));
    let [x, y] = estimates.map(Beta::of);
    let all = x.square() * y.square() - (x.mean() * y.mean()).powi(2);
    let [only_x, only_y] =
        [x.variance() * y.mean().powi(2), y.variance() * x.mean().powi(2)].map(|part| part / all);
    check(&estimates, &program, &[[only_x, 1.0 - only_y], [only_y, 1.0 - only_x]]);
}

#[test]
fn what_does_not_vary_has_none() {
    let estimates = [[1.0, 2.0, 3.0]];
    let program = program(&estimates, |f, terms| {
        let down = f.combined(Product, terms[0], Term::Known(0.1));
        f.turned(Turn::RoundDown, down)
    });
    let quantity = Quantity::new(estimates[0], Dimension::new(0, 1));
    let pair = [quantity.clone(), quantity.along(Dimension::new(0, 2))];
    assert_eq!(shares(&program, 0, &[pair], 7), [Share::default()]);
}
