//! A plan as a link: `#jp1.<payload>.<checksum>`, to share without a server.
//!
//! The format stands in `docs/links.md`. Links of `jp1` open for ever, so the tables here are only ever
//! added to at their ends: what stands in them never moves.
//!
//! ```
//! use jaarplan::{Document, link};
//! let plan = r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":14,"fte":12.50}]}"#;
//! let text = link::encode(&Document::parse(plan)?)?;
//! assert_eq!(text, "#jp1.OBmZAXkI6w85AwEbDIYK4gk.0q7lcam");
//! let mailed = format!("<https://intranet.example/learning{text}>.");
//! let linked = link::decode(&mailed).unwrap();
//! assert_eq!(linked.document.to_string(), plan);
//! assert_eq!(linked.model, "2026.1");
//! # Ok::<(), jaarplan::InputErrors>(())
//! ```

use std::fmt;

use crate::pieces;
use crate::plan::{Code, InputError, InputErrors, MAX_DEPTH, Node};
use crate::{Document, MODEL};

/// A link is at most this long, in characters.
///
/// A plan of a few thousand groups fits; what a payload of this length unpacks to stays below
/// [`MAX_BYTES`](crate::plan::MAX_BYTES).
pub const MAX_LENGTH: usize = 1 << 20;

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// The plan document, as it was when the link was made.
    pub document: Document,
    /// The version of the model that the link was made with, like [`MODEL`].
    pub model: String,
}

/// Why a text is not opened as a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// There is no link to a plan in it.
    NotALink,
    /// Part of the link is missing or changed: copy the whole link again.
    Damaged,
    /// The link is of a newer version, this one: open it with a newer Jaarplan.
    Newer(u32),
}

impl LinkError {
    /// The stable name, like `damaged-link`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotALink => "not-a-link",
            Self::Damaged => "damaged-link",
            Self::Newer(_) => "newer-link",
        }
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => f.write_str("this is no link to a plan; such a link holds #jp1."),
            Self::Damaged => {
                f.write_str("the link is damaged or not complete; copy the whole link again")
            }
            Self::Newer(version) => {
                write!(f, "the link is of version {version}; open it with a newer Jaarplan")
            }
        }
    }
}

impl std::error::Error for LinkError {}

// ── The tables ──────────────────────────────────────────────────────────────────────────────────

/// Objects whose keys are known, each with its keys in order. A row is never changed: a new field
/// makes a new row, at the end.
const SHAPES: [&str; 18] = [
    "low likely high",
    "schemaVersion title organisation year country sector calendar groups learning profCircles \
     facilitation costs subsidies budget value jaarplan actuals",
    "fullTimeHoursPerWeek hoursPerDay effectiveWeeks sicknessRate",
    "id name headcount fte leaders labourCostPerHour participation replacementShare \
     replacementCostFactor billableShare billableMarginPerHour learning",
    // As a person fills in the table of groups.
    "name headcount fte labourCostPerHour participation replacementShare leaders",
    "weekCycles profTrack formal developmentTalks",
    "count minutes proRata",
    "hours fixedHours proRata",
    "composition targetSize minSize maxSize sessions sessionHours preparationHours \
     facilitatorsPerCircle facilitatorPreparationHours facilitatorCapacityHours leadersPerCircle \
     maxCirclesPerLeader",
    "externalShare internalCostPerHour externalRatePerHour",
    "id label category basis amount cash",
    // As a person adds a cost line.
    "id basis cash label amount category",
    "id label basis amount of cap",
    "available spendRate contingency trainingFundLevy payroll",
    "horizonYears discountRate benefits inaction intangibles",
    "id label kind uplift annualValue turnover relativeReduction replacementCostShare lagMonths \
     halfLifeMonths attribution confidence",
    "skillHalfLifeYears sensitivity probability",
    "label for",
];

/// Texts that are often values. There is room for [`ROOM_FOR_WORDS`].
const WORDS: &str = "2026.1 BE NL mixed perGroup fixed perHead perFte perParticipant perFormalHour \
    perLearningHour perSession perCircle share external platform rooms materials travel staff \
    evaluation other employee team organisation society productivity retention custom be-public \
    be-pc-200 be-pc-329.01 nl-cao-po nl-cao-vo nl-cao-mbo nl-cao-architecten";

/// What the bytes from 1 to 31 stand for in a text; where several fit, the first one is taken.
const PIECES: [&str; 31] = [
    "Jaarplan Duurzaam leren 20",
    " van ",
    " de ",
    "deel",
    "kost",
    "leid",
    "tijd",
    "aar",
    "en ",
    "erk",
    "ing",
    "per",
    "al",
    "an",
    "ar",
    "ch",
    "e ",
    "ek",
    "el",
    "en",
    "er",
    "ge",
    "ie",
    "in",
    "le",
    "on",
    "s ",
    "st",
    "t ",
    "ti",
    "ur",
];
/// Before a byte below 32 that stands for itself.
const ITSELF: u8 = 0;

// The first byte of a value.
const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const LIST: u8 = 3;
const OBJECT: u8 = 4;
const DIGITS: u8 = 5;
const TEXT: u8 = 6;
/// A whole number follows, of which so many digits stand behind the point.
const PLACES: u8 = 8;
const MOST_PLACES: u8 = 7;
/// A whole number follows, with so many zeros behind it, at least one.
const ZEROS: u8 = 16;
const MOST_ZEROS: u8 = 8;
const SHAPE: u8 = 24;
const WORD: u8 = 56;
const ROOM_FOR_WORDS: u8 = 64;
/// The number itself.
const SMALL: u8 = 120;
const MOST_SMALL: u8 = 95;
/// A text of so many bytes.
const SHORT: u8 = 216;
const MOST_SHORT: u8 = 39;

/// The first key of all shapes that fits, with its place from 1.
fn known_key(fits: impl Fn(u64, &str) -> bool) -> Option<(u64, &'static str)> {
    let mut place = 0;
    for shape in &SHAPES {
        for key in shape.split(' ') {
            place += 1;
            if fits(place, key) {
                return Some((place, key));
            }
        }
    }
    None
}

/// Which keys of a shape an object has, as bits, when it has no others and has them in this order.
fn mask(shape: &str, members: &[(String, Node)]) -> Option<u64> {
    let (mut mask, mut rest) = (0, members);
    for (place, key) in shape.split(' ').enumerate() {
        if let [(own, _), behind @ ..] = rest
            && own == key
        {
            mask |= 1 << place;
            rest = behind;
        }
    }
    rest.is_empty().then_some(mask)
}

// ── Writing ─────────────────────────────────────────────────────────────────────────────────────

/// The link to a plan, from its `#` on; it goes behind the address of a page.
///
/// The document may be incomplete or wrong as a plan. Unknown fields, the order of the fields and the
/// digits of every number are kept; what JSON does not know becomes `null`, as it does in text.
///
/// # Errors
///
/// `too-large` for a document that makes a link above [`MAX_LENGTH`], and as [`Document::parse`] for one
/// that cannot be written as JSON.
pub fn encode(document: &Document) -> Result<String, InputErrors> {
    // A document that came from elsewhere than text may hold what no text does, like a number NaN.
    let document = Document::parse(&document.to_string())?;
    let mut writer = Writer { bytes: Vec::new() };
    writer.text(MODEL);
    writer.value(document.root());
    let mut link = "jp1.".to_owned();
    put_base64(&mut link, &writer.bytes);
    let checksum = checksum(&link);
    let link = format!("#{link}.{checksum}");
    if link.len() > MAX_LENGTH {
        let message = format!("the link would be longer than {MAX_LENGTH} characters");
        return Err(InputError::new("", Code::TooLarge, message).into());
    }
    Ok(link)
}

struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn value(&mut self, node: &Node) {
        match node {
            Node::Null | Node::Foreign | Node::TooDeep => self.bytes.push(NULL),
            Node::Bool(truth) => self.bytes.push(if *truth { TRUE } else { FALSE }),
            Node::Number(digits) => self.number(digits),
            Node::Text(text) => self.text(text),
            Node::List(list) => {
                self.bytes.push(LIST);
                self.count(list.len() as u64);
                for node in list {
                    self.value(node);
                }
            }
            Node::Object(members) => self.object(members),
        }
    }

    fn object(&mut self, members: &[(String, Node)]) {
        for (tag, shape) in (SHAPE..).zip(&SHAPES) {
            if let Some(mask) = mask(shape, members) {
                self.bytes.push(tag);
                self.count(mask);
                for (_, node) in members {
                    self.value(node);
                }
                return;
            }
        }
        self.bytes.push(OBJECT);
        self.count(members.len() as u64);
        for (key, node) in members {
            let place = known_key(|_, known| known == key).map_or(0, |(place, _)| place);
            self.count(place);
            if place == 0 {
                self.long_text(&packed(key));
            }
            self.value(node);
        }
    }

    fn number(&mut self, digits: &str) {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let places = u8::try_from(fraction.len()).unwrap_or(u8::MAX);
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        match [whole, fraction].concat().parse::<u64>() {
            Ok(number) if plain && places <= MOST_PLACES => self.plain_number(number, places),
            _ => {
                self.bytes.push(DIGITS);
                self.long_text(digits.as_bytes());
            }
        }
    }

    fn plain_number(&mut self, mut number: u64, places: u8) {
        match u8::try_from(number) {
            Ok(small) if places == 0 && small <= MOST_SMALL => self.bytes.push(SMALL + small),
            _ => {
                let mut zeros = 0;
                while places == 0 && zeros < MOST_ZEROS && number.is_multiple_of(10) {
                    number /= 10;
                    zeros += 1;
                }
                self.bytes.push(if zeros > 0 { ZEROS + zeros - 1 } else { PLACES + places });
                self.count(number);
            }
        }
    }

    fn text(&mut self, text: &str) {
        for (tag, word) in (WORD..WORD + ROOM_FOR_WORDS).zip(WORDS.split(' ')) {
            if word == text {
                self.bytes.push(tag);
                return;
            }
        }
        let text = packed(text);
        match u8::try_from(text.len()) {
            Ok(length) if length <= MOST_SHORT => {
                self.bytes.push(SHORT + length);
                self.bytes.extend(text);
            }
            _ => {
                self.bytes.push(TEXT);
                self.long_text(&text);
            }
        }
    }

    fn long_text(&mut self, text: &[u8]) {
        self.count(text.len() as u64);
        self.bytes.extend(text);
    }

    /// Seven bits in each byte, the lowest first; 128 in all but the last.
    #[allow(clippy::cast_possible_truncation)] // seven bits
    fn count(&mut self, mut count: u64) {
        while count > 127 {
            self.bytes.push(count as u8 | 128);
            count >>= 7;
        }
        self.bytes.push(count as u8);
    }
}

/// A text in UTF-8, with a byte in the place of each of the [`PIECES`].
fn packed(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let piece =
            (1..).zip(&PIECES).find_map(|(byte, piece)| Some((byte, rest.strip_prefix(piece)?)));
        if let Some((byte, behind)) = piece {
            bytes.push(byte);
            rest = behind;
            continue;
        }
        if first < ' ' {
            bytes.push(ITSELF);
        }
        let (own, behind) = rest.split_at(first.len_utf8());
        bytes.extend(own.as_bytes());
        rest = behind;
    }
    bytes
}

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────

/// The plan in a link: the fragment with or without its `#`, or the whole address.
///
/// What mail programs and people do to a link does no harm: signs around it, spaces, line breaks and
/// invisible or foreign characters in it, and `%2E` for a point. Any other change is refused.
///
/// # Errors
///
/// [`LinkError`]; never another plan than the one that the link was made from.
pub fn decode(text: &str) -> Result<Linked, LinkError> {
    // Each character of a link may have become three, and those five.
    if text.len() > 8 * MAX_LENGTH {
        return Err(LinkError::Damaged);
    }
    let text = repaired(text);
    let versioned = text.strip_prefix("jp").ok_or(LinkError::NotALink)?;
    let version = versioned.split_once('.').map_or(versioned, |(version, _)| version);
    match version.parse::<u32>() {
        Ok(1) => {}
        Ok(version) if version > 1 => return Err(LinkError::Newer(version)),
        _ => return Err(LinkError::NotALink),
    }
    unsealed(&text).and_then(|bytes| linked(&bytes)).ok_or(LinkError::Damaged)
}

/// The bytes of the payload, when the checksum says that they are whole.
fn unsealed(text: &str) -> Option<Vec<u8>> {
    let (sealed, found) = pieces::cut_last(text, b'.').filter(|_| text.len() <= MAX_LENGTH)?;
    if found != checksum(sealed) {
        return None;
    }
    from_base64(sealed.strip_prefix("jp1.")?)
}

fn linked(bytes: &[u8]) -> Option<Linked> {
    let mut reader = Reader { bytes: bytes.iter(), json: String::new() };
    reader.value(0)?;
    let model = std::mem::take(&mut reader.json);
    let model = Document::parse(&model).ok()?;
    let Node::Text(model) = model.root() else { return None };
    reader.value(MAX_DEPTH)?;
    // What may stand in a document, keys that occur twice included, is decided in one place.
    let document = Document::parse(&reader.json).ok()?;
    reader.bytes.next().is_none().then(|| Linked { document, model: model.clone() })
}

/// The link itself, without what happened to it on the way.
///
/// No sign of a link is lost here but by damage, which the checksum then finds.
fn repaired(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..2 {
        let (mut bytes, mut read) = (text.bytes(), String::with_capacity(text.len()));
        while let Some(mut byte) = bytes.next() {
            let mut behind = bytes.clone();
            let mut coded = || Some(hex(behind.next()?)? << 4 | hex(behind.next()?)?);
            if byte == b'%'
                && let Some(meant) = coded()
            {
                (byte, bytes) = (meant, behind);
            }
            if byte.is_ascii_graphic() {
                read.push(char::from(byte));
            }
        }
        text = read;
    }
    let link = pieces::last(&text, b'#');
    let is_around: fn(char) -> bool = |c| !c.is_ascii_alphanumeric();
    link.trim_matches(is_around).to_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Writes the JSON text of what the bytes say; `None` when they say nothing that can be.
struct Reader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    json: String,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<()> {
        let tag = *self.bytes.next()?;
        match tag {
            NULL => self.json.push_str("null"),
            FALSE => self.json.push_str("false"),
            TRUE => self.json.push_str("true"),
            LIST | OBJECT => {
                let depth = depth.checked_sub(1)?;
                self.json.push(if tag == LIST { '[' } else { '{' });
                for i in 0..self.count()? {
                    self.comma(i > 0);
                    if tag == OBJECT {
                        match self.count()? {
                            0 => self.long_text()?,
                            key => self.quote(known_key(|place, _| place == key)?.1),
                        }
                        self.json.push(':');
                    }
                    self.value(depth)?;
                }
                self.json.push(if tag == LIST { ']' } else { '}' });
            }
            DIGITS => {
                for _ in 0..self.count()? {
                    let byte = self.bytes.next().filter(|byte| byte.is_ascii())?;
                    self.json.push(char::from(*byte));
                }
            }
            TEXT => self.long_text()?,
            PLACES..ZEROS => {
                let (mut digits, places) = (self.count()?.to_string(), usize::from(tag - PLACES));
                while digits.len() <= places {
                    digits.insert(0, '0');
                }
                let (whole, fraction) = digits.split_at_checked(digits.len() - places)?;
                self.json.push_str(whole);
                if places > 0 {
                    self.json.push('.');
                    self.json.push_str(fraction);
                }
            }
            ZEROS..SHAPE => {
                let number = self.count()?;
                self.json.push_str(&number.to_string());
                for _ in ZEROS..=tag {
                    self.json.push('0');
                }
            }
            SHAPE..WORD => {
                self.shaped(SHAPES.get(usize::from(tag - SHAPE))?, depth.checked_sub(1)?)?;
            }
            WORD..SMALL => {
                let word = WORDS.split(' ').nth(usize::from(tag - WORD))?;
                self.quote(word);
            }
            SMALL..SHORT => self.json.push_str(&u64::from(tag - SMALL).to_string()),
            SHORT.. => self.text(u64::from(tag - SHORT))?,
            _ => return None,
        }
        Some(())
    }

    fn shaped(&mut self, shape: &str, depth: usize) -> Option<()> {
        let mut mask = self.count()?;
        self.json.push('{');
        let mut first = true;
        for key in shape.split(' ') {
            if mask & 1 == 1 {
                self.comma(!first);
                first = false;
                self.quote(key);
                self.json.push(':');
                self.value(depth)?;
            }
            mask >>= 1;
        }
        self.json.push('}');
        (mask == 0).then_some(())
    }

    fn count(&mut self) -> Option<u64> {
        let (mut count, mut shift) = (0, 0);
        loop {
            let byte = *self.bytes.next()?;
            let part = u64::from(byte & 127);
            // What would be shifted out is no count.
            count |= part.checked_shl(shift).filter(|shifted| shifted >> shift == part)?;
            shift += 7;
            if byte < 128 {
                return Some(count);
            }
        }
    }

    fn long_text(&mut self) -> Option<()> {
        let length = self.count()?;
        self.text(length)
    }

    /// A text of so many bytes, as it was [`packed`].
    fn text(&mut self, length: u64) -> Option<()> {
        let (mut text, mut itself) = (Vec::new(), false);
        for _ in 0..length {
            let byte = *self.bytes.next()?;
            match usize::from(byte).checked_sub(1).and_then(|place| PIECES.get(place)) {
                Some(piece) if !itself => text.extend(piece.as_bytes()),
                None if byte == ITSELF && !itself => {
                    itself = true;
                    continue;
                }
                _ => text.push(byte),
            }
            itself = false;
        }
        self.quote(&String::from_utf8(text).ok().filter(|_| !itself)?);
        Some(())
    }

    fn quote(&mut self, text: &str) {
        self.json.push_str(&Node::Text(text.to_owned()).to_string());
    }

    fn comma(&mut self, needed: bool) {
        if needed {
            self.json.push(',');
        }
    }
}

// ── Bytes as characters ─────────────────────────────────────────────────────────────────────────

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// base64url without the signs at its end.
fn put_base64(text: &mut String, bytes: &[u8]) {
    let mut put = |six: u32| {
        let sign = usize::try_from(six & 63).ok().and_then(|six| ALPHABET.get(six));
        text.extend(sign.copied().map(char::from));
    };
    let (mut held, mut bits) = (0_u32, 0);
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        bits += 8;
        while bits >= 6 {
            bits -= 6;
            put(held >> bits);
        }
    }
    if bits > 0 {
        put(held << (6 - bits));
    }
}

fn from_base64(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_usize, 0);
    for sign in text.bytes() {
        held = held << 6 | ALPHABET.iter().position(|&known| known == sign)?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            #[allow(clippy::cast_possible_truncation)]
            // what was taken already is above these eight
            bytes.push((held >> bits) as u8);
        }
    }
    Some(bytes)
}

/// The CRC-32 of a text, in seven digits and small letters: no mail program takes such a sign for the
/// end of the link.
fn checksum(text: &str) -> String {
    let mut crc = !0_u32;
    for byte in text.bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    let (mut rest, mut signs) = (!crc, String::new());
    for _ in 0..7 {
        signs.insert(0, char::from_digit(rest % 36, 36).unwrap_or_default());
        rest /= 36;
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Country, fields};
    use crate::rules::sectors;
    use crate::text::Locale;
    use proptest::prelude::*;

    const EXAMPLES: [&str; 4] = [
        include_str!("../examples/basisschool.json"),
        include_str!("../examples/kmo.json"),
        include_str!("../examples/woonzorgcentrum.json"),
        include_str!("../tests/cases/full.json"),
    ];

    fn keys() -> impl Iterator<Item = &'static str> {
        SHAPES.iter().flat_map(|shape| shape.split(' '))
    }

    /// Three groups with names and their own wages, and a dozen other fields.
    const TYPICAL: &str = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
        "title": "Jaarplan Duurzaam leren 2027", "organisation": "Ziekenhuis Noord",
        "groups": [
            { "name": "Verpleegkundigen", "headcount": 120, "fte": 96.5, "labourCostPerHour": 46.75,
              "participation": 0.85, "replacementShare": 0.6, "leaders": 8 },
            { "name": "Administratie", "headcount": 34, "fte": 28.2, "labourCostPerHour": 41.30,
              "participation": 0.75, "leaders": 3 },
            { "name": "Technische dienst en keuken", "headcount": 22, "fte": 20.5,
              "labourCostPerHour": 38.9, "replacementShare": 0.3 }],
        "learning": { "weekCycles": { "count": 38, "minutes": 20 }, "formal": { "hours": 12 } },
        "profCircles": { "targetSize": 7, "sessions": 5, "sessionHours": 1.5 },
        "facilitation": { "externalShare": 0.25 },
        "budget": { "available": 180000 }, "value": { "horizonYears": 4 } }"#;

    fn parse(text: &str) -> Document {
        Document::parse(text).unwrap()
    }

    fn link(text: &str) -> String {
        encode(&parse(text)).unwrap()
    }

    #[track_caller]
    fn stays(text: &str) {
        let (document, link) = (parse(text), link(text));
        let linked = decode(&link).unwrap_or_else(|error| panic!("{error}: {text} as {link}"));
        assert_eq!(linked, Linked { document, model: MODEL.to_owned() }, "{link}");
    }

    /// A link of these bytes, with its checksum.
    fn sealed(bytes: &[u8]) -> String {
        let mut link = "jp1.".to_owned();
        put_base64(&mut link, bytes);
        let checksum = checksum(&link);
        format!("#{link}.{checksum}")
    }

    #[test]
    fn links_are_short() {
        assert_eq!(link(TYPICAL).len(), 212);
        assert_eq!(EXAMPLES.map(|text| link(text).len()), [443, 93, 852, 597]);
    }

    #[test]
    fn a_plan_comes_back_as_it_was() {
        EXAMPLES.into_iter().chain([TYPICAL]).for_each(stays);
    }

    #[test]
    fn anything_that_json_can_say_comes_back() {
        for number in [
            "0",
            "-0",
            "1",
            "95",
            "96",
            "100",
            "101",
            "127",
            "128",
            "1000",
            "250000",
            "1000000000",
            "10000000000",
            "2027",
            "0.0",
            "0.00",
            "0.5",
            "0.50",
            "41.30",
            "100.0",
            "100.00",
            "1e3",
            "1E-5",
            "0.1234567",
            "0.12345678",
            "0.0000001",
            "-5",
            "-0.5",
            "999999999999.999999",
            "18446744073709551615",
            "18446744073709551616",
            "1844674407370955161.5",
            "1.5e+300",
        ] {
            stays(number);
            stays(&format!(r#"{{"groups":[{{"fte":{number}}},{number}]}}"#));
        }
        for text in [
            "",
            " ",
            "a",
            "mixed",
            "Mixed",
            "id",
            "2026.1",
            "Zorg en welzijn",
            "Café «Ünïque»",
            "日本 🎓",
            r"\u0000",
            r"\u0001\u001f\u007f",
            r"een\ntwee\r\ndrie\tvier",
            r#"\"\\"#,
            "enenen",
            "een en ander",
            "Jaarplan Duurzaam leren 2027",
            "Jaarplan Duurzaam leren 2",
            "\u{200b}\u{feff}\u{2028}",
        ] {
            stays(&format!("\"{text}\""));
            stays(&format!(
                r#"{{"{text}":"{text}","groups":[{{"name":"{text}","{text}x":null}}]}}"#
            ));
        }
        for length in [38, 39, 40, 41, 127, 128, 129, 16_383, 16_384, 40_000] {
            stays(&format!("\"{}\"", "x".repeat(length)));
            stays(&format!("[{}0]", "[],".repeat(length)));
        }
        for whole in [
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[[],{},[{}]]",
            r#"{"":1}"#,
            r#"{"for":1,"label":2}"#,
            r#"{"hours":1}"#,
            r#"{"hours":null,"proRata":false,"note":{"likely":1,"low":0}}"#,
            r#"{"year":2027,"schemaVersion":1,"groups":[],"title":"later"}"#,
            r#"{"likely":1,"low":2,"high":3}"#,
            r#"{"low":1,"likely":2,"high":3,"mode":4}"#,
            r#"{"jaarplan":{"doelen":["a","b"],"diep":{"er":[{"id":1}]}},"actuals":{"2027":{"cash":12.50}}}"#,
        ] {
            stays(whole);
        }
        let deep = MAX_DEPTH;
        stays(&format!("{}{}", "[".repeat(deep), "]".repeat(deep)));
        stays(&format!("{}0{}", r#"{"learning":"#.repeat(deep), "}".repeat(deep)));
        stays(&format!("{}0{}", r#"{"x":"#.repeat(deep), "}".repeat(deep)));
    }

    /// Links that are out in the world: these lines never change, and new ones are added.
    #[test]
    #[rustfmt::skip]
    fn old_links_open_for_ever() {
        let small = decode("#jp1.OBmZAXkI6w85AwEbDIYK4gk.0q7lcam").unwrap();
        assert_eq!(small.document.to_string(), r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":14,"fte":12.50}]}"#);
        assert_eq!(small.model, "2026.1");
        let full = decode(OLD).unwrap();
        assert_eq!(full.document, parse(include_str!("../tests/cases/full.json")));
        assert_eq!(full.model, "2026.1");
    }

    const OLD: &str = "#jp1.OBn__wd52wEyN-xXbxp6b3JnYxR0cnVtIEQRQmV1awjrDzlXGg-eCUylCz8DAhv_H9x6b3Jn41pvcmd\
        rdW5kaRZuEAwJxQeACeIDCQgJBgkMCQEJfR0PHgeWpQEfBYQCHweCfAIfAQkPG_8f2xxhZtxTdGFmjwnJAXu\
        vCQl4eXh4AB0PHgeglgIfBYgCHweIeAIfAXog_x87gH2CfnoJBXl5EAx5eiEHChkJ4gMQDwMCIj_eY28fc2V\
        z40V4dBVuEW9wBgsURkGbAiI_23cNbOFMZQ9uCyB3DWxJPQnZYQEDAiQ_23ZvduhWbGFhbRtvcAYLc3YVbG9\
        mQQrTCwMAEwIkP9xmGmRz4lNlY3RvcmYaZHNFCQMDAd5jbx9zZXMSBSUfExkKSwoFCwEUWSYfewoEAwMnjx5\
        S5VByb2R1Yx52aXRlaXRSCgWEhnl5J-cbU-NNGGQVIHYVbG9vcFMLbAoFChWEeXknlx7eY2xhaW1z5E0YZBU\
        gGGNpZBR0FFQTBH6QCQUJBygHfQkCCQUDASkD31cKcBl6F3JOBAEABGdvDXPoTBUJZGkQHWJpaiBoZR13Chg\
        A.0ajh5nh";

    #[test]
    fn every_field_and_choice_has_a_short_name() {
        for field in fields::ALL {
            for key in field.path.split('.').map(|key| key.trim_end_matches("[]")) {
                assert!(keys().any(|known| known == key), "{key}");
            }
        }
        for country in [Country::Be, Country::Nl] {
            for sector in sectors(country) {
                assert!(WORDS.split(' ').any(|word| word == sector), "{sector}");
            }
        }
        assert!(WORDS.split(' ').any(|word| word == MODEL));
        assert!(WORDS.split(' ').count() <= usize::from(ROOM_FOR_WORDS));
        assert!(SHAPES.len() <= usize::from(WORD - SHAPE));
        assert!(SHAPES.iter().all(|shape| shape.split(' ').count() < 64));
        const {
            assert!(u8::MAX - SHORT == MOST_SHORT && SMALL + MOST_SMALL < SHORT);
            assert!(PLACES + MOST_PLACES < ZEROS && ZEROS + MOST_ZEROS == SHAPE);
        }
    }

    #[test]
    fn the_pages_name_the_model_of_the_code() {
        let model = format!("**{MODEL}**");
        assert!(include_str!("../docs/model.md").contains(&format!("Model version {model}")));
        assert!(include_str!("../docs/plan-document.md").contains(&format!("model, now {MODEL} ")));
    }

    #[test]
    fn the_page_has_the_tables_of_the_code() {
        let page = include_str!("../docs/links.md");
        let shapes = SHAPES
            .iter()
            .enumerate()
            .map(|(row, shape)| format!("| {row} | `{}` |\n", shape.replace(' ', "` `")));
        assert!(page.contains(&shapes.collect::<String>()));
        let listed = |heading: &str| {
            let list = page.split(heading).nth(1).unwrap().split('`').skip(1).step_by(2);
            list.map(|item| item.replace('_', " ")).collect::<Vec<_>>()
        };
        assert!(listed("for a space:").starts_with(&PIECES.map(str::to_owned)));
        assert!(
            listed("from 0 on:")
                .iter()
                .map(String::as_str)
                .zip(WORDS.split(' '))
                .all(|(a, b)| a == b)
        );
        assert!(page.contains(&format!("more than {}\n", Locale::En.number(MAX_LENGTH as f64, 0))));
    }

    /// Refused, or the plan that it was.
    #[track_caller]
    fn never_another(damaged: &str, whole: &Linked) {
        if let Ok(opened) = decode(damaged) {
            assert_eq!(&opened, whole, "{damaged}");
        }
    }

    #[test]
    fn a_changed_character_never_gives_another_plan() {
        let sample = link(include_str!("../examples/kmo.json"));
        let (whole, signs) = (decode(&sample).unwrap(), sample.chars().collect::<Vec<_>>());
        let text = |signs: &[char]| signs.iter().collect::<String>();
        let others: Vec<char> = (' '..='~').chain(['\n', '\u{200b}', 'é', '–']).collect();
        let mut refused = 0;
        for at in 0..signs.len() {
            let mut without = signs.clone();
            without.remove(at);
            never_another(&text(&without), &whole);
            never_another(&text(&signs[..at]), &whole);
            never_another(&text(&signs[at..]), &whole);
            for other in (at + 1)..signs.len() {
                let mut swapped = signs.clone();
                swapped.swap(at, other);
                never_another(&text(&swapped), &whole);
            }
            for &other in &others {
                let (mut changed, mut longer) = (signs.clone(), signs.clone());
                changed[at] = other;
                longer.insert(at, other);
                never_another(&text(&changed), &whole);
                never_another(&text(&longer), &whole);
                refused += u32::from(decode(&text(&changed)).is_err());
            }
        }
        // What is left: the sign itself, and another one in the place of the `#`.
        assert!(refused as usize > signs.len() * (others.len() - 2), "{refused}");
    }

    #[test]
    #[rustfmt::skip]
    fn what_happens_to_links_on_the_way_is_repaired() {
        let sample = link(TYPICAL);
        let (bare, whole) = (sample.trim_start_matches('#'), decode(&sample).unwrap());
        let inside = |sign: &str| {
            let (start, end) = sample.split_at(70);
            format!("{start}{sign}{end}")
        };
        let percent = |text: &str, signs: &[char]| -> String {
            let coded = |c: char| if signs.contains(&c) { format!("%{:02X}", u32::from(c)) } else { c.to_string() };
            text.chars().map(coded).collect()
        };
        for text in [
            bare.to_owned(),
            format!("https://intranet.example/leren/plan.html?v=2{sample}"),
            format!("file:///C:/Users/An%20Peeters/jaarplan.html{sample}"),
            format!("https://jp1.example.org/{sample}"),
            format!("https://app.example/#/plannen#{bare}"),
            format!("{sample}."), format!("{sample},"), format!("{sample}; "), format!("{sample}:"),
            format!("{sample}!"), format!("{sample}?"), format!("({sample})"), format!("<{sample}>"),
            format!("“{sample}”."), format!("'{sample}'"), format!("\"{sample}\""), format!("**{sample}**"),
            format!("  \u{feff}{sample}\u{a0}\r\n"),
            inside("\r\n"), inside(" "), inside("\u{200b}"), inside("\u{ad}"), inside("\u{2060}"), inside("\n\t"),
            percent(&sample, &['.']), percent(&sample, &['#', '.', '-', '_']),
            percent(&sample, &['#', '.']).to_lowercase().replace(&percent(bare, &['.']).to_lowercase(), &percent(bare, &['.'])),
            percent(&percent(&sample, &['#', '.']), &['%']),
            percent(&sample, &sample.chars().collect::<Vec<_>>()),
            inside("%E2%80%8B"), inside("%0D%0A"),
        ] {
            assert_eq!(decode(&text).as_ref(), Ok(&whole), "{text}");
        }
    }

    #[track_caller]
    fn refused(text: &str, expected: LinkError) {
        assert_eq!(decode(text), Err(expected), "{text}");
    }

    #[test]
    #[rustfmt::skip]
    fn what_is_refused_says_why() {
        use LinkError::{Damaged, Newer, NotALink};
        let sample = link(TYPICAL);
        for none in ["", " ", "#", "#.", "#inhoud", "#jp", "#jpeg", "#jp1x", "jaarplan", "https://example.org/",
                     "https://example.org/#top", "#jp0.AAAA.0000000", "#jp-1.AAAA", "#jp1,5", "%", "%23", "日本"] {
            refused(none, NotALink);
        }
        for newer in ["#jp2", "#jp2.AAAA.0000000", "https://example.org/#jp2.whatever!"] {
            refused(newer, Newer(2));
        }
        refused("#jp12.AAAA", Newer(12));
        refused("#jp4294967296.AAAA", NotALink);
        for damaged in ["#jp1", "#jp1.", "#jp1..", "#jp1.AAAA", "#jp1.AAAA.0000000", "#jp01.AAAA.0000000", "#jp1.%.x"] {
            refused(damaged, Damaged);
        }
        refused(&sample[..sample.len() - 1], Damaged);
        refused(&sample.to_uppercase().replace("JP1", "jp1"), Damaged);
        refused(&format!("{sample}{sample}x"), Damaged);
        refused(&format!("{sample} en bedankt"), Damaged);
        for error in [Damaged, Newer(2), NotALink] {
            assert!(!error.to_string().is_empty() && error.as_str().ends_with("link"));
        }
    }

    #[test]
    fn what_nobody_encodes_is_refused() {
        let model = [WORD];
        for bytes in [
            &[][..],                                                   // no plan
            &[NULL],                                                   // no plan
            &[7],                                                      // no such value
            &[LIST, 255],                                              // an endless count
            &[LIST, 255, 255, 255, 255, 127],                          // more than there is
            &[PLACES, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2], // above 64 bits
            &[ZEROS, 0],                                               // 00
            &[DIGITS, 1, b'-'],                                        // no number
            &[DIGITS, 3, b'N', b'a', b'N'],
            &[DIGITS, 0],
            &[SHAPE + 31, 0],               // no such shape
            &[SHAPE, 8, NULL],              // a key that the shape does not have
            &[SHAPE, 1],                    // no value
            &[WORD + ROOM_FOR_WORDS - 1],   // no such word
            &[OBJECT, 1, 200, 1, NULL],     // no such key
            &[OBJECT, 2, 1, NULL, 1, NULL], // a key twice
            &[OBJECT, 2, 0, 3, b'l', b'o', b'w', NULL, 1, NULL],
            &[SHORT + 2, b'a'], // a text that ends early
            &[SHORT + 1, 0xc3], // no UTF-8
            &[SHORT + 1, ITSELF],
            &[TEXT, 255, 255, 255, 255, 127, b'a'],
            &[NULL, NULL], // bytes behind the plan
        ] {
            let valid = bytes == [NULL];
            let link = sealed(&[&model, bytes].concat());
            assert_eq!(decode(&link).is_ok(), valid, "{bytes:?}");
        }
        // Nor is there a plan without a model, or one whose model is no text.
        assert!(decode(&sealed(&[])).is_err());
        assert!(decode(&sealed(&[SMALL, NULL])).is_err());
        assert!(decode(&sealed(&[LIST, 0, NULL])).is_err());
        let own = decode(&sealed(&[SHORT + 4, b'2', b'0', b'3', b'1', NULL])).unwrap();
        assert_eq!(own.model, "2031");
    }

    #[test]
    fn hostile_links_cost_little() {
        let deep = [vec![WORD], [LIST, 1].repeat(500_000)].concat();
        let wide = |one: &[u8], times: usize| {
            [&[WORD, LIST, 160, 141, 6][..], &one.repeat(times)].concat()
        };
        // 100,000 of each: 160 + 13 · 128 + 6 · 128² = 100,000.
        for bytes in [
            deep,
            wide(&[LIST, 0], 100_000),
            wide(&[SHAPE + 1, 0], 100_000),
            wide(&[OBJECT, 1, 0, 1, b'x', NULL], 100_000),
        ] {
            let _ = decode(&sealed(&bytes));
        }
        let far = [vec![WORD, OBJECT, 160, 141, 6], [100, NULL].repeat(100_000)].concat();
        assert_eq!(decode(&sealed(&far)), Err(LinkError::Damaged));
        refused(&"#".repeat(9 * MAX_LENGTH), LinkError::Damaged);
        refused(&format!("#jp1.{}", "%25".repeat(MAX_LENGTH)), LinkError::Damaged);
        refused(&format!("#jp1.{}.0000000", "A".repeat(MAX_LENGTH)), LinkError::Damaged);
        let large = Document::from(Node::List(vec![Node::Text("x".repeat(40)); 30_000]));
        assert_eq!(encode(&large).unwrap_err().errors[0].code, Code::TooLarge);
    }

    #[test]
    fn a_long_name_does_not_slow_down_what_stands_under_it() {
        let (name, list) = ("x".repeat(150_000), "0,".repeat(150_000));
        stays(&format!(r#"{{"{name}":[{list}{{"a":[{list}0]}}]}}"#));
    }

    #[test]
    fn what_json_cannot_say_is_null_or_refused() {
        let odd = |node| encode(&Document::from(Node::List(vec![node])));
        for node in [Node::Foreign, Node::TooDeep] {
            assert_eq!(decode(&odd(node).unwrap()).unwrap().document, parse("[null]"));
        }
        assert_eq!(odd(Node::from(f64::NAN)).unwrap_err().errors[0].code, Code::NotJson);
        let twice = Node::Object(vec![("a".to_owned(), Node::Null), ("a".to_owned(), Node::Null)]);
        assert_eq!(odd(twice).unwrap_err().errors[0].code, Code::DuplicateKey);
    }

    /// Documents with known and unknown keys, in any order.
    fn documents() -> impl Strategy<Value = Document> {
        let any_key = || {
            let known = (0..keys().count()).prop_map(|place| keys().nth(place).unwrap().to_owned());
            prop_oneof![4 => known, 1 => "\\PC{0,6}"]
        };
        let word = (0..WORDS.split(' ').count())
            .prop_map(|place| WORDS.split(' ').nth(place).unwrap().to_owned());
        let leaf = prop_oneof![
            Just(Node::Null),
            any::<bool>().prop_map(Node::Bool),
            "(0|[1-9][0-9]{0,20})(\\.[0-9]{1,9})?".prop_map(Node::Number),
            "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,3})?".prop_map(Node::Number),
            any::<u32>().prop_map(|number| Node::Number(number.to_string())),
            word.prop_map(Node::Text),
            "\\PC{0,50}".prop_map(Node::Text),
            "[\\x00-\\x7f]{0,12}".prop_map(Node::Text),
            "(en|er|ing| van |Jaarplan| |e|n|st){0,30}".prop_map(Node::Text),
        ];
        let node = leaf.prop_recursive(6, 60, 12, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..12).prop_map(Node::List),
                proptest::collection::btree_map(any_key(), inner.clone(), 0..12)
                    .prop_map(|members| Node::Object(members.into_iter().collect())),
                (0..SHAPES.len(), proptest::collection::vec(proptest::option::of(inner), 17))
                    .prop_map(|(shape, values)| {
                        let members = SHAPES[shape].split(' ').zip(values);
                        let stated =
                            |(key, node): (&str, Option<Node>)| Some((key.to_owned(), node?));
                        Node::Object(members.filter_map(stated).collect())
                    }),
            ]
        });
        node.prop_map(Document::from)
    }

    proptest! {
        #[test]
        fn every_document_comes_back(document in documents()) {
            let link = encode(&document).unwrap();
            let linked = decode(&link);
            prop_assert_eq!(linked, Ok(Linked { document, model: MODEL.to_owned() }), "{}", link);
        }

        #[test]
        fn any_bytes_are_a_document_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(linked) = decode(&sealed(&[&[WORD], &bytes[..]].concat())) {
                let again = decode(&encode(&linked.document).unwrap()).unwrap();
                prop_assert_eq!(again, linked);
            }
        }

        #[test]
        fn any_text_is_a_link_or_refused(text in "(#|jp1|jp2|\\.|%2E|%|[A-Z0-9a-z_-]{0,9}|\\PC){0,12}") {
            prop_assert!(decode(&text).is_err());
        }
    }
}
