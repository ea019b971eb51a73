//! How a simulation is asked for.

use super::{FEWEST, MOST, can_be_simulated, figure};
use crate::analysis::request::{Request, missing};
use crate::decimal::Decimal;
use crate::model::figures::Figure;
use crate::plan::{Code, InputError, InputErrors, Node};

/// How a simulation is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// How many samples: a power of two, 256 to 131,072.
    pub points: u32,
    /// Another one gives other samples of the same quantities.
    pub seed: u32,
    /// Whether defaults are not known either: one unknown each, within the range of the table of defaults.
    pub default_ranges: bool,
    /// Of which figures to tell how likely they are to reach a bound, besides a net value of 0.
    pub targets: Vec<Target>,
    /// The figure whose histogram and drivers are told.
    pub figure: Figure,
    /// Whether to tell which share of that figure's variance each driver explains, which takes longer.
    pub variance: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            points: 16_384,
            seed: 1,
            default_ranges: false,
            targets: Vec::new(),
            figure: Figure::Net,
            variance: false,
        }
    }
}

/// A bound that a figure should reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The figure, like `value.rov`.
    pub figure: Figure,
    /// On which side of the bound it should be.
    pub side: Side,
    /// The bound, in the figure's own unit.
    pub bound: f64,
}

/// On which side of a bound a figure should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At the bound or above it.
    AtLeast,
    /// At the bound or below it.
    AtMost,
}

impl Options {
    /// Options as data: `{ points, seed, defaultRanges, targets: [{ figure, atLeast | atMost }], figure, variance }`,
    /// each of which may be left out; figures by their ids, like `value.rov`.
    ///
    /// # Errors
    ///
    /// As a plan's, with the option as the path; then as [`check`](Self::check).
    pub fn read(node: &Node) -> Result<Self, InputErrors> {
        let mut request = Request::new(node, "");
        let samples = Self::of_samples(&mut request);
        let targets = request.list("targets", AskedTarget::read);
        let asked = request.text("figure", samples.figure.key());
        let variance = request.truth("variance").unwrap_or(samples.variance);
        let mut options = request.finish(Some(Self { variance, ..samples }))?;
        options.check_points()?;
        for (at, AskedTarget { figure: id, side, bound }) in targets.into_iter().enumerate() {
            let figure = figure(id).map_err(|errors| within_target(at, errors))?;
            options.targets.push(Target { figure, side, bound });
        }
        if let Some(id) = asked {
            options.figure = figure(id)?;
        }
        Ok(options)
    }

    /// What says which samples are made: `{ points, seed, defaultRanges }`.
    pub(crate) fn of_samples(request: &mut Request<'_>) -> Self {
        let other = Self::default();
        Self {
            points: request.whole("points", FEWEST, MOST).unwrap_or(other.points),
            seed: request.whole("seed", 0, u32::MAX).unwrap_or(other.seed),
            default_ranges: request.truth("defaultRanges").unwrap_or(other.default_ranges),
            ..other
        }
    }

    /// Whether a simulation can be made so.
    ///
    /// # Errors
    ///
    /// `out-of-range` for a number of points that is no power of two; `unknown-id` for a figure.
    pub fn check(&self) -> Result<(), InputErrors> {
        self.check_points()?;
        for (at, target) in self.targets.iter().enumerate() {
            let found = can_be_simulated(target.figure);
            found.map_err(|errors| within_target(at, errors))?;
        }
        can_be_simulated(self.figure)
    }

    fn check_points(&self) -> Result<(), InputErrors> {
        if !(self.points.is_power_of_two() && (FEWEST..=MOST).contains(&self.points)) {
            let message = format!("a power of two from {FEWEST} to {MOST} was expected");
            let mut error = InputError::new("points", Code::OutOfRange, message);
            error.value(&self.points.to_string()).example("16384");
            error.range(Some(Decimal::whole(FEWEST)), Some(Decimal::whole(MOST)));
            return Err(error.into());
        }
        Ok(())
    }
}

/// What is wrong with the figure of a target.
fn within_target(at: usize, errors: InputErrors) -> InputErrors {
    errors.within(&format!("targets[{at}]"))
}

/// A target whose figure is still an id: it is looked up once the options as a whole are well-formed.
struct AskedTarget<'n> {
    figure: &'n str,
    side: Side,
    bound: f64,
}

impl<'n> AskedTarget<'n> {
    fn read(mut request: Request<'n>) -> Result<Self, InputErrors> {
        let example = Figure::Rov.key();
        let figure = request.text("figure", example);
        if figure.is_none() {
            request.refuse(missing(request.path(), "figure", example));
        }
        let bound = Side::read(&mut request);
        let target = figure.zip(bound).map(|(figure, (side, bound))| Self { figure, side, bound });
        request.finish(target)
    }
}

impl Side {
    /// One of `atLeast` and `atMost`.
    pub(crate) fn read(request: &mut Request<'_>) -> Option<(Self, f64)> {
        let least = request.number("atLeast", Decimal::LOWEST, Decimal::LIMIT).map(Decimal::to_f64);
        let most = request.number("atMost", Decimal::LOWEST, Decimal::LIMIT).map(Decimal::to_f64);
        match (least, most) {
            (Some(bound), None) => Some((Self::AtLeast, bound)),
            (None, Some(bound)) => Some((Self::AtMost, bound)),
            _ => {
                request.refuse(missing(request.path(), "atLeast", "0"));
                None
            }
        }
    }

    /// Whether a value is on this side of a bound.
    pub fn is_reached(self, value: f64, bound: f64) -> bool {
        match self {
            Self::AtLeast => value >= bound,
            Self::AtMost => value <= bound,
        }
    }
}
