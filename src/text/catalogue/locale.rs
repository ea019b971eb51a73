//! The languages that people read and type in.

use crate::plan::Country;

/// The French of two texts, where this build speaks French.
#[cfg(feature = "fr")]
macro_rules! french {
    ($be:expr, $fr:expr) => {
        $fr
    };
}
#[cfg(not(feature = "fr"))]
macro_rules! french {
    ($be:expr, $fr:expr) => {
        $be
    };
}
/// The English of two texts, where this build speaks English.
#[cfg(feature = "en")]
macro_rules! english {
    ($be:expr, $en:expr) => {
        $en
    };
}
#[cfg(not(feature = "en"))]
macro_rules! english {
    ($be:expr, $en:expr) => {
        $be
    };
}
pub(in crate::text) use {english, french};

/// A text in the order of [`Locale::ALL`]; a language that is not in this build has the Dutch one.
macro_rules! texts {
    ($be:expr, $nl:expr, $fr:expr, $en:expr $(,)?) => {
        [
            $be,
            $nl,
            $crate::text::catalogue::locale::french!($be, $fr),
            $crate::text::catalogue::locale::english!($be, $en),
        ]
    };
}
pub(in crate::text) use texts;

/// A language with the terms of one country. Which of them a build speaks, its features say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Dutch with the terms of Flanders.
    #[default]
    NlBe,
    /// Dutch with the terms of the Netherlands.
    NlNl,
    /// French with the terms of Brussels and Wallonia.
    FrBe,
    /// English.
    En,
}

impl Locale {
    /// Every locale.
    pub const ALL: [Self; 4] = [Self::NlBe, Self::NlNl, Self::FrBe, Self::En];

    /// The Dutch of a plan's country.
    pub const fn of_country(country: Country) -> Self {
        match country {
            Country::Be => Self::NlBe,
            Country::Nl => Self::NlNl,
        }
    }

    /// The language tag, for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::NlBe => "nl-BE",
            Self::NlNl => "nl-NL",
            Self::FrBe => "fr-BE",
            Self::En => "en",
        }
    }

    /// The locale that serves a reader of a language tag, in capitals or not; Dutch of no country is
    /// that of Belgium. `None` for a language that this build does not speak.
    ///
    /// ```
    /// use jaarplan::text::Locale;
    /// assert_eq!(Locale::from_tag("en-GB"), Some(Locale::En));
    /// assert_eq!(Locale::from_tag("NL"), Some(Locale::NlBe));
    /// assert_eq!(Locale::from_tag("de"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim();
        let (language, rest) = tag.split_once(['-', '_']).unwrap_or((tag, ""));
        let is = |name: &str| language.eq_ignore_ascii_case(name);
        if is("nl") {
            let netherlands = rest.split(['-', '_']).any(|part| part.eq_ignore_ascii_case("NL"));
            Some(if netherlands { Self::NlNl } else { Self::NlBe })
        } else if cfg!(feature = "fr") && is("fr") {
            Some(Self::FrBe)
        } else if cfg!(feature = "en") && is("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The one of these that is in this locale, in the order of [`Locale::ALL`].
    pub(in crate::text) const fn pick<T: Copy>(self, texts: &[T; 4]) -> T {
        let [be, nl, fr, en] = texts;
        match self {
            Self::NlBe => *be,
            Self::NlNl => *nl,
            Self::FrBe => *fr,
            Self::En => *en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, expected: Option<Locale>) {
        assert_eq!(Locale::from_tag(tag), expected, "{tag}");
    }

    #[test]
    #[rustfmt::skip]
    fn tags_name_a_locale() {
        check("nl",         Some(Locale::NlBe));
        check("nl-BE",      Some(Locale::NlBe));
        check("NL-be",      Some(Locale::NlBe));
        check("nl-NL",      Some(Locale::NlNl));
        check("nl_NL",      Some(Locale::NlNl));
        check("nl-Latn-NL", Some(Locale::NlNl));
        check("fr",         Some(Locale::FrBe));
        check("fr-BE",      Some(Locale::FrBe));
        check("FR-fr",      Some(Locale::FrBe));
        check("en",         Some(Locale::En));
        check("en-GB",      Some(Locale::En));
        check(" EN-us ",    Some(Locale::En));
        check("de",         None);
        check("nld",        None);
        check("english",    None);
        check("",           None);
        check("-",          None);
    }

    #[test]
    fn a_locale_is_found_by_its_own_tag() {
        for locale in Locale::ALL {
            assert_eq!(Locale::from_tag(locale.tag()), Some(locale));
            assert_eq!(locale.pick(&Locale::ALL), locale);
        }
    }
}
