//! Number of Prof circles and what they ask of facilitators and leaders (indicator 4).

use super::learning_time::LearningTime;
use crate::model::figures;
use crate::model::readings::arith::{Arith, Reading, sum};
use crate::plan::{self, Composition, Plan};

/// All circles, and what they ask.
pub struct ProfCircles<N> {
    /// One pool, or one per group.
    pub pools: Vec<Pool<N>>,
    pub circles: N,
    pub sessions: N,
    pub sessions_per_week: N,
    pub facilitator_hours: N,
    pub facilitator_fte: N,
    pub facilitators: N,
    /// `None` when leaders are not known or there are none.
    pub circles_per_leader: Option<N>,
    /// 1 when leaders would sit in more circles than allowed, else 0.
    pub too_many_per_leader: N,
}

/// The circles that one pool of participants forms.
#[derive(Clone, Copy)]
pub struct Pool<N> {
    pub participants: N,
    pub circles: N,
    /// 1 when every size lies between the minimum and the maximum, else 0.
    pub feasible: N,
}

/// F-2.1: the number of circles that a pool of participants forms.
///
/// ```text
/// lo = ⌈P / maxSize⌉    hi = ⌊P / minSize⌋
/// C  = clamp(⌊P / targetSize + ½⌋, lo, hi)   if lo ≤ hi: feasible
/// C  = lo                                    otherwise
/// ```
///
/// Nobody taking part gives no circles, which is feasible.
///
/// Source: sizes follow intervision groups of 5–8 (KNGF) and professional learning communities of 6–12.
fn pool<R: Reading>(r: &R, circles: &plan::ProfCircles, participants: R::N) -> Pool<R::N> {
    let lowest = (participants / r.input(&circles.max_size)).ceil();
    let highest = (participants / r.input(&circles.min_size)).floor();
    let wanted = participants.per_half_up(r.input(&circles.target_size));
    Pool {
        participants,
        circles: Arith::if_le(lowest, highest, wanted.max(lowest).min(highest), lowest),
        feasible: Arith::if_le(lowest, highest, r.constant(1), r.constant(0)),
    }
}

/// F-2.3 to F-2.6: all circles, their meetings, facilitators and leaders.
///
/// ```text
/// C = Σ pools                       mixed: one pool; perGroup: one per group
/// M = C · sessions                  per effective week: M / K
/// facilitator hours = C · facilitatorsPerCircle · sessions · (sessionHours + facilitatorPreparationHours)
/// facilitator FTE   = hours / H
/// facilitators      = ⌈hours / facilitatorCapacityHours⌉
/// circles per leader = C · leadersPerCircle / Σ leaders
/// ```
///
/// Leaders of a group with heads that are not known make circles per leader unknown.
pub fn prof_circles<R: Reading>(
    r: &R,
    plan: &Plan,
    time: &LearningTime<R::N>,
) -> ProfCircles<R::N> {
    let settings = &plan.prof_circles;
    let pools: Vec<_> = match settings.composition {
        Composition::Mixed => {
            let pool = pool(r, settings, time.participants);
            vec![Pool { circles: pool.circles.named(figures::CIRCLES), ..pool }]
        }
        Composition::PerGroup => {
            let of_group = |(i, group): (usize, &super::learning_time::GroupTime<R::N>)| {
                let pool = pool(r, settings, group.participants);
                Pool { circles: pool.circles.named(figures::GROUP_CIRCLES.at(i)), ..pool }
            };
            time.groups.iter().enumerate().map(of_group).collect()
        }
    };
    let circles = match pools.as_slice() {
        [pool] if settings.composition == Composition::Mixed => pool.circles,
        pools => sum(r, pools.iter().map(|pool| pool.circles)).named(figures::CIRCLES),
    };
    let sessions = (circles * r.input(&settings.sessions)).named(figures::SESSIONS);
    let session =
        r.input(&settings.session_hours) + r.input(&settings.facilitator_preparation_hours);
    let facilitator_hours = (sessions * r.input(&settings.facilitators_per_circle) * session)
        .named(figures::FACILITATOR_HOURS);
    let known =
        plan.groups.iter().all(|group| group.leaders.is_some() || group.headcount.whole() == 0);
    let leaders = sum(
        r,
        plan.groups.iter().filter_map(|group| group.leaders.as_ref()).map(|input| r.input(input)),
    );
    let seats = circles * r.input(&settings.leaders_per_circle);
    let circles_per_leader =
        if known { seats.ratio(leaders, figures::CIRCLES_PER_LEADER) } else { None };
    let most = r.input(&settings.max_circles_per_leader);
    let (yes, no) = (r.constant(1), r.constant(0));
    ProfCircles {
        pools,
        circles,
        sessions,
        sessions_per_week: (sessions / r.input(&plan.calendar.effective_weeks))
            .named(figures::SESSIONS_PER_WEEK),
        facilitator_hours,
        facilitator_fte: (facilitator_hours / time.effective_hours).named(figures::FACILITATOR_FTE),
        facilitators: (facilitator_hours / r.input(&settings.facilitator_capacity_hours))
            .ceil()
            .named(figures::FACILITATORS),
        circles_per_leader,
        too_many_per_leader: match circles_per_leader {
            Some(_) => Arith::if_le(seats, most * leaders, no, yes),
            None => no,
        },
    }
}
