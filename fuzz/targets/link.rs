//! Any text as a link, and any bytes in one: a document that comes back as it was, or a reason.

#![no_main]

use jaarplan::link::{decode, encode};
use libfuzzer_sys::fuzz_target;

// The first byte chooses: the others are the text, or what a link holds, or a document to make a link of.
fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, rest)) = bytes.split_first() else { return };
    let text = match choice % 4 {
        0 => String::from_utf8_lossy(rest).into_owned(),
        1 => {
            let Ok(document) = jaarplan::Document::parse(&String::from_utf8_lossy(rest)) else {
                return;
            };
            let link = encode(&document).unwrap();
            assert_eq!(decode(&link).unwrap().document, document, "{link}");
            link
        }
        // With a model in front, so that what follows is the document.
        2 => sealed(&[&[56], rest].concat()),
        _ => sealed(rest),
    };
    match decode(&text) {
        Ok(linked) => {
            let link = encode(&linked.document).unwrap();
            assert_eq!(decode(&link).unwrap().document, linked.document, "{text}");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});

/// A link around these bytes, made from the page and not with the code under test.
fn sealed(bytes: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut link = "jp1.".to_owned();
    for three in bytes.chunks(3) {
        let whole = three.iter().fold(0, |whole, &byte| whole << 8 | u32::from(byte))
            << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            link.push(SIGNS[(whole >> (18 - 6 * place) & 63) as usize].into());
        }
    }
    let mut crc = u32::MAX;
    for byte in link.bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = crc >> 1 ^ 0xedb8_8320 * (crc & 1);
        }
    }
    let (mut rest, mut checksum) = (!crc, String::new());
    for _ in 0..7 {
        checksum.insert(0, char::from_digit(rest % 36, 36).unwrap());
        rest /= 36;
    }
    format!("#{link}.{checksum}")
}
