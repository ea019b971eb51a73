//! What is known of estimates and of what is made of them, by other means than the crate's own.
#![allow(dead_code)] // each test file uses its own part

use columns::program::{Formulas, Program, Term};
use columns::sobol::Dimension;
use columns::{LANES, Quantity};
use std::f64::consts::PI;

/// Lowest, likely and highest.
pub type Estimate = [f64; 3];

/// The beta distribution that an estimate is taken for, from its lowest to its highest.
#[derive(Clone, Copy)]
pub struct Beta {
    pub low: f64,
    pub high: f64,
    a: f64,
    b: f64,
    /// The beta function of both shapes.
    whole: f64,
}

impl Beta {
    pub fn of([low, likely, high]: Estimate) -> Self {
        let mode = (likely - low) / (high - low);
        let (a, b) = (1.0 + 4.0 * mode, 5.0 - 4.0 * mode);
        Self { low, high, a, b, whole: libm::tgamma(a) * libm::tgamma(b) / 120.0 }
    }

    pub fn mean(&self) -> f64 {
        self.low + (self.high - self.low) * self.a / 6.0
    }

    pub fn variance(&self) -> f64 {
        let width = self.high - self.low;
        width * width * self.a * self.b / (36.0 * 7.0)
    }

    /// The mean of the square.
    pub fn square(&self) -> f64 {
        self.variance() + self.mean() * self.mean()
    }

    pub fn density(&self, x: f64) -> f64 {
        let width = self.high - self.low;
        let x = (x - self.low) / width;
        if !(0.0..=1.0).contains(&x) {
            return 0.0;
        }
        x.powf(self.a - 1.0) * (1.0 - x).powf(self.b - 1.0) / (self.whole * width)
    }

    /// The probability of at most this: the incomplete beta function as a continued fraction (W. J. Lentz).
    pub fn below(&self, x: f64) -> f64 {
        let x = ((x - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        let (a, b) = (self.a, self.b);
        if x > a / 6.0 {
            1.0 - fraction(b, a, 1.0 - x) / self.whole
        } else {
            fraction(a, b, x) / self.whole
        }
    }

    /// The mean of a function of it that is smooth between these cuts.
    pub fn mean_of(&self, cuts: &[f64], of: impl Fn(f64) -> f64) -> f64 {
        integral(self.low, self.high, cuts, |x| {
            let density = self.density(x);
            if density == 0.0 { 0.0 } else { density * of(x) }
        })
    }
}

fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let (mut c, mut d, mut fraction) = (1.0, 0.0, 1.0);
    for step in 0..400 {
        let m = f64::from(step / 2);
        let numerator = match step {
            0 => 1.0,
            _ if step % 2 == 0 => m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            _ => -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        };
        let away = |x: f64| if x == 0.0 { 1e-300 } else { x };
        d = 1.0 / away(1.0 + numerator * d);
        c = away(1.0 + numerator / c);
        fraction *= c * d;
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    x.powf(a) * (1.0 - x).powf(b) / a * (fraction - 1.0)
}

/// The integral of a function that is smooth between cuts, by the double exponential rule (H. Takahasi, M. Mori).
pub fn integral(low: f64, high: f64, cuts: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    let mut ends: Vec<f64> = cuts.iter().map(|cut| cut.clamp(low, high)).collect();
    ends.extend([low, high]);
    ends.sort_by(f64::total_cmp);
    let mut sum = 0.0;
    for ends in ends.windows(2) {
        let width = ends[1] - ends[0];
        for step in -32..=32 {
            let t = f64::from(step) / 10.0;
            let from_low = 1.0 / (1.0 + (-PI * t.sinh()).exp());
            let from_high = 1.0 / (1.0 + (PI * t.sinh()).exp());
            let weight = PI * t.cosh() * from_low * from_high / 10.0;
            sum += width * weight * of(ends[0] + width * from_low);
        }
    }
    sum
}

/// The probability that a weighted sum is at most a number, from its characteristic function (J. Gil-Pelaez).
pub fn sum_below(terms: &[(f64, Beta)]) -> impl Fn(f64) -> f64 + use<> {
    let variances = terms.iter().map(|(weight, beta)| weight * weight * beta.variance());
    // The sum is never wider than the period.
    let step = 0.3 / variances.sum::<f64>().sqrt();
    let mut parts: Vec<[f64; 3]> = Vec::new();
    for at in 0..200 {
        let t = (f64::from(at) + 0.5) * step;
        let (mut re, mut im) = (1.0, 0.0);
        for (weight, beta) in terms {
            let quarter = (beta.high - beta.low) / 4.0;
            let cuts = [1.0, 2.0, 3.0].map(|quarters| beta.low + quarters * quarter);
            let cos = beta.mean_of(&cuts, |x| (t * weight * x).cos());
            let sin = beta.mean_of(&cuts, |x| (t * weight * x).sin());
            (re, im) = (re * cos - im * sin, re * sin + im * cos);
        }
        parts.push([t, re, im]);
        if re.hypot(im) < 1e-9 {
            break;
        }
    }
    move |x| {
        let of = |[t, re, im]: &[f64; 3]| (im * (t * x).cos() - re * (t * x).sin()) * step / t;
        0.5 - parts.iter().map(of).sum::<f64>() / PI
    }
}

/// A formula over independent estimates, ready to be sampled.
pub struct Samples {
    program: Program,
    estimates: Vec<Quantity>,
}

impl Samples {
    pub fn new(estimates: &[Estimate], write: &dyn Fn(&mut Formulas, &[Term]) -> Term) -> Self {
        let mut formulas = Formulas::default();
        let unknown =
            |(number, &[low, _, high]): (usize, &Estimate)| formulas.unknown(number, low, high);
        let terms: Vec<Term> = estimates.iter().enumerate().map(unknown).collect();
        let asked = write(&mut formulas, &terms);
        let quantity = |estimate: &Estimate| Quantity::new(*estimate, Dimension::new(0, 0));
        Self {
            program: formulas.program(&[asked]),
            estimates: estimates.iter().map(quantity).collect(),
        }
    }

    /// So many of them, as a power of two.
    pub fn drawn(&self, bits: u32, seed: u32) -> Vec<f64> {
        let along = |(number, estimate): (usize, &Quantity)| {
            estimate.clone().along(Dimension::new(number, seed))
        };
        let quantities: Vec<Quantity> = self.estimates.iter().enumerate().map(along).collect();
        let mut room = self.program.room();
        let mut samples = Vec::with_capacity(1 << bits);
        for start in (0..1 << bits).step_by(LANES) {
            let fill = |number: usize, lanes: &mut _| quantities[number].fill(bits, start, lanes);
            self.program.run(&mut room, fill);
            samples.extend_from_slice(self.program.asked(&room).next().unwrap());
        }
        samples
    }
}
