//! Numbers as people read them, exactly rounded, half away from zero.
//!
//! A figure is a double, so the last step is integer arithmetic on its mantissa: the digits are the
//! same natively and in every browser, and the bytes of a float formatter are saved.

use super::Locale;
use crate::decimal::Decimal;

/// Keeps the sign or unit on the line of its number.
pub const NO_BREAK: char = '\u{a0}';
/// What stands where a figure has no value, like a ratio whose divisor is zero.
pub const NO_VALUE: &str = "–";

/// The signs that a locale writes numbers with.
#[derive(Clone, Copy)]
pub(super) struct Signs {
    /// Before the decimals.
    pub decimal: char,
    /// Between thousands.
    pub thousands: char,
    euro: Around,
    percent: Around,
}

/// What stands around a number: before its minus, between the minus and the digits, and at the end.
type Around = [&'static str; 3];

const BARE: Around = ["", "", ""];

const DUTCH: Signs =
    Signs { decimal: ',', thousands: '.', euro: ["€\u{a0}", "", ""], percent: ["", "", "%"] };
/// With narrow no-break spaces.
const FRENCH: Signs = Signs {
    decimal: ',',
    thousands: '\u{202f}',
    euro: ["", "", "\u{202f}€"],
    percent: ["", "", "\u{202f}%"],
};
const ENGLISH: Signs =
    Signs { decimal: '.', thousands: ',', euro: ["", "€", ""], percent: ["", "", "%"] };

impl Locale {
    pub(super) const fn signs(self) -> &'static Signs {
        match self {
            Self::NlBe | Self::NlNl => &DUTCH,
            Self::FrBe => &FRENCH,
            Self::En => &ENGLISH,
        }
    }

    /// Whether what is typed means the same number in both.
    pub const fn reads_like(self, other: Self) -> bool {
        self.signs().decimal == other.signs().decimal
    }

    /// Whether `€` stands before an amount.
    pub const fn euro_first(self) -> bool {
        !matches!(self, Self::FrBe)
    }

    /// A number with exactly `places` decimals: `1.234.567,89`, `1 234 567,89`, `1,234,567.89`.
    ///
    /// A value that no page can show (not finite, or above 10¹⁵) is [`NO_VALUE`].
    ///
    /// ```
    /// use jaarplan::text::Locale;
    /// assert_eq!(Locale::NlBe.number(-1234.5, 2), "-1.234,50");
    /// assert_eq!(Locale::En.number(-1234.5, 2), "-1,234.50");
    /// ```
    pub fn number(self, value: f64, places: u8) -> String {
        self.scaled(value, places, 0, places, BARE)
    }

    /// A number with at most `places` decimals and no trailing zeros: `7,6`.
    pub fn number_up_to(self, value: f64, places: u8) -> String {
        self.scaled(value, places, 0, 0, BARE)
    }

    /// An amount with `places` 2 or 0: `€ -1.234,50`, `-1 234,50 €`, `-€1,234.50`.
    pub fn euros(self, value: f64, places: u8) -> String {
        self.scaled(value, places, 0, places, self.signs().euro)
    }

    /// A share as a percentage: `0.105` is `10,5%`, `10,5 %`, `10.5%`.
    pub fn percent(self, share: f64, places: u8) -> String {
        self.scaled(share, places, 2, places, self.signs().percent)
    }

    /// A share as a percentage with at most `places` decimals: `10%`.
    pub fn percent_up_to(self, share: f64, places: u8) -> String {
        self.scaled(share, places, 2, 0, self.signs().percent)
    }

    /// An input as typed, with all of its digits: `48.2` is `48,2`.
    pub fn decimal(self, value: Decimal) -> String {
        self.decimal_places(value, 0)
    }

    /// An input with at least `places` decimals: `48.2` is `48,20`.
    pub fn decimal_places(self, value: Decimal, places: u8) -> String {
        self.written(value.micros().into(), 6, places, BARE)
    }

    /// A share that was typed, as a percentage with all of its digits and no sign: `0.105` is `10,5`.
    pub fn decimal_percent(self, value: Decimal) -> String {
        self.written(value.micros().into(), 4, 0, BARE)
    }

    /// An amount that was typed, with cents when it has any: `€ 48,20`.
    pub(super) fn decimal_amount(self, value: Decimal) -> String {
        let places = if value.is_whole() { 0 } else { 2 };
        self.written(value.micros().into(), 6, places, self.signs().euro)
    }

    /// A share that was typed, with its sign: `10,5%`.
    pub(super) fn decimal_share(self, value: Decimal) -> String {
        self.written(value.micros().into(), 4, 0, self.signs().percent)
    }

    /// `value · 10^power`, rounded to `places` decimals of which at least `least` are written.
    fn scaled(self, value: f64, places: u8, power: u8, least: u8, around: Around) -> String {
        match scaled(value, places.saturating_add(power)) {
            Some(units) => self.written(units, places, least, around),
            None => NO_VALUE.to_owned(),
        }
    }

    /// `units / 10^places` without the zeros at its end, but with at least `least` decimals.
    fn written(self, units: i128, mut places: u8, least: u8, around: Around) -> String {
        let minus = if units < 0 { "-" } else { "" };
        let mut units = units.unsigned_abs();
        while places > least && units.is_multiple_of(10) {
            units /= 10;
            places -= 1;
        }
        let [before, inside, after] = around;
        [before, minus, inside, &grouped(units, places.into(), self.signs()), after].concat()
    }
}

/// The number that is shown of a value, with `places` decimals: what people who see it calculate with.
/// Not a number when no page can show it.
pub fn as_shown(value: f64, places: u8) -> f64 {
    let ten = (0..places).fold(1.0, |ten, _| ten * 10.0);
    // No page shows it.
    scaled(value, places).map_or(f64::NAN, |units| units as f64 / ten)
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
    let mantissa = u128::from(bits & ((1 << 52) - 1)) + (1 << 52);
    let mut ten = 1_u128;
    for _ in 0..places {
        ten *= 10;
    }
    // value = mantissa · 2^−shift, and |value| ≤ 10¹⁵ < 2⁵⁰ keeps the shift positive.
    let shift = u32::try_from(1075 - exponent).ok()?;
    // Only where that unit is far below one half of the last place shown.
    let forgiven = u128::from(shift <= 120 && ten << 8 <= 1 << shift);
    let units = match shift {
        1..=120 => ((mantissa + forgiven) * ten + (1 << (shift - 1))) >> shift,
        _ => 0,
    };
    let units = i128::try_from(units).ok()?;
    Some(if value.is_sign_negative() { -units } else { units })
}

/// The digits of `units / 10^places`, with the signs of a locale.
fn grouped(mut units: u128, places: usize, signs: &Signs) -> String {
    let mut digits = Vec::new(); // the last one first
    while units > 0 || digits.len() <= places {
        digits.push(char::from(b'0' + (units % 10) as u8));
        units /= 10;
    }
    let mut text = String::new();
    for (place, &digit) in digits.iter().enumerate().rev() {
        text.push(digit);
        if place == places && places > 0 {
            text.push(signs.decimal);
        } else if place > places && (place - places).is_multiple_of(3) {
            text.push(signs.thousands);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(value: f64, places: u8, expected: &str) {
        assert_eq!(Locale::NlBe.number(value, places), expected, "{value}");
        assert_eq!(Locale::NlNl.number(value, places), expected, "{value}");
        // The other locales write the same digits with their own signs.
        let with = |comma: &str, point: &str| -> String {
            let own = |sign| match sign {
                ',' => comma.to_owned(),
                '.' => point.to_owned(),
                other => other.to_string(),
            };
            expected.chars().map(own).collect()
        };
        assert_eq!(Locale::FrBe.number(value, places), with(",", "\u{202f}"), "{value}");
        assert_eq!(Locale::En.number(value, places), with(".", ","), "{value}");
    }

    #[test]
    #[rustfmt::skip]
    fn numbers_are_rounded_half_away_from_zero() {
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
    fn what_is_too_large_or_too_fine_is_not_shown() {
        check(1e15, 0, "1.000.000.000.000.000");
        check(-1e15, 0, "-1.000.000.000.000.000");
        check(1e15 + 1.0, 0, NO_VALUE);
        check(-2e15, 0, NO_VALUE);
        check(0.125, 8, "0,12500000");
        check(0.125, 9, NO_VALUE);
        check(0.125, 12, NO_VALUE);
    }

    #[test]
    fn there_is_never_nan_on_the_page() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            for locale in Locale::ALL {
                assert_eq!(locale.number(value, 2), NO_VALUE);
                assert_eq!(locale.euros(value, 2), NO_VALUE);
                assert_eq!(locale.percent(value, 1), NO_VALUE);
            }
        }
    }

    /// In Dutch of both countries, in French, and in English.
    #[track_caller]
    fn in_each(show: impl Fn(Locale) -> String, [nl, fr, en]: [&str; 3]) {
        for (locale, expected) in Locale::ALL.into_iter().zip([nl, nl, fr, en]) {
            assert_eq!(show(locale), expected.replace('_', "\u{a0}").replace('~', "\u{202f}"));
        }
    }

    #[test]
    #[rustfmt::skip]
    fn units_stand_where_the_language_puts_them() {
        in_each(|l| l.euros(1234.5, 2),       ["€_1.234,50",  "1~234,50~€",  "€1,234.50"]);
        in_each(|l| l.euros(-1234.5, 2),      ["€_-1.234,50", "-1~234,50~€", "-€1,234.50"]);
        in_each(|l| l.euros(71_234.5, 0),     ["€_71.235",    "71~235~€",    "€71,235"]);
        in_each(|l| l.euros(-0.001, 2),       ["€_0,00",      "0,00~€",      "€0.00"]);
        in_each(|l| l.percent(0.105, 1),      ["10,5%",       "10,5~%",      "10.5%"]);
        in_each(|l| l.percent(0.145, 0),      ["15%",         "15~%",        "15%"]);
        in_each(|l| l.percent(-0.79, 0),      ["-79%",        "-79~%",       "-79%"]);
        in_each(|l| l.percent(12.345, 0),     ["1.235%",      "1~235~%",     "1,235%"]);
        in_each(|l| l.percent_up_to(0.1, 1),  ["10%",         "10~%",        "10%"]);
        in_each(|l| l.percent_up_to(0.063, 1), ["6,3%",       "6,3~%",       "6.3%"]);
        in_each(|l| l.number_up_to(7.6, 2),   ["7,6",         "7,6",         "7.6"]);
        in_each(|l| l.number_up_to(120.0, 2), ["120",         "120",         "120"]);
        in_each(|l| l.number_up_to(1e6, 2),   ["1.000.000",   "1~000~000",   "1,000,000"]);
        for locale in Locale::ALL {
            assert_eq!(locale.euro_first(), locale.euros(1.0, 0).starts_with('€'));
        }
    }

    #[test]
    #[rustfmt::skip]
    fn inputs_keep_their_digits() {
        let read = |text| Decimal::read(text).unwrap();
        in_each(|l| l.decimal(read("48.2")),               ["48,2",    "48,2",    "48.2"]);
        in_each(|l| l.decimal(read("0.063")),              ["0,063",   "0,063",   "0.063"]);
        in_each(|l| l.decimal(read("250000")),             ["250.000", "250~000", "250,000"]);
        in_each(|l| l.decimal_places(read("48.2"), 2),     ["48,20",   "48,20",   "48.20"]);
        in_each(|l| l.decimal_places(read("48.2055"), 2),  ["48,2055", "48,2055", "48.2055"]);
        in_each(|l| l.decimal_percent(read("0.105")),      ["10,5",    "10,5",    "10.5"]);
        in_each(|l| l.decimal_percent(read("0.8")),        ["80",      "80",      "80"]);
        in_each(|l| l.decimal_percent(read("0.000001")),   ["0,0001",  "0,0001",  "0.0001"]);
        in_each(|l| l.decimal_percent(read("-12")),        ["-1.200",  "-1~200",  "-1,200"]);
        in_each(|l| l.decimal_amount(read("250000")), ["€_250.000", "250~000~€", "€250,000"]);
        in_each(|l| l.decimal_amount(read("-48.2")),  ["€_-48,20",  "-48,20~€",  "-€48.20"]);
        in_each(|l| l.decimal_share(read("0.105")), ["10,5%",    "10,5~%",    "10.5%"]);
    }

    proptest! {
        #[test]
        fn cents_are_shown_as_they_are(cents in -3_000_000_000_000_000_i64..3_000_000_000_000_000) {
            // Money lines are the doubles nearest to whole cents; beyond 3·10¹³ € doubles lie further apart.
            for locale in Locale::ALL {
                let shown = locale.number(cents as f64 / 100.0, 2);
                let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(digits.parse::<u64>().unwrap(), cents.unsigned_abs());
            }
        }
    }
}
