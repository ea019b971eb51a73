//! The plan document as data: which members there are, of which kind, in the order of the document.
//!
//! The package's types and its JSON Schema are written from this. Numbers are those of [`fields`], choices and
//! limits those of the reader; `tests/shape.rs` holds the rest against what [`Plan::read`](super::Plan::read) accepts.

use super::fields::{self, Field};
use super::read::{
    BENEFICIARIES, CATEGORIES, COMPOSITIONS, COST_BASES, COUNTRIES, MAX_BENEFITS, MAX_COSTS,
    MAX_GROUPS, MAX_INTANGIBLES, MAX_SUBSIDIES, RESERVED_IDS, SUBSIDY_BASES,
};

/// An object of the document. Members that are not listed are kept.
#[derive(Debug)]
pub struct Object {
    /// What its type is called.
    pub name: &'static str,
    /// What it is, in words.
    pub about: &'static str,
    /// What may stand in it.
    pub members: &'static [Member],
}

/// A member of an object.
#[derive(Debug)]
pub struct Member {
    name: &'static str,
    /// What it is, in words; empty for a number, whose words stand in the table of fields.
    pub about: &'static str,
    /// Whether it must be there, and not be null.
    pub required: bool,
    /// What may stand there.
    pub kind: Kind,
}

/// What may stand at a place of the document.
#[derive(Debug)]
pub enum Kind {
    /// A number of the first field; the others have the same path and tell of it in other objects.
    Number(&'static [&'static Field]),
    /// A text.
    Text,
    /// A text that is not empty, and none of these; one that ends in a colon is a beginning.
    Id(&'static [&'static str]),
    /// True or false.
    Truth,
    /// One of these texts, and the one that stands in when it is missing.
    Choice(&'static [&'static str], Option<&'static str>),
    /// An object.
    Object(&'static Object),
    /// Objects.
    List(List),
    /// Different ids.
    Ids {
        /// How many there are at least.
        least: usize,
        /// How many there are at most.
        most: usize,
    },
    /// Any object: it is kept as it is.
    Free,
}

/// A list of objects.
#[derive(Debug)]
pub struct List {
    /// What the type of its objects is called.
    pub name: &'static str,
    /// What that is, in words.
    pub about: &'static str,
    /// What may stand in it; several are told apart by a choice that they do not share.
    pub of: &'static [&'static Object],
    /// How many there are at least.
    pub least: usize,
    /// How many there are at most.
    pub most: usize,
}

impl Member {
    /// What it is called in its object.
    pub fn key(&self) -> &'static str {
        match self.kind {
            Kind::Number([field, ..]) => field.key(),
            _ => self.name,
        }
    }
}

// ── How the tables below are written ────────────────────────────────────────────────────────────

const fn member(name: &'static str, kind: Kind, about: &'static str) -> Member {
    Member { name, about, required: false, kind }
}

const fn number(fields: &'static [&'static Field]) -> Member {
    member("", Kind::Number(fields), "")
}

const fn object(name: &'static str, object: &'static Object, about: &'static str) -> Member {
    member(name, Kind::Object(object), about)
}

/// A list of one kind of object.
const fn list(
    name: &'static str,
    of: &'static [&'static Object],
    least: usize,
    most: usize,
) -> Member {
    let (of_name, about) = match of {
        [object, ..] => (object.name, object.about),
        [] => ("", ""),
    };
    member(name, Kind::List(List { name: of_name, about, of, least, most }), "")
}

impl Member {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn about(mut self, about: &'static str) -> Self {
        self.about = about;
        self
    }
}

const LABEL: Member = member("label", Kind::Text, "What to call it; its id when missing.");
const PRO_RATA: Member =
    member("proRata", Kind::Truth, "Whether part-timers do proportionally fewer.");

/// The whole document.
pub static PLAN: Object = Object {
    name: "Plan",
    about: "The annual learning plan, as its owner keeps it.\n\n\
            Only `schemaVersion`, `year`, `country` and one group with `headcount` and `fte` must be there; all \
            else has a default, and null means the default too. Fields that are not listed are kept, with a warning.",
    members: &[
        number(&[&fields::SCHEMA_VERSION]).required(),
        member("title", Kind::Text, "What the document is called."),
        member("organisation", Kind::Text, "Whose plan it is."),
        number(&[&fields::YEAR]).required(),
        member(
            "country",
            Kind::Choice(COUNTRIES.names, None),
            "Decides defaults and words: Belgium or the Netherlands.",
        )
        .required(),
        member(
            "sector",
            Kind::Text,
            "Id of a preset of sector rules: `be-pc-200`, `be-pc-329.01`, `be-public` (a public employer), \
             `nl-cao-po`, `nl-cao-vo`, `nl-cao-mbo` or `nl-cao-architecten`. Any other text is kept; no rule is \
             known for it.",
        ),
        object("calendar", &CALENDAR, ""),
        list("groups", &[&GROUP], 1, MAX_GROUPS).required(),
        object("learning", &LEARNING, "Learning of everyone, unless a group has its own."),
        object("profCircles", &PROF_CIRCLES, ""),
        object("facilitation", &FACILITATION, ""),
        list("costs", &[&COST_LINE], 0, MAX_COSTS).about(
            "Missing: three lines of cash cost, `external`, `platform` and `rooms`. `[]` means none.",
        ),
        member(
            "subsidies",
            Kind::List(List {
                name: "Subsidy",
                about: "Money that comes back.",
                of: &[&AMOUNT_SUBSIDY, &SHARE_SUBSIDY],
                least: 0,
                most: MAX_SUBSIDIES,
            }),
            "",
        ),
        object("budget", &BUDGET, ""),
        object("value", &VALUE, ""),
        member(
            "jaarplan",
            Kind::Free,
            "Text and choices for the report's 13 indicators; kept as they are.",
        ),
        member("actuals", Kind::Free, "Realised figures per half-year; kept as they are."),
    ],
};

static CALENDAR: Object = Object {
    name: "Calendar",
    about: "The working year.",
    members: &[
        number(&[&fields::FULL_TIME_HOURS_PER_WEEK]),
        number(&[&fields::HOURS_PER_DAY]),
        number(&[&fields::EFFECTIVE_WEEKS]),
        number(&[&fields::SICKNESS_RATE]),
    ],
};

static GROUP: Object = Object {
    name: "Group",
    about: "Employees that are planned together.",
    members: &[
        member(
            "id",
            Kind::Id(&[]),
            "Unique among groups; `g1`, `g2`, … by its place when missing.",
        ),
        member("name", Kind::Text, "What to call it; its id when missing."),
        number(&[&fields::HEADCOUNT]).required(),
        number(&[&fields::FTE]).required(),
        number(&[&fields::LEADERS]),
        number(&[&fields::LABOUR_COST_PER_HOUR]),
        number(&[&fields::PARTICIPATION]),
        number(&[&fields::REPLACEMENT_SHARE]),
        number(&[&fields::REPLACEMENT_COST_FACTOR]),
        number(&[&fields::BILLABLE_SHARE]),
        number(&[&fields::BILLABLE_MARGIN_PER_HOUR]),
        object(
            "learning",
            &LEARNING,
            "The group's own learning; what it leaves out is as in the plan's `learning`.",
        ),
    ],
};

static LEARNING: Object = Object {
    name: "Learning",
    about: "What each participant does in a year.",
    members: &[
        object("weekCycles", &WEEK_CYCLES, ""),
        object("profTrack", &PROF_TRACK, ""),
        object("formal", &FORMAL, ""),
        object("developmentTalks", &DEVELOPMENT_TALKS, ""),
    ],
};

static WEEK_CYCLES: Object = Object {
    name: "WeekCycles",
    about: "Vitale Weekcycli: short weekly slots of working learning.",
    members: &[
        number(&[&fields::WEEK_CYCLES_COUNT]),
        number(&[&fields::WEEK_CYCLES_MINUTES]),
        PRO_RATA,
    ],
};

static PROF_TRACK: Object = Object {
    name: "ProfTrack",
    about: "A professional's own learning track.",
    members: &[number(&[&fields::PROF_TRACK_HOURS]), PRO_RATA],
};

static FORMAL: Object = Object {
    name: "FormalTraining",
    about: "Courses and training (deskundigheidsbevordering).",
    members: &[
        number(&[&fields::FORMAL_HOURS]),
        number(&[&fields::FORMAL_FIXED_HOURS]),
        PRO_RATA.about("Whether part-timers follow proportionally fewer of `hours`."),
    ],
};

static DEVELOPMENT_TALKS: Object = Object {
    name: "DevelopmentTalks",
    about: "Talent-development talks, of all heads.",
    members: &[number(&[&fields::DEVELOPMENT_TALKS_HOURS])],
};

static PROF_CIRCLES: Object = Object {
    name: "ProfCircleRules",
    about: "How Prof circles are formed and what they ask; `minSize ≤ targetSize ≤ maxSize`.",
    members: &[
        member(
            "composition",
            Kind::Choice(COMPOSITIONS.names, Some("mixed")),
            "Across groups, or inside each.",
        ),
        number(&[&fields::TARGET_SIZE]),
        number(&[&fields::MIN_SIZE]),
        number(&[&fields::MAX_SIZE]),
        number(&[&fields::SESSIONS]),
        number(&[&fields::SESSION_HOURS]),
        number(&[&fields::PREPARATION_HOURS]),
        number(&[&fields::FACILITATORS_PER_CIRCLE]),
        number(&[&fields::FACILITATOR_PREPARATION_HOURS]),
        number(&[&fields::FACILITATOR_CAPACITY_HOURS]),
        number(&[&fields::LEADERS_PER_CIRCLE]),
        number(&[&fields::MAX_CIRCLES_PER_LEADER]),
    ],
};

static FACILITATION: Object = Object {
    name: "Facilitation",
    about: "Who guides the circles, and at what cost.",
    members: &[
        number(&[&fields::EXTERNAL_SHARE]),
        number(&[&fields::INTERNAL_COST_PER_HOUR]),
        number(&[&fields::EXTERNAL_RATE_PER_HOUR]),
    ],
};

static COST_LINE: Object = Object {
    name: "CostLine",
    about: "A line of cost: `amount` times what `basis` counts.",
    members: &[
        member(
            "id",
            Kind::Id(&RESERVED_IDS),
            "Unique among cost lines and subsidies, and none of the budget's own, like `contingency`.",
        )
        .required(),
        LABEL,
        member("category", Kind::Choice(&CATEGORIES, Some("other")), "What it is for."),
        member(
            "basis",
            Kind::Choice(COST_BASES.names, None),
            "What the amount is multiplied by.",
        )
        .required(),
        number(&[
            &fields::COST_AMOUNT,
            &fields::EXTERNAL_TRAINING,
            &fields::PLATFORM,
            &fields::ROOMS,
        ])
        .required(),
        member(
            "cash",
            Kind::Truth,
            "Whether it leaves the bank account; false when already on the payroll or owned.",
        ),
    ],
};

const SUBSIDY_ID: Member = member(
    "id",
    Kind::Id(&RESERVED_IDS),
    "Unique among cost lines and subsidies, and none of the budget's own.",
)
.required();

/// The choices of a subsidy that is an amount, and of one that is a share.
const SUBSIDIES: (&[&str], &[&str]) = SUBSIDY_BASES.names.split_at(2);

static AMOUNT_SUBSIDY: Object = Object {
    name: "AmountSubsidy",
    about: "A subsidy in euros.",
    members: &[
        SUBSIDY_ID,
        LABEL,
        member("basis", Kind::Choice(SUBSIDIES.0, None), "In all, or per formal hour.").required(),
        number(&[&fields::SUBSIDY_AMOUNT]).required(),
        member(
            "of",
            Kind::Ids { least: 0, most: MAX_COSTS },
            "Ids of the cost lines that it refunds.",
        ),
        number(&[&fields::SUBSIDY_CAP]),
    ],
};

static SHARE_SUBSIDY: Object = Object {
    name: "ShareSubsidy",
    about: "A subsidy of a part of cost lines.",
    members: &[
        SUBSIDY_ID,
        LABEL,
        member("basis", Kind::Choice(SUBSIDIES.1, None), "A share of the lines in `of`.")
            .required(),
        number(&[&fields::SUBSIDY_SHARE]).required(),
        member(
            "of",
            Kind::Ids { least: 1, most: MAX_COSTS },
            "Ids of the cost lines that it refunds, at least one.",
        )
        .required(),
        number(&[&fields::SUBSIDY_CAP]),
    ],
};

static BUDGET: Object = Object {
    name: "BudgetSettings",
    about: "Budget settings.",
    members: &[
        number(&[&fields::AVAILABLE]),
        number(&[&fields::SPEND_RATE]),
        number(&[&fields::CONTINGENCY]),
        number(&[&fields::TRAINING_FUND_LEVY]),
        number(&[&fields::PAYROLL]),
    ],
};

static VALUE: Object = Object {
    name: "ValueSettings",
    about: "Value settings.",
    members: &[
        number(&[&fields::HORIZON_YEARS]),
        number(&[&fields::DISCOUNT_RATE]),
        member(
            "benefits",
            Kind::List(List {
                name: "Benefit",
                about: "Something that the plan yields.",
                of: &[&PRODUCTIVITY, &RETENTION, &CUSTOM],
                least: 0,
                most: MAX_BENEFITS,
            }),
            "Missing: `productivity` and `retention`. `[]` means none.",
        ),
        object("inaction", &INACTION, ""),
        list("intangibles", &[&INTANGIBLE], 0, MAX_INTANGIBLES)
            .about("What cannot be counted in money; listed, never summed."),
    ],
};

const BENEFIT_ID: Member = member("id", Kind::Id(&[]), "Unique among benefits.").required();

const fn kind(names: &'static [&'static str; 1]) -> Member {
    member("kind", Kind::Choice(names, None), "").required()
}

static PRODUCTIVITY: Object = Object {
    name: "ProductivityBenefit",
    about: "A rise in productivity of the participants.",
    members: &[
        BENEFIT_ID,
        LABEL,
        kind(&["productivity"]),
        number(&[&fields::UPLIFT]),
        number(&[&fields::LAG_MONTHS]),
        number(&[&fields::HALF_LIFE_MONTHS]),
        number(&[&fields::ATTRIBUTION]),
        number(&[&fields::CONFIDENCE]),
    ],
};

static RETENTION: Object = Object {
    name: "RetentionBenefit",
    about: "Departures that do not happen.",
    members: &[
        BENEFIT_ID,
        LABEL,
        kind(&["retention"]),
        number(&[&fields::TURNOVER]),
        number(&[&fields::RELATIVE_REDUCTION]),
        number(&[&fields::REPLACEMENT_COST_SHARE]),
        number(&[&fields::LAG_MONTHS]),
        number(&[&fields::ATTRIBUTION]),
        number(&[&fields::CONFIDENCE]),
    ],
};

static CUSTOM: Object = Object {
    name: "CustomBenefit",
    about: "A yearly value that the plan states itself.",
    members: &[
        BENEFIT_ID,
        LABEL,
        kind(&["custom"]),
        number(&[&fields::ANNUAL_VALUE]),
        number(&[&fields::CUSTOM_LAG_MONTHS]),
        number(&[&fields::CUSTOM_HALF_LIFE_MONTHS]),
        number(&[&fields::CUSTOM_ATTRIBUTION]),
        number(&[&fields::CUSTOM_CONFIDENCE]),
    ],
};

static INACTION: Object = Object {
    name: "Inaction",
    about: "What doing nothing costs.",
    members: &[
        number(&[&fields::SKILL_HALF_LIFE_YEARS]),
        number(&[&fields::SENSITIVITY]),
        number(&[&fields::PROBABILITY]),
    ],
};

static INTANGIBLE: Object = Object {
    name: "Intangible",
    about: "A benefit that cannot be counted in money.",
    members: &[
        member("label", Kind::Text, "What it is."),
        member("for", Kind::Choice(&BENEFICIARIES, Some("employee")), "Who has it."),
    ],
};
