//! `<jaarplan-scenarios>`: two to six ways the plan could go, side by side.

mod inputs;
#[cfg(test)]
mod tests;

use inputs::{MOST_INPUTS, inputs};

use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::evaluation::Evaluation;
use crate::model::figures::Figure;
use crate::plan::{Code, Node, Path};
use crate::text::{Kind, Locale, NO_VALUE, Phrase, Word, label_of};
use crate::widgets::components::figures::{FIGURES, ShownFigure, Told};
use crate::widgets::components::{self, bar, button, scroller, section};
use crate::widgets::context::{Screen, Spoken};
use crate::widgets::kinds::Kind as Widget;
use crate::widgets::numbers::known;
use crate::widgets::state::{GROUP_FIELDS, MOST_SCENARIOS, Scenario, name_field};
use crate::widgets::tree::{Element, el, of};

/// What a figure is called, and its number.
type Drawn = (Word, fn(&Evaluation) -> f64);

/// The figures that are also drawn.
const DRAWN: [Drawn; 2] = [
    (Word::CashBudget, |result| result.budget.cash),
    (Word::FullCost, |result| result.budget.full),
];

/// A scenario in the comparison.
struct Column<'a> {
    scenario: &'a Scenario,
    /// Its place among the scenarios.
    place: usize,
    /// The scenario as a screen of its own.
    screen: Screen<'a>,
    /// The part of the page that shows its figures.
    id: String,
    /// What it is called.
    name: String,
}

/// What is said aloud of the figures: of the scenario that is worked on, and where others can be changed
/// too, of those with their names.
pub fn spoken(screen: &Screen) -> Vec<Spoken> {
    let mut lines = components::spoken(screen);
    if matches!(screen.kind, Widget::Scenarios | Widget::Planner) {
        for other in screen.columns() {
            if other.scenario.key != screen.draft.current() {
                for spoken in components::spoken(&other.screen) {
                    let line = [&other.name, ". ", &spoken.line].concat();
                    lines.push(Spoken { line, ..spoken });
                }
            }
        }
    }
    lines
}

impl<'a> Screen<'a> {
    /// The whole widget: what is compared, and what every plan needs before it has figures.
    pub fn scenarios(&self) -> Element {
        let all = el("div").key("scenarios");
        let only = self.draft.scenarios().len() < 2;
        if only {
            all.add(self.headlines()).maybe(self.chance_note()).maybe(self.headline_derivation());
        } else {
            all.add(self.weigh_switch()).maybe(self.chance_note());
        }
        all.add(self.comparison()).add(self.fitting());
        if !only {
            let working = self.scenario_name(self.draft.current());
            let hint = of("p", "hint").key("working");
            all.add(hint.say(self.locale, Phrase::WorkingIn(&working)));
        }
        all.add(self.form_of(&GROUP_FIELDS, &[]))
    }

    /// Every scenario, beside each other.
    fn columns(&self) -> Vec<Column<'a>> {
        let mut columns = Vec::new();
        for (place, scenario) in self.draft.scenarios().iter().enumerate() {
            columns.push(Column {
                scenario,
                place,
                screen: self.about(&scenario.sheet, Some(scenario.key)),
                id: ["scenario-", &scenario.key.to_string()].concat(),
                name: self.name_of(place, scenario),
            });
        }
        columns
    }

    /// What a scenario is called.
    pub fn scenario_name(&self, key: u32) -> String {
        for (place, scenario) in self.draft.scenarios().iter().enumerate() {
            if scenario.key == key {
                return self.name_of(place, scenario);
            }
        }
        String::new()
    }

    /// The name of a scenario: the first without one is where the others start from.
    fn name_of(&self, place: usize, scenario: &Scenario) -> String {
        match scenario.name.trim() {
            "" => self.nameless(place),
            name => name.to_owned(),
        }
    }

    fn nameless(&self, place: usize) -> String {
        match place {
            0 => self.word(Word::StartingPoint).to_owned(),
            _ => format!("{} {}", self.word(Word::Scenario), place + 1),
        }
    }

    /// A name for a new scenario that no other has.
    pub fn free_name(&self) -> String {
        let taken = self.columns();
        for place in 1..=MOST_SCENARIOS {
            let name = self.nameless(place);
            if !taken.iter().any(|column| column.name == name) {
                return name;
            }
        }
        String::new()
    }

    /// The scenarios side by side.
    pub fn comparison(&self) -> Element {
        let columns = self.columns();
        let part = section(self.word(Word::SideBySide), "scenarios");
        let locked = self.locked();
        let [first, _, ..] = columns.as_slice() else {
            let note = if locked { Word::NoScenarios } else { Word::ScenariosNote };
            part.text("p", "note-of-scenarios", self.word(note));
            if !locked {
                part.add(button("duplicate", self.word(Word::MakeScenario)).set("class", "main"));
            }
            return part;
        };
        let locale = self.locale();
        part.add(of("p", "hint").say(locale, Phrase::ComparedWith(&first.name)))
            .maybe(self.bars(&columns))
            .add(self.compared(&columns));
        if !locked {
            part.add(if columns.len() < MOST_SCENARIOS {
                let working = self.scenario_name(self.draft.current());
                button("duplicate", &locale.say(Phrase::CopyOf(&working)))
            } else {
                of("p", "hint").word(self.locale, Word::MostScenarios)
            });
        }
        for column in &columns {
            part.maybe(column.screen.derivation(&column.id));
        }
        part.add(self.why_hint())
    }

    /// Cash and full cost as bars on one scale; the table has the same numbers.
    fn bars(&self, columns: &[Column]) -> Option<Element> {
        let mut most: f64 = 0.0;
        for (_, amount) in &DRAWN {
            for column in columns {
                most = most.max(column.screen.sheet.result().map_or(0.0, amount));
            }
        }
        if most <= 0.0 {
            return None;
        }
        let picture = of("div", "bars-of-scenarios").key("bars").set("aria-hidden", "true");
        for (name, amount) in &DRAWN {
            let rows = of("div", "rows-of-bars");
            picture.add(el("div").add(el("p").word(self.locale, *name)).add(rows));
            for column in columns {
                let amount = column.screen.sheet.result().map(amount);
                let part = (amount.unwrap_or_default() / most).max(0.0);
                rows.text("span", "name", &column.name).add(of("span", "bar").add(bar(part))).text(
                    "span",
                    "number",
                    &known(self.locale, amount, Locale::euros, 0),
                );
            }
        }
        Some(picture)
    }

    fn compared(&self, columns: &[Column]) -> Element {
        let group = |word| {
            let name = el("th scope=rowgroup").word(self.locale, word);
            of("tr", "group").key("group").add(name)
        };
        let change = if self.locked() { Word::FilledIn } else { Word::YouCanChange };
        let (change, yields) = (group(change), group(Word::ItYields));
        let heads = el("tr").add(el("td").key("corner"));
        for column in columns {
            heads.add(self.scenario_head(column));
            change.add(el("td"));
            yields.add(el("td").maybe(column.screen.no_figures()));
        }
        let typed = el("tbody").key("inputs").add(change);
        let screens: Vec<Screen> = columns.iter().map(|column| column.screen).collect();
        let ids = inputs(&screens);
        for id in ids.iter().take(MOST_INPUTS) {
            typed.add(self.input_row(columns, id));
        }
        if ids.len() > MOST_INPUTS {
            let all = (columns.len() + 1).to_string();
            let more = of("td", "hint").set("colspan", all);
            typed.add(el("tr").key("more").add(more.word(self.locale, Word::MoreDifferences)));
        }
        let figures = of("tbody", "outcome").key("figures").add(yields);
        for shown in &FIGURES {
            figures.add(self.figure_row(columns, shown));
        }
        let table = of("table", "compared").add(el("thead").add(heads)).add(typed).add(figures);
        scroller(self.word(Word::SideBySide), table).key("table")
    }

    /// The head of a scenario's column: its name, and what can be done with it.
    fn scenario_head(&self, column: &Column) -> Element {
        let Column { scenario, name, .. } = column;
        let key = scenario.key;
        let locked = column.screen.locked();
        let is_current = key == self.draft.current();
        let row = key.to_string();
        let title = of("div", "title");
        if locked {
            title.text("span", "name", name);
        } else {
            let field = name_field(key);
            let input = el("input type=text autocomplete=off maxlength=60")
                .set("id", &field)
                .set("data-field", &field)
                .set("part", "input")
                .set("aria-label", [self.word(Word::ScenarioName), ", ", name].concat())
                .set("placeholder", self.nameless(column.place))
                .set("value", &scenario.name);
            let remove = self.locale().say(Phrase::RemoveRow(name));
            title.add(of("span", "box").add(input)).add(
                button("discard", "×")
                    .set("data-row", &row)
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
        // What is looked at after a choice, whatever stands in it then.
        let choice = of("div", "choice").set("id", &column.id).set("tabindex", "-1");
        if is_current {
            choice.text("span", "here", self.word(here));
        } else {
            let there = self.word(there);
            choice.add(
                button("choose", there)
                    .set("data-row", &row)
                    .set("class", "link")
                    .set("aria-label", [there, ": ", name].concat()),
            );
        }
        of("th", if is_current { "scenario current" } else { "scenario" })
            .key(&column.id)
            .set("scope", "col")
            .set("abbr", name)
            .add(title)
            .add(choice)
    }

    fn input_row(&self, columns: &[Column], id: &str) -> Element {
        let named = |column: &Column| {
            let path = column.screen.path(id)?;
            Some((column.screen.input_name(&path), path))
        };
        let Some((name, path)) = columns.iter().find_map(named) else {
            broken("an input is compared that no scenario has")
        };
        let head = el("th scope=row").add(name.as_str());
        if let Some(detail) = label_of(&path).and_then(|label| label.detail) {
            head.text("span", "detail", self.word(detail));
        }
        let row = el("tr").key(id).add(head);
        let first = columns.first().and_then(|first| first.screen.worth(id));
        for column in columns {
            let cell = el("td").key(&column.id);
            row.add(cell);
            let worth = column.screen.worth(id);
            let differs = worth != first;
            if differs {
                let mark = of("span", "mark-of-other").add("●");
                cell.add(mark.add(hidden(self.word(Word::Different))));
            }
            if worth.is_some() {
                column.screen.input_cell(cell, id, &name, &column.name, differs);
            } else {
                let nothing = hidden(self.word(Word::NotThere));
                cell.set("class", "number").add(NO_VALUE).add(nothing);
            }
        }
        row
    }

    fn input_cell(&self, cell: Element, id: &str, name: &str, scenario: &str, differs: bool) {
        let Some(path) = self.path(id) else { broken("an input has worth and no place") };
        let own = self.input_name(&path);
        let class = if differs { "other-input" } else { "same-input" };
        if let Some(text) = self.input_text(&path) {
            cell.set("class", ["number ", class].concat()).add(text);
        } else {
            let spoken = self.locale().say(Phrase::OfGroup(&own, scenario));
            let (entry, note, wrong) = self.entry(id, Some(&spoken));
            let wrong = if wrong { " wrong" } else { "" };
            cell.set("class", ["typed ", class, wrong].concat()).add(entry).add(note);
        }
        // A member that is called otherwise here is perhaps another one.
        if own != name
            && let Some(member) = self.member_name(&path)
        {
            cell.text("span", "detail", &member);
        }
    }

    /// An input as text, where nobody can change it: of the whole plan, or of a kind that no form has.
    fn input_text(&self, path: &Path) -> Option<String> {
        let stated = self.stated(path);
        if let Some(Node::Bool(truth)) = stated
            && path.pattern() != "costs[].cash"
        {
            return Some(self.word(if truth { Word::Yes } else { Word::No }).to_owned());
        }
        let label = label_of(path);
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
    fn told(&self, shown: &ShownFigure) -> Option<Told> {
        let outcome = self.outcome().filter(|_| self.errors().is_empty())?;
        Some(shown.told(self, outcome))
    }

    /// Why there are no figures, with the way to what has to be done.
    fn no_figures(&self) -> Option<Element> {
        let errors = self.errors();
        let missing = self.outcome().is_none();
        let mut wrong = 0;
        for error in errors {
            if !missing || error.code != Code::Missing {
                wrong += 1;
            }
        }
        let why = match wrong {
            0 if errors.is_empty() => return None,
            0 => self.word(Word::PrepareFirst).to_owned(),
            count => self.locale().say(Phrase::Blocked(count)),
        };
        let note = of("div", "note error").add(el("p").add(why.as_str()));
        if let Some(error) = errors.first()
            && let Some(id) = match self.field_of(error, &self.visible_fields()) {
                Some(id) => Some(id.to_owned()),
                None => error.path.parse().ok().and_then(|path| self.input_id(&path)),
            }
        {
            let go = button("go", self.word(Word::GoThere)).set("class", "link");
            note.add(go.set("data-id", self.field_id(&id)));
        }
        Some(note)
    }

    fn figure_row(&self, columns: &[Column], shown: &ShownFigure) -> Element {
        let row = self.named_row(shown.name()).key(shown.figure.id());
        let mut first = None;
        for column in columns {
            let screen = &column.screen;
            let cell = of("td", "number").key(&column.id);
            row.add(cell);
            let told = screen.told(shown);
            if let Some(told) = &told {
                let text = told.text.as_str();
                cell.add(if shown.figure == Figure::PaybackMonth && told.is_range {
                    el("span").add(text)
                } else {
                    screen.figure(&column.id, shown.figure, text)
                });
                if !told.is_range {
                    cell.maybe(screen.chance(shown.figure));
                }
                if let Some(Some(first)) = &first
                    && let Some(difference) = shown.difference(screen, first, told)
                {
                    cell.text("span", "difference", &difference);
                }
            } else {
                cell.add(NO_VALUE);
            }
            first.get_or_insert(told);
        }
        row
    }
}

fn hidden(text: &str) -> Element {
    of("span", "hidden").add([" ", text, " "].concat())
}
