//! Which of the things that are not known move a figure, and how far.

use columns::sobol::Dimension;
use columns::variance::{self, Share};
use columns::{LANES, Quantity};
use serde::Serialize;

use super::Sampler;
use crate::analysis::explain::Origin;
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::plan::Unit;

/// Samples that tell the shares of variance.
const POINTS_OF_SHARES: u32 = 4096;

/// Something that is not known, and how far it moves a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Driver {
    /// The inputs that it stands in for, like `groups[0].participation`. A default is one unknown,
    /// wherever the plan rests on it.
    pub inputs: Vec<String>,
    /// The most likely value.
    pub value: Decimal,
    /// The lowest that is still realistic.
    pub low: Decimal,
    /// The highest that is still realistic.
    pub high: Decimal,
    /// What it counts.
    pub unit: Unit,
    /// Who says so: the plan of an estimate, else the default.
    pub origin: Origin,
    /// The figure when this is at its low and all else is likely; `None` when undefined.
    pub at_low: Option<f64>,
    /// The figure when this is at its high and all else is likely; `None` when undefined.
    pub at_high: Option<f64>,
    /// How far the figure moves between the two; `None` when an end is undefined.
    pub swing: Option<f64>,
    /// Share of the figure's variance that it explains by itself, 0..1; `None` unless asked for.
    pub first_order: Option<f64>,
    /// Share of the figure's variance that it explains together with others, 0..1; `None` unless asked for.
    pub total: Option<f64>,
}

impl Sampler {
    /// What moves the figure that was asked for, what moves it most first.
    pub fn drivers(&self) -> Vec<Driver> {
        let options = self.options();
        let drivers = self.drivers_of(options.figure, options.variance);
        drivers.unwrap_or_else(|| broken("this figure was asked for"))
    }

    /// The same of one of the figures that are told, with the shares of its `variance` or without; `None` for
    /// another figure.
    pub fn drivers_of(&self, figure: Figure, variance: bool) -> Option<Vec<Driver>> {
        let figure = self.figures().position(|(known, _)| known == figure)?;
        let ends = self.ends(figure);
        let shares = if variance { self.shares(figure) } else { Vec::new() };
        let mut shares = shares.into_iter();
        let mut drivers: Vec<Driver> = Vec::new();
        for ((range, _), [at_low, at_high]) in self.unknown().zip(ends) {
            let share = shares.next();
            let swing = at_low.zip(at_high).map(|(low, high)| (high - low).abs());
            let driver = Driver {
                inputs: range.inputs.clone(),
                value: range.input.likely,
                low: range.low,
                high: range.high,
                unit: range.input.field.unit,
                origin: range.input.origin.into(),
                at_low,
                at_high,
                swing,
                first_order: share.map(|share| share.first),
                total: share.map(|share| share.total),
            };
            // Equal swings stay in the order of the document.
            let place = drivers.iter().rposition(|known| known.swing >= driver.swing);
            drivers.insert(place.map_or(0, |before| before + 1), driver);
        }
        Some(drivers)
    }

    /// A figure at the low and at the high of each thing that is not known, all else likely.
    fn ends(&self, figure: usize) -> Vec<[Option<f64>; 2]> {
        let (program, mut room) = self.program();
        let values: Vec<[f64; 3]> = self
            .unknown()
            .map(|(range, _)| [range.low, range.input.likely, range.high].map(Decimal::to_f64))
            .collect();
        let mut ends = Vec::with_capacity(2 * values.len() + LANES);
        while ends.len() < 2 * values.len() {
            let start = ends.len();
            program.run(&mut room, |number, lanes| {
                let Some([low, likely, high]) = values.get(number) else {
                    broken("what varies has a range")
                };
                *lanes = [*likely; LANES];
                for (at, end) in [(2 * number, low), (2 * number + 1, high)] {
                    if let Some(lane) = at.checked_sub(start).and_then(|at| lanes.get_mut(at)) {
                        *lane = *end;
                    }
                }
            });
            let Some(lanes) = program.asked(&room).nth(figure) else {
                broken("this figure was asked for")
            };
            ends.extend(lanes.map(|end| Some(end).filter(|end| end.is_finite())));
        }
        ends.truncate(2 * values.len());
        ends.as_chunks().0.to_vec()
    }

    fn shares(&self, figure: usize) -> Vec<Share> {
        // Twice, each time in a dimension of its own: with another seed, a dimension is still tied to itself.
        let of = |number| Dimension::new(number, self.options().seed);
        let quantities: Vec<[Quantity; 2]> = self
            .unknown()
            .enumerate()
            .map(|(number, (_, quantity))| {
                let dimensions = [number, self.unknown().len() + number];
                dimensions.map(|number| quantity.clone().along(of(number)))
            })
            .collect();
        let bits = POINTS_OF_SHARES.min(self.options().points).trailing_zeros();
        variance::shares(self.program().0, figure, &quantities, bits)
    }
}
