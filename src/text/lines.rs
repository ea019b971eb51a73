//! What the lines of the budget are called.

use super::{Locale, Phrase, Word};
use crate::evaluation::Line;

/// The name of a budget line; `group` is what its group is called.
pub fn line_name(locale: Locale, line: &Line, group: &str) -> String {
    let word = match (line.category, line.id.as_str()) {
        ("participant-time", _) => Word::ParticipantTime,
        ("talk-leaders", _) => Word::TalkLeaders,
        ("replacement", _) => Word::Replacement,
        ("margin", _) => Word::Margin,
        ("facilitation", "facilitation-external") => Word::ExternalFacilitation,
        ("facilitation", _) => Word::InternalFacilitation,
        ("contingency", _) => Word::Contingency,
        ("levy", _) => Word::TrainingFundLevy,
        _ => return cost_name(locale, &line.id, &line.label).to_owned(),
    };
    match line.group {
        Some(_) => locale.say(Phrase::OfGroup(locale.word(word), group)),
        None => locale.word(word).to_owned(),
    }
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
