//! One plan as a person works on it: what they typed, and what follows from it.

use std::rc::Rc;

use super::content::{add, json, number, part_of, path, text, text_in};
use super::outcome::Outcome;
use super::paste::Pasted;
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::evaluation::Evaluation;
use crate::plan::schema::{self, members};
use crate::plan::{
    BenefitKind, Code, Country, Document, End, InList, InputError, InputErrors, Node, Path, Place,
    Plan, Step,
};
use crate::text::{Kind, Locale, Phrase, Span, Unread, Word, cost_name, label_of, read_number};

/// A plan document, the text that was typed in each field, and what follows from both.
///
/// Fields are named by their path in the document, but members of a list by a key that stays when
/// others come and go: `groups:3.fte`. `benefit.` is the first productivity benefit.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub(super) content: Rc<Content>,
    errors: Vec<InputError>,
    outcome: Option<Rc<Outcome>>,
}

/// What a person made: everything else follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The document. What cannot be read as a number stands in it as the text that was typed.
    root: Node,
    /// Keys of the groups and of the cost lines, by place.
    rows: [Vec<u32>; 2],
    next_row: u32,
    /// What happened in each field, in the order of their ids.
    fields: Vec<Rc<Field>>,
}

/// What a person did in a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Field {
    id: String,
    /// What was typed, and in which language, for as long as it says what the document says.
    typed: Option<(Locale, String)>,
    /// It was left after a change: from then on a missing number is an error.
    touched: bool,
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
    const ALL: [Self; 2] = [Self::Groups, Self::Costs];

    /// The first field of the member with a key.
    pub(super) fn first_field(self, key: u32) -> String {
        match self {
            Self::Groups => format!("groups:{key}.name"),
            Self::Costs => format!("costs:{key}.label"),
        }
    }

    /// The list of a name in the document.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.name() == name)
    }

    /// Its place in the document.
    fn path(self) -> Path {
        path(self.name())
    }

    /// Its name in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Groups => members::GROUPS,
            Self::Costs => members::COSTS,
        }
    }
}

/// The benefits of a plan that lists none.
fn default_benefits() -> Node {
    let benefit = |kind: &BenefitKind| {
        let mut members = Vec::new();
        add(&mut members, "id", text(kind.as_str()));
        add(&mut members, "kind", text(kind.as_str()));
        Node::Object(members)
    };
    Node::List(schema::DEFAULT_BENEFITS.iter().map(benefit).collect())
}

impl Sheet {
    /// An empty plan of a country and a year: one group without figures.
    pub fn new(country: &str, year: u32) -> Self {
        Self::of(json(&format!(
            r#"{{"schemaVersion":1,"year":{year},"country":"{country}","groups":[{{}}]}}"#
        )))
    }

    /// A plan that somebody gave.
    ///
    /// # Errors
    ///
    /// When the document is no plan at all, like a list. One of a newer schema is shown as far as it
    /// can be read: see [`Sheet::is_newer`].
    pub fn load(document: &Document) -> Result<Self, InputErrors> {
        if let Err(errors) = Plan::read(document) {
            for error in errors.errors {
                let path = error.path.as_str();
                if path.is_empty()
                    || path == schema::SCHEMA_VERSION.path && error.code != Code::NewerSchema
                {
                    return Err(error.into());
                }
            }
        }
        Ok(Self::of(document.root().clone()))
    }

    fn of(mut root: Node) -> Self {
        if !matches!(root.get(members::GROUPS), Some(Node::List(list)) if !list.is_empty()) {
            List::Groups.path().put(&mut root, Some(json("[{}]")));
        }
        let rows = [Vec::new(), Vec::new()];
        let content = Rc::new(Content { root, rows, next_row: 0, fields: Vec::new() });
        let mut sheet = Self { content, errors: Vec::new(), outcome: None };
        for list in List::ALL {
            for _ in sheet.members(list, Locale::default()) {
                sheet.push_row(list);
            }
        }
        sheet.settle();
        sheet
    }

    /// The sheet with this content.
    pub(super) fn with(content: Rc<Content>) -> Self {
        let mut sheet = Self { content, errors: Vec::new(), outcome: None };
        sheet.settle();
        sheet
    }

    /// Sets a value from outside, like the attribute `headcount`; not something a person did.
    pub fn preset(&mut self, path: &Path, digits: &str) {
        let value = match label_of(path).map(|label| label.kind) {
            Some(Kind::Choice | Kind::Text) => text(digits),
            _ if Decimal::read(digits).is_ok() => number(digits),
            _ => text(digits),
        };
        path.put(&mut self.change().root, Some(value));
        self.settle();
    }

    /// Everything that a person did beside the plan, to go on with later: see [`Sheet::restored`].
    pub(super) fn keep(&self, kept: &mut Vec<(String, Node)>) {
        let mut all = Vec::new();
        for field in &self.content.fields {
            if let Some((locale, typed)) = &field.typed {
                let pair = vec![text(locale.tag()), text(typed)];
                add(&mut all, &field.id, Node::List(pair));
            }
        }
        add(kept, "typed", Node::Object(all));
        for list in List::ALL {
            let mut keys = Vec::new();
            for key in self.rows(list) {
                keys.push(Node::Number(key.to_string()));
            }
            add(kept, list.name(), Node::List(keys));
        }
    }

    /// The sheet that was kept; without what was typed when that is not there.
    ///
    /// # Errors
    ///
    /// As [`Sheet::load`].
    pub(super) fn restored(kept: &Node) -> Result<Self, InputErrors> {
        let plan = kept.get("plan").cloned().unwrap_or(Node::Null); // which is no plan at all
        let mut sheet = Self::load(&Document::from(plan))?;
        for list in List::ALL {
            let Some(Node::List(keys)) = kept.get(list.name()) else { continue };
            let (mut rows, mut last) = (Vec::new(), sheet.content.next_row);
            for key in keys {
                if let Node::Number(key) = key
                    && let Ok(key) = key.parse()
                {
                    rows.push(key);
                    last = last.max(key);
                }
            }
            if rows.len() == sheet.rows(list).len() {
                sheet.change().next_row = last;
                *sheet.rows_mut(list) = rows;
            }
        }
        if let Some(Node::Object(fields)) = kept.get("typed") {
            for (id, typed) in fields {
                if let Node::List(pair) = typed
                    && let [Node::Text(tag), Node::Text(typed)] = pair.as_slice()
                    && let Some(locale) = Locale::from_tag(tag)
                {
                    sheet.note(id, Some((locale, typed.clone())));
                }
            }
        }
        Ok(sheet)
    }

    /// Whether the document is of a schema that this version does not know.
    pub fn is_newer(&self) -> bool {
        match self.content.root.get(schema::SCHEMA_VERSION.path) {
            Some(Node::Number(version)) => {
                Decimal::read(version).is_ok_and(|version| version.to_f64() > 1.0)
            }
            _ => false,
        }
    }

    pub(super) fn root(&self) -> &Node {
        &self.content.root
    }

    /// The plan as it stands, with what cannot be read as text.
    pub fn document(&self) -> Document {
        Document::from(self.content.root.clone())
    }

    // ── What a person does ──────────────────────────────────────────────────────────────────────

    /// A person types in a field, or chooses from its list.
    pub fn enter(&mut self, id: &str, typed: &str, locale: Locale) {
        self.write(id, typed, locale);
        self.settle();
    }

    fn write(&mut self, id: &str, typed: &str, locale: Locale) {
        let (whole, part) = part_of(id);
        let standing = self.standing(whole);
        let Some(path) = self.own_path(whole, locale) else {
            return; // its row is gone
        };
        let kind = kind_of(&path);
        let value = match kind {
            Kind::Choice if label_of(&path).is_some_and(|label| label.name == Word::CostCash) => {
                Some(Node::Bool(typed == "true"))
            }
            Kind::Text | Kind::Choice => (!typed.is_empty()).then(|| text(typed)),
            kind => match read_number(typed, kind.entry(), locale) {
                Ok(read) => Some(Node::Number(read.digits)),
                Err(Unread::Empty) => None,
                Err(_) => Some(text(typed)),
            },
        };
        let value = if Self::takes_estimate(&path) {
            self.with_part(whole, part, value.as_ref(), standing)
        } else {
            value
        };
        path.put(&mut self.change().root, value);
        self.note(id, Some((locale, typed.to_owned())));
    }

    /// Puts a value in a field; what was typed in the ends of an estimate there is no more.
    pub(super) fn replace(&mut self, id: &str, path: &Path, value: Option<Node>) {
        let content = self.change();
        path.put(&mut content.root, value);
        content.fields.retain(|field| field.id == id || part_of(&field.id).0 != id);
        self.settle();
    }

    /// Values that were found, by field; an estimate becomes the one number that was asked for.
    pub(super) fn adopt(&mut self, values: &[(String, String)], locale: Locale) {
        for (id, value) in values {
            if let Some(path) = self.path(id) {
                self.replace(id, &path, None);
            }
            self.write(id, value, locale);
        }
        self.settle();
    }

    /// A person leaves a field after a change.
    pub fn leave(&mut self, id: &str) {
        self.note(id, None);
    }

    /// A person adds a member to a list; the new field to type in.
    pub fn add(&mut self, list: List, locale: Locale) -> String {
        self.own(list, locale);
        let node = match list {
            List::Groups => "{}".to_owned(),
            List::Costs => format!(r#"{{"id":"{}","basis":"fixed","cash":true}}"#, self.free_id()),
        };
        self.members_mut(list).push(json(&node));
        let key = self.push_row(list);
        self.settle();
        list.first_field(key)
    }

    /// A person pastes a table in the groups, from the one with this key on; it makes room for itself.
    pub fn paste(&mut self, key: u32, pasted: &Pasted, locale: Locale) {
        let Some(first) = self.place(List::Groups, key) else { return }; // that row is gone
        while self.rows(List::Groups).len() < first + pasted.rows {
            self.members_mut(List::Groups).push(Node::Object(Vec::new()));
            self.push_row(List::Groups);
        }
        for cell in &pasted.cells {
            let key = self.rows(List::Groups).get(first + cell.row);
            let key = key.unwrap_or_else(|| broken("a cell is below the last row of its table"));
            self.write(&format!("groups:{key}.{}", cell.field), &cell.text, locale);
        }
        self.settle();
    }

    /// A person takes a member out of a list; what it was called.
    pub fn remove(&mut self, list: List, key: u32, locale: Locale) -> Option<String> {
        self.own(list, locale);
        let place = self.place(list, key)?;
        let members = self.members_mut(list);
        let member = members.get(place)?; // another list was typed in the place of the one with this row
        let name = match list {
            List::Groups => name_of(member, place, locale),
            List::Costs => first_text(member, ["label", "id"]).to_owned(),
        };
        members.remove(place);
        self.rows_mut(list).remove(place);
        self.settle();
        Some(name)
    }

    /// The result, when the plan as it stands is valid.
    pub fn result(&self) -> Option<&Evaluation> {
        let outcome = self.outcome.as_ref()?;
        self.errors.is_empty().then_some(&outcome.own.evaluation)
    }

    /// What is wrong with the plan, in the order of the document.
    pub fn errors(&self) -> &[InputError] {
        &self.errors
    }

    /// What followed from the plan when it was last valid.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_deref()
    }

    // ── What the view asks ──────────────────────────────────────────────────────────────────────

    /// The plan's country; Belgium when it names none that we know.
    pub fn country(&self) -> Country {
        match self.content.root.get(members::COUNTRY) {
            Some(Node::Text(country)) if country == Country::Nl.as_str() => Country::Nl,
            _ => Country::Be,
        }
    }

    /// Where a field stands now; `None` when its row is gone.
    pub fn path(&self, id: &str) -> Option<Path> {
        let path = match row_of(id) {
            Some((list, key, field)) => {
                format!("{}[{}].{field}", list.name(), self.place(list, key)?)
            }
            None => match id.strip_prefix("benefit.") {
                Some(field) => format!("{}[{}].{field}", members::BENEFITS, self.productivity()?),
                None => return id.parse().ok(),
            },
        };
        path.parse().ok()
    }

    /// The field in which stands what stands at a path; `None` when its row is gone.
    pub fn id_of(&self, path: &Path) -> Option<String> {
        let Some(InList { list, index, rest }) = path.in_list() else {
            return Some(path.to_string());
        };
        Some(match List::named(list) {
            Some(list) => format!("{}:{}.{rest}", list.name(), self.rows(list).get(index)?),
            None if list == members::BENEFITS && self.productivity() == Some(index) => {
                format!("benefit.{rest}")
            }
            None => path.to_string(),
        })
    }

    /// What stands in a field: the text that was typed, or the plan's value as it would be typed.
    pub fn shown(&self, id: &str, locale: Locale) -> String {
        if let Some(typed) = self.typed(id, locale) {
            return typed.to_owned();
        }
        let Some(path) = self.path(id) else {
            return String::new(); // its row is gone
        };
        let kind = kind_of(&path);
        let standard;
        let is_cost = path.index_in(members::COSTS).is_some();
        let node = if is_cost && self.rests_on_default(List::Costs) {
            let mut plan = Vec::new();
            add(&mut plan, members::COSTS, Node::List(self.default_costs(locale)));
            standard = Node::Object(plan);
            path.get(&standard)
        } else {
            let (whole, part) = part_of(id);
            self.part(whole, part)
        };
        match node {
            Some(Node::Number(digits)) => match Decimal::read(digits) {
                Ok(value) => as_typed(locale, value, kind),
                Err(_) => digits.clone(),
            },
            Some(Node::Text(text)) => text.clone(),
            Some(Node::Bool(truth)) => truth.to_string(),
            _ => String::new(),
        }
    }

    /// What was typed in a field, unless it reads otherwise in another language. A text that could
    /// not be read as a number stands in the document itself.
    fn typed(&self, id: &str, locale: Locale) -> Option<&str> {
        let (language, typed) = self.field(id)?.typed.as_ref()?;
        let is_text = || {
            let kind = self.path(id).and_then(|path| label_of(&path)).map(|label| label.kind);
            matches!(kind, Some(Kind::Text | Kind::Choice))
        };
        (language.reads_like(locale) || is_text()).then_some(typed)
    }

    /// What was typed in a field, in whatever language.
    pub(super) fn typed_ever(&self, id: &str) -> Option<&str> {
        Some(&self.field(id)?.typed.as_ref()?.1)
    }

    /// What the plan says at a path; of an estimate, the most likely value.
    pub fn said(&self, path: &Path) -> Option<&Node> {
        match path.get(&self.content.root) {
            Some(node @ Node::Object(_)) => node.get(End::Likely.as_str()),
            node => node,
        }
    }

    /// The two ends of an estimate.
    pub fn ends(&self, path: &Path) -> Option<[Decimal; 2]> {
        let Some(estimate @ Node::Object(_)) = path.get(&self.content.root) else { return None };
        let end = |end: End| match estimate.get(end.as_str()) {
            Some(Node::Number(digits)) => Decimal::read(digits).ok(),
            _ => None,
        };
        Some([end(End::Low)?, end(End::High)?])
    }

    /// Whether the plan itself says something here.
    pub fn given(&self, id: &str) -> bool {
        self.path(id).is_some_and(|path| path.get(&self.content.root).is_some())
    }

    /// What is wrong with the field of a kind that stands at a path; empty when nothing is. In one that is
    /// `open` each part of an estimate stands apart.
    pub fn problem(&self, id: &str, path: &Path, kind: Kind, open: bool, locale: Locale) -> String {
        if let Some(said) = self.said(path)
            && !matches!(kind, Kind::Text | Kind::Choice)
        {
            if let Node::Text(typed) = said
                && let Err(why) = read_number(typed, kind.entry(), locale)
            {
                return crate::text::unread(locale, why, typed, kind);
            }
            if is_of_report(path) && self.times(path).is_none() {
                return locale.say(Phrase::AllowedWhole(Span::FromTo("0", "366")));
            }
        }
        let touched = || self.field(id).is_some_and(|field| field.touched);
        match self.mistake(path, open) {
            Some(error) if error.code != Code::Missing || touched() => {
                crate::text::error(locale, error)
            }
            _ => String::new(),
        }
    }

    /// How a doubtful number was read in a field of a kind.
    pub fn echo(&self, id: &str, kind: Kind, locale: Locale) -> Option<String> {
        if matches!(kind, Kind::Text | Kind::Choice) {
            return None;
        }
        let read = read_number(self.typed(id, locale)?, kind.entry(), locale).ok()?;
        crate::text::reading(locale, &read, kind)
    }

    /// How often a year something happens that only the report tells; nothing rests on it, so that the
    /// plan is valid with any number.
    pub fn times(&self, path: &Path) -> Option<u64> {
        match self.said(path) {
            Some(Node::Number(digits)) => {
                Decimal::read(digits).ok()?.to_whole().filter(|times| *times <= 366)
            }
            _ => None,
        }
    }

    /// The keys of a list's members, by place.
    pub fn row_keys(&self, list: List) -> impl Iterator<Item = u32> {
        self.rows(list).iter().copied()
    }

    /// The members of a list as they stand, the default cost lines included.
    pub fn members(&self, list: List, locale: Locale) -> Vec<Node> {
        match self.content.root.get(list.name()) {
            Some(Node::List(members)) => members.clone(),
            _ if list == List::Costs => self.default_costs(locale),
            _ => Vec::new(),
        }
    }

    /// Whether a list still is the default one.
    pub fn rests_on_default(&self, list: List) -> bool {
        matches!(self.content.root.get(list.name()), None | Some(Node::Null))
    }

    /// The name of the group at a place.
    pub fn group_name(&self, place: usize, locale: Locale) -> String {
        let group = List::Groups.path().then(Step::Index(place));
        let group = group.as_ref().and_then(|group| group.get(&self.content.root));
        name_of(group.unwrap_or(&Node::Null), place, locale)
    }

    /// Whether `null` stands here, where that has a meaning of its own.
    pub fn says_never(&self, path: &Path) -> bool {
        path.key() == schema::HALF_LIFE_MONTHS.key()
            && path.stated(&self.content.root) == Some(&Node::Null)
    }

    // ── Inside ──────────────────────────────────────────────────────────────────────────────────

    /// What a person made, to change. A moment to come back to keeps what it was.
    fn change(&mut self) -> &mut Content {
        Rc::make_mut(&mut self.content)
    }

    /// What happened in a field, if anything.
    fn field(&self, id: &str) -> Option<&Field> {
        let place = self.content.place_of(id);
        self.content.fields.get(place).map(Rc::as_ref).filter(|field| field.id == id)
    }

    /// Notes what was typed in a field, or else that it was left.
    fn note(&mut self, id: &str, typed: Option<(Locale, String)>) {
        let content = self.change();
        let place = content.place_of(id);
        if content.fields.get(place).is_none_or(|field| field.id != id) {
            let field = Field { id: id.to_owned(), ..Field::default() };
            content.fields.insert(place, Rc::new(field));
        }
        let Some(field) = content.fields.get_mut(place).map(Rc::make_mut) else {
            broken("a field was found or made here")
        };
        if typed.is_some() {
            field.typed = typed;
        } else {
            field.touched = true;
        }
    }

    /// A new key at the end of a list.
    fn push_row(&mut self, list: List) -> u32 {
        let key = self.content.next_row.wrapping_add(1);
        self.change().next_row = key;
        self.rows_mut(list).push(key);
        key
    }

    fn rows(&self, list: List) -> &[u32] {
        let [groups, costs] = &self.content.rows;
        match list {
            List::Groups => groups,
            List::Costs => costs,
        }
    }

    fn rows_mut(&mut self, list: List) -> &mut Vec<u32> {
        let [groups, costs] = &mut self.change().rows;
        match list {
            List::Groups => groups,
            List::Costs => costs,
        }
    }

    /// The members of a list, to change.
    fn members_mut(&mut self, list: List) -> &mut Vec<Node> {
        let members = list.path().list_mut(&mut self.change().root);
        members.unwrap_or_else(|| broken("a list is made where there is none"))
    }

    /// The place of the member with a key.
    fn place(&self, list: List, key: u32) -> Option<usize> {
        self.rows(list).iter().position(|row| *row == key)
    }

    /// The place of the first productivity benefit, when the plan lists benefits.
    fn productivity(&self) -> Option<usize> {
        match path(members::BENEFITS).get(&self.content.root) {
            Some(Node::List(benefits)) => {
                let kind = Some(BenefitKind::Productivity.as_str());
                benefits.iter().position(|benefit| text_in(benefit, "kind") == kind)
            }
            _ => Some(0),
        }
    }

    /// The path of a field, after the default list it stands in has become the plan's own.
    fn own_path(&mut self, id: &str, locale: Locale) -> Option<Path> {
        let place = self.path(id)?;
        match place.in_list().map(|found| found.list) {
            Some(members::COSTS) => self.own(List::Costs, locale),
            Some(members::BENEFITS) => {
                let benefits = path(members::BENEFITS);
                if !matches!(benefits.get(&self.content.root), Some(Node::List(_))) {
                    benefits.put(&mut self.change().root, Some(default_benefits()));
                }
            }
            _ => {}
        }
        Some(place)
    }

    /// Makes the default list the plan's own, where none stands in the plan or something else does.
    fn own(&mut self, list: List, locale: Locale) {
        if !matches!(self.content.root.get(list.name()), Some(Node::List(_))) {
            let members = self.members(list, locale);
            list.path().put(&mut self.change().root, Some(Node::List(members)));
        }
    }

    /// The cost lines that stand in when a plan has none.
    fn default_costs(&self, locale: Locale) -> Vec<Node> {
        let line = |line: &schema::DefaultCost| {
            let Some(default) = &line.amount.default else {
                broken("the amount of a default cost line has no default")
            };
            let mut members = Vec::new();
            add(&mut members, "id", text(line.id));
            add(&mut members, "label", text(cost_name(locale, line.id, line.id)));
            add(&mut members, "category", text(line.category.as_str()));
            add(&mut members, "basis", text(line.basis.as_str()));
            let amount = default.of(self.country()).likely;
            add(&mut members, "amount", Node::Number(amount.to_string()));
            add(&mut members, "cash", Node::Bool(true));
            Node::Object(members)
        };
        schema::DEFAULT_COSTS.iter().map(line).collect()
    }

    /// An id that no cost line or subsidy has.
    fn free_id(&self) -> String {
        let mut number = 1_u32;
        loop {
            let id = format!("post-{number}");
            if !self.has_id(members::COSTS, &id) && !self.has_id(members::SUBSIDIES, &id) {
                return id;
            }
            number += 1; // ends: a plan has at most 1,100 such ids
        }
    }

    /// Whether a member of a list has this id.
    fn has_id(&self, list: &str, id: &str) -> bool {
        let Some(Node::List(members)) = self.content.root.get(list) else { return false };
        members.iter().any(|member| text_in(member, "id") == Some(id))
    }

    /// Computes anew. When the plan is not valid the last valid outcome stays.
    fn settle(&mut self) {
        let mut root = self.content.root.clone();
        if self.is_newer() {
            Path::of(&schema::SCHEMA_VERSION, Place::Plan).put(&mut root, Some(number("1"))); // what we know of it still holds
        }
        match Plan::read(&Document::from(root)).and_then(Outcome::of) {
            Ok(outcome) => {
                // A copy of this scenario may still show the earlier one.
                let earlier = self.outcome.take().and_then(Rc::into_inner);
                self.outcome = Some(Rc::new(match earlier {
                    Some(earlier) => outcome.after(earlier),
                    None => outcome,
                }));
                self.errors.clear();
            }
            Err(errors) => self.errors = errors.errors,
        }
    }
}

impl Content {
    /// The place of a field among those in which something happened, or where it would come.
    fn place_of(&self, id: &str) -> usize {
        self.fields.partition_point(|field| field.id.as_str() < id)
    }
}

/// The row that a field is in, by the list and the key of the row, and which of its fields it is: `groups:3.fte`.
pub fn row_of(id: &str) -> Option<(List, u32, &str)> {
    let (row, field) = id.split_once('.')?;
    let (list, key) = row.split_once(':')?;
    Some((List::named(list)?, key.parse().ok()?, field))
}

fn name_of(group: &Node, place: usize, locale: Locale) -> String {
    match first_text(group, ["name", "id"]).trim() {
        "" => locale.say(Phrase::NamelessGroup(place + 1)),
        name => name.to_owned(),
    }
}

/// The text of the first of two members that is there; empty when that is no text.
fn first_text<'a>(node: &'a Node, [first, second]: [&str; 2]) -> &'a str {
    match node.get(first).or(node.get(second)) {
        Some(Node::Text(text)) => text,
        _ => "",
    }
}

/// How what stands at a path is typed: as text, unless it has a name that says otherwise.
fn kind_of(path: &Path) -> Kind {
    label_of(path).map_or(Kind::Text, |label| label.kind)
}

/// Whether an error is about the field at `path`, or about part of the estimate in it.
pub fn concerns(error: &InputError, path: &Path) -> bool {
    error.path == path.as_str() || End::split(&error.path).0 == path.as_str()
}

/// Whether something is told by the report alone, so that no figure rests on it.
pub fn is_of_report(path: &Path) -> bool {
    path.steps().next() == Some(Step::Key("jaarplan"))
}

/// A value of the plan as a person would type it.
pub fn as_typed(locale: Locale, value: Decimal, kind: Kind) -> String {
    match kind {
        Kind::Percent => locale.decimal_percent(value),
        Kind::Money => locale.decimal_places(value, if value.is_whole() { 0 } else { 2 }),
        Kind::Year => value.to_string(),
        _ => locale.decimal(value),
    }
}
