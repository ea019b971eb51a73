//! Plain data from JavaScript into a document, and results as plain data out to JavaScript.
//!
//! A general library for this is several times as large, because it prints and reads doubles.

use js_sys::Array;
use serde::ser::{
    Error, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use std::fmt;
use wasm_bindgen::prelude::*;

use crate::invariant::broken;
use crate::plan::{Document, MAX_DEPTH, Node};

/// A document of what JavaScript holds. It never fails: what is no data at all stays in the document as
/// such, and reading it says where.
pub fn document(value: &JsValue) -> Document {
    node(value, MAX_DEPTH + 1).unwrap_or(Node::Foreign).into()
}

/// `None` for what JSON does not know.
fn node(value: &JsValue, levels: usize) -> Option<Node> {
    if value.is_null() || value.is_undefined() {
        return Some(Node::Null);
    }
    if let Some(truth) = value.as_bool() {
        return Some(Node::Bool(truth));
    }
    if let Some(number) = value.as_f64() {
        return Some(number_node(number));
    }
    if let Some(text) = value.as_string() {
        return Some(Node::Text(text));
    }
    if let Some(digits) = digits(value) {
        return Some(Node::Number(digits));
    }
    let members = members(value)?;
    let levels = levels - 1;
    if levels == 0 {
        return Some(Node::TooDeep);
    }
    let mut places = 0..members.length();
    if Array::is_array(value) {
        let mut list = Vec::new();
        for place in places {
            let member = node(&members.get(place), levels);
            let broken = member.is_none();
            list.push(member.unwrap_or(Node::Foreign));
            if broken {
                break;
            }
        }
        return Some(Node::List(list));
    }
    let mut object = Vec::new();
    while let (Some(key), Some(member)) = (places.next(), places.next()) {
        let key = members.get(key).as_string()?;
        object.push((key, node(&members.get(member), levels).unwrap_or(Node::Foreign)));
    }
    Some(Node::Object(object))
}

/// Whole numbers keep all of their digits, also where no number of a plan can be.
fn number_node(number: f64) -> Node {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    if number.trunc() == number && number.abs() <= LARGEST {
        #[allow(clippy::cast_possible_truncation)] // whole, and not too large
        return Node::Number((number as i64).to_string());
    }
    number.into()
}

// None of these may take what needs no conversion only: the module would import it past the glue.
#[wasm_bindgen(module = "/src/wasm/data.js")]
extern "C" {
    /// The digits of a `BigInt` of at most 64 bits.
    fn digits(value: &JsValue) -> Option<String>;
    /// The members of a list, or the keys and the values of an object in turn; `None` for what is neither.
    fn members(value: &JsValue) -> Option<Array>;
    fn key(text: &str);
    fn text(text: &str);
    fn truth(truth: bool);
    /// `None` for what is missing.
    fn number(number: Option<f64>);
    /// Begins a list or an object, or ends it.
    fn bracket(sign: char);
    /// What was said since the last time.
    fn made() -> JsValue;
}

/// An answer as plain data: what is missing is null.
pub fn hand_out(answer: &impl Serialize) -> JsValue {
    match answer.serialize(Writer) {
        Ok(()) => made(),
        Err(NoData) => broken("an answer is plain data"),
    }
}

/// Says each value to JavaScript, in order.
#[derive(Clone, Copy)]
struct Writer;

/// What cannot be said in plain data.
#[derive(Debug)]
struct NoData;

impl fmt::Display for NoData {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for NoData {}

impl Error for NoData {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Said = Result<(), NoData>;

/// Numbers of every type are doubles in JavaScript; counts stay far below the limit of what is exact.
macro_rules! numbers {
    ($($name:ident $type:ty;)*) => {
        $(
            #[allow(clippy::cast_lossless)]
            fn $name(self, value: $type) -> Said {
                self.serialize_f64(value as f64)
            }
        )*
    };
}

impl Serializer for Writer {
    type Ok = ();
    type Error = NoData;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), NoData>;
    type SerializeTupleVariant = Impossible<(), NoData>;
    type SerializeMap = Impossible<(), NoData>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), NoData>;

    numbers! {
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_f32 f32;
    }

    fn serialize_f64(self, value: f64) -> Said {
        number(Some(value));
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Said {
        truth(value);
        Ok(())
    }

    fn serialize_char(self, _: char) -> Said {
        Err(NoData)
    }

    fn serialize_str(self, value: &str) -> Said {
        text(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Said {
        Err(NoData)
    }

    fn serialize_none(self) -> Said {
        number(None);
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Said {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Said {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Said {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Said {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Said {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Said {
        Err(NoData)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, NoData> {
        bracket('[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, NoData> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, NoData> {
        Err(NoData)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NoData> {
        Err(NoData)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, NoData> {
        Err(NoData)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, NoData> {
        bracket('{');
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NoData> {
        Err(NoData)
    }
}

impl SerializeSeq for Writer {
    type Ok = ();
    type Error = NoData;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Said {
        value.serialize(*self)
    }

    fn end(self) -> Said {
        bracket(']');
        Ok(())
    }
}

impl SerializeTuple for Writer {
    type Ok = ();
    type Error = NoData;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Said {
        value.serialize(*self)
    }

    fn end(self) -> Said {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for Writer {
    type Ok = ();
    type Error = NoData;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Said {
        key(name);
        value.serialize(*self)
    }

    fn end(self) -> Said {
        bracket('}');
        Ok(())
    }
}
