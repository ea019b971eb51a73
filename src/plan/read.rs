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
use crate::Decimal;
use crate::decimal::Unreadable;

const MAX_GROUPS: usize = 10_000;
const MAX_COSTS: usize = 1_000;
const MAX_SUBSIDIES: usize = 100;
const MAX_BENEFITS: usize = 100;
const MAX_INTANGIBLES: usize = 100;

/// Ids of budget lines that the model makes itself; those that end in a colon are followed by a group.
const RESERVED_IDS: [&str; 8] = [
    "participant-time:",
    "talk-leaders:",
    "replacement:",
    "margin:",
    "facilitation-internal",
    "facilitation-external",
    "contingency",
    "training-fund-levy",
];

const CATEGORIES: [&str; 8] =
    ["external", "platform", "rooms", "materials", "travel", "staff", "evaluation", "other"];

const COST_BASES: [(&str, CostBasis); 8] = [
    ("fixed", CostBasis::Fixed),
    ("perHead", CostBasis::PerHead),
    ("perFte", CostBasis::PerFte),
    ("perParticipant", CostBasis::PerParticipant),
    ("perFormalHour", CostBasis::PerFormalHour),
    ("perLearningHour", CostBasis::PerLearningHour),
    ("perSession", CostBasis::PerSession),
    ("perCircle", CostBasis::PerCircle),
];

const SUBSIDY_BASES: [(&str, SubsidyBasis); 3] = [
    ("fixed", SubsidyBasis::Fixed),
    ("perFormalHour", SubsidyBasis::PerFormalHour),
    ("share", SubsidyBasis::Share),
];

const BENEFICIARIES: [&str; 4] = ["employee", "team", "organisation", "society"];

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
        self.country = self
            .required(&document, "country", "\"BE\"")
            .and_then(|node| {
                self.choice(
                    node,
                    document.at("country"),
                    &[("BE", Country::Be), ("NL", Country::Nl)],
                )
            })
            .unwrap_or(Country::Be);
        let sector = self.text(&document, "sector");
        let calendar = self.member(&document, "calendar", Self::calendar);
        // Groups stand before `learning` in the document but inherit from it.
        let defaults_before_groups = self.defaults_used.len();
        let learning = self.member(&document, "learning", |reader, object| {
            reader.learning(object, None, Place::Plan)
        });
        let learning_defaults = self.defaults_used.split_off(defaults_before_groups);
        let groups = self.groups(&document, &learning);
        self.defaults_used.extend(learning_defaults);
        let prof_circles = self.member(&document, "profCircles", Self::prof_circles);
        let facilitation = self.member(&document, "facilitation", Self::facilitation);
        let costs = self.costs(&document);
        let subsidies = self.subsidies(&document, &costs);
        let budget = self.member(&document, "budget", Self::budget);
        let value = self.member(&document, "value", Self::value);
        // Text and choices for the report, and realised figures: kept as they are.
        for key in ["jaarplan", "actuals"] {
            if let Some(node) = document.get(key) {
                self.object(node, document.at(key));
            }
        }
        self.unknown_fields(&document);
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
                let message =
                    "this document is of a newer schema; open it with a newer version".to_owned();
                self.errors.push(
                    InputError::new("schemaVersion", Code::NewerSchema, message)
                        .value(digits.clone())
                        .range(None, newest)
                        .example("1"),
                );
                return None;
            }
        }
        self.number(document, &fields::SCHEMA_VERSION, Place::Plan);
        Some(())
    }

    fn calendar(&mut self, object: &Object) -> Calendar {
        let mut number = |field| self.number(object, field, Place::Plan);
        Calendar {
            full_time_hours_per_week: number(&fields::FULL_TIME_HOURS_PER_WEEK),
            hours_per_day: number(&fields::HOURS_PER_DAY),
            effective_weeks: number(&fields::EFFECTIVE_WEEKS),
            sickness_rate: number(&fields::SICKNESS_RATE),
        }
    }

    fn groups(&mut self, document: &Object, learning: &Learning) -> Vec<Group> {
        let example = r#"[{ "headcount": 12, "fte": 10.5 }]"#;
        let Some(node) = self.required(document, "groups", example) else {
            return Vec::new();
        };
        let list = self.list(node, document.at("groups"), MAX_GROUPS);
        if matches!(node, Node::List(list) if list.is_empty()) {
            self.errors.push(missing(document.at("groups"), example));
        }
        let mut ids = BTreeSet::new();
        let mut groups = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.object(node, format!("groups[{i}]"));
            groups.push(self.group(&object, i, learning, &mut ids));
            self.unknown_fields(&object);
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
            Some(node) => self.id(node, object.at("id")),
            None => format!("g{}", i + 1),
        };
        self.unique(ids, &id, object.at("id"));
        let name = Some(self.text(object, "name"))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.clone());
        let errors = self.errors.len();
        let headcount = self.number(object, &fields::HEADCOUNT, place);
        let fte = self.number(object, &fields::FTE, place);
        let sound = self.errors.len() == errors;
        if sound
            && (fte.likely > headcount.likely
                || (fte.likely == Decimal::ZERO && headcount.likely > Decimal::ZERO))
        {
            let message =
                format!("fte must be above 0 and at most the headcount of {}", headcount.likely);
            self.errors.push(
                InputError::new(object.at("fte"), Code::OutOfRange, message)
                    .value(fte.likely.to_string())
                    .range(Some(Decimal::ZERO), Some(headcount.likely))
                    .example(headcount.likely.to_string()),
            );
        }
        let errors = self.errors.len();
        let leaders = self.optional(object, &fields::LEADERS, place);
        if let (true, Some(leaders)) = (sound && self.errors.len() == errors, leaders)
            && leaders.likely > headcount.likely
        {
            let message = format!("leaders are part of the headcount of {}", headcount.likely);
            self.errors.push(
                InputError::new(object.at("leaders"), Code::OutOfRange, message)
                    .value(leaders.likely.to_string())
                    .range(Some(Decimal::ZERO), Some(headcount.likely))
                    .example(headcount.likely.to_string()),
            );
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
            learning: self.member(object, "learning", |reader, own| {
                reader.learning(own, Some(learning), Place::GroupLearning(i))
            }),
            id,
            name,
        }
    }

    /// The plan's learning, or a group's own: leaves that a group leaves out are the plan's.
    fn learning(&mut self, object: &Object, plan: Option<&Learning>, place: Place) -> Learning {
        let weeks = self.child(object, "weekCycles");
        let track = self.child(object, "profTrack");
        let formal = self.child(object, "formal");
        let talks = self.child(object, "developmentTalks");
        let mut number =
            |object: &Object, field: &'static Field, inherited: Option<Input>| match inherited {
                Some(inherited) => self.optional(object, field, place).unwrap_or(inherited),
                None => self.number(object, field, place),
            };
        let mut learning = Learning {
            week_cycles_count: number(
                &weeks,
                &fields::WEEK_CYCLES_COUNT,
                plan.map(|p| p.week_cycles_count),
            ),
            week_cycles_minutes: number(
                &weeks,
                &fields::WEEK_CYCLES_MINUTES,
                plan.map(|p| p.week_cycles_minutes),
            ),
            week_cycles_pro_rata: true,
            prof_track_hours: number(
                &track,
                &fields::PROF_TRACK_HOURS,
                plan.map(|p| p.prof_track_hours),
            ),
            prof_track_pro_rata: true,
            formal_hours: number(&formal, &fields::FORMAL_HOURS, plan.map(|p| p.formal_hours)),
            formal_fixed_hours: number(
                &formal,
                &fields::FORMAL_FIXED_HOURS,
                plan.map(|p| p.formal_fixed_hours),
            ),
            formal_pro_rata: true,
            development_talks_hours: number(
                &talks,
                &fields::DEVELOPMENT_TALKS_HOURS,
                plan.map(|p| p.development_talks_hours),
            ),
        };
        let mut pro_rata =
            |object: &Object, inherited| self.yes_or_no(object, "proRata", inherited, true);
        learning.week_cycles_pro_rata = pro_rata(&weeks, plan.map(|p| p.week_cycles_pro_rata));
        learning.prof_track_pro_rata = pro_rata(&track, plan.map(|p| p.prof_track_pro_rata));
        learning.formal_pro_rata = pro_rata(&formal, plan.map(|p| p.formal_pro_rata));
        for child in [&weeks, &track, &formal, &talks] {
            self.unknown_fields(child);
        }
        learning
    }

    fn prof_circles(&mut self, object: &Object) -> ProfCircles {
        let composition = if let Some(node) = object.get("composition") {
            self.choice(
                node,
                object.at("composition"),
                &[("mixed", Composition::Mixed), ("perGroup", Composition::PerGroup)],
            )
        } else {
            self.defaults_used.push(object.at("composition"));
            None
        };
        let errors = self.errors.len();
        let mut number = |field| self.number(object, field, Place::Plan);
        let circles = ProfCircles {
            composition: composition.unwrap_or(Composition::Mixed),
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
            self.errors.push(
                InputError::new(named.path(), Code::NotOrdered, message)
                    .value(named.likely.to_string())
                    .range(least, most)
                    .example(other.likely.to_string()),
            );
        }
    }

    fn facilitation(&mut self, object: &Object) -> Facilitation {
        let mut number = |field| self.number(object, field, Place::Plan);
        Facilitation {
            external_share: number(&fields::EXTERNAL_SHARE),
            internal_cost_per_hour: number(&fields::INTERNAL_COST_PER_HOUR),
            external_rate_per_hour: number(&fields::EXTERNAL_RATE_PER_HOUR),
        }
    }

    fn costs(&mut self, document: &Object) -> Vec<CostLine> {
        let Some(node) = document.get("costs") else {
            self.defaults_used.push("costs".to_owned());
            return self.default_costs();
        };
        let list = self.list(node, document.at("costs"), MAX_COSTS);
        let mut ids = BTreeSet::new();
        let mut costs = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.object(node, format!("costs[{i}]"));
            let id = self.line_id(&object, &mut ids, "\"courses\"");
            let label = Some(self.text(&object, "label")).filter(|label| !label.is_empty());
            let category = if let Some(node) = object.get("category") {
                self.choice(node, object.at("category"), &CATEGORIES.map(|name| (name, name)))
            } else {
                self.defaults_used.push(object.at("category"));
                None
            };
            let basis = self
                .required(&object, "basis", "\"fixed\"")
                .and_then(|node| self.choice(node, object.at("basis"), &COST_BASES));
            costs.push(CostLine {
                label: label.unwrap_or_else(|| id.clone()),
                id,
                category: category.unwrap_or("other"),
                basis: basis.unwrap_or(CostBasis::Fixed),
                amount: self.number(&object, &fields::COST_AMOUNT, Place::Item(i)),
                cash: self.yes_or_no(&object, "cash", None, true),
            });
            self.unknown_fields(&object);
        }
        costs
    }

    fn default_costs(&self) -> Vec<CostLine> {
        let lines = [
            ("external", CostBasis::PerFormalHour, &fields::EXTERNAL_TRAINING),
            ("platform", CostBasis::PerParticipant, &fields::PLATFORM),
            ("rooms", CostBasis::PerSession, &fields::ROOMS),
        ];
        let line = |(i, (id, basis, field)): (usize, (&'static str, CostBasis, &'static Field))| {
            CostLine {
                id: id.to_owned(),
                label: id.to_owned(),
                category: id,
                basis,
                amount: self.default_of(field, Place::Item(i)),
                cash: true,
            }
        };
        lines.into_iter().enumerate().map(line).collect()
    }

    fn subsidies(&mut self, document: &Object, costs: &[CostLine]) -> Vec<Subsidy> {
        let Some(node) = document.get("subsidies") else {
            return Vec::new();
        };
        let list = self.list(node, document.at("subsidies"), MAX_SUBSIDIES);
        let mut ids = BTreeSet::new();
        for line in costs {
            ids.insert(line.id.clone());
        }
        let mut subsidies = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.object(node, format!("subsidies[{i}]"));
            let id = self.line_id(&object, &mut ids, "\"subsidy\"");
            let label = Some(self.text(&object, "label")).filter(|label| !label.is_empty());
            let basis = self
                .required(&object, "basis", "\"fixed\"")
                .and_then(|node| self.choice(node, object.at("basis"), &SUBSIDY_BASES));
            let amount = match basis {
                Some(SubsidyBasis::Share) => &fields::SUBSIDY_SHARE,
                _ => &fields::SUBSIDY_AMOUNT,
            };
            let amount = self.number(&object, amount, Place::Item(i));
            let of = self.refunded_lines(&object, costs, basis);
            subsidies.push(Subsidy {
                label: label.unwrap_or_else(|| id.clone()),
                id,
                basis: basis.unwrap_or(SubsidyBasis::Fixed),
                amount,
                of,
                cap: self.optional(&object, &fields::SUBSIDY_CAP, Place::Item(i)),
            });
            self.unknown_fields(&object);
        }
        subsidies
    }

    fn refunded_lines(
        &mut self,
        object: &Object,
        costs: &[CostLine],
        basis: Option<SubsidyBasis>,
    ) -> Vec<usize> {
        let node = object.get("of");
        let list = node.map_or(&[][..], |node| self.list(node, object.at("of"), MAX_COSTS));
        let is_list = node.is_none_or(|node| matches!(node, Node::List(_)));
        if basis == Some(SubsidyBasis::Share) && list.is_empty() && is_list {
            let example = costs.first().map_or("courses", |line| line.id.as_str());
            self.errors.push(missing(object.at("of"), format!("[\"{example}\"]")));
        }
        let mut named = BTreeSet::new();
        let mut lines = Vec::with_capacity(list.len());
        for (j, node) in list.iter().enumerate() {
            let path = format!("{}[{j}]", object.at("of"));
            let id = self.id(node, path.clone());
            self.unique(&mut named, &id, path.clone());
            match costs.iter().position(|line| line.id == id) {
                Some(line) => lines.push(line),
                None if id.is_empty() => {}
                None => {
                    let message = format!("there is no cost line \"{id}\"");
                    let mut error = InputError::new(path, Code::UnknownId, message).value(id);
                    error.example = costs.first().map(|line| format!("\"{}\"", line.id));
                    self.errors.push(error);
                }
            }
        }
        lines
    }

    fn budget(&mut self, object: &Object) -> Budget {
        Budget {
            available: self.optional(object, &fields::AVAILABLE, Place::Plan),
            spend_rate: self.number(object, &fields::SPEND_RATE, Place::Plan),
            contingency: self.number(object, &fields::CONTINGENCY, Place::Plan),
            training_fund_levy: self.number(object, &fields::TRAINING_FUND_LEVY, Place::Plan),
            payroll: self.optional(object, &fields::PAYROLL, Place::Plan),
        }
    }

    fn value(&mut self, object: &Object) -> Value {
        Value {
            horizon_years: self.number(object, &fields::HORIZON_YEARS, Place::Plan),
            discount_rate: self.number(object, &fields::DISCOUNT_RATE, Place::Plan),
            benefits: self.benefits(object),
            inaction: self.member(object, "inaction", |reader, object| Inaction {
                skill_half_life_years: reader.number(
                    object,
                    &fields::SKILL_HALF_LIFE_YEARS,
                    Place::Plan,
                ),
                sensitivity: reader.number(object, &fields::SENSITIVITY, Place::Plan),
                probability: reader.number(object, &fields::PROBABILITY, Place::Plan),
            }),
            intangibles: self.intangibles(object),
        }
    }

    fn benefits(&mut self, value: &Object) -> Vec<Benefit> {
        let Some(node) = value.get("benefits") else {
            self.defaults_used.push(value.at("benefits"));
            return self.default_benefits();
        };
        let list = self.list(node, value.at("benefits"), MAX_BENEFITS);
        let mut ids = BTreeSet::new();
        let mut benefits = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.object(node, format!("value.benefits[{i}]"));
            if let Some(benefit) = self.benefit(&object, Place::Item(i), &mut ids) {
                benefits.push(benefit);
                self.unknown_fields(&object);
            }
        }
        benefits
    }

    fn benefit(
        &mut self,
        object: &Object,
        place: Place,
        ids: &mut BTreeSet<String>,
    ) -> Option<Benefit> {
        let id = self
            .required(object, "id", "\"productivity\"")
            .map(|node| self.id(node, object.at("id")));
        let id = id.unwrap_or_default();
        self.unique(ids, &id, object.at("id"));
        let label = Some(self.text(object, "label")).filter(|label| !label.is_empty());
        let kinds = [("productivity", 'p'), ("retention", 'r'), ("custom", 'c')];
        let kind = self
            .required(object, "kind", "\"productivity\"")
            .and_then(|node| self.choice(node, object.at("kind"), &kinds))?;
        let (lag, attribution, confidence) = match kind {
            'c' => (
                &fields::CUSTOM_LAG_MONTHS,
                &fields::CUSTOM_ATTRIBUTION,
                &fields::CUSTOM_CONFIDENCE,
            ),
            _ => (&fields::LAG_MONTHS, &fields::ATTRIBUTION, &fields::CONFIDENCE),
        };
        let kind = match kind {
            'p' => BenefitKind::Productivity {
                uplift: self.number(object, &fields::UPLIFT, place),
                half_life_months: match object.stated("halfLifeMonths") {
                    Some(Node::Null) => None,
                    _ => Some(self.number(object, &fields::HALF_LIFE_MONTHS, place)),
                },
            },
            'r' => BenefitKind::Retention {
                turnover: self.number(object, &fields::TURNOVER, place),
                relative_reduction: self.number(object, &fields::RELATIVE_REDUCTION, place),
                replacement_cost_share: self.number(object, &fields::REPLACEMENT_COST_SHARE, place),
            },
            _ => BenefitKind::Custom {
                annual_value: self.number(object, &fields::ANNUAL_VALUE, place),
                half_life_months: self.optional(object, &fields::CUSTOM_HALF_LIFE_MONTHS, place),
            },
        };
        Some(Benefit {
            label: label.unwrap_or_else(|| id.clone()),
            id,
            kind,
            lag_months: self.number(object, lag, place),
            attribution: self.number(object, attribution, place),
            confidence: self.number(object, confidence, place),
        })
    }

    fn default_benefits(&self) -> Vec<Benefit> {
        let place = Place::Item(1);
        let retention = Benefit {
            id: "retention".to_owned(),
            label: "retention".to_owned(),
            kind: BenefitKind::Retention {
                turnover: self.default_of(&fields::TURNOVER, place),
                relative_reduction: self.default_of(&fields::RELATIVE_REDUCTION, place),
                replacement_cost_share: self.default_of(&fields::REPLACEMENT_COST_SHARE, place),
            },
            lag_months: self.default_of(&fields::LAG_MONTHS, place),
            attribution: self.default_of(&fields::ATTRIBUTION, place),
            confidence: self.default_of(&fields::CONFIDENCE, place),
        };
        vec![default_productivity(self.country, Place::Item(0)), retention]
    }

    fn intangibles(&mut self, value: &Object) -> Vec<Intangible> {
        let Some(node) = value.get("intangibles") else {
            return Vec::new();
        };
        let list = self.list(node, value.at("intangibles"), MAX_INTANGIBLES);
        let mut intangibles = Vec::with_capacity(list.len());
        for (i, node) in list.iter().enumerate() {
            let object = self.object(node, format!("value.intangibles[{i}]"));
            let label = self.text(&object, "label");
            let beneficiary = object.get("for").and_then(|node| {
                self.choice(node, object.at("for"), &BENEFICIARIES.map(|name| (name, name)))
            });
            intangibles.push(Intangible { label, beneficiary: beneficiary.unwrap_or("employee") });
            self.unknown_fields(&object);
        }
        intangibles
    }

    // ── Values of one kind ──────────────────────────────────────────────────────────────────────

    fn object<'a>(&mut self, node: &'a Node, path: String) -> Object<'a> {
        let members = match node {
            Node::Object(members) => Some(members.as_slice()),
            node => {
                self.wrong_type(node, path.clone(), "an object", "{}");
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

    /// Reads a nested object with `read`, then warns about what it did not ask for.
    fn member<T>(
        &mut self,
        parent: &Object,
        key: &'static str,
        read: impl FnOnce(&mut Self, &Object) -> T,
    ) -> T {
        let object = self.child(parent, key);
        let value = read(self, &object);
        self.unknown_fields(&object);
        value
    }

    fn list<'a>(&mut self, node: &'a Node, path: String, most: usize) -> &'a [Node] {
        match node {
            Node::List(list) if list.len() <= most => list,
            Node::List(list) => {
                let message = format!("{} are too many: at most {most}", list.len());
                let most = u32::try_from(most).unwrap_or(u32::MAX);
                let error = InputError::new(path, Code::TooMany, message)
                    .value(list.len().to_string())
                    .range(None, Some(Decimal::whole(most)));
                self.errors.push(error);
                &[]
            }
            node => {
                self.wrong_type(node, path, "a list", "[]");
                &[]
            }
        }
    }

    fn required<'a>(
        &mut self,
        object: &Object<'a>,
        key: &'static str,
        example: &str,
    ) -> Option<&'a Node> {
        let node = object.get(key);
        if node.is_none() && !object.broken {
            self.errors.push(missing(object.at(key), example));
        }
        node
    }

    /// An optional text; empty when missing.
    fn text(&mut self, object: &Object, key: &'static str) -> String {
        match object.get(key) {
            None => String::new(),
            Some(Node::Text(text)) => text.clone(),
            Some(node) => {
                self.wrong_type(node, object.at(key), "a text", "\"text\"");
                String::new()
            }
        }
    }

    fn id(&mut self, node: &Node, path: String) -> String {
        match node {
            Node::Text(id) if !id.is_empty() => return id.clone(),
            Node::Text(_) => self.errors.push(missing(path, "\"id\"")),
            node => self.wrong_type(node, path, "a text", "\"id\""),
        }
        String::new()
    }

    /// The id of a cost line or subsidy, which share their names with the lines that the model makes.
    fn line_id(&mut self, object: &Object, ids: &mut BTreeSet<String>, example: &str) -> String {
        let path = object.at("id");
        let id = self
            .required(object, "id", example)
            .map(|node| self.id(node, path.clone()))
            .unwrap_or_default();
        let reserved = |name: &&str| {
            if name.ends_with(':') { id.starts_with(*name) } else { id == **name }
        };
        if RESERVED_IDS.iter().any(reserved) {
            let message = format!("\"{id}\" is the name of a line that the budget makes itself");
            self.errors.push(
                InputError::new(path, Code::ReservedId, message)
                    .value(id.clone())
                    .example(format!("\"own-{id}\"")),
            );
        } else {
            self.unique(ids, &id, path);
        }
        id
    }

    fn unique(&mut self, ids: &mut BTreeSet<String>, id: &str, path: String) {
        if !id.is_empty() && !ids.insert(id.to_owned()) {
            let message = format!("the id \"{id}\" is already in use");
            self.errors.push(
                InputError::new(path, Code::DuplicateId, message)
                    .value(id)
                    .example(format!("\"{id}-2\"")),
            );
        }
    }

    fn choice<T: Copy>(
        &mut self,
        node: &Node,
        path: String,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let Node::Text(text) = node else {
            let example = choices.first().map_or("", |(name, _)| name);
            self.wrong_type(node, path, "a text", &format!("\"{example}\""));
            return None;
        };
        if let Some((_, value)) = choices.iter().find(|(name, _)| name == text) {
            return Some(*value);
        }
        let names: Vec<&'static str> = choices.iter().map(|(name, _)| *name).collect();
        let message = format!("\"{text}\" is none of {}", names.join(", "));
        let mut error = InputError::new(path, Code::UnknownChoice, message)
            .value(text.as_str())
            .expected(&names);
        error.example = names.first().map(|name| format!("\"{name}\""));
        self.errors.push(error);
        None
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
            Some(node) => self.wrong_type(node, object.at(key), "true or false", "true"),
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
        if object.get(field.key()).is_none() && !object.broken {
            if field.default.is_some() {
                self.defaults_used.push(object.at(field.key()));
            } else {
                self.errors.push(missing(object.at(field.key()), example_of(field)));
            }
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
                self.wrong_type(node, path, expected, &example_of(field));
                return None;
            }
        };
        Some(Input { field, place, likely, low, high, origin: Origin::Given })
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
                    self.wrong_type(node, object.at(key), "a number", &example_of(field));
                    None
                }
            }
        });
        self.unknown_fields(&object);
        let (low, likely, high) = (low?, likely?, high?);
        if low <= likely && likely <= high {
            return Some((low, likely, high));
        }
        let message = format!("low ≤ likely ≤ high must hold, not {low} ≤ {likely} ≤ {high}");
        let (least, most) = (low.min(likely).min(high), low.max(likely).max(high));
        let middle = if likely < most { likely } else { least };
        let example = format!("{{ \"low\": {least}, \"likely\": {middle}, \"high\": {most} }}");
        self.errors.push(
            InputError::new(path, Code::NotOrdered, message)
                .value(likely.to_string())
                .example(example),
        );
        None
    }

    fn decimal(&mut self, digits: &str, path: &str, field: &'static Field) -> Option<Decimal> {
        let read = decimal(digits, path, field);
        read.map_err(|error| self.errors.extend(error.errors)).ok()
    }

    fn default_of(&self, field: &'static Field, place: Place) -> Input {
        default_input(field, self.country, place)
    }

    // ── Errors and warnings ─────────────────────────────────────────────────────────────────────

    fn wrong_type(&mut self, node: &Node, path: String, expected: &'static str, example: &str) {
        self.errors.push(wrong_type(node, path, expected, example));
    }

    fn unknown_fields(&mut self, object: &Object) {
        let asked = object.asked.borrow();
        for (key, _) in object.members {
            if !asked.iter().any(|known| known == key) {
                self.warnings.push(Warning {
                    code: WarningCode::UnknownField,
                    path: object.at(key),
                    message: format!("the field \"{key}\" is not known here; it is kept"),
                });
            }
        }
    }
}

/// The productivity benefit that stands in when a plan has none.
pub(crate) fn default_productivity(country: Country, place: Place) -> Benefit {
    let default = |field| default_input(field, country, place);
    Benefit {
        id: "productivity".to_owned(),
        label: "productivity".to_owned(),
        kind: BenefitKind::Productivity {
            uplift: default(&fields::UPLIFT),
            half_life_months: Some(default(&fields::HALF_LIFE_MONTHS)),
        },
        lag_months: default(&fields::LAG_MONTHS),
        attribution: default(&fields::ATTRIBUTION),
        confidence: default(&fields::CONFIDENCE),
    }
}

/// The default of a field. A required field that is missing has none: the error is already noted.
fn default_input(field: &'static Field, country: Country, place: Place) -> Input {
    let likely =
        field.default.as_ref().map_or(field.bounds.min, |default| default.of(country).likely);
    Input { field, place, likely, low: likely, high: likely, origin: Origin::Default }
}

/// Reads digits and holds them against the field's bounds.
pub(super) fn decimal(digits: &str, path: &str, field: &Field) -> Result<Decimal, InputErrors> {
    let bounds = &field.bounds;
    let read = if field.total { Decimal::read_cents(digits) } else { Decimal::read(digits) };
    let code = match read {
        Err(Unreadable::NotANumber) => {
            let node = Node::Number(digits.to_owned());
            return Err(wrong_type(&node, path.to_owned(), "a number", &example_of(field)).into());
        }
        Err(Unreadable::TooLarge) if digits.starts_with('-') => Code::OutOfRange,
        Err(Unreadable::TooLarge) if bounds.max.is_none() || field.total => Code::TooLarge,
        Err(Unreadable::TooLarge) => Code::OutOfRange,
        Ok(value) if bounds.max.is_some_and(|max| value > max) && field.total => Code::TooLarge,
        Ok(value) if !bounds.contain(value) => Code::OutOfRange,
        Ok(value) if bounds.whole && !value.is_whole() => Code::NotWhole,
        Ok(value) => return Ok(value),
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
    let mut error = InputError::new(path, code, message)
        .value(digits)
        .range(Some(bounds.min), Some(max))
        .example(example_of(field));
    if bounds.above_min || bounds.below_max {
        error = error.exclusive();
    }
    Err(error.into())
}

fn wrong_type(node: &Node, path: String, expected: &'static str, example: &str) -> InputError {
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
    let mut error =
        InputError::new(path, Code::WrongType, format!("expected {expected}, found {found}"))
            .expected(&[expected])
            .example(example);
    if let Node::Number(value) | Node::Text(value) = node {
        error.value = Some(value.clone());
    }
    error
}

/// Whether what a field accepts also depends on other fields: [`Plan::read`] holds them together.
pub(super) fn is_bound_to_others(field: &Field) -> bool {
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

fn missing(path: String, example: impl Into<String>) -> InputError {
    InputError::new(path, Code::Missing, "this is required").example(example)
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
fn in_document_order(errors: Vec<InputError>, root: &Node) -> Vec<InputError> {
    // With its number beside it, no two are equal: an unstable sort, which is a smaller one, will do.
    let number = |(i, error): (usize, InputError)| (place_of(&error.path, root), i, error);
    let mut placed: Vec<_> = errors.into_iter().enumerate().map(number).collect();
    placed.sort_unstable_by(|(a, i, _), (b, j, _)| a.cmp(b).then(i.cmp(j)));
    placed.into_iter().map(|(_, _, error)| error).collect()
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
