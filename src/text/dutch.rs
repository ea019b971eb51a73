//! The phrases in Dutch, in the “je” form, with the terms of Belgium or of the Netherlands.

use super::Locale;
use super::phrases::{Phrase, Span};

#[allow(clippy::too_many_lines)] // a table
#[rustfmt::skip]
pub(super) fn phrase(phrase: Phrase, belgium: bool) -> String {
    let fte = if belgium { "VTE" } else { "fte" };
    let cost = if belgium { "volledige kost" } else { "volledige kosten" };
    let percent = |share| Locale::NlBe.percent(share, 0);
    match phrase {
        Phrase::NamelessGroup(n) => format!("Groep {n}"),
        Phrase::WagesOf(groups) => format!("Dit plan bevat de loonkost van een groep met minder dan 5 medewerkers: {groups}. Wie het opent, kan daaruit afleiden wat iemand verdient."),
        Phrase::PastedRest(rest) => format!("Voor een deel van de tabel is er geen veld: {rest}"),
        Phrase::GroupRemoved(name) => format!("{name} is verwijderd."),
        Phrase::CostRemoved("") => "Een kostenpost is verwijderd.".into(),
        Phrase::CostRemoved(name) => format!("Kostenpost “{name}” is verwijderd."),
        Phrase::ScenarioRemoved(name) => format!("Scenario “{name}” is verwijderd."),
        Phrase::CopyOf(name) => format!("Maak een kopie van {name}"),
        Phrase::ComparedWith(name) => format!("Onder elk cijfer staat het verschil met {name}. Bij een ● is iets anders ingevuld dan in {name}. Een schuin getal is een standaard."),
        Phrase::WorkingIn(name) => format!("Je werkt nu in {name}."),
        Phrase::PlanReplaced => "Er staat een ander plan in de plaats van het jouwe.".into(),
        Phrase::Stale(1) => "Deze cijfers zijn van vóór je laatste wijziging: één veld klopt nog niet.".into(),
        Phrase::Stale(n) => format!("Deze cijfers zijn van vóór je laatste wijziging: {n} velden kloppen nog niet."),
        Phrase::Blocked(1) => "Eén veld klopt nog niet. Daarna zie je hier de cijfers.".into(),
        Phrase::Blocked(n) => format!("{n} velden kloppen nog niet. Daarna zie je hier de cijfers."),
        Phrase::WorkShare(share) => format!("{share} van de werktijd"),
        Phrase::WhyFigure(name) => format!("Waarom dit getal? {name}"),
        Phrase::SizeOfCircles(sizes) => format!("{sizes} deelnemers per cirkel"),
        Phrase::Or(a, b) => format!("{a} of {b}"),
        Phrase::FromTo(a, b) => format!("{a} tot {b}"),
        Phrase::Left(left, available) => format!("{left} over van {available}"),
        Phrase::Short(short, available) => format!("{short} meer dan de beschikbare {available}"),
        Phrase::RovBetween(low, high) => format!("RoV bij {low} tot {high} meer productiviteit"),
        Phrase::CostsCovered(uplift) => format!("Bij {uplift} meer productiviteit zijn de kosten gedekt."),
        Phrase::RovGiven => "RoV bij de productiviteit die je invult".into(),
        Phrase::SayTime(hours) => format!("Leertijd per medewerker: {hours} uur."),
        Phrase::SayCircles(circles, meetings) => format!("{circles} Prof-cirkels, {meetings} bijeenkomsten."),
        Phrase::SayBudget(cash, full) => format!("Uitgaven {cash}, {cost} {full}."),
        Phrase::SayBreakEven(uplift) => format!("Break-even bij {uplift} meer productiviteit."),
        Phrase::RemoveRow(name) => format!("Verwijder {name}"),
        Phrase::CirclesOf(count, size) => format!("{count} van {size}"),
        Phrase::DefaultsCount(1) => "Eén cijfer rust op een standaard".into(),
        Phrase::DefaultsCount(n) => format!("{n} cijfers rusten op een standaard"),
        Phrase::Estimate(low, high) => format!("schatting: {low} tot {high}"),
        Phrase::Realistic(low, high) => format!("realistisch: {low} tot {high}"),
        Phrase::PaybackMonth(1) => "na 1 maand".into(),
        Phrase::PaybackMonth(month) => format!("na {month} maanden"),
        Phrase::AtUplift(uplift) => format!("Bij {uplift} meer productiviteit"),
        Phrase::MoreAssumptions(1) => "Nog één aanname".into(),
        Phrase::MoreAssumptions(count) => format!("Nog {count} aannames"),
        Phrase::MonthNumber(month) => format!("maand {month}"),
        Phrase::SumOf(count) => format!("de som van de {count} getallen hieronder"),
        Phrase::ProductOf(count) => format!("de {count} getallen hieronder, met elkaar vermenigvuldigd"),
        Phrase::AtLeast(value) => format!("minstens {value}"),
        Phrase::AtMost(value) => format!("hoogstens {value}"),
        Phrase::NoPayback(years) => format!("niet binnen {years} jaar"),
        Phrase::FacilitationNeeds(hours, needed, people) => {
            let more = if people == "1" { "" } else { "s" };
            format!("{hours} uur per jaar, dat is {needed} {fte}; nodig: {people} begeleider{more}")
        }
        Phrase::PerLeader(circles) => format!("{circles} cirkels per leidinggevende"),
        Phrase::Evidence => format!(
            "Ter vergelijking: onderzoek vond 1 tot {} bij Belgische bedrijven (Konings 2008) en {} in een Nederlands veldexperiment (De Grip & Sauermann 2012).",
            percent(0.02), percent(0.1),
        ),
        Phrase::InactionOver(years) => format!("Niets doen kost in {years} jaar"),
        Phrase::OfGroup(name, group) => format!("{name}, {group}"),
        Phrase::PlanTitle(year) => format!("Jaarplan Duurzaam leren {year}"),
        Phrase::IndicatorsDone(1) => "1 van de 13 indicatoren heeft een cijfer of tekst.".into(),
        Phrase::IndicatorsDone(n) => format!("{n} van de 13 indicatoren hebben een cijfer of tekst."),

        Phrase::That(name, what) => format!("{name}: {what}"),
        Phrase::LargestPart(name) => format!("Grootste deel: {name}."),
        Phrase::AvailableOf(amount) => format!("Beschikbaar: {amount}"),
        Phrase::AndMore(count) => format!("en nog {count}"),
        Phrase::CostAndValue(years, cost, value, payback) => format!("In {years} kost het plan {cost} en brengt het {value} op. Terugverdiend: {payback}."),
        Phrase::PaybackBetween(early, late) => format!("na {early} tot {late} maanden"),
        Phrase::PaybackEarliest(1) => "op zijn vroegst na 1 maand".into(),
        Phrase::PaybackEarliest(month) => format!("op zijn vroegst na {month} maanden"),

        Phrase::NoNumber(typed, example) => format!("“{typed}” is geen getal. Typ bijvoorbeeld {example}."),
        Phrase::WrongSigns(example) => format!("De punten, komma’s of spaties staan niet goed. Typ bijvoorbeeld {example}."),
        Phrase::WrongUnit(example) => format!("Hier hoort een andere eenheid. Typ alleen het getal, bijvoorbeeld {example}."),

        Phrase::ReadAsThousands(read, other) => format!("Gelezen als {read}. Bedoel je {other}? Typ dan een komma."),
        Phrase::ReadAsDecimal(read) => format!("Gelezen als {read}: de komma staat voor de decimalen."),
        Phrase::ReadBelowOne(read) => format!("Gelezen als {read}, minder dan één procent."),

        Phrase::FteAtMost(heads) => format!("Niet meer {fte} dan medewerkers. Typ een getal boven 0, hoogstens {heads}."),
        Phrase::FteAtMostHeads => format!("Typ een aantal {fte} boven 0, hoogstens het aantal medewerkers."),
        Phrase::LeadersAtMost(heads) => format!("Niet meer dan er medewerkers zijn. Typ een heel getal van 0 tot en met {heads}."),
        Phrase::LeadersFromZero => "Typ een heel getal vanaf 0.".into(),
        Phrase::Allowed(allowed) => format!("Typ een getal {}.", span(allowed)),
        Phrase::AllowedWhole(allowed) => format!("Typ een heel getal {}.", span(allowed)),
        Phrase::NotAllowed(example) => format!("Dit getal kan hier niet. Typ bijvoorbeeld {example}."),
        Phrase::NotWhole(example) => format!("Typ een heel getal, zonder cijfers na de komma. Bijvoorbeeld {example}."),
        Phrase::MissingText => "Hier ontbreekt iets. Vul het in.".into(),
        Phrase::MissingNumber(example) => format!("Vul hier een getal in. Bijvoorbeeld {example}."),
        Phrase::NoText => "Hier staat een andere soort waarde dan verwacht.".into(),
        Phrase::NoNumberAtAll(example) => format!("Dit is geen getal. Typ bijvoorbeeld {example}."),
        Phrase::SizesNotOrdered => "De kleinste, de gewenste en de grootste cirkel moeten oplopen. Bijvoorbeeld 5, 8 en 10.".into(),
        Phrase::EstimateNotOrdered => "De laagste, de waarschijnlijkste en de hoogste waarde moeten oplopen.".into(),
        Phrase::UnknownChoice => "Kies een van de mogelijkheden in de lijst.".into(),
        Phrase::DuplicateId => "Deze code komt twee keer voor in het plan. Geef elk onderdeel een eigen code.".into(),
        Phrase::ReservedId => "Deze code gebruikt de begroting zelf al. Kies een andere.".into(),
        Phrase::UnknownId => "Deze code bestaat niet in het plan.".into(),
        Phrase::DuplicateKey => "Dit veld staat twee keer in het bestand. Laat er één staan.".into(),
        Phrase::TooMany => "Deze lijst is te lang.".into(),
        Phrase::TooDeep => "Het bestand is te diep genest om een plan te zijn.".into(),
        Phrase::TooLargeAbove(max) => format!("Dit wordt te groot om te tonen. Blijf onder {max}."),
        Phrase::TooLarge => "Dit wordt te groot om te tonen. Kijk of er geen cijfer te veel staat.".into(),
        Phrase::NotJson => "Dit bestand is geen plan: het is geen geldige JSON.".into(),
        Phrase::NewerSchema => "Dit plan is gemaakt met een nieuwere versie. Je kunt het hier niet wijzigen.".into(),

        Phrase::UnknownField(path) => format!("Het veld “{path}” kennen we niet. Het blijft bewaard, maar telt niet mee."),
        Phrase::WeekCyclesExceedWeeks(group) => format!("{group}: er zijn meer weekcycli dan effectieve weken in een jaar. Plan er minder."),
        Phrase::LearningTimeHigh(group, share) => format!("{group}: leren vraagt meer dan {share} van de werktijd. Kijk of dat haalbaar is."),
        Phrase::LearningTimeImpossible(group) => format!("{group}: leren vraagt meer tijd dan er werktijd is. Dat kan niet."),
        Phrase::GroupWithoutLearning(group) => format!("{group}: deze groep heeft geen leertijd. Het Charter wil elke groep bereiken."),
        Phrase::CirclesInfeasible(sizes) => {
            let sizes = if sizes.is_empty() { String::new() } else { format!(": ze worden {sizes}") };
            format!("De deelnemers passen niet in cirkels van de gevraagde grootte{sizes}. Maak het verschil tussen de kleinste en de grootste cirkel ruimer, of tel groepen samen.")
        }
        Phrase::TooManyCirclesPerLeader(circles) => format!("Elke leidinggevende zit in {circles} cirkels, meer dan je toelaat. Reken op minder leidinggevenden per cirkel, of laat er meer meedoen."),
        Phrase::NoLeaders => "Elke cirkel vraagt een leidinggevende, maar geen enkele groep heeft er een.".into(),
        Phrase::HaircutOnResearchUplift => "De productiviteitswinst komt uit onderzoek en is al voorzichtig. Je trekt er nog eens iets van af.".into(),
        Phrase::BenefitsMayOverlap => "Sommige opbrengsten beschrijven misschien hetzelfde geld. Tel ze niet dubbel.".into(),
        Phrase::LagReachesHorizon => "Het effect begint pas na de looptijd. Kies een langere looptijd of een vroeger effect.".into(),
        Phrase::SmallGroupWage(group, few) => {
            let wage = if belgium { "een eigen loonkost" } else { "eigen loonkosten" };
            format!("{group} telt minder dan {few} medewerkers en heeft {wage}. Wie dit plan ziet, kan een loon aflezen.")
        }
    }
}

fn span(span: Span) -> String {
    match span {
        Span::Between(min, max) => format!("tussen {min} en {max}"),
        Span::FromTo(min, max) => format!("van {min} tot en met {max}"),
        Span::Above(min) => format!("boven {min}"),
        Span::From(min) => format!("vanaf {min}"),
        Span::Below(max) => format!("onder {max}"),
        Span::UpTo(max) => format!("van hoogstens {max}"),
    }
}
