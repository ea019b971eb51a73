//! A number that nobody knows exactly: its lowest, likely and highest value, each in a field of its own.

use super::content::{at, part_of, put};
use super::editor::{DEFAULT_LINES, List, Sheet, concerns};
use crate::decimal::Decimal;
use crate::plan::{Code, InputError, Node, defaults};
use crate::text::{label, pattern, place};

/// The members of an estimate.
const PARTS: [&str; 3] = ["low", "likely", "high"];

/// The lowest, likely and highest value of a field.
pub type Range = [Option<Decimal>; 3];

impl Sheet {
    /// Whether the number at a path may be an estimate.
    pub fn takes_estimate(path: &str) -> bool {
        label(path).is_some_and(|label| crate::plan::takes_estimate(label.path))
    }

    /// What a part of a field says: nothing where it is empty. An end that says no more than the likely
    /// value does, and that nobody typed, is an empty one.
    pub(super) fn part(&self, id: &str, part: &'static str) -> Option<&Node> {
        let path = self.path(id)?;
        let own = if part == "likely" { id } else { &[id, ".", part].concat() };
        let typed = self.typed_ever(own);
        if typed.is_some_and(|typed| typed.trim().is_empty()) {
            return None;
        }
        let node = at(self.root(), &path)?;
        let estimate = matches!(node, Node::Object(_));
        if part == "likely" {
            return if estimate { node.get(part) } else { Some(node) };
        }
        let end = node.get(part).filter(|_| estimate);
        end.filter(|end| typed.is_some() || !is_same(Some(end), node.get("likely")))
    }

    /// What a field becomes when one part of it is changed: one number when both ends are empty. Of an
    /// estimate no part is left out, but stands `standing` in for it.
    pub(super) fn with_part(
        &self,
        id: &str,
        part: &'static str,
        value: Option<&Node>,
        mut standing: Range,
    ) -> Option<Node> {
        if part == "likely" {
            standing = self.standing_in(id, value);
        }
        let own = |name| if name == part { value } else { self.part(id, name) };
        let parts = PARTS.map(own);
        if let [None, likely, None] = parts {
            return likely.cloned();
        }
        let before = self.path(id).and_then(|path| at(self.root(), &path));
        let mut estimate = match before {
            Some(node @ Node::Object(_)) => node.clone(),
            _ => Node::Object(Vec::new()),
        };
        for ((name, own), standing) in PARTS.into_iter().zip(parts).zip(standing) {
            let standing = standing.map(|value| Node::Number(value.to_string()));
            put(&mut estimate, name, own.cloned().or(standing));
        }
        Some(estimate)
    }

    /// What stands in for the parts of a field that are left empty.
    pub(super) fn standing(&self, id: &str) -> Range {
        self.standing_in(id, self.part(id, "likely"))
    }

    /// The likely value where the plan says it, and else the default with its range.
    fn standing_in(&self, id: &str, likely: Option<&Node>) -> Range {
        likely.map_or_else(|| self.standard(id), |likely| [number(likely); 3])
    }

    /// What stands in for a field that is left empty, perhaps an end of an estimate.
    pub fn stands_in(&self, id: &str) -> Option<Decimal> {
        let (whole, part) = part_of(id);
        let [low, likely, high] = self.standing(whole);
        match part {
            "low" => low,
            "high" => high,
            _ => likely,
        }
    }

    /// The default of a field, where it has one.
    fn standard(&self, id: &str) -> Range {
        let Some(path) = self.path(id).filter(|path| !self.says_never(path)) else {
            return [None; 3];
        };
        let own = pattern(&path);
        let line = place(&path, "costs").filter(|_| self.rests_on_default(List::Costs));
        let line = line.and_then(|place| DEFAULT_LINES.get(place)).copied();
        for default in defaults(self.country()) {
            if default.path == own && default.of == line {
                let end = |end: Option<Decimal>| end.or(Some(default.value));
                return [end(default.low), Some(default.value), end(default.high)];
            }
        }
        [None; 3]
    }

    /// Makes an estimate whose ends are the likely value the one number that it is; whether it did.
    pub(super) fn close(&mut self, id: &str) -> bool {
        let Some(path) = self.path(id) else { return false };
        let Some(estimate @ Node::Object(_)) = at(self.root(), &path) else { return false };
        let likely = estimate.get("likely").cloned();
        let is_one = ["low", "high"].iter().all(|end| is_same(estimate.get(end), likely.as_ref()));
        if !is_one {
            return false;
        }
        self.replace(id, &path, likely);
        true
    }

    /// The first mistake in a field; in one that is `open`, where each part stands apart, of that part.
    pub fn mistake(&self, path: &str, open: bool) -> Option<&InputError> {
        let (whole, part) = part_of(path);
        let is_end = part != "likely";
        self.errors().iter().find(|error| {
            if !is_end && !open {
                return concerns(error, path);
            }
            let rest = error.path.strip_prefix(whole);
            match rest.and_then(|rest| rest.strip_prefix('.')) {
                Some(of) => of == part,
                None if rest != Some("") => false,
                None if error.code == Code::NotOrdered => is_end && self.is_beyond(whole, part),
                None => !is_end,
            }
        })
    }

    /// Whether an end of an estimate lies beyond its likely value.
    fn is_beyond(&self, path: &str, end: &str) -> bool {
        let part = |name| at(self.root(), path)?.get(name).and_then(number);
        match (part(end), part("likely")) {
            (Some(value), Some(likely)) if end == "low" => value > likely,
            (Some(value), Some(likely)) => value < likely,
            _ => false,
        }
    }
}

/// The number that a node is.
fn number(node: &Node) -> Option<Decimal> {
    match node {
        Node::Number(digits) => Decimal::read(digits).ok(),
        _ => None,
    }
}

/// Whether both are the same number.
fn is_same(one: Option<&Node>, other: Option<&Node>) -> bool {
    let one = one.and_then(number);
    one.is_some() && one == other.and_then(number)
}
