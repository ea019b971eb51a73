//! Figures that are a range, as a range, with zero marked.

use super::{Scale, WHOLE, anchored, drawing, line, mark, picture, share, table, text};
use crate::text::{Locale, Phrase, Word};
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
    let ends: Vec<f64> = rows.iter().flat_map(|row| [row.low, row.high]).collect();
    let scale = Scale::of(&ends)?;
    let zero = scale.at(0.0);
    // A single figure is named by what stands around the picture.
    let many = rows.len() > 1;
    let beside = |name: &str, band: Element, range: Option<Element>| {
        of("div", if many { "row beside" } else { "row" })
            .maybe(many.then(|| of("p", "head").add(el("span").add(name))))
            .add(el("div").add(band).maybe(range))
    };
    let span = |row: &Range<'_>| match (show(row.low), show(row.high)) {
        (low, high) if low == high => high,
        (low, high) => locale.say(Phrase::FromTo(&low, &high)),
    };
    let says: Vec<String> =
        rows.iter().map(|row| locale.say(Phrase::That(row.name, &span(row)))).collect();

    let drawn = of("div", "drawn")
        .all(rows.iter().map(|row| {
            let (low, high) = (scale.at(row.low.min(row.high)), scale.at(row.high.max(row.low)));
            let wide = high - low >= 480;
            let labels = if wide {
                vec![anchored(low, "start", show(row.low)), anchored(high, "end", show(row.high))]
            } else {
                vec![text(i32::midpoint(low, high), span(row))]
            };
            beside(
                row.name,
                drawing("band").all(labels),
                Some(
                    drawing("range")
                        .add(line("axis", 0, WHOLE))
                        .maybe((low < zero).then(|| line("below", low, high.min(zero))))
                        .maybe((high > zero).then(|| line("above", low.max(zero), high)))
                        .all(mark("zero", zero))
                        .maybe((low == high).then(|| {
                            of("circle", if row.low < 0.0 { "below" } else { "above" })
                                .set("cx", share(low))
                                .set("cy", "50%")
                                .set("r", ".45em")
                        })),
                ),
            )
        }))
        .add(beside("", drawing("band under").add(text(zero, show(0.0))), None));

    let cells =
        rows.iter().map(|row| vec![row.name.to_owned(), show(row.low), show(row.high)]).collect();
    let heads = [Word::Figure, Word::Lowest, Word::Highest].map(|word| locale.word(word));
    Some(picture(locale, drawn, says.join("; "), None, table(&heads, cells, 0)))
}
