//! The result of [`evaluate`](super::evaluate), with the names that programs read.
//!
//! Money is in euros. A ratio whose divisor is zero is `None` (`null`), never 0.
//!
//! Each part stands beside its formulas, as one struct over the numbers of any reading. Without parameters it is the
//! finished result: numbers and money are `f64`, counts `u64`.

use serde::Serialize;

pub use super::formulas::budget::{Budget, Views};
pub use super::formulas::employee::Employee;
pub use super::formulas::learning_time::{ByComponent, GroupLearningTime, LearningTime};
pub use super::formulas::lines::{Line, LineCategory, LineUnit};
pub use super::formulas::prof_circles::{CircleSize, GroupCircles, ProfCircles};
pub use super::formulas::return_on_value::{BenefitValue, Month, Value};
pub use super::formulas::social_balance::{SocialBalance, Training};
use crate::plan::Warning;

/// Everything that follows from a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evaluation {
    /// Learning time per employee (indicators 5 and 6).
    pub learning_time: LearningTime,
    /// Number of Prof circles and their meetings (indicator 4).
    pub prof_circles: ProfCircles,
    /// The L&O budget: cash and full cost.
    pub budget: Budget,
    /// Return on Value, break-even first.
    pub value: Value,
    /// What the owner of the plan should look at.
    pub warnings: Vec<Warning>,
    /// Leaf paths of the inputs that rest on a default; a list filled whole is one entry.
    pub defaults_used: Vec<String>,
}
