//! Reads values of the document, whatever stands there: what is wrong is noted, and something stands in for it.

use std::collections::BTreeSet;

use super::choices::Choice;
use super::error::{Code, InputError, Warning, WarningCode};
use super::fields::Field;
use super::notation::{End, item, join};
use super::number::{decimal, default_input, example_of, wrong_type};
use super::shape;
use super::{Country, Input, Node, Origin, Place};
use crate::decimal::Decimal;
use crate::invariant::broken;

/// An object of the document, declared by [`object!`](super::declare).
pub trait Section: Sized {
    /// What may stand in it.
    const SHAPE: &'static shape::Object;

    /// Reads it; what a group's object leaves out is `inherited`, not a default.
    fn read(reader: &mut Reader, members: &Members, place: Place, inherited: Option<&Self>)
    -> Self;
}

/// What was found while a document is read.
pub struct Reader {
    /// Whose defaults stand in.
    pub(super) country: Country,
    /// Everything that is wrong.
    pub(super) errors: Vec<InputError>,
    /// What the owner of the document should know.
    pub(super) warnings: Vec<Warning>,
    /// The paths of the fields that rest on a default.
    pub(super) defaults_used: Vec<String>,
    /// The ids of the list that is being read.
    pub(super) ids: BTreeSet<String>,
    /// The ids of the cost lines, once they are read: subsidies name them.
    pub(super) known_ids: Vec<String>,
}

/// The members of an object of the document.
pub struct Members<'a> {
    pub(super) path: String,
    members: &'a [(String, Node)],
    /// Something else stood here: that is the error, not what is missing from it.
    broken: bool,
}

impl<'a> Members<'a> {
    /// What stands in for an object that the document leaves out with the whole list that it is in:
    /// what is missing from it is neither an error nor noted as a default.
    pub(super) fn nothing() -> Self {
        Self { path: String::new(), members: &[], broken: true }
    }

    /// The member, whether or not it is null.
    pub(super) fn stated(&self, key: &str) -> Option<&'a Node> {
        self.members.iter().find(|(k, _)| k == key).map(|(_, node)| node)
    }

    /// The member; null counts as missing.
    pub(super) fn get(&self, key: &str) -> Option<&'a Node> {
        self.stated(key).filter(|node| **node != Node::Null)
    }

    /// The path of a member.
    pub(super) fn at(&self, key: &str) -> String {
        join(&self.path, key)
    }
}

impl Reader {
    /// A reader of a document in which nothing is read yet.
    pub(super) fn new(country: Country) -> Self {
        Self {
            country,
            errors: Vec::new(),
            warnings: Vec::new(),
            defaults_used: Vec::new(),
            ids: BTreeSet::new(),
            known_ids: Vec::new(),
        }
    }

    // ── Objects and lists ───────────────────────────────────────────────────────────────────────

    /// The members of what should be an object.
    pub(super) fn object<'a>(&mut self, node: &'a Node, path: String) -> Members<'a> {
        match node {
            Node::Object(members) => Members { path, members, broken: false },
            node => {
                self.wrong_type(node, &path, "an object", "{}");
                Members { path, members: &[], broken: true }
            }
        }
    }

    /// A nested object; a missing one is empty.
    pub(super) fn child<'a>(&mut self, parent: &Members<'a>, key: &str) -> Members<'a> {
        let path = parent.at(key);
        match parent.get(key) {
            Some(node) => self.object(node, path),
            None => Members { path, members: &[], broken: false },
        }
    }

    /// A nested object of the schema.
    pub(super) fn section<T: Section>(
        &mut self,
        parent: &Members,
        key: &str,
        place: Place,
        inherited: Option<&T>,
    ) -> T {
        let members = self.child(parent, key);
        self.whole(&members, place, inherited)
    }

    /// Reads all of an object, and warns about what the schema does not know.
    pub(super) fn whole<T: Section>(
        &mut self,
        members: &Members,
        place: Place,
        inherited: Option<&T>,
    ) -> T {
        let section = T::read(self, members, place, inherited);
        self.warn_of_unknown(members, |key| T::SHAPE.knows(key));
        section
    }

    /// An object of which nothing is stated: all of its numbers are defaults.
    pub(super) fn nothing<T: Section>(&mut self, _: &Members, place: Place) -> T {
        T::read(&mut Self::new(self.country), &Members::nothing(), place, None)
    }

    /// Warns about the members whose key is not known.
    pub(super) fn warn_of_unknown(&mut self, members: &Members, known: impl Fn(&str) -> bool) {
        for (key, _) in members.members {
            if !known(key) {
                self.warnings.push(Warning {
                    code: WarningCode::UnknownField,
                    path: members.at(key),
                    message: format!("the field \"{key}\" is not known here; it is kept"),
                });
            }
        }
    }

    /// A list; a missing one is empty, and so is one that is refused.
    pub(super) fn list<'a>(&mut self, object: &Members<'a>, key: &str, most: usize) -> &'a [Node] {
        match object.get(key) {
            None => {}
            Some(Node::List(list)) if list.len() <= most => return list,
            Some(Node::List(list)) => {
                let message = format!("{} are too many: at most {most}", list.len());
                let most = u32::try_from(most);
                let most = most.unwrap_or_else(|_| broken("a list may be longer than u32 counts"));
                self.refuse(object.at(key), Code::TooMany, message)
                    .value(&list.len().to_string())
                    .range(None, Some(Decimal::whole(most)));
            }
            Some(node) => self.wrong_type(node, &object.at(key), "a list", "[]"),
        }
        &[]
    }

    /// The members of a list of objects, each with its path.
    pub(super) fn items<'a>(
        &mut self,
        parent: &Members<'a>,
        key: &str,
        most: usize,
    ) -> Vec<(Place, Members<'a>)> {
        let (list, path) = (self.list(parent, key, most), parent.at(key));
        let members = list.iter().enumerate();
        members.map(|(i, node)| (Place::Item(i), self.object(node, item(&path, i)))).collect()
    }

    /// Whether a member is missing, which is noted: its default is used.
    pub(super) fn is_left_out(&mut self, object: &Members, key: &str) -> bool {
        let is_left_out = object.get(key).is_none();
        if is_left_out {
            self.defaults_used.push(object.at(key));
        }
        is_left_out
    }

    pub(super) fn required<'a>(
        &mut self,
        object: &Members<'a>,
        key: &str,
        example: &str,
    ) -> Option<&'a Node> {
        let node = object.get(key);
        if node.is_none() && !object.broken {
            self.missing(object.at(key), example);
        }
        node
    }

    /// An optional text; empty when missing.
    pub(super) fn text(&mut self, object: &Members, key: &str) -> String {
        match object.get(key) {
            None => {}
            Some(Node::Text(text)) => return text.clone(),
            Some(node) => self.wrong_type(node, &object.at(key), "a text", "\"text\""),
        }
        String::new()
    }

    pub(super) fn id(&mut self, node: &Node, path: &str) -> String {
        match node {
            Node::Text(id) if !id.is_empty() => return id.clone(),
            Node::Text(_) => self.missing(path.to_owned(), "\"id\""),
            node => self.wrong_type(node, path, "a text", "\"id\""),
        }
        String::new()
    }

    pub(super) fn required_id(&mut self, object: &Members, example: &str) -> String {
        match self.required(object, "id", example) {
            Some(node) => self.id(node, &object.at("id")),
            None => String::new(),
        }
    }

    pub(super) fn unique(&mut self, id: &str, path: &str) {
        if !id.is_empty() && !self.ids.insert(id.to_owned()) {
            let message = format!("the id \"{id}\" is already in use");
            let example = format!("\"{id}-2\"");
            self.refuse(path.to_owned(), Code::DuplicateId, message).value(id).example(&example);
        }
    }

    /// What to call something: its label, or else its id.
    pub(super) fn label(&mut self, members: &Members, _: Place) -> String {
        let label = self.text(members, "label");
        match members.get("id") {
            Some(Node::Text(id)) if label.is_empty() => id.clone(),
            _ => label,
        }
    }

    /// The choice that a member names; `None` when it is missing or none of them.
    pub(super) fn choice<T: Choice>(&mut self, object: &Members, key: &str) -> Option<T> {
        let node = object.get(key)?;
        let example = example_choice::<T>();
        let Node::Text(text) = node else {
            self.wrong_type(node, &object.at(key), "a text", &example);
            return None;
        };
        let meaning = T::named(text);
        if meaning.is_none() {
            let message = format!("\"{text}\" is none of {}", T::NAMES.join(", "));
            self.refuse(object.at(key), Code::UnknownChoice, message)
                .value(text)
                .expected(T::NAMES)
                .example(&example);
        }
        meaning
    }

    /// A choice that has a default.
    pub(super) fn choice_or_default<T: Choice>(
        &mut self,
        object: &Members,
        key: &str,
    ) -> Option<T> {
        if self.is_left_out(object, key) { None } else { self.choice(object, key) }
    }

    /// A choice that has no default.
    pub(super) fn required_choice<T: Choice>(&mut self, object: &Members, key: &str) -> Option<T> {
        self.required(object, key, &example_choice::<T>())?;
        self.choice(object, key)
    }

    /// Yes or no; a group's missing one is `inherited`, the plan's is `default`.
    pub(super) fn flag(
        &mut self,
        object: &Members,
        key: &str,
        inherited: Option<bool>,
        default: bool,
    ) -> bool {
        match object.get(key) {
            Some(Node::Bool(truth)) => return *truth,
            Some(node) => self.wrong_type(node, &object.at(key), "true or false", "true"),
            None if inherited.is_none() => self.defaults_used.push(object.at(key)),
            None => {}
        }
        inherited.unwrap_or(default)
    }

    // ── Numbers ─────────────────────────────────────────────────────────────────────────────────

    /// A number; its default when missing, or an error when it has none.
    ///
    /// One that a group leaves out is `inherited`.
    pub(super) fn number(
        &mut self,
        object: &Members,
        field: &'static Field,
        place: Place,
        inherited: Option<&Input>,
    ) -> Input {
        if let Some(input) = self.optional(object, field, place) {
            return input;
        }
        if let Some(inherited) = inherited {
            return *inherited;
        }
        if field.default.is_none() {
            self.required(object, field.key(), &example_of(field));
        } else if !object.broken {
            self.is_left_out(object, field.key());
        }
        default_input(field, self.country, place)
    }

    /// A number, or nothing when it is missing or cannot be read; the latter is also an error.
    pub(super) fn optional(
        &mut self,
        object: &Members,
        field: &'static Field,
        place: Place,
    ) -> Option<Input> {
        let (node, path) = (object.get(field.key())?, object.at(field.key()));
        let (low, likely, high) = match node {
            Node::Object(_) if field.estimate => self.estimate(node, path, field)?,
            Node::Number(digits) => {
                let likely = self.decimal(digits, &path, field)?;
                (likely, likely, likely)
            }
            node => {
                let expected =
                    if field.estimate { "a number or { low, likely, high }" } else { "a number" };
                self.wrong_type(node, &path, expected, &example_of(field));
                return None;
            }
        };
        Some(Input { field, place, likely, low, high, origin: Origin::Given, unknown: None })
    }

    fn estimate(
        &mut self,
        node: &Node,
        path: String,
        field: &'static Field,
    ) -> Option<(Decimal, Decimal, Decimal)> {
        let object = self.object(node, path.clone());
        let [low, likely, high] = End::ALL.map(|end| {
            let key = end.as_str();
            match self.required(&object, key, &example_of(field))? {
                Node::Number(digits) => self.decimal(digits, &object.at(key), field),
                node => {
                    self.wrong_type(node, &object.at(key), "a number", &example_of(field));
                    None
                }
            }
        });
        self.warn_of_unknown(&object, |key| End::named(key).is_some());
        let (low, likely, high) = (low?, likely?, high?);
        if low <= likely && likely <= high {
            return Some((low, likely, high));
        }
        let message = format!("low ≤ likely ≤ high must hold, not {low} ≤ {likely} ≤ {high}");
        let (least, most) = (low.min(likely).min(high), low.max(likely).max(high));
        let middle = if likely < most { likely } else { least };
        let example = format!("{{ \"low\": {least}, \"likely\": {middle}, \"high\": {most} }}");
        self.refuse(path, Code::NotOrdered, message).value(&likely.to_string()).example(&example);
        None
    }

    fn decimal(&mut self, digits: &str, path: &str, field: &'static Field) -> Option<Decimal> {
        decimal(digits, path, field, &mut self.errors)
    }

    /// The errors after the first `errors`: those of what was read since there were that many.
    pub(super) fn refused_since(&self, errors: usize) -> &[InputError] {
        self.errors.get(errors..).unwrap_or_else(|| broken("an error was taken back"))
    }

    // ── Errors and warnings ─────────────────────────────────────────────────────────────────────

    /// Refuses what stands at a path; the rest of the error is added to it.
    pub(super) fn refuse(&mut self, path: String, code: Code, message: String) -> &mut InputError {
        self.errors.push_mut(InputError::new(path, code, message))
    }

    pub(super) fn wrong_type(
        &mut self,
        node: &Node,
        path: &str,
        expected: &'static str,
        example: &str,
    ) {
        wrong_type(node, path, expected, example, &mut self.errors);
    }

    pub(super) fn missing(&mut self, path: String, example: &str) {
        self.refuse(path, Code::Missing, "this is required".to_owned()).example(example);
    }
}

/// One of the names of a choice, as JSON shows it.
fn example_choice<T: Choice>() -> String {
    let [name, ..] = T::NAMES else { broken("a choice has no names") };
    quoted(name)
}

/// A text as JSON shows it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}
