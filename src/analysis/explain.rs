//! Why this number? A figure as a tree down to the inputs it rests on.
//!
//! The formulas of the model are read with a tape that remembers how each number came about;
//! nothing here knows a formula.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::invariant::broken;
use crate::model;
use crate::model::figures::Figure;
use crate::model::readings::trace::{self, Kind, Step, Tape, earlier};
use crate::plan::{self, Basis, Code, Country, Input, InputError, InputErrors, Plan, Unit};

/// How one figure came about: a tree down to the inputs.
///
/// A node is a figure or a step of its formula (`operation` and `parts`), or a leaf: an input of the
/// plan (`input` and `origin`) or a number of the formula itself (`origin` is `constant`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Which step of the calculation this is; what is told `again` has its parts under the same step.
    pub step: usize,
    /// The figure's id, like `learningTime.hoursPerEmployee`; `None` for a step without a name.
    pub figure: Option<Figure>,
    /// The input's path, like `groups[0].headcount`, when this is a leaf.
    pub input: Option<String>,
    /// Its value, money in euros; `None` when it is undefined, like a division by zero.
    pub value: Option<f64>,
    /// What it counts; `None` for a step without a name.
    pub unit: Option<Unit>,
    /// How the parts make the value; `None` for a leaf.
    pub operation: Option<Operation>,
    /// What it is made of.
    pub parts: Vec<Explanation>,
    /// Whether it is told elsewhere in the tree: a figure, or a long nameless step, is told once.
    pub again: bool,
    /// The amounts by month, from month 1, where they are added up or compared.
    pub months: Vec<f64>,
    /// For a leaf: who says so.
    pub origin: Option<Origin>,
    /// For a default: how far it can be trusted.
    pub basis: Option<Basis>,
    /// For a default: where it comes from; empty for an assumption that says all there is.
    pub source: Option<&'static str>,
}

/// How a step of a calculation is made of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// All parts together.
    Sum,
    /// The first part less the others.
    Difference,
    /// Zero less the part.
    Negative,
    /// All parts multiplied.
    Product,
    /// The first part divided by the second.
    Quotient,
    /// The largest whole number that is not above the part.
    RoundDown,
    /// The smallest whole number that is not below the part.
    RoundUp,
    /// The nearest whole number, halves upwards.
    Round,
    /// The nearest whole cent, halves away from zero.
    Cents,
    /// The smallest part.
    Smallest,
    /// The largest part.
    Largest,
    /// Two to the power of the part.
    PowerOfTwo,
    /// The logarithm of the part to base two.
    LogTwo,
    /// The amounts in `months` added up; the parts are what those rest on.
    Months,
    /// The first month in which the running totals in `months` reach the first part; the other parts are what those
    /// rest on.
    FirstMonth,
}

impl From<trace::Operation> for Operation {
    fn from(operation: trace::Operation) -> Self {
        match operation {
            trace::Operation::Sum | trace::Operation::Same => Self::Sum,
            trace::Operation::Difference => Self::Difference,
            trace::Operation::Product => Self::Product,
            trace::Operation::Quotient => Self::Quotient,
            trace::Operation::RoundDown => Self::RoundDown,
            trace::Operation::RoundUp => Self::RoundUp,
            trace::Operation::Round => Self::Round,
            trace::Operation::Cents => Self::Cents,
            trace::Operation::Smallest => Self::Smallest,
            trace::Operation::Largest => Self::Largest,
            trace::Operation::PowerOfTwo => Self::PowerOfTwo,
            trace::Operation::LogTwo => Self::LogTwo,
        }
    }
}

/// Who says what a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The plan.
    Given,
    /// The default of the field for the plan's country.
    Default,
    /// The formula itself.
    Constant,
}

impl From<plan::Origin> for Origin {
    fn from(origin: plan::Origin) -> Self {
        match origin {
            plan::Origin::Given => Self::Given,
            plan::Origin::Default => Self::Default,
        }
    }
}

/// How `figure` came about, for a figure like [`Figure::Cash`] or [`Figure::GroupTotalHours`].
///
/// ```
/// # let document = jaarplan::Document::parse(
/// #     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
/// #          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#)?;
/// # let plan = jaarplan::Plan::read(&document)?;
/// use jaarplan::{Figure, Operation};
/// let why = jaarplan::explain(&plan, Figure::HoursPerEmployee)?;
/// assert_eq!(why.operation, Some(Operation::Quotient));
/// assert_eq!(why.parts[0].figure, Some(Figure::TotalHours));
/// assert_eq!(why.parts[1].input.as_deref(), Some("groups[0].headcount"));
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
///
/// # Errors
///
/// `unknown-id` for a figure of a member that the plan does not have; else as [`evaluate`](crate::model::evaluate).
pub fn explain(plan: &Plan, figure: Figure) -> Result<Explanation, InputErrors> {
    let steps = steps_to(plan, figure)?;
    Ok(match named(&steps, figure) {
        Some(step) => Teller::new(&steps, plan.country).tell(step),
        None => Explanation::undefined(figure),
    })
}

/// The figure with this id, like `budget.cash`, to [`explain`].
///
/// # Errors
///
/// `unknown-id` when no plan has such a figure.
pub fn figure(id: &str) -> Result<Figure, InputErrors> {
    Figure::find(id).ok_or_else(|| unknown_figure(id))
}

/// Every step of a plan's calculation, with those on the way to this figure.
///
/// # Errors
///
/// `unknown-id` when the plan has no such figure; else as [`evaluate`](crate::model::evaluate).
pub(crate) fn steps_to(plan: &Plan, figure: Figure) -> Result<Vec<Step>, InputErrors> {
    let tape = Tape::of(figure);
    model::evaluate_on(plan, Some(&tape))?;
    let steps = tape.into_steps();
    // A figure without a list is known, if perhaps undefined; of a list, a plan has so many members.
    if named(&steps, figure).is_none() && figure.member().is_some() {
        return Err(unknown_figure(&figure.id()));
    }
    Ok(steps)
}

/// The step that is the figure.
pub(crate) fn named(steps: &[Step], figure: Figure) -> Option<&Step> {
    steps.iter().rfind(|step| step.name == Some(figure))
}

fn unknown_figure(id: &str) -> InputErrors {
    let keys: Vec<&'static str> = Figure::ALL.iter().map(|figure| figure.key()).collect();
    let message = format!("there is no figure \"{id}\" to explain in this plan");
    let mut error = InputError::new("", Code::UnknownId, message);
    error.value(id).expected(&keys).example(&format!("\"{}\"", Figure::Cash));
    error.into()
}

/// A nameless step of this many steps is told once, like a figure; a shorter one each time.
const LONG: usize = 32;

/// Turns steps into an explanation.
struct Teller<'s> {
    steps: &'s [Step],
    /// What is known of each of them.
    marks: Vec<Mark>,
    country: Country,
}

/// What is known of a step while steps are told.
#[derive(Clone, Copy)]
struct Mark {
    /// How many steps it is told in, when nothing is left out.
    length: usize,
    /// Under which step it was told, if it is one that is told once.
    told: Option<usize>,
}

impl<'s> Teller<'s> {
    fn new(steps: &'s [Step], country: Country) -> Self {
        let mut marks: Vec<Mark> = Vec::with_capacity(steps.len());
        for step in steps {
            let mut length = 1_usize;
            for &part in step.parts() {
                let Some(earlier) = marks.get(part) else {
                    broken("a step is made of earlier ones")
                };
                length = length.saturating_add(earlier.length);
            }
            marks.push(Mark { length, told: None });
        }
        Self { steps, marks, country }
    }

    fn mark(&mut self, step: &Step) -> &mut Mark {
        self.marks.get_mut(step.at).unwrap_or_else(|| broken("every step has a mark"))
    }

    /// Whether a step is told once: a figure, or what is too long to be told each time.
    fn is_told_once(&mut self, step: &Step) -> bool {
        let is_leaf = matches!(step.kind, Kind::Input(_) | Kind::Constant);
        !is_leaf && (step.name.is_some() || self.mark(step).length > LONG)
    }

    fn tell(&mut self, step: &'s Step) -> Explanation {
        if let Some(known) = self.mark(step).told {
            let mut told = Explanation::of_step(step);
            told.step = known;
            told.again = true;
            told.name(step);
            return told;
        }
        let told = self.tell_first(step);
        // A leaf with a figure's name is as short as a reference to it.
        if self.is_told_once(step) && !told.parts.is_empty() {
            self.mark(step).told = Some(told.step);
        }
        told
    }

    fn tell_first(&mut self, step: &'s Step) -> Explanation {
        let mut told = Explanation::of_step(step);
        match &step.kind {
            Kind::Input(input) => told.is_input(input, self.country),
            // Never chosen on a tape of one figure: that tells of what was chosen.
            Kind::Constant | Kind::Chosen(_) => told.origin = Some(Origin::Constant),
            Kind::Combined(trace::Operation::Sum, _)
                if step.name.is_some_and(Figure::is_series) =>
            {
                let months = self.flattened(step, trace::Operation::Sum);
                told.operation = Some(Operation::Months);
                self.tell_months(&months, &mut told);
            }
            Kind::FirstMonth(parts) => {
                let parts = self.steps_at(parts);
                told.operation = Some(Operation::FirstMonth);
                let [cost, months @ ..] = parts.as_slice() else { broken("months reach a cost") };
                told.parts.push(self.tell(cost));
                self.tell_months(months, &mut told);
            }
            Kind::Turned(operation, _) | Kind::Combined(operation, _) => {
                let parts = match operation {
                    trace::Operation::Sum
                    | trace::Operation::Product
                    | trace::Operation::Smallest
                    | trace::Operation::Largest => self.flattened(step, *operation),
                    _ => self.steps_at(step.parts()),
                };
                told.operation = Some((*operation).into());
                match (operation, parts.as_slice()) {
                    (trace::Operation::Difference, [zero, taken]) if zero.is_zero() => {
                        told.operation = Some(Operation::Negative);
                        told.parts.push(self.tell(taken));
                    }
                    // A sum of one, or a product with one: nothing to tell.
                    (
                        trace::Operation::Sum | trace::Operation::Product | trace::Operation::Same,
                        [only],
                    ) => {
                        told = self.tell(only);
                    }
                    (_, parts) => told.parts = self.tell_parts(parts),
                }
            }
        }
        if step.name.is_some() && told.figure.is_some() {
            let only = std::mem::replace(&mut told, Explanation::of_step(step));
            told.operation = Some(Operation::Sum);
            told.parts.push(only);
        }
        told.name(step);
        told
    }

    /// The steps at these places.
    fn steps_at(&self, places: &[usize]) -> Vec<&'s Step> {
        places.iter().map(|&place| earlier(self.steps, place)).collect()
    }

    /// Parts that are zero come last to the telling: people hide them, and what is told once should
    /// stand where it is seen.
    fn tell_parts(&mut self, parts: &[&'s Step]) -> Vec<Explanation> {
        let mut told = Vec::new();
        told.resize_with(parts.len(), Explanation::default);
        for zeros in [false, true] {
            for (place, part) in told.iter_mut().zip(parts) {
                if (part.value == 0.0) == zeros {
                    *place = self.tell(part);
                }
            }
        }
        told
    }

    /// The terms of nested sums, the factors of nested products and so on, up to named steps; without
    /// the zeros and ones that only start them.
    fn flattened(&self, step: &'s Step, operation: trace::Operation) -> Vec<&'s Step> {
        let neutral = match operation {
            trace::Operation::Sum => Some(0.0),
            trace::Operation::Product => Some(1.0),
            _ => None,
        };
        let mut found = Vec::new();
        let mut open = step.parts().to_vec();
        open.reverse();
        while let Some(at) = open.pop() {
            let step = earlier(self.steps, at);
            match &step.kind {
                Kind::Combined(of, parts) if *of == operation && step.name.is_none() => {
                    open.extend(parts.iter().rev());
                }
                Kind::Constant if Some(step.value) == neutral => {}
                _ => found.push(step),
            }
        }
        found
    }

    /// Tells the amounts of months, and what they rest on.
    fn tell_months(&mut self, months: &[&'s Step], told: &mut Explanation) {
        for month in months {
            told.months.push(month.value);
        }
        self.rest_on(months, &mut told.parts);
    }

    /// Tells the inputs and named figures below these steps, each once.
    fn rest_on(&mut self, steps: &[&'s Step], told: &mut Vec<Explanation>) {
        let mut seen = vec![false; self.steps.len()];
        let mut paths = BTreeSet::new();
        let mut open: Vec<usize> = Vec::new();
        for step in steps.iter().rev() {
            open.extend(step.parts().iter().rev());
        }
        while let Some(at) = open.pop() {
            let (Some(seen), step) = (seen.get_mut(at), earlier(self.steps, at)) else {
                broken("every step has a mark")
            };
            if std::mem::replace(seen, true) {
                continue;
            }
            match &step.kind {
                Kind::Input(input) if !paths.insert(input.path()) => {}
                Kind::Input(_) => told.push(self.tell(step)),
                _ if step.name.is_some() => told.push(self.tell(step)),
                _ => open.extend(step.parts().iter().rev()),
            }
        }
    }
}

impl Explanation {
    fn of_step(step: &Step) -> Self {
        let value = Some(step.value).filter(|value| value.is_finite());
        Self { step: step.at, value, ..Self::default() }
    }

    fn undefined(figure: Figure) -> Self {
        Self { figure: Some(figure), unit: Some(figure.unit()), ..Self::default() }
    }

    /// It is the figure that the step is, if it is one.
    fn name(&mut self, step: &Step) {
        if step.name.is_some() {
            (self.figure, self.unit) = (step.name, step.unit);
        }
    }

    /// It is this input.
    fn is_input(&mut self, input: &Input, country: Country) {
        self.input = Some(input.path());
        self.unit = Some(input.field.unit);
        self.origin = Some(input.origin.into());
        if let Some(standard) = input.standard(country) {
            self.basis = Some(standard.basis);
            self.source = Some(standard.source);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Document;

    fn plan(text: &str) -> Plan {
        Plan::read(&Document::parse(text).unwrap()).unwrap()
    }

    fn nodes(explanation: &Explanation) -> usize {
        1 + explanation.parts.iter().map(nodes).sum::<usize>()
    }

    /// Many groups, cost lines that rest on all of them, and subsidies that share all lines.
    fn tangled() -> Plan {
        let list = |count: usize, item: &dyn Fn(usize) -> String| {
            (0..count).map(item).collect::<Vec<_>>().join(",")
        };
        let groups = list(40, &|i| format!(r#"{{ "headcount": {}, "fte": 3 }}"#, i + 3));
        let costs = list(60, &|i| {
            format!(r#"{{ "id": "c{i}", "basis": "perLearningHour", "amount": {i} }}"#)
        });
        let of = list(60, &|i| format!(r#""c{i}""#));
        let subsidies = list(100, &|i| {
            format!(r#"{{ "id": "s{i}", "basis": "share", "amount": 0.1, "of": [{of}] }}"#)
        });
        plan(&format!(
            r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{groups}],
                 "costs": [{costs}], "subsidies": [{subsidies}] }}"#
        ))
    }

    #[test]
    fn what_many_lines_share_is_told_once() {
        let plan = tangled();
        for figure in [Figure::Cash, Figure::BreakEvenUplift, Figure::Net] {
            let nodes = nodes(&explain(&plan, figure).unwrap());
            assert!((100..100_000).contains(&nodes), "{figure}: {nodes} steps");
        }
    }

    #[test]
    fn a_figure_is_told_in_full_once() {
        fn count(step: &Explanation, told: &mut std::collections::BTreeMap<Figure, usize>) {
            assert!(!step.again || step.parts.is_empty());
            if let (Some(figure), None) = (&step.figure, &step.input) {
                *told.entry(*figure).or_default() += usize::from(!step.again);
            }
            step.parts.iter().for_each(|part| count(part, told));
        }
        let mut told = std::collections::BTreeMap::new();
        count(&explain(&tangled(), Figure::Full).unwrap(), &mut told);
        assert!(told.len() > 100);
        assert!(told.values().all(|&times| times == 1), "{told:?}");
    }

    #[test]
    fn times_one_is_not_told() {
        let plan = plan(
            r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 10, "fte": 8 }],
                 "costs": [{ "id": "c", "basis": "fixed", "amount": 100.5 }] }"#,
        );
        let why = explain(&plan, Figure::LineAmount(6)).unwrap();
        assert_eq!((why.operation, why.parts.len()), (Some(Operation::Cents), 1));
        assert_eq!(why.parts[0].input.as_deref(), Some("costs[0].amount"));
    }

    #[test]
    fn undefined_and_unknown_figures() {
        let nobody = plan(
            r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 0, "fte": 0 }] }"#,
        );
        let why = explain(&nobody, Figure::HoursPerEmployee).unwrap();
        assert_eq!((why.value, why.unit), (None, Some(Unit::Hours)));
        let error = explain(&nobody, Figure::GroupTotalHours(7)).unwrap_err();
        assert_eq!(error.errors[0].code, Code::UnknownId);
    }

    #[test]
    fn leaves_say_where_they_are_from() {
        let plan = plan(
            r#"{ "schemaVersion": 1, "year": 2027, "country": "NL", "groups": [{ "headcount": 10, "fte": 8 }],
                 "calendar": { "effectiveWeeks": 44 } }"#,
        );
        let why = explain(&plan, Figure::EffectiveHours).unwrap();
        let [week, weeks, present] = why.parts.as_slice() else { panic!("{why:?}") };
        assert_eq!((week.origin, week.basis), (Some(Origin::Default), Some(Basis::Sourced)));
        assert_eq!((weeks.origin, weeks.basis), (Some(Origin::Given), None));
        assert_eq!(present.parts[0].origin, Some(Origin::Constant));
        assert_eq!(
            (present.parts[1].basis, present.parts[1].source),
            (Some(Basis::Derived), Some("CBS, first quarter of 2025"))
        );
    }
}
