//! A table from a spreadsheet, pasted into the table of groups.
//!
//! Spreadsheets and word processors put a table on the clipboard as text: tabs between cells, a
//! line for each row, quotes around a cell that holds a line break. What stands in the cells is read by
//! the fields, as if it were typed there.

use crate::plan::limits::MAX_GROUPS;
use crate::plan::schema;
use crate::text::{Entry, Locale, read_number};

/// What is asked of each group, in the order of the table on the screen.
pub const GROUP_FIELDS: [&str; 7] =
    [NAME, HEADCOUNT, FTE, LABOUR_COST_PER_HOUR, PARTICIPATION, REPLACEMENT_SHARE, LEADERS];

const NAME: &str = "name";
const HEADCOUNT: &str = schema::HEADCOUNT.key();
const FTE: &str = schema::FTE.key();
const LABOUR_COST_PER_HOUR: &str = schema::LABOUR_COST_PER_HOUR.key();
const PARTICIPATION: &str = schema::PARTICIPATION.key();
const REPLACEMENT_SHARE: &str = schema::REPLACEMENT_SHARE.key();
const LEADERS: &str = schema::LEADERS.key();

/// Where the cells of a pasted table go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The cells that have a field. An empty cell changes nothing, so it is not here.
    pub cells: Vec<Cell>,
    /// How many rows they take, from the row where the table is pasted.
    pub rows: usize,
    /// What stood in cells without a field: columns that are not known, a row of totals.
    pub leftover: Vec<String>,
}

/// A cell and its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How many rows below the one where the table is pasted.
    pub row: usize,
    /// One of [`GROUP_FIELDS`].
    pub field: &'static str,
    /// What stood in the cell, on one line.
    pub text: String,
}

/// Reads a table that is pasted in the field `start`; `None` when it is no table but one text, or when
/// `start` is none of [`GROUP_FIELDS`].
///
/// With a row of headings the columns go where these say, in any of the languages; without one they go
/// from `start` on.
pub fn table(text: &str, start: &str, locale: Locale) -> Option<Pasted> {
    let start = GROUP_FIELDS.iter().position(|field| *field == start)?;
    placed(&rows(text), start, locale)
}

/// The cells of all rows, in the fields from the place `start` on or where the headings say.
fn placed(all: &[Vec<String>], start: usize, locale: Locale) -> Option<Pasted> {
    let width = all.iter().map(Vec::len).max()?;
    if width == 1 && all.len() < 2 {
        return None;
    }
    let mut rows: Vec<&[String]> = Vec::new();
    for row in all {
        if width == 1 || !is_blank(row) {
            rows.push(row);
        }
    }
    let mut columns = headed(&rows, locale);
    let headings = usize::from(!columns.is_empty());
    if headings == 0 {
        columns.extend(GROUP_FIELDS.iter().skip(start));
    }
    let mut pasted = Pasted::default();
    for (place, cells) in rows.iter().enumerate() {
        let is_heading = place < headings;
        let row = if is_heading { 0 } else { place - headings };
        let is_last = place + 1 == rows.len();
        let is_left = row >= MAX_GROUPS || is_last && row > 0 && is_total(cells, &columns);
        for (column, text) in cells.iter().enumerate() {
            match columns.get(column) {
                _ if text.is_empty() => {}
                Some(field) if !field.is_empty() && !is_left => {
                    if !is_heading {
                        pasted.rows = row + 1;
                        pasted.cells.push(Cell { row, field, text: text.clone() });
                    }
                }
                _ => pasted.leftover.push(text.clone()),
            }
        }
    }
    Some(pasted)
}

// ── Cells ───────────────────────────────────────────────────────────────────────────────────────

/// Whether this stands behind a cell.
fn is_end(sign: u8) -> bool {
    matches!(sign, b'\t' | b'\n' | b'\r')
}

/// The cells of each row, up to the last row with anything in it.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), text);
    loop {
        let (cell, behind) = cell(rest);
        row.push(one_line(&cell));
        let mut signs = behind.chars();
        let end = signs.next();
        rest = signs.as_str();
        if end == Some('\t') {
            continue;
        }
        rows.push(std::mem::take(&mut row));
        if end.is_none() {
            break;
        }
        if end == Some('\r') {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    while rows.last().is_some_and(|row| is_blank(row)) {
        rows.pop();
    }
    rows
}

/// The first cell, and what comes behind it.
fn cell(text: &str) -> (String, &str) {
    if let Some(quoted) = text.strip_prefix('"').and_then(quoted) {
        return quoted;
    }
    let end = text.bytes().position(is_end).unwrap_or(text.len());
    let (cell, behind) = text.split_at(end);
    (cell.to_owned(), behind)
}

/// What stands between quotes, and what comes behind them; `None` when it is no quoted cell.
///
/// `text` is what comes behind the first quote. A quote in the cell is written twice.
fn quoted(mut text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    loop {
        let (before, behind) = text.split_once('"')?;
        cell.push_str(before);
        if let Some(more) = behind.strip_prefix('"') {
            cell.push('"');
            text = more;
        } else {
            let ends = behind.bytes().next().is_none_or(is_end);
            return ends.then_some((cell, behind));
        }
    }
}

/// A cell as a field can hold it: Excel and Word have three signs for a line break in a cell.
fn one_line(cell: &str) -> String {
    let is_space: fn(char) -> bool = |c| c.is_whitespace() || c == '\u{feff}';
    let lines = cell.trim_matches(is_space);
    let (mut line, mut before) = (String::with_capacity(lines.len()), ' ');
    for c in lines.chars() {
        match c {
            '\n' if before == '\r' => {} // of the same line break
            '\n' | '\r' | '\t' | '\u{b}' | '\u{2028}' => line.push(' '),
            _ => line.push(c),
        }
        before = c;
    }
    line
}

fn is_blank(row: &[String]) -> bool {
    row.iter().all(String::is_empty)
}

// ── Headings ────────────────────────────────────────────────────────────────────────────────────

/// The field that a heading names by what it has in it, and by what it has not; `_` is the edge of a word.
/// The first row that fits counts.
#[rustfmt::skip]
const HEADINGS: [(&str, &str, &str); 8] = [
    (LEADERS, "leiding|responsable|manager|leader|cadre", "perc|share|_part_"),
    (REPLACEMENT_SHARE, "vervang|rempla|replace", "kost|coût|cost|factor|facteur|uren|uur|heure|hour"),
    (PARTICIPATION, "deelname|participatie|participation", "kost|coût|cost"),
    (LABOUR_COST_PER_HOUR,
        "loonkost|uurkost|kost_per_uur|kosten_per_uur|coût_salari|coûts_salari|coût_horaire|labour_cost|labor_cost|hourly_cost|cost_per_hour",
        "_jaar|_maand|_year|_month|_annu|_an_|_mois_|_mensuel|_totaal|_total|_fte_|_vte_|_etp_"),
    (FTE, "_fte_|_ftes_|_vte_|_etp_|equivalent|équivalent", "kost|coût|cost|uren|heure|hour"),
    (HEADCOUNT, "aantal|headcount|koppen|_heads_|nombre|number_of|effectif|personen|personnes",
        "_uur|_uren|_dagen|_weken|_heures|_jours|_hours|_days|deelnem|participa|kost|coût|cost"),
    (NAME, NAMES, "kost|coût|cost"),
    (HEADCOUNT, "medewerker|werknemer|personeel|travailleur|collaborateur|employee|staff|people",
        "nummer|number|matricule|kost|coût|cost|_id_"),
];

const NAMES: &str = "_naam|groep|_nom_|groupe|_name|_group|afdeling|dienst|_team|_service|département|department|équipe|functie";

/// The rows that only add the others up.
const TOTALS: &str = "_totaal_|_total_|_totaux_|_som_|_somme_|_sum_|_eindtotaal_|_grand_total_";

/// The letters of a heading, small, with a `_` around each word.
fn letters(text: &str) -> String {
    let mut letters = String::from('_');
    for c in text.chars().chain([' ']) {
        match c {
            'a'..='z' | 'ß'..='ɏ' => letters.push(c),
            'A'..='Z' | 'À'..='Þ' => letters.extend(char::from_u32(u32::from(c) + 32)),
            _ if letters.ends_with('_') => {}
            _ => letters.push('_'),
        }
    }
    letters
}

/// The field that a heading names; empty for none.
fn named(heading: &str) -> &'static str {
    let letters = letters(heading);
    for (field, with, without) in &HEADINGS {
        if has(&letters, with) && !has(&letters, without) {
            let is_share = matches!(*field, PARTICIPATION | REPLACEMENT_SHARE);
            return if is_share || !heading.contains('%') { field } else { "" };
        }
    }
    ""
}

/// Whether one of these words, with a `|` between them, stands in the letters of a heading.
fn has(letters: &str, words: &str) -> bool {
    words.split('|').any(|word| letters.contains(word))
}

/// Whether the letters are one of these words and nothing else.
fn is_one(letters: &str, words: &str) -> bool {
    words.split('|').any(|word| letters.trim_matches('_') == word.trim_matches('_'))
}

/// The field of each column, when the first row is one of headings: empty for a column without one.
fn headed(rows: &[&[String]], locale: Locale) -> Vec<&'static str> {
    let mut columns = Vec::new();
    let Some((first, below)) = rows.split_first() else { return columns };
    if below.is_empty() || first.iter().any(|cell| is_number(cell, locale)) {
        return columns;
    }
    // A name of a group may look like a heading: `Team Noord`, `Leidinggevenden`. Numbers tell, or a heading
    // that is only that.
    let mut tells = false;
    for (place, heading) in first.iter().enumerate() {
        let mut field = named(heading);
        if columns.contains(&field) {
            field = "";
        }
        columns.push(field);
        tells |= match field {
            "" => false,
            NAME => is_one(&letters(heading), NAMES),
            _ => has_numbers(below, place, locale),
        };
    }
    if !tells {
        return Vec::new();
    }
    // The names often stand in a first column without a heading.
    let nameless = !columns.contains(&NAME) && !has_numbers(below, 0, locale);
    if let (Some(field), Some("")) = (columns.first_mut(), first.first().map(String::as_str))
        && nameless
    {
        *field = NAME;
    }
    columns
}

fn is_number(text: &str, locale: Locale) -> bool {
    let kinds = [Entry::Plain, Entry::Money, Entry::Percent];
    kinds.into_iter().any(|kind| read_number(text, kind, locale).is_ok())
}

/// Whether a number stands somewhere in a column.
fn has_numbers(rows: &[&[String]], column: usize, locale: Locale) -> bool {
    rows.iter().any(|row| row.get(column).is_some_and(|cell| is_number(cell, locale)))
}

/// Whether a row only adds up the others.
fn is_total(cells: &[String], columns: &[&str]) -> bool {
    let (mut filled, mut is_total) = (0, false);
    for (column, cell) in cells.iter().enumerate() {
        filled += usize::from(!cell.is_empty());
        is_total |= columns.get(column) == Some(&NAME) && is_one(&letters(cell), TOTALS);
    }
    is_total && filled > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::label;
    use proptest::prelude::*;

    /// `0 name Zorg | 0 fte 12,5 | ! what is left over`.
    fn told(pasted: &Pasted) -> String {
        let cell = |cell: &Cell| format!("{} {} {}", cell.row, cell.field, cell.text);
        let left = |text: &String| format!("! {text}");
        let parts = pasted.cells.iter().map(cell).chain(pasted.leftover.iter().map(left));
        parts.collect::<Vec<_>>().join(" | ")
    }

    #[track_caller]
    fn check(text: &str, start: &str, expected: &str) {
        let pasted =
            table(text, start, Locale::NlBe).unwrap_or_else(|| panic!("no table: {text:?}"));
        assert_eq!(told(&pasted), expected, "{text:?}");
        let rows = pasted.cells.iter().map(|cell| cell.row + 1).max();
        assert_eq!(pasted.rows, rows.unwrap_or_default());
    }

    #[test]
    fn one_text_is_no_table() {
        for text in [
            "",
            "Zorg",
            "Zorg\n",
            "Zorg\r\n",
            "\n",
            "\t",
            "\t\t\r\n\t\t",
            "  12,5  ",
            "\"twee\nregels\"",
            "\"een",
            "\u{feff}",
        ] {
            assert_eq!(table(text, "name", Locale::NlBe), None, "{text:?}");
        }
        assert_eq!(table("a\tb\nc\td", "replacementCostFactor", Locale::NlBe), None);
    }

    #[test]
    #[rustfmt::skip]
    fn without_headings_cells_go_from_the_field_on() {
        check("Zorg\t12\t10,5\r\nStaf\t8\t7\r\n", "name",
            "0 name Zorg | 0 headcount 12 | 0 fte 10,5 | 1 name Staf | 1 headcount 8 | 1 fte 7");
        check("12\t10,5\n8\t7", "headcount", "0 headcount 12 | 0 fte 10,5 | 1 headcount 8 | 1 fte 7");
        check("€ 48,20\t80%\t10 %\t2", "labourCostPerHour",
            "0 labourCostPerHour € 48,20 | 0 participation 80% | 0 replacementShare 10 % | 0 leaders 2");
        check("1\n2\n\n4\n", "fte", "0 fte 1 | 1 fte 2 | 3 fte 4");
        check("1\r2\r3\r", "leaders", "0 leaders 1 | 1 leaders 2 | 2 leaders 3");
        check("2\tx\n3\ty", "leaders", "0 leaders 2 | 1 leaders 3 | ! x | ! y");
        check("Zorg\t12\t10\t48\t80%\t10%\t2\textra\n", "name",
            "0 name Zorg | 0 headcount 12 | 0 fte 10 | 0 labourCostPerHour 48 | 0 participation 80% | 0 replacementShare 10% | 0 leaders 2 | ! extra");
        // Names that look like headings.
        check("Team Noord\nTeam Zuid", "name", "0 name Team Noord | 1 name Team Zuid");
        check("Leidinggevenden\nMedewerkers\nStaf", "name", "0 name Leidinggevenden | 1 name Medewerkers | 2 name Staf");
        check("Personeelsdienst\t12\nTechnische dienst\t8", "name",
            "0 name Personeelsdienst | 0 headcount 12 | 1 name Technische dienst | 1 headcount 8");
        check("Groep\tMedewerkers", "name", "0 name Groep | 0 headcount Medewerkers");
        // Rows of unequal length, and empty ones in a table.
        check("Zorg\t12\t10\n\t\t\nStaf\n\n", "name", "0 name Zorg | 0 headcount 12 | 0 fte 10 | 1 name Staf");
    }

    #[test]
    #[rustfmt::skip]
    fn headings_say_where_columns_go() {
        check("VTE\tGroep\tOpmerking\n10,5\tZorg\tnacht\n7\tStaf\t", "leaders",
            "0 fte 10,5 | 0 name Zorg | 1 fte 7 | 1 name Staf | ! Opmerking | ! nacht");
        check("Naam\tAantal medewerkers\tVTE (gemiddeld)\tLoonkost per uur (€)\t% deelname\tVervanging in %\tAantal leidinggevenden\nZorg\t12\t10\t48,20\t80\t10\t2", "headcount",
            "0 name Zorg | 0 headcount 12 | 0 fte 10 | 0 labourCostPerHour 48,20 | 0 participation 80 | 0 replacementShare 10 | 0 leaders 2");
        check("\tMedewerkers\tFTE\nZorg\t12\t10", "name", "0 name Zorg | 0 headcount 12 | 0 fte 10");
        check("\tMedewerkers\n1\t12\n2\t8", "name", "0 headcount 12 | 1 headcount 8 | ! 1 | ! 2");
        check("VTE\n12,5\n10", "fte", "0 fte 12,5 | 1 fte 10");
        check("Naam\nZorg\nStaf", "name", "0 name Zorg | 1 name Staf");
        check("Groep\tMedewerkers\nZorg\t\nStaf\t", "name", "0 name Zorg | 1 name Staf");
        check("Groep\tVTE\tVTE\nZorg\t10\t11", "name", "0 name Zorg | 0 fte 10 | ! VTE | ! 11");
        // A row of totals is not a group.
        check("Groep\tMedewerkers\nZorg\t12\nStaf\t8\nTotaal\t20\n", "name",
            "0 name Zorg | 0 headcount 12 | 1 name Staf | 1 headcount 8 | ! Totaal | ! 20");
        check("Zorg\t12\nTOTAL:\t12", "name", "0 name Zorg | 0 headcount 12 | ! TOTAL: | ! 12");
        check("Totaal\t12", "name", "0 name Totaal | 0 headcount 12");
        check("Totaal\t12\nZorg\t12", "name", "0 name Totaal | 0 headcount 12 | 1 name Zorg | 1 headcount 12");
    }

    #[test]
    #[rustfmt::skip]
    fn cells_may_hold_quotes_and_line_breaks() {
        check("\"Zorg\nen welzijn\"\t12\n", "name", "0 name Zorg en welzijn | 0 headcount 12");
        check("\"Zorg\r\nen \"\"welzijn\"\"\"\t12\r\n\"a\tb\"\t3", "name",
            "0 name Zorg en \"welzijn\" | 0 headcount 12 | 1 name a b | 1 headcount 3");
        check("Zorg\u{b}en welzijn\t12\u{a0}\n \u{feff}Staf \t 8 ", "name",
            "0 name Zorg en welzijn | 0 headcount 12 | 1 name Staf | 1 headcount 8");
        // Quotes that are not around a whole cell stay.
        check("\"A\" team\t12\n5\" buis\t3\n\"open\t4", "name",
            "0 name \"A\" team | 0 headcount 12 | 1 name 5\" buis | 1 headcount 3 | 2 name \"open | 2 headcount 4");
        check("\"\"\t12\nx\t3", "name", "0 headcount 12 | 1 name x | 1 headcount 3");
    }

    #[test]
    fn the_headings_of_the_screen_are_known_in_every_language() {
        for field in GROUP_FIELDS {
            let name = label(&format!("groups[].{field}")).unwrap().name;
            for locale in Locale::ALL {
                let heading = locale.word(name);
                assert_eq!(named(heading), field, "{heading}");
                assert_eq!(named(&heading.to_uppercase()), field, "{heading}");
            }
        }
    }

    #[test]
    #[rustfmt::skip]
    fn headings_are_recognised_loosely() {
        for (field, headings) in [
            ("name", &["Groep", "Naam", "groepsnaam", "Medewerkersgroep", "Afdeling", "Dienst", "Team", "Nom", "Groupe",
                "Département", "SERVICE", "Équipe", "Name", "Group", "Department", "Functiegroep"][..]),
            ("headcount", &["Aantal", "Aantal koppen", "Headcount", "Medewerkers (aantal)", "# werknemers", "Personeel",
                "Nombre de travailleurs", "Effectif", "Nombre", "Employees", "Number of people", "Staff", "Aantal in groep"]),
            ("fte", &["vte", "VTE's", "FTE", "FTEs", "ETP", "Aantal VTE", "Nombre d’ETP", "Voltijds equivalenten", "Full-time equivalents"]),
            ("labourCostPerHour", &["Loonkost", "Loonkosten", "Uurkost", "Loonkost/uur", "Loonkost per uur (€)", "Kosten per uur", "Coût salarial horaire",
                "Coût horaire", "Labour cost", "Labor cost per hour", "Hourly cost"]),
            ("participation", &["Deelname", "Deelname %", "Deelnamegraad", "Taux de participation", "Participation rate"]),
            ("replacementShare", &["Vervanging", "Vervangingsgraad", "Remplacement (%)", "Replacement"]),
            ("leaders", &["Leidinggevenden", "Aantal leidinggevenden", "Leiding", "Responsables", "Cadres", "Managers", "Team leaders"]),
        ] {
            for heading in headings {
                assert_eq!(named(heading), field, "{heading}");
            }
        }
        // What looks like a field but counts something else.
        for heading in ["", "Opmerking", "Loonkost per jaar", "Jaarlijkse loonkost", "Coût salarial annuel", "Loonkost per VTE", "Labour cost per month",
            "Deelnemers", "Aantal deelnemers", "Uren", "Aantal uren", "Kost vervanging", "Kostenfactor van vervanging", "Personeelsnummer",
            "Uurloon", "% leidinggevenden", "% VTE", "Software", "after"] {
            assert_eq!(named(heading), "", "{heading}");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_over() {
        let many = "Zorg\t1\n".repeat(MAX_GROUPS + 5);
        let pasted = table(&many, "name", Locale::En).unwrap();
        assert_eq!(
            (pasted.rows, pasted.cells.len(), pasted.leftover.len()),
            (MAX_GROUPS, 2 * MAX_GROUPS, 10)
        );
        let headed = table(&format!("Name\tEmployees\n{many}"), "name", Locale::En).unwrap();
        assert_eq!(headed, pasted);
    }

    #[test]
    fn large_pastes_take_no_time() {
        for part in ["\"\t", "\"", "\"\"\t", "\"a\"\"b\n", "\t", "\n", "\"\n\"", "a\t\"\"\"", "é\r"]
        {
            let _ = table(&part.repeat(1_000_000), "name", Locale::NlBe);
        }
        let _ = table(&format!("{}\n1\n2", "x\tVTE\t".repeat(100_000)), "name", Locale::NlBe);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(
            rows in proptest::collection::vec(proptest::collection::vec("[a-z0-9,€%]{0,4}|Groep|VTE|Totaal|[\"\\t\\nx]{0,4}", 1..9), 1..9),
            start in 0..GROUP_FIELDS.len(),
            line in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        ) {
            let cell = |text: &String| {
                let plain = !text.contains(['"', '\t', '\n']);
                if plain { text.clone() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
            };
            let lines = rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t"));
            let text = lines.collect::<Vec<_>>().join(line);
            let Some(pasted) = table(&text, GROUP_FIELDS[start], Locale::NlBe) else {
                let filled = rows.iter().flatten().filter(|text| !text.trim().is_empty());
                prop_assert!(filled.count() <= 1);
                return Ok(());
            };
            let mut found: Vec<&str> = pasted.cells.iter().map(|cell| cell.text.as_str())
                .chain(pasted.leftover.iter().map(String::as_str)).collect();
            let stood: Vec<String> = rows.iter().flatten().map(|text| one_line(text)).filter(|text| !text.is_empty()).collect();
            let mut stood: Vec<&str> = stood.iter().map(String::as_str).collect();
            found.sort_unstable();
            stood.sort_unstable();
            if found.len() < stood.len() {
                // Only the headings of known columns are used up.
                stood.retain(|text| named(text).is_empty());
                found.retain(|text| named(text).is_empty());
            }
            prop_assert_eq!(found, stood);
            let mut seen: Vec<(usize, &str)> = pasted.cells.iter().map(|cell| (cell.row, cell.field)).collect();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), pasted.cells.len());
        }

        #[test]
        fn any_text_is_a_table_or_not(text in "(\\PC|[\t\n\r\"]){0,60}", start in 0..GROUP_FIELDS.len()) {
            for locale in Locale::ALL {
                let _ = table(&text, GROUP_FIELDS[start], locale);
            }
        }
    }
}
