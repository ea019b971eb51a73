//! What leaves the bank account and what learning costs in full, part by part, on one scale.

use super::{
    Part, Scale, WHOLE, anchored, drawing, head, largest, mark, number, picture, rect, row, stack,
    table, text, upright,
};
use crate::model::evaluation::{Budget, LineCategory};
use crate::text::{Locale, Phrase, Word};
use crate::widgets::tree::{Element, el, of};

/// The categories of lines that are one part, and what the part is called: as spending, and otherwise.
type Kind = (&'static [LineCategory], Word, Word);

/// In the order of the bars.
const KINDS: [Kind; 9] = [
    (&[LineCategory::Replacement], Word::Replacement, Word::Replacement),
    (TIME, Word::TimeAndTalks, Word::TimeAndTalks),
    (&[LineCategory::External], Word::Trainings, Word::Trainings),
    (&[LineCategory::Facilitation], Word::ExternalFacilitation, Word::InternalFacilitation),
    (
        &[LineCategory::Platform, LineCategory::Rooms, LineCategory::Materials],
        Word::PlatformAndRooms,
        Word::PlatformAndRooms,
    ),
    (
        &[LineCategory::Staff, LineCategory::Travel, LineCategory::Evaluation, LineCategory::Other],
        Word::OtherCosts,
        Word::OtherCosts,
    ),
    (&[LineCategory::Margin], Word::Margin, Word::Margin),
    (&[LineCategory::Contingency], Word::Contingency, Word::Contingency),
    (&[LineCategory::Levy], Word::TrainingFundLevy, Word::TrainingFundLevy),
];

/// What replacement covers is none of its cost.
const TIME: &[LineCategory] = &[LineCategory::ParticipantTime, LineCategory::TalkLeaders];

/// Two bars of one scale: spending, and full cost that begins with the same parts and goes on, striped, with what
/// is no spending. Subsidies go back from the end of a bar. `None` when nothing costs anything.
pub fn budget(locale: Locale, budget: &Budget) -> Option<Element> {
    let sum = |categories: &[LineCategory], cash: bool| {
        let mut sum = 0.0;
        for line in &budget.lines {
            if line.cash == cash && categories.contains(&line.category) {
                sum += cents(line.amount);
            }
        }
        sum
    };
    let mut all = 0.0;
    for line in &budget.lines {
        all += cents(line.amount);
    }
    let covered = all - cents(budget.full);
    let subsidies = sum(&[LineCategory::Subsidy], true) / 100.0;
    let mut parts = Vec::new();
    for cash in [true, false] {
        for (categories, spent, otherwise) in KINDS {
            let less = if categories == TIME && !cash { covered } else { 0.0 };
            let amount = (sum(categories, cash) - less) / 100.0;
            if amount > 0.0 {
                let key = parts.len() + 1;
                let name = locale.word(if cash { spent } else { otherwise });
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
    if let Some(largest) = largest(&parts) {
        says.push(' ');
        says.push_str(&locale.say(Phrase::LargestPart(largest.name)));
    }

    let drawn = of("div", "drawn")
        .add(bar(
            locale,
            scale,
            Word::CashTitle,
            budget.cash,
            subsidies,
            spending,
            budget.available,
        ))
        .add(bar(locale, scale, Word::FullCost, budget.full, subsidies, &parts, None));
    let keys = of("div", "keys");
    key(locale, keys, Word::CashTitle, spending, subsidies);
    key(locale, keys, Word::LineNonCash, other, 0.0);
    let below = of("div", "below").add(keys);
    if covered != 0.0 {
        below.add(of("p", "hint").word(locale, Word::CoveredTimeNote));
    }

    let [table, body] = table(locale, &[Word::LineLabel, Word::LineCash, Word::LineNonCash]);
    let amount = |amount| number(locale.number(amount, 2));
    for part in spending {
        row(body, "", part.name).add(amount(part.amount)).add(number(""));
    }
    if subsidies != 0.0 {
        row(body, "", locale.word(Word::Subsidies)).add(amount(subsidies)).add(number(""));
    }
    let mut total = 0.0;
    for part in other {
        total += cents(part.amount);
        row(body, "", part.name).add(number("")).add(amount(part.amount));
    }
    let foot = el("tfoot");
    row(foot, "total", locale.word(Word::Total))
        .add(amount(budget.cash))
        .add(amount(total / 100.0));
    row(foot, "total", locale.word(Word::FullCost)).add(number("")).add(amount(budget.full));
    Some(picture(locale, drawn, &says, Some(below), table.add(foot)))
}

/// A bar of spending or of full cost, with what there is to spend.
fn bar(
    locale: Locale,
    scale: Scale,
    name: Word,
    total: f64,
    subsidies: f64,
    parts: &[Part],
    limit: Option<f64>,
) -> Element {
    let bar = of("div", "row").add(head(locale.word(name), &locale.euros(total, 0)));
    if let Some(limit) = limit {
        let (at, amount) = (scale.at(limit), locale.euros(limit, 0));
        let shown = locale.say(Phrase::AvailableOf(&amount));
        bar.add(drawing("band").add(text(at, shown)));
        bar.add(mark(stack(scale, parts, Some(at)), "limit", at));
    } else {
        bar.add(stack(scale, parts, None));
    }
    // What subsidies pay goes back from the end of the bar.
    if subsidies != 0.0 {
        let (net, gross) = (scale.at(total), scale.at(total - subsidies));
        let amount = locale.euros(subsidies, 0);
        let refund = locale.say(Phrase::That(locale.word(Word::Subsidies), &amount));
        let label = match (net > WHOLE - gross, net.max(WHOLE - gross)) {
            (_, ..450) => text(i32::midpoint(net, gross), refund),
            (true, _) => anchored(net - 10, "end", refund),
            (false, _) => anchored(gross + 10, "start", refund),
        };
        let back = drawing("back").add(rect("subsidy", net, gross)).add(upright("net", net));
        bar.add(back.add(label));
    }
    bar
}

/// Whole cents, which add up without a remainder.
fn cents(amount: f64) -> f64 {
    (amount * 100.0).round()
}

/// Adds what the numbers in the bars mean.
fn key(locale: Locale, to: Element, title: Word, parts: &[Part], subsidies: f64) {
    let amount = |amount| of("span", "amount").add(locale.euros(amount, 0));
    let list = of("ul", "key");
    for part in parts {
        list.add(part.entry().add(amount(part.amount)));
    }
    if subsidies != 0.0 {
        let swatch = drawing("swatch").add(rect("subsidy", 0, WHOLE));
        let name = el("span").word(locale, Word::Subsidies);
        list.add(el("li").add(swatch).add(name).add(amount(subsidies)));
    }
    if !parts.is_empty() || subsidies != 0.0 {
        to.add(of("div", "part").add(of("p", "title").word(locale, title)).add(list));
    }
}
