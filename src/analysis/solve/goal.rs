//! How a goal is asked for.

use super::at_figure;
use crate::analysis::explain;
use crate::analysis::request::{Request, missing};
use crate::analysis::simulate::{Options, Side};
use crate::decimal::Decimal;
use crate::model::figures::Figure;
use crate::plan::{InputErrors, Node};

/// One input of a plan, and where a figure should come by it.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The input that may change, like `learning.weekCycles.count`.
    pub input: String,
    /// The figure, like `budget.cash`.
    pub figure: Figure,
    /// Where the figure should come.
    pub aim: Aim,
    /// The lowest value to look at; without it, the lowest that is realistic.
    pub low: Option<Decimal>,
    /// The highest value to look at; without it, the highest that is realistic.
    pub high: Option<Decimal>,
    /// How likely the figure must be to come there, 0..1; without it, everything is at its likely value.
    pub probability: Option<f64>,
    /// How that likelihood is told: points, seed, and whether defaults are not known either.
    pub options: Options,
}

/// Where a figure should come, in its own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aim {
    /// To this or above.
    AtLeast(f64),
    /// To this or below.
    AtMost(f64),
    /// As close to this as can be.
    Equals(f64),
}

impl Goal {
    /// A goal as data: `{ input, figure, atLeast | atMost | equals, low, high, probability, points, seed,
    /// defaultRanges }`, of which the first three must be there; the figure by its id, like `budget.cash`.
    ///
    /// # Errors
    ///
    /// As a plan's, with the option as the path; `unknown-id` at `figure` when no plan has such a figure.
    pub fn read(node: &Node) -> Result<Self, InputErrors> {
        let mut request = Request::new(node, "");
        let mut text = |key, example: &str| {
            let text = request.text(key, example);
            if text.is_none() {
                request.refuse(missing("", key, example));
            }
            text
        };
        let input = text("input", "learning.weekCycles.count");
        let figure = text("figure", Figure::Cash.key());
        let aim = Aim::read(&mut request);
        let low = request.number("low", Decimal::LOWEST, Decimal::LIMIT);
        let high = request.number("high", Decimal::LOWEST, Decimal::LIMIT);
        let probability = request.number("probability", Decimal::ZERO, Decimal::ONE);
        let options = Options::of_samples(&mut request);
        let ((input, figure), aim) = request.finish(input.zip(figure).zip(aim))?;
        Ok(Self {
            input: input.to_owned(),
            figure: explain::figure(figure).map_err(at_figure)?,
            aim,
            low,
            high,
            probability: probability.map(Decimal::to_f64),
            options,
        })
    }
}

impl Aim {
    /// One of `atLeast`, `atMost` and `equals`.
    fn read(request: &mut Request<'_>) -> Option<Self> {
        let mut number =
            |key| request.number(key, Decimal::LOWEST, Decimal::LIMIT).map(Decimal::to_f64);
        match (number("atLeast"), number("atMost"), number("equals")) {
            (Some(bound), None, None) => Some(Self::AtLeast(bound)),
            (None, Some(bound), None) => Some(Self::AtMost(bound)),
            (None, None, Some(target)) => Some(Self::Equals(target)),
            _ => {
                request.refuse(missing("", "atMost", "180000"));
                None
            }
        }
    }

    /// The bound, and on which side of it a figure should be; `None` for a target.
    pub(super) fn side(self) -> Option<(Side, f64)> {
        match self {
            Self::AtLeast(bound) => Some((Side::AtLeast, bound)),
            Self::AtMost(bound) => Some((Side::AtMost, bound)),
            Self::Equals(_) => None,
        }
    }

    /// Whether a figure is on the side of the bound where it should be, or not above a target.
    pub(super) fn is_within(self, figure: Option<f64>) -> bool {
        figure.is_some_and(|figure| match self {
            Self::AtLeast(bound) => figure >= bound,
            Self::AtMost(bound) | Self::Equals(bound) => figure <= bound,
        })
    }

    /// How far a figure is from the bound or target, on whichever side.
    pub(super) fn distance(self, figure: Option<f64>) -> f64 {
        let (Self::AtLeast(bound) | Self::AtMost(bound) | Self::Equals(bound)) = self;
        figure.map_or(f64::INFINITY, |figure| (figure - bound).abs())
    }
}
