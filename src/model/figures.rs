//! The figures that can be explained, with their units. The names are those of the result.

use crate::plan::Unit;

/// A figure of the result, or a named step on the way to one. Formulas pass it on at every step: small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    known: &'static Known,
    /// What it counts in this plan.
    pub unit: Unit,
    /// Which members of the lists, for each `[]` of the key.
    places: [u32; 2],
}

/// What all plans have in common of a figure.
#[derive(Debug, PartialEq, Eq)]
struct Known {
    key: &'static str,
    series: bool,
    when_asked: bool,
}

impl Figure {
    /// Like `learningTime.groups[].totalHours`.
    pub const fn key(&self) -> &'static str {
        self.known.key
    }

    /// Whether it is a sum over months, which is told as one table.
    pub const fn is_series(&self) -> bool {
        self.known.series
    }

    /// Whether it has this name only when it is asked for, not on the way to other figures.
    pub const fn is_when_asked(&self) -> bool {
        self.known.when_asked
    }

    /// The same figure of another member of the list. A list has at most 10,000 members.
    #[allow(clippy::cast_possible_truncation)]
    pub const fn at(self, place: usize) -> Self {
        Self { places: [place as u32, self.places[1]], ..self }
    }

    /// The same figure of another member of the list within that member.
    #[allow(clippy::cast_possible_truncation)]
    pub const fn within(self, place: usize) -> Self {
        Self { places: [self.places[0], place as u32], ..self }
    }

    /// The same figure, counted in what this plan says.
    pub const fn in_unit(self, unit: Unit) -> Self {
        Self { unit, ..self }
    }

    /// Whether it is the same figure, in whatever unit.
    pub fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self.known, other.known) && self.places == other.places
    }

    /// The id, like `learningTime.groups[0].totalHours`.
    pub fn id(&self) -> String {
        let mut id = String::new();
        let mut places = self.places.iter();
        for c in self.key().chars() {
            id.push(c);
            if c == '['
                && let Some(place) = places.next()
            {
                id.push_str(&place.to_string());
            }
        }
        id
    }

    /// The figure with this id, whether or not a plan has that many members in its lists.
    pub fn find(id: &str) -> Option<Self> {
        let (mut key, mut places, mut open) = (String::with_capacity(id.len()), [0; 2], 0..2);
        let mut parts = id.split('[');
        key.push_str(parts.next()?);
        for part in parts {
            let (place, rest) = part.split_once(']')?;
            *places.get_mut(open.next()?)? = place.parse().ok()?;
            key.push_str("[]");
            key.push_str(rest);
        }
        let known = ALL.iter().find(|figure| figure.key() == key)?;
        Some(Self { places, ..*known }).filter(|figure| figure.id() == id)
    }
}

macro_rules! figures {
    ($($name:ident = $key:literal $unit:ident $($telling:ident)*;)*) => {
        $(
            #[doc = concat!("`", $key, "`")]
            pub const $name: Figure = {
                static KNOWN: Known = Known { $($telling: true,)* ..known($key) };
                Figure { known: &KNOWN, unit: Unit::$unit, places: [0; 2] }
            };
        )*

        /// All of them.
        pub const ALL: &[Figure] = &[$($name),*];
    };
}

const fn known(key: &'static str) -> Known {
    Known { key, series: false, when_asked: false }
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
    LOWEST_TO_HIGHEST = "learningTime.lowestToHighest" Share;
    MINUTES_PER_WEEK_PER_FTE = "learningTime.minutesPerWeekPerFte" Minutes;
    SHARE_OF_WEEK_CYCLES = "learningTime.shareByComponent.weekCycles" Share;
    SHARE_OF_PROF_CIRCLES = "learningTime.shareByComponent.profCircles" Share;
    SHARE_OF_PROF_TRACK = "learningTime.shareByComponent.profTrack" Share;
    SHARE_OF_FORMAL = "learningTime.shareByComponent.formal" Share;
    SHARE_OF_DEVELOPMENT_TALKS = "learningTime.shareByComponent.developmentTalks" Share;
    FORMAL_SHARE = "learningTime.formalShare" Share;
    GROUP_HOURS_PER_EMPLOYEE = "learningTime.groups[].hoursPerEmployee" Hours;
    GROUP_HOURS_PER_FTE = "learningTime.groups[].hoursPerFte" Hours;
    GROUP_SHARE_OF_WORKING_TIME = "learningTime.groups[].shareOfWorkingTime" Share;
    CIRCLES = "profCircles.circles" Circle;
    GROUP_CIRCLES = "profCircles.groups[].circles" Circle;
    SIZE = "profCircles.sizes[].size" Person when_asked;
    SIZE_COUNT = "profCircles.sizes[].count" Circle when_asked;
    GROUP_SIZE = "profCircles.groups[].sizes[].size" Person when_asked;
    GROUP_SIZE_COUNT = "profCircles.groups[].sizes[].count" Circle when_asked;
    SESSIONS = "profCircles.sessions" Session;
    SESSIONS_PER_WEEK = "profCircles.sessionsPerWeek" Session;
    FACILITATOR_HOURS = "profCircles.facilitatorHours" Hours;
    FACILITATOR_FTE = "profCircles.facilitatorFte" Fte;
    FACILITATORS = "profCircles.facilitators" Person;
    CIRCLES_PER_LEADER = "profCircles.circlesPerLeader" Circle;
    LINE_QUANTITY = "budget.lines[].quantity" Factor when_asked;
    LINE_UNIT_PRICE = "budget.lines[].unitPrice" Eur when_asked;
    LINE_AMOUNT = "budget.lines[].amount" Eur;
    CASH = "budget.cash" Eur;
    OTHER = "budget.otherLines" Eur;
    COVERED = "budget.coveredTime" Eur;
    FULL = "budget.full" Eur;
    REPORTED_TIME = "budget.reportedTime" Eur;
    REPORTED = "budget.reported" Eur;
    CASH_PER_EMPLOYEE = "budget.perEmployee.cash" Eur;
    FULL_PER_EMPLOYEE = "budget.perEmployee.full" Eur;
    REPORTED_PER_EMPLOYEE = "budget.perEmployee.reported" Eur;
    CASH_PER_PARTICIPANT = "budget.perParticipant.cash" Eur;
    FULL_PER_PARTICIPANT = "budget.perParticipant.full" Eur;
    REPORTED_PER_PARTICIPANT = "budget.perParticipant.reported" Eur;
    CASH_PER_FTE = "budget.perFte.cash" Eur;
    FULL_PER_FTE = "budget.perFte.full" Eur;
    REPORTED_PER_FTE = "budget.perFte.reported" Eur;
    CASH_OF_PAYROLL = "budget.shareOfPayroll.cash" Share;
    FULL_OF_PAYROLL = "budget.shareOfPayroll.full" Share;
    REPORTED_OF_PAYROLL = "budget.shareOfPayroll.reported" Share;
    PAYROLL = "budget.payroll" Eur;
    PARTICIPANT_TIME_SHARE = "budget.participantTimeShare" Share;
    AVAILABLE = "budget.available" Eur when_asked;
    GAP = "budget.gap" Eur;
    EXPECTED_SPEND = "budget.expectedSpend" Eur;
    EXPECTED_UNDERSPEND = "budget.expectedUnderspend" Eur;
    FORMAL_PARTICIPANTS = "budget.socialBalance.formal.participants" Person;
    FORMAL_HOURS = "budget.socialBalance.formal.hours" Hours;
    FORMAL_GROSS = "budget.socialBalance.formal.grossCost" Eur;
    FORMAL_CONTRIBUTIONS = "budget.socialBalance.formal.contributions" Eur;
    FORMAL_SUBSIDIES = "budget.socialBalance.formal.subsidies" Eur;
    FORMAL_NET = "budget.socialBalance.formal.netCost" Eur;
    INFORMAL_PARTICIPANTS = "budget.socialBalance.informal.participants" Person;
    INFORMAL_HOURS = "budget.socialBalance.informal.hours" Hours;
    INFORMAL_GROSS = "budget.socialBalance.informal.grossCost" Eur;
    INFORMAL_CONTRIBUTIONS = "budget.socialBalance.informal.contributions" Eur;
    INFORMAL_SUBSIDIES = "budget.socialBalance.informal.subsidies" Eur;
    INFORMAL_NET = "budget.socialBalance.informal.netCost" Eur;
    EMPLOYEE_LEARNING = "value.employee.learning" Hours;
    EMPLOYEE_HOURS = "value.employee.hours" Hours;
    EMPLOYEE_DAYS = "value.employee.days" Days;
    EMPLOYEE_SHARE = "value.employee.shareOfWorkingTime" Share;
    GROUP_PRODUCTIVITY_BASE = "value.groups[].productivityBase" Eur;
    PRODUCTIVITY_BASE = "value.productivityBase" Eur;
    PV_COST = "value.pvCost" Eur series;
    PV_VALUE = "value.pvValue" Eur series;
    BENEFIT_PV = "value.benefits[].pv" Eur series;
    COST_TO_COVER = "value.costToCover" Eur;
    PV_OF_UPLIFT = "value.pvOfWholeUplift" Eur series;
    NET = "value.net" Eur;
    ROV = "value.rov" Share;
    BCR = "value.bcr" Factor;
    PAYBACK_MONTH = "value.paybackMonth" Months when_asked;
    BREAK_EVEN_UPLIFT = "value.breakEvenUplift" Share;
    INACTION_COST = "value.inactionCost" Eur series;
    MONTH_COST = "value.months[].cost" Eur when_asked;
    MONTH_VALUE = "value.months[].value" Eur when_asked;
    MONTH_CUMULATIVE_COST = "value.months[].cumulativeCost" Eur series when_asked;
    MONTH_CUMULATIVE_VALUE = "value.months[].cumulativeValue" Eur series when_asked;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_name_one_figure_each() {
        let sizes = GROUP_SIZE.at(3).within(1);
        assert_eq!(sizes.id(), "profCircles.groups[3].sizes[1].size");
        for figure in ALL {
            assert_eq!(Figure::find(&figure.id()), Some(*figure), "{}", figure.id());
        }
        assert_eq!(Figure::find(&sizes.id()), Some(sizes));
        for wrong in [
            "",
            "budget",
            "budget.lines[]",
            "budget.lines[x].amount",
            "budget.cash[0]",
            "budget.lines[00].amount",
            "budget.lines[0].amount[1]",
            "a[0][0][0]",
        ] {
            assert_eq!(Figure::find(wrong), None, "{wrong}");
        }
    }
}
