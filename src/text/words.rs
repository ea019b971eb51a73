//! The words on the screen, one by one. Sentences with numbers in them are in `sentences`.

use super::Locale;

/// Makes the enum of words and its Dutch, so that a word without Dutch cannot be written.
///
/// `"text"` is the same in Belgium and the Netherlands; `"here" | "there"` differs. Another language
/// is another `match` over [`Word`]: a missing word does not compile.
macro_rules! words {
    ($($name:ident: $be:literal $(| $nl:literal)?;)*) => {
        /// A word or fixed sentence on the screen, named by what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Word { $(#[doc = $be] $name,)* }

        const fn dutch(word: Word, belgium: bool) -> &'static str {
            match word { $(Word::$name => {
                let text = $be;
                $(let text = if belgium { text } else { $nl };)?
                let _ = belgium;
                text
            })* }
        }

        #[cfg(test)]
        pub(super) const ALL: &[Word] = &[$(Word::$name,)*];
    };
}

impl Locale {
    /// The word in this locale.
    pub const fn word(self, word: Word) -> &'static str {
        match self {
            Self::NlBe | Self::FrBe | Self::En => dutch(word, true),
            Self::NlNl => dutch(word, false),
        }
    }
}

words! {
    // The plan
    Organisation: "Organisatie";
    OrganisationName: "Naam van de organisatie";
    Title: "Titel";
    Country: "Land";
    Belgium: "België (Vlaanderen)";
    Netherlands: "Nederland";
    Year: "Planjaar";
    Sector: "Sector";
    Available: "Beschikbaar L&O-budget";
    // Groups
    Groups: "Medewerkersgroepen";
    Group: "Groep";
    GroupName: "Naam van de groep";
    Headcount: "Medewerkers";
    Fte: "VTE" | "Fte";
    Leaders: "Leidinggevenden";
    LabourCost: "Loonkost" | "Loonkosten";
    Participation: "Deelname";
    ReplacementShare: "Vervanging";
    ReplacementCostFactor: "Kostenfactor van vervanging";
    BillableShare: "Factureerbaar deel";
    BillableMargin: "Marge per factureerbaar uur";
    AddGroup: "Groep toevoegen";
    // Calendar
    FullTimeHours: "Voltijdse uren per week" | "Voltijduren per week";
    HoursPerDay: "Uren in een opleidingsdag";
    EffectiveWeeks: "Effectieve weken per jaar";
    SicknessRate: "Ziekteverzuim";
    // Learning
    Learning: "Leren";
    LearningTime: "Leertijd";
    WeekCycles: "Vitale Weekcycli";
    WeekCycleCount: "Weekcycli per jaar";
    WeekCycleMinutes: "Duur van een weekcyclus";
    WeekCycleProRata: "Weekcycli naar rato";
    ProfTrack: "Prof-traject";
    ProfTrackHours: "Prof-traject";
    ProfTrackProRata: "Prof-traject naar rato";
    Formal: "Deskundigheidsbevordering";
    FormalHours: "Opleiding en cursus";
    FormalFixedHours: "Vaste uren opleiding";
    FormalProRata: "Opleiding naar rato";
    Talks: "Talentontwikkelgesprekken";
    TalkHours: "Talentontwikkelgesprek";
    // Prof circles
    ProfCircles: "Prof-cirkels";
    Composition: "Samenstelling";
    Mixed: "Groepen gemengd";
    PerGroup: "Per groep apart";
    TargetSize: "Gewenste grootte";
    MinSize: "Kleinste cirkel";
    MaxSize: "Grootste cirkel";
    Sessions: "Bijeenkomsten per cirkel";
    SessionHours: "Duur van een bijeenkomst";
    PreparationHours: "Voorbereiding per bijeenkomst";
    FacilitatorsPerCircle: "Begeleiders per cirkel";
    FacilitatorPreparation: "Voorbereiding van de begeleider";
    FacilitatorCapacity: "Uren per begeleider per jaar";
    LeadersPerCircle: "Leidinggevenden per cirkel";
    MaxCirclesPerLeader: "Hoogstens cirkels per leidinggevende";
    ExternalShare: "Deel externe begeleiding";
    InternalCost: "Interne begeleiding";
    ExternalRate: "Externe begeleiding";
    // Costs
    Costs: "Kosten";
    CostLabel: "Omschrijving";
    CostCategory: "Soort";
    CostBasis: "Per";
    CostAmount: "Bedrag";
    CostCash: "Uitgave";
    AddCost: "Kostenpost toevoegen";
    Fixed: "jaar (vast bedrag)";
    PerHead: "medewerker";
    PerFte: "VTE" | "fte";
    PerParticipant: "deelnemer";
    PerFormalHour: "uur opleiding";
    PerLearningHour: "uur leertijd";
    PerSession: "bijeenkomst";
    PerCircle: "Prof-cirkel";
    Subsidies: "Subsidies";
    Contingency: "Onvoorzien";
    TrainingFundLevy: "Bijdrage opleidingsfonds";
    SpendRate: "Deel dat echt wordt uitgegeven";
    // Value
    ReturnOnValue: "Return on Value";
    Benefits: "Opbrengsten";
    Uplift: "Hogere productiviteit";
    Lag: "Maanden tot het effect";
    HalfLife: "Halveringstijd van het effect";
    Horizon: "Looptijd";
    DiscountRate: "Discontovoet";
    Attribution: "Toe te schrijven aan het plan";
    Confidence: "Zekerheid van de schatting";
    Turnover: "Verloop";
    RelativeReduction: "Daling van het verloop";
    ReplacementCostShare: "Kosten van een vertrek, deel van een jaarloon";
    AnnualValue: "Opbrengst per jaar";
    SkillHalfLife: "Halveringstijd van vaardigheden";
    Sensitivity: "Gevoeligheid voor verouderde vaardigheden";
    Probability: "Kans op verlies zonder leren";
    Payroll: "Loonmassa" | "Loonsom";
    // Figures
    HoursPerEmployee: "Leertijd per medewerker";
    Budget: "L&O-budget";
    CashBudget: "L&O-budget (uitgaven)";
    FullCost: "Volledige kost" | "Volledige kosten";
    BreakEven: "Break-even";
    CashShort: "uitgaven";
    FullShort: "volledige kost" | "volledige kosten";
    UpliftNeeded: "meer productiviteit is genoeg om de kosten te dekken";
    UpliftNone: "De andere opbrengsten dekken de kosten al";
    UpliftUnknown: "Niet te berekenen: extra productiviteit brengt in deze looptijd niets op";
    NetValue: "Nettowaarde";
    PresentValue: "Contante waarde van de opbrengsten";
    PresentCost: "Contante waarde van de kosten";
    Payback: "Terugverdiend";
    Inaction: "Niets doen kost";
    ExpectedSpend: "Verwachte uitgaven";
    Gap: "Over van het beschikbare budget";
    // Units
    Hours: "uur";
    HoursPerYear: "uur per jaar";
    Minutes: "minuten";
    Weeks: "weken";
    Months: "maanden";
    Years: "jaar";
    Days: "dagen";
    Participants: "deelnemers";
    Circle: "cirkel";
    Circles: "cirkels";
    Meeting: "bijeenkomst";
    Meetings: "bijeenkomsten";
    FteUnit: "VTE" | "fte";
    PerHour: "per uur";
    Percent: "%";
    OfHeads: "van de medewerkers";
    OfHours: "van de leeruren";
    PerHeadYear: "per medewerker";
    PerParticipantYear: "per deelnemer";
    OfPayroll: "van de loonmassa" | "van de loonsom";
    OfCash: "van de uitgaven";
    PerYearRate: "per jaar";
    // Screen
    Standard: "standaard";
    OurAssumption: "onze aanname";
    Derived: "afgeleid uit bronnen";
    Sourced: "uit een bron";
    Given: "ingevuld";
    WhyThisNumber: "Waarom dit getal?";
    Close: "Sluiten";
    Undo: "Ongedaan maken";
    Headlines: "De vier kerncijfers";
    PrepareFirst: "Vul van elke groep het aantal medewerkers en de VTE in. Dan zie je hier de cijfers." | "Vul van elke groep het aantal medewerkers en de fte in. Dan zie je hier de cijfers.";
    NotYet: "nog in te vullen";
    Optional: "niet ingevuld";
    LinesTitle: "Het L&O-budget, post voor post";
    LineLabel: "Post";
    LineCash: "Uitgaven";
    LineNonCash: "Geen uitgave";
    CoveredTime: "Leertijd die al door vervanging is gedekt" ;
    CoveredTimeNote: "Een uur dat een collega overneemt, kost de vervanging en niet ook nog eens de leertijd zelf.";
    Total: "Totaal";
    ByComponent: "Leertijd per onderdeel en per groep";
    Component: "Onderdeel";
    ParticipantTime: "Leertijd" ;
    TalkLeaders: "Gesprekken, kant van de leidinggevende";
    Replacement: "Vervanging tijdens leren";
    Margin: "Gemiste marge";
    InternalFacilitation: "Interne begeleiding";
    ExternalFacilitation: "Externe begeleiding";
    CirclesTitle: "De Prof-cirkels";
    Facilitation: "Begeleiding";
    SizeTitle: "Deelnemers per cirkel";
    ValueTitle: "Return on Value over de looptijd";
    WarningsTitle: "Let op";
    DefaultsTitle: "Waar je nog niets hebt ingevuld";
    DefaultsNone: "Alles is ingevuld: er is geen standaard gebruikt.";
    Month: "Maand";
    MonthCost: "Kosten";
    MonthValue: "Opbrengst";
    CumulativeCost: "Kosten tot nu toe";
    CumulativeValue: "Opbrengst tot nu toe";
    PerMonth: "Maand per maand" | "Maand voor maand";
    CashYes: "kost geld";
    CashNo: "is er al";
    // Figures on the way to a headline
    EffectiveHours: "Effectieve uren per VTE" | "Effectieve uren per fte";
    ParticipantCount: "Deelnemers";
    TotalHours: "Leertijd van iedereen";
    GroupHours: "Leertijd van de groep";
    GroupHoursPerEmployee: "Leertijd per medewerker van de groep";
    HoursPerParticipant: "Leertijd per deelnemer";
    HoursPerFte: "Leertijd per VTE" | "Leertijd per fte";
    DaysPerFte: "Opleidingsdagen per VTE" | "Opleidingsdagen per fte";
    ShareOfWorkingTime: "Deel van de werktijd";
    MinutesPerWeek: "Minuten per week per VTE" | "Minuten per week per fte";
    FormalShare: "Aandeel opleiding";
    CircleCount: "Aantal Prof-cirkels";
    SessionCount: "Aantal bijeenkomsten";
    FacilitatorHours: "Uren begeleiding";
    FacilitatorFte: "Begeleiding in VTE" | "Begeleiding in fte";
    FacilitatorCount: "Begeleiders";
    CirclesPerLeader: "Cirkels per leidinggevende";
    LineAmount: "Bedrag van de post";
    Reported: "Kosten zoals de sociale balans ze telt";
    CashPerEmployee: "Uitgaven per medewerker";
    FullPerEmployee: "Volledige kost per medewerker" | "Volledige kosten per medewerker";
    ProductivityBase: "Loonkost van wie deelneemt" | "Loonkosten van wie deelneemt";
    BenefitValue: "Contante waarde van de opbrengst";
    CostToCover: "Kosten die nog niet gedekt zijn";
    WholeUplift: "Waarde van 100% meer productiviteit";
    BenefitCostRatio: "Opbrengsten gedeeld door kosten";
    ExternalTraining: "Externe opleidingen";
    Platform: "Leerplatform en AI";
    Rooms: "Ruimte, materiaal en Learning wall";
    WorkingYear: "Het werkjaar instellen";
    Guidance: "Begeleiding en leidinggevenden instellen";
    CostsAreStandard: "Deze kostenposten zijn een standaard. Pas ze aan of vervang ze.";
    Persons: "personen";
    FullSum: "uitgaven + geen uitgave − gedekte leertijd";
    CashTitle: "Uitgaven";
    PerHeadTitle: "Per medewerker";
    PerParticipantTitle: "Per deelnemer";
    PerFteTitle: "Per VTE" | "Per fte";
    SharePayrollTitle: "Deel van de loonmassa" | "Deel van de loonsom";
    HoursEach: "uur per medewerker";
    WorkShare: "deel van de werktijd";
    PerWeekTitle: "Bijeenkomsten per week";
    DaysPerFteShort: "dagen per VTE" | "dagen per fte";
    FullIncludes: "De volledige kost telt ook de loonkost van leertijd." | "De volledige kosten tellen ook de verletkosten.";
    NoDecay: "leeg: het effect blijft duren";
    SeeAbove: "zie hierboven";
    Fixture: "Vast getal";
    AlsoSee: "Waar komen de standaarden vandaan?";
    GoThere: "Naar het veld";
    SharePart: "aandeel";
    // How parts make a value
    OpSum: "Som";
    OpDifference: "Verschil";
    OpNegative: "Gaat eraf";
    OpProduct: "Product";
    OpRatio: "Deling";
    OpRound: "afgerond op een geheel getal";
    OpCents: "afgerond op de cent";
    OpUp: "naar boven afgerond";
    OpDown: "naar beneden afgerond";
    OpSmallest: "het kleinste van deze getallen";
    OpLargest: "het grootste van deze getallen";
    OpMonths: "alle maanden bij elkaar opgeteld";
    OpOther: "berekend uit deze getallen";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_says_something_in_both_countries() {
        for &word in ALL {
            for locale in [Locale::NlBe, Locale::NlNl] {
                let text = locale.word(word);
                assert!(!text.trim().is_empty(), "{word:?}");
                assert_eq!(text, text.trim(), "{word:?}");
            }
        }
    }

    #[test]
    fn the_countries_differ_in_their_own_words() {
        assert_eq!(Locale::NlBe.word(Word::Fte), "VTE");
        assert_eq!(Locale::NlNl.word(Word::Fte), "Fte");
        assert_eq!(Locale::NlBe.word(Word::Payroll), "Loonmassa");
        assert_eq!(Locale::NlNl.word(Word::Payroll), "Loonsom");
    }
}
