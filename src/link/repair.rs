//! Undoes what commonly happens to a link between the person who sends it and the one who opens it.

/// The link in a text, from `jp1` on, without what was added to it on the way.
///
/// Nothing that belongs to an intact link is removed; whether the result is intact, its checksum tells.
pub(super) fn repaired(text: &str) -> String {
    // An address that travels inside another address is percent-encoded twice.
    let text = percent_decoded(&percent_decoded(text));
    let link = text.rsplit_once('#').map_or(text.as_str(), |(_, link)| link);
    link.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned()
}

/// A text with its `%2E` and the like decoded, and without anything that is not visible ASCII.
fn percent_decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, behind)) = percent_encoded(rest).or_else(|| first(rest)) {
        if byte.is_ascii_graphic() {
            decoded.push(char::from(byte));
        }
        rest = behind;
    }
    decoded
}

/// The first byte of a text, and what follows it.
fn first(text: &[u8]) -> Option<(u8, &[u8])> {
    text.split_first().map(|(&byte, behind)| (byte, behind))
}

/// The byte that a text starts with in percent-encoded form, and what follows it.
fn percent_encoded(text: &[u8]) -> Option<(u8, &[u8])> {
    let [b'%', high, low, behind @ ..] = text else { return None };
    Some((hexadecimal(*high)? << 4 | hexadecimal(*low)?, behind))
}

/// The value of a hexadecimal digit, 0–15.
fn hexadecimal(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}
