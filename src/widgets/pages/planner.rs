//! `<jaarplan-planner>`: learning time, Prof circles, L&O budget and Return on Value of one plan, with
//! its scenarios, the law and the Jaarplan on paper.

use crate::text::Word;
use crate::widgets::context::Screen;
use crate::widgets::kinds::Tab;
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// The headline figures, and one of the parts below them.
    pub fn planner(&self) -> Element {
        let tab = self.own.tab;
        let part = match tab {
            Tab::Plan => Some(self.whole_form()),
            Tab::Results => Some(self.results()),
            Tab::Scenarios => Some(el("div").add(self.comparison()).add(self.fitting())),
            Tab::Rights => self.rights(),
            Tab::Report => Some(self.paper()),
        };
        let tabs = of("div", "tabs").key("tabs").set("role", "tablist");
        for each in Tab::ALL {
            tabs.add(
                el("button type=button role=tab part=tab data-do=tab aria-controls=panel")
                    .set("id", tab_id(each))
                    .set("data-id", each.name())
                    .tells("aria-selected", each == tab)
                    .set("tabindex", if each == tab { "0" } else { "-1" })
                    .word(self.locale, title(each)),
            );
        }
        el("div")
            .key("planner")
            .add(self.headlines())
            .maybe(self.chance_note())
            .maybe(self.warnings())
            .maybe(self.headline_derivation())
            .add(tabs)
            .add(
                of("div", "panel")
                    .key(tab.name())
                    .set("id", "panel")
                    .set("role", "tabpanel")
                    .set("aria-labelledby", tab_id(tab))
                    .maybe(part),
            )
    }

    /// Everything that follows from the plan.
    fn results(&self) -> Element {
        let Some(outcome) = self.outcome() else {
            return of("div", "results").add(of("p", "hint").word(self.locale, Word::PrepareFirst));
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

fn tab_id(tab: Tab) -> String {
    ["tab-", tab.name()].concat()
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
