//! The best point within linear bounds: the dual simplex method, for a few variables.

use crate::invariant::broken;

/// `Σ weights · x ≤ limit`
#[derive(Clone, Copy, Debug)]
pub struct Bound<const N: usize> {
    pub weights: [f64; N],
    pub limit: f64,
}

/// Smaller than this is 0, with weights of at most 1.
const NEAR: f64 = 1e-10;
/// More steps than a few variables ever take: an end, should rounding make it go round.
const STEPS: usize = 400;

/// The point with the largest `Σ gain · x`, of those with `x ≥ 0` that keep all bounds; `None` when there is none.
///
/// No gain is above 0, so that the best point of all is 0. From there each step mends the bound that is broken
/// most, at the lowest loss.
pub fn best<const N: usize>(mut gain: [f64; N], mut bounds: Vec<Bound<N>>) -> Option<[f64; N]> {
    for bound in &mut bounds {
        let largest = bound.weights.iter().fold(0.0_f64, |most, weight| most.max(weight.abs()));
        if largest > 0.0 {
            bound.weights = bound.weights.map(|weight| weight / largest);
            bound.limit /= largest;
        }
    }
    // Which variable each bound tells, and which variables are 0. Those of the bounds stand after the N.
    let mut told: Vec<usize> = (N..N + bounds.len()).collect();
    let mut zero: [usize; N] = std::array::from_fn(|at| at);
    for _ in 0..STEPS {
        let Some((row, bound)) = most_broken(&bounds) else { break };
        let (column, pivot) = cheapest(&gain, &bound.weights)?;
        let mut mended = bound.weights.map(|weight| weight / pivot);
        *at_mut(&mut mended, column) = 1.0 / pivot;
        let limit = bound.limit / pivot;
        let replace = |weights: &mut [f64; N]| {
            let times = std::mem::take(at_mut(weights, column));
            for (weight, mended) in weights.iter_mut().zip(mended) {
                *weight -= times * mended;
            }
            times
        };
        for bound in &mut bounds {
            bound.limit -= replace(&mut bound.weights) * limit;
        }
        replace(&mut gain);
        *at_mut(&mut bounds, row) = Bound { weights: mended, limit };
        std::mem::swap(at_mut(&mut told, row), at_mut(&mut zero, column));
    }
    let mut point = [0.0; N];
    for (at, bound) in told.into_iter().zip(&bounds) {
        if let Some(value) = point.get_mut(at) {
            *value = bound.limit;
        }
    }
    Some(point).filter(|_| most_broken(&bounds).is_none())
}

/// A row or a column that is known to be there.
fn at_mut<T>(list: &mut [T], at: usize) -> &mut T {
    list.get_mut(at).unwrap_or_else(|| broken("there is no such row or column"))
}

fn most_broken<const N: usize>(bounds: &[Bound<N>]) -> Option<(usize, Bound<N>)> {
    let mut most: Option<(usize, Bound<N>)> = None;
    for (row, &bound) in bounds.iter().enumerate() {
        if bound.limit < most.map_or(-NEAR, |(_, most)| most.limit) {
            most = Some((row, bound));
        }
    }
    most
}

/// The variable that mends a bound at the lowest loss for each unit, and its weight in it.
fn cheapest<const N: usize>(gain: &[f64; N], weights: &[f64; N]) -> Option<(usize, f64)> {
    let mut cheapest: Option<(usize, f64, f64)> = None;
    for (column, (gain, &weight)) in gain.iter().zip(weights).enumerate() {
        let loss = gain / weight;
        if weight < -NEAR && cheapest.is_none_or(|(.., known)| loss < known) {
            cheapest = Some((column, weight, loss));
        }
    }
    cheapest.map(|(column, weight, _)| (column, weight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HUNDRED: usize = 100;

    proptest! {
        /// Against every point of a fine grid.
        #[test]
        fn no_point_of_a_grid_is_better(
            gain in [-9..=0_i32, -9..=0_i32],
            bounds in proptest::collection::vec(([-9..=9_i32, -9..=9_i32], -9..=9_i32), 0..5),
        ) {
            let mut bounds: Vec<Bound<2>> = bounds
                .into_iter()
                .map(|(weights, limit)| Bound { weights: weights.map(f64::from), limit: limit.into() })
                .collect();
            bounds.push(Bound { weights: [1.0, 0.0], limit: 1.0 });
            bounds.push(Bound { weights: [0.0, 1.0], limit: 1.0 });
            let gain = gain.map(f64::from);
            let of = |weights: [f64; 2], point: [f64; 2]| weights[0] * point[0] + weights[1] * point[1];
            let is_kept = |point: [f64; 2], near: f64| {
                point.iter().all(|&x| x >= -near)
                    && bounds.iter().all(|bound| of(bound.weights, point) <= bound.limit + near)
            };
            let found = best(gain, bounds.clone());
            if let Some(found) = found {
                prop_assert!(is_kept(found, 1e-8), "{:?}", found);
            }
            for i in 0..=HUNDRED {
                for j in 0..=HUNDRED {
                    let point = [i, j].map(|k| k as f64 / HUNDRED as f64);
                    if is_kept(point, 0.0) {
                        let found = found.map(|found| of(gain, found));
                        prop_assert!(found.is_some_and(|found| found >= of(gain, point) - 1e-8), "{:?}", point);
                    }
                }
            }
        }
    }
}
