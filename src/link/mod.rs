//! A plan as a link, `#jp1.<payload>.<checksum>`, to share without a server.
//!
//! `docs/links.md` describes the format. Links of version `jp1` must open for ever.
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

mod format;
mod read;
mod repair;
#[cfg(test)]
mod tests;
mod write;

use std::fmt;

use crate::Document;
use crate::plan::{Code, InputError, InputErrors};

/// The longest link that is made or opened, in characters.
///
/// A plan of a few thousand groups fits; what a payload of this length unpacks to stays below
/// [`MAX_BYTES`](crate::plan::MAX_BYTES).
pub const MAX_LENGTH: usize = 1 << 20;

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// The plan document, as it was when the link was made.
    pub document: Document,
    /// The version of the model that the link was made with, like [`MODEL`](crate::MODEL).
    pub model: String,
}

/// Why a text cannot be opened as a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The text contains no link to a plan.
    NotALink,
    /// Part of the link is missing or changed: copy the whole link again.
    Damaged,
    /// The link is of this newer version of the format: open it with a newer Jaarplan.
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

/// The link to a plan, starting with its `#`: append it to the address of a page.
///
/// The document may be incomplete or invalid as a plan. Unknown fields, the order of the fields and the
/// digits of every number are kept; values that JSON does not have become `null`, as they do in text.
///
/// # Errors
///
/// `too-large` for a document whose link would be longer than [`MAX_LENGTH`]; the errors of
/// [`Document::parse`] for one that cannot be written as JSON.
pub fn encode(document: &Document) -> Result<String, InputErrors> {
    // A document that was not read from text may hold what JSON does not have, like the number NaN.
    let document = Document::parse(&document.to_string())?;
    let link = format::link_around(&write::payload(&document));
    if link.len() > MAX_LENGTH {
        let message = format!("the link would be longer than {MAX_LENGTH} characters");
        return Err(InputError::new("", Code::TooLarge, message).into());
    }
    Ok(link)
}

/// The plan in a link: in its fragment, with or without the `#`, or in the whole address.
///
/// What mail programs and people commonly do to a link is undone first: punctuation around it; spaces,
/// line breaks, and invisible or foreign characters inside it; `%2E` instead of a point. A link with any
/// other change is refused.
///
/// # Errors
///
/// [`LinkError`]. A damaged link never opens as a different plan.
pub fn decode(text: &str) -> Result<Linked, LinkError> {
    // Percent-encoding makes three characters of one; a second time, five of those three.
    if text.len() > 8 * MAX_LENGTH {
        return Err(LinkError::Damaged);
    }
    let link = repair::repaired(text);
    let versioned = link.strip_prefix("jp").ok_or(LinkError::NotALink)?;
    let version = versioned.split_once('.').map_or(versioned, |(version, _)| version);
    match version.parse::<u32>() {
        Ok(1) => {}
        Ok(version) if version > 1 => return Err(LinkError::Newer(version)),
        _ => return Err(LinkError::NotALink),
    }
    format::verified_payload(&link)
        .and_then(|payload| read::linked(&payload))
        .ok_or(LinkError::Damaged)
}
