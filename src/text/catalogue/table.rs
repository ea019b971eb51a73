//! Texts in every language, stored together.

use crate::invariant::broken;
use crate::text::Locale;

/// Makes the [`Table`] of rows `"Dutch", "French", "English";`. Where Belgium and the Netherlands differ
/// the Dutch is `"here" | "there"`.
macro_rules! table {
    ($($be:literal $(| $nl:literal)?, $fr:literal, $en:literal;)*) => {
        $crate::text::catalogue::table::Table {
            dutch: $crate::text::catalogue::table::texts_in_one![$($be),*],
            netherlands: $crate::text::catalogue::table::texts_in_one![$(concat!($($nl)?)),*],
            #[cfg(feature = "fr")]
            french: $crate::text::catalogue::table::texts_in_one![$($fr),*],
            #[cfg(feature = "en")]
            english: $crate::text::catalogue::table::texts_in_one![$($en),*],
        }
    };
}
pub(super) use table;

/// Makes [`Texts`].
macro_rules! texts_in_one {
    ($($text:expr),*) => {
        $crate::text::catalogue::table::Texts {
            all: concat!($($text),*),
            lengths: &[$($crate::text::catalogue::table::length($text)),*],
        }
    };
}
pub(super) use texts_in_one;

/// Texts by their place, in each language.
pub(super) struct Table {
    pub dutch: Texts,
    /// Empty where it is the text of Belgium.
    pub netherlands: Texts,
    #[cfg(feature = "fr")]
    pub french: Texts,
    #[cfg(feature = "en")]
    pub english: Texts,
}

/// Many texts in one, without a pointer for each of them.
pub(super) struct Texts {
    pub all: &'static str,
    pub lengths: &'static [u16],
}

impl Table {
    /// The text at a place, in a locale.
    pub fn get(&self, locale: Locale, place: usize) -> &'static str {
        let texts = match locale {
            Locale::NlNl if !self.netherlands.get(place).is_empty() => &self.netherlands,
            Locale::NlBe | Locale::NlNl => &self.dutch,
            #[cfg(feature = "fr")]
            Locale::FrBe => &self.french,
            #[cfg(feature = "en")]
            Locale::En => &self.english,
            #[cfg(not(all(feature = "fr", feature = "en")))]
            _ => &self.dutch, // a language that is not in this build
        };
        texts.get(place)
    }
}

impl Texts {
    fn get(&self, place: usize) -> &'static str {
        let mut lengths = self.lengths.iter().map(|&length| usize::from(length));
        let start: usize = lengths.by_ref().take(place).sum();
        let text = lengths.next().and_then(|length| self.all.get(start..start + length));
        text.unwrap_or_else(|| broken("a table has every text"))
    }
}

/// The length of a text, which must not be too long to compile.
#[allow(clippy::cast_possible_truncation)] // checked
pub(super) const fn length(text: &str) -> u16 {
    assert!(text.len() <= u16::MAX as usize, "a text is no longer than 65,535 bytes");
    text.len() as u16
}

/// A text with these in their places: `{0}` is the place of the first.
pub(in crate::text) fn filled(text: &str, told: &[&str]) -> String {
    let mut filled = String::new();
    // Text and places take turns.
    for (turn, piece) in text.split(['{', '}']).enumerate() {
        filled.push_str(match piece.parse::<usize>() {
            Ok(place) if turn % 2 == 1 => told
                .get(place)
                .unwrap_or_else(|| broken("a text has no place for what is not told")),
            _ => piece,
        });
    }
    filled
}
