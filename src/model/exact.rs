//! Exact rationals: the reading for people, hours, circles and money.
//!
//! FTE per head is no decimal, and about one realistic line in twenty-five is an exact half-cent tie:
//! doubles round some of them wrong, and so do long decimals. Fractions do not.
//!
//! Numerator and denominator are 128-bit integers as long as they fit, which they nearly always do;
//! else they are integers of any size, kept in an [`Arena`] so that numbers stay `Copy`.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

use super::arith::{Arith, Reading, Scalar};
use super::natural::Natural;
use crate::plan::Input;

/// Where large numbers are kept while a plan is evaluated.
#[derive(Debug, Default)]
pub struct Arena(RefCell<Vec<Large>>);

/// The reading in [`Exact`] numbers.
pub struct Rationals<'a>(pub &'a Arena);

/// An exact rational number.
#[derive(Clone, Copy, Debug)]
pub struct Exact<'a> {
    fraction: Fraction,
    arena: &'a Arena,
}

/// A numerator and a positive denominator, not always in lowest terms.
#[derive(Clone, Copy, Debug)]
enum Fraction {
    Small(i128, i128),
    /// A place in the arena.
    Large(usize),
}

/// A fraction of any size.
#[derive(Clone, Debug, Default)]
struct Large {
    negative: bool,
    numerator: Natural,
    denominator: Natural,
}

/// A floor at or beyond this is above every limit that a plan has; it need not be exact.
const ENOUGH: f64 = (1_u64 << 60) as f64;

impl<'a> Reading for Rationals<'a> {
    type N = Exact<'a>;

    fn input(&self, input: &Input) -> Exact<'a> {
        // Most inputs have few places; what can be taken out cheaply keeps products small.
        let micros = i128::from(input.likely.micros());
        let fraction = match micros {
            _ if micros % 1_000_000 == 0 => Fraction::Small(micros / 1_000_000, 1),
            _ if micros % 10_000 == 0 => Fraction::Small(micros / 10_000, 100),
            _ => Fraction::Small(micros, 1_000_000),
        };
        Exact { fraction, arena: self.0 }
    }

    fn constant(&self, value: u32) -> Exact<'a> {
        Exact { fraction: Fraction::Small(value.into(), 1), arena: self.0 }
    }
}

impl Exact<'_> {
    fn small(self, numerator: i128, denominator: i128) -> Self {
        Self { fraction: Fraction::Small(numerator, denominator), ..self }
    }

    /// Back to 128 bits where they are enough.
    fn large(self, number: Large) -> Self {
        if let (Some(n), Some(d)) = (number.numerator.to_i128(), number.denominator.to_i128()) {
            return self.small(if number.negative { -n } else { n }, d);
        }
        let mut arena = self.arena.0.borrow_mut();
        arena.push(number);
        Self { fraction: Fraction::Large(arena.len() - 1), ..self }
    }

    fn parts(self) -> Large {
        match self.fraction {
            Fraction::Small(n, d) => Large {
                negative: n < 0,
                numerator: n.unsigned_abs().into(),
                denominator: d.unsigned_abs().into(),
            },
            Fraction::Large(at) => self.arena.0.borrow().get(at).cloned().unwrap_or_default(),
        }
    }

    /// The floor, or `i128::MAX` far beyond every limit.
    fn integer(self) -> i128 {
        match self.fraction {
            Fraction::Small(n, d) => n.div_euclid(d),
            Fraction::Large(_) => self.parts().floor(),
        }
    }

    fn compare(self, other: Self) -> Ordering {
        if let (Fraction::Small(a, b), Fraction::Small(c, d)) = (self.fraction, other.fraction) {
            if b == d {
                return a.cmp(&c);
            }
            if let (Some(left), Some(right)) = (a.checked_mul(d), c.checked_mul(b)) {
                return left.cmp(&right);
            }
        }
        let (a, b) = (self.parts(), other.parts());
        if a.negative != b.negative {
            return b.negative.cmp(&a.negative);
        }
        let by_size =
            a.numerator.multiply(&b.denominator).cmp(&b.numerator.multiply(&a.denominator));
        if a.negative { by_size.reverse() } else { by_size }
    }

    fn is_zero(self) -> bool {
        match self.fraction {
            Fraction::Small(n, _) => n == 0,
            Fraction::Large(_) => self.parts().numerator.is_zero(),
        }
    }

    /// The whole number nearest to `self`, halves away from zero.
    fn round(self) -> Self {
        let zero = self.lift(0);
        let half_up = |x: Self| x.per_half_up(x.lift(1));
        if self.compare(zero) == Ordering::Less {
            zero - half_up(zero - self)
        } else {
            half_up(self)
        }
    }
}

impl Large {
    fn value(&self) -> f64 {
        let ((n, n_below), (d, d_below)) = (self.numerator.to_f64(), self.denominator.to_f64());
        let digits =
            i32::try_from(n_below).unwrap_or(i32::MAX) - i32::try_from(d_below).unwrap_or(i32::MAX);
        let size = libm::ldexp(n / d, digits.saturating_mul(32));
        if self.negative { -size } else { size }
    }

    fn floor(&self) -> i128 {
        let estimate = self.value().abs();
        if estimate >= ENOUGH {
            return if self.negative { -i128::MAX } else { i128::MAX };
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // below 2⁶⁰, not negative
        let mut floor = estimate as u128;
        let at = |whole: u128| Natural::from(whole).multiply(&self.denominator);
        while at(floor) > self.numerator {
            floor -= 1;
        }
        while at(floor + 1) <= self.numerator {
            floor += 1;
        }
        let below = self.negative && at(floor) != self.numerator;
        let floor = i128::try_from(floor).unwrap_or(i128::MAX);
        if self.negative { -floor - i128::from(below) } else { floor }
    }

    fn add(&self, other: &Self) -> Self {
        // A sum over many groups keeps the least common denominator: the common factor of a large
        // number and a small one costs one pass over the large one.
        let common = self.common_divisor(other);
        let (own, others) = (self.denominator.divide(common).0, other.denominator.divide(common).0);
        let (a, b) = (self.numerator.multiply(&others), other.numerator.multiply(&own));
        let (negative, numerator) = match (self.negative == other.negative, a.cmp(&b)) {
            (true, _) => (self.negative, a.add(&b)),
            (false, Ordering::Less) => (other.negative, b.subtract(&a)),
            (false, _) => (self.negative, a.subtract(&b)),
        };
        Self { negative, numerator, denominator: self.denominator.multiply(&others) }
    }

    /// A common divisor of both denominators: the greatest when one of them is below 2⁶⁴.
    fn common_divisor(&self, other: &Self) -> u64 {
        let small = |natural: &Natural| natural.to_i128().and_then(|d| u64::try_from(d).ok());
        match (small(&self.denominator), small(&other.denominator)) {
            (_, Some(d)) if d > 0 => greatest_common_divisor(self.denominator.divide(d).1, d),
            (Some(d), _) if d > 0 => greatest_common_divisor(other.denominator.divide(d).1, d),
            _ => 1,
        }
    }
}

/// Amounts and counts that are too large for their type become its largest: the limits refuse them.
impl Scalar for Exact<'_> {
    fn value(self) -> f64 {
        match self.fraction {
            Fraction::Small(n, d) => n as f64 / d as f64,
            Fraction::Large(_) => self.parts().value(),
        }
    }

    fn in_cents(self) -> i64 {
        let cents = (self * self.lift(100)).integer();
        i64::try_from(cents).unwrap_or(if cents < 0 { i64::MIN } else { i64::MAX })
    }

    fn in_whole(self) -> u64 {
        u64::try_from(self.integer()).unwrap_or(u64::MAX)
    }
}

fn greatest_common_divisor<T: Copy + PartialEq + Default + std::ops::Rem<Output = T>>(
    a: T,
    b: T,
) -> T {
    let (mut a, mut b) = (a, b);
    while b != T::default() {
        (a, b) = (b, a % b);
    }
    a
}

/// `a/b + c/d`, over the least common denominator where finding it is cheap.
fn small_sum(a: i128, b: i128, c: i128, d: i128) -> Option<(i128, i128)> {
    if b == d {
        return Some((a.checked_add(c)?, b));
    }
    let common = match (u64::try_from(b), u64::try_from(d)) {
        (Ok(b), Ok(d)) => greatest_common_divisor(b, d).into(),
        _ => greatest_common_divisor(b, d),
    };
    let (b_rest, d_rest) = (b / common, d / common);
    Some((a.checked_mul(d_rest)?.checked_add(c.checked_mul(b_rest)?)?, b.checked_mul(d_rest)?))
}

fn small_product(a: i128, b: i128, c: i128, d: i128) -> Option<(i128, i128)> {
    if let (Some(n), Some(d)) = (a.checked_mul(c), b.checked_mul(d)) {
        return Some((n, d));
    }
    let (left, right) =
        (greatest_common_divisor(a, d).abs().max(1), greatest_common_divisor(c, b).abs().max(1));
    Some(((a / left).checked_mul(c / right)?, (b / right).checked_mul(d / left)?))
}

impl Add for Exact<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if let (Fraction::Small(a, b), Fraction::Small(c, d)) = (self.fraction, other.fraction)
            && let Some((n, d)) = small_sum(a, b, c, d)
        {
            return self.small(n, d);
        }
        self.large(self.parts().add(&other.parts()))
    }
}

impl Sub for Exact<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + match other.fraction {
            Fraction::Small(n, d) if n != i128::MIN => other.small(-n, d),
            _ => {
                let other_parts = other.parts();
                other.large(Large { negative: !other_parts.negative, ..other_parts })
            }
        }
    }
}

impl Mul for Exact<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        if let (Fraction::Small(a, b), Fraction::Small(c, d)) = (self.fraction, other.fraction)
            && let Some((n, d)) = small_product(a, b, c, d)
        {
            return self.small(n, d);
        }
        let (a, b) = (self.parts(), other.parts());
        self.large(Large {
            negative: a.negative != b.negative,
            numerator: a.numerator.multiply(&b.numerator),
            denominator: a.denominator.multiply(&b.denominator),
        })
    }
}

impl Div for Exact<'_> {
    type Output = Self;
    /// Formulas divide by what the plan's bounds keep above zero, and use `over` elsewhere; what is
    /// divided by zero all the same is zero, as there is no infinity here.
    fn div(self, other: Self) -> Self {
        let inverse = match other.fraction {
            Fraction::Small(0, _) => return self.lift(0),
            Fraction::Small(n, d) if n > 0 => other.small(d, n),
            _ => {
                let Large { negative, numerator, denominator } = other.parts();
                other.large(Large { negative, numerator: denominator, denominator: numerator })
            }
        };
        self * inverse
    }
}

impl Arith for Exact<'_> {
    fn lift(self, value: u32) -> Self {
        self.small(value.into(), 1)
    }

    fn floor(self) -> Self {
        self.small(self.integer(), 1)
    }

    fn cents(self) -> Self {
        let hundred = self.lift(100);
        (self * hundred).round() / hundred
    }

    fn min(self, other: Self) -> Self {
        if self.compare(other) == Ordering::Greater { other } else { self }
    }

    fn max(self, other: Self) -> Self {
        if self.compare(other) == Ordering::Less { other } else { self }
    }

    fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
        if a.compare(b) == Ordering::Greater { otherwise } else { then }
    }

    fn over(self, divisor: Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| self / divisor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(check: impl Fn(&dyn Fn(i128, i128) -> Exact<'static>)) {
        // Tests may leak: the arena then lives as long as the numbers need it.
        let arena: &'static Arena = Box::leak(Box::default());
        check(&|n, d| Exact { fraction: Fraction::Small(n, d), arena });
    }

    #[test]
    fn ties_round_away_from_zero() {
        with(|of| {
            //                      n     d   cents
            for (n, d, cents) in [
                (1005, 1000, 101),
                (-1005, 1000, -101),
                (1004, 1000, 100),
                (1, 3, 33),
                (2, 3, 67),
                (1, 200, 1),
                (-1, 200, -1),
                (0, 7, 0),
            ] {
                assert_eq!(of(n, d).cents().in_cents(), cents, "{n}/{d}");
            }
        });
    }

    #[test]
    fn numbers_of_any_size_stay_exact() {
        with(|of| {
            let large = of(i128::MAX, 1) * of(i128::MAX, 3);
            assert!(matches!(large.fraction, Fraction::Large(_)));
            let back = large / of(i128::MAX, 1) * of(3, 1);
            assert_eq!(back.compare(of(i128::MAX, 1)), Ordering::Equal);
            assert_eq!((large - large).compare(of(0, 1)), Ordering::Equal);
            assert_eq!((large + of(1, 7) - large).compare(of(1, 7)), Ordering::Equal);
            assert!(large.over(large - large).is_none());
            let ratio = (large / (large * of(4, 1))).value();
            assert!((ratio - 0.25).abs() < 1e-15);
            assert_eq!((of(0, 1) - large).floor().min(of(0, 1)).compare(of(0, 1)), Ordering::Less);
        });
    }

    #[test]
    fn a_sum_over_many_denominators_is_exact() {
        with(|of| {
            // Σ 1/(k(k+1)) for k = 1..n is n/(n+1).
            let sum = (1..2_000).fold(of(0, 1), |sum, k| sum + of(1, k * (k + 1)));
            assert_eq!(sum.compare(of(1_999, 2_000)), Ordering::Equal);
        });
    }

    #[test]
    fn halves_go_up_when_counting() {
        with(|of| {
            for (n, d, whole) in [(29, 2, 15), (145, 10, 15), (1449, 100, 14), (0, 1, 0)] {
                assert_eq!(of(n, d).per_half_up(of(1, 1)).in_whole(), whole);
            }
            assert_eq!(of(7, 2).ceil().in_whole(), 4);
            assert_eq!(of(8, 2).ceil().in_whole(), 4);
        });
    }
}
