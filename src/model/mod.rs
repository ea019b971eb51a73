//! The model.
pub mod evaluation;
use crate::plan::{InputErrors, Plan};
/// Evaluates.
pub fn evaluate(_: &Plan) -> Result<evaluation::Evaluation, InputErrors> {
    todo!()
}
