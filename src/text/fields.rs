//! What every input of a plan is called, and how a person types it.

use super::Word::{self, *};
use super::read::Entry;

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

/// `groups[3].fte` and `groups[].fte` are the same kind of input.
pub fn pattern(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    let mut inside = false;
    for c in path.chars() {
        inside = c != ']' && (inside || c == '[');
        if !inside || c == '[' {
            text.push(c);
        }
    }
    text
}

/// The name of the input at `path`, with or without places; a group's own `learning` has the names
/// of the plan's.
pub fn label(path: &str) -> Option<&'static Label> {
    let pattern = pattern(path);
    let own = pattern.strip_prefix("groups[].");
    let pattern = own.filter(|rest| rest.starts_with("learning.")).unwrap_or(&pattern);
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
    row("organisation", OrganisationName, Kind::Text, None, None),
    row("title", Title, Kind::Text, None, None),
    row("year", Year, Kind::Year, None, None),
    row("country", Country, Kind::Choice, None, None),
    row("sector", Sector, Kind::Text, None, None),

    row("calendar.fullTimeHoursPerWeek", FullTimeHours, Kind::Number, Some(Hours), None),
    row("calendar.hoursPerDay", HoursPerDay, Kind::Number, Some(Hours), None),
    row("calendar.effectiveWeeks", EffectiveWeeks, Kind::Number, Some(Weeks), None),
    row("calendar.sicknessRate", SicknessRate, Kind::Percent, None, None),

    row("groups", Groups, Kind::Text, None, None),
    row("groups[].name", GroupName, Kind::Text, None, None),
    row("groups[].headcount", Headcount, Kind::Whole, None, None),
    row("groups[].fte", Fte, Kind::Number, None, None),
    row("groups[].leaders", Leaders, Kind::Whole, None, None),
    row("groups[].labourCostPerHour", LabourCost, Kind::Money, None, Some(PerHour)),
    row("groups[].participation", Participation, Kind::Percent, None, Some(OfHeads)),
    row("groups[].replacementShare", ReplacementShare, Kind::Percent, None, Some(OfHours)),
    row("groups[].replacementCostFactor", ReplacementCostFactor, Kind::Number, None, None),
    row("groups[].billableShare", BillableShare, Kind::Percent, None, None),
    row("groups[].billableMarginPerHour", BillableMargin, Kind::Money, None, Some(PerHour)),

    row("learning.weekCycles.count", WeekCycleCount, Kind::Number, None, None),
    row("learning.weekCycles.minutes", WeekCycleMinutes, Kind::Number, Some(Minutes), None),
    row("learning.weekCycles.proRata", WeekCycleProRata, Kind::Choice, None, None),
    row("learning.profTrack.hours", ProfTrackHours, Kind::Number, Some(Hours), Some(PerParticipantYear)),
    row("learning.profTrack.proRata", ProfTrackProRata, Kind::Choice, None, None),
    row("learning.formal.hours", FormalHours, Kind::Number, Some(Hours), Some(PerParticipantYear)),
    row("learning.formal.fixedHours", FormalFixedHours, Kind::Number, Some(Hours), Some(PerParticipantYear)),
    row("learning.formal.proRata", FormalProRata, Kind::Choice, None, None),
    row("learning.developmentTalks.hours", TalkHours, Kind::Number, Some(Hours), Some(PerHeadYear)),

    row("profCircles.composition", Composition, Kind::Choice, None, None),
    row("profCircles.targetSize", TargetSize, Kind::Whole, Some(Participants), None),
    row("profCircles.minSize", MinSize, Kind::Whole, Some(Participants), None),
    row("profCircles.maxSize", MaxSize, Kind::Whole, Some(Participants), None),
    row("profCircles.sessions", Sessions, Kind::Whole, None, None),
    row("profCircles.sessionHours", SessionHours, Kind::Number, Some(Hours), None),
    row("profCircles.preparationHours", PreparationHours, Kind::Number, Some(Hours), None),
    row("profCircles.facilitatorsPerCircle", FacilitatorsPerCircle, Kind::Whole, None, None),
    row("profCircles.facilitatorPreparationHours", FacilitatorPreparation, Kind::Number, Some(Hours), None),
    row("profCircles.facilitatorCapacityHours", FacilitatorCapacity, Kind::Number, Some(Hours), None),
    row("profCircles.leadersPerCircle", LeadersPerCircle, Kind::Whole, None, None),
    row("profCircles.maxCirclesPerLeader", MaxCirclesPerLeader, Kind::Whole, None, None),

    row("facilitation.externalShare", ExternalShare, Kind::Percent, None, None),
    row("facilitation.internalCostPerHour", InternalCost, Kind::Money, None, Some(PerHour)),
    row("facilitation.externalRatePerHour", ExternalRate, Kind::Money, None, Some(PerHour)),

    row("costs", Costs, Kind::Text, None, None),
    row("costs[].label", CostLabel, Kind::Text, None, None),
    row("costs[].category", CostCategory, Kind::Choice, None, None),
    row("costs[].basis", CostBasis, Kind::Choice, None, None),
    row("costs[].amount", CostAmount, Kind::Money, None, None),
    row("costs[].cash", CostCash, Kind::Choice, None, None),
    row("subsidies", Subsidies, Kind::Text, None, None),

    row("budget.available", Available, Kind::Money, None, None),
    row("budget.spendRate", SpendRate, Kind::Percent, None, Some(OfCash)),
    row("budget.contingency", Contingency, Kind::Percent, None, None),
    row("budget.trainingFundLevy", TrainingFundLevy, Kind::Percent, None, Some(OfPayroll)),
    row("budget.payroll", Payroll, Kind::Money, None, None),

    row("value.horizonYears", Horizon, Kind::Whole, Some(Years), None),
    row("value.discountRate", DiscountRate, Kind::Percent, None, Some(PerYearRate)),
    row("value.benefits", Benefits, Kind::Text, None, None),
    row("value.benefits[].uplift", Uplift, Kind::Percent, None, None),
    row("value.benefits[].lagMonths", Lag, Kind::Number, Some(Months), None),
    row("value.benefits[].halfLifeMonths", HalfLife, Kind::Number, Some(Months), None),
    row("value.benefits[].attribution", Attribution, Kind::Percent, None, None),
    row("value.benefits[].confidence", Confidence, Kind::Percent, None, None),
    row("value.benefits[].turnover", Turnover, Kind::Percent, None, None),
    row("value.benefits[].relativeReduction", RelativeReduction, Kind::Percent, None, None),
    row("value.benefits[].replacementCostShare", ReplacementCostShare, Kind::Percent, None, None),
    row("value.benefits[].annualValue", AnnualValue, Kind::Money, None, None),
    row("value.inaction.skillHalfLifeYears", SkillHalfLife, Kind::Number, Some(Years), None),
    row("value.inaction.sensitivity", Sensitivity, Kind::Percent, None, None),
    row("value.inaction.probability", Probability, Kind::Percent, None, None),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_lists_do_not_change_the_name() {
        assert_eq!(pattern("groups[12].fte"), "groups[].fte");
        assert_eq!(pattern("budget.available"), "budget.available");
        assert_eq!(label("groups[3].fte").unwrap().name, Fte);
        let own = label("groups[0].learning.formal.hours").unwrap();
        assert_eq!(own.name, FormalHours);
        assert_eq!(label("no.such.field"), None);
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
