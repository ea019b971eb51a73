//! The custom elements.
//!
//! Each widget has a pure view (what was typed → what is shown, as a [`View`]) and one element for
//! all of them, which moves that view into the page and events back.

#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod boundary;
mod budget;
#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod dom;
mod draft;
#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod element;
mod fitting;
mod learning_time;
#[cfg(test)]
mod page;
mod parts;
mod paste;
mod pictures;
mod planner;
mod prof_circles;
mod report;
mod return_on_value;
mod scenarios;
#[cfg(test)]
mod tests;
mod tree;
mod widget;

pub use tree::Drawing;
pub use widget::{Effect, Kind, Tab, Widget};
