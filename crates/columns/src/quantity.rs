//! Uncertain quantities and their samples.

use crate::{Lanes, pert, sobol};

/// What is not known exactly, and which values its samples have.
#[derive(Clone, Debug)]
pub struct Quantity {
    low: f64,
    high: f64,
    pert: pert::Pert,
    dimension: sobol::Dimension,
}

impl Quantity {
    /// A quantity between `low` and `high`, most likely at `likely`; each one needs a dimension of its own.
    pub fn new([low, likely, high]: [f64; 3], dimension: sobol::Dimension) -> Self {
        // One that is known has no shape.
        let mode = if low < high { (likely - low) / (high - low) } else { 0.0 };
        Self { low, high, pert: pert::Pert::new(mode), dimension }
    }

    /// The same quantity, drawn independently.
    #[must_use]
    pub fn along(self, dimension: sobol::Dimension) -> Self {
        Self { dimension, ..self }
    }

    /// The samples from the point with number `start` on, of 2 to the power of `bits` points in all.
    pub fn fill(&self, bits: u32, start: u32, lanes: &mut Lanes) {
        let slices = f64::from(1u32 << bits);
        for (number, lane) in (start..).zip(lanes.iter_mut()) {
            let slice = self.dimension.point(number) >> (32 - bits);
            *lane = (f64::from(slice) + 0.5) / slices;
        }
        self.pert.quantiles(lanes);
        for lane in lanes {
            *lane = f64::min(self.low + (self.high - self.low) * *lane, self.high);
        }
    }
}
