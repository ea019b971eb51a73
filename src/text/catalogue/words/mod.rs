//! The words on the screen, one by one, with the figures and inputs that they name. Sentences with numbers in them are phrases.

mod label;
#[cfg(test)]
mod tests;

pub use label::{Kind, Label, label, label_of, source};

use super::sources::{self, source};
use super::table::{Table, table};
use crate::model::figures::Figure;
use crate::plan::schema::{self, members};
use crate::plan::{Basis, Unit};
use crate::text::Locale;

/// Makes the enum of words and its texts, so that a word that lacks a language cannot be written.
///
/// A row is `"Dutch", "French", "English"`. Where Belgium and the Netherlands differ the Dutch is
/// `"here" | "there"`.
///
/// A name says what it is the name of. `figure` lists figures: one without a name does not compile. Each `input` makes
/// a [`Label`].
macro_rules! words {
    ($(
        $name:ident: $be:literal $(| $nl:literal)?, $fr:literal, $en:literal
        $(, figure $($figure:ident)+)?
        $(, input $kind:ident($input:expr) $(.$more:ident($value:expr))*)*;
    )*) => {
        /// A word or fixed sentence on the screen, named by what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word { $(#[doc = $en] $name,)* }

        impl Word {
            /// The name of a figure, or of a step on the way to one. Members of a list share it.
            pub const fn of_figure(figure: Figure) -> Self {
                match figure {
                    $($($(Figure::$figure { .. })|+ => Self::$name,)?)*
                }
            }
        }

        /// The names of all inputs.
        static LABELS: &[Label] = &[
            $($(Label::$kind(Word::$name, $input)$(.$more($value))*,)*)*
        ];

        /// The words of each language, in the order of the enum.
        static TEXTS: Table = table! { $($be $(| $nl)?, $fr, $en;)* };

        #[cfg(test)]
        const ALL: &[Word] = &[$(Word::$name,)*];
    };
}

impl Locale {
    /// The word in this locale.
    pub fn word(self, word: Word) -> &'static str {
        TEXTS.get(self, word as usize)
    }

    /// A unit that goes with a number: `1 hour`, `2 hours`.
    pub fn unit(self, value: f64, unit: Word) -> &'static str {
        self.word(if self.is_one(value) { unit.singular() } else { unit })
    }

    /// Whether a number of things takes the singular; in French everything below two does.
    pub fn is_one(self, value: f64) -> bool {
        match self {
            Self::FrBe => value.abs() < 2.0,
            _ => value == 1.0,
        }
    }
}

impl Word {
    /// How far a default can be trusted.
    pub const fn of_basis(basis: Basis) -> Self {
        match basis {
            Basis::Sourced => Self::Sourced,
            Basis::Derived => Self::Derived,
            Basis::Assumption => Self::OurAssumption,
        }
    }

    /// The word behind a number in a unit; `None` where a sign or nothing stands there.
    pub const fn of_unit(unit: Unit) -> Option<Self> {
        Some(match unit {
            Unit::Hours | Unit::HoursPerDay => Self::Hours,
            Unit::Minutes => Self::Minutes,
            Unit::Weeks => Self::Weeks,
            Unit::Months => Self::Months,
            Unit::Years => Self::Years,
            Unit::Days => Self::Days,
            Unit::Fte => Self::FteUnit,
            Unit::Circle => Self::Circles,
            Unit::Session => Self::Meetings,
            Unit::Share
            | Unit::Factor
            | Unit::Eur
            | Unit::EurPerHour
            | Unit::Person
            | Unit::Times
            | Unit::CalendarYear => return None,
        })
    }

    /// One of a unit; the word itself when it has no number.
    const fn singular(self) -> Self {
        match self {
            Self::Hours => Self::Hour,
            Self::Minutes => Self::Minute,
            Self::Weeks => Self::Week,
            Self::Months => Self::OneMonth,
            Self::Years => Self::OneYear,
            Self::Days => Self::Day,
            Self::Participants => Self::Participant,
            Self::Persons => Self::Person,
            Self::Circles => Self::Circle,
            Self::Meetings => Self::Meeting,
            Self::TalkUnits => Self::OneTalk,
            other => other,
        }
    }
}

words! {
    // The plan
    Organisation: "Organisatie", "Organisation", "Organisation";
    OrganisationName: "Naam van de organisatie", "Nom de l’organisation", "Name of the organisation", input text(members::ORGANISATION);
    Title: "Titel", "Titre", "Title", input text(members::TITLE);
    Country: "Land", "Pays", "Country", input choice(members::COUNTRY);
    Belgium: "België (Vlaanderen)", "Belgique (Flandre)", "Belgium (Flanders)";
    Netherlands: "Nederland", "Pays-Bas", "Netherlands";
    Year: "Planjaar", "Année du plan", "Year of the plan", input number(&schema::YEAR);
    Sector: "Sector", "Secteur", "Sector", input choice(members::SECTOR);
    Available: "Beschikbaar L&O-budget", "Budget L&D disponible", "Available L&D budget", figure Available, input number(&schema::AVAILABLE);
    // Groups
    Groups: "Medewerkersgroepen", "Groupes de travailleurs", "Groups of employees", input text(members::GROUPS);
    Group: "Groep", "Groupe", "Group";
    GroupName: "Naam van de groep", "Nom du groupe", "Name of the group", input text(members::GROUP_NAME);
    Headcount: "Medewerkers", "Travailleurs", "Employees", input number(&schema::HEADCOUNT);
    Fte: "VTE" | "Fte", "ETP", "FTE", input number(&schema::FTE);
    Leaders: "Leidinggevenden", "Responsables", "Managers", input number(&schema::LEADERS);
    LabourCost: "Loonkost" | "Loonkosten", "Coût salarial", "Labour cost",
        input number(&schema::LABOUR_COST_PER_HOUR).source(source!(
            "Eurostat 2024, loonkosten per uur, hele economie",
            "Eurostat 2024, coût salarial par heure, toute l’économie",
            "Eurostat 2024, labour cost per hour, whole economy"));
    Participation: "Deelname", "Participation", "Participation",
        input number(&schema::PARTICIPATION).detail(Word::OfHeads).source(source!(
            "ter vergelijking: 51% in België (Statbel 2020)",
            "pour comparer\u{202f}: 51\u{202f}% en Belgique (Statbel 2020)",
            "to compare: 51% in Belgium (Statbel 2020)"));
    ReplacementShare: "Vervanging", "Remplacement", "Replacement",
        input number(&schema::REPLACEMENT_SHARE).detail(Word::OfHours).source(source!(
            "in zorg en onderwijs eerder 60%",
            "plutôt 60\u{202f}% dans les soins et l’enseignement",
            "rather 60% in care and education"));
    ReplacementCostFactor: "Kostenfactor van vervanging", "Facteur de coût du remplacement", "Cost factor of replacement",
        input number(&schema::REPLACEMENT_COST_FACTOR);
    BillableShare: "Factureerbaar deel", "Part facturable", "Billable share", input number(&schema::BILLABLE_SHARE);
    BillableMargin: "Marge per factureerbaar uur", "Marge par heure facturable", "Margin per billable hour", input number(&schema::BILLABLE_MARGIN_PER_HOUR);
    AddGroup: "Groep toevoegen", "Ajouter un groupe", "Add a group";
    // Calendar
    FullTimeHours: "Voltijdse uren per week" | "Voltijduren per week", "Heures par semaine à temps plein", "Full-time hours per week",
        input number(&schema::FULL_TIME_HOURS_PER_WEEK).source(source!(
            "wet en cao",
            "loi et CCT",
            "law and collective agreements"));
    HoursPerDay: "Uren in een opleidingsdag", "Heures dans un jour de formation", "Hours in a training day",
        input number(&schema::HOURS_PER_DAY).source(source!(
            "38 uur gedeeld door 5 dagen; een officiële omrekening bestaat niet",
            "38 heures divisées par 5 jours\u{202f}; il n’existe pas de conversion officielle",
            "38 hours divided by 5 days; there is no official conversion"));
    EffectiveWeeks: "Effectieve weken per jaar", "Semaines effectives par an", "Effective weeks per year",
        input number(&schema::EFFECTIVE_WEEKS).source(source!(
            "261 weekdagen min feestdagen en verlof",
            "261 jours de semaine moins les jours fériés et les congés",
            "261 weekdays minus public holidays and leave"));
    SicknessRate: "Ziekteverzuim", "Absence pour maladie", "Sickness absence",
        input number(&schema::SICKNESS_RATE).source(source!(
            "SD Worx 2023 (België), CBS eerste kwartaal 2025 (Nederland)",
            "SD Worx 2023 (Belgique), CBS premier trimestre 2025 (Pays-Bas)",
            "SD Worx 2023 (Belgium), CBS first quarter of 2025 (Netherlands)"));
    // Learning
    Learning: "Leren", "Apprendre", "Learning";
    LearningTime: "Leertijd", "Temps d’apprentissage", "Learning time", figure FormalHours InformalHours;
    WeekCycles: "Vitale Weekcycli", "Cycles hebdomadaires vitaux", "Vital week cycles", figure WeekCycles GroupWeekCycles;
    WeekCycleCount: "Weekcycli per jaar", "Cycles hebdomadaires par an", "Week cycles per year",
        input number(&schema::WEEK_CYCLES_COUNT).source(source!(
            "er is geen gepubliceerd cijfer",
            "il n’y a pas de chiffre publié",
            "there is no published figure"));
    WeekCycleMinutes: "Duur van een weekcyclus", "Durée d’un cycle hebdomadaire", "Length of a week cycle",
        input number(&schema::WEEK_CYCLES_MINUTES).source(source!(
            "geen gepubliceerd cijfer; 2 uur per week in het Nederlandse basisonderwijs is veel",
            "pas de chiffre publié\u{202f}; 2 heures par semaine dans l’enseignement primaire aux Pays-Bas, c’est beaucoup",
            "no published figure; 2 hours a week in Dutch primary education is a lot"));
    WeekCycleProRata: "Weekcycli naar rato", "Cycles hebdomadaires au prorata", "Week cycles pro rata", input choice(members::WEEK_CYCLES_PRO_RATA);
    ProfTrack: "Prof-traject", "Parcours Prof", "Prof track", figure ProfTrack GroupProfTrack;
    ProfTrackHours: "Prof-traject", "Parcours Prof", "Prof track", input number(&schema::PROF_TRACK_HOURS).detail(Word::PerParticipantYear);
    ProfTrackProRata: "Prof-traject naar rato", "Parcours Prof au prorata", "Prof track pro rata", input choice(members::PROF_TRACK_PRO_RATA);
    Formal: "Deskundigheidsbevordering", "Développement professionnel", "Professional development", figure Formal GroupFormal;
    FormalHours: "Opleiding en cursus", "Formations et cours", "Training and courses",
        input number(&schema::FORMAL_HOURS).detail(Word::PerParticipantYear).source(source!(
            "ATD 2024: 13,7 uur; Statbel 2015: 18,9 uur; zo gekozen dat de uitgaven rond € 700 per medewerker liggen",
            "ATD 2024\u{202f}: 13,7 heures\u{202f}; Statbel 2015\u{202f}: 18,9 heures\u{202f}; choisi pour que les dépenses soient d’environ 700\u{202f}€ par travailleur",
            "ATD 2024: 13.7 hours; Statbel 2015: 18.9 hours; chosen so that spending is around €700 per employee"));
    FormalFixedHours: "Vaste uren opleiding", "Heures fixes de formation", "Fixed hours of training",
        input number(&schema::FORMAL_FIXED_HOURS).detail(Word::PerParticipantYear);
    FormalProRata: "Opleiding naar rato", "Formation au prorata", "Training pro rata", input choice(members::FORMAL_PRO_RATA);
    Talks: "Talentontwikkelgesprekken", "Entretiens de développement des talents", "Talent development talks", figure DevelopmentTalks GroupDevelopmentTalks;
    TalkHours: "Talentontwikkelgesprek", "Entretien de développement des talents", "Talent development talk",
        input number(&schema::DEVELOPMENT_TALKS_HOURS).detail(Word::PerHeadYear);
    // Prof circles
    ProfCircles: "Prof-cirkels", "Cercles Prof", "Prof circles", figure ProfCircles GroupProfCircles;
    Composition: "Samenstelling", "Composition", "Composition", input choice(members::COMPOSITION);
    Mixed: "Groepen gemengd", "Groupes mélangés", "Groups mixed";
    PerGroup: "Per groep apart", "Chaque groupe à part", "Each group apart";
    TargetSize: "Gewenste grootte", "Taille souhaitée", "Preferred size",
        input number(&schema::TARGET_SIZE).unit(Word::Participants).source(sources::CIRCLE_SIZES);
    MinSize: "Kleinste cirkel", "Cercle le plus petit", "Smallest circle",
        input number(&schema::MIN_SIZE).unit(Word::Participants).source(sources::CIRCLE_SIZES);
    MaxSize: "Grootste cirkel", "Cercle le plus grand", "Largest circle", input number(&schema::MAX_SIZE).unit(Word::Participants).source(sources::CIRCLE_SIZES);
    Sessions: "Bijeenkomsten per cirkel", "Réunions par cercle", "Meetings per circle", input number(&schema::SESSIONS).source(sources::PEER_GROUPS);
    SessionHours: "Duur van een bijeenkomst", "Durée d’une réunion", "Length of a meeting", input number(&schema::SESSION_HOURS).source(sources::PEER_GROUPS);
    PreparationHours: "Voorbereiding per bijeenkomst", "Préparation par réunion", "Preparation per meeting", input number(&schema::PREPARATION_HOURS);
    FacilitatorsPerCircle: "Begeleiders per cirkel", "Animateurs par cercle", "Facilitators per circle",
        input number(&schema::FACILITATORS_PER_CIRCLE).source(sources::PEER_GROUPS);
    FacilitatorPreparation: "Voorbereiding van de begeleider", "Préparation de l’animateur", "Preparation by the facilitator",
        input number(&schema::FACILITATOR_PREPARATION_HOURS).source(source!(
            "gepubliceerde praktijk van begeleiding",
            "pratique publiée de l’animation",
            "published practice of facilitation"));
    FacilitatorCapacity: "Uren per begeleider per jaar", "Heures par animateur par an", "Hours per facilitator per year",
        input number(&schema::FACILITATOR_CAPACITY_HOURS);
    LeadersPerCircle: "Leidinggevenden per cirkel", "Responsables par cercle", "Managers per circle",
        input number(&schema::LEADERS_PER_CIRCLE).source(source!(
            "het Jaarplan wil leidinggevenden in de cirkel; bij intervisie zit je eigen leidinggevende er liever niet bij",
            "le Jaarplan veut des responsables dans le cercle\u{202f}; en intervision, il vaut mieux que votre propre responsable n’y soit pas",
            "the Jaarplan wants managers in the circle; in peer groups your own manager is better not there"));
    MaxCirclesPerLeader: "Hoogstens cirkels per leidinggevende", "Maximum de cercles par responsable", "Most circles per manager",
        input number(&schema::MAX_CIRCLES_PER_LEADER);
    ExternalShare: "Deel externe begeleiding", "Part d’animation externe", "Share of external facilitation", input number(&schema::EXTERNAL_SHARE);
    InternalCost: "Interne begeleiding", "Animation interne", "Internal facilitation",
        input number(&schema::INTERNAL_COST_PER_HOUR).source(source!(
            "de standaard voor loonkosten per uur (Eurostat 2024)",
            "la valeur par défaut du coût salarial par heure (Eurostat 2024)",
            "the default for labour cost per hour (Eurostat 2024)"));
    ExternalRate: "Externe begeleiding", "Animation externe", "External facilitation",
        input number(&schema::EXTERNAL_RATE_PER_HOUR).source(source!(
            "gepubliceerde tarieven van begeleiders (zwakke bron)",
            "tarifs publiés d’animateurs (source faible)",
            "published rates of facilitators (weak source)"));
    // Costs
    Costs: "Kosten", "Coûts", "Costs", input text(members::COSTS).source(sources::COST_LINES);
    CostLabel: "Omschrijving", "Description", "Description", input text(members::COST_LABEL);
    CostCategory: "Soort", "Type", "Kind", input choice(members::COST_CATEGORY);
    CostBasis: "Per", "Par", "Per", input choice(members::COST_BASIS);
    CostAmount: "Bedrag", "Montant", "Amount", input number(&schema::COST_AMOUNT).source(sources::COST_LINES);
    CostCash: "Uitgave", "Dépense", "Spending", input choice(members::COST_CASH);
    AddCost: "Kostenpost toevoegen", "Ajouter un poste de coût", "Add a cost item";
    Fixed: "jaar (vast bedrag)", "an (montant fixe)", "year (fixed amount)";
    PerHead: "medewerker", "travailleur", "employee";
    PerFte: "VTE" | "fte", "ETP", "FTE";
    PerParticipant: "deelnemer", "participant", "participant";
    PerFormalHour: "uur opleiding", "heure de formation", "hour of training";
    PerLearningHour: "uur leertijd", "heure d’apprentissage", "hour of learning time";
    PerSession: "bijeenkomst", "réunion", "meeting";
    PerCircle: "Prof-cirkel", "cercle Prof", "Prof circle";
    Subsidies: "Subsidies", "Subsides", "Subsidies", input text(members::SUBSIDIES);
    Contingency: "Onvoorzien", "Imprévus", "Contingency", input number(&schema::CONTINGENCY);
    TrainingFundLevy: "Bijdrage opleidingsfonds", "Cotisation au fonds de formation", "Training fund levy",
        input number(&schema::TRAINING_FUND_LEVY).detail(Word::OfPayroll);
    SpendRate: "Deel dat echt wordt uitgegeven", "Part réellement dépensée", "Share that is really spent",
        input number(&schema::SPEND_RATE).detail(Word::OfCash).source(source!(
            "AWVN 2023: 55%; Berenschot: 82 tot 96%",
            "AWVN 2023\u{202f}: 55\u{202f}%\u{202f}; Berenschot\u{202f}: 82 à 96\u{202f}%",
            "AWVN 2023: 55%; Berenschot: 82 to 96%"));
    // Value
    ReturnOnValue: "Return on Value", "Return on Value", "Return on Value", figure Rov;
    Benefits: "Opbrengsten", "Bénéfices", "Benefits", input text(members::BENEFITS).source(sources::UPLIFT);
    Uplift: "Hogere productiviteit", "Hausse de la productivité", "Higher productivity", input number(&schema::UPLIFT).source(sources::UPLIFT);
    Lag: "Maanden tot het effect", "Mois avant l’effet", "Months until the effect",
        input number(&schema::LAG_MONTHS).source(source!(
            "het Jaarplan: resultaat “na één of twee jaar”",
            "le Jaarplan\u{202f}: résultat «\u{202f}après un ou deux ans\u{202f}»",
            "the Jaarplan: results “after one or two years”"));
    HalfLife: "Halveringstijd van het effect", "Demi-vie de l’effet", "Half-life of the effect",
        input number(&schema::HALF_LIFE_MONTHS).source(source!(
            "Saks & Belcourt 2006: na 0, 6 en 12 maanden wordt 62, 44 en 34% toegepast",
            "Saks & Belcourt 2006\u{202f}: après 0, 6 et 12 mois, 62, 44 et 34\u{202f}% sont appliqués",
            "Saks & Belcourt 2006: after 0, 6 and 12 months 62, 44 and 34% is applied"));
    Horizon: "Looptijd", "Durée", "Period",
        input number(&schema::HORIZON_YEARS).source(source!(
            "volgens het Jaarplan komen resultaten pas na één of twee jaar",
            "selon le Jaarplan, les résultats ne viennent qu’après un ou deux ans",
            "according to the Jaarplan results only come after one or two years"));
    DiscountRate: "Discontovoet", "Taux d’actualisation", "Discount rate", input number(&schema::DISCOUNT_RATE).detail(Word::PerYearRate);
    Attribution: "Toe te schrijven aan het plan", "Part due au plan", "Due to the plan", input number(&schema::ATTRIBUTION).source(sources::CAUSAL);
    Confidence: "Zekerheid van de schatting", "Certitude de l’estimation", "Certainty of the estimate",
        input number(&schema::CONFIDENCE).source(sources::CAUSAL);
    Turnover: "Verloop", "Rotation du personnel", "Staff turnover",
        input number(&schema::TURNOVER).source(source!("Securex 2024", "Securex 2024", "Securex 2024"));
    RelativeReduction: "Daling van het verloop", "Baisse de la rotation", "Fall in staff turnover", input number(&schema::RELATIVE_REDUCTION);
    ReplacementCostShare: "Kosten van een vertrek, deel van een jaarloon", "Coût d’un départ, en part du salaire annuel", "Cost of a departure, as a share of yearly pay",
        input number(&schema::REPLACEMENT_COST_SHARE).source(source!("Boushey & Glynn 2012", "Boushey & Glynn 2012", "Boushey & Glynn 2012"));
    AnnualValue: "Opbrengst per jaar", "Bénéfice par an", "Benefit per year", input number(&schema::ANNUAL_VALUE);
    SkillHalfLife: "Halveringstijd van vaardigheden", "Demi-vie des compétences", "Half-life of skills",
        input number(&schema::SKILL_HALF_LIFE_YEARS).source(source!(
            "gepubliceerde halveringstijden van vaardigheden (zwakke bron)",
            "demi-vies publiées des compétences (source faible)",
            "published half-lives of skills (weak source)"));
    Sensitivity: "Gevoeligheid voor verouderde vaardigheden", "Sensibilité aux compétences dépassées", "Sensitivity to outdated skills",
        input number(&schema::SENSITIVITY);
    Probability: "Kans op verlies zonder leren", "Risque de perte sans apprentissage", "Chance of loss without learning", input number(&schema::PROBABILITY);
    Payroll: "Loonmassa" | "Loonsom", "Masse salariale", "Payroll", figure Payroll, input number(&schema::PAYROLL);
    // Figures
    HoursPerEmployee: "Leertijd per medewerker", "Temps d’apprentissage par travailleur", "Learning time per employee", figure HoursPerEmployee;
    Budget: "L&O-budget", "Budget L&D", "L&D budget";
    CashBudget: "L&O-budget (uitgaven)", "Budget L&D (dépenses)", "L&D budget (spending)", figure Cash;
    FullCost: "Volledige kost" | "Volledige kosten", "Coût complet", "Full cost", figure Full;
    BreakEven: "Break-even", "Seuil de rentabilité", "Break-even", figure BreakEvenUplift;
    CashShort: "uitgaven", "dépenses", "spending";
    FullShort: "volledige kost" | "volledige kosten", "coût complet", "full cost";
    UpliftNeeded: "meer productiviteit is genoeg om de kosten te dekken", "de productivité en plus suffit pour couvrir les coûts", "more productivity is enough to cover the costs";
    UpliftNone: "De andere opbrengsten dekken de kosten al", "Les autres bénéfices couvrent déjà les coûts", "The other benefits already cover the costs";
    UpliftUnknown: "Niet te berekenen: extra productiviteit brengt in deze looptijd niets op", "Impossible à calculer\u{202f}: plus de productivité ne rapporte rien pendant cette durée", "Cannot be calculated: more productivity brings nothing in this period";
    NetValue: "Nettowaarde", "Valeur nette", "Net value", figure Net;
    PresentValue: "Contante waarde van de opbrengsten", "Valeur actuelle des bénéfices", "Present value of the benefits", figure PvValue;
    PresentCost: "Contante waarde van de kosten", "Valeur actuelle des coûts", "Present value of the costs", figure PvCost;
    Payback: "Terugverdiend", "Coûts récupérés", "Paid back", figure PaybackMonth;
    Inaction: "Niets doen kost", "Ne rien faire coûte", "Doing nothing costs", figure InactionCost;
    ExpectedSpend: "Verwachte uitgaven", "Dépenses attendues", "Expected spending", figure ExpectedSpend;
    Gap: "Over van het beschikbare budget", "Reste du budget disponible", "Left of the available budget", figure Gap;
    // Law and agreements
    RightsTitle: "Leerrecht: wet en afspraken" | "Leren: wet en afspraken", "Formation\u{202f}: loi et accords", "Learning: law and agreements";
    Needed: "Nodig", "Nécessaire", "Needed";
    InPlan: "In het plan", "Dans le plan", "In the plan";
    IsEnough: "Genoeg?", "Assez\u{202f}?", "Enough?";
    Yes: "ja", "oui", "yes";
    Short: "te kort", "en moins", "short";
    RightIsAverage: "Voor wie het hele jaar in dienst is, met de gemiddelde werktijd van de groep.", "Pour qui est en service toute l’année, avec le temps de travail moyen du groupe.", "For those employed all year, with the average working time of the group.";
    Profiles: "Voor wie voltijds, 80% of halftijds werkt" | "Voor wie voltijd, 80% of halftijd werkt", "À temps plein, à 80\u{202f}% ou à mi-temps", "Full time, 80% or half time";
    Steps: "Wat er moet gebeuren, en wanneer", "Ce qu’il faut faire, et quand", "What has to be done, and when";
    CheckYourself: "Nog zelf na te gaan", "À vérifier vous-même", "Still to check yourself";
    NoSector: "Geen of niet in de lijst", "Aucun ou absent de la liste", "None, or not in the list";
    ChooseSector: "Kies bij Organisatie je sector. Dan zie je hier wat de cao vraagt.", "Choisissez votre secteur sous Organisation. Vous verrez alors ici ce que demande la convention.", "Choose your sector under Organisation. Then you see here what its agreement asks.";
    SeeRights: "Bekijk de uitleg", "Voir l’explication", "See the explanation";
    // Units
    Hours: "uur", "heures", "hours";
    HoursPerYear: "uur per jaar", "heures par an", "hours per year";
    Minutes: "minuten", "minutes", "minutes";
    Weeks: "weken", "semaines", "weeks";
    Months: "maanden", "mois", "months";
    Years: "jaar", "ans", "years";
    Days: "dagen", "jours", "days";
    Participants: "deelnemers", "participants", "participants";
    Circle: "cirkel", "cercle", "circle";
    Circles: "cirkels", "cercles", "circles";
    Meeting: "bijeenkomst", "réunion", "meeting";
    Meetings: "bijeenkomsten", "réunions", "meetings";
    FteUnit: "VTE" | "fte", "ETP", "FTE";
    Hour: "uur", "heure", "hour";
    Minute: "minuut", "minute", "minute";
    Week: "week", "semaine", "week";
    OneMonth: "maand", "mois", "month";
    OneYear: "jaar", "an", "year";
    Day: "dag", "jour", "day";
    Participant: "deelnemer", "participant", "participant";
    Person: "persoon", "personne", "person";
    PerHour: "per uur", "par heure", "per hour";
    OfHeads: "van de medewerkers", "des travailleurs", "of the employees";
    OfHours: "van de leeruren", "des heures d’apprentissage", "of the learning hours";
    PerHeadYear: "per medewerker", "par travailleur", "per employee";
    PerParticipantYear: "per deelnemer", "par participant", "per participant";
    OfPayroll: "van de loonmassa" | "van de loonsom", "de la masse salariale", "of payroll";
    OfCash: "van de uitgaven", "des dépenses", "of the spending";
    PerYearRate: "per jaar", "par an", "per year";
    // Screen
    Standard: "standaard", "valeur par défaut", "default";
    OurAssumption: "onze aanname", "notre hypothèse", "our assumption";
    Derived: "afgeleid uit bronnen", "déduit de sources", "derived from sources";
    Sourced: "uit een bron", "d’après une source", "from a source";
    Given: "ingevuld", "rempli", "filled in";
    WhyThisNumber: "Waarom dit getal?", "Pourquoi ce chiffre\u{202f}?", "Why this number?";
    Close: "Sluiten", "Fermer", "Close";
    Undo: "Ongedaan maken", "Annuler", "Undo";
    Redo: "Opnieuw doen", "Rétablir", "Redo";
    // Keeping and sharing
    PlanMenu: "Je plan", "Votre plan", "Your plan";
    OpenFile: "Openen", "Ouvrir", "Open";
    SaveFile: "Bewaren als bestand", "Enregistrer comme fichier", "Save as a file";
    SaveCsv: "Cijfers voor een rekenblad (CSV)", "Chiffres pour un tableur (CSV)", "Figures for a spreadsheet (CSV)";
    ShareLink: "Delen met een link", "Partager par un lien", "Share by a link";
    CopyLink: "Kopieer de link", "Copier le lien", "Copy the link";
    LinkTitle: "Link naar dit plan", "Lien vers ce plan", "Link to this plan";
    LinkNote: "Wie de link opent, ziet dit plan en kan het niet wijzigen, wel kopiëren. Het plan zit in de link zelf: het staat op geen enkele server.", "Qui ouvre le lien voit ce plan, ne peut pas le modifier, mais peut le copier. Le plan se trouve dans le lien même : il n’est sur aucun serveur.", "Who opens the link sees this plan and cannot change it, but can copy it. The plan is in the link itself: it is on no server.";
    LinkTooLong: "Dit plan is te groot voor een link. Bewaar het als bestand en stuur dat.", "Ce plan est trop grand pour un lien. Enregistrez-le comme fichier et envoyez celui-ci.", "This plan is too large for a link. Save it as a file and send that.";
    Copied: "Gekopieerd.", "Copié.", "Copied.";
    Print: "Afdrukken", "Imprimer", "Print";
    ShareAnyway: "Toch doorgaan", "Continuer quand même", "Go on all the same";
    Cancel: "Annuleren", "Annuler", "Cancel";
    PlanIsNewer: "Dit plan is gemaakt met een nieuwere versie van Jaarplan. Je kunt het bekijken, maar niet wijzigen.", "Ce plan a été fait avec une version plus récente de Jaarplan. Vous pouvez le consulter, mais pas le modifier.", "This plan was made with a newer version of Jaarplan. You can look at it, but not change it.";
    PlanIsShared: "Dit plan is met je gedeeld. Je kunt alles bekijken, maar niets wijzigen.", "Ce plan est partagé avec vous. Vous pouvez tout consulter, mais rien modifier.", "This plan is shared with you. You can look at everything, but change nothing.";
    PlanIsReadonly: "Je kunt dit plan bekijken, maar niet wijzigen.", "Vous pouvez consulter ce plan, mais pas le modifier.", "You can look at this plan, but not change it.";
    MakeCopy: "Maak een kopie", "Faire une copie", "Make a copy";
    CopyReplaces: "De kopie komt in de plaats van je eigen plan, dat deze browser bewaart.", "La copie remplacera votre propre plan, conservé par ce navigateur.", "The copy takes the place of your own plan, which this browser keeps.";
    InAPicture: "in beeld", "en image", "in a picture";
    CountedPer: "Geteld per", "Compté par", "Counted by";
    StorageRefused: "Je browser bewaart niets voor deze pagina. Bewaar je plan als bestand.", "Votre navigateur n’enregistre rien pour cette page. Enregistrez votre plan comme fichier.", "Your browser keeps nothing for this page. Save your plan as a file.";
    StorageUnreadable: "In je browser staat een plan dat deze versie niet kan lezen. We laten het staan en bewaren niets nieuws.", "Votre navigateur contient un plan que cette version ne peut pas lire. Nous le laissons en place et n’enregistrons rien de nouveau.", "Your browser holds a plan that this version cannot read. We leave it there and keep nothing new.";
    StorageOn: "Je plan wordt in deze browser bewaard.", "Votre plan est conservé dans ce navigateur.", "Your plan is kept in this browser.";
    Restarted: "De berekening was gestopt door een fout van Jaarplan en is opnieuw begonnen. Kijk na of je laatste wijziging er staat.", "Le calcul s’est arrêté à cause d’une erreur de Jaarplan et a repris. Vérifiez si votre dernier changement y est.", "The calculation had stopped because of a fault in Jaarplan, and was started again. Check that your last change is there.";
    FileUnreadable: "Dit bestand is geen plan dat we kunnen openen. Je eigen plan is niet veranderd.", "Ce fichier n’est pas un plan que nous pouvons ouvrir. Votre propre plan n’a pas changé.", "This file is no plan that we can open. Your own plan has not changed.";
    LinkUnreadable: "De link naar een plan is beschadigd. Vraag om de link opnieuw te sturen.", "Le lien vers un plan est endommagé. Demandez de renvoyer le lien.", "The link to a plan is damaged. Ask for the link to be sent again.";
    Slider: "schuifregelaar", "curseur", "slider";
    // Parts of the planner
    TabPlan: "Invullen", "Remplir", "Fill in";
    TabResults: "Uitkomst", "Résultats", "Results";
    TabScenarios: "Scenario’s", "Scénarios", "Scenarios";
    TabRights: "Wet en cao", "Loi et CCT", "Law and agreements";
    TabReport: "Jaarplan", "Plan annuel", "Annual plan";
    Weigh: "Houd rekening met onzekerheid", "Tenir compte de l’incertitude", "Take uncertainty into account";
    InEight: "8 kansen op 10:", "8 chances sur 10\u{202f}:", "8 in 10 chance:";
    InEightShort: "8 kansen op 10", "8 chances sur 10", "8 in 10 chance";
    AlmostSure: "vrijwel zeker:", "presque certainement\u{202f}:", "almost certainly:";
    RovInEight: "RoV, 8 kansen op 10", "RoV, 8 chances sur 10", "Return on Value, 8 in 10";
    EightMeans: "8 kansen op 10: in 8 van de 10 doorrekeningen ligt het cijfer tussen deze twee getallen.", "8 chances sur 10\u{202f}: dans 8 calculs sur 10, le chiffre se trouve entre ces deux nombres.", "8 in 10 chance: in 8 of 10 calculations the figure lies between these two numbers.";
    UnknownsMean: "Schattingen die je zelf geeft, staan los van elkaar. Een standaard is één onbekende: overal dezelfde waar het plan erop rust.", "Les estimations que vous donnez sont indépendantes les unes des autres. Une valeur par défaut est une seule inconnue, la même partout où le plan repose sur elle.", "Estimates that you give are independent of each other. A default is one unknown, the same everywhere the plan rests on it.";
    SpreadTitle: "Hoe de nettowaarde kan uitvallen", "Comment la valeur nette peut évoluer", "How net value may turn out";
    CostsAreHigher: "de kosten zijn hoger dan de opbrengst", "les coûts dépassent la valeur", "the costs are higher than the value";
    CostsAreCovered: "de opbrengst dekt de kosten", "la valeur couvre les coûts", "the value covers the costs";
    SliceFrom: "Van", "De", "From";
    SliceTo: "Tot", "À", "To";
    SamplesTitle: "Doorrekeningen", "Calculs", "Calculations";
    DriversTitle: "Wat het meest uitmaakt", "Ce qui compte le plus", "What matters most";
    DriversOf: "Kies een cijfer", "Choisissez un chiffre", "Choose a figure";
    InputAtLowest: "de aanname op het laagst", "l’hypothèse au plus bas", "the assumption at its lowest";
    InputAtHighest: "de aanname op het hoogst", "l’hypothèse au plus haut", "the assumption at its highest";
    AllAsFilledIn: "alles zoals het nu is ingevuld", "tout tel que rempli maintenant", "everything as filled in now";
    Swing: "Verschil", "Écart", "Difference";
    ShareOfDoubt: "Deel van de onzekerheid", "Part de l’incertitude", "Share of the uncertainty";
    ShowShares: "Toon welk deel van de onzekerheid elke aanname verklaart", "Montrer la part de l’incertitude que chaque hypothèse explique", "Show the share of the uncertainty that each assumption explains";
    SharesNote: "De percentages zeggen welk deel van de onzekerheid de aanname alleen verklaart.", "Les pourcentages indiquent la part de l’incertitude que l’hypothèse explique à elle seule.", "The percentages say which share of the uncertainty the assumption explains by itself.";
    NothingTitle: "Als je niets doet: twee kanten", "Si vous ne faites rien\u{202f}: deux aspects", "If you do nothing: two sides";
    SkillsFade: "Kennis en vaardigheden slijten.", "Les connaissances et les compétences s’usent.", "Knowledge and skills wear off.";
    Forgone: "Wat je misloopt zonder het plan", "Ce que vous manquez sans le plan", "What you miss without the plan";
    ForgoneNote: "De nettowaarde van het plan. Onder nul spaar je dat bedrag uit.", "La valeur nette du plan. Sous zéro, vous économisez ce montant.", "The net value of the plan. Below zero you save that amount.";
    NeverAdded: "Tel deze twee bedragen niet op: ze gaan over dezelfde keuze.", "N’additionnez pas ces deux montants\u{202f}: ils portent sur le même choix.", "Do not add up these two amounts: they are about the same choice.";
    Headlines: "De vier kerncijfers", "Les quatre chiffres clés", "The four key figures";
    PrepareFirst: "Vul van elke groep het aantal medewerkers en de VTE in. Dan zie je hier de cijfers." | "Vul van elke groep het aantal medewerkers en de fte in. Dan zie je hier de cijfers.", "Remplissez pour chaque groupe le nombre de travailleurs et d’ETP. Vous verrez alors ici les chiffres.", "Fill in the number of employees and FTE of each group. Then you see the figures here.";
    NotYet: "nog in te vullen", "encore à remplir", "still to fill in";
    Optional: "niet ingevuld", "non rempli", "not filled in";
    LinesTitle: "Het L&O-budget, post voor post", "Le budget L&D, poste par poste", "The L&D budget, item by item";
    LineLabel: "Post", "Poste", "Item";
    LineCash: "Uitgaven", "Dépenses", "Spending";
    LineNonCash: "Geen uitgave", "Sans dépense", "No spending";
    CoveredTime: "Leertijd die al door vervanging is gedekt", "Temps d’apprentissage déjà couvert par le remplacement", "Learning time already covered by replacement",
        figure Covered;
    CoveredTimeNote: "Een uur dat een collega overneemt, kost de vervanging en niet ook nog eens de leertijd zelf.", "Une heure reprise par un collègue coûte le remplacement, et pas en plus le temps d’apprentissage lui-même.", "An hour that a colleague takes over costs the replacement, and not the learning time itself as well.";
    Total: "Totaal", "Total", "Total";
    ByComponent: "Leertijd per onderdeel en per groep", "Temps d’apprentissage par élément et par groupe", "Learning time by part and by group";
    Component: "Onderdeel", "Élément", "Part";
    ParticipantTime: "Leertijd", "Temps d’apprentissage", "Learning time";
    TalkLeaders: "Gesprekken, kant van de leidinggevende", "Entretiens, côté responsable", "Talks, the manager’s side";
    Replacement: "Vervanging tijdens leren", "Remplacement pendant l’apprentissage", "Replacement during learning";
    Margin: "Gemiste marge", "Marge perdue", "Lost margin";
    InternalFacilitation: "Interne begeleiding", "Animation interne", "Internal facilitation";
    ExternalFacilitation: "Externe begeleiding", "Animation externe", "External facilitation";
    CirclesTitle: "De Prof-cirkels", "Les cercles Prof", "The Prof circles";
    Facilitation: "Begeleiding", "Animation", "Facilitation";
    SizeTitle: "Deelnemers per cirkel", "Participants par cercle", "Participants per circle", figure Size GroupSize;
    ValueTitle: "Return on Value over de looptijd", "Return on Value sur toute la durée", "Return on Value over the period";
    WarningsTitle: "Let op", "Attention", "Please note";
    DefaultsTitle: "Waar je nog niets hebt ingevuld", "Ce que vous n’avez pas encore rempli", "Where you have not filled in anything yet";
    DefaultsNone: "Alles is ingevuld: er is geen standaard gebruikt.", "Tout est rempli\u{202f}: aucune valeur par défaut n’est utilisée.", "Everything is filled in: no default is used.";
    Month: "Maand", "Mois", "Month";
    MonthCost: "Kosten", "Coûts", "Costs", figure MonthCost;
    MonthValue: "Opbrengst", "Bénéfice", "Benefit", figure MonthValue;
    CumulativeCost: "Kosten tot nu toe", "Coûts jusqu’ici", "Costs so far", figure MonthCumulativeCost;
    CumulativeValue: "Opbrengst tot nu toe", "Bénéfice jusqu’ici", "Benefit so far", figure MonthCumulativeValue;
    PerMonth: "Maand per maand" | "Maand voor maand", "Mois par mois", "Month by month";
    CashYes: "kost geld", "coûte de l’argent", "costs money";
    CashNo: "is er al", "existe déjà", "is already there";
    // The Jaarplan on paper
    Goals: "Brede doelen", "Objectifs larges", "Broad goals", input text(members::report::GOALS).detail(Word::GoalsAsk);
    GoalsAsk: "Wat wil je bereiken? Denk aan kwalificering, werkklimaat, productiviteit, inclusiviteit en de bijdrage aan de maatschappij.", "Que voulez-vous atteindre\u{202f}? Pensez à la qualification, au climat de travail, à la productivité, à l’inclusion et à la contribution à la société.", "What do you want to achieve? Think of qualification, working climate, productivity, inclusiveness and the contribution to society.";
    WorkingLearning: "Professionalisering en Lerend werken", "Professionnalisation et travail apprenant", "Professional growth and learning while working",
        input text(members::report::WORKING_LEARNING).detail(Word::WorkingLearningAsk);
    WorkingLearningAsk: "Hoe leren mensen bij jullie, naast en tijdens het werk?", "Comment apprend-on chez vous, à côté du travail et pendant le travail\u{202f}?", "How do people learn, beside their work and during it?";
    TalentCycle: "Talentontwikkelcyclus", "Cycle de développement des talents", "Talent development cycle",
        input text(members::report::TALENT_CYCLE).detail(Word::TalentCycleAsk);
    TalentCycleAsk: "Wie voert met wie een ontwikkelgesprek, en wanneer?", "Qui mène un entretien de développement avec qui, et quand\u{202f}?", "Who has a development talk with whom, and when?";
    CircleMeetings: "Bijeenkomsten van Prof-cirkels", "Réunions des cercles Prof", "Meetings of Prof circles",
        input text(members::report::CIRCLE_MEETINGS).detail(Word::CircleMeetingsAsk);
    CircleMeetingsAsk: "Hoe vinden professionals en leidinggevenden er verbinding en gedeelde betekenis?", "Comment professionnels et responsables y trouvent-ils un lien et un sens partagé\u{202f}?", "How do professionals and managers find connection and shared meaning there?";
    ExampleTrack: "Voorbeeld van een Prof-traject", "Exemple de parcours Prof", "Example of a Prof track",
        input text(members::report::EXAMPLE_TRACK).detail(Word::ExampleTrackAsk);
    ExampleTrackAsk: "Welk traject zou een professional zelf kunnen samenstellen?", "Quel parcours un professionnel pourrait-il composer lui-même\u{202f}?", "Which track could a professional put together?";
    TimeToLearn: "Werktijd om te leren", "Temps de travail pour apprendre", "Working time for learning",
        input text(members::report::TIME_TO_LEARN).detail(Word::TimeToLearnAsk);
    TimeToLearnAsk: "Wanneer en hoe mogen deelnemers leren in hun werktijd?", "Quand et comment les participants peuvent-ils apprendre pendant leur temps de travail\u{202f}?", "When and how may participants learn in their working time?";
    SharedOwnership: "Gedeeld eigenaarschap", "Responsabilité partagée", "Shared ownership",
        input text(members::report::SHARED_OWNERSHIP).detail(Word::SharedOwnershipAsk);
    SharedOwnershipAsk: "Wat doen professionals zelf, en wat doen hun leidinggevenden?", "Que font les professionnels eux-mêmes, et que font leurs responsables\u{202f}?", "What do professionals do themselves, and what do their managers do?";
    Directors: "Betrokkenheid van de directie", "Engagement de la direction", "Involvement of the directors",
        input text(members::report::DIRECTORS).detail(Word::DirectorsAsk);
    DirectorsAsk: "Hoe blijft de directie betrokken?", "Comment la direction reste-t-elle engagée\u{202f}?", "How do the directors stay involved?";
    RoleOfHr: "Rol van HR en L&O", "Rôle des RH et de L&D", "Role of HR and L&D", input text(members::report::GUIDANCE).detail(Word::RoleOfHrAsk);
    RoleOfHrAsk: "Wie begeleidt, wie heeft de regie, en hoe?", "Qui accompagne, qui pilote, et comment\u{202f}?", "Who guides, who is in charge, and how?";
    LearningSpaces: "Leerruimtes, AI en Learning wall", "Espaces d’apprentissage, IA et Learning wall", "Learning spaces, AI and Learning wall",
        input text(members::report::LEARNING_SPACES).detail(Word::LearningSpacesAsk);
    LearningSpacesAsk: "Welke ruimtes en hulpmiddelen stimuleren het leren?", "Quels espaces et quels outils stimulent l’apprentissage\u{202f}?", "Which spaces and tools stimulate learning?";
    LeaderFeedback: "Terugkoppeling door leidinggevenden", "Retour donné par les responsables", "Feedback by managers",
        input text(members::report::FEEDBACK).detail(Word::LeaderFeedbackAsk);
    LeaderFeedbackAsk: "Hoe koppelen leidinggevenden terug naar iedereen, in overleg met L&O en HR?", "Comment les responsables font-ils un retour à tous, en accord avec L&D et les RH\u{202f}?", "How do managers report back to everyone, in consultation with L&D and HR?";
    GoalTest: "Toetsing van de doelen", "Évaluation des objectifs", "Testing the goals", input text(members::report::GOAL_TEST).detail(Word::GoalTestAsk);
    GoalTestAsk: "Hoe ga je na of de doelen zijn gehaald?", "Comment vérifiez-vous si les objectifs sont atteints\u{202f}?", "How do you check whether the goals were reached?";
    HalfYear: "Reflectie & Terugkoppeling", "Réflexion et retour", "Reflection & Feedback", input text(members::report::REFLECTION).detail(Word::HalfYearAsk);
    HalfYearAsk: "Wat legt HR of L&O elk half jaar aan de directie voor?", "Que présentent les RH ou L&D à la direction chaque semestre\u{202f}?", "What does HR or L&D put before the directors each half year?";
    TalksPerPerson: "Gesprekken per medewerker", "Entretiens par travailleur", "Talks per employee", input count(members::report::TALKS_PER_PERSON);
    MomentsPerYear: "Momenten per jaar", "Moments par an", "Moments a year", input count(members::report::DIRECTOR_MOMENTS), input count(members::report::FEEDBACK_MOMENTS),
        input count(members::report::REFLECTION_MOMENTS);
    PerLeaderTitle: "Per leidinggevende", "Par responsable", "Per manager";
    TalkUnits: "gesprekken", "entretiens", "talks";
    OneTalk: "gesprek", "entretien", "talk";
    FullTimer: "Wie voltijds werkt en meedoet" | "Wie voltijd werkt en meedoet", "Qui travaille à temps plein et participe", "Somebody who works full time and takes part";
    HoursInYear: "uur in een jaar", "heures en un an", "hours in a year";
    Indicators: "De 13 indicatoren", "Les 13 indicateurs", "The 13 indicators";
    NotDescribed: "nog niet beschreven", "pas encore décrit", "not described yet";
    Date: "Datum", "Date", "Date";
    CalculationModel: "Rekenmodel", "Modèle de calcul", "Calculation model";
    Scenario: "Scenario", "Scénario", "Scenario";
    RestsOn: "Waar dit plan op rust", "Sur quoi repose ce plan", "What this plan rests on";
    // Figures on the way to a headline
    EffectiveHours: "Effectieve uren per VTE" | "Effectieve uren per fte", "Heures effectives par ETP", "Effective hours per FTE", figure EffectiveHours;
    ParticipantCount: "Deelnemers", "Participants", "Participants", figure Participants GroupParticipants FormalParticipants InformalParticipants;
    TotalHours: "Leertijd van iedereen", "Temps d’apprentissage de tous", "Learning time of everyone", figure TotalHours;
    GroupHours: "Leertijd van de groep", "Temps d’apprentissage du groupe", "Learning time of the group", figure GroupTotalHours;
    GroupHoursPerEmployee: "Leertijd per medewerker van de groep", "Temps d’apprentissage par travailleur du groupe", "Learning time per employee of the group",
        figure GroupHoursPerEmployee;
    HoursPerParticipant: "Leertijd per deelnemer", "Temps d’apprentissage par participant", "Learning time per participant", figure HoursPerParticipant;
    HoursPerFte: "Leertijd per VTE" | "Leertijd per fte", "Temps d’apprentissage par ETP", "Learning time per FTE", figure HoursPerFte GroupHoursPerFte;
    DaysPerFte: "Opleidingsdagen per VTE" | "Opleidingsdagen per fte", "Jours de formation par ETP", "Training days per FTE", figure DaysPerFte;
    ShareOfWorkingTime: "Deel van de werktijd", "Part du temps de travail", "Share of working time", figure ShareOfWorkingTime GroupShareOfWorkingTime;
    MinutesPerWeek: "Minuten per week per VTE" | "Minuten per week per fte", "Minutes par semaine par ETP", "Minutes per week per FTE",
        figure MinutesPerWeekPerFte;
    ShareOfWeekCycles: "Aandeel van de Vitale Weekcycli", "Part des cycles hebdomadaires vitaux", "Share of the Vital week cycles", figure ShareOfWeekCycles;
    ShareOfProfCircles: "Aandeel van de Prof-cirkels", "Part des cercles Prof", "Share of the Prof circles", figure ShareOfProfCircles;
    ShareOfProfTrack: "Aandeel van het Prof-traject", "Part du parcours Prof", "Share of the Prof track", figure ShareOfProfTrack;
    ShareOfTalks: "Aandeel van de talentontwikkelgesprekken", "Part des entretiens de développement des talents", "Share of the talent development talks",
        figure ShareOfDevelopmentTalks;
    FormalShare: "Aandeel opleiding", "Part de la formation", "Share of training", figure ShareOfFormal FormalShare;
    CircleCount: "Aantal Prof-cirkels", "Nombre de cercles Prof", "Number of Prof circles", figure Circles GroupCircles;
    SessionCount: "Aantal bijeenkomsten", "Nombre de réunions", "Number of meetings", figure Sessions;
    FacilitatorHours: "Uren begeleiding", "Heures d’animation", "Hours of facilitation", figure FacilitatorHours;
    FacilitatorFte: "Begeleiding in VTE" | "Begeleiding in fte", "Animation en ETP", "Facilitation in FTE", figure FacilitatorFte;
    FacilitatorCount: "Begeleiders", "Animateurs", "Facilitators", figure Facilitators;
    CirclesPerLeader: "Cirkels per leidinggevende", "Cercles par responsable", "Circles per manager", figure CirclesPerLeader;
    LineAmount: "Bedrag van de post", "Montant du poste", "Amount of the item", figure LineAmount;
    Reported: "Kosten zoals de sociale balans ze telt", "Coûts comme le bilan social les compte", "Costs as the social balance sheet counts them",
        figure Reported;
    CashPerEmployee: "Uitgaven per medewerker", "Dépenses par travailleur", "Spending per employee", figure CashPerEmployee;
    FullPerEmployee: "Volledige kost per medewerker" | "Volledige kosten per medewerker", "Coût complet par travailleur", "Full cost per employee",
        figure FullPerEmployee;
    ProductivityBase: "Loonkost van wie deelneemt" | "Loonkosten van wie deelneemt", "Coût salarial des participants", "Labour cost of those who take part",
        figure GroupProductivityBase ProductivityBase;
    BenefitValue: "Contante waarde van de opbrengst", "Valeur actuelle du bénéfice", "Present value of the benefit", figure BenefitPv;
    CostToCover: "Kosten die nog niet gedekt zijn", "Coûts pas encore couverts", "Costs not yet covered", figure CostToCover;
    WholeUplift: "Waarde van 100% meer productiviteit", "Valeur de 100\u{202f}% de productivité en plus", "Value of 100% more productivity", figure PvOfUplift;
    BenefitCostRatio: "Opbrengsten gedeeld door kosten", "Bénéfices divisés par coûts", "Benefits divided by costs", figure Bcr;
    ExternalTraining: "Externe opleidingen", "Formations externes", "External training";
    Platform: "Leerplatform en AI", "Plateforme d’apprentissage et IA", "Learning platform and AI";
    Rooms: "Ruimte, materiaal en Learning wall", "Locaux, matériel et Learning wall", "Rooms, material and Learning wall";
    WorkingYear: "Het werkjaar instellen", "Régler l’année de travail", "Set the working year";
    Guidance: "Begeleiding en leidinggevenden instellen", "Régler l’animation et les responsables", "Set facilitation and managers";
    CostsAreStandard: "Deze kostenposten zijn een standaard. Pas ze aan of vervang ze.", "Ces postes de coût sont des valeurs par défaut. Adaptez-les ou remplacez-les.", "These cost items are defaults. Change them or replace them.";
    Persons: "personen", "personnes", "persons";
    FullSum: "uitgaven + geen uitgave − gedekte leertijd", "dépenses + sans dépense − temps couvert", "spending + no spending − covered time";
    CashTitle: "Uitgaven", "Dépenses", "Spending";
    PerHeadTitle: "Per medewerker", "Par travailleur", "Per employee";
    PerParticipantTitle: "Per deelnemer", "Par participant", "Per participant";
    PerFteTitle: "Per VTE" | "Per fte", "Par ETP", "Per FTE";
    SharePayrollTitle: "Deel van de loonmassa" | "Deel van de loonsom", "Part de la masse salariale", "Share of payroll";
    HoursOfAll: "uur in totaal", "heures au total", "hours in total";
    HoursEach: "uur per medewerker", "heures par travailleur", "hours per employee";
    WorkShare: "deel van de werktijd", "part du temps de travail", "share of working time";
    PerWeekTitle: "Bijeenkomsten per week", "Réunions par semaine", "Meetings per week", figure SessionsPerWeek;
    DaysPerFteShort: "dagen per VTE" | "dagen per fte", "jours par ETP", "days per FTE";
    FullIncludes: "De volledige kost telt ook de loonkost van leertijd." | "De volledige kosten tellen ook de verletkosten.", "Le coût complet compte aussi le coût salarial du temps d’apprentissage.", "The full cost also counts the labour cost of learning time.";
    NoDecay: "leeg: het effect blijft duren", "vide\u{202f}: l’effet continue", "empty: the effect goes on";
    SeeAbove: "zie hierboven", "voir ci-dessus", "see above";
    Fixture: "Vast getal", "Nombre fixe", "Fixed number";
    AlsoSee: "Waar komen de standaarden vandaan?", "D’où viennent les valeurs par défaut\u{202f}?", "Where do the defaults come from?";
    GoThere: "Naar het veld", "Aller au champ", "Go to the field";
    SharePart: "aandeel", "part", "share";
    OtherLines: "Posten die geen uitgave zijn", "Postes sans dépense", "Items without spending", figure Other;
    ReportedTime: "Leertijd zonder de gesprekken, in loonkost" | "Leertijd zonder de gesprekken, in loonkosten", "Temps d’apprentissage sans les entretiens, en coût salarial", "Learning time without the talks, in labour cost",
        figure ReportedTime;
    LowestToHighest: "Groep die het minst leert, tegenover de groep die het meest leert", "Groupe qui apprend le moins, face au groupe qui apprend le plus", "Group that learns least, against the group that learns most",
        figure LowestToHighest;
    SizeCount: "Cirkels van deze grootte", "Cercles de cette taille", "Circles of this size", figure SizeCount GroupSizeCount;
    Quantity: "Hoeveelheid", "Quantité", "Quantity", figure LineQuantity;
    UnitPrice: "Prijs per eenheid", "Prix par unité", "Price per unit", figure LineUnitPrice;
    ReportedPerEmployee: "Kosten volgens de sociale balans, per medewerker", "Coûts selon le bilan social, par travailleur", "Costs on the social balance sheet, per employee",
        figure ReportedPerEmployee;
    CashPerParticipant: "Uitgaven per deelnemer", "Dépenses par participant", "Spending per participant", figure CashPerParticipant;
    FullPerParticipant: "Volledige kost per deelnemer" | "Volledige kosten per deelnemer", "Coût complet par participant", "Full cost per participant",
        figure FullPerParticipant;
    ReportedPerParticipant: "Kosten volgens de sociale balans, per deelnemer", "Coûts selon le bilan social, par participant", "Costs on the social balance sheet, per participant",
        figure ReportedPerParticipant;
    CashPerFte: "Uitgaven per VTE" | "Uitgaven per fte", "Dépenses par ETP", "Spending per FTE", figure CashPerFte;
    FullPerFte: "Volledige kost per VTE" | "Volledige kosten per fte", "Coût complet par ETP", "Full cost per FTE", figure FullPerFte;
    ReportedPerFte: "Kosten volgens de sociale balans, per VTE" | "Kosten volgens de sociale balans, per fte", "Coûts selon le bilan social, par ETP", "Costs on the social balance sheet, per FTE",
        figure ReportedPerFte;
    CashOfPayroll: "Uitgaven, deel van de loonmassa" | "Uitgaven, deel van de loonsom", "Dépenses, part de la masse salariale", "Spending, share of payroll",
        figure CashOfPayroll;
    FullOfPayroll: "Volledige kost, deel van de loonmassa" | "Volledige kosten, deel van de loonsom", "Coût complet, part de la masse salariale", "Full cost, share of payroll",
        figure FullOfPayroll;
    ReportedOfPayroll: "Kosten volgens de sociale balans, deel van de loonmassa" | "Kosten volgens de sociale balans, deel van de loonsom", "Coûts selon le bilan social, part de la masse salariale", "Costs on the social balance sheet, share of payroll",
        figure ReportedOfPayroll;
    ParticipantTimeShare: "Aandeel van leertijd in de kosten volgens de sociale balans", "Part du temps d’apprentissage dans les coûts selon le bilan social", "Share of learning time in the costs on the social balance sheet",
        figure ParticipantTimeShare;
    ExpectedUnderspend: "Verwacht bedrag dat overblijft", "Montant qui restera sans doute", "Amount expected to be left", figure ExpectedUnderspend;
    FormalTraining: "formele opleiding", "formation formelle", "formal training";
    InformalTraining: "informele opleiding", "formation informelle", "informal training";
    GrossCost: "Brutokosten", "Coûts bruts", "Gross cost", figure FormalGross InformalGross;
    Contributions: "Bijdragen aan opleidingsfondsen", "Cotisations aux fonds de formation", "Contributions to training funds",
        figure FormalContributions InformalContributions;
    SubsidiesReceived: "Ontvangen subsidies", "Subventions reçues", "Subsidies received", figure FormalSubsidies InformalSubsidies;
    NetCost: "Nettokosten", "Coûts nets", "Net cost", figure FormalNet InformalNet;
    EmployeeLearning: "Leertijd van wie deelneemt", "Temps d’apprentissage des participants", "Learning time of those who take part", figure EmployeeLearning;
    EmployeeHours: "Leertijd van een deelnemer", "Temps d’apprentissage d’un participant", "Learning time of a participant", figure EmployeeHours;
    EmployeeDays: "Opleidingsdagen van een deelnemer", "Jours de formation d’un participant", "Training days of a participant", figure EmployeeDays;
    EmployeeShare: "Deel van de werktijd van een deelnemer", "Part du temps de travail d’un participant", "Share of a participant’s working time",
        figure EmployeeShare;
    WhyTheseNumbers: "Waarom deze getallen?", "Pourquoi ces chiffres\u{202f}?", "Why these numbers?";
    WhyHint: "Druk op een getal om te zien waar het vandaan komt.", "Appuyez sur un chiffre pour voir d’où il vient.", "Press a number to see where it comes from.";
    RangeIsTwoPlans: "Dit is een bandbreedte. Daarom rekenen we het plan twee keer uit.", "Ceci est une fourchette. C’est pourquoi nous calculons le plan deux fois.", "This is a range. That is why we calculate the plan twice.";
    AtLowest: "In het gunstigste geval", "Dans le cas le plus favorable", "In the most favourable case";
    AtHighest: "In het ongunstigste geval", "Dans le cas le moins favorable", "In the least favourable case";
    Change: "Aanpassen", "Adapter", "Change";
    AssumptionsTitle: "Waar dit getal op rust", "Sur quoi repose ce chiffre", "What this number rests on";
    AssumptionsNote: "De aanname die het meest uitmaakt staat bovenaan.", "L’hypothèse qui compte le plus vient en premier.", "The assumption that matters most comes first.";
    AssumptionsNone: "Dit getal rust alleen op wat is ingevuld.", "Ce chiffre repose uniquement sur ce qui est rempli.", "This number rests only on what has been filled in.";
    Assumed: "Aanname", "Hypothèse", "Assumption";
    RealisticTitle: "Realistisch", "Réaliste", "Realistic";
    ThenFigure: "Het getal wordt dan", "Le chiffre devient alors", "The number then becomes";
    Ends: "± marge", "± fourchette", "± range";
    Likely: "waarschijnlijk", "le plus probable", "most likely";
    NoRange: "geen bandbreedte bekend", "pas de fourchette connue", "no range known";
    // The file for a spreadsheet
    Figure: "Cijfer", "Chiffre", "Figure";
    Value: "Waarde", "Valeur", "Value";
    UnitTitle: "Eenheid", "Unité", "Unit";
    Source: "Bron", "Source", "Source";
    No: "nee", "non", "no";
    ModelVersion: "Versie van het model", "Version du modèle", "Version of the model";
    KeyFigures: "Kerncijfers", "Chiffres clés", "Key figures";
    // Links
    LinkNone: "Dit is geen link naar een plan. Zo’n link bevat #jp1.", "Ceci n’est pas un lien vers un plan. Un tel lien contient #jp1.", "This is not a link to a plan. Such a link contains #jp1.";
    LinkDamaged: "De link is beschadigd of niet volledig. Kopieer de hele link opnieuw.", "Le lien est endommagé ou incomplet. Copiez à nouveau tout le lien.", "The link is damaged or incomplete. Copy the whole link again.";
    LinkNewer: "Deze link is van een nieuwere versie. Open hem met een nieuwere versie van Jaarplan.", "Ce lien vient d’une version plus récente. Ouvrez-le avec une version plus récente de Jaarplan.", "This link is from a newer version. Open it with a newer version of Jaarplan.";
    // Scenarios
    StartingPoint: "Uitgangspunt", "Point de départ", "Starting point";
    ScenarioName: "Naam van het scenario", "Nom du scénario", "Name of the scenario";
    // What fits in a budget
    WhatFits: "Wat past er in mijn budget?", "Qu’est-ce qui tient dans mon budget\u{202f}?", "What fits in my budget?";
    ReachGoal: "Een doel halen", "Atteindre un objectif", "Reach a goal";
    MayChange: "Dit mag veranderen", "Ce qui peut changer", "This may change";
    MustBecome: "Dit wil je halen", "Ce que vous visez", "This is what you aim for";
    Bound: "Grens", "Limite", "Limit";
    NoMore: "hoogstens", "au plus", "at most";
    NoLess: "minstens", "au moins", "at least";
    Target: "Doel", "Objectif", "Goal";
    HowSure: "Zekerheid", "Certitude", "Certainty";
    AsExpected: "zoals verwacht", "comme prévu", "as expected";
    SurelyEnough: "kans van 8 op 10", "8 chances sur 10", "8 in 10 chance";
    Calculate: "Reken uit", "Calculer", "Calculate";
    FitAgain: "Het plan is veranderd. Reken het opnieuw uit.", "Le plan a changé. Calculez à nouveau.", "The plan has changed. Calculate it again.";
    FitFirst: "Vul eerst het plan in: er klopt nog iets niet, of er ontbreekt iets.", "Remplissez d’abord le plan\u{202f}: quelque chose ne va pas ou manque encore.", "Fill in the plan first: something is not right yet, or is missing.";
    NumberFirst: "Vul eerst een getal in.", "Indiquez d’abord un nombre.", "Fill in a number first.";
    AsItIs: "Zo staat het nu al in je plan.", "C’est déjà ainsi dans votre plan.", "That is how your plan has it already.";
    TakeOver: "Neem over in het plan", "Reprendre dans le plan", "Bring into the plan";
    AsNewScenario: "Als nieuw scenario", "Comme nouveau scénario", "As a new scenario";
    TakenOver: "Dit staat nu in je plan.", "C’est maintenant dans votre plan.", "This is now in your plan.";
    SpreadBudget: "Het budget verdelen over de leervormen", "Répartir le budget entre les formes d’apprentissage", "Spread the budget over the ways to learn";
    BudgetToSpread: "Budget om te verdelen", "Budget à répartir", "Budget to spread";
    BudgetTooSmall: "Dat is niet haalbaar met dit budget. Dit is het goedkoopste dat kan:", "Ce n’est pas possible avec ce budget. Voici le moins cher possible\u{202f}:", "That cannot be done with this budget. This is the cheapest there is:";
    FormOfLearning: "Leervorm", "Forme d’apprentissage", "Way to learn";
    NowIs: "Nu", "Maintenant", "Now";
    Proposal: "Voorstel", "Proposition", "Proposal";
    RulesNotMet: "Let op: dit voorstel haalt niet elke regel van wet en cao.", "Attention\u{202f}: cette proposition ne respecte pas toutes les règles légales et des conventions.", "Please note: this proposal does not meet every rule of law and agreements.";
    WhichIsBetter: "Welk scenario levert meer op?", "Quel scénario rapporte le plus\u{202f}?", "Which scenario yields more?";
    SameChance: "Niemand kent alle cijfers precies. We rekenen elk scenario duizenden keren door, telkens met dezelfde toevallige cijfers.", "Personne ne connaît tous les chiffres avec précision. Nous calculons chaque scénario des milliers de fois, chaque fois avec les mêmes chiffres tirés au hasard.", "Nobody knows all figures exactly. We calculate each scenario thousands of times, each time with the same random figures.";
    SpreadAssumption: "Onze aanname: de opbrengst groeit mee met de leertijd, en elk uur leren telt even zwaar.", "Notre hypothèse\u{202f}: le bénéfice augmente avec le temps d’apprentissage, et chaque heure compte autant.", "Our assumption: the benefit grows with the learning time, and every hour counts the same.";
    YieldByBudget: "Verwachte nettowaarde per budget", "Valeur nette attendue par budget", "Expected net value by budget";
    SideBySide: "Scenario’s naast elkaar", "Les scénarios côte à côte", "Scenarios side by side";
    ScenariosNote: "Maak een kopie van je plan en verander daarin wat je wilt. Je ziet meteen wat dat scheelt. Je eerste plan blijft zoals het is.", "Faites une copie de votre plan et changez-y ce que vous voulez. Vous voyez tout de suite la différence. Votre premier plan reste comme il est.", "Make a copy of your plan and change in it what you like. You see at once what difference that makes. Your first plan stays as it was.";
    NoScenarios: "Van dit plan zijn er geen andere scenario’s.", "Ce plan n’a pas d’autres scénarios.", "There are no other scenarios of this plan.";
    MakeScenario: "Maak een scenario", "Créer un scénario", "Make a scenario";
    MostScenarios: "Meer dan zes scenario’s naast elkaar kan niet. Verwijder er een om een nieuw te maken.", "Il n’y a pas de place pour plus de six scénarios. Supprimez-en un pour en créer un nouveau.", "There is no room for more than six scenarios. Remove one to make a new one.";
    WorkingHere: "Hier werk je nu in", "Vous travaillez ici", "You are working here";
    WorkHere: "Verder werken in dit scenario", "Continuer dans ce scénario", "Go on in this scenario";
    LookingHere: "Dit zie je nu", "Vous regardez celui-ci", "You are looking at this one";
    LookHere: "Dit scenario bekijken", "Regarder ce scénario", "Look at this scenario";
    YouCanChange: "Wat je kunt veranderen", "Ce que vous pouvez changer", "What you can change";
    FilledIn: "Wat erin is ingevuld", "Ce qui y est rempli", "What has been filled in";
    ItYields: "Wat het oplevert", "Ce que cela donne", "What comes of it";
    Different: "anders", "différent", "different";
    NotThere: "niet in dit scenario", "pas dans ce scénario", "not in this scenario";
    MoreDifferences: "Er zijn nog meer verschillen dan hier staan.", "Il y a encore d’autres différences que celles-ci.", "There are more differences than those shown here.";
    Equal: "gelijk", "identique", "equal";
    AlmostEqual: "bijna gelijk", "presque identique", "almost equal";
    RangeAndNumber: "bandbreedte tegenover één getal", "fourchette face à un seul chiffre", "range against one number";
    PercentPoints: "procentpunt", "points de pourcentage", "percentage points";
    MostAmount: "Hoogste bedrag", "Montant maximal", "Highest amount";
    // How parts make a value
    AllGroups: "alle groepen", "tous les groupes", "all groups";
    Step: "Tussenstap", "Étape intermédiaire", "Step in between";
    Plus: "plus", "plus", "plus";
    Minus: "min", "moins", "minus";
    TimesSign: "keer", "fois", "times";
    DividedBy: "gedeeld door", "divisé par", "divided by";
    OpRound: "afgerond op een geheel getal", "arrondi à un nombre entier", "rounded to a whole number";
    OpCents: "afgerond op de cent", "arrondi au centime", "rounded to the cent";
    OpUp: "naar boven afgerond", "arrondi vers le haut", "rounded up";
    OpDown: "naar beneden afgerond", "arrondi vers le bas", "rounded down";
    SmallestOf: "het kleinste van", "le plus petit de", "the smallest of";
    LargestOf: "het grootste van", "le plus grand de", "the largest of";
    OpMonths: "alle maanden bij elkaar opgeteld; elke maand volgt uit de getallen hieronder", "la somme de tous les mois\u{202f}; chaque mois découle des nombres ci-dessous", "all months added up; each month follows from the numbers below";
    OpFirstMonth: "de eerste maand waarin de opbrengst tot nu toe de kosten dekt", "le premier mois où le bénéfice jusqu’ici couvre les coûts", "the first month in which the benefit so far covers the costs";
    NotReached: "De opbrengst tot nu toe dekt de kosten nooit binnen de looptijd.", "Le bénéfice jusqu’ici ne couvre jamais les coûts pendant la durée.", "The benefit so far never covers the costs within the period.";
    DivisionByZero: "Niet te berekenen: er is niets om door te delen.", "Impossible à calculer\u{202f}: il n’y a rien par quoi diviser.", "Cannot be calculated: there is nothing to divide by.";
    NothingKnown: "Niet te berekenen: daarvoor is nog niet genoeg ingevuld.", "Impossible à calculer\u{202f}: il manque encore des données.", "Cannot be calculated: not enough has been filled in yet.";
    OpOther: "berekend uit deze getallen", "calculé à partir de ces nombres", "calculated from these numbers";
    // Pictures
    AsTable: "Als tabel", "En tableau", "As a table";
    TimeAndTalks: "Leertijd en gesprekken", "Temps d’apprentissage et entretiens", "Learning time and talks";
    Trainings: "Opleidingen", "Formations", "Training";
    PlatformAndRooms: "Platform, ruimte en materiaal", "Plateforme, locaux et matériel", "Platform, rooms and material";
    OtherCosts: "Andere kosten", "Autres coûts", "Other costs";
    Lowest: "Laagst", "Au plus bas", "Lowest";
    Highest: "Hoogst", "Au plus haut", "Highest";
    LowestValue: "Opbrengst tot nu toe, laagst", "Bénéfice jusqu’ici, au plus bas", "Benefit so far, lowest";
    HighestValue: "Opbrengst tot nu toe, hoogst", "Bénéfice jusqu’ici, au plus haut", "Benefit so far, highest";
}
