//! Numbers and words for people: reading what is typed, and saying what the model found.
//!
//! Pure, and tested natively, sentences included. The Dutch is plain, in the "je" form; Flemish and
//! Dutch terms follow the plan's country.

mod fields;
mod figures;
mod lines;
mod number;
mod phrases;
mod read;
mod sentences;
mod sources;
mod words;

pub use fields::{Kind, Label, label, pattern, place};
pub use figures::{figure, operation, step};
pub use lines::{cost_name, line_name};
pub use number::{
    NO_BREAK, NO_VALUE, decimal, decimal_percent, decimal_places, euros, number, number_up_to,
    percent, percent_up_to,
};
pub use phrases::Phrase;
pub use read::{Doubt, Entry, Reading, Unread, read_number};
pub use sentences::{Subject, error, reading, shown, unread, warning};
pub use sources::source;
pub use words::Word;

/// A language with the terms of one country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Dutch with the terms of Flanders.
    #[default]
    NlBe,
    /// Dutch with the terms of the Netherlands.
    NlNl,
}

impl Locale {
    /// The Dutch of a plan's country, `BE` or `NL`.
    pub fn of_country(country: &str) -> Self {
        if country == "NL" { Self::NlNl } else { Self::NlBe }
    }

    /// The language tag, for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::NlBe => "nl-BE",
            Self::NlNl => "nl-NL",
        }
    }
}
