//! Which share of a column's variance each thing that is not known explains.
//!
//! Source: A. Saltelli and others, _Variance based sensitivity analysis of model output_ (2010); M. Jansen (1999)
//! for the total shares.

use crate::program::Program;
use crate::{LANES, Lanes, Quantity};

/// The shares of one thing that is not known. 0 when nothing varies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    /// What it explains by itself.
    pub first: f64,
    /// What it explains together with all others: what would be left if only it were not known.
    pub total: f64,
}

/// The shares of each quantity in the variance of the column that was asked for at this place.
///
/// Each quantity comes twice, in dimensions of their own. It takes the program two more runs than there are quantities.
pub fn shares(
    program: &Program,
    asked: usize,
    quantities: &[[Quantity; 2]],
    bits: u32,
) -> Vec<Share> {
    let mut room = program.room();
    let mut columns = vec![Vec::with_capacity(1 << bits); quantities.len() + 2];
    for start in (0..1u32 << bits).step_by(LANES) {
        let mut drawn: Vec<[Lanes; 2]> = vec![[[0.0; LANES]; 2]; quantities.len()];
        for (drawn, quantity) in drawn.iter_mut().zip(quantities) {
            for (lanes, quantity) in drawn.iter_mut().zip(quantity) {
                quantity.fill(bits, start, lanes);
            }
        }
        // All of the first kind, all of the second, and of the first but for one.
        for (run, column) in columns.iter_mut().enumerate() {
            program.run(&mut room, |number, lanes| {
                if let Some([one, other]) = drawn.get(number) {
                    let is_other = run == 1 || run == number + 2;
                    *lanes = if is_other { *other } else { *one };
                }
            });
            if let Some(lanes) = program.asked(&room).nth(asked) {
                column.extend_from_slice(lanes);
            }
        }
    }
    let [one, other, mixed @ ..] = columns.as_slice() else { return Vec::new() };
    mixed.iter().map(|mixed| share(one, other, mixed)).collect()
}

fn share(one: &[f64], other: &[f64], mixed: &[f64]) -> Share {
    let samples = || {
        let all =
            one.iter().zip(other).zip(mixed).map(|((&one, &other), &mixed)| [one, other, mixed]);
        all.filter(|sample| sample.iter().all(|value| value.is_finite()))
    };
    let mut count = 0.0;
    let mut sum = 0.0;
    for [one, other, _] in samples() {
        count += 2.0;
        sum += one + other;
    }
    let mean = sum / count;
    let (mut squares, mut first, mut total) = (0.0, 0.0, 0.0);
    for [one, other, mixed] in samples() {
        squares += (one - mean) * (one - mean) + (other - mean) * (other - mean);
        first += 2.0 * (other - mean) * (mixed - one);
        total += (one - mixed) * (one - mixed);
    }
    if squares > 0.0 {
        let within = |share: f64| share.clamp(0.0, 1.0);
        Share { first: within(first / squares), total: within(total / squares) }
    } else {
        Share::default()
    }
}
