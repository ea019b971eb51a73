//! What may happen: how a figure spreads, and what moves it most.

use super::{Scale, WHOLE, dot, drawing, line, mark, number, picture, rect, row, table, upright};
use crate::analysis::simulate::{Histogram, Spread};
use crate::text::{Locale, NO_VALUE, Phrase, Word, list};
use crate::widgets::tree::{Element, el, of};

/// How a figure spreads, with what is said of it.
pub struct Chances<'a> {
    pub histogram: &'a Histogram,
    pub spread: &'a Spread,
    /// How likely it is to be below zero, and not to be, in words.
    pub odds: [String; 2],
    /// What lies below zero and what does not, in words.
    pub sides: [Word; 2],
}

/// Columns as high as there are samples in each slice of an amount, with zero marked; what lies below zero is
/// hollow. Under them what 8 of 10 samples span, and the middle. `None` for an amount that hardly varies.
pub fn chances(locale: Locale, of_what: &Chances, show: &dyn Fn(f64) -> String) -> Option<Element> {
    let Histogram { low, high, counts, .. } = of_what.histogram;
    let (low, high) = ((*low)?, (*high)?);
    let [p10, p50, p90] = [of_what.spread.p10?, of_what.spread.p50?, of_what.spread.p90?];
    let scale = Scale::of(&[low, high])?;
    let zero = scale.at(0.0);
    let most = counts.iter().max().copied().filter(|most| *most > 0)?;
    let slice = |place: usize| low + (high - low) * place as f64 / counts.len() as f64;

    let plot = drawing("columns");
    let [table, body] = table(locale, &[Word::SliceFrom, Word::SliceTo, Word::SamplesTitle]);
    for (i, &count) in counts.iter().enumerate() {
        let (from, to) = (slice(i), slice(i + 1));
        let exact = |amount| locale.euros(amount, 0);
        row(body, "", &exact(from))
            .add(number(exact(to)))
            .add(number(locale.number(count.into(), 0)));
        let height = f64::from(count) / f64::from(most);
        let top = WHOLE - Scale { low: 0.0, high: 1.0 }.at(height);
        let (left, right) = (scale.at(from), scale.at(to));
        for (class, left, right) in
            [("below", left, right.min(zero)), ("above", left.max(zero), right)]
        {
            if left < right && top < WHOLE {
                let column = of("rect", class).at("x", left).at("width", right - left);
                plot.add(column.at("y", top).at("height", WHOLE - top));
            }
        }
    }
    plot.add(of("line", "base").set("x2", "100%").set("y1", "100%").set("y2", "100%"));
    mark(plot, "zero", zero);
    plot.add(upright("middle", scale.at(p50)));

    let (left, right) = (scale.at(p10), scale.at(p90));
    let range = drawing("range").add(line("axis", 0, WHOLE)).add(line("eight", left, right));
    mark(range, "zero", zero).add(dot("middle", scale.at(p50), "50%", ".45em"));
    let foot = drawing("band under").add(super::text(zero, show(0.0)));

    let span = locale.say(Phrase::FromTo(&show(p10), &show(p90)));
    let eight = [locale.word(Word::InEight), " ", &span].concat();
    let middle = locale.say(Phrase::Middle(&show(p50)));
    let key = of("ul", "key flat");
    let entry = |sign: Element, said: &str| {
        key.add(el("li").add(drawing("swatch").add(sign)).add(el("span").add(said)));
    };
    let mut says = String::new();
    for ((class, odds), word) in
        ["below", "above"].into_iter().zip(&of_what.odds).zip(of_what.sides)
    {
        let said = locale.say(Phrase::That(odds, locale.word(word)));
        entry(rect(class, 0, WHOLE), &said);
        list(&mut says, "; ", &said);
    }
    entry(line("eight", 0, WHOLE), &eight);
    entry(dot("middle", WHOLE / 2, "50%", ".4em"), &middle);
    list(&mut says, "; ", &eight);
    list(&mut says, "; ", &middle);
    let drawn = of("div", "drawn").add(key).add(plot).add(range).add(foot);
    Some(picture(locale, drawn, &says, None, table))
}

/// Something that is not known, and the figure at its lowest and its highest.
pub struct Moves {
    pub name: String,
    /// The lowest and the highest, with their unit.
    pub values: [String; 2],
    /// The figure at those.
    pub figures: [f64; 2],
    /// The share of the figure's variance that it explains, when that was asked for.
    pub share: Option<f64>,
}

/// For each thing that is not known a bar from the figure at its lowest, which is hollow, to the figure at its
/// highest; they meet where all is as it is filled in. `None` when nothing moves the figure.
pub fn drivers(
    locale: Locale,
    likely: f64,
    rows: &[Moves],
    show: &dyn Fn(f64) -> String,
) -> Option<Element> {
    let (mut low, mut high) = (likely, likely);
    for one in rows {
        for figure in one.figures {
            low = figure.min(low);
            high = figure.max(high);
        }
    }
    if !(low < high && (high - low).is_finite()) {
        return None;
    }
    let scale = Scale { low, high };
    let centre = scale.at(likely);
    let has_shares = rows.iter().any(|one| one.share.is_some());
    let heads = [Word::Assumed, Word::Lowest, Word::ThenFigure, Word::Highest, Word::ThenFigure];
    let ends = if has_shares { &[Word::Swing, Word::ShareOfDoubt][..] } else { &[Word::Swing] };
    let [table, body] = table(locale, &[&heads, ends].concat());
    let drawn = of("div", "drawn tornado");
    let key = of("ul", "key flat");
    for (class, word) in [("down", Word::InputAtLowest), ("up", Word::InputAtHighest)] {
        let swatch = drawing("swatch").add(rect(class, 0, WHOLE));
        key.add(el("li").add(swatch).add(el("span").word(locale, word)));
    }
    let swatch = drawing("swatch").add(upright("likely", WHOLE / 2));
    key.add(el("li").add(swatch).add(el("span").word(locale, Word::AllAsFilledIn)));
    drawn.add(key);
    let mut says = String::new();
    for one in rows {
        let [low_value, high_value] = &one.values;
        let [at_low, at_high] = one.figures;
        let (shown_low, shown_high) = (show(at_low), show(at_high));
        let swing = show((at_high - at_low).abs());
        let share = one.share.map(|share| locale.percent(share, 0));
        let cells = row(body, "", &one.name);
        for cell in [low_value, &shown_low, high_value, &shown_high, &swing] {
            cells.add(number(cell));
        }
        if has_shares {
            cells.add(number(share.as_deref().unwrap_or(NO_VALUE)));
        }
        list(&mut says, "; ", &locale.say(Phrase::That(&one.name, &swing)));

        let bar = drawing("range").add(line("axis", 0, WHOLE));
        for (class, end) in [("down", scale.at(at_low)), ("up", scale.at(at_high))] {
            if end != centre {
                bar.add(bar_between(class, end.min(centre), end.max(centre)));
            }
        }
        if low < 0.0 && high > 0.0 {
            bar.add(upright("zero", scale.at(0.0)));
        }
        mark(bar, "likely", centre);
        let low_end = locale.say(Phrase::At(low_value, &shown_low));
        let high_end = locale.say(Phrase::At(high_value, &shown_high));
        let (left, right) =
            if at_low <= at_high { (low_end, high_end) } else { (high_end, low_end) };
        let ends = of("p", "reach").add(el("span").add(left)).add(el("span").add(right));
        let head = of("p", "head").add(el("span").add(one.name.as_str()));
        let sum = of("span", "sum");
        match &share {
            Some(share) => sum.add(share.as_str()),
            None => sum.add(swing),
        };
        drawn.add(of("div", "row beside").add(head.add(sum)).add(el("div").add(bar).add(ends)));
    }
    Some(picture(locale, drawn, &says, None, table))
}

/// A bar between two places, with room above and below.
fn bar_between(class: &str, from: i32, to: i32) -> Element {
    of("rect", class).at("x", from).at("width", to - from).set("y", "25%").set("height", "50%")
}
