//! Numbers and words for people: reading what is typed, and saying what the model found.
//!
//! Pure, and tested natively, sentences included. The Dutch is plain, in the "je" form; Flemish and
//! Dutch terms follow the plan's country.

mod fields;
mod figures;
mod lines;
mod locale;
mod number;
mod phrases;
mod read;
mod sentences;
mod sources;
pub mod verdicts;
mod words;

pub use fields::{Kind, Label, label, pattern, place};
pub use figures::{figure, operation, step};
pub use lines::{cost_name, line_name};
pub use locale::Locale;
pub use number::{NO_BREAK, NO_VALUE};
pub use phrases::Phrase;
pub use read::{Doubt, Entry, Reading, Unread, read_number};
pub use sentences::{Subject, error, reading, shown, unread, warning};
pub use sources::source;
pub use words::Word;
