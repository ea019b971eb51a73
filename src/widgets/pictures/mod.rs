//! Pictures of figures, for who would rather look. Each has a table with the same numbers under it.
//!
//! Text is never scaled: a drawing has no `viewBox` but places things at percentages of its width, so that
//! it fits from a phone to a wide page. Lengths are whole thousandths of that width.

mod budget;
mod circles;
mod ranges;
#[cfg(test)]
mod tests;
mod time;
mod value;

pub use budget::budget;
pub use circles::circles;
pub use ranges::{Range, ranges};
pub use time::time;
pub use value::{payback, value};

use super::tree::{Element, el, of};
use crate::text::{Locale, Word};

/// The width of a drawing.
const WHOLE: i32 = 1000;

/// Where numbers lie between the ends of a drawing, of which zero is always a part.
#[derive(Clone, Copy)]
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// `None` when there is nothing but zero, or a number that is none.
    fn of(values: &[f64]) -> Option<Self> {
        let (mut low, mut high) = (0.0, 0.0);
        for &value in values {
            low = value.min(low);
            high = value.max(high);
        }
        let whole = values.iter().all(|value| value.is_finite());
        (whole && low < high && (high - low).is_finite()).then_some(Self { low, high })
    }

    /// In thousandths of the width.
    #[allow(clippy::cast_possible_truncation)] // between 0 and 1000
    fn at(self, value: f64) -> i32 {
        let share = (value - self.low) / (self.high - self.low);
        (share.clamp(0.0, 1.0) * f64::from(WHOLE)).round() as i32
    }
}

/// Thousandths of a width or height, as SVG says them.
fn share(thousandths: i32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// A drawing that is as wide as there is room.
fn drawing(class: &str) -> Element {
    of("svg", class).set("width", "100%").set("aria-hidden", "true")
}

/// A rectangle as high as the drawing.
fn rect(class: &str, from: i32, to: i32) -> Element {
    of("rect", class).set("x", share(from)).set("width", share(to - from)).set("height", "100%")
}

/// A vertical line through the drawing, on a seam that keeps it apart from what lies under it.
fn mark(class: &str, at: i32) -> [Element; 2] {
    let line =
        |class: &str| of("line", class).set("x1", share(at)).set("x2", share(at)).set("y2", "100%");
    [line("seam"), line(class)]
}

/// A line of text above or below a drawing, near a place; at the sides it stays inside.
fn text(at: i32, shown: String) -> Element {
    let anchor = match at {
        ..=330 => "start",
        670.. => "end",
        _ => "middle",
    };
    anchored(at, anchor, shown)
}

fn anchored(at: i32, anchor: &'static str, shown: String) -> Element {
    el("text").set("x", share(at)).set("y", "1.1em").set("text-anchor", anchor).add(shown)
}

/// A horizontal line through the middle of the drawing.
fn line(class: &str, from: i32, to: i32) -> Element {
    of("line", class).set("x1", share(from)).set("x2", share(to)).set("y1", "50%").set("y2", "50%")
}

/// A part of a stacked bar.
struct Part {
    /// Whether it is striped.
    striped: bool,
    /// The number that stands in the part and before its name, from 1.
    key: usize,
    name: String,
    amount: f64,
}

impl Part {
    /// Six tones, dark and light in turns, so that neighbours differ.
    fn class(&self) -> String {
        format!("tone{}{}", (self.key + 5) % 6 + 1, if self.striped { " striped" } else { "" })
    }

    /// Its number stands clear of a mark at `limit`.
    fn drawn(&self, from: i32, to: i32, limit: Option<i32>) -> Vec<Element> {
        let class = self.class();
        let mut drawn = vec![rect(&class, from, to)];
        if self.striped {
            drawn.push(line(&format!("{class} stripes"), from, to));
        }
        let (from, to) = match limit {
            Some(limit) if from < limit && limit - from > to - limit => (from, limit.min(to)),
            Some(limit) if limit < to => (limit.max(from), to),
            _ => (from, to),
        };
        // A narrow part has room for its number where the page is wide.
        let room = (to - from) / if self.key > 9 { 2 } else { 1 };
        let fits = match room {
            48.. => Some(""),
            20.. => Some(" tight"),
            12.. => Some(" tighter"),
            _ => None,
        };
        drawn.extend(fits.map(|fits| {
            of("text", &format!("{class}{fits}"))
                .set("x", share(i32::midpoint(from, to)))
                .set("y", "50%")
                .set("dy", ".35em")
                .set("text-anchor", "middle")
                .add(self.key.to_string())
        }));
        drawn
    }

    /// Its number in its own look, its name, and how much it is.
    fn entry(&self, shown: Option<String>) -> Element {
        el("li")
            .add(drawing("swatch").all(self.drawn(0, WHOLE, None)))
            .add(el("span").add(self.name.as_str()))
            .maybe(shown.map(|shown| of("span", "amount").add(shown)))
    }
}

/// Parts one after the other from zero on; where one ends the next begins, so that widths add up.
fn stack(scale: Scale, parts: &[Part], limit: Option<i32>) -> Vec<Element> {
    let (mut sum, mut drawn, mut seams) = (0.0, Vec::new(), Vec::new());
    for part in parts {
        let from = scale.at(sum);
        sum += part.amount;
        let to = scale.at(sum);
        drawn.extend(part.drawn(from, to, limit));
        // What is hardly wider than a seam would vanish under it.
        if from > scale.at(0.0) && to - from >= 8 {
            let [seam, _] = mark("", from);
            seams.push(seam);
        }
    }
    drawn.extend(seams);
    drawn
}

/// A picture, what it says in a sentence, what explains it, and its table.
fn picture(
    locale: Locale,
    drawn: Element,
    says: String,
    below: Option<Element>,
    table: Element,
) -> Element {
    let name = says.clone();
    of("figure", "picture").add(drawn.set("role", "img").set("aria-label", says)).maybe(below).add(
        of("details", "twin")
            .add(el("summary").add(locale.word(Word::AsTable)))
            .add(of("div", "scroller").set("role", "group").set("aria-label", name).add(table)),
    )
}

/// A table of a name and numbers in each row; the last `totals` rows add up the others.
fn table(heads: &[&str], rows: Vec<Vec<String>>, totals: usize) -> Element {
    let columns = heads.iter().enumerate().map(|(i, &head)| {
        of("th", if i == 0 { "" } else { "number" }).set("scope", "col").add(head)
    });
    let own = rows.len().saturating_sub(totals);
    let (mut body, mut foot) = (el("tbody"), el("tfoot"));
    for (i, row) in rows.into_iter().enumerate() {
        let cells = row.into_iter().enumerate().map(|(j, shown)| match j {
            0 => el("th").set("scope", "row").add(shown),
            _ => of("td", "number").add(shown),
        });
        let row = of("tr", if i < own { "" } else { "total" }).all(cells);
        if i < own {
            body = body.add(row);
        } else {
            foot = foot.add(row);
        }
    }
    el("table")
        .add(el("thead").add(el("tr").all(columns)))
        .add(body)
        .maybe((totals > 0).then_some(foot))
}
