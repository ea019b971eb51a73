//! Sentences with numbers in them: what is wrong, with an example that works, and what to look at.
//!
//! Here is decided what is said; the languages say it, each in its own file.

use super::catalogue::phrases::{Phrase, Span};
use super::catalogue::words::{Kind, label};
use super::typed::{Doubt, Reading, Unread};
use super::{Locale, Word};
use crate::decimal::Decimal;
use crate::link::LinkError;
use crate::model::formulas::learning_time::HIGH_PERCENT;
use crate::model::warnings::SMALL_GROUP;
use crate::plan::{Code, InputError, Path, Warning, WarningCode, schema};

/// What a sentence about a warning may name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Subject<'a> {
    /// The group's name.
    pub group: &'a str,
    /// The sizes that circles would have, like `11 of 12`.
    pub sizes: &'a str,
    /// Circles per leader, as shown.
    pub circles_per_leader: &'a str,
}

/// An input as it is typed in a field of this kind, with `€` or `%`.
pub fn shown(locale: Locale, value: Decimal, kind: Kind) -> String {
    match kind {
        Kind::Percent => locale.decimal_share(value),
        Kind::Money => locale.decimal_amount(value),
        Kind::Year => value.to_string(),
        Kind::Whole | Kind::Number | Kind::Text | Kind::Choice => locale.decimal(value),
    }
}

/// An entry that works in a field of this kind.
fn example(locale: Locale, kind: Kind) -> String {
    match kind {
        Kind::Whole => locale.number(12.0, 0),
        Kind::Year => "2027".to_owned(),
        Kind::Number => locale.number(12.5, 1),
        Kind::Money => locale.number(1250.5, 2),
        Kind::Percent => locale.percent(0.075, 1),
        Kind::Text | Kind::Choice => String::new(),
    }
}

/// Why a typed text could not be read; empty for an empty field.
pub fn unread(locale: Locale, why: Unread, typed: &str, kind: Kind) -> String {
    let example = example(locale, kind);
    match why {
        Unread::Empty => String::new(),
        Unread::NotANumber => {
            let mut short: String = typed.trim().chars().take(20).collect();
            if short.len() < typed.trim().len() {
                short.push('…');
            }
            locale.say(Phrase::NoNumber(&short, &example))
        }
        Unread::Separators => locale.say(Phrase::WrongSigns(&locale.number(1234.5, 1))),
        Unread::Unit => locale.say(Phrase::WrongUnit(&example)),
    }
}

/// How a doubtful text was read; `None` when there was no doubt.
pub fn reading(locale: Locale, reading: &Reading, kind: Kind) -> Option<String> {
    let value = Decimal::read(&reading.digits).ok()?;
    let read = shown(locale, value, kind);
    let signs = locale.signs();
    let other = match read.split_once(signs.thousands) {
        Some((before, behind)) => [before, &signs.decimal.to_string(), behind].concat(),
        None => read.clone(),
    };
    Some(locale.say(match reading.doubt? {
        Doubt::AsThousands => Phrase::ReadAsThousands(&read, &other),
        Doubt::AsDecimal => Phrase::ReadAsDecimal(&read),
        Doubt::BelowOnePercent => Phrase::ReadBelowOne(&read),
    }))
}

/// What is wrong with an input, and what would work.
pub fn error(locale: Locale, error: &InputError) -> String {
    let kind = label(&error.path).map_or(Kind::Text, |label| label.kind);
    let text = matches!(kind, Kind::Text | Kind::Choice);
    let example = example(locale, kind);
    let max = error.max.map(|max| shown(locale, max, kind));
    let bound = max.as_ref().filter(|_| error.max < Some(Decimal::LIMIT));
    let field = error.path.parse::<Path>().ok().and_then(|path| Some(path.field()?.0));
    let (fte, leaders) = (field == Some(&schema::FTE), field == Some(&schema::LEADERS));
    locale.say(match error.code {
        Code::OutOfRange if fte => {
            bound.map_or(Phrase::FteAtMostHeads, |max| Phrase::FteAtMost(max))
        }
        Code::OutOfRange if leaders => {
            max.as_ref().map_or(Phrase::LeadersFromZero, |max| Phrase::LeadersAtMost(max))
        }
        Code::OutOfRange => return range(locale, error, kind),
        Code::NotWhole => return locale.say(Phrase::NotWhole(&locale.number(12.0, 0))),
        Code::Missing if text => Phrase::MissingText,
        Code::Missing => Phrase::MissingNumber(&example),
        Code::WrongType if text => Phrase::NoText,
        Code::WrongType => Phrase::NoNumberAtAll(&example),
        Code::NotOrdered if error.path.starts_with("profCircles") => Phrase::SizesNotOrdered,
        Code::NotOrdered => Phrase::EstimateNotOrdered,
        Code::UnknownChoice => Phrase::UnknownChoice,
        Code::DuplicateId => Phrase::DuplicateId,
        Code::ReservedId => Phrase::ReservedId,
        Code::UnknownId => Phrase::UnknownId,
        Code::DuplicateKey => Phrase::DuplicateKey,
        Code::TooMany => Phrase::TooMany,
        Code::TooDeep => Phrase::TooDeep,
        Code::TooLarge => max.as_ref().map_or(Phrase::TooLarge, |max| Phrase::TooLargeAbove(max)),
        Code::NotJson => Phrase::NotJson,
        Code::NewerSchema => Phrase::NewerSchema,
    })
}

fn range(locale: Locale, error: &InputError, kind: Kind) -> String {
    let excluded = error.exclusive == Some(true);
    // Every number has the limit of decimals; only a bound of the field's own is worth a word.
    let max = error.max.filter(|&max| max < Decimal::LIMIT);
    let shown = |bound: Option<Decimal>| bound.map(|bound| shown(locale, bound, kind));
    let (min, max) = (shown(error.min), shown(max));
    let span = match (&min, &max) {
        (Some(min), Some(max)) if excluded => Span::Between(min, max),
        (Some(min), Some(max)) => Span::FromTo(min, max),
        (Some(min), None) if excluded => Span::Above(min),
        (Some(min), None) => Span::From(min),
        (None, Some(max)) if excluded => Span::Below(max),
        (None, Some(max)) => Span::UpTo(max),
        (None, None) => return locale.say(Phrase::NotAllowed(&example(locale, kind))),
    };
    let whole = matches!(kind, Kind::Whole | Kind::Year);
    locale.say(if whole { Phrase::AllowedWhole(span) } else { Phrase::Allowed(span) })
}

/// Why a link is not opened, and what to do.
pub fn link_error(locale: Locale, error: LinkError) -> &'static str {
    locale.word(match error {
        LinkError::NotALink => Word::LinkNone,
        LinkError::Damaged => Word::LinkDamaged,
        LinkError::Newer(_) => Word::LinkNewer,
    })
}

/// What the owner of a valid plan should look at.
pub fn warning(locale: Locale, warning: &Warning, about: Subject) -> String {
    let group = about.group;
    let high = locale.percent(f64::from(HIGH_PERCENT) / 100.0, 0);
    let few = locale.number(SMALL_GROUP.into(), 0);
    locale.say(match warning.code {
        WarningCode::UnknownField => Phrase::UnknownField(&warning.path),
        WarningCode::WeekCyclesExceedWeeks => Phrase::WeekCyclesExceedWeeks(group),
        WarningCode::LearningTimeHigh => Phrase::LearningTimeHigh(group, &high),
        WarningCode::LearningTimeImpossible => Phrase::LearningTimeImpossible(group),
        WarningCode::GroupWithoutLearning => Phrase::GroupWithoutLearning(group),
        WarningCode::CirclesInfeasible => Phrase::CirclesInfeasible(about.sizes),
        WarningCode::TooManyCirclesPerLeader => {
            Phrase::TooManyCirclesPerLeader(about.circles_per_leader)
        }
        WarningCode::NoLeaders => Phrase::NoLeaders,
        WarningCode::HaircutOnResearchUplift => Phrase::HaircutOnResearchUplift,
        WarningCode::BenefitsMayOverlap => Phrase::BenefitsMayOverlap,
        WarningCode::LagReachesHorizon => Phrase::LagReachesHorizon,
        WarningCode::SmallGroupWage => Phrase::SmallGroupWage(group, &few),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Entry, read_number};

    fn at(path: &str, code: Code) -> InputError {
        InputError::new(path, code, "for developers")
    }

    #[track_caller]
    fn says(problem: &InputError, expected: &str) {
        assert_eq!(error(Locale::NlBe, problem), expected);
    }

    #[test]
    fn errors_say_what_would_work() {
        let one = Decimal::ONE;
        let range = |path, min, max| {
            let mut error = at(path, Code::OutOfRange);
            error.range(min, max);
            error
        };
        says(
            &range("groups[0].participation", Some(Decimal::ZERO), Some(one)),
            "Typ een getal van 0% tot en met 100%.",
        );
        says(
            range("calendar.effectiveWeeks", Some(Decimal::ZERO), None).exclusive(),
            "Typ een getal boven 0.",
        );
        says(
            &range("year", Some(Decimal::whole(2000)), Some(Decimal::whole(2100))),
            "Typ een heel getal van 2000 tot en met 2100.",
        );
        says(
            &range("groups[0].fte", Some(Decimal::ZERO), Some(Decimal::whole(12))),
            "Niet meer VTE dan medewerkers. Typ een getal boven 0, hoogstens 12.",
        );
        says(
            &range("costs[0].amount", Some(Decimal::ZERO), Some(Decimal::whole(1_000_000))),
            "Typ een getal van €\u{a0}0 tot en met €\u{a0}1.000.000.",
        );
        says(
            &at("groups[0].headcount", Code::NotWhole),
            "Typ een heel getal, zonder cijfers na de komma. Bijvoorbeeld 12.",
        );
        says(&at("groups[0].headcount", Code::Missing), "Vul hier een getal in. Bijvoorbeeld 12.");
        says(
            &at("profCircles.targetSize", Code::NotOrdered),
            "De kleinste, de gewenste en de grootste cirkel moeten oplopen. Bijvoorbeeld 5, 8 en 10.",
        );
    }

    #[test]
    fn what_was_typed_is_named_and_an_example_given() {
        assert_eq!(
            unread(Locale::NlBe, Unread::NotANumber, " abc ", Kind::Whole),
            "“abc” is geen getal. Typ bijvoorbeeld 12."
        );
        assert_eq!(
            unread(Locale::NlBe, Unread::NotANumber, "een heleboel medewerkers", Kind::Percent),
            "“een heleboel medewer…” is geen getal. Typ bijvoorbeeld 7,5%."
        );
    }

    #[track_caller]
    fn echoes(typed: &str, kind: Kind, entry: Entry, expected: Option<&str>) {
        let read = read_number(typed, entry, Locale::NlBe).unwrap();
        assert_eq!(reading(Locale::NlBe, &read, kind).as_deref(), expected, "{typed}");
    }

    #[test]
    fn a_doubtful_number_is_echoed() {
        echoes(
            "1.234",
            Kind::Number,
            Entry::Plain,
            Some("Gelezen als 1.234. Bedoel je 1,234? Typ dan een komma."),
        );
        echoes(
            "1,234",
            Kind::Number,
            Entry::Plain,
            Some("Gelezen als 1,234: de komma staat voor de decimalen."),
        );
        echoes(
            "0,8",
            Kind::Percent,
            Entry::Percent,
            Some("Gelezen als 0,8%, minder dan één procent."),
        );
        echoes("1.234,5", Kind::Number, Entry::Plain, None);
    }

    #[test]
    fn numbers_in_sentences_follow_the_language() {
        let million = Some(Decimal::whole(1_000_000));
        let mut amount = at("costs[0].amount", Code::OutOfRange);
        amount.range(None, million);
        let wrong = |locale| error(locale, &amount);
        assert_eq!(
            wrong(Locale::FrBe),
            "Tapez un nombre d’au plus 1\u{202f}000\u{202f}000\u{202f}€."
        );
        assert_eq!(wrong(Locale::En), "Type a number of at most €1,000,000.");
        let echo = |locale, typed| {
            reading(locale, &read_number(typed, Entry::Money, locale).unwrap(), Kind::Money)
        };
        assert_eq!(
            echo(Locale::FrBe, "1.234").unwrap(),
            "Lu comme 1\u{202f}234\u{202f}€. Vous voulez dire 1,234\u{202f}€\u{202f}? Tapez alors une virgule."
        );
        assert_eq!(
            echo(Locale::En, "1,234").unwrap(),
            "Read as €1,234. Do you mean €1.234? Then type a point."
        );
        let signs = |locale| unread(locale, Unread::Separators, "1 2", Kind::Number);
        assert!(signs(Locale::En).ends_with("Type for example 1,234.5."));
        assert!(signs(Locale::FrBe).ends_with("Tapez par exemple 1\u{202f}234,5."));
        let high = Warning {
            code: WarningCode::LearningTimeHigh,
            path: "groups[0]".into(),
            message: String::new(),
        };
        let about = Subject { group: "Soins", ..Subject::default() };
        let told = warning(Locale::FrBe, &high, about);
        assert!(
            told.starts_with("Soins\u{202f}: apprendre demande plus de 15\u{202f}% du"),
            "{told}"
        );
    }

    #[test]
    fn warnings_name_the_group() {
        let high = Warning {
            code: WarningCode::LearningTimeHigh,
            path: "groups[0]".into(),
            message: String::new(),
        };
        let about = Subject { group: "Zorg", ..Subject::default() };
        assert_eq!(
            warning(Locale::NlBe, &high, about),
            "Zorg: leren vraagt meer dan 15% van de werktijd. Kijk of dat haalbaar is."
        );
    }
}
