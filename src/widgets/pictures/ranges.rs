//! Figures that are a range, as a range, with zero marked.

use super::{Scale, WHOLE, anchored, dot, drawing, line, mark, number, picture, row, table, text};
use crate::text::{Locale, Phrase, Word, list};
use crate::widgets::tree::{Element, el, of};

/// A figure between two ends, which may be the same.
pub struct Range<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its lowest value.
    pub low: f64,
    /// Its highest value.
    pub high: f64,
}

/// A bar from the lowest to the highest value of each figure, on one scale; what lies below zero is striped.
/// A figure that is one number is a dot. `show` writes a number with its unit. `None` when there is nothing to
/// draw, or every figure is zero.
pub fn ranges(locale: Locale, rows: &[Range<'_>], show: &dyn Fn(f64) -> String) -> Option<Element> {
    let mut ends = Vec::new();
    for row in rows {
        ends.extend([row.low, row.high]);
    }
    let scale = Scale::of(&ends)?;
    let zero = scale.at(0.0);
    let drawn = of("div", "drawn");
    // A single figure is named by what stands around the picture.
    let many = rows.len() > 1;
    let beside = |name: &str, band: Element, range: Option<Element>| {
        let row = of("div", if many { "row beside" } else { "row" });
        if many {
            row.add(of("p", "head").add(el("span").add(name)));
        }
        drawn.add(row.add(el("div").add(band).maybe(range)));
    };
    let heads = [Word::Figure, Word::Lowest, Word::Highest];
    let [table, body] = table(locale, &heads);
    let mut says = String::new();
    for one in rows {
        let (shown_low, shown_high) = (show(one.low), show(one.high));
        row(body, "", one.name).add(number(&shown_low)).add(number(&shown_high));
        let span = if shown_low == shown_high {
            shown_high.clone()
        } else {
            locale.say(Phrase::FromTo(&shown_low, &shown_high))
        };
        list(&mut says, "; ", &locale.say(Phrase::That(one.name, &span)));

        let (low, high) = (scale.at(one.low.min(one.high)), scale.at(one.high.max(one.low)));
        let band = drawing("band");
        if high - low >= 480 {
            band.add(anchored(low, "start", shown_low)).add(anchored(high, "end", shown_high));
        } else {
            band.add(text(i32::midpoint(low, high), span));
        }
        let range = drawing("range").add(line("axis", 0, WHOLE));
        if low < zero {
            range.add(line("below", low, high.min(zero)));
        }
        if high > zero {
            range.add(line("above", low.max(zero), high));
        }
        mark(range, "zero", zero);
        if low == high {
            let class = if one.low < 0.0 { "below" } else { "above" };
            range.add(dot(class, low, "50%", ".45em"));
        }
        beside(one.name, band, Some(range));
    }
    beside("", drawing("band under").add(text(zero, show(0.0))), None);
    Some(picture(locale, drawn, &says, None, table))
}
