//! Plans side by side: what they say differently, what follows from it, and how likely one is to do better.

mod stated;

#[cfg(not(target_family = "wasm"))]
use std::num::NonZeroUsize;

use columns::spread;
use serde::Serialize;

pub use stated::{Stated, StatedDifference};

use super::simulate::{Dimensions, Figures, Options, Probability, Sampler, Spread};
use crate::decimal::Decimal;
use crate::model::figures::Figure;
use crate::plan::{Code, InputError, InputErrors, Node, Plan};

/// The fewest and the most plans that stand side by side.
const FEWEST: u32 = 2;
const MOST: u32 = 6;

/// Two to six plans side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// How many samples it rests on.
    pub points: u32,
    /// Which samples: the same seed gives the same digits.
    pub seed: u32,
    /// Whether defaults were taken as not known exactly.
    pub default_ranges: bool,
    /// The plans, in the order that they were given.
    pub plans: Vec<ComparedPlan>,
    /// The inputs that are not the same in all of them: choices first, then the numbers of groups, then all others.
    pub inputs: Vec<StatedDifference>,
    /// What becomes of each figure in each plan, by its id: the headline figures, and those of options.
    pub figures: Figures<Vec<ComparedFigure>>,
    /// How likely each plan is to do better than each other one: by net value, then by the figures of targets, then
    /// by the figure that was asked for.
    pub probabilities: Vec<BetterPlan>,
}

/// One of the plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparedPlan {
    /// The title of its document; may be empty.
    pub title: String,
    /// How many things are not known: estimates of the plan, and defaults, each of them once.
    pub unknowns: u32,
    /// How likely figures of this plan are to reach a bound, as in a simulation of it.
    pub probabilities: Vec<Probability>,
}

/// A figure in one of the plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparedFigure {
    /// With every estimate at its likely value, as in the evaluation; `None` when undefined.
    pub value: Option<f64>,
    /// That value less the one of the first plan; `None` when one of them is undefined.
    pub difference: Option<f64>,
    /// How it spreads. Of the first plan it is that of its simulation, bit for bit; the others have the same random
    /// numbers for what the plans have in common.
    pub spread: Spread,
}

/// What is better of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// As much as possible.
    More,
    /// As little as possible: it is spent or waited for.
    Less,
}

/// How likely a plan is to do better than another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BetterPlan {
    /// The figure, like `budget.cash`.
    pub figure: Figure,
    /// On which side of the other plan's figure this plan's has to be.
    pub better: Better,
    /// The place of the plan, from 0.
    pub plan: u32,
    /// The place of the plan that it is held against.
    pub other: u32,
    /// The share of the samples in which the plan is strictly better, 0..1. A tie counts for neither, so that the
    /// two ways round need not add up to 1. A figure that is undefined is worse than one that is not; two that
    /// are undefined tie.
    pub probability: f64,
    /// At most the standard error of that share.
    pub error: f64,
}

/// Two to six plans side by side, with common random numbers: what they have in common (the same default, or an
/// estimate at the same path) has the same samples in all of them, so that only what differs tells them apart.
///
/// ```
/// # let plan = |hours| {
/// #     let text = format!(r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE",
/// #          "groups": [{{ "headcount": 120, "fte": 96.5 }}],
/// #          "learning": {{ "formal": {{ "hours": {hours} }} }} }}"#);
/// #     jaarplan::Plan::read(&jaarplan::Document::parse(&text)?)
/// # };
/// use jaarplan::{compare, simulate::Options};
/// let options = Options { default_ranges: true, ..Options::default() };
/// let comparison = compare(&[plan(16)?, plan(8)?], &options)?;
/// assert_eq!(comparison.inputs[0].path, "learning.formal.hours");
/// assert!(comparison.figures.get(jaarplan::Figure::Cash).unwrap()[1].difference < Some(0.0));
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
///
/// # Errors
///
/// `out-of-range` at `plans` for another number of plans, `unknown-id` at `variance`, as no drivers are told; as
/// [`simulate`](super::simulate::simulate), what is wrong with a plan at `plans[1]`.
pub fn compare(plans: &[Plan], options: &Options) -> Result<Comparison, InputErrors> {
    compare_with(plans, options, |sampler| sampler.advance(options.points))
}

/// The same on so many threads, with the same digits.
///
/// # Errors
///
/// As [`compare`].
#[cfg(not(target_family = "wasm"))]
pub fn compare_on(
    threads: NonZeroUsize,
    plans: &[Plan],
    options: &Options,
) -> Result<Comparison, InputErrors> {
    compare_with(plans, options, |sampler| sampler.advance_on(threads, options.points))
}

/// Plans as data: a list of documents.
///
/// # Errors
///
/// What is wrong with each of them, at `plans[1]`; `wrong-type` at `plans` for something else than a list.
pub fn read(node: &Node) -> Result<Vec<Plan>, InputErrors> {
    let Node::List(documents) = node else {
        let mut error = InputError::new("plans", Code::WrongType, "list was expected");
        error.expected(&["list"]).example("[]");
        return Err(error.into());
    };
    check_count(documents.len())?;
    let mut plans = Vec::with_capacity(documents.len());
    let mut wrong = Vec::new();
    for (at, document) in documents.iter().enumerate() {
        match Plan::read(&document.clone().into()) {
            Ok(plan) => plans.push(plan),
            Err(errors) => wrong.extend(errors.within(&place(at)).errors),
        }
    }
    if wrong.is_empty() { Ok(plans) } else { Err(InputErrors { errors: wrong }) }
}

/// Where a plan stands.
fn place(at: usize) -> String {
    format!("plans[{at}]")
}

fn compare_with(
    plans: &[Plan],
    options: &Options,
    advance: impl Fn(&mut Sampler),
) -> Result<Comparison, InputErrors> {
    check_count(plans.len())?;
    options.check()?;
    if options.variance {
        let message = "a comparison tells no drivers, so no shares of a variance: simulate a plan";
        let mut error = InputError::new("variance", Code::UnknownId, message);
        error.value("variance").example("figure");
        return Err(error.into());
    }
    let raced = raced(options);
    let mut comparison = Comparison {
        points: options.points,
        seed: options.seed,
        default_ranges: options.default_ranges,
        plans: Vec::new(),
        inputs: stated::differences(plans, options.default_ranges),
        figures: Figures::default(),
        probabilities: Vec::new(),
    };
    // Of each figure, the samples of each plan.
    let mut columns: Vec<Vec<Vec<f64>>> = vec![Vec::new(); raced.len()];
    let mut dimensions = Dimensions::default();
    let mut earlier = None;
    for (at, plan) in plans.iter().enumerate() {
        let sampler = Sampler::beside(earlier.take(), plan, options, &mut dimensions);
        let mut sampler = sampler.map_err(|errors| errors.within(&place(at)))?;
        dimensions.next_plan();
        advance(&mut sampler);
        comparison.add(plan, &sampler);
        for (figure, of_plans) in raced.iter().zip(&mut columns) {
            of_plans.push(sampler.column(*figure).to_vec());
        }
        earlier = Some(sampler);
    }
    for (figure, of_plans) in raced.into_iter().zip(&columns) {
        comparison.race(figure, of_plans);
    }
    Ok(comparison)
}

fn check_count(count: usize) -> Result<(), InputErrors> {
    let (fewest, most) = (FEWEST as usize, MOST as usize);
    if (fewest..=most).contains(&count) {
        return Ok(());
    }
    let message = format!("{FEWEST} to {MOST} plans were expected");
    let mut error = InputError::new("plans", Code::OutOfRange, message);
    error.value(&count.to_string());
    error.range(Some(Decimal::whole(FEWEST)), Some(Decimal::whole(MOST)));
    Err(error.into())
}

/// The figures by which a plan can do better: each once.
fn raced(options: &Options) -> Vec<Figure> {
    let mut figures = vec![Figure::Net];
    let targets = options.targets.iter().map(|target| target.figure);
    for figure in targets.chain([options.figure]) {
        if !figures.contains(&figure) {
            figures.push(figure);
        }
    }
    figures
}

impl Comparison {
    fn add(&mut self, plan: &Plan, sampler: &Sampler) {
        self.plans.push(ComparedPlan {
            title: plan.title.clone(),
            unknowns: sampler.unknowns(),
            probabilities: sampler.probabilities(),
        });
        for (figure, spread) in sampler.spreads().iter() {
            let value = spread.likely;
            let mut compared = ComparedFigure { value, difference: None, spread: spread.clone() };
            if let Some(of_plans) = self.figures.get_mut(figure) {
                let first = of_plans.first().and_then(|first| first.value);
                compared.difference = difference(figure, first, value);
                of_plans.push(compared);
            } else {
                compared.difference = difference(figure, value, value);
                self.figures.push(figure, vec![compared]);
            }
        }
    }

    /// Adds how likely each plan is to do better than each other one.
    fn race(&mut self, figure: Figure, of_plans: &[Vec<f64>]) {
        let better = Better::of(figure);
        // So that the larger one is better, and what is not defined is worse than all else.
        let worth = |value: f64| match better {
            _ if !value.is_finite() => f64::NEG_INFINITY,
            Better::More => value,
            Better::Less => -value,
        };
        for (plan, of_plan) in (0..).zip(of_plans) {
            for (other, of_other) in (0..).zip(of_plans).filter(|(other, _)| *other != plan) {
                let ahead = of_plan.iter().zip(of_other);
                let ahead = ahead.map(|(one, other)| f64::from(worth(*one) > worth(*other)));
                let share = spread::mean(&ahead.collect::<Vec<f64>>());
                self.probabilities.push(BetterPlan {
                    figure,
                    better,
                    plan,
                    other,
                    probability: share.mean,
                    error: share.error,
                });
            }
        }
    }
}

/// Of figures in whole cents the difference is in whole cents too.
fn difference(figure: Figure, first: Option<f64>, value: Option<f64>) -> Option<f64> {
    let (first, value) = (first?, value?);
    Some(match figure {
        Figure::Cash | Figure::Full | Figure::Gap => {
            (libm::round(value * 100.0) - libm::round(first * 100.0)) / 100.0
        }
        _ => value - first,
    })
}

impl Better {
    const fn of(figure: Figure) -> Self {
        if figure.is_cost() { Self::Less } else { Self::More }
    }
}
