//! Documents that come as the objects of a host, like JavaScript's, instead of as text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use jaarplan::plan::{Code, MAX_DEPTH, Node};
use jaarplan::{Decimal, Document, Plan};
use serde::de::value::{Error, MapDeserializer, SeqDeserializer, U128Deserializer};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Value, json};

fn document(value: &Value) -> Document {
    Document::deserialize(value).unwrap()
}

#[test]
fn an_object_is_the_plan_that_its_text_is() {
    for value in [common::full(), common::three_lines()] {
        let plan = Plan::read(&document(&value)).unwrap();
        let result = jaarplan::evaluate(&plan).unwrap();
        assert_eq!(result, common::evaluate(&value));
    }
}

#[test]
fn every_kind_of_value_comes_in_and_goes_out() {
    let value = json!([1, -3, 2.5, 0.0, "a", null, true, [], { "b": { "c": false }, "d": [7] }]);
    let document = document(&value);
    assert_eq!(document.to_string(), r#"[1,-3,2.5,0,"a",null,true,[],{"b":{"c":false},"d":[7]}]"#);
    assert_eq!(Document::parse(&document.to_string()).as_ref(), Ok(&document));
    // Numbers go out as doubles.
    let doubles =
        json!([1.0, -3.0, 2.5, 0.0, "a", null, true, [], { "b": { "c": false }, "d": [7.0] }]);
    assert_eq!(serde_json::to_value(&document).unwrap(), doubles);
}

#[test]
fn members_are_found_by_name() {
    let document = document(&json!({ "a": 1, "b": 2 }));
    assert_eq!(document.root().get("b"), Some(&Node::Number("2".to_owned())));
    assert_eq!(document.root().get("c"), None);
    assert_eq!(Node::Null.get("a"), None);
}

/// Brackets in brackets, from a host that does not mind when nobody looks inside.
struct Nested {
    levels: usize,
    object: bool,
    seen: bool,
}

impl Nested {
    fn inner(&mut self) -> Option<Self> {
        let first = !std::mem::replace(&mut self.seen, true);
        first.then_some(Self { levels: self.levels - 1, object: self.object, seen: false })
    }
}

impl<'de> Deserializer<'de> for Nested {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match (self.levels, self.object) {
            (0, _) => visitor.visit_unit(),
            (_, true) => visitor.visit_map(self),
            (_, false) => visitor.visit_seq(self),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> SeqAccess<'de> for Nested {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        self.inner().map(|inner| seed.deserialize(inner)).transpose()
    }
}

impl<'de> MapAccess<'de> for Nested {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let key = (!self.seen).then(|| seed.deserialize("a".into_deserializer()));
        key.transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        seed.deserialize(self.inner().unwrap())
    }
}

#[test]
fn nesting_has_the_limit_of_text() {
    for object in [true, false] {
        let nested =
            |levels| Document::deserialize(Nested { levels, object, seen: false }).unwrap();
        let is_too_deep = |levels| {
            let refused = Plan::read(&nested(levels)).unwrap_err();
            refused.errors.iter().any(|error| error.code == Code::TooDeep)
        };
        let [open, close] = if object { ["{\"a\":", "}"] } else { ["[", "]"] };
        let text = |levels| format!("{}null{}", open.repeat(levels), close.repeat(levels));
        assert_eq!(Document::parse(&text(MAX_DEPTH)), Ok(nested(MAX_DEPTH)));
        assert!(!is_too_deep(MAX_DEPTH));
        assert!(Document::parse(&text(MAX_DEPTH + 1)).is_err());
        assert!(is_too_deep(MAX_DEPTH + 1));
        assert!(is_too_deep(MAX_DEPTH + 9));
    }
}

/// Integers of 128 bits stand for what JSON does not know, like a function.
#[test]
fn what_json_does_not_know_is_refused_where_it_stands() {
    let list = SeqDeserializer::<_, Error>::new([1_u128].into_iter());
    let list = Document::deserialize(list).unwrap();
    assert_eq!(list.root(), &Node::List(vec![Node::Foreign]));

    let object = MapDeserializer::<_, Error>::new([("year", 1_u128), ("title", 2)].into_iter());
    let object = Document::deserialize(object).unwrap();
    assert_eq!(object.root().get("title"), Some(&Node::Foreign));
    let errors = Plan::read(&object).unwrap_err().errors;
    for path in ["year", "title"] {
        assert!(errors.iter().any(|error| error.path == path && error.code == Code::WrongType));
    }

    for (number, code, sentence) in [
        (f64::NAN, Code::WrongType, "expected a number, found not a number (NaN)"),
        (f64::INFINITY, Code::OutOfRange, "inf is not at least 2000 and at most 2100"),
    ] {
        let object = MapDeserializer::<_, Error>::new([("year", number)].into_iter());
        let object = Document::deserialize(object).unwrap();
        let errors = Plan::read(&object).unwrap_err().errors;
        let found = errors.iter().find(|error| error.path == "year").unwrap();
        assert_eq!((found.code, found.message.as_str()), (code, sentence));
    }

    let error = Document::deserialize(U128Deserializer::<Error>::new(1)).unwrap_err();
    assert!(error.to_string().ends_with("expected a value that JSON knows"), "{error}");
}

/// Doubles next to a decimal, where a product with a million may be rounded to the other side.
#[test]
fn doubles_beside_a_decimal_are_read_as_their_shortest_decimal() {
    let check = |number: f64| {
        let digits = document(&json!(number)).to_string();
        let shortest = number.to_string();
        assert_eq!(Decimal::read(&digits), Decimal::read(&shortest), "{digits} is not {shortest}");
        let cents = Decimal::read_cents(&shortest);
        assert_eq!(Decimal::read_cents(&digits), cents, "{digits} is not {shortest}");
    };
    for micros in 1..20_000_u32 {
        let number = f64::from(micros * 2_411) / 1e6;
        [number, number.next_up(), number.next_down(), -number.next_down()]
            .into_iter()
            .for_each(check);
    }
    // Half cents: a hair below is another cent.
    for cents in 0..20_000_u32 {
        let number = f64::from(2 * cents + 1) / 200.0;
        [number, number.next_up(), number.next_down()].into_iter().for_each(check);
    }
    for number in [8e9, 1e12, 1e13_f64.next_down(), 4_503_599_627.370_497, 999_999_999_999.5] {
        [number, number.next_up(), number.next_down()].into_iter().for_each(check);
    }
}
