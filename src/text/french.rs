//! The phrases in the French of Belgium, in the “vous” form.

use super::Locale;
use super::phrases::{Phrase, Span};

#[allow(clippy::too_many_lines)] // a table
#[rustfmt::skip]
pub(super) fn phrase(phrase: Phrase) -> String {
    let percent = |share| Locale::FrBe.percent(share, 0);
    match phrase {
        Phrase::NamelessGroup(n) => format!("Groupe {n}"),
        Phrase::WagesOf(groups) => format!("Ce plan contient le coût salarial d’un groupe de moins de 5 travailleurs : {groups}. Qui l’ouvre peut en déduire ce que gagne une personne."),
        Phrase::PastedRest(rest) => format!("Une partie du tableau n’a pas de champ : {rest}"),
        Phrase::GroupRemoved(name) => format!("{name} est supprimé."),
        Phrase::CostRemoved("") => "Un poste de coût est supprimé.".into(),
        Phrase::CostRemoved(name) => format!("Le poste de coût «\u{202f}{name}\u{202f}» est supprimé."),
        Phrase::ScenarioRemoved(name) => format!("Le scénario «\u{202f}{name}\u{202f}» est supprimé."),
        Phrase::CopyOf(name) => format!("Faire une copie de {name}"),
        Phrase::ComparedWith(name) => format!("Sous chaque chiffre se trouve la différence avec {name}. Un ● montre ce qui est rempli autrement que dans {name}. Un nombre en italique est une valeur par défaut."),
        Phrase::WorkingIn(name) => format!("Vous travaillez maintenant dans {name}."),
        Phrase::PlanReplaced => "Un autre plan a pris la place du vôtre.".into(),
        Phrase::Stale(1) => "Ces chiffres datent d’avant votre dernier changement\u{202f}: un champ n’est pas encore correct.".into(),
        Phrase::Stale(n) => format!("Ces chiffres datent d’avant votre dernier changement\u{202f}: {n} champs ne sont pas encore corrects."),
        Phrase::Blocked(1) => "Un champ n’est pas encore correct. Vous verrez ensuite les chiffres ici.".into(),
        Phrase::Blocked(n) => format!("{n} champs ne sont pas encore corrects. Vous verrez ensuite les chiffres ici."),
        Phrase::WorkShare(share) => format!("{share} du temps de travail"),
        Phrase::WhyFigure(name) => format!("Pourquoi ce chiffre\u{202f}? {name}"),
        Phrase::SizeOfCircles(sizes) => format!("{sizes} participants par cercle"),
        Phrase::Or(a, b) => format!("{a} ou {b}"),
        Phrase::FromTo(a, b) => format!("{a} à {b}"),
        Phrase::Left(left, available) => format!("il reste {left} sur {available}"),
        Phrase::Short(short, available) => format!("{short} de plus que les {available} disponibles"),
        Phrase::RovBetween(low, high) => format!("RoV avec {low} à {high} de productivité en plus"),
        Phrase::CostsCovered(uplift) => format!("Avec {uplift} de productivité en plus, les coûts sont couverts."),
        Phrase::RovGiven => "RoV avec la productivité que vous indiquez".into(),
        Phrase::SayTime(hours) => format!("Temps d’apprentissage par travailleur\u{202f}: {hours} heures."),
        Phrase::SayCircles(circles, meetings) => format!("{circles} cercles Prof, {meetings} réunions."),
        Phrase::SayBudget(cash, full) => format!("Dépenses {cash}, coût complet {full}."),
        Phrase::SayBreakEven(uplift) => format!("Seuil de rentabilité avec {uplift} de productivité en plus."),
        Phrase::RemoveRow(name) => format!("Supprimer {name}"),
        Phrase::CirclesOf(count, size) => format!("{count} de {size}"),
        Phrase::DefaultsCount(1) => "Un chiffre repose sur une valeur par défaut".into(),
        Phrase::DefaultsCount(n) => format!("{n} chiffres reposent sur une valeur par défaut"),
        Phrase::Estimate(low, high) => format!("estimation\u{202f}: {low} à {high}"),
        Phrase::Realistic(low, high) => format!("réaliste\u{202f}: {low} à {high}"),
        Phrase::PaybackMonth(month) => format!("après {month} mois"),
        Phrase::AtUplift(uplift) => format!("Avec {uplift} de productivité en plus"),
        Phrase::MoreAssumptions(1) => "Encore une hypothèse".into(),
        Phrase::MoreAssumptions(count) => format!("Encore {count} hypothèses"),
        Phrase::MonthNumber(month) => format!("mois {month}"),
        Phrase::SumOf(count) => format!("la somme des {count} nombres ci-dessous"),
        Phrase::ProductOf(count) => format!("les {count} nombres ci-dessous, multipliés entre eux"),
        Phrase::AtLeast(value) => format!("au moins {value}"),
        Phrase::AtMost(value) => format!("au plus {value}"),
        Phrase::NoPayback("1") => "pas en 1 an".into(),
        Phrase::NoPayback(years) => format!("pas en {years} ans"),
        Phrase::FacilitationNeeds(hours, needed, people) => {
            let more = if matches!(people, "0" | "1") { "" } else { "s" };
            format!("{hours} heures par an, soit {needed} ETP\u{202f}; il faut {people} animateur{more}")
        }
        Phrase::PerLeader(circles) => format!("{circles} cercles par responsable"),
        Phrase::Evidence => format!(
            "Pour comparer\u{202f}: la recherche a trouvé 1 à {} dans des entreprises belges (Konings 2008) et {} dans une expérience de terrain aux Pays-Bas (De Grip & Sauermann 2012).",
            percent(0.02), percent(0.1),
        ),
        Phrase::InactionOver("1") => "Ne rien faire coûte en 1 an".into(),
        Phrase::InactionOver(years) => format!("Ne rien faire coûte en {years} ans"),
        Phrase::OfGroup(name, group) => format!("{name}, {group}"),
        Phrase::PlanTitle(year) => format!("Plan annuel Apprentissage durable {year}"),
        Phrase::IndicatorsDone(1) => "1 des 13 indicateurs a un chiffre ou un texte.".into(),
        Phrase::IndicatorsDone(n) => format!("{n} des 13 indicateurs ont un chiffre ou un texte."),

        Phrase::That(name, what) => format!("{name}\u{202f}: {what}"),
        Phrase::LargestPart(name) => format!("Plus grande part\u{202f}: {name}."),
        Phrase::AvailableOf(amount) => format!("Disponible\u{202f}: {amount}"),
        Phrase::AndMore(count) => format!("et {count} de plus"),
        Phrase::CostAndValue(years, cost, value, payback) => format!("En {years}, le plan coûte {cost} et rapporte {value}. Coûts récupérés\u{202f}: {payback}."),
        Phrase::PaybackBetween(early, late) => format!("après {early} à {late} mois"),
        Phrase::PaybackEarliest(month) => format!("au plus tôt après {month} mois"),

        Phrase::NoNumber(typed, example) => format!("«\u{202f}{typed}\u{202f}» n’est pas un nombre. Tapez par exemple {example}."),
        Phrase::WrongSigns(example) => format!("Les points, virgules ou espaces sont mal placés. Tapez par exemple {example}."),
        Phrase::WrongUnit(example) => format!("Il faut ici une autre unité. Tapez seulement le nombre, par exemple {example}."),

        Phrase::ReadAsThousands(read, other) => format!("Lu comme {read}. Vous voulez dire {other}\u{202f}? Tapez alors une virgule."),
        Phrase::ReadAsDecimal(read) => format!("Lu comme {read}\u{202f}: la virgule précède les décimales."),
        Phrase::ReadBelowOne(read) => format!("Lu comme {read}, moins d’un pour cent."),

        Phrase::FteAtMost(heads) => format!("Pas plus d’ETP que de travailleurs. Tapez un nombre au-dessus de 0, au plus {heads}."),
        Phrase::FteAtMostHeads => "Tapez un nombre d’ETP au-dessus de 0, au plus le nombre de travailleurs.".into(),
        Phrase::LeadersAtMost(heads) => format!("Pas plus que le nombre de travailleurs. Tapez un nombre entier de 0 à {heads}."),
        Phrase::LeadersFromZero => "Tapez un nombre entier à partir de 0.".into(),
        Phrase::Allowed(allowed) => format!("Tapez un nombre {}.", span(allowed)),
        Phrase::AllowedWhole(allowed) => format!("Tapez un nombre entier {}.", span(allowed)),
        Phrase::NotAllowed(example) => format!("Ce nombre n’est pas possible ici. Tapez par exemple {example}."),
        Phrase::NotWhole(example) => format!("Tapez un nombre entier, sans chiffres après la virgule. Par exemple {example}."),
        Phrase::MissingText => "Il manque quelque chose ici. Remplissez ce champ.".into(),
        Phrase::MissingNumber(example) => format!("Tapez ici un nombre. Par exemple {example}."),
        Phrase::NoText => "Il y a ici un autre type de valeur que prévu.".into(),
        Phrase::NoNumberAtAll(example) => format!("Ce n’est pas un nombre. Tapez par exemple {example}."),
        Phrase::SizesNotOrdered => "Les tailles du cercle le plus petit, souhaité et le plus grand doivent aller en montant. Par exemple 5, 8 et 10.".into(),
        Phrase::EstimateNotOrdered => "La valeur la plus basse, la plus probable et la plus haute doivent aller en montant.".into(),
        Phrase::UnknownChoice => "Choisissez une des possibilités de la liste.".into(),
        Phrase::DuplicateId => "Ce code apparaît deux fois dans le plan. Donnez à chaque élément son propre code.".into(),
        Phrase::ReservedId => "Le budget utilise déjà ce code lui-même. Choisissez-en un autre.".into(),
        Phrase::UnknownId => "Ce code n’existe pas dans le plan.".into(),
        Phrase::DuplicateKey => "Ce champ se trouve deux fois dans le fichier. Gardez-en un seul.".into(),
        Phrase::TooMany => "Cette liste est trop longue.".into(),
        Phrase::TooDeep => "Ce fichier a trop de niveaux pour être un plan.".into(),
        Phrase::TooLargeAbove(max) => format!("Ceci devient trop grand pour être montré. Restez sous {max}."),
        Phrase::TooLarge => "Ceci devient trop grand pour être montré. Vérifiez s’il n’y a pas un chiffre de trop.".into(),
        Phrase::NotJson => "Ce fichier n’est pas un plan\u{202f}: ce n’est pas du JSON valable.".into(),
        Phrase::NewerSchema => "Ce plan a été fait avec une version plus récente. Vous ne pouvez pas le modifier ici.".into(),

        Phrase::UnknownField(path) => format!("Nous ne connaissons pas le champ «\u{202f}{path}\u{202f}». Il est gardé, mais il ne compte pas."),
        Phrase::WeekCyclesExceedWeeks(group) => format!("{group}\u{202f}: il y a plus de cycles hebdomadaires que de semaines effectives dans une année. Prévoyez-en moins."),
        Phrase::LearningTimeHigh(group, share) => format!("{group}\u{202f}: apprendre demande plus de {share} du temps de travail. Vérifiez si c’est faisable."),
        Phrase::LearningTimeImpossible(group) => format!("{group}\u{202f}: apprendre demande plus de temps qu’il n’y a de temps de travail. C’est impossible."),
        Phrase::GroupWithoutLearning(group) => format!("{group}\u{202f}: ce groupe n’a pas de temps d’apprentissage. La Charte veut toucher chaque groupe."),
        Phrase::CirclesInfeasible(sizes) => {
            let sizes = if sizes.is_empty() { String::new() } else { format!("\u{202f}: il y en aurait {sizes}") };
            format!("Les participants n’entrent pas dans des cercles de la taille demandée{sizes}. Augmentez l’écart entre le cercle le plus petit et le plus grand, ou réunissez des groupes.")
        }
        Phrase::TooManyCirclesPerLeader(circles) => format!("Chaque responsable participe à {circles} cercles, plus que vous ne permettez. Prévoyez moins de responsables par cercle, ou faites-en participer davantage."),
        Phrase::NoLeaders => "Chaque cercle demande un responsable, mais aucun groupe n’en a.".into(),
        Phrase::HaircutOnResearchUplift => "Le gain de productivité vient de la recherche et il est déjà prudent. Vous en retirez encore une part.".into(),
        Phrase::BenefitsMayOverlap => "Certains bénéfices décrivent peut-être le même argent. Ne les comptez pas deux fois.".into(),
        Phrase::LagReachesHorizon => "L’effet ne commence qu’après la durée choisie. Choisissez une durée plus longue ou un effet plus rapide.".into(),
        Phrase::SmallGroupWage(group, few) => format!("{group} compte moins de {few} travailleurs et a son propre coût salarial. Qui voit ce plan peut y lire un salaire."),
    }
}

fn span(span: Span) -> String {
    match span {
        Span::Between(min, max) => format!("entre {min} et {max}"),
        Span::FromTo(min, max) => format!("de {min} à {max}"),
        Span::Above(min) => format!("au-dessus de {min}"),
        Span::From(min) => format!("à partir de {min}"),
        Span::Below(max) => format!("sous {max}"),
        Span::UpTo(max) => format!("d’au plus {max}"),
    }
}
