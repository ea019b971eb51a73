//! Doubles that know how wrong they can be.
//!
//! Every operation carries a bound on the distance to the exact value. Where a choice — a floor, a
//! rounding to cents, a comparison — could come out differently within that bound, the bound becomes
//! infinite. A result with an infinite bound is in doubt, and [`Exact`](super::exact::Exact) decides.
//!
//! A bound of zero means: exactly this whole number. Whole numbers stay exact through sums, products
//! and divisions without remainder, so that counting people and circles seldom raises a doubt.

use std::ops::{Add, Div, Mul, Sub};

use super::arith::{Arith, Reading, Scalar};
use crate::plan::Input;

/// A double and a bound on its error.
#[derive(Clone, Copy, Debug)]
pub struct Bounded {
    value: f64,
    error: f64,
}

/// The reading in [`Bounded`] numbers.
pub struct Bounds;

/// Twice the unit round-off, which leaves room for the rounding of the bound itself.
const ROUND_OFF: f64 = f64::EPSILON;
/// Whole numbers below this are exact: 2⁵³.
const WHOLE: f64 = 9_007_199_254_740_992.0;

impl Reading for Bounds {
    type N = Bounded;

    fn input(&self, input: &Input) -> Bounded {
        let value = input.likely.to_f64();
        Bounded {
            value,
            error: if input.likely.is_whole() {
                0.0
            } else {
                value.abs() * ROUND_OFF
            },
        }
    }

    fn constant(&self, value: u32) -> Bounded {
        Bounded::whole(f64::from(value))
    }
}

impl Bounded {
    fn whole(value: f64) -> Self {
        Self { value, error: 0.0 }
    }

    /// A computed value; `inherited` is the error that its operands bring.
    fn computed(value: f64, inherited: f64) -> Self {
        if inherited == 0.0 && value.abs() < WHOLE && value == value.trunc() {
            return Self::whole(value);
        }
        Self {
            value,
            error: inherited * (1.0 + ROUND_OFF) + value.abs() * ROUND_OFF,
        }
    }

    fn doubtful(self, doubt: bool) -> Self {
        if doubt {
            Self {
                error: f64::INFINITY,
                ..self
            }
        } else {
            self
        }
    }
}

/// Nothing is said about what is in doubt.
impl Scalar for Bounded {
    fn value(self) -> Option<f64> {
        // Written so that NaN, which infinite errors can make, counts as doubt.
        (self.error < f64::INFINITY).then_some(self.value)
    }

    fn in_cents(self) -> Option<i64> {
        let cents = self.value * 100.0;
        #[allow(clippy::cast_possible_truncation)] // below 2⁵³
        (self.error < 0.002 && cents.abs() < WHOLE).then(|| cents.round() as i64)
    }

    fn in_whole(self) -> Option<u64> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // below 2⁵³, not negative
        (self.error == 0.0 && (0.0..WHOLE).contains(&self.value)).then_some(self.value as u64)
    }
}

impl Add for Bounded {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::computed(self.value + other.value, self.error + other.error)
    }
}

impl Sub for Bounded {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::computed(self.value - other.value, self.error + other.error)
    }
}

impl Mul for Bounded {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let inherited = self.value.abs() * other.error
            + other.value.abs() * self.error
            + self.error * other.error;
        Self::computed(self.value * other.value, inherited)
    }
}

impl Div for Bounded {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        if self.error == 0.0 && other.error == 0.0 {
            // Exactly whole when it multiplies back; else the rounding of one division.
            let whole =
                value == value.trunc() && value * other.value == self.value && value.abs() < WHOLE;
            return if whole {
                Self::whole(value)
            } else {
                Self {
                    value,
                    error: value.abs() * ROUND_OFF,
                }
            };
        }
        let least = other.value.abs() - other.error;
        let inherited = (self.error + value.abs() * other.error) / least;
        Self::computed(value, inherited).doubtful(least.is_nan() || least <= 0.0)
    }
}

impl Arith for Bounded {
    fn lift(self, value: u32) -> Self {
        Self::whole(f64::from(value))
    }

    fn floor(self) -> Self {
        if self.error == 0.0 {
            return self;
        }
        let floor = self.value.floor();
        let sure = self.value - floor >= self.error && floor + 1.0 - self.value > self.error;
        Self::whole(floor).doubtful(!sure || floor.abs() >= WHOLE)
    }

    fn cents(self) -> Self {
        let cents = self * self.lift(100);
        let rounded = cents.value.round();
        let to_tie = 0.5 - (cents.value - rounded).abs();
        let sure = to_tie > cents.error && rounded.abs() < WHOLE;
        (Self::whole(rounded) / self.lift(100)).doubtful(!sure)
    }

    fn min(self, other: Self) -> Self {
        let least = if self.value <= other.value {
            self
        } else {
            other
        };
        Self {
            error: self.error.max(other.error),
            ..least
        }
    }

    fn max(self, other: Self) -> Self {
        let most = if self.value >= other.value {
            self
        } else {
            other
        };
        Self {
            error: self.error.max(other.error),
            ..most
        }
    }

    fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
        let (distance, error) = ((a.value - b.value).abs(), a.error + b.error);
        let sure = error == 0.0 || distance > error * (1.0 + ROUND_OFF);
        (if a.value <= b.value { then } else { otherwise }).doubtful(!sure)
    }

    fn over(self, divisor: Self) -> Option<Self> {
        (divisor.value != 0.0).then(|| self / divisor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: f64) -> Bounded {
        if value == value.trunc() {
            Bounded::whole(value)
        } else {
            Bounded {
                value,
                error: value.abs() * ROUND_OFF,
            }
        }
    }

    #[test]
    fn whole_numbers_stay_exact() {
        for (a, b) in [(7.0, 8.0), (0.0, 3.0), (90_071_992.0, 100_000_000.0)] {
            assert_eq!((of(a) + of(b)).error, 0.0);
            assert_eq!((of(a) * of(b)).error, 0.0);
            assert_eq!((of(a * b) / of(b)).error, 0.0);
        }
        assert!((of(WHOLE) + of(1.0)).error > 0.0);
        assert!((of(1.0) / of(3.0)).error > 0.0);
    }

    #[test]
    fn a_tie_is_in_doubt_and_its_neighbours_are_not() {
        //                 amount  sure
        for (amount, sure) in [
            (1.005, false), // 1.005 as written is a tie; as a double it is less
            (1.004, true),
            (1.006, true),
            (0.125, false),
            (0.12, true),
            (-0.125, false),
        ] {
            assert_eq!(of(amount).cents().value().is_some(), sure, "{amount}");
        }
        assert!(of(14.5).per_half_up(of(1.0)).value().is_none());
        assert_eq!((of(0.1) * of(30.0)).floor().value(), None);
        assert_eq!((of(0.1) * of(31.0)).floor().value(), Some(3.0));
    }

    #[test]
    fn doubt_spreads_to_everything_that_rests_on_it() {
        let doubt = of(1.005).cents();
        for result in [
            doubt + of(1.0),
            of(1.0) - doubt,
            doubt * of(0.0),
            of(1.0) / doubt,
            doubt.floor(),
            doubt.cents(),
        ] {
            assert_eq!(result.value(), None);
            assert_eq!(result.in_cents(), None);
            assert_eq!(result.in_whole(), None);
        }
        assert_eq!(doubt.min(of(0.0)).value(), None);
        assert_eq!(
            Bounded::if_le(doubt, of(9.0), of(1.0), of(0.0)).value(),
            None
        );
    }
}
