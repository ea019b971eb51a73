//! The form: what was typed, what it means, and what is wrong with it.

use super::Screen;
use crate::Decimal;
use crate::plan::fields::default_of;
use crate::plan::{Basis, Node, defaults};
use crate::text::{self, Kind, Locale, Phrase, Word, label, pattern};
use crate::widgets::draft::{List, as_typed, concerns};
use crate::widgets::tree::{Element, el, of};

/// What is asked of each group, in the order of the table on the screen.
pub const GROUP_FIELDS: [&str; 7] = [
    "name",
    "headcount",
    "fte",
    "labourCostPerHour",
    "participation",
    "replacementShare",
    "leaders",
];

/// Fields that also have a slider: from, to and by how much, as the field shows it.
const SLIDERS: [(&str, &str, &str, &str); 11] = [
    ("learning.weekCycles.count", "0", "52", "1"),
    ("learning.weekCycles.minutes", "0", "120", "5"),
    ("learning.profTrack.hours", "0", "80", "1"),
    ("learning.formal.hours", "0", "80", "1"),
    ("learning.developmentTalks.hours", "0", "8", "0.5"),
    ("profCircles.targetSize", "4", "16", "1"),
    ("profCircles.sessions", "0", "24", "1"),
    ("profCircles.sessionHours", "0", "4", "0.5"),
    ("budget.contingency", "0", "20", "1"),
    ("benefit.uplift", "0", "20", "0.5"),
    ("benefit.lagMonths", "0", "36", "1"),
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

impl Screen<'_> {
    /// All fields of a plan.
    pub fn whole_form(&self) -> Element {
        of("div", "inputs")
            .key("inputs")
            .set("part", "form")
            .add(self.organisation())
            .add(self.groups(&GROUP_FIELDS))
            .add(self.learning_form())
            .add(self.circles_form())
            .add(self.costs())
            .add(self.value_form())
            .maybe(self.extra())
    }

    /// The fields that one widget needs: those of the groups, and its own.
    pub fn form_of(&self, groups: &[&str], own: impl IntoIterator<Item = Element>) -> Element {
        of("div", "inputs")
            .key("inputs")
            .set("part", "form")
            .add(self.groups(groups))
            .all(own)
            .maybe(self.extra())
    }

    /// How much is learned, and in how large a year.
    pub fn learning_form(&self) -> Element {
        let more = (Word::WorkingYear, CALENDAR_FIELDS.as_slice());
        self.section(Word::Learning, "learning", &LEARNING_FIELDS, Some(more))
    }

    /// How the circles are made up, and who guides them.
    pub fn circles_form(&self) -> Element {
        let more = (Word::Guidance, GUIDANCE_FIELDS.as_slice());
        self.section(Word::ProfCircles, "circles", &CIRCLE_FIELDS, Some(more))
    }

    /// What learning is worth.
    pub fn value_form(&self) -> Element {
        self.section(Word::ReturnOnValue, "value", &VALUE_FIELDS, None)
    }

    /// What there is to spend.
    pub fn available_form(&self) -> Element {
        section(self.word(Word::Organisation), "organisation")
            .add(of("div", "fields").add(self.field("country")).add(self.field("budget.available")))
    }

    /// Fields that somebody asked for and that the form does not have.
    fn extra(&self) -> Option<Element> {
        let fields = self.own.extra.iter().filter(|id| self.path(id).is_some());
        let fields: Vec<Element> = fields.map(|id| self.field(id)).collect();
        (!fields.is_empty()).then(|| {
            section(self.word(Word::Assumed), "extra").add(of("div", "fields").all(fields))
        })
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

    fn groups(&self, fields: &[&str]) -> Element {
        let many = self.row_keys(List::Groups).count() > 1;
        let rows = self.row_keys(List::Groups).enumerate().map(|(place, key)| {
            let name = self.group_name(place);
            row("group-row", &format!("groups:{key}"), &name)
                .all(fields.iter().map(|field| self.field(&format!("groups:{key}.{field}"))))
                .add(
                    self.remove_button(List::Groups, key, &name)
                        .flag("hidden", !many || self.locked()),
                )
        });
        section(self.word(Word::Groups), "groups")
            .add(of("div", "rows").all(rows))
            .add(self.add_button(List::Groups, Word::AddGroup))
            .maybe(self.sources(
                &fields.iter().map(|field| format!("groups[].{field}")).collect::<Vec<_>>(),
            ))
    }

    /// The cost lines.
    pub fn costs(&self) -> Element {
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
                .add(self.remove_button(List::Costs, key, name).flag("hidden", self.locked()))
        });
        section(self.word(Word::Costs), "costs")
            .add(of("div", "rows").all(rows))
            .add(self.add_button(List::Costs, Word::AddCost))
            .maybe(self.sheet.rests_on_default(List::Costs).then(|| {
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

    fn add_button(&self, list: List, word: Word) -> Element {
        button("add", self.word(word)).set("data-list", list.name()).flag("hidden", self.locked())
    }

    fn remove_button(&self, list: List, key: u32, name: &str) -> Element {
        let spoken = self.locale().say(Phrase::RemoveRow(name));
        button("remove", "×")
            .set("data-list", list.name())
            .set("data-row", key.to_string())
            .set("title", spoken.clone())
            .set("aria-label", spoken)
            .set("class", "remove")
    }

    /// One field: its label, its input with the unit, and a line for what there is to say about it.
    pub fn field(&self, id: &str) -> Element {
        let path = self.path(id).unwrap_or_default();
        let label = label(&path);
        let name = label.map_or("", |label| self.word(label.name));
        let detail = label.and_then(|label| label.detail).map(|word| self.word(word));
        let (entry, note, wrong) = self.entry(id, None);
        of("div", if wrong { "field wrong" } else { "field" })
            .key(id)
            .set("part", "field")
            .set("data-name", pattern(&path).rsplit('.').next().unwrap_or_default())
            .add(
                el("label")
                    .set("id", format!("label-{}", self.field_id(id)))
                    .set("for", self.field_id(id))
                    .add(el("span").add(name))
                    .maybe(detail.map(|detail| of("span", "detail").add(format!(" {detail}")))),
            )
            .add(entry)
            .maybe(self.slider(id, &path, name))
            .add(note)
    }

    /// What is typed in, with its unit; the line for what there is to say about it; and whether it is
    /// wrong. Where no label stands beside it, it has a name for those who hear the page.
    pub fn entry(&self, id: &str, spoken: Option<&str>) -> (Element, Element, bool) {
        let path = self.path(id).unwrap_or_default();
        let label = label(&path);
        let kind = label.map_or(Kind::Text, |label| label.kind);
        let problem = self.sheet.problem(id, self.locale());
        let echo = self.sheet.echo(id, self.locale());
        let wrong = problem.is_some();
        // In a table, what stands in for nothing is only seen in the field itself.
        let quiet = spoken.is_some() && !self.sheet.given(id) && !self.sheet.says_never(&path);
        let (note, note_class) = match problem {
            // A number that was read in another way may be why it is out of bounds.
            Some(problem) => {
                let echo = echo.map(|echo| format!(" {echo}")).unwrap_or_default();
                (Some(problem + &echo), "note error")
            }
            None => match echo {
                Some(echo) => (Some(echo), "note echo"),
                None if quiet => (None, "note"),
                None => (self.standard_note(id, &path), "note"),
            },
        };
        let name_in_page = self.field_id(id);
        let note_id = format!("note-{name_in_page}");
        let locked = self.locked();
        let input = match kind {
            Kind::Choice => self.choice(id, &path),
            Kind::Text if path.starts_with("jaarplan.") => {
                let text = self.sheet.shown(id, self.locale());
                let rows: usize = text.split('\n').map(|line| 1 + line.len() / 70).sum();
                el("textarea")
                    .set("rows", rows.clamp(2, 20).to_string())
                    .flag("readonly", locked)
                    .set("value", text)
            }
            _ => el("input")
                .set("type", "text")
                .set("autocomplete", "off")
                .flag("readonly", locked)
                .set("value", self.sheet.shown(id, self.locale()))
                .set("placeholder", self.standard(&path).unwrap_or_default()),
        };
        let input = match kind {
            Kind::Text | Kind::Choice => input,
            _ => input.set("inputmode", "decimal").set("class", "number"),
        };
        let input = match spoken {
            Some(spoken) => input.set("aria-label", spoken),
            None => input.set("aria-labelledby", format!("label-{name_in_page}")),
        };
        let input = input
            .set("id", name_in_page.as_str())
            .set("data-field", name_in_page.as_str())
            .set("part", "input")
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
        (box_of, of("p", note_class).set("id", note_id).maybe(note), wrong)
    }

    /// A slider beside a field; what is typed in the field need not be one of its steps.
    fn slider(&self, id: &str, path: &str, name: &str) -> Option<Element> {
        let &(_, from, to, step) = SLIDERS.iter().find(|(slides, ..)| *slides == id)?;
        let value = match self.sheet.said(path) {
            Some(Node::Number(digits)) => Decimal::read(digits).ok()?,
            Some(_) => return None, // not a number yet
            None => self.standard_value(path)?,
        };
        let label = label(path)?;
        let value_text = text::shown(self.locale(), value, label.kind);
        let unit = label.unit.map_or("", |unit| self.word(unit));
        let places = match label.kind {
            Kind::Percent => Locale::En.decimal_percent(value),
            _ => Locale::En.decimal(value),
        };
        Some(
            of("input", "slider")
                .set("type", "range")
                .set("min", from)
                .set("max", to)
                .set("step", step)
                .set("value", places)
                .set("data-slide", self.field_id(id))
                .set("part", "slider")
                .set("aria-label", format!("{name}, {}", self.word(Word::Slider)))
                .set("aria-valuetext", format!("{value_text} {unit}"))
                .flag("disabled", self.locked()),
        )
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
        let shown = self.sheet.shown(id, self.locale());
        let chosen = match (shown.as_str(), options.first()) {
            ("", Some((first, _))) => first,
            (shown, _) => shown,
        };
        // A choice that is unknown stays, and stays visible.
        let unknown = (!options.iter().any(|(value, _)| *value == chosen))
            .then(|| el("option").set("value", chosen).flag("selected", true).add(chosen));
        el("select").set("value", chosen).flag("disabled", self.locked()).maybe(unknown).all(
            options.iter().map(|(value, name)| {
                el("option").set("value", *value).flag("selected", *value == chosen).add(*name)
            }),
        )
    }

    /// The default of a field as it would be typed.
    fn standard(&self, path: &str) -> Option<String> {
        if self.sheet.says_never(path) {
            return None;
        }
        Some(as_typed(self.locale(), self.standard_value(path)?, label(path)?.kind))
    }

    /// The number that stands in where the plan has none.
    pub fn standard_value(&self, path: &str) -> Option<Decimal> {
        default_of(&pattern(path), self.country())
    }

    fn standard_note(&self, id: &str, path: &str) -> Option<String> {
        if let Some(ends) = self.sheet.ends(path) {
            let kind = label(path)?.kind;
            let [low, high] = ends.map(|end| as_typed(self.locale(), end, kind));
            return Some(self.locale().say(Phrase::Estimate(&low, &high)));
        }
        if self.sheet.given(id) {
            return None;
        }
        if self.sheet.says_never(path) {
            return Some(self.word(Word::NoDecay).to_owned());
        }
        if self.standard(path).is_some() || path == "profCircles.composition" {
            return Some(self.word(Word::Standard).to_owned());
        }
        if path.ends_with(".amount") && self.sheet.rests_on_default(List::Costs) {
            return Some(self.word(Word::Standard).to_owned());
        }
        let missing = self.errors().iter().any(|error| concerns(error, path));
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
    pub fn basis(&self, basis: Basis, source: &str) -> [Element; 2] {
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
pub fn section(title: &str, name: &'static str) -> Element {
    let id = format!("h-{name}");
    of("section", name)
        .key(name)
        .set("aria-labelledby", id.clone())
        .add(el("h2").set("id", id).add(title))
}

/// A button that does something.
pub fn button(what: &'static str, text: &str) -> Element {
    el("button").set("type", "button").set("data-do", what).add(text)
}
