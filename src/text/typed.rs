//! The one reader of typed numbers: what a person types, as the number text of a document.
//!
//! Its table of tests is `tests/numbers.rs`. It works on digits only. `10,5 %` in a field of shares becomes `0.105` by moving the decimal
//! point; nothing passes through a double.

use super::{Kind, Locale};
use crate::invariant::broken;

/// What a field holds, as far as its reader is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A plain number.
    Plain,
    /// Euros; a currency sign may stand before or after it.
    Money,
    /// Typed in percent, kept as a share: `10,5 %` is `0.105`.
    Percent,
}

impl Kind {
    /// How the number reader takes it.
    pub const fn entry(self) -> Entry {
        match self {
            Self::Money => Entry::Money,
            Self::Percent => Entry::Percent,
            _ => Entry::Plain,
        }
    }
}

/// A number that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number as a document writes it: `1234.56`.
    pub digits: String,
    /// Another reading was possible; the field says which one was taken.
    pub doubt: Option<Doubt>,
}

/// Why a text could have meant another number. Dutch and French have a decimal comma, English a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The only sign was read as one between thousands: `1.234` in Dutch, `1,234` in English.
    AsThousands,
    /// The only sign was read as the decimal sign: `1,234` in Dutch, `1.234` in English.
    AsDecimal,
    /// `0,8` in a percent field was read as 0,8 %, not as 80 %.
    BelowOnePercent,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing was typed: the default holds.
    Empty,
    /// There are letters or signs that do not belong in a number.
    NotANumber,
    /// Points, commas, apostrophes or spaces stand where no thousands or decimals can be.
    Separators,
    /// A unit that this field does not have, like `%` in an amount.
    Unit,
}

/// Longest text that is looked at; longer is no number that a person types.
const MAX_LENGTH: usize = 60;

/// Reads what was typed in a number field.
///
/// The signs tell by themselves what they are when both occur, or one of them twice, or when it stands
/// where no thousands can be. Only where they do not tell does the locale decide, and a reading that
/// could have been another carries its [`Doubt`].
///
/// ```
/// use jaarplan::text::{Entry, Locale, read_number};
/// let digits = |typed, entry, locale| read_number(typed, entry, locale).unwrap().digits;
/// assert_eq!(digits("€ 1.234,56", Entry::Money, Locale::NlBe), "1234.56");
/// assert_eq!(digits("10,5 %", Entry::Percent, Locale::FrBe), "0.105");
/// assert_eq!(digits("1,234", Entry::Plain, Locale::En), "1234");
/// assert_eq!(digits("1,234", Entry::Plain, Locale::NlBe), "1.234");
/// ```
///
/// # Errors
///
/// [`Unread`], which says what is in the way.
pub fn read_number(typed: &str, entry: Entry, locale: Locale) -> Result<Reading, Unread> {
    let text = typed.trim_matches(is_space);
    if text.is_empty() {
        return Err(Unread::Empty);
    }
    if text.len() > MAX_LENGTH {
        return Err(Unread::NotANumber);
    }
    let (negative, text, unit_seen) = strip_sign_and_unit(text, entry)?;
    let (text, whole_euros) = strip_dash_for_cents(text, entry);
    if !text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',' || is_gap(c))
        || !text.bytes().any(|byte| byte.is_ascii_digit())
    {
        return Err(Unread::NotANumber);
    }
    let (whole, fraction, mut doubt) = if whole_euros {
        (thousands(text)?, String::new(), None) // "€ 1.234,-" leaves no doubt
    } else {
        split(text, locale.signs().decimal)?
    };
    let percent = entry == Entry::Percent;
    // Below one percent without the sign: perhaps a share was meant.
    let is_nothing = |digits: &str| digits.bytes().all(|digit| digit == b'0');
    if percent && !unit_seen && is_nothing(&whole) && !is_nothing(&fraction) {
        doubt = Some(Doubt::BelowOnePercent);
    }
    // The point of a share stands two places before that of its percentage.
    let all = [if percent { "00" } else { "" }, &whole, &fraction].concat();
    let Some((whole, fraction)) = all.split_at_checked(whole.len()) else {
        broken("a number is digits")
    };
    let mut digits = number_text(whole, fraction);
    if negative && digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        digits.insert(0, '-');
    }
    Ok(Reading { digits, doubt })
}

fn number_text(whole: &str, fraction: &str) -> String {
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    [whole, point, fraction].concat()
}

/// Spaces of every kind, and the invisible marks that come along when text is pasted.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Takes the sign and the unit away, in whatever order they stand: `€ -5`, `-€ 5`, `+5 %`.
fn strip_sign_and_unit(mut text: &str, entry: Entry) -> Result<(bool, &str, bool), Unread> {
    let own: &[&str] = match entry {
        Entry::Plain => &[],
        Entry::Money => &["€", "euros", "euro", "eur"],
        Entry::Percent => &["%", "procent", "pour cent", "pourcent", "per cent", "percent", "pct"],
    };
    let (mut sign, mut unit_seen) = (None, false);
    loop {
        text = text.trim_matches(is_space);
        let mut rest = text.chars();
        if let Some(found @ ('-' | '\u{2212}' | '\u{2013}' | '+')) = rest.next() {
            if sign.replace(found != '+').is_some() {
                return Err(Unread::NotANumber);
            }
            text = rest.as_str();
        } else if let Some(rest) = own.iter().find_map(|unit| strip_unit(text, unit)) {
            if unit_seen {
                return Err(Unread::NotANumber);
            }
            unit_seen = true;
            text = rest;
        } else if text.chars().any(|c| matches!(c, '€' | '%')) {
            return Err(Unread::Unit);
        } else {
            return Ok((sign == Some(true), text, unit_seen));
        }
    }
}

/// Takes `unit` off either end, in capitals or not.
fn strip_unit<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(unit.len())?;
    if let Some((rest, end)) = text.split_at_checked(at)
        && end.eq_ignore_ascii_case(unit)
    {
        return Some(rest);
    }
    let (start, rest) = text.split_at_checked(unit.len())?;
    start.eq_ignore_ascii_case(unit).then_some(rest)
}

/// `€ 5,-` and `€ 5,--` are five euros.
fn strip_dash_for_cents(text: &str, entry: Entry) -> (&str, bool) {
    let rest = text.trim_end_matches(['-', '\u{2013}', '\u{2014}', '\u{2212}']);
    match rest.strip_suffix([',', '.']) {
        Some(whole) if entry == Entry::Money && rest.len() < text.len() => (whole, true),
        _ => (text, false),
    }
}

/// Splits at the decimal sign, and takes out the signs between thousands. `usual` is the decimal sign
/// of the locale.
fn split(text: &str, usual: char) -> Result<(String, String, Option<Doubt>), Unread> {
    let count = |sign: char| text.matches(sign).count();
    let (points, commas) = (count('.'), count(','));
    let (mut is_decimal, mut doubt) = (false, None);
    match (points, commas) {
        // Both occur: the last one that occurs is the decimal sign.
        (1.., 1..) => is_decimal = true,
        // One sign, once: between thousands when it can and the locale does not say otherwise.
        (1, 0) | (0, 1) => {
            let sign = if points == 1 { '.' } else { ',' };
            let either = looks_like_thousands(text, sign);
            if either && sign != usual {
                doubt = Some(Doubt::AsThousands);
            } else {
                is_decimal = true;
                doubt = either.then_some(Doubt::AsDecimal);
            }
        }
        // No sign, or the same one several times: that can only stand between thousands.
        _ => {}
    }
    let last = text.rsplit_once(['.', ',']).filter(|_| is_decimal);
    let (whole, fraction) = last.unwrap_or((text, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unread::Separators);
    }
    Ok((thousands(whole)?, fraction.to_owned(), doubt))
}

/// One to three digits that do not start with 0, the separator, and three digits: `1.234`.
fn looks_like_thousands(text: &str, separator: char) -> bool {
    text.split_once(separator).is_some_and(|(before, after)| {
        (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3
    })
}

/// What may stand between thousands besides a point or a comma: a space, or the apostrophe of the Swiss.
fn is_gap(c: char) -> bool {
    is_space(c) || matches!(c, '\'' | '\u{2019}')
}

/// The digits of a whole part; between thousands stands one kind of separator, everywhere.
fn thousands(whole: &str) -> Result<String, Unread> {
    let (mut digits, mut in_a_row, mut separator) = (String::new(), 0, None);
    for c in whole.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            in_a_row += 1;
            continue;
        }
        let kind = match c {
            '\u{2019}' => '\'',
            c if is_space(c) => ' ',
            c => c,
        };
        let fits = match separator {
            None => (1..=3).contains(&in_a_row),
            Some(known) => known == kind && in_a_row == 3,
        };
        if !fits {
            return Err(Unread::Separators);
        }
        (separator, in_a_row) = (Some(kind), 0);
    }
    if separator.is_some() && in_a_row != 3 { Err(Unread::Separators) } else { Ok(digits) }
}
