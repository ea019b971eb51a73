//! What a person has typed so far, and what follows from it.

use super::derivation::Asked;
use super::outcome::Outcome;
use std::collections::{BTreeMap, BTreeSet};

use super::document::{at, list_mut, number, object, put, text};
use crate::Decimal;
use crate::model::evaluation::Evaluation;
use crate::plan::{Country, Document, InputError, InputErrors, Node, Plan, defaults};
use crate::text::{Kind, Locale, Phrase, Unread, Word, label, read_number};

/// The state of `<jaarplan-planner>`: the plan document and the text that was typed in each field.
///
/// Fields are named by their path in the document, but members of a list by a key that stays when
/// others come and go: `groups:3.fte`. `benefit.` is the first productivity benefit.
#[derive(Clone, Debug)]
pub struct Planner {
    /// The document. What cannot be read as a number stands in it as the text that was typed.
    pub(super) root: Node,
    /// The page's language tag; empty when it has none.
    language: String,
    /// Keys of the groups and of the cost lines, by place.
    pub(super) rows: [Vec<u32>; 2],
    next_row: u32,
    /// What was typed, by field, for as long as it says what the document says.
    typed: BTreeMap<String, String>,
    /// Fields that were left after a change: from then on a missing number is an error.
    touched: BTreeSet<String>,
    removed: Vec<Removed>,
    changed: bool,
    pub(super) errors: Vec<InputError>,
    pub(super) outcome: Option<Outcome>,
    /// The figure that somebody asks about, if any.
    pub(super) asked: Option<Asked>,
    announced: Vec<String>,
}

/// A list of the plan that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// `groups`.
    Groups,
    /// `costs`.
    Costs,
}

impl List {
    const fn place(self) -> usize {
        match self {
            Self::Groups => 0,
            Self::Costs => 1,
        }
    }

    const fn first_field(self) -> &'static str {
        match self {
            Self::Groups => "name",
            Self::Costs => "label",
        }
    }

    /// The list of a name in the document.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Groups, Self::Costs].into_iter().find(|list| list.name() == name)
    }

    /// Its name in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Costs => "costs",
        }
    }
}

/// Something that was taken away and can come back.
#[derive(Clone, Debug)]
enum Removed {
    Row { list: List, place: usize, key: u32, node: Node },
    Plan { root: Node, rows: [Vec<u32>; 2], typed: BTreeMap<String, String> },
}

impl Planner {
    /// An empty plan of a country and a year: one group without figures.
    pub fn new(country: &str, year: u32) -> Self {
        let root = object([
            ("schemaVersion", number("1")),
            ("year", number(year.to_string())),
            ("country", text(country)),
            ("groups", Node::List(vec![Node::Object(Vec::new())])),
        ]);
        let mut planner = Self {
            root: Node::Null,
            language: String::new(),
            rows: [Vec::new(), Vec::new()],
            next_row: 0,
            typed: BTreeMap::new(),
            touched: BTreeSet::new(),
            removed: Vec::new(),
            changed: false,
            errors: Vec::new(),
            outcome: None,
            asked: None,
            announced: Vec::new(),
        };
        planner.show(root);
        planner
    }

    /// Shows another plan. One that a person has worked on can be brought back.
    ///
    /// # Errors
    ///
    /// When the document is no plan at all, like a list or a plan of a newer schema; then nothing changes.
    pub fn load(&mut self, document: &Document) -> Result<(), InputErrors> {
        if let Err(errors) = Plan::read(document) {
            let whole =
                |error: &&InputError| error.path.is_empty() || error.path == "schemaVersion";
            if let Some(error) = errors.errors.iter().find(whole) {
                return Err(error.clone().into());
            }
        }
        if self.changed {
            let (root, rows) = (self.root.clone(), self.rows.clone());
            self.removed.push(Removed::Plan { root, rows, typed: self.typed.clone() });
        }
        self.show(document.root().clone());
        Ok(())
    }

    fn show(&mut self, root: Node) {
        self.root = root;
        self.typed.clear();
        self.touched.clear();
        self.changed = false;
        self.outcome = None;
        if !matches!(at(&self.root, "groups"), Some(Node::List(list)) if !list.is_empty()) {
            put(&mut self.root, "groups", Some(Node::List(vec![Node::Object(Vec::new())])));
        }
        for list in [List::Groups, List::Costs] {
            let keys = (0..self.members(list).len()).map(|_| self.key()).collect();
            self.set_rows(list, keys);
        }
        self.settle();
        self.announced = super::headlines::spoken(self);
    }

    /// Sets a value from outside, like the attribute `headcount`; not something a person did.
    pub fn preset(&mut self, path: &str, digits: &str) {
        let value = match label(path).map(|label| label.kind) {
            Some(Kind::Choice | Kind::Text) => text(digits),
            _ if Decimal::read(digits).is_ok() => number(digits),
            _ => text(digits),
        };
        put(&mut self.root, path, Some(value));
        self.settle();
        self.announced = super::headlines::spoken(self);
    }

    /// Speaks the language of a tag: French or English. Dutch, and any language that we do not
    /// speak, is the Dutch of the plan's country.
    ///
    /// A number stays the number that it is, and is written as the new language writes it. What could
    /// not be read stays as it was typed: it stands in the document itself.
    pub fn speak(&mut self, language: &str) {
        let before = self.locale();
        language.clone_into(&mut self.language);
        if !self.locale().reads_like(before) {
            let mut typed = std::mem::take(&mut self.typed);
            typed.retain(|id, _| {
                let path = self.path(id);
                let kind = path.and_then(|path| label(&path)).map(|label| label.kind);
                matches!(kind, Some(Kind::Text | Kind::Choice))
            });
            self.typed = typed;
        }
        self.announced = super::headlines::spoken(self);
    }

    /// The plan as it stands, with what cannot be read as text.
    pub fn document(&self) -> Document {
        Document::from(self.root.clone())
    }

    /// Everything that a person did, to go on with later: see [`Planner::restore`].
    pub fn snapshot(&self) -> String {
        let typed = self.typed.iter().map(|(id, typed)| (id.clone(), text(typed))).collect();
        let rows = |list: List| {
            Node::List(self.row_keys(list).map(|key| number(key.to_string())).collect())
        };
        let snapshot = object([
            ("plan", self.root.clone()),
            ("language", text(&self.language)),
            ("typed", Node::Object(typed)),
            ("groups", rows(List::Groups)),
            ("costs", rows(List::Costs)),
        ]);
        Document::from(snapshot).to_string()
    }

    /// Goes on where [`Planner::snapshot`] was taken; a text that is no snapshot changes nothing.
    pub fn restore(&mut self, snapshot: &str) {
        let Ok(document) = Document::parse(snapshot) else {
            return;
        };
        let Some(plan) = document.root().get("plan") else {
            return;
        };
        if let Some(Node::Text(language)) = document.root().get("language") {
            language.clone_into(&mut self.language);
        }
        self.show(plan.clone());
        for list in [List::Groups, List::Costs] {
            let Some(Node::List(keys)) = document.root().get(list.name()) else {
                return;
            };
            let keys: Vec<u32> = keys
                .iter()
                .filter_map(|key| if let Node::Number(key) = key { key.parse().ok() } else { None })
                .collect();
            self.next_row = keys.iter().copied().fold(self.next_row, |next, key| next.max(key + 1));
            if keys.len() == self.members(list).len() {
                self.set_rows(list, keys);
            }
        }
        if let Some(Node::Object(typed)) = document.root().get("typed") {
            for (id, node) in typed {
                if let Node::Text(text) = node {
                    self.typed.insert(id.clone(), text.clone());
                }
            }
        }
        self.changed = true;
    }

    // ── What a person does ──────────────────────────────────────────────────────────────────────

    /// A person types in a field, or chooses from its list.
    pub fn enter(&mut self, id: &str, typed: &str) {
        let Some(path) = self.own_path(id) else {
            return;
        };
        let kind = label(&path).map_or(Kind::Text, |label| label.kind);
        let value = match kind {
            Kind::Choice if label(&path).is_some_and(|label| label.name == Word::CostCash) => {
                Some(Node::Bool(typed == "true"))
            }
            Kind::Text | Kind::Choice => (!typed.is_empty()).then(|| text(typed)),
            kind => match read_number(typed, kind.entry(), self.locale()) {
                Ok(read) => Some(number(read.digits)),
                Err(Unread::Empty) => None,
                Err(_) => Some(text(typed)),
            },
        };
        // An estimate keeps its ends; an empty field is no estimate any more.
        let estimate = matches!(at(&self.root, &path), Some(Node::Object(_))) && value.is_some();
        let place = if estimate { format!("{path}.likely") } else { path };
        put(&mut self.root, &place, value);
        self.typed.insert(id.to_owned(), typed.to_owned());
        self.changed = true;
        self.settle();
    }

    /// A person leaves a field after a change.
    pub fn leave(&mut self, id: &str) {
        self.touched.insert(id.to_owned());
    }

    /// A person adds a member to a list; the new field to type in.
    pub fn add(&mut self, list: List) -> String {
        self.own(list);
        let node = match list {
            List::Groups => Node::Object(Vec::new()),
            List::Costs => object([
                ("id", text(self.free_id())),
                ("basis", text("fixed")),
                ("cash", Node::Bool(true)),
            ]),
        };
        if let Some(members) = list_mut(&mut self.root, list.name()) {
            members.push(node);
        }
        let key = self.key();
        self.rows_mut(list).push(key);
        self.changed = true;
        self.settle();
        format!("{}:{key}.{}", list.name(), list.first_field())
    }

    /// A person takes a member out of a list.
    pub fn remove(&mut self, list: List, key: u32) {
        self.own(list);
        let Some(place) = self.row_keys(list).position(|row| row == key) else {
            return;
        };
        let Some(members) = list_mut(&mut self.root, list.name()) else {
            return;
        };
        if place >= members.len() {
            return;
        }
        let node = members.remove(place);
        self.rows_mut(list).remove(place);
        self.removed.push(Removed::Row { list, place, key, node });
        self.changed = true;
        self.settle();
    }

    /// Brings back what was taken away last; the field to go on in.
    pub fn undo(&mut self) -> Option<String> {
        match self.removed.pop()? {
            Removed::Row { list, place, key, node } => {
                self.own(list);
                let place = place.min(self.row_keys(list).count());
                if let Some(members) = list_mut(&mut self.root, list.name()) {
                    members.insert(place.min(members.len()), node);
                    self.rows_mut(list).insert(place, key);
                }
                self.settle();
                Some(format!("{}:{key}.{}", list.name(), list.first_field()))
            }
            Removed::Plan { root, rows, typed } => {
                self.show(root);
                self.rows = rows;
                self.typed = typed;
                self.changed = true;
                Some("organisation".to_owned())
            }
        }
    }

    /// What [`Planner::undo`] would bring back, in a sentence.
    pub(super) fn undo_offer(&self) -> Option<String> {
        let name;
        Some(self.locale().say(match self.removed.last()? {
            Removed::Plan { .. } => Phrase::PlanReplaced,
            Removed::Row { list: List::Groups, place, node, .. } => {
                name = self.name_of(node, *place);
                Phrase::GroupRemoved(&name)
            }
            Removed::Row { list: List::Costs, node, .. } => {
                match node.get("label").or(node.get("id")) {
                    Some(Node::Text(label)) => Phrase::CostRemoved(label),
                    _ => Phrase::CostRemoved(""),
                }
            }
        }))
    }

    /// A person presses a button; the id of what to look at next.
    ///
    /// `what` is the button's `data-do`, `about` what it is about: a list, a figure or a field; `row`
    /// the key of a list's member.
    pub fn press(&mut self, what: &str, about: &str, row: u32) -> Option<String> {
        match what {
            "add" => Some(self.add(List::named(about)?)),
            "remove" => {
                self.remove(List::named(about)?, row);
                Some("undo".to_owned())
            }
            "undo" => self.undo(),
            "why" => {
                let asked = Asked::read(about);
                self.asked = asked.filter(|asked| self.asked.as_ref() != Some(asked));
                self.asked.as_ref().map(|_| "h-derivation".to_owned())
            }
            "close" => {
                self.asked = None;
                Some(about.to_owned())
            }
            "go" => Some(about.to_owned()),
            _ => None,
        }
    }

    /// What changed in the headline figures since this was last asked, in words.
    pub fn announcement(&mut self) -> Option<String> {
        let spoken = super::headlines::spoken(self);
        let news: Vec<&str> = spoken
            .iter()
            .filter(|line| !self.announced.contains(line))
            .map(String::as_str)
            .collect();
        let news = (!news.is_empty()).then(|| news.join(" "));
        self.announced = spoken;
        news
    }

    /// The result, when the plan as it stands is valid.
    pub fn result(&self) -> Option<&Evaluation> {
        let outcome = self.outcome.as_ref()?;
        self.errors.is_empty().then_some(&outcome.own.evaluation)
    }

    /// What is wrong with the plan, if anything.
    pub fn errors(&self) -> Option<InputErrors> {
        (!self.errors.is_empty()).then(|| InputErrors { errors: self.errors.clone() })
    }

    // ── What the view asks ──────────────────────────────────────────────────────────────────────

    /// The language of the page with the terms of the plan's country.
    pub fn locale(&self) -> Locale {
        match Locale::from_tag(&self.language) {
            Some(locale @ (Locale::FrBe | Locale::En)) => locale,
            _ => Locale::of_country(self.country()),
        }
    }

    pub(super) fn country(&self) -> Country {
        match at(&self.root, "country") {
            Some(Node::Text(country)) if country == "NL" => Country::Nl,
            _ => Country::Be,
        }
    }

    pub(super) fn word(&self, word: Word) -> &'static str {
        self.locale().word(word)
    }

    /// Where a field stands now; `None` when its row is gone.
    pub(super) fn path(&self, id: &str) -> Option<String> {
        for list in [List::Groups, List::Costs] {
            let Some(rest) = id.strip_prefix(list.name()).and_then(|rest| rest.strip_prefix(':'))
            else {
                continue;
            };
            let (key, field) = rest.split_once('.')?;
            let key: u32 = key.parse().ok()?;
            let place = self.row_keys(list).position(|row| row == key)?;
            return Some(format!("{}[{place}].{field}", list.name()));
        }
        match id.strip_prefix("benefit.") {
            Some(field) => Some(format!("value.benefits[{}].{field}", self.productivity()?)),
            None => Some(id.to_owned()),
        }
    }

    /// What stands in a field: the text that was typed, or the plan's value as it would be typed.
    pub(super) fn shown(&self, id: &str) -> String {
        if let Some(typed) = self.typed.get(id) {
            return typed.clone();
        }
        let Some(path) = self.path(id) else {
            return String::new();
        };
        let kind = label(&path).map_or(Kind::Text, |label| label.kind);
        let standard;
        let node = if path.starts_with("costs[") && self.rests_on_default(List::Costs) {
            standard = object([("costs", Node::List(self.default_costs()))]);
            at(&standard, &path)
        } else {
            self.said(&path)
        };
        match node {
            Some(Node::Number(digits)) => match Decimal::read(digits) {
                Ok(value) => as_typed(self.locale(), value, kind),
                Err(_) => digits.clone(),
            },
            Some(Node::Text(text)) => text.clone(),
            Some(Node::Bool(truth)) => truth.to_string(),
            _ => String::new(),
        }
    }

    /// What the plan says at a path; of an estimate, the most likely value.
    fn said(&self, path: &str) -> Option<&Node> {
        match at(&self.root, path) {
            Some(node @ Node::Object(_)) => node.get("likely"),
            node => node,
        }
    }

    /// Whether the plan itself says something here.
    pub(super) fn given(&self, id: &str) -> bool {
        self.path(id).is_some_and(|path| at(&self.root, &path).is_some())
    }

    /// What is wrong with a field, and how a doubtful number was read.
    pub(super) fn problem(&self, id: &str) -> Option<String> {
        let path = self.path(id)?;
        let kind = label(&path).map_or(Kind::Text, |label| label.kind);
        let numeric = !matches!(kind, Kind::Text | Kind::Choice);
        if let Some(Node::Text(typed)) = self.said(&path)
            && numeric
            && let Err(why) = read_number(typed, kind.entry(), self.locale())
        {
            return Some(crate::text::unread(self.locale(), why, typed, kind))
                .filter(|text| !text.is_empty());
        }
        let error = self.errors.iter().find(|error| concerns(error, &path))?;
        let quiet = error.code == crate::plan::Code::Missing && !self.touched.contains(id);
        (!quiet).then(|| crate::text::error(self.locale(), error))
    }

    /// How a doubtful number was read.
    pub(super) fn echo(&self, id: &str) -> Option<String> {
        let kind = label(&self.path(id)?)?.kind;
        if matches!(kind, Kind::Text | Kind::Choice) {
            return None;
        }
        let read = read_number(self.typed.get(id)?, kind.entry(), self.locale()).ok()?;
        crate::text::reading(self.locale(), &read, kind)
    }

    pub(super) fn row_keys(&self, list: List) -> impl Iterator<Item = u32> {
        self.rows.get(list.place()).into_iter().flatten().copied()
    }

    /// The members of a list as they stand, the default cost lines included.
    pub(super) fn members(&self, list: List) -> Vec<Node> {
        match at(&self.root, list.name()) {
            Some(Node::List(members)) => members.clone(),
            _ if list == List::Costs => self.default_costs(),
            _ => Vec::new(),
        }
    }

    /// Whether a list still is the default one.
    pub(super) fn rests_on_default(&self, list: List) -> bool {
        at(&self.root, list.name()).is_none()
    }

    /// The name of the group at a place.
    pub(super) fn group_name(&self, place: usize) -> String {
        let group = at(&self.root, &format!("groups[{place}]"));
        self.name_of(group.unwrap_or(&Node::Null), place)
    }

    /// Whether `null` stands here, where that has a meaning of its own.
    pub(super) fn says_never(&self, path: &str) -> bool {
        path.ends_with(".halfLifeMonths")
            && path.rsplit_once('.').is_some_and(|(benefit, key)| {
                at(&self.root, benefit).and_then(|benefit| benefit.get(key)) == Some(&Node::Null)
            })
    }

    fn name_of(&self, group: &Node, place: usize) -> String {
        match group.get("name").or(group.get("id")) {
            Some(Node::Text(name)) if !name.trim().is_empty() => name.trim().to_owned(),
            _ => self.locale().say(Phrase::NamelessGroup(place + 1)),
        }
    }

    // ── Inside ──────────────────────────────────────────────────────────────────────────────────

    fn key(&mut self) -> u32 {
        self.next_row = self.next_row.wrapping_add(1);
        self.next_row
    }

    fn set_rows(&mut self, list: List, keys: Vec<u32>) {
        *self.rows_mut(list) = keys;
    }

    fn rows_mut(&mut self, list: List) -> &mut Vec<u32> {
        let [groups, costs] = &mut self.rows;
        match list {
            List::Groups => groups,
            List::Costs => costs,
        }
    }

    /// The place of the first productivity benefit, when the plan lists benefits.
    fn productivity(&self) -> Option<usize> {
        match at(&self.root, "value.benefits") {
            Some(Node::List(benefits)) => benefits
                .iter()
                .position(|benefit| benefit.get("kind") == Some(&text("productivity"))),
            _ => Some(0),
        }
    }

    /// The path of a field, after the default list it stands in has become the plan's own.
    fn own_path(&mut self, id: &str) -> Option<String> {
        if id.starts_with("costs:") {
            self.own(List::Costs);
        }
        if id.starts_with("benefit.") && at(&self.root, "value.benefits").is_none() {
            let benefits = ["productivity", "retention"]
                .map(|kind| object([("id", text(kind)), ("kind", text(kind))]));
            put(&mut self.root, "value.benefits", Some(Node::List(benefits.into())));
        }
        self.path(id)
    }

    fn own(&mut self, list: List) {
        if self.rests_on_default(list) {
            let members = self.members(list);
            put(&mut self.root, list.name(), Some(Node::List(members)));
        }
    }

    /// The cost lines that stand in when a plan has none.
    fn default_costs(&self) -> Vec<Node> {
        let amounts = defaults(self.country());
        let line = |id: &str, name: Word, basis: &str| {
            let amount = amounts
                .iter()
                .find(|default| default.of == Some(id) && default.path == "costs[].amount")
                .map_or_else(String::new, |default| default.value.to_string());
            object([
                ("id", text(id)),
                ("label", text(self.word(name))),
                ("category", text(id)),
                ("basis", text(basis)),
                ("amount", number(amount)),
                ("cash", Node::Bool(true)),
            ])
        };
        vec![
            line("external", Word::ExternalTraining, "perFormalHour"),
            line("platform", Word::Platform, "perParticipant"),
            line("rooms", Word::Rooms, "perSession"),
        ]
    }

    /// An id that no cost line or subsidy has.
    fn free_id(&self) -> String {
        let taken = |id: &str| {
            ["costs", "subsidies"].iter().any(|list| match at(&self.root, list) {
                Some(Node::List(members)) => {
                    members.iter().any(|member| member.get("id") == Some(&text(id)))
                }
                _ => false,
            })
        };
        let mut number = 1_u32;
        loop {
            let id = format!("post-{number}");
            if !taken(&id) {
                return id;
            }
            number += 1; // ends: a plan has at most 1,100 such ids
        }
    }

    /// Computes anew. When the plan is not valid the last valid outcome stays.
    fn settle(&mut self) {
        match Plan::read(&self.document()).and_then(Outcome::of) {
            Ok(outcome) => {
                self.outcome = Some(outcome);
                self.errors.clear();
            }
            Err(errors) => self.errors = errors.errors,
        }
    }
}

/// Whether an error is about the field at `path`, or about part of the estimate in it.
pub(super) fn concerns(error: &InputError, path: &str) -> bool {
    error.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// A value of the plan as a person would type it.
pub(super) fn as_typed(locale: Locale, value: Decimal, kind: Kind) -> String {
    match kind {
        Kind::Percent => locale.decimal_percent(value),
        Kind::Money => locale.decimal_places(value, if value.is_whole() { 0 } else { 2 }),
        Kind::Year => value.to_string(),
        _ => locale.decimal(value),
    }
}
