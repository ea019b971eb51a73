//! A path into the plan document, like `groups[2].fte`: checked once, then taken apart and followed here alone.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::notation::{End, Step, enter, item, join, step};
use super::schema::{self, members};
use super::{Field, Input, Node, Place};
use crate::invariant::broken;

/// The way from the document as a whole to one place in it, in the notation of errors: `groups[2].fte`.
///
/// It is kept as the text that it was read from, so that it is shown, compared and handed on as it is; that the text
/// can be taken apart was found out when it was made. No key is empty or has one of `.[]` in it, places in a list have
/// no leading zeros, and no list stands directly in a list. The document as a whole is the empty path.
///
/// ```
/// use jaarplan::plan::{End, Path, Place, schema};
/// let path: Path = "groups[2].learning.formal.hours.low".parse()?;
/// let (number, end) = path.split_end();
/// assert_eq!(end, Some(End::Low));
/// assert_eq!(number.field(), Some((&schema::FORMAL_HOURS, Place::GroupLearning(2))));
/// assert_eq!(number.pattern(), "groups[].learning.formal.hours");
/// # Ok::<(), jaarplan::plan::NotAPath>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

/// What a [`Path`] through a list is made of: `groups[2].fte` is member 2 of `groups`, and `fte` in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InList<'p> {
    /// The list, like `groups` or `value.benefits`.
    pub list: &'p str,
    /// Which of its members, from 0.
    pub index: usize,
    /// The way on from that member; empty when the path ends there.
    pub rest: &'p str,
}

/// A text that is no [`Path`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPath;

impl fmt::Display for NotAPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no path into a plan; one looks like groups[2].fte")
    }
}

impl std::error::Error for NotAPath {}

impl FromStr for Path {
    type Err = NotAPath;

    fn from_str(text: &str) -> Result<Self, NotAPath> {
        let mut at = 0;
        while at < text.len() {
            (_, at) = step(text, at).ok_or(NotAPath)?;
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.0
    }
}

/// The path from an estimate to one of its numbers.
impl From<End> for Path {
    fn from(end: End) -> Self {
        Self(end.as_str().to_owned())
    }
}

impl AsRef<str> for Path {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// The steps of a [`Path`], from the outside in.
#[derive(Clone, Debug)]
pub struct Steps<'p> {
    text: &'p str,
    at: usize,
}

impl<'p> Iterator for Steps<'p> {
    type Item = Step<'p>;

    fn next(&mut self) -> Option<Step<'p>> {
        if self.at == self.text.len() {
            return None;
        }
        let Some((step, at)) = step(self.text, self.at) else { broken("a path holds no steps") };
        self.at = at;
        Some(step)
    }
}

impl Path {
    /// The place of a number in a document.
    pub fn of(field: &Field, place: Place) -> Self {
        Self(match (place, field.path.split_once("[]")) {
            (Place::Plan, None) => field.path.to_owned(),
            (Place::Item(index), Some((list, rest))) => [&item(list, index), rest].concat(),
            (Place::GroupLearning(group), None) => join(&item(members::GROUPS, group), field.path),
            _ => broken("a number stands where its field does not"),
        })
    }

    /// The path one step on; `None` when no path has such a step: a key with a point or a bracket in it, or a list
    /// in a list.
    pub fn then(&self, next: Step<'_>) -> Option<Self> {
        let text = match next {
            Step::Key(key) => join(&self.0, key),
            Step::Index(index) => item(&self.0, index),
        };
        let (found, end) = step(&text, self.0.len())?;
        (found == next && end == text.len()).then_some(Self(text))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its steps, from the outside in.
    pub fn steps(&self) -> Steps<'_> {
        Steps { text: &self.0, at: 0 }
    }

    /// The path without its places in lists: `groups[].fte` for `groups[2].fte`.
    pub fn pattern(&self) -> Cow<'_, str> {
        if !self.0.contains('[') {
            return Cow::Borrowed(&self.0);
        }
        let mut pattern = String::with_capacity(self.0.len());
        for step in self.steps() {
            match step {
                Step::Key(key) => enter(&mut pattern, key),
                Step::Index(_) => pattern.push_str("[]"),
            }
        }
        Cow::Owned(pattern)
    }

    /// The first list on the way, which of its members, and the way on; `None` when there is none.
    pub fn in_list(&self) -> Option<InList<'_>> {
        let mut steps = self.steps();
        loop {
            let (list, _) = self.0.split_at(steps.at);
            if let Step::Index(index) = steps.next()? {
                let (_, rest) = self.0.split_at(steps.at);
                return Some(InList { list, index, rest: rest.trim_start_matches('.') });
            }
        }
    }

    /// Which member of this list it leads to or through, if it does: 2 for `groups[2].fte` and `groups`.
    pub fn index_in(&self, list: &str) -> Option<usize> {
        self.in_list().filter(|found| found.list == list).map(|found| found.index)
    }

    /// The number that stands here, and which of its places this is; `None` for anything else, and for a part of an
    /// estimate.
    ///
    /// Of several fields with one path, like the amounts of cost lines, it is the first one of [`schema::ALL`].
    pub fn field(&self) -> Option<(&'static Field, Place)> {
        let (path, place) = match self.in_list() {
            None => (Cow::Borrowed(self.as_str()), Place::Plan),
            Some(InList { list: members::GROUPS, index, rest }) if is_learning(rest) => {
                (Cow::Borrowed(rest), Place::GroupLearning(index))
            }
            Some(InList { index, .. }) => (self.pattern(), Place::Item(index)),
        };
        let field = schema::ALL.iter().find(|field| field.path == path)?;
        Some((*field, place))
    }

    /// The key of the last object on the way, like `fte`; empty for the document as a whole.
    pub fn key(&self) -> &str {
        let keys = self.steps().filter_map(|step| match step {
            Step::Key(key) => Some(key),
            Step::Index(_) => None,
        });
        keys.last().unwrap_or("") // only the whole document has none
    }

    /// The estimate that this is a part of, and which one; any other path is itself.
    pub fn split_end(&self) -> (Self, Option<End>) {
        let (whole, end) = End::split(&self.0);
        (Self(whole.to_owned()), end)
    }

    // ── In a document ───────────────────────────────────────────────────────────────────────────

    /// What stands there; `None` for nothing or `null`.
    pub fn get<'n>(&self, root: &'n Node) -> Option<&'n Node> {
        self.stated(root).filter(|node| **node != Node::Null)
    }

    /// What stands there, whether or not it is `null`.
    pub fn stated<'n>(&self, root: &'n Node) -> Option<&'n Node> {
        self.steps().try_fold(root, |node, step| match (step, node) {
            (Step::Key(key), node) => node.get(key),
            (Step::Index(index), Node::List(list)) => list.get(index),
            (Step::Index(_), _) => None,
        })
    }

    /// What stands there, to change.
    pub fn get_mut<'n>(&self, root: &'n mut Node) -> Option<&'n mut Node> {
        self.steps().try_fold(root, |node, step| match (step, node) {
            (Step::Key(key), Node::Object(members)) => {
                members.iter_mut().find(|(name, _)| name == key).map(|(_, node)| node)
            }
            (Step::Index(index), Node::List(list)) => list.get_mut(index),
            _ => None,
        })
    }

    /// Puts a value there, and makes the objects on the way; `None` takes the member of an object away.
    ///
    /// A list is not lengthened, and none of its members taken away: then the answer is false.
    pub fn put(&self, root: &mut Node, value: Option<Node>) -> bool {
        match value {
            Some(value) => self.slot(root).map(|slot| *slot = value).is_some(),
            None => self.take(root),
        }
    }

    /// The list that stands there, to change; made when there is none.
    pub fn list_mut<'n>(&self, root: &'n mut Node) -> Option<&'n mut Vec<Node>> {
        let slot = self.slot(root)?;
        if !matches!(slot, Node::List(_)) {
            *slot = Node::List(Vec::new());
        }
        match slot {
            Node::List(list) => Some(list),
            _ => broken("a list was put here"),
        }
    }

    /// The node that stands there, made if need be; `None` beyond the end of a list.
    fn slot<'n>(&self, root: &'n mut Node) -> Option<&'n mut Node> {
        self.steps().try_fold(root, |node, step| match (step, node) {
            (Step::Key(key), node) => Some(member_mut(node, key)),
            (Step::Index(index), Node::List(list)) => list.get_mut(index),
            (Step::Index(_), _) => None,
        })
    }

    /// Takes a member of an object away, if it is there.
    fn take(&self, root: &mut Node) -> bool {
        let (mut steps, mut end, mut last) = (self.steps(), 0, None);
        loop {
            let at = steps.at;
            let Some(step) = steps.next() else { break };
            (end, last) = (at, Some(step));
        }
        let Some(Step::Key(key)) = last else { return false };
        let (whole, _) = self.0.split_at(end);
        if let Some(Node::Object(members)) = Self(whole.to_owned()).get_mut(root)
            && let Some(place) = members.iter().position(|(name, _)| name == key)
        {
            members.remove(place);
        }
        true
    }
}

impl Input {
    /// Where it stands in the document, like `groups[0].participation`.
    pub fn path(&self) -> String {
        Path::of(self.field, self.place).into()
    }
}

/// The member of an object; what is no object becomes one, and a missing member is `null`.
fn member_mut<'n>(node: &'n mut Node, key: &str) -> &'n mut Node {
    if !matches!(node, Node::Object(_)) {
        *node = Node::Object(Vec::new());
    }
    let Node::Object(members) = node else { broken("an object was put here") };
    let member = match members.iter().position(|(name, _)| name == key) {
        Some(place) => members.get_mut(place),
        None => Some(members.push_mut((key.to_owned(), Node::Null))),
    };
    match member {
        Some((_, node)) => node,
        None => broken("a member was found here"),
    }
}

/// Whether a group may have its own value for what stands at this path of the plan.
fn is_learning(path: &str) -> bool {
    path.starts_with("learning.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Document;
    use proptest::prelude::*;

    fn path(text: &str) -> Path {
        text.parse().unwrap_or_else(|_| panic!("{text}"))
    }

    fn node(json: &str) -> Node {
        Document::parse(json).unwrap().root().clone()
    }

    #[test]
    #[rustfmt::skip]
    fn a_path_is_the_steps_of_its_text() {
        use Step::{Index, Key};
        for (text, steps) in [
            ("",                     &[][..]),
            ("year",                 &[Key("year")]),
            ("groups[0]",            &[Key("groups"), Index(0)]),
            ("groups[12].fte",       &[Key("groups"), Index(12), Key("fte")]),
            ("subsidies[0].of[10]",  &[Key("subsidies"), Index(0), Key("of"), Index(10)]),
            ("a b.\u{e9}-1",         &[Key("a b"), Key("\u{e9}-1")]),
        ] {
            assert_eq!(path(text).steps().collect::<Vec<_>>(), steps, "{text}");
            assert_eq!(path(text).to_string(), text);
        }
    }

    #[test]
    #[rustfmt::skip]
    fn any_other_text_is_refused() {
        for text in [
            ".", ".fte", "fte.", "a..b", "[0]", "[0].a", "groups[]", "groups[].fte", "groups[x]", "groups[02].fte",
            "groups[00]", "groups[-1]", "groups[+1]", "groups[ 1]", "groups[1", "groups1]", "groups[1]fte", "groups[1].",
            "groups[1]..fte", "groups.[1]", "groups[1][2]", "groups[[1]]", "groups]", "groups[99999999999999999999]",
        ] {
            assert_eq!(text.parse::<Path>(), Err(NotAPath), "{text}");
        }
    }

    #[test]
    #[rustfmt::skip]
    fn a_path_leads_through_a_list() {
        for (text, pattern, expected) in [
            ("year",                    "year",                      None),
            ("groups",                  "groups",                    None),
            ("groups[3]",               "groups[]",                  Some(("groups", 3, ""))),
            ("groups[3].learning.x",    "groups[].learning.x",       Some(("groups", 3, "learning.x"))),
            ("value.benefits[1].lag",   "value.benefits[].lag",      Some(("value.benefits", 1, "lag"))),
            ("subsidies[1].of[2]",      "subsidies[].of[]",          Some(("subsidies", 1, "of[2]"))),
        ] {
            let path = path(text);
            assert_eq!(path.pattern(), pattern);
            let found = path.in_list().map(|found| (found.list, found.index, found.rest));
            assert_eq!(found, expected, "{text}");
            assert_eq!(path.index_in("groups"), expected.filter(|found| found.0 == "groups").map(|found| found.1));
        }
        assert_eq!(path("groups[3].learning.formal").key(), "formal");
        assert_eq!(path("groups[3]").key(), "groups");
        assert_eq!(path("").key(), "");
    }

    #[test]
    fn a_number_is_found_by_its_path_and_has_it() {
        for field in schema::ALL.iter() {
            let in_list = field.path.contains('[');
            let mut places = vec![if in_list { Place::Item(7) } else { Place::Plan }];
            if is_learning(field.path) {
                places.push(Place::GroupLearning(7));
            }
            for place in places {
                let path = Path::of(field, place);
                assert_eq!(path.as_str().parse(), Ok(path.clone()));
                let (found, found_place) = path.field().unwrap();
                assert_eq!((found.path, found_place), (field.path, place));
                assert_eq!(path.key(), field.key());
                for end in End::ALL {
                    let part = join(path.as_str(), end.as_str()).parse::<Path>().unwrap();
                    assert_eq!(part.split_end(), (path.clone(), Some(end)));
                    assert_eq!(part.field(), None);
                }
            }
        }
        for text in ["", "groups[0]", "groups[0].name", "groups.fte", "learning[0].formal.hours"] {
            assert_eq!(path(text).field(), None, "{text}");
        }
        for text in ["groups[0].groups[0].fte", "groups[0].calendar.hoursPerDay", "groups[0].year"]
        {
            assert_eq!(path(text).field(), None, "{text}");
        }
    }

    #[test]
    fn a_step_that_no_path_has_is_not_taken() {
        let (group, groups) = (path("groups[1]"), path("groups"));
        assert_eq!(groups.then(Step::Index(1)), Some(group.clone()));
        assert_eq!(group.then(Step::Key("fte")), Some(path("groups[1].fte")));
        assert_eq!(path("").then(Step::Key("year")), Some(path("year")));
        for key in ["", ".", "a.b", "a[0]", "[0]", "]"] {
            assert_eq!(groups.then(Step::Key(key)), None, "{key}");
            assert_eq!(path("").then(Step::Key(key)), None, "{key}");
        }
        assert_eq!(group.then(Step::Index(1)), None);
        assert_eq!(path("").then(Step::Index(1)), None);
    }

    #[test]
    fn only_an_end_is_split_off() {
        assert_eq!(path("groups[0].low").split_end(), (path("groups[0]"), Some(End::Low)));
        for text in ["low", "groups[0].fte", "a.low.b", "a.lowest", ""] {
            assert_eq!(path(text).split_end(), (path(text), None), "{text}");
        }
    }

    #[track_caller]
    fn check(document: &str, at: &str, value: Option<&str>, expected: Option<&str>) {
        let mut root = node(document);
        let is_there = path(at).put(&mut root, value.map(node));
        assert_eq!(is_there, expected.is_some());
        assert_eq!(root.to_string(), expected.unwrap_or(document));
    }

    #[test]
    #[rustfmt::skip]
    fn one_place_changes_and_the_rest_stays() {
        check(r#"{"x":1,"a":{"b":2}}"#, "a.b",    Some("3"),      Some(r#"{"x":1,"a":{"b":3}}"#));
        check(r#"{"x":1}"#,             "a.b.c",  Some(r#""t""#), Some(r#"{"x":1,"a":{"b":{"c":"t"}}}"#));
        check(r#"{"a":null,"x":1}"#,    "a.b",    Some("3"),      Some(r#"{"a":{"b":3},"x":1}"#));
        check(r#"{"a":"text"}"#,        "a.b",    Some("3"),      Some(r#"{"a":{"b":3}}"#));
        check(r#"{"l":[{"v":1},{}]}"#,  "l[1].v", Some("2"),      Some(r#"{"l":[{"v":1},{"v":2}]}"#));
        check(r#"{"l":[]}"#,            "l[1].v", Some("2"),      None);
        check(r#"{"l":5}"#,             "l[0]",   Some("2"),      None);
        check(r#"{"a":1}"#,             "",       Some("{}"),     Some("{}"));
    }

    #[test]
    #[rustfmt::skip]
    fn a_member_is_taken_away() {
        check(r#"{"a":{"b":2,"c":3}}"#,  "a.b",    None, Some(r#"{"a":{"c":3}}"#));
        check(r#"{"a":1}"#,              "a",      None, Some("{}"));
        check(r#"{"a":1}"#,              "b.c",    None, Some(r#"{"a":1}"#));
        check(r#"{"a":1}"#,              "a.b",    None, Some(r#"{"a":1}"#));
        check(r#"{"l":[{"v":1,"w":2}]}"#, "l[0].v", None, Some(r#"{"l":[{"w":2}]}"#));
        check(r#"{"l":[1]}"#,            "l[0]",   None, None);
        check(r#"{"a":1}"#,              "",       None, None);
    }

    #[test]
    fn nothing_and_null_are_the_same_to_a_reader() {
        let mut root = node(r#"{"a":{"b":[1,null]}}"#);
        assert_eq!(path("a.b[0]").get(&root), Some(&node("1")));
        assert_eq!(path("a.b[1]").get(&root), None);
        assert_eq!(path("a.b[1]").stated(&root), Some(&Node::Null));
        assert_eq!(path("a.b[2]").stated(&root), None);
        assert_eq!(path("a.c").get(&root), None);
        assert_eq!(path("a[0]").get(&root), None);
        assert_eq!(path("").get(&root), Some(&root));
        assert_eq!(path("a.b[0]").get_mut(&mut root), Some(&mut node("1")));
        assert_eq!(path("a.c").get_mut(&mut root), None);
    }

    #[test]
    fn a_list_is_made_when_there_is_none() {
        let mut root = node(r#"{"a":{"l":[1]},"n":null}"#);
        for (list, length) in [("a.l", 1), ("n", 0), ("b.c", 0)] {
            let list = path(list).list_mut(&mut root).unwrap();
            assert_eq!(list.len(), length);
            list.push(node("2"));
        }
        assert_eq!(path("a.l[5].x").list_mut(&mut root), None);
        assert_eq!(root.to_string(), r#"{"a":{"l":[1,2]},"n":[2],"b":{"c":[2]}}"#);
    }

    proptest! {
        #[test]
        fn a_text_is_taken_apart_without_loss_or_not_at_all(text in "(\\PC|[.\\[\\]01]|groups|learning){0,12}") {
            let Ok(path) = text.parse::<Path>() else { return Ok(()) };
            prop_assert_eq!(path.to_string(), text.clone());
            let again = path.steps().try_fold(self::path(""), |again, step| again.then(step));
            prop_assert_eq!(again, Some(path));
        }

        #[test]
        fn what_is_put_is_there_and_nothing_else_is(
            keys in proptest::collection::vec("[a-c]{1,2}", 1..4),
            other in "[d-f]",
            number in 0..9_u8,
        ) {
            let (path, before) = (path(&keys.join(".")), node(&format!(r#"{{"{other}":[1]}}"#)));
            let mut root = before.clone();
            prop_assert!(path.put(&mut root, Some(node(&number.to_string()))));
            prop_assert_eq!(path.get(&root), Some(&node(&number.to_string())));
            prop_assert_eq!(root.get(&other), before.get(&other));
            prop_assert!(path.put(&mut root, None));
            prop_assert_eq!(path.stated(&root), None);
        }
    }
}
