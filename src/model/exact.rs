//! Exact rationals: the reading for people, hours, circles and money.
//!
//! FTE per head is no decimal, and about one realistic line in twenty-five is an exact half-cent tie:
//! doubles round some of them wrong, and so do long decimals. Fractions do not.
//!
//! Numerator and denominator are 128-bit integers as long as they fit, which they nearly always do;
//! else they are integers of any size, kept in an [`Arena`] so that numbers stay `Copy`.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::ops::{Add, Div, Mul, Sub};

use super::arith::{Arith, Reading, Scalar};
use crate::plan::Input;

/// Where large numbers are kept while a plan is evaluated.
#[derive(Debug, Default)]
pub struct Arena(RefCell<Vec<(BigInt, BigInt)>>);

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

    fn large(self, numerator: BigInt, denominator: BigInt) -> Self {
        if let (Some(n), Some(d)) = (numerator.to_i128(), denominator.to_i128()) {
            return self.small(n, d);
        }
        let mut arena = self.arena.0.borrow_mut();
        arena.push((numerator, denominator));
        Self { fraction: Fraction::Large(arena.len() - 1), ..self }
    }

    fn parts(self) -> (BigInt, BigInt) {
        match self.fraction {
            Fraction::Small(n, d) => (n.into(), d.into()),
            Fraction::Large(at) => self.arena.0.borrow().get(at).cloned().unwrap_or_default(),
        }
    }
}

/// Amounts and counts that are too large for their type become its largest: the limits refuse them.
impl Scalar for Exact<'_> {
    fn value(self) -> f64 {
        match self.fraction {
            Fraction::Small(n, d) => n as f64 / d as f64,
            Fraction::Large(_) => {
                let (n, d) = self.parts();
                let beyond = n.bits().max(d.bits()).saturating_sub(1000);
                let double = |big: BigInt| (big >> beyond).to_f64().unwrap_or_default();
                double(n) / double(d)
            }
        }
    }

    fn in_cents(self) -> i64 {
        let cents = (self * self.lift(100)).integer();
        cents.to_i64().unwrap_or(if cents < 0 { i64::MIN } else { i64::MAX })
    }

    fn in_whole(self) -> u64 {
        self.integer().to_u64().unwrap_or(u64::MAX)
    }
}

impl Exact<'_> {
    fn integer(self) -> i128 {
        match self.floor().fraction {
            Fraction::Small(n, _) => n,
            Fraction::Large(_) if self.compare(self.lift(0)) == Ordering::Less => i128::MIN,
            Fraction::Large(_) => i128::MAX,
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
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        (a * d).cmp(&(c * b))
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

/// `a/b + c/d`, over the least common denominator where finding it is cheap.
fn small_sum(a: i128, b: i128, c: i128, d: i128) -> Option<(i128, i128)> {
    if b == d {
        return Some((a.checked_add(c)?, b));
    }
    let common = match (u64::try_from(b), u64::try_from(d)) {
        (Ok(b), Ok(d)) => b.gcd(&d).into(),
        _ => b.gcd(&d),
    };
    let (b_rest, d_rest) = (b / common, d / common);
    Some((a.checked_mul(d_rest)?.checked_add(c.checked_mul(b_rest)?)?, b.checked_mul(d_rest)?))
}

fn small_product(a: i128, b: i128, c: i128, d: i128) -> Option<(i128, i128)> {
    if let (Some(n), Some(d)) = (a.checked_mul(c), b.checked_mul(d)) {
        return Some((n, d));
    }
    let (left, right) = (a.gcd(&d).max(1), c.gcd(&b).max(1));
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
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        // A sum over many groups keeps the least common denominator: the common factor of a large
        // number and a small one costs one pass over the large one.
        let common = match (self.fraction, other.fraction) {
            (_, Fraction::Small(..)) => (&b % &d).gcd(&d),
            (Fraction::Small(..), _) => (&d % &b).gcd(&b),
            _ => BigInt::from(1),
        };
        let (b_rest, d_rest) = (&b / &common, d / common);
        self.large(a * &d_rest + c * b_rest, b * d_rest)
    }
}

impl Sub for Exact<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + match other.fraction {
            Fraction::Small(n, d) if n != i128::MIN => other.small(-n, d),
            _ => {
                let (n, d) = other.parts();
                other.large(-n, d)
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
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        self.large(a * c, b * d)
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
                let (n, d) = other.parts();
                if n.is_negative() { other.large(-d, -n) } else { other.large(d, n) }
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
        match self.fraction {
            Fraction::Small(n, 1) => self.small(n, 1),
            Fraction::Small(n, d) => self.small(n.div_euclid(d), 1),
            Fraction::Large(_) => {
                let (n, d) = self.parts();
                self.large(n.div_floor(&d), BigInt::from(1))
            }
        }
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
        let zero = match divisor.fraction {
            Fraction::Small(n, _) => n == 0,
            Fraction::Large(_) => divisor.parts().0.is_zero(),
        };
        (!zero).then(|| self / divisor)
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
