//! Reads the payload of a link, whoever made it: its bytes may be anything.

use super::Linked;
use super::format::{
    DIGITS, FALSE, LIST, NULL, OBJECT, PLACES, SHAPE, SHAPES, SHORT, SMALL, TEXT, TRUE, WORD,
    WORDS, ZEROS, known_keys, unpacked,
};
use crate::Document;
use crate::plan::{MAX_DEPTH, Node};

/// What a payload holds; `None` if it is not that of a link.
pub(super) fn linked(payload: &[u8]) -> Option<Linked> {
    let mut reader = Reader { rest: payload, json: String::new() };
    reader.value(0)?;
    let model = Document::parse(&std::mem::take(&mut reader.json)).ok()?;
    let Node::Text(model) = model.root() else { return None };
    reader.value(MAX_DEPTH)?;
    // Only here is decided what a document may hold: no key twice, no number that is none.
    let document = Document::parse(&reader.json).ok()?;
    reader.rest.is_empty().then(|| Linked { document, model: model.clone() })
}

/// Takes values off the front of a payload and writes them as JSON text; `None` at the first byte
/// that makes no sense.
struct Reader<'a> {
    rest: &'a [u8],
    json: String,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: usize) -> Option<()> {
        let tag = self.byte()?;
        match tag {
            NULL => self.json.push_str("null"),
            FALSE => self.json.push_str("false"),
            TRUE => self.json.push_str("true"),
            LIST => self.list(depth.checked_sub(1)?)?,
            OBJECT => self.object(depth.checked_sub(1)?)?,
            DIGITS => {
                let digits = self.long_bytes()?;
                self.json.push_str(str::from_utf8(digits).ok().filter(|text| text.is_ascii())?);
            }
            TEXT => {
                let text = self.long_bytes()?;
                self.text(text)?;
            }
            PLACES..ZEROS => {
                let (number, places) = (self.count()?, usize::from(tag - PLACES));
                let mut digits = format!("{number:0width$}", width = places + 1);
                if places > 0 {
                    digits.insert(digits.len() - places, '.');
                }
                self.json.push_str(&digits);
            }
            ZEROS..SHAPE => {
                let number = self.count()?.to_string();
                self.json.push_str(&number);
                self.json.extend((ZEROS..=tag).map(|_| '0'));
            }
            SHAPE..WORD => {
                self.shaped(SHAPES.get(usize::from(tag - SHAPE))?, depth.checked_sub(1)?)?;
            }
            WORD..SMALL => self.quote(WORDS.get(usize::from(tag - WORD))?),
            SMALL..SHORT => self.json.push_str(&(tag - SMALL).to_string()),
            SHORT.. => {
                let text = self.bytes(u64::from(tag - SHORT))?;
                self.text(text)?;
            }
            _ => return None,
        }
        Some(())
    }

    fn list(&mut self, depth: usize) -> Option<()> {
        self.json.push('[');
        for i in 0..self.count()? {
            self.comma(i > 0);
            self.value(depth)?;
        }
        self.json.push(']');
        Some(())
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        self.json.push('{');
        for i in 0..self.count()? {
            self.comma(i > 0);
            let place = usize::try_from(self.count()?).ok()?;
            if place == 0 {
                let key = self.long_bytes()?;
                self.text(key)?;
            } else {
                self.quote(known_keys().nth(place - 1)?);
            }
            self.json.push(':');
            self.value(depth)?;
        }
        self.json.push('}');
        Some(())
    }

    fn shaped(&mut self, shape: &[&str], depth: usize) -> Option<()> {
        let mut present = self.count()?;
        let mut comma = false;
        self.json.push('{');
        for key in shape {
            if present & 1 == 1 {
                self.comma(comma);
                comma = true;
                self.quote(key);
                self.json.push(':');
                self.value(depth)?;
            }
            present >>= 1;
        }
        self.json.push('}');
        (present == 0).then_some(())
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    fn bytes(&mut self, length: u64) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(usize::try_from(length).ok()?)?;
        self.rest = rest;
        Some(bytes)
    }

    fn long_bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.count()?;
        self.bytes(length)
    }

    fn count(&mut self) -> Option<u64> {
        let mut length = 0;
        let count = leb128fmt::decode_uint_slice::<u64, 64>(self.rest, &mut length).ok()?;
        self.bytes(length as u64)?;
        Some(count)
    }

    fn text(&mut self, packed: &[u8]) -> Option<()> {
        self.quote(&unpacked(packed)?);
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
