//! Short ways to write what stands in a plan document.

use crate::invariant::broken;
use crate::plan::{Document, End, Node, Path};

/// A path that is part of the program.
pub fn path(text: &'static str) -> Path {
    text.parse().unwrap_or_else(|_| broken(text))
}

/// The text of a member.
pub fn text_in<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    match node.get(key) {
        Some(Node::Text(text)) => Some(text),
        _ => None,
    }
}

/// A text.
pub fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

/// A number.
pub fn number(digits: &str) -> Node {
    Node::Number(digits.to_owned())
}

/// One more member of an object.
pub fn add(members: &mut Vec<(String, Node)>, key: &str, node: Node) {
    members.push((key.to_owned(), node));
}

/// What a JSON text of ours says.
pub fn json(text: &str) -> Node {
    let document = Document::parse(text).unwrap_or_else(|_| broken(text));
    document.root().clone()
}

/// The field that a field stands in, and which part of an estimate it is. The likely value is the field itself.
pub fn part_of(id: &str) -> (&str, End) {
    let (whole, end) = End::split(id);
    (whole, end.unwrap_or(End::Likely))
}
