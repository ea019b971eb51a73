//! Reading and changing one place of a plan document.

use crate::plan::{Document, Node};
use crate::text::part_of_estimate;

/// One step into a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A member of an object.
    Key(&'a str),
    /// A place in a list.
    At(usize),
}

/// The steps of a path like `groups[0].learning.formal.hours`.
pub fn steps(path: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, places) = part.split_once('[').unwrap_or((part, ""));
        steps.push(Step::Key(key));
        for place in places.split('[') {
            if let Ok(at) = place.trim_end_matches(']').parse() {
                steps.push(Step::At(at));
            }
        }
    }
    steps
}

/// What stands at a path; `None` for nothing or `null`.
pub fn at<'a>(root: &'a Node, path: &str) -> Option<&'a Node> {
    let mut node = root;
    for step in steps(path) {
        node = match (step, node) {
            (Step::Key(key), _) => node.get(key)?,
            (Step::At(at), Node::List(list)) => list.get(at)?,
            (Step::At(_), _) => return None,
        };
    }
    (*node != Node::Null).then_some(node)
}

/// Puts a value at a path, and makes the objects on the way; `None` takes the member away.
///
/// A list is not lengthened: a place beyond its end changes nothing.
pub fn put(root: &mut Node, path: &str, value: Option<Node>) {
    put_at(root, &steps(path), value);
}

fn put_at(node: &mut Node, steps: &[Step], value: Option<Node>) {
    let Some((step, rest)) = steps.split_first() else {
        if let Some(value) = value {
            *node = value;
        }
        return;
    };
    match step {
        Step::At(at) => {
            if let Node::List(list) = node
                && let Some(member) = list.get_mut(*at)
            {
                put_at(member, rest, value);
            }
        }
        Step::Key(key) => {
            if !matches!(node, Node::Object(_)) {
                if value.is_none() {
                    return;
                }
                *node = Node::Object(Vec::new());
            }
            let Node::Object(members) = node else { return };
            let found = members.iter().position(|(name, _)| name == key);
            match (found, value) {
                (Some(place), None) if rest.is_empty() => {
                    members.remove(place);
                }
                (Some(place), value) => {
                    if let Some((_, member)) = members.get_mut(place) {
                        put_at(member, rest, value);
                    }
                }
                (None, None) => {}
                (None, value) => {
                    let mut member = Node::Null;
                    put_at(&mut member, rest, value);
                    members.push(((*key).to_owned(), member));
                }
            }
        }
    }
}

/// The list at a path, to change; made when there is none.
pub fn list_mut<'a>(root: &'a mut Node, path: &str) -> Option<&'a mut Vec<Node>> {
    if !matches!(at(root, path), Some(Node::List(_))) {
        put(root, path, Some(Node::List(Vec::new())));
    }
    let mut node = root;
    for step in steps(path) {
        let Step::Key(key) = step else { return None };
        let Node::Object(members) = node else {
            return None;
        };
        node = members.iter_mut().find(|(name, _)| name == key).map(|(_, member)| member)?;
    }
    match node {
        Node::List(list) => Some(list),
        _ => None,
    }
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
    Document::parse(text).map_or(Node::Null, |document| document.root().clone())
}

/// The field that a field stands in, and which part of an estimate it is: `low`, `likely` or `high`. The
/// likely value is the field itself.
pub fn part_of(id: &str) -> (&str, &'static str) {
    part_of_estimate(id).unwrap_or((id, "likely"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(document: &str, path: &str, value: Option<Node>, expected: &str) {
        let mut root = Document::parse(document).unwrap().root().clone();
        put(&mut root, path, value);
        assert_eq!(root.to_string(), expected);
    }

    #[test]
    #[rustfmt::skip]
    fn one_place_changes_and_the_rest_stays() {
        check(r#"{"x":1,"a":{"b":2}}"#, "a.b",   Some(number("3")),  r#"{"x":1,"a":{"b":3}}"#);
        check(r#"{"x":1}"#,             "a.b.c", Some(text("t")),    r#"{"x":1,"a":{"b":{"c":"t"}}}"#);
        check(r#"{"a":null,"x":1}"#,    "a.b",   Some(number("3")),  r#"{"a":{"b":3},"x":1}"#);
        check(r#"{"a":{"b":2,"c":3}}"#, "a.b",   None,               r#"{"a":{"c":3}}"#);
        check(r#"{"a":1}"#,             "b.c",   None,               r#"{"a":1}"#);
        check(r#"{"l":[{"v":1},{}]}"#,  "l[1].v", Some(number("2")), r#"{"l":[{"v":1},{"v":2}]}"#);
        check(r#"{"l":[]}"#,            "l[1].v", Some(number("2")), r#"{"l":[]}"#);
    }

    #[test]
    fn nothing_and_null_are_the_same() {
        let root = Document::parse(r#"{"a":{"b":[1,null]}}"#).unwrap().root().clone();
        assert_eq!(at(&root, "a.b[0]"), Some(&number("1")));
        assert_eq!(at(&root, "a.b[1]"), None);
        assert_eq!(at(&root, "a.c"), None);
    }
}
