//! What widgets are made of.

mod chance;
mod defaults;
mod derivation;
mod estimate;
mod form;
mod frame;
mod headlines;
mod keeping;
mod rights;
mod screen;
mod tables;

pub use chance::{DRIVEN, rounded};
pub use derivation::Asked;
pub use form::{GROUP_FIELDS, button, section};
pub use headlines::{HEADLINES, Spoken, count, hours, known, share, spoken};
pub use screen::{Own, Screen};
pub use tables::{Facts, bar, figure_of, named_row, scroller};
