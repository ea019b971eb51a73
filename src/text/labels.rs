//! What every input of a plan is called, and how a person types it.

use super::Word;
use super::typed::Entry;
use crate::plan::{End, Path};

/// How a field is typed and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Whole,
    /// A calendar year: whole, without points between thousands.
    Year,
    /// A number.
    Number,
    /// Euros, with cents.
    Money,
    /// A share, in percent.
    Percent,
    /// Free text.
    Text,
    /// One of a few words.
    Choice,
}

impl Kind {
    /// How the number reader takes it.
    pub const fn entry(self) -> Entry {
        match self {
            Self::Money => Entry::Money,
            Self::Percent => Entry::Percent,
            _ => Entry::Plain,
        }
    }
}

/// The name of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it stands, like `groups[].fte`.
    pub path: &'static str,
    /// What it is called.
    pub name: Word,
    /// How it is typed.
    pub kind: Kind,
    /// What stands behind the number; `€` and `%` follow from the kind.
    pub unit: Option<Word>,
    /// What the number is a part of, or counted by.
    pub detail: Option<Word>,
}

/// The name of the input at a path.
pub fn label_of(path: &Path) -> Option<&'static Label> {
    labelled(&path.pattern())
}

/// The name of the input at a path that is text, with or without places; `None` for one that is no path.
pub fn label(path: &str) -> Option<&'static Label> {
    path.parse().map_or_else(|_| labelled(path), |path| label_of(&path))
}

/// The name of the inputs of a pattern; a group's own `learning` has the names of the plan's, and a part of an
/// estimate that of the whole.
fn labelled(pattern: &str) -> Option<&'static Label> {
    let (pattern, _) = End::split(pattern);
    let own = pattern.strip_prefix("groups[].").filter(|own| own.starts_with("learning."));
    let pattern = own.unwrap_or(pattern);
    LABELS.iter().find(|label| label.path == pattern)
}

const fn row(
    path: &'static str,
    name: Word,
    kind: Kind,
    unit: Option<Word>,
    detail: Option<Word>,
) -> Label {
    Label { path, name, kind, unit, detail }
}

#[rustfmt::skip]
static LABELS: &[Label] = &[
    row("organisation", Word::OrganisationName, Kind::Text, None, None),
    row("title", Word::Title, Kind::Text, None, None),
    row("year", Word::Year, Kind::Year, None, None),
    row("country", Word::Country, Kind::Choice, None, None),
    row("sector", Word::Sector, Kind::Choice, None, None),

    row("calendar.fullTimeHoursPerWeek", Word::FullTimeHours, Kind::Number, Some(Word::Hours), None),
    row("calendar.hoursPerDay", Word::HoursPerDay, Kind::Number, Some(Word::Hours), None),
    row("calendar.effectiveWeeks", Word::EffectiveWeeks, Kind::Number, Some(Word::Weeks), None),
    row("calendar.sicknessRate", Word::SicknessRate, Kind::Percent, None, None),

    row("groups", Word::Groups, Kind::Text, None, None),
    row("groups[].name", Word::GroupName, Kind::Text, None, None),
    row("groups[].headcount", Word::Headcount, Kind::Whole, None, None),
    row("groups[].fte", Word::Fte, Kind::Number, None, None),
    row("groups[].leaders", Word::Leaders, Kind::Whole, None, None),
    row("groups[].labourCostPerHour", Word::LabourCost, Kind::Money, None, Some(Word::PerHour)),
    row("groups[].participation", Word::Participation, Kind::Percent, None, Some(Word::OfHeads)),
    row("groups[].replacementShare", Word::ReplacementShare, Kind::Percent, None, Some(Word::OfHours)),
    row("groups[].replacementCostFactor", Word::ReplacementCostFactor, Kind::Number, None, None),
    row("groups[].billableShare", Word::BillableShare, Kind::Percent, None, None),
    row("groups[].billableMarginPerHour", Word::BillableMargin, Kind::Money, None, Some(Word::PerHour)),

    row("learning.weekCycles.count", Word::WeekCycleCount, Kind::Number, None, None),
    row("learning.weekCycles.minutes", Word::WeekCycleMinutes, Kind::Number, Some(Word::Minutes), None),
    row("learning.weekCycles.proRata", Word::WeekCycleProRata, Kind::Choice, None, None),
    row("learning.profTrack.hours", Word::ProfTrackHours, Kind::Number, Some(Word::Hours), Some(Word::PerParticipantYear)),
    row("learning.profTrack.proRata", Word::ProfTrackProRata, Kind::Choice, None, None),
    row("learning.formal.hours", Word::FormalHours, Kind::Number, Some(Word::Hours), Some(Word::PerParticipantYear)),
    row("learning.formal.fixedHours", Word::FormalFixedHours, Kind::Number, Some(Word::Hours), Some(Word::PerParticipantYear)),
    row("learning.formal.proRata", Word::FormalProRata, Kind::Choice, None, None),
    row("learning.developmentTalks.hours", Word::TalkHours, Kind::Number, Some(Word::Hours), Some(Word::PerHeadYear)),

    row("profCircles.composition", Word::Composition, Kind::Choice, None, None),
    row("profCircles.targetSize", Word::TargetSize, Kind::Whole, Some(Word::Participants), None),
    row("profCircles.minSize", Word::MinSize, Kind::Whole, Some(Word::Participants), None),
    row("profCircles.maxSize", Word::MaxSize, Kind::Whole, Some(Word::Participants), None),
    row("profCircles.sessions", Word::Sessions, Kind::Whole, None, None),
    row("profCircles.sessionHours", Word::SessionHours, Kind::Number, Some(Word::Hours), None),
    row("profCircles.preparationHours", Word::PreparationHours, Kind::Number, Some(Word::Hours), None),
    row("profCircles.facilitatorsPerCircle", Word::FacilitatorsPerCircle, Kind::Whole, None, None),
    row("profCircles.facilitatorPreparationHours", Word::FacilitatorPreparation, Kind::Number, Some(Word::Hours), None),
    row("profCircles.facilitatorCapacityHours", Word::FacilitatorCapacity, Kind::Number, Some(Word::Hours), None),
    row("profCircles.leadersPerCircle", Word::LeadersPerCircle, Kind::Whole, None, None),
    row("profCircles.maxCirclesPerLeader", Word::MaxCirclesPerLeader, Kind::Whole, None, None),

    row("facilitation.externalShare", Word::ExternalShare, Kind::Percent, None, None),
    row("facilitation.internalCostPerHour", Word::InternalCost, Kind::Money, None, Some(Word::PerHour)),
    row("facilitation.externalRatePerHour", Word::ExternalRate, Kind::Money, None, Some(Word::PerHour)),

    row("costs", Word::Costs, Kind::Text, None, None),
    row("costs[].label", Word::CostLabel, Kind::Text, None, None),
    row("costs[].category", Word::CostCategory, Kind::Choice, None, None),
    row("costs[].basis", Word::CostBasis, Kind::Choice, None, None),
    row("costs[].amount", Word::CostAmount, Kind::Money, None, None),
    row("costs[].cash", Word::CostCash, Kind::Choice, None, None),
    row("subsidies", Word::Subsidies, Kind::Text, None, None),

    row("budget.available", Word::Available, Kind::Money, None, None),
    row("budget.spendRate", Word::SpendRate, Kind::Percent, None, Some(Word::OfCash)),
    row("budget.contingency", Word::Contingency, Kind::Percent, None, None),
    row("budget.trainingFundLevy", Word::TrainingFundLevy, Kind::Percent, None, Some(Word::OfPayroll)),
    row("budget.payroll", Word::Payroll, Kind::Money, None, None),

    row("value.horizonYears", Word::Horizon, Kind::Whole, Some(Word::Years), None),
    row("value.discountRate", Word::DiscountRate, Kind::Percent, None, Some(Word::PerYearRate)),
    row("value.benefits", Word::Benefits, Kind::Text, None, None),
    row("value.benefits[].uplift", Word::Uplift, Kind::Percent, None, None),
    row("value.benefits[].lagMonths", Word::Lag, Kind::Number, Some(Word::Months), None),
    row("value.benefits[].halfLifeMonths", Word::HalfLife, Kind::Number, Some(Word::Months), None),
    row("value.benefits[].attribution", Word::Attribution, Kind::Percent, None, None),
    row("value.benefits[].confidence", Word::Confidence, Kind::Percent, None, None),
    row("value.benefits[].turnover", Word::Turnover, Kind::Percent, None, None),
    row("value.benefits[].relativeReduction", Word::RelativeReduction, Kind::Percent, None, None),
    row("value.benefits[].replacementCostShare", Word::ReplacementCostShare, Kind::Percent, None, None),
    row("value.benefits[].annualValue", Word::AnnualValue, Kind::Money, None, None),
    row("value.inaction.skillHalfLifeYears", Word::SkillHalfLife, Kind::Number, Some(Word::Years), None),
    row("value.inaction.sensitivity", Word::Sensitivity, Kind::Percent, None, None),
    row("value.inaction.probability", Word::Probability, Kind::Percent, None, None),

    row("jaarplan.goals", Word::Goals, Kind::Text, None, Some(Word::GoalsAsk)),
    row("jaarplan.workingLearning", Word::WorkingLearning, Kind::Text, None, Some(Word::WorkingLearningAsk)),
    row("jaarplan.talentCycle", Word::TalentCycle, Kind::Text, None, Some(Word::TalentCycleAsk)),
    row("jaarplan.profCircles", Word::CircleMeetings, Kind::Text, None, Some(Word::CircleMeetingsAsk)),
    row("jaarplan.profTrack", Word::ExampleTrack, Kind::Text, None, Some(Word::ExampleTrackAsk)),
    row("jaarplan.learningTime", Word::TimeToLearn, Kind::Text, None, Some(Word::TimeToLearnAsk)),
    row("jaarplan.sharedOwnership", Word::SharedOwnership, Kind::Text, None, Some(Word::SharedOwnershipAsk)),
    row("jaarplan.directors", Word::Directors, Kind::Text, None, Some(Word::DirectorsAsk)),
    row("jaarplan.guidance", Word::RoleOfHr, Kind::Text, None, Some(Word::RoleOfHrAsk)),
    row("jaarplan.learningSpaces", Word::LearningSpaces, Kind::Text, None, Some(Word::LearningSpacesAsk)),
    row("jaarplan.feedback", Word::LeaderFeedback, Kind::Text, None, Some(Word::LeaderFeedbackAsk)),
    row("jaarplan.goalTest", Word::GoalTest, Kind::Text, None, Some(Word::GoalTestAsk)),
    row("jaarplan.reflection", Word::HalfYear, Kind::Text, None, Some(Word::HalfYearAsk)),
    row("jaarplan.talksPerPerson", Word::TalksPerPerson, Kind::Whole, None, None),
    row("jaarplan.directorMoments", Word::MomentsPerYear, Kind::Whole, None, None),
    row("jaarplan.feedbackMoments", Word::MomentsPerYear, Kind::Whole, None, None),
    row("jaarplan.reflectionMoments", Word::MomentsPerYear, Kind::Whole, None, None),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_lists_do_not_change_the_name() {
        assert_eq!(label("groups[3].fte").unwrap().name, Word::Fte);
        let own = label("groups[0].learning.formal.hours").unwrap();
        assert_eq!(own.name, Word::FormalHours);
        assert_eq!(label("no.such.field"), None);
        assert_eq!(label("groups[0].participation.low"), label("groups[].participation"));
    }

    #[test]
    fn every_number_of_a_plan_has_a_name() {
        for country in [crate::plan::Country::Be, crate::plan::Country::Nl] {
            for default in crate::plan::defaults(country) {
                assert!(label(default.path).is_some(), "{}", default.path);
            }
        }
    }
}
