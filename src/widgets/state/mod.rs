//! What people work on: the plan as typed, its scenarios, the way back, and what was calculated from it.

mod content;
mod draft;
mod editor;
mod estimate;
pub mod goals;
mod history;
mod outcome;
pub mod paste;
mod registry;
mod simulated;

pub use content::{part_of, path};
pub use draft::{Draft, MOST_SCENARIOS, NAME_FIELD, Removed, Scenario, field_of, name_field};
pub use editor::{List, Sheet, as_typed, concerns, is_of_report, row_of};
pub use history::Guard;
pub use outcome::{Evaluated, Outcome};
pub use paste::GROUP_FIELDS;
pub use registry::on_shelf;
