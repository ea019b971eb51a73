//! The defaults that a result rests on.

use super::form::section;
use super::tables::scroller;
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::evaluation::Evaluation;
use crate::plan::{Basis, Path, defaults};
use crate::text::{self, Kind, Label, Phrase, Word, label};
use crate::widgets::context::Screen;
use crate::widgets::state::List;
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// The defaults, folded away.
    pub fn defaults_list(&self, e: &Evaluation) -> Element {
        section(self.word(Word::DefaultsTitle), "defaults").add(match self.defaults_table(e) {
            None => of("p", "hint").word(self.locale, Word::DefaultsNone),
            Some((count, table)) => of("details", "used")
                .add(el("summary").say(self.locale, Phrase::DefaultsCount(count)))
                .add(scroller(self.word(Word::DefaultsTitle), table)),
        })
    }

    /// Each default once, with its value and where it comes from; and how many there are.
    pub fn defaults_table(&self, e: &Evaluation) -> Option<(usize, Element)> {
        let locale = self.locale();
        let all = defaults(self.country());
        // Each pattern once, with how many groups it is about, and their names.
        let mut seen: Vec<(String, usize, String)> = Vec::new();
        for path in &e.defaults_used {
            let Ok(path) = path.parse::<Path>() else { broken("a default stands at no path") };
            let pattern = path.pattern();
            if !seen.iter().any(|(known, ..)| *known == *pattern) {
                seen.push((pattern.to_string(), 0, String::new()));
            }
            if let Some(place) = path.index_in("groups")
                && let Some((_, count, names)) = seen.iter_mut().find(|(of, ..)| *of == *pattern)
            {
                *count += 1;
                text::list(names, ", ", &self.group_name(place));
            }
        }
        if seen.is_empty() {
            return None;
        }
        let many = self.row_keys(List::Groups).count();
        let rows = el("tbody");
        for (path, count, names) in &seen {
            let found = label(path);
            let head = el("th").set("scope", "row");
            let name = found.map_or(path.as_str(), |label| self.word(label.name));
            if *count == 0 || *count == many {
                head.add(name);
            } else {
                head.say(locale, Phrase::OfGroup(name, names));
            }
            let default = all.iter().find(|default| default.path == path);
            let value = match (default, found) {
                (Some(default), Some(label)) => self.with_unit(default.value, Some(label)),
                _ => String::new(),
            };
            let derived = matches!(path.as_str(), "costs" | "value.benefits");
            let basis = match default {
                Some(default) => default.basis,
                None if derived => Basis::Derived,
                None => Basis::Assumption,
            };
            let source = if default.is_some() || derived { text::source(locale, path) } else { "" };
            let basis = el("td").all(self.basis(basis, source));
            let value = of("td", "number").add(value);
            rows.add(el("tr").key(path).add(head).add(value).add(basis));
        }
        Some((seen.len(), el("table").add(rows)))
    }

    /// A number as its field shows it, with its unit.
    pub fn with_unit(&self, value: Decimal, label: Option<&Label>) -> String {
        let kind = label.map_or(Kind::Number, |label| label.kind);
        let shown = text::shown(self.locale(), value, kind);
        match label.and_then(|label| label.unit) {
            Some(unit) => shown + " " + self.word(unit),
            None => shown,
        }
    }
}
