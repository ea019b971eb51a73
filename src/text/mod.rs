//! Numbers and words for people: reading what is typed, and saying what the model found.
//!
//! Pure, and tested natively, sentences included. Dutch, French and English stand side by side
//! and are plain: Dutch in the "je" form with the terms of Flanders or of the Netherlands, French with
//! "vous" and the terms of Belgium.

#[cfg(test)]
mod checks;
mod csv;
mod fields;
mod figures;
mod lines;
mod locale;
mod number;
mod phrases;
mod read;
mod sentences;
mod sources;
mod table;
mod told;
pub mod verdicts;
mod words;

pub use csv::{csv, group_name};
pub use fields::{Kind, Label, label, part_of_estimate, pattern, place};
pub use figures::{figure, step};
pub use lines::{benefit_name, cost_name, line_name};
pub use locale::Locale;
pub use number::{NO_BREAK, NO_VALUE, as_shown};
pub use phrases::{Phrase, Span};
pub use read::{Doubt, Entry, Reading, Unread, read_number};
pub use sentences::{Subject, error, link_error, reading, shown, unread, warning};
pub use sources::source;
pub use told::{Origin, Teller, Told, ToldAssumption};
pub use words::Word;

/// Adds one more to a text that is a list.
pub fn list(text: &mut String, between: &str, one: &str) {
    if !text.is_empty() {
        text.push_str(between);
    }
    text.push_str(one);
}
