//! What tables are made of.

use super::Screen;
use crate::text::{Locale, Word};
use crate::widgets::tree::{Element, View, el, of};

impl Screen<'_> {
    /// The heading of a column.
    pub fn column(&self, class: &'static str, word: Word) -> Element {
        of("th", class).set("scope", "col").add(self.word(word))
    }

    /// A row of column heads: a name, then numbers.
    pub fn columns(&self, name: Word, numbers: &[Word]) -> Element {
        let head = |&word: &Word| of("th", "number").set("scope", "col").add(self.word(word));
        el("tr").add(self.word_in("th", "", name).set("scope", "col")).all(numbers.iter().map(head))
    }

    /// The name of the group with an id.
    pub fn group_of(&self, id: &str) -> Option<String> {
        let groups = &self.outcome()?.own.plan.groups;
        groups.iter().position(|group| group.id == id).map(|place| self.group_name(place))
    }

    /// A name, and what stands beside it.
    pub fn fact<V: Into<View>>(&self, name: Word, of: impl IntoIterator<Item = V>) -> [Element; 2] {
        [self.word_in("dt", "", name), el("dd").all(of)]
    }

    /// A word in an element of a class; of none when that is empty.
    pub fn word_in(&self, tag: &'static str, class: &str, word: Word) -> Element {
        let element = if class.is_empty() { el(tag) } else { of(tag, class) };
        element.add(self.word(word))
    }

    /// Adds a name to a list, and what stands beside it.
    pub fn add_fact(&self, list: Element, name: Word, what: impl Into<View>) {
        list.add(self.word_in("dt", "", name)).add(el("dd").add(what));
    }
}

/// A row with its name, and how it was calculated.
pub fn named_row(name: impl Into<View>, detail: Option<impl Into<View>>) -> Element {
    let name = el("th").set("scope", "row").add(name);
    el("tr").add(name.maybe(detail.map(|detail| of("span", "detail").add(detail))))
}

/// A row of the budget: cash in one column, the rest in the other.
pub fn money_row(
    name: impl Into<View>,
    detail: Option<String>,
    cash: impl Into<View>,
    other: impl Into<View>,
) -> Element {
    named_row(name, detail)
        .add(of("td", "number").add(cash))
        .add(of("td", "number other").add(other))
}

/// A table that scrolls by itself where the page is narrow.
pub fn scroller(name: &str, table: Element) -> Element {
    of("div", "scroller").set("role", "group").set("aria-label", name).add(table)
}

/// A bar as long as a share of its cell.
pub fn bar(part: f64) -> Element {
    el("svg")
        .set("viewBox", "0 0 100 8")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .add(
            el("rect")
                .set("width", Locale::En.number(part * 100.0, 0))
                .set("height", "8")
                .set("rx", "1"),
        )
}
