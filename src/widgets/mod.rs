//! The custom elements.
//!
//! Each widget has a pure view (what was typed → what is shown, as a [`View`]) and one element for
//! all of them, which moves that view into the page and events back.

#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod dom;
#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod element;
pub mod paste;
mod planner;
mod tree;

pub use planner::Planner;
pub use tree::{Element, View};
