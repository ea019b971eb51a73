//! What the figures of a result are called.

use super::Word;
use super::fields::{label, pattern};
use crate::Explanation;

/// The name of a figure, like `budget.cash`; also of the steps on the way to one.
#[rustfmt::skip]
pub fn figure(id: &str) -> Option<Word> {
    Some(match pattern(id).as_str() {
        "learningTime.effectiveHoursPerFte" => Word::EffectiveHours,
        "learningTime.participants" | "learningTime.groups[].participants" => Word::ParticipantCount,
        "learningTime.byComponent.weekCycles" | "learningTime.groups[].byComponent.weekCycles" => Word::WeekCycles,
        "learningTime.byComponent.profCircles" | "learningTime.groups[].byComponent.profCircles" => Word::ProfCircles,
        "learningTime.byComponent.profTrack" | "learningTime.groups[].byComponent.profTrack" => Word::ProfTrack,
        "learningTime.byComponent.formal" | "learningTime.groups[].byComponent.formal" => Word::Formal,
        "learningTime.byComponent.developmentTalks" | "learningTime.groups[].byComponent.developmentTalks" => Word::Talks,
        "learningTime.totalHours" => Word::TotalHours,
        "learningTime.groups[].totalHours" => Word::GroupHours,
        "learningTime.hoursPerEmployee" => Word::HoursPerEmployee,
        "learningTime.groups[].hoursPerEmployee" => Word::GroupHoursPerEmployee,
        "learningTime.hoursPerParticipant" => Word::HoursPerParticipant,
        "learningTime.hoursPerFte" | "learningTime.groups[].hoursPerFte" => Word::HoursPerFte,
        "learningTime.daysPerFte" => Word::DaysPerFte,
        "learningTime.shareOfWorkingTime" | "learningTime.groups[].shareOfWorkingTime" => Word::ShareOfWorkingTime,
        "learningTime.minutesPerWeekPerFte" => Word::MinutesPerWeek,
        "learningTime.formalShare" => Word::FormalShare,
        "profCircles.circles" | "profCircles.groups[].circles" => Word::CircleCount,
        "profCircles.sessions" => Word::SessionCount,
        "profCircles.facilitatorHours" => Word::FacilitatorHours,
        "profCircles.facilitatorFte" => Word::FacilitatorFte,
        "profCircles.facilitators" => Word::FacilitatorCount,
        "profCircles.circlesPerLeader" => Word::CirclesPerLeader,
        "budget.lines[].amount" => Word::LineAmount,
        "budget.cash" => Word::CashBudget,
        "budget.full" => Word::FullCost,
        "budget.reported" => Word::Reported,
        "budget.payroll" => Word::Payroll,
        "budget.expectedSpend" => Word::ExpectedSpend,
        "budget.gap" => Word::Gap,
        "budget.perEmployee.cash" => Word::CashPerEmployee,
        "budget.perEmployee.full" => Word::FullPerEmployee,
        "value.productivityBase" => Word::ProductivityBase,
        "value.pvCost" => Word::PresentCost,
        "value.pvValue" => Word::PresentValue,
        "value.benefits[].pv" => Word::BenefitValue,
        "value.costToCover" => Word::CostToCover,
        "value.pvOfWholeUplift" => Word::WholeUplift,
        "value.net" => Word::NetValue,
        "value.rov" => Word::ReturnOnValue,
        "value.bcr" => Word::BenefitCostRatio,
        "value.breakEvenUplift" => Word::BreakEven,
        "value.inactionCost" => Word::Inaction,
        _ => return None,
    })
}

/// The name of a step of an explanation: of its figure, or of the input that it is.
pub fn step(step: &Explanation) -> Option<Word> {
    let input = |path| label(path).map(|label| label.name);
    match (&step.figure, &step.input) {
        (Some(id), _) => figure(id).or_else(|| input(id)),
        (None, Some(path)) => input(path),
        (None, None) => None,
    }
}

/// What a step of an explanation does with its parts, like `product`.
pub fn operation(operation: &str) -> Word {
    match operation {
        "sum" => Word::OpSum,
        "difference" => Word::OpDifference,
        "negative" => Word::OpNegative,
        "product" => Word::OpProduct,
        "quotient" => Word::OpRatio,
        "round" => Word::OpRound,
        "cents" => Word::OpCents,
        "round-up" => Word::OpUp,
        "round-down" => Word::OpDown,
        "smallest" => Word::OpSmallest,
        "largest" => Word::OpLargest,
        "months" => Word::OpMonths,
        _ => Word::OpOther,
    }
}
