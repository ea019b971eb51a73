//! Typed numbers in every locale: a table of what people type, and laws for everything else.
#![allow(clippy::unwrap_used, clippy::struct_excessive_bools)]

use jaarplan::text::{Doubt, Entry, Locale, Unread, read_number};
use jaarplan::{Decimal, Document};
use proptest::prelude::*;

use Entry::{Money, Percent, Plain};

/// What a reading comes to: the digits and a mark for the doubt, or a mark for the refusal.
fn outcome(typed: &str, entry: Entry, locale: Locale) -> String {
    let mark = |doubt| match doubt {
        None => "",
        Some(Doubt::AsThousands) => " thousands?",
        Some(Doubt::AsDecimal) => " decimal?",
        Some(Doubt::BelowOnePercent) => " below 1%?",
    };
    match read_number(typed, entry, locale) {
        Ok(reading) => format!("{}{}", reading.digits, mark(reading.doubt)),
        Err(Unread::Empty) => "empty".to_owned(),
        Err(Unread::NotANumber) => "no number".to_owned(),
        Err(Unread::Separators) => "signs".to_owned(),
        Err(Unread::Unit) => "unit".to_owned(),
    }
}

/// In the Dutch of both countries, in French and in English.
#[track_caller]
fn each(entry: Entry, typed: &str, [nl, fr, en]: [&str; 3]) {
    let text = typed.replace('_', "\u{a0}").replace('~', "\u{202f}");
    for (locale, expected) in Locale::ALL.into_iter().zip([nl, nl, fr, en]) {
        assert_eq!(outcome(&text, entry, locale), expected, "{typed:?} in {}", locale.tag());
    }
}

/// The same in every locale.
#[track_caller]
fn all(entry: Entry, typed: &str, expected: &str) {
    each(entry, typed, [expected; 3]);
}

#[test]
fn a_text_that_is_too_long_is_no_number() {
    all(Plain, &format!("{}7", "0".repeat(59)), "7");
    all(Plain, &format!("{}7", "0".repeat(60)), "no number");
}

#[test]
#[rustfmt::skip]
fn what_tells_by_itself_is_read_the_same_everywhere() {
    all(Plain, "1 234_567",      "1234567");
    all(Plain, "5,-",            "no number");
    all(Money, "1,234,",         "signs");

    all(Plain, "0",              "0");
    all(Plain, "120",            "120");
    all(Plain, "007",            "7");
    all(Plain, "1234567",        "1234567");
    all(Plain, "96,5",           "96.5");
    all(Plain, "96.5",           "96.5");
    all(Plain, "1234,56",        "1234.56");
    all(Plain, "1234.56",        "1234.56");
    all(Plain, "1.234,56",       "1234.56");
    all(Plain, "1,234.56",       "1234.56");
    all(Plain, "1.234.567,89",   "1234567.89");
    all(Plain, "1,234,567.89",   "1234567.89");
    all(Plain, "1.234.567",      "1234567");
    all(Plain, "1,234,567",      "1234567");
    all(Plain, "1234.567",       "1234.567");
    all(Plain, "1234,567",       "1234.567");
    all(Plain, "0.125",          "0.125");
    all(Plain, "0,125",          "0.125");
    all(Plain, "00,125",         "0.125");
    all(Plain, ",5",             "0.5");
    all(Plain, ".5",             "0.5");
    all(Plain, ".125",           "0.125");
    all(Plain, "5,",             "5");
    all(Plain, "5.",             "5");
    all(Plain, "48,20",          "48.2");
    all(Plain, "1,2345",         "1.2345");
    all(Plain, "1.2345",         "1.2345");
    all(Plain, "0,000001",       "0.000001");
    all(Plain, "1 234,56",       "1234.56");
    all(Plain, "1 234.567",      "1234.567");
    all(Plain, "1 234,567",      "1234.567");
    all(Plain, "1_234,56",       "1234.56");
    all(Plain, "1~234~567,5",    "1234567.5");
    all(Plain, "1_234~567 890",  "1234567890");
    all(Plain, "1\u{2009}234",   "1234");
    all(Plain, "1'234.50",       "1234.5");
    all(Plain, "1'234'567",      "1234567");
    all(Plain, "1’234,5",        "1234.5");
    all(Plain, " \t12\u{feff}\n", "12");
    all(Plain, "999999999999999999999", "999999999999999999999");
}

#[test]
#[rustfmt::skip]
fn signs_stand_before_numbers() {
    all(Plain, "-12,5",          "-12.5");
    all(Plain, "-12.5",          "-12.5");
    all(Plain, "\u{2212}12,5",   "-12.5");
    all(Plain, "\u{2013} 12,5",  "-12.5");
    all(Plain, "- 1~234",        "-1234");
    all(Plain, "+12,5",          "12.5");
    all(Plain, "-0,0",           "0");
    all(Plain, "-0",             "0");
}

#[test]
#[rustfmt::skip]
fn where_a_text_does_not_tell_the_locale_does() {
    //                        Dutch                 French                English
    each(Plain, "1.234",     ["1234 thousands?",    "1234 thousands?",    "1.234 decimal?"]);
    each(Plain, "1,234",     ["1.234 decimal?",     "1.234 decimal?",     "1234 thousands?"]);
    each(Plain, "12.345",    ["12345 thousands?",   "12345 thousands?",   "12.345 decimal?"]);
    each(Plain, "12,345",    ["12.345 decimal?",    "12.345 decimal?",    "12345 thousands?"]);
    each(Plain, "123.456",   ["123456 thousands?",  "123456 thousands?",  "123.456 decimal?"]);
    each(Plain, "123,456",   ["123.456 decimal?",   "123.456 decimal?",   "123456 thousands?"]);
    each(Plain, "-12.345",   ["-12345 thousands?",  "-12345 thousands?",  "-12.345 decimal?"]);
    each(Plain, "-12,345",   ["-12.345 decimal?",   "-12.345 decimal?",   "-12345 thousands?"]);
    each(Plain, "1.000",     ["1000 thousands?",    "1000 thousands?",    "1 decimal?"]);
    each(Plain, "1,000",     ["1 decimal?",         "1 decimal?",         "1000 thousands?"]);
    each(Plain, "~1.234_",   ["1234 thousands?",    "1234 thousands?",    "1.234 decimal?"]);
    each(Money, "€ 1.234",   ["1234 thousands?",    "1234 thousands?",    "1.234 decimal?"]);
    each(Money, "€1,234",    ["1.234 decimal?",     "1.234 decimal?",     "1234 thousands?"]);
    each(Money, "120,000",   ["120 decimal?",       "120 decimal?",       "120000 thousands?"]);
    each(Money, "120.000",   ["120000 thousands?",  "120000 thousands?",  "120 decimal?"]);
    each(Money, "1.234 €",   ["1234 thousands?",    "1234 thousands?",    "1.234 decimal?"]);
    each(Percent, "1.250 %", ["12.5 thousands?",    "12.5 thousands?",    "0.0125 decimal?"]);
    each(Percent, "1,250 %", ["0.0125 decimal?",    "0.0125 decimal?",    "12.5 thousands?"]);
}

#[test]
#[rustfmt::skip]
fn amounts_may_carry_their_unit() {
    all(Money, "€ 1.234,50",         "1234.5");
    all(Money, "€_1.234,50",         "1234.5");
    all(Money, "€1,234.50",          "1234.5");
    all(Money, "1~234,50~€",         "1234.5");
    all(Money, "1234,50€",           "1234.5");
    all(Money, "1 234,50 EUR",       "1234.5");
    all(Money, "EUR 35",             "35");
    all(Money, "35 euro",            "35");
    all(Money, "35 euros",           "35");
    all(Money, "35 Euros",           "35");
    all(Money, "euro 35",            "35");
    all(Money, "€ -1.234,50",        "-1234.5");
    all(Money, "-€ 1.234,50",        "-1234.5");
    all(Money, "-€1,234.50",         "-1234.5");
    all(Money, "-1~234,50~€",        "-1234.5");
    all(Money, "€ 250.000,-",        "250000");
    all(Money, "€ 1.234,-",          "1234");
    all(Money, "€ 1,234.-",          "1234");
    all(Money, "1,234,-",            "1234");
    all(Money, "€ 5,--",             "5");
    all(Money, "5.\u{2013}",         "5");
    all(Money, "12,50,-",            "signs");
    all(Money, "250 000",            "250000");
}

#[test]
#[rustfmt::skip]
fn percents_become_shares_by_moving_the_point() {
    all(Percent, "10 %",         "0.1");
    all(Percent, "10~%",         "0.1");
    all(Percent, "10,5 %",       "0.105");
    all(Percent, "10.5%",        "0.105");
    all(Percent, "10,5",         "0.105");
    all(Percent, "0",            "0");
    all(Percent, "1",            "0.01");
    all(Percent, "5",            "0.05");
    all(Percent, "80",           "0.8");
    all(Percent, "100%",         "1");
    all(Percent, "120 %",        "1.2");
    all(Percent, "6,3 procent",  "0.063");
    all(Percent, "6,3 pourcent", "0.063");
    all(Percent, "6,3 pour cent", "0.063");
    all(Percent, "6.3 percent",  "0.063");
    all(Percent, "6.3 per cent", "0.063");
    all(Percent, "6 pct",        "0.06");
    all(Percent, "6 PROCENT",    "0.06");
    all(Percent, "0,8 %",        "0.008");
    all(Percent, "0.8%",         "0.008");
    all(Percent, "-4 %",         "-0.04");
    all(Percent, "0,8",          "0.008 below 1%?");
    all(Percent, "0.05",         "0.0005 below 1%?");
    all(Percent, "-,5",          "-0.005 below 1%?");
    all(Percent, "0,0",          "0");
}

#[test]
#[rustfmt::skip]
fn what_is_no_number_says_why() {
    for blank in ["", " ", "_~", "\n", "\u{200b}"] {
        for entry in [Plain, Money, Percent] {
            all(entry, blank, "empty");
        }
    }
    for typed in [
        "abc", "12 uur", "12 heures", "12 hours", "1e3", "NaN", "inf", "-", "--5", "+-5", "12a", "½", "0x10", "٣",
        ".", ",", "'", "1/2", "5-", "1;5", "5 percent", "\u{1f600}",
    ] {
        all(Plain, typed, "no number");
    }
    for typed in [
        "1.23.456", "1,23,456", "1.234,567.8", "12.34,5,6", "1 2", "12 34", "1.234 567", "1..5", "1,2,3",
        "1234.567.890", "1.234,56 7", ".123.456", "1'2", "'5'", "1'234 567", "1 234'567", "1.234'567,5", "0001 234",
    ] {
        all(Plain, typed, "signs");
    }
    all(Plain,   "€ 5",   "unit");
    all(Plain,   "5 €",   "unit");
    all(Plain,   "5 %",   "unit");
    all(Money,   "5 %",   "unit");
    all(Percent, "€ 5",   "unit");
    all(Percent, "5~€",   "unit");
    all(Money,   "€",     "no number");
    all(Money,   "€ 5 €", "no number");
    all(Percent, "%",     "no number");
    all(Percent, "5 % %", "no number");
    all(Plain, &"1".repeat(61), "no number");
}

// ── Laws ────────────────────────────────────────────────────────────────────────────────────────

/// A number and how it is written.
#[derive(Clone, Debug)]
struct Written {
    /// The digits before and after the decimal sign; the first are not 0 unless they are `0`.
    whole: String,
    fraction: String,
    negative: bool,
    /// What stands between thousands, if anything; `.` and `,` become the sign that is not the decimal.
    gap: Option<char>,
    /// With the decimal sign of the other languages.
    foreign: bool,
    entry: Entry,
    unit: &'static str,
    /// The unit stands before the number, and after its minus.
    unit_first: bool,
    minus_first: bool,
    minus: char,
    space: &'static str,
    around: &'static str,
}

const UNITS: [(Entry, &str); 13] = [
    (Plain, ""),
    (Plain, ""),
    (Money, ""),
    (Money, "€"),
    (Money, "EUR"),
    (Money, "euro"),
    (Money, "euros"),
    (Percent, ""),
    (Percent, "%"),
    (Percent, "procent"),
    (Percent, "pourcent"),
    (Percent, "percent"),
    (Percent, "pct"),
];
const SPACES: [&str; 6] = ["", " ", "\u{a0}", "\u{202f}", "\u{2009}", "  "];

prop_compose! {
    fn written()(
        whole in prop_oneof![Just(0_u64), 1_u64..10_000, 1_u64..10_000_000_000],
        fraction in prop_oneof!["", "[0-9]{3}", "[0-9]{1,4}"],
        negative in any::<bool>(),
        gap in prop_oneof![Just(None), Just(Some('.')), prop::sample::select(vec![
            ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '\u{2019}',
        ]).prop_map(Some)],
        foreign in prop::bool::weighted(0.2),
        (entry, unit) in prop::sample::select(UNITS.to_vec()),
        (unit_first, minus_first) in any::<(bool, bool)>(),
        minus in prop::sample::select(vec!['-', '\u{2212}', '\u{2013}']),
        space in prop::sample::select(SPACES.to_vec()),
        around in prop::sample::select(vec!["", " ", "\t", "\u{200b}", "\u{feff}", "\u{202f}\n"]),
    ) -> Written {
        let whole = whole.to_string();
        Written {
            whole, fraction, negative, gap, foreign, entry, unit, unit_first, minus_first, minus, space, around,
        }
    }
}

impl Written {
    /// The decimal sign, and what stands between thousands.
    fn signs(&self, locale: Locale) -> (char, Option<char>) {
        let (decimal, other) =
            if (locale == Locale::En) == self.foreign { (',', '.') } else { ('.', ',') };
        (decimal, self.gap.map(|gap| if gap == '.' { other } else { gap }))
    }

    fn text(&self, locale: Locale) -> String {
        let (decimal, gap) = self.signs(locale);
        let mut digits = String::new();
        for (i, digit) in self.whole.chars().enumerate() {
            if i > 0 && (self.whole.len() - i).is_multiple_of(3) {
                digits.extend(gap);
            }
            digits.push(digit);
        }
        if !self.fraction.is_empty() {
            digits.push(decimal);
            digits.push_str(&self.fraction);
        }
        let minus = if self.negative { self.minus.to_string() } else { String::new() };
        let Self { unit, space, around, .. } = self;
        let text = match (self.unit_first, self.minus_first) {
            (true, true) => format!("{minus}{unit}{space}{digits}"),
            (true, false) => format!("{unit}{space}{minus}{digits}"),
            (false, _) => format!("{minus}{digits}{space}{unit}"),
        };
        format!("{around}{text}{around}")
    }

    /// What the text says when each sign is what its writer meant, in millionths.
    fn meant(&self) -> i64 {
        let exact = format!("{}.{:0<6}", self.whole, self.fraction).replace('.', "");
        let exact = exact.parse::<i64>().unwrap() / if self.entry == Percent { 100 } else { 1 };
        if self.negative { -exact } else { exact }
    }

    /// What the reader must make of it: the number in millionths, and the doubt that goes with it.
    fn expected(&self, locale: Locale) -> (i64, Option<Doubt>) {
        let gap = self.signs(locale).1;
        let grouped = gap.is_some() && self.whole.len() > 3;
        let pointed = grouped && matches!(gap, Some('.' | ','));
        let short = (1..=3).contains(&self.whole.len()) && self.whole != "0";
        // `1.234`, once as a writer of this locale means it, once as a foreigner does.
        let one_gap = pointed && self.whole.len() <= 6 && self.fraction.is_empty();
        let three_decimals = !grouped && short && self.fraction.len() == 3;
        match (one_gap, three_decimals, self.foreign) {
            (true, _, false) => (self.meant(), Some(Doubt::AsThousands)),
            (_, true, false) => (self.meant(), Some(Doubt::AsDecimal)),
            (true, _, true) => (self.meant() / 1000, Some(Doubt::AsDecimal)),
            (_, true, true) => (self.meant() * 1000, Some(Doubt::AsThousands)),
            _ => (self.meant(), None),
        }
    }
}

/// The number in millionths.
fn micros(digits: &str) -> i64 {
    Decimal::read(digits).unwrap().micros()
}

/// Nothing but what `Decimal` reads, unless it is too large.
fn gives_a_number_or_a_reason(typed: &str) -> Result<(), TestCaseError> {
    for locale in Locale::ALL {
        for entry in [Plain, Money, Percent] {
            let Ok(reading) = read_number(typed, entry, locale) else { continue };
            prop_assert!(Document::parse(&reading.digits).is_ok(), "{}", reading.digits);
            if let Err(why) = Decimal::read(&reading.digits) {
                prop_assert_eq!(format!("{why:?}"), "TooLarge", "{}", reading.digits);
            }
        }
    }
    Ok(())
}

/// How many random numbers each law is tried on, in every locale; `PROPTEST_CASES` raises it.
fn cases() -> ProptestConfig {
    let asked = ProptestConfig::default().cases;
    ProptestConfig { cases: asked.max(10_000), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_is_written_is_read(written in written()) {
        for locale in Locale::ALL {
            let text = written.text(locale);
            let reading = read_number(&text, written.entry, locale);
            let reading = reading.map_err(|why| TestCaseError::fail(format!("{text:?}: {why:?}")))?;
            let (expected, doubt) = written.expected(locale);
            prop_assert_eq!(micros(&reading.digits), expected, "{:?}", text);
            let below = written.entry == Percent && written.unit.is_empty() && written.whole == "0"
                && written.fraction.contains(|digit| digit != '0');
            prop_assert_eq!(reading.doubt, if below { Some(Doubt::BelowOnePercent) } else { doubt }, "{:?}", text);
        }
    }

    #[test]
    fn what_the_formatter_writes_is_read_back(
        value in prop_oneof![-9_999_999_i64..9_999_999, -99_999_999_999_999..99_999_999_999_999_i64],
        places in 0_u32..=6,
    ) {
        // So many places, the others zero.
        let unit = 10_i64.pow(6 - places);
        let value = value / unit * unit;
        let size = value.unsigned_abs();
        let sign = if value < 0 { "-" } else { "" };
        let exact = Decimal::read(&format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)).unwrap();
        let cents = value / 10_000;
        for locale in Locale::ALL {
            let read = |text: &str, entry| micros(&read_number(text, entry, locale).unwrap().digits);
            prop_assert_eq!(read(&locale.decimal(exact), Plain), value);
            prop_assert_eq!(read(&locale.decimal_places(exact, 2), Plain), value);
            prop_assert_eq!(read(&locale.decimal_percent(exact), Percent), value);
            let amount = cents as f64 / 100.0;
            for text in [locale.number(amount, 2), locale.number_up_to(amount, 2), locale.euros(amount, 2)] {
                prop_assert_eq!(read(&text, Money), cents * 10_000, "{}", text);
            }
            for text in [locale.percent(amount, 1), locale.percent_up_to(amount, 1)] {
                prop_assert_eq!(read(&text, Percent), cents * 10_000, "{}", text);
            }
        }
    }

    #[test]
    fn whatever_is_typed_gives_a_number_or_a_reason(typed in ".{0,20}") {
        gives_a_number_or_a_reason(&typed)?;
    }

    #[test]
    fn what_looks_like_a_number_gives_a_number_or_a_reason(typed in "[0-9.,'€%eur \u{202f}\u{2212}+-]{0,14}") {
        gives_a_number_or_a_reason(&typed)?;
    }
}
