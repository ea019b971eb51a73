//! Results as tables to read, in the language that was asked for or the Dutch of the plan's country.

use jaarplan::evaluation::{Evaluation, Line};
use jaarplan::plan::{self, Benefit};
use jaarplan::text::{self, Locale, NO_VALUE, Origin, Phrase, Subject, Teller, Told, Word};
use jaarplan::{Assumption, Explanation, InputErrors, Plan};

/// Rows of cells: the first to the left, the others to the right, all as wide as their column.
pub fn aligned(rows: &[Vec<String>]) -> String {
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
    plan.value.benefits.iter().any(|benefit| match benefit {
        Benefit::Productivity(benefit) => benefit.uplift.origin == plan::Origin::Default,
        _ => false,
    })
}

fn line_name(locale: Locale, line: &Line) -> String {
    text::line_name(locale, line, &line.label)
}

/// The warnings, when there are any.
fn warnings(locale: Locale, plan: &Plan, result: &Evaluation) -> Option<String> {
    let per_leader = result.prof_circles.circles_per_leader;
    let per_leader = per_leader.map_or_else(String::new, |many| locale.number_up_to(many, 1));
    let sentence = |warning: &jaarplan::Warning| {
        let group = warning.group().and_then(|i| plan.groups.get(i));
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

/// How a figure came about, step by step if asked for, and the assumptions that it rests on.
pub fn explanation(
    locale: Locale,
    plan: &Plan,
    result: &Evaluation,
    explanation: &Explanation,
    assumptions: &[Assumption],
    steps: bool,
) -> String {
    let group = |place: usize| plan.groups.get(place).map_or_else(String::new, |g| g.name.clone());
    let teller = Teller { locale, plan, result, group: &group };
    let mut told = teller.tell(explanation);
    if !steps {
        told.parts.clear();
    }
    let mut lines = Vec::new();
    tell(locale, &told, 0, &mut lines);
    let mut rows =
        vec![row([Word::Assumed, Word::RealisticTitle, Word::ThenFigure].map(|w| locale.word(w)))];
    for assumption in assumptions {
        let told = teller.assumption(explanation, assumption);
        let span = |ends: Option<[String; 2]>| match ends {
            Some([low, high]) => locale.say(Phrase::FromTo(&low, &high)),
            None => String::new(),
        };
        let name = format!("{} ({}, {})", told.name, told.value, told.origin.text(locale));
        rows.push(vec![name, span(told.range), span(told.figure)]);
    }
    let rest = if assumptions.is_empty() {
        locale.word(Word::AssumptionsNone).to_owned()
    } else {
        format!("{}\n{}", locale.word(Word::AssumptionsTitle), aligned(&rows))
    };
    format!("{}\n\n{rest}\n", lines.join("\n"))
}

fn tell(locale: Locale, told: &Told, depth: usize, lines: &mut Vec<String>) {
    let indent = "  ".repeat(depth);
    let note = if told.again {
        format!(" ({})", locale.word(Word::SeeAbove))
    } else if told.origin == Origin::Calculated {
        String::new()
    } else {
        format!(" ({})", told.origin.text(locale))
    };
    lines.push(format!("{indent}{}: {}{note}", told.name, told.value));
    if !told.how.is_empty() {
        lines.push(format!("{indent}  = {}", told.how));
    }
    for part in &told.parts {
        tell(locale, part, depth + 1, lines);
    }
}
