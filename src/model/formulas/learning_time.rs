//! Learning time of groups and of the whole organisation (indicators 5 and 6).

use serde::Serialize;

use crate::model::figures::Figure;
use crate::model::readings::arith::{Arith, Reading};
use crate::model::result::{Finish, finished};
use crate::plan::{Calendar, Group, Learning, Plan, ProfCircles};

finished! {
    /// Hours of learning in a year.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct LearningTime<N = f64, C = u64> {
        /// People who take part in explicit learning.
        pub participants: C,
        /// Hours of all groups and components.
        pub total_hours: N,
        /// The same, by component.
        pub by_component: ByComponent<N>,
        /// Hours per employee; all heads, also those who do not take part.
        pub hours_per_employee: Option<N>,
        /// Hours per participant.
        pub hours_per_participant: Option<N>,
        /// Hours per FTE.
        pub hours_per_fte: Option<N>,
        /// Training days per FTE.
        pub days_per_fte: Option<N>,
        /// Share of effective working hours, 0..1.
        pub share_of_working_time: Option<N>,
        /// Minutes per FTE per effective week.
        pub minutes_per_week_per_fte: Option<N>,
        /// Each component as a share of learning time, 0..1.
        pub share_by_component: ByComponent<Option<N>>,
        /// Formal training as a share of learning time, 0..1.
        pub formal_share: Option<N>,
        /// Equity: the lowest hours per employee of a group divided by the highest.
        pub lowest_to_highest: Option<N>,
        /// The same figures for every group, in plan order.
        pub groups: Vec<GroupLearningTime<N, C>>,
    }

    /// Hours of learning of one group.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct GroupLearningTime<N = f64, C = u64> {
        /// The group's id.
        pub id: String,
        /// People of the group who take part.
        pub participants: C,
        /// Hours of all components.
        pub total_hours: N,
        /// The same, by component.
        pub by_component: ByComponent<N>,
        /// Hours per employee of the group.
        pub hours_per_employee: Option<N>,
        /// Hours per FTE of the group.
        pub hours_per_fte: Option<N>,
        /// Share of the group's effective working hours, 0..1.
        pub share_of_working_time: Option<N>,
    }
}

/// One number for each component of learning.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ByComponent<T> {
    /// Vitale Weekcycli.
    pub week_cycles: T,
    /// Prof circles: sessions and their preparation.
    pub prof_circles: T,
    /// Prof tracks.
    pub prof_track: T,
    /// Formal training (deskundigheidsbevordering).
    pub formal: T,
    /// Talent-development talks, the employee's side.
    pub development_talks: T,
}

impl<T: Finish<U>, U> Finish<ByComponent<U>> for ByComponent<T> {
    fn finish(self) -> ByComponent<U> {
        ByComponent {
            week_cycles: self.week_cycles.finish(),
            prof_circles: self.prof_circles.finish(),
            prof_track: self.prof_track.finish(),
            formal: self.formal.finish(),
            development_talks: self.development_talks.finish(),
        }
    }
}

/// Learning time in one reading, with what other formulas need to know of it.
pub struct Time<N> {
    pub learning: LearningTime<N, N>,
    /// Effective hours of a full-timer.
    pub effective_hours: N,
    pub heads: N,
    pub fte: N,
    /// Of each group, in plan order.
    pub limits: Vec<Limits<N>>,
}

/// Learning time above this percentage of effective hours is a lot.
pub const HIGH_PERCENT: u32 = 15;

/// Whether the learning time of a group is more than its people have.
pub struct Limits<N> {
    /// 1 when learning is above [`HIGH_PERCENT`] of effective hours, else 0.
    pub is_high: N,
    /// 1 when learning is above all effective hours, else 0.
    pub is_impossible: N,
}

/// The hours of one group, in one reading.
pub type GroupTime<N> = GroupLearningTime<N, N>;

/// What is added up of each group.
pub type OfGroup<'f, N> = dyn Fn(&Group, &GroupTime<N>) -> N + 'f;

/// The sum over all groups, from zero.
pub fn over_groups<R: Reading>(
    r: &R,
    plan: &Plan,
    groups: &[GroupTime<R::N>],
    term: &OfGroup<R::N>,
) -> R::N {
    let mut total = r.constant(0);
    for (group, time) in plan.groups.iter().zip(groups) {
        total = total + term(group, time);
    }
    total
}

impl<N: Arith> ByComponent<N> {
    /// All of them together.
    pub fn total(&self) -> N {
        self.week_cycles
            + self.prof_circles
            + self.prof_track
            + self.formal
            + self.development_talks
    }
}

/// F-1.1: the hours that a full-timer is really at work in a year.
///
/// ```text
/// H = W · K · (1 − s)
/// ```
///
/// | symbol | field                           | unit  |
/// |--------|---------------------------------|-------|
/// | `W`    | `calendar.fullTimeHoursPerWeek` | hours |
/// | `K`    | `calendar.effectiveWeeks`       | weeks |
/// | `s`    | `calendar.sicknessRate`         | share |
pub fn effective_hours<R: Reading>(r: &R, calendar: &Calendar) -> R::N {
    let present = r.constant(1) - r.input(&calendar.sickness_rate);
    (r.input(&calendar.full_time_hours_per_week) * r.input(&calendar.effective_weeks) * present)
        .named(Figure::EffectiveHours)
}

/// F-1.2: the people of a group who take part, to whole people, half up.
///
/// ```text
/// P = ⌊N · participation + ½⌋
/// ```
pub fn participants<R: Reading>(r: &R, group: &Group) -> R::N {
    (r.input(&group.headcount) * r.input(&group.participation)).per_half_up(r.constant(1))
}

/// FTE per head; 0 for a group without heads.
pub fn employment<R: Reading>(r: &R, group: &Group) -> R::N {
    let per_head = r.input(&group.fte).over(r.input(&group.headcount));
    per_head.map_or_else(|| r.constant(0), Arith::shortened)
}

/// Who learns: how many heads, how many of them take part, and their FTE per head.
#[derive(Clone, Copy)]
pub struct Learners<N> {
    pub heads: N,
    pub participants: N,
    pub employment: N,
}

/// F-1.3: the hours of some learners by component.
///
/// ```text
/// week cycles    P · count · minutes / 60 · e
/// Prof circles   P · sessions · (sessionHours + preparationHours)
/// Prof track     P · hours · e
/// formal         P · (fixedHours + hours · e)
/// talks          N · hours
/// ```
///
/// | symbol | field                                          | unit   |
/// |--------|------------------------------------------------|--------|
/// | `N`    | `headcount`                                    | people |
/// | `P`    | participants (F-1.2)                           | people |
/// | `e`    | `fte / headcount` where `proRata`, else 1      | –      |
///
/// A session lasts as long as it lasts: Prof circles are never pro rata. Hours are not rounded.
///
/// Source: the components are those of the article on the annual learning plan.
pub fn components<R: Reading>(
    r: &R,
    learning: &Learning,
    circles: &ProfCircles,
    learners: Learners<R::N>,
) -> ByComponent<R::N> {
    let Learners { heads, participants, employment: e } = learners;
    let pro_rata = |hours: R::N, is_pro_rata: bool| if is_pro_rata { hours * e } else { hours };
    let session = r.input(&circles.session_hours) + r.input(&circles.preparation_hours);
    let minutes = r.input(&learning.week_cycles.count) * r.input(&learning.week_cycles.minutes);
    let week_cycles = (minutes / r.constant(60)).shortened();
    let formal = pro_rata(r.input(&learning.formal.hours), learning.formal.pro_rata);
    ByComponent {
        week_cycles: participants * pro_rata(week_cycles, learning.week_cycles.pro_rata),
        prof_circles: participants * r.input(&circles.sessions) * session,
        prof_track: participants
            * pro_rata(r.input(&learning.prof_track.hours), learning.prof_track.pro_rata),
        formal: participants * (r.input(&learning.formal.fixed_hours) + formal),
        development_talks: heads * r.input(&learning.development_talks.hours),
    }
}

/// F-1.4 for one group, with its two warnings.
fn group_time<R: Reading>(
    r: &R,
    plan: &Plan,
    i: usize,
    group: &Group,
    effective_hours: R::N,
) -> (GroupTime<R::N>, Limits<R::N>) {
    let participants = participants(r, group).named(Figure::GroupParticipants(i));
    let heads = r.input(&group.headcount);
    let learners = Learners { heads, participants, employment: employment(r, group) };
    let hours = components(r, &group.learning, &plan.prof_circles, learners);
    let by_component = ByComponent {
        week_cycles: hours.week_cycles.named(Figure::GroupWeekCycles(i)),
        prof_circles: hours.prof_circles.named(Figure::GroupProfCircles(i)),
        prof_track: hours.prof_track.named(Figure::GroupProfTrack(i)),
        formal: hours.formal.named(Figure::GroupFormal(i)),
        development_talks: hours.development_talks.named(Figure::GroupDevelopmentTalks(i)),
    };
    let total = by_component.total().named(Figure::GroupTotalHours(i));
    let fte = r.input(&group.fte);
    let working = fte * effective_hours;
    let (yes, no) = (r.constant(1), r.constant(0));
    let time = GroupLearningTime {
        id: group.id.clone(),
        participants,
        total_hours: total,
        by_component,
        hours_per_employee: total.ratio(heads, Figure::GroupHoursPerEmployee(i)),
        hours_per_fte: total.ratio(fte, Figure::GroupHoursPerFte(i)),
        share_of_working_time: total.ratio(working, Figure::GroupShareOfWorkingTime(i)),
    };
    let limits = Limits {
        is_high: Arith::if_le(total * r.constant(100), working * r.constant(HIGH_PERCENT), no, yes),
        is_impossible: Arith::if_le(total, working, no, yes),
    };
    (time, limits)
}

/// F-1.4: totals, and per employee, participant, FTE, day and week; and the equity between groups.
///
/// ```text
/// per employee            L / N         all heads, also those who do not take part
/// per participant         L / P
/// per FTE                 L / F
/// training days per FTE   L / F / hoursPerDay
/// share of working time   L / (F · H)
/// minutes per week        60 · L / F / K   per FTE and effective week
/// share by component      L_component / L; formal share: that of formal training
/// equity                  lowest / highest L_g / N_g, of the groups with heads
/// ```
pub fn learning_time<R: Reading>(r: &R, plan: &Plan) -> Time<R::N> {
    let effective_hours = effective_hours(r, &plan.calendar);
    let (groups, limits): (Vec<_>, Vec<_>) = plan
        .groups
        .iter()
        .enumerate()
        .map(|(i, group)| group_time(r, plan, i, group, effective_hours))
        .unzip();
    let total = |term: &OfGroup<R::N>| over_groups(r, plan, &groups, term);
    let heads = total(&|group, _| r.input(&group.headcount));
    let fte = total(&|group, _| r.input(&group.fte));
    let participants = total(&|_, time| time.participants).named(Figure::Participants);
    let by_component = ByComponent {
        week_cycles: total(&|_, time| time.by_component.week_cycles).named(Figure::WeekCycles),
        prof_circles: total(&|_, time| time.by_component.prof_circles).named(Figure::ProfCircles),
        prof_track: total(&|_, time| time.by_component.prof_track).named(Figure::ProfTrack),
        formal: total(&|_, time| time.by_component.formal).named(Figure::Formal),
        development_talks: total(&|_, time| time.by_component.development_talks)
            .named(Figure::DevelopmentTalks),
    };
    let total = by_component.total().named(Figure::TotalHours);
    let per_fte = total.ratio(fte, Figure::HoursPerFte);
    let weeks = r.input(&plan.calendar.effective_weeks);
    let learning = LearningTime {
        participants,
        total_hours: total,
        by_component,
        hours_per_employee: total.ratio(heads, Figure::HoursPerEmployee),
        hours_per_participant: total.ratio(participants, Figure::HoursPerParticipant),
        hours_per_fte: per_fte,
        days_per_fte: per_fte
            .map(|x| (x / r.input(&plan.calendar.hours_per_day)).named(Figure::DaysPerFte)),
        share_of_working_time: total.ratio(fte * effective_hours, Figure::ShareOfWorkingTime),
        minutes_per_week_per_fte: per_fte
            .map(|x| (r.constant(60) * x / weeks).named(Figure::MinutesPerWeekPerFte)),
        share_by_component: ByComponent {
            week_cycles: by_component.week_cycles.ratio(total, Figure::ShareOfWeekCycles),
            prof_circles: by_component.prof_circles.ratio(total, Figure::ShareOfProfCircles),
            prof_track: by_component.prof_track.ratio(total, Figure::ShareOfProfTrack),
            formal: by_component.formal.ratio(total, Figure::ShareOfFormal),
            development_talks: by_component
                .development_talks
                .ratio(total, Figure::ShareOfDevelopmentTalks),
        },
        formal_share: by_component.formal.ratio(total, Figure::FormalShare),
        lowest_to_highest: lowest_to_highest(&groups),
        groups,
    };
    Time { learning, effective_hours, heads, fte, limits }
}

fn lowest_to_highest<N: Arith>(groups: &[GroupTime<N>]) -> Option<N> {
    let per_employee = |better: fn(N, N) -> N| {
        let mut best = None;
        for hours in groups.iter().filter_map(|group| group.hours_per_employee) {
            best = Some(best.map_or(hours, |best| better(best, hours)));
        }
        best
    };
    let lowest = per_employee(Arith::min)?;
    let highest = per_employee(Arith::max)?;
    lowest.ratio(highest, Figure::LowestToHighest)
}
