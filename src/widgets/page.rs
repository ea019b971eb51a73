//! A widget as tests see it: all tabs at once.

use std::cell::Cell;

use super::kinds::{Effect, Kind, Tab};
use super::state::List;
use super::tree::seen::{Element, View};
use super::widget::Widget;
use crate::model::evaluation::Evaluation;
use crate::plan::Document;
use crate::plan::InputErrors;

thread_local!(static PLANS: Cell<u32> = const { Cell::new(0) });

/// A widget with a plan of its own.
pub struct Page(pub Widget);

impl Page {
    /// A planner on an empty plan.
    pub fn new(country: &str, year: u32) -> Self {
        Self::of(Kind::Planner, country, year)
    }

    /// A widget on twenty people, sixteen FTE in Belgium, everything else a default: € 14.633,75 of cash and
    /// € 59.317,08 in full, worked out by hand in the tests of the planner.
    pub fn small(kind: Kind) -> Self {
        let mut page = Self::of(kind, "BE", 2027);
        page.enter("groups:1.headcount", "20");
        page.enter("groups:1.fte", "16");
        page
    }

    pub fn of(kind: Kind, country: &str, year: u32) -> Self {
        PLANS.set(PLANS.get() + 1);
        let mut page =
            Self(Widget::new(kind, &PLANS.get().to_string(), "2026-05-01", "https://x.be/"));
        page.preset("country", country);
        page.preset("year", &year.to_string());
        page
    }

    /// Everything that can be shown, the parts of the planner one after the other.
    pub fn view(&self) -> Element {
        let views = Tab::ALL.map(|tab| self.0.view_of(tab));
        let [Element { attributes, .. }, ..] = &views;
        Element {
            tag: "div",
            key: String::new(),
            attributes: attributes.clone(),
            children: views.map(View::Element).to_vec(),
        }
    }

    pub fn enter(&mut self, id: &str, typed: &str) {
        self.0.enter(id, typed);
    }

    pub fn leave(&mut self, id: &str) {
        self.0.leave(id);
    }

    pub fn press(&mut self, what: &str, about: &str, row: u32) -> Option<String> {
        match self.0.press(what, about, row)? {
            Effect::Focus(id) => Some(id),
            _ => None,
        }
    }

    pub fn add(&mut self, list: List) -> String {
        self.press("add", list.name(), 0).unwrap()
    }

    pub fn document(&self) -> Document {
        self.0.draft().borrow().sheet().document()
    }

    pub fn load(&mut self, document: &Document) -> Result<(), InputErrors> {
        self.0.load(document)
    }

    pub fn preset(&mut self, path: &str, digits: &str) {
        self.0.preset(path, digits);
    }

    pub fn result(&self) -> Option<Evaluation> {
        self.0.draft().borrow().sheet().result().cloned()
    }

    pub fn snapshot(&self) -> String {
        self.0.draft().borrow().kept().to_string()
    }

    pub fn restore(&mut self, snapshot: &str) {
        self.load(&Document::parse(snapshot).unwrap()).unwrap();
    }

    pub fn speak(&mut self, language: &str) {
        self.0.speak(language);
    }

    pub fn announcement(&mut self) -> Option<String> {
        self.0.announcement()
    }
}
