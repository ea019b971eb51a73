//! The annual learning plan of an organisation (_Jaarplan Duurzaam leren_) as a model.
//!
//! A [`Document`] is the JSON text or JavaScript object that a person keeps. Reading it gives a
//! [`Plan`]: every field present, checked, and marked as given or as a default with its source.
//! [`evaluate`] turns a plan into an [`Evaluation`]: learning time, Prof circles, the L&O budget and
//! Return on Value. [`explain`] shows how one figure of it came about, and
//! [`assumptions`] what it rests on that nobody knows exactly.
//!
//! ```
//! let document = jaarplan::Document::parse(
//!     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
//!          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#,
//! )?;
//! let plan = jaarplan::Plan::read(&document)?;
//! let evaluation = jaarplan::evaluate(&plan)?;
//! assert_eq!(evaluation.prof_circles.circles, 12);
//! # Ok::<(), jaarplan::InputErrors>(())
//! ```
//!
//! # Scope
//!
//! The model is pure: it knows no clock, no locale, no network and no browser. Around it stand the
//! command line (feature `cli`), the boundary to JavaScript (`headless`) and the custom elements
//! (`widgets`). There is no server; nothing a reader types leaves the page.
#![forbid(unsafe_code)]

pub mod analysis;
mod decimal;
mod invariant;
pub mod link;
mod model;
pub mod plan;
pub mod rules;
pub mod text;
#[cfg(any(feature = "headless", feature = "widgets"))]
pub mod wasm;
#[cfg(any(feature = "widgets", test))]
pub mod widgets;

pub use analysis::assumptions::{Assumption, assumptions};
pub use analysis::compare::{self, compare};
pub use analysis::explain::{Explanation, Operation, Origin, explain};
pub use analysis::open_plan::OpenPlan;
pub use analysis::{simulate, solve};
pub use decimal::Decimal;
pub use model::{
    MODEL, evaluate, evaluation, evaluation::Evaluation, figures::Figure, headlines,
    headlines::Headlines,
};
pub use plan::{Document, InputError, InputErrors, Plan, Warning};
pub use rules::check;

/// The version of the crate, and of the npm package that is made of it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
