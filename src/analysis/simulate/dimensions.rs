//! Which dimension of the points each thing has that is not known.

use super::Range;
use crate::analysis::assumptions::Unknown;
use crate::invariant::broken;
use crate::plan::{Place, schema};

/// The dimensions of one plan, or of several that stand side by side: what is at the same place in two plans, and
/// what is the same default, then has the same dimension.
#[derive(Debug, Default)]
pub(crate) struct Dimensions {
    /// What occurs more than once has a dimension by its order here.
    others: Vec<(&'static str, Place)>,
    /// How many of those are of plans before this one.
    earlier: usize,
    /// Where the next of them is, when both plans say the same.
    next: usize,
}

impl Dimensions {
    /// From here on another plan is told of.
    pub fn next_plan(&mut self) {
        (self.earlier, self.next) = (self.others.len(), 0);
    }

    /// The dimension of something that is not known; that of what occurs once does not depend on the rest.
    pub fn of(&mut self, range: &Range) -> usize {
        let (field, place) = match Unknown::of(&range.input) {
            Unknown::Default(field) => (field, Place::Plan),
            Unknown::Given(field, place) => (field, place),
        };
        let mut estimates = schema::ALL.iter().filter(|field| field.estimate);
        let own = estimates.position(|known| *known == field);
        if let Some(own) = own.filter(|_| place == Place::Plan) {
            return own;
        }
        let other = (field.path, place);
        let Some(earlier) = self.others.get(..self.earlier) else { broken("none is taken away") };
        let known = if earlier.get(self.next) == Some(&other) {
            Some(self.next)
        } else {
            earlier.iter().position(|known| *known == other)
        };
        let at = known.unwrap_or_else(|| {
            self.others.push(other);
            self.others.len() - 1
        });
        self.next = if known.is_some() { at + 1 } else { self.next };
        schema::ALL.len() + at
    }
}
