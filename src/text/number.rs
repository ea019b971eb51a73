//! Numbers as people read them, exactly rounded, half away from zero.
//!
//! A figure is a double, so the last step is integer arithmetic on its mantissa: the digits are the
//! same natively and in every browser, and the bytes of a float formatter are saved.

use crate::Decimal;

/// Keeps the sign or unit on the line of its number.
pub const NO_BREAK: char = '\u{a0}';
/// What stands where a figure has no value, like a ratio whose divisor is zero.
pub const NO_VALUE: &str = "–";

/// A number with exactly `places` decimals: `1.234.567,89`.
///
/// A value that no page can show (not finite, or above 10¹⁵) is [`NO_VALUE`].
///
/// ```
/// assert_eq!(jaarplan::text::number(-1234.5, 2), "-1.234,50");
/// ```
pub fn number(value: f64, places: u8) -> String {
    scaled(value, places).map_or_else(|| NO_VALUE.to_owned(), |units| grouped(units, places))
}

/// A number with at most `places` decimals and no trailing zeros: `7,6`.
pub fn number_up_to(value: f64, places: u8) -> String {
    trim_zeros(number(value, places), places)
}

/// An amount: `€ -1.234,50`, with `places` 2 or 0.
pub fn euros(value: f64, places: u8) -> String {
    format!("€{NO_BREAK}{}", number(value, places))
}

/// A share as a percentage: `0.105` is `10,5%`.
pub fn percent(share: f64, places: u8) -> String {
    match scaled(share, places.saturating_add(2)) {
        Some(units) => format!("{}%", grouped(units, places)),
        None => NO_VALUE.to_owned(),
    }
}

/// A share as a percentage with at most `places` decimals: `10%`.
pub fn percent_up_to(share: f64, places: u8) -> String {
    match scaled(share, places.saturating_add(2)) {
        Some(units) => format!("{}%", trim_zeros(grouped(units, places), places)),
        None => NO_VALUE.to_owned(),
    }
}

/// An input as typed, with all of its digits: `48.2` is `48,2`.
pub fn decimal(value: Decimal) -> String {
    decimal_places(value, 0)
}

/// An input with at least `places` decimals: `48.2` is `48,20`.
pub fn decimal_places(value: Decimal, places: u8) -> String {
    places_of(value.micros(), 6, places)
}

/// A share that was typed, as a percentage with all of its digits and no sign: `0.105` is `10,5`.
pub fn decimal_percent(value: Decimal) -> String {
    places_of(value.micros(), 4, 0)
}

fn places_of(units: i64, places: u8, least: u8) -> String {
    let (mut units, mut left) = (i128::from(units), places);
    while left > least && units % 10 == 0 {
        units /= 10;
        left -= 1;
    }
    grouped(units, left)
}

/// `value · 10^places` as a whole number, half away from zero.
///
/// One unit in the last place of the double is forgiven: 0.145 is stored as a hair less, and still
/// rounds to 15 %.
fn scaled(value: f64, places: u8) -> Option<i128> {
    const LIMIT: f64 = 1e15;
    if !value.is_finite() || value.abs() > LIMIT || places > 8 {
        return None;
    }
    let bits = value.to_bits();
    let exponent = i32::try_from((bits >> 52) & 0x7ff).ok()?;
    if exponent == 0 {
        return Some(0); // zero, and what is smaller than any digit shown
    }
    let mantissa = u128::from(bits & ((1 << 52) - 1) | 1 << 52);
    let mut ten = 1_u128;
    for _ in 0..places {
        ten *= 10;
    }
    // value = mantissa · 2^−shift, and |value| ≤ 10¹⁵ < 2⁵⁰ keeps the shift positive.
    let shift = u32::try_from(1075 - exponent).ok()?;
    // Only where that unit is far below one half of the last place shown.
    let forgiven = u128::from(shift <= 120 && ten << 8 <= 1 << shift);
    let units = match shift {
        0 => mantissa * ten,
        1..=120 => ((mantissa + forgiven) * ten + (1 << (shift - 1))) >> shift,
        _ => 0,
    };
    let units = i128::try_from(units).ok()?;
    Some(if value < 0.0 { -units } else { units })
}

/// Digits with points between thousands and a decimal comma.
fn grouped(units: i128, places: u8) -> String {
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = usize::from(places) + 1);
    let (whole, fraction) = digits
        .split_at_checked(digits.len().saturating_sub(usize::from(places)))
        .unwrap_or((&digits, ""));
    let mut text = String::with_capacity(digits.len() + 8);
    if units < 0 {
        text.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if places > 0 {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

fn trim_zeros(text: String, places: u8) -> String {
    if places == 0 || !text.contains(',') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(value: f64, places: u8, expected: &str) {
        assert_eq!(number(value, places), expected, "{value}");
    }

    #[test]
    #[rustfmt::skip]
    fn numbers_are_dutch_and_rounded_half_away_from_zero() {
        check(0.0,           0, "0");
        check(-0.0,          2, "0,00");
        check(5.0,           0, "5");
        check(999.0,         0, "999");
        check(1000.0,        0, "1.000");
        check(1_234_567.89,  2, "1.234.567,89");
        check(-1234.5,       2, "-1.234,50");
        check(0.5,           0, "1");
        check(-0.5,          0, "-1");
        check(-0.4,          0, "0");
        check(2.5,           0, "3");
        check(0.125,         2, "0,13");
        check(1.005,         2, "1,01");  // stored as 1.00499999999999989
        check(0.1 + 0.2,     6, "0,300000");
        check(38.449_999,    1, "38,4");
        check(1e-300,        2, "0,00");
        check(90_000_000_000_000.0, 2, "90.000.000.000.000,00");
        check(999_999_999_999_999.0, 0, "999.999.999.999.999");
        check(123_456_789_012.34,   2, "123.456.789.012,34");
    }

    #[test]
    fn there_is_never_nan_on_the_page() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            assert_eq!(number(value, 2), NO_VALUE);
            assert_eq!(percent(value, 1), NO_VALUE);
        }
    }

    #[test]
    fn units_stay_with_their_number() {
        assert_eq!(euros(1234.5, 2), "€\u{a0}1.234,50");
        assert_eq!(euros(-1234.5, 2), "€\u{a0}-1.234,50");
        assert_eq!(euros(71_234.5, 0), "€\u{a0}71.235");
        assert_eq!(percent(0.105, 1), "10,5%");
        assert_eq!(percent(0.145, 0), "15%");
        assert_eq!(percent(-0.79, 0), "-79%");
        assert_eq!(percent_up_to(0.1, 1), "10%");
        assert_eq!(percent_up_to(0.063, 1), "6,3%");
        assert_eq!(number_up_to(7.6, 2), "7,6");
        assert_eq!(number_up_to(120.0, 2), "120");
    }

    #[test]
    fn inputs_keep_their_digits() {
        let read = |text| Decimal::read(text).unwrap();
        assert_eq!(decimal(read("48.2")), "48,2");
        assert_eq!(decimal(read("0.063")), "0,063");
        assert_eq!(decimal(read("250000")), "250.000");
        assert_eq!(decimal_places(read("48.2"), 2), "48,20");
        assert_eq!(decimal_places(read("48.2055"), 2), "48,2055");
        assert_eq!(decimal_percent(read("0.105")), "10,5");
        assert_eq!(decimal_percent(read("0.8")), "80");
        assert_eq!(decimal_percent(read("0.000001")), "0,0001");
        assert_eq!(decimal_percent(read("-12")), "-1.200");
    }

    proptest! {
        #[test]
        fn cents_are_shown_as_they_are(cents in -3_000_000_000_000_000_i64..3_000_000_000_000_000) {
            // Money lines are the doubles nearest to whole cents; beyond 3·10¹³ € doubles lie further apart.
            let shown = number(cents as f64 / 100.0, 2);
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits.parse::<u64>().unwrap(), cents.unsigned_abs());
        }
    }
}
