//! `<jaarplan-planner>`: learning time, Prof circles, L&O budget and Return on Value of one plan.
//!
//! [`Planner`] is its state; [`Planner::view`] is everything it shows. Both know no browser.

mod derivation;
mod document;
mod headlines;
mod outcome;
mod results;
mod rights;
mod state;
#[cfg(test)]
mod tests;
mod view;

pub use state::Planner;
