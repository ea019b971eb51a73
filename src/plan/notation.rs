//! How a place in the plan document is written: keys after points and places in brackets, as in `groups[2].fte`.

/// One step of a [`Path`](super::Path).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'p> {
    /// To the member of an object.
    Key(&'p str),
    /// To the member of a list, from 0.
    Index(usize),
}

/// One of the three numbers of an estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lowest value that is still realistic.
    Low,
    /// The most likely value.
    Likely,
    /// The highest value that is still realistic.
    High,
}

impl End {
    /// The three, from low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];

    /// Its key in a document.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Likely => "likely",
            Self::High => "high",
        }
    }

    /// The end of this key.
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.as_str() == key)
    }

    /// The text before the last key, and that key when it is an end; any other text is whole.
    pub(crate) fn split(text: &str) -> (&str, Option<Self>) {
        let split = || {
            let (whole, key) = text.rsplit_once('.')?;
            Some((whole, Some(Self::named(key)?)))
        };
        split().unwrap_or((text, None))
    }
}

/// The step that begins at a byte of a text, where a step before it ended, and the byte behind it; `None` when none does.
pub(super) fn step(text: &str, at: usize) -> Option<(Step<'_>, usize)> {
    let (before, rest) = text.split_at(at);
    let follows_key = !before.is_empty() && !before.ends_with(']'); // as an index does
    if let Some(inside) = rest.strip_prefix('[').filter(|_| follows_key) {
        let (digits, _) = inside.split_once(']')?;
        let is_plain = digits == "0" || digits.starts_with(|first| matches!(first, '1'..='9'));
        let index = digits.parse().ok().filter(|_| is_plain)?;
        return Some((Step::Index(index), at + digits.len() + 2));
    }
    let (key, at) = if at == 0 { (rest, 0) } else { (rest.strip_prefix('.')?, at + 1) };
    let (key, _) = key.split_at(key.find(['.', '[', ']']).unwrap_or(key.len()));
    (!key.is_empty()).then_some((Step::Key(key), at + key.len()))
}

/// The path of a member: `groups[0]` and `fte` give `groups[0].fte`. A key of an unknown member may be any text: what
/// is written with one is for people to read.
pub(crate) fn join(path: &str, key: &str) -> String {
    let mut path = path.to_owned();
    enter(&mut path, key);
    path
}

/// Lengthens a path in place, so that what stands far down costs no copy of the way to it.
pub(super) fn enter(path: &mut String, key: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(key);
}

/// The path of a member of a list, like `groups[0]`.
pub(crate) fn item(list: &str, index: usize) -> String {
    let mut path = list.to_owned();
    enter_item(&mut path, index);
    path
}

/// Lengthens the path of a list by the place of a member.
pub(super) fn enter_item(path: &mut String, index: usize) {
    path.push_str(&format!("[{index}]"));
}

/// The group that a path leads to or through; behind it may stand the keys of unknown members, which are any text.
pub(super) fn group_of(path: &str) -> Option<usize> {
    let (Step::Key("groups"), at) = step(path, 0)? else { return None };
    let (Step::Index(group), _) = step(path, at)? else { return None };
    Some(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_group_is_known_whatever_follows() {
        for (text, group) in [
            ("groups[2]", Some(2)),
            ("groups[2].fte", Some(2)),
            ("groups[2].a[b..c", Some(2)),
            ("groups", None),
            ("groups[x]", None),
            ("costs[2]", None),
            ("my.groups[2]", None),
            ("", None),
        ] {
            assert_eq!(group_of(text), group, "{text}");
        }
    }
}
