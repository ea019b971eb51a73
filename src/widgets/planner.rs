//! `<jaarplan-planner>`: learning time, Prof circles, L&O budget and Return on Value of one plan, with
//! its scenarios, the law and the Jaarplan on paper.

use crate::text::Word;
use crate::widgets::parts::Screen;
use crate::widgets::tree::{Element, el, of};
use crate::widgets::widget::Tab;

impl Screen<'_> {
    /// The headline figures, and one of the parts below them.
    pub fn planner(&self) -> Element {
        let tab = self.own.tab;
        let part = match tab {
            Tab::Plan => Some(self.whole_form()),
            Tab::Results => Some(self.results()),
            Tab::Scenarios => Some(self.comparison()),
            Tab::Rights => self.rights(),
            Tab::Report => Some(self.paper()),
        };
        el("div")
            .key("planner")
            .add(self.headlines())
            .maybe(self.warnings())
            .maybe(self.headline_derivation())
            .add(of("div", "tabs").key("tabs").set("role", "tablist").all(
                Tab::ALL.into_iter().map(|each| {
                    let selected = if each == tab { "true" } else { "false" };
                    el("button")
                        .set("type", "button")
                        .set("role", "tab")
                        .set("id", format!("tab-{}", each.name()))
                        .set("part", "tab")
                        .set("data-do", "tab")
                        .set("data-id", each.name())
                        .set("aria-selected", selected)
                        .set("aria-controls", "panel")
                        .set("tabindex", if each == tab { "0" } else { "-1" })
                        .add(self.word(title(each)))
                }),
            ))
            .add(
                of("div", "panel")
                    .key(tab.name())
                    .set("id", "panel")
                    .set("role", "tabpanel")
                    .set("aria-labelledby", format!("tab-{}", tab.name()))
                    .maybe(part),
            )
    }

    /// Everything that follows from the plan.
    fn results(&self) -> Element {
        let Some(outcome) = self.outcome() else {
            return of("div", "results").add(of("p", "hint").add(self.word(Word::PrepareFirst)));
        };
        of("div", if self.errors().is_empty() { "results" } else { "results stale" })
            .add(self.why_hint())
            .add(self.budget(outcome))
            .add(
                of("div", "side")
                    .add(self.learning_time(outcome))
                    .add(self.prof_circles(outcome))
                    .add(self.return_on_value(outcome)),
            )
            .add(self.defaults_list(&outcome.own.evaluation))
    }
}

const fn title(tab: Tab) -> Word {
    match tab {
        Tab::Plan => Word::TabPlan,
        Tab::Results => Word::TabResults,
        Tab::Scenarios => Word::TabScenarios,
        Tab::Rights => Word::TabRights,
        Tab::Report => Word::TabReport,
    }
}
