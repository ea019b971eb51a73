//! What tables and lists of facts are made of.

use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::text::{Locale, Word};
use crate::widgets::context::Screen;
use crate::widgets::tree::{Element, View, el, of};

impl Screen<'_> {
    /// The heading of a column.
    pub fn column(&self, class: &'static str, word: Word) -> Element {
        of("th", class).set("scope", "col").word(self.locale, word)
    }

    /// A table with column heads: a name, then numbers; and its empty body.
    pub fn number_table(&self, name: Word, numbers: &[Word]) -> [Element; 3] {
        let head = el("tr").add(el("th scope=col").word(self.locale, name));
        for &word in numbers {
            head.add(self.column("number", word));
        }
        let body = el("tbody");
        [el("table").add(el("thead").add(head)).add(body), head, body]
    }

    /// A row with its name.
    pub fn named_row(&self, name: Word) -> Element {
        named_row(self.word(name))
    }

    /// The name of the group with an id, of which a result tells.
    pub fn group_of(&self, id: &str) -> String {
        let groups = self.outcome().map(|outcome| &outcome.own.plan.groups);
        let place = groups.and_then(|groups| groups.iter().position(|group| group.id == id));
        let Some(place) = place else { broken("a result tells of groups of its plan") };
        self.group_name(place)
    }

    /// Adds a name to a list, and what stands beside it.
    pub fn add_fact(&self, list: Element, name: Word, what: impl Into<View>) {
        list.add(el("dt").word(self.locale, name)).add(el("dd").add(what));
    }

    /// A figure in a cell of a table.
    pub fn cell(&self, place: &str, figure: Figure, text: String) -> Element {
        of("td", "number").add(self.figure(place, figure, text))
    }
}

/// A list of figures with their names, in a part of the page.
pub struct Facts<'a> {
    pub screen: &'a Screen<'a>,
    pub place: &'static str,
    pub list: Element,
}

impl Facts<'_> {
    /// Adds a figure.
    pub fn add(&self, name: Word, figure: Figure, text: String) {
        let screen = self.screen;
        let shown = el("span").add(screen.figure(self.place, figure, text));
        // What is a range already says no more.
        let is_range = screen.outcome().is_some_and(|outcome| outcome.ends(figure).is_some());
        let chance = if is_range { None } else { screen.chance(figure) };
        screen.add_fact(self.list, name, shown.maybe(chance));
    }
}

/// A row with its name.
pub fn named_row(name: &str) -> Element {
    el("tr").add(el("th scope=row").add(name))
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
