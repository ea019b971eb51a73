//! A field of which the lowest and the highest value can be typed too.

use crate::plan::{End, Path};
use crate::text::Word;
use crate::widgets::context::Screen;
use crate::widgets::state::Sheet;
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// Whether the ends of the field with an id are shown.
    pub fn is_open(&self, id: &str) -> bool {
        self.own.open.iter().any(|one| one == id)
    }

    /// The note under a field; where it may be an estimate with the button that shows its ends, and those.
    pub fn with_ends(&self, id: &str, path: &Path, name: &str, note: Element) -> Element {
        let has_ends = self.sheet.ends(path).is_some();
        if !Sheet::takes_estimate(path) || self.locked() && !has_ends {
            return note;
        }
        let open = self.is_open(id);
        let ends_id = ["ends-", id].concat();
        let spoken = [self.word(Word::Ends), ": ", name].concat();
        let button = self
            .button("ends", Word::Ends)
            .set("class", "link")
            .set("data-id", id)
            .set("aria-label", &spoken)
            .set("aria-controls", &ends_id)
            .tells("aria-expanded", open);
        let ends = of("div", "ends").set("id", &ends_id).set("role", "group");
        ends.set("aria-label", &spoken).flag("hidden", !open);
        if open {
            ends.add(self.end(id, End::Low, Word::Lowest)).add(self.end(
                id,
                End::High,
                Word::Highest,
            ));
        }
        of("div", "under").add(note).add(button).add(ends)
    }

    /// One end of an estimate, with what is wrong with it.
    fn end(&self, id: &str, end: End, name: Word) -> Element {
        let part = end.as_str();
        let id = [id, ".", part].concat();
        let (entry, note, wrong) = self.entry(&id, None);
        let label =
            el("label").set("id", ["label-", &id].concat()).set("for", &id).word(self.locale, name);
        of("div", if wrong { "end wrong" } else { "end" }).key(part).add(label).add(entry).add(note)
    }
}
