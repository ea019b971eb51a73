//! Numbers and words for people: reading what is typed, and saying what the model found.
//!
//! Pure, and tested natively, sentences included. Dutch, French and English stand side by side
//! and are plain: Dutch in the "je" form with the terms of Flanders or of the Netherlands, French with
//! "vous" and the terms of Belgium.

use crate::invariant::broken;
use crate::plan::Path;

pub(crate) mod catalogue;
mod csv;
mod errors;
mod explanation;
mod lines;
mod number;
mod typed;
pub mod verdicts;

pub use catalogue::locale::Locale;
pub use catalogue::phrases::{Phrase, Span};
pub use catalogue::words::{Kind, Label, Word, label, label_of, source};
pub use csv::csv;
pub use errors::{Subject, error, link_error, reading, shown, unread, warning};
pub use explanation::{Origin, Teller, Told, ToldAssumption};
pub use lines::{
    benefit_name, circle_sizes, circles_of_size, cost_name, default_cost, group_name, line_name,
    line_unit,
};
pub use number::{NO_BREAK, NO_VALUE, as_shown};
pub use typed::{Doubt, Entry, Reading, Unread, read_number};

/// The path that a plan or a result names: of an input, or of what rests on a default.
fn as_path(text: &str) -> Path {
    text.parse().unwrap_or_else(|_| broken("an input is at a path"))
}

/// Adds one more to a text that is a list.
pub fn list(text: &mut String, between: &str, one: &str) {
    if !text.is_empty() {
        text.push_str(between);
    }
    text.push_str(one);
}
