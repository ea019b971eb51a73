//! The figures of scenarios side by side, and how they differ from the first.

use crate::model::evaluation::{Evaluation, Value};
use crate::text::{NO_BREAK, NO_VALUE, Phrase, Word, as_shown};
use crate::widgets::draft::Outcome;
use crate::widgets::parts::Screen;
use crate::widgets::pictures;

/// A figure that stands in the comparison.
pub struct Figure {
    pub id: &'static str,
    pub name: Word,
    shown: Shown,
    of: fn(&Evaluation) -> Option<f64>,
}

/// How a figure is shown.
#[derive(Clone, Copy)]
enum Shown {
    /// With so many decimals and a unit.
    Number(u8, Option<Word>),
    /// In whole euros.
    Euros,
    /// In percent, with so many decimals.
    Percent(u8),
    /// As the month in which the plan is paid back.
    Month,
}

/// The figures, in the order of the screen.
#[rustfmt::skip]
pub const FIGURES: [Figure; 15] = [
    figure("learningTime.hoursPerEmployee", Word::HoursPerEmployee, Shown::Number(1, Some(Word::Hours)), |e| e.learning_time.hours_per_employee),
    figure("learningTime.daysPerFte", Word::DaysPerFte, Shown::Number(1, Some(Word::Days)), |e| e.learning_time.days_per_fte),
    figure("learningTime.shareOfWorkingTime", Word::ShareOfWorkingTime, Shown::Percent(1), |e| e.learning_time.share_of_working_time),
    figure("profCircles.circles", Word::CircleCount, Shown::Number(0, None), |e| Some(e.prof_circles.circles as f64)),
    figure("profCircles.sessions", Word::SessionCount, Shown::Number(0, None), |e| Some(e.prof_circles.sessions as f64)),
    figure("profCircles.facilitatorFte", Word::FacilitatorFte, Shown::Number(2, None), |e| Some(e.prof_circles.facilitator_fte)),
    figure("budget.cash", Word::CashBudget, Shown::Euros, |e| Some(e.budget.cash)),
    figure("budget.perEmployee.cash", Word::CashPerEmployee, Shown::Euros, |e| e.budget.per_employee.cash),
    figure("budget.gap", Word::Gap, Shown::Euros, |e| e.budget.gap),
    figure("budget.full", Word::FullCost, Shown::Euros, |e| Some(e.budget.full)),
    figure("value.breakEvenUplift", Word::BreakEven, Shown::Percent(1), |e| e.value.break_even_uplift),
    figure("value.rov", Word::ReturnOnValue, Shown::Percent(0), |e| e.value.rov),
    figure("value.net", Word::NetValue, Shown::Euros, |e| Some(e.value.net)),
    figure("value.paybackMonth", Word::Payback, Shown::Month, |e| e.value.payback_month.map(f64::from)),
    figure("value.inactionCost", Word::Inaction, Shown::Euros, |e| Some(e.value.inaction_cost)),
];

const fn figure(
    id: &'static str,
    name: Word,
    shown: Shown,
    of: fn(&Evaluation) -> Option<f64>,
) -> Figure {
    Figure { id, name, shown, of }
}

/// A figure of one scenario: one number, or the two ends of a range.
pub struct Told {
    pub text: String,
    numbers: Vec<Option<f64>>,
}

impl Told {
    pub fn is_range(&self) -> bool {
        self.numbers.len() > 1
    }
}

impl Figure {
    /// As it is shown.
    pub fn told(&self, screen: &Screen, outcome: &Outcome) -> Told {
        let ends = match self.shown {
            Shown::Month => outcome.ends("value.net"), // paid back when it turns positive
            _ => outcome.ends(self.id),
        };
        let evaluations: Vec<&Evaluation> = match ends {
            Some(ends) => ends.iter().map(|end| &end.evaluation).collect(),
            None => vec![&outcome.own.evaluation],
        };
        let numbers: Vec<Option<f64>> = evaluations.iter().map(|e| (self.of)(e)).collect();
        let locale = screen.locale();
        let text = if let Shown::Month = self.shown {
            let values: Vec<&Value> = evaluations.iter().map(|e| &e.value).collect();
            let years = outcome.own.plan.value.horizon_years.whole();
            pictures::payback(locale, &values, usize::try_from(years).unwrap_or(usize::MAX))
        } else {
            let text = |number: &Option<f64>| {
                number.map_or_else(|| NO_VALUE.to_owned(), |number| self.written(screen, number))
            };
            match numbers.as_slice() {
                [low, high] => locale.say(Phrase::FromTo(&text(low), &text(high))),
                one => one.first().map(text).unwrap_or_default(),
            }
        };
        Told { text, numbers }
    }

    fn written(&self, screen: &Screen, number: f64) -> String {
        let locale = screen.locale();
        match self.shown {
            Shown::Number(places, None) => locale.number(number, places),
            Shown::Number(places, Some(unit)) => {
                format!("{}{NO_BREAK}{}", locale.number(number, places), locale.unit(number, unit))
            }
            Shown::Euros => locale.euros(number, 0),
            Shown::Percent(places) => locale.percent(number, places),
            Shown::Month => locale.number(number, 0),
        }
    }

    /// How much more or less it is than in the first scenario: by the numbers as they are shown, so that
    /// who calculates with those finds the same. Nothing where one of them is no number.
    pub fn difference(&self, screen: &Screen, first: &Told, this: &Told) -> Option<String> {
        if first.numbers.len() != this.numbers.len() {
            return Some(screen.word(Word::RangeAndNumber).to_owned());
        }
        if matches!(self.shown, Shown::Month) && this.is_range() {
            return (first.text == this.text).then(|| screen.word(Word::Equal).to_owned());
        }
        let places = match self.shown {
            Shown::Number(places, _) => places,
            Shown::Percent(places) => places.saturating_add(2),
            Shown::Euros | Shown::Month => 0,
        };
        let range = this.is_range();
        let mut same = true;
        let mut more: Vec<f64> = Vec::new();
        for (first, this) in first.numbers.iter().zip(&this.numbers) {
            let (first, this) = ((*first)?, (*this)?);
            same = same && first.to_bits() == this.to_bits();
            // The ends of a range are no numbers to calculate with: theirs is the rounded difference.
            more.push(if range {
                as_shown(this - first, places)
            } else {
                as_shown(this, places) - as_shown(first, places)
            });
        }
        if more.iter().any(|more| more.is_nan()) {
            return None;
        }
        let told: Vec<String> = more.iter().map(|more| self.signed(screen, *more)).collect();
        if told.iter().all(|told| told == "0") {
            return Some(
                screen.word(if same { Word::Equal } else { Word::AlmostEqual }).to_owned(),
            );
        }
        let text = match told.as_slice() {
            [low, high] if low != high => screen.locale().say(Phrase::FromTo(low, high)),
            one => one.first().cloned().unwrap_or_default(),
        };
        let points = format!("{NO_BREAK}{}", screen.word(Word::PercentPoints));
        Some(text + if matches!(self.shown, Shown::Percent(_)) { &points } else { "" })
    }

    /// `+ € 12.345`, `− 3,2 uur`: with signs that are spoken; zero is just that.
    fn signed(&self, screen: &Screen, more: f64) -> String {
        let locale = screen.locale();
        let size = more.abs();
        let text = match self.shown {
            Shown::Percent(places) => locale.number(size * 100.0, places),
            Shown::Month => {
                let months = locale.unit(size, Word::Months);
                format!("{}{NO_BREAK}{months}", locale.number(size, 0))
            }
            _ => self.written(screen, size),
        };
        if text.chars().any(|c| ('1'..='9').contains(&c)) {
            format!("{}{NO_BREAK}{text}", if more < 0.0 { '−' } else { '+' })
        } else {
            "0".to_owned()
        }
    }
}
