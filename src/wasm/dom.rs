//! Moves a [`Drawing`] into the page: makes what is new, changes what differs, leaves the rest alone.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlInputElement, HtmlSelectElement, Node};

use crate::invariant::broken;
use crate::widgets::tree::{Drawing, View};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A drawing, and the nodes that show it, each in the place of its view.
pub struct Mounted {
    drawing: Drawing,
    nodes: Vec<Option<Node>>,
}

impl Mounted {
    /// Makes the nodes of a drawing, and puts them at the end of a part of the page.
    pub fn new(document: &Document, drawing: Drawing, into: &Node) -> Result<Self, JsValue> {
        let mut change = Change::to(document, &drawing);
        let root = change.make(drawing.root())?;
        into.append_child(&root)?;
        change.keep(drawing.root(), root);
        Ok(Self { nodes: change.nodes, drawing })
    }

    /// Changes the nodes so that they show `next`, whose root has the tag and key of this one.
    pub fn update(&mut self, document: &Document, next: Drawing) -> Result<(), JsValue> {
        let mut change = Change::to(document, &next);
        change.update(self, self.drawing.root(), next.root())?;
        *self = Self { nodes: change.nodes, drawing: next };
        Ok(())
    }

    /// Takes the node of a view.
    fn take(&mut self, view: View) -> Node {
        let node = self.nodes.get_mut(view.place()).and_then(Option::take);
        node.unwrap_or_else(|| broken("a view that is shown has a node"))
    }
}

/// On the way to another drawing.
struct Change<'a> {
    document: &'a Document,
    next: &'a Drawing,
    nodes: Vec<Option<Node>>,
}

impl<'a> Change<'a> {
    fn to(document: &'a Document, next: &'a Drawing) -> Self {
        Self { document, next, nodes: vec![None; next.size()] }
    }

    fn keep(&mut self, view: View, node: Node) {
        match self.nodes.get_mut(view.place()) {
            Some(place) => *place = Some(node),
            None => broken("a view has a place"),
        }
    }

    fn make(&mut self, view: View) -> Result<Node, JsValue> {
        let next = self.next;
        let tag = next.tag(view);
        if tag.is_empty() {
            return Ok(self.document.create_text_node(next.text(view)).into());
        }
        let made = if matches!(tag, "svg" | "rect" | "line" | "path" | "circle" | "text") {
            self.document.create_element_ns(Some(SVG), tag)?
        } else {
            self.document.create_element(tag)?
        };
        for child in next.children(view) {
            let node = self.make(child)?;
            made.append_child(&node)?;
            self.keep(child, node);
        }
        for (name, value) in next.attributes(view) {
            put(&made, tag, name, Some(value))?;
        }
        Ok(made.into())
    }

    /// Makes the node of `old` show `view`, which has the same tag and key.
    fn update(&mut self, shown: &mut Mounted, old: View, view: View) -> Result<(), JsValue> {
        let next = self.next;
        let node = shown.take(old);
        let tag = next.tag(view);
        if tag.is_empty() {
            let text = next.text(view);
            if shown.drawing.text(old) != text {
                node.set_node_value(Some(text));
            }
        } else {
            self.update_children(shown, &node, old, view)?;
            let element: &web_sys::Element = node.unchecked_ref(); // it has a tag
            for (name, _) in shown.drawing.attributes(old) {
                if next.attribute(view, name).is_none() {
                    put(element, tag, name, None)?;
                }
            }
            for (name, value) in next.attributes(view) {
                if shown.drawing.attribute(old, name) != Some(value) {
                    put(element, tag, name, Some(value))?;
                }
            }
        }
        self.keep(view, node);
        Ok(())
    }

    /// Children that stay keep their nodes, so that focus and caret stay.
    fn update_children(
        &mut self,
        shown: &mut Mounted,
        parent: &Node,
        old: View,
        view: View,
    ) -> Result<(), JsValue> {
        let next = self.next;
        let mut old: Vec<Option<View>> = shown.drawing.children(old).map(Some).collect();
        let mut from = 0;
        let mut moved = false;
        for child in next.children(view) {
            // Members of a list seldom change places: look ahead from the last one that was found.
            let mut found = None;
            for step in 0..old.len() {
                let place = (from + step) % old.len();
                if let Some(Some(one)) = old.get(place)
                    && next.is_same(child, &shown.drawing, *one)
                {
                    found = Some((place, *one));
                    break;
                }
            }
            if let Some((place, one)) = found {
                moved |= place != from;
                from = place + 1;
                if let Some(taken) = old.get_mut(place) {
                    *taken = None;
                }
                self.update(shown, one, child)?;
            } else {
                moved = true;
                let node = self.make(child)?;
                self.keep(child, node);
            }
        }
        for one in old {
            let Some(gone) = one else { continue };
            parent.remove_child(&shown.take(gone))?;
        }
        if moved {
            let mut place = parent.first_child();
            for child in next.children(view) {
                let Some(Some(node)) = self.nodes.get(child.place()) else {
                    broken("a view that is shown has a node")
                };
                if place.as_ref() == Some(node) {
                    place = node.next_sibling();
                } else {
                    parent.insert_before(node, place.as_ref())?;
                }
            }
        }
        Ok(())
    }
}

/// Sets or removes an attribute. What stands in a field is a property, and typing is not disturbed.
fn put(node: &web_sys::Element, tag: &str, name: &str, value: Option<&str>) -> Result<(), JsValue> {
    match (name, tag, value) {
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
