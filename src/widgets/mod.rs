//! The custom elements without their page: what a person does goes in, a view and an effect come out.
//!
//! `wasm` moves views into the page and events back.

mod components;
mod context;
pub(crate) mod kinds;
mod numbers;
#[cfg(test)]
mod page;
mod pages;
mod pictures;
pub(crate) mod state;
#[cfg(test)]
mod tests;
pub(crate) mod tree;
pub(crate) mod widget;

pub use kinds::{Effect, Kind, Tab};
pub use tree::Drawing;
pub use widget::Widget;
