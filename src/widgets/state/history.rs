//! The way back: what a draft was before each change.

use std::rc::Rc;

use super::editor::Content;

/// More steps back are not kept.
const MOST: usize = 100;

/// Why nobody can change the plan, if so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// It can be changed.
    Open,
    /// It came by a link: a person looks at it first, and can make a copy.
    Shared,
}

/// A draft as it once was.
#[derive(Clone, Debug)]
pub struct Moment {
    /// Key, name and content of each scenario.
    pub scenarios: Vec<(u32, String, Rc<Content>)>,
    /// The place of the one that was worked on.
    pub current: usize,
    /// Whether it could be changed.
    pub guard: Guard,
    /// The field in which a person then typed: the key of its scenario, `/` and its id.
    pub field: Option<String>,
}

/// What was before, and what was taken back.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Moment>,
    future: Vec<Moment>,
    /// The field in which a person types, until they pause.
    typing: Option<String>,
}

impl History {
    /// Whether a change is a step of its own: all but more typing in the same field.
    pub fn is_new(&self, field: Option<&str>) -> bool {
        field.is_none() || self.typing.as_deref() != field
    }

    /// A change is about to be made to what is now.
    pub fn push(&mut self, mut now: Moment, field: Option<String>) {
        now.field.clone_from(&field);
        self.typing = field;
        self.future.clear();
        self.past.push(now);
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// What a person types next is a change of its own.
    pub fn pause(&mut self) {
        self.typing = None;
    }

    /// What was before the last change or, not `back`, what was taken back last; given what is now.
    pub fn step(&mut self, back: bool, mut now: Moment) -> Option<Moment> {
        self.pause();
        let (from, to) = if back {
            (&mut self.past, &mut self.future)
        } else {
            (&mut self.future, &mut self.past)
        };
        let then = from.pop()?;
        now.field.clone_from(&then.field);
        to.push(now);
        Some(then)
    }

    /// Whether there is something to take back, and to do again.
    pub fn depths(&self) -> [bool; 2] {
        [!self.past.is_empty(), !self.future.is_empty()]
    }
}
