//! The plan document: its fields, their bounds and defaults, and what can be wrong with them.
mod document;
mod error;
pub use document::{Document, MAX_BYTES, MAX_DEPTH, Node};
pub use error::{Code, InputError, InputErrors, Warning, WarningCode};

/// A plan, read.
pub struct Plan {}
impl Plan {
    /// Reads.
    pub fn read(_: &Document) -> Result<Self, InputErrors> {
        todo!()
    }
}
