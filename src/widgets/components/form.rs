//! The form: what was typed, what it means, and what is wrong with it.

use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::plan::schema::{self, members};
use crate::plan::{
    Basis, Composition, CostBasis, Country, End, Field, Node, Path, default_of, defaults,
};
use crate::text::{self, Kind, Locale, Phrase, Word, default_cost, label, label_of};
use crate::widgets::context::Screen;
use crate::widgets::state::{GROUP_FIELDS, List, as_typed, concerns, is_of_report, part_of};
use crate::widgets::tree::{Element, el, of};

/// Fields that also have a slider: from, to and by how much, as the field shows it.
static SLIDERS: [(&Field, &str, &str, &str); 11] = [
    (&schema::WEEK_CYCLES_COUNT, "0", "52", "1"),
    (&schema::WEEK_CYCLES_MINUTES, "0", "120", "5"),
    (&schema::PROF_TRACK_HOURS, "0", "80", "1"),
    (&schema::FORMAL_HOURS, "0", "80", "1"),
    (&schema::DEVELOPMENT_TALKS_HOURS, "0", "8", "0.5"),
    (&schema::TARGET_SIZE, "4", "16", "1"),
    (&schema::SESSIONS, "0", "24", "1"),
    (&schema::SESSION_HOURS, "0", "4", "0.5"),
    (&schema::CONTINGENCY, "0", "20", "1"),
    (&schema::UPLIFT, "0", "20", "0.5"),
    (&schema::LAG_MONTHS, "0", "36", "1"),
];

const ORGANISATION_FIELDS: [&str; 5] = [
    members::ORGANISATION,
    members::COUNTRY,
    members::SECTOR,
    schema::YEAR.path,
    schema::AVAILABLE.path,
];

const LEARNING_FIELDS: [&str; 5] = [
    schema::WEEK_CYCLES_COUNT.path,
    schema::WEEK_CYCLES_MINUTES.path,
    schema::PROF_TRACK_HOURS.path,
    schema::FORMAL_HOURS.path,
    schema::DEVELOPMENT_TALKS_HOURS.path,
];

const CIRCLE_FIELDS: [&str; 7] = [
    members::COMPOSITION,
    schema::TARGET_SIZE.path,
    schema::MIN_SIZE.path,
    schema::MAX_SIZE.path,
    schema::SESSIONS.path,
    schema::SESSION_HOURS.path,
    schema::PREPARATION_HOURS.path,
];

const GUIDANCE_FIELDS: [&str; 8] = [
    schema::FACILITATORS_PER_CIRCLE.path,
    schema::FACILITATOR_PREPARATION_HOURS.path,
    schema::FACILITATOR_CAPACITY_HOURS.path,
    schema::EXTERNAL_SHARE.path,
    schema::INTERNAL_COST_PER_HOUR.path,
    schema::EXTERNAL_RATE_PER_HOUR.path,
    schema::LEADERS_PER_CIRCLE.path,
    schema::MAX_CIRCLES_PER_LEADER.path,
];

const BUDGET_FIELDS: [&str; 3] =
    [schema::CONTINGENCY.path, schema::TRAINING_FUND_LEVY.path, schema::SPEND_RATE.path];

const VALUE_FIELDS: [&str; 5] = [
    schema::UPLIFT.path,
    schema::LAG_MONTHS.path,
    schema::HALF_LIFE_MONTHS.path,
    schema::HORIZON_YEARS.path,
    schema::DISCOUNT_RATE.path,
];

const CALENDAR_FIELDS: [&str; 4] = [
    schema::FULL_TIME_HOURS_PER_WEEK.path,
    schema::EFFECTIVE_WEEKS.path,
    schema::SICKNESS_RATE.path,
    schema::HOURS_PER_DAY.path,
];

/// What can be chosen where it is neither a sector nor yes or no, each with its name.
const CHOICES: [(&str, &str, Word); 12] = [
    (members::COUNTRY, Country::Be.as_str(), Word::Belgium),
    (members::COUNTRY, Country::Nl.as_str(), Word::Netherlands),
    (members::COMPOSITION, Composition::Mixed.as_str(), Word::Mixed),
    (members::COMPOSITION, Composition::PerGroup.as_str(), Word::PerGroup),
    (members::COST_BASIS, CostBasis::Fixed.as_str(), Word::Fixed),
    (members::COST_BASIS, CostBasis::PerHead.as_str(), Word::PerHead),
    (members::COST_BASIS, CostBasis::PerFte.as_str(), Word::PerFte),
    (members::COST_BASIS, CostBasis::PerParticipant.as_str(), Word::PerParticipant),
    (members::COST_BASIS, CostBasis::PerFormalHour.as_str(), Word::PerFormalHour),
    (members::COST_BASIS, CostBasis::PerLearningHour.as_str(), Word::PerLearningHour),
    (members::COST_BASIS, CostBasis::PerSession.as_str(), Word::PerSession),
    (members::COST_BASIS, CostBasis::PerCircle.as_str(), Word::PerCircle),
];

/// Fields that must be filled in.
static REQUIRED: [&Field; 2] = [&schema::HEADCOUNT, &schema::FTE];

/// Fields that are not asked for and have no default.
const OPTIONAL: [&str; 3] = [schema::LEADERS.path, schema::AVAILABLE.path, members::ORGANISATION];

impl Screen<'_> {
    /// All fields of a plan.
    pub fn whole_form(&self) -> Element {
        let organisation = self.part(Word::Organisation, "organisation");
        inputs()
            .add(organisation.add(self.fields("", &ORGANISATION_FIELDS)))
            .add(self.groups(&GROUP_FIELDS))
            .add(self.learning_form())
            .add(self.circles_form())
            .add(self.costs())
            .add(self.value_form())
            .maybe(self.extra())
    }

    /// The fields that one widget needs: those of the groups, and its own.
    pub fn form_of(&self, groups: &[&str], own: &[Element]) -> Element {
        let form = inputs().add(self.groups(groups));
        for &part in own {
            form.add(part);
        }
        form.maybe(self.extra())
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
        self.part(Word::Organisation, "organisation")
            .add(self.fields("", &[members::COUNTRY, schema::AVAILABLE.path]))
    }

    /// Fields that somebody asked for and that the form does not have.
    fn extra(&self) -> Option<Element> {
        let fields = of("div", "fields");
        let mut any = false;
        for id in &self.own.extra {
            if self.path(id).is_some() {
                fields.add(self.field(id));
                any = true;
            }
        }
        any.then(|| self.part(Word::Assumed, "extra").add(fields))
    }

    /// Fields, as far as the plan has them: one without a productivity benefit has no fields for one.
    fn fields(&self, list: &str, names: &[&str]) -> Element {
        let fields = of("div", "fields");
        self.add_fields(fields, list, names);
        fields
    }

    fn add_fields(&self, to: Element, list: &str, names: &[&str]) {
        for name in names {
            let id = match of_benefits(name) {
                Some(key) => ["benefit.", key].concat(),
                None => [list, name].concat(),
            };
            if self.path(&id).is_some() {
                to.add(self.field(&id));
            }
        }
    }

    fn groups(&self, fields: &[&str]) -> Element {
        let rows = of("div", "rows");
        let only = self.row_keys(List::Groups).count() < 2;
        for (place, key) in self.row_keys(List::Groups).enumerate() {
            let name = self.group_name(place);
            rows.add(self.member(List::Groups, key, &name, fields, only));
        }
        self.part(Word::Groups, "groups")
            .add(rows)
            .add(self.add_button(List::Groups, Word::AddGroup))
            .maybe(self.sources(fields, &[]))
    }

    /// The cost lines.
    pub fn costs(&self) -> Element {
        let rows = of("div", "rows");
        for (key, node) in self.row_keys(List::Costs).zip(&self.members(List::Costs)) {
            let name = match node.get("label").or(node.get("id")) {
                Some(Node::Text(name)) => name.as_str(),
                _ => "",
            };
            let fields = ["label", schema::COST_AMOUNT.key(), "basis", "cash"];
            rows.add(self.member(List::Costs, key, name, &fields, false));
        }
        let part = self
            .part(Word::Costs, "costs")
            .add(rows)
            .add(self.add_button(List::Costs, Word::AddCost));
        if self.sheet.rests_on_default(List::Costs) {
            let note = of("p", "hint").key("default-costs");
            part.add(note.word(self.locale, Word::CostsAreStandard));
        }
        part.add(self.fields("", &BUDGET_FIELDS))
            .maybe(self.sources(&BUDGET_FIELDS, &[schema::COST_AMOUNT.path]))
    }

    fn section(
        &self,
        title: Word,
        name: &'static str,
        fields: &[&str],
        more: Option<(Word, &[&str])>,
    ) -> Element {
        let part = self.part(title, name).add(self.fields("", fields));
        let Some((title, more)) = more else { return part.maybe(self.sources(fields, &[])) };
        let summary = el("summary").word(self.locale, title);
        part.add(of("details", "more").add(summary).add(self.fields("", more)))
            .maybe(self.sources(fields, more))
    }

    /// The fields of a group or a cost line, with the button that takes it away unless it is the `only` one.
    fn member(&self, list: List, key: u32, name: &str, fields: &[&str], only: bool) -> Element {
        let class = if list == List::Groups { "group-row" } else { "cost-row" };
        let id = format!("{}:{key}", list.name());
        let row = of("fieldset", class).key(&id).add(el("legend class=hidden").add(name));
        self.add_fields(row, &[&id, "."].concat(), fields);
        let spoken = self.locale.say(Phrase::RemoveRow(name));
        let remove = button("remove", "×")
            .set("data-list", list.name())
            .set("data-row", key.to_string())
            .set("title", &spoken)
            .set("aria-label", &spoken)
            .set("class", "remove");
        row.add(remove.flag("hidden", only || self.locked()))
    }

    /// A part of the page with its heading.
    pub fn part(&self, title: Word, name: &'static str) -> Element {
        section(self.word(title), name)
    }

    /// A button that does something.
    pub fn button(&self, what: &'static str, name: Word) -> Element {
        button(what, self.word(name))
    }

    fn add_button(&self, list: List, word: Word) -> Element {
        self.button("add", word).set("data-list", list.name()).flag("hidden", self.locked())
    }

    /// The place of a field that the form shows.
    fn place_of(&self, id: &str) -> Path {
        self.path(id).unwrap_or_else(|| broken("a field is shown that the plan has no place for"))
    }

    /// One field: its label, its input with the unit, and a line for what there is to say about it.
    pub fn field(&self, id: &str) -> Element {
        let path = self.place_of(id);
        let field_id = self.field_id(id);
        let about = label_of(&path);
        let name = about.map_or("", |label| self.word(label.name)); // ids, for one, have no name
        let label = el("label")
            .set("id", ["label-", &field_id].concat())
            .set("for", &field_id)
            .add(el("span").add(name));
        if let Some(detail) = about.and_then(|label| label.detail) {
            label.add(of("span", "detail").add([" ", self.word(detail)].concat()));
        }
        if self.is_open(id) {
            label.add(of("span", "detail").add([", ", self.word(Word::Likely)].concat()));
        }
        let (entry, note, wrong) = self.entry(id, None);
        of("div", if wrong { "field wrong" } else { "field" })
            .key(id)
            .set("part", "field")
            .set("data-name", path.key())
            .add(label)
            .add(entry)
            .maybe(self.slider(id, &path, name))
            .add(self.with_ends(id, &path, name, note))
    }

    /// What is typed in, with its unit; the line for what there is to say about it; and whether it is
    /// wrong. Where no label stands beside it, it has a name for those who hear the page.
    pub fn entry(&self, id: &str, spoken: Option<&str>) -> (Element, Element, bool) {
        let path = self.place_of(id);
        let (kind, unit) =
            label_of(&path).map_or((Kind::Text, None), |label| (label.kind, label.unit));
        let field_id = self.field_id(id);
        let note_id = ["note-", &field_id].concat();
        let (note, wrong) = self.note(id, &path, kind, spoken.is_some());
        let input = self.input(id, &path, kind);
        match spoken {
            Some(spoken) => input.set("aria-label", spoken),
            None => input.set("aria-labelledby", ["label-", &field_id].concat()),
        };
        input
            .set("id", &field_id)
            .set("data-field", &field_id)
            .set("part", "input")
            .set("aria-describedby", &note_id)
            .tells("aria-invalid", wrong)
            .flag(
                "aria-required",
                path.field().is_some_and(|(field, _)| REQUIRED.contains(&field)),
            );
        let affix = |sign: &str| of("span", "affix").add(sign);
        let entry = of("span", "box");
        if part_of(id).1 != End::Likely {
            return (entry.add(input), note.set("id", &note_id), wrong); // its unit stands above it
        }
        let euro_first = kind == Kind::Money && self.locale.euro_first();
        if euro_first {
            entry.add(affix("€"));
        }
        entry.add(input);
        match (kind, unit) {
            (Kind::Money, _) if !euro_first => entry.add(affix("€")),
            (Kind::Percent, _) => entry.add(affix("%")),
            (_, Some(unit)) => entry.add(affix(self.word(unit))),
            _ => entry,
        };
        (entry, note.set("id", &note_id), wrong)
    }

    /// What something is typed or chosen in.
    fn input(&self, id: &str, path: &Path, kind: Kind) -> Element {
        if kind == Kind::Choice {
            return self.choice(id, path);
        }
        let locked = self.locked();
        let text = self.sheet.shown(id, self.locale);
        if kind == Kind::Text && is_of_report(path) {
            let rows = rows_of(&text).clamp(2, 20).to_string();
            return el("textarea").set("rows", rows).flag("readonly", locked).set("value", text);
        }
        let input = el("input type=text autocomplete=off")
            .flag("readonly", locked)
            .set("value", text)
            .set("placeholder", self.standard(id, path).unwrap_or_default()); // not every field has a default
        if kind != Kind::Text {
            input.set("inputmode", "decimal").set("class", "number");
        }
        input
    }

    /// What there is to say about what is typed, and whether it is wrong. What stands in for nothing
    /// is in a table only seen in the field itself.
    fn note(&self, id: &str, path: &Path, kind: Kind, in_table: bool) -> (Element, bool) {
        let is_whole = part_of(id).1 == End::Likely; // an end says in the field what stands in for it
        let open = !in_table && self.is_open(id);
        let mut said = self.sheet.problem(id, path, kind, open, self.locale);
        let wrong = !said.is_empty();
        // A number that was read in another way may be why it is out of bounds.
        if let Some(echo) = self.sheet.echo(id, kind, self.locale) {
            text::list(&mut said, " ", &echo);
        }
        let class = match said.as_str() {
            "" => "note",
            _ if wrong => "note error",
            _ => "note echo",
        };
        let note = of("p", class);
        if !said.is_empty() {
            note.add(said);
        } else if is_whole && (!in_table || self.sheet.given(id) || self.sheet.says_never(path)) {
            self.standard_note(note, id, path, kind, open);
        }
        (note, wrong)
    }

    /// A slider beside a field; what is typed in the field need not be one of its steps.
    fn slider(&self, id: &str, path: &Path, name: &str) -> Option<Element> {
        let &(_, from, to, step) = SLIDERS.iter().find(|(slides, ..)| is_of(id, slides.path))?;
        let value = match self.sheet.said(path) {
            Some(Node::Number(digits)) => Decimal::read(digits).ok()?,
            Some(_) => return None, // not a number yet
            None => self.standard_value(path)?,
        };
        let label = label_of(path).unwrap_or_else(|| broken("a field with a slider has no name"));
        let value_text = text::shown(self.locale(), value, label.kind);
        let unit = label.unit.map_or("", |unit| self.word(unit)); // a plain number has none
        let places = match label.kind {
            Kind::Percent => Locale::En.decimal_percent(value),
            _ => Locale::En.decimal(value),
        };
        Some(
            el("input class=slider type=range part=slider")
                .set("min", from)
                .set("max", to)
                .set("step", step)
                .set("value", places)
                .set("data-slide", self.field_id(id))
                .set("aria-label", [name, ", ", self.word(Word::Slider)].concat())
                .set("aria-valuetext", [&value_text, " ", unit].concat())
                .flag("disabled", self.locked()),
        )
    }

    fn choice(&self, id: &str, path: &Path) -> Element {
        let path = path.pattern();
        let mut options = Vec::new();
        if path == members::SECTOR {
            options = self.sectors();
        }
        for &(of, value, word) in &CHOICES {
            if of == path {
                options.push((value, self.word(word)));
            }
        }
        if options.is_empty() {
            options.push(("true", self.word(Word::CashYes)));
            options.push(("false", self.word(Word::CashNo)));
        }
        // The first one is what an empty field means.
        let shown = self.sheet.shown(id, self.locale());
        let chosen = match (shown.as_str(), options.first()) {
            ("", Some((first, _))) => first,
            (shown, _) => shown,
        };
        let select = el("select").set("value", chosen).flag("disabled", self.locked());
        // A choice that is unknown stays, and stays visible.
        if !options.iter().any(|(value, _)| *value == chosen) {
            options.insert(0, (chosen, chosen));
        }
        for &(value, name) in &options {
            select
                .add(el("option").set("value", value).flag("selected", value == chosen).add(name));
        }
        select
    }

    /// The default of a field as it would be typed.
    fn standard(&self, id: &str, path: &Path) -> Option<String> {
        Some(as_typed(self.locale(), self.sheet.stands_in(id)?, label_of(path)?.kind))
    }

    /// The number that stands in where the plan has none.
    pub fn standard_value(&self, path: &Path) -> Option<Decimal> {
        default_of(&path.pattern(), self.country())
    }

    /// Adds what a field says that was left as it is.
    fn standard_note(&self, to: Element, id: &str, path: &Path, kind: Kind, open: bool) {
        if let Some([low, high]) = self.sheet.ends(path).filter(|_| !open) {
            let (low, high) = (as_typed(self.locale, low, kind), as_typed(self.locale, high, kind));
            to.say(self.locale, Phrase::Estimate(&low, &high));
            return;
        }
        let standard = || {
            self.standard(id, path).is_some()
                || path.as_str() == members::COMPOSITION
                || path.key() == schema::COST_AMOUNT.key()
                    && self.sheet.rests_on_default(List::Costs)
        };
        let word = if self.sheet.given(id) {
            return;
        } else if self.sheet.says_never(path) {
            Word::NoDecay
        } else if standard() {
            Word::Standard
        } else if self.errors().iter().any(|error| concerns(error, path)) {
            Word::NotYet
        } else if OPTIONAL.contains(&path.pattern().as_ref()) {
            Word::Optional
        } else {
            return;
        };
        to.word(self.locale, word);
    }

    /// Where the defaults of these fields come from, folded away.
    fn sources(&self, fields: &[&str], more: &[&str]) -> Option<Element> {
        let list = el("dl");
        let mut any = false;
        for default in defaults(self.country()) {
            let asked = |name: &&str| {
                default.path == *name || key_in(members::GROUPS, default.path) == Some(name)
            };
            let own = default.of.is_none() || default.path == schema::COST_AMOUNT.path;
            if !own || !(fields.iter().any(asked) || more.iter().any(asked)) {
                continue;
            }
            let label = label(default.path);
            let label = label.unwrap_or_else(|| broken("a number with a default has no name"));
            let name = default.of.and_then(default_cost).unwrap_or(label.name);
            let shown = |value| text::shown(self.locale, value, label.kind);
            let value = el("dd").add(shown(default.value));
            if let (Some(low), Some(high)) = (default.low, default.high) {
                let range = self.locale.say(Phrase::Realistic(&shown(low), &shown(high)));
                value.add(of("span", "detail").add([" ", &range].concat()));
            }
            let source = text::source(self.locale, default.path);
            let basis = el("dd").all(self.basis(default.basis, source));
            list.add(el("div").add(el("dt").word(self.locale, name)).add(value).add(basis));
            any = true;
        }
        let summary = || el("summary").word(self.locale, Word::AlsoSee);
        any.then(|| of("details", "sources").add(summary()).add(list))
    }

    /// How far a default can be trusted, and its source.
    pub fn basis(&self, basis: Basis, source: &str) -> [Element; 2] {
        let class = if basis == Basis::Assumption { "mark assumption" } else { "mark" };
        let colon = if source.is_empty() { "" } else { ": " };
        [
            of("span", class).word(self.locale, Word::of_basis(basis)),
            of("span", "source").add([colon, source].concat()),
        ]
    }
}

/// The way on from a member of a list, of a path without places like `groups[].fte`; `None` for one elsewhere.
fn key_in<'p>(list: &str, pattern: &'p str) -> Option<&'p str> {
    pattern.strip_prefix(list)?.strip_prefix("[].")
}

/// The key of what stands in benefits: it is shown of the first productivity benefit.
fn of_benefits(path: &str) -> Option<&str> {
    key_in(members::BENEFITS, path)
}

/// Whether the field with an id is the form's one for what stands at a path of the schema.
fn is_of(id: &str, path: &str) -> bool {
    match of_benefits(path) {
        Some(key) => id.strip_prefix("benefit.") == Some(key),
        None => id == path,
    }
}

/// The lines that a text takes, which are 70 long at most.
fn rows_of(text: &str) -> usize {
    let (mut rows, mut line) = (1, 0);
    for byte in text.bytes() {
        line = if byte == b'\n' { 0 } else { line + 1 };
        if line % 70 == 0 {
            rows += 1;
        }
    }
    rows
}

fn inputs() -> Element {
    of("div", "inputs").key("inputs").set("part", "form")
}

/// A section with its heading.
pub fn section(title: &str, name: &'static str) -> Element {
    let id = ["h-", name].concat();
    of("section", name).key(name).set("aria-labelledby", &id).add(el("h2").set("id", id).add(title))
}

/// A button that does something.
pub fn button(what: &'static str, text: &str) -> Element {
    el("button type=button").set("data-do", what).add(text)
}
