//! What follows from a plan, as a file for a spreadsheet.
//!
//! UTF-8 with its mark in front, lines that end as in Windows, and the signs that a spreadsheet of the
//! language expects: `;` and a decimal comma, in English `,` and a point. A number stands in a cell of its
//! own, without a unit and without signs between thousands.

use std::collections::BTreeSet;

use super::errors::{Subject, warning};
use super::lines::{benefit_name, cost_name, line_kind, line_unit};
use super::number::NO_VALUE;
use super::{Kind, Locale, Phrase, Word, label, list, source};
use crate::model::MODEL;
use crate::model::evaluation::{ByComponent, CircleSize, Evaluation, Line, LineUnit};
use crate::plan::{Basis, Country, InList, Input, Path, Plan};

/// The result of a plan as CSV; `date` is written as it is, unless it is empty.
///
/// ```
/// # use jaarplan::{Document, Plan, evaluate, text::{Locale, csv}};
/// let document = Document::parse(r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
///     "groups": [{ "name": "Zorg", "headcount": 120, "fte": 96.5 }] }"#)?;
/// let plan = Plan::read(&document)?;
/// let text = csv(Locale::NlBe, &plan, &evaluate(&plan)?, "");
/// assert!(text.contains("\r\nZorg;Vervanging tijdens leren;"));
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
pub fn csv(locale: Locale, plan: &Plan, evaluation: &Evaluation, date: &str) -> String {
    let mut sheet = Sheet { locale, text: String::from('\u{feff}'), plan, at_start: true };
    sheet.about(date);
    sheet.headlines(evaluation);
    sheet.budget(evaluation);
    sheet.time(evaluation);
    sheet.circles(evaluation);
    sheet.value(evaluation);
    sheet.assumptions();
    sheet.warnings(evaluation);
    sheet.text
}

/// The name of the group at a place; a group without one is called by its number.
pub fn group_name(locale: Locale, plan: &Plan, place: usize) -> String {
    let number = place + 1;
    match plan.groups.get(place) {
        Some(group) if !group.name.trim().is_empty() && group.name != format!("g{number}") => {
            group.name.trim().to_owned()
        }
        _ => locale.say(Phrase::NamelessGroup(number)),
    }
}

/// What stands in a cell.
#[derive(Clone, Copy)]
enum Cell<'a> {
    Empty,
    Text(&'a str),
    Word(Word),
    /// A number as this language writes it.
    Digits(&'a str),
    /// To four decimals.
    Number(f64),
    /// To six decimals: with a price it makes the amount of its line.
    Quantity(f64),
    /// Two decimals.
    Amount(f64),
    /// Two decimals or more.
    Price(f64),
    /// In percent.
    Share(f64),
}

use Cell::{Amount, Empty, Number, Price, Quantity, Share, Text};

/// A cell for a figure that may be undefined.
fn maybe<'a>(figure: Option<f64>, cell: fn(f64) -> Cell<'a>) -> Cell<'a> {
    figure.map_or(Empty, cell)
}

const EURO: Cell = Text("€");
const PERCENT: Cell = Text("%");

struct Sheet<'p> {
    locale: Locale,
    plan: &'p Plan,
    text: String,
    /// Whether no cell of this row is written yet.
    at_start: bool,
}

impl Sheet<'_> {
    // ── Cells and rows ──────────────────────────────────────────────────────────────────────────

    fn row(&mut self, cells: &[Cell]) {
        for &cell in cells {
            self.cell(cell);
        }
        self.end();
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.at_start = true;
    }

    fn cell(&mut self, cell: Cell) {
        if !std::mem::take(&mut self.at_start) {
            self.text.push(if self.locale.signs().decimal == ',' { ';' } else { ',' });
        }
        let locale = self.locale;
        let number = match cell {
            Empty => return,
            Text(text) => return self.put(text),
            Cell::Word(word) => return self.put(locale.word(word)),
            Cell::Digits(digits) => digits.to_owned(),
            Number(number) => locale.number_up_to(number, 4),
            Quantity(number) => locale.number_up_to(number, 6),
            Share(share) => locale.number_up_to(share * 100.0, 4),
            Amount(amount) => locale.number(amount, 2),
            Price(price) => {
                let (exact, cents) = (locale.number_up_to(price, 6), locale.number(price, 2));
                if exact.len() > cents.len() { exact } else { cents }
            }
        };
        if number != NO_VALUE {
            let thousands = locale.signs().thousands;
            for sign in number.chars() {
                if sign != thousands {
                    self.text.push(sign);
                }
            }
        }
    }

    /// A text that no spreadsheet takes for a formula, in quotes where it needs them.
    fn put(&mut self, text: &str) {
        let is_special = |byte| matches!(byte, b'"' | b';' | b',' | b'\t' | b'\r' | b'\n');
        let is_quoted = text.bytes().any(is_special) || text.trim() != text;
        let quote = if is_quoted { "\"" } else { "" };
        self.text.push_str(quote);
        if is_formula(text) {
            self.text.push('\'');
        }
        for c in text.chars() {
            if c == '"' {
                self.text.push('"');
            }
            self.text.push(c);
        }
        self.text.push_str(quote);
    }

    fn title(&mut self, word: Word) {
        self.end();
        self.row(&[Cell::Word(word)]);
    }

    fn words(&mut self, words: &[Word]) {
        self.headings(words);
        self.end();
    }

    fn headings(&mut self, words: &[Word]) {
        for &word in words {
            self.cell(Cell::Word(word));
        }
    }

    /// The heading of a column whose numbers all have one unit.
    fn heading(&mut self, word: Word, unit: &str) {
        let heading = format!("{} ({unit})", self.locale.word(word));
        self.cell(Text(&heading));
    }

    /// The headings of figures.
    fn figures(&mut self) {
        self.words(&[Word::Figure, Word::Value, Word::UnitTitle]);
    }

    fn euros(&mut self, name: Word, amount: Option<f64>) {
        self.row(&[Cell::Word(name), maybe(amount, Amount), EURO]);
    }

    fn share(&mut self, name: Word, share: Option<f64>) {
        self.row(&[Cell::Word(name), maybe(share, Share), PERCENT]);
    }

    fn number(&mut self, name: Word, number: Option<f64>, unit: Word) {
        self.row(&[Cell::Word(name), maybe(number, Number), Cell::Word(unit)]);
    }

    fn group_name(&self, place: usize) -> String {
        group_name(self.locale, self.plan, place)
    }

    // ── The parts of the file ───────────────────────────────────────────────────────────────────

    fn about(&mut self, date: &str) {
        let plan = self.plan;
        let country = match plan.country {
            Country::Be => Word::Belgium,
            Country::Nl => Word::Netherlands,
        };
        // With a letter, so that no spreadsheet takes it for a date.
        let model = format!("v{MODEL}");
        for &(name, value) in &[
            (Word::Title, Text(&plan.title)),
            (Word::OrganisationName, Text(&plan.organisation)),
            (Word::Country, Cell::Word(country)),
            (Word::Year, Number(plan.year.into())),
            (Word::ModelVersion, Text(&model)),
        ] {
            self.row(&[Cell::Word(name), value]);
        }
        if !date.is_empty() {
            self.row(&[Cell::Word(Word::Date), Text(date)]);
        }
    }

    fn headlines(&mut self, e: &Evaluation) {
        self.title(Word::KeyFigures);
        self.figures();
        self.number(Word::HoursPerEmployee, e.learning_time.hours_per_employee, Word::Hours);
        self.number(Word::CircleCount, Some(e.prof_circles.circles as f64), Word::Circles);
        self.euros(Word::CashBudget, Some(e.budget.cash));
        self.euros(Word::FullCost, Some(e.budget.full));
        self.share(Word::BreakEven, e.value.break_even_uplift);
    }

    fn budget(&mut self, e: &Evaluation) {
        let (budget, plan) = (&e.budget, self.plan);
        self.title(Word::LinesTitle);
        self.headings(&[Word::Group, Word::LineLabel, Word::Quantity, Word::UnitTitle]);
        self.heading(Word::UnitPrice, "€");
        self.heading(Word::CostAmount, "€");
        self.words(&[Word::CostCash]);
        let cents = |amount: f64| (amount * 100.0).round();
        let (mut other, mut place) = (0.0, 0);
        for line in &budget.lines {
            if !line.cash {
                other += cents(line.amount);
            }
            if line.amount != 0.0 {
                let mut group = String::new();
                if let Some(id) = &line.group {
                    place = place_of(plan, id, place);
                    group = self.group_name(place);
                }
                let is_money = line.unit == LineUnit::Euro;
                let quantity = if is_money { Amount } else { Quantity }(line.quantity);
                self.row(&[
                    Text(&group),
                    Text(line_kind(self.locale, line)),
                    quantity,
                    unit(line),
                    Price(line.unit_price),
                    Amount(line.amount),
                    Cell::Word(if line.cash { Word::Yes } else { Word::No }),
                ]);
            }
        }
        let covered = cents(budget.full) - cents(budget.cash) - other;
        for &(name, amount) in &[
            (Word::CashBudget, budget.cash),
            (Word::OtherLines, other / 100.0),
            (Word::CoveredTime, covered / 100.0),
            (Word::FullCost, budget.full),
        ] {
            self.row(&[Empty, Cell::Word(name), Empty, Empty, Empty, Amount(amount)]);
        }
        self.title(Word::Budget);
        self.figures();
        self.euros(Word::Available, budget.available);
        self.euros(Word::Gap, budget.gap);
        self.euros(Word::ExpectedSpend, Some(budget.expected_spend));
        self.euros(Word::ExpectedUnderspend, Some(budget.expected_underspend));
        self.euros(Word::Payroll, Some(budget.payroll));
        self.share(Word::CashOfPayroll, budget.share_of_payroll.cash);
        self.share(Word::FullOfPayroll, budget.share_of_payroll.full);
        self.euros(Word::CashPerEmployee, budget.per_employee.cash);
        self.euros(Word::FullPerEmployee, budget.per_employee.full);
        self.euros(Word::CashPerParticipant, budget.per_participant.cash);
        self.euros(Word::FullPerParticipant, budget.per_participant.full);
        self.euros(Word::CashPerFte, budget.per_fte.cash);
        self.euros(Word::FullPerFte, budget.per_fte.full);
        self.euros(Word::Reported, Some(budget.reported));
    }

    fn time(&mut self, e: &Evaluation) {
        let time = &e.learning_time;
        self.title(Word::ByComponent);
        self.headings(&[
            Word::Group,
            Word::ParticipantCount,
            Word::WeekCycles,
            Word::ProfCircles,
            Word::ProfTrack,
            Word::Formal,
            Word::Talks,
            Word::Total,
            Word::HoursPerEmployee,
            Word::HoursPerFte,
        ]);
        self.heading(Word::ShareOfWorkingTime, "%");
        self.end();
        for (place, group) in time.groups.iter().enumerate() {
            let name = self.group_name(place);
            self.hours(Text(&name), group.participants, &group.by_component, group.total_hours);
            self.each(group.hours_per_employee, group.hours_per_fte, group.share_of_working_time);
        }
        self.hours(
            Cell::Word(Word::Total),
            time.participants,
            &time.by_component,
            time.total_hours,
        );
        self.each(time.hours_per_employee, time.hours_per_fte, time.share_of_working_time);
        self.title(Word::LearningTime);
        self.figures();
        self.number(Word::HoursPerParticipant, time.hours_per_participant, Word::Hours);
        self.number(Word::DaysPerFte, time.days_per_fte, Word::Days);
        self.number(Word::MinutesPerWeek, time.minutes_per_week_per_fte, Word::Minutes);
        self.share(Word::FormalShare, time.formal_share);
        self.share(Word::LowestToHighest, time.lowest_to_highest);
    }

    /// The first cells of a row with learning time.
    fn hours(&mut self, name: Cell, participants: u64, hours: &ByComponent<f64>, total: f64) {
        for &cell in &[
            name,
            Number(participants as f64),
            Number(hours.week_cycles),
            Number(hours.prof_circles),
            Number(hours.prof_track),
            Number(hours.formal),
            Number(hours.development_talks),
            Number(total),
        ] {
            self.cell(cell);
        }
    }

    /// The other cells of such a row.
    fn each(&mut self, employee: Option<f64>, fte: Option<f64>, share: Option<f64>) {
        self.row(&[maybe(employee, Number), maybe(fte, Number), maybe(share, Share)]);
    }

    fn circles(&mut self, e: &Evaluation) {
        let circles = &e.prof_circles;
        self.title(Word::CirclesTitle);
        self.figures();
        self.number(Word::CircleCount, Some(circles.circles as f64), Word::Circles);
        self.number(Word::SessionCount, Some(circles.sessions as f64), Word::Meetings);
        self.number(Word::PerWeekTitle, Some(circles.sessions_per_week), Word::Meetings);
        self.number(Word::FacilitatorHours, Some(circles.facilitator_hours), Word::Hours);
        self.number(Word::FacilitatorFte, Some(circles.facilitator_fte), Word::FteUnit);
        self.number(Word::FacilitatorCount, Some(circles.facilitators as f64), Word::Persons);
        self.number(Word::CirclesPerLeader, circles.circles_per_leader, Word::Circles);
        self.end();
        self.words(&[Word::Group, Word::SizeTitle, Word::SizeCount]);
        if circles.groups.is_empty() {
            self.sizes("", &circles.sizes);
        }
        for (place, group) in circles.groups.iter().enumerate() {
            let name = self.group_name(place);
            self.sizes(&name, &group.sizes);
        }
    }

    fn sizes(&mut self, group: &str, sizes: &[CircleSize]) {
        for size in sizes {
            self.row(&[Text(group), Number(size.size as f64), Number(size.count as f64)]);
        }
    }

    fn value(&mut self, e: &Evaluation) {
        let (value, locale, plan) = (&e.value, self.locale, self.plan);
        self.title(Word::ValueTitle);
        self.figures();
        for (benefit, named) in value.benefits.iter().zip(&plan.value.benefits) {
            let name = benefit_name(locale, named.id(), named.label());
            let name = locale.say(Phrase::OfGroup(locale.word(Word::BenefitValue), name));
            self.row(&[Text(&name), Amount(benefit.pv), EURO]);
        }
        self.euros(Word::PresentValue, Some(value.pv_value));
        self.euros(Word::PresentCost, Some(value.pv_cost));
        self.euros(Word::NetValue, Some(value.net));
        self.share(Word::ReturnOnValue, value.rov);
        self.row(&[Cell::Word(Word::BenefitCostRatio), maybe(value.bcr, Number)]);
        self.share(Word::BreakEven, value.break_even_uplift);
        self.number(Word::Payback, value.payback_month.map(f64::from), Word::Months);
        self.euros(Word::Inaction, Some(value.inaction_cost));
    }

    /// Every input that rests on a default. What kind of cost a line is does not count: no figure rests
    /// on it.
    fn assumptions(&mut self) {
        self.title(Word::DefaultsTitle);
        self.words(&[Word::Assumed, Word::Value, Word::UnitTitle, Word::Standard, Word::Source]);
        let mut told = BTreeSet::new();
        self.plan.clone().inputs_mut(&mut |input| {
            if told.insert(input.path()) {
                self.assumption(input);
            }
        });
        for path in &self.plan.defaults_used {
            let value = match path.parse::<Path>().as_ref().map_or("", Path::key) {
                "composition" => Word::Mixed,
                "proRata" | "cash" => Word::Yes,
                _ => continue,
            };
            let name = self.name(path);
            let basis = Cell::Word(Word::OurAssumption);
            self.row(&[Text(&name), Cell::Word(value), Empty, basis]);
        }
    }

    fn assumption(&mut self, input: &Input) {
        let Some(standard) = input.standard(self.plan.country) else { return };
        let (path, locale) = (input.field.path, self.locale);
        let name = self.name(&input.path());
        let label = label(path);
        let (digits, unit) = match label.map(|label| (label.kind, label.unit)) {
            Some((Kind::Percent, _)) => (locale.decimal_percent(input.likely), PERCENT),
            Some((Kind::Money, _)) => (locale.decimal_places(input.likely, 2), EURO),
            Some((_, Some(unit))) => (locale.decimal(input.likely), Cell::Word(unit)),
            _ => (locale.decimal(input.likely), Empty),
        };
        // The research on which some defaults rest says nothing about the plan's own benefits.
        let own = standard.basis == Basis::Assumption && path.starts_with("value.benefits");
        let source = if own { "" } else { source(locale, path) };
        let basis = Cell::Word(Word::of_basis(standard.basis));
        self.row(&[Text(&name), Cell::Digits(&digits), unit, basis, Text(source)]);
    }

    /// The name of an input, with the member of a list that it is of.
    fn name(&self, path: &str) -> String {
        let (locale, plan) = (self.locale, self.plan);
        let name = label(path).map_or(path, |label| locale.word(label.name));
        let path = path.parse::<Path>().ok();
        let about =
            path.as_ref().and_then(Path::in_list).and_then(|InList { list, index, .. }| {
                Some(match list {
                    "groups" => self.group_name(index),
                    "costs" => {
                        let line = plan.costs.get(index)?;
                        cost_name(locale, &line.id, &line.label).to_owned()
                    }
                    "value.benefits" => {
                        let benefit = plan.value.benefits.get(index)?;
                        benefit_name(locale, benefit.id(), benefit.label()).to_owned()
                    }
                    _ => return None,
                })
            });
        match about {
            Some(about) if about != name => locale.say(Phrase::OfGroup(name, &about)),
            _ => name.to_owned(),
        }
    }

    fn warnings(&mut self, e: &Evaluation) {
        if e.warnings.is_empty() {
            return;
        }
        let locale = self.locale;
        self.title(Word::WarningsTitle);
        let circles = &e.prof_circles;
        let whole = |n: u64| locale.number(n as f64, 0);
        let mut sizes = String::new();
        for size in &circles.sizes {
            let of_size = locale.say(Phrase::CirclesOf(&whole(size.count), &whole(size.size)));
            list(&mut sizes, ", ", &of_size);
        }
        let per_leader =
            circles.circles_per_leader.map_or_else(String::new, |n| locale.number(n, 1));
        for about in &e.warnings {
            let mut group = String::new();
            if let Some(place) = about.group() {
                group = self.group_name(place);
            }
            let subject = Subject { group: &group, sizes: &sizes, circles_per_leader: &per_leader };
            self.row(&[Text(&warning(locale, about, subject))]);
        }
    }
}

/// What the quantity of a budget line counts.
fn unit(line: &Line) -> Cell<'static> {
    match line.unit {
        LineUnit::Euro => EURO,
        unit => line_unit(unit).map_or(Empty, Cell::Word),
    }
}

/// The place of the group with an id, looked for from the place `from` on and then before it: lines
/// mostly follow the order of the groups.
fn place_of(plan: &Plan, id: &str, from: usize) -> usize {
    let is_it = |place: &usize| plan.groups.get(*place).is_some_and(|group| group.id == id);
    (from..plan.groups.len()).chain(0..from).find(is_it).unwrap_or(from)
}

/// Whether a spreadsheet could take a text for a formula, also after what it takes off its start.
fn is_formula(text: &str) -> bool {
    let is_hidden = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let first = text.chars().find(|&c| !is_hidden(c));
    matches!(text.bytes().next(), Some(b'\t' | b'\r' | b'\n'))
        || first.is_some_and(|c| "=+-@＝＋－＠﹦﹢﹣﹫−".chars().any(|sign| sign == c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::evaluate;
    use crate::plan::Document;

    const EXAMPLES: [&str; 4] = [
        include_str!("../../examples/basisschool.json"),
        include_str!("../../examples/kmo.json"),
        include_str!("../../examples/woonzorgcentrum.json"),
        include_str!("../../tests/cases/full.json"),
    ];

    fn read(text: &str) -> (Plan, Evaluation) {
        let plan = Plan::read(&Document::parse(text).unwrap()).unwrap();
        let evaluation = evaluate(&plan).unwrap();
        (plan, evaluation)
    }

    /// The file, and its rows as a spreadsheet of the language reads them.
    fn sheet(
        locale: Locale,
        (plan, evaluation): &(Plan, Evaluation),
    ) -> (String, Vec<Vec<String>>) {
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
        let length =
            rows[start..].iter().position(|row| row == &[""]).unwrap_or(rows.len() - start);
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
                lines
                    .iter()
                    .filter(|row| row[6] == locale.word(cash))
                    .map(|row| cents(&row[5]))
                    .sum()
            };
            let totals: Vec<i64> = totals.iter().map(|row| cents(&row[5])).collect();
            assert_eq!(sum(Word::Yes), totals[0]);
            assert_eq!(sum(Word::No), totals[1]);
            assert_eq!(totals[0] + totals[1] + totals[2], totals[3]);
            assert_eq!(
                totals[3],
                cents(&Locale::En.number(result.1.budget.full, 2).replace(',', ""))
            );
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
                assert!(
                    rows.iter().flatten().all(|cell| cell != NO_VALUE && !cell.contains("NaN"))
                );
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
                let whole =
                    path == "costs" || path == "value.benefits" || path.ends_with(".category");
                let name = locale.word(label(path).unwrap().name);
                assert!(whole || names.iter().any(|told| told.starts_with(name)), "{path}");
            }
            assert!(
                names.iter().all(|name| names.iter().filter(|other| *other == name).count() == 1),
                "{names:?}"
            );
            assert!(
                told.iter().all(|row| row.len() >= 4 && !row[1].is_empty() && !row[3].is_empty())
            );
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
        let nasty = [
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
            "\";=1+1;\"",
            "a\r\nb",
            "a\nb;c,d\te",
            "\"\"",
            "'=1",
            "x;=1+1",
            "x,=1+1",
            "x\t=1",
            "x\n=1+1",
            "-",
            "=",
            " ",
            "  ruimte ",
            "日本",
            "\u{202e}=1",
        ];
        for label in nasty {
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
        for label in nasty {
            assert_eq!(is_formula(label), !harmless.contains(&label), "{label:?}");
        }
        assert!(!is_formula("Zorg = welzijn") && !is_formula("") && !is_formula("'=1"));
    }

    #[test]
    fn a_large_plan_takes_no_time() {
        let group = r#"{ "headcount": 12, "fte": 10 }"#;
        let groups = vec![group; 10_000].join(",");
        let plan = format!(
            r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{groups}] }}"#
        );
        let (text, rows) = sheet(Locale::FrBe, &read(&plan));
        assert!(rows.len() > 100_000 && text.len() > 1_000_000);
        assert_eq!(group_name(Locale::FrBe, &read(&plan).0, 9_999), "Groupe 10000");
    }
}
