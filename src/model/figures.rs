//! The figures that can be explained, with their units. The names are those of the result.

use crate::plan::{Unit, in_place};

/// A figure of the result, or a named step on the way to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Like `learningTime.groups[].totalHours`.
    pub key: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// Whether it is a sum over months, which is shown as one table.
    pub series: bool,
    /// Which member of the list, where the key has `[]`.
    pub index: usize,
}

impl Figure {
    /// The same figure of another member of the list.
    pub const fn at(self, index: usize) -> Self {
        Self { index, ..self }
    }

    /// The id, like `learningTime.groups[0].totalHours`.
    pub fn id(&self) -> String {
        in_place(self.key, self.index)
    }
}

macro_rules! figures {
    ($($name:ident = $key:literal $unit:ident $($series:ident)?;)*) => {
        $(
            #[doc = concat!("`", $key, "`")]
            pub const $name: Figure = Figure {
                key: $key, unit: Unit::$unit, series: figures!(@ $($series)?), index: 0,
            };
        )*

        /// All of them.
        pub const ALL: &[Figure] = &[$($name),*];
    };
    (@) => { false };
    (@ series) => { true };
}

figures! {
    EFFECTIVE_HOURS = "learningTime.effectiveHoursPerFte" Hours;
    PARTICIPANTS = "learningTime.participants" Person;
    GROUP_PARTICIPANTS = "learningTime.groups[].participants" Person;
    WEEK_CYCLES = "learningTime.byComponent.weekCycles" Hours;
    PROF_CIRCLES = "learningTime.byComponent.profCircles" Hours;
    PROF_TRACK = "learningTime.byComponent.profTrack" Hours;
    FORMAL = "learningTime.byComponent.formal" Hours;
    DEVELOPMENT_TALKS = "learningTime.byComponent.developmentTalks" Hours;
    GROUP_WEEK_CYCLES = "learningTime.groups[].byComponent.weekCycles" Hours;
    GROUP_PROF_CIRCLES = "learningTime.groups[].byComponent.profCircles" Hours;
    GROUP_PROF_TRACK = "learningTime.groups[].byComponent.profTrack" Hours;
    GROUP_FORMAL = "learningTime.groups[].byComponent.formal" Hours;
    GROUP_DEVELOPMENT_TALKS = "learningTime.groups[].byComponent.developmentTalks" Hours;
    TOTAL_HOURS = "learningTime.totalHours" Hours;
    GROUP_TOTAL_HOURS = "learningTime.groups[].totalHours" Hours;
    HOURS_PER_EMPLOYEE = "learningTime.hoursPerEmployee" Hours;
    HOURS_PER_PARTICIPANT = "learningTime.hoursPerParticipant" Hours;
    HOURS_PER_FTE = "learningTime.hoursPerFte" Hours;
    DAYS_PER_FTE = "learningTime.daysPerFte" Days;
    SHARE_OF_WORKING_TIME = "learningTime.shareOfWorkingTime" Share;
    MINUTES_PER_WEEK_PER_FTE = "learningTime.minutesPerWeekPerFte" Minutes;
    FORMAL_SHARE = "learningTime.formalShare" Share;
    GROUP_HOURS_PER_EMPLOYEE = "learningTime.groups[].hoursPerEmployee" Hours;
    GROUP_HOURS_PER_FTE = "learningTime.groups[].hoursPerFte" Hours;
    GROUP_SHARE_OF_WORKING_TIME = "learningTime.groups[].shareOfWorkingTime" Share;
    CIRCLES = "profCircles.circles" Circle;
    GROUP_CIRCLES = "profCircles.groups[].circles" Circle;
    SESSIONS = "profCircles.sessions" Session;
    SESSIONS_PER_WEEK = "profCircles.sessionsPerWeek" Session;
    FACILITATOR_HOURS = "profCircles.facilitatorHours" Hours;
    FACILITATOR_FTE = "profCircles.facilitatorFte" Fte;
    FACILITATORS = "profCircles.facilitators" Person;
    CIRCLES_PER_LEADER = "profCircles.circlesPerLeader" Circle;
    LINE_AMOUNT = "budget.lines[].amount" Eur;
    CASH = "budget.cash" Eur;
    FULL = "budget.full" Eur;
    REPORTED = "budget.reported" Eur;
    PAYROLL = "budget.payroll" Eur;
    EXPECTED_SPEND = "budget.expectedSpend" Eur;
    GAP = "budget.gap" Eur;
    CASH_PER_EMPLOYEE = "budget.perEmployee.cash" Eur;
    FULL_PER_EMPLOYEE = "budget.perEmployee.full" Eur;
    REPORTED_PER_EMPLOYEE = "budget.perEmployee.reported" Eur;
    PRODUCTIVITY_BASE = "value.productivityBase" Eur;
    PV_COST = "value.pvCost" Eur series;
    PV_VALUE = "value.pvValue" Eur series;
    BENEFIT_PV = "value.benefits[].pv" Eur series;
    COST_TO_COVER = "value.costToCover" Eur;
    PV_OF_UPLIFT = "value.pvOfWholeUplift" Eur series;
    NET = "value.net" Eur;
    ROV = "value.rov" Share;
    BCR = "value.bcr" Factor;
    BREAK_EVEN_UPLIFT = "value.breakEvenUplift" Share;
    INACTION_COST = "value.inactionCost" Eur series;
}
