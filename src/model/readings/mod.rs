//! The arithmetic that formulas are written over, and what its numbers can be.

pub mod arith;
pub mod exact;
mod natural;
pub mod trace;
