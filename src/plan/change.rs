//! One input of a document and its plan, changed.

use super::number::decimal;
use super::{Code, Document, InputError, InputErrors, Node, Place, Plan, schema};
use super::{Field, Input};

/// A path to a number, taken apart: `groups[2].fte` is the second `groups` and then `fte`.
struct Path<'p> {
    whole: &'p str,
    /// The list, which of its members, and what stands behind the point.
    member: Option<(&'p str, usize, &'p str)>,
}

impl<'p> Path<'p> {
    fn new(whole: &'p str) -> Self {
        let member = || {
            let (list, rest) = whole.split_once('[')?;
            let (index, rest) = rest.split_once("].")?;
            let is_plain = index == "0" || index.starts_with(|first| matches!(first, '1'..='9'));
            let index = index.parse().ok().filter(|_| is_plain)?;
            Some((list, index, rest))
        };
        Self { whole, member: member() }
    }

    /// Whether a field stands here, as far as its name goes.
    fn may_be(&self, field: &Field) -> bool {
        match self.member {
            // The table's own `[]` is no place in a list.
            None => field.path == self.whole && !self.whole.contains('['),
            Some((list, _, rest)) => is_member(field, list, rest) || self.is_learning(field),
        }
    }

    /// A group's own value of a field of `learning`.
    fn is_learning(&self, field: &Field) -> bool {
        matches!(self.member, Some(("groups", _, rest)) if rest == field.path)
            && field.path.starts_with("learning.")
    }

    /// Whether this input stands here.
    fn is_of(&self, input: &Input) -> bool {
        match (input.place, self.member) {
            (Place::Plan, None) => input.field.path == self.whole,
            (Place::Item(place), Some((list, index, rest))) => {
                place == index && is_member(input.field, list, rest)
            }
            (Place::GroupLearning(group), Some((_, index, _))) => {
                group == index && self.is_learning(input.field)
            }
            _ => false,
        }
    }

    /// The value that stands here; what is missing on the way is made when asked for.
    fn find<'d>(&self, document: &'d mut Document, make: bool) -> Option<&'d mut Node> {
        let mut node = document.root_mut();
        let mut rest = self.whole;
        if let Some((list, index, behind)) = self.member {
            for key in list.split('.') {
                node = node.member_mut(key, false)?;
            }
            let Node::List(members) = node else { return None };
            (node, rest) = (members.get_mut(index)?, behind);
        }
        for key in rest.split('.') {
            node = node.member_mut(key, make)?;
        }
        Some(node)
    }
}

/// Whether a field is that of the members of a list.
fn is_member(field: &Field, list: &str, rest: &str) -> bool {
    field.path.strip_suffix(rest).and_then(|path| path.strip_suffix("[].")) == Some(list)
}

/// Writes a value into a document, and changes the plan that was read from it in the same way.
///
/// A number in the place of a number changes the plan there, unless it is bound to other fields; any
/// other value lets the whole document be read again. On an error both stay as they were.
pub fn change(
    document: &mut Document,
    plan: &mut Plan,
    path: &str,
    value: Node,
) -> Result<(), InputErrors> {
    let place = Path::new(path);
    if let (Node::Number(digits), Some(node @ Node::Number(_))) =
        (&value, place.find(document, false))
    {
        // A group without its own value for a field of `learning` holds the plan's: there may be many.
        let mut inputs = Vec::new();
        plan.inputs_mut(&mut |input| {
            if place.is_of(input) {
                inputs.push(input);
            }
        });
        if let Some(field) = inputs.first().map(|input| input.field)
            && !field.bound_to_others
        {
            let mut errors = Vec::new();
            let Some(read) = decimal(digits, path, field, &mut errors) else {
                return Err(InputErrors { errors });
            };
            for input in inputs {
                (input.low, input.likely, input.high) = (read, read, read);
            }
            *node = value;
            return Ok(());
        }
    }
    let unknown = || {
        let message = "there is no such number in this plan";
        let mut error = InputError::new(path, Code::UnknownId, message);
        error.example("groups[0].participation");
        error
    };
    if !schema::ALL.iter().any(|field| place.may_be(field)) {
        return Err(unknown().into());
    }
    let mut changed = document.clone();
    *place.find(&mut changed, true).ok_or_else(unknown)? = value;
    *plan = Plan::read(&changed)?;
    *document = changed;
    Ok(())
}
