//! Learning time of groups and of the whole organisation (indicators 5 and 6).

use crate::model::figures;
use crate::model::readings::arith::{Arith, Reading};
use crate::plan::{Calendar, Group, Learning, Plan, ProfCircles};

/// Hours of learning of everyone, and what they are divided by.
pub struct LearningTime<N> {
    /// Effective hours of a full-timer.
    pub effective_hours: N,
    pub groups: Vec<GroupTime<N>>,
    pub heads: N,
    pub fte: N,
    pub participants: N,
    pub components: Components<N>,
    pub total: N,
    pub per_employee: Option<N>,
    pub per_participant: Option<N>,
    pub per_fte: Option<N>,
    pub days_per_fte: Option<N>,
    pub share_of_working_time: Option<N>,
    pub minutes_per_week_per_fte: Option<N>,
    /// Each component as a share of the total.
    pub shares: Components<Option<N>>,
    pub formal_share: Option<N>,
    pub lowest_to_highest: Option<N>,
}

/// Hours of learning of one group.
pub struct GroupTime<N> {
    pub participants: N,
    pub components: Components<N>,
    pub total: N,
    pub per_employee: Option<N>,
    pub per_fte: Option<N>,
    pub share_of_working_time: Option<N>,
    /// 1 when learning is above 15 % of effective hours, else 0.
    pub is_high: N,
    /// 1 when learning is above all effective hours, else 0.
    pub is_impossible: N,
}

/// Hours of learning by component.
#[derive(Clone, Copy)]
pub struct Components<N> {
    pub week_cycles: N,
    pub prof_circles: N,
    pub prof_track: N,
    pub formal: N,
    pub development_talks: N,
}

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

impl<N: Arith> Components<N> {
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
        .named(figures::EFFECTIVE_HOURS)
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
) -> Components<R::N> {
    let Learners { heads, participants, employment: e } = learners;
    let pro_rata = |hours: R::N, is_pro_rata: bool| if is_pro_rata { hours * e } else { hours };
    let session = r.input(&circles.session_hours) + r.input(&circles.preparation_hours);
    let minutes = r.input(&learning.week_cycles_count) * r.input(&learning.week_cycles_minutes);
    let week_cycles = (minutes / r.constant(60)).shortened();
    let formal = pro_rata(r.input(&learning.formal_hours), learning.formal_pro_rata);
    Components {
        week_cycles: participants * pro_rata(week_cycles, learning.week_cycles_pro_rata),
        prof_circles: participants * r.input(&circles.sessions) * session,
        prof_track: participants
            * pro_rata(r.input(&learning.prof_track_hours), learning.prof_track_pro_rata),
        formal: participants * (r.input(&learning.formal_fixed_hours) + formal),
        development_talks: heads * r.input(&learning.development_talks_hours),
    }
}

/// F-1.4 for one group, with its two warnings.
fn group_time<R: Reading>(
    r: &R,
    plan: &Plan,
    i: usize,
    group: &Group,
    effective_hours: R::N,
) -> GroupTime<R::N> {
    let participants = participants(r, group).named(figures::GROUP_PARTICIPANTS.at(i));
    let heads = r.input(&group.headcount);
    let learners = Learners { heads, participants, employment: employment(r, group) };
    let hours = components(r, &group.learning, &plan.prof_circles, learners);
    let components = Components {
        week_cycles: hours.week_cycles.named(figures::GROUP_WEEK_CYCLES.at(i)),
        prof_circles: hours.prof_circles.named(figures::GROUP_PROF_CIRCLES.at(i)),
        prof_track: hours.prof_track.named(figures::GROUP_PROF_TRACK.at(i)),
        formal: hours.formal.named(figures::GROUP_FORMAL.at(i)),
        development_talks: hours.development_talks.named(figures::GROUP_DEVELOPMENT_TALKS.at(i)),
    };
    let total = components.total().named(figures::GROUP_TOTAL_HOURS.at(i));
    let fte = r.input(&group.fte);
    let working = fte * effective_hours;
    let (yes, no) = (r.constant(1), r.constant(0));
    GroupTime {
        participants,
        components,
        total,
        per_employee: total.ratio(heads, figures::GROUP_HOURS_PER_EMPLOYEE.at(i)),
        per_fte: total.ratio(fte, figures::GROUP_HOURS_PER_FTE.at(i)),
        share_of_working_time: total.ratio(working, figures::GROUP_SHARE_OF_WORKING_TIME.at(i)),
        is_high: Arith::if_le(total * r.constant(100), working * r.constant(15), no, yes),
        is_impossible: Arith::if_le(total, working, no, yes),
    }
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
pub fn learning_time<R: Reading>(r: &R, plan: &Plan) -> LearningTime<R::N> {
    let effective_hours = effective_hours(r, &plan.calendar);
    let groups: Vec<_> = plan
        .groups
        .iter()
        .enumerate()
        .map(|(i, group)| group_time(r, plan, i, group, effective_hours))
        .collect();
    let total = |term: &OfGroup<R::N>| over_groups(r, plan, &groups, term);
    let heads = total(&|group, _| r.input(&group.headcount));
    let fte = total(&|group, _| r.input(&group.fte));
    let participants = total(&|_, time| time.participants).named(figures::PARTICIPANTS);
    let components = Components {
        week_cycles: total(&|_, time| time.components.week_cycles).named(figures::WEEK_CYCLES),
        prof_circles: total(&|_, time| time.components.prof_circles).named(figures::PROF_CIRCLES),
        prof_track: total(&|_, time| time.components.prof_track).named(figures::PROF_TRACK),
        formal: total(&|_, time| time.components.formal).named(figures::FORMAL),
        development_talks: total(&|_, time| time.components.development_talks)
            .named(figures::DEVELOPMENT_TALKS),
    };
    let total = components.total().named(figures::TOTAL_HOURS);
    let per_fte = total.ratio(fte, figures::HOURS_PER_FTE);
    let weeks = r.input(&plan.calendar.effective_weeks);
    LearningTime {
        effective_hours,
        heads,
        fte,
        participants,
        components,
        total,
        per_employee: total.ratio(heads, figures::HOURS_PER_EMPLOYEE),
        per_participant: total.ratio(participants, figures::HOURS_PER_PARTICIPANT),
        per_fte,
        days_per_fte: per_fte
            .map(|x| (x / r.input(&plan.calendar.hours_per_day)).named(figures::DAYS_PER_FTE)),
        share_of_working_time: total.ratio(fte * effective_hours, figures::SHARE_OF_WORKING_TIME),
        minutes_per_week_per_fte: per_fte
            .map(|x| (r.constant(60) * x / weeks).named(figures::MINUTES_PER_WEEK_PER_FTE)),
        shares: Components {
            week_cycles: components.week_cycles.ratio(total, figures::SHARE_OF_WEEK_CYCLES),
            prof_circles: components.prof_circles.ratio(total, figures::SHARE_OF_PROF_CIRCLES),
            prof_track: components.prof_track.ratio(total, figures::SHARE_OF_PROF_TRACK),
            formal: components.formal.ratio(total, figures::SHARE_OF_FORMAL),
            development_talks: components
                .development_talks
                .ratio(total, figures::SHARE_OF_DEVELOPMENT_TALKS),
        },
        formal_share: components.formal.ratio(total, figures::FORMAL_SHARE),
        lowest_to_highest: lowest_to_highest(&groups),
        groups,
    }
}

fn lowest_to_highest<N: Arith>(groups: &[GroupTime<N>]) -> Option<N> {
    let per_employee = |better: fn(N, N) -> N| {
        let mut best = None;
        for hours in groups.iter().filter_map(|group| group.per_employee) {
            best = Some(best.map_or(hours, |best| better(best, hours)));
        }
        best
    };
    let lowest = per_employee(Arith::min)?;
    let highest = per_employee(Arith::max)?;
    lowest.ratio(highest, figures::LOWEST_TO_HIGHEST)
}
