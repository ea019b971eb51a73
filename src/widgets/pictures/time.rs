//! Learning time of each group, component by component, on one scale.

use super::{Part, Scale, head, largest, number, picture, row, stack, table};
use crate::model::evaluation::{ByComponent, LearningTime};
use crate::text::{Locale, Phrase, Word};
use crate::widgets::numbers::hours as hours_of;
use crate::widgets::tree::{Element, el, of};

const COMPONENTS: [Word; 5] =
    [Word::WeekCycles, Word::ProfCircles, Word::ProfTrack, Word::Formal, Word::Talks];

const HEADS: [Word; 7] = [
    Word::Group,
    Word::WeekCycles,
    Word::ProfCircles,
    Word::ProfTrack,
    Word::Formal,
    Word::Talks,
    Word::HoursEach,
];

/// The hours per employee of one group, or of everybody.
struct Row {
    name: String,
    hours: Option<f64>,
    parts: Vec<Part>,
}

/// One bar for each group, and one for everybody when there are more. `name` is what the group with an id is
/// called. `None` when nobody learns.
pub fn time(locale: Locale, time: &LearningTime, name: &dyn Fn(&str) -> String) -> Option<Element> {
    let mut rows = Vec::new();
    let mut hours = Vec::new();
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for g in &time.groups {
        let own = g.hours_per_employee;
        if let Some(own) = own {
            hours.push(own);
            (low, high) = (low.min(own), high.max(own));
        }
        rows.push(row_of(locale, name(&g.id), own, g.total_hours, &g.by_component));
    }
    let groups = rows.len();
    if groups > 1 {
        let all = locale.word(Word::HoursPerEmployee).to_owned();
        hours.extend(time.hours_per_employee);
        let own = time.hours_per_employee;
        rows.push(row_of(locale, all, own, time.total_hours, &time.by_component));
    }
    let scale = Scale::of(&hours)?;
    let last = rows.last()?;
    let shown = |hours: f64| locale.number(hours, 1);
    let (low, high) = (shown(low), shown(high));
    let span = if low == high { high } else { locale.say(Phrase::FromTo(&low, &high)) };
    let largest = largest(&last.parts)?;
    let says =
        [&locale.say(Phrase::SayTime(&span)), " ", &locale.say(Phrase::LargestPart(largest.name))];

    let key = of("ul", "key flat");
    for (i, part) in last.parts.iter().enumerate() {
        // A component that no group has is not in the key.
        let has = |h: &ByComponent<f64>| parts_of(h).get(i).is_some_and(|&hours| hours > 0.0);
        if time.groups.iter().any(|group| has(&group.by_component)) {
            key.add(part.entry());
        }
    }
    let drawn = of("div", "drawn").add(key);
    let [table, body] = table(locale, &HEADS);
    let foot = el("tfoot");
    for (i, one) in rows.iter().enumerate() {
        let (class, to, total) =
            if i < groups { ("row beside", body, "") } else { ("row beside all", foot, "total") };
        let sum = hours_of(locale, one.hours);
        let unit = locale.unit(one.hours.unwrap_or_default(), Word::Hours);
        let head = head(&one.name, &[&sum, "\u{a0}", unit].concat());
        drawn.add(of("div", class).add(head).add(stack(scale, &one.parts, None)));
        let row = row(to, total, &one.name);
        for part in &one.parts {
            row.add(number(shown(part.amount)));
        }
        row.add(number(sum));
    }
    if groups > 1 {
        table.add(foot);
    }
    Some(picture(locale, drawn, &says.concat(), None, table))
}

fn row_of(
    locale: Locale,
    name: String,
    hours: Option<f64>,
    total: f64,
    components: &ByComponent<f64>,
) -> Row {
    let ratio = hours.filter(|_| total > 0.0).map_or(0.0, |each| each / total);
    let mut parts = Vec::new();
    for (own, word) in parts_of(components).into_iter().zip(COMPONENTS) {
        let name = locale.word(word);
        parts.push(Part { striped: false, key: parts.len() + 1, name, amount: own * ratio });
    }
    Row { name, hours, parts }
}

fn parts_of(hours: &ByComponent<f64>) -> [f64; 5] {
    [hours.week_cycles, hours.prof_circles, hours.prof_track, hours.formal, hours.development_talks]
}
