//! "Waarom dit getal?" in words: an explanation as sentences that a person can follow and check.

use super::{Kind, Locale, NO_VALUE, Phrase, Word, as_path, label, lines, shown, source};
use crate::analysis::assumptions::Assumption;
use crate::analysis::explain::{self, Explanation, Operation};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::evaluation::Evaluation;
use crate::model::figures::{Figure, List};
use crate::plan::schema::members;
use crate::plan::{Basis, InList, Plan, Unit};

/// One figure, step or input of an explanation, in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What it is called.
    pub name: String,
    /// Its value with its unit; [`NO_VALUE`] when undefined.
    pub value: String,
    /// How it follows from `parts`, with their names and values: `Medewerkers (120) keer Deelname (80%),
    /// afgerond op een geheel getal`. Empty for an input.
    pub how: String,
    /// Where the value of an input comes from; empty for what is calculated.
    pub origin: Origin,
    /// What it is made of. Short steps without a name are told within `how`: what they are made of
    /// stands here.
    pub parts: Vec<Told>,
    /// The amounts by month, from month 1, of what is added up or compared over months.
    pub months: Vec<String>,
    /// Whether its parts are told elsewhere in the explanation.
    pub again: bool,
    /// The path of the input that it is.
    pub input: Option<String>,
}

/// Where the value of an input comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// It is no input.
    #[default]
    Calculated,
    /// The plan says so.
    Given,
    /// A default: how far it can be trusted, and its source, empty for an assumption that says all there is.
    Default(Basis, &'static str),
}

impl Origin {
    /// In words, like `onze aanname: in zorg en onderwijs eerder 60%`.
    pub fn text(self, locale: Locale) -> String {
        let (word, source) = match self {
            Self::Calculated => return String::new(),
            Self::Given => (Word::Given, ""),
            Self::Default(basis, source) => (Word::of_basis(basis), source),
        };
        let colon = match locale {
            _ if source.is_empty() => "",
            Locale::FrBe => "\u{202f}: ",
            _ => ": ",
        };
        [locale.word(word), colon, source].concat()
    }
}

/// An assumption in words, with what it does to the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldAssumption {
    /// What is assumed: `Deelname, Zorgkundigen`, or `Deelname` where several places rest on it.
    pub name: String,
    /// The value that results use.
    pub value: String,
    /// Its lowest and highest realistic value, where they are known.
    pub range: Option<[String; 2]>,
    /// The figure at those two; [`NO_VALUE`] where it is undefined.
    pub figure: Option<[String; 2]>,
    /// Who says so.
    pub origin: Origin,
}

const CONSTANT: explain::Origin = explain::Origin::Constant;
/// More named parts than this are counted in a sentence, not named.
const NAMED_IN_SENTENCE: usize = 6;
/// A nameless step of more parts than this is a step of its own.
const SHORT: usize = 4;

/// Tells explanations of one plan.
pub struct Teller<'p> {
    /// The language.
    pub locale: Locale,
    /// The plan whose figures are explained.
    pub plan: &'p Plan,
    /// Its result.
    pub result: &'p Evaluation,
    /// What a group is called, by its place.
    pub group: &'p dyn Fn(usize) -> String,
}

/// What a step is called: what it is, and the member of a list that it is about.
#[derive(Clone, Default, PartialEq)]
struct Name {
    what: String,
    about: Option<String>,
}

impl Teller<'_> {
    /// An explanation in words.
    pub fn tell(&self, explanation: &Explanation) -> Told {
        self.tell_in(explanation, &Name::default())
    }

    /// A part of what is called `whole`.
    fn tell_in(&self, explanation: &Explanation, whole: &Name) -> Told {
        let step = essence(explanation);
        let name = self.name(explanation);
        let mut parts = Vec::new();
        self.tell_parts(step, &name, &mut parts);
        Told {
            name: self.called(&name, whole),
            value: self.value(explanation, &name.what),
            how: self.how(step, &name),
            origin: self.origin(explanation),
            parts,
            months: step.months.iter().map(|&amount| self.locale.euros(amount, 2)).collect(),
            again: explanation.again,
            input: explanation.input.clone(),
        }
    }

    /// An assumption of `figure` in words.
    pub fn assumption(&self, figure: &Explanation, assumption: &Assumption) -> ToldAssumption {
        let [path, ..] = assumption.inputs.as_slice() else {
            broken("an assumption is of an input")
        };
        let label = label(path);
        let kind = label.map_or(Kind::Number, |label| label.kind);
        let name = label.map_or(path.as_str(), |label| self.locale.word(label.name));
        let about = self.about(path).filter(|about| assumption.inputs.len() == 1 && about != name);
        let typed = |value: Decimal| match label.and_then(|label| label.unit) {
            Some(unit) => {
                let unit = self.locale.unit(value.to_f64(), unit);
                [&shown(self.locale, value, kind), "\u{a0}", unit].concat()
            }
            None => shown(self.locale, value, kind),
        };
        let figure_at = |value: Option<f64>| {
            let figure = Explanation { value, unit: figure.unit, ..Explanation::default() };
            self.value(&figure, "")
        };
        let range = assumption.low.zip(assumption.high);
        ToldAssumption {
            name: match about {
                Some(about) => self.locale.say(Phrase::OfGroup(name, &about)),
                None => name.to_owned(),
            },
            value: typed(assumption.value),
            range: range.map(|(low, high)| [typed(low), typed(high)]),
            figure: range.map(|_| [assumption.at_low, assumption.at_high].map(figure_at)),
            origin: match assumption.basis {
                Some(basis) => Origin::Default(basis, self.source_of(path)),
                None => Origin::Given,
            },
        }
    }

    /// The named parts of a step; those of its short nameless steps in their place.
    fn tell_parts(&self, step: &Explanation, whole: &Name, told: &mut Vec<Told>) {
        for part in terms(step) {
            if part.origin == Some(CONSTANT) && part.figure.is_none() {
                continue; // it stands in the sentence
            }
            if is_within(part) {
                self.tell_parts(essence(part), whole, told);
            } else {
                let part = self.tell_in(part, whole);
                let is_same =
                    |known: &Told| (&known.name, &known.value) == (&part.name, &part.value);
                // What occurs twice in one sentence is one part.
                if !(part.parts.is_empty() && told.iter().any(is_same)) {
                    told.push(part);
                }
            }
        }
    }

    fn name(&self, step: &Explanation) -> Name {
        // The amount of a line is known by the line's name.
        if let Some(Figure::LineAmount(line)) = step.figure
            && let Some((kind, group)) = self.line(line)
        {
            return Name { what: kind.to_owned(), about: group };
        }
        let named = match (step.figure, &step.input) {
            (Some(figure), _) => Some(Word::of_figure(figure)),
            (None, Some(path)) => label(path).map(|label| label.name),
            (None, None) => None,
        };
        let what = match (named, &step.input) {
            (Some(word), _) => self.locale.word(word),
            (None, _) if step.origin == Some(CONSTANT) => self.locale.word(Word::Fixture),
            (None, Some(path)) => path,
            (None, None) => self.locale.word(Word::Step),
        };
        let about = match (step.figure, &step.input) {
            (Some(figure), _) => self.about_figure(figure),
            (None, Some(path)) => self.about(path),
            (None, None) => None,
        };
        Name { what: what.to_owned(), about }
    }

    /// A name within the explanation of `whole`, without what both have.
    fn called(&self, name: &Name, whole: &Name) -> String {
        match &name.about {
            Some(about) if name.what == whole.what || *about == name.what => about.clone(),
            Some(about) if Some(about) != whole.about.as_ref() => {
                self.locale.say(Phrase::OfGroup(&name.what, about))
            }
            _ => name.what.clone(),
        }
    }

    /// The member of a list that a figure is about, or the kind of training in the social balance.
    fn about_figure(&self, figure: Figure) -> Option<String> {
        let locale = self.locale;
        if let Some((list, place)) = figure.member() {
            return match list {
                List::Groups => Some((self.group)(place)),
                List::Sizes => None,
                List::Lines => self.line(place).map(|(kind, group)| match group {
                    Some(group) => locale.say(Phrase::OfGroup(kind, &group)),
                    None => kind.to_owned(),
                }),
                List::Benefits => self.benefit(place).map(str::to_owned),
                List::Months => Some(locale.say(Phrase::MonthNumber(place + 1))),
            };
        }
        let kind = match figure {
            Figure::FormalParticipants
            | Figure::FormalHours
            | Figure::FormalGross
            | Figure::FormalContributions
            | Figure::FormalSubsidies
            | Figure::FormalNet => Word::FormalTraining,
            Figure::InformalParticipants
            | Figure::InformalHours
            | Figure::InformalGross
            | Figure::InformalContributions
            | Figure::InformalSubsidies
            | Figure::InformalNet => Word::InformalTraining,
            _ => return None,
        };
        Some(locale.word(kind).to_owned())
    }

    /// The member of a list that the path of an input is about.
    fn about(&self, path: &str) -> Option<String> {
        let path = as_path(path);
        let InList { list, index, .. } = path.in_list()?;
        let name = match list {
            members::GROUPS => return Some((self.group)(index)),
            members::COSTS => {
                let line = self.plan.costs.get(index)?;
                lines::cost_name(self.locale, &line.id, &line.label)
            }
            members::BENEFITS => self.benefit(index)?,
            members::SUBSIDIES => &self.plan.subsidies.get(index)?.label,
            _ => return None,
        };
        Some(name.to_owned())
    }

    /// Where the default of the input at a path is from.
    fn source_of(&self, path: &str) -> &'static str {
        source(self.locale, &as_path(path).pattern())
    }

    fn benefit(&self, place: usize) -> Option<&str> {
        let benefit = self.plan.value.benefits.get(place)?;
        Some(lines::benefit_name(self.locale, benefit.id(), benefit.label()))
    }

    /// The kind of a budget line, and its group.
    fn line(&self, place: usize) -> Option<(&str, Option<String>)> {
        let line = self.result.budget.lines.get(place)?;
        let place =
            self.plan.groups.iter().position(|group| Some(&group.id) == line.group.as_ref());
        Some((lines::line_kind(self.locale, line), place.map(self.group)))
    }

    /// A value with its unit, unless its name says the unit already.
    fn value(&self, step: &Explanation, name: &str) -> String {
        let locale = self.locale;
        let Some(value) = step.value else {
            return NO_VALUE.to_owned();
        };
        let unit = unit(step);
        match unit {
            Some(Unit::Eur) => return locale.euros(value, 2),
            Some(Unit::EurPerHour) => {
                return [&locale.euros(value, 2), " ", locale.word(Word::PerHour)].concat();
            }
            Some(Unit::Share) => return locale.percent_up_to(value, 2),
            _ => {}
        }
        let word = unit.and_then(Word::of_unit);
        let places = match (word, unit) {
            // A step without a name: as many digits as it takes to follow the sum.
            (_, None) if value.abs() < 1.0 => 6,
            (Some(_), _) | (_, None) => 2,
            (None, Some(_)) => 4,
        };
        let number = locale.number_up_to(value, places);
        let said = |word: Word| {
            name.to_ascii_lowercase().contains(&locale.word(word).to_ascii_lowercase())
        };
        match word {
            Some(word) if !(unit.is_some_and(is_said_by_name) && said(word)) => {
                [&number, "\u{a0}", locale.unit(value, word)].concat()
            }
            _ => number,
        }
    }

    fn origin(&self, step: &Explanation) -> Origin {
        match (step.origin, step.basis, &step.input) {
            (Some(explain::Origin::Given), ..) => Origin::Given,
            (Some(explain::Origin::Default), Some(basis), Some(path)) => {
                Origin::Default(basis, self.source_of(path))
            }
            _ => Origin::Calculated,
        }
    }

    /// How a step follows from its parts.
    fn how(&self, step: &Explanation, whole: &Name) -> String {
        let word = |word| self.locale.word(word);
        match (step.operation, step.value) {
            _ if step.again => String::new(),
            (None, Some(_)) => String::new(),
            (None, None) => word(Word::NothingKnown).to_owned(),
            (Some(Operation::FirstMonth), None) => word(Word::NotReached).to_owned(),
            (Some(_), None) => word(Word::DivisionByZero).to_owned(),
            (Some(operation), Some(_)) => self.sentence(step, operation, whole),
        }
    }

    fn sentence(&self, step: &Explanation, operation: Operation, whole: &Name) -> String {
        let locale = self.locale;
        match operation {
            Operation::Sum => self.joined(step, operation, Word::Plus, whole),
            Operation::Difference | Operation::Negative => {
                self.joined(step, operation, Word::Minus, whole)
            }
            Operation::Product => self.joined(step, operation, Word::TimesSign, whole),
            Operation::Quotient => self.joined(step, operation, Word::DividedBy, whole),
            Operation::Round => self.rounded(step, Word::OpRound, whole),
            Operation::RoundUp => self.rounded(step, Word::OpUp, whole),
            Operation::RoundDown => self.rounded(step, Word::OpDown, whole),
            Operation::Cents => self.rounded(step, Word::OpCents, whole),
            Operation::Smallest => self.bounded(step, Word::SmallestOf, whole),
            Operation::Largest => self.bounded(step, Word::LargestOf, whole),
            Operation::Months => locale.word(Word::OpMonths).to_owned(),
            Operation::FirstMonth => locale.word(Word::OpFirstMonth).to_owned(),
            Operation::PowerOfTwo | Operation::LogTwo => locale.word(Word::OpOther).to_owned(),
        }
    }

    /// Parts with a sign between each two, or how many they are.
    fn joined(&self, step: &Explanation, operation: Operation, sign: Word, whole: &Name) -> String {
        let locale = self.locale;
        let parts = terms(step);
        match operation {
            Operation::Sum if parts.len() > NAMED_IN_SENTENCE => {
                return locale.say(Phrase::SumOf(parts.len()));
            }
            Operation::Product if parts.len() > NAMED_IN_SENTENCE => {
                return locale.say(Phrase::ProductOf(parts.len()));
            }
            _ => {}
        }
        let mut told = String::new();
        for (place, part) in parts.iter().enumerate() {
            if place > 0 || operation == Operation::Negative {
                told += &[if place > 0 { " " } else { "" }, locale.word(sign), " "].concat();
            }
            told += &self.term(part, operation, place, whole);
        }
        told
    }

    /// One part, and how it is rounded.
    fn rounded(&self, step: &Explanation, how: Word, whole: &Name) -> String {
        let mut told = String::new();
        for part in &step.parts {
            told += &self.within(part, whole);
        }
        [&told, ", ", self.locale.word(how)].concat()
    }

    /// The smallest or largest of some numbers: what comes first, and the bounds that the others set.
    fn bounded(&self, step: &Explanation, of: Word, whole: &Name) -> String {
        let locale = self.locale;
        let [first, bounds @ ..] = step.parts.as_slice() else {
            return locale.word(Word::OpOther).to_owned(); // whoever wants the name alone takes the parts away
        };
        let mut told = String::new();
        if is_of_one_kind(step, |part| part.figure.map(Figure::key)) {
            told += locale.word(of);
            for (place, part) in step.parts.iter().enumerate() {
                told += if place == 0 { " " } else { ", " };
                told += &self.named(part, whole);
            }
            return told;
        }
        told += &self.within(first, whole);
        for part in bounds {
            // That it is not below zero needs no words, unless it is what holds.
            if part.origin != Some(CONSTANT) || part.value == step.value {
                told += if locale == Locale::FrBe { "\u{202f}; " } else { "; " };
                let value = self.value(part, "");
                told += &locale.say(match of {
                    Word::SmallestOf => Phrase::AtMost(&value),
                    _ => Phrase::AtLeast(&value),
                });
            }
        }
        told
    }

    /// A step that is all of a sentence: how it is made, or its name and value.
    fn within(&self, step: &Explanation, whole: &Name) -> String {
        let inner = essence(step);
        match inner.operation {
            Some(operation) if is_within(step) => self.sentence(inner, operation, whole),
            _ => self.named(step, whole),
        }
    }

    /// One term of a sentence: `Medewerkers (120)`, a plain number, or a short step, in brackets where
    /// it could be read otherwise.
    fn term(&self, step: &Explanation, of: Operation, place: usize, whole: &Name) -> String {
        let inner = essence(step);
        if let (Some(Operation::Sum | Operation::Difference), [only]) =
            (inner.operation, terms(inner).as_slice())
            && is_within(step)
        {
            return self.term(only, of, place, whole);
        }
        match inner.operation {
            Some(Operation::Sum)
                if is_within(step)
                    && let Some(one) = of_one_kind(inner) =>
            {
                self.all(step, one)
            }
            Some(operation) if is_within(step) => {
                let told = self.sentence(inner, operation, whole);
                let is_clear = match (of, operation) {
                    (Operation::Sum, Operation::Sum | Operation::Difference)
                    | (
                        Operation::Sum | Operation::Difference,
                        Operation::Product | Operation::Quotient,
                    ) => true,
                    (Operation::Difference, Operation::Sum | Operation::Difference)
                    | (Operation::Quotient, Operation::Product) => place == 0,
                    _ => false,
                };
                if is_clear { told } else { ["(", &told, ")"].concat() }
            }
            _ => self.named(step, whole),
        }
    }

    /// A sum over all groups of the same thing: `Medewerkers, alle groepen (152)`.
    fn all(&self, sum: &Explanation, one: &Explanation) -> String {
        let name = self
            .locale
            .say(Phrase::OfGroup(&self.name(one).what, self.locale.word(Word::AllGroups)));
        let sum = Explanation { value: sum.value, unit: one.unit, ..Explanation::default() };
        with_value(&name, &self.value(&sum, &name))
    }

    fn named(&self, step: &Explanation, whole: &Name) -> String {
        if step.origin == Some(CONSTANT) {
            return self.value(step, "");
        }
        let name = self.name(step);
        with_value(&self.called(&name, whole), &self.value(step, &name.what))
    }
}

/// `Medewerkers (120)`.
fn with_value(name: &str, value: &str) -> String {
    [name, " (", value, ")"].concat()
}

/// One of the terms of a sum, when all are the same input of different members of a list.
fn of_one_kind(sum: &Explanation) -> Option<&Explanation> {
    let first = sum.parts.first()?;
    let input = |part: &Explanation| Some(as_path(part.input.as_deref()?).pattern().into_owned());
    is_of_one_kind(sum, |part| input(part).filter(|_| part.figure.is_none())).then_some(first)
}

/// Whether a step has several parts, all of one kind: their ids differ in the member of a list alone.
fn is_of_one_kind<K: PartialEq>(
    step: &Explanation,
    kind: impl Fn(&Explanation) -> Option<K>,
) -> bool {
    let [first, others @ ..] = step.parts.as_slice() else { return false };
    let first = kind(first);
    first.is_some() && !others.is_empty() && others.iter().all(|part| kind(part) == first)
}

/// Whether a step is told within the sentence of another: it has no name, and few parts.
fn is_within(step: &Explanation) -> bool {
    step.figure.is_none()
        && step.input.is_none()
        && !step.again
        && !step.parts.is_empty()
        && (terms(essence(step)).len() <= SHORT || of_one_kind(essence(step)).is_some())
}

/// Whether a name that says what it counts needs no word behind its number.
const fn is_said_by_name(unit: Unit) -> bool {
    matches!(unit, Unit::Weeks | Unit::Months | Unit::Fte | Unit::Circle | Unit::Session)
}

/// The unit of a step; sums and differences without a name have that of their parts.
fn unit(step: &Explanation) -> Option<Unit> {
    let (
        None,
        Some(
            Operation::Sum
            | Operation::Difference
            | Operation::Negative
            | Operation::Cents
            | Operation::Largest
            | Operation::Smallest,
        ),
    ) = (step.unit, step.operation)
    else {
        return step.unit;
    };
    let parts = terms(step);
    let (first, others) = parts.split_first()?;
    let first = unit(first)?;
    others.iter().all(|part| unit(part) == Some(first)).then_some(first)
}

/// The parts of a step; zeros that are added or taken away change nothing.
fn terms(step: &Explanation) -> Vec<&Explanation> {
    let kept = match step.operation {
        Some(Operation::Sum) => 0,
        Some(Operation::Difference) => 1,
        _ => step.parts.len(),
    };
    let mut terms = Vec::new();
    for (place, part) in step.parts.iter().enumerate() {
        if place < kept || part.value != Some(0.0) {
            terms.push(part);
        }
    }
    if terms.is_empty() { step.parts.iter().collect() } else { terms }
}

/// A step that adds nothing to its one nameless part is told as that part: a sum of one, a rounding to
/// cents of what is in cents, a largest of zero and what is above it.
fn essence(step: &Explanation) -> &Explanation {
    let only = match (step.operation, step.parts.as_slice()) {
        (Some(Operation::Cents), [inner]) if inner.value == step.value => Some(inner),
        (Some(Operation::Largest), [zero, inner] | [inner, zero])
            if zero.origin == Some(CONSTANT)
                && zero.value == Some(0.0)
                && inner.value > Some(0.0) =>
        {
            Some(inner)
        }
        (Some(Operation::Sum | Operation::Difference), _) => match terms(step).as_slice() {
            [only] => Some(*only),
            _ => None,
        },
        _ => None,
    };
    match only {
        Some(inner) if inner.figure.is_none() && inner.input.is_none() && !inner.again => {
            essence(inner)
        }
        _ => step,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Document;
    use crate::text::NO_BREAK;
    use crate::text::catalogue::checks::{english, french};

    const PLAN: &str = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
        "groups": [{ "id": "a", "name": "A", "headcount": 20, "fte": 16, "leaders": 2 },
                   { "id": "b", "name": "B", "headcount": 4, "fte": 4, "participation": 0.5 }],
        "budget": { "available": 20000 } }"#;

    /// Tells a figure of a plan in a locale.
    fn tell<T>(plan: &str, locale: Locale, figure: &str, look: impl Fn(&Told) -> T) -> T {
        let plan = Plan::read(&Document::parse(plan).unwrap()).unwrap();
        let result = crate::model::evaluate(&plan).unwrap();
        let group = |place: usize| plan.groups[place].name.clone();
        let teller = Teller { locale, plan: &plan, result: &result, group: &group };
        look(&teller.tell(&explain::explain(&plan, Figure::find(figure).unwrap()).unwrap()))
    }

    #[track_caller]
    fn says(locale: Locale, figure: &str, sentence: &str) {
        let said = tell(PLAN, locale, figure, |told| {
            format!("{} {} = {}", told.name, told.value, told.how)
        });
        assert_eq!(said.replace([NO_BREAK, '\u{202f}'], " "), sentence, "{figure}");
    }

    #[test]
    #[rustfmt::skip]
    fn formulas_are_sentences_in_four_locales() {
        use Locale::{En, FrBe, NlBe, NlNl};
        let figure = "learningTime.hoursPerFte";
        says(NlBe, figure, "Leertijd per VTE 54,38 uur = Leertijd van iedereen (1.087,6 uur) gedeeld door VTE, alle groepen (20)");
        says(NlNl, figure, "Leertijd per fte 54,38 uur = Leertijd van iedereen (1.087,6 uur) gedeeld door Fte, alle groepen (20)");
        says(FrBe, figure, "Temps d’apprentissage par ETP 54,38 heures = Temps d’apprentissage de tous (1 087,6 heures) divisé par ETP, tous les groupes (20)");
        says(En, figure, "Learning time per FTE 54.38 hours = Learning time of everyone (1,087.6 hours) divided by FTE, all groups (20)");
        // Of a group: its name is said once. A rounding belongs to the sentence.
        says(NlBe, "learningTime.groups[1].participants", "Deelnemers, B 2 = Medewerkers (4) keer Deelname (50%), afgerond op een geheel getal");
        says(En, "learningTime.groups[1].participants", "Participants, B 2 = Employees (4) times Participation (50%), rounded to a whole number");
        // Brackets where a sentence could be read otherwise, and only there.
        says(NlBe, "learningTime.groups[0].byComponent.weekCycles",
            "Vitale Weekcycli, A 256 uur = Deelnemers (16) keer (Weekcycli per jaar (40) keer Duur van een weekcyclus (30 minuten) gedeeld door 60) keer (VTE (16) gedeeld door Medewerkers (20))");
        says(NlBe, "learningTime.effectiveHoursPerFte",
            "Effectieve uren per VTE 1.602,27 uur = Voltijdse uren per week (38 uur) keer Effectieve weken per jaar (45) keer (1 min Ziekteverzuim (6,3%))");
        // A sum over groups has their names; bounds are bounds.
        says(NlBe, "learningTime.participants", "Deelnemers 18 = A (16) plus B (2)");
        says(NlBe, "profCircles.circles", "Aantal Prof-cirkels 2 = Deelnemers (18) gedeeld door Gewenste grootte (8), afgerond op een geheel getal; minstens 2; hoogstens 3");
        says(En, "profCircles.circles", "Number of Prof circles 2 = Participants (18) divided by Preferred size (8), rounded to a whole number; at least 2; at most 3");
        says(NlBe, "budget.gap", "Over van het beschikbare budget € 3.242,92 = Beschikbaar L&O-budget (€ 20.000,00) min L&O-budget (uitgaven) (€ 16.757,08)");
        tell(PLAN, NlBe, "value.pvCost", |told| assert!(told.how.starts_with("alle maanden") && told.months.len() == 36));
        // What cannot be calculated says why.
        says(NlBe, "profCircles.circlesPerLeader", "Cirkels per leidinggevende – = Niet te berekenen: daarvoor is nog niet genoeg ingevuld.");
    }

    #[test]
    fn leaves_say_where_they_are_from() {
        tell(PLAN, Locale::NlBe, "learningTime.groups[1].participants", |told| {
            let parts: Vec<_> =
                told.parts.iter().map(|part| (&*part.name, &*part.value, part.origin)).collect();
            assert_eq!(
                parts,
                [("Medewerkers", "4", Origin::Given), ("Deelname", "50%", Origin::Given)]
            );
        });
        tell(PLAN, Locale::FrBe, "learningTime.effectiveHoursPerFte", |told| {
            let origins: Vec<_> =
                told.parts.iter().map(|part| part.origin.text(Locale::FrBe)).collect();
            assert_eq!(origins[0], "d’après une source\u{202f}: loi et CCT");
        });
        tell(PLAN, Locale::En, "budget.lines[4].amount", |told| {
            let factor = told.parts.iter().find(|part| part.name.contains("factor")).unwrap();
            assert_eq!(factor.origin.text(Locale::En), "our assumption");
        });
    }

    #[test]
    fn a_divisor_of_nothing_is_said() {
        let nobody = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 0, "fte": 0 }] }"#;
        tell(nobody, Locale::NlBe, "budget.perEmployee.cash", |told| {
            assert_eq!(
                (told.value.as_str(), told.how.as_str()),
                (NO_VALUE, "Niet te berekenen: er is niets om door te delen.")
            );
        });
        tell(nobody, Locale::En, "value.paybackMonth", |told| {
            assert_eq!(told.how, "The benefit so far never covers the costs within the period.");
        });
    }

    /// Every figure of a plan in every locale: a name for everything, and nothing of another language.
    #[test]
    fn every_figure_is_told_in_every_locale() {
        fn all(told: &Told, look: &impl Fn(&str)) {
            for text in [&told.name, &told.value, &told.how] {
                look(text);
            }
            told.parts.iter().for_each(|part| all(part, look));
        }
        let plan = Plan::read(&Document::parse(PLAN).unwrap()).unwrap();
        let mut told = 0;
        for figure in Figure::ALL {
            if explain::explain(&plan, *figure).is_err() {
                continue; // circles per group, of a plan that mixes them
            }
            told += 1;
            for (locale, check) in [(Locale::FrBe, french as fn(&str)), (Locale::En, english)] {
                tell(PLAN, locale, &figure.id(), |told| {
                    all(told, &|text| {
                        check(text);
                        assert!(!text.contains("NaN") && !text.contains("[]"), "{text}");
                        assert!(
                            !text.contains("learningTime") && !text.contains("groups["),
                            "{text}"
                        );
                    });
                });
            }
        }
        assert!(told > 90, "{told}");
    }

    #[test]
    fn assumptions_are_told_with_what_they_do() {
        let plan = Plan::read(&Document::parse(PLAN).unwrap()).unwrap();
        let result = crate::model::evaluate(&plan).unwrap();
        let group = |place: usize| plan.groups[place].name.clone();
        let teller = Teller { locale: Locale::NlBe, plan: &plan, result: &result, group: &group };
        let figure = Figure::HoursPerEmployee;
        let explanation = explain::explain(&plan, figure).unwrap();
        let found = crate::analysis::assumptions::assumptions(&plan, figure).unwrap();
        let told: Vec<_> =
            found.iter().map(|found| teller.assumption(&explanation, found)).collect();
        let text = |ends: &Option<[String; 2]>| {
            ends.as_ref().map(|ends| ends.join(" tot ").replace(NO_BREAK, " "))
        };
        assert_eq!(told[0].name, "Deelname, A");
        assert_eq!(told[0].value, "80%");
        assert_eq!(text(&told[0].range).unwrap(), "50% tot 95%");
        assert_eq!(text(&told[0].figure).unwrap(), "31,17 uur tot 52,39 uur");
        // One default for both groups has no group in its name.
        assert!(told.iter().any(|told| told.name == "Prof-traject" && told.value == "16\u{a0}uur"));
        assert_eq!(told.last().unwrap().range, None);
    }
}
