//! Phrases with names and numbers in them. Another language is another `match` over [`Phrase`].

use super::Locale;

/// A phrase on the screen; numbers in it are already written out.
#[derive(Clone, Copy, Debug)]
pub enum Phrase<'a> {
    /// A group without a name, by its place from 1.
    NamelessGroup(usize),
    /// A group was taken away.
    GroupRemoved(&'a str),
    /// A cost line was taken away.
    CostRemoved(&'a str),
    /// Another plan took the place of one that was worked on.
    PlanReplaced,
    /// The figures are older than a mistake in so many fields.
    Stale(usize),
    /// Nothing can be computed before so many fields are right.
    Blocked(usize),
    /// The share of working time.
    WorkShare(&'a str),
    /// The heading above the steps to a figure.
    WhyFigure(&'a str),
    /// How many people sit in a circle.
    SizeOfCircles(&'a str),
    /// Two alternatives.
    Or(&'a str, &'a str),
    /// A span.
    FromTo(&'a str, &'a str),
    /// Money left of what is available.
    Left(&'a str, &'a str),
    /// Money short of what is available.
    Short(&'a str, &'a str),
    /// Return on Value between two uplifts.
    RovBetween(&'a str, &'a str),
    /// The uplift at which the plan pays for itself.
    CostsCovered(&'a str),
    /// Return on Value at the uplift that the plan gives.
    RovGiven,
    /// Spoken: learning time per employee.
    SayTime(&'a str),
    /// Spoken: circles and meetings.
    SayCircles(&'a str, &'a str),
    /// Spoken: cash and full cost.
    SayBudget(&'a str, &'a str),
    /// Spoken: break-even.
    SayBreakEven(&'a str),
    /// Removes a named row.
    RemoveRow(&'a str),
    /// So many circles of a size.
    CirclesOf(&'a str, &'a str),
    /// How many inputs rest on a default.
    DefaultsCount(usize),
    /// The most likely, lowest and highest of an estimate.
    Estimate(&'a str, &'a str),
    /// A realistic range.
    Realistic(&'a str, &'a str),
    /// In which month the plan has paid for itself.
    PaybackMonth(u32),
    /// It does not, within so many years.
    NoPayback(&'a str),
    /// Facilitation: hours, FTE and people.
    FacilitationNeeds(&'a str, &'a str, &'a str),
    /// Circles that each leader sits in.
    PerLeader(&'a str),
    /// What other evidence says about the uplift.
    Evidence,
    /// What doing nothing costs, over so many years.
    InactionOver(&'a str),
    /// A member of an organisation-wide list: `Loonkost per uur, Zorg`.
    OfGroup(&'a str, &'a str),
}

impl Locale {
    /// The phrase in this locale.
    pub fn say(self, phrase: Phrase) -> String {
        match self {
            Self::NlBe | Self::FrBe | Self::En => dutch(phrase, true),
            Self::NlNl => dutch(phrase, false),
        }
    }
}

fn dutch(phrase: Phrase, belgium: bool) -> String {
    let fte = if belgium { "VTE" } else { "fte" };
    let (cost, costs_verb) =
        if belgium { ("volledige kost", "kost") } else { ("volledige kosten", "kost") };
    match phrase {
        Phrase::NamelessGroup(n) => format!("Groep {n}"),
        Phrase::GroupRemoved(name) => format!("{name} is verwijderd."),
        Phrase::CostRemoved("") => "Een kostenpost is verwijderd.".into(),
        Phrase::CostRemoved(name) => format!("Kostenpost “{name}” is verwijderd."),
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
        Phrase::PaybackMonth(month) => format!("na {month} maanden"),
        Phrase::NoPayback(years) => format!("niet binnen {years} jaar"),
        Phrase::FacilitationNeeds(hours, needed, people) => {
            let more = if people == "1" { "" } else { "s" };
            format!("{hours} uur per jaar, dat is {needed} {fte}; nodig: {people} begeleider{more}")
        }
        Phrase::PerLeader(circles) => format!("{circles} cirkels per leidinggevende"),
        Phrase::Evidence => {
            "Ter vergelijking: onderzoek vond 1 tot 2% bij Belgische bedrijven (Konings 2008) en 10% in een Nederlands veldexperiment (De Grip & Sauermann 2012).".into()
        }
        Phrase::InactionOver(years) => format!("Niets doen {costs_verb} in {years} jaar"),
        Phrase::OfGroup(name, group) => format!("{name}, {group}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_countries_keep_their_own_terms() {
        let budget = Phrase::SayBudget("€ 1", "€ 2");
        assert_eq!(Locale::NlBe.say(budget), "Uitgaven € 1, volledige kost € 2.");
        assert_eq!(Locale::NlNl.say(budget), "Uitgaven € 1, volledige kosten € 2.");
        let needs = Phrase::FacilitationNeeds("216", "0,14", "2");
        assert!(Locale::NlNl.say(needs).contains("0,14 fte"));
        assert!(Locale::NlBe.say(needs).contains("0,14 VTE"));
    }
}
