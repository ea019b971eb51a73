//! Where defaults come from, in Dutch.

use super::Locale;

/// The source of the default at `path` (a pattern, like `groups[].fte`), in Dutch; empty when there
/// is none to name.
#[rustfmt::skip]
pub fn source(_locale: Locale, path: &str) -> &'static str {
    match path {
        "calendar.fullTimeHoursPerWeek" => "wet en cao",
        "calendar.hoursPerDay" => "38 uur gedeeld door 5 dagen; een officiële omrekening bestaat niet",
        "calendar.effectiveWeeks" => "261 weekdagen min feestdagen en verlof",
        "calendar.sicknessRate" => "SD Worx 2023 (België), CBS eerste kwartaal 2025 (Nederland)",
        "groups[].labourCostPerHour" => "Eurostat 2024, loonkosten per uur, hele economie",
        "groups[].participation" => "ter vergelijking: 51% in België (Statbel 2020)",
        "groups[].replacementShare" => "in zorg en onderwijs eerder 60%",
        "learning.weekCycles.count" => "er is geen gepubliceerd cijfer",
        "learning.weekCycles.minutes" => "geen gepubliceerd cijfer; 2 uur per week in het Nederlandse basisonderwijs is veel",
        "learning.formal.hours" => "ATD 2024: 13,7 uur; Statbel 2015: 18,9 uur; zo gekozen dat de uitgaven rond € 700 per medewerker liggen",
        "profCircles.targetSize" | "profCircles.minSize" | "profCircles.maxSize" =>
            "intervisiegroepen van 5 tot 8 (KNGF), leergemeenschappen van 6 tot 12",
        "profCircles.sessions" | "profCircles.sessionHours" | "profCircles.facilitatorsPerCircle" =>
            "gepubliceerde praktijk van intervisie",
        "profCircles.facilitatorPreparationHours" => "gepubliceerde praktijk van begeleiding",
        "profCircles.leadersPerCircle" =>
            "het Jaarplan wil leidinggevenden in de cirkel; bij intervisie zit je eigen leidinggevende er liever niet bij",
        "facilitation.internalCostPerHour" => "de standaard voor loonkosten per uur (Eurostat 2024)",
        "facilitation.externalRatePerHour" => "gepubliceerde tarieven van begeleiders (zwakke bron)",
        "costs" | "costs[].amount" => "opleiding: € 74 per uur alles inbegrepen (2015), zonder de leertijd; de rest is onze aanname",
        "budget.spendRate" => "AWVN 2023: 55%; Berenschot: 82 tot 96%",
        "value.horizonYears" => "volgens het Jaarplan komen resultaten pas na één of twee jaar",
        "value.benefits" | "value.benefits[].uplift" =>
            "Konings 2008 (1 tot 2%), De Grip & Sauermann 2012 (10%), Groot 1994",
        "value.benefits[].lagMonths" => "het Jaarplan: resultaat “na één of twee jaar”",
        "value.benefits[].halfLifeMonths" => "Saks & Belcourt 2006: na 0, 6 en 12 maanden wordt 62, 44 en 34% toegepast",
        "value.benefits[].attribution" | "value.benefits[].confidence" =>
            "cijfers uit onderzoek zijn al oorzakelijk: er gaat niets van af",
        "value.benefits[].turnover" => "Securex 2024",
        "value.benefits[].replacementCostShare" => "Boushey & Glynn 2012",
        "value.inaction.skillHalfLifeYears" => "gepubliceerde halveringstijden van vaardigheden (zwakke bron)",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Basis, Country, defaults};

    #[test]
    fn every_default_with_a_source_names_it_in_dutch() {
        for default in defaults(Country::Be) {
            assert!(
                !source(Locale::NlBe, default.path).is_empty()
                    || default.basis == Basis::Assumption,
                "{}",
                default.path
            );
        }
    }
}
