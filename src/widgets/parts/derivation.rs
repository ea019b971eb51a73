//! "Waarom dit getal?": how a figure came about, down to the inputs, and what it rests on.

use super::Screen;
use super::form::button;
use super::tables::scroller;
use crate::Explanation;
use crate::text::{Origin, Phrase, Teller, Told, ToldAssumption, Word, pattern};
use crate::widgets::draft::{End, Outcome};
use crate::widgets::tree::{Element, View, el, of};

/// No page shows more steps under one step than this.
const MOST_PARTS: usize = 60;
/// So many assumptions are shown at once; the others are one step away.
const FIRST_ASSUMPTIONS: usize = 5;

/// The figure that somebody asks about, and the part of the page that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    place: String,
    figure: String,
}

impl Asked {
    fn new(place: &str, figure: &str) -> Self {
        Self { place: place.to_owned(), figure: figure.to_owned() }
    }

    /// From what a button is about: `budget.cash in lines`.
    pub fn read(about: &str) -> Option<Self> {
        about.split_once(" in ").map(|(figure, place)| Self::new(place, figure))
    }

    fn about(&self) -> String {
        format!("{} in {}", self.figure, self.place)
    }

    fn button(&self) -> String {
        format!("why-{}-{}", self.place, self.figure)
    }
}

impl Screen<'_> {
    /// A figure as it is shown, that tells where it comes from when it is pressed.
    pub fn figure(
        &self,
        place: &str,
        figure: impl AsRef<str>,
        shown: impl Into<String>,
    ) -> Element {
        self.asking(place, figure.as_ref(), &shown.into(), "figure")
    }

    /// The button that asks in so many words.
    pub fn why(&self, place: &str, figure: &str) -> Element {
        self.asking(place, figure, self.word(Word::WhyThisNumber), "link")
    }

    fn asking(&self, place: &str, figure: &str, text: &str, class: &'static str) -> Element {
        let asked = Asked::new(place, figure);
        let open = self.own.asked.as_ref() == Some(&asked);
        button("why", text)
            .set("class", class)
            .set("id", asked.button())
            .set("data-figure", asked.about())
            .set("aria-expanded", if open { "true" } else { "false" })
            .set("aria-describedby", "why-hint")
    }

    /// What pressing a figure does, for those who do not expect it.
    pub fn why_hint(&self) -> Element {
        of("p", "hint why-hint").key("why-hint").add(self.word(Word::WhyHint))
    }

    /// The steps of the figure that is asked about in this part of the page.
    pub fn derivation(&self, place: &str) -> Option<Element> {
        let asked = self.own.asked.as_ref().filter(|asked| asked.place == place)?;
        let outcome = self.outcome()?;
        let own = crate::explain(&outcome.own.plan, &asked.figure).ok()?;
        let told = self.teller(&outcome.own, |teller| teller.tell(&own));
        let name = match self.scenario {
            Some(key) => self.locale().say(Phrase::OfGroup(&told.name, &self.scenario_name(key))),
            None => told.name.clone(),
        };
        let cases: Vec<Element> = match outcome.ends(&asked.figure) {
            None => vec![self.case(&told)],
            // A range is the figure of two plans: each is told by itself.
            Some(ends) => {
                let titled = |(title, end): (&str, &End)| {
                    let why = crate::explain(&end.plan, &asked.figure).ok()?;
                    let told = self.teller(end, |teller| teller.tell(&why));
                    Some(of("div", "case").add(el("h3").add(title)).add(self.case(&told)))
                };
                self.titles(&asked.figure)
                    .iter()
                    .map(String::as_str)
                    .zip(ends)
                    .filter_map(titled)
                    .collect()
            }
        };
        let close = button("close", self.word(Word::Close)).set("data-id", asked.button());
        Some(
            of("section", "derivation")
                .key("derivation")
                .set("aria-labelledby", "h-derivation")
                .add(
                    el("header")
                        .add(
                            el("h2")
                                .set("id", "h-derivation")
                                .set("tabindex", "-1")
                                .add(self.locale().say(Phrase::WhyFigure(&name))),
                        )
                        .add(close),
                )
                .maybe(
                    (cases.len() > 1)
                        .then(|| of("p", "hint").add(self.word(Word::RangeIsTwoPlans))),
                )
                .all(cases)
                .maybe(self.assumptions(&outcome.own, &asked.figure, &own)),
        )
    }

    /// What the two ends of a range are.
    fn titles(&self, figure: &str) -> [String; 2] {
        let uplifts = self.outcome().and_then(Outcome::uplifts);
        match uplifts.filter(|_| figure != "value.inactionCost") {
            Some(uplifts) => uplifts.map(|uplift| {
                let percent = self.locale().percent_up_to(uplift.to_f64(), 1);
                self.locale().say(Phrase::AtUplift(&percent))
            }),
            None => [Word::AtLowest, Word::AtHighest].map(|word| self.word(word).to_owned()),
        }
    }

    fn teller<T>(&self, end: &End, tell: impl FnOnce(&Teller) -> T) -> T {
        let group = |place| self.group_name(place);
        tell(&Teller {
            locale: self.locale(),
            plan: &end.plan,
            result: &end.evaluation,
            group: &group,
        })
    }

    /// How the figure of one plan came about.
    fn case(&self, told: &Told) -> Element {
        let parts = told.parts.iter().take(MOST_PARTS).map(|part| self.step(part));
        of("div", "told")
            .add(of("p", "value").add(told.value.as_str()))
            .maybe((!told.how.is_empty()).then(|| of("p", "how").add(equals(&told.how))))
            .all(self.origin(told.origin))
            .maybe(self.months(told))
            .add(of("ul", "steps").all(parts))
    }

    /// One step with the steps under it, folded; what is told elsewhere is only named.
    fn step(&self, told: &Told) -> Element {
        let line = of("span", "step")
            .add(of("span", "name").add(told.name.as_str()))
            .add(" ")
            .add(of("span", "value").add(told.value.as_str()));
        if told.parts.is_empty() && told.months.is_empty() {
            let above = told.again.then(|| of("span", "again").add(self.word(Word::SeeAbove)));
            let above = above.into_iter().flat_map(|above| [View::from(" "), above.into()]);
            let how = (!told.how.is_empty()).then(|| of("span", "how").add(equals(&told.how)));
            return of("li", "leaf").add(line).all(self.origin(told.origin)).all(above).maybe(how);
        }
        let parts = told.parts.iter().take(MOST_PARTS).map(|part| self.step(part));
        el("li").add(
            el("details")
                .add(el("summary").add(line))
                .add(of("p", "how").add(equals(&told.how)))
                .maybe(self.months(told))
                .add(el("ul").all(parts)),
        )
    }

    /// The amounts by month, as one table.
    fn months(&self, told: &Told) -> Option<Element> {
        let rows = told.months.iter().enumerate().map(|(i, amount)| {
            el("tr")
                .add(el("th").set("scope", "row").add((i + 1).to_string()))
                .add(of("td", "number").add(amount.as_str()))
        });
        let head = el("tr")
            .add(el("th").set("scope", "col").add(self.word(Word::Month)))
            .add(of("th", "number").set("scope", "col").add(self.word(Word::CostAmount)));
        (!told.months.is_empty()).then(|| {
            of("details", "months")
                .add(el("summary").add(self.word(Word::PerMonth)))
                .add(el("table").add(el("thead").add(head)).add(el("tbody").all(rows)))
        })
    }

    /// Where the value of an input comes from; with spaces, for those who hear it.
    fn origin(&self, origin: Origin) -> Vec<View> {
        match origin {
            Origin::Calculated => Vec::new(),
            Origin::Given => {
                vec![" ".into(), of("span", "mark given").add(self.word(Word::Given)).into()]
            }
            Origin::Default(basis, source) => {
                let standard = of("span", "mark").add(self.word(Word::Standard));
                let [basis, source] = self.basis(basis, source);
                vec![" ".into(), standard.into(), " ".into(), basis.into(), source.into()]
            }
        }
    }

    /// What the figure rests on that nobody knows exactly, the most influential first.
    fn assumptions(&self, end: &End, figure: &str, explanation: &Explanation) -> Option<Element> {
        let found = crate::assumptions(&end.plan, figure).ok()?;
        let visible = self.visible_fields();
        let field = |path: &str| {
            visible.iter().find(|id| self.path(id).is_some_and(|own| own == path)).cloned()
        };
        let rows: Vec<Element> = found
            .iter()
            .map(|assumption| {
                let told = self.teller(end, |teller| teller.assumption(explanation, assumption));
                let path = assumption.inputs.first().map(String::as_str).unwrap_or_default();
                self.assumption_row(&told, field(path)).key(pattern(path) + path)
            })
            .collect();
        if rows.is_empty() {
            return Some(of("p", "hint").add(self.word(Word::AssumptionsNone)));
        }
        let heads = [Word::Assumed, Word::RealisticTitle, Word::ThenFigure];
        let table = |rows: Vec<Element>| {
            let head = heads.map(|word| el("th").set("scope", "col").add(self.word(word)));
            scroller(
                self.word(Word::AssumptionsTitle),
                of("table", "assumptions")
                    .add(el("thead").add(el("tr").all(head)))
                    .add(el("tbody").all(rows)),
            )
        };
        let mut first = rows;
        let rest = first.split_off(first.len().min(FIRST_ASSUMPTIONS));
        let more = (!rest.is_empty()).then(|| {
            of("details", "more")
                .add(el("summary").add(self.locale().say(Phrase::MoreAssumptions(rest.len()))))
                .add(table(rest))
        });
        Some(
            of("div", "rests-on")
                .add(el("h3").add(self.word(Word::AssumptionsTitle)))
                .add(of("p", "hint").add(self.word(Word::AssumptionsNote)))
                .add(table(first))
                .maybe(more),
        )
    }

    fn assumption_row(&self, told: &ToldAssumption, field: Option<String>) -> Element {
        let span = |ends: &Option<[String; 2]>| match ends {
            Some([low, high]) if low == high => low.clone(),
            Some([low, high]) => self.locale().say(Phrase::FromTo(low, high)),
            None => self.word(Word::NoRange).to_owned(),
        };
        let go = field.map(|id| {
            button("go", self.word(Word::Change))
                .set("class", "link")
                .set("data-id", self.field_id(&id))
        });
        let name = el("th")
            .set("scope", "row")
            .add(of("span", "name").add(format!("{}: ", told.name)))
            .add(of("span", "value").add(told.value.as_str()))
            .add(of("span", "origin").all(self.origin(told.origin)))
            .maybe(go);
        let figure = told.figure.as_ref().map_or_else(String::new, |_| span(&told.figure));
        el("tr").add(name).add(el("td").add(span(&told.range))).add(el("td").add(figure))
    }
}

fn equals(how: &str) -> String {
    format!("= {how}")
}
