//! A plan as people work on it: its scenarios, what was typed, and the way back. All widgets of a page
//! that name the same plan show the same [`Draft`].

use std::rc::Rc;

use super::content::{add, text, text_in};
use super::editor::{List, Sheet};
use super::history::{Guard, History, Moment};
use super::outcome::Outcome;
use super::paste::Pasted;
use crate::invariant::broken;
use crate::plan::{Code, Document, InputError, InputErrors, Node, Path};
use crate::text::Locale;

/// So many scenarios stand side by side.
pub const MOST_SCENARIOS: usize = 6;

/// A draft always has a scenario, and `current` is the place of one.
const NO_SCENARIO: &str = "no scenario is worked on";

/// What the name of a field starts with in which a scenario gets its name; then comes its key.
pub const NAME_FIELD: &str = "name-of-";

/// The scenarios of a plan, one of which is worked on.
#[derive(Debug)]
pub struct Draft {
    scenarios: Vec<Scenario>,
    current: usize,
    next_key: u32,
    history: History,
    /// What was just taken away, and can come back.
    removed: Option<Removed>,
    guard: Guard,
    /// Whether somebody gave it a plan: the page, a file, or a person who typed.
    given: bool,
    /// Whether a person changed something.
    changed: bool,
    /// Whether defaults count as not known exactly.
    uncertain: bool,
    /// Grows with each change.
    revision: u32,
}

/// One way the plan could go.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Tells it from the others, also after it moved.
    pub key: u32,
    /// What a person called it; empty for one without a name.
    pub name: String,
    /// The plan.
    pub sheet: Sheet,
}

/// What was taken away last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Removed {
    /// A group, with its name.
    Group(String),
    /// A cost line, with its label.
    Cost(String),
    /// A scenario, with its name.
    Scenario(String),
    /// A whole plan, by opening another one.
    Plan,
}

impl Draft {
    /// An empty plan of a country and a year.
    pub fn new(country: &str, year: u32) -> Self {
        let mut draft = Self {
            scenarios: Vec::new(),
            current: 0,
            next_key: 0,
            history: History::default(),
            removed: None,
            guard: Guard::Open,
            given: false,
            changed: false,
            uncertain: false,
            revision: 0,
        };
        draft.push(String::new(), Sheet::new(country, year));
        draft
    }

    /// The plan that is worked on.
    pub fn sheet(&self) -> &Sheet {
        &self.scenario().sheet
    }

    /// All scenarios, in the order in which they were made.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// The key of the scenario that is worked on.
    pub fn current(&self) -> u32 {
        self.scenario().key
    }

    /// Why nobody can change the plan, if so.
    pub fn guard(&self) -> Guard {
        self.guard
    }

    /// Whether nobody gave this draft a plan yet. From now on somebody did: to be asked by a widget
    /// that has one to give.
    pub fn claim(&mut self) -> bool {
        !std::mem::replace(&mut self.given, true)
    }

    /// Whether it is a person's own plan, that was changed: one to keep.
    pub fn is_own(&self) -> bool {
        self.changed && self.guard == Guard::Open
    }

    /// A number that grows with each change.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Whether defaults count as not known exactly, so that figures are ranges.
    pub fn is_uncertain(&self) -> bool {
        self.uncertain
    }

    /// Says whether they do. That is a way to look at the plan, and no change of it.
    pub fn weigh(&mut self, uncertain: bool) {
        if self.uncertain != uncertain {
            self.uncertain = uncertain;
            self.touch();
        }
    }

    /// Works off a few samples more of the simulations that widgets asked for: whether there are more of them.
    /// Telling of all samples takes a call of its own.
    pub fn go_on(&mut self) -> bool {
        let mut outcomes = self.scenarios.iter().filter_map(|one| one.sheet.outcome());
        let Some(outcome) = outcomes.find(|outcome| outcome.is_pending()) else { return false };
        let is_told = outcome.go_on();
        let has_more = outcome.has_samples_left();
        if is_told {
            self.touch();
        }
        has_more
    }

    /// Whether there are samples to work off, or to tell of.
    pub fn is_pending(&self) -> bool {
        let mut outcomes = self.scenarios.iter().filter_map(|one| one.sheet.outcome());
        outcomes.any(Outcome::is_pending)
    }

    // ── What the page does ──────────────────────────────────────────────────────────────────────

    /// Shows another plan, or the scenarios of a saved file. What a person worked on can be brought back.
    ///
    /// # Errors
    ///
    /// When the document is no plan at all; then nothing changes.
    pub fn load(&mut self, document: &Document) -> Result<(), InputErrors> {
        let mut scenarios = read(document)?;
        self.touch();
        self.given = true;
        if self.changed {
            self.remember(None);
            self.removed = Some(Removed::Plan);
        }
        let root = document.root();
        let written = root.get("scenarios").is_some(); // by this module, not a plan alone
        let said = |name| written && matches!(root.get(name), Some(Node::Bool(true)));
        self.guard = if said("shared") { Guard::Shared } else { Guard::Open };
        let current = match root.get("current") {
            Some(Node::Number(current)) => current.parse().unwrap_or(0), // a file may say anything
            _ => 0,
        };
        self.current = current.min(scenarios.len() - 1); // there is one: see `read`
        // With the keys that were kept, the field is found again in which somebody types.
        let mut last = 0;
        if scenarios.iter().all(|one| one.key > std::mem::replace(&mut last, one.key)) {
            self.next_key = self.next_key.max(last);
        } else {
            for scenario in &mut scenarios {
                scenario.key = self.key();
            }
        }
        self.scenarios = scenarios;
        self.changed = said("changed");
        if root.get("uncertain").is_some() {
            self.uncertain = said("uncertain");
        }
        Ok(())
    }

    /// Shows a plan that came by a link, which nobody changes by accident.
    ///
    /// # Errors
    ///
    /// As [`Draft::load`].
    pub fn share(&mut self, document: &Document) -> Result<(), InputErrors> {
        self.load(document)?;
        self.guard = Guard::Shared;
        Ok(())
    }

    /// Sets a value from outside, like the attribute `headcount`; not something a person did.
    pub fn preset(&mut self, path: &Path, digits: &str) {
        self.given = true;
        self.touch();
        self.sheet_mut().preset(path, digits);
    }

    /// Whether [`Draft::load`] would open a document.
    pub fn is_readable(document: &Document) -> bool {
        read(document).is_ok()
    }

    /// Everything that a person did, as a document that [`Draft::load`] opens.
    pub fn kept(&self) -> Document {
        self.written(true)
    }

    /// What a person saves as a file: the plan, or all scenarios when there are several.
    pub fn file(&self) -> Document {
        match self.scenarios.as_slice() {
            [only] => only.sheet.document(),
            _ => self.written(false),
        }
    }

    /// All scenarios; each with its plan alone, or with `all` that a person did.
    fn written(&self, all: bool) -> Document {
        let mut scenarios = Vec::new();
        for Scenario { key, name, sheet } in &self.scenarios {
            let mut members = Vec::new();
            add(&mut members, "name", text(name));
            add(&mut members, "plan", sheet.root().clone());
            if all {
                add(&mut members, "key", Node::Number(key.to_string()));
                sheet.keep(&mut members);
            }
            scenarios.push(Node::Object(members));
        }
        let mut members = Vec::new();
        add(&mut members, "scenarios", Node::List(scenarios));
        add(&mut members, "current", Node::Number(self.current.to_string()));
        add(&mut members, "shared", Node::Bool(self.guard == Guard::Shared));
        if all {
            add(&mut members, "changed", Node::Bool(self.changed));
            add(&mut members, "uncertain", Node::Bool(self.uncertain));
        }
        Document::from(Node::Object(members))
    }

    /// A person opens a file; what they worked on can be brought back.
    ///
    /// # Errors
    ///
    /// As [`Draft::load`].
    pub fn open(&mut self, document: &Document) -> Result<(), InputErrors> {
        self.load(document)?;
        self.changed = true;
        Ok(())
    }

    // ── What a person does ──────────────────────────────────────────────────────────────────────

    /// A person types in a field, or chooses from its list; `scenario` is the key of one that is not
    /// worked on.
    pub fn enter(&mut self, scenario: Option<u32>, id: &str, typed: &str, locale: Locale) {
        let key = scenario.unwrap_or_else(|| self.current());
        self.remember(Some(field_of(key, id)));
        if let Some(sheet) = self.sheet_of(scenario) {
            sheet.enter(id, typed, locale);
        }
    }

    /// A person leaves a field after a change.
    pub fn leave(&mut self, scenario: Option<u32>, id: &str) {
        self.history.pause();
        if let Some(sheet) = self.sheet_of(scenario) {
            sheet.leave(id);
        }
    }

    /// A person folds the ends of an estimate away: a change only when it is one number after all.
    pub fn close(&mut self, id: &str) {
        let mut closed = self.sheet().clone();
        if closed.close(id) {
            self.history.pause();
            self.remember(Some(field_of(self.current(), id)));
            self.history.pause();
            *self.sheet_mut() = closed;
        }
    }

    /// A person takes over values that were found, by field; in a copy that gets a name, when one is given.
    pub fn adopt(&mut self, values: &[(String, String)], copy: Option<String>, locale: Locale) {
        let Some((first, _)) = values.first() else { return }; // nothing was found
        if let Some(name) = copy {
            self.duplicate(name);
        } else {
            self.history.pause();
            self.remember(Some(field_of(self.current(), first)));
            self.history.pause();
        }
        self.sheet_mut().adopt(values, locale);
    }

    /// A person adds a member to a list; the new field to type in.
    pub fn add(&mut self, list: List, locale: Locale) -> String {
        self.remember(None);
        self.sheet_mut().add(list, locale)
    }

    /// A person takes a member out of a list.
    pub fn remove(&mut self, list: List, key: u32, locale: Locale) {
        self.remember(Some(field_of(self.current(), &list.first_field(key))));
        self.history.pause();
        if let Some(name) = self.sheet_mut().remove(list, key, locale) {
            self.removed = Some(match list {
                List::Groups => Removed::Group(name),
                List::Costs => Removed::Cost(name),
            });
        }
    }

    /// A person pastes a table in the groups, from the one with this key on.
    pub fn paste(&mut self, key: u32, pasted: &Pasted, locale: Locale) {
        self.remember(None);
        self.sheet_mut().paste(key, pasted, locale);
    }

    /// A person makes a copy of the scenario that is worked on, and goes on in the copy.
    pub fn duplicate(&mut self, name: String) {
        if self.scenarios.len() >= MOST_SCENARIOS {
            return;
        }
        self.remember_name(self.current());
        let copy = self.sheet().clone();
        self.push(name, copy);
        self.current = self.scenarios.len() - 1;
    }

    /// A person gives a scenario another name.
    pub fn rename(&mut self, key: u32, name: &str) {
        self.remember(Some(name_field(key)));
        if let Some(scenario) = self.scenarios.iter_mut().find(|scenario| scenario.key == key) {
            name.clone_into(&mut scenario.name);
        }
    }

    /// A person goes on in another scenario.
    pub fn choose(&mut self, key: u32) {
        self.history.pause();
        self.touch();
        if let Some(place) = self.place(key) {
            self.current = place;
        }
    }

    /// A person takes a scenario away; `name` is what it was called on the screen.
    pub fn discard(&mut self, key: u32, name: String) {
        let Some(place) = self.place(key).filter(|_| self.scenarios.len() > 1) else {
            return;
        };
        self.remember_name(key);
        self.scenarios.remove(place);
        if self.current >= place {
            self.current = self.current.saturating_sub(1);
        }
        self.removed = Some(Removed::Scenario(name));
    }

    /// A person goes on with a plan that came by a link, as their own.
    pub fn copy(&mut self) {
        self.guard = Guard::Open;
        self.changed = true;
        self.touch();
    }

    /// Takes `back` the last change, or does again what was taken back; the field to go on in.
    pub fn step(&mut self, back: bool) -> Option<String> {
        let now = self.moment();
        let then = self.history.step(back, now)?;
        Some(self.return_to(then))
    }

    /// Whether there is something to take back, and to do again.
    pub fn can_undo_and_redo(&self) -> [bool; 2] {
        self.history.depths()
    }

    /// What was just taken away.
    pub fn removed(&self) -> Option<&Removed> {
        self.removed.as_ref()
    }

    // ── Inside ──────────────────────────────────────────────────────────────────────────────────

    /// The key of a new scenario.
    fn key(&mut self) -> u32 {
        self.next_key = self.next_key.wrapping_add(1);
        self.next_key
    }

    fn push(&mut self, name: String, sheet: Sheet) {
        let key = self.key();
        self.scenarios.push(Scenario { key, name, sheet });
    }

    fn place(&self, key: u32) -> Option<usize> {
        self.scenarios.iter().position(|scenario| scenario.key == key)
    }

    /// The scenario that is worked on.
    fn scenario(&self) -> &Scenario {
        self.scenarios.get(self.current).unwrap_or_else(|| broken(NO_SCENARIO))
    }

    /// The plan that is worked on, to change.
    fn sheet_mut(&mut self) -> &mut Sheet {
        let scenario = self.scenarios.get_mut(self.current);
        &mut scenario.unwrap_or_else(|| broken(NO_SCENARIO)).sheet
    }

    /// The plan of a scenario, to change; without a key, the one that is worked on. `None` when it was discarded.
    fn sheet_of(&mut self, key: Option<u32>) -> Option<&mut Sheet> {
        let Some(key) = key else { return Some(self.sheet_mut()) };
        self.scenarios.iter_mut().find(|one| one.key == key).map(|one| &mut one.sheet)
    }

    /// Widgets that show this draft are to be drawn again.
    fn touch(&mut self) {
        self.revision = self.revision.wrapping_add(1);
    }

    /// Before a change: so that it can be taken back. Typing in one `field` is one change.
    fn remember(&mut self, field: Option<String>) {
        self.removed = None;
        self.changed = true;
        self.given = true;
        self.touch();
        if self.history.is_new(field.as_deref()) {
            let now = self.moment();
            self.history.push(now, field);
        }
    }

    /// Before a scenario comes or goes: a step of its own, with its name as the field to go back to.
    fn remember_name(&mut self, key: u32) {
        self.history.pause();
        self.remember(Some(name_field(key)));
        self.history.pause();
    }

    fn moment(&self) -> Moment {
        let mut scenarios = Vec::new();
        for one in &self.scenarios {
            scenarios.push((one.key, one.name.clone(), Rc::clone(&one.sheet.content)));
        }
        Moment { scenarios, current: self.current, guard: self.guard, field: None }
    }

    fn return_to(&mut self, moment: Moment) -> String {
        self.removed = None;
        self.changed = true;
        self.touch();
        self.current = moment.current;
        self.guard = moment.guard;
        let mut old = std::mem::take(&mut self.scenarios);
        for (key, name, content) in moment.scenarios {
            // What did not change need not be computed again.
            let same = old.iter().position(|one| one.key == key && one.sheet.content == content);
            let sheet = match same {
                Some(place) => old.swap_remove(place).sheet,
                None => Sheet::with(content),
            };
            self.scenarios.push(Scenario { key, name, sheet });
        }
        let field = moment.field.unwrap_or_default(); // not every change is made in a field
        let current = field_of(self.current(), "");
        match field.strip_prefix(&current) {
            Some(own) => own.to_owned(),
            None => field,
        }
    }
}

/// A field of the scenario with this key.
pub fn field_of(scenario: u32, id: &str) -> String {
    format!("{scenario}/{id}")
}

/// The field in which a scenario gets its name.
pub fn name_field(key: u32) -> String {
    format!("{NAME_FIELD}{key}")
}

/// The scenarios of a document, at least one, with the key 0 where none was kept: a plan is one scenario.
fn read(document: &Document) -> Result<Vec<Scenario>, InputErrors> {
    let mut scenarios = Vec::new();
    let Some(Node::List(members)) = document.root().get("scenarios") else {
        let sheet = Sheet::load(document)?;
        scenarios.push(Scenario { key: 0, name: String::new(), sheet });
        return Ok(scenarios);
    };
    for member in members.iter().take(MOST_SCENARIOS) {
        let name = text_in(member, "name").unwrap_or_default().to_owned(); // a scenario may have none
        let key = match member.get("key") {
            Some(Node::Number(key)) => key.parse().unwrap_or(0), // a file may say anything
            _ => 0,
        };
        scenarios.push(Scenario { key, name, sheet: Sheet::restored(member)? });
    }
    if scenarios.is_empty() {
        return Err(InputError::new("scenarios", Code::Missing, "a list of plans").into());
    }
    Ok(scenarios)
}
