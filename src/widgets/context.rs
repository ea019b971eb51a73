//! One drawing of one widget: the plan that it shares, and what only this widget knows.

use super::kinds::{Kind, Panel, Storage, Tab};
use super::state::goals::Fitting;
use super::state::{Draft, Guard, List, Outcome, Sheet};
use crate::model::figures::Figure;
use crate::plan::{Country, InputError, Node, Path};
use crate::text::{Locale, Word};

/// What one widget knows by itself.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The page's language tag; empty when it has none.
    pub language: String,
    /// The figure that somebody asks about, if any.
    pub asked: Option<Asked>,
    /// What was last said aloud.
    pub announced: Vec<Spoken>,
    /// The attribute `readonly`.
    pub readonly: bool,
    /// The figure of which somebody asks what moves it, if any.
    pub driven: Option<Figure>,
    /// The part of the planner that is shown.
    pub tab: Tab,
    /// What is asked before something happens, or shown after it did.
    pub panel: Option<Panel>,
    /// Fields that somebody asked for and that the form does not have.
    pub extra: Vec<String>,
    /// Fields of which the lowest and the highest value are shown too.
    pub open: Vec<String>,
    /// What somebody asks to fit in a budget.
    pub fitting: Fitting,
    /// Whether the plan is kept in the browser.
    pub storage: Storage,
    /// Whether the calculation had stopped, which nobody read yet.
    pub restarted: bool,
    /// Whether the browser keeps a plan of this person.
    pub has_kept: bool,
    /// The day, as the page tells it: `2027-03-31`.
    pub today: String,
    /// The address of the page, without its fragment.
    pub page: String,
}

/// The figure that somebody asks about, and the part of the page that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The part of the page, like `lines`.
    pub place: String,
    pub figure: Figure,
}

impl Asked {
    /// From what a button is about: `budget.cash in lines`.
    pub fn read(about: &str) -> Option<Self> {
        let (figure, place) = about.split_once(" in ")?;
        Some(Self { place: place.to_owned(), figure: Figure::find(figure)? })
    }
}

/// What is said aloud of headline figures.
#[derive(Clone, Debug)]
pub struct Spoken {
    pub line: String,
    /// Between what they lie; empty where that is not known, or not yet of all samples.
    pub range: String,
}

impl Spoken {
    /// Whether a line is no news after these.
    pub fn is_known(&self, before: &[Self]) -> bool {
        before.iter().any(|other| {
            let is_open = self.range.is_empty() || other.range.is_empty();
            self.line == other.line && (is_open || self.range == other.range)
        })
    }

    /// Everything that is said.
    pub fn text(&self) -> String {
        let between = if self.range.is_empty() { "" } else { " " };
        [&self.line, between, &self.range].concat()
    }
}

/// What views are drawn from.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    /// The plan with its scenarios.
    pub draft: &'a Draft,
    /// The scenario that this is about.
    pub sheet: &'a Sheet,
    /// Its key, when it is not the one that is worked on.
    pub scenario: Option<u32>,
    /// What only this widget knows.
    pub own: &'a Own,
    /// Which widget it is.
    pub kind: Kind,
    /// Its language; see [`Screen::locale`].
    pub locale: Locale,
}

impl<'a> Screen<'a> {
    /// The scenario that is worked on.
    pub fn new(draft: &'a Draft, own: &'a Own, kind: Kind) -> Self {
        let sheet = draft.sheet();
        let locale = match Locale::from_tag(&own.language) {
            Some(locale) if !matches!(locale, Locale::NlBe | Locale::NlNl) => locale,
            _ => Locale::of_country(sheet.country()),
        };
        Self { draft, sheet, scenario: None, own, kind, locale }
    }

    /// The same about a scenario of this draft; with its key, fields say which one they belong to.
    pub fn about(self, sheet: &'a Sheet, scenario: Option<u32>) -> Self {
        Self { sheet, scenario, ..self }
    }

    /// The language of the page with the terms of the plan's country.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A word in this language.
    pub fn word(&self, word: Word) -> &'static str {
        self.locale().word(word)
    }

    /// Whether nobody can change anything.
    pub fn locked(&self) -> bool {
        self.own.readonly || self.draft.guard() != Guard::Open || self.sheet.is_newer()
    }

    pub fn country(&self) -> Country {
        self.sheet.country()
    }

    pub fn outcome(&self) -> Option<&'a Outcome> {
        self.sheet.outcome()
    }

    pub fn errors(&self) -> &'a [InputError] {
        self.sheet.errors()
    }

    pub fn path(&self, id: &str) -> Option<Path> {
        self.sheet.path(id)
    }

    pub fn row_keys(&self, list: List) -> impl Iterator<Item = u32> + use<'a> {
        self.sheet.row_keys(list)
    }

    pub fn members(&self, list: List) -> Vec<Node> {
        self.sheet.members(list, self.locale())
    }

    pub fn group_name(&self, place: usize) -> String {
        self.sheet.group_name(place, self.locale())
    }

    /// The name of a field in the page: that of another scenario says which.
    pub fn field_id(&self, id: &str) -> String {
        match self.scenario {
            Some(key) => format!("{key}/{id}"),
            None => id.to_owned(),
        }
    }
}
