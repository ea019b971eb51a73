//! Sentences with numbers in them: what is wrong, with an example that works, and what to look at.

use super::fields::{Kind, label};
use super::read::{Doubt, Reading, Unread};
use super::{Locale, Word};
use crate::Decimal;
use crate::plan::{Code, InputError, Warning, WarningCode};

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
const fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::Whole => "12",
        Kind::Year => "2027",
        Kind::Number => "12,5",
        Kind::Money => "1.250,50",
        Kind::Percent => "7,5%",
        Kind::Text | Kind::Choice => "",
    }
}

/// Why a typed text could not be read; empty for an empty field.
pub fn unread(_locale: Locale, why: Unread, typed: &str, kind: Kind) -> String {
    let example = example(kind);
    match why {
        Unread::Empty => String::new(),
        Unread::NotANumber => {
            let mut short: String = typed.trim().chars().take(20).collect();
            if short.len() < typed.trim().len() {
                short.push('…');
            }
            format!("“{short}” is geen getal. Typ bijvoorbeeld {example}.")
        }
        Unread::Separators => {
            "De punten, komma’s of spaties staan niet goed. Typ bijvoorbeeld 1.234,5.".into()
        }
        Unread::Unit => {
            format!("Hier hoort een andere eenheid. Typ alleen het getal, bijvoorbeeld {example}.")
        }
    }
}

/// How a doubtful text was read; `None` when there was no doubt.
pub fn reading(locale: Locale, reading: &Reading, kind: Kind) -> Option<String> {
    let value = Decimal::read(&reading.digits).ok()?;
    let read = shown(locale, value, kind);
    Some(match reading.doubt? {
        Doubt::AsThousands => {
            let other = read.replacen('.', ",", 1);
            format!("Gelezen als {read}. Bedoel je {other}? Typ dan een komma.")
        }
        Doubt::AsDecimal => format!("Gelezen als {read}: de komma staat voor de decimalen."),
        Doubt::BelowOnePercent => format!("Gelezen als {read}, minder dan één procent."),
    })
}

/// What is wrong with an input, and what would work.
pub fn error(locale: Locale, error: &InputError) -> String {
    let label = label(&error.path);
    let kind = label.map_or(Kind::Text, |label| label.kind);
    let own = error.path.rsplit('.').next().unwrap_or_default();
    let fte = locale.word(Word::FteUnit);
    match error.code {
        Code::OutOfRange if own == "fte" => match error.max {
            Some(heads) if heads < Decimal::LIMIT => format!(
                "Niet meer {fte} dan medewerkers. Typ een getal boven 0, hoogstens {}.",
                locale.decimal(heads)
            ),
            _ => format!("Typ een aantal {fte} boven 0, hoogstens het aantal medewerkers."),
        },
        Code::OutOfRange if own == "leaders" => match error.max {
            Some(heads) => format!(
                "Niet meer dan er medewerkers zijn. Typ een heel getal van 0 tot en met {}.",
                locale.decimal(heads)
            ),
            None => "Typ een heel getal vanaf 0.".into(),
        },
        Code::OutOfRange => range(locale, error, kind),
        Code::NotWhole => "Typ een heel getal, zonder cijfers na de komma. Bijvoorbeeld 12.".into(),
        Code::Missing => match kind {
            Kind::Text | Kind::Choice => "Hier ontbreekt iets. Vul het in.".into(),
            _ => format!("Vul hier een getal in. Bijvoorbeeld {}.", example(kind)),
        },
        Code::WrongType => match kind {
            Kind::Text | Kind::Choice => "Hier staat een andere soort waarde dan verwacht.".into(),
            _ => format!("Dit is geen getal. Typ bijvoorbeeld {}.", example(kind)),
        },
        Code::NotOrdered => {
            if error.path.starts_with("profCircles") {
                "De kleinste, de gewenste en de grootste cirkel moeten oplopen. Bijvoorbeeld 5, 8 en 10.".into()
            } else {
                "De laagste, de waarschijnlijkste en de hoogste waarde moeten oplopen.".into()
            }
        }
        Code::UnknownChoice => "Kies een van de mogelijkheden in de lijst.".into(),
        Code::DuplicateId => {
            "Deze code komt twee keer voor in het plan. Geef elk onderdeel een eigen code.".into()
        }
        Code::ReservedId => "Deze code gebruikt de begroting zelf al. Kies een andere.".into(),
        Code::UnknownId => "Deze code bestaat niet in het plan.".into(),
        Code::DuplicateKey => "Dit veld staat twee keer in het bestand. Laat er één staan.".into(),
        Code::TooMany => "Deze lijst is te lang.".into(),
        Code::TooDeep => "Het bestand is te diep genest om een plan te zijn.".into(),
        Code::TooLarge => match error.max {
            Some(max) => {
                format!("Dit wordt te groot om te tonen. Blijf onder {}.", shown(locale, max, kind))
            }
            None => "Dit wordt te groot om te tonen. Kijk of er geen cijfer te veel staat.".into(),
        },
        Code::NotJson => "Dit bestand is geen plan: het is geen geldige JSON.".into(),
        Code::NewerSchema => {
            "Dit plan is gemaakt met een nieuwere versie. Je kunt het hier niet wijzigen.".into()
        }
    }
}

fn range(locale: Locale, error: &InputError, kind: Kind) -> String {
    let whole = if matches!(kind, Kind::Whole | Kind::Year) { "heel getal" } else { "getal" };
    let excluded = error.exclusive == Some(true);
    // Every number has the limit of decimals; only a bound of the field's own is worth a word.
    let max = error.max.filter(|&max| max < Decimal::LIMIT);
    let (min, max) =
        (error.min.map(|min| shown(locale, min, kind)), max.map(|max| shown(locale, max, kind)));
    match (min, max) {
        (Some(min), Some(max)) if excluded => format!("Typ een {whole} tussen {min} en {max}."),
        (Some(min), Some(max)) => format!("Typ een {whole} van {min} tot en met {max}."),
        (Some(min), None) if excluded => format!("Typ een {whole} boven {min}."),
        (Some(min), None) => format!("Typ een {whole} vanaf {min}."),
        (None, Some(max)) if excluded => format!("Typ een {whole} onder {max}."),
        (None, Some(max)) => format!("Typ een {whole} van hoogstens {max}."),
        (None, None) => format!("Dit getal kan hier niet. Typ bijvoorbeeld {}.", example(kind)),
    }
}

/// What the owner of a valid plan should look at.
pub fn warning(locale: Locale, warning: &Warning, about: Subject) -> String {
    let group = about.group;
    match warning.code {
        WarningCode::UnknownField => {
            format!("Het veld “{}” kennen we niet. Het blijft bewaard, maar telt niet mee.", warning.path)
        }
        WarningCode::WeekCyclesExceedWeeks => {
            format!("{group}: er zijn meer weekcycli dan effectieve weken in een jaar. Plan er minder.")
        }
        WarningCode::LearningTimeHigh => {
            format!("{group}: leren vraagt meer dan 15% van de werktijd. Kijk of dat haalbaar is.")
        }
        WarningCode::LearningTimeImpossible => {
            format!("{group}: leren vraagt meer tijd dan er werktijd is. Dat kan niet.")
        }
        WarningCode::GroupWithoutLearning => {
            format!("{group}: deze groep heeft geen leertijd. Het Charter wil elke groep bereiken.")
        }
        WarningCode::CirclesInfeasible => format!(
            "De deelnemers passen niet in cirkels van de gevraagde grootte{}. Maak het verschil tussen de kleinste en de grootste cirkel ruimer, of tel groepen samen.",
            if about.sizes.is_empty() { String::new() } else { format!(": ze worden {}", about.sizes) }
        ),
        WarningCode::TooManyCirclesPerLeader => format!(
            "Elke leidinggevende zit in {} cirkels, meer dan je toelaat. Reken op minder leidinggevenden per cirkel, of laat er meer meedoen.",
            about.circles_per_leader
        ),
        WarningCode::NoLeaders => {
            "Elke cirkel vraagt een leidinggevende, maar geen enkele groep heeft er een.".into()
        }
        WarningCode::HaircutOnResearchUplift => {
            "De productiviteitswinst komt uit onderzoek en is al voorzichtig. Je trekt er nog eens iets van af.".into()
        }
        WarningCode::BenefitsMayOverlap => {
            "Sommige opbrengsten beschrijven misschien hetzelfde geld. Tel ze niet dubbel.".into()
        }
        WarningCode::LagReachesHorizon => {
            "Het effect begint pas na de looptijd. Kies een langere looptijd of een vroeger effect.".into()
        }
        WarningCode::SmallGroupWage => format!(
            "{group} telt minder dan 5 medewerkers en heeft {}. Wie dit plan ziet, kan een loon aflezen.",
            match locale {
                Locale::NlNl => "eigen loonkosten",
                _ => "een eigen loonkost",
            }
        ),
    }
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
        let range = |path, min, max| at(path, Code::OutOfRange).range(min, max);
        says(
            &range("groups[0].participation", Some(Decimal::ZERO), Some(one)),
            "Typ een getal van 0% tot en met 100%.",
        );
        says(
            &range("calendar.effectiveWeeks", Some(Decimal::ZERO), None).exclusive(),
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
