//! Anything that is typed in a number field: a number that a document can hold, or a reason.

#![no_main]

use jaarplan::Document;
use jaarplan::plan::Node;
use jaarplan::text::{Entry, Locale, read_number};
use libfuzzer_sys::fuzz_target;

const ENTRIES: [Entry; 3] = [Entry::Plain, Entry::Money, Entry::Percent];

// The first byte chooses the field and the language, the others are what is typed.
fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, typed)) = bytes.split_first() else { return };
    let choice = usize::from(choice);
    let entry = ENTRIES[choice % ENTRIES.len()];
    let locale = Locale::ALL[choice / ENTRIES.len() % Locale::ALL.len()];
    let Ok(reading) = read_number(&String::from_utf8_lossy(typed), entry, locale) else { return };
    let digits = reading.digits;
    let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    for part in [whole, fraction] {
        assert!(!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()), "{digits}");
    }
    assert!(whole == "0" || !whole.starts_with('0'), "{digits}");
    let document = Document::parse(&digits).unwrap();
    assert_eq!(document.root(), &Node::Number(digits));
});
