//! Which assumptions a figure rests on, and how much each of them moves it.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde::Serialize;

use super::explain::{Origin, named, steps_to};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model;
use crate::model::figures::Figure;
use crate::model::readings::trace::{Kind, Step, earlier};
use crate::plan::Unit;
use crate::plan::{self, Basis, Field, Input, InputErrors, Place, Plan, schema};

/// Something that nobody knows exactly and that a figure rests on: a default, or an estimate of the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Assumption {
    /// The inputs that it stands in for, like `groups[0].participation`. A default is one unknown,
    /// wherever the plan rests on it.
    pub inputs: Vec<String>,
    /// The value that results use.
    pub value: Decimal,
    /// The lowest that is still realistic; `None` where no range is known.
    pub low: Option<Decimal>,
    /// The highest that is still realistic; `None` where no range is known.
    pub high: Option<Decimal>,
    /// What it counts.
    pub unit: Unit,
    /// Who says so: the plan of an estimate, else the default.
    pub origin: Origin,
    /// For a default: how far it can be trusted.
    pub basis: Option<Basis>,
    /// For a default: where it comes from; empty for an assumption that says all there is.
    pub source: Option<&'static str>,
    /// The figure when this is at its low and all else as it is; `None` when undefined.
    pub at_low: Option<f64>,
    /// The figure when this is at its high and all else as it is; `None` when undefined.
    pub at_high: Option<f64>,
    /// How far the figure moves between the two; `None` without a range, or when an end is undefined.
    pub swing: Option<f64>,
}

/// The assumptions that `figure` rests on, the one that moves it most first; those without a range last.
///
/// ```
/// # let document = jaarplan::Document::parse(
/// #     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
/// #          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#)?;
/// # let plan = jaarplan::Plan::read(&document)?;
/// let assumptions = jaarplan::assumptions(&plan, jaarplan::Figure::HoursPerEmployee)?;
/// assert_eq!(assumptions[0].inputs, ["groups[0].participation"]);
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
///
/// # Errors
///
/// As [`explain`](super::explain::explain).
pub fn assumptions(plan: &Plan, figure: Figure) -> Result<Vec<Assumption>, InputErrors> {
    let steps = steps_to(plan, figure)?;
    let reached = named(&steps, figure).map_or_else(BTreeSet::new, |step| inputs_of(&steps, step));
    let mut found: Vec<(Unknown, Assumption)> = Vec::new();
    plan.clone().inputs_mut(&mut |input| {
        let Some(unknown) =
            Unknown::of_uncertain(input).filter(|_| reached.contains(&input.path()))
        else {
            return;
        };
        match found.iter_mut().find(|(known, _)| *known == unknown) {
            Some((_, known)) if known.inputs.contains(&input.path()) => {}
            Some((_, known)) => known.inputs.push(input.path()),
            None => found.push((unknown, Assumption::of(input, plan))),
        }
    });
    let size = |assumption: &Assumption| (assumption.low.is_some(), assumption.swing);
    let mut assumptions: Vec<Assumption> = Vec::new();
    for (unknown, assumption) in found {
        let new = assumption.with_swing(plan, &unknown, figure);
        // Equal swings stay in the order of the document.
        let is_before = |known| size(&new).partial_cmp(&size(known)) != Some(Ordering::Greater);
        let place = assumptions.iter().rposition(is_before).map_or(0, |before| before + 1);
        assumptions.insert(place, new);
    }
    Ok(assumptions)
}

/// One thing that is not known exactly. Some fields of a list share a path, each with a default of its own.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Unknown {
    /// A default: the same wherever the plan rests on it.
    Default(&'static Field),
    /// An estimate of the plan.
    Given(&'static Field, Place),
}

impl Unknown {
    /// What an input rests on, if it were not known.
    pub(crate) fn of(input: &Input) -> Self {
        match input.origin {
            // What an hour of an internal facilitator costs is the default labour cost.
            plan::Origin::Default if *input.field == schema::INTERNAL_COST_PER_HOUR => {
                Self::Default(&schema::LABOUR_COST_PER_HOUR)
            }
            plan::Origin::Default => Self::Default(input.field),
            plan::Origin::Given => Self::Given(input.field, input.place),
        }
    }

    /// Of an input whose exact value nobody knows.
    fn of_uncertain(input: &Input) -> Option<Self> {
        let is_known = input.origin == plan::Origin::Given && input.low == input.high;
        (!is_known).then(|| Self::of(input))
    }
}

/// The paths of the inputs that a step is made of.
fn inputs_of(steps: &[Step], step: &Step) -> BTreeSet<String> {
    let mut seen = vec![false; steps.len()];
    let mut open = vec![step.at];
    let mut paths = BTreeSet::new();
    while let Some(at) = open.pop() {
        let (Some(seen), step) = (seen.get_mut(at), earlier(steps, at)) else {
            broken("every step has a mark")
        };
        if std::mem::replace(seen, true) {
            continue;
        }
        if let Kind::Input(input) = &step.kind {
            paths.insert(input.path());
        }
        open.extend(step.parts());
    }
    paths
}

impl Assumption {
    fn of(input: &Input, plan: &Plan) -> Self {
        let standard = input.standard(plan.country);
        let range = match standard {
            Some(standard) => standard.range,
            None => Some((input.low, input.high)),
        };
        Self {
            inputs: vec![input.path()],
            value: input.likely,
            low: range.map(|(low, _)| low),
            high: range.map(|(_, high)| high),
            unit: input.field.unit,
            origin: input.origin.into(),
            basis: standard.map(|standard| standard.basis),
            source: standard.map(|standard| standard.source),
            at_low: None,
            at_high: None,
            swing: None,
        }
    }

    fn with_swing(self, plan: &Plan, unknown: &Unknown, asked: Figure) -> Self {
        let at = |value: Option<Decimal>| {
            let (mut plan, value) = (plan.clone(), value?);
            plan.inputs_mut(&mut |input| {
                if Unknown::of(input) == *unknown {
                    input.likely = value;
                }
            });
            model::value_of(&plan, asked).ok()?
        };
        let (at_low, at_high) = (at(self.low), at(self.high));
        let swing = at_low.zip(at_high).map(|(low, high)| (high - low).abs());
        Self { at_low, at_high, swing, ..self }
    }
}
