//! What a widget shows, as plain data: elements, attributes and text. No browser.

use std::ops::{Deref, DerefMut};

/// One element or piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

/// An element with its attributes and children: in a box, as it is handed on at every step of its making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(Box<Parts>);

/// What an element is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Its tag.
    pub tag: &'static str,
    /// Tells it from its siblings, so that it stays the same element when they come and go.
    pub key: String,
    /// Attributes; `value` is the property of that name.
    pub attributes: Vec<(&'static str, String)>,
    /// What is inside.
    pub children: Vec<View>,
}

/// An element without attributes.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        key: String::new(),
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// An element of a class.
pub fn of(tag: &'static str, class: &str) -> Element {
    el(tag).set("class", class)
}

impl Deref for Element {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl DerefMut for Element {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

impl Element {
    /// Whether it is SVG.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))] // the page asks
    pub fn is_drawn(&self) -> bool {
        matches!(self.tag, "svg" | "rect" | "line" | "path" | "circle" | "text")
    }

    /// Sets an attribute.
    #[must_use]
    pub fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Sets an attribute without a value, when `on`.
    #[must_use]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.set(name, "") } else { self }
    }

    /// Gives it one class more.
    #[must_use]
    pub fn also(mut self, class: &str) -> Self {
        match self.attributes.iter_mut().find(|(name, _)| *name == "class") {
            Some((_, classes)) => *classes = format!("{classes} {class}"),
            None => self.attributes.push(("class", class.to_owned())),
        }
        self
    }

    /// Names the element among its siblings.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// Adds a child.
    #[must_use]
    #[allow(clippy::should_implement_trait)] // adding a child is no arithmetic
    pub fn add(mut self, child: impl Into<View>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds a child when there is one.
    #[must_use]
    pub fn maybe(mut self, child: Option<impl Into<View>>) -> Self {
        self.children.extend(child.map(Into::into));
        self
    }

    /// Adds children.
    #[must_use]
    pub fn all<V: Into<View>>(mut self, children: impl IntoIterator<Item = V>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }
}

impl From<Element> for View {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for View {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for View {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl View {
    /// Whether `self` can become `next` without a new element.
    pub fn becomes(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Text(_), Self::Text(_)) => true,
            (Self::Element(a), Self::Element(b)) => a.tag == b.tag && a.key == b.key,
            _ => false,
        }
    }
}

#[cfg(test)]
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
