//! What follows from a plan, as a file for a spreadsheet.
//!
//! UTF-8 with its mark in front, lines that end as in Windows, and the signs that a spreadsheet of the
//! language expects: `;` and a decimal comma, in English `,` and a point. A number stands in a cell of its
//! own, without a unit and without signs between thousands.

mod assumptions;
mod parts;
mod sheet;
#[cfg(test)]
mod tests;

use super::Locale;
use crate::model::evaluation::Evaluation;
use crate::plan::Plan;
use sheet::Sheet;

/// The result of a plan as CSV; `date` is written as it is, unless it is empty.
///
/// ```
/// # use jaarplan::{Document, Plan, evaluate, text::{Locale, csv}};
/// let document = Document::parse(r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
///     "groups": [{ "name": "Zorg", "headcount": 120, "fte": 96.5 }] }"#)?;
/// let plan = Plan::read(&document)?;
/// let text = csv(Locale::NlBe, &plan, &evaluate(&plan)?, "");
/// assert!(text.contains("\r\nZorg;Vervanging tijdens leren;"));
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
pub fn csv(locale: Locale, plan: &Plan, evaluation: &Evaluation, date: &str) -> String {
    let mut sheet = Sheet::new(locale, plan);
    sheet.about(date);
    sheet.headlines(evaluation);
    sheet.budget(evaluation);
    sheet.time(evaluation);
    sheet.circles(evaluation);
    sheet.value(evaluation);
    sheet.assumptions();
    sheet.warnings(evaluation);
    sheet.text
}
