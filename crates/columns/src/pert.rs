//! The PERT distribution: what an estimate of lowest, likely and highest says of the quantity.
//!
//! It is the beta distribution of shape 4 between the lowest and the highest, with the likely value as
//! its mode. Only its inverse is needed, at many probabilities at once.

use crate::register::Register;
use crate::{LANES, Lanes, power};

/// Both shapes of the distribution together.
const SHAPES: f64 = 6.0;
/// Nodes of each half of the inverse; with 32 the error is below 10⁻¹¹ for every shape.
const NODES: usize = 32;

/// The inverse of the distribution function on 0 … 1.
///
/// Near its ends the inverse behaves as a power of the probability. As a function of that power it is
/// smooth, so that one polynomial on each side of the middle gives it everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Pert {
    lower: Half,
    upper: Half,
}

/// The inverse from one end to the middle: the distance from that end.
#[derive(Clone, Debug, PartialEq)]
struct Half {
    /// The shape at this end.
    shape: f64,
    /// The power of one half.
    middle: f64,
    /// Of Chebyshev's polynomials on 0 … `middle`.
    coefficients: [f64; NODES],
}

impl Pert {
    /// The distribution whose mode lies at this share of the way from the lowest to the highest.
    pub fn new(mode: f64) -> Self {
        let shape = 1.0 + 4.0 * mode;
        Self { lower: Half::new(shape), upper: Half::new(SHAPES - shape) }
    }

    /// Where on the way from the lowest to the highest the probability of less is this.
    pub fn quantile(&self, probability: f64) -> f64 {
        let mut lanes = [probability; LANES];
        self.quantiles(&mut lanes);
        let [quantile, ..] = lanes;
        quantile
    }

    /// Makes the quantiles of probabilities.
    pub fn quantiles(&self, lanes: &mut Lanes) {
        let mut exponents = [0.0; LANES];
        for (exponent, lane) in exponents.iter_mut().zip(lanes.iter()) {
            let (half, probability) = self.half(*lane);
            *exponent = libm::log2(probability) / half.shape;
        }
        let mut places = [0.0; LANES];
        power::exp2(&mut places, &exponents);
        // On −1 … 1, where Chebyshev's polynomials are.
        for (place, lane) in places.iter_mut().zip(lanes.iter()) {
            *place = 2.0 * *place / self.half(*lane).0.middle - 1.0;
        }
        let (mut next, mut after) = ([0.0; LANES], [0.0; LANES]);
        // Clenshaw's sum, of all lanes side by side.
        let half = Register::splat(0.5);
        for (low, high) in self.lower.coefficients.iter().zip(&self.upper.coefficients).rev() {
            let (low, high) = (Register::splat(*low), Register::splat(*high));
            let columns = next.as_chunks_mut().0.iter_mut().zip(after.as_chunks_mut().0);
            let known = places.as_chunks().0.iter().zip(lanes.as_chunks().0);
            for ((next, after), (x, lane)) in columns.zip(known) {
                let coefficient = Register::if_le(Register::read(lane), half, low, high);
                let x = Register::read(x);
                let now = Register::read(next);
                let sum = x.sum(x).product(now).difference(Register::read(after)).sum(coefficient);
                now.write(after);
                sum.write(next);
            }
        }
        for (((lane, next), after), x) in lanes.iter_mut().zip(&next).zip(&after).zip(&places) {
            // The last step counted x twice.
            let distance = (next - x * after).clamp(0.0, 1.0);
            *lane = if *lane <= 0.5 { distance } else { 1.0 - distance };
        }
    }

    /// The half that a probability lies in, and how far from its end.
    fn half(&self, probability: f64) -> (&Half, f64) {
        if probability <= 0.5 {
            (&self.lower, probability)
        } else {
            (&self.upper, 1.0 - probability)
        }
    }
}

impl Half {
    fn new(shape: f64) -> Self {
        let beta = below(shape, 0.5) + below(SHAPES - shape, 0.5);
        let middle = raised(0.5, 1.0 / shape);
        let mut values = [0.0; NODES];
        let mut distance = 0.0;
        let nodes = nodes();
        // From the end to the middle, each from the one before.
        for (node, value) in nodes.iter().zip(&mut values).rev() {
            let root = f64::midpoint(1.0, *node) * middle;
            let probability = raised(root, shape);
            distance = solve(shape, beta, probability, f64::max(distance, root / 2.0));
            *value = distance;
        }
        let mut coefficients = [0.0; NODES];
        for (node, value) in nodes.iter().zip(&values) {
            // Chebyshev's polynomials, each from the two before.
            let (mut now, mut next) = (*value, node * value);
            for coefficient in &mut coefficients {
                *coefficient += now * 2.0 / NODES as f64;
                (now, next) = (next, 2.0 * node * next - now);
            }
        }
        let [first, ..] = &mut coefficients;
        *first /= 2.0;
        Self { shape, middle, coefficients }
    }
}

/// The nodes of Chebyshev's polynomials, from almost 1 down to almost −1: `cos(π · (i + ½) / 32)`.
fn nodes() -> [f64; NODES] {
    // Of half the angle between two of them.
    let (cos, sin) = (0.998_795_456_205_172_4, 0.049_067_674_327_418_015);
    let (cos_of_whole, sin_of_whole) = (cos * cos - sin * sin, 2.0 * sin * cos);
    let mut nodes = [0.0; NODES];
    let (mut x, mut y) = (cos, sin);
    for node in &mut nodes {
        *node = x;
        (x, y) = (x * cos_of_whole - y * sin_of_whole, y * cos_of_whole + x * sin_of_whole);
    }
    nodes
}

fn raised(base: f64, exponent: f64) -> f64 {
    libm::exp2(libm::log2(base) * exponent)
}

/// The distance at which the distribution function is `probability`, by Newton's method.
fn solve(shape: f64, beta: f64, probability: f64, start: f64) -> f64 {
    let mut x = f64::min(start, 0.5);
    for _ in 0..60 {
        let density = raised(x, shape - 1.0) * raised(1.0 - x, SHAPES - shape - 1.0);
        let step = (below(shape, x) - probability * beta) / density;
        // Never past an end.
        let next = (x - step).clamp(x / 4.0, x + (1.0 - x) * 0.75);
        if (next - x).abs() <= 1e-15 * next {
            return next;
        }
        x = next;
    }
    x
}

/// The integral of `t^(shape − 1) · (1 − t)^(5 − shape)` from 0 to `x`.
///
/// ```text
/// x^a · Σₙ (1 − b)ₙ / n! · xⁿ / (a + n)          a + b = 6
/// ```
fn below(shape: f64, x: f64) -> f64 {
    let other = SHAPES - shape;
    let (mut sum, mut term) = (0.0, 1.0);
    for n in 0..2000 {
        let n = f64::from(n);
        let part = term / (shape + n);
        sum += part;
        if part.abs() <= 1e-17 * sum.abs() {
            break;
        }
        term *= x * (n + 1.0 - other) / (n + 1.0);
    }
    raised(x, shape) * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64, error: f64) {
        assert!((a - b).abs() <= error, "{a} is not {b}");
    }

    #[test]
    fn ends_that_have_a_formula() {
        // A mode at an end makes a power of the probability.
        let (lowest, highest) = (Pert::new(0.0), Pert::new(1.0));
        for probability in [1e-6, 0.01, 0.3, 0.5, 0.77, 0.999, 1.0 - 1e-6] {
            close(highest.quantile(probability), libm::pow(probability, 0.2), 1e-11);
            close(lowest.quantile(probability), 1.0 - libm::pow(1.0 - probability, 0.2), 1e-11);
        }
    }

    #[test]
    fn the_symmetric_one_is_a_polynomial() {
        // Beta(3, 3): F(x) = x³ (10 − 15 x + 6 x²).
        let pert = Pert::new(0.5);
        for i in 1..10_000 {
            let probability = f64::from(i) / 10_000.0;
            let x = pert.quantile(probability);
            close(x * x * x * (10.0 - 15.0 * x + 6.0 * x * x), probability, 1e-11);
        }
        close(pert.quantile(0.5), 0.5, 1e-12);
    }

    #[test]
    fn the_mean_and_the_variance_are_those_of_the_estimate() {
        for percent in 0..=100 {
            let mode = f64::from(percent) / 100.0;
            let pert = Pert::new(mode);
            let points = 4096;
            let mut quantiles: Vec<f64> =
                (0..points).map(|i| (f64::from(i) + 0.5) / f64::from(points)).collect();
            for lanes in quantiles.as_chunks_mut().0 {
                pert.quantiles(lanes);
            }
            assert!(quantiles.is_sorted(), "{mode}");
            let mean = quantiles.iter().sum::<f64>() / f64::from(points);
            let expected = (1.0 + 4.0 * mode) / 6.0;
            close(mean, expected, 3e-6);
            let variance =
                quantiles.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(points);
            close(variance, expected * (1.0 - expected) / 7.0, 2e-5);
        }
    }

    #[test]
    fn the_inverse_is_that_of_the_distribution_function() {
        for percent in 0..=100 {
            let shape = 1.0 + 4.0 * f64::from(percent) / 100.0;
            let pert = Pert::new(f64::from(percent) / 100.0);
            let beta = libm::tgamma(shape) * libm::tgamma(SHAPES - shape) / 120.0;
            for probability in [1e-5, 1e-3, 0.02, 0.1, 0.25, 0.4, 0.49, 0.5] {
                close(below(shape, pert.quantile(probability)) / beta, probability, 1e-11);
            }
            for probability in [0.5 + 1e-9, 0.6, 0.9, 0.99, 0.9999] {
                let rest = below(SHAPES - shape, 1.0 - pert.quantile(probability)) / beta;
                close(rest, 1.0 - probability, 1e-11);
            }
        }
    }
}
