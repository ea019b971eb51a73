//! One number of a document: read, held against its field, or its field's default.

use super::error::{Code, InputError};
use super::fields::{Bounds, Field, Unit};
use super::{Country, Input, Node, Origin, Place};
use crate::decimal::{Decimal, Unreadable};

/// The default of a field. A required field that is missing has none: the error is already noted.
pub(super) fn default_input(field: &'static Field, country: Country, place: Place) -> Input {
    let likely =
        field.default.as_ref().map_or(field.bounds.min, |default| default.of(country).likely);
    let (low, high) = (likely, likely);
    Input { field, place, likely, low, high, origin: Origin::Default, unknown: None }
}

/// Reads digits and holds them against the field's bounds; `None` when that is an error.
pub(super) fn decimal(
    digits: &str,
    path: &str,
    field: &Field,
    errors: &mut Vec<InputError>,
) -> Option<Decimal> {
    let bounds = &field.bounds;
    let read = if field.total { Decimal::read_cents(digits) } else { Decimal::read(digits) };
    let code = match read {
        Err(Unreadable::NotANumber) => {
            let node = Node::Number(digits.to_owned());
            wrong_type(&node, path, "a number", &example_of(field), errors);
            return None;
        }
        Err(Unreadable::TooLarge) if digits.starts_with('-') => Code::OutOfRange,
        Err(Unreadable::TooLarge) if bounds.max.is_none() || field.total => Code::TooLarge,
        Err(Unreadable::TooLarge) => Code::OutOfRange,
        Ok(value) if bounds.max.is_some_and(|max| value > max) && field.total => Code::TooLarge,
        Ok(value) if !bounds.contain(value) => Code::OutOfRange,
        Ok(value) if bounds.whole && !value.is_whole() => Code::NotWhole,
        Ok(value) => return Some(value),
    };
    let max = bounds.max.unwrap_or(Decimal::LIMIT);
    let message = match code {
        Code::NotWhole => format!("{digits} is not whole"),
        _ => format!(
            "{digits} is not {} {} and {} {max}",
            if bounds.above_min { "above" } else { "at least" },
            bounds.min,
            if bounds.below_max { "below" } else { "at most" },
        ),
    };
    let error = errors.push_mut(InputError::new(path, code, message));
    error.value(digits).range(Some(bounds.min), Some(max)).example(&example_of(field));
    if bounds.above_min || bounds.below_max {
        error.exclusive();
    }
    None
}

pub(super) fn wrong_type(
    node: &Node,
    path: &str,
    expected: &'static str,
    example: &str,
    errors: &mut Vec<InputError>,
) {
    let found = match node {
        Node::Null => "null",
        Node::Bool(_) => "true or false",
        Node::Number(digits) if digits == "NaN" => "not a number (NaN)",
        Node::Number(_) => "a number",
        Node::Text(_) => "a text",
        Node::List(_) => "a list",
        Node::Object(_) => "an object",
        Node::Foreign | Node::TooDeep => "something that JSON does not know",
    };
    let message = format!("expected {expected}, found {found}");
    let error = errors.push_mut(InputError::new(path, Code::WrongType, message));
    error.expected(&[expected]).example(example);
    if let Node::Number(value) | Node::Text(value) = node {
        error.value(value);
    }
}

impl Bounds {
    fn contain(&self, value: Decimal) -> bool {
        let above = if self.above_min { value > self.min } else { value >= self.min };
        let below =
            self.max.is_none_or(|max| if self.below_max { value < max } else { value <= max });
        above && below
    }
}

/// A number that the field accepts.
pub(crate) fn example_of(field: &Field) -> String {
    match (&field.default, field.example) {
        (Some(default), _) => default.be.likely.to_string(),
        (None, Some(example)) => example.to_owned(),
        (None, None) if field.unit == Unit::Share => "0.5".to_owned(),
        (None, None) => field
            .bounds
            .max
            .map_or(Decimal::whole(10), |max| max.min(Decimal::whole(10)))
            .to_string(),
    }
}
