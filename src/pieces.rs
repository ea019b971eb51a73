//! Texts in pieces: short searches for a mark that stands early or nowhere.
//!
//! The searcher of the standard library is made for long texts, and is large in a module.

/// What stands before and behind the first `mark` in a text.
pub fn cut<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    for at in 0..=text.len() {
        if let Some((before, rest)) = text.split_at_checked(at)
            && let Some(behind) = rest.strip_prefix(mark)
        {
            return Some((before, behind));
        }
    }
    None
}

/// Whether `part` stands somewhere in a text.
pub fn has(text: &str, part: &str) -> bool {
    cut(text, part).is_some()
}

/// What stands before and behind the last `mark` in a text, an ASCII sign.
pub fn cut_last(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands behind the last `mark` in a text, an ASCII sign; the whole text without one.
pub fn last(text: &str, mark: u8) -> &str {
    cut_last(text, mark).map_or(text, |(_, last)| last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pieces_are_those_of_the_standard_library(
            text in "[ab.é€]{0,8}", mark in "[ab.é€]{0,3}"
        ) {
            prop_assert_eq!(cut(&text, &mark), text.split_once(mark.as_str()));
            prop_assert_eq!(has(&text, &mark), text.contains(mark.as_str()));
            prop_assert_eq!(cut_last(&text, b'.'), text.rsplit_once('.'));
            prop_assert_eq!(Some(last(&text, b'.')), text.rsplit('.').next());
        }
    }
}
