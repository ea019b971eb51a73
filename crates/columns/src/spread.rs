//! How a column spreads: its mean, its quantiles, and how sure they are.
//!
//! What is not finite in a sample is not defined there. It counts as larger than every number.

use crate::register::{Register, WIDTH};

/// Parts of the samples that are compared to know how sure a mean is.
const PARTS: usize = 16;
/// Slices in which the values are counted before those near a quantile are put in order.
const SLICES: u16 = 1024;
/// The slice of what is not defined.
const NOWHERE: u16 = SLICES;
/// A double of this size has no fraction, and its whole part in its last bits.
const WHOLE: f64 = 4_503_599_627_370_496.0;
/// So few values are put in order one by one.
const FEW: usize = 24;

/// The mean of a column, and its standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mean {
    /// Of the samples in which it is defined; NaN when there is none.
    pub mean: f64,
    /// The standard error of the mean, from the means of parts of the samples. Those parts complete each
    /// other, so that the true error of evenly spread points is smaller.
    pub error: f64,
    /// In which share of the samples it is defined.
    pub defined: f64,
}

/// The mean of a column.
pub fn mean(values: &[f64]) -> Mean {
    let length = (values.len() / PARTS).max(1);
    let (mut sum, mut count) = (0.0, 0.0);
    let mut parts = Vec::with_capacity(PARTS);
    // Of differences from one of the values: what is always the same has exactly itself as its mean.
    let start = values.iter().copied().find(|value| value.is_finite()).unwrap_or(f64::NAN);
    for part in values.chunks(length) {
        let (mut of_part, mut in_part) = (0.0, 0.0);
        for value in part.iter().filter(|value| value.is_finite()) {
            of_part += value - start;
            in_part += 1.0;
        }
        if in_part > 0.0 {
            parts.push(of_part / in_part);
        }
        sum += of_part;
        count += in_part;
    }
    let mean = sum / count;
    let squares: f64 = parts.iter().map(|part| (part - mean) * (part - mean)).sum();
    let parts = parts.len() as f64;
    let error = if parts > 1.0 { libm::sqrt(squares / (parts * (parts - 1.0))) } else { 0.0 };
    Mean { mean: start + mean, error, defined: count / values.len() as f64 }
}

/// The values below which these shares of the samples lie, between the two nearest; NaN where one of
/// those is not defined.
pub fn quantiles<const N: usize>(values: &[f64], shares: [f64; N]) -> [f64; N] {
    let sorter = Sorter::new(values);
    // The middle of each sample stands for its share.
    let place = |share: f64| (share * values.len() as f64 - 0.5).max(0.0);
    let mut ranks = Vec::with_capacity(2 * N);
    for share in shares {
        let rank = whole(place(share));
        ranks.extend([rank, (rank + 1).min(values.len().saturating_sub(1))]);
    }
    let found = sorter.at(&ranks);
    let mut quantiles = shares;
    for (quantile, &[low, high]) in quantiles.iter_mut().zip(found.as_chunks().0) {
        let rest = place(*quantile).fract();
        // So that what follows, or is not defined, does not matter where it has no weight.
        *quantile = if rest == 0.0 || low == high { low } else { low + (high - low) * rest };
    }
    quantiles
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // never negative
fn whole(place: f64) -> usize {
    place as usize
}

/// The lowest and the highest of what is defined.
fn ends(values: &[f64]) -> (f64, f64) {
    let [least, most] = [f64::MIN, f64::MAX].map(Register::splat);
    let [mut low, mut high] = [f64::INFINITY, f64::NEG_INFINITY].map(Register::splat);
    let (registers, rest) = values.as_chunks();
    for register in registers {
        let value = Register::read(register);
        low = Register::if_le(value, low, Register::if_le(least, value, value, low), low);
        high = Register::if_le(high, value, Register::if_le(value, most, value, high), high);
    }
    let [mut lows, mut highs] = [[0.0; WIDTH]; 2];
    low.write(&mut lows);
    high.write(&mut highs);
    let all = lows.iter().chain(&highs).chain(rest).filter(|value| value.is_finite());
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| {
        (if value < low { value } else { low }, if value > high { value } else { high })
    })
}

/// Values counted by slice.
struct Sorter<'v> {
    values: &'v [f64],
    /// The slice of each value; [`NOWHERE`] for what is not defined.
    slices: Vec<u16>,
    scale: f64,
    counts: Vec<usize>,
}

impl<'v> Sorter<'v> {
    #[allow(clippy::indexing_slicing)] // no slice is above NOWHERE, which has the last count
    fn new(values: &'v [f64]) -> Self {
        let (low, high) = ends(values);
        let scale = (f64::from(SLICES) - 1.0) / (high - low);
        let mut counts = vec![0; usize::from(SLICES) + 1];
        let slices = values.iter().map(|&value| {
            let slice = if value.is_finite() {
                // The nearest whole number is in the last bits: quicker than to convert it.
                #[allow(clippy::cast_possible_truncation)]
                let bits = ((value - low) * scale + WHOLE).to_bits() as u16;
                bits % SLICES
            } else {
                NOWHERE
            };
            counts[usize::from(slice)] += 1;
            slice
        });
        Self { values, slices: slices.collect(), scale, counts }
    }

    /// The values at these ranks from the lowest, in their order; NaN beyond what is defined.
    fn at(&self, ranks: &[usize]) -> Vec<f64> {
        // The values of each slice that a rank lies in, gathered in one go.
        let mut slots: Vec<Vec<f64>> = Vec::new();
        let mut slot_of: Vec<Option<usize>> = vec![None; usize::from(SLICES) + 1];
        let places: Vec<Option<(usize, usize)>> = ranks
            .iter()
            .map(|&rank| {
                let (slice, rest) = self.find(rank)?;
                let slot = *slot_of.get_mut(slice)?.get_or_insert_with(|| {
                    slots.push(Vec::new());
                    slots.len() - 1
                });
                Some((slot, rest))
            })
            .collect();
        for (&value, &slice) in self.values.iter().zip(&self.slices) {
            if let Some(&Some(slot)) = slot_of.get(usize::from(slice))
                && let Some(slot) = slots.get_mut(slot)
            {
                slot.push(value);
            }
        }
        let value = |place: &Option<(usize, usize)>| {
            let (slot, rank) = (*place)?;
            Some(nth(slots.get(slot)?, rank))
        };
        places.iter().map(|place| value(place).unwrap_or(f64::NAN)).collect()
    }

    /// The slice that a rank lies in, and the rank within it.
    fn find(&self, rank: usize) -> Option<(usize, usize)> {
        let mut rest = rank;
        for (slice, &count) in self.counts.iter().take(usize::from(SLICES)).enumerate() {
            if rest < count {
                return Some((slice, rest));
            }
            rest -= count;
        }
        None
    }
}

/// The value at a rank from the lowest, of values that are all defined and more than the rank.
#[allow(clippy::indexing_slicing)] // a rank beyond the values is a defect, and not a value of NaN
fn nth(values: &[f64], rank: usize) -> f64 {
    if values.len() > FEW {
        // Its lowest and its highest lie in other slices, so that each slice has fewer; unless all are equal.
        let sorter = Sorter::new(values);
        return if sorter.scale.is_finite() { sorter.at(&[rank])[0] } else { values[0] };
    }
    let mut sorted = Vec::with_capacity(FEW);
    for &value in values {
        let place = sorted.iter().rposition(|&before| before <= value).map_or(0, |at| at + 1);
        sorted.insert(place, value);
    }
    sorted[rank]
}

/// In which share of the samples this holds, and the standard error of that share.
pub fn share(values: &[f64], holds: impl Fn(f64) -> bool) -> Mean {
    let held: Vec<f64> = values.iter().map(|&value| if holds(value) { 1.0 } else { 0.0 }).collect();
    mean(&held)
}

/// How many samples lie in each of the slices between two values; those beyond count in the outer ones.
pub fn histogram(values: &[f64], low: f64, high: f64, slices: usize) -> Vec<u32> {
    let mut counts = vec![0; slices];
    let scale = slices as f64 / (high - low);
    for value in values.iter().filter(|value| value.is_finite()) {
        let slice = whole(((value - low) * scale).max(0.0)).min(slices.saturating_sub(1));
        if let Some(count) = counts.get_mut(slice) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(length: u32, value: impl Fn(f64) -> f64) -> Vec<f64> {
        // Every remainder once, in an order of its own.
        (0..length).map(|i| value(f64::from(i * 7919 % length))).collect()
    }

    fn sorted(values: &[f64], share: f64) -> f64 {
        let mut values: Vec<f64> =
            values.iter().map(|&x| if x.is_finite() { x } else { f64::INFINITY }).collect();
        values.sort_unstable_by(f64::total_cmp);
        let place = (share * values.len() as f64 - 0.5).max(0.0);
        let (low, rest) = (whole(place), place.fract());
        let [a, b] = [low, (low + 1).min(values.len() - 1)].map(|at| values[at]);
        let value = if rest == 0.0 || a == b { a } else { a + (b - a) * rest };
        if value.is_finite() { value } else { f64::NAN }
    }

    #[test]
    fn quantiles_are_those_of_the_sorted_column() {
        let shares = [0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0];
        for length in [1, 2, 5, 64, 1000, 16_384] {
            let columns = [
                column(length, |x| x),
                column(length, |x| (x / 10.0).floor()),
                column(length, |_| 3.5),
                column(length, |x| libm::exp(x).min(1e300)),
                column(length, |x| if x < 3.0 { x * 1e18 } else { x * 1e-9 }),
                column(length, |x| if x < 20.0 { f64::NAN } else { -x }),
                column(length, |_| f64::NAN),
                column(length, |x| if x == 0.0 { f64::INFINITY } else { 1.0 / x }),
                column(length, |x| if x < 2.0 { f64::NEG_INFINITY } else { x }),
            ];
            for (at, values) in columns.iter().enumerate() {
                let found = quantiles(values, shares);
                for (share, found) in shares.into_iter().zip(found) {
                    let expected = sorted(values, share);
                    let same = found == expected || found.is_nan() && expected.is_nan();
                    assert!(same, "{share} of column {at} of {length}: {found}, not {expected}");
                }
            }
        }
    }

    #[test]
    fn the_ends_are_of_what_is_defined() {
        let nothing = [f64::NAN, f64::NEG_INFINITY, f64::INFINITY];
        for length in 1..9 {
            let values: Vec<f64> = (0..length).map(f64::from).collect();
            let last = f64::from(length - 1);
            assert_eq!(ends(&values), (0.0, last));
            for place in 0..=values.len() {
                let mut values = values.clone();
                values.splice(place..place, nothing);
                assert_eq!(ends(&values), (0.0, last), "{values:?}");
            }
        }
        assert_eq!(ends(&nothing), (f64::INFINITY, f64::NEG_INFINITY));
    }

    #[test]
    fn the_mean_is_of_what_is_defined() {
        let known = mean(&column(1000, |x| if x < 100.0 { f64::NAN } else { x }));
        assert!((known.mean - 549.5).abs() < 1e-9 && known.defined == 0.9);
        assert!(mean(&[]).mean.is_nan() && mean(&[f64::NAN]).mean.is_nan());
        let sure = mean(&column(1000, |_| 2.0));
        assert_eq!(sure, Mean { mean: 2.0, error: 0.0, defined: 1.0 });
    }

    #[test]
    fn the_error_is_that_of_independent_samples() {
        // A generator of Lehmer's: its numbers do not complete each other.
        let mut state = 1_u64;
        let values: Vec<f64> = (0..65_536)
            .map(|_| {
                state = state * 48_271 % 2_147_483_647;
                state as f64 / 2_147_483_647.0
            })
            .collect();
        let Mean { mean, error, .. } = mean(&values);
        let expected = (1.0_f64 / 12.0 / 65_536.0).sqrt();
        assert!(error > expected / 2.0 && error < expected * 2.0, "{error}, not {expected}");
        assert!((mean - 0.5).abs() < 4.0 * expected, "{mean}");
    }

    #[test]
    fn every_sample_is_in_a_slice_of_the_histogram() {
        let values = column(1000, |x| x);
        assert_eq!(histogram(&values, 0.0, 1000.0, 4), [250; 4]);
        assert_eq!(histogram(&values, 250.0, 500.0, 2), [375, 625]);
        assert_eq!(histogram(&[1.0, f64::NAN], 0.0, 2.0, 2), [0, 1]);
        assert_eq!(share(&values, |x| x >= 900.0).mean, 0.1);
    }
}
