//! Why this number? A figure as a tree down to the inputs it rests on.
//!
//! The formulas of the model are read with a [tape](Tape) that remembers how each number came about;
//! nothing here knows a formula.

use serde::Serialize;

use crate::model;
use crate::model::figures::{self, Figure};
use crate::model::trace::{Kind, Operation, Step, Tape};
use crate::plan::{Code, Country, Input, InputError, InputErrors, Origin, Plan};

/// How one figure came about: a tree down to the inputs.
///
/// A node is a figure or a step of its formula (`operation` and `parts`), or a leaf: an input of the
/// plan (`input` and `origin`) or a number of the formula itself (`origin` is `constant`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The figure's id, like `learningTime.hoursPerEmployee`; `None` for a step without a name.
    pub figure: Option<String>,
    /// The input's path, like `groups[0].headcount`, when this is a leaf.
    pub input: Option<String>,
    /// Its value, money in euros; `None` when it is undefined, like a division by zero.
    pub value: Option<f64>,
    /// `hours`, `eur`, `share`, `person`, …; `None` for a step without a name.
    pub unit: Option<&'static str>,
    /// How the parts make the value: `sum`, `difference`, `negative`, `product`, `quotient`, `round-down`,
    /// `round-up`, `round`, `cents`, `smallest`, `largest`, `power-of-two`, `log-two`, `months`.
    /// With `months`, `months` are added up and `parts` are what they rest on. `None` for a leaf.
    pub operation: Option<&'static str>,
    /// What it is made of.
    pub parts: Vec<Explanation>,
    /// Whether it is told elsewhere in the tree: a figure, or a long nameless step, is told once.
    pub again: bool,
    /// The amounts by month, from month 1, where they are added up.
    pub months: Vec<f64>,
    /// For a leaf: `given`, `default` or `constant`.
    pub origin: Option<&'static str>,
    /// For a default: `sourced`, `derived` or `assumption` ("onze aanname").
    pub basis: Option<&'static str>,
    /// For a default: where it comes from; empty for an assumption that says all there is.
    pub source: Option<&'static str>,
}

/// How `figure` came about, for a figure like `budget.cash` or `learningTime.groups[0].totalHours`.
///
/// ```
/// # let document = jaarplan::Document::parse(
/// #     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
/// #          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#)?;
/// # let plan = jaarplan::Plan::read(&document)?;
/// let why = jaarplan::explain(&plan, "learningTime.hoursPerEmployee")?;
/// assert_eq!(why.operation, Some("quotient"));
/// assert_eq!(why.parts[0].figure.as_deref(), Some("learningTime.totalHours"));
/// assert_eq!(why.parts[1].input.as_deref(), Some("groups[0].headcount"));
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
///
/// # Errors
///
/// `unknown-id` when there is no such figure to explain; else as [`evaluate`](crate::evaluate).
pub fn explain(plan: &Plan, figure: &str) -> Result<Explanation, InputErrors> {
    let tape = Tape::default();
    model::evaluate_on(plan, Some(&tape))?;
    let steps = tape.into_steps();
    let named = |step: &&Step| step.name.is_some_and(|name| name.id() == figure);
    if let Some(step) = steps.iter().rfind(named) {
        return Ok(Teller::new(&steps, plan.country).tell(step));
    }
    // Known, but undefined in this plan: a ratio whose divisor is zero.
    match figures::ALL.iter().find(|known| !known.key.contains('[') && known.key == figure) {
        Some(known) => {
            Ok(Explanation { figure: Some(figure.to_owned()), ..Explanation::undefined(known) })
        }
        None => Err(unknown_figure(figure).into()),
    }
}

fn unknown_figure(figure: &str) -> InputError {
    let keys: Vec<&'static str> = figures::ALL.iter().map(|known| known.key).collect();
    InputError::new(
        "",
        Code::UnknownId,
        format!("there is no figure \"{figure}\" to explain in this plan"),
    )
    .value(figure)
    .expected(&keys)
    .example("\"budget.cash\"")
}

/// A nameless step of this many steps is told once, like a figure; a shorter one each time.
const LONG: usize = 32;

/// Turns steps into an explanation.
struct Teller<'s> {
    steps: &'s [Step],
    /// How many steps each step is told in, when nothing is left out.
    lengths: Vec<usize>,
    told: Vec<bool>,
    country: Country,
}

impl<'s> Teller<'s> {
    fn new(steps: &'s [Step], country: Country) -> Self {
        let mut lengths: Vec<usize> = Vec::with_capacity(steps.len());
        for step in steps {
            let of_parts = step.parts().filter_map(|part| lengths.get(part));
            lengths.push(of_parts.fold(1, |sum, &length| sum.saturating_add(length)));
        }
        Self { steps, lengths, told: vec![false; steps.len()], country }
    }

    /// Whether a step was told before and is too long to be told again.
    fn is_known(&mut self, step: &Step) -> bool {
        let is_long = |at: usize| self.lengths.get(at).is_some_and(|&length| length > LONG);
        if !matches!(step.kind, Kind::Combined(..)) || (step.name.is_none() && !is_long(step.at)) {
            return false;
        }
        self.told.get_mut(step.at).is_some_and(|told| std::mem::replace(told, true))
    }

    fn tell(&mut self, step: &'s Step) -> Explanation {
        if self.is_known(step) {
            return Explanation {
                figure: step.name.map(|name| name.id()),
                unit: step.name.map(|name| name.unit.as_str()),
                again: true,
                ..Explanation::of_value(step.value)
            };
        }
        let mut told = match &step.kind {
            Kind::Input(input) => Explanation::of_input(input, self.country),
            Kind::Constant => {
                Explanation { origin: Some("constant"), ..Explanation::of_value(step.value) }
            }
            Kind::Combined(Operation::Sum, ..) if step.name.is_some_and(|name| name.series) => {
                self.tell_months(step)
            }
            Kind::Combined(operation, _) => {
                let parts = match operation {
                    Operation::Sum | Operation::Product => self.flattened(step, *operation),
                    _ => step.parts().filter_map(|part| self.steps.get(part)).collect(),
                };
                match parts.as_slice() {
                    [zero, taken] if *operation == Operation::Difference && zero.is_zero() => {
                        Explanation {
                            operation: Some("negative"),
                            parts: vec![self.tell(taken)],
                            ..Explanation::of_value(step.value)
                        }
                    }
                    // A sum of one, or a product with one: nothing to tell.
                    [only]
                        if matches!(
                            operation,
                            Operation::Sum | Operation::Product | Operation::Same
                        ) =>
                    {
                        self.tell(only)
                    }
                    parts => Explanation {
                        operation: Some(operation.as_str()),
                        parts: self.tell_parts(parts),
                        ..Explanation::of_value(step.value)
                    },
                }
            }
        };
        if let Some(name) = step.name {
            if told.figure.is_some() {
                told = Explanation {
                    operation: Some("sum"),
                    parts: vec![told],
                    ..Explanation::of_value(step.value)
                };
            }
            told.figure = Some(name.id());
            told.unit = Some(name.unit.as_str());
        }
        told
    }

    /// Parts that are zero come last to the telling: people hide them, and what is told once should
    /// stand where it is seen.
    fn tell_parts(&mut self, parts: &[&'s Step]) -> Vec<Explanation> {
        let mut told: Vec<Option<Explanation>> = vec![None; parts.len()];
        for zeros in [false, true] {
            for (place, part) in told.iter_mut().zip(parts) {
                if (part.value == 0.0) == zeros {
                    *place = Some(self.tell(part));
                }
            }
        }
        told.into_iter().flatten().collect()
    }

    /// The terms of nested sums, or the factors of nested products, up to named steps; without the
    /// zeros and ones that only start them.
    fn flattened(&self, step: &'s Step, operation: Operation) -> Vec<&'s Step> {
        let neutral = if operation == Operation::Sum { 0.0 } else { 1.0 };
        let steps = self.steps;
        let parts = |step: &'s Step| step.parts().rev().filter_map(|part| steps.get(part));
        let mut found = Vec::new();
        let mut open: Vec<&Step> = parts(step).collect();
        while let Some(step) = open.pop() {
            match &step.kind {
                Kind::Combined(of, _) if *of == operation && step.name.is_none() => {
                    open.extend(parts(step));
                }
                Kind::Constant if step.value == neutral => {}
                _ => found.push(step),
            }
        }
        found
    }

    fn tell_months(&mut self, step: &'s Step) -> Explanation {
        let months = self.flattened(step, Operation::Sum);
        Explanation {
            operation: Some("months"),
            months: months.iter().map(|month| month.value).collect(),
            parts: self.rest_on(&months),
            ..Explanation::of_value(step.value)
        }
    }

    /// The inputs and named figures below these steps, each once.
    fn rest_on(&mut self, steps: &[&'s Step]) -> Vec<Explanation> {
        let mut seen = vec![false; self.steps.len()];
        let mut paths = std::collections::BTreeSet::new();
        let mut told = Vec::new();
        let mut open: Vec<usize> = steps.iter().rev().flat_map(|step| step.parts().rev()).collect();
        while let Some(at) = open.pop() {
            let (Some(seen), Some(step)) = (seen.get_mut(at), self.steps.get(at)) else {
                continue;
            };
            if std::mem::replace(seen, true) {
                continue;
            }
            match &step.kind {
                Kind::Input(input) if !paths.insert(input.path()) => {}
                Kind::Input(_) => told.push(self.tell(step)),
                _ if step.name.is_some() => told.push(self.tell(step)),
                _ => open.extend(step.parts().rev()),
            }
        }
        told
    }
}

impl Explanation {
    fn of_value(value: f64) -> Self {
        Self {
            figure: None,
            input: None,
            value: Some(value),
            unit: None,
            operation: None,
            parts: Vec::new(),
            again: false,
            months: Vec::new(),
            origin: None,
            basis: None,
            source: None,
        }
    }

    fn undefined(figure: &Figure) -> Self {
        Self { value: None, unit: Some(figure.unit.as_str()), ..Self::of_value(0.0) }
    }

    fn of_input(input: &Input, country: Country) -> Self {
        let default = input.field.default.as_ref().filter(|_| input.origin == Origin::Default);
        let standard = default.map(|default| default.of(country));
        Self {
            input: Some(input.path()),
            unit: Some(input.field.unit.as_str()),
            origin: Some(match input.origin {
                Origin::Given => "given",
                Origin::Default => "default",
            }),
            basis: standard.map(|standard| standard.basis.as_str()),
            source: standard.map(|standard| standard.source),
            ..Self::of_value(input.likely.to_f64())
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
        for figure in ["budget.cash", "value.breakEvenUplift", "value.net"] {
            let nodes = nodes(&explain(&plan, figure).unwrap());
            assert!((100..100_000).contains(&nodes), "{figure}: {nodes} steps");
        }
    }

    #[test]
    fn a_figure_is_told_in_full_once() {
        fn count(step: &Explanation, told: &mut std::collections::BTreeMap<String, usize>) {
            assert!(!step.again || step.parts.is_empty());
            if let (Some(figure), None) = (&step.figure, &step.input) {
                *told.entry(figure.clone()).or_default() += usize::from(!step.again);
            }
            step.parts.iter().for_each(|part| count(part, told));
        }
        let mut told = std::collections::BTreeMap::new();
        count(&explain(&tangled(), "budget.full").unwrap(), &mut told);
        assert!(told.len() > 100);
        assert!(told.values().all(|&times| times == 1), "{told:?}");
    }

    #[test]
    fn undefined_and_unknown_figures() {
        let nobody = plan(
            r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 0, "fte": 0 }] }"#,
        );
        let why = explain(&nobody, "learningTime.hoursPerEmployee").unwrap();
        assert_eq!((why.value, why.unit), (None, Some("hours")));
        let error = explain(&nobody, "learningTime.groups[7].totalHours").unwrap_err();
        assert_eq!(error.errors[0].code, Code::UnknownId);
    }

    #[test]
    fn leaves_say_where_they_are_from() {
        let plan = plan(
            r#"{ "schemaVersion": 1, "year": 2027, "country": "NL", "groups": [{ "headcount": 10, "fte": 8 }],
                 "calendar": { "effectiveWeeks": 44 } }"#,
        );
        let why = explain(&plan, "learningTime.effectiveHoursPerFte").unwrap();
        let [week, weeks, present] = why.parts.as_slice() else { panic!("{why:?}") };
        assert_eq!((week.origin, week.basis), (Some("default"), Some("sourced")));
        assert_eq!((weeks.origin, weeks.basis), (Some("given"), None));
        assert_eq!(present.parts[0].origin, Some("constant"));
        assert_eq!(
            (present.parts[1].basis, present.parts[1].source),
            (Some("derived"), Some("CBS, first quarter of 2025"))
        );
    }
}
