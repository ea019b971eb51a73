//! What the figures of a result are called.

use super::Word;
use super::labels::{is_like, label};
use crate::analysis::explain::Explanation;

/// The name of a figure, like `budget.cash`; also of the steps on the way to one.
pub fn figure(id: &str) -> Option<Word> {
    FIGURES.iter().find(|(path, _)| is_like(id, path)).map(|(_, name)| *name)
}

#[rustfmt::skip]
static FIGURES: &[(&str, Word)] = &[
    ("learningTime.effectiveHoursPerFte", Word::EffectiveHours),
    ("learningTime.participants", Word::ParticipantCount),
    ("learningTime.groups[].participants", Word::ParticipantCount),
    ("budget.socialBalance.formal.participants", Word::ParticipantCount),
    ("budget.socialBalance.informal.participants", Word::ParticipantCount),
    ("learningTime.byComponent.weekCycles", Word::WeekCycles),
    ("learningTime.groups[].byComponent.weekCycles", Word::WeekCycles),
    ("learningTime.byComponent.profCircles", Word::ProfCircles),
    ("learningTime.groups[].byComponent.profCircles", Word::ProfCircles),
    ("learningTime.byComponent.profTrack", Word::ProfTrack),
    ("learningTime.groups[].byComponent.profTrack", Word::ProfTrack),
    ("learningTime.byComponent.formal", Word::Formal),
    ("learningTime.groups[].byComponent.formal", Word::Formal),
    ("learningTime.byComponent.developmentTalks", Word::Talks),
    ("learningTime.groups[].byComponent.developmentTalks", Word::Talks),
    ("learningTime.totalHours", Word::TotalHours),
    ("learningTime.groups[].totalHours", Word::GroupHours),
    ("learningTime.hoursPerEmployee", Word::HoursPerEmployee),
    ("learningTime.groups[].hoursPerEmployee", Word::GroupHoursPerEmployee),
    ("learningTime.hoursPerParticipant", Word::HoursPerParticipant),
    ("learningTime.hoursPerFte", Word::HoursPerFte),
    ("learningTime.groups[].hoursPerFte", Word::HoursPerFte),
    ("learningTime.daysPerFte", Word::DaysPerFte),
    ("learningTime.shareOfWorkingTime", Word::ShareOfWorkingTime),
    ("learningTime.groups[].shareOfWorkingTime", Word::ShareOfWorkingTime),
    ("learningTime.minutesPerWeekPerFte", Word::MinutesPerWeek),
    ("learningTime.shareByComponent.weekCycles", Word::ShareOfWeekCycles),
    ("learningTime.shareByComponent.profCircles", Word::ShareOfProfCircles),
    ("learningTime.shareByComponent.profTrack", Word::ShareOfProfTrack),
    ("learningTime.shareByComponent.developmentTalks", Word::ShareOfTalks),
    ("learningTime.formalShare", Word::FormalShare),
    ("learningTime.shareByComponent.formal", Word::FormalShare),
    ("learningTime.lowestToHighest", Word::LowestToHighest),
    ("profCircles.circles", Word::CircleCount),
    ("profCircles.groups[].circles", Word::CircleCount),
    ("profCircles.sizes[].size", Word::SizeTitle),
    ("profCircles.groups[].sizes[].size", Word::SizeTitle),
    ("profCircles.sizes[].count", Word::SizeCount),
    ("profCircles.groups[].sizes[].count", Word::SizeCount),
    ("profCircles.sessions", Word::SessionCount),
    ("profCircles.sessionsPerWeek", Word::PerWeekTitle),
    ("profCircles.facilitatorHours", Word::FacilitatorHours),
    ("profCircles.facilitatorFte", Word::FacilitatorFte),
    ("profCircles.facilitators", Word::FacilitatorCount),
    ("profCircles.circlesPerLeader", Word::CirclesPerLeader),
    ("budget.lines[].quantity", Word::Quantity),
    ("budget.lines[].unitPrice", Word::UnitPrice),
    ("budget.lines[].amount", Word::LineAmount),
    ("budget.cash", Word::CashBudget),
    ("budget.otherLines", Word::OtherLines),
    ("budget.coveredTime", Word::CoveredTime),
    ("budget.full", Word::FullCost),
    ("budget.reportedTime", Word::ReportedTime),
    ("budget.reported", Word::Reported),
    ("budget.payroll", Word::Payroll),
    ("budget.available", Word::Available),
    ("budget.gap", Word::Gap),
    ("budget.expectedSpend", Word::ExpectedSpend),
    ("budget.expectedUnderspend", Word::ExpectedUnderspend),
    ("budget.perEmployee.cash", Word::CashPerEmployee),
    ("budget.perEmployee.full", Word::FullPerEmployee),
    ("budget.perEmployee.reported", Word::ReportedPerEmployee),
    ("budget.perParticipant.cash", Word::CashPerParticipant),
    ("budget.perParticipant.full", Word::FullPerParticipant),
    ("budget.perParticipant.reported", Word::ReportedPerParticipant),
    ("budget.perFte.cash", Word::CashPerFte),
    ("budget.perFte.full", Word::FullPerFte),
    ("budget.perFte.reported", Word::ReportedPerFte),
    ("budget.shareOfPayroll.cash", Word::CashOfPayroll),
    ("budget.shareOfPayroll.full", Word::FullOfPayroll),
    ("budget.shareOfPayroll.reported", Word::ReportedOfPayroll),
    ("budget.participantTimeShare", Word::ParticipantTimeShare),
    ("budget.socialBalance.formal.hours", Word::LearningTime),
    ("budget.socialBalance.informal.hours", Word::LearningTime),
    ("budget.socialBalance.formal.grossCost", Word::GrossCost),
    ("budget.socialBalance.informal.grossCost", Word::GrossCost),
    ("budget.socialBalance.formal.contributions", Word::Contributions),
    ("budget.socialBalance.informal.contributions", Word::Contributions),
    ("budget.socialBalance.formal.subsidies", Word::SubsidiesReceived),
    ("budget.socialBalance.informal.subsidies", Word::SubsidiesReceived),
    ("budget.socialBalance.formal.netCost", Word::NetCost),
    ("budget.socialBalance.informal.netCost", Word::NetCost),
    ("value.employee.learning", Word::EmployeeLearning),
    ("value.employee.hours", Word::EmployeeHours),
    ("value.employee.days", Word::EmployeeDays),
    ("value.employee.shareOfWorkingTime", Word::EmployeeShare),
    ("value.months[].cost", Word::MonthCost),
    ("value.months[].value", Word::MonthValue),
    ("value.months[].cumulativeCost", Word::CumulativeCost),
    ("value.months[].cumulativeValue", Word::CumulativeValue),
    ("value.paybackMonth", Word::Payback),
    ("value.productivityBase", Word::ProductivityBase),
    ("value.groups[].productivityBase", Word::ProductivityBase),
    ("value.pvCost", Word::PresentCost),
    ("value.pvValue", Word::PresentValue),
    ("value.benefits[].pv", Word::BenefitValue),
    ("value.costToCover", Word::CostToCover),
    ("value.pvOfWholeUplift", Word::WholeUplift),
    ("value.net", Word::NetValue),
    ("value.rov", Word::ReturnOnValue),
    ("value.bcr", Word::BenefitCostRatio),
    ("value.breakEvenUplift", Word::BreakEven),
    ("value.inactionCost", Word::Inaction),
];

/// The name of a step of an explanation: of its figure, or of the input that it is.
pub fn step(step: &Explanation) -> Option<Word> {
    let input = |path| label(path).map(|label| label.name);
    match (&step.figure, &step.input) {
        (Some(id), _) => figure(id).or_else(|| input(id)),
        (None, Some(path)) => input(path),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_a_name() {
        for known in crate::model::figures::ALL {
            assert!(figure(&known.id()).is_some(), "{}", known.id());
        }
    }
}
