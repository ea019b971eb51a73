//! The plan document as written: JSON text or a JavaScript object, before its meaning is read.

use hifijson::num::LexWrite;
use hifijson::str::LexAlloc;
use hifijson::token::Lex;
use hifijson::{Expect, SliceLexer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use std::fmt;

use super::error::{Code, InputError, InputErrors};

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
                let at = text.len() - lexer.as_slice().len();
                let before = text.get(..at).unwrap_or(text);
                let line = before.matches('\n').count() + 1;
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                let message = format!("not JSON: {what} at line {line}, column {column}");
                let example = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 12, "fte": 10.5 }] }"#;
                Err(InputError::new("", Code::NotJson, message).example(example).into())
            }
        }
    }

    /// The outermost value.
    pub fn root(&self) -> &Node {
        &self.root
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
                    self.path = format!("{}[{}]", self.path, list.len());
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
                    self.path = join(&self.path, &key);
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
        let mut keys: Vec<&str> = object.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        let mut reported = None;
        for (a, b) in keys.iter().zip(keys.iter().skip(1)) {
            if a == b && reported != Some(a) {
                reported = Some(a);
                let message = format!("the key \"{a}\" occurs more than once");
                self.errors.push(InputError::new(join(&self.path, a), Code::DuplicateKey, message));
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

/// The path of a member: `groups[0]` and `fte` give `groups[0].fte`.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
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
        let quoted = |text| hifijson::str::Display::new(text);
        match self {
            Self::Null | Self::Foreign | Self::TooDeep => f.write_str("null"),
            Self::Bool(truth) => truth.fmt(f),
            Self::Number(digits) => f.write_str(digits),
            Self::Text(text) => quoted(text.as_str()).fmt(f),
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
                    write!(f, "{}{}:{node}", if i > 0 { "," } else { "" }, quoted(key.as_str()))?;
                }
                f.write_str("}")
            }
        }
    }
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
        Ok(Node::Number(number.to_string()))
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
