//! What a plan must be to come somewhere: one input for a goal, or a budget over the components of learning.
//!
//! Every figure is that of [`evaluate`](crate::model::evaluate), bit for bit.

mod allocate;
mod goal;
mod search;
mod simplex;

pub use allocate::{
    Allocated, AllocatedComponent, AllocatedSum, Allocation, Part, Tradeoff, allocate,
};
pub use goal::{Aim, Goal};

use serde::Serialize;

use super::explain::steps_to;
use super::simulate::{Options, Probability, Sampler};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::model::value_of;
use crate::plan::{
    Code, Country, Field, Input, InputError, InputErrors, Origin, Path, Place, Plan, Unit, schema,
};
use search::{Found, Search};

/// The value of an input at which a figure comes where it should, or comes closest.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Solution {
    /// The input's path.
    pub input: Path,
    /// The value that was found: for a bound the last one that keeps it, seen from the plan's own value.
    pub value: Decimal,
    /// The figure, like `budget.cash`.
    pub figure: Figure,
    /// The figure at that value, with all else likely; `None` when undefined.
    pub at: Option<f64>,
    /// Whether the goal is reached there; else nothing between `low` and `high` comes closer.
    pub reached: bool,
    /// The lowest value that was looked at.
    pub low: Decimal,
    /// The highest value that was looked at.
    pub high: Decimal,
    /// The plan's own value; `None` for an available budget that is not set yet.
    pub current: Option<Decimal>,
    /// The figure at the plan's own value; `None` when undefined.
    pub current_at: Option<f64>,
    /// How likely the figure is to keep its bound at that value, 0..1; `None` unless a probability was asked for.
    pub probability: Option<f64>,
    /// At most the standard error of that probability: what another seed could change.
    pub error: Option<f64>,
}

/// The value of one input at which a figure of the plan comes where it should.
///
/// ```
/// # let document = jaarplan::Document::parse(
/// #     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
/// #          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#)?;
/// # let plan = jaarplan::Plan::read(&document)?;
/// use jaarplan::Figure;
/// use jaarplan::solve::{Aim, Goal, solve};
/// let goal = Goal {
///     input: "profCircles.sessions".to_owned(),
///     figure: Figure::Cash,
///     aim: Aim::AtMost(100_000.0),
///     low: None,
///     high: None,
///     probability: None,
///     options: jaarplan::simulate::Options::default(),
/// };
/// let solution = solve(&plan, &goal)?;
/// assert!(solution.reached && solution.at <= Some(100_000.0));
/// assert!(solution.value.is_whole());
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
///
/// # Errors
///
/// `unknown-id` for an input that the plan does not have or that cannot vary alone, and for a figure that it does
/// not have; `out-of-range` for `low` or `high`; `unknown-choice` for a probability of a target; else as
/// [`evaluate`](crate::model::evaluate) and [`simulate`](super::simulate::simulate).
pub fn solve(plan: &Plan, goal: &Goal) -> Result<Solution, InputErrors> {
    let figure = goal.figure;
    steps_to(plan, figure).map_err(at_figure)?;
    let current_at = value_of(plan, figure)?;
    let (plan, current) = with_input(plan, &goal.input);
    let input = find(&plan, &goal.input).filter(|input| {
        // A simulation is made for so many months.
        let is_fixed = goal.probability.is_some() && is(input, &schema::HORIZON_YEARS);
        !is_fixed && !input.field.bound_to_others
    });
    let input = input.ok_or_else(|| unknown_input(&goal.input))?;
    let path = Path::of(input.field, input.place);
    let steps = Steps::of(&input);
    let [low, high] = steps.range(&input, plan.country, None, [goal.low, goal.high])?;
    let mut sampler = match (goal.probability, goal.aim.side()) {
        (None, _) => None,
        (Some(_), None) => return Err(no_probability()),
        (Some(probability), Some((side, bound))) => {
            let options = simulate_options(goal);
            let range = [steps.value(low), steps.value(high)];
            let sampler = Sampler::varying(&plan, &options, &[(&path, range)])?;
            Some((sampler, probability, side, bound))
        }
    };
    let own = steps.down(input.likely).clamp(low, high);
    let found = match &mut sampler {
        None => {
            let mut at =
                |value| value_of(&changed(&plan, &input, steps.value(value)), figure).ok()?;
            Search { at: &mut at, aim: goal.aim, own }.between(low, high, PARTS)
        }
        Some((sampler, probability, side, bound)) => {
            let aim = Aim::AtLeast(*probability);
            let mut search = |points, own, [low, high]: [i64; 2], parts| {
                let mut at = |value| {
                    let drawn = sampled(sampler, points, steps.value(value));
                    Some(Probability::new(drawn, figure, *side, *bound).probability)
                };
                Search { at: &mut at, aim, own }.between(low, high, parts)
            };
            // Some samples say about where, and all of them where.
            let about = search(FEW, own, [low, high], PARTS);
            let (value, width) = (about.point.value, (high - low) / PARTS + 1);
            let near = [(value - width).max(low), (value + width).min(high)];
            let found = search(u32::MAX, value, near, 2);
            if found.passes == about.passes {
                found
            } else {
                search(u32::MAX, own, [low, high], PARTS)
            }
        }
    };
    let value = steps.value(found.point.value);
    let likelihood = sampler.as_mut().map(|(sampler, _, side, bound)| {
        Probability::new(sampled(sampler, u32::MAX, value), figure, *side, *bound)
    });
    let reached = match goal.probability {
        Some(probability) => found.point.figure >= Some(probability),
        None => is_reached(goal.aim, &found, steps, figure.unit()),
    };
    Ok(Solution {
        value,
        at: value_of(&changed(&plan, &input, value), figure)?,
        reached,
        low: steps.value(low),
        high: steps.value(high),
        current,
        current_at,
        probability: likelihood.as_ref().map(|told| told.probability),
        error: likelihood.map(|told| told.error),
        input: path,
        figure,
    })
}

/// So many samples of the goal's figure at a value of its input: the same random numbers for every value.
fn sampled(sampler: &mut Sampler, points: u32, value: Decimal) -> &Sampler {
    sampler.set(&[value.to_f64()]);
    sampler.advance(points);
    sampler
}

/// Whether a goal without probability is reached.
///
/// A bound must be kept to the last digit. A target is reached to half a cent, or a millionth of another unit;
/// also where the figure jumps over it, as it does when people are whole, between two values of a continuous
/// input that differ in their last place: then nothing is closer.
fn is_reached(aim: Aim, found: &Found, steps: Steps, unit: Unit) -> bool {
    if !matches!(aim, Aim::Equals(_)) {
        return aim.is_within(found.point.figure);
    }
    let near = if unit == Unit::Eur { 0.005 } else { 0.000_001 };
    aim.distance(found.point.figure) <= near || found.passes && steps.0 == Steps::FINEST
}

/// The values that an input can have, counted in its smallest steps, of so many millionths.
#[derive(Clone, Copy)]
struct Steps(i64);

/// Parts in which a range is looked at first. A figure that turns twice within one is missed.
const PARTS: i64 = 64;
/// So many samples say about where a goal is likely to be reached.
const FEW: u32 = 1024;
/// What is looked at of a field whose realistic range is not known: up to this, or ten times the plan's own value.
/// The widest ranges that are known end at a few hundred.
const MOST: Decimal = Decimal::whole(1_000);
/// The same, of a total in euros.
const MOST_IN_ALL: Decimal = Decimal::whole(10_000_000);
/// Where a range is not asked for, it lies within the bounds of the field.
const WITHIN: &str = "a range that was not asked for is within bounds";

impl Steps {
    const FINEST: i64 = 1;

    fn of(input: &Input) -> Self {
        Self(match input.field {
            field if field.bounds.whole => Decimal::ONE.micros(),
            // Totals are read to cents.
            field if field.total => Decimal::ONE.micros() / 100,
            _ => Self::FINEST,
        })
    }

    fn value(self, steps: i64) -> Decimal {
        Decimal::from_micros(steps * self.0)
    }

    fn down(self, value: Decimal) -> i64 {
        value.micros().div_euclid(self.0)
    }

    fn up(self, value: Decimal) -> i64 {
        -(-value.micros()).div_euclid(self.0)
    }

    /// Between which values is looked: as asked, else where the input is realistic and the plan's own value. What
    /// is `usual` takes the place of the field's own range.
    fn range(
        self,
        input: &Input,
        country: Country,
        usual: Option<(Decimal, Decimal)>,
        asked: [Option<Decimal>; 2],
    ) -> Result<[i64; 2], InputErrors> {
        let bounds = &input.field.bounds;
        let lowest = self.up(bounds.min) + i64::from(bounds.above_min);
        let highest = self.down(bounds.max.unwrap_or(Decimal::LIMIT)) - i64::from(bounds.below_max);
        let default = input.field.default.as_ref().and_then(|default| default.of(country).range);
        let [low, high] = usual.or(default).map_or_else(
            || {
                let most = if input.field.total { MOST_IN_ALL } else { MOST };
                let most = self.down(most).max(self.down(input.likely).saturating_mul(10));
                [lowest, highest.min(most)]
            },
            |(low, high)| [self.up(low), self.down(high)],
        );
        let own = self.down(input.likely);
        let [asked_low, asked_high] = asked;
        let low = asked_low.map_or(low.min(own), |low| self.up(low));
        let high = asked_high.map_or(high.max(own), |high| self.down(high));
        let is_wrong = |end| !(lowest..=highest).contains(&end);
        let wrong = match (is_wrong(low), is_wrong(high)) {
            (true, _) => Some(("low", asked_low, [lowest, highest])),
            (_, true) => Some(("high", asked_high, [lowest, highest])),
            _ if low > high && asked_high.is_some() => Some(("high", asked_high, [low, highest])),
            _ if low > high => Some(("low", asked_low, [lowest, high])),
            _ => None,
        };
        let Some((key, asked, [min, max])) = wrong else { return Ok([low, high]) };
        let Some(asked) = asked else { broken(WITHIN) };
        let message = "the number is outside what the input can be";
        let mut error = InputError::new(key, Code::OutOfRange, message);
        let (min, max) = (self.value(min), self.value(max));
        error.value(&asked.to_string()).range(Some(min), Some(max));
        error.example(&input.likely.clamp(min, max).to_string());
        Err(error.into())
    }
}

/// What is wrong with the figure of a goal, by the name of the option; what is wrong with the plan is left as it is.
fn at_figure(mut errors: InputErrors) -> InputErrors {
    for error in errors.errors.iter_mut().filter(|error| error.path.is_empty()) {
        "figure".clone_into(&mut error.path);
    }
    errors
}

fn is(input: &Input, field: &Field) -> bool {
    input.field == field
}

/// The number of a plan that stands at a path.
fn find(plan: &Plan, path: &str) -> Option<Input> {
    let mut found = None;
    plan.clone().inputs_mut(&mut |input| {
        if found.is_none() && input.path() == path {
            found = Some(*input);
        }
    });
    found
}

/// The plan, in which the input has a value, and what it was. The available budget may not be set yet: then it
/// starts at nothing.
fn with_input(plan: &Plan, path: &str) -> (Plan, Option<Decimal>) {
    let current = find(plan, path).map(|input| input.likely);
    let mut plan = plan.clone();
    if path == schema::AVAILABLE.path && current.is_none() {
        plan.budget.available = Some(Input {
            field: &schema::AVAILABLE,
            place: Place::Plan,
            likely: Decimal::ZERO,
            low: Decimal::ZERO,
            high: Decimal::ZERO,
            origin: Origin::Given,
            unknown: None,
        });
    }
    (plan, current)
}

/// The plan with another value of an input.
fn changed(plan: &Plan, changed: &Input, value: Decimal) -> Plan {
    let mut plan = plan.clone();
    plan.inputs_mut(&mut |input| {
        if is(input, changed.field) && input.place == changed.place {
            let place = Input { origin: Origin::Given, ..*input };
            *input = Input { low: value, likely: value, high: value, ..place };
        }
    });
    plan
}

fn unknown_input(path: &str) -> InputErrors {
    let message = "the plan has no such number, or none that can vary alone";
    let mut error = InputError::new("input", Code::UnknownId, message);
    error.value(path).example("learning.formal.hours");
    error.into()
}

fn no_probability() -> InputErrors {
    let message = "a figure can be likely to keep a bound, not to equal a number";
    let mut error = InputError::new("equals", Code::UnknownChoice, message);
    error.expected(&["atLeast", "atMost"]).example("atMost");
    error.into()
}

/// How the likelihood of a goal is told.
fn simulate_options(goal: &Goal) -> Options {
    Options { figure: goal.figure, targets: Vec::new(), variance: false, ..goal.options }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_that_was_not_asked_for_is_within_bounds() {
        for field in schema::ALL.iter().copied() {
            let bounds = &field.bounds;
            let step = if bounds.whole { Decimal::ONE } else { Decimal::from_micros(1) };
            let inside = |end: Decimal, is_open: bool, sign: i64| {
                Decimal::from_micros(end.micros() + sign * i64::from(is_open) * step.micros())
            };
            let ends = [
                inside(bounds.min, bounds.above_min, 1),
                inside(bounds.max.unwrap_or(Decimal::LIMIT), bounds.below_max, -1),
            ];
            for likely in ends {
                let (place, origin, unknown) = (Place::Plan, Origin::Given, None);
                let input =
                    Input { field, place, likely, low: likely, high: likely, origin, unknown };
                for country in [Country::Be, Country::Nl] {
                    let range = Steps::of(&input).range(&input, country, None, [None; 2]);
                    assert!(range.is_ok_and(|[low, high]| low <= high), "{}", field.path);
                }
            }
        }
    }
}
