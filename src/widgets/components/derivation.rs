//! "Waarom dit getal?": how a figure came about, down to the inputs, and what it rests on.

use super::form::button;
use super::tables::{named_row, scroller};
use crate::analysis::assumptions::{Assumption, assumptions};
use crate::analysis::explain::{Explanation, explain};
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::plan::Path;
use crate::text::{Origin, Phrase, Teller, Told, Word};
use crate::widgets::context::Screen;
use crate::widgets::state::{Evaluated, Outcome};
use crate::widgets::tree::{Element, el, of};

/// No page shows more steps under one step than this.
const MOST_PARTS: usize = 60;
/// So many assumptions are shown at once; the others are one step away.
const FIRST_ASSUMPTIONS: usize = 5;

/// The name in the page of the button that asks about a figure.
fn why_id(place: &str, figure: Figure) -> String {
    ["why-", place, "-", &figure.id()].concat()
}

impl Screen<'_> {
    /// A figure as it is shown, that tells where it comes from when it is pressed.
    pub fn figure(&self, place: &str, figure: Figure, shown: impl AsRef<str>) -> Element {
        self.asking(place, figure, shown.as_ref(), "figure")
    }

    /// The button that asks in so many words.
    pub fn why(&self, place: &str, figure: Figure) -> Element {
        self.asking(place, figure, self.word(Word::WhyThisNumber), "link")
    }

    fn asking(&self, place: &str, figure: Figure, text: &str, class: &'static str) -> Element {
        let asked = self.own.asked.as_ref();
        let open = asked.is_some_and(|asked| asked.figure == figure && asked.place == place);
        button("why", text)
            .set("class", class)
            .set("id", why_id(place, figure))
            .set("data-figure", [&figure.id(), " in ", place].concat())
            .tells("aria-expanded", open)
            .set("aria-describedby", "why-hint")
    }

    /// What pressing a figure does, for those who do not expect it.
    pub fn why_hint(&self) -> Element {
        of("p", "hint why-hint").key("why-hint").word(self.locale, Word::WhyHint)
    }

    /// The steps of the figure that is asked about in this part of the page.
    pub fn derivation(&self, place: &str) -> Option<Element> {
        let asked = self.own.asked.as_ref().filter(|asked| asked.place == place)?;
        let figure = asked.figure;
        let outcome = self.outcome()?;
        let explanation = explain(&outcome.own.plan, figure).ok()?;
        let group = |place| self.group_name(place);
        let teller = self.teller(&outcome.own, &group);
        let told = teller.tell(&explanation);
        let heading = el("h2 id=h-derivation tabindex=-1");
        match self.scenario {
            Some(key) => {
                let name = Phrase::OfGroup(&told.name, &self.scenario_name(key));
                heading.say(self.locale, Phrase::WhyFigure(&self.locale.say(name)))
            }
            None => heading.say(self.locale, Phrase::WhyFigure(&told.name)),
        };
        let close = self.button("close", Word::Close).set("data-id", why_id(place, figure));
        let section = of("section", "derivation")
            .key("derivation")
            .set("aria-labelledby", "h-derivation")
            .add(el("header").add(heading).add(close));
        match outcome.ends(figure) {
            None => {
                section.add(self.case(&told));
            }
            // A range is the figure of two plans: each is told by itself.
            Some(ends) => {
                let mut cases = Vec::new();
                for (title, end) in self.titles(figure).iter().zip(ends) {
                    if let Ok(why) = explain(&end.plan, figure) {
                        let told = self.teller(end, &group).tell(&why);
                        let title = el("h3").add(title.as_str());
                        cases.push(of("div", "case").add(title).add(self.case(&told)));
                    }
                }
                if cases.len() > 1 {
                    section.add(of("p", "hint").word(self.locale, Word::RangeIsTwoPlans));
                }
                for case in cases {
                    section.add(case);
                }
            }
        }
        Some(section.add(self.assumptions(&teller, figure, &explanation)))
    }

    /// What the two ends of a range are.
    fn titles(&self, figure: Figure) -> [String; 2] {
        let uplifts = self.outcome().and_then(Outcome::uplifts);
        match uplifts.filter(|_| figure != Figure::InactionCost) {
            Some(uplifts) => uplifts.map(|uplift| {
                let percent = self.locale.percent_up_to(uplift.to_f64(), 1);
                self.locale.say(Phrase::AtUplift(&percent))
            }),
            None => [Word::AtLowest, Word::AtHighest].map(|word| self.word(word).to_owned()),
        }
    }

    fn teller<'a>(&self, end: &'a Evaluated, group: &'a dyn Fn(usize) -> String) -> Teller<'a> {
        Teller { locale: self.locale, plan: &end.plan, result: &end.evaluation, group }
    }

    /// How the figure of one plan came about.
    fn case(&self, told: &Told) -> Element {
        let case = of("div", "told").add(of("p", "value").add(told.value.as_str()));
        if !told.how.is_empty() {
            case.add(equals("p", told));
        }
        self.origin(case, told.origin);
        self.months(case, told);
        case.add(self.steps_under(of("ul", "steps"), told))
    }

    /// Adds the steps under a step.
    fn steps_under(&self, list: Element, told: &Told) -> Element {
        for part in told.parts.iter().take(MOST_PARTS) {
            list.add(self.step(part));
        }
        list
    }

    /// One step with the steps under it, folded; what is told elsewhere is only named.
    fn step(&self, told: &Told) -> Element {
        let line = of("span", "step")
            .add(of("span", "name").add(told.name.as_str()))
            .add(" ")
            .add(of("span", "value").add(told.value.as_str()));
        if told.parts.is_empty() && told.months.is_empty() {
            let leaf = of("li", "leaf").add(line);
            self.origin(leaf, told.origin);
            if told.again {
                leaf.add(" ").add(of("span", "again").word(self.locale, Word::SeeAbove));
            }
            if !told.how.is_empty() {
                leaf.add(equals("span", told));
            }
            return leaf;
        }
        let details = el("details").add(el("summary").add(line)).add(equals("p", told));
        self.months(details, told);
        el("li").add(details.add(self.steps_under(el("ul"), told)))
    }

    /// Adds the amounts by month, as one table.
    fn months(&self, to: Element, told: &Told) {
        if told.months.is_empty() {
            return;
        }
        let [table, _, body] = self.number_table(Word::Month, &[Word::CostAmount]);
        for (i, amount) in told.months.iter().enumerate() {
            let row = named_row(&(i + 1).to_string());
            body.add(row.add(of("td", "number").add(amount.as_str())));
        }
        let summary = el("summary").word(self.locale, Word::PerMonth);
        to.add(of("details", "months").add(summary).add(table));
    }

    /// Adds where the value of an input comes from; with spaces, for those who hear it.
    fn origin(&self, to: Element, origin: Origin) {
        match origin {
            Origin::Calculated => {}
            Origin::Given => {
                to.add(" ").add(of("span", "mark given").word(self.locale, Word::Given));
            }
            Origin::Default(basis, source) => {
                to.add(" ").add(of("span", "mark").word(self.locale, Word::Standard)).add(" ");
                to.all(self.basis(basis, source));
            }
        }
    }

    /// What the figure rests on that nobody knows exactly, the most influential first.
    fn assumptions(&self, teller: &Teller, figure: Figure, explanation: &Explanation) -> Element {
        let Ok(found) = assumptions(teller.plan, figure) else {
            broken("what is explained rests on assumptions")
        };
        if found.is_empty() {
            return of("p", "hint").word(self.locale, Word::AssumptionsNone);
        }
        let visible = self.visible_fields();
        let table = |rows: &[Assumption]| {
            let (head, body) = (el("tr"), el("tbody"));
            for word in [Word::Assumed, Word::RealisticTitle, Word::ThenFigure] {
                head.add(el("th scope=col").word(self.locale, word));
            }
            for assumption in rows {
                body.add(self.assumption_row(teller, explanation, assumption, &visible));
            }
            let table = of("table", "assumptions").add(el("thead").add(head)).add(body);
            scroller(self.word(Word::AssumptionsTitle), table)
        };
        let part = of("div", "rests-on")
            .add(el("h3").word(self.locale, Word::AssumptionsTitle))
            .add(of("p", "hint").word(self.locale, Word::AssumptionsNote));
        let (first, rest) = found.split_at(found.len().min(FIRST_ASSUMPTIONS));
        part.add(table(first));
        if !rest.is_empty() {
            let summary = el("summary").say(self.locale, Phrase::MoreAssumptions(rest.len()));
            part.add(of("details", "more").add(summary).add(table(rest)));
        }
        part
    }

    fn assumption_row(
        &self,
        teller: &Teller,
        explanation: &Explanation,
        assumption: &Assumption,
        visible: &[String],
    ) -> Element {
        let told = teller.assumption(explanation, assumption);
        let Some(path) = assumption.inputs.first().and_then(|path| path.parse::<Path>().ok())
        else {
            broken("a figure rests on no input")
        };
        let name = el("th scope=row")
            .add(of("span", "name").add([told.name.as_str(), ": "].concat()))
            .add(of("span", "value").add(told.value.as_str()));
        let origin = of("span", "origin");
        self.origin(origin, told.origin);
        name.add(origin);
        if let Some(id) = visible.iter().find(|id| self.path(id).as_ref() == Some(&path)) {
            let go = self.button("go", Word::Change).set("class", "link");
            name.add(go.set("data-id", self.field_id(id)));
        }
        let row = el("tr").key(path.pattern().into_owned() + path.as_str()).add(name);
        for (ends, nothing) in [(&told.range, self.word(Word::NoRange)), (&told.figure, "")] {
            let cell = el("td");
            row.add(match ends {
                Some([low, high]) if low == high => cell.add(low.as_str()),
                Some([low, high]) => cell.say(self.locale, Phrase::FromTo(low, high)),
                None => cell.add(nothing),
            });
        }
        row
    }
}

/// How a step follows from the steps under it.
fn equals(tag: &'static str, told: &Told) -> Element {
    of(tag, "how").add(["= ", &told.how].concat())
}
