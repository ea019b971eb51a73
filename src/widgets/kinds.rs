//! Which widgets there are, the parts of the planner, and what a widget asks of its page.

use crate::text::Word;

/// Which widget it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `<jaarplan-learning-time>`
    LearningTime,
    /// `<jaarplan-prof-circles>`
    ProfCircles,
    /// `<jaarplan-budget>`
    Budget,
    /// `<jaarplan-return-on-value>`
    ReturnOnValue,
    /// `<jaarplan-scenarios>`
    Scenarios,
    /// `<jaarplan-planner>`
    Planner,
    /// `<jaarplan-report>`
    Report,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::LearningTime,
        Self::ProfCircles,
        Self::Budget,
        Self::ReturnOnValue,
        Self::Scenarios,
        Self::Planner,
        Self::Report,
    ];

    /// The one with this name.
    #[cfg(all(feature = "widgets", target_arch = "wasm32"))]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name of its element, after `jaarplan-`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::LearningTime => "learning-time",
            Self::ProfCircles => "prof-circles",
            Self::Budget => "budget",
            Self::ReturnOnValue => "return-on-value",
            Self::Scenarios => "scenarios",
            Self::Planner => "planner",
            Self::Report => "report",
        }
    }
}

/// The parts of the planner, one of which is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What is filled in.
    #[default]
    Plan,
    /// What follows from it.
    Results,
    /// Other ways to go, side by side.
    Scenarios,
    /// Law and agreements.
    Rights,
    /// The Jaarplan on paper.
    Report,
}

impl Tab {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 5] =
        [Self::Plan, Self::Results, Self::Scenarios, Self::Rights, Self::Report];

    /// Its name in ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Results => "results",
            Self::Scenarios => "scenarios",
            Self::Rights => "rights",
            Self::Report => "report",
        }
    }

    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.name() == name)
    }
}

/// What is asked before something happens, or shown after it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// A link that opens this plan.
    Link(String),
    /// Something to know before going on, and what is done then.
    Ask(String, &'static str),
    /// Something to know about what was just done.
    Said(String),
    /// Something to know.
    Notice(Word),
}

/// Whether the plan is kept in the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// The page did not ask for it.
    #[default]
    Off,
    /// After each change.
    On,
    /// The browser refuses it.
    Refused,
    /// What is kept there cannot be read, so that it is left alone.
    Unreadable,
}

/// Something that only the page can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Look at a part of the widget, by its id.
    Focus(String),
    /// Hand a file to the person.
    Download {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// What is in it.
        text: String,
    },
    /// Put a text on the clipboard.
    Copy(String),
    /// Print the page.
    Print,
}
