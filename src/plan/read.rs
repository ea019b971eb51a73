//! From the document as written to a plan in which every field is present and checked.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::document::{enter, join, too_deep};
use super::error::{Code, InputError, InputErrors, Warning, WarningCode};
use super::fields::{self, Field, Unit};
use super::{
    Benefit, BenefitKind, Budget, Calendar, Composition, CostBasis, CostLine, Country, Document,
    Facilitation, Group, Inaction, Input, Intangible, Learning, Node, Origin, Place, Plan,
    ProfCircles, Subsidy, SubsidyBasis, Value,
};
use crate::decimal::Decimal;
use crate::decimal::Unreadable;

pub(super) const MAX_GROUPS: usize = 10_000;
pub(super) const MAX_COSTS: usize = 1_000;
pub(super) const MAX_SUBSIDIES: usize = 100;
pub(super) const MAX_BENEFITS: usize = 100;
pub(super) const MAX_INTANGIBLES: usize = 100;

/// Ids of budget lines that the model makes itself; those that end in a colon are followed by a group.
pub(super) const RESERVED_IDS: [&str; 8] = [
    "participant-time:",
    "talk-leaders:",
    "replacement:",
    "margin:",
    "facilitation-internal",
    "facilitation-external",
    "contingency",
    "training-fund-levy",
];

pub(super) const CATEGORIES: [&str; 8] =
    ["external", "platform", "rooms", "materials", "travel", "staff", "evaluation", "other"];

pub(super) const COST_BASES: Choices<CostBasis> = Choices {
    names: &[
        "fixed",
        "perHead",
        "perFte",
        "perParticipant",
        "perFormalHour",
        "perLearningHour",
        "perSession",
        "perCircle",
    ],
    meanings: &[
        CostBasis::Fixed,
        CostBasis::PerHead,
        CostBasis::PerFte,
        CostBasis::PerParticipant,
        CostBasis::PerFormalHour,
        CostBasis::PerLearningHour,
        CostBasis::PerSession,
        CostBasis::PerCircle,
    ],
};

pub(super) const SUBSIDY_BASES: Choices<SubsidyBasis> = Choices {
    names: &["fixed", "perFormalHour", "share"],
    meanings: &[SubsidyBasis::Fixed, SubsidyBasis::PerFormalHour, SubsidyBasis::Share],
};

pub(super) const COUNTRIES: Choices<Country> =
    Choices { names: &["BE", "NL"], meanings: &[Country::Be, Country::Nl] };

pub(super) const COMPOSITIONS: Choices<Composition> = Choices {
    names: &["mixed", "perGroup"],
    meanings: &[Composition::Mixed, Composition::PerGroup],
};

const BENEFIT_KINDS: [&str; 3] = ["productivity", "retention", "custom"];
/// Places in [`BENEFIT_KINDS`].
const PRODUCTIVITY: usize = 0;
const RETENTION: usize = 1;

pub(super) const BENEFICIARIES: [&str; 4] = ["employee", "team", "organisation", "society"];

/// The texts that a member may say, and what each of them means.
pub(super) struct Choices<T: 'static> {
    pub(super) names: &'static [&'static str],
    meanings: &'static [T],
}

impl<T: PartialEq> Choices<T> {
    /// The text that means this.
    pub(super) fn name(&self, meaning: &T) -> &'static str {
        let place = self.meanings.iter().position(|known| known == meaning);
        place.and_then(|place| self.names.get(place)).copied().unwrap_or_default()
    }
}

impl<T: Copy> Choices<T> {
    /// What the choice at this place means.
    fn meaning(&self, place: Option<usize>) -> Option<T> {
        self.meanings.get(place?).copied()
    }
}

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
        let mut reader = Reader::default();
        let plan = reader.plan(document.root());
        match plan {
            Some(plan) if reader.errors.is_empty() => Ok(plan),
            _ => Err(InputErrors { errors: in_document_order(reader.errors, document.root()) }),
        }
    }
}

struct Reader {
    country: Country,
    errors: Vec<InputError>,
    warnings: Vec<Warning>,
    defaults_used: Vec<String>,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            country: Country::Be,
            errors: Vec::new(),
            warnings: Vec::new(),
            defaults_used: Vec::new(),
        }
    }
}

/// An object of the document, and which of its keys were asked for: the others are unknown.
struct Object<'a> {
    path: String,
    members: &'a [(String, Node)],
    asked: RefCell<Vec<&'static str>>,
    /// Something else stood here: that is the error, not what is missing from it.
    broken: bool,
}

impl<'a> Object<'a> {
    /// What stands in for an object that the document leaves out with the whole list that it is in:
    /// what is missing from it is neither an error nor noted as a default.
    fn nothing() -> Self {
        Self { path: String::new(), members: &[], asked: RefCell::default(), broken: true }
    }

    /// The member, whether or not it is null.
    fn stated(&self, key: &'static str) -> Option<&'a Node> {
        self.asked.borrow_mut().push(key);
        self.members.iter().find(|(k, _)| k == key).map(|(_, node)| node)
    }

    /// The member; null counts as missing.
    fn get(&self, key: &'static str) -> Option<&'a Node> {
        self.stated(key).filter(|node| **node != Node::Null)
    }

    fn at(&self, key: &str) -> String {
        join(&self.path, key)
    }
}

impl Reader {
    // ── The document from top to bottom ─────────────────────────────────────────────────────────

    fn plan(&mut self, root: &Node) -> Option<Plan> {
        let document = self.object(root, String::new());
        self.known_version(&document)?;
        let (title, organisation) =
            (self.text(&document, "title"), self.text(&document, "organisation"));
        let year = self.number(&document, &fields::YEAR, Place::Plan);
        let country = self.required_choice(&document, "country", COUNTRIES.names);
        self.country = COUNTRIES.meaning(country).unwrap_or(Country::Be);
        let sector = self.text(&document, "sector");
        let calendar = self.calendar(&document);
        // Groups stand before `learning` in the document but inherit from it.
        let defaults_before_groups = self.defaults_used.len();
        let learning = self.learning(&document, None, Place::Plan);
        let learning_defaults = self.defaults_used.split_off(defaults_before_groups);
        let groups = self.groups(&document, &learning);
        self.defaults_used.extend(learning_defaults);
        let prof_circles = self.prof_circles(&document);
        let facilitation = self.facilitation(&document);
        let costs = self.costs(&document);
        let subsidies = self.subsidies(&document, &costs);
        let budget = self.budget(&document);
        let value = self.value(&document);
        // Text and choices for the report, and realised figures: kept as they are.
        for key in ["jaarplan", "actuals"] {
            self.child(&document, key);
        }
        self.close(document);
        Some(Plan {
            title,
            organisation,
            year: u32::try_from(year.whole()).unwrap_or_default(),
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
    fn known_version(&mut self, document: &Object) -> Option<()> {
        let newest = fields::SCHEMA_VERSION.bounds.max;
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
        self.number(document, &fields::SCHEMA_VERSION, Place::Plan);
        Some(())
    }

    fn calendar(&mut self, document: &Object) -> Calendar {
        let object = self.child(document, "calendar");
        let mut number = |field| self.number(&object, field, Place::Plan);
        let calendar = Calendar {
            full_time_hours_per_week: number(&fields::FULL_TIME_HOURS_PER_WEEK),
            hours_per_day: number(&fields::HOURS_PER_DAY),
            effective_weeks: number(&fields::EFFECTIVE_WEEKS),
            sickness_rate: number(&fields::SICKNESS_RATE),
        };
        self.close(object);
        calendar
    }

    fn groups(&mut self, document: &Object, learning: &Learning) -> Vec<Group> {
        let example = r#"[{ "headcount": 12, "fte": 10.5 }]"#;
        let node = self.required(document, "groups", example);
        if matches!(node, Some(Node::List(list)) if list.is_empty()) {
            self.missing(document.at("groups"), example);
        }
        let list = self.list(document, "groups", MAX_GROUPS);
        let mut ids = BTreeSet::new();
        let mut groups = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.item(node, "groups", i);
            groups.push(self.group(&object, i, learning, &mut ids));
            self.close(object);
        }
        groups
    }

    fn group(
        &mut self,
        object: &Object,
        i: usize,
        learning: &Learning,
        ids: &mut BTreeSet<String>,
    ) -> Group {
        let place = Place::Item(i);
        let id = match object.get("id") {
            Some(node) => self.id(node, &object.at("id")),
            None => format!("g{}", i + 1),
        };
        self.unique(ids, &id, &object.at("id"));
        let name = self.label(object, "name", &id);
        let errors = self.errors.len();
        let headcount = self.number(object, &fields::HEADCOUNT, place);
        let fte = self.number(object, &fields::FTE, place);
        let sound = self.errors.len() == errors;
        let (heads, none) = (headcount.likely, Decimal::ZERO);
        if sound && (fte.likely > heads || (fte.likely == none && heads > none)) {
            let message = format!("fte must be above 0 and at most the headcount of {heads}");
            self.beyond_heads(&fte, heads, message);
        }
        let errors = self.errors.len();
        let leaders = self.optional(object, &fields::LEADERS, place);
        if let (true, Some(leaders)) = (sound && self.errors.len() == errors, &leaders)
            && leaders.likely > heads
        {
            let message = format!("leaders are part of the headcount of {heads}");
            self.beyond_heads(leaders, heads, message);
        }
        let mut number = |field| self.number(object, field, place);
        Group {
            headcount,
            fte,
            leaders,
            labour_cost_per_hour: number(&fields::LABOUR_COST_PER_HOUR),
            participation: number(&fields::PARTICIPATION),
            replacement_share: number(&fields::REPLACEMENT_SHARE),
            replacement_cost_factor: number(&fields::REPLACEMENT_COST_FACTOR),
            billable_share: number(&fields::BILLABLE_SHARE),
            billable_margin_per_hour: number(&fields::BILLABLE_MARGIN_PER_HOUR),
            learning: self.learning(object, Some(learning), Place::GroupLearning(i)),
            id,
            name,
        }
    }

    /// Refuses a number of people that is above what the headcount allows.
    fn beyond_heads(&mut self, people: &Input, heads: Decimal, message: String) {
        self.refuse(people.path(), Code::OutOfRange, message)
            .value(&people.likely.to_string())
            .range(Some(Decimal::ZERO), Some(heads))
            .example(&heads.to_string());
    }

    /// The plan's learning, or a group's own: leaves that a group leaves out are the plan's.
    fn learning(&mut self, parent: &Object, plan: Option<&Learning>, place: Place) -> Learning {
        let object = self.child(parent, "learning");
        let weeks = self.child(&object, "weekCycles");
        let track = self.child(&object, "profTrack");
        let formal = self.child(&object, "formal");
        let talks = self.child(&object, "developmentTalks");
        let mut number =
            |object: &Object, field: &'static Field, inherited: Option<&Input>| match inherited {
                Some(inherited) => self.optional(object, field, place).unwrap_or(*inherited),
                None => self.number(object, field, place),
            };
        let mut learning = Learning {
            week_cycles_count: number(
                &weeks,
                &fields::WEEK_CYCLES_COUNT,
                plan.map(|p| &p.week_cycles_count),
            ),
            week_cycles_minutes: number(
                &weeks,
                &fields::WEEK_CYCLES_MINUTES,
                plan.map(|p| &p.week_cycles_minutes),
            ),
            week_cycles_pro_rata: true,
            prof_track_hours: number(
                &track,
                &fields::PROF_TRACK_HOURS,
                plan.map(|p| &p.prof_track_hours),
            ),
            prof_track_pro_rata: true,
            formal_hours: number(&formal, &fields::FORMAL_HOURS, plan.map(|p| &p.formal_hours)),
            formal_fixed_hours: number(
                &formal,
                &fields::FORMAL_FIXED_HOURS,
                plan.map(|p| &p.formal_fixed_hours),
            ),
            formal_pro_rata: true,
            development_talks_hours: number(
                &talks,
                &fields::DEVELOPMENT_TALKS_HOURS,
                plan.map(|p| &p.development_talks_hours),
            ),
        };
        let mut pro_rata =
            |object: &Object, inherited| self.yes_or_no(object, "proRata", inherited, true);
        learning.week_cycles_pro_rata = pro_rata(&weeks, plan.map(|p| p.week_cycles_pro_rata));
        learning.prof_track_pro_rata = pro_rata(&track, plan.map(|p| p.prof_track_pro_rata));
        learning.formal_pro_rata = pro_rata(&formal, plan.map(|p| p.formal_pro_rata));
        self.close(weeks);
        self.close(track);
        self.close(formal);
        self.close(talks);
        self.close(object);
        learning
    }

    fn prof_circles(&mut self, document: &Object) -> ProfCircles {
        let object = self.child(document, "profCircles");
        let composition = self.choice_or_default(&object, "composition", COMPOSITIONS.names);
        let errors = self.errors.len();
        let mut number = |field| self.number(&object, field, Place::Plan);
        let circles = ProfCircles {
            composition: COMPOSITIONS.meaning(composition).unwrap_or(Composition::Mixed),
            target_size: number(&fields::TARGET_SIZE),
            min_size: number(&fields::MIN_SIZE),
            max_size: number(&fields::MAX_SIZE),
            sessions: number(&fields::SESSIONS),
            session_hours: number(&fields::SESSION_HOURS),
            preparation_hours: number(&fields::PREPARATION_HOURS),
            facilitators_per_circle: number(&fields::FACILITATORS_PER_CIRCLE),
            facilitator_preparation_hours: number(&fields::FACILITATOR_PREPARATION_HOURS),
            facilitator_capacity_hours: number(&fields::FACILITATOR_CAPACITY_HOURS),
            leaders_per_circle: number(&fields::LEADERS_PER_CIRCLE),
            max_circles_per_leader: number(&fields::MAX_CIRCLES_PER_LEADER),
        };
        if self.errors.len() == errors {
            self.ordered_sizes(&circles);
        }
        self.close(object);
        circles
    }

    /// `minSize ≤ targetSize ≤ maxSize`; of two that disagree, the one that the plan states is named.
    fn ordered_sizes(&mut self, circles: &ProfCircles) {
        let ProfCircles { target_size: target, min_size: min, max_size: max, .. } = circles;
        for (low, high) in [(min, target), (target, max)] {
            if low.likely <= high.likely {
                continue;
            }
            // Defaults are in order, so one of the two is stated; the target first.
            let low_is_named = if target.origin == Origin::Given {
                std::ptr::eq(low, target)
            } else {
                low.origin == Origin::Given
            };
            let (named, other, least, most) = if low_is_named {
                (low, high, None, Some(high.likely))
            } else {
                (high, low, Some(low.likely), None)
            };
            let message = format!(
                "minSize ≤ targetSize ≤ maxSize must hold, not {} ≤ {} ≤ {}",
                min.likely, target.likely, max.likely
            );
            self.refuse(named.path(), Code::NotOrdered, message)
                .value(&named.likely.to_string())
                .range(least, most)
                .example(&other.likely.to_string());
        }
    }

    fn facilitation(&mut self, document: &Object) -> Facilitation {
        let object = self.child(document, "facilitation");
        let mut number = |field| self.number(&object, field, Place::Plan);
        let facilitation = Facilitation {
            external_share: number(&fields::EXTERNAL_SHARE),
            internal_cost_per_hour: number(&fields::INTERNAL_COST_PER_HOUR),
            external_rate_per_hour: number(&fields::EXTERNAL_RATE_PER_HOUR),
        };
        self.close(object);
        facilitation
    }

    fn costs(&mut self, document: &Object) -> Vec<CostLine> {
        if self.is_left_out(document, "costs") {
            return self.default_costs();
        }
        let list = self.list(document, "costs", MAX_COSTS);
        let mut ids = BTreeSet::new();
        let mut costs = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.item(node, "costs", i);
            let id = self.line_id(&object, &mut ids, "\"courses\"");
            let label = self.label(&object, "label", &id);
            let category = self.choice_or_default(&object, "category", &CATEGORIES);
            let basis = self.required_choice(&object, "basis", COST_BASES.names);
            costs.push(CostLine {
                id,
                label,
                category: name_of(&CATEGORIES, category).unwrap_or("other"),
                basis: COST_BASES.meaning(basis).unwrap_or(CostBasis::Fixed),
                amount: self.number(&object, &fields::COST_AMOUNT, Place::Item(i)),
                cash: self.yes_or_no(&object, "cash", None, true),
            });
            self.close(object);
        }
        costs
    }

    fn default_costs(&self) -> Vec<CostLine> {
        let lines = [
            ("external", CostBasis::PerFormalHour, &fields::EXTERNAL_TRAINING),
            ("platform", CostBasis::PerParticipant, &fields::PLATFORM),
            ("rooms", CostBasis::PerSession, &fields::ROOMS),
        ];
        let mut costs = Vec::with_capacity(lines.len());
        for (i, (id, basis, field)) in lines.into_iter().enumerate() {
            costs.push(CostLine {
                id: id.to_owned(),
                label: id.to_owned(),
                category: id,
                basis,
                amount: self.default_of(field, Place::Item(i)),
                cash: true,
            });
        }
        costs
    }

    fn subsidies(&mut self, document: &Object, costs: &[CostLine]) -> Vec<Subsidy> {
        let list = self.list(document, "subsidies", MAX_SUBSIDIES);
        let mut ids = BTreeSet::new();
        for line in costs {
            ids.insert(line.id.clone());
        }
        let mut subsidies = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.item(node, "subsidies", i);
            let id = self.line_id(&object, &mut ids, "\"subsidy\"");
            let label = self.label(&object, "label", &id);
            let basis = self.required_choice(&object, "basis", SUBSIDY_BASES.names);
            let basis = SUBSIDY_BASES.meaning(basis);
            let amount = match basis {
                Some(SubsidyBasis::Share) => &fields::SUBSIDY_SHARE,
                _ => &fields::SUBSIDY_AMOUNT,
            };
            subsidies.push(Subsidy {
                id,
                label,
                basis: basis.unwrap_or(SubsidyBasis::Fixed),
                amount: self.number(&object, amount, Place::Item(i)),
                of: self.refunded_lines(&object, costs, basis),
                cap: self.optional(&object, &fields::SUBSIDY_CAP, Place::Item(i)),
            });
            self.close(object);
        }
        subsidies
    }

    fn refunded_lines(
        &mut self,
        object: &Object,
        costs: &[CostLine],
        basis: Option<SubsidyBasis>,
    ) -> Vec<usize> {
        let path = object.at("of");
        let list = self.list(object, "of", MAX_COSTS);
        let is_list = object.get("of").is_none_or(|node| matches!(node, Node::List(_)));
        if basis == Some(SubsidyBasis::Share) && list.is_empty() && is_list {
            let example = costs.first().map_or("courses", |line| line.id.as_str());
            self.missing(path.clone(), &format!("[\"{example}\"]"));
        }
        let mut named = BTreeSet::new();
        let mut lines = Vec::with_capacity(list.len());
        for (j, node) in list.iter().enumerate() {
            let path = item(&path, j);
            let id = self.id(node, &path);
            self.unique(&mut named, &id, &path);
            match costs.iter().position(|line| line.id == id) {
                Some(line) => lines.push(line),
                None if id.is_empty() => {}
                None => {
                    let message = format!("there is no cost line \"{id}\"");
                    let error = self.refuse(path, Code::UnknownId, message).value(&id);
                    if let Some(line) = costs.first() {
                        error.example(&quoted(&line.id));
                    }
                }
            }
        }
        lines
    }

    fn budget(&mut self, document: &Object) -> Budget {
        let object = self.child(document, "budget");
        let budget = Budget {
            available: self.optional(&object, &fields::AVAILABLE, Place::Plan),
            spend_rate: self.number(&object, &fields::SPEND_RATE, Place::Plan),
            contingency: self.number(&object, &fields::CONTINGENCY, Place::Plan),
            training_fund_levy: self.number(&object, &fields::TRAINING_FUND_LEVY, Place::Plan),
            payroll: self.optional(&object, &fields::PAYROLL, Place::Plan),
        };
        self.close(object);
        budget
    }

    fn value(&mut self, document: &Object) -> Value {
        let object = self.child(document, "value");
        let value = Value {
            horizon_years: self.number(&object, &fields::HORIZON_YEARS, Place::Plan),
            discount_rate: self.number(&object, &fields::DISCOUNT_RATE, Place::Plan),
            benefits: self.benefits(&object),
            inaction: self.inaction(&object),
            intangibles: self.intangibles(&object),
        };
        self.close(object);
        value
    }

    fn inaction(&mut self, value: &Object) -> Inaction {
        let object = self.child(value, "inaction");
        let mut number = |field| self.number(&object, field, Place::Plan);
        let inaction = Inaction {
            skill_half_life_years: number(&fields::SKILL_HALF_LIFE_YEARS),
            sensitivity: number(&fields::SENSITIVITY),
            probability: number(&fields::PROBABILITY),
        };
        self.close(object);
        inaction
    }

    fn benefits(&mut self, value: &Object) -> Vec<Benefit> {
        if self.is_left_out(value, "benefits") {
            return vec![
                self.default_benefit(PRODUCTIVITY, Place::Item(0)),
                self.default_benefit(RETENTION, Place::Item(1)),
            ];
        }
        let list = self.list(value, "benefits", MAX_BENEFITS);
        let mut ids = BTreeSet::new();
        let mut benefits = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.item(node, "value.benefits", i);
            benefits.extend(self.benefit(&object, Place::Item(i), &mut ids));
            self.close(object);
        }
        benefits
    }

    fn benefit(
        &mut self,
        object: &Object,
        place: Place,
        ids: &mut BTreeSet<String>,
    ) -> Option<Benefit> {
        let id = self.required_id(object, "\"productivity\"");
        self.unique(ids, &id, &object.at("id"));
        let label = self.label(object, "label", &id);
        let kind = self.required_choice(object, "kind", &BENEFIT_KINDS)?;
        Some(self.benefit_of(kind, id, label, object, place))
    }

    /// A benefit of one of [`BENEFIT_KINDS`], with its numbers.
    fn benefit_of(
        &mut self,
        kind: usize,
        id: String,
        label: String,
        object: &Object,
        place: Place,
    ) -> Benefit {
        let (mut lag, mut attribution, mut confidence) =
            (&fields::LAG_MONTHS, &fields::ATTRIBUTION, &fields::CONFIDENCE);
        let kind = match kind {
            PRODUCTIVITY => BenefitKind::Productivity {
                uplift: self.number(object, &fields::UPLIFT, place),
                half_life_months: match object.stated("halfLifeMonths") {
                    Some(Node::Null) => None,
                    _ => Some(self.number(object, &fields::HALF_LIFE_MONTHS, place)),
                },
            },
            RETENTION => BenefitKind::Retention {
                turnover: self.number(object, &fields::TURNOVER, place),
                relative_reduction: self.number(object, &fields::RELATIVE_REDUCTION, place),
                replacement_cost_share: self.number(object, &fields::REPLACEMENT_COST_SHARE, place),
            },
            _ => {
                lag = &fields::CUSTOM_LAG_MONTHS;
                attribution = &fields::CUSTOM_ATTRIBUTION;
                confidence = &fields::CUSTOM_CONFIDENCE;
                BenefitKind::Custom {
                    annual_value: self.number(object, &fields::ANNUAL_VALUE, place),
                    half_life_months: self.optional(
                        object,
                        &fields::CUSTOM_HALF_LIFE_MONTHS,
                        place,
                    ),
                }
            }
        };
        Benefit {
            id,
            label,
            kind,
            lag_months: self.number(object, lag, place),
            attribution: self.number(object, attribution, place),
            confidence: self.number(object, confidence, place),
        }
    }

    /// A benefit of which nothing is stated: all of its numbers are defaults.
    fn default_benefit(&mut self, kind: usize, place: Place) -> Benefit {
        let name = name_of(&BENEFIT_KINDS, Some(kind)).unwrap_or_default();
        self.benefit_of(kind, name.to_owned(), name.to_owned(), &Object::nothing(), place)
    }

    fn intangibles(&mut self, value: &Object) -> Vec<Intangible> {
        let list = self.list(value, "intangibles", MAX_INTANGIBLES);
        let mut intangibles = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.item(node, "value.intangibles", i);
            let label = self.text(&object, "label");
            let beneficiary = self.choice(&object, "for", &BENEFICIARIES);
            let beneficiary = name_of(&BENEFICIARIES, beneficiary).unwrap_or("employee");
            intangibles.push(Intangible { label, beneficiary });
            self.close(object);
        }
        intangibles
    }

    // ── Values of one kind ──────────────────────────────────────────────────────────────────────

    fn object<'a>(&mut self, node: &'a Node, path: String) -> Object<'a> {
        let members = match node {
            Node::Object(members) => Some(members.as_slice()),
            node => {
                self.wrong_type(node, &path, "an object", "{}");
                None
            }
        };
        let broken = members.is_none();
        Object { path, members: members.unwrap_or_default(), asked: RefCell::default(), broken }
    }

    /// A nested object; a missing one is empty.
    fn child<'a>(&mut self, parent: &Object<'a>, key: &'static str) -> Object<'a> {
        let path = parent.at(key);
        match parent.get(key) {
            Some(node) => self.object(node, path),
            None => Object { path, members: &[], asked: RefCell::default(), broken: false },
        }
    }

    /// A member of a list of objects.
    fn item<'a>(&mut self, node: &'a Node, list: &str, i: usize) -> Object<'a> {
        self.object(node, item(list, i))
    }

    /// An object of which everything is read: warns about what nobody asked for.
    fn close(&mut self, object: Object) {
        let Object { path, members, asked, broken: _ } = object;
        let asked = asked.into_inner();
        for (key, _) in members {
            if !asked.iter().any(|known| known == key) {
                self.warnings.push(Warning {
                    code: WarningCode::UnknownField,
                    path: join(&path, key),
                    message: format!("the field \"{key}\" is not known here; it is kept"),
                });
            }
        }
    }

    /// A list; a missing one is empty, and so is one that is refused.
    fn list<'a>(&mut self, object: &Object<'a>, key: &'static str, most: usize) -> &'a [Node] {
        match object.get(key) {
            None => {}
            Some(Node::List(list)) if list.len() <= most => return list,
            Some(Node::List(list)) => {
                let message = format!("{} are too many: at most {most}", list.len());
                let most = u32::try_from(most).unwrap_or(u32::MAX);
                self.refuse(object.at(key), Code::TooMany, message)
                    .value(&list.len().to_string())
                    .range(None, Some(Decimal::whole(most)));
            }
            Some(node) => self.wrong_type(node, &object.at(key), "a list", "[]"),
        }
        &[]
    }

    /// Whether a member is missing, which is noted: its default is used.
    fn is_left_out(&mut self, object: &Object, key: &'static str) -> bool {
        let is_left_out = object.get(key).is_none();
        if is_left_out {
            self.defaults_used.push(object.at(key));
        }
        is_left_out
    }

    fn required<'a>(
        &mut self,
        object: &Object<'a>,
        key: &'static str,
        example: &str,
    ) -> Option<&'a Node> {
        let node = object.get(key);
        if node.is_none() && !object.broken {
            self.missing(object.at(key), example);
        }
        node
    }

    /// An optional text; empty when missing.
    fn text(&mut self, object: &Object, key: &'static str) -> String {
        match object.get(key) {
            None => {}
            Some(Node::Text(text)) => return text.clone(),
            Some(node) => self.wrong_type(node, &object.at(key), "a text", "\"text\""),
        }
        String::new()
    }

    /// What to call something: the text here, or else its id.
    fn label(&mut self, object: &Object, key: &'static str, id: &str) -> String {
        let mut label = self.text(object, key);
        if label.is_empty() {
            label.push_str(id);
        }
        label
    }

    fn id(&mut self, node: &Node, path: &str) -> String {
        match node {
            Node::Text(id) if !id.is_empty() => return id.clone(),
            Node::Text(_) => self.missing(path.to_owned(), "\"id\""),
            node => self.wrong_type(node, path, "a text", "\"id\""),
        }
        String::new()
    }

    fn required_id(&mut self, object: &Object, example: &str) -> String {
        match self.required(object, "id", example) {
            Some(node) => self.id(node, &object.at("id")),
            None => String::new(),
        }
    }

    /// The id of a cost line or subsidy, which share their names with the lines that the model makes.
    fn line_id(&mut self, object: &Object, ids: &mut BTreeSet<String>, example: &str) -> String {
        let path = object.at("id");
        let id = self.required_id(object, example);
        let reserved = |name: &&str| {
            if name.ends_with(':') { id.starts_with(*name) } else { id == **name }
        };
        if RESERVED_IDS.iter().any(reserved) {
            let message = format!("\"{id}\" is the name of a line that the budget makes itself");
            let example = format!("\"own-{id}\"");
            self.refuse(path, Code::ReservedId, message).value(&id).example(&example);
        } else {
            self.unique(ids, &id, &path);
        }
        id
    }

    fn unique(&mut self, ids: &mut BTreeSet<String>, id: &str, path: &str) {
        if !id.is_empty() && !ids.insert(id.to_owned()) {
            let message = format!("the id \"{id}\" is already in use");
            let example = format!("\"{id}-2\"");
            self.refuse(path.to_owned(), Code::DuplicateId, message).value(id).example(&example);
        }
    }

    /// Which of the choices a member names; `None` when it is missing or none of them.
    fn choice(
        &mut self,
        object: &Object,
        key: &'static str,
        names: &[&'static str],
    ) -> Option<usize> {
        let node = object.get(key)?;
        let place = names.iter().position(|name| matches!(node, Node::Text(text) if text == name));
        if place.is_some() {
            return place;
        }
        let example = quoted(names.first().unwrap_or(&""));
        if let Node::Text(text) = node {
            let message = format!("\"{text}\" is none of {}", names.join(", "));
            self.refuse(object.at(key), Code::UnknownChoice, message)
                .value(text)
                .expected(names)
                .example(&example);
        } else {
            self.wrong_type(node, &object.at(key), "a text", &example);
        }
        None
    }

    /// A choice that has a default.
    fn choice_or_default(
        &mut self,
        object: &Object,
        key: &'static str,
        names: &[&'static str],
    ) -> Option<usize> {
        if self.is_left_out(object, key) { None } else { self.choice(object, key, names) }
    }

    /// A choice that has no default.
    fn required_choice(
        &mut self,
        object: &Object,
        key: &'static str,
        names: &[&'static str],
    ) -> Option<usize> {
        self.required(object, key, &quoted(names.first().unwrap_or(&"")))?;
        self.choice(object, key, names)
    }

    /// Yes or no; a group's missing one is `inherited`, the plan's is `default`.
    fn yes_or_no(
        &mut self,
        object: &Object,
        key: &'static str,
        inherited: Option<bool>,
        default: bool,
    ) -> bool {
        match object.get(key) {
            Some(Node::Bool(truth)) => return *truth,
            Some(node) => self.wrong_type(node, &object.at(key), "true or false", "true"),
            None if inherited.is_none() => self.defaults_used.push(object.at(key)),
            None => {}
        }
        inherited.unwrap_or(default)
    }

    // ── Numbers ─────────────────────────────────────────────────────────────────────────────────

    /// A number; its default when missing, or an error when it has none.
    fn number(&mut self, object: &Object, field: &'static Field, place: Place) -> Input {
        if let Some(input) = self.optional(object, field, place) {
            return input;
        }
        if field.default.is_none() {
            self.required(object, field.key(), &example_of(field));
        } else if !object.broken {
            self.is_left_out(object, field.key());
        }
        self.default_of(field, place)
    }

    /// A number, or nothing when it is missing or cannot be read; the latter is also an error.
    fn optional(&mut self, object: &Object, field: &'static Field, place: Place) -> Option<Input> {
        let (node, path) = (object.get(field.key())?, object.at(field.key()));
        let (low, likely, high) = match node {
            Node::Object(_) if field.estimate => self.estimate(node, path, field)?,
            Node::Number(digits) => {
                let likely = self.decimal(digits, &path, field)?;
                (likely, likely, likely)
            }
            node => {
                let expected =
                    if field.estimate { "a number or { low, likely, high }" } else { "a number" };
                self.wrong_type(node, &path, expected, &example_of(field));
                return None;
            }
        };
        Some(Input { field, place, likely, low, high, origin: Origin::Given, unknown: None })
    }

    fn estimate(
        &mut self,
        node: &Node,
        path: String,
        field: &'static Field,
    ) -> Option<(Decimal, Decimal, Decimal)> {
        let object = self.object(node, path.clone());
        let [low, likely, high] = ["low", "likely", "high"].map(|key| {
            match self.required(&object, key, &example_of(field))? {
                Node::Number(digits) => self.decimal(digits, &object.at(key), field),
                node => {
                    self.wrong_type(node, &object.at(key), "a number", &example_of(field));
                    None
                }
            }
        });
        self.close(object);
        let (low, likely, high) = (low?, likely?, high?);
        if low <= likely && likely <= high {
            return Some((low, likely, high));
        }
        let message = format!("low ≤ likely ≤ high must hold, not {low} ≤ {likely} ≤ {high}");
        let (least, most) = (low.min(likely).min(high), low.max(likely).max(high));
        let middle = if likely < most { likely } else { least };
        let example = format!("{{ \"low\": {least}, \"likely\": {middle}, \"high\": {most} }}");
        self.refuse(path, Code::NotOrdered, message).value(&likely.to_string()).example(&example);
        None
    }

    fn decimal(&mut self, digits: &str, path: &str, field: &'static Field) -> Option<Decimal> {
        decimal(digits, path, field, &mut self.errors)
    }

    fn default_of(&self, field: &'static Field, place: Place) -> Input {
        default_input(field, self.country, place)
    }

    // ── Errors and warnings ─────────────────────────────────────────────────────────────────────

    /// Refuses what stands at a path; the rest of the error is added to it.
    fn refuse(&mut self, path: String, code: Code, message: String) -> &mut InputError {
        self.errors.push_mut(InputError::new(path, code, message))
    }

    fn wrong_type(&mut self, node: &Node, path: &str, expected: &'static str, example: &str) {
        wrong_type(node, path, expected, example, &mut self.errors);
    }

    fn missing(&mut self, path: String, example: &str) {
        self.refuse(path, Code::Missing, "this is required".to_owned()).example(example);
    }
}

/// The productivity benefit that stands in when a plan has none.
pub(crate) fn default_productivity(country: Country, place: Place) -> Benefit {
    Reader { country, ..Reader::default() }.default_benefit(PRODUCTIVITY, place)
}

/// The default of a field. A required field that is missing has none: the error is already noted.
fn default_input(field: &'static Field, country: Country, place: Place) -> Input {
    let likely =
        field.default.as_ref().map_or(field.bounds.min, |default| default.of(country).likely);
    let (low, high) = (likely, likely);
    Input { field, place, likely, low, high, origin: Origin::Default, unknown: None }
}

/// Reads digits and holds them against the field's bounds; `None` when that is an error.
pub(super) fn decimal(
    digits: &str,
    path: &str,
    field: &Field,
    errors: &mut Vec<InputError>,
) -> Option<Decimal> {
    let bounds = &field.bounds;
    let read = if field.total { Decimal::read_cents(digits) } else { Decimal::read(digits) };
    let code = match read {
        Err(Unreadable::NotANumber) => {
            let node = Node::Number(digits.to_owned());
            wrong_type(&node, path, "a number", &example_of(field), errors);
            return None;
        }
        Err(Unreadable::TooLarge) if digits.starts_with('-') => Code::OutOfRange,
        Err(Unreadable::TooLarge) if bounds.max.is_none() || field.total => Code::TooLarge,
        Err(Unreadable::TooLarge) => Code::OutOfRange,
        Ok(value) if bounds.max.is_some_and(|max| value > max) && field.total => Code::TooLarge,
        Ok(value) if !bounds.contain(value) => Code::OutOfRange,
        Ok(value) if bounds.whole && !value.is_whole() => Code::NotWhole,
        Ok(value) => return Some(value),
    };
    let max = bounds.max.unwrap_or(Decimal::LIMIT);
    let message = match code {
        Code::NotWhole => format!("{digits} is not whole"),
        _ => format!(
            "{digits} is not {} {} and {} {max}",
            if bounds.above_min { "above" } else { "at least" },
            bounds.min,
            if bounds.below_max { "below" } else { "at most" },
        ),
    };
    let error = errors.push_mut(InputError::new(path, code, message));
    error.value(digits).range(Some(bounds.min), Some(max)).example(&example_of(field));
    if bounds.above_min || bounds.below_max {
        error.exclusive();
    }
    None
}

fn wrong_type(
    node: &Node,
    path: &str,
    expected: &'static str,
    example: &str,
    errors: &mut Vec<InputError>,
) {
    let found = match node {
        Node::Null => "null",
        Node::Bool(_) => "true or false",
        Node::Number(digits) if digits == "NaN" => "not a number (NaN)",
        Node::Number(_) => "a number",
        Node::Text(_) => "a text",
        Node::List(_) => "a list",
        Node::Object(_) => "an object",
        Node::Foreign | Node::TooDeep => "something that JSON does not know",
    };
    let message = format!("expected {expected}, found {found}");
    let error = errors.push_mut(InputError::new(path, Code::WrongType, message));
    error.expected(&[expected]).example(example);
    if let Node::Number(value) | Node::Text(value) = node {
        error.value(value);
    }
}

/// Whether what a field accepts also depends on other fields: [`Plan::read`] holds them together.
pub(crate) fn is_bound_to_others(field: &Field) -> bool {
    let bound = [
        &fields::HEADCOUNT,
        &fields::FTE,
        &fields::LEADERS,
        &fields::TARGET_SIZE,
        &fields::MIN_SIZE,
        &fields::MAX_SIZE,
    ];
    bound.iter().any(|other| std::ptr::eq(*other, field))
}

impl fields::Bounds {
    fn contain(&self, value: Decimal) -> bool {
        let above = if self.above_min { value > self.min } else { value >= self.min };
        let below =
            self.max.is_none_or(|max| if self.below_max { value < max } else { value <= max });
        above && below
    }
}

/// The path of a member of a list, like `groups[0]`.
fn item(list: &str, i: usize) -> String {
    format!("{list}[{i}]")
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The name at this place, if there is one.
fn name_of(names: &[&'static str], place: Option<usize>) -> Option<&'static str> {
    names.get(place?).copied()
}

/// A number that the field accepts.
pub(crate) fn example_of(field: &Field) -> String {
    match &field.default {
        Some(default) => default.be.likely.to_string(),
        None if std::ptr::eq(field, &raw const fields::YEAR) => "2027".to_owned(),
        None if field.unit == Unit::Share => "0.5".to_owned(),
        None => field
            .bounds
            .max
            .map_or(Decimal::whole(10), |max| max.min(Decimal::whole(10)))
            .to_string(),
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
            Node::List(list) => list
                .iter()
                .enumerate()
                .any(|(i, node)| found(&|path| path.push_str(&format!("[{i}]")), node)),
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
    let (mut place, mut node) = (Vec::new(), root);
    for part in path.split(['.', '[']).map(|part| part.trim_end_matches(']')) {
        let found = match node {
            Node::Object(members) => members
                .iter()
                .enumerate()
                .find(|(_, (key, _))| key == part)
                .map(|(i, (_, node))| (i, node)),
            Node::List(list) => part.parse().ok().and_then(|i| Some((i, list.get(i)?))),
            _ => None,
        };
        let Some((i, member)) = found else {
            place.push(usize::MAX);
            break;
        };
        place.push(i);
        node = member;
    }
    place
}
