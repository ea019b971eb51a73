//! Which inputs of scenarios stand side by side, and what each of them counts for.

use crate::decimal::Decimal;
use crate::plan::{InList, Node, Path, Step, schema};
use crate::text::{Kind, Phrase, Word, label, label_of};
use crate::widgets::context::Screen;
use crate::widgets::state::{List, Sheet, path};

/// What managers try out: these inputs always stand in the comparison.
pub const LEVERS: [&str; 11] = [
    schema::WEEK_CYCLES_COUNT.path,
    schema::WEEK_CYCLES_MINUTES.path,
    schema::PROF_TRACK_HOURS.path,
    schema::FORMAL_HOURS.path,
    schema::DEVELOPMENT_TALKS_HOURS.path,
    schema::TARGET_SIZE.path,
    schema::SESSIONS.path,
    schema::SESSION_HOURS.path,
    schema::EXTERNAL_SHARE.path,
    "benefit.uplift",
    schema::AVAILABLE.path,
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
        self.add_inputs(self.sheet.document().root(), &path(""), &mut ids);
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
    fn add_inputs(&self, node: &Node, path: &Path, ids: &mut Vec<String>) {
        // What no path leads to is no input.
        let mut add = |step, member| {
            if let Some(path) = path.then(step) {
                self.add_inputs(member, &path, ids);
            }
        };
        match node {
            Node::Object(members) if label_of(path).is_none() => {
                for (key, member) in members {
                    add(Step::Key(key), member);
                }
            }
            Node::List(members) => {
                for (place, member) in members.iter().enumerate() {
                    add(Step::Index(place), member);
                }
            }
            _ if counts(path) => ids.extend(self.input_id(path)),
            _ => {}
        }
    }

    /// The id of the input at a path.
    pub fn input_id(&self, path: &Path) -> Option<String> {
        self.sheet.id_of(path)
    }

    /// What stands at a path: of the default cost lines as of those that the plan gives.
    pub fn stated(&self, path: &Path) -> Option<Node> {
        match path.in_list() {
            Some(InList { list: "costs", index, rest })
                if self.sheet.rests_on_default(List::Costs) =>
            {
                self.members(List::Costs).get(index)?.get(rest).cloned()
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
            None => match (self.standard_value(&path), path.pattern().as_ref()) {
                (Some(standard), _) => number(standard),
                (None, "profCircles.composition") => "mixed".to_owned(),
                (None, "costs[].cash") => "true".to_owned(),
                // A group learns as the plan says, unless it says otherwise itself.
                (None, _) => match path.in_list().filter(|found| label(found.rest).is_some()) {
                    Some(of_plan) => self.worth(of_plan.rest)?,
                    None => String::new(),
                },
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
    pub fn input_name(&self, path: &Path) -> String {
        let label = label_of(path);
        let name = match label.map(|label| label.name) {
            Some(name) => name,
            None if path.pattern() == "subsidies[].cap" => Word::MostAmount,
            None => Word::CostAmount,
        };
        let name = self.word(name);
        match self.member_name(path) {
            Some(member) if !member.is_empty() => self.locale().say(Phrase::OfGroup(name, &member)),
            _ => name.to_owned(),
        }
    }

    /// What the member of a list is called that the input at a path is about.
    pub fn member_name(&self, path: &Path) -> Option<String> {
        let InList { list, index, .. } = path.in_list()?;
        let names: &[&str] = match list {
            "groups" => return Some(self.group_name(index)),
            "value.benefits" => &["label"],
            _ => &["label", "id"],
        };
        let member = list.parse::<Path>().ok()?.then(Step::Index(index))?;
        for name in names {
            if let Some(Node::Text(text)) = self.stated(&member.then(Step::Key(name))?) {
                return Some(text);
            }
        }
        None
    }
}

/// Whether figures can rest on what stands at a path.
fn counts(path: &Path) -> bool {
    match label_of(path) {
        Some(label) => label.kind != Kind::Text,
        None => matches!(path.pattern().as_ref(), "subsidies[].amount" | "subsidies[].cap"),
    }
}

/// Whether the plan has the member of a list that an input is about; two benefits stand in for none.
fn is_there(sheet: &Sheet, path: &Path) -> bool {
    for list in ["value.benefits", "subsidies"] {
        if let Some(place) = path.index_in(list) {
            return if sheet.given(list) {
                sheet.given(&format!("{list}[{place}]"))
            } else {
                list == "value.benefits" && place < 2
            };
        }
    }
    true
}
