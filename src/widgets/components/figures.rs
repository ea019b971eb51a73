//! The figures of scenarios side by side, and how they differ from the first.

use crate::invariant::broken;
use crate::model::evaluation::Evaluation;
use crate::model::figures::Figure;
use crate::text::{Kind, Locale, NO_BREAK, NO_VALUE, Phrase, Word, as_shown};
use crate::widgets::context::Screen;
use crate::widgets::numbers::{known, rounded};
use crate::widgets::pictures;
use crate::widgets::state::Outcome;

/// How a number is written with so many decimals.
type Writing = fn(Locale, f64, u8) -> String;

/// A figure that widgets show, and how.
pub struct ShownFigure {
    pub figure: Figure,
    format: Format,
    /// Its number in a result.
    number: fn(&Evaluation) -> Option<f64>,
}

/// How a figure is written.
#[derive(Clone, Copy)]
enum Format {
    /// With so many decimals and a unit.
    Number(u8, Option<Word>),
    /// In whole euros.
    Euros,
    /// In percent, with so many decimals.
    Percent(u8),
    /// As the month in which the plan is paid back.
    Month,
}

/// Those that scenarios are compared by, in the order of the screen.
#[rustfmt::skip]
pub const FIGURES: [ShownFigure; 15] = [
    shown(Figure::HoursPerEmployee, Format::Number(1, Some(Word::Hours)), |e| e.learning_time.hours_per_employee),
    shown(Figure::DaysPerFte, Format::Number(1, Some(Word::Days)), |e| e.learning_time.days_per_fte),
    shown(Figure::ShareOfWorkingTime, Format::Percent(1), |e| e.learning_time.share_of_working_time),
    shown(Figure::Circles, Format::Number(0, None), |e| Some(e.prof_circles.circles as f64)),
    shown(Figure::Sessions, Format::Number(0, None), |e| Some(e.prof_circles.sessions as f64)),
    shown(Figure::FacilitatorFte, Format::Number(2, None), |e| Some(e.prof_circles.facilitator_fte)),
    shown(Figure::Cash, Format::Euros, |e| Some(e.budget.cash)),
    shown(Figure::CashPerEmployee, Format::Euros, |e| e.budget.per_employee.cash),
    shown(Figure::Gap, Format::Euros, |e| e.budget.gap),
    shown(Figure::Full, Format::Euros, |e| Some(e.budget.full)),
    shown(Figure::BreakEvenUplift, Format::Percent(1), |e| e.value.break_even_uplift),
    shown(Figure::Rov, Format::Percent(0), |e| e.value.rov),
    shown(Figure::Net, Format::Euros, |e| Some(e.value.net)),
    shown(Figure::PaybackMonth, Format::Month, |e| e.value.payback_month.map(f64::from)),
    shown(Figure::InactionCost, Format::Euros, |e| Some(e.value.inaction_cost)),
];

const fn shown(
    figure: Figure,
    format: Format,
    number: fn(&Evaluation) -> Option<f64>,
) -> ShownFigure {
    ShownFigure { figure, format, number }
}

/// A figure of one scenario: one number, or the two ends of a range.
pub struct Told {
    pub text: String,
    pub is_range: bool,
    /// Both ends; of one number twice that.
    ends: [Option<f64>; 2],
}

impl ShownFigure {
    /// How a figure is shown; `None` for one that scenarios are not compared by.
    pub fn find(figure: Figure) -> Option<&'static Self> {
        FIGURES.iter().find(|shown| shown.figure == figure)
    }

    /// The same of one that they are compared by.
    pub fn of(figure: Figure) -> &'static Self {
        Self::find(figure).unwrap_or_else(|| broken("scenarios are compared by this figure"))
    }

    /// What it is called.
    pub const fn name(&self) -> Word {
        Word::of_figure(self.figure)
    }

    /// As it is shown.
    pub fn told(&self, screen: &Screen, outcome: &Outcome) -> Told {
        let is_month = matches!(self.format, Format::Month);
        // Paid back when the net value turns positive.
        let range = outcome.ends(if is_month { Figure::Net } else { self.figure });
        let is_range = range.is_some();
        let [low, high] = match range {
            Some([low, high]) => [&low.evaluation, &high.evaluation],
            None => [&outcome.own.evaluation; 2],
        };
        let ends = [(self.number)(low), (self.number)(high)];
        let locale = screen.locale();
        if is_range && let Some(spread) = screen.spread(self.figure) {
            let text = if is_month { screen.payback_chance() } else { screen.range(self.figure) };
            let ends = [spread.p10, spread.p90];
            return Told { text: text.unwrap_or_else(|| NO_VALUE.to_owned()), is_range, ends };
        }
        let text = if is_month {
            let years = outcome.own.plan.value.horizon_years.whole();
            let values: &[_] = if is_range { &[&low.value, &high.value] } else { &[&high.value] };
            pictures::payback(locale, values, years)
        } else {
            let written = |number: Option<f64>| match number {
                Some(number) => self.written(screen, number),
                None => NO_VALUE.to_owned(),
            };
            let [low, high] = ends;
            if is_range {
                locale.say(Phrase::FromTo(&written(low), &written(high)))
            } else {
                written(low)
            }
        };
        Told { text, is_range, ends }
    }

    /// Its number in a result; none where it has none.
    pub fn number(&self, result: &Evaluation) -> Option<f64> {
        (self.number)(result)
    }

    /// A number of it without its unit.
    pub fn bare(&self, locale: Locale, number: Option<f64>) -> String {
        let (written, places): (fn(Locale, f64, u8) -> String, u8) = match self.format {
            Format::Number(places, _) => (Locale::number, places),
            Format::Euros => (Locale::euros, 0),
            Format::Percent(places) => (Locale::percent, places),
            Format::Month => (Locale::number, 0),
        };
        known(locale, number, written, places)
    }

    /// The two ends of a range without their unit, rounded so that they can be read.
    pub fn ends(&self, locale: Locale, ends: [f64; 2]) -> [String; 2] {
        let (written, unit, most): (Writing, f64, u8) = match self.format {
            Format::Number(places, _) => (Locale::number, 1.0, places),
            Format::Euros => (Locale::euros, 1.0, 0),
            Format::Percent(places) => (Locale::percent, 0.01, places),
            Format::Month => (Locale::number, 1.0, 0),
        };
        let (ends, places) = rounded(ends, unit, most);
        ends.map(|end| written(locale, end, places))
    }

    /// How a number of it is typed.
    pub const fn kind(&self) -> Kind {
        match self.format {
            Format::Euros => Kind::Money,
            Format::Percent(_) => Kind::Percent,
            _ => Kind::Number,
        }
    }

    /// What stands behind a number of it.
    pub fn sign(&self, screen: &Screen) -> &'static str {
        match self.format {
            Format::Euros => "€",
            Format::Percent(_) => "%",
            Format::Number(_, unit) => unit.map_or("", |unit| screen.word(unit)),
            Format::Month => screen.word(Word::Months),
        }
    }

    /// A number of it with its unit, where it has one.
    pub fn shown_as(&self, screen: &Screen, number: Option<f64>) -> String {
        number.map_or_else(|| NO_VALUE.to_owned(), |number| self.written(screen, number))
    }

    fn written(&self, screen: &Screen, number: f64) -> String {
        let locale = screen.locale();
        let text = self.bare(locale, Some(number));
        match self.format {
            Format::Number(_, Some(unit)) => beside(text, locale.unit(number, unit)),
            _ => text,
        }
    }

    /// How much more or less it is than in the first scenario: by the numbers as they are shown, so that
    /// who calculates with those finds the same. Nothing where one of them is no number.
    pub fn difference(&self, screen: &Screen, first: &Told, this: &Told) -> Option<String> {
        if first.is_range != this.is_range {
            return Some(screen.word(Word::RangeAndNumber).to_owned());
        }
        if matches!(self.format, Format::Month) && this.is_range {
            return (first.text == this.text).then(|| screen.word(Word::Equal).to_owned());
        }
        let (places, unit) = match self.format {
            Format::Number(places, _) => (places, None),
            Format::Percent(places) => (places.saturating_add(2), Some(Word::PercentPoints)),
            Format::Euros | Format::Month => (0, None),
        };
        let end = |first: Option<f64>, end: Option<f64>| {
            let (first, end) = (first?, end?);
            // The ends of a range are no numbers to calculate with: theirs is the rounded difference.
            let more = if this.is_range {
                as_shown(end - first, places)
            } else {
                as_shown(end, places) - as_shown(first, places)
            };
            (!more.is_nan()).then(|| (first.to_bits() == end.to_bits(), self.signed(screen, more)))
        };
        let ([first_low, first_high], [this_low, this_high]) = (first.ends, this.ends);
        let (same_low, low) = end(first_low, this_low)?;
        let (same_high, high) = end(first_high, this_high)?;
        if low == "0" && high == "0" {
            let same = same_low && same_high;
            return Some(
                screen.word(if same { Word::Equal } else { Word::AlmostEqual }).to_owned(),
            );
        }
        let text = if low == high { low } else { screen.locale().say(Phrase::FromTo(&low, &high)) };
        Some(match unit {
            Some(unit) => beside(text, screen.word(unit)),
            None => text,
        })
    }

    /// `+ € 12.345`, `− 3,2 uur`: with signs that are spoken; zero is just that.
    fn signed(&self, screen: &Screen, more: f64) -> String {
        let locale = screen.locale();
        let size = more.abs();
        let text = match self.format {
            Format::Percent(places) => locale.number(size * 100.0, places),
            Format::Month => beside(locale.number(size, 0), locale.unit(size, Word::Months)),
            _ => self.written(screen, size),
        };
        if text.chars().any(|c| ('1'..='9').contains(&c)) {
            beside((if more < 0.0 { "−" } else { "+" }).to_owned(), &text)
        } else {
            "0".to_owned()
        }
    }
}

/// Two texts that stay on one line.
fn beside(mut text: String, more: &str) -> String {
    text.push(NO_BREAK);
    text + more
}
