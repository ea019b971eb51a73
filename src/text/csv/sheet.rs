//! Cells and rows, as a spreadsheet of the language reads them.

use crate::plan::Plan;
use crate::text::number::NO_VALUE;
use crate::text::{Locale, Word, group_name};

/// What stands in a cell.
#[derive(Clone, Copy)]
pub(super) enum Cell<'a> {
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

pub(super) use Cell::{Amount, Empty, Number, Price, Quantity, Share, Text};

/// A cell for a figure that may be undefined.
pub(super) fn maybe<'a>(figure: Option<f64>, cell: fn(f64) -> Cell<'a>) -> Cell<'a> {
    figure.map_or(Empty, cell)
}

pub(super) const EURO: Cell = Text("€");
pub(super) const PERCENT: Cell = Text("%");

/// The file as far as it is written.
pub(super) struct Sheet<'p> {
    pub(super) locale: Locale,
    pub(super) plan: &'p Plan,
    pub(super) text: String,
    /// Whether no cell of this row is written yet.
    at_start: bool,
}

impl<'p> Sheet<'p> {
    /// A file with nothing in it but its mark.
    pub(super) fn new(locale: Locale, plan: &'p Plan) -> Self {
        Self { locale, text: String::from('\u{feff}'), plan, at_start: true }
    }

    pub(super) fn row(&mut self, cells: &[Cell]) {
        for &cell in cells {
            self.cell(cell);
        }
        self.end();
    }

    pub(super) fn end(&mut self) {
        self.text.push_str("\r\n");
        self.at_start = true;
    }

    pub(super) fn cell(&mut self, cell: Cell) {
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

    pub(super) fn title(&mut self, word: Word) {
        self.end();
        self.row(&[Cell::Word(word)]);
    }

    pub(super) fn words(&mut self, words: &[Word]) {
        self.headings(words);
        self.end();
    }

    pub(super) fn headings(&mut self, words: &[Word]) {
        for &word in words {
            self.cell(Cell::Word(word));
        }
    }

    /// The heading of a column whose numbers all have one unit.
    pub(super) fn heading(&mut self, word: Word, unit: &str) {
        let heading = format!("{} ({unit})", self.locale.word(word));
        self.cell(Text(&heading));
    }

    /// The headings of figures.
    pub(super) fn figures(&mut self) {
        self.words(&[Word::Figure, Word::Value, Word::UnitTitle]);
    }

    pub(super) fn euros(&mut self, name: Word, amount: Option<f64>) {
        self.row(&[Cell::Word(name), maybe(amount, Amount), EURO]);
    }

    pub(super) fn share(&mut self, name: Word, share: Option<f64>) {
        self.row(&[Cell::Word(name), maybe(share, Share), PERCENT]);
    }

    pub(super) fn number(&mut self, name: Word, number: Option<f64>, unit: Word) {
        self.row(&[Cell::Word(name), maybe(number, Number), Cell::Word(unit)]);
    }

    pub(super) fn group_name(&self, place: usize) -> String {
        group_name(self.locale, self.plan, place)
    }
}

/// Whether a spreadsheet could take a text for a formula, also after what it takes off its start.
pub(super) fn is_formula(text: &str) -> bool {
    let is_hidden = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let first = text.chars().find(|&c| !is_hidden(c));
    matches!(text.bytes().next(), Some(b'\t' | b'\r' | b'\n'))
        || first.is_some_and(|c| "=+-@＝＋－＠﹦﹢﹣﹫−".chars().any(|sign| sign == c))
}
