//! What leaves the bank account and what learning costs in full, part by part, on one scale.

use super::{Part, Scale, WHOLE, anchored, drawing, mark, picture, rect, stack, table, text};
use crate::model::evaluation::{Budget, Line};
use crate::text::{Locale, Phrase, Word};
use crate::widgets::tree::{Element, el, of};

/// The categories of lines that are one part, and what the part is called: as spending, and otherwise.
type Kind = (&'static [&'static str], Word, Word);

/// In the order of the bars.
const KINDS: [Kind; 9] = [
    (&["replacement"], Word::Replacement, Word::Replacement),
    (TIME, Word::TimeAndTalks, Word::TimeAndTalks),
    (&["external"], Word::Trainings, Word::Trainings),
    (&["facilitation"], Word::ExternalFacilitation, Word::InternalFacilitation),
    (&["platform", "rooms", "materials"], Word::PlatformAndRooms, Word::PlatformAndRooms),
    (&["staff", "travel", "evaluation", "other"], Word::OtherCosts, Word::OtherCosts),
    (&["margin"], Word::Margin, Word::Margin),
    (&["contingency"], Word::Contingency, Word::Contingency),
    (&["levy"], Word::TrainingFundLevy, Word::TrainingFundLevy),
];

/// What replacement covers is none of its cost.
const TIME: &[&str] = &["participant-time", "talk-leaders"];

/// Two bars of one scale: spending, and full cost that begins with the same parts and goes on, striped, with what
/// is no spending. Subsidies go back from the end of a bar. `None` when nothing costs anything.
pub fn budget(locale: Locale, budget: &Budget) -> Option<Element> {
    let sum = |categories: &[&str], cash: bool| -> f64 {
        let of_kind = |line: &&Line| line.cash == cash && categories.contains(&line.category);
        budget.lines.iter().filter(of_kind).map(|line| cents(line.amount)).sum()
    };
    let all: f64 = budget.lines.iter().map(|line| cents(line.amount)).sum();
    let covered = all - cents(budget.full);
    let subsidies = sum(&["subsidy"], true) / 100.0;
    let mut parts = Vec::new();
    for cash in [true, false] {
        for (categories, spent, otherwise) in KINDS {
            let less = if categories == TIME && !cash { covered } else { 0.0 };
            let amount = (sum(categories, cash) - less) / 100.0;
            if amount > 0.0 {
                let key = parts.len() + 1;
                let name = locale.word(if cash { spent } else { otherwise }).to_owned();
                parts.push(Part { key, striped: !cash, name, amount });
            }
        }
    }
    let (spending, other) = parts.split_at(parts.partition_point(|part| !part.striped));
    let scale = Scale::of(&[
        budget.cash,
        budget.cash - subsidies,
        budget.full,
        budget.full - subsidies,
        budget.available.unwrap_or_default(),
    ])?;
    let (cash, full) = (locale.euros(budget.cash, 0), locale.euros(budget.full, 0));
    let mut says = locale.say(Phrase::SayBudget(&cash, &full));
    if let Some(largest) = parts.iter().max_by(|a, b| a.amount.total_cmp(&b.amount)) {
        says = format!("{says} {}", locale.say(Phrase::LargestPart(&largest.name)));
    }

    let refund = || {
        let (name, amount) = (locale.word(Word::Subsidies), locale.euros(subsidies, 0));
        locale.say(Phrase::That(name, &amount))
    };
    let bar = |name: Word, total: f64, parts: &[Part], limit: Option<f64>| {
        let at = |value| scale.at(value);
        // What subsidies pay goes back from the end of the bar.
        let back = || {
            let (net, gross) = (at(total), at(total - subsidies));
            let [_, end] = mark("net", net);
            let label = match (net > WHOLE - gross, net.max(WHOLE - gross)) {
                (_, ..450) => text(i32::midpoint(net, gross), refund()),
                (true, _) => anchored(net - 10, "end", refund()),
                (false, _) => anchored(gross + 10, "start", refund()),
            };
            drawing("back").add(rect("subsidy", net, gross)).add(end).add(label)
        };
        let available = |limit: f64| {
            let amount = locale.euros(limit, 0);
            drawing("band").add(text(at(limit), locale.say(Phrase::AvailableOf(&amount))))
        };
        of("div", "row")
            .add(
                of("p", "head")
                    .add(el("span").add(locale.word(name)))
                    .add(of("span", "sum").add(locale.euros(total, 0))),
            )
            .maybe(limit.map(available))
            .add(
                drawing("stack")
                    .all(stack(scale, parts, limit.map(at)))
                    .all(limit.into_iter().flat_map(|limit| mark("limit", at(limit)))),
            )
            .maybe((subsidies != 0.0).then(back))
    };
    let drawn = of("div", "drawn")
        .add(bar(Word::CashTitle, budget.cash, spending, budget.available))
        .add(bar(Word::FullCost, budget.full, &parts, None));
    let below = of("div", "below")
        .add(of("div", "keys").maybe(key(locale, Word::CashTitle, spending, subsidies)).maybe(key(
            locale,
            Word::LineNonCash,
            other,
            0.0,
        )))
        .maybe((covered != 0.0).then(|| of("p", "hint").add(locale.word(Word::CoveredTimeNote))));

    let row = |name: &str, amounts: [Option<f64>; 2]| {
        let shown = |amount: Option<f64>| amount.map_or_else(String::new, |a| locale.number(a, 2));
        let [cash, other] = amounts.map(shown);
        vec![name.to_owned(), cash, other]
    };
    let mut rows: Vec<Vec<String>> =
        spending.iter().map(|part| row(&part.name, [Some(part.amount), None])).collect();
    if subsidies != 0.0 {
        rows.push(row(locale.word(Word::Subsidies), [Some(subsidies), None]));
    }
    rows.extend(other.iter().map(|part| row(&part.name, [None, Some(part.amount)])));
    let total = other.iter().map(|part| cents(part.amount)).sum::<f64>() / 100.0;
    rows.push(row(locale.word(Word::Total), [Some(budget.cash), Some(total)]));
    rows.push(row(locale.word(Word::FullCost), [None, Some(budget.full)]));
    let heads = [Word::LineLabel, Word::LineCash, Word::LineNonCash].map(|word| locale.word(word));
    Some(picture(locale, drawn, says, Some(below), table(&heads, rows, 2)))
}

/// Whole cents, which add up without a remainder.
fn cents(amount: f64) -> f64 {
    (amount * 100.0).round()
}

/// What the numbers in the bars mean.
fn key(locale: Locale, title: Word, parts: &[Part], subsidies: f64) -> Option<Element> {
    let entries = parts.iter().map(|part| part.entry(Some(locale.euros(part.amount, 0))));
    let subsidy = (subsidies != 0.0).then(|| {
        el("li")
            .add(drawing("swatch").add(rect("subsidy", 0, WHOLE)))
            .add(el("span").add(locale.word(Word::Subsidies)))
            .add(of("span", "amount").add(locale.euros(subsidies, 0)))
    });
    (!parts.is_empty() || subsidy.is_some()).then(|| {
        of("div", "part")
            .add(of("p", "title").add(locale.word(title)))
            .add(of("ul", "key").all(entries).maybe(subsidy))
    })
}
