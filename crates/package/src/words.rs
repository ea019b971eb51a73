//! What is said of a member: what it is, its unit, bounds and default.

use jaarplan::plan::fields::{Bounds, Standard};
use jaarplan::plan::shape::{Kind, Member};
use jaarplan::plan::{Field, Unit};

/// What a member is, line by line.
pub fn words(member: &Member) -> Vec<String> {
    match &member.kind {
        Kind::Number(fields) => {
            fields.iter().flat_map(|field| [field.about.to_owned(), rule(field)]).collect()
        }
        kind => {
            let default = match kind {
                Kind::Truth => Some("Default: true.".to_owned()),
                Kind::Choice(_, default) => default.map(|name| format!("Default: {name}.")),
                Kind::List(list) => Some(length(list.least, list.most)),
                _ => None,
            };
            let words = [Some(member.about.to_owned()), default].into_iter().flatten();
            let line = words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
            Some(line).filter(|line| !line.is_empty()).into_iter().collect()
        }
    }
}

fn length(least: usize, most: usize) -> String {
    let least = if least == 0 { String::new() } else { format!("At least {least}. ") };
    format!("{least}At most {most}.")
}

/// Unit, bounds and default in words.
fn rule(field: &Field) -> String {
    let unit = match field.unit {
        Unit::Share => "A share (0.05 is 5 %)".into(),
        Unit::Eur if field.total => "€, to cents".into(),
        Unit::Eur => "€".into(),
        Unit::EurPerHour => "€ per hour".into(),
        Unit::Person => "People".into(),
        Unit::Fte => "FTE".into(),
        Unit::Times => "A number".into(),
        Unit::Circle => "Circles".into(),
        Unit::Session => "Sessions".into(),
        Unit::CalendarYear => "A year".into(),
        unit => {
            let name = unit.as_str().replace('-', " ");
            let (first, rest) = name.split_at(1);
            first.to_uppercase() + rest
        }
    };
    let Bounds { min, max, above_min, below_max, whole } = field.bounds;
    let whole = if whole { ", whole" } else { "" };
    let low = if above_min { ">" } else { "≥" };
    let high = if below_max { "<" } else { "≤" };
    let high = max.map_or_else(String::new, |max| format!(", {high} {max}"));
    let default = field.default.as_ref().map_or_else(String::new, |default| {
        let words = |standard: &Standard| {
            let Standard { likely, range, basis, source } = standard;
            let range = range.map_or_else(String::new, |(low, high)| format!(" ({low}–{high})"));
            let colon = if source.is_empty() { "" } else { ": " };
            (format!("{likely}{range}"), format!("{}{colon}{source}", basis.as_str()))
        };
        let ((be, be_from), (nl, nl_from)) = (words(&default.be), words(&default.nl));
        match (be == nl, be_from == nl_from) {
            (true, _) => format!(" Default: {be}; {be_from}."),
            (false, true) => format!(" Default: {be} in BE, {nl} in NL; {be_from}."),
            (false, false) => format!(" Default: {be} in BE; {be_from}. {nl} in NL; {nl_from}."),
        }
    });
    format!("{unit}{whole}; {low} {min}{high}.{default}")
}
