//! Bytes as printable text, for inside a JavaScript file: see npm/bytes.js, which reads it and says why it is not base64.

/// Bytes as such a text: the frequent ones as hexadecimal digits; then a letter for each of those, two for the
/// others. Those from the space on come first, in their own order, as it is in the text that such a file compresses with.
pub fn write(bytes: &[u8]) -> String {
    let letters: Vec<char> = (' '..='~').filter(|letter| !"\"<\\".contains(*letter)).collect();
    let (alone, leads) = letters.split_at(letters.len() - 2);
    let mut often = [0_usize; 256];
    for byte in bytes {
        often[usize::from(*byte)] += 1;
    }
    let mut order: Vec<u8> = (0..=255).collect();
    order.sort_by_key(|byte| std::cmp::Reverse(often[usize::from(*byte)]));
    let (frequent, others) = order.split_at_mut(alone.len());
    frequent.sort_by_key(|byte| (*byte < b' ', *byte));
    others.sort_unstable();
    let mut written: Vec<String> = frequent.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut of = vec![String::new(); 256];
    for (place, byte) in order.iter().enumerate() {
        let letter = alone[place % alone.len()];
        of[usize::from(*byte)] = match place / alone.len() {
            0 => letter.to_string(),
            lead => format!("{}{letter}", leads[lead - 1]),
        };
    }
    written.extend(bytes.iter().map(|byte| of[usize::from(*byte)].clone()));
    written.concat()
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn every_byte_has_its_letters() {
        let text = write(&(0..=255).collect::<Vec<u8>>());
        assert!(text.starts_with("202122"));
        assert!(text.bytes().all(|letter| (b' '..=b'~').contains(&letter)));
        assert!(!text.contains(['"', '<', '\\']));
        assert_eq!(text.len(), 2 * 90 + 90 + 2 * 166);
        assert_eq!(&write(b"aab")[2 * 90..], "ZZ[");
    }
}
