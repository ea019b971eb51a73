//! How a plan stands against law and agreements, in sentences.
//!
//! The four texts of a `pick` stand in the order of [`Locale::ALL`]: Flanders, the Netherlands, French,
//! English.

use super::catalogue::locale::texts;
use super::catalogue::rules::RuleTexts;
use super::catalogue::table::filled;
use super::{Locale, Phrase, Word, list};
use crate::invariant::broken;
use crate::rules::{Aspect, Check, LearningSpan, Note, Outcome, PUBLIC, Reason, RuleUnit, Verdict};

/// What stands under every answer about law and agreements.
pub fn disclaimer(locale: Locale) -> &'static str {
    locale.pick(&texts![
        "Indicatief, geen juridisch advies.",
        "Indicatief, geen juridisch advies.",
        "À titre indicatif, sans valeur d’avis juridique.",
        "Indicative, not legal advice.",
    ])
}

/// The name of a rule; its id when there is no name for it.
pub fn rule(locale: Locale, id: &str) -> &str {
    RuleTexts::of(id).map_or(id, |texts| locale.pick(&texts.name))
}

/// A sector that has rules of its own; its id when there is no name for it.
pub fn sector(locale: Locale, id: &str) -> &str {
    let public = texts!["Overheid", "Overheid", "Secteur public", "Public sector"];
    let name = match id {
        PUBLIC => Some(&public),
        _ => RuleTexts::of(id).and_then(|texts| texts.sector.as_ref()),
    };
    name.map_or(id, |name| locale.pick(name))
}

/// A text with these in their places.
fn told(locale: Locale, texts: &[&'static str; 4], told: &[&str]) -> String {
    filled(locale.pick(texts), told)
}

/// What a rule asks for, as the question `5 dagen per VTE?`; `None` when it asks for no number.
///
/// An individual right is told for a full-timer, whose share everyone else has.
pub fn asked(locale: Locale, check: &Check) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for verdict in &check.verdicts {
        let Some(required) = verdict.required else { continue };
        let (whom, share) = match verdict.fraction {
            Some(fraction) => (Aspect::Organisation, fraction),
            None => (verdict.about, 1.0),
        };
        let many = main(check, required) / share;
        let (number, unit) = (locale.number_up_to(many, 2), unit(locale, check, many));
        let average =
            locale.pick(&texts![" gemiddeld", " gemiddeld", " en moyenne", " on average"]);
        let average = if verdict.group.is_none() { average } else { "" };
        let part = [&number, " ", unit, " ", about(locale, whom), average].concat();
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let mark = locale.pick(&texts!["?", "?", "\u{202f}?", "?"]);
    let mut all = String::new();
    for part in &parts {
        list(&mut all, ", ", part);
    }
    if all.is_empty() {
        return None;
    }
    all.push_str(mark);
    Some(all)
}

/// Whose hours a verdict counts: `82 deelnemers, gemiddeld 74% werktijd`.
pub fn whose(locale: Locale, verdict: &Verdict) -> String {
    let (Aspect::Participants, Some(people), Some(fraction)) =
        (verdict.about, verdict.people, verdict.fraction)
    else {
        return about(locale, verdict.about).to_owned();
    };
    let many = people as f64;
    let people = format!("{} {}", locale.number(many, 0), locale.unit(many, Word::Participants));
    let share = locale.percent_up_to(fraction, 0);
    told(
        locale,
        &texts![
            "{0}, gemiddeld {1} werktijd",
            "{0}, gemiddeld {1} werktijd",
            "{0}, en moyenne {1} du temps plein",
            "{0}, on average {1} of full time",
        ],
        &[&people, &share],
    )
}

/// What the plan gives to those who do not take part; `None` when everyone does.
pub fn others(locale: Locale, check: &Check) -> Option<String> {
    let others = check.verdicts.iter().filter(|verdict| verdict.about == Aspect::NonParticipants);
    let (mut people, mut least, mut most) = (0, None, None);
    for verdict in others {
        if let (Some(heads), Some(planned)) = (verdict.people, verdict.planned) {
            people += heads;
            let days = main(check, planned);
            least = Some(least.map_or(days, |least| days.min(least)));
            most = Some(most.map_or(days, |most| days.max(most)));
        }
    }
    let (least, most) = (least?, most?);
    let show = |days| locale.number_up_to(days, 1);
    let (from, to) = (show(least), show(most));
    let days = if from == to { to } else { locale.say(Phrase::FromTo(&from, &to)) };
    let heads = locale.pick(if people == 1 {
        &texts!["medewerker", "medewerker", "travailleur", "employee"]
    } else {
        &texts!["medewerkers", "medewerkers", "travailleurs", "employees"]
    });
    Some(told(
        locale,
        &texts![
            "Wie niet meedoet, heeft dit recht ook: {0} {1}, met {2} {3} in het plan.",
            "Wie niet meedoet, heeft dit recht ook: {0} {1}, met {2} {3} in het plan.",
            "Qui ne participe pas a aussi ce droit\u{202f}: {0} {1}, avec {2} {3} dans le plan.",
            "Those who do not take part have this right too: {0} {1}, with {2} {3} in the plan.",
        ],
        &[&locale.number(people as f64, 0), heads, &days, unit(locale, check, most)],
    ))
}

/// `nagekeken in mei 2026`.
pub fn checked(locale: Locale, check: &Check) -> String {
    let text = locale.pick(&texts!["nagekeken in", "nagekeken in", "vérifié en", "checked in"]);
    format!("{text} {}", month(locale, check.checked_on))
}

/// How what is needed and what the plan gives of an individual right were calculated; `None` for other
/// rules. `day` is how many hours a training day has.
pub fn sums(locale: Locale, verdict: &Verdict, day: f64) -> Option<[String; 2]> {
    let (required, planned) = (verdict.required?, verdict.planned?);
    let (fraction, months) = (verdict.fraction?, verdict.months?);
    let number = |value: f64| locale.number_up_to(value, 2);
    let whole = required.days / (fraction * f64::from(months) / 12.0);
    let full = number(if whole.is_finite() { whole } else { 0.0 });
    let part = locale.percent_up_to(fraction, 1);
    let (days, hours, day) = (number(required.days), number(planned.hours), number(day));
    let given = number(planned.days);
    let needed = &texts![
        "Nodig: {0} dagen × {1} werktijd × {2}/12 van het jaar = {3} dagen.",
        "Nodig: {0} dagen × {1} werktijd × {2}/12 van het jaar = {3} dagen.",
        "Requis\u{202f}: {0} jours × {1} du temps plein × {2}/12 de l’année = {3} jours.",
        "Needed: {0} days × {1} of full time × {2}/12 of the year = {3} days.",
    ];
    let from_plan = &texts![
        "Gepland: {0} uur leertijd ÷ {1} uur per dag = {2} dagen.",
        "Gepland: {0} uur leertijd ÷ {1} uur per dag = {2} dagen.",
        "Dans le plan\u{202f}: {0} heures d’apprentissage ÷ {1} heures par jour = {2} jours.",
        "Planned: {0} hours of learning ÷ {1} hours a day = {2} days.",
    ];
    Some([
        told(locale, needed, &[&full, &part, &months.to_string(), &days]),
        told(locale, from_plan, &[&hours, &day, &given]),
    ])
}

/// How many decimals keep what is missing from looking like nothing, in all answers of a check.
pub fn places(locale: Locale, check: &Check) -> u8 {
    let mut most = 1;
    for short in check.verdicts.iter().filter_map(|verdict| verdict.short) {
        most = short_places(locale, check, short).max(most);
    }
    most
}

/// An answer in a few words, without a full stop.
pub fn outcome(locale: Locale, outcome: Outcome) -> &'static str {
    locale.pick(match outcome {
        Outcome::Met => &texts!["Gehaald", "Gehaald", "Atteint", "Met"],
        Outcome::NotMet => &texts!["Niet gehaald", "Niet gehaald", "Pas atteint", "Not met"],
        Outcome::NotApplicable => &texts![
            "Niet van toepassing",
            "Niet van toepassing",
            "Pas d’application",
            "Not applicable"
        ],
        Outcome::Open => &texts!["Nog te doen", "Nog te doen", "À faire", "To do"],
    })
}

/// The answer for the plan as a whole, in one or two sentences.
pub fn check(locale: Locale, check: &Check) -> String {
    match check.outcome {
        Outcome::NotApplicable => {
            let Some(why) = check.reason else { broken("what does not apply has a reason") };
            let why = reason(locale, why, check);
            format!("{}{} {why}.", outcome(locale, check.outcome), colon(locale))
        }
        _ if check.verdicts.is_empty() => question(locale, check),
        Outcome::Open if is_in_hours(check) => locale
            .pick(&texts![
                "Hangt van de functie af: genoeg voor ondersteuners, te weinig voor leraren.",
                "Hangt van de functie af: genoeg voor ondersteuners, te weinig voor leraren.",
                "Dépend de la fonction : assez pour le personnel de soutien, trop peu pour les enseignants.",
                "Depends on the job: enough for support staff, too little for teachers.",
            ])
            .into(),
        _ => match check.verdicts.as_slice() {
            [only] => verdict(locale, check, only),
            [step, ..] if step.due.is_some() => training_plan(locale, check),
            _ => people(locale, check),
        },
    }
}

/// One answer within a check, in one sentence.
pub fn verdict(locale: Locale, check: &Check, verdict: &Verdict) -> String {
    let about = about(locale, verdict.about);
    if let (Some(required), Some(planned), Some(short)) =
        (verdict.required, verdict.planned, verdict.short)
    {
        let place = short_places(locale, check, short);
        let show = |span: LearningSpan| locale.number_up_to(main(check, span), place);
        // The unit follows the number that it stands behind.
        let unit = |span| unit(locale, check, main(check, span));
        let said = outcome(locale, verdict.outcome);
        let (needs, gives) = (unit(required), unit(planned));
        let (required, planned) = (show(required), show(planned));
        return if verdict.outcome == Outcome::Met {
            let met = &texts![
                "{0}: {1} {2} {3}; nodig: {4}.",
                "{0}: {1} {2} {3}; nodig: {4}.",
                "{0}\u{a0}: {1} {2} {3}\u{a0}; requis\u{a0}: {4}.",
                "{0}: {1} {2} {3}; needed: {4}.",
            ];
            told(locale, met, &[said, &planned, gives, about, &required])
        } else {
            let falls_short = &texts![
                "{0}: {1} van de {2} {3} {4}; {5}.",
                "{0}: {1} van de {2} {3} {4}; {5}.",
                "{0}\u{a0}: {1} sur {2} {3} {4}\u{a0}; {5}.",
                "{0}: {1} of the {2} {3} {4}; {5}.",
            ];
            let lacks = missing(locale, check, short, place);
            told(locale, falls_short, &[said, &planned, &required, needs, about, &lacks])
        };
    }
    let texts = match (&verdict.due, verdict.outcome) {
        (Some(_), Outcome::Open) => &texts![
            "{0}, uiterlijk {2}: {1}.",
            "{0}, uiterlijk {2}: {1}.",
            "{0}, au plus tard le {2}\u{a0}: {1}.",
            "{0}, by {2}: {1}.",
        ],
        (Some(_), Outcome::NotMet) => {
            &texts!["Ontbreekt: {1}.", "Ontbreekt: {1}.", "Manque\u{a0}: {1}.", "Missing: {1}."]
        }
        _ => &texts!["In orde: {1}.", "In orde: {1}.", "En ordre\u{a0}: {1}.", "Done: {1}."],
    };
    let due = verdict.due.as_deref().map_or_else(String::new, |due| day(locale, due));
    told(locale, texts, &[outcome(locale, verdict.outcome), about, &due])
}

/// What to keep in mind with an answer.
#[rustfmt::skip]
pub fn note(locale: Locale, check: &Check, note: Note) -> String {
    let texts = match note {
        Note::MayHaveChanged => &texts![
            "Nagekeken in {0}. De regel kan intussen veranderd zijn.",
            "Nagekeken in {0}. De regel kan intussen veranderd zijn.",
            "Vérifié en {0}. La règle a pu changer depuis.",
            "Checked in {0}. The rule may have changed since.",
        ],
        Note::NoSector => &texts![
            "Je plan noemt geen sector. Een afspraak van je sector kan iets anders zeggen.",
            "Je plan noemt geen sector. Een afspraak van je sector kan iets anders zeggen.",
            "Votre plan ne nomme pas de secteur. Un accord sectoriel peut prévoir autre chose.",
            "Your plan names no sector. An agreement of your sector may say something else.",
        ],
        Note::UnknownSector => &texts![
            "De sector van je plan is hier niet bekend. Een afspraak van je sector kan iets anders zeggen.",
            "De sector van je plan is hier niet bekend. Een afspraak van je sector kan iets anders zeggen.",
            "Le secteur de votre plan n’est pas connu ici. Un accord sectoriel peut prévoir autre chose.",
            "The sector of your plan is not known here. An agreement of your sector may say something else.",
        ],
        Note::FullTimeShort => &texts![
            "Het gemiddelde van de groep volstaat, maar wie voltijds werkt, komt niet aan zijn dagen.",
            "Het gemiddelde van de groep is genoeg, maar wie voltijds werkt, komt niet aan zijn dagen.",
            "La moyenne du groupe suffit, mais une personne à temps plein n’obtient pas tous ses jours.",
            "The average of the group is enough, but someone who works full time does not get all days.",
        ],
        Note::TrainingLeave => &texts![
            "Uren in Vlaams opleidingsverlof tellen niet mee voor dit recht. Het plan weet niet welke uren dat zijn.",
            "Uren in Vlaams opleidingsverlof tellen niet mee voor dit recht. Het plan weet niet welke uren dat zijn.",
            "Les heures de congé de formation flamand ne comptent pas pour ce droit. Le plan ne sait pas lesquelles.",
            "Hours of Flemish training leave do not count for this right. The plan does not know which they are.",
        ],
    };
    told(locale, texts, &[&month(locale, check.checked_on)])
}

/// What a verdict is about: `per deelnemer`, or what has to be done.
#[rustfmt::skip]
pub fn about(locale: Locale, about: Aspect) -> &'static str {
    locale.pick(match about {
        Aspect::Organisation | Aspect::Everyone => &texts!["per VTE", "per fte", "par ETP", "per FTE"],
        Aspect::Participants => &texts!["per deelnemer", "per deelnemer", "par participant", "per participant"],
        Aspect::NonParticipants => &texts!["per medewerker die niet meedoet", "per medewerker die niet meedoet", "par travailleur qui ne participe pas", "per employee who does not take part"],
        Aspect::FullTime => &texts!["per voltijdse medewerker", "per medewerker met een voltijdbaan", "par travailleur à temps plein", "per full-time employee"],
        Aspect::FourFifths => &texts!["per medewerker die 80% werkt", "per medewerker die 80% werkt", "par travailleur à 80 %", "per employee who works 80%"],
        Aspect::HalfTime => &texts!["per halftijdse medewerker", "per medewerker met een halve baan", "par travailleur à mi-temps", "per half-time employee"],
        Aspect::Teaching => &texts!["per VTE leraar", "per fte leraar", "par ETP enseignant", "per FTE of teachers"],
        Aspect::Support => &texts!["per VTE ondersteuner", "per fte ondersteuner", "par ETP de soutien", "per FTE of support staff"],
        Aspect::CouncilReceives => &texts!["de ondernemingsraad krijgt het opleidingsplan", "de or krijgt het opleidingsplan", "le conseil d’entreprise reçoit le plan de formation", "the works council receives the training plan"],
        Aspect::CouncilAdvises => &texts!["de ondernemingsraad geeft advies", "de or geeft advies", "le conseil d’entreprise rend son avis", "the works council gives its advice"],
        Aspect::PlanReady => &texts!["het opleidingsplan is klaar", "het opleidingsplan is klaar", "le plan de formation est prêt", "the training plan is ready"],
        Aspect::FormalAndInformal => &texts!["formele en informele opleiding", "formele en informele opleiding", "formation formelle et informelle", "formal and informal training"],
        Aspect::RiskGroups => &texts!["aandacht voor risicogroepen", "aandacht voor risicogroepen", "attention aux groupes à risque", "attention to groups at risk"],
        Aspect::Gender => &texts!["aandacht voor vrouwen en mannen", "aandacht voor vrouwen en mannen", "attention à la dimension de genre", "attention to gender"],
        Aspect::ShortageOccupations => &texts!["aandacht voor knelpuntberoepen", "aandacht voor tekortberoepen", "attention aux métiers en pénurie", "attention to shortage occupations"],
        Aspect::Evaluation => &texts!["hoe je het plan met medewerkers evalueert", "hoe je het plan met medewerkers evalueert", "la manière d’évaluer le plan avec les travailleurs", "how the plan is evaluated with employees"],
        Aspect::Small => &texts!["kleine onderneming", "kleine onderneming", "petite entreprise", "small enterprise"],
        Aspect::Medium => &texts!["middelgrote onderneming", "middelgrote onderneming", "moyenne entreprise", "medium-sized enterprise"],
        Aspect::Cap => &texts!["hoogste bedrag", "hoogste bedrag", "montant maximal", "highest amount"],
    })
}

/// A day like `2027-03-31`, written out; as it is when it is no such day.
pub fn day(locale: Locale, iso: &str) -> String {
    let written = || {
        let (month, day) = iso.rsplit_once('-')?;
        Some(format!("{} {}", day.trim_start_matches('0'), month_of_year(locale, month)?))
    };
    written().unwrap_or_else(|| iso.to_owned())
}

/// A month like `2026-05`, written out; as it is when it is no such month.
fn month(locale: Locale, iso: &str) -> String {
    month_of_year(locale, iso).unwrap_or_else(|| iso.to_owned())
}

/// `mei 2026`.
fn month_of_year(locale: Locale, month: &str) -> Option<String> {
    const DUTCH: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    #[cfg(feature = "fr")]
    const FRENCH: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    #[cfg(feature = "en")]
    const ENGLISH: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month) = month.split_once('-')?;
    let names = locale.pick(&texts![&DUTCH, &DUTCH, &FRENCH, &ENGLISH]);
    let name = names.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    Some(format!("{name} {year}"))
}

/// French sets a space before a colon.
fn colon(locale: Locale) -> &'static str {
    locale.pick(&texts![":", ":", "\u{a0}:", ":"])
}

/// Whether the rule counts hours; the others count days.
pub fn is_in_hours(check: &Check) -> bool {
    let hours = |unit| matches!(unit, RuleUnit::HoursPerFte | RuleUnit::HoursPerFteWeek);
    check.figures.iter().any(|figure| hours(figure.unit))
}

fn main(check: &Check, span: LearningSpan) -> f64 {
    if is_in_hours(check) { span.hours } else { span.days }
}

/// Days or hours; the singular for less than two, as Dutch and French have it.
fn unit(locale: Locale, check: &Check, many: f64) -> &'static str {
    let one = many < 2.0;
    match (is_in_hours(check), one) {
        (true, _) => {
            locale.pick(&texts!["uur", "uur", if one { "heure" } else { "heures" }, "hours"])
        }
        (false, true) => locale.pick(&texts!["dag", "dag", "jour", "days"]),
        (false, false) => locale.pick(&texts!["dagen", "dagen", "jours", "days"]),
    }
}

/// One decimal, or so many that what is missing does not look like nothing.
fn short_places(locale: Locale, check: &Check, short: LearningSpan) -> u8 {
    let missing = main(check, short);
    let shows = |&places: &u8| missing == 0.0 || locale.number_up_to(missing, places) != "0";
    (1..6).find(shows).unwrap_or(6)
}

/// `er ontbreekt 1,8 dag (14 uur)`.
fn missing(locale: Locale, check: &Check, short: LearningSpan, places: u8) -> String {
    let many = main(check, short);
    let (number, unit) = (locale.number_up_to(many, places), unit(locale, check, many));
    let texts = match unit {
        "dagen" => &texts![
            "er ontbreken {0} {1}",
            "er ontbreken {0} {1}",
            "il manque {0} {1}",
            "{0} {1} short"
        ],
        _ => &texts![
            "er ontbreekt {0} {1}",
            "er ontbreekt {0} {1}",
            "il manque {0} {1}",
            "{0} {1} short"
        ],
    };
    let mut text = told(locale, texts, &[&number, unit]);
    if !is_in_hours(check) {
        let hours = &texts![" ({0} uur)", " ({0} uur)", " ({0} heures)", " ({0} hours)"];
        text += &told(locale, hours, &[&locale.number_up_to(short.hours, places)]);
    }
    text
}

#[rustfmt::skip]
fn reason(locale: Locale, reason: Reason, check: &Check) -> String {
    // A rule without numbers does not say how small is too small.
    let threshold = check.figures.first().map_or(0, |figure| figure.from_fte);
    let texts = match reason {
        Reason::Country => &texts!["dit is een regel van een ander land", "dit is een regel van een ander land", "c’est une règle d’un autre pays", "this is a rule of another country"],
        Reason::NoSector => &texts!["je plan noemt geen sector", "je plan noemt geen sector", "votre plan ne nomme pas de secteur", "your plan names no sector"],
        Reason::OtherSector => &texts!["dit is een regel van een andere sector", "dit is een regel van een andere sector", "c’est une règle d’un autre secteur", "this is a rule of another sector"],
        Reason::UnknownSector => &texts!["de sector van je plan is hier niet bekend", "de sector van je plan is hier niet bekend", "le secteur de votre plan n’est pas connu ici", "the sector of your plan is not known here"],
        Reason::PublicEmployer => &texts!["de regel is voor werkgevers in de privésector", "de regel is voor werkgevers in de private sector", "la règle vise les employeurs du secteur privé", "the rule is for private employers"],
        Reason::SectorAgreement => &texts!["een afspraak van je sector komt in de plaats", "een afspraak van je sector komt in de plaats", "un accord de votre secteur la remplace", "an agreement of your sector takes its place"],
        Reason::TooSmall if threshold > 0 => &texts![
            "je organisatie heeft minder dan {0} VTE",
            "je organisatie heeft minder dan {0} fte",
            "votre organisation compte moins de {0} ETP",
            "your organisation has fewer than {0} FTE",
        ],
        Reason::TooSmall => &texts!["je organisatie heeft te weinig VTE", "je organisatie heeft te weinig fte", "votre organisation compte trop peu d’ETP", "your organisation has too few FTE"],
        Reason::NoPeople => &texts!["er staan nog geen medewerkers in je plan", "er staan nog geen medewerkers in je plan", "votre plan ne compte pas encore de travailleurs", "there are no employees in your plan yet"],
        Reason::YearOutsideData => return years_known(locale, check),
    };
    told(locale, texts, &[&threshold.to_string()])
}

fn years_known(locale: Locale, check: &Check) -> String {
    fn year(date: &str) -> &str {
        date.split_once('-').map_or(date, |(year, _)| year)
    }
    let from = year(&check.valid_from);
    match &check.valid_to {
        None => {
            let since = &texts![
                "we kennen deze regel vanaf {0}",
                "we kennen deze regel vanaf {0}",
                "nous connaissons cette règle à partir de {0}",
                "we know this rule from {0} onwards",
            ];
            told(locale, since, &[from])
        }
        Some(to) => {
            let within = &texts![
                "we kennen deze regel van {0} tot en met {1}",
                "we kennen deze regel van {0} tot en met {1}",
                "nous connaissons cette règle de {0} à {1}",
                "we know this rule from {0} to {1}",
            ];
            told(locale, within, &[from, year(to)])
        }
    }
}

/// How many people the rule is met for.
fn people(locale: Locale, check: &Check) -> String {
    let (mut all, mut short) = (0, 0);
    for verdict in &check.verdicts {
        // A profile is about nobody in particular.
        if let Some(people) = verdict.people {
            all += people;
            if verdict.outcome == Outcome::NotMet {
                short += people;
            }
        }
    }
    let texts = if check.outcome == Outcome::Met {
        &texts![
            "{0} in elke groep.",
            "{0} in elke groep.",
            "{0} dans chaque groupe.",
            "{0} in every group.",
        ]
    } else if is_in_hours(check) {
        &texts![
            "{0}: niet in elke groep zijn er genoeg uren.",
            "{0}: niet in elke groep zijn er genoeg uren.",
            "{0}\u{a0}: tous les groupes n’ont pas assez d’heures.",
            "{0}: not every group has enough hours.",
        ]
    } else {
        &texts![
            "{0} voor {1} van de {2} medewerkers.",
            "{0} voor {1} van de {2} medewerkers.",
            "{0} pour {1} des {2} travailleurs.",
            "{0} for {1} of the {2} employees.",
        ]
    };
    let show = |people: u64| locale.number(people as f64, 0);
    told(locale, texts, &[outcome(locale, check.outcome), &show(short), &show(all)])
}

/// The first thing that is missing, else the day on which the plan must be there.
fn training_plan(locale: Locale, check: &Check) -> String {
    let first = |outcome, about: Option<Aspect>| {
        check.verdicts.iter().find(|verdict| {
            verdict.outcome == outcome && about.is_none_or(|about| about == verdict.about)
        })
    };
    let found = first(Outcome::NotMet, None)
        .or_else(|| first(Outcome::Open, Some(Aspect::PlanReady)))
        .unwrap_or_else(|| broken("a training plan has a day on which it must be there"));
    verdict(locale, check, found)
}

/// A rule that is no number: what to answer yourself, with the rule's own numbers.
fn question(locale: Locale, check: &Check) -> String {
    let amount = |about: Aspect| {
        let figure = check.figures.iter().find(|figure| figure.about == about);
        figure.map_or_else(String::new, |figure| match figure.unit {
            RuleUnit::Share => locale.percent_up_to(figure.amount.to_f64(), 0),
            _ => locale.euros(figure.amount.to_f64(), if figure.amount.is_whole() { 0 } else { 2 }),
        })
    };
    let texts = RuleTexts::of(check.rule).and_then(|texts| texts.question.as_ref());
    let texts = texts.unwrap_or(&texts![
        "Ga dit zelf na.",
        "Ga dit zelf na.",
        "À vérifier vous-même.",
        "Check this yourself.",
    ]);
    let amounts = [Aspect::Everyone, Aspect::Small, Aspect::Medium, Aspect::Cap].map(amount);
    told(locale, texts, &amounts.each_ref().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Country, Document, Plan};
    use crate::rules::{Checks, sectors};

    /// Twenty full-timers in a year with so many hours of formal training.
    fn checks(country: &str, year: u32, sector: &str, participation: &str, formal: &str) -> Checks {
        let plan = format!(
            r#"{{ "schemaVersion": 1, "year": {year}, "country": "{country}", "sector": "{sector}",
                 "calendar": {{ "hoursPerDay": 7.6 }},
                 "groups": [{{ "headcount": 20, "fte": 20, "participation": {participation} }}],
                 "learning": {{ "weekCycles": {{ "count": 0 }}, "profTrack": {{ "hours": 0 }},
                                "formal": {{ "hours": {formal} }}, "developmentTalks": {{ "hours": 0 }} }},
                 "profCircles": {{ "sessions": 0 }} }}"#
        );
        crate::check(&Plan::read(&Document::parse(&plan).unwrap()).unwrap())
    }

    fn of<'c>(checks: &'c Checks, rule: &str) -> &'c Check {
        checks.checks.iter().find(|check| check.rule == rule).unwrap()
    }

    #[track_caller]
    fn says(told: impl Fn(Locale) -> String, expected: [&str; 4]) {
        assert_eq!(
            Locale::ALL.map(told).map(|text| text.replace(['\u{a0}', '\u{202f}'], " ")),
            expected
        );
    }

    #[test]
    fn a_verdict_says_what_is_missing_in_days_and_hours() {
        let checks = checks("BE", 2027, "x", "1", "24.32");
        let check = of(&checks, "be-individual-right");
        let full_time = |v: &&Verdict| v.about == Aspect::FullTime;
        let found = check.verdicts.iter().find(full_time).unwrap();
        says(
            |locale| verdict(locale, check, found),
            [
                "Niet gehaald: 3,2 van de 5 dagen per voltijdse medewerker; er ontbreekt 1,8 dag (13,7 uur).",
                "Niet gehaald: 3,2 van de 5 dagen per medewerker met een voltijdbaan; er ontbreekt 1,8 dag (13,7 uur).",
                "Pas atteint : 3,2 sur 5 jours par travailleur à temps plein ; il manque 1,8 jour (13,7 heures).",
                "Not met: 3.2 of the 5 days per full-time employee; 1.8 days short (13.7 hours).",
            ],
        );
    }

    #[test]
    fn one_day_is_not_days() {
        let mut checks = checks("BE", 2027, "x", "1", "0");
        for check in &mut checks.checks {
            for verdict in &mut check.verdicts {
                verdict.required = Some(LearningSpan { days: 1.0, hours: 7.6 });
                verdict.short = Some(LearningSpan { days: 1.0, hours: 7.6 });
            }
        }
        let check = of(&checks, "be-individual-right");
        assert_eq!(
            verdict(Locale::NlBe, check, check.verdicts.first().unwrap()),
            "Niet gehaald: 0 van de 1 dag per deelnemer; er ontbreekt 1 dag (7,6 uur)."
        );
    }

    #[test]
    fn what_is_missing_never_looks_like_nothing() {
        let all = checks("NL", 2027, "nl-cao-mbo", "1", "58.9996");
        let check = of(&all, "nl-cao-mbo");
        says(
            |locale| self::check(locale, check),
            [
                "Niet gehaald: 58,9996 van de 59 uur per VTE; er ontbreekt 0,0004 uur.",
                "Niet gehaald: 58,9996 van de 59 uur per fte; er ontbreekt 0,0004 uur.",
                "Pas atteint : 58,9996 sur 59 heures par ETP ; il manque 0,0004 heure.",
                "Not met: 58.9996 of the 59 hours per FTE; 0.0004 hours short.",
            ],
        );
    }

    #[test]
    fn a_check_says_for_how_many_people_it_holds() {
        let say = |participation, formal| {
            let checks = checks("BE", 2027, "x", participation, formal);
            check(Locale::NlBe, of(&checks, "be-individual-right"))
        };
        assert_eq!(say("0.8", "38"), "Niet gehaald voor 4 van de 20 medewerkers.");
        assert_eq!(say("1", "38"), "Gehaald in elke groep.");
    }

    #[test]
    #[rustfmt::skip]
    fn what_does_not_apply_and_what_is_open_say_why() {
        #[track_caller]
        fn told(country: &str, year: u32, sector: &str, rule: &str, expected: &str) {
            let checks = checks(country, year, sector, "1", "50");
            let told = check(Locale::NlBe, of(&checks, rule));
            assert_eq!(told.replace('\u{a0}', " "), expected);
        }
        told("NL", 2027, "x", "be-training-plan", "Niet van toepassing: dit is een regel van een ander land.");
        told("BE", 2022, "x", "be-individual-right", "Niet van toepassing: we kennen deze regel vanaf 2023.");
        told("BE", 2027, "x", "be-training-leave", "Niet van toepassing: we kennen deze regel van 2025 tot en met 2026.");
        told("BE", 2026, "x", "be-training-leave", "Neemt iemand opleidingsverlof, dan krijg je € 14,91 per uur terug. Leernetwerken en intervisie tellen niet mee.");
        told("BE", 2027, "x", "be-kmo", "Een kleine onderneming krijgt 30% terug, een middelgrote 20%, hoogstens € 7.500 per jaar. Niet voor organisaties zonder winstoogmerk.");
        told("NL", 2027, "nl-cao-vo", "nl-cao-vo", "Hangt van de functie af: genoeg voor ondersteuners, te weinig voor leraren.");
        told("BE", 2027, "x", "be-training-plan", "Ontbreekt: formele en informele opleiding.");
    }

    #[test]
    fn steps_say_their_day() {
        let checks = checks("BE", 2028, "x", "1", "50");
        let check = of(&checks, "be-training-plan");
        let first = check.verdicts.first().unwrap();
        says(
            |locale| verdict(locale, check, first),
            [
                "Nog te doen, uiterlijk 29 februari 2028: de ondernemingsraad krijgt het opleidingsplan.",
                "Nog te doen, uiterlijk 29 februari 2028: de or krijgt het opleidingsplan.",
                "À faire, au plus tard le 29 février 2028 : le conseil d’entreprise reçoit le plan de formation.",
                "To do, by 29 February 2028: the works council receives the training plan.",
            ],
        );
        assert_eq!(day(Locale::En, "2027-13-01"), "2027-13-01");
        assert_eq!(day(Locale::En, ""), "");
    }

    #[test]
    fn every_sector_has_a_name_and_every_question_is_asked() {
        for country in [Country::Be, Country::Nl] {
            for id in sectors(country) {
                assert_ne!(sector(Locale::NlBe, id), id);
            }
        }
        for (country, year) in [("BE", 2026), ("NL", 2027)] {
            for check in checks(country, year, "x", "1", "50").checks {
                if check.outcome == Outcome::Open && check.verdicts.is_empty() {
                    let texts = RuleTexts::of(check.rule).unwrap();
                    assert!(texts.question.is_some(), "{}", check.rule);
                }
            }
        }
    }

    #[test]
    fn every_rule_has_a_name_and_no_sentence_has_a_hole() {
        for (country, sector) in
            [("BE", "be-pc-329.01"), ("NL", "nl-cao-vo"), ("NL", "nl-cao-po"), ("BE", "be-pc-200")]
        {
            for year in [2022, 2026, 2027, 2033] {
                for check in checks(country, year, sector, "0.5", "45").checks {
                    for locale in Locale::ALL {
                        assert_ne!(rule(locale, check.rule), check.rule);
                        let mut told = vec![self::check(locale, &check)];
                        told.extend(
                            check.verdicts.iter().map(|found| verdict(locale, &check, found)),
                        );
                        told.extend(check.notes.iter().map(|&found| note(locale, &check, found)));
                        for text in told {
                            assert!(text.ends_with(['.', '?']), "{text}");
                            assert!(!text.contains(['{', '}']) && !text.contains("  "), "{text}");
                        }
                    }
                }
            }
        }
    }
}
