//! One element of the page, without the page: what a person does goes in, a view comes out.

use std::cell::RefCell;
use std::rc::Rc;

use super::components::DRIVEN;
use super::context::{Asked, Own, Screen};
use super::kinds::{Effect, Kind, Panel, Storage, Tab};
use super::pages::scenarios::spoken;
use super::state::goals::ASKED;
use super::state::paste;
use super::state::{Draft, List, NAME_FIELD, field_of, name_field, on_shelf, part_of, row_of};
use super::tree::{Drawing, draw};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::link::{self, LinkError};
use crate::model::figures::Figure;
use crate::plan::{Document, End, InputErrors, Node, schema};
use crate::text::{self, Locale, Phrase, Word};

/// What a button does.
#[derive(Clone, Copy)]
enum Deed {
    Add,
    Remove,
    Undo,
    Redo,
    Copy,
    Print,
    Save,
    Csv,
    Share,
    Anyway,
    CopyLink,
    Dismiss,
    Why,
    Close,
    Go,
    Duplicate,
    Choose,
    Discard,
    Tab,
    Weigh,
    Driven,
    Variance,
    Ends,
    Fit,
    Take,
}

/// The names of what buttons do. Those of a panel, `back` and `again`, keep the focus when there is nothing
/// to take back.
const DEEDS: [(&str, Deed); 30] = [
    ("add", Deed::Add),
    ("remove", Deed::Remove),
    ("undo", Deed::Undo),
    ("back", Deed::Undo),
    ("redo", Deed::Redo),
    ("again", Deed::Redo),
    ("copy", Deed::Copy),
    ("print", Deed::Print),
    ("save", Deed::Save),
    ("csv", Deed::Csv),
    ("share", Deed::Share),
    ("anyway", Deed::Anyway),
    ("copy-link", Deed::CopyLink),
    ("dismiss", Deed::Dismiss),
    ("why", Deed::Why),
    ("close", Deed::Close),
    ("go", Deed::Go),
    ("duplicate", Deed::Duplicate),
    ("choose", Deed::Choose),
    ("discard", Deed::Discard),
    ("tab", Deed::Tab),
    ("weigh", Deed::Weigh),
    ("driven", Deed::Driven),
    ("variance", Deed::Variance),
    ("ends", Deed::Ends),
    ("seek", Deed::Fit),
    ("spread", Deed::Fit),
    ("race", Deed::Fit),
    ("take", Deed::Take),
    ("take-new", Deed::Take),
];

/// What a button of this name does, with the name as it stands there.
fn deed_named(name: &str) -> Option<(&'static str, Deed)> {
    DEEDS.into_iter().find(|(known, _)| *known == name)
}

/// A widget.
#[derive(Debug)]
pub struct Widget {
    kind: Kind,
    draft: Rc<RefCell<Draft>>,
    own: Own,
    /// What the page wants to see in the place of another text.
    labels: Vec<(String, String)>,
}

#[allow(clippy::redundant_closure_for_method_calls)] // the method itself holds for one lifetime only
impl Widget {
    /// A widget on the plan of a name, which others may show already. `today` is like `2027-03-31`.
    pub fn new(kind: Kind, plan: &str, today: &str, page: &str) -> Self {
        let own = Own { today: today.to_owned(), page: page.to_owned(), ..Own::default() };
        let draft = on_shelf(plan, planned_year(today));
        let mut widget = Self { kind, draft, own, labels: Vec::new() };
        widget.listen();
        widget
    }

    /// Shows the plan of another name from now on.
    pub fn join(&mut self, plan: &str) {
        self.draft = on_shelf(plan, planned_year(&self.own.today));
        self.own.asked = None;
        self.listen();
    }

    /// The plan that it shares.
    pub fn draft(&self) -> &Rc<RefCell<Draft>> {
        &self.draft
    }

    /// What would be shown of one part of the planner.
    #[cfg(test)]
    pub fn view_of(&self, tab: Tab) -> super::tree::seen::Element {
        let mut own = self.own.clone();
        own.tab = tab;
        draw(|| Screen::new(&self.draft.borrow(), &own, self.kind).view()).seen()
    }

    /// What is shown.
    #[cfg(test)]
    pub fn view(&self) -> super::tree::seen::Element {
        self.draw().seen()
    }

    /// Everything that is shown.
    pub fn draw(&self) -> Drawing {
        let mut drawing = self.drawing();
        if !self.labels.is_empty() {
            drawing.replace(&|text| {
                let shown = text.trim();
                let (_, to) = self.labels.iter().find(|(from, _)| from == shown)?;
                let (before, after) = text.split_once(shown)?;
                Some([before, to, after].concat())
            });
        }
        drawing
    }

    fn drawing(&self) -> Drawing {
        draw(|| self.drawn(|screen| screen.view()))
    }

    /// Words that the page wants to see replaced: an object with what stands there and what must.
    pub fn relabel(&mut self, labels: &str) {
        let Ok(document) = Document::parse(labels) else { return };
        let Node::Object(members) = document.root() else { return };
        self.labels.clear();
        for (from, to) in members {
            if let Node::Text(to) = to {
                self.labels.push((from.clone(), to.clone()));
            }
        }
    }

    /// Whether the page asks that nobody changes the plan.
    pub fn lock(&mut self, readonly: bool) {
        self.own.readonly = readonly;
    }

    /// Says whether defaults count as not known exactly, so that figures are ranges.
    pub fn weigh(&mut self, uncertain: bool) {
        self.draft.borrow_mut().weigh(uncertain);
    }

    fn drawn<T>(&self, draw: impl FnOnce(&Screen<'_>) -> T) -> T {
        let draft = self.draft.borrow();
        draw(&Screen::new(&draft, &self.own, self.kind))
    }

    /// The language that it speaks.
    pub fn locale(&self) -> Locale {
        self.drawn(|screen| screen.locale())
    }

    /// Speaks the language of a tag: French or English. Dutch, and any language that we do not
    /// speak, is the Dutch of the plan's country.
    pub fn speak(&mut self, language: &str) {
        language.clone_into(&mut self.own.language);
        self.listen();
    }

    /// What is shown now is no news.
    fn listen(&mut self) {
        self.own.announced = self.drawn(spoken);
    }

    // ── What the page does ──────────────────────────────────────────────────────────────────────

    /// Shows another plan, or the scenarios of a saved file.
    ///
    /// # Errors
    ///
    /// When the document is no plan at all; then nothing changes.
    pub fn load(&mut self, document: &Document) -> Result<(), InputErrors> {
        self.draft.borrow_mut().load(document)?;
        self.own.asked = None;
        self.listen();
        Ok(())
    }

    /// Sets a value from outside, like the attribute `headcount`.
    pub fn preset(&mut self, path: &str, digits: &str) {
        let path = path.parse().unwrap_or_else(|_| broken("an attribute stands for no input"));
        self.draft.borrow_mut().preset(&path, digits);
        self.listen();
    }

    /// Opens the plan in the fragment of the page's address, to look at.
    pub fn follow(&mut self, fragment: &str) -> bool {
        let opened = match link::decode(fragment) {
            Ok(linked) => self.draft.borrow_mut().share(&linked.document).is_ok(),
            Err(LinkError::NotALink) => return false,
            Err(_) => false,
        };
        if !opened {
            self.own.panel = Some(Panel::Notice(Word::LinkUnreadable));
        }
        self.listen();
        opened
    }

    /// Goes on with what the browser kept: nothing yet, or it is `refused`. Whether there was a plan.
    pub fn recall(&mut self, kept: Option<&str>, refused: bool) -> bool {
        let read = kept.map(|kept| {
            Document::parse(kept).and_then(|document| self.draft.borrow_mut().open(&document))
        });
        self.own.storage = match read {
            _ if refused => Storage::Refused,
            Some(Err(_)) => Storage::Unreadable,
            _ => Storage::On,
        };
        self.own.has_kept = matches!(read, Some(Ok(())));
        self.listen();
        self.own.has_kept
    }

    /// Goes on with what [`Draft::kept`] gave, in the fresh instance of a module that had stopped when
    /// this is to be `told`.
    pub fn resume(&mut self, kept: &str, told: bool) {
        if self.draft.borrow_mut().claim() {
            // It was written by the same version, and a plan that is no plan has nothing to go on with.
            let _ = Document::parse(kept).and_then(|document| self.load(&document));
        }
        self.own.restarted = told;
        self.listen();
    }

    /// Goes on keeping the plan in the browser, unless what is `kept` there cannot be read.
    pub fn keep_on(&mut self, kept: Option<&str>) {
        let is_readable = |kept| Document::parse(kept).is_ok_and(|kept| Draft::is_readable(&kept));
        let is_on = kept.is_none_or(is_readable);
        self.own.storage = if is_on { Storage::On } else { Storage::Unreadable };
        self.own.has_kept = is_on && kept.is_some();
    }

    /// What the browser is to keep, when the page asked for that and the plan is a person's own.
    pub fn to_keep(&self) -> Option<String> {
        let draft = self.draft.borrow();
        let keep = self.own.storage == Storage::On && draft.is_own();
        keep.then(|| draft.kept().to_string())
    }

    // ── What a person does ──────────────────────────────────────────────────────────────────────

    /// A person types in a field, or chooses from its list.
    pub fn enter(&mut self, id: &str, typed: &str) {
        if id.starts_with(ASKED) {
            return self.own.fitting.enter(id, typed);
        }
        if self.is_locked() {
            return;
        }
        let locale = self.locale();
        let (scenario, id) = split(id);
        match id.strip_prefix(NAME_FIELD).and_then(|key| key.parse().ok()) {
            Some(key) => self.draft.borrow_mut().rename(key, typed),
            None => self.draft.borrow_mut().enter(scenario, id, typed, locale),
        }
    }

    /// A person moves a slider; `value` is in digits with a point.
    pub fn slide(&mut self, id: &str, value: &str) {
        if let Ok(value) = Decimal::read(value) {
            let typed = self.locale().decimal(value);
            self.enter(id, &typed);
        }
    }

    /// A person pastes a text in a field: whether it was a table, which is now in the fields.
    pub fn paste(&mut self, id: &str, text: &str) -> bool {
        let Some((List::Groups, key, field)) = row_of(id) else { return false };
        if self.is_locked() {
            return false;
        }
        let locale = self.locale();
        let Some(pasted) = paste::table(text, field, locale) else { return false };
        self.draft.borrow_mut().paste(key, &pasted, locale);
        let mut left = String::new();
        for cell in &pasted.leftover {
            text::list(&mut left, "; ", cell);
        }
        self.own.panel = match left.as_str() {
            "" => None,
            left => Some(Panel::Said(locale.say(Phrase::PastedRest(left)))),
        };
        true
    }

    /// A person opens a file. One that is no plan changes nothing.
    pub fn open_file(&mut self, text: &str) {
        let read = Document::parse(text);
        let opened = read.and_then(|document| self.draft.borrow_mut().open(&document));
        self.own.asked = None;
        self.own.panel = opened.is_err().then_some(Panel::Notice(Word::FileUnreadable));
    }

    /// A person leaves a field after a change.
    pub fn leave(&mut self, id: &str) {
        let (scenario, id) = split(id);
        if !id.starts_with(NAME_FIELD) && !id.starts_with(ASKED) {
            self.draft.borrow_mut().leave(scenario, id);
        }
    }

    /// Whether nobody can change the plan here.
    pub fn is_locked(&self) -> bool {
        self.drawn(|screen| screen.locked())
    }

    /// A person presses a button; what the page has to do then.
    ///
    /// `what` is the button's `data-do`, `about` what it is about: a list, a figure or a field; `row`
    /// the key of a list's member.
    pub fn press(&mut self, what: &str, about: &str, row: u32) -> Option<Effect> {
        let (name, deed) = deed_named(what)?;
        if matches!(deed, Deed::Add | Deed::Remove | Deed::Duplicate | Deed::Discard | Deed::Take)
            && self.is_locked()
        {
            return None;
        }
        let id; // of what to look at, when it is not one that we know by name
        let focus = match deed {
            Deed::Copy if self.own.has_kept => {
                self.ask(self.locale().word(Word::CopyReplaces).to_owned(), name)
            }
            Deed::Save | Deed::Csv | Deed::Share => {
                let small = self.drawn(|screen| screen.small_groups());
                if small.is_empty() {
                    return self.hand_out(deed);
                }
                self.ask(self.locale().say(Phrase::WagesOf(&small)), name)
            }
            Deed::Copy => return self.hand_out(deed),
            Deed::Anyway => {
                self.own.panel = None;
                return self.hand_out(deed_named(about)?.1);
            }
            Deed::Dismiss => {
                self.own.panel = None;
                self.own.restarted = false;
                return None;
            }
            Deed::Fit => {
                self.own.fitting = self.drawn(|screen| screen.fit(what));
                return None;
            }
            Deed::Take => {
                self.take(about, what == "take-new")?;
                "fit-goal"
            }
            Deed::Ends => {
                self.fold(about);
                return None;
            }
            Deed::Print => return Some(Effect::Print),
            Deed::CopyLink => {
                let Some(Panel::Link(link)) = &mut self.own.panel else { return None };
                let link = std::mem::take(link);
                self.own.panel = Some(Panel::Notice(Word::Copied));
                return Some(Effect::Copy(link));
            }
            Deed::Why => {
                let asked = Asked::read(about);
                self.own.asked = if self.own.asked == asked { None } else { asked };
                self.own.asked.as_ref()?;
                "h-derivation"
            }
            Deed::Close => {
                self.own.asked = None;
                about
            }
            Deed::Go => {
                id = self.go(about);
                &id
            }
            Deed::Weigh => {
                let uncertain = self.draft.borrow().is_uncertain();
                self.weigh(!uncertain);
                return None;
            }
            Deed::Driven => {
                self.own.driven = Some(DRIVEN.into_iter().find(|figure| figure.id() == about)?);
                return None;
            }
            Deed::Variance => {
                let draft = self.draft.borrow();
                draft.sheet().outcome()?.explain_variance(Figure::find(about)?);
                return None;
            }
            Deed::Tab => {
                self.own.tab = Tab::named(about)?;
                id = ["tab-", about].concat();
                &id
            }
            Deed::Undo | Deed::Redo => {
                let undone = self.draft.borrow_mut().step(matches!(deed, Deed::Undo));
                match undone {
                    Some(field) => {
                        id = self.here(field);
                        &id
                    }
                    None if matches!(what, "back" | "again") => what,
                    None => return None,
                }
            }
            deed => {
                id = self.change(deed, about, row)?;
                &id
            }
        };
        Some(Effect::Focus(focus.to_owned()))
    }

    /// Asks something before a button does what it does; the id of the question.
    fn ask(&mut self, question: String, what: &'static str) -> &'static str {
        self.own.panel = Some(Panel::Ask(question, what));
        "h-panel"
    }

    /// Brings what a question found into the plan, or into a `new` scenario.
    fn take(&mut self, what: &str, new: bool) -> Option<()> {
        let (values, name, locale) = self.drawn(|screen| {
            (screen.fit_values(what), new.then(|| screen.free_name()), screen.locale())
        });
        values.first()?;
        self.draft.borrow_mut().adopt(&values, name, locale);
        self.own.fitting = self.drawn(|screen| screen.taken());
        Some(())
    }

    /// Shows the lowest and the highest value of a field too, or folds them away.
    fn fold(&mut self, id: &str) {
        let open = &mut self.own.open;
        match open.iter().position(|one| one == id) {
            None => open.push(id.to_owned()),
            Some(place) => {
                open.remove(place);
                if !self.is_locked() {
                    self.draft.borrow_mut().close(id);
                }
            }
        }
    }

    /// Shows the field that an end of an estimate stands in with its ends.
    fn unfold(&mut self, id: &str) {
        let (field, part) = part_of(id);
        if part != End::Likely && !self.own.open.iter().any(|one| one == field) {
            self.own.open.push(field.to_owned());
        }
    }

    /// Changes a list of the plan, or its scenarios; the id of what to look at then.
    fn change(&mut self, deed: Deed, about: &str, row: u32) -> Option<String> {
        let mut draft = self.draft.borrow_mut();
        let screen = Screen::new(&draft, &self.own, self.kind);
        let locale = screen.locale();
        let mut focus = "undo".to_owned();
        match deed {
            Deed::Add => return Some(draft.add(List::named(about)?, locale)),
            Deed::Remove => {
                draft.remove(List::named(about)?, row, locale);
                return Some(focus);
            }
            Deed::Duplicate => {
                let name = screen.free_name();
                draft.duplicate(name);
                focus = name_field(draft.current());
            }
            Deed::Choose => {
                draft.choose(row);
                focus = format!("scenario-{row}");
            }
            _ => {
                let name = screen.scenario_name(row);
                draft.discard(row, name);
            }
        }
        drop(draft);
        self.listen();
        Some(focus)
    }

    /// The id that a field of the scenario that is worked on has in what is shown: among others it has
    /// the key of that scenario in front.
    fn here(&mut self, id: String) -> String {
        self.unfold(&id);
        let among = field_of(self.draft.borrow().current(), &id);
        let drawing = self.drawing();
        if !has(&drawing, &id) && has(&drawing, &among) { among } else { id }
    }

    /// Saves the plan, makes a link to it, or goes on with a plan to look at as one's own.
    fn hand_out(&mut self, deed: Deed) -> Option<Effect> {
        if matches!(deed, Deed::Copy) {
            self.own.readonly = false;
            self.draft.borrow_mut().copy();
            return None;
        }
        let draft = self.draft.borrow();
        let screen = Screen::new(&draft, &self.own, self.kind);
        let (ending, kind, text) = match deed {
            Deed::Save => (".json", "application/json", draft.file().to_string()),
            Deed::Csv => {
                let own = &screen.outcome()?.own;
                let csv = text::csv(screen.locale(), &own.plan, &own.evaluation, &self.own.today);
                (".csv", "text/csv;charset=utf-8", csv)
            }
            _ => {
                self.own.panel = Some(match link::encode(&screen.sheet.document()) {
                    Ok(link) => Panel::Link([self.own.page.as_str(), &link].concat()),
                    Err(_) => Panel::Notice(Word::LinkTooLong),
                });
                return Some(Effect::Focus("h-panel".to_owned()));
            }
        };
        let year = screen.sheet.shown(schema::YEAR.path, screen.locale());
        Some(Effect::Download { name: ["jaarplan-", &year, ending].concat(), kind, text })
    }

    /// Shows the field with an id, wherever it is; the id that it has there.
    ///
    /// The field of another scenario that is nowhere to be seen is one of that scenario's own form.
    fn go(&mut self, id: &str) -> String {
        self.unfold(id);
        let known = Tab::ALL.into_iter().any(|tab| {
            self.own.tab = tab; // at the end of the search it is shown
            has(&self.drawing(), id)
        });
        if known {
            return id.to_owned();
        }
        if let (Some(key), field) = split(id) {
            self.draft.borrow_mut().choose(key);
            return self.go(field);
        }
        self.own.tab = Tab::Plan;
        self.own.extra.push(id.to_owned());
        id.to_owned()
    }

    /// What changed in the headline figures since this was last asked, in words.
    pub fn announcement(&mut self) -> Option<String> {
        let before = std::mem::take(&mut self.own.announced);
        self.listen();
        let mut news = String::new();
        for spoken in &self.own.announced {
            if !spoken.is_known(&before) {
                text::list(&mut news, " ", &spoken.text());
            }
        }
        Some(news).filter(|news| !news.is_empty())
    }

    /// What is wrong with the plan, if anything.
    pub fn errors(&self) -> Option<InputErrors> {
        let draft = self.draft.borrow();
        let errors = draft.sheet().errors();
        (!errors.is_empty()).then(|| InputErrors { errors: errors.to_vec() })
    }
}

/// The year that people plan for: the next one from July on.
fn planned_year(today: &str) -> u32 {
    let mut parts = [0, 0];
    for (part, digits) in parts.iter_mut().zip(today.split('-')) {
        *part = digits.parse().unwrap_or(0); // a year that no plan has, for people to see and to correct
    }
    let [year, month] = parts;
    if month >= 7 { year + 1 } else { year }
}

/// The key of a scenario and the field in it; without a key it is the one that is worked on.
fn split(id: &str) -> (Option<u32>, &str) {
    let split = id.split_once('/').and_then(|(key, rest)| Some((key.parse().ok()?, rest)));
    match split {
        Some((key, rest)) => (Some(key), rest),
        None => (None, id),
    }
}

fn has(drawing: &Drawing, id: &str) -> bool {
    let mut found = false;
    drawing.visit(drawing.root(), &mut |name, value| found |= name == "id" && value == id);
    found
}
