//! One text in, one line of JSON out.

use jaarplan::analysis::explain;
use jaarplan::{Document, InputErrors, Plan, Warning};
use serde::Serialize;

/// What is asked of every plan.
pub enum Question {
    /// Everything that follows from it.
    Evaluate,
    /// What deserves a look, and what rests on defaults.
    Validate,
    /// How it stands against law and collective agreements.
    Check,
    /// What the figures with these ids rest on that nobody knows exactly.
    Assumptions(Vec<String>),
    /// How the figures with these ids came about.
    Explain(Vec<String>),
}

/// What stands in the output for a plan that is refused.
#[derive(Serialize)]
struct Refusal<'e> {
    error: &'e InputErrors,
}

/// What `validate` says of a plan that is not.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Validity<'r> {
    valid: bool,
    warnings: &'r [Warning],
    defaults_used: &'r [String],
}

/// The line that answers, or the one that says why the plan is refused.
pub fn line(question: &Question, text: &str) -> Result<String, String> {
    answer(question, text).map_err(|errors| refusal(&errors))
}

/// The line that says what is wrong.
pub fn refusal(errors: &InputErrors) -> String {
    json(&Refusal { error: errors })
}

/// The plan in a text.
pub fn read(text: &str) -> Result<Plan, InputErrors> {
    Plan::read(&Document::parse(text)?)
}

fn answer(question: &Question, text: &str) -> Result<String, InputErrors> {
    let plan = read(text)?;
    let result = jaarplan::evaluate(&plan)?;
    Ok(match question {
        Question::Evaluate => json(&result),
        Question::Validate => json(&Validity {
            valid: true,
            warnings: &result.warnings,
            defaults_used: &result.defaults_used,
        }),
        Question::Check => json(&jaarplan::check(&plan)),
        Question::Assumptions(figures) => {
            let assumptions = |id: &String| jaarplan::assumptions(&plan, explain::figure(id)?);
            json(&figures.iter().map(assumptions).collect::<Result<Vec<_>, _>>()?)
        }
        Question::Explain(figures) => {
            let explain = |id: &String| jaarplan::explain(&plan, explain::figure(id)?);
            json(&figures.iter().map(explain).collect::<Result<Vec<_>, _>>()?)
        }
    })
}

/// An answer as one line.
pub fn json(answer: &impl Serialize) -> String {
    // Only maps with keys that are not text cannot be written, and there are none.
    serde_json::to_string(answer).unwrap_or_else(|error| unreachable!("{error}"))
}
