//! A calculation with a known result, to test an engine before it is used.

use crate::invariant::broken;
use crate::plan::{Document, InputErrors, Plan};

/// With parts of people, two groups and an estimate, so that each formula has something to do.
const QUESTION: &str = r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":47,"fte":38.3,"leaders":5},{"headcount":96,"fte":78.25,"labourCostPerHour":41.37}],"budget":{"available":90000}}"#;

/// The figures of a plan, every bit of them, as one number. The build writes what they are natively into
/// `npm/constants.js`; an engine that gives another number is not used.
pub fn answer() -> u32 {
    match figures() {
        Ok(figures) => figures.into_iter().fold(0x811c_9dc5, fold),
        Err(_) => broken("the question of the self-test is a plan"),
    }
}

fn figures() -> Result<[f64; 9], InputErrors> {
    let e = crate::model::evaluate(&Plan::read(&Document::parse(QUESTION)?)?)?;
    let or_none = |figure: Option<f64>| figure.unwrap_or(-1.0);
    Ok([
        or_none(e.learning_time.hours_per_employee),
        e.prof_circles.sessions as f64,
        e.prof_circles.facilitator_fte,
        e.budget.cash,
        e.budget.full,
        or_none(e.budget.gap),
        e.value.net,
        or_none(e.value.break_even_uplift),
        e.value.inaction_cost,
    ])
}

/// FNV-1a over the bytes of a figure.
fn fold(sum: u32, figure: f64) -> u32 {
    let bytes = figure.to_bits().to_le_bytes();
    bytes.into_iter().fold(sum, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_question_is_a_plan() {
        let figures = super::figures().unwrap();
        assert!(figures.iter().all(|figure| *figure != 0.0), "{figures:?}");
    }
}
