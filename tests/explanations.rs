//! Why this number? What an explanation tells is enough to calculate the figure again.
//!
//! The tests calculate from the leaves, in exact fractions of their own; only decay and discount, which
//! the model computes in doubles, are compared within a billionth.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::cast_precision_loss)]
#![allow(clippy::similar_names, clippy::case_sensitive_file_extension_comparisons)]
#![allow(clippy::disallowed_methods)] // other hosts may differ in the last digit, far below the tolerance

mod common;

use std::collections::BTreeMap;

use common::{full, plans, read, three_lines};
use jaarplan::{Explanation, Figure, Operation, Plan, explain};
use num_rational::BigRational as Fraction;
use num_traits::{FromPrimitive, One, Signed, ToPrimitive, Zero};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The ids of all numbers of a result, undefined ones included; of the months, a few.
fn figures(result: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                    walk(value, &inner, found);
                }
            }
            Value::Array(list) => {
                let last = list.len().saturating_sub(1);
                let is_told = |i: &usize| path != "value.months" || [0, 11, 12, last].contains(i);
                for (i, value) in list.iter().enumerate().filter(|(i, _)| is_told(i)) {
                    walk(value, &format!("{path}[{i}]"), found);
                }
            }
            Value::Number(_) | Value::Null => found.push(path.to_owned()),
            Value::String(_) | Value::Bool(_) => {}
        }
    }
    let mut found = Vec::new();
    for part in ["learningTime", "profCircles", "budget", "value"] {
        walk(&result[part], part, &mut found);
    }
    // The number of a month is no figure; no group is null, and neither is what only Belgium has.
    let is_figure = |id: &String| {
        !id.ends_with(".month") && !id.ends_with(".group") && id != "budget.socialBalance"
    };
    found.into_iter().filter(is_figure).collect()
}

/// The decimal that a double stands for.
fn exact(value: f64) -> Fraction {
    let text = format!("{value}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digits: num_bigint::BigInt = format!("{whole}{fraction}").parse().unwrap();
    let scale = num_bigint::BigInt::from(10).pow(u32::try_from(fraction.len()).unwrap());
    Fraction::new(digits, scale)
}

/// Everything that one explanation tells, to look up what is told elsewhere.
struct Told<'e> {
    steps: BTreeMap<usize, &'e Explanation>,
    /// Values by figure id or input path.
    leaves: BTreeMap<String, f64>,
}

impl<'e> Told<'e> {
    fn of(root: &'e Explanation) -> Self {
        let mut told = Self { steps: BTreeMap::new(), leaves: BTreeMap::new() };
        let mut open = vec![root];
        while let Some(node) = open.pop() {
            open.extend(&node.parts);
            let value = node.value.unwrap_or_default();
            if let Some(input) = &node.input {
                told.leaves.insert(input.clone(), value);
            }
            if let Some(figure) = &node.figure {
                told.leaves.insert(figure.id(), value);
            }
            if !node.again && !node.parts.is_empty() {
                let before = told.steps.insert(node.step, node);
                let is_new = before.is_none_or(|before| before.figure.is_none());
                assert!(is_new || node.figure.is_none(), "{:?} is told twice", node.figure);
            }
        }
        told
    }

    /// The value of a node, calculated from what is below it; `None` when that is undefined.
    fn calculate(&self, node: &Explanation) -> Option<Fraction> {
        let value = self.by_operation(node);
        match (&value, node.value) {
            (None, None) => {}
            (Some(found), Some(said)) => {
                let found = found.to_f64().unwrap();
                let close = (found - said).abs() <= 1e-9 * said.abs().max(1e-3);
                assert!(close, "{found} is not {said}: {node:?}");
            }
            _ => panic!("{value:?} of {node:?}"),
        }
        value
    }

    fn by_operation(&self, node: &Explanation) -> Option<Fraction> {
        let parts = || node.parts.iter().map(|part| self.calculate(part).unwrap());
        let two = || {
            let [a, b] = node.parts.as_slice() else { panic!("{node:?}") };
            (self.calculate(a).unwrap(), self.calculate(b).unwrap())
        };
        let one = || {
            let [only] = node.parts.as_slice() else { panic!("{node:?}") };
            self.calculate(only).unwrap()
        };
        let half = Fraction::new(1.into(), 2.into());
        let in_doubles =
            |f: fn(f64) -> f64| Fraction::from_f64(f(one().to_f64().unwrap())).unwrap();
        Some(match node.operation {
            None if node.again => return self.elsewhere(node),
            None => return node.value.map(exact),
            Some(Operation::Sum) => parts().fold(Fraction::zero(), |sum, part| sum + part),
            Some(Operation::Product) => {
                parts().fold(Fraction::one(), |product, part| product * part)
            }
            Some(Operation::Smallest) => parts().reduce(|a, b| if b < a { b } else { a }).unwrap(),
            Some(Operation::Largest) => parts().reduce(|a, b| if b > a { b } else { a }).unwrap(),
            Some(Operation::Difference) => {
                let (from, taken) = two();
                from - taken
            }
            Some(Operation::Quotient) => {
                let (of, by) = two();
                // Return on Value asks for a divisor above zero.
                return (!by.is_zero() && (by.is_positive() || node.value.is_some()))
                    .then(|| of / by);
            }
            Some(Operation::Negative) => -one(),
            Some(Operation::RoundDown) => one().floor(),
            Some(Operation::RoundUp) => one().ceil(),
            Some(Operation::Round) => (one() + half).floor(),
            Some(Operation::Cents) => {
                let cents = one() * exact(100.0);
                let rounded = (cents.abs() + half).floor();
                (if cents.is_negative() { -rounded } else { rounded }) / exact(100.0)
            }
            Some(Operation::PowerOfTwo) => in_doubles(f64::exp2),
            Some(Operation::LogTwo) => in_doubles(f64::log2),
            Some(Operation::Months) => {
                node.parts.iter().for_each(|part| drop(self.calculate(part)));
                let total: f64 = node.months.iter().sum();
                Fraction::from_f64(total).unwrap()
            }
            Some(Operation::FirstMonth) => {
                node.parts.iter().for_each(|part| drop(self.calculate(part)));
                let reach = node.parts[0].value.unwrap() * (1.0 - 1e-9);
                let first = node.months.iter().position(|&so_far| so_far >= reach);
                // What costs nothing, or yields nothing, is not paid back.
                let pays = node.parts[0].value > Some(0.0) && node.months.last() > Some(&0.0);
                return first.filter(|_| pays).map(|month| exact(month as f64 + 1.0));
            }
        })
    }

    /// What is told once, somewhere else.
    fn elsewhere(&self, node: &Explanation) -> Option<Fraction> {
        let told = self.steps.get(&node.step).unwrap_or_else(|| panic!("nowhere: {node:?}"));
        assert_eq!(told.value, node.value);
        assert!(node.figure.is_none() || node.figure == told.figure, "{told:?}");
        self.by_operation(told)
    }

    fn leaf(&self, id: &str) -> f64 {
        *self.leaves.get(id).unwrap_or_else(|| panic!("{id} is not told in {:?}", self.leaves))
    }

    /// A leaf that only matters once a benefit has started.
    fn perhaps(&self, id: &str) -> Option<f64> {
        self.leaves.get(id).copied()
    }
}

// ── The series, from the text of the model ──────────────────────────────────────────────────────

fn discount(told: &Told, month: usize) -> f64 {
    (1.0 + told.leaf("value.discountRate")).powf(-(month as f64) / 12.0)
}

fn active(t: f64, lag: f64) -> f64 {
    (t - lag).clamp(0.0, 1.0)
}

/// What benefit `i` is worth in a month, not discounted; for productivity per whole uplift.
fn month_of_benefit(told: &Told, kind: &str, i: usize, month: usize) -> f64 {
    let of = |key: &str| format!("value.benefits[{i}].{key}");
    let (t, lag) = (month as f64, told.leaf(&of("lagMonths")));
    let fades = |age: f64| match told.perhaps(&of("halfLifeMonths")) {
        Some(half_life) => 0.5_f64.powf(age / half_life),
        None => 1.0,
    };
    let cautious = told.leaf(&of("attribution")) * told.leaf(&of("confidence")) / 12.0;
    let profile = active(t, lag) * fades((t - 1.0 - lag).max(0.0));
    match kind {
        "productivity" => told.leaf("value.productivityBase") * cautious * profile,
        "custom" => told.leaf(&of("annualValue")) * cautious * profile,
        _ => {
            let is_heads = |id: &&String| id.ends_with(".headcount");
            let heads: f64 = told.leaves.keys().filter(is_heads).map(|id| told.leaf(id)).sum();
            if heads == 0.0 {
                return 0.0;
            }
            let leavers = heads * told.leaf(&of("turnover")) * told.leaf(&of("relativeReduction"));
            let worth =
                told.leaf(&of("replacementCostShare")) * told.leaf("budget.payroll") / heads;
            leavers * worth * cautious * (active(t, lag) - active(t - 12.0, lag))
        }
    }
}

/// The discounted amount of a series in a month.
fn amount(told: &Told, plan: &Value, series: &str, month: usize) -> f64 {
    let default = [json!({ "kind": "productivity" }), json!({ "kind": "retention" })];
    let benefits =
        plan["value"]["benefits"].as_array().cloned().unwrap_or_else(|| default.to_vec());
    let kind = |i: usize| benefits[i]["kind"].as_str().unwrap();
    let with_uplift = |i: usize| {
        let uplift = || told.leaf(&format!("value.benefits[{i}].uplift"));
        let scale = if kind(i) == "productivity" { uplift() } else { 1.0 };
        scale * month_of_benefit(told, kind(i), i, month)
    };
    let nominal = match series {
        "value.pvCost" if month > 12 => 0.0,
        "value.pvCost" => told.leaf("budget.full") / 12.0,
        "value.pvValue" => (0..benefits.len()).map(with_uplift).sum(),
        "value.pvOfWholeUplift" => {
            let mut of_uplift: Vec<usize> =
                (0..benefits.len()).filter(|&i| kind(i) == "productivity").collect();
            if of_uplift.is_empty() {
                of_uplift.push(benefits.len());
            }
            of_uplift.iter().map(|&i| month_of_benefit(told, "productivity", i, month)).sum()
        }
        "value.inactionCost" => {
            let years = told.leaf("value.inaction.skillHalfLifeYears");
            let lost = 1.0 - 0.5_f64.powf(month as f64 / (12.0 * years));
            told.leaf("value.productivityBase") / 12.0
                * lost
                * told.leaf("value.inaction.sensitivity")
                * told.leaf("value.inaction.probability")
        }
        benefit => {
            let place = benefit.strip_prefix("value.benefits[").and_then(|id| id.split_once(']'));
            with_uplift(place.unwrap().0.parse().unwrap())
        }
    };
    nominal * discount(told, month)
}

/// Every series of an explanation has the amounts that its own leaves give.
fn check_series(plan: &Value, root: &Explanation) {
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        open.extend(&node.parts);
        let Some(series) =
            node.figure.filter(|_| node.operation == Some(Operation::Months)).map(Figure::id)
        else {
            continue;
        };
        let told = Told::of(root);
        let name = match series.as_str() {
            id if !id.starts_with("value.months[") => id,
            id if id.ends_with("Cost") => "value.pvCost",
            _ => "value.pvValue",
        };
        for (i, &said) in node.months.iter().enumerate() {
            let found = amount(&told, plan, name, i + 1);
            let close = (found - said).abs() <= 1e-9 * found.abs().max(1e-3);
            assert!(close, "{series}, month {}: {found} is not {said}", i + 1);
        }
    }
}

/// Every figure of a plan, explained and calculated again.
fn check(plan: &Value) {
    let read: Plan = read(&plan.to_string()).unwrap();
    let result = serde_json::to_value(jaarplan::evaluate(&read).unwrap()).unwrap();
    for figure in figures(&result) {
        let why = explain(&read, Figure::find(&figure).unwrap())
            .unwrap_or_else(|error| panic!("{figure}: {error}"));
        assert_eq!(why.figure.map(Figure::id).as_ref(), Some(&figure));
        assert_eq!(why.value, common::figure(&result, &figure).as_f64(), "{figure}");
        Told::of(&why).calculate_root(&why);
        check_series(plan, &why);
    }
}

impl Told<'_> {
    /// An undefined figure may have nothing to tell: leaders or a budget that are not known.
    fn calculate_root(&self, root: &Explanation) {
        if root.value.is_some() || !root.parts.is_empty() {
            self.calculate(root);
        }
    }
}

#[test]
fn the_leaves_of_known_plans_give_the_figures() {
    check(&three_lines());
    check(&full());
    let nobody = json!({ "schemaVersion": 1, "year": 2027, "country": "NL", "groups": [{ "headcount": 0, "fte": 0 }] });
    check(&nobody);
}

proptest! {
    #![proptest_config(common::cases_or(64))]

    #[test]
    fn the_leaves_give_the_figure(plan in plans()) {
        check(&plan);
    }
}
