//! The rules themselves: law and collective agreements as dated data. What they say and how they are
//! read stands in `docs/rules.md`.

use serde::Serialize;

use super::date::Date;
use crate::decimal::Decimal;
use crate::plan::Country;

/// When all rules were last held against their sources.
pub const CHECKED_ON: &str = "2026-05";
/// The year in that.
pub const CHECKED_IN: u32 = 2026;

/// A law or an agreement.
pub struct Rule {
    /// Its stable id; a preset's id is also the plan's `sector`.
    pub id: &'static str,
    /// Whose it is; `None` for the European Union's, which holds in every country.
    pub country: Option<Country>,
    /// Law or agreement, with the article.
    pub source: &'static str,
    /// Where it can be read; empty when no page is known.
    pub url: &'static str,
    /// For whom.
    pub scope: Scope,
    /// How a plan is held against it.
    pub method: Method,
    /// What it says, and when; in order of time, without overlap.
    pub versions: &'static [Version],
}

/// For whom a rule is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Every employer.
    All,
    /// Every private employer.
    Private,
    /// Employers of one sector: a preset.
    Sector,
}

/// How a plan is held against a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Days per person, `A × B × C`.
    IndividualRight,
    /// Days per FTE of the whole organisation.
    CollectiveDays,
    /// Hours per FTE of each group.
    HoursPerFte,
    /// A plan with contents and dates.
    TrainingPlan,
    /// Not a number: to answer yourself.
    Question,
}

/// What a rule says in some years.
pub struct Version {
    /// The first day.
    pub from: Date,
    /// The last day; `None` when no end is known.
    pub to: Option<Date>,
    /// Employers with fewer FTE are exempt.
    pub from_fte: u32,
    /// Its numbers.
    pub figures: &'static [RuleFigure],
    /// What has to be done or written, and when.
    pub steps: &'static [Step],
}

/// A number in a rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleFigure {
    /// For whom or what it is.
    pub about: Aspect,
    /// From how many FTE of the organisation it holds; 0 for any.
    pub from_fte: u32,
    /// The number.
    pub amount: Decimal,
    /// What it counts.
    pub unit: RuleUnit,
}

/// What a number in a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleUnit {
    /// Days a year for a full-timer who works the whole year.
    DaysPerPerson,
    /// Days a year per FTE, on average.
    DaysPerFte,
    /// Hours a year per FTE.
    HoursPerFte,
    /// Hours per FTE in each effective week.
    HoursPerFteWeek,
    /// € per hour.
    EurPerHour,
    /// €.
    Eur,
    /// A share, 0..1.
    Share,
}

/// What a verdict, a step or a number is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// The organisation as a whole.
    Organisation,
    /// Everyone in the group.
    Everyone,
    /// A participant with the group's average employment fraction.
    Participants,
    /// Someone of the group who does not take part: talks only.
    NonParticipants,
    /// A participant who works full time.
    FullTime,
    /// A participant who works 80 %.
    FourFifths,
    /// A participant who works 50 %.
    HalfTime,
    /// Teachers.
    Teaching,
    /// Support staff.
    Support,
    /// The works council receives the training plan.
    CouncilReceives,
    /// The works council gives its advice.
    CouncilAdvises,
    /// The training plan is there.
    PlanReady,
    /// The training plan names formal and informal training.
    FormalAndInformal,
    /// It names groups at risk.
    RiskGroups,
    /// It pays attention to gender.
    Gender,
    /// It pays attention to shortage occupations.
    ShortageOccupations,
    /// It says how it is evaluated with employees.
    Evaluation,
    /// A small employer.
    Small,
    /// A medium-sized employer.
    Medium,
    /// The highest amount.
    Cap,
}

/// Something that has to be done or written by a day of the plan year.
pub struct Step {
    /// What.
    pub about: Aspect,
    /// The month of the day.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
    /// So many days ahead of that day.
    pub ahead: u32,
}

/// The `sector` of a public employer: no rule of its own, but the rules of the private sector do not hold.
pub const PUBLIC: &str = "be-public";

const fn figure(about: Aspect, from_fte: u32, amount: &str, unit: RuleUnit) -> RuleFigure {
    RuleFigure { about, from_fte, amount: Decimal::literal(amount), unit }
}

const fn days(from_fte: u32, amount: &str) -> RuleFigure {
    figure(Aspect::FullTime, from_fte, amount, RuleUnit::DaysPerPerson)
}

const fn hours(about: Aspect, amount: &str) -> RuleFigure {
    figure(about, 0, amount, RuleUnit::HoursPerFte)
}

/// A version of whole years; `to` 0 for no known end.
const fn years(from: u32, to: u32, from_fte: u32, figures: &'static [RuleFigure]) -> Version {
    let to = if to == 0 { None } else { Some(Date::new(to, 12, 31)) };
    Version { from: Date::new(from, 1, 1), to, from_fte, figures, steps: &[] }
}

/// A version without an end or a threshold.
const fn since(from: Date, figures: &'static [RuleFigure]) -> Version {
    Version { from, to: None, from_fte: 0, figures, steps: &[] }
}

const fn by(about: Aspect, month: u32, day: u32) -> Step {
    Step { about, month, day, ahead: 0 }
}

const LAW_OF_2022: &str = "https://werk.belgie.be/nl/themas/opleiding/individueel-opleidingsrecht";

/// Every rule, in the order of the answers.
#[rustfmt::skip]
pub const ALL: &[Rule] = &[
    Rule {
        id: "be-individual-right", country: Some(Country::Be),
        source: "Wet van 3 oktober 2022, art. 50 e.v.", url: LAW_OF_2022,
        scope: Scope::Private, method: Method::IndividualRight,
        versions: &[
            years(2023, 2023, 10, &[days(10, "1"), days(20, "4")]),
            years(2024, 0,    10, &[days(10, "1"), days(20, "5")]),
        ],
    },
    Rule {
        id: "be-pc-200", country: Some(Country::Be),
        source: "Cao PC 200 van 6 juli 2023 (181682/CO/200)",
        url: "https://www.securex.be/nl/lex4you/werkgever/nieuws/het-opleidingsrecht-in-pc-200",
        scope: Scope::Sector, method: Method::IndividualRight,
        versions: &[
            years(2024, 2025, 20, &[days(20, "3")]),
            years(2026, 2027, 20, &[days(20, "4")]),
            years(2028, 0,    20, &[days(20, "5")]),
        ],
    },
    Rule {
        id: "be-pc-329.01", country: Some(Country::Be),
        source: "Cao PC 329.01, collectief opleidingsrecht", url: "",
        scope: Scope::Sector, method: Method::CollectiveDays,
        versions: &[
            years(2024, 2024, 20, &[figure(Aspect::Organisation, 20, "3.5", RuleUnit::DaysPerFte)]),
            years(2025, 2025, 20, &[figure(Aspect::Organisation, 20, "4",   RuleUnit::DaysPerFte)]),
            years(2026, 2026, 20, &[figure(Aspect::Organisation, 20, "4.5", RuleUnit::DaysPerFte)]),
            years(2027, 0,    20, &[figure(Aspect::Organisation, 20, "5",   RuleUnit::DaysPerFte)]),
        ],
    },
    Rule {
        id: "be-training-plan", country: Some(Country::Be),
        source: "Wet van 3 oktober 2022, hoofdstuk 9", url: LAW_OF_2022,
        scope: Scope::Private, method: Method::TrainingPlan,
        versions: &[Version {
            from: Date::new(2023, 1, 1), to: None, from_fte: 20, figures: &[],
            steps: &[
                Step { about: Aspect::CouncilReceives, month: 3, day: 15, ahead: 15 },
                by(Aspect::CouncilAdvises,      3, 15),
                by(Aspect::PlanReady,           3, 31),
                by(Aspect::FormalAndInformal,   3, 31),
                by(Aspect::RiskGroups,          3, 31),
                by(Aspect::Gender,              3, 31),
                by(Aspect::ShortageOccupations, 3, 31),
                by(Aspect::Evaluation,          3, 31),
            ],
        }],
    },
    Rule {
        id: "be-training-leave", country: Some(Country::Be),
        source: "Vlaams opleidingsverlof 2025-26", url: "",
        scope: Scope::Private, method: Method::Question,
        versions: &[Version {
            from: Date::new(2025, 9, 1), to: Some(Date::new(2026, 8, 31)), from_fte: 0,
            figures: &[figure(Aspect::Everyone, 0, "14.91", RuleUnit::EurPerHour)], steps: &[],
        }],
    },
    Rule {
        id: "be-kmo", country: Some(Country::Be),
        source: "kmo-portefeuille", url: "",
        scope: Scope::Private, method: Method::Question,
        versions: &[years(2024, 0, 0, &[
            figure(Aspect::Small,  0, "0.3",  RuleUnit::Share),
            figure(Aspect::Medium, 0, "0.2",  RuleUnit::Share),
            figure(Aspect::Cap,    0, "7500", RuleUnit::Eur),
        ])],
    },
    Rule {
        id: "nl-611a", country: Some(Country::Nl),
        source: "BW art. 7:611a; ECLI:NL:HR:2025:1386", url: "https://wetten.overheid.nl/BWBR0005290",
        scope: Scope::All, method: Method::Question,
        versions: &[since(Date::new(2022, 8, 1), &[])],
    },
    Rule {
        id: "nl-wor-27", country: Some(Country::Nl),
        source: "WOR art. 27 lid 1 onder f", url: "https://wetten.overheid.nl/BWBR0002747",
        scope: Scope::All, method: Method::Question,
        versions: &[years(2000, 0, 0, &[])],
    },
    Rule {
        id: "nl-cao-po", country: Some(Country::Nl),
        source: "Cao primair onderwijs", url: "",
        scope: Scope::Sector, method: Method::HoursPerFte,
        versions: &[years(2024, 0, 0, &[figure(Aspect::Everyone, 0, "2", RuleUnit::HoursPerFteWeek)])],
    },
    Rule {
        id: "nl-cao-vo", country: Some(Country::Nl),
        source: "Cao voortgezet onderwijs", url: "",
        scope: Scope::Sector, method: Method::HoursPerFte,
        versions: &[years(2024, 0, 0, &[hours(Aspect::Teaching, "83"), hours(Aspect::Support, "40")])],
    },
    Rule {
        id: "nl-cao-mbo", country: Some(Country::Nl),
        source: "Cao mbo", url: "",
        scope: Scope::Sector, method: Method::HoursPerFte,
        versions: &[years(2024, 0, 0, &[hours(Aspect::Everyone, "59")])],
    },
    Rule {
        id: "nl-cao-architecten", country: Some(Country::Nl),
        source: "Cao architectenbureaus, art. 32", url: "https://www.sfa-architecten.nl/artikel/artikel-32-2/",
        scope: Scope::Sector, method: Method::HoursPerFte,
        versions: &[years(2024, 0, 0, &[hours(Aspect::Everyone, "35")])],
    },
    Rule {
        id: "nl-slim", country: Some(Country::Nl),
        source: "SLIM-regeling", url: "",
        scope: Scope::All, method: Method::Question,
        versions: &[years(2024, 0, 0, &[
            figure(Aspect::Everyone, 0, "0.6",   RuleUnit::Share),
            figure(Aspect::Cap,      0, "25000", RuleUnit::Eur),
        ])],
    },
    Rule {
        id: "eu-ai-literacy", country: None,
        source: "Verordening (EU) 2024/1689, art. 4", url: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
        scope: Scope::All, method: Method::Question,
        versions: &[since(Date::new(2025, 2, 2), &[])],
    },
];

impl Rule {
    /// `BE`, `NL` or `EU`.
    pub fn country_code(&self) -> &'static str {
        self.country.map_or("EU", Country::as_str)
    }

    /// What it says in a year: the latest version with a day in it.
    pub fn version(&self, year: u32) -> Option<&'static Version> {
        let holds = |version: &&Version| {
            version.from.year <= year && version.to.is_none_or(|to| year <= to.year)
        };
        self.versions.iter().rfind(holds)
    }

    /// Whether the year lies beyond what was known when the rule was checked: more than a year
    /// later, and after the last change that was announced.
    pub fn is_past_horizon(&self, year: u32) -> bool {
        let announced = self.versions.last().map_or(0, |version| version.from.year);
        year > announced.max(CHECKED_IN + 1)
    }
}

impl Version {
    /// The number for an organisation, which says whether it has so many FTE.
    pub fn figure(&self, has_fte: impl Fn(u32) -> bool) -> Option<&'static RuleFigure> {
        self.figures.iter().rfind(|figure| has_fte(figure.from_fte))
    }
}

/// The sectors of a country that have rules of their own, by the id that a plan's `sector` names.
pub fn sectors(country: Country) -> impl Iterator<Item = &'static str> {
    let of_country =
        move |rule: &&Rule| rule.scope == Scope::Sector && rule.country == Some(country);
    let public = (country == Country::Be).then_some(PUBLIC);
    ALL.iter().filter(of_country).map(|rule| rule.id).chain(public)
}

/// Whether a plan's `sector` is one that we know.
pub fn is_known_sector(sector: &str) -> bool {
    sector == PUBLIC || ALL.iter().any(|rule| rule.scope == Scope::Sector && rule.id == sector)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_versions_follow_each_other() {
        for (i, rule) in ALL.iter().enumerate() {
            assert!(ALL.iter().skip(i + 1).all(|other| other.id != rule.id), "{}", rule.id);
            assert!(rule.id.starts_with(&rule.country_code().to_lowercase()), "{}", rule.id);
            assert!(!rule.source.is_empty() && !rule.versions.is_empty());
            for pair in rule.versions.windows(2) {
                let (earlier, later) = (pair.first().unwrap(), pair.last().unwrap());
                assert_eq!(earlier.to.unwrap(), later.from.before(1), "{}", rule.id);
            }
            for version in rule.versions {
                let thresholds: Vec<u32> = version.figures.iter().map(|f| f.from_fte).collect();
                assert!(thresholds.is_sorted(), "{}", rule.id);
                assert!(thresholds.first().is_none_or(|&first| first == version.from_fte));
            }
        }
        assert!(CHECKED_ON.starts_with(&CHECKED_IN.to_string()));
    }
}
