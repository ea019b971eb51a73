//! Results as tables to read, in the language that was asked for or the Dutch of the plan's country.

use jaarplan::evaluation::{Evaluation, Line};
use jaarplan::plan::{BenefitKind, Origin};
use jaarplan::text::{self, Locale, NO_VALUE, Phrase, Subject, Word};
use jaarplan::{Explanation, InputErrors, Plan};

/// Rows of cells: the first to the left, the others to the right, all as wide as their column.
fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
    let width = |column| cells(column).map(|cell| cell.chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells =
            row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| match column {
                0 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

/// Everything that follows from a plan, the four headlines first.
pub fn evaluation(locale: Locale, plan: &Plan, result: &Evaluation) -> String {
    let word = |word| locale.word(word);
    let shown = |value: Option<f64>, show: fn(Locale, f64, u8) -> String, places| {
        value.map_or_else(|| NO_VALUE.to_owned(), |value| show(locale, value, places))
    };
    let hours = |value: Option<f64>| {
        let unit = locale.unit(value.unwrap_or_default(), Word::Hours);
        format!("{} {unit}", shown(value, Locale::number_up_to, 1))
    };
    let (time, circles, budget, value) =
        (&result.learning_time, &result.prof_circles, &result.budget, &result.value);
    let title = [&plan.organisation, &plan.title].map(String::as_str).join(" ").trim().to_owned();
    let title =
        if title.is_empty() { format!("{} {}", word(Word::Year), plan.year) } else { title };

    let mut headlines = vec![
        row([word(Word::HoursPerEmployee), &hours(time.hours_per_employee)]),
        row([word(Word::DaysPerFte), &shown(time.days_per_fte, Locale::number_up_to, 1)]),
        row([
            word(Word::ShareOfWorkingTime),
            &shown(time.share_of_working_time, Locale::percent, 1),
        ]),
        row([word(Word::CircleCount), &circles.circles.to_string()]),
        row([word(Word::SessionCount), &circles.sessions.to_string()]),
        row([word(Word::CashBudget), &locale.euros(budget.cash, 2)]),
        row([word(Word::FullCost), &locale.euros(budget.full, 2)]),
    ];
    if let Some(gap) = budget.gap {
        headlines.push(row([word(Word::Gap), &locale.euros(gap, 2)]));
    }
    headlines.push(row([
        word(Word::BreakEven),
        &shown(value.break_even_uplift, Locale::percent_up_to, 1),
    ]));
    headlines.push(row([word(Word::PresentCost), &locale.euros(value.pv_cost, 2)]));
    // With a default uplift the sign of one net value would be an accident.
    if !rests_on_default_uplift(plan) {
        headlines.push(row([word(Word::PresentValue), &locale.euros(value.pv_value, 2)]));
        headlines.push(row([word(Word::NetValue), &locale.euros(value.net, 2)]));
    }

    let mut lines =
        vec![row([word(Word::LineLabel), word(Word::LineCash), word(Word::LineNonCash)])];
    for line in budget.lines.iter().filter(|line| line.amount != 0.0) {
        let (name, amount) = (line_name(locale, line), locale.euros(line.amount, 2));
        lines.push(if line.cash { row([&name, &amount, ""]) } else { row([&name, "", &amount]) });
    }
    let other = budget.lines.iter().filter(|line| !line.cash).map(|line| line.amount).sum();
    lines.push(row([word(Word::Total), &locale.euros(budget.cash, 2), &locale.euros(other, 2)]));
    lines.push(row([
        word(Word::CoveredTime),
        "",
        &locale.euros(budget.full - budget.cash - other, 2),
    ]));
    lines.push(row([word(Word::FullCost), "", &locale.euros(budget.full, 2)]));

    let mut parts = vec![title, aligned(&headlines), aligned(&lines)];
    parts.extend(warnings(locale, plan, result));
    parts.push(locale.say(Phrase::DefaultsCount(result.defaults_used.len())));
    parts.join("\n\n") + "\n"
}

fn rests_on_default_uplift(plan: &Plan) -> bool {
    plan.value.benefits.iter().any(|benefit| match &benefit.kind {
        BenefitKind::Productivity { uplift, .. } => uplift.origin == Origin::Default,
        _ => false,
    })
}

fn line_name(locale: Locale, line: &Line) -> String {
    text::line_name(locale, line, &line.label)
}

/// The warnings, when there are any.
fn warnings(locale: Locale, plan: &Plan, result: &Evaluation) -> Option<String> {
    let per_leader = result.prof_circles.circles_per_leader.unwrap_or_default();
    let per_leader = locale.number_up_to(per_leader, 1);
    let sentence = |warning: &jaarplan::Warning| {
        let group = text::place(&warning.path, "groups").and_then(|i| plan.groups.get(i));
        let group = group.map(|group| group.name.as_str()).unwrap_or_default();
        let subject = Subject { group, sizes: "", circles_per_leader: &per_leader };
        format!("- {}", text::warning(locale, warning, subject))
    };
    let sentences: Vec<String> = result.warnings.iter().map(sentence).collect();
    (!sentences.is_empty())
        .then(|| format!("{}\n{}", locale.word(Word::WarningsTitle), sentences.join("\n")))
}

/// What `validate` says of a plan that can be read.
pub fn validity(locale: Locale, plan: &Plan, result: &Evaluation) -> String {
    let defaults = locale.say(Phrase::DefaultsCount(result.defaults_used.len()));
    let mut parts: Vec<String> = warnings(locale, plan, result).into_iter().collect();
    parts.push(format!("{defaults}: {}", result.defaults_used.join(", ")));
    parts.join("\n\n") + "\n"
}

/// What is wrong with a plan.
pub fn errors(locale: Locale, errors: &InputErrors) -> String {
    let line = |error: &jaarplan::InputError| match error.path.as_str() {
        "" => error.message.clone(),
        path => format!("{path}: {}", text::error(locale, error)),
    };
    errors.errors.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// How a figure came about, one step a line, indented.
pub fn explanation(
    locale: Locale,
    plan: &Plan,
    result: &Evaluation,
    explanation: &Explanation,
) -> String {
    let mut rows = Vec::new();
    Teller { plan, result, locale }.tell(explanation, 0, &mut rows);
    aligned(&rows) + "\n"
}

struct Teller<'p> {
    plan: &'p Plan,
    result: &'p Evaluation,
    locale: Locale,
}

impl Teller<'_> {
    fn tell(&self, step: &Explanation, depth: usize, rows: &mut Vec<Vec<String>>) {
        let indent = "  ".repeat(depth);
        let note = if step.again {
            self.locale.word(Word::SeeAbove).to_owned()
        } else {
            self.origin(step)
        };
        rows.push(vec![format!("{indent}{}", self.name(step)), value(self.locale, step), note]);
        let adds_nothing =
            |part: &&Explanation| step.operation == Some("sum") && part.value == Some(0.0);
        for part in step.parts.iter().filter(|part| !adds_nothing(part)) {
            self.tell(part, depth + 1, rows);
        }
    }

    fn name(&self, step: &Explanation) -> String {
        let word = |word| self.locale.word(word).to_owned();
        let Some(id) = step.figure.as_deref().or(step.input.as_deref()) else {
            return word(step.operation.map_or(Word::Fixture, text::operation));
        };
        if let Some(line) =
            text::place(id, "budget.lines").and_then(|i| self.result.budget.lines.get(i))
        {
            return line_name(self.locale, line);
        }
        let name = text::step(step).map_or_else(|| id.to_owned(), word);
        let lists = ["groups", "learningTime.groups", "profCircles.groups"];
        let group = lists.into_iter().find_map(|list| self.plan.groups.get(text::place(id, list)?));
        match group {
            Some(group) => self.locale.say(Phrase::OfGroup(&name, &group.name)),
            None => name,
        }
    }

    fn origin(&self, step: &Explanation) -> String {
        let word = match (step.origin, step.basis) {
            (Some("given"), _) => Word::Given,
            (Some("default"), Some("sourced")) => Word::Sourced,
            (Some("default"), Some("derived")) => Word::Derived,
            (Some("default"), _) => Word::OurAssumption,
            _ => return String::new(),
        };
        self.locale.word(word).to_owned()
    }
}

fn value(locale: Locale, step: &Explanation) -> String {
    let Some(value) = step.value else { return NO_VALUE.to_owned() };
    match step.unit {
        Some("eur" | "eur-per-hour") => locale.euros(value, 2),
        Some("share") => locale.percent_up_to(value, 2),
        _ => locale.number_up_to(value, if value.abs() < 1.0 { 6 } else { 2 }),
    }
}
