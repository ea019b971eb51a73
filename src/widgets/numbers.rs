//! Figures as text, wherever widgets show them.

use crate::text::{Locale, NO_VALUE};

pub fn hours(locale: Locale, value: Option<f64>) -> String {
    known(locale, value, Locale::number, 1)
}

pub fn share(locale: Locale, value: Option<f64>) -> String {
    known(locale, value, Locale::percent, 1)
}

/// A number as it is written, if there is one.
pub fn known(
    locale: Locale,
    value: Option<f64>,
    written: fn(Locale, f64, u8) -> String,
    places: u8,
) -> String {
    match value {
        Some(value) => written(locale, value, places),
        None => NO_VALUE.to_owned(),
    }
}

pub fn count(locale: Locale, value: u64) -> String {
    locale.number(value as f64, 0)
}

/// Two ends, so rounded that their digits tell them apart and no more; and the decimals that are left of a
/// number in `unit`, which has at most so many.
pub fn rounded([low, high]: [f64; 2], unit: f64, most: u8) -> ([f64; 2], u8) {
    let width = high - low;
    let (mut step, mut places) = (unit, 0);
    if width.is_finite() {
        while width >= step * 100.0 {
            step *= 10.0;
        }
        while width < step * 10.0 && places < most {
            step /= 10.0;
            places += 1;
        }
    }
    ([low, high].map(|end| (end / step).round() * step), places)
}
