//! What follows from a plan whose estimates are not known exactly.

mod pert;
mod sobol;
