//! What a caller asks for besides a plan, as data: read with the same care as a plan.

use crate::decimal::Decimal;
use crate::plan::{Code, InputError, InputErrors, Node, join};

/// An object of options, read field by field; what is wrong is collected.
pub struct Request<'n> {
    node: &'n Node,
    path: String,
    known: Vec<&'static str>,
    errors: Vec<InputError>,
}

impl<'n> Request<'n> {
    /// Options may be left out as a whole.
    pub fn new(node: &'n Node, path: &str) -> Self {
        let errors = match node {
            Node::Null | Node::Object(_) => Vec::new(),
            _ => vec![wrong_type(path, "object", "{}")],
        };
        Self { node, path: path.to_owned(), known: Vec::new(), errors }
    }

    fn at(&mut self, key: &'static str) -> (String, Option<&'n Node>) {
        self.known.push(key);
        (join(&self.path, key), self.node.get(key).filter(|node| **node != Node::Null))
    }

    /// A number between two others, read as those of a plan are.
    pub fn number(&mut self, key: &'static str, min: Decimal, max: Decimal) -> Option<Decimal> {
        let (path, node) = self.at(key);
        let number = match node? {
            Node::Number(digits) => Decimal::read(digits).ok(),
            _ => None,
        };
        let example = min.to_string();
        let Some(number) = number else {
            self.errors.push(wrong_type(&path, "number", &example));
            return None;
        };
        if (min..=max).contains(&number) {
            return Some(number);
        }
        let mut error = InputError::new(path, Code::OutOfRange, "the number is out of range");
        error.value(&number.to_string()).range(Some(min), Some(max)).example(&example);
        self.errors.push(error);
        None
    }

    /// A whole number between two others.
    pub fn whole(&mut self, key: &'static str, min: u32, max: u32) -> Option<u32> {
        let number = self.number(key, Decimal::whole(min), Decimal::whole(max))?;
        if number.is_whole() {
            return number.to_whole().and_then(|whole| u32::try_from(whole).ok());
        }
        let path = self.at(key).0;
        let mut error = InputError::new(path, Code::NotWhole, "a whole number was expected");
        error.value(&number.to_string()).example(&min.to_string());
        self.errors.push(error);
        None
    }

    /// Yes or no.
    pub fn truth(&mut self, key: &'static str) -> Option<bool> {
        let (path, node) = self.at(key);
        let Node::Bool(truth) = node? else {
            self.errors.push(wrong_type(&path, "true or false", "true"));
            return None;
        };
        Some(*truth)
    }

    /// A text.
    pub fn text(&mut self, key: &'static str, example: &str) -> Option<&'n str> {
        let (path, node) = self.at(key);
        let Node::Text(text) = node? else {
            self.errors.push(wrong_type(&path, "text", example));
            return None;
        };
        Some(text)
    }

    /// A list of objects, each read by `read`.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(Request<'n>) -> Result<T, InputErrors>,
    ) -> Vec<T> {
        let (path, node) = self.at(key);
        let members = match node {
            None => return Vec::new(),
            Some(Node::List(members)) => members,
            Some(_) => {
                self.errors.push(wrong_type(&path, "list", "[]"));
                return Vec::new();
            }
        };
        let mut list = Vec::with_capacity(members.len());
        for (at, node) in members.iter().enumerate() {
            match read(Request::new(node, &format!("{path}[{at}]"))) {
                Ok(member) => list.push(member),
                Err(InputErrors { errors }) => self.errors.extend(errors),
            }
        }
        list
    }

    /// Says that something else is wrong.
    pub fn refuse(&mut self, error: InputError) {
        self.errors.push(error);
    }

    /// Where this object stands.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The answer, when nothing was wrong; a key that nobody asked for is.
    pub fn finish<T>(mut self, answer: Option<T>) -> Result<T, InputErrors> {
        if let Node::Object(members) = self.node {
            for (key, _) in members.iter().filter(|(key, _)| !self.known.contains(&key.as_str())) {
                let path = join(&self.path, key);
                let mut error = InputError::new(path, Code::UnknownId, "there is no such option");
                error.value(key).expected(&self.known);
                if let Some(example) = self.known.first() {
                    error.example(example);
                }
                self.errors.push(error);
            }
        }
        match answer {
            Some(answer) if self.errors.is_empty() => Ok(answer),
            _ => Err(InputErrors { errors: self.errors }),
        }
    }
}

fn wrong_type(path: &str, expected: &'static str, example: &str) -> InputError {
    let message = format!("{expected} was expected");
    let mut error = InputError::new(path, Code::WrongType, message);
    error.expected(&[expected]).example(example);
    error
}

/// Something that must be there and is not.
pub fn missing(path: &str, key: &'static str, example: &str) -> InputError {
    let mut error = InputError::new(join(path, key), Code::Missing, "this is required");
    error.example(example);
    error
}
