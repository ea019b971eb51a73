//! Where defaults come from.

use super::locale::texts;
use crate::text::Locale;

/// The source of the default at `path` (a pattern, like `groups[].fte`); empty when there is none to
/// name.
pub fn source(locale: Locale, path: &str) -> &'static str {
    let found = SOURCES.iter().find(|(paths, _)| paths.contains(&path));
    found.map_or("", |(_, texts)| locale.pick(texts))
}

/// The sources of the defaults at some paths.
type Source = (&'static [&'static str], &'static [&'static str; 4]);

/// A source in Dutch, French and English.
macro_rules! said {
    ($nl:literal, $fr:literal, $en:literal $(,)?) => {
        &texts![$nl, $nl, $fr, $en]
    };
}

#[rustfmt::skip]
static SOURCES: &[Source] = &[
    (&["calendar.fullTimeHoursPerWeek"], said![
        "wet en cao",
        "loi et CCT",
        "law and collective agreements",
    ]),
    (&["calendar.hoursPerDay"], said![
        "38 uur gedeeld door 5 dagen; een officiële omrekening bestaat niet",
        "38 heures divisées par 5 jours\u{202f}; il n’existe pas de conversion officielle",
        "38 hours divided by 5 days; there is no official conversion",
    ]),
    (&["calendar.effectiveWeeks"], said![
        "261 weekdagen min feestdagen en verlof",
        "261 jours de semaine moins les jours fériés et les congés",
        "261 weekdays minus public holidays and leave",
    ]),
    (&["calendar.sicknessRate"], said![
        "SD Worx 2023 (België), CBS eerste kwartaal 2025 (Nederland)",
        "SD Worx 2023 (Belgique), CBS premier trimestre 2025 (Pays-Bas)",
        "SD Worx 2023 (Belgium), CBS first quarter of 2025 (Netherlands)",
    ]),
    (&["groups[].labourCostPerHour"], said![
        "Eurostat 2024, loonkosten per uur, hele economie",
        "Eurostat 2024, coût salarial par heure, toute l’économie",
        "Eurostat 2024, labour cost per hour, whole economy",
    ]),
    (&["groups[].participation"], said![
        "ter vergelijking: 51% in België (Statbel 2020)",
        "pour comparer\u{202f}: 51\u{202f}% en Belgique (Statbel 2020)",
        "to compare: 51% in Belgium (Statbel 2020)",
    ]),
    (&["groups[].replacementShare"], said![
        "in zorg en onderwijs eerder 60%",
        "plutôt 60\u{202f}% dans les soins et l’enseignement",
        "rather 60% in care and education",
    ]),
    (&["learning.weekCycles.count"], said![
        "er is geen gepubliceerd cijfer",
        "il n’y a pas de chiffre publié",
        "there is no published figure",
    ]),
    (&["learning.weekCycles.minutes"], said![
        "geen gepubliceerd cijfer; 2 uur per week in het Nederlandse basisonderwijs is veel",
        "pas de chiffre publié\u{202f}; 2 heures par semaine dans l’enseignement primaire aux Pays-Bas, c’est beaucoup",
        "no published figure; 2 hours a week in Dutch primary education is a lot",
    ]),
    (&["learning.formal.hours"], said![
        "ATD 2024: 13,7 uur; Statbel 2015: 18,9 uur; zo gekozen dat de uitgaven rond € 700 per medewerker liggen",
        "ATD 2024\u{202f}: 13,7 heures\u{202f}; Statbel 2015\u{202f}: 18,9 heures\u{202f}; choisi pour que les dépenses soient d’environ 700\u{202f}€ par travailleur",
        "ATD 2024: 13.7 hours; Statbel 2015: 18.9 hours; chosen so that spending is around €700 per employee",
    ]),
    (&["profCircles.targetSize", "profCircles.minSize", "profCircles.maxSize"], said![
        "intervisiegroepen van 5 tot 8 (KNGF), leergemeenschappen van 6 tot 12",
        "groupes d’intervision de 5 à 8 (KNGF), communautés d’apprentissage de 6 à 12",
        "peer groups of 5 to 8 (KNGF), learning communities of 6 to 12",
    ]),
    (&["profCircles.sessions", "profCircles.sessionHours", "profCircles.facilitatorsPerCircle"], said![
        "gepubliceerde praktijk van intervisie",
        "pratique publiée de l’intervision",
        "published practice of peer groups",
    ]),
    (&["profCircles.facilitatorPreparationHours"], said![
        "gepubliceerde praktijk van begeleiding",
        "pratique publiée de l’animation",
        "published practice of facilitation",
    ]),
    (&["profCircles.leadersPerCircle"], said![
        "het Jaarplan wil leidinggevenden in de cirkel; bij intervisie zit je eigen leidinggevende er liever niet bij",
        "le Jaarplan veut des responsables dans le cercle\u{202f}; en intervision, il vaut mieux que votre propre responsable n’y soit pas",
        "the Jaarplan wants managers in the circle; in peer groups your own manager is better not there",
    ]),
    (&["facilitation.internalCostPerHour"], said![
        "de standaard voor loonkosten per uur (Eurostat 2024)",
        "la valeur par défaut du coût salarial par heure (Eurostat 2024)",
        "the default for labour cost per hour (Eurostat 2024)",
    ]),
    (&["facilitation.externalRatePerHour"], said![
        "gepubliceerde tarieven van begeleiders (zwakke bron)",
        "tarifs publiés d’animateurs (source faible)",
        "published rates of facilitators (weak source)",
    ]),
    (&["costs", "costs[].amount"], said![
        "opleiding: € 74 per uur alles inbegrepen (2015), zonder de leertijd; de rest is onze aanname",
        "formation\u{202f}: 74\u{202f}€ par heure tout compris (2015), sans le temps d’apprentissage\u{202f}; le reste est notre hypothèse",
        "training: €74 per hour all included (2015), without the learning time; the rest is our assumption",
    ]),
    (&["budget.spendRate"], said![
        "AWVN 2023: 55%; Berenschot: 82 tot 96%",
        "AWVN 2023\u{202f}: 55\u{202f}%\u{202f}; Berenschot\u{202f}: 82 à 96\u{202f}%",
        "AWVN 2023: 55%; Berenschot: 82 to 96%",
    ]),
    (&["value.horizonYears"], said![
        "volgens het Jaarplan komen resultaten pas na één of twee jaar",
        "selon le Jaarplan, les résultats ne viennent qu’après un ou deux ans",
        "according to the Jaarplan results only come after one or two years",
    ]),
    (&["value.benefits", "value.benefits[].uplift"], said![
        "Konings 2008 (1 tot 2%), De Grip & Sauermann 2012 (10%), Groot 1994",
        "Konings 2008 (1 à 2\u{202f}%), De Grip & Sauermann 2012 (10\u{202f}%), Groot 1994",
        "Konings 2008 (1 to 2%), De Grip & Sauermann 2012 (10%), Groot 1994",
    ]),
    (&["value.benefits[].lagMonths"], said![
        "het Jaarplan: resultaat “na één of twee jaar”",
        "le Jaarplan\u{202f}: résultat «\u{202f}après un ou deux ans\u{202f}»",
        "the Jaarplan: results “after one or two years”",
    ]),
    (&["value.benefits[].halfLifeMonths"], said![
        "Saks & Belcourt 2006: na 0, 6 en 12 maanden wordt 62, 44 en 34% toegepast",
        "Saks & Belcourt 2006\u{202f}: après 0, 6 et 12 mois, 62, 44 et 34\u{202f}% sont appliqués",
        "Saks & Belcourt 2006: after 0, 6 and 12 months 62, 44 and 34% is applied",
    ]),
    (&["value.benefits[].attribution", "value.benefits[].confidence"], said![
        "cijfers uit onderzoek zijn al oorzakelijk: er gaat niets van af",
        "les chiffres de la recherche montrent déjà l’effet propre\u{202f}: rien n’en est retiré",
        "figures from research are already causal: nothing is taken off",
    ]),
    (&["value.benefits[].turnover"], said![
        "Securex 2024",
        "Securex 2024",
        "Securex 2024",
    ]),
    (&["value.benefits[].replacementCostShare"], said![
        "Boushey & Glynn 2012",
        "Boushey & Glynn 2012",
        "Boushey & Glynn 2012",
    ]),
    (&["value.inaction.skillHalfLifeYears"], said![
        "gepubliceerde halveringstijden van vaardigheden (zwakke bron)",
        "demi-vies publiées des compétences (source faible)",
        "published half-lives of skills (weak source)",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Basis, Country, defaults};
    use crate::text::catalogue::checks;

    #[test]
    fn every_default_with_a_source_names_it_in_every_language() {
        for default in defaults(Country::Be) {
            for locale in Locale::ALL {
                let named = !source(locale, default.path).is_empty();
                assert!(named || default.basis == Basis::Assumption, "{}", default.path);
            }
            let [dutch, _, french, english] =
                Locale::ALL.map(|locale| source(locale, default.path));
            // What has no name of its own is an author and a year.
            let only_names = dutch.starts_with("Securex") || dutch.starts_with("Boushey");
            assert!(
                dutch.is_empty() || only_names || dutch != french && dutch != english,
                "{dutch}"
            );
            // The one Dutch name of a source.
            checks::french(&french.replace("De Grip", ""));
            checks::english(&english.replace("De Grip", ""));
        }
    }
}
