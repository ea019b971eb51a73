//! One input of a document and its plan, changed.

use super::number::decimal;
use super::{Code, Document, InputError, InputErrors, Node, Path, Plan};

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
    let unknown = || {
        let message = "there is no such number in this plan";
        let mut error = InputError::new(path, Code::UnknownId, message);
        error.example("groups[0].participation");
        error
    };
    let place: Path = path.parse().map_err(|_| unknown())?;
    let (first, of) = place.field().ok_or_else(unknown)?;
    if let (Node::Number(digits), Some(node @ Node::Number(_))) =
        (&value, place.get_mut(document.root_mut()))
    {
        // A group without its own value for a field of `learning` holds the plan's: there may be many.
        let mut inputs = Vec::new();
        plan.inputs_mut(&mut |input| {
            if input.place == of && input.field.path == first.path {
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
    let mut changed = document.clone();
    if !place.put(changed.root_mut(), Some(value)) {
        return Err(unknown().into());
    }
    *plan = Plan::read(&changed)?;
    *document = changed;
    Ok(())
}
