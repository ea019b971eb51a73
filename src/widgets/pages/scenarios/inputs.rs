//! Which inputs of scenarios stand side by side, and what each of them counts for.

use crate::decimal::Decimal;
use crate::plan::Node;
use crate::text::{self, Kind, Phrase, Word, label, pattern};
use crate::widgets::context::Screen;
use crate::widgets::state::{List, Sheet};

/// What managers try out: these inputs always stand in the comparison.
pub const LEVERS: [&str; 11] = [
    "learning.weekCycles.count",
    "learning.weekCycles.minutes",
    "learning.profTrack.hours",
    "learning.formal.hours",
    "learning.developmentTalks.hours",
    "profCircles.targetSize",
    "profCircles.sessions",
    "profCircles.sessionHours",
    "facilitation.externalShare",
    "benefit.uplift",
    "budget.available",
];

/// No page shows more inputs side by side.
pub const MOST_INPUTS: usize = 80;

/// The ids of the inputs of scenarios that stand side by side: the levers, then what differs, in the order of
/// the plan.
pub fn inputs(scenarios: &[Screen]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in LEVERS {
        if scenarios.iter().any(|scenario| scenario.worth(id).is_some()) {
            ids.push(id.to_owned());
        }
    }
    for scenario in scenarios {
        for id in scenario.stated_inputs() {
            if ids.len() <= MOST_INPUTS && !ids.contains(&id) && differs(scenarios, &id) {
                ids.push(id);
            }
        }
    }
    ids
}

fn differs(scenarios: &[Screen], id: &str) -> bool {
    let first = scenarios.first().and_then(|first| first.worth(id));
    scenarios.iter().any(|scenario| scenario.worth(id) != first)
}

impl Screen<'_> {
    /// The ids of everything that the plan gives and that counts.
    fn stated_inputs(&self) -> Vec<String> {
        let mut ids = Vec::new();
        self.add_inputs(self.sheet.document().root(), "", &mut ids);
        if self.sheet.rests_on_default(List::Costs) {
            for key in self.row_keys(List::Costs) {
                for field in ["amount", "basis", "cash"] {
                    ids.push(format!("costs:{key}.{field}"));
                }
            }
        }
        ids
    }

    /// Adds the ids of everything in a node that is no object or list; an estimate is one input.
    fn add_inputs(&self, node: &Node, path: &str, ids: &mut Vec<String>) {
        match node {
            Node::Object(members) if label(path).is_none() => {
                let dot = if path.is_empty() { "" } else { "." };
                for (key, member) in members {
                    self.add_inputs(member, &[path, dot, key].concat(), ids);
                }
            }
            Node::List(members) => {
                for (place, member) in members.iter().enumerate() {
                    self.add_inputs(member, &format!("{path}[{place}]"), ids);
                }
            }
            _ if counts(path) => ids.extend(self.input_id(path)),
            _ => {}
        }
    }

    /// The id of the input at a path.
    pub fn input_id(&self, path: &str) -> Option<String> {
        for list in [List::Groups, List::Costs] {
            if let Some(place) = text::place(path, list.name()) {
                let key = self.row_keys(list).nth(place)?;
                let (_, field) = path.split_once(']')?;
                return Some(format!("{}:{key}{field}", list.name()));
            }
        }
        let benefit = self.path("benefit.");
        let field = benefit.and_then(|benefit| path.strip_prefix(benefit.as_str()));
        Some(field.map_or_else(|| path.to_owned(), |field| format!("benefit.{field}")))
    }

    /// What stands at a path: of the default cost lines as of those that the plan gives.
    pub fn stated(&self, path: &str) -> Option<Node> {
        match text::place(path, "costs") {
            Some(place) if self.sheet.rests_on_default(List::Costs) => {
                let (_, field) = path.split_once("].")?;
                self.members(List::Costs).get(place)?.get(field).cloned()
            }
            _ => self.sheet.said(path).cloned(),
        }
    }

    /// What an input counts for, so that it is the same for inputs that are; `None` where there is no
    /// such input.
    pub fn worth(&self, id: &str) -> Option<String> {
        let path = self.path(id).filter(|path| is_there(self.sheet, path))?;
        let number = |value: Decimal| value.micros().to_string();
        let mut worth = match self.stated(&path) {
            Some(Node::Number(digits)) => Decimal::read(&digits).map_or(digits, number),
            Some(Node::Text(text)) => text,
            Some(other) => other.to_string(),
            None if self.sheet.says_never(&path) => "never".to_owned(),
            None => match (self.standard_value(&path), pattern(&path).as_str()) {
                (Some(standard), _) => number(standard),
                (None, "profCircles.composition") => "mixed".to_owned(),
                (None, "costs[].cash") => "true".to_owned(),
                // A group learns as the plan says, unless it says otherwise itself.
                (None, _) => {
                    match path.split_once("].").filter(|(_, field)| label(field).is_some()) {
                        Some((_, field)) => self.worth(field)?,
                        None => String::new(),
                    }
                }
            },
        };
        if let Some(ends) = self.sheet.ends(&path) {
            for end in ends {
                worth = worth + " " + &number(end);
            }
        }
        Some(worth)
    }

    /// What the input at a path is called; a member of a list with the name of that member.
    pub fn input_name(&self, path: &str) -> String {
        let label = label(path);
        let name = match label.map(|label| label.name) {
            Some(name) => name,
            None if pattern(path) == "subsidies[].cap" => Word::MostAmount,
            None => Word::CostAmount,
        };
        let name = self.word(name);
        match self.member_name(path) {
            Some(member) if !member.is_empty() => self.locale().say(Phrase::OfGroup(name, &member)),
            _ => name.to_owned(),
        }
    }

    /// What the member of a list is called that the input at a path is about.
    pub fn member_name(&self, path: &str) -> Option<String> {
        if let Some(place) = text::place(path, "groups") {
            return Some(self.group_name(place));
        }
        let (member, _) = path.split_once("].")?;
        let names: &[&str] =
            if member.starts_with("value") { &["].label"] } else { &["].label", "].id"] };
        for name in names {
            if let Some(Node::Text(text)) = self.stated(&[member, name].concat()) {
                return Some(text);
            }
        }
        None
    }
}

/// Whether figures can rest on what stands at a path.
fn counts(path: &str) -> bool {
    match label(path) {
        Some(label) => label.kind != Kind::Text,
        None => matches!(pattern(path).as_str(), "subsidies[].amount" | "subsidies[].cap"),
    }
}

/// Whether the plan has the member of a list that an input is about; two benefits stand in for none.
fn is_there(sheet: &Sheet, path: &str) -> bool {
    for list in ["value.benefits", "subsidies"] {
        if let Some(place) = text::place(path, list) {
            return if sheet.given(list) {
                sheet.given(&format!("{list}[{place}]"))
            } else {
                list == "value.benefits" && place < 2
            };
        }
    }
    true
}
