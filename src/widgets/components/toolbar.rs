//! Keeping a plan, sharing it, and the way back.

use crate::plan::WarningCode;
use crate::text::{self, Word};
use crate::widgets::context::Screen;
use crate::widgets::kinds::{Kind, Panel, Storage};
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// What can be done with the whole plan; folded away in the widgets of one indicator.
    pub fn keeping(&self) -> Element {
        let tools = self.tools();
        let all = match self.kind {
            Kind::Planner | Kind::Scenarios | Kind::Report => tools,
            _ => of("details", "more")
                .add(el("summary").word(self.locale, Word::PlanMenu))
                .add(tools),
        };
        of("section", "keeping")
            .key("keeping")
            .set("part", "toolbar")
            .set("aria-label", self.word(Word::PlanMenu))
            .add(all)
            .maybe(self.panel())
            .maybe(self.storage())
    }

    fn tools(&self) -> Element {
        let tools = of("div", "tools");
        if !self.locked() {
            let [undo, redo] = self.draft.can_undo_and_redo();
            for (what, word, can) in [("back", Word::Undo, undo), ("again", Word::Redo, redo)] {
                tools.add(
                    self.button(what, word)
                        .set("class", "tool")
                        .set("id", what)
                        .flag("disabled", !can),
                );
            }
        }
        let input = el("input class=hidden type=file accept=.json,application/json data-file=");
        tools.add(of("label", "tool").word(self.locale, Word::OpenFile).add(input));
        for (what, word) in [
            ("save", Word::SaveFile),
            ("csv", Word::SaveCsv),
            ("share", Word::ShareLink),
            ("print", Word::Print),
        ] {
            tools.add(self.button(what, word).set("class", "tool"));
        }
        tools
    }

    /// What is asked before something happens, or shown after it did.
    fn panel(&self) -> Option<Element> {
        let shown = self.own.panel.as_ref()?;
        let (heading, close) = match shown {
            Panel::Link(_) => (self.word(Word::LinkTitle), Word::Close),
            Panel::Ask(text, _) => (text.as_str(), Word::Cancel),
            Panel::Said(text) => (text.as_str(), Word::Close),
            Panel::Notice(word) => (self.word(*word), Word::Close),
        };
        let is_asked = matches!(shown, Panel::Ask(..));
        let panel = of("div", if is_asked { "panel-of-plan ask" } else { "panel-of-plan" })
            .key("panel")
            .add(el("h2 id=h-panel tabindex=-1").add(heading));
        match shown {
            Panel::Link(link) => {
                let input = el("input type=text readonly= id=link aria-labelledby=h-panel");
                panel
                    .add(of("span", "box").add(input.set("value", link.as_str())))
                    .add(of("p", "hint").word(self.locale, Word::LinkNote))
                    .add(self.button("copy-link", Word::CopyLink))
                    .add(" ");
            }
            Panel::Ask(_, what) => {
                let anyway = self.button("anyway", Word::ShareAnyway);
                panel.add(anyway.set("data-id", *what)).add(" ");
            }
            Panel::Said(_) | Panel::Notice(_) => {}
        }
        Some(panel.add(self.button("dismiss", close)))
    }

    fn storage(&self) -> Option<Element> {
        let word = match self.own.storage {
            Storage::Off => return None,
            Storage::On => Word::StorageOn,
            Storage::Refused => Word::StorageRefused,
            Storage::Unreadable => Word::StorageUnreadable,
        };
        Some(of("p", "hint").key("storage").word(self.locale, word))
    }

    /// The groups that are so small that their labour cost tells what a person earns.
    pub fn small_groups(&self) -> String {
        let mut names = String::new();
        let Some(outcome) = self.outcome() else { return names };
        for warning in &outcome.own.evaluation.warnings {
            if warning.code == WarningCode::SmallGroupWage
                && let Some(place) = warning.group()
            {
                text::list(&mut names, ", ", &self.group_name(place));
            }
        }
        names
    }
}
