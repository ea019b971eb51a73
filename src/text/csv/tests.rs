use super::sheet::is_formula;
use super::*;
use crate::model::evaluate;
use crate::plan::Document;
use crate::text::{NO_VALUE, Word, group_name, label};

const EXAMPLES: [&str; 4] = [
    include_str!("../../../examples/basisschool.json"),
    include_str!("../../../examples/kmo.json"),
    include_str!("../../../examples/woonzorgcentrum.json"),
    include_str!("../../../tests/cases/full.json"),
];

fn read(text: &str) -> (Plan, Evaluation) {
    let plan = Plan::read(&Document::parse(text).unwrap()).unwrap();
    let evaluation = evaluate(&plan).unwrap();
    (plan, evaluation)
}

/// The file, and its rows as a spreadsheet of the language reads them.
fn sheet(locale: Locale, (plan, evaluation): &(Plan, Evaluation)) -> (String, Vec<Vec<String>>) {
    let text = csv(locale, plan, evaluation, "2026-11-22");
    let rows = rows(&text, if locale == Locale::En { ',' } else { ';' });
    (text, rows)
}

/// Reads RFC 4180, and nothing more lenient.
#[track_caller]
fn rows(text: &str, between: char) -> Vec<Vec<String>> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let mut cell = String::new();
        if let Some(mut quoted) = rest.strip_prefix('"') {
            loop {
                let (before, behind) = quoted.split_once('"').expect("a quote that closes");
                cell.push_str(before);
                let Some(more) = behind.strip_prefix('"') else {
                    rest = behind;
                    break;
                };
                cell.push('"');
                quoted = more;
            }
        } else {
            let end = rest.find([between, '\r']).expect("a line that ends");
            cell.push_str(&rest[..end]);
            assert!(
                !cell.contains(['"', '\n', '\t', ';', ',']) || number(&cell).is_some(),
                "{cell}"
            );
            rest = &rest[end..];
        }
        row.push(cell);
        if let Some(behind) = rest.strip_prefix(between) {
            rest = behind;
        } else {
            rest = rest.strip_prefix("\r\n").expect("a line that ends");
            rows.push(std::mem::take(&mut row));
        }
    }
    rows
}

/// The number in a cell, in either notation; never with a sign between thousands.
fn number(cell: &str) -> Option<f64> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let parts: Vec<&str> = digits.split([',', '.']).collect();
    let plain =
        parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    (plain && parts.len() <= 2).then(|| cell.replace(',', ".").parse().unwrap())
}

/// The rows below the headings of a part of the file.
fn part<'r>(rows: &'r [Vec<String>], title: &str) -> &'r [Vec<String>] {
    let start = rows.iter().position(|row| row == &[title]).unwrap() + 2;
    let length = rows[start..].iter().position(|row| row == &[""]).unwrap_or(rows.len() - start);
    &rows[start..start + length]
}

#[allow(clippy::cast_possible_truncation)]
fn cents(cell: &str) -> i64 {
    let (_, places) = cell.split_once([',', '.']).unwrap();
    assert_eq!(places.len(), 2, "{cell}");
    (number(cell).unwrap() * 100.0).round() as i64
}

#[test]
fn the_lines_add_up_to_the_cent() {
    for (example, locale) in EXAMPLES.iter().flat_map(|text| Locale::ALL.map(|l| (text, l))) {
        let result = read(example);
        let (_, rows) = sheet(locale, &result);
        let lines = part(&rows, locale.word(Word::LinesTitle));
        let (lines, totals) = lines.split_at(lines.len() - 4);
        let sum = |cash: Word| -> i64 {
            lines.iter().filter(|row| row[6] == locale.word(cash)).map(|row| cents(&row[5])).sum()
        };
        let totals: Vec<i64> = totals.iter().map(|row| cents(&row[5])).collect();
        assert_eq!(sum(Word::Yes), totals[0]);
        assert_eq!(sum(Word::No), totals[1]);
        assert_eq!(totals[0] + totals[1] + totals[2], totals[3]);
        assert_eq!(totals[3], cents(&Locale::En.number(result.1.budget.full, 2).replace(',', "")));
        for row in lines {
            let product = number(&row[2]).unwrap() * number(&row[4]).unwrap();
            assert!((product - number(&row[5]).unwrap()).abs() < 0.02, "{row:?}");
        }
    }
}

#[test]
fn the_hours_add_up_both_ways() {
    for example in EXAMPLES {
        let (_, rows) = sheet(Locale::NlNl, &read(example));
        let table = part(&rows, Locale::NlNl.word(Word::ByComponent));
        let (total, groups) = table.split_last().unwrap();
        let at = |row: &[String], column: usize| number(&row[column]).unwrap();
        for column in 1..=7 {
            let sum: f64 = groups.iter().map(|row| at(row, column)).sum();
            assert!((sum - at(total, column)).abs() < 0.000_1 * groups.len() as f64);
        }
        for row in table {
            let sum: f64 = (2..=6).map(|column| at(row, column)).sum();
            assert!((sum - at(row, 7)).abs() < 0.000_3, "{row:?}");
        }
    }
}

#[test]
fn every_language_has_the_same_numbers() {
    for example in EXAMPLES {
        let result = read(example);
        let numbers = Locale::ALL.map(|locale| {
            let (text, rows) = sheet(locale, &result);
            assert!(text.ends_with("\r\n") && text.lines().count() == rows.len());
            assert!(rows.iter().flatten().all(|cell| cell != NO_VALUE && !cell.contains("NaN")));
            rows.concat().iter().map(|cell| number(cell)).collect::<Vec<_>>()
        });
        let [first, ..] = &numbers;
        assert!(numbers.iter().all(|other| other == first));
    }
}

#[test]
fn the_headline_figures_stand_first() {
    let result = read(EXAMPLES[1]);
    let (text, rows) = sheet(Locale::NlBe, &result);
    assert!(text.starts_with("\u{feff}Titel;Jaarplan Duurzaam leren 2027\r\nNaam van de organisatie;Schrijnwerkerij Van Acker\r\n"), "{text}");
    let about: Vec<&str> = rows[..6].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(about[2..], ["België (Vlaanderen)", "2027", "v2026.1", "2026-11-22"]);
    let figures = part(&rows, "Kerncijfers");
    assert_eq!(figures[1], ["Aantal Prof-cirkels", "2", "cirkels"]);
    assert_eq!(
        cents(&figures[2][1]),
        cents(&Locale::En.number(result.1.budget.cash, 2).replace(',', ""))
    );
    assert_eq!(figures[4], ["Break-even", "5,2472", "%"]);
    assert!(!csv(Locale::En, &result.0, &result.1, "").contains("Date"));
}

#[test]
fn every_default_is_there() {
    for (example, locale) in EXAMPLES.iter().flat_map(|text| Locale::ALL.map(|l| (text, l))) {
        let result = read(example);
        let (_, rows) = sheet(locale, &result);
        let told = part(&rows, locale.word(Word::DefaultsTitle));
        let names: Vec<&str> = told.iter().map(|row| row[0].as_str()).collect();
        for path in &result.1.defaults_used {
            let whole = path == "costs" || path == "value.benefits" || path.ends_with(".category");
            let name = locale.word(label(path).unwrap().name);
            assert!(whole || names.iter().any(|told| told.starts_with(name)), "{path}");
        }
        assert!(
            names.iter().all(|name| names.iter().filter(|other| *other == name).count() == 1),
            "{names:?}"
        );
        assert!(told.iter().all(|row| row.len() >= 4 && !row[1].is_empty() && !row[3].is_empty()));
    }
    let (_, rows) = sheet(Locale::NlBe, &read(EXAMPLES[1]));
    let told = part(&rows, Locale::NlBe.word(Word::DefaultsTitle));
    for expected in [
        [
            "Loonkost, Schrijners en bureau",
            "48,20",
            "€",
            "uit een bron",
            "Eurostat 2024, loonkosten per uur, hele economie",
        ],
        [
            "Deelname, Schrijners en bureau",
            "80",
            "%",
            "onze aanname",
            "ter vergelijking: 51% in België (Statbel 2020)",
        ],
        [
            "Duur van een weekcyclus",
            "30",
            "minuten",
            "onze aanname",
            "geen gepubliceerd cijfer; 2 uur per week in het Nederlandse basisonderwijs is veel",
        ],
        [
            "Bedrag, Leerplatform en AI",
            "60,00",
            "€",
            "onze aanname",
            "opleiding: € 74 per uur alles inbegrepen (2015), zonder de leertijd; de rest is onze aanname",
        ],
    ] {
        assert!(told.iter().any(|row| row == &expected), "{expected:?} in {told:#?}");
    }
    assert!(told.contains(
        &["Samenstelling", "Groepen gemengd", "", "onze aanname"].map(str::to_owned).to_vec()
    ));
}

#[test]
fn warnings_are_told() {
    let plan = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [
        { "headcount": 3, "fte": 3, "labourCostPerHour": 50 }, { "name": " ", "headcount": 9, "fte": 8 }] }"#;
    let result = read(plan);
    for locale in Locale::ALL {
        let (_, rows) = sheet(locale, &result);
        let told = part(&rows, locale.word(Word::WarningsTitle));
        assert_eq!(told.len() + 1, result.1.warnings.len());
    }
    let (text, _) = sheet(Locale::NlBe, &result);
    assert!(text.contains("\r\nGroep 1;") && text.contains("\r\nGroep 2;"), "{text}");
    assert!(!text.contains("g1"), "{text}");
}

#[test]
fn no_text_is_a_formula() {
    let formulas = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1+1",
        "\t=1+1",
        "\n=1",
        "\r=1",
        "\ttab",
        "\u{a0}=1",
        "\u{3000}@x",
        "\u{200b}=1",
        "\u{feff}=1",
        "\u{0}=1",
        "\u{1}\u{7f} -1",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "=cmd|'/c calc'!A0",
        "=HYPERLINK(\"http://x\";\"y\")",
        "-",
        "=",
        "\u{202e}=1",
    ];
    let harmless = [
        "\";=1+1;\"",
        "a\r\nb",
        "a\nb;c,d\te",
        "\"\"",
        "'=1",
        "x;=1+1",
        "x,=1+1",
        "x\t=1",
        "x\n=1+1",
        " ",
        "  ruimte ",
        "日本",
    ];
    let nasty = || formulas.into_iter().chain(harmless);
    for label in nasty() {
        let quoted = crate::plan::Node::Text(label.to_owned()).to_string();
        let plan = format!(
            r#"{{ "schemaVersion": 1, "year": 2027, "country": "NL", "title": {quoted}, "organisation": {quoted},
            "groups": [{{ "name": {quoted}, "headcount": 12, "fte": 10 }}, {{ "id": {quoted}, "headcount": 3, "fte": 3, "labourCostPerHour": 9 }}],
            "costs": [{{ "id": {quoted}, "basis": "fixed", "amount": 10, "label": {quoted} }}],
            "subsidies": [{{ "id": "s", "basis": "fixed", "amount": 10, "label": {quoted} }}], {quoted}: 1,
            "profCircles": {{ "composition": "perGroup" }},
            "value": {{ "benefits": [{{ "id": {quoted}, "kind": "custom", "label": {quoted} }}] }} }}"#
        );
        let result = read(&plan);
        for locale in Locale::ALL {
            let text = csv(locale, &result.0, &result.1, label);
            let rows = rows(&text, if locale == Locale::En { ',' } else { ';' });
            for cell in rows.iter().flatten() {
                assert!(number(cell).is_some() || !is_formula(cell), "{cell:?} of {label:?}");
            }
            // The label is there, whole, and only guarded when it needs it.
            let guarded = format!("{}{label}", if is_formula(label) { "'" } else { "" });
            assert_eq!(rows[0][1], guarded);
            assert!(rows[5][1] == guarded);
            // Also as a spreadsheet of another language splits it, which only knows its own sign.
            let other = if locale == Locale::En { ';' } else { ',' };
            for line in text.split("\r\n").filter(|line| !line.contains('"')) {
                assert!(
                    line.split(other).all(|cell| number(cell).is_some() || !is_formula(cell)),
                    "{line:?}"
                );
            }
        }
    }
    for label in nasty() {
        assert_eq!(is_formula(label), !harmless.contains(&label), "{label:?}");
    }
    assert!(!is_formula("Zorg = welzijn") && !is_formula("") && !is_formula("'=1"));
}

#[test]
fn a_large_plan_takes_no_time() {
    let group = r#"{ "headcount": 12, "fte": 10 }"#;
    let groups = vec![group; 10_000].join(",");
    let plan =
        format!(r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{groups}] }}"#);
    let (text, rows) = sheet(Locale::FrBe, &read(&plan));
    assert!(rows.len() > 100_000 && text.len() > 1_000_000);
    assert_eq!(group_name(Locale::FrBe, &read(&plan).0, 9_999), "Groupe 10000");
}
