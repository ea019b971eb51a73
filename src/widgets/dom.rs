//! Moves a [`View`] into the page: makes what is new, changes what differs, leaves the rest alone.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlInputElement, HtmlSelectElement, Node};

use super::tree::{Element, View};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A view, and the nodes that show it.
pub struct Mounted {
    view: View,
    node: Node,
    children: Vec<Mounted>,
}

impl Mounted {
    /// Makes the nodes of a view.
    pub fn new(document: &Document, view: View) -> Result<Self, JsValue> {
        match view {
            View::Text(ref text) => {
                let node = document.create_text_node(text).into();
                Ok(Self { view, node, children: Vec::new() })
            }
            View::Element(mut element) => {
                let made = if element.is_drawn() {
                    document.create_element_ns(Some(SVG), element.tag)?
                } else {
                    document.create_element(element.tag)?
                };
                let mut children = Vec::with_capacity(element.children.len());
                for child in std::mem::take(&mut element.children) {
                    let child = Self::new(document, child)?;
                    made.append_child(&child.node)?;
                    children.push(child);
                }
                for (name, value) in &element.attributes {
                    put(&made, &element, name, Some(value))?;
                }
                Ok(Self { view: View::Element(element), node: made.into(), children })
            }
        }
    }

    /// The node to put into the page.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// Changes the nodes so that they show `next`, which [`View::becomes`] allows.
    pub fn update(&mut self, document: &Document, next: View) -> Result<(), JsValue> {
        match (&mut self.view, next) {
            (View::Text(shown), View::Text(next)) => {
                if *shown != next {
                    self.node.set_node_value(Some(&next));
                    *shown = next;
                }
            }
            (View::Element(shown), View::Element(mut next)) => {
                let children = std::mem::take(&mut next.children);
                update_children(document, &self.node, &mut self.children, children)?;
                if shown.attributes != next.attributes
                    && let Some(element) = self.node.dyn_ref::<web_sys::Element>()
                {
                    for (name, _) in &shown.attributes {
                        if !next.attributes.iter().any(|(n, _)| n == name) {
                            put(element, &next, name, None)?;
                        }
                    }
                    for (name, value) in &next.attributes {
                        if !shown.attributes.iter().any(|(n, v)| n == name && v == value) {
                            put(element, &next, name, Some(value))?;
                        }
                    }
                }
                *shown = next;
            }
            (_, next) => {
                let new = Self::new(document, next)?;
                if let Some(parent) = self.node.parent_node() {
                    parent.replace_child(&new.node, &self.node)?;
                }
                *self = new;
            }
        }
        Ok(())
    }
}

/// Children that stay keep their nodes, so that focus and caret stay.
fn update_children(
    document: &Document,
    parent: &Node,
    shown: &mut Vec<Mounted>,
    next: Vec<View>,
) -> Result<(), JsValue> {
    let mut old: Vec<Option<Mounted>> = std::mem::take(shown).into_iter().map(Some).collect();
    let mut from = 0;
    for view in next {
        // Members of a list seldom change places: look ahead from the last one that was found.
        let found = (from..old.len()).chain(0..from).find(
            |&place| matches!(old.get(place), Some(Some(mounted)) if mounted.view.becomes(&view)),
        );
        let taken = found.and_then(|place| Some((place, old.get_mut(place)?.take()?)));
        shown.push(match taken {
            Some((place, mut mounted)) => {
                from = place + 1;
                mounted.update(document, view)?;
                mounted
            }
            None => Mounted::new(document, view)?,
        });
    }
    for gone in old.into_iter().flatten() {
        parent.remove_child(&gone.node)?;
    }
    let mut place = parent.first_child();
    for mounted in shown.iter() {
        if place.as_ref() == Some(&mounted.node) {
            place = mounted.node.next_sibling();
        } else {
            parent.insert_before(&mounted.node, place.as_ref())?;
        }
    }
    Ok(())
}

/// Sets or removes an attribute. What stands in a field is a property, and typing is not disturbed.
fn put(
    node: &web_sys::Element,
    element: &Element,
    name: &str,
    value: Option<&str>,
) -> Result<(), JsValue> {
    match (name, element.tag, value) {
        ("value", "input" | "textarea", value) => {
            let input: &HtmlInputElement = node.unchecked_ref(); // both have the property
            let value = value.unwrap_or_default();
            if input.value() != value {
                input.set_value(value);
            }
        }
        ("value", "select", Some(value)) => {
            let select: &HtmlSelectElement = node.unchecked_ref();
            if select.value() != value {
                select.set_value(value);
            }
        }
        (_, _, Some(value)) => node.set_attribute(name, value)?,
        (_, _, None) => node.remove_attribute(name)?,
    }
    Ok(())
}
