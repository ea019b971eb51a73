//! What somebody asks to fit in a budget, and what was found.

use crate::analysis::solve::{Allocated, Solution};

/// What the name of each field starts with in which something is asked.
pub const ASKED: &str = "fit-";

pub const INPUT: &str = "fit-input";
pub const FIGURE: &str = "fit-figure";
pub const SIDE: &str = "fit-side";
pub const TARGET: &str = "fit-target";
pub const SURE: &str = "fit-sure";
pub const BUDGET: &str = "fit-budget";

/// What somebody asks, and the answers.
#[derive(Clone, Debug, Default)]
pub struct Fitting {
    /// The text in each field, by the field's name.
    pub said: Vec<(String, String)>,
    /// The value of one input for a goal.
    pub goal: Option<Answer<Solution>>,
    /// A budget over the ways to learn.
    pub spread: Option<Answer<Allocated>>,
    /// How often each scenario does better than the first, in words.
    pub race: Option<Answer<Vec<String>>>,
    /// The plan's revision when an answer was taken over.
    pub taken: Option<u32>,
}

/// What was found for a plan as it then was.
#[derive(Clone, Debug)]
pub struct Answer<T> {
    /// The revision of that plan.
    pub revision: u32,
    /// Or why there is none.
    pub found: Result<T, String>,
}

impl Fitting {
    /// Somebody types or chooses; what was found before is no answer to that.
    pub fn enter(&mut self, id: &str, typed: &str) {
        self.said.retain(|(field, _)| field != id && !(id == FIGURE && field == SIDE));
        self.said.push((id.to_owned(), typed.to_owned()));
        if id == BUDGET {
            self.spread = None;
        } else {
            self.goal = None;
        }
    }

    /// The text in a field; empty when nobody entered any.
    pub fn said(&self, id: &str) -> &str {
        let said = self.said.iter().find(|(field, _)| field == id);
        said.map_or("", |(_, said)| said) // what a field that was not touched shows
    }
}
