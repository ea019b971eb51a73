//! Decimals with six places: what a person typed, never the nearest binary double.

use crate::invariant::broken;
use serde::{Serialize, Serializer};
use std::fmt;

/// An exact decimal with at most six places.
///
/// ```
/// use jaarplan::Decimal;
/// assert_eq!(Decimal::read("0.1450005").unwrap().to_string(), "0.145001");
/// assert_eq!(Decimal::read("48.20").unwrap(), Decimal::read("4.82e1").unwrap());
/// assert!(Decimal::read("1e999").is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    micros: i64,
}

/// Why a number in a document cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not a number at all.
    NotANumber,
    /// Its absolute value is above [`Decimal::LIMIT`].
    TooLarge,
}

const PLACES: u32 = 6;
const ONE: i64 = 1_000_000;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { micros: 0 };
    /// One.
    pub const ONE: Self = Self { micros: ONE };
    /// No number in a plan may be larger: 1e12.
    pub const LIMIT: Self = Self { micros: 1_000_000_000_000 * ONE };
    /// No number in a plan may be smaller: −1e12.
    pub const LOWEST: Self = Self { micros: -Self::LIMIT.micros };

    /// A whole number; at most [`Decimal::LIMIT`].
    pub const fn whole(value: u32) -> Self {
        Self { micros: value as i64 * ONE }
    }

    /// A decimal written in source code, like `Decimal::literal("48.20")`; checked when compiled.
    pub(crate) const fn literal(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut micros, mut places, mut seen_point, mut i) = (0, 0, false, 0);
        while i < bytes.len() {
            #[allow(clippy::indexing_slicing)] // bounded by the loop
            match bytes[i] {
                b'.' => seen_point = true,
                digit => {
                    assert!(
                        digit.is_ascii_digit() && places < PLACES,
                        "not a decimal of six places"
                    );
                    micros = micros * 10 + (digit - b'0') as i64;
                    if seen_point {
                        places += 1;
                    }
                }
            }
            i += 1;
        }
        while places < PLACES {
            micros *= 10;
            places += 1;
        }
        Self { micros }
    }

    /// Reads JSON number text to six places, half away from zero beyond that.
    ///
    /// # Errors
    ///
    /// When the text is no number, or one above [`Decimal::LIMIT`].
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        Self::read_to(text, PLACES)
    }

    /// Reads an amount to whole cents, half away from zero beyond that.
    ///
    /// # Errors
    ///
    /// As [`Decimal::read`].
    pub fn read_cents(text: &str) -> Result<Self, Unreadable> {
        Self::read_to(text, 2)
    }

    fn read_to(text: &str, places: u32) -> Result<Self, Unreadable> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        if rest == "inf" {
            return Err(Unreadable::TooLarge);
        }
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, read_exponent(exponent)?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() && fraction.is_empty() {
            return Err(Unreadable::NotANumber);
        }
        // The digit before the point has power 0; the last digit that is kept has power −places.
        let lowest = -i64::from(places);
        let Ok(length) = i64::try_from(whole.len()) else { broken("a text fits in memory") };
        let mut power = length + exponent;
        let (mut units, mut round_up) = (0_i64, false);
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return Err(Unreadable::NotANumber);
            }
            power -= 1;
            let digit = i64::from(byte - b'0');
            if power >= lowest {
                units = push_digit(units, digit)?;
            } else if power == lowest - 1 {
                round_up = digit >= 5;
            }
        }
        // Digits that the text leaves out, down to the last place that is kept.
        while units != 0 && power > lowest {
            units = push_digit(units, 0)?;
            power -= 1;
        }
        units += i64::from(round_up);
        for _ in places..PLACES {
            units = units.checked_mul(10).ok_or(Unreadable::TooLarge)?;
        }
        if units > Self::LIMIT.micros {
            return Err(Unreadable::TooLarge);
        }
        Ok(Self { micros: if negative { -units } else { units } })
    }

    /// So many millionths; at most those of [`Decimal::LIMIT`].
    pub(crate) const fn from_micros(micros: i64) -> Self {
        Self { micros }
    }

    /// The highest that is not above a double, which is itself within the limit.
    #[allow(clippy::cast_possible_truncation)]
    pub(crate) fn down(value: f64) -> Self {
        Self { micros: libm::floor(value * 1e6) as i64 }
    }

    /// The number in millionths.
    pub const fn micros(self) -> i64 {
        self.micros
    }

    /// Whether nothing stands behind the decimal point.
    pub const fn is_whole(self) -> bool {
        self.micros % ONE == 0
    }

    /// The whole number, when it is one and not negative.
    pub fn to_whole(self) -> Option<u64> {
        if self.is_whole() { u64::try_from(self.micros / ONE).ok() } else { None }
    }

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        // |micros| of everyday inputs is below 2⁵³, so that the division rounds once.
        self.micros as f64 / 1e6
    }
}

/// One more digit, as long as the number stays small enough.
fn push_digit(units: i64, digit: i64) -> Result<i64, Unreadable> {
    units
        .checked_mul(10)
        .and_then(|units| units.checked_add(digit))
        .filter(|&units| units <= Decimal::LIMIT.micros)
        .ok_or(Unreadable::TooLarge)
}

fn read_exponent(text: &str) -> Result<i64, Unreadable> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unreadable::NotANumber);
    }
    // An exponent of ten digits or more is as good as a billion: the number is 0 or too large.
    let size = i64::from(digits.parse().unwrap_or(u32::MAX).min(1_000_000_000));
    Ok(if text.starts_with('-') { -size } else { size })
}

/// The shortest text, like `48.2`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, mut rest) =
            (self.micros.unsigned_abs() / 1_000_000, self.micros.unsigned_abs() % 1_000_000);
        if self.micros < 0 {
            f.write_str("-")?;
        }
        write!(f, "{whole}")?;
        if rest > 0 {
            let mut places = PLACES as usize;
            while rest % 10 == 0 {
                rest /= 10;
                places -= 1;
            }
            write!(f, ".{rest:0places$}")?;
        }
        Ok(())
    }
}

/// As the nearest double.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Decimal::read(text).unwrap().to_string(), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_to_six_places_half_away_from_zero() {
        check("0", "0");
        check("-0", "0");
        check("38", "38");
        check("48.20", "48.2");
        check("0.0000005", "0.000001");
        check("-0.0000005", "-0.000001");
        check("0.00000049999999999999999999", "0");
        check("1.9999995", "2");
        check("4.82e1", "48.2");
        check("4820E-2", "48.2");
        check("1e3", "1000");
        check("0.001e+3", "1");
        check("12e-7", "0.000001");
        check("15e-7", "0.000002");
        check("5e-7", "0.000001");
        check("5e-8", "0");
        check("1e-999999999999999999999", "0");
        check("0e999999999999999999999", "0");
        check("1e12", "1000000000000");
        check("999999999999.999999", "999999999999.999999");
        check("0.100000000000000005551115123125782702118158340454101562", "0.1");
    }

    #[test]
    fn amounts_are_read_to_cents_at_once() {
        // Through six places first, this would round twice and give 0.01.
        assert_eq!(Decimal::read_cents("0.0049999996").unwrap(), Decimal::ZERO);
        assert_eq!(Decimal::read_cents("0.005").unwrap().to_string(), "0.01");
        assert_eq!(Decimal::read_cents("250000").unwrap().to_string(), "250000");
    }

    #[test]
    fn what_is_no_number_or_too_large_is_refused() {
        for text in ["", "-", ".", "e5", "1e", "1e+", "NaN", "1,5", "0x10", "1 000", "--1"] {
            assert_eq!(Decimal::read(text), Err(Unreadable::NotANumber), "{text}");
        }
        for text in
            ["1e999", "-1e13", "inf", "-inf", "1000000000000.000001", "1e9999999999999999999"]
        {
            assert_eq!(Decimal::read(text), Err(Unreadable::TooLarge), "{text}");
        }
    }

    #[test]
    fn literals_are_what_they_say() {
        assert_eq!(Decimal::literal("48.20"), Decimal::read("48.2").unwrap());
        assert_eq!(Decimal::literal("0.063"), Decimal::read("0.063").unwrap());
        assert_eq!(Decimal::literal("38"), Decimal::whole(38));
    }
}
