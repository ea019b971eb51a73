//! Bytes as printable text, for inside a JavaScript file: see npm/bytes.js, which reads it.

/// The bytes in the order of their frequency, as hexadecimal digits; then a letter for each of the frequent ones,
/// two for the others.
pub fn write(bytes: &[u8]) -> String {
    let mut often = [0_usize; 256];
    for byte in bytes {
        often[usize::from(*byte)] += 1;
    }
    let mut order: Vec<u8> = (0..=255).collect();
    order.sort_by_key(|byte| std::cmp::Reverse(often[usize::from(*byte)]));
    let letters: Vec<char> = (' '..='~').filter(|letter| !"\"<\\".contains(*letter)).collect();
    let (alone, leads) = letters.split_at(letters.len() - 2);
    let mut written = vec![String::new(); 256];
    for (place, byte) in order.iter().enumerate() {
        let letter = alone[place % alone.len()];
        written[usize::from(*byte)] = match place / alone.len() {
            0 => letter.to_string(),
            lead => format!("{}{letter}", leads[lead - 1]),
        };
    }
    let heads = order.iter().map(|byte| format!("{byte:02x}"));
    heads.chain(bytes.iter().map(|byte| written[usize::from(*byte)].clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn every_byte_has_its_letters() {
        let text = write(&(0..=255).collect::<Vec<u8>>());
        assert!(text.starts_with("000102"));
        assert!(text.bytes().all(|letter| (b' '..=b'~').contains(&letter)));
        assert!(!text.contains(['"', '<', '\\']));
        assert_eq!(text.len(), 512 + 90 + 2 * 166);
        assert_eq!(&write(b"aab")[512..], "  !");
    }
}
