//! What is said of each rule of law and agreements: a row for each, by its id.

use super::locale::texts;

/// The texts of a rule, or of a sector without rules of its own, in the order of [`Locale::ALL`].
///
/// [`Locale::ALL`]: crate::text::Locale::ALL
pub struct RuleTexts {
    id: &'static str,
    /// What it is called.
    pub name: [&'static str; 4],
    /// What its sector is called, when it is the rule of one.
    pub sector: Option<[&'static str; 4]>,
    /// What to ask yourself, when it is no number of the plan. The places in it are amounts of the rule: `{0}` is
    /// everyone's, `{1}` that of a small and `{2}` of a medium-sized employer, `{3}` the highest.
    pub question: Option<[&'static str; 4]>,
}

impl RuleTexts {
    /// Those of an id, if there are any.
    pub fn of(id: &str) -> Option<&'static Self> {
        ALL.iter().find(|texts| texts.id == id)
    }

    const fn sector(self, sector: [&'static str; 4]) -> Self {
        Self { sector: Some(sector), ..self }
    }

    const fn question(self, question: [&'static str; 4]) -> Self {
        Self { question: Some(question), ..self }
    }
}

const fn rule(id: &'static str, name: [&'static str; 4]) -> RuleTexts {
    RuleTexts { id, name, sector: None, question: None }
}

#[rustfmt::skip]
static ALL: &[RuleTexts] = &[
    rule("be-individual-right", texts!["Individueel opleidingsrecht", "Individueel opleidingsrecht", "Droit individuel à la formation", "Individual learning right"]),
    rule("be-pc-200", texts!["Opleidingsrecht in PC 200", "Opleidingsrecht in PC 200", "Droit à la formation dans la CP 200", "Learning right in joint committee 200"])
        .sector(texts!["PC 200: bedienden", "PC 200: bedienden", "CP 200\u{202f}: employés", "Joint committee 200: white-collar workers"]),
    rule("be-pc-329.01", texts!["Collectieve opleidingsdagen in PC 329.01", "Collectieve opleidingsdagen in PC 329.01", "Jours de formation collectifs dans la SCP 329.01", "Collective training days in joint committee 329.01"])
        .sector(texts!["PC 329.01: socioculturele sector", "PC 329.01: socioculturele sector", "SCP 329.01\u{202f}: secteur socioculturel", "Joint committee 329.01: sociocultural sector"]),
    rule("be-training-plan", texts!["Jaarlijks opleidingsplan", "Jaarlijks opleidingsplan", "Plan de formation annuel", "Yearly training plan"]),
    rule("be-training-leave", texts!["Vlaams opleidingsverlof", "Vlaams opleidingsverlof", "Congé de formation flamand", "Flemish training leave"])
        .question(texts![
            "Neemt iemand opleidingsverlof, dan krijg je {0} per uur terug. Leernetwerken en intervisie tellen niet mee.",
            "Neemt iemand opleidingsverlof, dan krijg je {0} per uur terug. Leernetwerken en intervisie tellen niet mee.",
            "Si quelqu’un prend un congé de formation, vous récupérez {0} par heure. Les réseaux d’apprentissage et l’intervision ne comptent pas.",
            "When someone takes training leave, you get {0} per hour back. Learning networks and intervision do not count.",
        ]),
    rule("be-kmo", texts!["Kmo-portefeuille", "Kmo-portefeuille", "Portefeuille PME flamand", "Flemish SME wallet"])
        .question(texts![
            "Een kleine onderneming krijgt {1} terug, een middelgrote {2}, hoogstens {3} per jaar. Niet voor organisaties zonder winstoogmerk.",
            "Een kleine onderneming krijgt {1} terug, een middelgrote {2}, hoogstens {3} per jaar. Niet voor organisaties zonder winstoogmerk.",
            "Une petite entreprise récupère {1}, une moyenne {2}, au plus {3} par an. Pas pour le non-marchand.",
            "A small enterprise gets {1} back, a medium-sized one {2}, at most {3} a year. Not for non-profits.",
        ]),
    rule("nl-611a", texts!["Verplichte scholing is gratis", "Verplichte scholing is gratis", "La formation obligatoire est gratuite", "Compulsory training is free"])
        .question(texts![
            "Scholing die wet of cao verplicht, is gratis en telt als werktijd. Ga na of dat bij jou zo is.",
            "Scholing die wet of cao verplicht, is gratis en telt als werktijd. Ga na of dat bij jou zo is.",
            "La formation que la loi ou la convention impose est gratuite et compte comme temps de travail. Vérifiez que c’est le cas.",
            "Training that law or agreement makes compulsory is free and counts as working time. Check that it is so.",
        ]),
    rule("nl-wor-27", texts!["Instemming van de ondernemingsraad", "Instemming van de or", "Accord du conseil d’entreprise", "Consent of the works council"])
        .question(texts![
            "De ondernemingsraad moet instemmen met een regeling voor scholing, tenzij de cao dat al regelt.",
            "De or moet instemmen met een regeling voor scholing, tenzij de cao dat al regelt.",
            "Le conseil d’entreprise doit donner son accord sur un règlement de formation, sauf si la convention le règle déjà.",
            "The works council must consent to a regulation on training, unless a collective agreement settles it.",
        ]),
    rule("nl-cao-po", texts!["Cao primair onderwijs", "Cao primair onderwijs", "Convention de l’enseignement primaire", "Agreement for primary education"])
        .sector(texts!["Primair onderwijs", "Primair onderwijs", "Enseignement primaire", "Primary education"]),
    rule("nl-cao-vo", texts!["Cao voortgezet onderwijs", "Cao voortgezet onderwijs", "Convention de l’enseignement secondaire", "Agreement for secondary education"])
        .sector(texts!["Voortgezet onderwijs", "Voortgezet onderwijs", "Enseignement secondaire", "Secondary education"]),
    rule("nl-cao-mbo", texts!["Cao mbo", "Cao mbo", "Convention de l’enseignement professionnel", "Agreement for vocational education"])
        .sector(texts!["Middelbaar beroepsonderwijs", "Mbo", "Enseignement professionnel", "Vocational education"]),
    rule("nl-cao-architecten", texts!["Cao architectenbureaus", "Cao architectenbureaus", "Convention des bureaux d’architectes", "Agreement for architects’ offices"])
        .sector(texts!["Architectenbureaus", "Architectenbureaus", "Bureaux d’architectes", "Architects’ offices"]),
    rule("nl-slim", texts!["SLIM-subsidie", "SLIM-subsidie", "Subside SLIM", "SLIM grant"])
        .question(texts![
            "Een klein bedrijf kan {0} van de kosten terugkrijgen. De korte aanvraag gaat tot {3}.",
            "Een klein bedrijf kan {0} van de kosten terugkrijgen. De korte aanvraag gaat tot {3}.",
            "Une petite entreprise peut récupérer {0} des coûts. La demande simplifiée va jusqu’à {3}.",
            "A small business can get {0} of the cost back. The simplified request goes up to {3}.",
        ]),
    rule("eu-ai-literacy", texts!["Kennis van AI", "Kennis van AI", "Maîtrise de l’IA", "AI literacy"])
        .question(texts![
            "Weten je medewerkers genoeg van AI om er goed mee te werken? De wet vraagt dat.",
            "Weten je medewerkers genoeg van AI om er goed mee te werken? De wet vraagt dat.",
            "Vos travailleurs connaissent-ils assez l’IA pour bien l’utiliser ? La loi le demande.",
            "Do your employees know enough of AI to use it well? The law asks for that.",
        ]),
];
