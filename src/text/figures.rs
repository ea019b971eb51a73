//! What the figures of a result are called.

use super::Word;
use super::labels::label;
use crate::analysis::explain::Explanation;
use crate::model::figures::Figure;

/// The name of a figure, or of a step on the way to one. Members of a list share it.
pub const fn figure(figure: Figure) -> Word {
    match figure {
        Figure::EffectiveHours => Word::EffectiveHours,
        Figure::Participants
        | Figure::GroupParticipants(_)
        | Figure::FormalParticipants
        | Figure::InformalParticipants => Word::ParticipantCount,
        Figure::WeekCycles | Figure::GroupWeekCycles(_) => Word::WeekCycles,
        Figure::ProfCircles | Figure::GroupProfCircles(_) => Word::ProfCircles,
        Figure::ProfTrack | Figure::GroupProfTrack(_) => Word::ProfTrack,
        Figure::Formal | Figure::GroupFormal(_) => Word::Formal,
        Figure::DevelopmentTalks | Figure::GroupDevelopmentTalks(_) => Word::Talks,
        Figure::TotalHours => Word::TotalHours,
        Figure::GroupTotalHours(_) => Word::GroupHours,
        Figure::HoursPerEmployee => Word::HoursPerEmployee,
        Figure::HoursPerParticipant => Word::HoursPerParticipant,
        Figure::HoursPerFte | Figure::GroupHoursPerFte(_) => Word::HoursPerFte,
        Figure::DaysPerFte => Word::DaysPerFte,
        Figure::ShareOfWorkingTime | Figure::GroupShareOfWorkingTime(_) => Word::ShareOfWorkingTime,
        Figure::LowestToHighest => Word::LowestToHighest,
        Figure::MinutesPerWeekPerFte => Word::MinutesPerWeek,
        Figure::ShareOfWeekCycles => Word::ShareOfWeekCycles,
        Figure::ShareOfProfCircles => Word::ShareOfProfCircles,
        Figure::ShareOfProfTrack => Word::ShareOfProfTrack,
        Figure::ShareOfFormal | Figure::FormalShare => Word::FormalShare,
        Figure::ShareOfDevelopmentTalks => Word::ShareOfTalks,
        Figure::GroupHoursPerEmployee(_) => Word::GroupHoursPerEmployee,
        Figure::Circles | Figure::GroupCircles(_) => Word::CircleCount,
        Figure::Size(_) | Figure::GroupSize(_, _) => Word::SizeTitle,
        Figure::SizeCount(_) | Figure::GroupSizeCount(_, _) => Word::SizeCount,
        Figure::Sessions => Word::SessionCount,
        Figure::SessionsPerWeek => Word::PerWeekTitle,
        Figure::FacilitatorHours => Word::FacilitatorHours,
        Figure::FacilitatorFte => Word::FacilitatorFte,
        Figure::Facilitators => Word::FacilitatorCount,
        Figure::CirclesPerLeader => Word::CirclesPerLeader,
        Figure::LineQuantity(_) => Word::Quantity,
        Figure::LineUnitPrice(_) => Word::UnitPrice,
        Figure::LineAmount(_) => Word::LineAmount,
        Figure::Cash => Word::CashBudget,
        Figure::Other => Word::OtherLines,
        Figure::Covered => Word::CoveredTime,
        Figure::Full => Word::FullCost,
        Figure::ReportedTime => Word::ReportedTime,
        Figure::Reported => Word::Reported,
        Figure::CashPerEmployee => Word::CashPerEmployee,
        Figure::FullPerEmployee => Word::FullPerEmployee,
        Figure::ReportedPerEmployee => Word::ReportedPerEmployee,
        Figure::CashPerParticipant => Word::CashPerParticipant,
        Figure::FullPerParticipant => Word::FullPerParticipant,
        Figure::ReportedPerParticipant => Word::ReportedPerParticipant,
        Figure::CashPerFte => Word::CashPerFte,
        Figure::FullPerFte => Word::FullPerFte,
        Figure::ReportedPerFte => Word::ReportedPerFte,
        Figure::CashOfPayroll => Word::CashOfPayroll,
        Figure::FullOfPayroll => Word::FullOfPayroll,
        Figure::ReportedOfPayroll => Word::ReportedOfPayroll,
        Figure::Payroll => Word::Payroll,
        Figure::ParticipantTimeShare => Word::ParticipantTimeShare,
        Figure::Available => Word::Available,
        Figure::Gap => Word::Gap,
        Figure::ExpectedSpend => Word::ExpectedSpend,
        Figure::ExpectedUnderspend => Word::ExpectedUnderspend,
        Figure::FormalHours | Figure::InformalHours => Word::LearningTime,
        Figure::FormalGross | Figure::InformalGross => Word::GrossCost,
        Figure::FormalContributions | Figure::InformalContributions => Word::Contributions,
        Figure::FormalSubsidies | Figure::InformalSubsidies => Word::SubsidiesReceived,
        Figure::FormalNet | Figure::InformalNet => Word::NetCost,
        Figure::EmployeeLearning => Word::EmployeeLearning,
        Figure::EmployeeHours => Word::EmployeeHours,
        Figure::EmployeeDays => Word::EmployeeDays,
        Figure::EmployeeShare => Word::EmployeeShare,
        Figure::GroupProductivityBase(_) | Figure::ProductivityBase => Word::ProductivityBase,
        Figure::PvCost => Word::PresentCost,
        Figure::PvValue => Word::PresentValue,
        Figure::BenefitPv(_) => Word::BenefitValue,
        Figure::CostToCover => Word::CostToCover,
        Figure::PvOfUplift => Word::WholeUplift,
        Figure::Net => Word::NetValue,
        Figure::Rov => Word::ReturnOnValue,
        Figure::Bcr => Word::BenefitCostRatio,
        Figure::PaybackMonth => Word::Payback,
        Figure::BreakEvenUplift => Word::BreakEven,
        Figure::InactionCost => Word::Inaction,
        Figure::MonthCost(_) => Word::MonthCost,
        Figure::MonthValue(_) => Word::MonthValue,
        Figure::MonthCumulativeCost(_) => Word::CumulativeCost,
        Figure::MonthCumulativeValue(_) => Word::CumulativeValue,
    }
}

/// The name of a step of an explanation: of its figure, or of the input that it is.
pub fn step(step: &Explanation) -> Option<Word> {
    match (step.figure, &step.input) {
        (Some(of), _) => Some(figure(of)),
        (None, Some(path)) => label(path).map(|label| label.name),
        (None, None) => None,
    }
}
