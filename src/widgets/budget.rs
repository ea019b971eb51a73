//! `<jaarplan-budget>`: the L&O budget in cash and in full, line by line.

use crate::model::evaluation::{Evaluation, Line};
use crate::text::{self, NO_VALUE, Word};
use crate::widgets::draft::Outcome;
use crate::widgets::parts::{Screen, money_row, named_row, scroller, section};
use crate::widgets::pictures;
use crate::widgets::tree::{Element, View, el, of};

impl Screen<'_> {
    /// Every line that is not zero, what it adds up to, and how the full cost follows from that.
    pub fn budget(&self, outcome: &Outcome) -> Element {
        let e = &outcome.own.evaluation;
        let locale = self.locale();
        let cents = |amount: f64| (amount * 100.0).round();
        let amount = |figure: &str, amount: f64| {
            View::from(self.figure("lines", figure, locale.number(amount, 2)))
        };
        let nothing = || View::from("");
        let (mut non_cash, mut rows) = (0.0, Vec::new());
        for (i, line) in e.budget.lines.iter().enumerate() {
            if !line.cash {
                non_cash += cents(line.amount);
            }
            if line.amount != 0.0 {
                let amount = amount(&format!("budget.lines[{i}].amount"), line.amount);
                let (cash, other) =
                    if line.cash { (amount, nothing()) } else { (nothing(), amount) };
                rows.push(
                    money_row(self.line_name(line), self.line_sum(line), cash, other).key(&line.id),
                );
            }
        }
        let covered = non_cash + cents(e.budget.cash) - cents(e.budget.full);
        let full = amount("budget.full", e.budget.full);
        let full = of("td", "number").set("colspan", "2").add(full);
        let full_name = named_row(self.word(Word::FullCost), Some(self.word(Word::FullSum)));
        let foot = el("tfoot")
            .add(
                money_row(
                    self.word(Word::Total),
                    None,
                    amount("budget.cash", e.budget.cash),
                    amount("budget.otherLines", non_cash / 100.0),
                )
                .key("sum")
                .set("class", "total"),
            )
            .maybe((covered != 0.0).then(|| {
                let amount = amount("budget.coveredTime", -covered / 100.0);
                money_row(self.word(Word::CoveredTime), None, nothing(), amount).key("covered")
            }))
            .add(full_name.key("full").set("class", "total full").add(full));
        let euro = |class: &'static str, word: Word| {
            self.column(class, word).add(of("span", "detail").add("€"))
        };
        let head = el("tr")
            .add(self.column("", Word::LineLabel))
            .add(euro("number", Word::LineCash))
            .add(euro("number other", Word::LineNonCash));
        section(self.word(Word::LinesTitle), "lines")
            .maybe(pictures::budget(locale, &e.budget))
            .add(scroller(
                self.word(Word::LinesTitle),
                el("table").add(el("thead").add(head)).add(el("tbody").all(rows)).add(foot),
            ))
            .maybe((covered != 0.0).then(|| of("p", "hint").add(self.word(Word::CoveredTimeNote))))
            .add(self.views(e))
            .maybe(self.derivation("lines"))
    }

    /// Cash and full cost, divided by the things that people compare.
    fn views(&self, e: &Evaluation) -> Element {
        let locale = self.locale();
        let b = &e.budget;
        let views = [
            (Word::PerHeadTitle, "perEmployee", b.per_employee),
            (Word::PerParticipantTitle, "perParticipant", b.per_participant),
            (Word::PerFteTitle, "perFte", b.per_fte),
            (Word::SharePayrollTitle, "shareOfPayroll", b.share_of_payroll),
        ];
        let rows = views.map(|(name, key, of)| {
            let shown = |view: &str, value: Option<f64>| {
                let text = match value {
                    None => NO_VALUE.to_owned(),
                    Some(value) if key == "shareOfPayroll" => locale.percent(value, 1),
                    Some(value) => locale.euros(value, 0),
                };
                self.figure("lines", format!("budget.{key}.{view}"), text)
            };
            money_row(self.word(name), None, shown("cash", of.cash), shown("full", of.full))
        });
        let head = el("tr")
            .add(self.column("", Word::CountedPer))
            .add(self.column("number", Word::CashTitle))
            .add(self.column("number other", Word::FullCost));
        of("table", "views").add(el("thead").add(head)).add(el("tbody").all(rows))
    }

    pub fn line_name(&self, line: &Line) -> String {
        let group = line.group.as_deref().and_then(|id| self.group_of(id)).unwrap_or_default();
        text::line_name(self.locale(), line, &group)
    }

    /// `1.152 uur × € 48,20`.
    fn line_sum(&self, line: &Line) -> Option<String> {
        let locale = self.locale();
        let unit = match line.unit {
            "h" => Word::Hours,
            "person" => Word::Persons,
            "fte" => Word::FteUnit,
            "session" => Word::Meetings,
            "circle" => Word::Circles,
            "euro" => {
                return Some(format!(
                    "{} × {}",
                    locale.percent_up_to(line.unit_price, 2),
                    locale.euros(line.quantity, 2)
                ));
            }
            _ => return None,
        };
        Some(format!(
            "{} {} × {}",
            locale.number_up_to(line.quantity, 2),
            locale.unit(line.quantity, unit),
            locale.euros(line.unit_price, 2)
        ))
    }
}
