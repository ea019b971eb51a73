//! The inputs that rest on a default.

use std::collections::BTreeSet;

use super::sheet::{Cell, EURO, Empty, PERCENT, Sheet, Text};
use crate::plan::schema::members;
use crate::plan::{Basis, InList, Input};
use crate::text::lines::{benefit_name, cost_name};
use crate::text::{Kind, Phrase, Word, as_path, label, source};

impl Sheet<'_> {
    /// Every input that rests on a default. What kind of cost a line is does not count: no figure rests
    /// on it.
    pub(super) fn assumptions(&mut self) {
        self.title(Word::DefaultsTitle);
        self.words(&[Word::Assumed, Word::Value, Word::UnitTitle, Word::Standard, Word::Source]);
        let mut told = BTreeSet::new();
        self.plan.clone().inputs_mut(&mut |input| {
            if told.insert(input.path()) {
                self.assumption(input);
            }
        });
        for path in &self.plan.defaults_used {
            let value = match as_path(path).pattern().as_ref() {
                members::COMPOSITION => Word::Mixed,
                members::WEEK_CYCLES_PRO_RATA
                | members::PROF_TRACK_PRO_RATA
                | members::FORMAL_PRO_RATA
                | members::COST_CASH => Word::Yes,
                _ => continue,
            };
            let name = self.name(path);
            let basis = Cell::Word(Word::OurAssumption);
            self.row(&[Text(&name), Cell::Word(value), Empty, basis]);
        }
    }

    fn assumption(&mut self, input: &Input) {
        let Some(standard) = input.standard(self.plan.country) else { return };
        let (path, locale) = (input.field.path, self.locale);
        let name = self.name(&input.path());
        let label = label(path);
        let (digits, unit) = match label.map(|label| (label.kind, label.unit)) {
            Some((Kind::Percent, _)) => (locale.decimal_percent(input.likely), PERCENT),
            Some((Kind::Money, _)) => (locale.decimal_places(input.likely, 2), EURO),
            Some((_, Some(unit))) => (locale.decimal(input.likely), Cell::Word(unit)),
            _ => (locale.decimal(input.likely), Empty),
        };
        // The research on which some defaults rest says nothing about the plan's own benefits.
        let own = standard.basis == Basis::Assumption && path.starts_with(members::BENEFITS);
        let source = if own { "" } else { source(locale, path) };
        let basis = Cell::Word(Word::of_basis(standard.basis));
        self.row(&[Text(&name), Cell::Digits(&digits), unit, basis, Text(source)]);
    }

    /// The name of an input, with the member of a list that it is of.
    fn name(&self, path: &str) -> String {
        let (locale, plan) = (self.locale, self.plan);
        let name = label(path).map_or(path, |label| locale.word(label.name));
        let about = as_path(path).in_list().and_then(|InList { list, index, .. }| {
            Some(match list {
                members::GROUPS => self.group_name(index),
                members::COSTS => {
                    let line = plan.costs.get(index)?;
                    cost_name(locale, &line.id, &line.label).to_owned()
                }
                members::BENEFITS => {
                    let benefit = plan.value.benefits.get(index)?;
                    benefit_name(locale, benefit.id(), benefit.label()).to_owned()
                }
                _ => return None,
            })
        });
        match about {
            Some(about) if about != name => locale.say(Phrase::OfGroup(name, &about)),
            _ => name.to_owned(),
        }
    }
}
