//! What pages are made of.

pub mod defaults;
pub mod derivation;
pub mod estimate;
pub mod figures;
pub mod form;
pub mod headlines;
pub mod tables;
pub mod toolbar;
pub mod uncertainty;

pub use form::{button, section};
pub use headlines::{HEADLINES, spoken};
pub use tables::{Facts, bar, named_row, scroller};
pub use uncertainty::DRIVEN;
