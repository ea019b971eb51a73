//! Phrases with names and numbers in them, in the languages side by side.

use super::table::{Table, filled, table};
use crate::invariant::broken;
use crate::text::Locale;

/// Makes an enum of phrases and their texts, so that a phrase that lacks a language cannot be written.
///
/// A row is `Phrase(what it tells): "Dutch", "French", "English"`. Where Belgium and the Netherlands
/// differ the Dutch is `"here" | "there"`. In a text `{0}` is the place of the first thing that is told.
/// A text may have forms: `1=one day/{0} days` is `one day` when the last thing that is told is `1`.
macro_rules! phrases {
    (
        $(#[$about:meta])*
        $phrase:ident:
        $(
            $(#[$doc:meta])*
            $name:ident $(($($told:ty),+))?: $be:literal $(| $nl:literal)?, $fr:literal, $en:literal;
        )*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub enum $phrase<'a> { $($(#[$doc])* $name $(($($told),+))?,)* }

        impl $phrase<'_> {
            /// The text of the phrase, with places for what it tells.
            fn text(&self, locale: Locale) -> &'static str {
                enum Place { $($name,)* }
                static TEXTS: Table = table! { $($be $(| $nl)?, $fr, $en;)* };
                let place = match self { $(Self::$name { .. } => Place::$name,)* };
                TEXTS.get(locale, place as usize)
            }
        }
    };
}

impl Locale {
    /// The phrase in this locale.
    #[rustfmt::skip]
    pub fn say(self, phrase: Phrase) -> String {
        let (one, other);
        let told: [&str; 4] = match phrase {
            Phrase::PlanReplaced | Phrase::RovGiven | Phrase::Evidence | Phrase::FteAtMostHeads
            | Phrase::LeadersFromZero | Phrase::MissingText | Phrase::NoText | Phrase::SizesNotOrdered
            | Phrase::EstimateNotOrdered | Phrase::UnknownChoice | Phrase::DuplicateId | Phrase::ReservedId
            | Phrase::UnknownId | Phrase::DuplicateKey | Phrase::TooMany | Phrase::TooDeep
            | Phrase::TooLarge | Phrase::NotJson | Phrase::NewerSchema | Phrase::NoLeaders
            | Phrase::HaircutOnResearchUplift | Phrase::BenefitsMayOverlap | Phrase::LagReachesHorizon => [""; 4],
            Phrase::GroupRemoved(a) | Phrase::PastedRest(a) | Phrase::WagesOf(a) | Phrase::CostRemoved(a)
            | Phrase::ScenarioRemoved(a) | Phrase::CopyOf(a) | Phrase::GoalChance(a) | Phrase::ComparedWith(a)
            | Phrase::WorkingIn(a) | Phrase::WorkShare(a) | Phrase::WhyFigure(a) | Phrase::SizeOfCircles(a)
            | Phrase::CostsCovered(a) | Phrase::SayTime(a) | Phrase::SayBreakEven(a) | Phrase::RemoveRow(a)
            | Phrase::AtUplift(a) | Phrase::AtLeast(a) | Phrase::AtMost(a) | Phrase::NoPayback(a)
            | Phrase::InactionOver(a) | Phrase::LargestPart(a)
            | Phrase::AvailableOf(a) | Phrase::AndMore(a) | Phrase::PlanTitle(a) | Phrase::WrongSigns(a)
            | Phrase::WrongUnit(a) | Phrase::ReadAsDecimal(a) | Phrase::ReadBelowOne(a)
            | Phrase::FteAtMost(a) | Phrase::LeadersAtMost(a) | Phrase::NotAllowed(a) | Phrase::NotWhole(a)
            | Phrase::MissingNumber(a) | Phrase::NoNumberAtAll(a) | Phrase::TooLargeAbove(a)
            | Phrase::UnknownField(a) | Phrase::WeekCyclesExceedWeeks(a) | Phrase::LearningTimeImpossible(a)
            | Phrase::GroupWithoutLearning(a) | Phrase::CirclesInfeasible(a)
            | Phrase::TooManyCirclesPerLeader(a) | Phrase::Samples(a) | Phrase::CurvesAt(a) | Phrase::Middle(a) | Phrase::AlmostSure(a)
            | Phrase::ChanceOfValue(a) | Phrase::ChanceOfBudget(a) => [a, "", "", ""],
            Phrase::Or(a, b) | Phrase::FromTo(a, b) | Phrase::Left(a, b) | Phrase::Short(a, b)
            | Phrase::RovBetween(a, b) | Phrase::SayCircles(a, b) | Phrase::SayBudget(a, b)
            | Phrase::CirclesOf(a, b) | Phrase::Estimate(a, b) | Phrase::Realistic(a, b)
            | Phrase::GoalMissed(a, b) | Phrase::GoalNow(a, b) | Phrase::SpreadFound(a, b)
            | Phrase::SpreadNow(a, b) | Phrase::YieldOf(a, b) | Phrase::JustAsMuch(a, b)
            | Phrase::OfGroup(a, b) | Phrase::That(a, b) | Phrase::NoNumber(a, b)
            | Phrase::At(a, b) | Phrase::ErrorOf(a, b) | Phrase::Odds(a, b) | Phrase::OddsBelow(a, b) | Phrase::OddsAbove(a, b) | Phrase::ChanceOfPayback(a, b)
            | Phrase::ReadAsThousands(a, b) | Phrase::LearningTimeHigh(a, b) | Phrase::SmallGroupWage(a, b) => [a, b, "", ""],
            Phrase::MoreOften(a, b, c) => [a, b, c, ""],
            Phrase::CostAndValue(a, b, c, d) | Phrase::GoalFound(a, b, c, d) => [a, b, c, d],
            Phrase::NamelessGroup(number) | Phrase::Stale(number) | Phrase::Blocked(number)
            | Phrase::DefaultsCount(number) | Phrase::MoreAssumptions(number) | Phrase::MonthNumber(number)
            | Phrase::SumOf(number) | Phrase::ProductOf(number) | Phrase::IndicatorsDone(number) => {
                one = number.to_string();
                [&one, "", "", ""]
            },
            Phrase::PaybackMonth(month) | Phrase::PaybackEarliest(month) => {
                one = month.to_string();
                [&one, "", "", ""]
            },
            Phrase::PaybackBetween(early, late) => {
                (one, other) = (early.to_string(), late.to_string());
                [&one, &other, "", ""]
            },
            Phrase::Allowed(span) | Phrase::AllowedWhole(span) => {
                one = self.span(span);
                [&one, "", "", ""]
            },
        };
        said(phrase.text(self), &told)
    }

    fn span(self, span: Span) -> String {
        let told = match span {
            Span::Between(a, b) | Span::FromTo(a, b) => [a, b],
            Span::Above(a) | Span::From(a) | Span::Below(a) | Span::UpTo(a) => [a, ""],
        };
        filled(span.text(self), &told)
    }
}

/// The form of a text that goes with what it tells, and that in its places.
fn said(text: &str, told: &[&str]) -> String {
    // A phrase that tells nothing has one form.
    let last = told.iter().rfind(|told| !told.is_empty()).copied().unwrap_or("");
    for form in text.split('/') {
        match form.split_once('=') {
            Some((of, form)) if of == last => return filled(form, told),
            None => return filled(form, told),
            Some(_) => {}
        }
    }
    broken("a phrase has a form for all else")
}

phrases! {
    /// A phrase on the screen; numbers in it are already written out.
    Phrase:

    /// A group without a name, by its place from 1.
    NamelessGroup(usize):
        "Groep {0}",
        "Groupe {0}",
        "Group {0}";
    /// A group was taken away.
    GroupRemoved(&'a str):
        "{0} is verwijderd.",
        "{0} est supprimé.",
        "{0} has been removed.";
    /// What stood in a pasted table and has no field.
    PastedRest(&'a str):
        "Voor een deel van de tabel is er geen veld: {0}",
        "Une partie du tableau n’a pas de champ : {0}",
        "Part of the table has no field: {0}";
    /// A plan about to be shared tells the wages of these groups.
    WagesOf(&'a str):
        "Dit plan bevat de loonkost van een groep met minder dan 5 medewerkers: {0}. Wie het opent, kan daaruit afleiden wat iemand verdient.",
        "Ce plan contient le coût salarial d’un groupe de moins de 5 travailleurs : {0}. Qui l’ouvre peut en déduire ce que gagne une personne.",
        "This plan has the labour cost of a group of fewer than 5 employees: {0}. Who opens it can work out what a person earns.";
    /// A cost line was taken away.
    CostRemoved(&'a str):
        "=Een kostenpost is verwijderd./Kostenpost “{0}” is verwijderd.",
        "=Un poste de coût est supprimé./Le poste de coût «\u{202f}{0}\u{202f}» est supprimé.",
        "=A cost item has been removed./Cost item “{0}” has been removed.";
    /// A scenario was taken away.
    ScenarioRemoved(&'a str):
        "Scenario “{0}” is verwijderd.",
        "Le scénario «\u{202f}{0}\u{202f}» est supprimé.",
        "Scenario “{0}” has been removed.";
    /// Makes a copy of a scenario.
    CopyOf(&'a str):
        "Maak een kopie van {0}",
        "Faire une copie de {0}",
        "Make a copy of {0}";
    /// How scenarios are compared with the first.
    ComparedWith(&'a str):
        "Onder elk cijfer staat het verschil met {0}. Bij een ● is iets anders ingevuld dan in {0}. Een schuin getal is een standaard.",
        "Sous chaque chiffre se trouve la différence avec {0}. Un ● montre ce qui est rempli autrement que dans {0}. Un nombre en italique est une valeur par défaut.",
        "Under each figure stands the difference from {0}. A ● shows what has been filled in otherwise than in {0}. A slanted number is a default.";
    /// The scenario that is worked on.
    WorkingIn(&'a str):
        "Je werkt nu in {0}.",
        "Vous travaillez maintenant dans {0}.",
        "You are now working in {0}.";
    /// Another plan took the place of one that was worked on.
    PlanReplaced:
        "Er staat een ander plan in de plaats van het jouwe.",
        "Un autre plan a pris la place du vôtre.",
        "Another plan has taken the place of yours.";
    /// The figures are older than a mistake in so many fields.
    Stale(usize):
        "1=Deze cijfers zijn van vóór je laatste wijziging: één veld klopt nog niet./Deze cijfers zijn van vóór je laatste wijziging: {0} velden kloppen nog niet.",
        "1=Ces chiffres datent d’avant votre dernier changement\u{202f}: un champ n’est pas encore correct./Ces chiffres datent d’avant votre dernier changement\u{202f}: {0} champs ne sont pas encore corrects.",
        "1=These figures are from before your last change: one field is not right yet./These figures are from before your last change: {0} fields are not right yet.";
    /// Nothing can be computed before so many fields are right.
    Blocked(usize):
        "1=Eén veld klopt nog niet. Daarna zie je hier de cijfers./{0} velden kloppen nog niet. Daarna zie je hier de cijfers.",
        "1=Un champ n’est pas encore correct. Vous verrez ensuite les chiffres ici./{0} champs ne sont pas encore corrects. Vous verrez ensuite les chiffres ici.",
        "1=One field is not right yet. After that you see the figures here./{0} fields are not right yet. After that you see the figures here.";
    /// The share of working time.
    WorkShare(&'a str):
        "{0} van de werktijd",
        "{0} du temps de travail",
        "{0} of working time";
    /// The heading above the steps to a figure.
    WhyFigure(&'a str):
        "Waarom dit getal? {0}",
        "Pourquoi ce chiffre\u{202f}? {0}",
        "Why this number? {0}";
    /// How many people sit in a circle.
    SizeOfCircles(&'a str):
        "{0} deelnemers per cirkel",
        "{0} participants par cercle",
        "{0} participants per circle";
    /// Two alternatives.
    Or(&'a str, &'a str):
        "{0} of {1}",
        "{0} ou {1}",
        "{0} or {1}";
    /// An input, its value, a figure and what that then is.
    GoalFound(&'a str, &'a str, &'a str, &'a str):
        "Zet “{0}” op {1}. Dan komt “{2}” op {3}.",
        "Mettez «\u{202f}{0}\u{202f}» à {1}. Alors «\u{202f}{2}\u{202f}» arrive à {3}.",
        "Set “{0}” to {1}. Then “{2}” comes to {3}.";
    /// The lowest and the highest value of an input that does not reach a goal.
    GoalMissed(&'a str, &'a str):
        "Dit is niet haalbaar tussen {0} en {1}. Het dichtst in de buurt komt dit:",
        "Ce n’est pas possible entre {0} et {1}. Voici ce qui s’en approche le plus\u{202f}:",
        "This cannot be done between {0} and {1}. This comes closest:";
    /// The input now, and the figure.
    GoalNow(&'a str, &'a str):
        "In je plan is dat nu {0}, en kom je uit op {1}.",
        "Dans votre plan, c’est maintenant {0}, et vous arrivez à {1}.",
        "In your plan that is {0} now, and you come to {1}.";
    /// How often in ten.
    GoalChance(&'a str):
        "De kans dat het lukt is ongeveer {0} op 10.",
        "La chance de réussir est d’environ {0} sur 10.",
        "The chance that it works is about {0} in 10.";
    /// What a budget that was spread costs, and yields.
    SpreadFound(&'a str, &'a str):
        "Het voorstel kost {0} en levert naar verwachting netto {1} op.",
        "La proposition coûte {0} et devrait rapporter {1} net.",
        "The proposal costs {0} and should yield {1} net.";
    /// The same of the plan.
    SpreadNow(&'a str, &'a str):
        "In je plan is dat nu {0} en {1}.",
        "Dans votre plan, c’est maintenant {0} et {1}.",
        "In your plan that is {0} and {1} now.";
    /// A scenario, how often in ten it yields more, and the first one.
    MoreOften(&'a str, &'a str, &'a str):
        "“{0}” levert {1} keer op 10 netto meer op dan “{2}”.",
        "«\u{202f}{0}\u{202f}» rapporte {1} fois sur 10 plus que «\u{202f}{2}\u{202f}», net.",
        "“{0}” yields more than “{2}”, net, {1} times in 10.";
    /// A scenario, and the first one.
    JustAsMuch(&'a str, &'a str):
        "“{0}” levert netto evenveel op als “{1}”.",
        "«\u{202f}{0}\u{202f}» rapporte autant que «\u{202f}{1}\u{202f}», net.",
        "“{0}” yields as much as “{1}”, net.";
    /// A budget, and what it yields.
    YieldOf(&'a str, &'a str):
        "Een budget van {0} levert netto {1} op.",
        "Un budget de {0} rapporte {1} net.",
        "A budget of {0} yields {1} net.";
    /// A span.
    FromTo(&'a str, &'a str):
        "{0} tot {1}",
        "{0} à {1}",
        "{0} to {1}";
    /// Money left of what is available.
    Left(&'a str, &'a str):
        "{0} over van {1}",
        "il reste {0} sur {1}",
        "{0} left of {1}";
    /// Money short of what is available.
    Short(&'a str, &'a str):
        "{0} meer dan de beschikbare {1}",
        "{0} de plus que les {1} disponibles",
        "{0} more than the {1} available";
    /// Return on Value between two uplifts.
    RovBetween(&'a str, &'a str):
        "RoV bij {0} tot {1} meer productiviteit",
        "RoV avec {0} à {1} de productivité en plus",
        "RoV with {0} to {1} more productivity";
    /// The uplift at which the plan pays for itself.
    CostsCovered(&'a str):
        "Bij {0} meer productiviteit zijn de kosten gedekt.",
        "Avec {0} de productivité en plus, les coûts sont couverts.",
        "With {0} more productivity the costs are covered.";
    /// Return on Value at the uplift that the plan gives.
    RovGiven:
        "RoV bij de productiviteit die je invult",
        "RoV avec la productivité que vous indiquez",
        "RoV with the productivity that you fill in";
    /// Spoken: learning time per employee.
    SayTime(&'a str):
        "Leertijd per medewerker: {0} uur.",
        "Temps d’apprentissage par travailleur\u{202f}: {0} heures.",
        "Learning time per employee: {0} hours.";
    /// Spoken: circles and meetings.
    SayCircles(&'a str, &'a str):
        "{0} Prof-cirkels, {1} bijeenkomsten.",
        "{0} cercles Prof, {1} réunions.",
        "{0} Prof circles, {1} meetings.";
    /// Spoken: cash and full cost.
    SayBudget(&'a str, &'a str):
        "Uitgaven {0}, volledige kost {1}."
            | "Uitgaven {0}, volledige kosten {1}.",
        "Dépenses {0}, coût complet {1}.",
        "Spending {0}, full cost {1}.";
    /// Spoken: break-even.
    SayBreakEven(&'a str):
        "Break-even bij {0} meer productiviteit.",
        "Seuil de rentabilité avec {0} de productivité en plus.",
        "Break-even with {0} more productivity.";
    /// So many samples.
    Samples(&'a str):
        "{0} doorrekeningen",
        "{0} calculs",
        "{0} calculations";
    /// A figure that hardly depends on what is not known.
    AlmostSure(&'a str):
        "vrijwel zeker {0}",
        "presque certainement {0}",
        "almost certainly {0}";
    /// So many in so many.
    Odds(&'a str, &'a str):
        "{0} op {1}",
        "{0} sur {1}",
        "{0} in {1}";
    /// Fewer than so many in so many.
    OddsBelow(&'a str, &'a str):
        "minder dan {0} op {1}",
        "moins de {0} sur {1}",
        "less than {0} in {1}";
    /// More than so many in so many.
    OddsAbove(&'a str, &'a str):
        "meer dan {0} op {1}",
        "plus de {0} sur {1}",
        "more than {0} in {1}";
    /// Between which uplifts the curves lie.
    CurvesAt(&'a str):
        "De lijnen: bij {0} meer productiviteit, met al het andere zoals het nu is ingevuld.",
        "Les courbes\u{202f}: avec {0} de productivité en plus, tout le reste tel que rempli maintenant.",
        "The curves: with {0} more productivity, everything else as filled in now.";
    /// The median.
    Middle(&'a str):
        "in het midden: {0}",
        "au milieu\u{202f}: {0}",
        "in the middle: {0}";
    /// A figure at a value of what it rests on.
    At(&'a str, &'a str):
        "bij {0}: {1}",
        "avec {0}\u{202f}: {1}",
        "at {0}: {1}";
    /// How sure the mean of a figure is, by the number of samples.
    ErrorOf(&'a str, &'a str):
        "Berekend met {0} doorrekeningen. De rekenfout van het gemiddelde is hoogstens {1}.",
        "Calculé avec {0} calculs. L’erreur de calcul de la moyenne est d’au plus {1}.",
        "Worked out from {0} calculations. The calculation error of the mean is at most {1}.";
    /// How likely net value is to be at least zero.
    ChanceOfValue(&'a str):
        "Kans van {0} dat de opbrengst de kosten dekt.",
        "Probabilité de {0} que la valeur couvre les coûts.",
        "A chance of {0} that the value covers the costs.";
    /// How likely the available budget is to be enough.
    ChanceOfBudget(&'a str):
        "Kans van {0} dat het beschikbare budget volstaat.",
        "Probabilité de {0} que le budget disponible suffise.",
        "A chance of {0} that the available budget is enough.";
    /// How likely the plan is to pay for itself, within so many years.
    ChanceOfPayback(&'a str, &'a str):
        "kans van {0} binnen {1} jaar",
        "1=probabilité de {0} en 1 an/probabilité de {0} en {1} ans",
        "1=a chance of {0} within 1 year/a chance of {0} within {1} years";
    /// Removes a named row.
    RemoveRow(&'a str):
        "Verwijder {0}",
        "Supprimer {0}",
        "Remove {0}";
    /// So many circles of a size.
    CirclesOf(&'a str, &'a str):
        "{0} van {1}",
        "{0} de {1}",
        "{0} of {1}";
    /// How many inputs rest on a default.
    DefaultsCount(usize):
        "1=Eén cijfer rust op een standaard/{0} cijfers rusten op een standaard",
        "1=Un chiffre repose sur une valeur par défaut/{0} chiffres reposent sur une valeur par défaut",
        "1=One figure rests on a default/{0} figures rest on a default";
    /// The most likely, lowest and highest of an estimate.
    Estimate(&'a str, &'a str):
        "schatting: {0} tot {1}",
        "estimation\u{202f}: {0} à {1}",
        "estimate: {0} to {1}";
    /// A realistic range.
    Realistic(&'a str, &'a str):
        "realistisch: {0} tot {1}",
        "réaliste\u{202f}: {0} à {1}",
        "realistic: {0} to {1}";
    /// In which month the plan has paid for itself.
    PaybackMonth(u32):
        "1=na 1 maand/na {0} maanden",
        "après {0} mois",
        "1=after 1 month/after {0} months";
    /// A case of the plan: with this much more productivity.
    AtUplift(&'a str):
        "Bij {0} meer productiviteit",
        "Avec {0} de productivité en plus",
        "With {0} more productivity";
    /// So many assumptions more than those that are shown.
    MoreAssumptions(usize):
        "1=Nog één aanname/Nog {0} aannames",
        "1=Encore une hypothèse/Encore {0} hypothèses",
        "1=One more assumption/{0} more assumptions";
    /// A month of the plan, from 1.
    MonthNumber(usize):
        "maand {0}",
        "mois {0}",
        "month {0}";
    /// A sum of more parts than a sentence can name.
    SumOf(usize):
        "de som van de {0} getallen hieronder",
        "la somme des {0} nombres ci-dessous",
        "the sum of the {0} numbers below";
    /// A product of more parts than a sentence can name.
    ProductOf(usize):
        "de {0} getallen hieronder, met elkaar vermenigvuldigd",
        "les {0} nombres ci-dessous, multipliés entre eux",
        "the {0} numbers below, multiplied";
    /// A lowest value that holds whatever the formula gives.
    AtLeast(&'a str):
        "minstens {0}",
        "au moins {0}",
        "at least {0}";
    /// A highest value that holds whatever the formula gives.
    AtMost(&'a str):
        "hoogstens {0}",
        "au plus {0}",
        "at most {0}";
    /// It does not, within so many years.
    NoPayback(&'a str):
        "niet binnen {0} jaar",
        "1=pas en 1 an/pas en {0} ans",
        "1=not within 1 year/not within {0} years";
    /// What other evidence says about the uplift.
    Evidence:
        "Ter vergelijking: onderzoek vond 1 tot 2% bij Belgische bedrijven (Konings 2008) en 10% in een Nederlands veldexperiment (De Grip & Sauermann 2012).",
        "Pour comparer\u{202f}: la recherche a trouvé 1 à 2\u{202f}% dans des entreprises belges (Konings 2008) et 10\u{202f}% dans une expérience de terrain aux Pays-Bas (De Grip & Sauermann 2012).",
        "To compare: research found 1 to 2% in Belgian firms (Konings 2008) and 10% in a field experiment in the Netherlands (De Grip & Sauermann 2012).";
    /// What doing nothing costs, over so many years.
    InactionOver(&'a str):
        "Niets doen kost in {0} jaar",
        "1=Ne rien faire coûte en 1 an/Ne rien faire coûte en {0} ans",
        "1=Doing nothing costs in 1 year/Doing nothing costs in {0} years";
    /// A member of an organisation-wide list: `Loonkost per uur, Zorg`.
    OfGroup(&'a str, &'a str):
        "{0}, {1}",
        "{0}, {1}",
        "{0}, {1}";

    // What a picture says
    /// A name, and what there is to say of it.
    That(&'a str, &'a str):
        "{0}: {1}",
        "{0}\u{202f}: {1}",
        "{0}: {1}";
    /// The part that is larger than the others.
    LargestPart(&'a str):
        "Grootste deel: {0}.",
        "Plus grande part\u{202f}: {0}.",
        "Largest part: {0}.";
    /// The amount that may be spent.
    AvailableOf(&'a str):
        "Beschikbaar: {0}",
        "Disponible\u{202f}: {0}",
        "Available: {0}";
    /// So many more than are drawn.
    AndMore(&'a str):
        "en nog {0}",
        "et {0} de plus",
        "and {0} more";
    /// Over a period: what it costs, what it brings, and when it has paid for itself.
    CostAndValue(&'a str, &'a str, &'a str, &'a str):
        "In {0} kost het plan {1} en brengt het {2} op. Terugverdiend: {3}.",
        "En {0}, le plan coûte {1} et rapporte {2}. Coûts récupérés\u{202f}: {3}.",
        "In {0} the plan costs {1} and brings in {2}. Paid back: {3}.";
    /// Between which months the plan has paid for itself.
    PaybackBetween(u32, u32):
        "na {0} tot {1} maanden",
        "après {0} à {1} mois",
        "after {0} to {1} months";
    /// In which month the plan has paid for itself, if it ever has.
    PaybackEarliest(u32):
        "1=op zijn vroegst na 1 maand/op zijn vroegst na {0} maanden",
        "au plus tôt après {0} mois",
        "1=after 1 month at the earliest/after {0} months at the earliest";

    // The Jaarplan on paper
    /// The title of a plan that has none, with its year.
    PlanTitle(&'a str):
        "Jaarplan Duurzaam leren {0}",
        "Plan annuel Apprentissage durable {0}",
        "Annual plan for sustainable learning {0}";
    /// So many of the indicators have a figure or a text.
    IndicatorsDone(usize):
        "1=1 van de 13 indicatoren heeft een cijfer of tekst./{0} van de 13 indicatoren hebben een cijfer of tekst.",
        "1=1 des 13 indicateurs a un chiffre ou un texte./{0} des 13 indicateurs ont un chiffre ou un texte.",
        "1=1 of the 13 indicators has a figure or a text./{0} of the 13 indicators have a figure or a text.";

    // What is wrong with what was typed, with an example that works
    /// It is no number.
    NoNumber(&'a str, &'a str):
        "“{0}” is geen getal. Typ bijvoorbeeld {1}.",
        "«\u{202f}{0}\u{202f}» n’est pas un nombre. Tapez par exemple {1}.",
        "“{0}” is not a number. Type for example {1}.";
    /// Its points, commas or spaces are out of place.
    WrongSigns(&'a str):
        "De punten, komma’s of spaties staan niet goed. Typ bijvoorbeeld {0}.",
        "Les points, virgules ou espaces sont mal placés. Tapez par exemple {0}.",
        "The points, commas or spaces are not in the right place. Type for example {0}.";
    /// It has a unit of something else.
    WrongUnit(&'a str):
        "Hier hoort een andere eenheid. Typ alleen het getal, bijvoorbeeld {0}.",
        "Il faut ici une autre unité. Tapez seulement le nombre, par exemple {0}.",
        "Another unit belongs here. Type only the number, for example {0}.";

    // How a doubtful number was read
    /// With a sign between thousands; the other number that it could be.
    ReadAsThousands(&'a str, &'a str):
        "Gelezen als {0}. Bedoel je {1}? Typ dan een komma.",
        "Lu comme {0}. Vous voulez dire {1}\u{202f}? Tapez alors une virgule.",
        "Read as {0}. Do you mean {1}? Then type a point.";
    /// With decimals.
    ReadAsDecimal(&'a str):
        "Gelezen als {0}: de komma staat voor de decimalen.",
        "Lu comme {0}\u{202f}: la virgule précède les décimales.",
        "Read as {0}: the point comes before the decimals.";
    /// As less than one percent.
    ReadBelowOne(&'a str):
        "Gelezen als {0}, minder dan één procent.",
        "Lu comme {0}, moins d’un pour cent.",
        "Read as {0}, less than one percent.";

    // What is wrong with an input
    /// More FTE than so many people.
    FteAtMost(&'a str):
        "Niet meer VTE dan medewerkers. Typ een getal boven 0, hoogstens {0}."
            | "Niet meer fte dan medewerkers. Typ een getal boven 0, hoogstens {0}.",
        "Pas plus d’ETP que de travailleurs. Tapez un nombre au-dessus de 0, au plus {0}.",
        "No more FTE than employees. Type a number above 0, at most {0}.";
    /// FTE that cannot be, where the number of people is not known.
    FteAtMostHeads:
        "Typ een aantal VTE boven 0, hoogstens het aantal medewerkers."
            | "Typ een aantal fte boven 0, hoogstens het aantal medewerkers.",
        "Tapez un nombre d’ETP au-dessus de 0, au plus le nombre de travailleurs.",
        "Type a number of FTE above 0, at most the number of employees.";
    /// More managers than so many people.
    LeadersAtMost(&'a str):
        "Niet meer dan er medewerkers zijn. Typ een heel getal van 0 tot en met {0}.",
        "Pas plus que le nombre de travailleurs. Tapez un nombre entier de 0 à {0}.",
        "No more than there are employees. Type a whole number from 0 to {0}.";
    /// Managers that cannot be, where the number of people is not known.
    LeadersFromZero:
        "Typ een heel getal vanaf 0.",
        "Tapez un nombre entier à partir de 0.",
        "Type a whole number from 0 up.";
    /// A number out of its bounds.
    Allowed(Span<'a>):
        "Typ een getal {0}.",
        "Tapez un nombre {0}.",
        "Type a number {0}.";
    /// A whole number out of its bounds.
    AllowedWhole(Span<'a>):
        "Typ een heel getal {0}.",
        "Tapez un nombre entier {0}.",
        "Type a whole number {0}.";
    /// A number that cannot be, without bounds to tell.
    NotAllowed(&'a str):
        "Dit getal kan hier niet. Typ bijvoorbeeld {0}.",
        "Ce nombre n’est pas possible ici. Tapez par exemple {0}.",
        "This number is not possible here. Type for example {0}.";
    /// Not a whole number.
    NotWhole(&'a str):
        "Typ een heel getal, zonder cijfers na de komma. Bijvoorbeeld {0}.",
        "Tapez un nombre entier, sans chiffres après la virgule. Par exemple {0}.",
        "Type a whole number, without digits after the point. For example {0}.";
    /// A text or choice is missing.
    MissingText:
        "Hier ontbreekt iets. Vul het in.",
        "Il manque quelque chose ici. Remplissez ce champ.",
        "Something is missing here. Fill it in.";
    /// A number is missing.
    MissingNumber(&'a str):
        "Vul hier een getal in. Bijvoorbeeld {0}.",
        "Tapez ici un nombre. Par exemple {0}.",
        "Fill in a number here. For example {0}.";
    /// Another kind of value than a text or choice.
    NoText:
        "Hier staat een andere soort waarde dan verwacht.",
        "Il y a ici un autre type de valeur que prévu.",
        "There is another kind of value here than expected.";
    /// Another kind of value than a number.
    NoNumberAtAll(&'a str):
        "Dit is geen getal. Typ bijvoorbeeld {0}.",
        "Ce n’est pas un nombre. Tapez par exemple {0}.",
        "This is not a number. Type for example {0}.";
    /// The sizes of circles do not go up.
    SizesNotOrdered:
        "De kleinste, de gewenste en de grootste cirkel moeten oplopen. Bijvoorbeeld 5, 8 en 10.",
        "Les tailles du cercle le plus petit, souhaité et le plus grand doivent aller en montant. Par exemple 5, 8 et 10.",
        "The smallest, the preferred and the largest circle must go up. For example 5, 8 and 10.";
    /// The ends of an estimate do not go up.
    EstimateNotOrdered:
        "De laagste, de waarschijnlijkste en de hoogste waarde moeten oplopen.",
        "La valeur la plus basse, la plus probable et la plus haute doivent aller en montant.",
        "The lowest, the most likely and the highest value must go up.";
    /// None of the choices.
    UnknownChoice:
        "Kies een van de mogelijkheden in de lijst.",
        "Choisissez une des possibilités de la liste.",
        "Choose one of the options in the list.";
    /// An id twice.
    DuplicateId:
        "Deze code komt twee keer voor in het plan. Geef elk onderdeel een eigen code.",
        "Ce code apparaît deux fois dans le plan. Donnez à chaque élément son propre code.",
        "This code occurs twice in the plan. Give each part a code of its own.";
    /// An id that the budget uses itself.
    ReservedId:
        "Deze code gebruikt de begroting zelf al. Kies een andere.",
        "Le budget utilise déjà ce code lui-même. Choisissez-en un autre.",
        "The budget already uses this code itself. Choose another.";
    /// An id that is not there.
    UnknownId:
        "Deze code bestaat niet in het plan.",
        "Ce code n’existe pas dans le plan.",
        "This code does not exist in the plan.";
    /// A key twice.
    DuplicateKey:
        "Dit veld staat twee keer in het bestand. Laat er één staan.",
        "Ce champ se trouve deux fois dans le fichier. Gardez-en un seul.",
        "This field is in the file twice. Keep only one.";
    /// A list that is too long.
    TooMany:
        "Deze lijst is te lang.",
        "Cette liste est trop longue.",
        "This list is too long.";
    /// A document that is nested too deep.
    TooDeep:
        "Het bestand is te diep genest om een plan te zijn.",
        "Ce fichier a trop de niveaux pour être un plan.",
        "The file has too many levels to be a plan.";
    /// A result that is too large to show; what to stay below.
    TooLargeAbove(&'a str):
        "Dit wordt te groot om te tonen. Blijf onder {0}.",
        "Ceci devient trop grand pour être montré. Restez sous {0}.",
        "This becomes too large to show. Stay below {0}.";
    /// A result that is too large to show.
    TooLarge:
        "Dit wordt te groot om te tonen. Kijk of er geen cijfer te veel staat.",
        "Ceci devient trop grand pour être montré. Vérifiez s’il n’y a pas un chiffre de trop.",
        "This becomes too large to show. Check that there is no digit too many.";
    /// A file that is no JSON.
    NotJson:
        "Dit bestand is geen plan: het is geen geldige JSON.",
        "Ce fichier n’est pas un plan\u{202f}: ce n’est pas du JSON valable.",
        "This file is not a plan: it is not valid JSON.";
    /// A plan of a newer version.
    NewerSchema:
        "Dit plan is gemaakt met een nieuwere versie. Je kunt het hier niet wijzigen.",
        "Ce plan a été fait avec une version plus récente. Vous ne pouvez pas le modifier ici.",
        "This plan was made with a newer version. You cannot change it here.";

    // What deserves a look; the group comes first
    /// A field that is not known.
    UnknownField(&'a str):
        "Het veld “{0}” kennen we niet. Het blijft bewaard, maar telt niet mee.",
        "Nous ne connaissons pas le champ «\u{202f}{0}\u{202f}». Il est gardé, mais il ne compte pas.",
        "We do not know the field “{0}”. It is kept, but it does not count.";
    /// More week cycles than weeks.
    WeekCyclesExceedWeeks(&'a str):
        "{0}: er zijn meer weekcycli dan effectieve weken in een jaar. Plan er minder.",
        "{0}\u{202f}: il y a plus de cycles hebdomadaires que de semaines effectives dans une année. Prévoyez-en moins.",
        "{0}: there are more week cycles than effective weeks in a year. Plan fewer.";
    /// Learning takes more than a share of working time.
    LearningTimeHigh(&'a str, &'a str):
        "{0}: leren vraagt meer dan {1} van de werktijd. Kijk of dat haalbaar is.",
        "{0}\u{202f}: apprendre demande plus de {1} du temps de travail. Vérifiez si c’est faisable.",
        "{0}: learning takes more than {1} of working time. Check that this is feasible.";
    /// Learning takes more than all working time.
    LearningTimeImpossible(&'a str):
        "{0}: leren vraagt meer tijd dan er werktijd is. Dat kan niet.",
        "{0}\u{202f}: apprendre demande plus de temps qu’il n’y a de temps de travail. C’est impossible.",
        "{0}: learning takes more time than there is working time. That is not possible.";
    /// A group does not learn.
    GroupWithoutLearning(&'a str):
        "{0}: deze groep heeft geen leertijd. Het Charter wil elke groep bereiken.",
        "{0}\u{202f}: ce groupe n’a pas de temps d’apprentissage. La Charte veut toucher chaque groupe.",
        "{0}: this group has no learning time. The Charter wants to reach every group.";
    /// The circles do not fit; the sizes that they get, or nothing.
    CirclesInfeasible(&'a str):
        "=De deelnemers passen niet in cirkels van de gevraagde grootte. Maak het verschil tussen de kleinste en de grootste cirkel ruimer, of tel groepen samen./De deelnemers passen niet in cirkels van de gevraagde grootte: ze worden {0}. Maak het verschil tussen de kleinste en de grootste cirkel ruimer, of tel groepen samen.",
        "=Les participants n’entrent pas dans des cercles de la taille demandée. Augmentez l’écart entre le cercle le plus petit et le plus grand, ou réunissez des groupes./Les participants n’entrent pas dans des cercles de la taille demandée\u{202f}: il y en aurait {0}. Augmentez l’écart entre le cercle le plus petit et le plus grand, ou réunissez des groupes.",
        "=The participants do not fit in circles of the size you ask for. Make the difference between the smallest and the largest circle wider, or combine groups./The participants do not fit in circles of the size you ask for: there would be {0}. Make the difference between the smallest and the largest circle wider, or combine groups.";
    /// Each manager sits in so many circles.
    TooManyCirclesPerLeader(&'a str):
        "Elke leidinggevende zit in {0} cirkels, meer dan je toelaat. Reken op minder leidinggevenden per cirkel, of laat er meer meedoen.",
        "Chaque responsable participe à {0} cercles, plus que vous ne permettez. Prévoyez moins de responsables par cercle, ou faites-en participer davantage.",
        "Each manager is in {0} circles, more than you allow. Count on fewer managers per circle, or let more of them take part.";
    /// Circles ask for managers, and there are none.
    NoLeaders:
        "Elke cirkel vraagt een leidinggevende, maar geen enkele groep heeft er een.",
        "Chaque cercle demande un responsable, mais aucun groupe n’en a.",
        "Each circle asks for a manager, but no group has one.";
    /// A careful uplift is made lower again.
    HaircutOnResearchUplift:
        "De productiviteitswinst komt uit onderzoek en is al voorzichtig. Je trekt er nog eens iets van af.",
        "Le gain de productivité vient de la recherche et il est déjà prudent. Vous en retirez encore une part.",
        "The gain in productivity comes from research and is already careful. You take something off once more.";
    /// Benefits may count the same money.
    BenefitsMayOverlap:
        "Sommige opbrengsten beschrijven misschien hetzelfde geld. Tel ze niet dubbel.",
        "Certains bénéfices décrivent peut-être le même argent. Ne les comptez pas deux fois.",
        "Some benefits may describe the same money. Do not count them twice.";
    /// The effect comes after the period.
    LagReachesHorizon:
        "Het effect begint pas na de looptijd. Kies een langere looptijd of een vroeger effect.",
        "L’effet ne commence qu’après la durée choisie. Choisissez une durée plus longue ou un effet plus rapide.",
        "The effect only starts after the period. Choose a longer period or an earlier effect.";
    /// A group of fewer than so many people shows a wage.
    SmallGroupWage(&'a str, &'a str):
        "{0} telt minder dan {1} medewerkers en heeft een eigen loonkost. Wie dit plan ziet, kan een loon aflezen."
            | "{0} telt minder dan {1} medewerkers en heeft eigen loonkosten. Wie dit plan ziet, kan een loon aflezen.",
        "{0} compte moins de {1} travailleurs et a son propre coût salarial. Qui voit ce plan peut y lire un salaire.",
        "{0} has fewer than {1} employees and a labour cost of its own. Whoever sees this plan can read a wage from it.";
}

phrases! {
    /// The numbers that are allowed.
    Span:

    /// Both ends excluded.
    Between(&'a str, &'a str):
        "tussen {0} en {1}",
        "entre {0} et {1}",
        "between {0} and {1}";
    /// Both ends included.
    FromTo(&'a str, &'a str):
        "van {0} tot en met {1}",
        "de {0} à {1}",
        "from {0} to {1}";
    /// Above an end.
    Above(&'a str):
        "boven {0}",
        "au-dessus de {0}",
        "above {0}";
    /// From an end on.
    From(&'a str):
        "vanaf {0}",
        "à partir de {0}",
        "from {0} up";
    /// Below an end.
    Below(&'a str):
        "onder {0}",
        "sous {0}",
        "below {0}";
    /// Up to an end.
    UpTo(&'a str):
        "van hoogstens {0}",
        "d’au plus {0}",
        "of at most {0}";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::catalogue::checks;

    #[test]
    fn the_countries_keep_their_own_terms() {
        let budget = Phrase::SayBudget("€ 1", "€ 2");
        assert_eq!(Locale::NlBe.say(budget), "Uitgaven € 1, volledige kost € 2.");
        assert_eq!(Locale::NlNl.say(budget), "Uitgaven € 1, volledige kosten € 2.");
    }

    /// Every phrase once, with marks in place of names and numbers; the second with the singular.
    #[rustfmt::skip]
    const ALL: &[Phrase] = &[
        Phrase::NamelessGroup(1),
        Phrase::NamelessGroup(7),
        Phrase::GroupRemoved("Q1"),
        Phrase::PastedRest("Q1"),
        Phrase::WagesOf("Q1"),
        Phrase::CostRemoved("Q1"),
        Phrase::ScenarioRemoved("Q1"),
        Phrase::CopyOf("Q1"),
        Phrase::ComparedWith("Q1"),
        Phrase::WorkingIn("Q1"),
        Phrase::PlanReplaced,
        Phrase::Stale(1),
        Phrase::Stale(7),
        Phrase::Blocked(1),
        Phrase::Blocked(7),
        Phrase::WorkShare("Q1"),
        Phrase::WhyFigure("Q1"),
        Phrase::SizeOfCircles("Q1"),
        Phrase::Or("Q1", "Q2"),
        Phrase::FromTo("Q1", "Q2"),
        Phrase::Left("Q1", "Q2"),
        Phrase::Short("Q1", "Q2"),
        Phrase::RovBetween("Q1", "Q2"),
        Phrase::CostsCovered("Q1"),
        Phrase::RovGiven,
        Phrase::SayTime("Q1"),
        Phrase::SayCircles("Q1", "Q2"),
        Phrase::SayBudget("Q1", "Q2"),
        Phrase::SayBreakEven("Q1"),
        Phrase::RemoveRow("Q1"),
        Phrase::CirclesOf("Q1", "Q2"),
        Phrase::GoalFound("Q1", "Q2", "Q3", "Q4"),
        Phrase::GoalMissed("Q1", "Q2"),
        Phrase::GoalNow("Q1", "Q2"),
        Phrase::GoalChance("Q1"),
        Phrase::MoreOften("Q1", "Q2", "Q3"),
        Phrase::JustAsMuch("Q1", "Q2"),
        Phrase::SpreadFound("Q1", "Q2"),
        Phrase::SpreadNow("Q1", "Q2"),
        Phrase::YieldOf("Q1", "Q2"),
        Phrase::DefaultsCount(1),
        Phrase::DefaultsCount(7),
        Phrase::Estimate("Q1", "Q2"),
        Phrase::Realistic("Q1", "Q2"),
        Phrase::PaybackMonth(1),
        Phrase::PaybackMonth(7),
        Phrase::NoPayback("Q1"),
        Phrase::Evidence,
        Phrase::InactionOver("Q1"),
        Phrase::OfGroup("Q1", "Q2"),
        Phrase::That("Q1", "Q2"),
        Phrase::LargestPart("Q1"),
        Phrase::AvailableOf("Q1"),
        Phrase::AndMore("Q1"),
        Phrase::CostAndValue("Q1", "Q2", "Q3", "Q1"),
        Phrase::PaybackBetween(1, 7),
        Phrase::PaybackEarliest(1),
        Phrase::PaybackEarliest(7),
        Phrase::PlanTitle("Q1"),
        Phrase::IndicatorsDone(1),
        Phrase::IndicatorsDone(7),
        Phrase::NoNumber("Q1", "Q2"),
        Phrase::WrongSigns("Q1"),
        Phrase::WrongUnit("Q1"),
        Phrase::ReadAsThousands("Q1", "Q2"),
        Phrase::ReadAsDecimal("Q1"),
        Phrase::ReadBelowOne("Q1"),
        Phrase::FteAtMost("Q1"),
        Phrase::FteAtMostHeads,
        Phrase::LeadersAtMost("Q1"),
        Phrase::LeadersFromZero,
        Phrase::Allowed(Span::Between("Q1", "Q2")),
        Phrase::Allowed(Span::FromTo("Q1", "Q2")),
        Phrase::Allowed(Span::Above("Q1")),
        Phrase::Allowed(Span::From("Q1")),
        Phrase::Allowed(Span::Below("Q1")),
        Phrase::Allowed(Span::UpTo("Q1")),
        Phrase::AllowedWhole(Span::Between("Q1", "Q2")),
        Phrase::AllowedWhole(Span::FromTo("Q1", "Q2")),
        Phrase::AllowedWhole(Span::Above("Q1")),
        Phrase::AllowedWhole(Span::From("Q1")),
        Phrase::AllowedWhole(Span::Below("Q1")),
        Phrase::AllowedWhole(Span::UpTo("Q1")),
        Phrase::NotAllowed("Q1"),
        Phrase::NotWhole("Q1"),
        Phrase::MissingText,
        Phrase::MissingNumber("Q1"),
        Phrase::NoText,
        Phrase::NoNumberAtAll("Q1"),
        Phrase::SizesNotOrdered,
        Phrase::EstimateNotOrdered,
        Phrase::UnknownChoice,
        Phrase::DuplicateId,
        Phrase::ReservedId,
        Phrase::UnknownId,
        Phrase::DuplicateKey,
        Phrase::TooMany,
        Phrase::TooDeep,
        Phrase::TooLargeAbove("Q1"),
        Phrase::TooLarge,
        Phrase::NotJson,
        Phrase::NewerSchema,
        Phrase::UnknownField("Q1"),
        Phrase::WeekCyclesExceedWeeks("Q1"),
        Phrase::LearningTimeHigh("Q1", "Q2"),
        Phrase::LearningTimeImpossible("Q1"),
        Phrase::GroupWithoutLearning("Q1"),
        Phrase::CirclesInfeasible("Q1"),
        Phrase::TooManyCirclesPerLeader("Q1"),
        Phrase::NoLeaders,
        Phrase::HaircutOnResearchUplift,
        Phrase::BenefitsMayOverlap,
        Phrase::LagReachesHorizon,
        Phrase::SmallGroupWage("Q1", "Q2"),
        Phrase::CostRemoved(""),
        Phrase::CirclesInfeasible(""),
    ];

    /// The marks that a text must keep.
    fn marks(text: &str) -> Vec<&'static str> {
        ["Q1", "Q2", "Q3"].into_iter().filter(|mark| text.contains(mark)).collect()
    }

    #[test]
    fn every_language_says_the_same_with_its_own_words() {
        for &phrase in ALL {
            let said = Locale::ALL.map(|locale| locale.say(phrase));
            let [be, _, fr, en] = &said;
            for text in &said {
                assert!(!text.is_empty() && text == text.trim(), "{text:?}");
                assert_eq!(marks(text), marks(be), "{text}");
                assert_eq!(text.ends_with('.'), be.ends_with('.'), "{text}");
            }
            let names_only = matches!(phrase, Phrase::OfGroup(..) | Phrase::That(..));
            assert!(names_only || be != fr && be != en && fr != en, "{be}");
            checks::french(&fr.replace("De Grip", ""));
            checks::english(&en.replace("De Grip", ""));
        }
    }
}
