//! Columns of numbers: one number for each sample.
//!
//! Points that fill a cube of many dimensions evenly ([`sobol`]), what an estimate of lowest, likely and
//! highest says of a quantity ([`pert`]), steps over many samples at once ([`program`]), and how a column
//! spreads ([`spread`]). Nothing here knows what a plan is. Every engine makes the same bits of it.

pub mod pert;
pub mod power;
pub mod program;
mod quantity;
mod register;
pub mod sobol;
pub mod spread;
pub mod variance;

pub use quantity::Quantity;

/// Samples that are worked off together: few enough for all columns to stay near the processor.
pub const LANES: usize = 256;

/// One number for each of some samples.
pub type Lanes = [f64; LANES];
