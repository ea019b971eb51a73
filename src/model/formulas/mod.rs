//! The formulas, one file for each part of the plan. They are written over [`Arith`](super::readings::arith::Arith).

pub mod budget;
pub mod employee;
pub mod learning_time;
pub mod lines;
pub mod prof_circles;
pub mod return_on_value;
pub mod social_balance;
