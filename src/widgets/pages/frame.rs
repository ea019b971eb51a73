//! What every widget has around its own part.

use crate::text::{Phrase, Word};
use crate::widgets::context::Screen;
use crate::widgets::kinds::Kind;
use crate::widgets::state::{Guard, Removed};
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// Everything that a widget shows.
    pub fn view(&self) -> Element {
        let body = match self.kind {
            Kind::Planner => self.planner(),
            Kind::Scenarios => self.scenarios(),
            Kind::Report => self.report(),
            kind => self.single(kind),
        };
        of("div", self.kind.name())
            .set("lang", self.locale().tag())
            .maybe(self.guard())
            .add(body)
            .add(self.keeping())
            .maybe(self.undo_bar())
            .add(
                of("p", "hidden").set("id", "why-hint").key("why").word(self.locale, Word::WhyHint),
            )
    }

    /// A widget about one indicator: its headline, the form beside what follows from it.
    fn single(&self, kind: Kind) -> Element {
        let results = self.outcome().map(|outcome| match kind {
            Kind::LearningTime => self.learning_time(outcome),
            Kind::ProfCircles => self.prof_circles(outcome),
            Kind::Budget => self.budget(outcome),
            _ => self.return_on_value(outcome),
        });
        let class = if self.errors().is_empty() { "results" } else { "results stale" };
        el("div")
            .key("single")
            .add(self.headlines())
            .maybe(self.chance_note())
            .maybe(self.warnings())
            .maybe(self.headline_derivation())
            .add(
                of("div", "beside")
                    .maybe(self.form())
                    .add(of("div", class).key("results").add(self.why_hint()).maybe(results)),
            )
    }

    /// The fields of a widget; a report has none.
    pub fn form(&self) -> Option<Element> {
        Some(match self.kind {
            Kind::LearningTime => self
                .form_of(&["name", "headcount", "fte", "participation"], &[self.learning_form()]),
            Kind::ProfCircles => self.form_of(
                &["name", "headcount", "fte", "participation", "leaders"],
                &[self.circles_form()],
            ),
            Kind::Budget => self.form_of(
                &["name", "headcount", "fte", "labourCostPerHour", "replacementShare"],
                &[self.available_form(), self.costs()],
            ),
            Kind::ReturnOnValue => self
                .form_of(&["name", "headcount", "fte", "labourCostPerHour"], &[self.value_form()]),
            Kind::Planner | Kind::Scenarios => self.whole_form(),
            Kind::Report => return None,
        })
    }

    /// Why nobody can change the plan, and the way to a copy that they can.
    fn guard(&self) -> Option<Element> {
        let why = match self.draft.guard() {
            _ if self.sheet.is_newer() => Word::PlanIsNewer,
            Guard::Shared => Word::PlanIsShared,
            Guard::Open if self.own.readonly => Word::PlanIsReadonly,
            Guard::Open => return None,
        };
        let guard = of("p", "guard").key("guard").add(el("span").word(self.locale, why));
        if !self.sheet.is_newer() {
            guard.add(self.button("copy", Word::MakeCopy));
        }
        Some(guard)
    }

    /// What a person should know at once, with the way back.
    fn undo_bar(&self) -> Option<Element> {
        if self.own.restarted {
            let bar = of("p", "undo").key("restarted");
            bar.add(el("span").word(self.locale, Word::Restarted)).add(" ");
            return Some(bar.add(self.button("dismiss", Word::Close)));
        }
        let offer = match self.draft.removed()? {
            Removed::Plan => Phrase::PlanReplaced,
            Removed::Group(name) => Phrase::GroupRemoved(name),
            Removed::Cost(label) => Phrase::CostRemoved(label),
            Removed::Scenario(name) => Phrase::ScenarioRemoved(name),
        };
        let undo = self.button("undo", Word::Undo).set("id", "undo");
        Some(of("p", "undo").key("undo").add(el("span").say(self.locale, offer)).add(" ").add(undo))
    }
}
