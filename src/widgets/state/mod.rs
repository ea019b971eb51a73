//! What people work on: the plan as typed, its scenarios, the way back, and what was calculated from it.

mod content;
mod draft;
mod editor;
mod estimate;
mod history;
mod outcome;
pub mod paste;
mod registry;
mod simulated;

pub use draft::{
    Draft, Guard, MOST_SCENARIOS, NAME_FIELD, Removed, Scenario, field_of, name_field,
};
pub use editor::{List, Sheet, as_typed, concerns};
pub use estimate::part_of;
pub use outcome::{End, Outcome};
pub use registry::on_shelf;
