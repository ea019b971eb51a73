//! What follows from a plan whose estimates are not known exactly: ranges, chances and what drives them.
//!
//! The formulas are those of [`evaluate`](crate::model::evaluate), read once and worked off for every sample.
//! Lines are not rounded to cents in samples.

mod dimensions;
mod drivers;
mod formulas;
mod options;
mod result;
mod sampler;

pub use drivers::Driver;
pub use options::{Options, Side, Target};
pub use result::{Figures, Histogram, Probability, Simulation, Spread};
pub use sampler::Sampler;

/// The figures that are always told of: those that managers see first.
pub use crate::model::headlines::HEADLINES;

pub(crate) use dimensions::Dimensions;

use super::assumptions::Unknown;
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::plan::{Code, Country, Input, InputError, InputErrors, Origin, Place, Plan};

/// The fewest and the most samples.
const FEWEST: u32 = 256;
const MOST: u32 = 131_072;

/// What follows from a plan whose estimates are not known exactly.
///
/// The same plan, points and seed give the same digits on every machine.
///
/// ```
/// # let document = jaarplan::Document::parse(
/// #     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
/// #          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#)?;
/// # let plan = jaarplan::Plan::read(&document)?;
/// use jaarplan::simulate::{Options, simulate};
/// let options = Options { default_ranges: true, ..Options::default() };
/// let simulation = simulate(&plan, &options)?;
/// let net = simulation.figures.get(jaarplan::Figure::Net).unwrap();
/// assert!(net.p5 < net.mean && net.mean < net.p95);
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
///
/// # Errors
///
/// As [`evaluate`](crate::model::evaluate); `out-of-range` for the number of points; `unknown-id` for a figure.
pub fn simulate(plan: &Plan, options: &Options) -> Result<Simulation, InputErrors> {
    let mut sampler = Sampler::new(plan, options)?;
    sampler.advance(options.points);
    Ok(sampler.simulation())
}

/// Something that is not known, and between which values it lies.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub input: Input,
    /// The places in the plan that rest on it.
    pub inputs: Vec<String>,
    pub low: Decimal,
    pub high: Decimal,
}

/// Between which values an input lies; `None` when it is known.
pub(crate) fn range(
    input: &Input,
    country: Country,
    default_ranges: bool,
) -> Option<(Decimal, Decimal)> {
    let range = match input.standard(country) {
        None => Some((input.low, input.high)),
        Some(standard) => standard.range.filter(|_| default_ranges),
    };
    range.filter(|(low, high)| low < high)
}

/// What is not known in a plan: its estimates and, when asked for, its defaults. Each input of it is told which
/// of them it rests on.
pub(crate) fn ranges(plan: &mut Plan, default_ranges: bool) -> Vec<Range> {
    let mut found: Vec<Range> = Vec::new();
    // What rests on the same default, and a group that holds the plan's own value, met more than once.
    let mut met: Vec<(Unknown, u32)> = Vec::new();
    let country = plan.country;
    plan.inputs_mut(&mut |input| {
        let Some((low, high)) = range(input, country, default_ranges) else { return };
        let is_shared = input.origin == Origin::Default || input.place == Place::Plan;
        let unknown = Unknown::of(input);
        let known = met.iter().find(|(known, _)| is_shared && *known == unknown);
        if let Some(&(_, number)) = known {
            input.unknown = Some(number);
            let Some(range) = found.get_mut(number as usize) else { broken("it was met before") };
            let path = input.path();
            // The same path comes several times in a row, if at all.
            if range.inputs.last() != Some(&path) {
                range.inputs.push(path);
            }
            return;
        }
        let number = number(found.len());
        input.unknown = Some(number);
        if is_shared {
            met.push((unknown, number));
        }
        found.push(Range { input: *input, inputs: vec![input.path()], low, high });
    });
    found
}

/// How many things are not known, which is also the number of the next one.
fn number(found: usize) -> u32 {
    u32::try_from(found).unwrap_or_else(|_| broken("a plan has fewer numbers than that"))
}

/// The figure with this id.
///
/// # Errors
///
/// `unknown-id` at `figure` when there is none, or when it [cannot be simulated](can_be_simulated).
fn figure(id: &str) -> Result<Figure, InputErrors> {
    let figure = Figure::find(id).ok_or_else(|| unknown_figure(id))?;
    can_be_simulated(figure)?;
    Ok(figure)
}

/// Whether a simulation can tell of a figure: how many circles have which size is a list of its own.
fn can_be_simulated(figure: Figure) -> Result<(), InputErrors> {
    if is_of_size(figure) { Err(unknown_figure(&figure.id())) } else { Ok(()) }
}

const fn is_of_size(figure: Figure) -> bool {
    use Figure as F;
    matches!(figure, F::Size(_) | F::SizeCount(_) | F::GroupSize(..) | F::GroupSizeCount(..))
}

fn unknown_figure(id: &str) -> InputErrors {
    let all = Figure::ALL.iter().filter(|figure| !is_of_size(**figure));
    let keys: Vec<&'static str> = all.map(|figure| figure.key()).collect();
    let message = format!("there is no figure \"{id}\" to simulate");
    let mut error = InputError::new("figure", Code::UnknownId, message);
    error.value(id).expected(&keys).example(&format!("\"{}\"", Figure::Net));
    error.into()
}
