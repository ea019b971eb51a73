//! Exact rationals: the reading for people, hours, circles and money.
//!
//! FTE per head is no decimal, and about one realistic line in twenty-five is an exact half-cent tie:
//! doubles round some of them wrong, and so do long decimals. Fractions do not.
//!
//! Numerator and denominator are 64-bit integers as long as they fit, which they nearly always do;
//! else they are integers of any size, kept in an [`Arena`] so that numbers stay `Copy`. Common factors
//! stay in until something would not fit: looking for them takes longer than all other arithmetic.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::num::NonZeroU64;
use std::ops::{Add, Div, Mul, Sub};

use super::arith::{Arith, Reading, Scalar};
use super::natural::Natural;
use crate::invariant::broken;
use crate::plan::Input;

/// Where large numbers are kept while a plan is evaluated.
#[derive(Debug, Default)]
pub struct Arena(RefCell<Vec<Large>>);

/// The reading in [`Exact`] numbers.
pub struct Rationals<'a>(pub &'a Arena);

/// An exact rational number: a numerator and a positive denominator, not always in lowest terms.
///
/// A denominator of 0 says that the numerator is a place in the arena. A type of its own for that would
/// make numbers a third larger, and copying them is much of what a formula does.
#[derive(Clone, Copy, Debug)]
pub struct Exact<'a> {
    numerator: i64,
    denominator: i64,
    arena: &'a Arena,
}

/// Where a number is.
enum Fraction {
    /// Numerator and denominator.
    Small(i64, i64),
    /// A place in the arena.
    Large(i64),
}

/// A fraction of any size.
#[derive(Clone, Debug, Default)]
struct Large {
    negative: bool,
    numerator: Natural,
    denominator: Natural,
}

/// A floor at or beyond this is above every limit that a plan has; it need not be exact.
const ENOUGH: f64 = (1_u64 << 56) as f64;
/// Whole numbers up to this, 2⁵³, are doubles.
const DOUBLES: u64 = 9_007_199_254_740_992;

impl<'a> Reading for Rationals<'a> {
    type N = Exact<'a>;

    fn input(&self, input: &Input) -> Exact<'a> {
        // Most inputs have few places; what can be taken out cheaply keeps products small.
        let micros = input.likely.micros();
        // A multiple of 10ⁿ is one of 2ⁿ, which shows without a division.
        let (numerator, denominator) = match micros.trailing_zeros() {
            6.. if micros % 1_000_000 == 0 => (micros / 1_000_000, 1),
            4.. if micros % 10_000 == 0 => (micros / 10_000, 100),
            _ => (micros, 1_000_000),
        };
        Exact { numerator, denominator, arena: self.0 }
    }

    fn constant(&self, value: u32) -> Exact<'a> {
        Exact { numerator: value.into(), denominator: 1, arena: self.0 }
    }
}

impl Exact<'_> {
    fn small(self, (numerator, denominator): (i64, i64)) -> Self {
        Self { numerator, denominator, ..self }
    }

    fn fraction(self) -> Fraction {
        match self.denominator {
            0 => Fraction::Large(self.numerator),
            denominator => Fraction::Small(self.numerator, denominator),
        }
    }

    /// Back to 64 bits where they are enough; zero has no sign.
    fn large(self, number: Large) -> Self {
        if number.numerator.is_zero() {
            return self.lift(0);
        }
        if let (Some(n), Some(d)) = (number.numerator.to_i64(), number.denominator.to_i64()) {
            return self.small((if number.negative { -n } else { n }, d));
        }
        let mut arena = self.arena.0.borrow_mut();
        arena.push(number);
        let place = i64::try_from(arena.len() - 1);
        let place = place.unwrap_or_else(|_| broken("an arena has fewer than 2⁶³ numbers"));
        self.small((place, 0))
    }

    fn parts(self) -> Large {
        match self.fraction() {
            Fraction::Small(n, d) => Large {
                negative: n < 0,
                numerator: n.unsigned_abs().into(),
                denominator: d.unsigned_abs().into(),
            },
            Fraction::Large(at) => {
                let arena = self.arena.0.borrow();
                let large = usize::try_from(at).ok().and_then(|at| arena.get(at));
                large.cloned().unwrap_or_else(|| broken("a large number is in its arena"))
            }
        }
    }

    /// The floor, or `i64::MAX` far beyond every limit.
    fn integer(self) -> i64 {
        match self.fraction() {
            Fraction::Small(n, 1) => n,
            Fraction::Small(n, d) => n.div_euclid(d),
            Fraction::Large(_) => self.parts().floor(),
        }
    }

    fn compare(self, other: Self) -> Ordering {
        if let (Fraction::Small(a, b), Fraction::Small(c, d)) = (self.fraction(), other.fraction())
        {
            if b == d {
                return a.cmp(&c);
            }
            if let (Some(left), Some(right)) = (product(a, d), product(c, b)) {
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
        match self.fraction() {
            Fraction::Small(n, _) => n == 0,
            Fraction::Large(_) => self.parts().numerator.is_zero(),
        }
    }

    /// The whole number nearest to `self`, halves upwards.
    fn half_up(self) -> Self {
        if let Fraction::Small(n, d) = self.fraction()
            && let (Some(n), Some(d)) =
                (product(n, 2).and_then(|n| n.checked_add(d)), product(d, 2))
        {
            return self.small((n, d)).floor();
        }
        (self + self.small((1, 2))).floor()
    }

    /// The same number without common factors, when it is small.
    fn reduced(self) -> Self {
        match self.fraction() {
            Fraction::Small(n, d) => self.small(reduced(n, d)),
            Fraction::Large(_) => self,
        }
    }
}

impl Large {
    /// A double near its size.
    fn estimate(&self) -> f64 {
        estimate(&self.numerator, &self.denominator)
    }

    /// The nearest double; of two that are as near, the even one.
    ///
    /// A whole number of 55 bits or more, of which the last says whether there is a rest, is rounded as
    /// the quotient itself would be.
    fn value(&self) -> f64 {
        if self.numerator.is_zero() {
            return 0.0;
        }
        let (n, d) = (self.numerator.bits(), self.denominator.bits());
        let (up, down) = ((d + 55).saturating_sub(n), n.saturating_sub(d + 55));
        let shifted = Self {
            negative: false,
            numerator: self.numerator.multiply(&Natural::power_of_two(up)),
            denominator: self.denominator.multiply(&Natural::power_of_two(down)),
        };
        let (floor, rest) = shifted.whole_and_rest();
        let scale = exponent(down) - exponent(up);
        let size = libm::ldexp((2 * floor + u64::from(rest)) as f64, scale - 1);
        if self.negative { -size } else { size }
    }

    fn floor(&self) -> i64 {
        if self.estimate() >= ENOUGH {
            return if self.negative { -i64::MAX } else { i64::MAX };
        }
        let (floor, rest) = self.whole_and_rest();
        let floor = i64::try_from(floor).unwrap_or_else(|_| broken("a floor is below 2⁵⁷ here"));
        if self.negative { -floor - i64::from(rest) } else { floor }
    }

    /// The floor of its size, which is at most about 2⁵⁶, and whether there is a rest.
    fn whole_and_rest(&self) -> (u64, bool) {
        let (n, d) = (&self.numerator, &self.denominator);
        let at = |whole: u64| Natural::from(whole).multiply(d);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates
        let about = |n: &Natural| estimate(n, d) as u64;
        // A double tells the first 50 bits; what is left over tells the others.
        let mut floor = about(n).saturating_sub(64);
        floor += about(&n.subtract(&at(floor))).saturating_sub(1);
        while at(floor + 1) <= *n {
            floor += 1;
        }
        (floor, at(floor) != *n)
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
    fn common_divisor(&self, other: &Self) -> NonZeroU64 {
        let small =
            |natural: &Natural| NonZeroU64::new(natural.to_i64().map_or(0, i64::unsigned_abs));
        let common = match (small(&self.denominator), small(&other.denominator)) {
            (_, Some(d)) => greatest_common_divisor(self.denominator.divide(d).1, d.get()),
            (Some(d), _) => greatest_common_divisor(other.denominator.divide(d).1, d.get()),
            _ => 1,
        };
        NonZeroU64::new(common).unwrap_or_else(|| broken("a common divisor is above zero"))
    }
}

/// Amounts and counts that are too large for their type become its largest, which the limits refuse; a count below
/// zero is 0.
impl Scalar for Exact<'_> {
    fn value(self) -> f64 {
        let quotient = |(n, d): (i64, i64)| {
            (n.unsigned_abs() <= DOUBLES && d.unsigned_abs() <= DOUBLES)
                .then(|| n as f64 / d as f64)
        };
        match self.fraction() {
            Fraction::Small(n, d) => quotient((n, d)).or_else(|| quotient(reduced(n, d))),
            Fraction::Large(_) => None,
        }
        .unwrap_or_else(|| self.parts().value())
    }

    fn in_cents(self) -> i64 {
        match self.fraction() {
            Fraction::Small(cents, 100) => cents,
            _ => (self * self.lift(100)).integer(),
        }
    }

    fn in_whole(self) -> u64 {
        let whole = self.integer();
        if whole == i64::MAX {
            return u64::MAX;
        }
        u64::try_from(whole).unwrap_or(0)
    }
}

/// A double near `n / d`.
fn estimate(n: &Natural, d: &Natural) -> f64 {
    let ((n, n_below), (d, d_below)) = (n.to_f64(), d.to_f64());
    libm::ldexp(n / d, 32 * (exponent(n_below) - exponent(d_below)))
}

/// A number of bits or digits as an exponent.
fn exponent(count: usize) -> i32 {
    i32::try_from(count).unwrap_or_else(|_| broken("a number has fewer than 2³¹ digits"))
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        if let (Ok(a), Ok(b)) = (u32::try_from(a), u32::try_from(b)) {
            return greatest_common_divisor_of_small(a, b).into();
        }
        (a, b) = (b, a % b);
    }
    a
}

/// A division of 32 bits takes about half the time of one of 64.
fn greatest_common_divisor_of_small(a: u32, b: u32) -> u32 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The greatest common divisor of two that are not both zero, as a signed number.
fn common_factor(a: i64, b: i64) -> i64 {
    let common = greatest_common_divisor(a.unsigned_abs(), b.unsigned_abs());
    i64::try_from(common).unwrap_or(1).max(1)
}

fn reduced(n: i64, d: i64) -> (i64, i64) {
    let common = common_factor(n, d);
    (n / common, d / common)
}

/// `a · b`, unless it may not fit: a test without the product of 128 bits that WebAssembly would call.
fn product(a: i64, b: i64) -> Option<i64> {
    let zeros = a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros();
    (zeros > 64).then(|| a.wrapping_mul(b))
}

/// `a/b + c/d`, over the least common denominator.
fn small_sum((a, b): (i64, i64), (c, d): (i64, i64)) -> Option<(i64, i64)> {
    if b == d {
        return Some((a.checked_add(c)?, b));
    }
    if b == 1 {
        return Some((product(a, d)?.checked_add(c)?, d));
    }
    if d == 1 {
        return Some((a.checked_add(product(c, b)?)?, b));
    }
    // Most often one divides the other, which takes one division to find out.
    let ((a, b), (c, d)) = if b < d { ((a, b), (c, d)) } else { ((c, d), (a, b)) };
    if d % b == 0 {
        return Some((product(a, d / b)?.checked_add(c)?, d));
    }
    let common = common_factor(d, b);
    let (b_rest, d_rest) = (b / common, d / common);
    Some((product(a, d_rest)?.checked_add(product(c, b_rest)?)?, product(b, d_rest)?))
}

fn small_product((a, b): (i64, i64), (c, d): (i64, i64)) -> Option<(i64, i64)> {
    Some((product(a, c)?, product(b, d)?))
}

/// `a/b · c/d` in lowest terms when both are.
fn reduced_product((a, b): (i64, i64), (c, d): (i64, i64)) -> Option<(i64, i64)> {
    let ((a, d), (c, b)) = (reduced(a, d), reduced(c, b));
    small_product((a, b), (c, d))
}

impl Add for Exact<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if let (Fraction::Small(a, b), Fraction::Small(c, d)) = (self.fraction(), other.fraction())
        {
            if a == 0 {
                return other;
            }
            if c == 0 {
                return self;
            }
            let in_lowest_terms = || small_sum(reduced(a, b), reduced(c, d));
            if let Some(sum) = small_sum((a, b), (c, d)).or_else(in_lowest_terms) {
                return self.small(sum);
            }
        }
        self.large(self.parts().add(&other.parts()))
    }
}

impl Sub for Exact<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        let negated = match other.fraction() {
            Fraction::Small(n, d) => n.checked_neg().map(|n| other.small((n, d))),
            Fraction::Large(_) => None,
        };
        self.add(negated.unwrap_or_else(|| {
            let parts = other.parts();
            other.large(Large { negative: !parts.negative, ..parts })
        }))
    }
}

impl Mul for Exact<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        if let (Fraction::Small(a, b), Fraction::Small(c, d)) = (self.fraction(), other.fraction())
        {
            if a == 0 || c == 0 {
                return self.lift(0);
            }
            let in_lowest_terms = || reduced_product(reduced(a, b), reduced(c, d));
            if let Some(product) = small_product((a, b), (c, d)).or_else(in_lowest_terms) {
                return self.small(product);
            }
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
    /// Formulas divide by what the plan's bounds keep above zero, and use `over` elsewhere.
    fn div(self, other: Self) -> Self {
        let inverse = match other.fraction() {
            Fraction::Small(0, _) => broken("no formula divides by what can be zero"),
            Fraction::Small(n @ 1.., d) => other.small((d, n)),
            _ => {
                let Large { negative, numerator, denominator } = other.parts();
                other.large(Large { negative, numerator: denominator, denominator: numerator })
            }
        };
        self.mul(inverse)
    }
}

impl Arith for Exact<'_> {
    fn lift(self, value: u32) -> Self {
        self.small((value.into(), 1))
    }

    fn floor(self) -> Self {
        self.small((self.integer(), 1))
    }

    fn cents(self) -> Self {
        if let Fraction::Small(n, d) = self.fraction()
            && 100 % d == 0
            && let Some(cents) = product(n, 100 / d)
        {
            return self.small((cents, 100));
        }
        let (zero, cents) = (self.lift(0), self * self.lift(100));
        let rounded = if self.compare(zero) == Ordering::Less {
            -(zero - cents).half_up().integer()
        } else {
            cents.half_up().integer()
        };
        self.small((rounded, 100))
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

    fn per_half_up(self, divisor: Self) -> Self {
        (self / divisor).half_up()
    }

    fn shortened(self) -> Self {
        self.reduced()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::{BigInt, BigUint};
    use num_rational::BigRational;
    use proptest::prelude::*;

    fn with(check: impl Fn(&dyn Fn(i64, i64) -> Exact<'static>)) {
        // Tests may leak: the arena then lives as long as the numbers need it.
        let arena: &'static Arena = Box::leak(Box::default());
        check(&|numerator, denominator| Exact { numerator, denominator, arena });
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
            let large = of(i64::MAX, 1) * of(i64::MAX, 3);
            assert!(matches!(large.fraction(), Fraction::Large(_)));
            let back = large / of(i64::MAX, 1) * of(3, 1);
            assert_eq!(back.compare(of(i64::MAX, 1)), Ordering::Equal);
            assert_eq!((large - large).compare(of(0, 1)), Ordering::Equal);
            assert_eq!((large + of(1, 7) - large).compare(of(1, 7)), Ordering::Equal);
            assert!(large.over(large - large).is_none());
            assert!(of(5, 1).over(of(0, 1)).is_none());
            // Nothing is left of a negative number, over whatever: that is zero, not less.
            let tiny = of(-1, i64::MAX) * of(1, i64::MAX);
            assert_eq!((tiny - tiny).compare(of(0, 1)), Ordering::Equal);
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

    /// A double as a fraction.
    fn as_fraction(double: f64) -> (BigUint, BigUint) {
        let bits = double.to_bits();
        let exponent = i64::try_from(bits >> 52).unwrap() - 1075;
        let mantissa = BigUint::from((bits & ((1 << 52) - 1)) | (1 << 52));
        let power = BigUint::from(1_u32) << exponent.unsigned_abs();
        if exponent > 0 { (mantissa * power, 1_u32.into()) } else { (mantissa, power) }
    }

    fn whole(mut natural: Natural) -> BigInt {
        let mut digits = Vec::new();
        while !natural.is_zero() {
            let (rest, digit) = natural.divide(NonZeroU64::new(1 << 32).unwrap());
            digits.push(u32::try_from(digit).unwrap());
            natural = rest;
        }
        BigUint::new(digits).into()
    }

    /// The same number in a general library.
    fn general(exact: Exact) -> BigRational {
        let Large { negative, numerator, denominator } = exact.parts();
        let size = BigRational::new(whole(numerator), whole(denominator));
        if negative { -size } else { size }
    }

    /// Fractions of every size, often with something in common, up to the last that fit.
    fn fraction() -> impl Strategy<Value = (i64, i64)> {
        let any = || 1..=i64::MAX;
        let numerator = prop_oneof![
            3 => -20..20_i64, 3 => -1_000_000_000..1_000_000_000_i64, 2 => any(), 2 => any().prop_map(|n| -n),
            1 => any().prop_map(|n| n >> 20), 1 => Just(i64::MAX), 1 => Just(i64::MIN),
        ];
        let denominator = prop_oneof![
            3 => 1..20_i64, 2 => (0..7_u32).prop_map(|n| 10_i64.pow(n)), 2 => 1..1_000_000_000_i64,
            1 => any(), 1 => any().prop_map(|d| (d >> 24) + 1), 1 => Just(i64::MAX),
        ];
        (numerator, denominator)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn operations_agree_with_a_general_library(
            (first, second, third) in (fraction(), fraction(), fraction()),
            operations in [0..4_u8, 0..4],
        ) {
            let arena = Arena::default();
            let of = |(numerator, denominator)| Exact { numerator, denominator, arena: &arena };
            let zero = BigRational::from(BigInt::from(0));
            let apply = |operation, x, y| {
                let (a, b) = (general(x), general(y));
                match operation {
                    0 => (x + y, a + b),
                    1 => (x - y, a - b),
                    2 => (x * y, a * b),
                    _ if b == zero => {
                        assert!(x.over(y).is_none());
                        (of((0, 1)), zero.clone())
                    }
                    _ => (x / y, a / b),
                }
            };
            let (x, expected) = apply(operations[0], of(first), of(second));
            prop_assert_eq!(general(x), expected);
            let y = of(third);
            let (z, expected) = apply(operations[1], x, y);
            prop_assert_eq!(&general(z), &expected);
            prop_assert_eq!(&general(z.shortened()), &expected);
            prop_assert_eq!(z.compare(y), expected.cmp(&general(y)));
            prop_assert_eq!(z.compare(z.shortened()), Ordering::Equal);
            prop_assert_eq!(z.is_zero(), expected == zero);
            prop_assert_eq!(z.over(y).is_none(), general(y) == zero);
            prop_assert_eq!(general(z.min(y)), expected.clone().min(general(y)));
            prop_assert_eq!(general(z.max(y)), expected.clone().max(general(y)));

            let hundred = BigRational::from(BigInt::from(100));
            let limit = BigRational::from(BigInt::from(1_i64 << 56));
            let cents = &expected * &hundred;
            let half = BigRational::new(1.into(), 2.into());
            let is_negative = expected < zero;
            if (if is_negative { -&cents } else { cents.clone() }) < limit {
                prop_assert_eq!(general(Arith::floor(z)), expected.floor());
                prop_assert_eq!(general(Arith::ceil(z)), expected.ceil());
                prop_assert_eq!(general(z.half_up()), (&expected + &half).floor());
                prop_assert_eq!(general(z.cents()), cents.round() / &hundred);
                prop_assert_eq!(BigInt::from(z.in_cents()), cents.floor().to_integer());
                let count = if is_negative { 0.into() } else { expected.floor().to_integer() };
                prop_assert_eq!(BigInt::from(z.in_whole()), count);
            } else {
                // Beyond every limit: as large as it gets, on its side of zero.
                prop_assert_eq!(z.in_cents() < 0, is_negative);
                prop_assert!(z.in_cents().unsigned_abs() >= 1 << 56);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn values_are_the_nearest_doubles(
            n in proptest::collection::vec(1..=i64::MAX, 1..4),
            d in proptest::collection::vec(1..=i64::MAX, 1..4),
            (n_shift, d_shift) in (0..63, 0..63),
        ) {
            let arena = Arena::default();
            let of = |numerator, denominator| Exact { numerator, denominator, arena: &arena };
            let product = |factors: &[i64], shift: i32| factors.iter().map(|&f| (f >> shift).max(1)).collect::<Vec<_>>();
            let (n, d) = (product(&n, n_shift), product(&d, d_shift));
            let exact = n.iter().fold(of(1, 1), |x, &f| x * of(f, 1));
            let exact = d.iter().fold(exact, |x, &f| x * of(1, f));
            let whole = |factors: &[i64]| factors.iter().map(|&f| BigUint::from(f.unsigned_abs())).product::<BigUint>();
            let (n, d) = (whole(&n), whole(&d));
            let value = exact.value();
            // |n/d − value| ≤ |n/d − neighbour|, that is: n/d lies between both midpoints, or on an even one.
            let (own, own_over) = as_fraction(value);
            for neighbour in [value.next_down(), value.next_up()] {
                let (next, next_over) = as_fraction(neighbour);
                let midpoint = (&own * &next_over + &next * &own_over, (&own_over * &next_over) << 1_u32);
                let side = (&n * &midpoint.1).cmp(&(&d * &midpoint.0));
                let expected = if neighbour > value { Ordering::Less } else { Ordering::Greater };
                prop_assert!(side == expected || (side == Ordering::Equal && value.to_bits() & 1 == 0), "{value:e} for {n}/{d}");
            }
            prop_assert_eq!((of(0, 1) - exact).value(), -value);
        }
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

    // ── How numbers are kept: what no value shows, but every microsecond ─────────────────────────

    #[track_caller]
    fn kept(number: Exact, expected: (i64, i64)) {
        assert!(
            matches!(number.fraction(), Fraction::Small(n, d) if (n, d) == expected),
            "{number:?}"
        );
    }

    #[test]
    fn inputs_have_the_smallest_power_of_ten_below_them() {
        let text = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
            "groups": [{ "headcount": 120, "fte": 96.123, "labourCostPerHour": 48.2 }] }"#;
        let plan = crate::plan::Plan::read(&crate::plan::Document::parse(text).unwrap()).unwrap();
        let arena = Arena::default();
        let group = &plan.groups[0];
        kept(Rationals(&arena).input(&group.headcount), (120, 1));
        kept(Rationals(&arena).input(&group.labour_cost_per_hour), (4820, 100));
        kept(Rationals(&arena).input(&group.fte), (96_123_000, 1_000_000));
    }

    #[test]
    fn sums_and_products_stay_small() {
        assert_eq!(small_sum((1, 6), (3, 6)), Some((4, 6)));
        assert_eq!(small_sum((2, 1), (1, 3)), Some((7, 3)));
        assert_eq!(small_sum((1, 3), (2, 1)), Some((7, 3)));
        assert_eq!(small_sum((1, 2), (1, 6)), Some((4, 6)));
        assert_eq!(small_sum((1, 6), (1, 2)), Some((4, 6)));
        assert_eq!(small_sum((1, 4), (1, 6)), Some((5, 12)));
        assert_eq!(small_sum((i64::MAX, 2), (1, 2)), None);
        assert_eq!(small_product((2, 3), (5, 7)), Some((10, 21)));
        assert_eq!(reduced_product((1, 1 << 40), (1 << 40, 3)), Some((1, 3)));
        assert_eq!(reduced_product((1 << 40, 3), (1 << 40, 7)), None);
        // Sixty-three bits fit; what may need one more is not tried.
        assert_eq!(product(-3, 4), Some(-12));
        assert_eq!(product(1 << 31, 1 << 30), Some(1 << 61));
        assert_eq!(product(1 << 31, 1 << 31), None);
        with(|of| {
            kept(of(0, 3) * of(1, 2), (0, 1));
            kept(of(1, 2) * of(0, 3), (0, 1));
            kept(of(0, 3) + of(1, 2), (1, 2));
            kept(of(5, 4).cents(), (125, 100));
            assert!(!of(0, 1).parts().negative && of(-1, 1).parts().negative);
        });
    }

    #[test]
    fn common_factors_are_the_greatest() {
        for (a, b, common) in
            [(12, 18, 6), (7, 5, 1), (0, 9, 9), (3 << 40, 5 << 40, 1 << 40), (1 << 40, 6, 2)]
        {
            assert_eq!(greatest_common_divisor(a, b), common, "{a} and {b}");
            assert_eq!(greatest_common_divisor(b, a), common, "{b} and {a}");
        }
        assert_eq!(common_factor(-12, 18), 6);
        assert_eq!(reduced(-12, 18), (-2, 3));
        let over = |denominator: Natural| Large { denominator, ..Large::default() };
        let (small, large) =
            (over(6_u64.into()), over(Natural::from(4).multiply(&Natural::power_of_two(90))));
        let divisor = |a: &Large, b: &Large| a.common_divisor(b).get();
        assert_eq!([divisor(&small, &large), divisor(&large, &small)], [2, 2]);
        assert_eq!(divisor(&large, &large), 1);
    }

    #[test]
    fn a_denominator_beyond_the_doubles_is_not_rounded_first() {
        with(|of| {
            // 1/(2⁵³ + 1) is 2⁻⁵³ − 2⁻¹⁰⁶ but for what no double has.
            let expected = libm::ldexp(1.0, -53) - libm::ldexp(1.0, -106);
            assert_eq!(of(1, (1 << 53) + 1).value(), expected);
        });
    }
}
