//! What is asked of the model: where a figure comes from, what it rests on, how it spreads, which plan is better, and
//! which inputs reach a goal.

pub mod assumptions;
pub mod compare;
pub mod explain;
pub mod open_plan;
mod request;
pub mod self_test;
pub mod simulate;
pub mod solve;
