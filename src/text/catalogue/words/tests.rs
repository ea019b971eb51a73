use super::*;
use crate::text::catalogue::checks::{english, french};

/// Words that are the same in Dutch and in French.
const ALSO_FRENCH: &[Word] = &[Word::ReturnOnValue, Word::Plus];
/// Words that are the same in Dutch and in English.
#[rustfmt::skip]
const ALSO_ENGLISH: &[Word] = &[
    Word::Sector, Word::CostBasis, Word::Subsidies, Word::ReturnOnValue, Word::BreakEven,
    Word::Week, Word::Plus, Word::Scenario,
];

#[test]
fn every_word_says_something_in_every_locale() {
    for &word in ALL {
        for locale in Locale::ALL {
            let text = locale.word(word);
            assert!(!text.trim().is_empty(), "{word:?}");
            assert_eq!(text, text.trim(), "{word:?}");
        }
    }
}

#[test]
fn french_and_english_are_not_dutch() {
    for &word in ALL {
        let [be, nl, fr, en] = Locale::ALL.map(|locale| locale.word(word));
        let same = |text: &str| [be, nl].contains(&text);
        assert_eq!(same(fr), ALSO_FRENCH.contains(&word), "{word:?}: {fr}");
        assert_eq!(same(en), ALSO_ENGLISH.contains(&word), "{word:?}: {en}");
        french(fr);
        english(en);
    }
}

#[test]
fn the_countries_differ_in_their_own_words() {
    let texts = |word| Locale::ALL.map(|locale| locale.word(word));
    assert_eq!(texts(Word::Fte), ["VTE", "Fte", "ETP", "FTE"]);
    assert_eq!(texts(Word::Payroll), ["Loonmassa", "Loonsom", "Masse salariale", "Payroll"]);
}

#[test]
fn units_go_with_their_number() {
    let units = |value| Locale::ALL.map(|locale| locale.unit(value, Word::Months));
    assert_eq!(units(1.0), ["maand", "maand", "mois", "month"]);
    assert_eq!(units(0.5), ["maanden", "maanden", "mois", "months"]);
    assert_eq!(Locale::FrBe.unit(1.5, Word::Hours), "heure");
    assert_eq!(Locale::FrBe.unit(2.0, Word::Hours), "heures");
    assert_eq!(Locale::En.unit(1.5, Word::Hours), "hours");
    assert_eq!(Locale::En.unit(1.0, Word::FteUnit), "FTE");
}
