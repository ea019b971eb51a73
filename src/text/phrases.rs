//! Phrases with names and numbers in them. Each language is a `match` over [`Phrase`], which is complete
//! or does not compile.

#[cfg(feature = "en")]
use super::english;
#[cfg(feature = "fr")]
use super::french;
use super::{Locale, dutch};

/// A phrase on the screen; numbers in it are already written out.
#[derive(Clone, Copy, Debug)]
pub enum Phrase<'a> {
    /// A group without a name, by its place from 1.
    NamelessGroup(usize),
    /// A group was taken away.
    GroupRemoved(&'a str),
    /// What stood in a pasted table and has no field.
    PastedRest(&'a str),
    /// A plan about to be shared tells the wages of these groups.
    WagesOf(&'a str),
    /// A cost line was taken away.
    CostRemoved(&'a str),
    /// A scenario was taken away.
    ScenarioRemoved(&'a str),
    /// Makes a copy of a scenario.
    CopyOf(&'a str),
    /// How scenarios are compared with the first.
    ComparedWith(&'a str),
    /// The scenario that is worked on.
    WorkingIn(&'a str),
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
    /// A case of the plan: with this much more productivity.
    AtUplift(&'a str),
    /// So many assumptions more than those that are shown.
    MoreAssumptions(usize),
    /// A month of the plan, from 1.
    MonthNumber(usize),
    /// A sum of more parts than a sentence can name.
    SumOf(usize),
    /// A product of more parts than a sentence can name.
    ProductOf(usize),
    /// A lowest value that holds whatever the formula gives.
    AtLeast(&'a str),
    /// A highest value that holds whatever the formula gives.
    AtMost(&'a str),
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

    // What a picture says
    /// A name, and what there is to say of it.
    That(&'a str, &'a str),
    /// The part that is larger than the others.
    LargestPart(&'a str),
    /// The amount that may be spent.
    AvailableOf(&'a str),
    /// So many more than are drawn.
    AndMore(&'a str),
    /// Over a period: what it costs, what it brings, and when it has paid for itself.
    CostAndValue(&'a str, &'a str, &'a str, &'a str),
    /// Between which months the plan has paid for itself.
    PaybackBetween(u32, u32),
    /// In which month the plan has paid for itself, if it ever has.
    PaybackEarliest(u32),

    // The Jaarplan on paper
    /// The title of a plan that has none, with its year.
    PlanTitle(&'a str),
    /// So many of the indicators have a figure or a text.
    IndicatorsDone(usize),

    // What is wrong with what was typed, with an example that works
    /// It is no number.
    NoNumber(&'a str, &'a str),
    /// Its points, commas or spaces are out of place.
    WrongSigns(&'a str),
    /// It has a unit of something else.
    WrongUnit(&'a str),

    // How a doubtful number was read
    /// With a sign between thousands; the other number that it could be.
    ReadAsThousands(&'a str, &'a str),
    /// With decimals.
    ReadAsDecimal(&'a str),
    /// As less than one percent.
    ReadBelowOne(&'a str),

    // What is wrong with an input
    /// More FTE than so many people.
    FteAtMost(&'a str),
    /// FTE that cannot be, where the number of people is not known.
    FteAtMostHeads,
    /// More managers than so many people.
    LeadersAtMost(&'a str),
    /// Managers that cannot be, where the number of people is not known.
    LeadersFromZero,
    /// A number out of its bounds.
    Allowed(Span<'a>),
    /// A whole number out of its bounds.
    AllowedWhole(Span<'a>),
    /// A number that cannot be, without bounds to tell.
    NotAllowed(&'a str),
    /// Not a whole number.
    NotWhole(&'a str),
    /// A text or choice is missing.
    MissingText,
    /// A number is missing.
    MissingNumber(&'a str),
    /// Another kind of value than a text or choice.
    NoText,
    /// Another kind of value than a number.
    NoNumberAtAll(&'a str),
    /// The sizes of circles do not go up.
    SizesNotOrdered,
    /// The ends of an estimate do not go up.
    EstimateNotOrdered,
    /// None of the choices.
    UnknownChoice,
    /// An id twice.
    DuplicateId,
    /// An id that the budget uses itself.
    ReservedId,
    /// An id that is not there.
    UnknownId,
    /// A key twice.
    DuplicateKey,
    /// A list that is too long.
    TooMany,
    /// A document that is nested too deep.
    TooDeep,
    /// A result that is too large to show; what to stay below.
    TooLargeAbove(&'a str),
    /// A result that is too large to show.
    TooLarge,
    /// A file that is no JSON.
    NotJson,
    /// A plan of a newer version.
    NewerSchema,

    // What deserves a look; the group comes first
    /// A field that is not known.
    UnknownField(&'a str),
    /// More week cycles than weeks.
    WeekCyclesExceedWeeks(&'a str),
    /// Learning takes more than a share of working time.
    LearningTimeHigh(&'a str, &'a str),
    /// Learning takes more than all working time.
    LearningTimeImpossible(&'a str),
    /// A group does not learn.
    GroupWithoutLearning(&'a str),
    /// The circles do not fit; the sizes that they get, or nothing.
    CirclesInfeasible(&'a str),
    /// Each manager sits in so many circles.
    TooManyCirclesPerLeader(&'a str),
    /// Circles ask for managers, and there are none.
    NoLeaders,
    /// A careful uplift is made lower again.
    HaircutOnResearchUplift,
    /// Benefits may count the same money.
    BenefitsMayOverlap,
    /// The effect comes after the period.
    LagReachesHorizon,
    /// A group of fewer than so many people shows a wage.
    SmallGroupWage(&'a str, &'a str),
}

/// The numbers that are allowed.
#[derive(Clone, Copy, Debug)]
pub enum Span<'a> {
    /// Both ends excluded.
    Between(&'a str, &'a str),
    /// Both ends included.
    FromTo(&'a str, &'a str),
    /// Above an end.
    Above(&'a str),
    /// From an end on.
    From(&'a str),
    /// Below an end.
    Below(&'a str),
    /// Up to an end.
    UpTo(&'a str),
}

impl Locale {
    /// The phrase in this locale.
    pub fn say(self, phrase: Phrase) -> String {
        match self {
            Self::NlBe => dutch::phrase(phrase, true),
            Self::NlNl => dutch::phrase(phrase, false),
            #[cfg(feature = "fr")]
            Self::FrBe => french::phrase(phrase),
            #[cfg(feature = "en")]
            Self::En => english::phrase(phrase),
            #[cfg(not(all(feature = "fr", feature = "en")))]
            _ => dutch::phrase(phrase, true), // a language that is not in this build
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::checks;

    #[test]
    fn the_countries_keep_their_own_terms() {
        let budget = Phrase::SayBudget("€ 1", "€ 2");
        assert_eq!(Locale::NlBe.say(budget), "Uitgaven € 1, volledige kost € 2.");
        assert_eq!(Locale::NlNl.say(budget), "Uitgaven € 1, volledige kosten € 2.");
        let needs = Phrase::FacilitationNeeds("216", "0,14", "2");
        assert!(Locale::NlNl.say(needs).contains("0,14 fte"));
        assert!(Locale::NlBe.say(needs).contains("0,14 VTE"));
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
        Phrase::DefaultsCount(1),
        Phrase::DefaultsCount(7),
        Phrase::Estimate("Q1", "Q2"),
        Phrase::Realistic("Q1", "Q2"),
        Phrase::PaybackMonth(1),
        Phrase::PaybackMonth(7),
        Phrase::NoPayback("Q1"),
        Phrase::FacilitationNeeds("Q1", "Q2", "Q3"),
        Phrase::PerLeader("Q1"),
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
        Phrase::FacilitationNeeds("Q1", "Q2", "1"),
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
