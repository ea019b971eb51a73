//! The result of a simulation, with its public names.

use columns::spread::{self, Mean};
use serde::{Serialize, Serializer};

use super::{Driver, Sampler, Side, number};
use crate::model::figures::Figure;

/// What follows from a plan whose estimates are not known exactly.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Simulation {
    /// How many samples it rests on.
    pub points: u32,
    /// Which samples: the same seed gives the same digits.
    pub seed: u32,
    /// Whether defaults were taken as not known exactly.
    pub default_ranges: bool,
    /// How many things are not known: estimates of the plan, and defaults, each of them once.
    pub unknowns: u32,
    /// How each figure spreads, by its id: the headline figures, and those of targets.
    pub figures: Figures,
    /// How likely figures are to reach a bound: first that net value is at least 0, then that the available
    /// budget is enough when there is one, then the targets.
    pub probabilities: Vec<Probability>,
    /// How the figure that was asked for spreads.
    pub histogram: Histogram,
    /// What moves that figure, what moves it most first.
    pub drivers: Vec<Driver>,
}

/// What is told of each of some figures; written as an object whose keys are their ids.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures<T = Spread>(Vec<(Figure, T)>);

impl<T> Default for Figures<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Figures<T> {
    /// What is told of a figure; `None` for one that was not asked for.
    pub fn get(&self, figure: Figure) -> Option<&T> {
        self.iter().find(|(known, _)| *known == figure).map(|(_, told)| told)
    }

    /// All of them: the headline figures in their order, then those of targets.
    pub fn iter(&self) -> impl Iterator<Item = (Figure, &T)> {
        self.0.iter().map(|(figure, told)| (*figure, told))
    }

    pub(crate) fn get_mut(&mut self, figure: Figure) -> Option<&mut T> {
        self.0.iter_mut().find(|(known, _)| *known == figure).map(|(_, told)| told)
    }

    pub(crate) fn push(&mut self, figure: Figure, told: T) {
        self.0.push((figure, told));
    }
}

impl<T: Serialize> Serialize for Figures<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// How one figure spreads over the samples, in the figure's own unit.
///
/// Where it is undefined, as payback that is not within the horizon, it counts as larger than every number.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Spread {
    /// With every estimate at its likely value, as in the evaluation; `None` when undefined.
    pub likely: Option<f64>,
    /// The mean of the samples in which it is defined.
    pub mean: Option<f64>,
    /// At most the standard error of that mean: what another seed could change.
    pub error: Option<f64>,
    /// The share of the samples in which it is defined, 0..1.
    pub defined: f64,
    /// 5 % of the samples are below.
    pub p5: Option<f64>,
    /// 10 % of the samples are below.
    pub p10: Option<f64>,
    /// 25 % of the samples are below.
    pub p25: Option<f64>,
    /// Half of the samples are below.
    pub p50: Option<f64>,
    /// 75 % of the samples are below.
    pub p75: Option<f64>,
    /// 90 % of the samples are below.
    pub p90: Option<f64>,
    /// 95 % of the samples are below.
    pub p95: Option<f64>,
}

/// How likely a figure is to reach a bound.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Probability {
    /// The figure, like `budget.cash`.
    pub figure: Figure,
    /// The bound, when the figure should be at least that.
    pub at_least: Option<f64>,
    /// The bound, when the figure should be at most that.
    pub at_most: Option<f64>,
    /// The share of the samples that reach it, 0..1; those in which the figure is undefined do not.
    pub probability: f64,
    /// At most the standard error of that share.
    pub error: f64,
}

/// How many samples lie in each of equally wide slices.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Histogram {
    /// The figure, like `budget.cash`.
    pub figure: Figure,
    /// Where the first slice begins; `None` when the figure is undefined.
    pub low: Option<f64>,
    /// Where the last slice ends; `None` when the figure is undefined.
    pub high: Option<f64>,
    /// Samples in each slice. The few outside are in the first and the last.
    pub counts: Vec<u32>,
}

/// Slices of a histogram.
const SLICES: usize = 40;

impl Sampler {
    /// What the samples so far tell.
    pub fn simulation(&self) -> Simulation {
        let options = self.options();
        Simulation {
            points: self.done(),
            seed: options.seed,
            default_ranges: options.default_ranges,
            unknowns: self.unknowns(),
            figures: self.spreads(),
            probabilities: self.probabilities(),
            histogram: Histogram::new(options.figure, self.column(options.figure)),
            drivers: self.drivers(),
        }
    }

    /// How many things are not known.
    pub fn unknowns(&self) -> u32 {
        number(self.unknown().len())
    }

    /// How each figure spreads over the samples so far.
    pub fn spreads(&self) -> Figures {
        let mut figures = Figures::default();
        for ((figure, samples), likely) in self.figures().zip(self.likely()) {
            figures.push(figure, Spread::new(samples, likely));
        }
        figures
    }

    /// How likely figures are to reach their bounds, by the samples so far.
    pub fn probabilities(&self) -> Vec<Probability> {
        let mut probabilities = vec![Probability::new(self, Figure::Net, Side::AtLeast, 0.0)];
        if self.evaluation().budget.available.is_some() {
            probabilities.push(Probability::new(self, Figure::Gap, Side::AtLeast, 0.0));
        }
        for target in &self.options().targets {
            probabilities.push(Probability::new(self, target.figure, target.side, target.bound));
        }
        probabilities
    }
}

fn finite(number: f64) -> Option<f64> {
    Some(number).filter(|number| number.is_finite())
}

impl Spread {
    pub(super) fn new(samples: &[f64], likely: Option<f64>) -> Self {
        let Mean { mean, error, defined } = spread::mean(samples);
        let shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
        let [p5, p10, p25, p50, p75, p90, p95] = spread::quantiles(samples, shares).map(finite);
        let mean = finite(mean);
        Self { likely, mean, error: mean.map(|_| error), defined, p5, p10, p25, p50, p75, p90, p95 }
    }
}

impl Probability {
    pub(crate) fn new(sampler: &Sampler, figure: Figure, side: Side, bound: f64) -> Self {
        let (at_least, at_most) = match side {
            Side::AtLeast => (Some(bound), None),
            Side::AtMost => (None, Some(bound)),
        };
        let reached = spread::share(sampler.column(figure), |value| side.is_reached(value, bound));
        Self { figure, at_least, at_most, probability: reached.mean, error: reached.error }
    }
}

impl Histogram {
    fn new(figure: Figure, samples: &[f64]) -> Self {
        let [low, high] = spread::quantiles(samples, [0.001, 0.999]).map(finite);
        let ends = low.zip(high).filter(|(low, high)| low < high);
        let counts = match ends {
            Some((low, high)) => spread::histogram(samples, low, high, SLICES),
            None => Vec::new(),
        };
        Self { figure, low, high, counts }
    }
}
