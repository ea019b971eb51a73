//! Whole numbers of any size, with just what exact fractions need of them.
//!
//! They are rare: only fractions that outgrow 64 bits use them. A general library would be a tenth of
//! the module for them; it stands in the tests instead, which hold these against it.

#![allow(clippy::cast_possible_truncation)] // digits are halves of wider numbers

use std::cmp::Ordering;
use std::num::{NonZeroU64, NonZeroU128};

/// A whole number that is not negative: digits to the base 2³², lowest first, no zeros on top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Natural(Vec<u32>);

/// The lower half of two digits.
fn low(digits: u64) -> u32 {
    digits as u32
}

impl Natural {
    fn trimmed(mut digits: Vec<u32>) -> Self {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Self(digits)
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub fn add(&self, other: &Self) -> Self {
        let (long, short) =
            if self.0.len() < other.0.len() { (other, self) } else { (self, other) };
        let mut carry = 0;
        let mut sum: Vec<u32> = Vec::with_capacity(long.0.len() + 1);
        let others = short.0.iter().copied().chain(std::iter::repeat(0));
        for (&a, b) in long.0.iter().zip(others) {
            carry += u64::from(a) + u64::from(b);
            sum.push(low(carry));
            carry >>= 32;
        }
        sum.push(low(carry));
        Self::trimmed(sum)
    }

    /// The difference; `other` must not be larger.
    pub fn subtract(&self, other: &Self) -> Self {
        let mut borrow = 0;
        let mut rest: Vec<u32> = Vec::with_capacity(self.0.len());
        let others = other.0.iter().copied().chain(std::iter::repeat(0));
        for (&a, b) in self.0.iter().zip(others) {
            let digit = (1 << 32) + u64::from(a) - u64::from(b) - borrow;
            rest.push(low(digit));
            borrow = 1 - (digit >> 32);
        }
        Self::trimmed(rest)
    }

    pub fn multiply(&self, other: &Self) -> Self {
        let mut product = vec![0; self.0.len() + other.0.len()];
        for (i, &a) in self.0.iter().enumerate() {
            let mut carry = 0;
            let row = product.iter_mut().skip(i);
            for (digit, b) in row.zip(other.0.iter().copied().chain([0])) {
                carry += u64::from(a) * u64::from(b) + u64::from(*digit);
                *digit = low(carry);
                carry >>= 32;
            }
        }
        Self::trimmed(product)
    }

    /// Quotient and remainder.
    pub fn divide(&self, divisor: NonZeroU64) -> (Self, u64) {
        let (mut rest, divisor) = (0, NonZeroU128::from(divisor));
        let mut quotient = self.0.clone();
        for digit in quotient.iter_mut().rev() {
            let part = (rest << 32) + u128::from(*digit);
            *digit = low((part / divisor) as u64);
            rest = part % divisor;
        }
        (Self::trimmed(quotient), rest as u64)
    }

    /// The number, when it is below 2⁶³.
    pub fn to_i64(&self) -> Option<i64> {
        if self.0.len() > 2 {
            return None;
        }
        let digits = self.0.iter().rev();
        i64::try_from(digits.fold(0, |sum, &digit| (sum << 32) + u64::from(digit))).ok()
    }

    /// How many bits it takes to write it.
    pub fn bits(&self) -> usize {
        let top = self.0.last().map_or(0, |digit| digit.leading_zeros() as usize);
        32 * self.0.len() - top
    }

    pub fn power_of_two(exponent: usize) -> Self {
        let mut digits = vec![0; exponent / 32];
        digits.push(1 << (exponent % 32));
        Self(digits)
    }

    /// A double near the upper 64 bits or more, and how many digits lie below them.
    pub fn to_f64(&self) -> (f64, usize) {
        let below = self.0.len().saturating_sub(3);
        let upper = self.0.iter().skip(below).rev();
        (upper.fold(0.0, |sum, &digit| sum * (1_u64 << 32) as f64 + f64::from(digit)), below)
    }
}

impl From<u64> for Natural {
    fn from(number: u64) -> Self {
        Self::trimmed(vec![low(number), low(number >> 32)])
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;

    fn reference(number: &Natural) -> BigUint {
        BigUint::new(number.0.clone())
    }

    /// Numbers of up to nine digits, with many zeros and ones among them.
    fn naturals() -> impl Strategy<Value = Natural> {
        let digit = prop_oneof![any::<u32>(), Just(0), Just(u32::MAX)];
        proptest::collection::vec(digit, 0..9).prop_map(Natural::trimmed)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn sums_products_and_quotients_are_those_of_a_general_library(a in naturals(), b in naturals(), divisor in 1..=u64::MAX) {
            let (x, y) = (reference(&a), reference(&b));
            prop_assert_eq!(reference(&a.add(&b)), &x + &y);
            prop_assert_eq!(reference(&a.multiply(&b)), &x * &y);
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            let (large, small) = if a < b { (&b, &a) } else { (&a, &b) };
            prop_assert_eq!(reference(&large.subtract(small)), reference(large) - reference(small));
            let (quotient, rest) = a.divide(NonZeroU64::new(divisor).unwrap());
            prop_assert_eq!((reference(&quotient), rest), (&x / divisor, u64::try_from(&x % divisor).unwrap()));
            prop_assert_eq!(a.to_i64(), i64::try_from(&x).ok());
            prop_assert_eq!(a.bits() as u64, x.bits());
            prop_assert_eq!(reference(&Natural::power_of_two(a.bits())), BigUint::from(1_u32) << x.bits());
            prop_assert_eq!(a.is_zero(), x == BigUint::ZERO);
        }

        #[test]
        fn small_numbers_come_and_go(number in any::<u64>()) {
            let natural = Natural::from(number);
            prop_assert_eq!(reference(&natural), BigUint::from(number));
            prop_assert_eq!(natural.to_i64(), i64::try_from(number).ok());
            prop_assert_eq!(natural.to_f64(), (number as f64, 0));
        }
    }
}
