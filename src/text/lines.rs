//! What the lines of the budget are called.

use super::{Locale, Phrase, Word};
use crate::evaluation::Line;

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
    let word = match (line.category, line.id.as_str()) {
        ("participant-time", _) => Word::ParticipantTime,
        ("talk-leaders", _) => Word::TalkLeaders,
        ("replacement", _) => Word::Replacement,
        ("margin", _) => Word::Margin,
        ("facilitation", "facilitation-external") => Word::ExternalFacilitation,
        ("facilitation", _) => Word::InternalFacilitation,
        ("contingency", _) => Word::Contingency,
        ("levy", _) => Word::TrainingFundLevy,
        _ => return cost_name(locale, &line.id, &line.label),
    };
    locale.word(word)
}

/// What a cost line is called; the default lines have only an id.
pub fn cost_name<'a>(locale: Locale, id: &str, label: &'a str) -> &'a str {
    match id {
        _ if label != id => label,
        "external" => locale.word(Word::ExternalTraining),
        "platform" => locale.word(Word::Platform),
        "rooms" => locale.word(Word::Rooms),
        _ => label,
    }
}

/// What a benefit is called; the default ones have only an id.
pub fn benefit_name<'a>(locale: Locale, id: &str, label: &'a str) -> &'a str {
    match id {
        _ if label != id => label,
        "productivity" => locale.word(Word::Uplift),
        "retention" => locale.word(Word::RelativeReduction),
        _ => label,
    }
}
