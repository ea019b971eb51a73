//! `<jaarplan-return-on-value>`: what the plan yields against what it costs, and what doing nothing costs.

use crate::model::evaluation::Evaluation;
use crate::text::{NO_VALUE, Phrase, Word};
use crate::widgets::draft::Outcome;
use crate::widgets::parts::{Screen, count, scroller, section};
use crate::widgets::pictures;
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// Break-even first, then the range of value, and the cost of doing nothing.
    pub fn return_on_value(&self, outcome: &Outcome) -> Element {
        const HERE: &str = "value-result";
        let v = &outcome.own.evaluation.value;
        let locale = self.locale();
        let years = count(locale, outcome.own.plan.value.horizon_years.whole());
        let fact = |name, figure: &str, text| self.fact(name, [self.figure(HERE, figure, text)]);
        let euros = |value: f64| locale.euros(value, 0);
        let payback = match v.payback_month {
            Some(month) => locale.say(Phrase::PaybackMonth(month)),
            None => locale.say(Phrase::NoPayback(&years)),
        };
        let net = self.span(outcome, "value.net", |v| euros(v.net));
        let inaction = self.span(outcome, "value.inactionCost", |v| euros(v.inaction_cost));
        let single = outcome.uplifts().is_none();
        let present = || fact(Word::PresentValue, "value.pvValue", euros(v.pv_value));
        section(self.word(Word::ValueTitle), HERE)
            .maybe(self.net_range(outcome))
            .maybe(pictures::value(
                locale,
                v,
                outcome
                    .ends("value.net")
                    .map(|ends| ends.each_ref().map(|end| &end.evaluation.value)),
            ))
            .add(
                el("dl")
                    .set("class", "facts")
                    .all(fact(
                        Word::BreakEven,
                        "value.breakEvenUplift",
                        self.break_even(v.break_even_uplift),
                    ))
                    .all(fact(Word::ReturnOnValue, "value.rov", self.rov(outcome)))
                    .all(fact(Word::NetValue, "value.net", net))
                    .all(fact(Word::PresentCost, "value.pvCost", euros(v.pv_cost)))
                    .all(single.then(present).into_iter().flatten())
                    .all(
                        single
                            .then(|| fact(Word::Payback, "value.paybackMonth", payback))
                            .into_iter()
                            .flatten(),
                    )
                    .add(el("dt").add(locale.say(Phrase::InactionOver(&years))))
                    .add(el("dd").add(self.figure(HERE, "value.inactionCost", inaction))),
            )
            .add(of("p", "hint").add(locale.say(Phrase::Evidence)))
            .add(self.months_table(&outcome.own.evaluation))
            .maybe(self.derivation(HERE))
    }

    /// Net value as a range.
    fn net_range(&self, outcome: &Outcome) -> Option<Element> {
        let [low, high] = match outcome.ends("value.net") {
            Some(ends) => ends.each_ref().map(|end| end.evaluation.value.net),
            None => [outcome.own.evaluation.value.net; 2],
        };
        let row = pictures::Range { name: self.word(Word::NetValue), low, high };
        let picture =
            pictures::ranges(self.locale(), &[row], &|amount| self.locale().euros(amount, 0))?;
        Some(el("div").add(el("h3").add(self.word(Word::NetValue))).add(picture))
    }

    fn months_table(&self, e: &Evaluation) -> Element {
        let months = e.value.months.iter().enumerate().map(|(i, month)| {
            let cells = [
                ("cost", month.cost),
                ("value", month.value),
                ("cumulativeCost", month.cumulative_cost),
                ("cumulativeValue", month.cumulative_value),
            ];
            let cell = |(key, amount): (&str, f64)| {
                let text = self.locale().number(amount, 0);
                let figure = format!("value.months[{i}].{key}");
                of("td", "number").add(self.figure("value-result", figure, text))
            };
            let name = el("th").set("scope", "row").add(month.month.to_string());
            el("tr").add(name).all(cells.map(cell))
        });
        let heads =
            [Word::MonthCost, Word::MonthValue, Word::CumulativeCost, Word::CumulativeValue];
        of("details", "months").add(el("summary").add(self.word(Word::PerMonth))).add(scroller(
            self.word(Word::PerMonth),
            el("table")
                .add(el("thead").add(self.columns(Word::Month, &heads)))
                .add(el("tbody").all(months)),
        ))
    }

    /// A figure of Return on Value: from one end to the other where it is a range.
    fn span(
        &self,
        outcome: &Outcome,
        figure: &str,
        shown: impl Fn(&crate::model::evaluation::Value) -> String,
    ) -> String {
        match outcome.ends(figure) {
            Some(ends) => {
                let [low, high] = ends.each_ref().map(|end| shown(&end.evaluation.value));
                self.locale().say(Phrase::FromTo(&low, &high))
            }
            None => shown(&outcome.own.evaluation.value),
        }
    }

    /// Return on Value: a range as long as the uplift is not the plan's own single number.
    pub fn rov(&self, outcome: &Outcome) -> String {
        let locale = self.locale();
        self.span(outcome, "value.rov", |value| {
            value.rov.map_or_else(|| NO_VALUE.to_owned(), |rov| locale.percent(rov, 0))
        })
    }

    fn break_even(&self, uplift: Option<f64>) -> String {
        match uplift {
            None => self.word(Word::UpliftUnknown).to_owned(),
            Some(0.0) => self.word(Word::UpliftNone).to_owned(),
            Some(uplift) => {
                let percent = self.locale().percent(uplift, 2);
                format!("{percent} {}", self.word(Word::UpliftNeeded))
            }
        }
    }
}
