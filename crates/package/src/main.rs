//! Writes what the npm package says of the plan document, and what its JavaScript has to know of the model:
//!
//! - `types`: the plan document as TypeScript;
//! - `schema`: the plan document as a JSON Schema;
//! - `constants`: limits, versions and the answer of the self-test, as a JavaScript module.
//!
//! All of it comes from what the model itself is made of: `src/plan/schema` and the constants of the crate.
#![warn(clippy::missing_docs_in_private_items)] // `missing_docs` sees only what leaves a library: see clippy.toml

mod constants;
mod reached;
mod schema;
mod types;
mod words;

use jaarplan::Decimal;
use jaarplan::plan::fields::Bounds;
use std::process::ExitCode;

fn main() -> ExitCode {
    let written = match std::env::args().nth(1).as_deref() {
        Some("types") => Ok(types::types()),
        Some("schema") => schema::schema(),
        Some("constants") => constants::constants(),
        _ => {
            eprintln!("types, schema or constants?");
            return ExitCode::from(2);
        }
    };
    match written {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The only number that a field accepts, if there is but one.
fn only(bounds: &Bounds) -> Option<Decimal> {
    bounds.max.filter(|max| *max == bounds.min)
}
