//! What JavaScript sees of the model: each function takes a plan in, makes one call, hands the answer out.
//!
//! `npm/api.js` stands around these functions. It copies a caller's object to plain data first, so
//! that no code of the caller runs while Rust is on the stack, and it turns what is thrown here, an
//! [`InputErrors`] as data, into one `JaarplanError`.

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::prelude::*;

use crate::analysis::explain;
use crate::analysis::simulate::Options;
use crate::analysis::solve::{Allocation, Goal};
use crate::plan::{self, Choice, Code, Country, Document, InputError, InputErrors, Node, Plan};

/// Everything that follows from a plan.
///
/// # Errors
///
/// Everything that is wrong with the plan, as `{ errors }`.
#[wasm_bindgen]
pub fn evaluate(plan: JsValue) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    hand_out(&crate::model::evaluate(&plan).map_err(refuse)?)
}

/// The warnings about a valid plan.
///
/// # Errors
///
/// Everything that is wrong with the plan, also what only its evaluation finds, as `{ errors }`.
#[wasm_bindgen]
pub fn validate(plan: JsValue) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    hand_out(&crate::model::evaluate(&plan).map_err(refuse)?.warnings)
}

/// The plan in a JSON text, as its owner wrote it: unknown fields are kept.
///
/// # Errors
///
/// What is wrong with the text, or else with the plan, as `{ errors }`.
#[wasm_bindgen]
pub fn parse(text: &str) -> Result<JsValue, JsValue> {
    let document = Document::parse(text).map_err(refuse)?;
    Plan::read(&document).map_err(refuse)?;
    // Set one by one, a key "__proto__" would change the object's prototype; here it stays a key.
    js_sys::JSON::parse(&document.to_string())
}

/// How one figure of a plan came about.
///
/// # Errors
///
/// Everything that is wrong with the plan, or `unknown-id` for the figure, as `{ errors }`.
#[wasm_bindgen]
pub fn explain(plan: JsValue, figure: &str) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    let figure = explain::figure(figure).map_err(refuse)?;
    hand_out(&explain::explain(&plan, figure).map_err(refuse)?)
}

/// How a plan stands against law and collective agreements.
///
/// # Errors
///
/// Everything that is wrong with the plan, also what only its evaluation finds, as `{ errors }`.
#[wasm_bindgen]
pub fn check(plan: JsValue) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    crate::model::evaluate(&plan).map_err(refuse)?;
    hand_out(&crate::check(&plan))
}

/// The assumptions that one figure of a plan rests on, the one that moves it most first.
///
/// # Errors
///
/// Everything that is wrong with the plan, or `unknown-id` for the figure, as `{ errors }`.
#[wasm_bindgen]
pub fn assumptions(plan: JsValue, figure: &str) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    let figure = explain::figure(figure).map_err(refuse)?;
    hand_out(&crate::analysis::assumptions::assumptions(&plan, figure).map_err(refuse)?)
}

/// How the figures of a plan spread when its estimates are not known exactly.
///
/// # Errors
///
/// Everything that is wrong with the plan, or with the options, as `{ errors }`.
#[wasm_bindgen]
pub fn simulate(plan: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    let options = Options::read(document(options).root()).map_err(refuse)?;
    hand_out(&crate::analysis::simulate::simulate(&plan, &options).map_err(refuse)?)
}

/// Two to six plans side by side, with common random numbers.
///
/// # Errors
///
/// Everything that is wrong with the plans, or with the options, as `{ errors }`.
#[wasm_bindgen]
pub fn compare(plans: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let plans = crate::analysis::compare::read(document(plans).root()).map_err(refuse)?;
    let options = Options::read(document(options).root()).map_err(refuse)?;
    hand_out(&crate::analysis::compare::compare(&plans, &options).map_err(refuse)?)
}

/// The value of one input of a plan at which a figure comes where it should.
///
/// # Errors
///
/// Everything that is wrong with the plan, or with the goal, as `{ errors }`.
#[wasm_bindgen]
pub fn solve(plan: JsValue, goal: JsValue) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    let goal = Goal::read(document(goal).root()).map_err(refuse)?;
    hand_out(&crate::analysis::solve::solve(&plan, &goal).map_err(refuse)?)
}

/// A cash budget, spread over the components of learning.
///
/// # Errors
///
/// Everything that is wrong with the plan, or with what was asked, as `{ errors }`.
#[wasm_bindgen]
pub fn allocate(plan: JsValue, allocation: JsValue) -> Result<JsValue, JsValue> {
    let plan = Plan::read(&document(plan)).map_err(refuse)?;
    let allocation = Allocation::read(document(allocation).root()).map_err(refuse)?;
    hand_out(&crate::analysis::solve::allocate(&plan, &allocation).map_err(refuse)?)
}

/// The values that stand in for missing fields, in order of the document.
///
/// # Errors
///
/// `unknown-choice` for a country that has none, as `{ errors }`.
#[wasm_bindgen]
pub fn defaults(country: &str) -> Result<JsValue, JsValue> {
    match Country::named(country) {
        Some(country) => hand_out(&plan::defaults(country)),
        None => Err(refuse(unknown_country(country).into())),
    }
}

fn unknown_country(country: &str) -> InputError {
    let message = "a country with defaults was expected";
    let mut error = InputError::new("country", Code::UnknownChoice, message);
    error.value(country).expected(Country::NAMES).example(Country::Be.as_str());
    error
}

/// Never fails: what is no data at all stays in the document as such, and reading it says where.
pub(super) fn document(plan: JsValue) -> Document {
    Document::deserialize(Deserializer::from(plan)).unwrap_or(Node::Foreign.into())
}

pub(super) fn hand_out(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer =
        Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    Ok(answer.serialize(&serializer)?)
}

#[allow(clippy::needless_pass_by_value)] // so that it can stand in `map_err`
pub(super) fn refuse(errors: InputErrors) -> JsValue {
    hand_out(&errors).unwrap_or_else(|error| error)
}
