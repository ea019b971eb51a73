//! Samples of models whose mean, variance and distribution are known by other means.
//!
//! The bounds are derived, not tried out. Points have one in each slice of every dimension, and the first two
//! dimensions one in each box of equal size as well; what follows from that is said beside each bound.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::disallowed_methods, clippy::many_single_char_names, clippy::too_many_lines)]

mod reference;

use columns::program::Combination::{Difference, Larger, Product, Quotient, Smaller, Sum};
use columns::program::{Formulas, Term, Turn};
use columns::spread;
use reference::{Beta, Estimate, Samples, integral, sum_below};

type Write = Box<dyn Fn(&mut Formulas, &[Term]) -> Term>;

/// A formula over independent estimates, and what is known of it.
struct Model {
    name: &'static str,
    estimates: Vec<Estimate>,
    write: Write,
    mean: f64,
    variance: f64,
    /// The probability of at most this.
    below: Box<dyn Fn(f64) -> f64>,
    /// Into how many parts of rising or falling values its estimates' room falls apart.
    parts: f64,
}

/// A number times the term, plus another.
fn line(f: &mut Formulas, scale: f64, term: Term, more: f64) -> Term {
    let scaled = f.combined(Product, Term::Known(scale), term);
    f.combined(Sum, scaled, Term::Known(more))
}

/// An estimate as it is.
fn single(name: &'static str, estimate: Estimate) -> Model {
    let x = Beta::of(estimate);
    Model {
        name,
        estimates: vec![estimate],
        write: Box::new(|_, terms| terms[0]),
        mean: x.mean(),
        variance: x.variance(),
        below: Box::new(move |at| x.below(at)),
        parts: 1.0,
    }
}

/// A function of one estimate, smooth between cuts; its distribution from that of the estimate.
fn turned(
    name: &'static str,
    estimate: Estimate,
    write: impl Fn(&mut Formulas, Term) -> Term + 'static,
    (parts, cuts): (f64, &[f64]),
    of: impl Fn(f64) -> f64,
    below: impl Fn(&dyn Fn(f64) -> f64, f64) -> f64 + 'static,
) -> Model {
    let x = Beta::of(estimate);
    let mean = x.mean_of(cuts, &of);
    Model {
        name,
        estimates: vec![estimate],
        write: Box::new(move |f, terms| write(f, terms[0])),
        mean,
        variance: x.mean_of(cuts, |x| (of(x) - mean) * (of(x) - mean)),
        below: Box::new(move |at| below(&|at| x.below(at), at)),
        parts,
    }
}

/// What two estimates make together: `below` is the probability of at most `z`, given the first; not smooth
/// in the first where `cuts` are.
fn both(
    name: &'static str,
    [x, y]: [Estimate; 2],
    write: impl Fn(&mut Formulas, Term, Term) -> Term + 'static,
    [mean, variance]: [f64; 2],
    cuts: impl Fn(f64) -> Vec<f64> + 'static,
    below: impl Fn(&Beta, f64, f64) -> f64 + 'static,
) -> Model {
    let [first, second] = [x, y].map(Beta::of);
    Model {
        name,
        estimates: vec![x, y],
        write: Box::new(move |f, terms| write(f, terms[0], terms[1])),
        mean,
        variance,
        below: Box::new(move |z| first.mean_of(&cuts(z), |x| below(&second, x, z))),
        parts: 1.0,
    }
}

/// Mean and variance from the distribution, between its ends.
fn moments(low: f64, high: f64, below: impl Fn(f64) -> f64, cuts: &[f64]) -> [f64; 2] {
    let mean = high - integral(low, high, cuts, &below);
    let square = high * high - 2.0 * integral(low, high, cuts, |z| z * below(z));
    [mean, square - mean * mean]
}

/// A weighted sum of estimates.
fn linear(name: &'static str, weighted: &[(f64, Estimate)]) -> Model {
    let terms: Vec<(f64, Beta)> =
        weighted.iter().map(|(weight, estimate)| (*weight, Beta::of(*estimate))).collect();
    let weights: Vec<f64> = weighted.iter().map(|(weight, _)| *weight).collect();
    Model {
        name,
        estimates: weighted.iter().map(|(_, estimate)| *estimate).collect(),
        write: Box::new(move |f, terms| {
            let mut sum = Term::Known(0.0);
            for (weight, term) in weights.iter().zip(terms) {
                let part = line(f, *weight, *term, 0.0);
                sum = f.combined(Sum, sum, part);
            }
            sum
        }),
        mean: terms.iter().map(|(weight, x)| weight * x.mean()).sum(),
        variance: terms.iter().map(|(weight, x)| weight * weight * x.variance()).sum(),
        below: Box::new(sum_below(&terms)),
        parts: 1.0,
    }
}

fn models() -> Vec<Model> {
    let mut all = vec![
        single("symmetrical", [0.0, 0.5, 1.0]),
        single("likely at the lowest", [2.0, 2.0, 5.0]),
        single("likely at the highest", [-3.0, 4.0, 4.0]),
        single("close to the lowest", [0.0, 0.02, 1.0]),
        single("close to the highest", [10.0, 19.7, 20.0]),
        single("a third", [30.0, 40.0, 60.0]),
        single("below zero", [-9.0, -8.0, -1.0]),
        single("large", [1e9, 4e9, 5e9]),
        single("small", [1e-6, 2e-6, 4e-6]),
        single("narrow", [99.9, 100.0, 100.3]),
    ];
    let wide = [1.0, 2.0, 6.0];
    all.extend([
        turned(
            "3 − 2x",
            wide,
            |f, x| line(f, -2.0, x, 3.0),
            (1.0, &[]),
            |x| 3.0 - 2.0 * x,
            |x, z| 1.0 - x((3.0 - z) / 2.0),
        ),
        turned(
            "x²",
            wide,
            |f, x| f.combined(Product, x, x),
            (1.0, &[]),
            |x| x * x,
            |x, z| x(z.sqrt()),
        ),
        turned(
            "x², around zero",
            [-3.0, 0.5, 2.0],
            |f, x| f.combined(Product, x, x),
            (2.0, &[]),
            |x| x * x,
            |x, z| x(z.sqrt()) - x(-z.sqrt()),
        ),
        turned(
            "1 / x",
            wide,
            |f, x| f.combined(Quotient, Term::Known(1.0), x),
            (1.0, &[]),
            |x| 1.0 / x,
            |x, z| 1.0 - x(1.0 / z),
        ),
        turned(
            "x / (1 + x)",
            wide,
            |f, x| {
                let more = f.combined(Sum, Term::Known(1.0), x);
                f.combined(Quotient, x, more)
            },
            (1.0, &[]),
            |x| x / (1.0 + x),
            |x, z| x(z / (1.0 - z)),
        ),
        turned(
            "two to the power of x",
            wide,
            |f, x| f.turned(Turn::PowerOfTwo, x),
            (1.0, &[]),
            f64::exp2,
            |x, z| x(z.log2()),
        ),
        turned(
            "half a life ago",
            wide,
            |f, x| {
                let age = f.combined(Quotient, Term::Known(-3.0), x);
                f.turned(Turn::PowerOfTwo, age)
            },
            (1.0, &[]),
            |x| (-3.0 / x).exp2(),
            |x, z| x(-3.0 / z.log2()),
        ),
        turned(
            "the logarithm",
            wide,
            |f, x| f.turned(Turn::LogTwo, x),
            (1.0, &[]),
            f64::log2,
            |x, z| x(z.exp2()),
        ),
        turned(
            "|x|",
            [-3.0, 0.5, 2.0],
            |f, x| {
                let minus = f.combined(Difference, Term::Known(0.0), x);
                f.combined(Larger, x, minus)
            },
            (2.0, &[0.0]),
            f64::abs,
            |x, z| x(z) - x(-z),
        ),
        turned(
            "at least 2.5",
            wide,
            |f, x| f.combined(Larger, x, Term::Known(2.5)),
            (1.0, &[2.5]),
            |x| x.max(2.5),
            |x, z| if z < 2.5 { 0.0 } else { x(z) },
        ),
        turned(
            "at most 2.5",
            wide,
            |f, x| f.combined(Smaller, x, Term::Known(2.5)),
            (1.0, &[2.5]),
            |x| x.min(2.5),
            |x, z| if z < 2.5 { x(z) } else { 1.0 },
        ),
        turned(
            "rounded down",
            wide,
            |f, x| f.turned(Turn::RoundDown, x),
            (1.0, &[2.0, 3.0, 4.0, 5.0]),
            f64::floor,
            |x, z| x(z.floor() + 1.0),
        ),
        turned(
            "rounded up",
            wide,
            |f, x| f.turned(Turn::RoundUp, x),
            (1.0, &[2.0, 3.0, 4.0, 5.0]),
            f64::ceil,
            |x, z| x(z.floor()),
        ),
        turned(
            "rounded",
            wide,
            |f, x| f.turned(Turn::Round, x),
            (1.0, &[1.5, 2.5, 3.5, 4.5, 5.5]),
            |x| (x + 0.5).floor(),
            |x, z| x(z.floor() + 0.5),
        ),
        turned(
            "a step",
            wide,
            |f, x| f.chosen([x, Term::Known(2.2), Term::Known(7.0), Term::Known(3.0)]),
            (1.0, &[2.2]),
            |x| if x <= 2.2 { 7.0 } else { 3.0 },
            |x, z| match z {
                z if z < 3.0 => 0.0,
                z if z < 7.0 => 1.0 - x(2.2),
                _ => 1.0,
            },
        ),
        turned(
            "a tent",
            wide,
            |f, x| {
                let falling = line(f, -1.0, x, 6.0);
                f.combined(Smaller, x, falling)
            },
            (2.0, &[3.0]),
            |x| x.min(6.0 - x),
            |x, z| if z < 3.0 { x(z) + 1.0 - x(6.0 - z) } else { 1.0 },
        ),
    ]);
    let (ex, ey) = ([1.0, 2.0, 6.0], [3.0, 4.5, 5.0]);
    let (x, y) = (Beta::of(ex), Beta::of(ey));
    let (inverse, squared_inverse) =
        (y.mean_of(&[], |y| 1.0 / y), y.mean_of(&[], |y| 1.0 / (y * y)));
    let larger = move |z: f64| x.below(z) * y.below(z);
    let smaller = move |z: f64| 1.0 - (1.0 - x.below(z)) * (1.0 - y.below(z));
    let ends = [3.0, 5.0, 6.0];
    all.extend([
        both(
            "x + y",
            [ex, ey],
            |f, x, y| f.combined(Sum, x, y),
            [x.mean() + y.mean(), x.variance() + y.variance()],
            |z| vec![z - 3.0, z - 5.0],
            |y, x, z| y.below(z - x),
        ),
        both(
            "x − y",
            [ex, ey],
            |f, x, y| f.combined(Difference, x, y),
            [x.mean() - y.mean(), x.variance() + y.variance()],
            |z| vec![z + 3.0, z + 5.0],
            |y, x, z| 1.0 - y.below(x - z),
        ),
        both(
            "x · y",
            [ex, ey],
            |f, x, y| f.combined(Product, x, y),
            [x.mean() * y.mean(), x.square() * y.square() - (x.mean() * y.mean()).powi(2)],
            |z| vec![z / 3.0, z / 5.0],
            |y, x, z| y.below(z / x),
        ),
        both(
            "x / y",
            [ex, ey],
            |f, x, y| f.combined(Quotient, x, y),
            [x.mean() * inverse, x.square() * squared_inverse - (x.mean() * inverse).powi(2)],
            |z| vec![z * 3.0, z * 5.0],
            |y, x, z| 1.0 - y.below(x / z),
        ),
        both(
            "the larger",
            [ex, ey],
            |f, x, y| f.combined(Larger, x, y),
            moments(1.0, 6.0, larger, &ends),
            |z| vec![z],
            |y, x, z| if x <= z { y.below(z) } else { 0.0 },
        ),
        both(
            "the smaller",
            [ex, ey],
            |f, x, y| f.combined(Smaller, x, y),
            moments(1.0, 6.0, smaller, &ends),
            |z| vec![z],
            |y, x, z| if x <= z { 1.0 } else { y.below(z) },
        ),
        both(
            "x only where it is not above y",
            [ex, ey],
            |f, x, y| f.chosen([x, y, Term::Known(1.0), Term::Known(0.0)]),
            {
                let chance = x.mean_of(&ends, |x| 1.0 - y.below(x));
                [chance, chance * (1.0 - chance)]
            },
            |_| vec![3.0, 5.0],
            |y, x, z| match z {
                z if z < 0.0 => 0.0,
                z if z < 1.0 => y.below(x),
                _ => 1.0,
            },
        ),
        both(
            "2x + 3 − y / 2",
            [ex, ey],
            |f, x, y| {
                let (x, y) = (line(f, 2.0, x, 3.0), line(f, 0.5, y, 0.0));
                f.combined(Difference, x, y)
            },
            [2.0 * x.mean() + 3.0 - y.mean() / 2.0, 4.0 * x.variance() + y.variance() / 4.0],
            |z| vec![z / 2.0 - 0.75, z / 2.0 - 0.25],
            |y, x, z| 1.0 - y.below(2.0 * (2.0 * x + 3.0 - z)),
        ),
        linear("three alike", &[(1.0, wide), (1.0, wide), (1.0, wide)]),
        linear(
            "hours of three groups",
            &[(120.0, [0.5, 0.8, 0.95]), (40.0, [0.6, 0.7, 0.9]), (75.0, [0.2, 0.5, 0.9])],
        ),
        linear(
            "costs and what is saved",
            &[
                (1.0, [900.0, 1200.0, 2000.0]),
                (30.0, [20.0, 35.0, 40.0]),
                (-450.0, [1.0, 2.0, 4.0]),
                (12.5, [10.0, 14.0, 40.0]),
            ],
        ),
        linear(
            "one that matters and four that do not",
            &[(10.0, wide), (1.0, ey), (0.5, wide), (1.0, ey), (0.2, wide)],
        ),
        linear("eight alike", &[(2.5, [0.0, 0.3, 1.0]); 8]),
        linear("up and down", &[(1.0, wide), (-1.0, wide), (1.0, wide), (-1.0, wide)]),
    ]);
    all
}

const SEEDS: u32 = 12;
const BITS: [u32; 2] = [10, 14];

/// Runs each model with some numbers of points and seeds.
fn each_sample(mut check: impl FnMut(&Model, &[f64], &str)) {
    for model in models() {
        let samples = Samples::new(&model.estimates, &*model.write);
        for bits in BITS {
            for seed in 0..SEEDS {
                let samples = samples.drawn(bits, seed);
                check(&model, &samples, &format!("{}, 2^{bits} points, seed {seed}", model.name));
            }
        }
    }
}

fn range(samples: &[f64]) -> f64 {
    let low = samples.iter().copied().fold(f64::INFINITY, f64::min);
    samples.iter().copied().fold(f64::NEG_INFINITY, f64::max) - low
}

#[test]
fn there_are_forty() {
    assert_eq!(models().len(), 40);
}

#[test]
fn means_are_right() {
    each_sample(|model, samples, what| {
        let (n, range) = (samples.len() as f64, range(samples));
        let bound = match model.estimates.len() {
            // One point in each slice: within a slice a rising part is off by no more than it rises there.
            1 => model.parts * range / n,
            // J. F. Koksma and E. Hlawka: the variation times the discrepancy, for a net in two dimensions at most
            // (log₂ n + 3) / 2n (H. Niederreiter), and 2 / n for points in the middle of their slices. What
            // rises or falls in both, and has a mixed difference of one sign, varies by at most three ranges.
            2 if model.parts == 1.0 && !model.name.contains("only where") => {
                3.0 * range * (n.log2() / 2.0 + 1.5 + 2.0) / n
            }
            // No worse than independent samples.
            _ => 4.0 * (model.variance / n).sqrt(),
        };
        let mean = spread::mean(samples);
        let error = (mean.mean - model.mean).abs();
        assert!(error <= bound + 1e-10 * model.mean.abs(), "{what}: {error} > {bound}");
        assert_eq!(mean.defined, 1.0);
    });
}

#[test]
fn variances_are_right() {
    each_sample(|model, samples, what| {
        let (n, mean) = (samples.len() as f64, model.mean);
        let range = range(samples);
        let variance = samples.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
        let bound = match model.estimates.len() {
            // The squares fall and rise once in each part, by at most the square of the range.
            1 => 2.0 * model.parts * range * range / n,
            // Independent samples: the fourth moment is at most the variance times the square of the range.
            _ => 4.0 * (model.variance / n).sqrt() * range,
        };
        let error = (variance - model.variance).abs();
        assert!(error <= bound + 1e-9 * model.variance, "{what}: {error} > {bound}");
    });
}

#[test]
fn quantiles_are_right() {
    let shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
    each_sample(|model, samples, what| {
        let n = samples.len() as f64;
        let found = spread::quantiles(samples, shares);
        for (share, quantile) in shares.into_iter().zip(found) {
            let bound = match model.estimates.len() {
                // One point in each slice, at each end of each part.
                1 => model.parts / n,
                // A line that rises or falls passes at most 2√n boxes, in each of which one point is on its
                // side or not; five standard deviations.
                2 => 5.0 * (2.0 * n.sqrt() / 4.0).sqrt() / n + 2.0 / n,
                // No worse than independent samples.
                _ => 4.0 * (share * (1.0 - share) / n).sqrt(),
            };
            // From both sides, as a step has a probability of its own. Estimates of two to five places.
            let near = 1e-9 * range(samples);
            let (below, upto) = ((model.below)(quantile - near), (model.below)(quantile + near));
            let slack = 1e-7;
            assert!(
                below <= share + bound + slack && upto >= share - bound - slack,
                "{what}: {share} lies from {below} to {upto}, not within {bound}"
            );
        }
    });
}

/// How fast the errors of models shrink: the slope of the logarithm of their root mean square, over seeds and models,
/// against that of the number of points. Errors count in standard deviations of the model.
fn slope(is_one: impl Fn(&Model) -> bool, error: impl Fn(&Model, &[f64]) -> f64) -> f64 {
    const SEEDS: u32 = 16;
    let mut squares = [0.0; 7];
    for model in models().iter().filter(|model| is_one(model)) {
        let samples = Samples::new(&model.estimates, &*model.write);
        for (bits, squares) in (8..).zip(&mut squares) {
            for seed in 0..SEEDS {
                *squares += error(model, &samples.drawn(bits, seed)).powi(2);
            }
        }
    }
    let logs = squares.map(|squares| squares.log2() / 2.0);
    // Least squares, over seven numbers of points, each twice the one before.
    let places = (0..7).map(|at| f64::from(at) - 3.0);
    places.clone().zip(logs).map(|(x, y)| x * y).sum::<f64>() / places.map(|x| x * x).sum::<f64>()
}

/// Without steps and corners.
fn is_smooth(model: &Model) -> bool {
    let turns = ["rounded", "least", "most", "larger", "smaller", "step", "tent", "only", "|x|"];
    model.parts == 1.0 && turns.iter().all(|turn| !model.name.contains(turn))
}

/// Independent samples: a slope of −0.5.
#[test]
fn errors_shrink_as_those_of_evenly_spread_points_do() {
    let of_mean = |model: &Model, samples: &[f64]| {
        (spread::mean(samples).mean - model.mean) / model.variance.sqrt()
    };
    let of_median = |model: &Model, samples: &[f64]| {
        let [median] = spread::quantiles(samples, [0.5]);
        (model.below)(median) - 0.5
    };
    // The inverse ends as the power 1/5 of the probability where the likely value is at the other end, which
    // the middles of slices know by −(1 + 1/5).
    let one = slope(|model| is_smooth(model) && model.estimates.len() == 1, of_mean);
    assert!((one + 1.2).abs() < 0.05, "{one}");
    let more = slope(|model| is_smooth(model) && model.estimates.len() > 1, of_mean);
    assert!(more < -1.0, "{more}");
    // Along one dimension, the line between two neighbours. Along more, the boxes between less and more:
    // −(1/2 + 1/(2 dimensions)).
    for (dimensions, expected) in [(1, -2.0), (2, -0.75), (3, -0.667), (4, -0.625)] {
        let found =
            slope(|model| is_smooth(model) && model.estimates.len() == dimensions, of_median);
        assert!((found - expected).abs() < 0.1, "{dimensions}: {found}, not {expected}");
    }
}

#[test]
fn the_error_that_is_told_is_no_smaller_than_the_true_one() {
    for model in models() {
        let samples = Samples::new(&model.estimates, &*model.write);
        for bits in BITS {
            let (mut told, mut found) = (0.0, 0.0);
            for seed in 0..SEEDS {
                let mean = spread::mean(&samples.drawn(bits, seed));
                told += mean.error * mean.error;
                found += (mean.mean - model.mean) * (mean.mean - model.mean);
            }
            assert!(found <= told, "{}, 2^{bits}: {found} > {told}", model.name);
        }
    }
}
