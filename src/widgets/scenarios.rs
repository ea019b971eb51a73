//! `<jaarplan-scenarios>`: two to six ways the plan could go, side by side.

mod figures;
mod inputs;
#[cfg(test)]
mod tests;

use self::figures::{FIGURES, Figure, Told};
use self::inputs::{MOST_INPUTS, inputs};

use crate::Decimal;
use crate::plan::{Code, Node};
use crate::text::{self, Kind, NO_VALUE, Phrase, Word, label, pattern};
use crate::widgets::draft::{MOST_SCENARIOS, Scenario, name_field};
use crate::widgets::parts::{self, GROUP_FIELDS, Screen, bar, button, scroller, section};
use crate::widgets::tree::{Element, el, of};
use crate::widgets::widget::Kind as Widget;

/// The figures that are also drawn.
const DRAWN: [&str; 2] = ["budget.cash", "budget.full"];

/// What is said aloud of the figures: of the scenario that is worked on, and where others can be changed
/// too, of those with their names.
pub fn spoken(screen: &Screen) -> Vec<String> {
    let mut lines = parts::spoken(screen);
    if matches!(screen.kind, Widget::Scenarios | Widget::Planner) {
        for (scenario, other) in screen.each_scenario() {
            if scenario.key != screen.draft.current() {
                let name = screen.scenario_name(scenario.key);
                lines.extend(parts::spoken(&other).iter().map(|line| format!("{name}. {line}")));
            }
        }
    }
    lines
}

impl<'a> Screen<'a> {
    /// The whole widget: what is compared, and what every plan needs before it has figures.
    pub fn scenarios(&self) -> Element {
        let only = self.draft.scenarios().len() < 2;
        let working = self.scenario_name(self.draft.current());
        el("div")
            .key("scenarios")
            .maybe(only.then(|| self.headlines()))
            .maybe(self.headline_derivation().filter(|_| only))
            .add(self.comparison())
            .maybe((!only).then(|| {
                let text = self.locale().say(Phrase::WorkingIn(&working));
                of("p", "hint").key("working").add(text)
            }))
            .add(self.form_of(&GROUP_FIELDS, &[]))
    }

    /// Every scenario as a screen of its own.
    fn each_scenario(&self) -> impl Iterator<Item = (&'a Scenario, Self)> + use<'a> {
        let screen = *self;
        let scenarios = self.draft.scenarios().iter();
        scenarios.map(move |one| (one, screen.about(&one.sheet, Some(one.key))))
    }
}

impl Screen<'_> {
    /// What a scenario is called: the first without a name is where the others start from.
    pub fn scenario_name(&self, key: u32) -> String {
        let mut scenarios = self.draft.scenarios().iter().enumerate();
        let Some((place, scenario)) = scenarios.find(|(_, scenario)| scenario.key == key) else {
            return String::new();
        };
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
        let taken: Vec<String> =
            self.draft.scenarios().iter().map(|one| self.scenario_name(one.key)).collect();
        let mut names = (1..=MOST_SCENARIOS).map(|place| self.nameless(place));
        names.find(|name| !taken.contains(name)).unwrap_or_default()
    }

    /// The scenarios side by side.
    pub fn comparison(&self) -> Element {
        let screens: Vec<Screen> = self.each_scenario().map(|(_, screen)| screen).collect();
        let part = section(self.word(Word::SideBySide), "scenarios");
        let locked = self.locked();
        let [first, _, ..] = screens.as_slice() else {
            let note = if locked { Word::NoScenarios } else { Word::ScenariosNote };
            let make = || button("duplicate", self.word(Word::MakeScenario)).set("class", "main");
            return part
                .add(of("p", "note-of-scenarios").add(self.word(note)))
                .maybe((!locked).then(make));
        };
        let name = self.scenario_name(first.scenario.unwrap_or_default());
        let working = self.scenario_name(self.draft.current());
        let locale = self.locale();
        let more = if screens.len() < MOST_SCENARIOS {
            button("duplicate", &locale.say(Phrase::CopyOf(&working)))
        } else {
            of("p", "hint").add(self.word(Word::MostScenarios))
        };
        part.add(of("p", "hint").add(locale.say(Phrase::ComparedWith(&name))))
            .maybe(self.bars(&screens))
            .add(self.compared(&screens))
            .maybe((!locked).then_some(more))
            .all(screens.iter().filter_map(|screen| screen.derivation(&screen.column_id())))
            .add(self.why_hint())
    }

    /// The part of the page that shows the figures of this scenario.
    fn column_id(&self) -> String {
        format!("scenario-{}", self.scenario.unwrap_or_default())
    }

    /// What it is called.
    fn own_name(&self) -> String {
        self.scenario_name(self.scenario.unwrap_or_default())
    }

    fn is_current(&self) -> bool {
        self.scenario == Some(self.draft.current())
    }

    /// Cash and full cost as bars on one scale; the table has the same numbers.
    fn bars(&self, screens: &[Screen]) -> Option<Element> {
        let amounts: Vec<[f64; 2]> = screens
            .iter()
            .map(|screen| {
                let result = screen.sheet.result();
                result.map_or([0.0; 2], |result| [result.budget.cash, result.budget.full])
            })
            .collect();
        let most = amounts.iter().flatten().copied().fold(0.0, f64::max);
        let groups = FIGURES.iter().filter(|figure| DRAWN.contains(&figure.id)).enumerate();
        let groups: Vec<Element> = groups
            .map(|(which, figure)| {
                let bars = screens.iter().zip(&amounts).flat_map(|(screen, amounts)| {
                    let amount = amounts.get(which).copied().unwrap_or_default();
                    let known = screen.sheet.result().is_some();
                    let shown =
                        if known { self.locale().euros(amount, 0) } else { NO_VALUE.to_owned() };
                    [
                        of("span", "name").add(screen.own_name()),
                        of("span", "bar").add(bar((amount / most).max(0.0))),
                        of("span", "number").add(shown),
                    ]
                });
                el("div")
                    .add(el("p").add(self.word(figure.name)))
                    .add(of("div", "rows-of-bars").all(bars))
            })
            .collect();
        let picture = of("div", "bars-of-scenarios").key("bars").set("aria-hidden", "true");
        (most > 0.0).then(|| picture.all(groups))
    }

    fn compared(&self, screens: &[Screen]) -> Element {
        let corner = el("td").key("corner");
        let ids = inputs(screens);
        let rows = ids.iter().take(MOST_INPUTS).map(|id| self.input_row(screens, id));
        let change = if self.locked() { Word::FilledIn } else { Word::YouCanChange };
        let told: Vec<Vec<Told>> = screens.iter().map(Screen::told_figures).collect();
        let figures = FIGURES.iter().enumerate().map(|(row, figure)| {
            let told: Vec<Option<&Told>> = told.iter().map(|column| column.get(row)).collect();
            self.figure_row(screens, figure, &told)
        });
        let group = |word, cells: Vec<Element>| {
            let name = el("th").set("scope", "rowgroup").add(self.word(word));
            of("tr", "group").key("group").add(name).all(cells)
        };
        let nothing = || screens.iter().map(|_| el("td")).collect();
        let reasons = screens.iter().map(|screen| el("td").maybe(screen.no_figures())).collect();
        let table = of("table", "compared")
            .add(
                el("thead")
                    .add(el("tr").add(corner).all(screens.iter().map(Screen::scenario_head))),
            )
            .add(el("tbody").key("inputs").add(group(change, nothing())).all(rows).maybe(
                (ids.len() > MOST_INPUTS).then(|| self.word(Word::MoreDifferences)).map(|text| {
                    let columns = (screens.len() + 1).to_string();
                    let cell = of("td", "hint").set("colspan", columns).add(text);
                    el("tr").key("more").add(cell)
                }),
            ))
            .add(
                of("tbody", "outcome")
                    .key("figures")
                    .add(group(Word::ItYields, reasons))
                    .all(figures),
            );
        scroller(self.word(Word::SideBySide), table).key("table")
    }

    /// The head of a scenario's column: its name, and what can be done with it.
    fn scenario_head(&self) -> Element {
        let key = self.scenario.unwrap_or_default();
        let name = self.own_name();
        let place = self.draft.scenarios().iter().position(|one| one.key == key);
        let given = place.and_then(|place| self.draft.scenarios().get(place));
        let locked = self.locked();
        let row = |button: Element| button.set("data-row", key.to_string());
        let title = if locked {
            of("span", "name").add(name.as_str())
        } else {
            let spoken = format!("{}, {name}", self.word(Word::ScenarioName));
            of("span", "box").add(
                el("input")
                    .set("type", "text")
                    .set("autocomplete", "off")
                    .set("maxlength", "60")
                    .set("id", name_field(key))
                    .set("data-field", name_field(key))
                    .set("part", "input")
                    .set("aria-label", spoken)
                    .set("placeholder", self.nameless(place.unwrap_or_default()))
                    .set("value", given.map_or("", |given| given.name.as_str())),
            )
        };
        let remove = self.locale().say(Phrase::RemoveRow(&name));
        let remove = row(button("discard", "×"))
            .set("class", "remove")
            .set("title", remove.clone())
            .set("aria-label", remove);
        let [here, there] = if locked {
            [Word::LookingHere, Word::LookHere]
        } else {
            [Word::WorkingHere, Word::WorkHere]
        };
        let choose = if self.is_current() {
            of("span", "here").add(self.word(here))
        } else {
            let there = self.word(there);
            row(button("choose", there))
                .set("class", "link")
                .set("aria-label", format!("{there}: {name}"))
        };
        of("th", if self.is_current() { "scenario current" } else { "scenario" })
            .key(self.column_id())
            .set("scope", "col")
            .set("abbr", name.as_str())
            .add(of("div", "title").add(title).maybe((!locked).then_some(remove)))
            // What is looked at after a choice, whatever stands in it then.
            .add(of("div", "choice").set("id", self.column_id()).set("tabindex", "-1").add(choose))
    }

    fn input_row(&self, screens: &[Screen], id: &str) -> Element {
        let first = screens.first().and_then(|first| first.worth(id));
        let name = screens.iter().find_map(|screen| screen.input_name(id)).unwrap_or_default();
        let path = screens.iter().find_map(|screen| screen.path(id)).unwrap_or_default();
        let detail = label(&path).and_then(|label| label.detail).map(|word| self.word(word));
        let head = el("th")
            .set("scope", "row")
            .add(name.as_str())
            .maybe(detail.map(|detail| of("span", "detail").add(detail)));
        el("tr").key(id).add(head).all(screens.iter().map(|screen| {
            let cell = el("td").key(screen.column_id());
            let worth = screen.worth(id);
            let other = (worth != first).then(|| {
                of("span", "mark-of-other").add("●").add(hidden(self.word(Word::Different)))
            });
            match worth {
                None => cell
                    .set("class", "number")
                    .maybe(other)
                    .add(NO_VALUE)
                    .add(hidden(self.word(Word::NotThere))),
                Some(_) => screen.input_cell(cell, id, &name, other),
            }
        }))
    }

    fn input_cell(&self, cell: Element, id: &str, name: &str, other: Option<Element>) -> Element {
        let path = self.path(id).unwrap_or_default();
        // A member that is called otherwise here is perhaps another one.
        let own = self.input_name(id).filter(|own| own != name);
        let spoken = own.as_deref().unwrap_or(name);
        let member = own.as_ref().and_then(|_| self.member_name(&path));
        let member = member.map(|member| of("span", "detail").add(member));
        let class = if other.is_some() { "other-input" } else { "same-input" };
        if let Some(text) = self.input_text(&path) {
            return cell
                .set("class", format!("number {class}"))
                .maybe(other)
                .add(text)
                .maybe(member);
        }
        let spoken = self.locale().say(Phrase::OfGroup(spoken, &self.own_name()));
        let (entry, note, wrong) = self.entry(id, Some(&spoken));
        let wrong = if wrong { " wrong" } else { "" };
        cell.set("class", format!("typed {class}{wrong}"))
            .maybe(other)
            .add(entry)
            .add(note)
            .maybe(member)
    }

    /// An input as text, where nobody can change it: of the whole plan, or of a kind that no form has.
    fn input_text(&self, path: &str) -> Option<String> {
        let locale = self.locale();
        let stated = self.stated(path);
        let label = label(path);
        let kind = label.map(|label| label.kind);
        if let (Some(Node::Bool(truth)), false) = (&stated, pattern(path) == "costs[].cash") {
            return Some(self.word(if *truth { Word::Yes } else { Word::No }).to_owned());
        }
        if !self.locked() && label.is_some() {
            return None;
        }
        let value = match &stated {
            Some(Node::Number(digits)) => Decimal::read(digits).ok(),
            Some(Node::Text(text)) if kind != Some(Kind::Choice) => return Some(text.clone()),
            _ => self.standard_value(path),
        };
        match (value, kind) {
            (Some(value), kind) => {
                let shown = text::shown(locale, value, kind.unwrap_or(Kind::Number));
                let unit = label.and_then(|label| label.unit).map(|unit| self.word(unit));
                Some(unit.map_or(shown.clone(), |unit| format!("{shown} {unit}")))
            }
            (None, Some(Kind::Choice)) => None,
            (None, _) => Some(NO_VALUE.to_owned()),
        }
    }

    /// The figures of this scenario; none while something is wrong with it.
    fn told_figures(&self) -> Vec<Told> {
        match self.outcome().filter(|_| self.errors().is_empty()) {
            Some(outcome) => FIGURES.iter().map(|figure| figure.told(self, outcome)).collect(),
            None => Vec::new(),
        }
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
        let id = errors.first().and_then(|error| {
            let known = self.field_of(error, &self.visible_fields()).map(str::to_owned);
            known.or_else(|| self.input_id(&error.path))
        });
        let go = id.map(|id| {
            button("go", self.word(Word::GoThere))
                .set("class", "link")
                .set("data-id", self.field_id(&id))
        });
        Some(of("div", "note error").add(el("p").add(why)).maybe(go))
    }

    fn figure_row(&self, screens: &[Screen], figure: &Figure, told: &[Option<&Told>]) -> Element {
        let name = el("th").set("scope", "row").add(self.word(figure.name));
        let first = told.first().copied().flatten();
        let cells = screens.iter().zip(told).enumerate().map(|(column, (screen, told))| {
            let cell = of("td", "number").key(screen.column_id());
            let Some(told) = told else { return cell.add(NO_VALUE) };
            let asks = figure.id != "value.paybackMonth" || !told.is_range();
            let shown = if asks {
                screen.figure(&screen.column_id(), figure.id, told.text.as_str())
            } else {
                el("span").add(told.text.as_str())
            };
            let other = first.filter(|_| column > 0);
            let difference = other.and_then(|first| figure.difference(screen, first, told));
            cell.add(shown).maybe(difference.map(|text| of("span", "difference").add(text)))
        });
        el("tr").key(figure.id).add(name).all(cells)
    }
}

fn hidden(text: &str) -> Element {
    of("span", "hidden").add(format!(" {text} "))
}
