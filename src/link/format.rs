//! The format of links, as `docs/links.md` describes it: the tables, the first bytes of values, texts, and
//! the frame around the payload.
//!
//! Links of version `jp1` must open for ever. So nothing in the tables ever changes or moves. They hold what the plan
//! had when the format was made, and need nothing new: an object with a key that is in no row is written as
//! [`OBJECT`], its known keys by their place and the new one as text, and a choice that is no word as text. That costs
//! a few characters, and a Jaarplan that does not know the field opens the link all the same. A row or word added at
//! the end of a table would save them, but an older Jaarplan would take such a link for damaged.
//!
//! Base64url and LEB128 come from `data-encoding` and `leb128fmt`. The CRC-32 is written out: `crc32fast`
//! has tables of 16 kB that do not compress, too much for texts of a few hundred characters.

use data_encoding::BASE64URL_NOPAD;

use super::MAX_LENGTH;
use crate::plan::Node;

/// Objects whose keys are known, each with its keys in order.
#[rustfmt::skip] // a key on a line of its own each would hide the rows
pub(super) const SHAPES: [&[&str]; 18] = [
    &["low", "likely", "high"],
    &["schemaVersion", "title", "organisation", "year", "country", "sector", "calendar", "groups", "learning",
      "profCircles", "facilitation", "costs", "subsidies", "budget", "value", "jaarplan", "actuals"],
    &["fullTimeHoursPerWeek", "hoursPerDay", "effectiveWeeks", "sicknessRate"],
    &["id", "name", "headcount", "fte", "leaders", "labourCostPerHour", "participation", "replacementShare",
      "replacementCostFactor", "billableShare", "billableMarginPerHour", "learning"],
    // In the order in which the table of groups is filled in.
    &["name", "headcount", "fte", "labourCostPerHour", "participation", "replacementShare", "leaders"],
    &["weekCycles", "profTrack", "formal", "developmentTalks"],
    &["count", "minutes", "proRata"],
    &["hours", "fixedHours", "proRata"],
    &["composition", "targetSize", "minSize", "maxSize", "sessions", "sessionHours", "preparationHours",
      "facilitatorsPerCircle", "facilitatorPreparationHours", "facilitatorCapacityHours", "leadersPerCircle",
      "maxCirclesPerLeader"],
    &["externalShare", "internalCostPerHour", "externalRatePerHour"],
    &["id", "label", "category", "basis", "amount", "cash"],
    // In the order in which a cost line is filled in.
    &["id", "basis", "cash", "label", "amount", "category"],
    &["id", "label", "basis", "amount", "of", "cap"],
    &["available", "spendRate", "contingency", "trainingFundLevy", "payroll"],
    &["horizonYears", "discountRate", "benefits", "inaction", "intangibles"],
    &["id", "label", "kind", "uplift", "annualValue", "turnover", "relativeReduction", "replacementCostShare",
      "lagMonths", "halfLifeMonths", "attribution", "confidence"],
    &["skillHalfLifeYears", "sensitivity", "probability"],
    &["label", "for"],
];

/// Texts that are often values. There is room for as many as there are bytes from [`WORD`] to [`SMALL`].
#[rustfmt::skip] // as many on a line as fit
pub(super) const WORDS: [&str; 36] = [
    "2026.1", "BE", "NL", "mixed", "perGroup", "fixed", "perHead", "perFte", "perParticipant", "perFormalHour",
    "perLearningHour", "perSession", "perCircle", "share", "external", "platform", "rooms", "materials", "travel",
    "staff", "evaluation", "other", "employee", "team", "organisation", "society", "productivity", "retention",
    "custom", "be-public", "be-pc-200", "be-pc-329.01", "nl-cao-po", "nl-cao-vo", "nl-cao-mbo",
    "nl-cao-architecten",
];

/// What the bytes 1–31 mean in a text; where several fit, the first one is used.
#[rustfmt::skip] // as many on a line as fit
pub(super) const PIECES: [&str; 31] = [
    "Jaarplan Duurzaam leren 20", " van ", " de ", "deel", "kost", "leid", "tijd", "aar", "en ", "erk", "ing",
    "per", "al", "an", "ar", "ch", "e ", "ek", "el", "en", "er", "ge", "ie", "in", "le", "on", "s ", "st", "t ",
    "ti", "ur",
];
/// In a text, the byte before one below 32 that is not a piece but itself.
pub(super) const LITERAL: u8 = 0;

// The first byte of a value says what kind of value it is.

/// `null`.
pub(super) const NULL: u8 = 0;
/// `false`.
pub(super) const FALSE: u8 = 1;
/// `true`.
pub(super) const TRUE: u8 = 2;
/// A list: the count of its members, and the members.
pub(super) const LIST: u8 = 3;
/// An object: the count of its members; of each the key and the value.
pub(super) const OBJECT: u8 = 4;
/// A number as written: the count of its bytes, and the bytes.
pub(super) const DIGITS: u8 = 5;
/// A text: the count of its bytes, and the bytes.
pub(super) const TEXT: u8 = 6;
/// A number, a count of which 0 to [`MOST_PLACES`] digits are behind the point: the first byte of eight.
pub(super) const PLACES: u8 = 8;
/// The most digits behind the point that have a first byte.
pub(super) const MOST_PLACES: u8 = 7;
/// A number, a count followed by 1 to [`MOST_ZEROS`] zeros: the first byte of eight.
pub(super) const ZEROS: u8 = 16;
/// The most zeros at the end that have a first byte.
pub(super) const MOST_ZEROS: u8 = 8;
/// An object of one of the [`SHAPES`]: a count whose bits say which keys it has, and their values.
pub(super) const SHAPE: u8 = 24;
/// One of the [`WORDS`].
pub(super) const WORD: u8 = 56;
/// One of the numbers from 0 to [`MOST_SMALL`].
pub(super) const SMALL: u8 = 120;
/// The largest number that has a first byte of its own.
pub(super) const MOST_SMALL: u8 = 95;
/// A text of 0 to [`MOST_SHORT`] bytes, which follow.
pub(super) const SHORT: u8 = 216;
/// The longest text, in bytes, that has a first byte of its own.
pub(super) const MOST_SHORT: u8 = 39;

/// The keys of all [`SHAPES`], one row after the other. A key that is in several rows is written as the
/// first of them.
pub(super) fn known_keys() -> impl Iterator<Item = &'static str> {
    SHAPES.into_iter().flatten().copied()
}

/// Which keys of a shape an object has, the first key in the lowest bit; `None` if the object has other keys
/// or another order.
pub(super) fn keys_present(shape: &[&str], members: &[(String, Node)]) -> Option<u64> {
    let (mut present, mut rest) = (0, members);
    for (place, key) in shape.iter().enumerate() {
        if let [(own, _), behind @ ..] = rest
            && own == key
        {
            present |= 1 << place;
            rest = behind;
        }
    }
    rest.is_empty().then_some(present)
}

/// A text in UTF-8, with one byte in the place of each of the [`PIECES`].
pub(super) fn packed(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let piece =
            (1..).zip(PIECES).find_map(|(byte, piece)| Some((byte, rest.strip_prefix(piece)?)));
        if let Some((byte, behind)) = piece {
            bytes.push(byte);
            rest = behind;
            continue;
        }
        if first < ' ' {
            bytes.push(LITERAL);
        }
        let (own, behind) = rest.split_at(first.len_utf8());
        bytes.extend(own.as_bytes());
        rest = behind;
    }
    bytes
}

/// The text that was [`packed`]; `None` if it ends early or is not UTF-8.
pub(super) fn unpacked(packed: &[u8]) -> Option<String> {
    let (mut text, mut bytes) = (Vec::new(), packed.iter());
    while let Some(&byte) = bytes.next() {
        if byte == LITERAL {
            text.push(*bytes.next()?);
        } else if let Some(piece) = PIECES.get(usize::from(byte) - 1) {
            text.extend(piece.as_bytes());
        } else {
            text.push(byte);
        }
    }
    String::from_utf8(text).ok()
}

/// What the links of this version start with, without the `#`.
const START: &str = "jp1.";

/// The link with this payload.
pub(super) fn link_around(payload: &[u8]) -> String {
    let link = format!("{START}{}", BASE64URL_NOPAD.encode(payload));
    format!("#{link}.{}", checksum(&link))
}

/// The bytes of the payload, if the checksum matches. The link starts behind its `#`.
pub(super) fn verified_payload(link: &str) -> Option<Vec<u8>> {
    if link.len() > MAX_LENGTH {
        return None;
    }
    let (covered, found) = link.rsplit_once('.')?;
    if found != checksum(covered) {
        return None;
    }
    bytes_of_base64url(covered.strip_prefix(START)?)
}

/// The bytes of a base64url text. Bits left over at its end are ignored, whatever they are and even if they
/// are a whole character.
fn bytes_of_base64url(text: &str) -> Option<Vec<u8>> {
    // The library refuses such bits. In a text of whole groups of four there are none: they become part of
    // bytes that are then cut off.
    let missing = text.len().next_multiple_of(4) - text.len();
    let groups = format!("{text}{}", "A".repeat(missing));
    let mut bytes = BASE64URL_NOPAD.decode(groups.as_bytes()).ok()?;
    bytes.truncate(text.len() * 6 / 8);
    Some(bytes)
}

/// The CRC-32 of a text as seven digits in base 36. They are letters and digits only, so no mail program
/// takes a part of it for the punctuation behind a link.
fn checksum(text: &str) -> String {
    let crc = crc32(text.as_bytes());
    (0..7).rev().map(|place| last_digit_in_base_36(crc / 36_u32.pow(place))).collect()
}

/// The CRC-32 as in ZIP files and PNG images.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !crc
}

/// The last digit of a number in base 36, in lower case.
fn last_digit_in_base_36(number: u32) -> char {
    let digit = (number % 36) as u8;
    char::from(if digit < 10 { b'0' + digit } else { b'a' + (digit - 10) })
}
