//! `<jaarplan-scenarios>`: two to six ways the plan could go, side by side.

use crate::widgets::parts::Screen;
use crate::widgets::tree::{Element, el};

impl Screen<'_> {
    /// The whole widget.
    pub fn scenarios(&self) -> Element {
        el("div").key("scenarios").add(self.comparison())
    }

    /// The scenarios side by side.
    pub fn comparison(&self) -> Element {
        el("div")
    }
}
