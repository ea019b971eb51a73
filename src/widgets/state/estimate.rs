//! A number that nobody knows exactly: its lowest, likely and highest value, each in a field of its own.

use super::content::part_of;
use super::editor::{List, Sheet, concerns};
use crate::decimal::Decimal;
use crate::plan::schema::{self, members};
use crate::plan::{Code, End, InputError, Node, Path, defaults};
use crate::text::label_of;

/// The lowest, likely and highest value of a field.
pub type Range = [Option<Decimal>; 3];

impl Sheet {
    /// Whether the number at a path may be an estimate.
    pub fn takes_estimate(path: &Path) -> bool {
        // A subsidy's amount may be one too, but has no field.
        label_of(path).is_some() && path.field().is_some_and(|(field, _)| field.estimate)
    }

    /// What a part of a field says: nothing where it is empty. An end that says no more than the likely
    /// value does, and that nobody typed, is an empty one.
    pub(super) fn part(&self, id: &str, part: End) -> Option<&Node> {
        let path = self.path(id)?;
        let own = if part == End::Likely { id } else { &[id, ".", part.as_str()].concat() };
        let typed = self.typed_ever(own);
        if typed.is_some_and(|typed| typed.trim().is_empty()) {
            return None;
        }
        let node = path.get(self.root())?;
        let estimate = matches!(node, Node::Object(_));
        if part == End::Likely {
            return if estimate { node.get(part.as_str()) } else { Some(node) };
        }
        let end = node.get(part.as_str()).filter(|_| estimate);
        end.filter(|end| typed.is_some() || !is_same(Some(end), node.get(End::Likely.as_str())))
    }

    /// What a field becomes when one part of it is changed: one number when both ends are empty. Of an
    /// estimate no part is left out, but stands `standing` in for it.
    pub(super) fn with_part(
        &self,
        id: &str,
        part: End,
        value: Option<&Node>,
        mut standing: Range,
    ) -> Option<Node> {
        if part == End::Likely {
            standing = self.standing_in(id, value);
        }
        let own = |end| if end == part { value } else { self.part(id, end) };
        let parts = End::ALL.map(own);
        if let [None, likely, None] = parts {
            return likely.cloned();
        }
        let path = self.path(id);
        let before = path.as_ref().and_then(|path| path.get(self.root()));
        let mut estimate = match before {
            Some(node @ Node::Object(_)) => node.clone(),
            _ => Node::Object(Vec::new()),
        };
        for ((end, own), standing) in End::ALL.into_iter().zip(parts).zip(standing) {
            let standing = standing.map(|value| Node::Number(value.to_string()));
            Path::from(end).put(&mut estimate, own.cloned().or(standing));
        }
        Some(estimate)
    }

    /// What stands in for the parts of a field that are left empty.
    pub(super) fn standing(&self, id: &str) -> Range {
        self.standing_in(id, self.part(id, End::Likely))
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
            End::Low => low,
            End::Likely => likely,
            End::High => high,
        }
    }

    /// The default of a field, where it has one.
    fn standard(&self, id: &str) -> Range {
        let Some(path) = self.path(id).filter(|path| !self.says_never(path)) else {
            return [None; 3];
        };
        let own = path.pattern();
        let line = path.index_in(members::COSTS).filter(|_| self.rests_on_default(List::Costs));
        let line = line.and_then(|place| schema::DEFAULT_COSTS.get(place)).map(|line| line.id);
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
        let Some(estimate @ Node::Object(_)) = path.get(self.root()) else { return false };
        let part = |end: End| estimate.get(end.as_str());
        let likely = part(End::Likely);
        if ![End::Low, End::High].iter().all(|end| is_same(part(*end), likely)) {
            return false;
        }
        let likely = likely.cloned();
        self.replace(id, &path, likely);
        true
    }

    /// The first mistake in a field; in one that is `open`, where each part stands apart, of that part.
    pub fn mistake(&self, path: &Path, open: bool) -> Option<&InputError> {
        let (whole, part) = path.split_end();
        let part = part.unwrap_or(End::Likely);
        let is_end = part != End::Likely;
        self.errors().iter().find(|error| {
            if !is_end && !open {
                return concerns(error, path);
            }
            if error.path == whole.as_str() {
                return match error.code {
                    Code::NotOrdered => is_end && self.is_beyond(&whole, part),
                    _ => !is_end,
                };
            }
            End::split(&error.path) == (whole.as_str(), Some(part))
        })
    }

    /// Whether an end of an estimate lies beyond its likely value.
    fn is_beyond(&self, path: &Path, end: End) -> bool {
        let part = |end: End| path.get(self.root())?.get(end.as_str()).and_then(number);
        match (part(end), part(End::Likely)) {
            (Some(value), Some(likely)) if end == End::Low => value > likely,
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
