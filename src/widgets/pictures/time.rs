//! Learning time of each group, component by component, on one scale.

use super::{Part, Scale, drawing, picture, stack, table};
use crate::model::evaluation::{ByComponent, LearningTime};
use crate::text::{Locale, NO_VALUE, Phrase, Word};
use crate::widgets::tree::{Element, el, of};

const COMPONENTS: [Word; 5] =
    [Word::WeekCycles, Word::ProfCircles, Word::ProfTrack, Word::Formal, Word::Talks];

/// The hours per employee of one group, or of everybody.
struct Row {
    name: String,
    hours: Option<f64>,
    parts: Vec<Part>,
}

/// One bar for each group, and one for everybody when there are more. `name` is what the group with an id is
/// called. `None` when nobody learns.
pub fn time(locale: Locale, time: &LearningTime, name: &dyn Fn(&str) -> String) -> Option<Element> {
    let mut rows: Vec<Row> = time
        .groups
        .iter()
        .map(|g| row(locale, name(&g.id), g.hours_per_employee, g.total_hours, &g.by_component))
        .collect();
    let totals = usize::from(rows.len() > 1);
    if totals > 0 {
        let all = locale.word(Word::HoursPerEmployee).to_owned();
        rows.push(row(locale, all, time.hours_per_employee, time.total_hours, &time.by_component));
    }
    let hours: Vec<f64> = rows.iter().filter_map(|row| row.hours).collect();
    let scale = Scale::of(&hours)?;
    let last = rows.last()?;
    let shown = |hours: f64| locale.number(hours, 1);
    let of_groups = hours.get(..hours.len().saturating_sub(totals)).unwrap_or_default();
    let (low, high) = of_groups
        .iter()
        .fold((f64::INFINITY, 0.0_f64), |(low, high), &hours| (low.min(hours), high.max(hours)));
    let (low, high) = (shown(low), shown(high));
    let span = if low == high { high } else { locale.say(Phrase::FromTo(&low, &high)) };
    let largest = last.parts.iter().max_by(|a, b| a.amount.total_cmp(&b.amount))?;
    let says = format!(
        "{} {}",
        locale.say(Phrase::SayTime(&span)),
        locale.say(Phrase::LargestPart(&largest.name))
    );

    let sum = |row: &Row| row.hours.map_or_else(|| NO_VALUE.to_owned(), shown);
    // A component that no group has is not in the key.
    let used = |key: usize| {
        time.groups.iter().any(|g| parts_of(&g.by_component).get(key).is_some_and(|&h| h > 0.0))
    };
    let keys = last.parts.iter().enumerate().filter(|(key, _)| used(*key));
    let drawn = of("div", "drawn")
        .add(of("ul", "key flat").all(keys.map(|(_, part)| part.entry(None))))
        .all(rows.iter().enumerate().map(|(i, row)| {
            let own = i + totals < rows.len();
            let sum = sum(row);
            let unit = locale.unit(row.hours.unwrap_or_default(), Word::Hours);
            of("div", if own { "row beside" } else { "row beside all" })
                .add(
                    of("p", "head")
                        .add(el("span").add(row.name.as_str()))
                        .add(of("span", "sum").add(format!("{sum}\u{a0}{unit}"))),
                )
                .add(drawing("stack").all(stack(scale, &row.parts, None)))
        }));

    let mut heads = vec![locale.word(Word::Group)];
    heads.extend(COMPONENTS.map(|word| locale.word(word)));
    heads.push(locale.word(Word::HoursEach));
    let cells = rows
        .iter()
        .map(|row| {
            let mut cells = vec![row.name.clone()];
            cells.extend(row.parts.iter().map(|part| shown(part.amount)));
            cells.push(sum(row));
            cells
        })
        .collect();
    Some(picture(locale, drawn, says, None, table(&heads, cells, totals)))
}

fn row(
    locale: Locale,
    name: String,
    each: Option<f64>,
    total: f64,
    components: &ByComponent<f64>,
) -> Row {
    let ratio = each.filter(|_| total > 0.0).map_or(0.0, |each| each / total);
    let part = |(i, (hours, word)): (usize, (f64, Word))| Part {
        striped: false,
        key: i + 1,
        name: locale.word(word).to_owned(),
        amount: hours * ratio,
    };
    let parts = parts_of(components).into_iter().zip(COMPONENTS).enumerate().map(part).collect();
    Row { name, hours: each, parts }
}

fn parts_of(hours: &ByComponent<f64>) -> [f64; 5] {
    [hours.week_cycles, hours.prof_circles, hours.prof_track, hours.formal, hours.development_talks]
}
