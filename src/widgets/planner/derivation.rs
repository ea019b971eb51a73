//! "Waarom dit getal?": how a figure came about, down to the inputs.

use super::results::EXPLAINED;
use super::state::Planner;
use super::view::button;
use crate::Explanation;
use crate::plan::Basis;
use crate::text::{self, NO_VALUE, Phrase, Word, pattern};
use crate::widgets::tree::{Element, el, of};

/// Steps deeper than this are folded.
const OPEN_STEPS: usize = 1;
/// No page shows more steps under one step than this.
const MOST_PARTS: usize = 60;

impl Planner {
    /// The steps of the figure that is explained.
    pub(super) fn derivation(&self) -> Option<Element> {
        let explanation = self.explanation()?;
        let card =
            EXPLAINED.iter().find(|(_, id)| Some(*id) == self.explained).map(|(card, _)| *card)?;
        Some(
            of("section", "derivation")
                .key("derivation")
                .set("aria-labelledby", "h-derivation")
                .add(
                    el("header")
                        .add(el("h2").set("id", "h-derivation").set("tabindex", "-1").add(
                            self.locale().say(Phrase::WhyFigure(
                                &self.step_name(&explanation).unwrap_or_default(),
                            )),
                        ))
                        .add(
                            button("close", self.word(Word::Close))
                                .set("data-id", format!("why-{card}")),
                        ),
                )
                .add(el("ul").set("class", "steps").add(self.step(&explanation, 0))),
        )
    }

    /// One step with the steps under it; what is told elsewhere is only named.
    fn step(&self, step: &Explanation, depth: usize) -> Element {
        let parts = terms(rounded(step).0);
        if let [only] = parts.as_slice()
            && matches!(step.operation, Some("sum" | "difference" | "product"))
            && depth > 0
        {
            return self.step(only, depth); // a sum of one: nothing to tell
        }
        let line = of("span", "step")
            .maybe(self.step_name(step).map(|name| of("span", "name").add(name)))
            .add(" ")
            .add(of("span", "value").add(self.step_value(step)))
            .maybe(self.formula(step).map(|formula| of("span", "formula").add(formula)));
        if parts.is_empty() {
            let above = step.again.then(|| of("span", "source").add(self.word(Word::SeeAbove)));
            return el("li").set("class", "leaf").add(line.all(self.origin(step)).maybe(above));
        }
        let parts: Vec<Element> =
            parts.into_iter().take(MOST_PARTS).map(|part| self.step(part, depth + 1)).collect();
        let details = el("details")
            .add(el("summary").add(line))
            .maybe((!step.months.is_empty()).then(|| self.months(&step.months)))
            .add(el("ul").all(parts));
        el("li").add(if depth < OPEN_STEPS { details.set("open", "") } else { details })
    }

    /// The amounts that are added up, as one table.
    fn months(&self, amounts: &[f64]) -> Element {
        let rows = amounts.iter().enumerate().map(|(i, &amount)| {
            el("tr")
                .add(el("th").set("scope", "row").add((i + 1).to_string()))
                .add(of("td", "number").add(self.locale().euros(amount, 2)))
        });
        of("details", "months").add(el("summary").add(self.word(Word::PerMonth))).add(
            el("table")
                .add(el("thead").add(
                    el("tr").add(el("th").set("scope", "col").add(self.word(Word::Month))).add(
                        of("th", "number").set("scope", "col").add(self.word(Word::CostAmount)),
                    ),
                ))
                .add(el("tbody").all(rows)),
        )
    }

    /// What a step is called, with the group it is about; a step on the way to one has no name.
    fn step_name(&self, step: &Explanation) -> Option<String> {
        let id = step.figure.as_deref().or(step.input.as_deref()).unwrap_or_default();
        if step.origin == Some("constant") {
            return Some(self.word(Word::Fixture).to_owned());
        }
        if id.is_empty() {
            return None;
        }
        let outcome = self.outcome.as_ref()?;
        if let Some(line) = text::place(id, "budget.lines") {
            return outcome.evaluation.budget.lines.get(line).map(|line| self.line_name(line));
        }
        let name = text::step(step).map_or(id, |word| self.word(word));
        let group = ["groups", "learningTime.groups", "profCircles.groups"];
        let group =
            group.iter().find_map(|list| text::place(id, list)).map(|place| self.group_name(place));
        let about = group.or_else(|| {
            let line = outcome.plan.costs.get(text::place(id, "costs")?)?;
            Some(text::cost_name(self.locale(), &line.id, &line.label).to_owned())
        });
        Some(match about {
            Some(about) => self.locale().say(Phrase::OfGroup(name, &about)),
            None => name.to_owned(),
        })
    }

    fn step_value(&self, step: &Explanation) -> String {
        let locale = self.locale();
        let Some(value) = step.value else {
            return NO_VALUE.to_owned();
        };
        let with = |word: Word| {
            let number = locale.number_up_to(value, 2);
            format!("{number}{}{}", text::NO_BREAK, locale.unit(value, word))
        };
        match unit(step).unwrap_or_default() {
            "eur" => locale.euros(value, 2),
            "eur-per-hour" => {
                format!("{} {}", locale.euros(value, 2), self.word(Word::PerHour))
            }
            "share" => locale.percent_up_to(value, 2),
            "hours" | "hours-per-day" => with(Word::Hours),
            "minutes" => with(Word::Minutes),
            "weeks" => with(Word::Weeks),
            "months" => with(Word::Months),
            "years" => with(Word::Years),
            "days" => with(Word::Days),
            "fte" => with(Word::FteUnit),
            "circle" => with(Word::Circles),
            "session" => with(Word::Meetings),
            // A step without a name: as many digits as it takes to follow the sum.
            "" if value.abs() < 1.0 => locale.number_up_to(value, 6),
            "" => locale.number_up_to(value, 2),
            _ => locale.number_up_to(value, 4),
        }
    }

    /// The parts' values with the sign between them: `4.608 uur ÷ 120`.
    fn formula(&self, step: &Explanation) -> Option<String> {
        let (inner, rounding) = rounded(step);
        let sign = match inner.operation? {
            "sum" => " + ",
            "difference" => " − ",
            "product" => " × ",
            "quotient" => " ÷ ",
            // The part below says it all.
            "negative" => return None,
            "cents" if inner.parts.iter().all(|part| part.value == inner.value) => return None,
            "months" => return Some(format!("= {}", self.word(Word::OpMonths))),
            other => return Some(format!("= {}", self.word(text::operation(other)))),
        };
        let terms = terms(inner);
        if terms.len() > 8 {
            return None;
        }
        let values: Vec<String> = terms.iter().map(|part| self.step_value(part)).collect();
        let sum = values.join(sign);
        Some(match rounding {
            None => format!("= {sum}"),
            Some(rounding) => format!("= {sum}, {}", self.word(text::operation(rounding))),
        })
    }

    /// Where a leaf's value comes from.
    fn origin(&self, step: &Explanation) -> Vec<Element> {
        let basis = match step.basis {
            Some("sourced") => Basis::Sourced,
            Some("derived") => Basis::Derived,
            _ => Basis::Assumption,
        };
        match step.origin {
            Some("given") => vec![of("span", "mark given").add(self.word(Word::Given))],
            Some("default") => {
                let path = step.input.as_deref().map(pattern).unwrap_or_default();
                let mut marks = vec![of("span", "mark").add(self.word(Word::Standard))];
                marks.extend(self.basis(basis, text::source(self.locale(), &path)));
                marks
            }
            _ => Vec::new(),
        }
    }
}

/// The unit of a step; sums and differences without a name have that of their parts.
fn unit(step: &Explanation) -> Option<&'static str> {
    let of_parts = || match step.operation {
        Some("sum" | "difference" | "negative" | "cents" | "largest" | "smallest") => {
            let mut units = terms(step).into_iter().map(unit);
            let first = units.next().flatten()?;
            units.all(|unit| unit == Some(first)).then_some(first)
        }
        _ => None,
    };
    step.unit.or_else(of_parts)
}

/// The parts of a step; zeros that are added or taken away change nothing.
fn terms(step: &Explanation) -> Vec<&Explanation> {
    let idle = |place: usize, part: &Explanation| {
        let adds =
            step.operation == Some("sum") || step.operation == Some("difference") && place > 0;
        adds && part.value == Some(0.0)
    };
    let parts = step.parts.iter().enumerate();
    let terms: Vec<&Explanation> =
        parts.filter(|&(place, part)| !idle(place, part)).map(|(_, part)| part).collect();
    if terms.is_empty() { step.parts.iter().collect() } else { terms }
}

/// A step that only rounds an unnamed step is told as that step, with how it is rounded.
fn rounded(step: &Explanation) -> (&Explanation, Option<&'static str>) {
    match (step.operation, step.parts.as_slice()) {
        (Some(rounding @ ("round" | "cents" | "round-up" | "round-down")), [inner])
            if inner.figure.is_none() && !inner.parts.is_empty() =>
        {
            (inner, Some(rounding))
        }
        // "At least 0" changes nothing that is above it.
        (Some("largest"), [zero, inner] | [inner, zero])
            if zero.origin == Some("constant")
                && zero.value == Some(0.0)
                && inner.figure.is_none()
                && inner.value > Some(0.0) =>
        {
            (inner, None)
        }
        _ => (step, None),
    }
}
