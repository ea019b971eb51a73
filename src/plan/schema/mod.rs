//! The plan document, declared once: each object with its members, in the order of the document.
//!
//! A row of `object!` gives a member of a struct, a [`Field`] with unit, bounds, default and source, the code that
//! reads and visits it, and its shape, from which the types, the JSON Schema and the documentation of the package are
//! written. What a row cannot say, like `fte ≤ headcount`, stands below the rows of its file.

mod bounds;
mod groups;
mod learning;
pub mod members;
mod money;
mod value;

pub use groups::*;
pub use learning::*;
pub use money::*;
pub use value::*;

use std::sync::LazyLock;

use super::choices::{Choice, Country};
use super::fields::{Field, Unit, number};
use super::limits::{MAX_COSTS, MAX_GROUPS, MAX_SUBSIDIES};
use super::reader::Section;
use super::shape::{Kind, List, Member, Object};
use bounds::whole;
use money::SHARE_SUBSIDY;

/// Version of the document's shape.
pub static SCHEMA_VERSION: Field =
    number(Unit::Times, whole(1, 1)).at("schemaVersion", "Version of the document's shape.");
/// The plan year.
pub static YEAR: Field =
    number(Unit::CalendarYear, whole(2000, 2100)).example("2027").at("year", "The plan year.");

/// The whole document.
pub static PLAN: Object = Object {
    name: "Plan",
    about: "The annual learning plan, as its owner keeps it.\n\n\
            Only `schemaVersion`, `year`, `country` and one group with `headcount` and `fte` must be there; all \
            else has a default, and null means the default too. Fields that are not listed are kept, with a warning.",
    members: &[
        Member::new("schemaVersion", Kind::Number(const { &[&SCHEMA_VERSION] }), "").required(),
        Member::new("title", Kind::Text, "What the document is called."),
        Member::new("organisation", Kind::Text, "Whose plan it is."),
        Member::new("year", Kind::Number(const { &[&YEAR] }), "").required(),
        Member::new(
            "country",
            Kind::Choice(Country::NAMES, None),
            "Decides defaults and words: Belgium or the Netherlands.",
        )
        .required(),
        Member::new(
            "sector",
            Kind::Text,
            "Id of a preset of sector rules: `be-pc-200`, `be-pc-329.01`, `be-public` (a public employer), \
             `nl-cao-po`, `nl-cao-vo`, `nl-cao-mbo` or `nl-cao-architecten`. Any other text is kept; no rule is \
             known for it.",
        ),
        Member::new("calendar", Kind::Object(Calendar::SHAPE), ""),
        Member::new("groups", Kind::List(List::of(&[Group::SHAPE], 1, MAX_GROUPS)), "").required(),
        Member::new(
            "learning",
            Kind::Object(Learning::SHAPE),
            "Learning of everyone, unless a group has its own.",
        ),
        Member::new("profCircles", Kind::Object(ProfCircles::SHAPE), ""),
        Member::new("facilitation", Kind::Object(Facilitation::SHAPE), ""),
        Member::new(
            "costs",
            Kind::List(List::of(&[CostLine::SHAPE], 0, MAX_COSTS)),
            "Missing: three lines of cash cost, `external`, `platform` and `rooms`. `[]` means none.",
        ),
        Member::new(
            "subsidies",
            Kind::List(List {
                name: "Subsidy",
                about: "Money that comes back.",
                of: &[Subsidy::SHAPE, &SHARE_SUBSIDY],
                least: 0,
                most: MAX_SUBSIDIES,
            }),
            "",
        ),
        Member::new("budget", Kind::Object(Budget::SHAPE), ""),
        Member::new("value", Kind::Object(Value::SHAPE), ""),
        Member::new(
            "jaarplan",
            Kind::Free,
            "Text and choices for the report's 13 indicators; kept as they are.",
        ),
        Member::new("actuals", Kind::Free, "Realised figures per half-year; kept as they are."),
    ],
};

/// All fields, in the order of the document.
pub static ALL: LazyLock<Vec<&Field>> = LazyLock::new(|| {
    let mut fields = Vec::new();
    fields_of(&PLAN, &mut fields);
    fields
});

fn fields_of(object: &'static Object, found: &mut Vec<&'static Field>) {
    for member in object.members {
        match &member.kind {
            Kind::Number(fields) => {
                for field in *fields {
                    if !found.contains(field) {
                        found.push(field);
                    }
                }
            }
            Kind::Object(object) => fields_of(object, found),
            Kind::List(list) => list.of.iter().for_each(|object| fields_of(object, found)),
            _ => {}
        }
    }
}
