//! What the plan would give in the Belgian social balance: an estimate, to be checked against the form.

use serde::Serialize;

use super::learning_time::{ByComponent, GroupTime, Time, over_groups};
use super::lines::{Item, ItemLine, total};
use crate::model::figures::Figure;
use crate::model::readings::arith::{Arith, Reading};
use crate::model::result::{Cents, Finish, finished};
use crate::plan::{Country, Plan};

finished! {
    /// An estimate of the training rubrics of the Belgian social balance, women and men together.
    ///
    /// To be checked against the official form. Talks are in neither kind.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    pub struct SocialBalance<N = f64, C = u64, M = f64> {
        /// Formal training: rubrics 5801–5803 and 5811–5813.
        pub formal: Training<N, C, M>,
        /// Week cycles, Prof circles and Prof tracks: rubrics 5821–5823 and 5831–5833.
        pub informal: Training<N, C, M>,
    }

    /// One kind of training in the social balance.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Training<N = f64, C = u64, M = f64> {
        /// People who follow some of it; never to be added to those of the other kind.
        pub participants: C,
        /// Hours.
        pub hours: N,
        /// Participant time and what else it costs, in €, exact cents.
        pub gross_cost: M,
        /// Paid to training funds, in €, exact cents.
        pub contributions: M,
        /// Received, in €, exact cents.
        pub subsidies: M,
        /// `grossCost + contributions − subsidies`, in €, exact cents.
        pub net_cost: M,
    }
}

/// The estimate in the numbers of one reading.
type InReading<N> = SocialBalance<N, N, Cents<N>>;

/// What the estimates of each kind are called.
const FORMAL: Training<Figure, Figure, Figure> = Training {
    participants: Figure::FormalParticipants,
    hours: Figure::FormalHours,
    gross_cost: Figure::FormalGross,
    contributions: Figure::FormalContributions,
    subsidies: Figure::FormalSubsidies,
    net_cost: Figure::FormalNet,
};
const INFORMAL: Training<Figure, Figure, Figure> = Training {
    participants: Figure::InformalParticipants,
    hours: Figure::InformalHours,
    gross_cost: Figure::InformalGross,
    contributions: Figure::InformalContributions,
    subsidies: Figure::InformalSubsidies,
    net_cost: Figure::InformalNet,
};

/// F-3.16: the social-balance estimate of a plan in Belgium.
///
/// ```text
/// formal     gross = Σ cents(formal hours · labourCostPerHour) + Σ cost lines
///            contributions = training-fund levy        subsidies = Σ subsidies
/// informal   gross = Σ cents((week cycles + Prof circles + Prof track) · labourCostPerHour)
///                  + internal and external facilitation
/// net        = gross + contributions − subsidies
/// ```
///
/// Participants are those of the groups that have hours of the kind. Talks are in neither kind.
pub fn social_balance<R: Reading>(
    r: &R,
    plan: &Plan,
    time: &Time<R::N>,
    lines: &[ItemLine<R::N>],
) -> Option<InReading<R::N>> {
    if plan.country != Country::Be {
        return None;
    }
    let zero = r.constant(0);
    let lines = |keep: fn(Item) -> bool| total(r, lines, &|line| keep(line.item));
    let formal = |group: &GroupTime<R::N>| group.by_component.formal;
    let informal = |group: &GroupTime<R::N>| {
        let ByComponent { week_cycles, prof_circles, prof_track, .. } = group.by_component;
        week_cycles + prof_circles + prof_track
    };
    let costs = lines(|item| matches!(item, Item::Cost(_)));
    let levy = lines(|item| item == Item::TrainingFundLevy);
    let received = zero - lines(|item| matches!(item, Item::Subsidy(_)));
    let facilitation =
        lines(|item| matches!(item, Item::FacilitationInternal | Item::FacilitationExternal));
    Some(SocialBalance {
        formal: training(r, plan, time, &formal, [costs, levy, received], FORMAL),
        informal: training(r, plan, time, &informal, [facilitation, zero, zero], INFORMAL),
    })
}

/// One kind: its hours by group, and besides participant time its other cost, contributions and subsidies.
fn training<R: Reading>(
    r: &R,
    plan: &Plan,
    time: &Time<R::N>,
    hours: &dyn Fn(&GroupTime<R::N>) -> R::N,
    [other_cost, contributions, subsidies]: [R::N; 3],
    named: Training<Figure, Figure, Figure>,
) -> Training<R::N, R::N, Cents<R::N>> {
    let zero = r.constant(0);
    let groups = &time.learning.groups;
    let paid = over_groups(r, plan, groups, &|group, time| {
        (hours(time) * r.input(&group.labour_cost_per_hour)).cents()
    });
    let gross = paid + other_cost;
    let gross_cost = gross.named(named.gross_cost);
    let contributions = contributions.named(named.contributions);
    let subsidies = subsidies.named(named.subsidies);
    let participants = over_groups(r, plan, groups, &|_, group| {
        Arith::if_le(hours(group), zero, zero, group.participants)
    });
    Training {
        participants: participants.named(named.participants),
        hours: over_groups(r, plan, groups, &|_, group| hours(group)).named(named.hours),
        gross_cost: Cents(gross_cost),
        contributions: Cents(contributions),
        subsidies: Cents(subsidies),
        net_cost: Cents((gross_cost + contributions - subsidies).named(named.net_cost)),
    }
}
