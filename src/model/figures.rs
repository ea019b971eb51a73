//! The figures that have a name: of the result, and of steps on the way to it. Each is declared here, once.

use std::fmt::{self, Display, Formatter};

use serde::{Serialize, Serializer};

use crate::plan::Unit;

/// The list of the result that a figure is of a member of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    Groups,
    Sizes,
    Lines,
    Benefits,
    Months,
}

/// What all plans have in common of a figure.
struct Known {
    key: &'static str,
    unit: Unit,
    series: bool,
    when_asked: bool,
    cost: bool,
}

impl Figure {
    /// The id without places, like `learningTime.groups[].totalHours`.
    pub const fn key(self) -> &'static str {
        self.known().key
    }

    /// What it counts; a plan may say otherwise of the quantity and the price of a budget line.
    pub const fn unit(self) -> Unit {
        self.known().unit
    }

    /// Whether it is a sum over months, which is told as one table.
    pub(crate) const fn is_series(self) -> bool {
        self.known().series
    }

    /// Whether it has this name only when it is asked for, not on the way to other figures.
    pub(crate) const fn is_when_asked(self) -> bool {
        self.known().when_asked
    }

    /// Whether less of it is better: it is spent, or waited for.
    pub(crate) const fn is_cost(self) -> bool {
        self.known().cost
    }

    /// The id, like `learningTime.groups[0].totalHours`: the path of the figure in the result.
    pub fn id(self) -> String {
        self.to_string()
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
        let figure = Self::ALL.iter().find(|figure| figure.key() == key)?.at(places);
        (figure.id() == id).then_some(figure)
    }
}

impl Display for Figure {
    /// Writes the [id](Self::id).
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let mut places = self.places().into_iter();
        for part in self.key().split_inclusive('[') {
            f.write_str(part)?;
            if part.ends_with('[')
                && let Some(place) = places.next()
            {
                place.fmt(f)?;
            }
        }
        Ok(())
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A row for each figure: its name, the members of lists that it is of, its id, its unit, and in what it differs from
/// most others (see [`Figure::is_series`], [`Figure::is_when_asked`] and [`Figure::is_cost`]).
///
/// What a figure is called stands in `text/catalogue/words`; how it is rounded, in the type of its member in the result;
/// which are shown first, in `headlines.rs`.
macro_rules! figures {
    ($($name:ident $(($($place:ident),+))? = $key:literal $unit:ident $($flag:ident)*;)*) => {
        /// A figure of the result, or a named step on the way to one.
        ///
        /// The numbers are places in lists: `Figure::GroupTotalHours(0)` is `learningTime.groups[0].totalHours`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Figure {
            $(
                #[doc = concat!("`", $key, "`")]
                $name $(($(figures!(@usize $place)),+))?,
            )*
        }

        impl Figure {
            /// Every figure; those of lists of their first member.
            pub const ALL: &[Self] = &[$(Self::$name $(($(figures!(@zero $place)),+))?),*];

            const fn known(self) -> &'static Known {
                match self {
                    $(Self::$name $(($(figures!(@any $place)),+))? => {
                        const KNOWN: Known =
                            Known { $($flag: true,)* ..known($key, Unit::$unit) };
                        &KNOWN
                    })*
                }
            }

            /// Its places, for each `[]` of the key.
            fn places(self) -> [usize; 2] {
                match self {
                    $(Self::$name $(($($place),+))? => figures!(@places $($($place)+)?),)*
                }
            }

            /// The list that it is of a member of, and the place of that member.
            pub(crate) fn member(self) -> Option<(List, usize)> {
                match self {
                    $(Self::$name $(($($place),+))? => figures!(@member $($($place)+)?),)*
                }
            }

            /// The same figure of other members of the lists.
            fn at(self, places: [usize; 2]) -> Self {
                match self {
                    $(Self::$name $(($(figures!(@any $place)),+))? => {
                        $(let [$($place),+, ..] = places;)?
                        Self::$name $(($($place),+))?
                    })*
                }
            }
        }
    };
    (@usize $place:ident) => { usize };
    (@zero $place:ident) => { 0 };
    (@any $place:ident) => { _ };
    (@member) => { None };
    (@member $one:ident) => { Some((figures!(@list $one), $one)) };
    // Lists in a list are sizes of circles, which are of their group.
    (@member $one:ident $other:ident) => {{ let _ = $other; Some((figures!(@list $one), $one)) }};
    (@list group) => { List::Groups };
    (@list size) => { List::Sizes };
    (@list line) => { List::Lines };
    (@list benefit) => { List::Benefits };
    (@list month) => { List::Months };
    (@places) => { [0, 0] };
    (@places $one:ident) => { [$one, 0] };
    (@places $one:ident $other:ident) => { [$one, $other] };
}

const fn known(key: &'static str, unit: Unit) -> Known {
    Known { key, unit, series: false, when_asked: false, cost: false }
}

figures! {
    EffectiveHours = "learningTime.effectiveHoursPerFte" Hours;
    Participants = "learningTime.participants" Person;
    GroupParticipants(group) = "learningTime.groups[].participants" Person;
    WeekCycles = "learningTime.byComponent.weekCycles" Hours;
    ProfCircles = "learningTime.byComponent.profCircles" Hours;
    ProfTrack = "learningTime.byComponent.profTrack" Hours;
    Formal = "learningTime.byComponent.formal" Hours;
    DevelopmentTalks = "learningTime.byComponent.developmentTalks" Hours;
    GroupWeekCycles(group) = "learningTime.groups[].byComponent.weekCycles" Hours;
    GroupProfCircles(group) = "learningTime.groups[].byComponent.profCircles" Hours;
    GroupProfTrack(group) = "learningTime.groups[].byComponent.profTrack" Hours;
    GroupFormal(group) = "learningTime.groups[].byComponent.formal" Hours;
    GroupDevelopmentTalks(group) = "learningTime.groups[].byComponent.developmentTalks" Hours;
    TotalHours = "learningTime.totalHours" Hours;
    GroupTotalHours(group) = "learningTime.groups[].totalHours" Hours;
    HoursPerEmployee = "learningTime.hoursPerEmployee" Hours;
    HoursPerParticipant = "learningTime.hoursPerParticipant" Hours;
    HoursPerFte = "learningTime.hoursPerFte" Hours;
    DaysPerFte = "learningTime.daysPerFte" Days;
    ShareOfWorkingTime = "learningTime.shareOfWorkingTime" Share;
    LowestToHighest = "learningTime.lowestToHighest" Share;
    MinutesPerWeekPerFte = "learningTime.minutesPerWeekPerFte" Minutes;
    ShareOfWeekCycles = "learningTime.shareByComponent.weekCycles" Share;
    ShareOfProfCircles = "learningTime.shareByComponent.profCircles" Share;
    ShareOfProfTrack = "learningTime.shareByComponent.profTrack" Share;
    ShareOfFormal = "learningTime.shareByComponent.formal" Share;
    ShareOfDevelopmentTalks = "learningTime.shareByComponent.developmentTalks" Share;
    FormalShare = "learningTime.formalShare" Share;
    GroupHoursPerEmployee(group) = "learningTime.groups[].hoursPerEmployee" Hours;
    GroupHoursPerFte(group) = "learningTime.groups[].hoursPerFte" Hours;
    GroupShareOfWorkingTime(group) = "learningTime.groups[].shareOfWorkingTime" Share;
    Circles = "profCircles.circles" Circle;
    GroupCircles(group) = "profCircles.groups[].circles" Circle;
    Size(size) = "profCircles.sizes[].size" Person when_asked;
    SizeCount(size) = "profCircles.sizes[].count" Circle when_asked;
    GroupSize(group, size) = "profCircles.groups[].sizes[].size" Person when_asked;
    GroupSizeCount(group, size) = "profCircles.groups[].sizes[].count" Circle when_asked;
    Sessions = "profCircles.sessions" Session;
    SessionsPerWeek = "profCircles.sessionsPerWeek" Session;
    FacilitatorHours = "profCircles.facilitatorHours" Hours;
    FacilitatorFte = "profCircles.facilitatorFte" Fte;
    Facilitators = "profCircles.facilitators" Person;
    CirclesPerLeader = "profCircles.circlesPerLeader" Circle;
    LineQuantity(line) = "budget.lines[].quantity" Factor when_asked cost;
    LineUnitPrice(line) = "budget.lines[].unitPrice" Eur when_asked cost;
    LineAmount(line) = "budget.lines[].amount" Eur cost;
    Cash = "budget.cash" Eur cost;
    Other = "budget.otherLines" Eur cost;
    Covered = "budget.coveredTime" Eur cost;
    Full = "budget.full" Eur cost;
    ReportedTime = "budget.reportedTime" Eur cost;
    Reported = "budget.reported" Eur cost;
    CashPerEmployee = "budget.perEmployee.cash" Eur cost;
    FullPerEmployee = "budget.perEmployee.full" Eur cost;
    ReportedPerEmployee = "budget.perEmployee.reported" Eur cost;
    CashPerParticipant = "budget.perParticipant.cash" Eur cost;
    FullPerParticipant = "budget.perParticipant.full" Eur cost;
    ReportedPerParticipant = "budget.perParticipant.reported" Eur cost;
    CashPerFte = "budget.perFte.cash" Eur cost;
    FullPerFte = "budget.perFte.full" Eur cost;
    ReportedPerFte = "budget.perFte.reported" Eur cost;
    CashOfPayroll = "budget.shareOfPayroll.cash" Share cost;
    FullOfPayroll = "budget.shareOfPayroll.full" Share cost;
    ReportedOfPayroll = "budget.shareOfPayroll.reported" Share cost;
    Payroll = "budget.payroll" Eur cost;
    ParticipantTimeShare = "budget.participantTimeShare" Share cost;
    Available = "budget.available" Eur when_asked;
    Gap = "budget.gap" Eur;
    ExpectedSpend = "budget.expectedSpend" Eur cost;
    ExpectedUnderspend = "budget.expectedUnderspend" Eur;
    FormalParticipants = "budget.socialBalance.formal.participants" Person;
    FormalHours = "budget.socialBalance.formal.hours" Hours;
    FormalGross = "budget.socialBalance.formal.grossCost" Eur cost;
    FormalContributions = "budget.socialBalance.formal.contributions" Eur cost;
    FormalSubsidies = "budget.socialBalance.formal.subsidies" Eur;
    FormalNet = "budget.socialBalance.formal.netCost" Eur cost;
    InformalParticipants = "budget.socialBalance.informal.participants" Person;
    InformalHours = "budget.socialBalance.informal.hours" Hours;
    InformalGross = "budget.socialBalance.informal.grossCost" Eur cost;
    InformalContributions = "budget.socialBalance.informal.contributions" Eur cost;
    InformalSubsidies = "budget.socialBalance.informal.subsidies" Eur;
    InformalNet = "budget.socialBalance.informal.netCost" Eur cost;
    EmployeeLearning = "value.employee.learning" Hours;
    EmployeeHours = "value.employee.hours" Hours;
    EmployeeDays = "value.employee.days" Days;
    EmployeeShare = "value.employee.shareOfWorkingTime" Share;
    GroupProductivityBase(group) = "value.groups[].productivityBase" Eur;
    ProductivityBase = "value.productivityBase" Eur;
    PvCost = "value.pvCost" Eur series cost;
    PvValue = "value.pvValue" Eur series;
    BenefitPv(benefit) = "value.benefits[].pv" Eur series;
    CostToCover = "value.costToCover" Eur cost;
    PvOfUplift = "value.pvOfWholeUplift" Eur series;
    Net = "value.net" Eur;
    Rov = "value.rov" Share;
    Bcr = "value.bcr" Factor;
    PaybackMonth = "value.paybackMonth" Months when_asked cost;
    BreakEvenUplift = "value.breakEvenUplift" Share cost;
    InactionCost = "value.inactionCost" Eur series cost;
    MonthCost(month) = "value.months[].cost" Eur when_asked cost;
    MonthValue(month) = "value.months[].value" Eur when_asked;
    MonthCumulativeCost(month) = "value.months[].cumulativeCost" Eur series when_asked cost;
    MonthCumulativeValue(month) = "value.months[].cumulativeValue" Eur series when_asked;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_name_one_figure_each() {
        let sizes = Figure::GroupSize(3, 1);
        assert_eq!(sizes.id(), "profCircles.groups[3].sizes[1].size");
        for figure in Figure::ALL {
            assert_eq!(Figure::find(&figure.id()), Some(*figure), "{figure}");
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
