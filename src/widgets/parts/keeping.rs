//! Keeping a plan, sharing it, and the way back.

use super::Screen;
use super::form::button;
use crate::plan::WarningCode;
use crate::text::{self, Word};
use crate::widgets::tree::{Element, el, of};
use crate::widgets::widget::{Kind, Panel, Storage};

impl Screen<'_> {
    /// What can be done with the whole plan; folded away in the widgets of one indicator.
    pub fn keeping(&self) -> Element {
        let tools = self.tools();
        let all = match self.kind {
            Kind::Planner | Kind::Scenarios | Kind::Report => tools,
            _ => of("details", "more").add(el("summary").add(self.word(Word::PlanMenu))).add(tools),
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
        let [undo, redo] = self.draft.can_undo_and_redo();
        let locked = self.locked();
        let way = |what, word, can: bool| {
            (!locked).then(|| tool(what, self.word(word)).set("id", what).flag("disabled", !can))
        };
        let file = of("label", "tool").add(self.word(Word::OpenFile)).add(
            of("input", "hidden")
                .set("type", "file")
                .set("accept", ".json,application/json")
                .set("data-file", ""),
        );
        of("div", "tools")
            .maybe(way("back", Word::Undo, undo))
            .maybe(way("again", Word::Redo, redo))
            .add(file)
            .add(tool("save", self.word(Word::SaveFile)))
            .add(tool("csv", self.word(Word::SaveCsv)))
            .add(tool("share", self.word(Word::ShareLink)))
            .add(tool("print", self.word(Word::Print)))
    }

    /// What is asked before something happens, or shown after it did.
    fn panel(&self) -> Option<Element> {
        let close = |word| button("dismiss", self.word(word));
        let heading = |text: String| el("h2").set("id", "h-panel").set("tabindex", "-1").add(text);
        let panel = match self.own.panel.as_ref()? {
            Panel::Link(link) => of("div", "panel-of-plan")
                .add(heading(self.word(Word::LinkTitle).to_owned()))
                .add(
                    of("span", "box").add(
                        el("input")
                            .set("type", "text")
                            .set("readonly", "")
                            .set("id", "link")
                            .set("aria-labelledby", "h-panel")
                            .set("value", link.as_str()),
                    ),
                )
                .add(of("p", "hint").add(self.word(Word::LinkNote)))
                .add(button("copy-link", self.word(Word::CopyLink)))
                .add(" ")
                .add(close(Word::Close)),
            Panel::Ask(text, what) => of("div", "panel-of-plan ask")
                .add(heading(text.clone()))
                .add(button("anyway", self.word(Word::ShareAnyway)).set("data-id", *what))
                .add(" ")
                .add(close(Word::Cancel)),
            Panel::Said(text) => {
                of("div", "panel-of-plan").add(heading(text.clone())).add(close(Word::Close))
            }
            Panel::Notice(word) => of("div", "panel-of-plan")
                .add(heading(self.word(*word).to_owned()))
                .add(close(Word::Close)),
        };
        Some(panel.key("panel"))
    }

    fn storage(&self) -> Option<Element> {
        let word = match self.own.storage {
            Storage::Off => return None,
            Storage::On => Word::StorageOn,
            Storage::Refused => Word::StorageRefused,
            Storage::Unreadable => Word::StorageUnreadable,
        };
        Some(of("p", "hint").key("storage").add(self.word(word)))
    }

    /// The groups that are so small that their labour cost tells what a person earns.
    pub fn small_groups(&self) -> Vec<String> {
        let warnings = self.outcome().map(|outcome| outcome.own.evaluation.warnings.as_slice());
        let small = warnings
            .into_iter()
            .flatten()
            .filter(|warning| warning.code == WarningCode::SmallGroupWage);
        small
            .filter_map(|warning| Some(self.group_name(text::place(&warning.path, "groups")?)))
            .collect()
    }
}

fn tool(what: &'static str, text: &str) -> Element {
    button(what, text).set("class", "tool")
}
