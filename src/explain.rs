//! Why this number?
use crate::plan::{InputErrors, Plan};
use serde::Serialize;

/// How one figure came about: a tree down to the inputs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The figure's id, like `learningTime.hoursPerEmployee`; `None` for a step without a name.
    pub figure: Option<String>,
    /// The input's path, like `groups[0].headcount`, when this is a leaf.
    pub input: Option<String>,
    /// Its value; money in euros.
    pub value: f64,
    /// `h`, `eur`, `share`, `person`, `fte`, `circle`, …; `None` for a step without a name.
    pub unit: Option<&'static str>,
    /// How the parts make the value: `sum`, `difference`, `product`, `ratio`, `round`, …; `None` for a leaf.
    pub operation: Option<&'static str>,
    /// What it is made of.
    pub parts: Vec<Explanation>,
    /// For a leaf: `given`, `default` or `constant`.
    pub origin: Option<&'static str>,
    /// For a default: `sourced`, `derived` or `assumption` ("onze aanname").
    pub basis: Option<&'static str>,
    /// For a default: where it comes from.
    pub source: Option<&'static str>,
}

/// How `figure` came about.
pub fn explain(_: &Plan, _figure: &str) -> Result<Explanation, InputErrors> {
    todo!()
}
