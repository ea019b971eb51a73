//! Number of Prof circles and what they ask of facilitators and leaders (indicator 4).

use serde::Serialize;

use super::learning_time::{GroupTime, Time};
use crate::model::figures::Figure;
use crate::model::readings::arith::{Arith, Reading, Scalar, sum};
use crate::model::result::{Finish, as_it_is, finished};
use crate::plan::{self, Composition, Plan};

finished! {
    /// Prof circles and what they ask of facilitators and leaders.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct ProfCircles<N = f64, C = u64> {
        /// Number of circles.
        pub circles: C,
        /// How many circles of which size, largest first.
        pub sizes: Vec<CircleSize>,
        /// Whether every size lies between the minimum and the maximum.
        pub feasible: bool,
        /// Meetings in a year, of all circles together.
        pub sessions: C,
        /// Meetings per effective week.
        pub sessions_per_week: N,
        /// Hours that facilitators give, preparation included.
        pub facilitator_hours: N,
        /// The same in FTE.
        pub facilitator_fte: N,
        /// Facilitators needed.
        pub facilitators: C,
        /// Circles that each leader sits in; `None` when leaders are not known or there are none.
        pub circles_per_leader: Option<N>,
        /// Circles of each group; empty when circles are mixed.
        pub groups: Vec<GroupCircles>,
    }
}

/// A number of circles of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CircleSize {
    /// Participants in the circle.
    pub size: u64,
    /// How many such circles.
    pub count: u64,
}

/// Prof circles of one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupCircles {
    /// The group's id.
    pub id: String,
    /// Number of circles.
    pub circles: u64,
    /// How many circles of which size, largest first.
    pub sizes: Vec<CircleSize>,
    /// Whether every size lies between the minimum and the maximum.
    pub feasible: bool,
}

as_it_is!(CircleSize, GroupCircles);

/// All circles in one reading, and the pools that form them.
pub struct Circles<N> {
    /// Still without sizes and groups: [`finish`](crate::model::finish) makes these of the pools.
    pub of_all: ProfCircles<N, N>,
    /// One pool, or one per group.
    pub pools: Vec<Pool<N>>,
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
pub fn prof_circles<R: Reading>(r: &R, plan: &Plan, time: &Time<R::N>) -> Circles<R::N>
where
    R::N: Scalar,
{
    let settings = &plan.prof_circles;
    let pools: Vec<_> = match settings.composition {
        Composition::Mixed => {
            let pool = pool(r, settings, time.learning.participants);
            vec![Pool { circles: pool.circles.named(Figure::Circles), ..pool }]
        }
        Composition::PerGroup => {
            let of_group = |(i, group): (usize, &GroupTime<R::N>)| {
                let pool = pool(r, settings, group.participants);
                Pool { circles: pool.circles.named(Figure::GroupCircles(i)), ..pool }
            };
            time.learning.groups.iter().enumerate().map(of_group).collect()
        }
    };
    let circles = match pools.as_slice() {
        [pool] if settings.composition == Composition::Mixed => pool.circles,
        pools => sum(r, pools.iter().map(|pool| pool.circles)).named(Figure::Circles),
    };
    let sessions = (circles * r.input(&settings.sessions)).named(Figure::Sessions);
    let session =
        r.input(&settings.session_hours) + r.input(&settings.facilitator_preparation_hours);
    let facilitator_hours = (sessions * r.input(&settings.facilitators_per_circle) * session)
        .named(Figure::FacilitatorHours);
    let known =
        plan.groups.iter().all(|group| group.leaders.is_some() || group.headcount.whole() == 0);
    let leaders = sum(
        r,
        plan.groups.iter().filter_map(|group| group.leaders.as_ref()).map(|input| r.input(input)),
    );
    let seats = circles * r.input(&settings.leaders_per_circle);
    let circles_per_leader =
        if known { seats.ratio(leaders, Figure::CirclesPerLeader) } else { None };
    let most = r.input(&settings.max_circles_per_leader);
    let (yes, no) = (r.constant(1), r.constant(0));
    let of_all = ProfCircles {
        circles,
        sizes: Vec::new(),
        feasible: pools.iter().all(Pool::is_feasible),
        sessions,
        sessions_per_week: (sessions / r.input(&plan.calendar.effective_weeks))
            .named(Figure::SessionsPerWeek),
        facilitator_hours,
        facilitator_fte: (facilitator_hours / time.effective_hours).named(Figure::FacilitatorFte),
        facilitators: (facilitator_hours / r.input(&settings.facilitator_capacity_hours))
            .ceil()
            .named(Figure::Facilitators),
        circles_per_leader,
        groups: Vec::new(),
    };
    let too_many_per_leader = match circles_per_leader {
        Some(_) => Arith::if_le(seats, most * leaders, no, yes),
        None => no,
    };
    Circles { of_all, pools, too_many_per_leader }
}

impl<N: Scalar> Pool<N> {
    /// Whether every size lies between the minimum and the maximum.
    pub fn is_feasible(&self) -> bool {
        self.feasible.in_whole() == 1
    }
}
