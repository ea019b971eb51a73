//! A plan that is kept open while its inputs change one at a time, as under a slider.

use crate::model;
use crate::model::evaluation::Evaluation;
use crate::model::headlines::Headlines;
use crate::plan::{self, Document, InputErrors, Node, Plan};

/// A document and the plan that was read from it, which change together.
///
/// ```
/// use jaarplan::{Document, OpenPlan};
/// let document = Document::parse(
///     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
///          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#,
/// )?;
/// let mut open = OpenPlan::new(document)?;
/// assert_eq!(open.headlines()?.circles, 12);
/// open.set("groups[0].participation", 0.5.into())?;
/// assert_eq!(open.headlines()?.circles, 8);
/// assert!(open.set("groups[0].participation", 1.5.into()).is_err());
/// assert_eq!(open.evaluate()?.prof_circles.circles, 8);
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
#[derive(Clone, Debug)]
pub struct OpenPlan {
    document: Document,
    plan: Plan,
}

impl OpenPlan {
    /// Opens a document.
    ///
    /// # Errors
    ///
    /// As [`Plan::read`].
    pub fn new(document: Document) -> Result<Self, InputErrors> {
        Ok(Self { plan: Plan::read(&document)?, document })
    }

    /// Writes a value at the path of a number: a number, an estimate, or null as in the document.
    ///
    /// # Errors
    ///
    /// As [`Plan::read`], or `unknown-id` when no number can stand there. The plan then stays as it was.
    pub fn set(&mut self, path: &str, value: Node) -> Result<(), InputErrors> {
        plan::change(&mut self.document, &mut self.plan, path, value)
    }

    /// The figures that managers see first.
    ///
    /// # Errors
    ///
    /// As [`evaluate`](crate::model::evaluate).
    pub fn headlines(&self) -> Result<Headlines, InputErrors> {
        model::headlines(&self.plan)
    }

    /// Everything that follows from the plan as it is now.
    ///
    /// # Errors
    ///
    /// As [`evaluate`](crate::model::evaluate).
    pub fn evaluate(&self) -> Result<Evaluation, InputErrors> {
        model::evaluate(&self.plan)
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }
}
