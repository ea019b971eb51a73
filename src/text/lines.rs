//! What groups, lines, benefits and circles are called.

use super::{Locale, Phrase, Word};
use crate::invariant::broken;
use crate::model::evaluation::{CircleSize, Line, LineCategory, LineUnit};
use crate::plan::{BenefitKind, Category, Choice, Plan, schema};

/// The name of the group at a place; a group without one is called by its number.
pub fn group_name(locale: Locale, plan: &Plan, place: usize) -> String {
    let number = place + 1;
    match plan.groups.get(place) {
        Some(group) if !group.name.trim().is_empty() && group.name != format!("g{number}") => {
            group.name.trim().to_owned()
        }
        _ => locale.say(Phrase::NamelessGroup(number)),
    }
}

/// The name of a budget line; `group` is what its group is called.
pub fn line_name(locale: Locale, line: &Line, group: &str) -> String {
    let name = line_kind(locale, line);
    match line.group {
        Some(_) => locale.say(Phrase::OfGroup(name, group)),
        None => name.to_owned(),
    }
}

/// The name of a budget line without its group.
pub fn line_kind(locale: Locale, line: &Line) -> &str {
    let word = match line.category {
        LineCategory::ParticipantTime => Word::ParticipantTime,
        LineCategory::TalkLeaders => Word::TalkLeaders,
        LineCategory::Replacement => Word::Replacement,
        LineCategory::Margin => Word::Margin,
        LineCategory::Facilitation if line.cash => Word::ExternalFacilitation,
        LineCategory::Facilitation => Word::InternalFacilitation,
        LineCategory::Contingency => Word::Contingency,
        LineCategory::Levy => Word::TrainingFundLevy,
        LineCategory::Subsidy
        | LineCategory::External
        | LineCategory::Platform
        | LineCategory::Rooms
        | LineCategory::Materials
        | LineCategory::Travel
        | LineCategory::Staff
        | LineCategory::Evaluation
        | LineCategory::Other => return cost_name(locale, &line.id, &line.label),
    };
    locale.word(word)
}

/// What the quantity of a budget line counts; `None` for euros and for one amount.
pub const fn line_unit(unit: LineUnit) -> Option<Word> {
    Some(match unit {
        LineUnit::Hour => Word::Hours,
        LineUnit::Person => Word::Persons,
        LineUnit::Fte => Word::FteUnit,
        LineUnit::Session => Word::Meetings,
        LineUnit::Circle => Word::Circles,
        LineUnit::Euro | LineUnit::Fixed => return None,
    })
}

/// What a cost line is called; the default lines have only an id.
pub fn cost_name<'a>(locale: Locale, id: &str, label: &'a str) -> &'a str {
    let known = default_cost(id).filter(|_| label == id);
    known.map_or(label, |word| locale.word(word))
}

/// What a default cost line is called, by its id; `None` for the id of another line.
pub fn default_cost(id: &str) -> Option<Word> {
    let line = schema::DEFAULT_COSTS.iter().find(|line| line.id == id)?;
    Some(match line.category {
        Category::External => Word::ExternalTraining,
        Category::Platform => Word::Platform,
        Category::Rooms => Word::Rooms,
        Category::Materials
        | Category::Travel
        | Category::Staff
        | Category::Evaluation
        | Category::Other => broken("a default cost line has no name"),
    })
}

/// What a benefit is called; the default ones have only an id.
pub fn benefit_name<'a>(locale: Locale, id: &str, label: &'a str) -> &'a str {
    match BenefitKind::named(id).filter(|_| label == id) {
        Some(BenefitKind::Productivity) => locale.word(Word::Uplift),
        Some(BenefitKind::Retention) => locale.word(Word::RelativeReduction),
        Some(BenefitKind::Custom) | None => label,
    }
}

/// The sizes of circles, like `4 van 9, 8 van 8`.
pub fn circle_sizes(locale: Locale, sizes: &[CircleSize]) -> String {
    let mut all = String::new();
    for size in sizes {
        super::list(&mut all, ", ", &circles_of_size(locale, size));
    }
    all
}

/// The circles of one size, like `4 van 9`.
pub fn circles_of_size(locale: Locale, size: &CircleSize) -> String {
    let count = |count: u64| locale.number(count as f64, 0);
    locale.say(Phrase::CirclesOf(&count(size.count), &count(size.size)))
}
