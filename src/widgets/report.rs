//! `<jaarplan-report>`: the Jaarplan on paper.

use crate::widgets::parts::Screen;
use crate::widgets::tree::{Element, el};

impl Screen<'_> {
    /// The whole widget.
    pub fn report(&self) -> Element {
        el("div").key("report").add(self.paper())
    }

    /// The pages.
    pub fn paper(&self) -> Element {
        el("div")
    }
}
