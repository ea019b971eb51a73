//! `<jaarplan-budget>`: the L&O budget in cash and in full, line by line.

use crate::model::evaluation::{Evaluation, Line, LineUnit, Views};
use crate::model::figures::Figure;
use crate::text::{self, Locale, Word, line_unit};
use crate::widgets::components::scroller;
use crate::widgets::context::Screen;
use crate::widgets::numbers::{known, share};
use crate::widgets::pictures;
use crate::widgets::state::Outcome;
use crate::widgets::tree::{Element, el, of};

/// The part of the page that shows these figures.
const HERE: &str = "lines";

impl Screen<'_> {
    /// Every line that is not zero, what it adds up to, and how the full cost follows from that.
    pub fn budget(&self, outcome: &Outcome) -> Element {
        let e = &outcome.own.evaluation;
        let locale = self.locale;
        let cents = |amount: f64| (amount * 100.0).round();
        let body = el("tbody");
        let mut non_cash = 0.0;
        for (i, line) in e.budget.lines.iter().enumerate() {
            if !line.cash {
                non_cash += cents(line.amount);
            }
            if line.amount != 0.0 {
                let name = el("th scope=row").add(self.line_name(line));
                if let Some(sum) = self.line_sum(line) {
                    name.add(of("span", "detail").add(sum));
                }
                let row = el("tr").key(&line.id).add(name);
                self.in_columns(row, line.cash, Figure::LineAmount(i), line.amount);
                body.add(row);
            }
        }
        let covered = non_cash + cents(e.budget.cash) - cents(e.budget.full);
        let total = self.named_row(Word::Total);
        self.money(total, "number", Figure::Cash, e.budget.cash);
        self.money(total, "number other", Figure::Other, non_cash / 100.0);
        let foot = el("tfoot").add(total.key("sum").set("class", "total"));
        if covered != 0.0 {
            let row = self.named_row(Word::CoveredTime).key("covered");
            self.in_columns(row, false, Figure::Covered, -covered / 100.0);
            foot.add(row);
        }
        let full = el("tr").key("full").set("class", "total full").add(
            el("th scope=row")
                .word(locale, Word::FullCost)
                .add(of("span", "detail").word(locale, Word::FullSum)),
        );
        self.money(full, "number", Figure::Full, e.budget.full).set("colspan", "2");
        let euro = |class, word| self.column(class, word).add(of("span", "detail").add("€"));
        let head = el("tr")
            .add(self.column("", Word::LineLabel))
            .add(euro("number", Word::LineCash))
            .add(euro("number other", Word::LineNonCash));
        let table = el("table").add(el("thead").add(head)).add(body).add(foot.add(full));
        let part = self
            .part(Word::LinesTitle, HERE)
            .maybe(pictures::budget(locale, &e.budget))
            .add(scroller(self.word(Word::LinesTitle), table));
        if covered != 0.0 {
            part.add(of("p", "hint").word(locale, Word::CoveredTimeNote));
        }
        part.add(self.views(e)).maybe(self.derivation(HERE))
    }

    /// Adds a cell with an amount.
    fn money(&self, row: Element, class: &str, figure: Figure, amount: f64) -> Element {
        let cell = of("td", class).add(self.figure(HERE, figure, self.locale.number(amount, 2)));
        row.add(cell);
        cell
    }

    /// An amount in the column of cash or in the other, which leaves one of them empty.
    fn in_columns(&self, row: Element, cash: bool, figure: Figure, amount: f64) {
        if !cash {
            row.add(of("td", "number").add(""));
        }
        self.money(row, if cash { "number" } else { "number other" }, figure, amount);
        if cash {
            row.add(of("td", "number other").add(""));
        }
    }

    /// Cash and full cost, divided by the things that people compare.
    fn views(&self, e: &Evaluation) -> Element {
        use Figure as F;
        let locale = self.locale;
        let b = &e.budget;
        let body = el("tbody");
        let row = |name, view: &Views<Option<f64>>, cash: Figure, full: Figure| {
            let row = self.named_row(name);
            let cell = |class, figure, value| {
                let text = if name == Word::SharePayrollTitle {
                    share(locale, value)
                } else {
                    known(locale, value, Locale::euros, 0)
                };
                row.add(of("td", class).add(self.figure(HERE, figure, text)));
            };
            cell("number", cash, view.cash);
            cell("number other", full, view.full);
            body.add(row);
        };
        row(Word::PerHeadTitle, &b.per_employee, F::CashPerEmployee, F::FullPerEmployee);
        row(
            Word::PerParticipantTitle,
            &b.per_participant,
            F::CashPerParticipant,
            F::FullPerParticipant,
        );
        row(Word::PerFteTitle, &b.per_fte, F::CashPerFte, F::FullPerFte);
        row(Word::SharePayrollTitle, &b.share_of_payroll, F::CashOfPayroll, F::FullOfPayroll);
        let head = el("tr")
            .add(self.column("", Word::CountedPer))
            .add(self.column("number", Word::CashTitle))
            .add(self.column("number other", Word::FullCost));
        of("table", "views").add(el("thead").add(head)).add(body)
    }

    pub fn line_name(&self, line: &Line) -> String {
        let group = line.group.as_deref().map_or_else(String::new, |id| self.group_of(id));
        text::line_name(self.locale, line, &group)
    }

    /// `1.152 uur × € 48,20`.
    fn line_sum(&self, line: &Line) -> Option<String> {
        let locale = self.locale;
        if line.unit == LineUnit::Euro {
            let share = locale.percent_up_to(line.unit_price, 2);
            return Some([share.as_str(), " × ", &locale.euros(line.quantity, 2)].concat());
        }
        let number = locale.number_up_to(line.quantity, 2);
        let unit = locale.unit(line.quantity, line_unit(line.unit)?);
        let price = locale.euros(line.unit_price, 2);
        Some([number.as_str(), " ", unit, " × ", &price].concat())
    }
}
