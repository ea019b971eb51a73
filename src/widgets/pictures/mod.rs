//! Pictures of figures, for who would rather look. Each has a table with the same numbers under it.
//!
//! Text is never scaled: a drawing has no `viewBox` but places things at percentages of its width, so that
//! it fits from a phone to a wide page. Lengths are whole thousandths of that width.

mod budget;
mod chances;
mod circles;
mod ranges;
#[cfg(test)]
mod tests;
mod time;
mod tradeoff;
mod value;

pub use budget::budget;
pub use chances::{Chances, Moves, chances, drivers};
pub use circles::circles;
pub use ranges::{Range, ranges};
pub use time::time;
pub use tradeoff::tradeoff;
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

impl Element {
    /// Sets a place or a length.
    fn at(self, name: &'static str, thousandths: i32) -> Self {
        self.set(name, share(thousandths))
    }
}

/// A drawing that is as wide as there is room.
fn drawing(class: &str) -> Element {
    of("svg", class).set("width", "100%").set("aria-hidden", "true")
}

/// A rectangle as high as the drawing.
fn rect(class: &str, from: i32, to: i32) -> Element {
    of("rect", class).at("x", from).at("width", to - from).set("height", "100%")
}

/// Adds a vertical line through the drawing, on a seam that keeps it apart from what lies under it.
fn mark(to: Element, class: &str, at: i32) -> Element {
    to.add(upright("seam", at)).add(upright(class, at))
}

fn upright(class: &str, at: i32) -> Element {
    of("line", class).at("x1", at).at("x2", at).set("y2", "100%")
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

fn anchored(at: i32, anchor: &'static str, shown: impl AsRef<str>) -> Element {
    el("text").at("x", at).set("y", "1.1em").set("text-anchor", anchor).add(shown.as_ref())
}

/// A horizontal line through the middle of the drawing.
fn line(class: &str, from: i32, to: i32) -> Element {
    of("line", class).at("x1", from).at("x2", to).set("y1", "50%").set("y2", "50%")
}

/// A round sign.
fn dot(class: &str, x: i32, y: &str, r: &str) -> Element {
    of("circle", class).at("cx", x).set("cy", y).set("r", r)
}

/// A part of a stacked bar.
struct Part {
    /// Whether it is striped.
    striped: bool,
    /// The number that stands in the part and before its name, from 1.
    key: usize,
    name: &'static str,
    amount: f64,
}

impl Part {
    /// Adds it; its number stands clear of a mark at `limit`.
    fn draw(&self, to: Element, mut from: i32, mut end: i32, limit: Option<i32>) {
        // Six tones, dark and light in turns, so that neighbours differ.
        let tone = format!("tone{}", (self.key + 5) % 6 + 1);
        let class = [tone.as_str(), if self.striped { " striped" } else { "" }].concat();
        to.add(rect(&class, from, end));
        if self.striped {
            to.add(line(&[&class, " stripes"].concat(), from, end));
        }
        match limit {
            Some(limit) if from < limit && limit - from > end - limit => end = limit.min(end),
            Some(limit) if limit < end => from = limit.max(from),
            _ => {}
        }
        // A narrow part has room for its number where the page is wide.
        let fits = match (end - from) / if self.key > 9 { 2 } else { 1 } {
            48.. => "",
            20.. => " tight",
            12.. => " tighter",
            _ => return,
        };
        to.add(
            of("text", &[&class, fits].concat())
                .at("x", i32::midpoint(from, end))
                .set("y", "50%")
                .set("dy", ".35em")
                .set("text-anchor", "middle")
                .add(self.key.to_string()),
        );
    }

    /// Its number in its own look, and its name.
    fn entry(&self) -> Element {
        let swatch = drawing("swatch");
        self.draw(swatch, 0, WHOLE, None);
        el("li").add(swatch).add(el("span").add(self.name))
    }
}

/// Parts one after the other from zero on; where one ends the next begins, so that widths add up.
fn stack(scale: Scale, parts: &[Part], limit: Option<i32>) -> Element {
    let (drawn, mut sum, mut seams) = (drawing("stack"), 0.0, Vec::new());
    for part in parts {
        let from = scale.at(sum);
        sum += part.amount;
        let to = scale.at(sum);
        part.draw(drawn, from, to, limit);
        // What is hardly wider than a seam would vanish under it.
        if from > scale.at(0.0) && to - from >= 8 {
            seams.push(from);
        }
    }
    for at in seams {
        drawn.add(upright("seam", at));
    }
    drawn
}

/// The largest of some parts.
fn largest(parts: &[Part]) -> Option<&Part> {
    let mut largest = parts.first()?;
    for part in parts {
        if part.amount.total_cmp(&largest.amount).is_ge() {
            largest = part;
        }
    }
    Some(largest)
}

/// A row of a drawing: what it is called, and how much it is.
fn head(name: &str, sum: &str) -> Element {
    of("p", "head").add(el("span").add(name)).add(of("span", "sum").add(sum))
}

/// A picture, what it says in a sentence, what explains it, and its table.
fn picture(
    locale: Locale,
    drawn: Element,
    says: &str,
    below: Option<Element>,
    table: Element,
) -> Element {
    of("figure", "picture").add(drawn.set("role", "img").set("aria-label", says)).maybe(below).add(
        of("details", "twin")
            .add(el("summary").word(locale, Word::AsTable))
            .add(of("div", "scroller").set("role", "group").set("aria-label", says).add(table)),
    )
}

/// A table of a name and numbers in each row, with the part that its rows are added to.
fn table(locale: Locale, heads: &[Word]) -> [Element; 2] {
    let (head, body) = (el("tr"), el("tbody"));
    for (i, &word) in heads.iter().enumerate() {
        let class = if i == 0 { "" } else { "number" };
        head.add(of("th", class).set("scope", "col").word(locale, word));
    }
    [el("table").add(el("thead").add(head)).add(body), body]
}

/// Adds a row; what adds up the others has the class `total`.
fn row(to: Element, class: &str, name: &str) -> Element {
    let row = of("tr", class).add(el("th scope=row").add(name));
    to.add(row);
    row
}

/// A cell with a number.
fn number(shown: impl AsRef<str>) -> Element {
    of("td", "number").add(shown.as_ref())
}
