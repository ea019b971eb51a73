//! The widgets, and the parts of the planner: each composes components.

mod budget;
pub mod frame;
pub mod goals;
mod learning_time;
mod planner;
mod prof_circles;
mod report;
mod return_on_value;
pub mod scenarios;
mod training_right;
