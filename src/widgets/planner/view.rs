//! The form: what was typed, what it means, and what is wrong with it.

use super::state::{List, Planner, as_typed, concerns};
use crate::plan::{Basis, Node, defaults};
use crate::text::{self, Kind, Phrase, Word, label, pattern};
use crate::widgets::tree::{Element, el, of};

const GROUP_FIELDS: [&str; 7] = [
    "name",
    "headcount",
    "fte",
    "labourCostPerHour",
    "participation",
    "replacementShare",
    "leaders",
];

const LEARNING_FIELDS: [&str; 5] = [
    "learning.weekCycles.count",
    "learning.weekCycles.minutes",
    "learning.profTrack.hours",
    "learning.formal.hours",
    "learning.developmentTalks.hours",
];

const CIRCLE_FIELDS: [&str; 7] = [
    "profCircles.composition",
    "profCircles.targetSize",
    "profCircles.minSize",
    "profCircles.maxSize",
    "profCircles.sessions",
    "profCircles.sessionHours",
    "profCircles.preparationHours",
];

const GUIDANCE_FIELDS: [&str; 8] = [
    "profCircles.facilitatorsPerCircle",
    "profCircles.facilitatorPreparationHours",
    "profCircles.facilitatorCapacityHours",
    "facilitation.externalShare",
    "facilitation.internalCostPerHour",
    "facilitation.externalRatePerHour",
    "profCircles.leadersPerCircle",
    "profCircles.maxCirclesPerLeader",
];

const BUDGET_FIELDS: [&str; 3] =
    ["budget.contingency", "budget.trainingFundLevy", "budget.spendRate"];

const VALUE_FIELDS: [&str; 5] = [
    "benefit.uplift",
    "benefit.lagMonths",
    "benefit.halfLifeMonths",
    "value.horizonYears",
    "value.discountRate",
];

const CALENDAR_FIELDS: [&str; 4] = [
    "calendar.fullTimeHoursPerWeek",
    "calendar.effectiveWeeks",
    "calendar.sicknessRate",
    "calendar.hoursPerDay",
];

const BASES: [(&str, Word); 8] = [
    ("fixed", Word::Fixed),
    ("perHead", Word::PerHead),
    ("perFte", Word::PerFte),
    ("perParticipant", Word::PerParticipant),
    ("perFormalHour", Word::PerFormalHour),
    ("perLearningHour", Word::PerLearningHour),
    ("perSession", Word::PerSession),
    ("perCircle", Word::PerCircle),
];

impl Planner {
    /// Everything that is shown.
    pub fn view(&self) -> Element {
        of("div", "planner")
            .set("lang", self.locale().tag())
            .add(self.headlines())
            .maybe(self.warnings())
            .maybe(self.headline_derivation())
            .add(self.form_only())
            .maybe(self.rights())
            .add(self.results())
            .maybe(self.undo_bar())
    }

    /// The fields, without results.
    pub(super) fn form_only(&self) -> Element {
        of("div", "inputs")
            .key("inputs")
            .add(self.organisation())
            .add(self.groups())
            .add(self.section(
                Word::Learning,
                "learning",
                &LEARNING_FIELDS,
                Some((Word::WorkingYear, &CALENDAR_FIELDS)),
            ))
            .add(self.section(
                Word::ProfCircles,
                "circles",
                &CIRCLE_FIELDS,
                Some((Word::Guidance, &GUIDANCE_FIELDS)),
            ))
            .add(self.costs())
            .add(self.section(Word::ReturnOnValue, "value", &VALUE_FIELDS, None))
    }

    fn undo_bar(&self) -> Option<Element> {
        let offer = self.undo_offer()?;
        Some(
            of("p", "undo")
                .key("undo")
                .add(el("span").add(offer))
                .add(" ")
                .add(button("undo", self.word(Word::Undo)).set("id", "undo")),
        )
    }

    fn organisation(&self) -> Element {
        section(self.word(Word::Organisation), "organisation").add(
            of("div", "fields")
                .add(self.field("organisation"))
                .add(self.field("country"))
                .add(self.field("sector"))
                .add(self.field("year"))
                .add(self.field("budget.available")),
        )
    }

    fn groups(&self) -> Element {
        let many = self.row_keys(List::Groups).count() > 1;
        let rows = self.row_keys(List::Groups).enumerate().map(|(place, key)| {
            let name = self.group_name(place);
            row("group-row", &format!("groups:{key}"), &name)
                .all(GROUP_FIELDS.map(|field| self.field(&format!("groups:{key}.{field}"))))
                .add(self.remove_button(List::Groups, key, &name).flag("hidden", !many))
        });
        section(self.word(Word::Groups), "groups")
            .add(of("div", "rows").all(rows))
            .add(button("add", self.word(Word::AddGroup)).set("data-list", "groups"))
            .maybe(self.sources(&GROUP_FIELDS.map(|field| format!("groups[].{field}"))))
    }

    fn costs(&self) -> Element {
        let members = self.members(List::Costs);
        let rows = self.row_keys(List::Costs).zip(members).map(|(key, node)| {
            let name = match node.get("label").or(node.get("id")) {
                Some(Node::Text(name)) => name.as_str(),
                _ => "",
            };
            row("cost-row", &format!("costs:{key}"), name)
                .all(
                    ["label", "amount", "basis", "cash"]
                        .map(|field| self.field(&format!("costs:{key}.{field}"))),
                )
                .add(self.remove_button(List::Costs, key, name))
        });
        section(self.word(Word::Costs), "costs")
            .add(of("div", "rows").all(rows))
            .add(button("add", self.word(Word::AddCost)).set("data-list", "costs"))
            .maybe(self.rests_on_default(List::Costs).then(|| {
                of("p", "hint").key("default-costs").add(self.word(Word::CostsAreStandard))
            }))
            .add(of("div", "fields").all(BUDGET_FIELDS.map(|id| self.field(id))))
            .maybe(
                self.sources(
                    &own(&BUDGET_FIELDS)
                        .into_iter()
                        .chain(["costs[].amount".to_owned()])
                        .collect::<Vec<_>>(),
                ),
            )
    }

    fn section(
        &self,
        title: Word,
        name: &'static str,
        fields: &[&str],
        more: Option<(Word, &[&str])>,
    ) -> Element {
        let all: Vec<&str> =
            fields.iter().chain(more.iter().flat_map(|(_, ids)| ids.iter())).copied().collect();
        // A plan without a productivity benefit has no fields for one.
        let shown = |ids: &[&str]| -> Vec<Element> {
            ids.iter().filter(|id| self.path(id).is_some()).map(|id| self.field(id)).collect()
        };
        section(self.word(title), name)
            .add(of("div", "fields").all(shown(fields)))
            .maybe(more.map(|(title, ids)| {
                of("details", "more")
                    .add(el("summary").add(self.word(title)))
                    .add(of("div", "fields").all(shown(ids)))
            }))
            .maybe(self.sources(&own(&all)))
    }

    fn remove_button(&self, list: List, key: u32, name: &str) -> Element {
        let spoken = self.locale().say(Phrase::RemoveRow(name));
        button("remove", "×")
            .set("data-list", list.name())
            .set("data-row", key.to_string())
            .set("title", spoken.clone())
            .set("aria-label", spoken)
            .set_class("remove")
    }

    /// One field: its label, its input with the unit, and a line for what there is to say about it.
    pub(super) fn field(&self, id: &str) -> Element {
        let path = self.path(id).unwrap_or_default();
        let label = label(&path);
        let kind = label.map_or(Kind::Text, |label| label.kind);
        let name = label.map_or("", |label| self.word(label.name));
        let detail = label.and_then(|label| label.detail).map(|word| self.word(word));
        let problem = self.problem(id);
        let wrong = problem.is_some();
        let (note, note_class) = match problem {
            // A number that was read in another way may be why it is out of bounds.
            Some(problem) => {
                let echo = self.echo(id).map(|echo| format!(" {echo}")).unwrap_or_default();
                (Some(problem + &echo), "note error")
            }
            None => match self.echo(id) {
                Some(echo) => (Some(echo), "note echo"),
                None => (self.standard_note(id, &path), "note"),
            },
        };
        let note_id = format!("note-{id}");
        let input = match kind {
            Kind::Choice => self.choice(id, &path),
            _ => el("input")
                .set("type", "text")
                .set("autocomplete", "off")
                .set("value", self.shown(id))
                .set("placeholder", self.standard(&path).unwrap_or_default()),
        };
        let input = match kind {
            Kind::Text | Kind::Choice => input,
            _ => input.set("inputmode", "decimal").set("class", "number"),
        };
        let input = input
            .set("id", id)
            .set("data-field", id)
            .set("aria-describedby", note_id.clone())
            .set("aria-invalid", if wrong { "true" } else { "false" })
            .flag(
                "aria-required",
                matches!(pattern(&path).as_str(), "groups[].headcount" | "groups[].fte"),
            );
        let euro_first = self.locale().euro_first();
        let box_of = of("span", "box")
            .maybe((kind == Kind::Money && euro_first).then(|| of("span", "affix").add("€")))
            .add(input)
            .maybe(match (kind, label.and_then(|label| label.unit)) {
                (Kind::Money, _) if !euro_first => Some(of("span", "affix").add("€")),
                (Kind::Percent, _) => Some(of("span", "affix").add("%")),
                (_, Some(unit)) => Some(of("span", "affix").add(self.word(unit))),
                _ => None,
            });
        of("div", if wrong { "field wrong" } else { "field" })
            .key(id)
            .set("data-name", pattern(&path).rsplit('.').next().unwrap_or_default())
            .add(
                el("label")
                    .set("for", id)
                    .add(el("span").add(name))
                    .maybe(detail.map(|detail| of("span", "detail").add(format!(" {detail}")))),
            )
            .add(box_of)
            .add(of("p", note_class).set("id", note_id).maybe(note))
    }

    fn choice(&self, id: &str, path: &str) -> Element {
        let options: &[(&str, Word)] = match pattern(path).as_str() {
            "country" => &[("BE", Word::Belgium), ("NL", Word::Netherlands)],
            "sector" => return self.choice_of(id, &self.sectors()),
            "profCircles.composition" => &[("mixed", Word::Mixed), ("perGroup", Word::PerGroup)],
            "costs[].basis" => &BASES,
            _ => &[("true", Word::CashYes), ("false", Word::CashNo)],
        };
        let named: Vec<_> =
            options.iter().map(|(value, word)| (*value, self.word(*word))).collect();
        self.choice_of(id, &named)
    }

    /// A list of values, each with its name; the first one is what an empty field means.
    fn choice_of(&self, id: &str, options: &[(&str, &str)]) -> Element {
        let shown = self.shown(id);
        let chosen = match (shown.as_str(), options.first()) {
            ("", Some((first, _))) => first,
            (shown, _) => shown,
        };
        // A choice that is unknown stays, and stays visible.
        let unknown = (!options.iter().any(|(value, _)| *value == chosen))
            .then(|| el("option").set("value", chosen).flag("selected", true).add(chosen));
        el("select").set("value", chosen).maybe(unknown).all(options.iter().map(|(value, name)| {
            el("option").set("value", *value).flag("selected", *value == chosen).add(*name)
        }))
    }

    /// The default of a field as it would be typed.
    fn standard(&self, path: &str) -> Option<String> {
        if self.says_never(path) {
            return None;
        }
        let pattern = pattern(path);
        let kind = label(path)?.kind;
        defaults(self.country())
            .into_iter()
            .find(|default| default.path == pattern && default.of.is_none())
            .map(|default| as_typed(self.locale(), default.value, kind))
    }

    fn standard_note(&self, id: &str, path: &str) -> Option<String> {
        if let Some(Node::Object(_)) = super::document::at(&self.root, path) {
            let kind = label(path)?.kind;
            let end = |end: &str| match super::document::at(&self.root, &format!("{path}.{end}")) {
                Some(Node::Number(digits)) => crate::Decimal::read(digits)
                    .ok()
                    .map(|value| as_typed(self.locale(), value, kind)),
                _ => None,
            };
            return Some(self.locale().say(Phrase::Estimate(&end("low")?, &end("high")?)));
        }
        if self.given(id) {
            return None;
        }
        if self.says_never(path) {
            return Some(self.word(Word::NoDecay).to_owned());
        }
        if self.standard(path).is_some() || path == "profCircles.composition" {
            return Some(self.word(Word::Standard).to_owned());
        }
        if path.ends_with(".amount") && self.rests_on_default(List::Costs) {
            return Some(self.word(Word::Standard).to_owned());
        }
        let missing = self.errors.iter().any(|error| concerns(error, path));
        match pattern(path).as_str() {
            _ if missing => Some(self.word(Word::NotYet).to_owned()),
            "groups[].leaders" | "budget.available" | "organisation" => {
                Some(self.word(Word::Optional).to_owned())
            }
            _ => None,
        }
    }

    /// Where the defaults of these fields come from, folded away.
    fn sources(&self, paths: &[String]) -> Option<Element> {
        let lines: Vec<Element> = defaults(self.country())
            .into_iter()
            .filter(|default| paths.iter().any(|path| path == default.path))
            .filter(|default| default.of.is_none() || default.path == "costs[].amount")
            .filter_map(|default| {
                let label = label(default.path)?;
                let name = match default.of {
                    Some("external") => Word::ExternalTraining,
                    Some("platform") => Word::Platform,
                    Some("rooms") => Word::Rooms,
                    _ => label.name,
                };
                let shown = |value| text::shown(self.locale(), value, label.kind);
                let range = default.low.zip(default.high).map(|(low, high)| {
                    self.locale().say(Phrase::Realistic(&shown(low), &shown(high)))
                });
                Some(
                    el("div")
                        .add(el("dt").add(self.word(name)))
                        .add(el("dd").add(shown(default.value)).maybe(
                            range.map(|range| of("span", "detail").add(format!(" {range}"))),
                        ))
                        .add(el("dd").all(
                            self.basis(default.basis, text::source(self.locale(), default.path)),
                        )),
                )
            })
            .collect();
        (!lines.is_empty()).then(|| {
            of("details", "sources")
                .add(el("summary").add(self.word(Word::AlsoSee)))
                .add(el("dl").all(lines))
        })
    }

    /// How far a default can be trusted, and its source.
    pub(super) fn basis(&self, basis: Basis, source: &str) -> [Element; 2] {
        let colon = if source.is_empty() { String::new() } else { format!(": {source}") };
        [
            of("span", if basis == Basis::Assumption { "mark assumption" } else { "mark" })
                .add(self.word(Word::of_basis(basis))),
            of("span", "source").add(colon),
        ]
    }
}

/// The places of fields in the document; the first productivity benefit stands for all.
fn own(ids: &[&str]) -> Vec<String> {
    ids.iter()
        .map(|id| match id.strip_prefix("benefit.") {
            Some(field) => format!("value.benefits[].{field}"),
            None => (*id).to_owned(),
        })
        .collect()
}

fn row(class: &'static str, key: &str, name: &str) -> Element {
    of("fieldset", class).key(key).add(el("legend").set("class", "hidden").add(name))
}

/// A section with its heading.
pub(super) fn section(title: &str, name: &'static str) -> Element {
    let id = format!("h-{name}");
    of("section", name)
        .key(name)
        .set("aria-labelledby", id.clone())
        .add(el("h2").set("id", id).add(title))
}

/// A button that does something.
pub(super) fn button(what: &'static str, text: &str) -> Element {
    el("button").set("type", "button").set("data-do", what).add(text)
}

impl Element {
    fn set_class(mut self, class: &str) -> Self {
        self.attributes.push(("class", class.to_owned()));
        self
    }
}
