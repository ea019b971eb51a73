//! From the document as written to a plan in which every field is present and checked.

use super::document::too_deep;
use super::error::{Code, InputError, InputErrors};
use super::notation::{enter, enter_item};
use super::reader::{Members, Reader};
use super::schema::{self, PLAN};
use super::{Country, Document, Learning, Node, Path, Place, Plan, Step};
use crate::decimal::Decimal;
use crate::invariant::broken;

impl Plan {
    /// Reads a document: checks every field and fills what is missing with defaults.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the document; see [`Code`].
    pub fn read(document: &Document) -> Result<Self, InputErrors> {
        if let Some(path) = path_of_too_deep(document.root()) {
            return Err(too_deep(path).into());
        }
        let mut reader = Reader::new(Country::Be);
        let plan = reader.plan(document.root());
        match plan {
            Some(plan) if reader.errors.is_empty() => Ok(plan),
            _ => Err(InputErrors { errors: in_document_order(reader.errors, document.root()) }),
        }
    }
}

impl Reader {
    fn plan(&mut self, root: &Node) -> Option<Plan> {
        let document = &self.object(root, String::new());
        self.known_version(document)?;
        let (title, organisation) =
            (self.text(document, "title"), self.text(document, "organisation"));
        let year = self.number(document, &schema::YEAR, Place::Plan, None);
        // Without a country the document is refused, and what else is wrong with it is still found.
        self.country = self.required_choice(document, "country").unwrap_or(Country::Be);
        let sector = self.text(document, "sector");
        let calendar = self.section(document, "calendar", Place::Plan, None);
        // Groups stand before `learning` in the document but inherit from it.
        let before_groups = self.defaults_used.len();
        let learning: Learning = self.section(document, "learning", Place::Plan, None);
        let mut learning_defaults = self.defaults_used.split_off(before_groups);
        let groups = self.groups(document, &learning);
        // Results have always named the numbers first.
        learning_defaults.sort_by_key(|path| path.ends_with(".proRata"));
        self.defaults_used.extend(learning_defaults);
        let prof_circles = self.prof_circles(document);
        let facilitation = self.section(document, "facilitation", Place::Plan, None);
        let costs = self.costs(document);
        let subsidies = self.subsidies(document, &costs);
        let budget = self.section(document, "budget", Place::Plan, None);
        let value = self.section(document, "value", Place::Plan, None);
        // Text and choices for the report, and realised figures: kept as they are.
        for key in ["jaarplan", "actuals"] {
            self.child(document, key);
        }
        self.warn_of_unknown(document, |key| PLAN.knows(key));
        Some(Plan {
            title,
            organisation,
            year: u32::try_from(year.whole())
                .unwrap_or_else(|_| broken("a year is beyond its bounds")),
            country: self.country,
            sector: Some(sector).filter(|sector| !sector.is_empty()),
            calendar,
            groups,
            learning,
            prof_circles,
            facilitation,
            costs,
            subsidies,
            budget,
            value,
            defaults_used: std::mem::take(&mut self.defaults_used),
            warnings: std::mem::take(&mut self.warnings),
        })
    }

    /// A newer document is not read any further: its fields may mean something else.
    fn known_version(&mut self, document: &Members) -> Option<()> {
        let newest = schema::SCHEMA_VERSION.bounds.max;
        if let Some(Node::Number(digits)) = document.get("schemaVersion") {
            let newer = match Decimal::read(digits) {
                Ok(version) => newest.is_some_and(|newest| version > newest),
                Err(_) => !digits.starts_with('-'),
            };
            if newer {
                let message = "this document is of a newer schema; open it with a newer version";
                self.refuse("schemaVersion".to_owned(), Code::NewerSchema, message.to_owned())
                    .value(digits)
                    .range(None, newest)
                    .example("1");
                return None;
            }
        }
        self.number(document, &schema::SCHEMA_VERSION, Place::Plan, None);
        Some(())
    }
}

/// Where an object from JavaScript is nested too deep, if it is; text never comes this far.
fn path_of_too_deep(node: &Node) -> Option<String> {
    fn is_in(node: &Node, path: &mut String) -> bool {
        let length = path.len();
        let mut found = |step: &dyn Fn(&mut String), node| {
            path.truncate(length);
            step(path);
            is_in(node, path)
        };
        match node {
            Node::TooDeep => true,
            Node::List(list) => {
                list.iter().enumerate().any(|(i, node)| found(&|path| enter_item(path, i), node))
            }
            Node::Object(members) => {
                members.iter().any(|(key, node)| found(&|path| enter(path, key), node))
            }
            _ => false,
        }
    }
    let mut path = String::new();
    is_in(node, &mut path).then_some(path)
}

/// Sorts errors by where they stand in the document; what is missing comes at the end of its object.
fn in_document_order(mut errors: Vec<InputError>, root: &Node) -> Vec<InputError> {
    errors.sort_by_cached_key(|error| place_of(&error.path, root));
    errors
}

/// Which member of which member of the document a path names, from the outside in.
fn place_of(path: &str, root: &Node) -> Vec<usize> {
    // What is wrong stands in an object of the schema: of a member that is not known nothing is read.
    let path: Path = path.parse().unwrap_or_else(|_| broken("an error has no path"));
    let (mut place, mut node) = (Vec::new(), root);
    for step in path.steps() {
        let (index, member) = match (step, node) {
            (Step::Key(key), Node::Object(members)) => {
                let found = members.iter().position(|(name, _)| name == key);
                let index = found.unwrap_or(members.len());
                (index, members.get(index).map(|(_, node)| node))
            }
            (Step::Index(index), Node::List(list)) => (index, list.get(index)),
            _ => (0, None),
        };
        place.push(index);
        let Some(member) = member else { break };
        node = member;
    }
    place
}
