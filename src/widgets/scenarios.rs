//! `<jaarplan-scenarios>`: two to six ways the plan could go, side by side.

mod figures;
mod inputs;
#[cfg(test)]
mod tests;

use self::figures::{FIGURES, Figure, Told};
use self::inputs::{MOST_INPUTS, inputs};

use crate::Decimal;
use crate::model::evaluation::Evaluation;
use crate::plan::{Code, Node};
use crate::text::{Kind, NO_VALUE, Phrase, Word, label, pattern};
use crate::widgets::draft::{MOST_SCENARIOS, name_field};
use crate::widgets::parts::{self, GROUP_FIELDS, Screen, bar, button, scroller, section};
use crate::widgets::tree::{Element, el, of};
use crate::widgets::widget::Kind as Widget;

/// What a figure is called, and its number.
type Drawn = (Word, fn(&Evaluation) -> f64);

/// The figures that are also drawn.
const DRAWN: [Drawn; 2] = [
    (Word::CashBudget, |result| result.budget.cash),
    (Word::FullCost, |result| result.budget.full),
];

/// What is said aloud of the figures: of the scenario that is worked on, and where others can be changed
/// too, of those with their names.
pub fn spoken(screen: &Screen) -> Vec<String> {
    let mut lines = parts::spoken(screen);
    if matches!(screen.kind, Widget::Scenarios | Widget::Planner) {
        for other in screen.each_scenario() {
            if other.scenario != Some(screen.draft.current()) {
                let name = other.own_name();
                for line in parts::spoken(&other) {
                    lines.push([&name, ". ", &line].concat());
                }
            }
        }
    }
    lines
}

impl Screen<'_> {
    /// The whole widget: what is compared, and what every plan needs before it has figures.
    pub fn scenarios(&self) -> Element {
        let all = el("div").key("scenarios");
        let only = self.draft.scenarios().len() < 2;
        if only {
            all.add(self.headlines()).maybe(self.headline_derivation());
        }
        all.add(self.comparison());
        if !only {
            let working = self.scenario_name(self.draft.current());
            let text = self.locale().say(Phrase::WorkingIn(&working));
            all.add(of("p", "hint").key("working").add(text));
        }
        all.add(self.form_of(&GROUP_FIELDS, &[]))
    }

    /// Every scenario as a screen of its own.
    fn each_scenario(&self) -> Vec<Self> {
        let mut screens = Vec::new();
        for one in self.draft.scenarios() {
            screens.push(self.about(&one.sheet, Some(one.key)));
        }
        screens
    }

    /// What a scenario is called: the first without a name is where the others start from.
    pub fn scenario_name(&self, key: u32) -> String {
        for (place, scenario) in self.draft.scenarios().iter().enumerate() {
            if scenario.key == key {
                return match scenario.name.trim() {
                    "" => self.nameless(place),
                    name => name.to_owned(),
                };
            }
        }
        String::new()
    }

    fn nameless(&self, place: usize) -> String {
        match place {
            0 => self.word(Word::StartingPoint).to_owned(),
            _ => format!("{} {}", self.word(Word::Scenario), place + 1),
        }
    }

    /// A name for a new scenario that no other has.
    pub fn free_name(&self) -> String {
        let taken: Vec<String> = self.each_scenario().iter().map(Screen::own_name).collect();
        let mut names = (1..=MOST_SCENARIOS).map(|place| self.nameless(place));
        names.find(|name| !taken.contains(name)).unwrap_or_default()
    }

    /// The scenarios side by side.
    pub fn comparison(&self) -> Element {
        let screens = self.each_scenario();
        let part = section(self.word(Word::SideBySide), "scenarios");
        let locked = self.locked();
        let [first, _, ..] = screens.as_slice() else {
            let note = if locked { Word::NoScenarios } else { Word::ScenariosNote };
            part.add(of("p", "note-of-scenarios").word(self.locale, note));
            if !locked {
                part.add(button("duplicate", self.word(Word::MakeScenario)).set("class", "main"));
            }
            return part;
        };
        let locale = self.locale();
        part.add(of("p", "hint").say(locale, Phrase::ComparedWith(&first.own_name())))
            .maybe(self.bars(&screens))
            .add(self.compared(&screens));
        if !locked {
            part.add(if screens.len() < MOST_SCENARIOS {
                let working = self.scenario_name(self.draft.current());
                button("duplicate", &locale.say(Phrase::CopyOf(&working)))
            } else {
                of("p", "hint").word(self.locale, Word::MostScenarios)
            });
        }
        for screen in &screens {
            part.maybe(screen.derivation(&screen.column_id()));
        }
        part.add(self.why_hint())
    }

    /// The part of the page that shows the figures of this scenario.
    fn column_id(&self) -> String {
        format!("scenario-{}", self.scenario.unwrap_or_default())
    }

    /// What it is called.
    fn own_name(&self) -> String {
        self.scenario_name(self.scenario.unwrap_or_default())
    }

    /// Cash and full cost as bars on one scale; the table has the same numbers.
    fn bars(&self, screens: &[Screen]) -> Option<Element> {
        let mut most: f64 = 0.0;
        for (_, amount) in &DRAWN {
            for screen in screens {
                most = most.max(screen.sheet.result().map_or(0.0, amount));
            }
        }
        if most <= 0.0 {
            return None;
        }
        let picture = of("div", "bars-of-scenarios").key("bars").set("aria-hidden", "true");
        for (name, amount) in &DRAWN {
            let rows = of("div", "rows-of-bars");
            picture.add(el("div").add(el("p").word(self.locale, *name)).add(rows));
            for screen in screens {
                let amount = screen.sheet.result().map(amount);
                let part = (amount.unwrap_or_default() / most).max(0.0);
                let number = of("span", "number");
                match amount {
                    Some(amount) => number.add(self.locale().euros(amount, 0)),
                    None => number.add(NO_VALUE),
                };
                rows.add(of("span", "name").add(screen.own_name()))
                    .add(of("span", "bar").add(bar(part)))
                    .add(number);
            }
        }
        Some(picture)
    }

    fn compared(&self, screens: &[Screen]) -> Element {
        let group = |word| {
            let name = el("th").word(self.locale, word).set("scope", "rowgroup");
            of("tr", "group").key("group").add(name)
        };
        let change = if self.locked() { Word::FilledIn } else { Word::YouCanChange };
        let (change, yields) = (group(change), group(Word::ItYields));
        let heads = el("tr").add(el("td").key("corner"));
        for screen in screens {
            heads.add(screen.scenario_head());
            change.add(el("td"));
            yields.add(el("td").maybe(screen.no_figures()));
        }
        let typed = el("tbody").key("inputs").add(change);
        let ids = inputs(screens);
        for id in ids.iter().take(MOST_INPUTS) {
            typed.add(self.input_row(screens, id));
        }
        if ids.len() > MOST_INPUTS {
            let columns = (screens.len() + 1).to_string();
            let more = of("td", "hint").set("colspan", columns);
            typed.add(el("tr").key("more").add(more.word(self.locale, Word::MoreDifferences)));
        }
        let figures = of("tbody", "outcome").key("figures").add(yields);
        for figure in &FIGURES {
            figures.add(self.figure_row(screens, figure));
        }
        let table = of("table", "compared").add(el("thead").add(heads)).add(typed).add(figures);
        scroller(self.word(Word::SideBySide), table).key("table")
    }

    /// The head of a scenario's column: its name, and what can be done with it.
    fn scenario_head(&self) -> Element {
        let key = self.scenario.unwrap_or_default();
        let name = self.own_name();
        let locked = self.locked();
        let place = self.column_id();
        let is_current = self.scenario == Some(self.draft.current());
        let row = |button: Element| button.set("data-row", key.to_string());
        let title = of("div", "title");
        if locked {
            title.add(of("span", "name").add(name.as_str()));
        } else {
            let field = name_field(key);
            let input = el("input")
                .set("type", "text")
                .set("autocomplete", "off")
                .set("maxlength", "60")
                .set("id", &field)
                .set("data-field", &field)
                .set("part", "input")
                .set("aria-label", [self.word(Word::ScenarioName), ", ", &name].concat());
            for (place, one) in self.draft.scenarios().iter().enumerate() {
                if one.key == key {
                    input.set("placeholder", self.nameless(place)).set("value", &one.name);
                }
            }
            let remove = self.locale().say(Phrase::RemoveRow(&name));
            title.add(of("span", "box").add(input)).add(
                row(button("discard", "×"))
                    .set("class", "remove")
                    .set("title", &remove)
                    .set("aria-label", &remove),
            );
        }
        let [here, there] = if locked {
            [Word::LookingHere, Word::LookHere]
        } else {
            [Word::WorkingHere, Word::WorkHere]
        };
        let choose = if is_current {
            of("span", "here").word(self.locale, here)
        } else {
            let there = self.word(there);
            row(button("choose", there))
                .set("class", "link")
                .set("aria-label", [there, ": ", &name].concat())
        };
        of("th", if is_current { "scenario current" } else { "scenario" })
            .key(&place)
            .set("scope", "col")
            .set("abbr", &name)
            .add(title)
            // What is looked at after a choice, whatever stands in it then.
            .add(of("div", "choice").set("id", &place).set("tabindex", "-1").add(choose))
    }

    fn input_row(&self, screens: &[Screen], id: &str) -> Element {
        let first = screens.first().and_then(|first| first.worth(id));
        let name = screens.iter().find_map(|screen| screen.input_name(id)).unwrap_or_default();
        let path = screens.iter().find_map(|screen| screen.path(id)).unwrap_or_default();
        let head = el("th").set("scope", "row").add(name.as_str());
        if let Some(detail) = label(&path).and_then(|label| label.detail) {
            head.add(of("span", "detail").word(self.locale, detail));
        }
        let row = el("tr").key(id).add(head);
        for screen in screens {
            let cell = el("td").key(screen.column_id());
            row.add(cell);
            let worth = screen.worth(id);
            let differs = worth != first;
            if differs {
                let mark = of("span", "mark-of-other").add("●");
                cell.add(mark.add(hidden(self.word(Word::Different))));
            }
            if worth.is_some() {
                screen.input_cell(cell, id, &name, differs);
            } else {
                let nothing = hidden(self.word(Word::NotThere));
                cell.set("class", "number").add(NO_VALUE).add(nothing);
            }
        }
        row
    }

    fn input_cell(&self, cell: Element, id: &str, name: &str, differs: bool) {
        let path = self.path(id).unwrap_or_default();
        // A member that is called otherwise here is perhaps another one.
        let own = self.input_name(id).filter(|own| own != name);
        let class = if differs { "other-input" } else { "same-input" };
        if let Some(text) = self.input_text(&path) {
            cell.set("class", ["number ", class].concat()).add(text);
        } else {
            let spoken = own.as_deref().unwrap_or(name);
            let spoken = self.locale().say(Phrase::OfGroup(spoken, &self.own_name()));
            let (entry, note, wrong) = self.entry(id, Some(&spoken));
            let wrong = if wrong { " wrong" } else { "" };
            cell.set("class", ["typed ", class, wrong].concat()).add(entry).add(note);
        }
        if own.is_some()
            && let Some(member) = self.member_name(&path)
        {
            cell.add(of("span", "detail").add(member));
        }
    }

    /// An input as text, where nobody can change it: of the whole plan, or of a kind that no form has.
    fn input_text(&self, path: &str) -> Option<String> {
        let stated = self.stated(path);
        if let Some(Node::Bool(truth)) = stated
            && pattern(path) != "costs[].cash"
        {
            return Some(self.word(if truth { Word::Yes } else { Word::No }).to_owned());
        }
        let label = label(path);
        if !self.locked() && label.is_some() {
            return None;
        }
        let is_choice = label.is_some_and(|label| label.kind == Kind::Choice);
        let value = match stated {
            Some(Node::Number(digits)) => Decimal::read(&digits).ok(),
            Some(Node::Text(text)) if !is_choice => return Some(text),
            _ => self.standard_value(path),
        };
        match value {
            Some(value) => Some(self.with_unit(value, label)),
            None if is_choice => None,
            None => Some(NO_VALUE.to_owned()),
        }
    }

    /// A figure of this scenario; none while something is wrong with it.
    fn told(&self, figure: &Figure) -> Option<Told> {
        let outcome = self.outcome().filter(|_| self.errors().is_empty())?;
        Some(figure.told(self, outcome))
    }

    /// Why there are no figures, with the way to what has to be done.
    fn no_figures(&self) -> Option<Element> {
        let errors = self.errors();
        let missing = self.outcome().is_none();
        let wrong = errors.iter().filter(|error| !missing || error.code != Code::Missing);
        let why = match wrong.count() {
            0 if errors.is_empty() => return None,
            0 => self.word(Word::PrepareFirst).to_owned(),
            count => self.locale().say(Phrase::Blocked(count)),
        };
        let note = of("div", "note error").add(el("p").add(why));
        if let Some(error) = errors.first()
            && let Some(id) = match self.field_of(error, &self.visible_fields()) {
                Some(id) => Some(id.to_owned()),
                None => self.input_id(&error.path),
            }
        {
            let go = button("go", self.word(Word::GoThere)).set("class", "link");
            note.add(go.set("data-id", self.field_id(&id)));
        }
        Some(note)
    }

    fn figure_row(&self, screens: &[Screen], figure: &Figure) -> Element {
        let name = el("th").word(self.locale, figure.name).set("scope", "row");
        let row = el("tr").key(figure.id).add(name);
        let first = screens.first().and_then(|first| first.told(figure));
        for (column, screen) in screens.iter().enumerate() {
            let place = screen.column_id();
            let cell = of("td", "number").key(&place);
            row.add(cell);
            let Some(told) = screen.told(figure) else {
                cell.add(NO_VALUE);
                continue;
            };
            let difference = first.as_ref().filter(|_| column > 0);
            let difference = difference.and_then(|first| figure.difference(screen, first, &told));
            cell.add(if figure.id == "value.paybackMonth" && told.is_range {
                el("span").add(told.text)
            } else {
                screen.figure(&place, figure.id, told.text)
            });
            if let Some(difference) = difference {
                cell.add(of("span", "difference").add(difference));
            }
        }
        row
    }
}

fn hidden(text: &str) -> Element {
    of("span", "hidden").add(format!(" {text} "))
}
