//! The defaults that a result rests on.

use super::Screen;
use super::form::section;
use super::tables::scroller;
use crate::model::evaluation::Evaluation;
use crate::plan::defaults;
use crate::text::{self, Phrase, Word, label, pattern};
use crate::widgets::draft::List;
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// The defaults, folded away.
    pub fn defaults_list(&self, e: &Evaluation) -> Element {
        section(self.word(Word::DefaultsTitle), "defaults").add(match self.defaults_table(e) {
            None => of("p", "hint").add(self.word(Word::DefaultsNone)),
            Some((count, table)) => of("details", "used")
                .add(el("summary").add(self.locale().say(Phrase::DefaultsCount(count))))
                .add(scroller(self.word(Word::DefaultsTitle), table)),
        })
    }

    /// Each default once, with its value and where it comes from; and how many there are.
    pub fn defaults_table(&self, e: &Evaluation) -> Option<(usize, Element)> {
        let locale = self.locale();
        let used = &e.defaults_used;
        let all = defaults(self.country());
        let mut seen: Vec<(String, Vec<String>)> = Vec::new();
        for path in used {
            let pattern = pattern(path);
            let group = text::place(path, "groups").map(|place| self.group_name(place));
            match seen.iter_mut().find(|(known, _)| *known == pattern) {
                Some((_, groups)) => groups.extend(group),
                None => seen.push((pattern, group.into_iter().collect())),
            }
        }
        let many = self.row_keys(List::Groups).count();
        let rows = seen.iter().map(|(path, groups)| {
            let found = label(path);
            let name = found.map_or(path.as_str(), |label| self.word(label.name));
            let name = if groups.is_empty() || groups.len() == many {
                name.to_owned()
            } else {
                locale.say(Phrase::OfGroup(name, &groups.join(", ")))
            };
            let default = all.iter().find(|default| default.path == path);
            let value = default.zip(found).map_or_else(String::new, |(default, label)| {
                let unit =
                    label.unit.map_or_else(String::new, |unit| format!(" {}", self.word(unit)));
                format!("{}{unit}", text::shown(locale, default.value, label.kind))
            });
            let basis = match (default, path.as_str()) {
                (Some(default), _) => self.basis(default.basis, text::source(locale, path)),
                (None, "costs" | "value.benefits") => {
                    self.basis(crate::plan::Basis::Derived, text::source(locale, path))
                }
                (None, _) => self.basis(crate::plan::Basis::Assumption, ""),
            };
            el("tr")
                .key(path.clone())
                .add(el("th").set("scope", "row").add(name))
                .add(of("td", "number").add(value))
                .add(el("td").all(basis))
        });
        (!used.is_empty()).then(|| (seen.len(), el("table").add(el("tbody").all(rows))))
    }
}
