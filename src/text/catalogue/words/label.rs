//! What an input of a plan is called, and how a person types it.

use super::{LABELS, Word};
use crate::plan::{End, Field, Path, Unit};
use crate::text::Locale;

/// How a field is typed and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Whole,
    /// A calendar year: whole, without points between thousands.
    Year,
    /// A number.
    Number,
    /// Euros, with cents.
    Money,
    /// A share, in percent.
    Percent,
    /// Free text.
    Text,
    /// One of a few words.
    Choice,
}

/// The name of an input, and what belongs to it. The rows of words declare them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its path without places in lists, like `groups[].fte`.
    pub path: &'static str,
    /// What it is called.
    pub name: Word,
    /// How it is typed.
    pub kind: Kind,
    /// The word behind the number; `€` and `%` follow from the kind.
    pub unit: Option<Word>,
    /// What the number is a part of, or counted by.
    pub detail: Option<Word>,
    /// Where its default is from, in the order of [`Locale::ALL`]; `None` when there is no source to name.
    source: Option<&'static [&'static str; 4]>,
}

impl Label {
    const fn new(name: Word, path: &'static str, kind: Kind) -> Self {
        Self { path, name, kind, unit: None, detail: None, source: None }
    }

    /// A number of the plan, typed as its unit and bounds say.
    pub(super) const fn number(name: Word, field: &Field) -> Self {
        let kind = match field.unit {
            Unit::CalendarYear => Kind::Year,
            Unit::Share => Kind::Percent,
            Unit::Eur | Unit::EurPerHour => Kind::Money,
            _ if field.bounds.whole => Kind::Whole,
            _ => Kind::Number,
        };
        let unit = match field.unit {
            // The names of these fields say what they count.
            Unit::Fte | Unit::Circle | Unit::Session => None,
            unit => Word::of_unit(unit),
        };
        let detail = match field.unit {
            Unit::EurPerHour => Some(Word::PerHour),
            _ => None,
        };
        Self { unit, detail, ..Self::new(name, field.path, kind) }
    }

    /// A whole number in a part of the plan that the calculation does not read.
    pub(super) const fn count(name: Word, path: &'static str) -> Self {
        Self::new(name, path, Kind::Whole)
    }

    /// A text, or a list as a whole.
    pub(super) const fn text(name: Word, path: &'static str) -> Self {
        Self::new(name, path, Kind::Text)
    }

    /// One of a few words.
    pub(super) const fn choice(name: Word, path: &'static str) -> Self {
        Self::new(name, path, Kind::Choice)
    }

    /// Another word behind the number than its unit.
    pub(super) const fn unit(self, unit: Word) -> Self {
        Self { unit: Some(unit), ..self }
    }

    /// What the number is a part of, or counted by.
    pub(super) const fn detail(self, detail: Word) -> Self {
        Self { detail: Some(detail), ..self }
    }

    /// Where its default is from.
    pub(super) const fn source(self, source: &'static [&'static str; 4]) -> Self {
        Self { source: Some(source), ..self }
    }
}

/// The name of the input at a path.
pub fn label_of(path: &Path) -> Option<&'static Label> {
    labelled(&path.pattern())
}

/// The name of the input at a path that is text, with or without places; `None` for one that is no path.
pub fn label(path: &str) -> Option<&'static Label> {
    path.parse().map_or_else(|_| labelled(path), |path| label_of(&path))
}

/// The source of the default at `path` (a pattern, like `groups[].fte`); empty when there is none to name.
pub fn source(locale: Locale, path: &str) -> &'static str {
    // Many defaults are assumptions of which there is no more to say.
    label(path).and_then(|label| label.source).map_or("", |texts| locale.pick(texts))
}

/// The name of the inputs of a pattern; a group's own `learning` has the names of the plan's, and a part of an
/// estimate that of the whole.
fn labelled(pattern: &str) -> Option<&'static Label> {
    let (pattern, _) = End::split(pattern);
    let own = pattern.strip_prefix("groups[].").filter(|own| own.starts_with("learning."));
    let pattern = own.unwrap_or(pattern);
    LABELS.iter().find(|label| label.path == pattern)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Basis, Country, defaults, schema};
    use crate::text::catalogue::checks;

    #[test]
    fn places_in_lists_do_not_change_the_name() {
        assert_eq!(label("groups[3].fte").unwrap().name, Word::Fte);
        let own = label("groups[0].learning.formal.hours").unwrap();
        assert_eq!(own.name, Word::FormalHours);
        assert_eq!(label("no.such.field"), None);
        assert_eq!(label("groups[0].participation.low"), label("groups[].participation"));
    }

    #[test]
    fn every_number_of_a_plan_has_a_name() {
        // What no form shows.
        let nameless = [&schema::SCHEMA_VERSION, &schema::SUBSIDY_AMOUNT, &schema::SUBSIDY_CAP];
        for field in schema::ALL.iter() {
            let is_nameless = nameless.iter().any(|nameless| nameless.path == field.path);
            assert_eq!(label(field.path).is_none(), is_nameless, "{}", field.path);
        }
        for country in [Country::Be, Country::Nl] {
            for default in defaults(country) {
                assert!(label(default.path).is_some(), "{}", default.path);
            }
        }
    }

    #[test]
    fn every_input_has_one_name() {
        for (place, label) in LABELS.iter().enumerate() {
            assert!(
                LABELS.iter().skip(place + 1).all(|other| other.path != label.path),
                "{label:?}"
            );
        }
    }

    #[test]
    fn every_default_with_a_source_names_it_in_every_language() {
        for default in defaults(Country::Be) {
            for locale in Locale::ALL {
                let named = !source(locale, default.path).is_empty();
                assert!(named || default.basis == Basis::Assumption, "{}", default.path);
            }
            let [dutch, _, french, english] =
                Locale::ALL.map(|locale| source(locale, default.path));
            // What has no name of its own is an author and a year.
            let only_names = dutch.starts_with("Securex") || dutch.starts_with("Boushey");
            assert!(
                dutch.is_empty() || only_names || dutch != french && dutch != english,
                "{dutch}"
            );
            // The one Dutch name of a source.
            checks::french(&french.replace("De Grip", ""));
            checks::english(&english.replace("De Grip", ""));
        }
    }
}
