//! What every text of a language must be, for the tests of words, phrases and sources.

/// Words that only Dutch has; the names of the method and of its sources are not translated.
const DUTCH: [&str; 40] = [
    "de",
    "het",
    "een",
    "en",
    "van",
    "voor",
    "met",
    "niet",
    "je",
    "jouw",
    "zijn",
    "is",
    "wordt",
    "worden",
    "geen",
    "uur",
    "jaar",
    "leertijd",
    "loonkost",
    "loonmassa",
    "loonsom",
    "vte",
    "fte",
    "medewerker",
    "medewerkers",
    "deelnemer",
    "groep",
    "cirkel",
    "cirkels",
    "kosten",
    "typ",
    "getal",
    "veld",
    "bijvoorbeeld",
    "standaard",
    "bron",
    "aanname",
    "maand",
    "maanden",
    "waarde",
];
/// Of those, the words that French and English have too.
const FRENCH_TOO: [&str; 3] = ["de", "en", "je"];
const ENGLISH_TOO: [&str; 2] = ["is", "fte"];

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase)
}

#[track_caller]
fn no_dutch(text: &str, too: &[&str]) {
    for word in words(text) {
        let word = word.as_str();
        assert!(!DUTCH.contains(&word) || too.contains(&word), "{word} in {text}");
    }
    assert!(!text.contains("L&O"), "{text}");
}

/// A French text: no Dutch, “vous”, and narrow no-break spaces before the high signs.
#[track_caller]
pub fn french(text: &str) {
    no_dutch(text, &FRENCH_TOO);
    for word in words(text) {
        assert!(!["tu", "ton", "ta", "tes", "toi"].contains(&word.as_str()), "{word} in {text}");
    }
    let mut before = ' ';
    for c in text.chars() {
        if matches!(c, '%' | '€' | '?' | '!' | ';' | ':' | '»') {
            assert_eq!(before, '\u{202f}', "before {c} in {text}");
        }
        before = c;
    }
    assert!(!text.contains('\''), "{text}");
    assert!(!between_digits(text, '.').any(|_| true), "{text}");
}

/// An English text: no Dutch, commas in numbers only between thousands, no spaces before a percent sign.
#[track_caller]
pub fn english(text: &str) {
    no_dutch(text, &ENGLISH_TOO);
    assert!(!text.contains(" %") && !text.contains("€ ") && !text.contains('\''), "{text}");
    assert!(between_digits(text, ',').all(|after| after == 3), "{text}");
}

/// How many digits stand behind each `sign` that has digits on both sides.
fn between_digits(text: &str, sign: char) -> impl Iterator<Item = usize> {
    text.match_indices(sign).filter_map(move |(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let digits = after.chars().take_while(char::is_ascii_digit).count();
        (before.ends_with(|c: char| c.is_ascii_digit()) && digits > 0).then_some(digits)
    })
}
