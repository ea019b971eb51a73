//! What a widget shows, as plain data: elements, attributes and text. No browser.
//!
//! What is drawn lies in a few lists of the [`Drawing`] in the making, and an [`Element`] is its place
//! there. So views are built, handed on and put into each other without memory of their own.

use std::cell::RefCell;
use std::num::NonZeroU32;

use crate::invariant::broken;
use crate::text::{Locale, Phrase, Word};

thread_local! {
    /// What [`draw`] is filling.
    static HERE: RefCell<Drawing> = const { RefCell::new(Drawing::EMPTY) };
}

/// What a place outside of a drawing is a sign of.
const ELSEWHERE: &str = "a view of one drawing is looked for in another";

/// A finished drawing.
#[derive(Debug)]
pub struct Drawing {
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    /// Every text, one after the other.
    texts: String,
    root: View,
}

/// One element or piece of text, by its place in the drawing, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View(NonZeroU32);

/// One element. It stands in one place of a drawing: adding it twice is a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element(View);

/// Where a text begins and ends.
#[derive(Clone, Copy, Debug)]
struct Text(u32, u32);

#[derive(Debug)]
struct Node {
    /// Its tag; none for text.
    tag: &'static str,
    /// The text; of an element what tells it from its siblings, so that it stays the same element
    /// when they come and go.
    text: Text,
    /// The first and the last attribute.
    attributes: Option<(u32, u32)>,
    /// The first and the last child.
    children: Option<(View, View)>,
    /// The next child of the same element.
    next: Option<View>,
    /// Whether it is inside an element.
    placed: bool,
}

/// An attribute; `value` is the property of that name.
#[derive(Debug)]
struct Attribute {
    name: &'static str,
    value: Text,
    /// The next one of the same element.
    next: Option<u32>,
}

/// What is drawn by `drawn`, inside the element that it gives.
pub fn draw(drawn: impl FnOnce() -> Element) -> Drawing {
    let outer = HERE.replace(Drawing::EMPTY);
    let root = drawn().0;
    Drawing { root, ..HERE.replace(outer) }
}

fn here<T>(ask: impl FnOnce(&mut Drawing) -> T) -> T {
    HERE.with_borrow_mut(ask)
}

/// An element, after its tag its attributes as long as they are always the same and have no spaces:
/// `th scope=row`.
pub fn el(tag: &'static str) -> Element {
    let (tag, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let element = Element(here(|drawing| drawing.node(tag, "")));
    while let Some((name, after)) = rest.split_once('=') {
        let (value, next) = after.split_once(' ').unwrap_or((after, ""));
        element.set(name, value);
        rest = next;
    }
    element
}

/// An element of a class.
pub fn of(tag: &'static str, class: &str) -> Element {
    el(tag).set("class", class)
}

#[allow(clippy::return_self_not_must_use)] // what was added to an element is there
impl Element {
    /// Sets an attribute.
    pub fn set(self, name: &'static str, value: impl AsRef<str>) -> Self {
        here(|drawing| drawing.set(self.0, name, value.as_ref()));
        self
    }

    /// Sets an attribute without a value, when `on`.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.set(name, "") } else { self }
    }

    /// Sets an attribute that is `true` or `false`.
    pub fn tells(self, name: &'static str, on: bool) -> Self {
        self.set(name, if on { "true" } else { "false" })
    }

    /// Names the element among its siblings.
    pub fn key(self, key: impl AsRef<str>) -> Self {
        here(|drawing| drawing.name(self.0, key.as_ref()));
        self
    }

    /// Adds a child.
    #[allow(clippy::should_implement_trait)] // adding a child is no arithmetic
    pub fn add(self, child: impl Into<View>) -> Self {
        let child = child.into();
        here(|drawing| drawing.add(self.0, child));
        self
    }

    /// Adds a word in a language.
    pub fn word(self, locale: Locale, word: Word) -> Self {
        self.add(locale.word(word))
    }

    /// Adds a phrase in a language.
    pub fn say(self, locale: Locale, phrase: Phrase) -> Self {
        self.add(locale.say(phrase))
    }

    /// Adds a text in an element of its own.
    pub fn text(self, tag: &'static str, class: &str, text: &str) -> Self {
        self.add(of(tag, class).add(text))
    }

    /// Adds a child when there is one.
    pub fn maybe(self, child: Option<impl Into<View>>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Adds children.
    pub fn all<V: Into<View>>(self, children: impl IntoIterator<Item = V>) -> Self {
        children.into_iter().for_each(|child| {
            self.add(child);
        });
        self
    }

    /// Whether nothing was added to it.
    pub fn is_empty(self) -> bool {
        here(|drawing| drawing.at(self.0).children.is_none())
    }

    /// Tells every attribute of this element and of those inside it; nothing can be drawn meanwhile.
    pub fn visit(self, tell: &mut dyn FnMut(&'static str, &str)) {
        here(|drawing| drawing.visit(self.0, tell));
    }
}

impl From<Element> for View {
    fn from(element: Element) -> Self {
        element.0
    }
}

impl From<&str> for View {
    fn from(text: &str) -> Self {
        here(|drawing| drawing.node("", text))
    }
}

impl From<String> for View {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl View {
    /// Its place in a list of all views of a drawing.
    pub fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl Text {
    const NONE: Self = Self(0, 0);
}

/// How many there are: a drawing that fits into memory has no more than `u32` can count.
#[allow(clippy::cast_possible_truncation)]
const fn count(number: usize) -> u32 {
    number as u32
}

impl Drawing {
    const EMPTY: Self = Self {
        nodes: Vec::new(),
        attributes: Vec::new(),
        texts: String::new(),
        root: View(NonZeroU32::MIN),
    };

    /// How many views it has.
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// The element that holds everything.
    pub fn root(&self) -> View {
        self.root
    }

    /// The tag of an element; empty for text.
    pub fn tag(&self, view: View) -> &'static str {
        self.at(view).tag
    }

    /// The text of a text; the key of an element.
    pub fn text(&self, view: View) -> &str {
        self.read(self.at(view).text)
    }

    /// What is inside an element.
    pub fn children(&self, view: View) -> impl Iterator<Item = View> {
        let first = self.at(view).children.map(|(first, _)| first);
        std::iter::successors(first, |view| self.at(*view).next)
    }

    /// The attributes of an element.
    pub fn attributes(&self, view: View) -> impl Iterator<Item = (&'static str, &str)> {
        let mut next = self.at(view).attributes.map(|(first, _)| first);
        std::iter::from_fn(move || {
            let one = self.attributes.get(next? as usize).unwrap_or_else(|| broken(ELSEWHERE));
            next = one.next;
            Some((one.name, self.read(one.value)))
        })
    }

    /// The value of an attribute of an element.
    pub fn attribute(&self, view: View, name: &str) -> Option<&str> {
        for (own, value) in self.attributes(view) {
            if own == name {
                return Some(value);
            }
        }
        None
    }

    /// Whether a view is the same as one of another drawing: text, or an element with this tag and key.
    pub fn is_same(&self, view: View, other: &Self, one: View) -> bool {
        let tag = self.tag(view);
        tag == other.tag(one) && (tag.is_empty() || self.text(view) == other.text(one))
    }

    /// Tells every attribute of an element and of those inside it.
    pub fn visit(&self, view: View, tell: &mut dyn FnMut(&'static str, &str)) {
        self.attributes(view).for_each(|(name, value)| tell(name, value));
        self.children(view).for_each(|child| self.visit(child, tell));
    }

    /// Puts other texts in the place of those that people read or hear.
    pub fn replace(&mut self, other: &dyn Fn(&str) -> Option<String>) {
        let mut replace = |text: &mut Text| {
            if let Some(other) = other(read(&self.texts, *text)) {
                *text = write(&mut self.texts, &other);
            }
        };
        for node in &mut self.nodes {
            if node.tag.is_empty() {
                replace(&mut node.text);
            }
        }
        for one in &mut self.attributes {
            if matches!(one.name, "aria-label" | "title" | "placeholder") {
                replace(&mut one.value);
            }
        }
    }

    fn at(&self, view: View) -> &Node {
        self.nodes.get(view.place()).unwrap_or_else(|| broken(ELSEWHERE))
    }

    fn at_mut(&mut self, view: View) -> &mut Node {
        self.nodes.get_mut(view.place()).unwrap_or_else(|| broken(ELSEWHERE))
    }

    fn read(&self, text: Text) -> &str {
        read(&self.texts, text)
    }

    fn node(&mut self, tag: &'static str, text: &str) -> View {
        let text = write(&mut self.texts, text);
        self.nodes.push(Node {
            tag,
            text,
            attributes: None,
            children: None,
            next: None,
            placed: false,
        });
        let place = NonZeroU32::new(count(self.nodes.len()));
        View(place.unwrap_or_else(|| broken("a drawing with a node in it has none")))
    }

    fn set(&mut self, view: View, name: &'static str, value: &str) {
        let value = write(&mut self.texts, value);
        let place = count(self.attributes.len());
        self.attributes.push(Attribute { name, value, next: None });
        let node = self.at_mut(view);
        let first = node.attributes.map_or(place, |(first, _)| first);
        if let Some((_, last)) = node.attributes.replace((first, place)) {
            let last = self.attributes.get_mut(last as usize);
            last.unwrap_or_else(|| broken(ELSEWHERE)).next = Some(place);
        }
    }

    fn name(&mut self, view: View, key: &str) {
        let key = write(&mut self.texts, key);
        self.at_mut(view).text = key;
    }

    fn add(&mut self, view: View, child: View) {
        let placed = self.at_mut(child);
        debug_assert!(!placed.placed, "{} stands in two places", placed.tag);
        placed.placed = true;
        let node = self.at_mut(view);
        let first = node.children.map_or(child, |(first, _)| first);
        if let Some((_, last)) = node.children.replace((first, child)) {
            self.at_mut(last).next = Some(child);
        }
    }
}

fn read(texts: &str, text: Text) -> &str {
    texts.get(text.0 as usize..text.1 as usize).unwrap_or_else(|| broken(ELSEWHERE))
}

fn write(texts: &mut String, text: &str) -> Text {
    if text.is_empty() {
        return Text::NONE;
    }
    let from = count(texts.len());
    texts.push_str(text);
    Text(from, count(texts.len()))
}

/// What was drawn, as the tree that tests look at.
#[cfg(test)]
pub mod seen {
    use super::{Drawing, here};

    /// One element or piece of text.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum View {
        Element(Element),
        Text(String),
    }

    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Element {
        pub tag: &'static str,
        pub key: String,
        pub attributes: Vec<(&'static str, String)>,
        pub children: Vec<View>,
    }

    impl Drawing {
        /// All of it.
        pub fn seen(&self) -> Element {
            self.element(self.root)
        }

        fn element(&self, view: super::View) -> Element {
            let attributes = self.attributes(view).map(|(name, value)| (name, value.to_owned()));
            Element {
                tag: self.tag(view),
                key: self.text(view).to_owned(),
                attributes: attributes.collect(),
                children: self.children(view).map(|child| self.view(child)).collect(),
            }
        }

        fn view(&self, view: super::View) -> View {
            if self.tag(view).is_empty() {
                View::Text(self.text(view).to_owned())
            } else {
                View::Element(self.element(view))
            }
        }
    }

    impl super::Element {
        /// This element and all that is in it.
        pub fn seen(self) -> Element {
            here(|drawing| drawing.element(self.0))
        }
    }

    impl Element {
        /// An attribute's value.
        pub fn attribute(&self, name: &str) -> Option<&str> {
            let found = self.attributes.iter().find(|(n, _)| *n == name);
            found.map(|(_, value)| value.as_str())
        }

        /// The first element inside, or this one, whose attribute has this value.
        pub fn find(&self, name: &str, value: &str) -> Option<&Self> {
            if self.attribute(name) == Some(value) {
                return Some(self);
            }
            self.children.iter().find_map(|child| match child {
                View::Element(element) => element.find(name, value),
                View::Text(_) => None,
            })
        }

        /// All the text inside, with no-break spaces as spaces.
        pub fn text(&self) -> String {
            let mut text = String::new();
            self.write(&mut text);
            text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
        }

        fn write(&self, out: &mut String) {
            for child in &self.children {
                match child {
                    View::Element(element) => element.write(out),
                    View::Text(text) => out.push_str(text),
                }
                out.push(' ');
            }
        }
    }
}
