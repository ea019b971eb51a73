//! Writes a document as the payload of a link.

use super::format::{
    DIGITS, FALSE, LIST, MOST_PLACES, MOST_SHORT, MOST_SMALL, MOST_ZEROS, NULL, OBJECT, PLACES,
    SHAPE, SHAPES, SHORT, SMALL, TEXT, TRUE, WORD, WORDS, ZEROS, keys_present, known_keys, packed,
};
use crate::invariant::broken;
use crate::plan::Node;
use crate::{Document, MODEL};

/// The bytes of a link: the version of the model and the document.
pub(super) fn payload(document: &Document) -> Vec<u8> {
    let mut writer = Writer { bytes: Vec::new() };
    writer.text(MODEL);
    writer.value(document.root());
    writer.bytes
}

/// Appends values to the bytes of a payload, each in the first form that fits.
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
        for (tag, shape) in (SHAPE..).zip(SHAPES) {
            if let Some(present) = keys_present(shape, members) {
                self.bytes.push(tag);
                self.count(present);
                for (_, node) in members {
                    self.value(node);
                }
                return;
            }
        }
        self.bytes.push(OBJECT);
        self.count(members.len() as u64);
        for (key, node) in members {
            if let Some((place, _)) = (1..).zip(known_keys()).find(|(_, known)| known == key) {
                self.count(place);
            } else {
                self.count(0);
                self.long_text(&packed(key));
            }
            self.value(node);
        }
    }

    fn number(&mut self, digits: &str) {
        match without_point(digits) {
            Some((number, 0)) => self.whole(number),
            Some((number, places)) => {
                self.bytes.push(PLACES + places);
                self.count(number);
            }
            None => {
                self.bytes.push(DIGITS);
                self.long_text(digits.as_bytes());
            }
        }
    }

    fn whole(&mut self, mut number: u64) {
        match u8::try_from(number) {
            Ok(small) if small <= MOST_SMALL => self.bytes.push(SMALL + small),
            _ => {
                let mut zeros = 0;
                while zeros < MOST_ZEROS && number.is_multiple_of(10) {
                    number /= 10;
                    zeros += 1;
                }
                self.bytes.push(if zeros > 0 { ZEROS + zeros - 1 } else { PLACES });
                self.count(number);
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((tag, _)) = (WORD..).zip(WORDS).find(|(_, word)| *word == text) {
            self.bytes.push(tag);
            return;
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

    fn count(&mut self, count: u64) {
        let Some((bytes, length)) = leb128fmt::encode_u64(count) else {
            broken("a count has at most 64 bits")
        };
        self.bytes.extend(bytes.iter().take(length));
    }
}

/// The digits of a number as one whole number, and how many of them are behind the point.
///
/// `None` for a number that has no such form: negative, with an exponent, or too long.
fn without_point(digits: &str) -> Option<(u64, u8)> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let places = u8::try_from(fraction.len()).ok().filter(|&places| places <= MOST_PLACES)?;
    // JSON has no `+` in front of a number: all that parses is digits.
    let number = format!("{whole}{fraction}").parse().ok()?;
    Some((number, places))
}
