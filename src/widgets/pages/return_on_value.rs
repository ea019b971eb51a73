//! `<jaarplan-return-on-value>`: what the plan yields against what it costs, and what doing nothing costs.

use crate::model::evaluation::{Month, Value};
use crate::model::figures::Figure;
use crate::text::{Locale, Phrase, Word};
use crate::widgets::components::{Facts, named_row, scroller};
use crate::widgets::context::Screen;
use crate::widgets::numbers::{count, known};
use crate::widgets::pictures;
use crate::widgets::state::Outcome;
use crate::widgets::tree::{Element, el, of};

/// The part of the page that shows these figures.
const HERE: &str = "value-result";

impl Screen<'_> {
    /// Break-even first, then the range of value, and the cost of doing nothing.
    pub fn return_on_value(&self, outcome: &Outcome) -> Element {
        let v = &outcome.own.evaluation.value;
        let locale = self.locale;
        let years = count(locale, outcome.own.plan.value.horizon_years.whole());
        let facts = of("dl", "facts");
        let all = Facts { screen: self, place: HERE, list: facts };
        let euros = |value: f64| locale.euros(value, 0);
        all.add(Word::BreakEven, Figure::BreakEvenUplift, self.break_even(v.break_even_uplift));
        all.add(Word::ReturnOnValue, Figure::Rov, self.rov(outcome));
        let net = self.span(outcome, Figure::Net, &|v| euros(v.net));
        all.add(Word::NetValue, Figure::Net, net);
        all.add(Word::PresentCost, Figure::PvCost, euros(v.pv_cost));
        if let Some(chance) = self.payback_chance() {
            self.add_fact(facts, Word::Payback, chance);
        } else if outcome.uplifts().is_none() {
            all.add(Word::PresentValue, Figure::PvValue, euros(v.pv_value));
            let payback = match v.payback_month {
                Some(month) => locale.say(Phrase::PaybackMonth(month)),
                None => locale.say(Phrase::NoPayback(&years)),
            };
            all.add(Word::Payback, Figure::PaybackMonth, payback);
        }
        let ends = outcome
            .ends(Figure::Net)
            .map(|[low, high]| [&low.evaluation.value, &high.evaluation.value]);
        let chances = self.net_chances();
        // The curves go from one uplift to another; all else is as it is filled in.
        let between = outcome.uplifts().filter(|_| chances.is_some()).map(|uplifts| {
            let [low, high] = uplifts.map(|uplift| locale.percent_up_to(uplift.to_f64(), 1));
            let uplift = locale.say(Phrase::FromTo(&low, &high));
            of("p", "hint").say(locale, Phrase::CurvesAt(&uplift))
        });
        let net = match chances {
            Some(chances) => Some(chances),
            None => self.net_range(ends.unwrap_or([v; 2])),
        };
        self.part(Word::ValueTitle, HERE)
            .maybe(net)
            .maybe(pictures::value(locale, v, ends))
            .maybe(between)
            .add(facts)
            .add(self.doing_nothing(outcome, &years))
            .maybe(self.drivers())
            .add(of("p", "hint").say(locale, Phrase::Evidence))
            .add(self.months_table(&v.months))
            .maybe(self.derivation(HERE))
    }

    /// What doing nothing costs, and what is missed by it: two sides of one choice, never a sum.
    fn doing_nothing(&self, outcome: &Outcome, years: &str) -> Element {
        let locale = self.locale;
        let euros = |value: f64| locale.euros(value, 0);
        let cost = self.span(outcome, Figure::InactionCost, &|v| euros(v.inaction_cost));
        let net = self.span(outcome, Figure::Net, &|v| euros(v.net));
        let side = |title: String, amount: Element, note: Word| {
            let note = of("p", "hint").word(locale, note);
            of("div", "side-of").add(of("p", "title").add(title)).add(amount).add(note)
        };
        // A range says under it how likely it is, one number between what it lies.
        let amount = |figure, shown: Element| {
            let is_range = outcome.ends(figure).is_some() && self.range(figure).is_some();
            let eight = || of("span", "caption").word(locale, Word::InEightShort);
            let below = if is_range { Some(eight()) } else { self.chance(figure) };
            of("p", "amount").add(shown).add(" ").maybe(below)
        };
        let cost = self.figure(HERE, Figure::InactionCost, cost);
        let costs = amount(Figure::InactionCost, cost);
        let missed = amount(Figure::Net, el("span").add(net));
        let forgone = side(self.word(Word::Forgone).to_owned(), missed, Word::ForgoneNote);
        if let Some(odds) = self.odds_of(Figure::Net) {
            forgone.add(of("p", "hint").say(locale, Phrase::ChanceOfValue(&odds)));
        }
        let inaction = locale.say(Phrase::InactionOver(years));
        of("div", "sub")
            .key("nothing")
            .add(el("h3").word(locale, Word::NothingTitle))
            .add(of("div", "sides").add(side(inaction, costs, Word::SkillsFade)).add(forgone))
            .add(of("p", "hint").word(locale, Word::NeverAdded))
    }

    /// Net value as a range.
    fn net_range(&self, [low, high]: [&Value; 2]) -> Option<Element> {
        let name = self.word(Word::NetValue);
        let row = pictures::Range { name, low: low.net, high: high.net };
        let euros = |amount| self.locale.euros(amount, 0);
        let picture = pictures::ranges(self.locale, &[row], &euros)?;
        Some(el("div").add(el("h3").add(name)).add(picture))
    }

    fn months_table(&self, months: &[Month]) -> Element {
        let heads =
            [Word::MonthCost, Word::MonthValue, Word::CumulativeCost, Word::CumulativeValue];
        let [table, _, body] = self.number_table(Word::Month, &heads);
        for (i, month) in months.iter().enumerate() {
            let row = named_row(&month.month.to_string());
            let cell = |figure, amount| {
                row.add(self.cell(HERE, figure, self.locale.number(amount, 0)));
            };
            cell(Figure::MonthCost(i), month.cost);
            cell(Figure::MonthValue(i), month.value);
            cell(Figure::MonthCumulativeCost(i), month.cumulative_cost);
            cell(Figure::MonthCumulativeValue(i), month.cumulative_value);
            body.add(row);
        }
        let title = self.word(Word::PerMonth);
        of("details", "months").add(el("summary").add(title)).add(scroller(title, table))
    }

    /// A figure of Return on Value: from one end to the other where it is a range.
    fn span(&self, outcome: &Outcome, figure: Figure, shown: &dyn Fn(&Value) -> String) -> String {
        match (outcome.ends(figure), self.range(figure)) {
            (Some(_), Some(simulated)) => simulated,
            (Some([low, high]), None) => {
                let (low, high) = (shown(&low.evaluation.value), shown(&high.evaluation.value));
                self.locale.say(Phrase::FromTo(&low, &high))
            }
            (None, _) => shown(&outcome.own.evaluation.value),
        }
    }

    /// Return on Value: a range as long as the uplift is not the plan's own single number.
    pub fn rov(&self, outcome: &Outcome) -> String {
        let percent = |value: &Value| known(self.locale, value.rov, Locale::percent, 0);
        self.span(outcome, Figure::Rov, &percent)
    }

    fn break_even(&self, uplift: Option<f64>) -> String {
        let (percent, word) = match uplift {
            None => (String::new(), Word::UpliftUnknown),
            Some(0.0) => (String::new(), Word::UpliftNone),
            Some(uplift) => (self.locale.percent(uplift, 2) + " ", Word::UpliftNeeded),
        };
        percent + self.word(word)
    }
}
