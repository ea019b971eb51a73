//! The plan document as data: which members there are, of which kind, in the order of the document.
//!
//! The package's types and its JSON Schema are written from this. The objects stand in `schema.rs`.

use super::fields::Field;

/// An object of the document. Members that are not listed are kept.
#[derive(Debug)]
pub struct Object {
    /// What its type is called.
    pub name: &'static str,
    /// What it is, in words.
    pub about: &'static str,
    /// What may stand in it.
    pub members: &'static [Member],
}

/// A member of an object.
#[derive(Debug)]
pub struct Member {
    name: &'static str,
    /// What it is, in words; empty for a number, whose field has them.
    pub about: &'static str,
    /// Whether it must be there, and not be null.
    pub required: bool,
    /// What may stand there.
    pub kind: Kind,
}

/// What may stand at a place of the document.
#[derive(Debug)]
pub enum Kind {
    /// A number of the first field; the others have the same path and tell of it in other objects.
    Number(&'static [&'static Field]),
    /// A text.
    Text,
    /// A text that is not empty, and none of these; one that ends in a colon is a beginning.
    Id(&'static [&'static str]),
    /// True or false.
    Truth,
    /// One of these texts, and the one that stands in when it is missing.
    Choice(&'static [&'static str], Option<&'static str>),
    /// An object.
    Object(&'static Object),
    /// Objects.
    List(List),
    /// Different ids.
    Ids {
        /// How many there are at least.
        least: usize,
        /// How many there are at most.
        most: usize,
    },
    /// Any object: it is kept as it is.
    Free,
}

/// A list of objects.
#[derive(Debug)]
pub struct List {
    /// What the type of its objects is called.
    pub name: &'static str,
    /// What that is, in words.
    pub about: &'static str,
    /// What may stand in it; several are told apart by a choice that they do not share.
    pub of: &'static [&'static Object],
    /// How many there are at least.
    pub least: usize,
    /// How many there are at most.
    pub most: usize,
}

impl Object {
    /// Whether a member of this name may stand in it.
    pub fn knows(&self, key: &str) -> bool {
        self.members.iter().any(|member| member.name == key)
    }
}

impl Member {
    pub(super) const fn new(name: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { name, about, required: false, kind }
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// What it is called in its object.
    pub fn key(&self) -> &'static str {
        self.name
    }
}

impl List {
    /// A list of one kind of object.
    #[allow(clippy::trivially_copy_pass_by_ref)] // it is kept as a slice
    pub(super) const fn of(of: &'static [&'static Object; 1], least: usize, most: usize) -> Self {
        let [object] = of;
        Self { name: object.name, about: object.about, of, least, most }
    }
}
