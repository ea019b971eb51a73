//! The plan document as written: JSON text or a JavaScript object, before its meaning is read.

use hifijson::num::LexWrite;
use hifijson::str::LexAlloc;
use hifijson::token::Lex;
use hifijson::{Expect, SliceLexer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::collections::BTreeSet;
use std::fmt::{self, Write};

use super::error::{Code, InputError, InputErrors};
use super::notation::{enter, enter_item, join};
use crate::invariant::broken;

/// Brackets may be nested this deep.
pub const MAX_DEPTH: usize = 64;
/// A text may be this long, in bytes.
pub const MAX_BYTES: usize = 64 << 20;

/// A plan document as its owner wrote it, unknown fields included.
///
/// Numbers keep their digits, keys their order. [`Plan::read`](super::Plan::read) gives it meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    root: Node,
}

/// A value in a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`, or `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as the digits that were written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object: keys in the order in which they were written.
    Object(Vec<(String, Node)>),
    /// Something that JSON does not know, like a function.
    Foreign,
    /// Brackets nested deeper than [`MAX_DEPTH`].
    TooDeep,
}

impl Document {
    /// Reads JSON text. Keys that occur twice are refused, not dropped.
    ///
    /// # Errors
    ///
    /// `not-json`, `too-deep`, `too-large`, and `duplicate-key` for every key that repeats.
    pub fn parse(text: &str) -> Result<Self, InputErrors> {
        if text.len() > MAX_BYTES {
            let message = format!("the text is longer than {MAX_BYTES} bytes");
            return Err(InputError::new("", Code::TooLarge, message).into());
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lexer = SliceLexer::new(text.as_bytes());
        let mut parser = Parser { path: String::new(), errors: Vec::new() };
        let root =
            lexer.exactly_one(Lex::ws_peek, |next, lexer| parser.value(MAX_DEPTH, next, lexer));
        match root {
            Ok(root) if parser.errors.is_empty() => Ok(Self { root }),
            Ok(_) => Err(InputErrors { errors: parser.errors }),
            Err(Failure::TooDeep) => Err(too_deep(parser.path).into()),
            Err(Failure::NotJson(what)) => {
                // The lexer goes by bytes: it may stop within a sign.
                let at = text.floor_char_boundary(text.len() - lexer.as_slice().len());
                let (before, _) = text.split_at(at);
                let line = before.matches('\n').count() + 1;
                let last = before.rsplit_once('\n').map_or(before, |(_, last)| last);
                let column = last.chars().count() + 1;
                let message = format!("not JSON: {what} at line {line}, column {column}");
                let example = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 12, "fte": 10.5 }] }"#;
                let mut error = InputError::new("", Code::NotJson, message);
                error.example(example);
                Err(error.into())
            }
        }
    }

    /// The outermost value.
    pub fn root(&self) -> &Node {
        &self.root
    }

    pub(super) fn root_mut(&mut self) -> &mut Node {
        &mut self.root
    }
}

/// A number as the shortest decimal of a double.
impl From<f64> for Node {
    fn from(number: f64) -> Self {
        Self::Number(digits_of(number))
    }
}

impl From<Node> for Document {
    fn from(root: Node) -> Self {
        Self { root }
    }
}

pub(super) fn too_deep(path: String) -> InputError {
    let message = format!("brackets are nested deeper than {MAX_DEPTH}");
    InputError::new(path, Code::TooDeep, message)
}

enum Failure {
    NotJson(&'static str),
    TooDeep,
}

impl From<Expect> for Failure {
    fn from(expect: Expect) -> Self {
        Self::NotJson(match expect {
            Expect::Value => "a value is missing",
            Expect::Colon => "a colon is missing",
            Expect::String => "a key in double quotes is missing",
            Expect::CommaOrEnd => "a comma or a closing bracket is missing",
            Expect::ValueOrEnd => "a value or a closing bracket is missing",
            Expect::Eof => "there is text after the end",
        })
    }
}

struct Parser {
    path: String,
    errors: Vec<InputError>,
}

impl Parser {
    fn value(&mut self, depth: usize, next: u8, lexer: &mut SliceLexer) -> Result<Node, Failure> {
        match next {
            b'a'..=b'z' => match lexer.null_or_bool() {
                Some(Some(truth)) => Ok(Node::Bool(truth)),
                Some(None) => Ok(Node::Null),
                None => Err(Expect::Value.into()),
            },
            b'0'..=b'9' | b'-' => {
                let (digits, _) = lexer
                    .num_string()
                    .validated()
                    .map_err(|_| Failure::NotJson("a number is incomplete"))?;
                Ok(Node::Number(digits.into()))
            }
            b'"' => Ok(Node::Text(text(lexer.discarded())?)),
            b'[' => {
                let depth = depth.checked_sub(1).ok_or(Failure::TooDeep)?;
                let (mut list, end) = (Vec::new(), self.path.len());
                lexer.discarded().seq(b']', Lex::ws_peek, |next, lexer| {
                    enter_item(&mut self.path, list.len());
                    list.push(self.value(depth, next, lexer)?);
                    self.path.truncate(end);
                    Ok::<_, Failure>(())
                })?;
                Ok(Node::List(list))
            }
            b'{' => {
                let depth = depth.checked_sub(1).ok_or(Failure::TooDeep)?;
                let (mut object, end) = (Vec::new(), self.path.len());
                lexer.discarded().seq(b'}', Lex::ws_peek, |next, lexer| {
                    lexer.expect(|_| Some(next), b'"').ok_or(Expect::String)?;
                    let key = text(lexer)?;
                    lexer.expect(Lex::ws_peek, b':').ok_or(Expect::Colon)?;
                    enter(&mut self.path, &key);
                    let next = lexer.ws_peek().ok_or(Expect::Value)?;
                    let value = self.value(depth, next, lexer)?;
                    object.push((key, value));
                    self.path.truncate(end);
                    Ok::<_, Failure>(())
                })?;
                self.refuse_duplicates(&object);
                Ok(Node::Object(object))
            }
            _ => Err(Expect::Value.into()),
        }
    }

    fn refuse_duplicates(&mut self, object: &[(String, Node)]) {
        let (mut seen, mut repeated) = (BTreeSet::new(), BTreeSet::new());
        for (key, _) in object {
            if !seen.insert(key.clone()) && repeated.insert(key.clone()) {
                let message = format!("the key \"{key}\" occurs more than once");
                let path = join(&self.path, key);
                self.errors.push(InputError::new(path, Code::DuplicateKey, message));
            }
        }
    }
}

fn text(lexer: &mut SliceLexer) -> Result<String, Failure> {
    match lexer.str_string() {
        Ok(text) => Ok(text.into()),
        Err(_) => Err(Failure::NotJson("a text is incomplete or wrongly escaped")),
    }
}

impl Node {
    /// The member of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(k, _)| k == key).map(|(_, node)| node),
            _ => None,
        }
    }
}

/// JSON text, with the digits and the order of the original.
impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null | Self::Foreign | Self::TooDeep => f.write_str("null"),
            Self::Bool(truth) => truth.fmt(f),
            Self::Number(digits) => f.write_str(digits),
            Self::Text(text) => write_quoted(text, f),
            Self::List(list) => {
                f.write_str("[")?;
                for (i, node) in list.iter().enumerate() {
                    write!(f, "{}{node}", if i > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Object(object) => {
                f.write_str("{")?;
                for (i, (key, node)) in object.iter().enumerate() {
                    f.write_str(if i > 0 { "," } else { "" })?;
                    write_quoted(key, f)?;
                    write!(f, ":{node}")?;
                }
                f.write_str("}")
            }
        }
    }
}

/// A text in quotes. The JSON library has this too, but leaves U+0014 to U+001F as they are.
fn write_quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}"),
            '\n' => f.write_str("\\n"),
            '\r' => f.write_str("\\r"),
            '\t' => f.write_str("\\t"),
            ..' ' => write!(f, "\\u{:04x}", u32::from(c)),
            _ => f.write_char(c),
        }?;
    }
    f.write_char('"')
}

/// Numbers become doubles: this is how a document is handed to JavaScript.
impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.root.serialize(serializer)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Foreign | Self::TooDeep => serializer.serialize_none(),
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            // Only Rust code can put digits here that are none: those are no number.
            Self::Number(digits) => serializer.serialize_f64(digits.parse().unwrap_or(f64::NAN)),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.len()))?;
                for node in list {
                    seq.serialize_element(node)?;
                }
                seq.end()
            }
            Self::Object(object) => {
                let mut map = serializer.serialize_map(Some(object.len()))?;
                for (key, node) in object {
                    map.serialize_entry(key, node)?;
                }
                map.end()
            }
        }
    }
}

/// Takes in any value, to [`MAX_DEPTH`]; a JavaScript number becomes its shortest decimal.
impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { root: Levels(MAX_DEPTH + 1).deserialize(deserializer)? })
    }
}

/// How many levels of brackets may still follow.
struct Levels(usize);

impl<'de> DeserializeSeed<'de> for Levels {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Levels {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON knows")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Node, E> {
        Ok(Node::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Node, E> {
        Ok(Node::Foreign)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let Some(rest) = self.0.checked_sub(1).filter(|&rest| rest > 0) else {
            return Ok(Node::TooDeep);
        };
        let mut list = Vec::new();
        while let Some(node) = seq.next_element_seed(Levels(rest)).unwrap_or(Some(Node::Foreign)) {
            let broken = node == Node::Foreign;
            list.push(node);
            if broken {
                break;
            }
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let Some(rest) = self.0.checked_sub(1).filter(|&rest| rest > 0) else {
            return Ok(Node::TooDeep);
        };
        let mut object = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            object.push((key, map.next_value_seed(Levels(rest)).unwrap_or(Node::Foreign)));
        }
        Ok(Node::Object(object))
    }
}

/// Digits that read as the shortest decimal of a double would, to six places as well as to cents.
///
/// Behind six places stands one digit: of a large number the seventh, of any other one that says on which side of half
/// the rest lies. This is a tenth of the bytes of printing a double; what is larger than any number of a plan is only
/// hinted at.
fn digits_of(number: f64) -> String {
    let (sign, size) = (if number < 0.0 { "-" } else { "" }, number.abs());
    if number.is_nan() || number.is_infinite() {
        return format!("{sign}{}", if number.is_nan() { "NaN" } else { "inf" });
    }
    if size >= 1e13 {
        let (mut mantissa, mut exponent) = (size, 0);
        while mantissa >= 10.0 {
            mantissa /= 10.0;
            exponent += 1;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to 9
        let digit = mantissa as u8;
        return format!("{sign}{digit}e{exponent}");
    }
    let digits = if size < EXACT_BELOW {
        // A quotient of whole numbers is the double nearest to that decimal, so comparing doubles
        // compares the decimals that they are shortest for.
        let mut micros = (size * 1e6).floor();
        if micros / 1e6 > size {
            micros -= 1.0;
        } else if (micros + 1.0) / 1e6 <= size {
            micros += 1.0;
        }
        let rest = match micros / 1e6 {
            exact if exact == size => "",
            _ if (10.0 * micros + 5.0) / 1e7 <= size => "5",
            _ => "1",
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // whole, not negative, below 2⁵³
        let micros = micros as u64;
        format!("{}.{:06}{rest}", micros / 1_000_000, micros % 1_000_000)
    } else {
        // Doubles of this size lie further apart than decimals of seven places.
        let whole = size.trunc();
        let part = |scale: f64| ((size - whole) * scale).round() / scale;
        let scales = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];
        let Some(part) = scales.into_iter().map(part).find(|part| whole + part == size) else {
            broken("a double has more places than one of its size can have")
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // whole, not negative, below 1e13
        let (whole, places) = (whole as u64, (part * 1e7).round() as u64);
        format!("{}.{:07}", whole + places / 10_000_000, places % 10_000_000)
    };
    [sign, digits.trim_end_matches('0').trim_end_matches('.')].concat()
}

/// Below this, a number of ten-millionths is exact as a double; from here on, doubles lie further apart than those.
const EXACT_BELOW: f64 = 536_870_912.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;

    #[track_caller]
    fn check(number: f64) {
        let (short, printed) = (digits_of(number), number.to_string());
        assert!(!short.ends_with(['0', '.']) || !short.contains('.'), "{printed}: {short}");
        assert_eq!(Decimal::read(&short), Decimal::read(&printed), "{printed}: {short}");
        assert_eq!(
            Decimal::read_cents(&short),
            Decimal::read_cents(&printed),
            "{printed}: {short}"
        );
    }

    #[test]
    fn doubles_are_read_as_their_shortest_decimal() {
        for number in [
            0.0,
            -0.0,
            1.0,
            0.1,
            0.145,
            48.2,
            1e-7,
            5e-7,
            4.999_999_9e-7,
            0.005,
            0.004_999_999_6,
            1.005,
            0.1 + 0.2,
            1e12,
            999_999_999_999.0,
            1e13,
            1e308,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
            2.675,
            0.000_000_5,
            0.000_001_5,
            1.999_999_5,
            123_456.123_456_5,
            99_999_999.999_999_5,
            f64::INFINITY,
            9_007_199_254_740_993.0,
            1_234_567_890.12,
            1_681_827_636.834_049_5,
            8_110_570_441.036_201_5,
            536_870_911.999_999_9,
            536_870_912.000_000_1,
            f64::NAN,
        ] {
            check(number);
            check(-number);
        }
        // Decimals of up to eight places, and doubles in between.
        let mut state = 1_u64;
        for i in 0..200_000_u32 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let whole = f64::from(u32::try_from(state >> 40).unwrap());
            check(whole / [1.0, 1e2, 1e5, 1e6, 1e7, 1e8][i as usize % 6]);
            check(f64::from_bits((state >> 12) | (1020 + u64::from(i % 47)) << 52));
        }
    }
}
