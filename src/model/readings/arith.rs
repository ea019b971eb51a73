//! One formula, several readings.
//!
//! Every formula of the model is written once, over [`Arith`]. A [`Reading`] decides what its numbers
//! are: exact rationals ([`Exact`](super::exact::Exact)), doubles ([`Doubles`]), or a record of how
//! each number came about ([`Trace`](crate::analysis::explain::explain)). A reading for many samples at once fits the
//! same traits: formulas never branch on a value, they select.

use std::ops::{Add, Div, Mul, Sub};

use crate::model::figures::Figure;
use crate::plan::{Input, Unit};

/// Where a formula gets its numbers from.
pub trait Reading {
    /// The numbers.
    type N: Arith;

    /// The value of an input.
    fn input(&self, input: &Input) -> Self::N;

    /// A number that stands in a formula.
    fn constant(&self, value: u32) -> Self::N;
}

/// The arithmetic of the model.
pub trait Arith:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// A number that stands in a formula, in the reading of `self`.
    fn lift(self, value: u32) -> Self;

    /// The largest whole number that is not above it.
    fn floor(self) -> Self;

    /// To whole cents, half away from zero.
    fn cents(self) -> Self;

    /// The smaller of two.
    fn min(self, other: Self) -> Self;

    /// The larger of two.
    fn max(self, other: Self) -> Self;

    /// `then` when `a ≤ b`, else `otherwise`: the model's only choice.
    fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self;

    /// The quotient; `None` when the divisor is zero.
    fn over(self, divisor: Self) -> Option<Self>;

    /// The same number, written shorter if it can be; for a quotient that many others are made of.
    #[must_use]
    fn shortened(self) -> Self {
        self
    }

    /// Says which figure of the result this is; only a record listens.
    #[must_use]
    fn named(self, figure: Figure) -> Self {
        self.counted_in(figure.unit(), figure)
    }

    /// [`Self::named`], for a figure that counts what this plan says.
    #[must_use]
    fn counted_in(self, _: Unit, _: Figure) -> Self {
        self
    }

    /// The quotient as a figure of the result; `None` when the divisor is zero, which a record tells.
    fn ratio(self, divisor: Self, figure: Figure) -> Option<Self> {
        let quotient = self.over(divisor);
        if quotient.is_none() {
            self.undefined(divisor, figure);
        }
        quotient.map(|quotient| quotient.named(figure))
    }

    /// Says that this figure, `self / divisor`, has no value; only a record listens.
    fn undefined(self, _divisor: Self, _: Figure) {}

    /// The smallest whole number that is not below it.
    fn ceil(self) -> Self {
        let zero = self.lift(0);
        zero - (zero - self).floor()
    }

    /// `self / divisor` to a whole number, half up. Doubling both keeps whole numbers whole.
    fn per_half_up(self, divisor: Self) -> Self {
        let two = self.lift(2);
        ((two * self + divisor) / (two * divisor)).floor()
    }
}

/// Numbers that a result can be written with.
pub trait Scalar: Arith {
    /// The nearest double, or one next to it.
    fn value(self) -> f64;
    /// An amount of money in whole cents.
    fn in_cents(self) -> i64;
    /// A count.
    fn in_whole(self) -> u64;

    /// Says that this figure is the first month in which `months` reach `self`; only a record listens.
    fn first_reached(self, _months: &[Self], _first: Option<u32>, _: Figure) {}
}

/// What Return on Value needs besides: decay and discount.
pub trait Real: Arith {
    /// Two to the power of it.
    fn exp2(self) -> Self;
    /// The logarithm to base two.
    fn log2(self) -> Self;
    /// The quotient; `None` unless the divisor is above zero.
    fn over_positive(self, divisor: Self) -> Option<Self>;

    /// The quotient as a figure of the result; `None` unless the divisor is above zero.
    fn positive_ratio(self, divisor: Self, figure: Figure) -> Option<Self> {
        let quotient = self.over_positive(divisor);
        if quotient.is_none() {
            self.undefined(divisor, figure);
        }
        quotient.map(|quotient| quotient.named(figure))
    }
}

/// The sum, from zero.
pub fn sum<R: Reading>(reading: &R, terms: impl IntoIterator<Item = R::N>) -> R::N {
    terms.into_iter().fold(reading.constant(0), Add::add)
}

/// The reading in plain doubles.
pub struct Doubles;

impl Reading for Doubles {
    type N = f64;

    fn input(&self, input: &Input) -> f64 {
        input.likely.to_f64()
    }

    fn constant(&self, value: u32) -> f64 {
        f64::from(value)
    }
}

impl Arith for f64 {
    fn lift(self, value: u32) -> Self {
        Self::from(value)
    }

    fn floor(self) -> Self {
        Self::floor(self)
    }

    fn cents(self) -> Self {
        (self * 100.0).round() / 100.0
    }

    fn min(self, other: Self) -> Self {
        if self <= other { self } else { other }
    }

    fn max(self, other: Self) -> Self {
        if self >= other { self } else { other }
    }

    fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
        if a <= b { then } else { otherwise }
    }

    fn over(self, divisor: Self) -> Option<Self> {
        (divisor != 0.0).then(|| self / divisor)
    }
}

impl Scalar for f64 {
    fn value(self) -> f64 {
        self
    }

    #[allow(clippy::cast_possible_truncation)] // saturates
    fn in_cents(self) -> i64 {
        (self * 100.0).round() as i64
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates
    fn in_whole(self) -> u64 {
        self as u64
    }
}

impl Real for f64 {
    fn exp2(self) -> Self {
        libm::exp2(self)
    }

    fn log2(self) -> Self {
        libm::log2(self)
    }

    fn over_positive(self, divisor: Self) -> Option<Self> {
        (divisor > 0.0).then(|| self / divisor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_round_as_the_other_readings_do() {
        for (value, cents) in [(0.125, 13), (-0.125, -13), (2.0, 200), (0.0, 0)] {
            assert_eq!(Arith::cents(value), f64::from(cents) / 100.0);
            assert_eq!(value.in_cents(), i64::from(cents));
        }
        assert_eq!((Arith::floor(2.5), Arith::floor(-2.5)), (2.0, -3.0));
        assert_eq!((Arith::ceil(2.5), Arith::ceil(-2.5)), (3.0, -2.0));
        for (value, divisor, whole) in
            [(7.0, 2.0, 4.0), (5.0, 2.0, 3.0), (9.0, 4.0, 2.0), (2.4, 1.0, 2.0), (11.0, 8.0, 1.0)]
        {
            assert_eq!(value.per_half_up(divisor), whole, "{value} / {divisor}");
        }
    }
}
