//! What the plan would give in the Belgian social balance: an estimate, to be checked against the form.

use super::budget::{Item, Line, total};
use super::learning_time::{Components, GroupTime, LearningTime, over_groups};
use crate::model::figures::{self, Figure};
use crate::model::readings::arith::{Arith, Reading};
use crate::plan::{Country, Plan};

/// Formal training (rubrics 5801–5803 and, for women, 5811–5813), and informal training (5821–5823
/// and 5831–5833). A plan does not tell men from women: these are both together.
pub struct SocialBalance<N> {
    pub formal: Training<N>,
    pub informal: Training<N>,
}

/// One kind of training, as the form asks for it.
pub struct Training<N> {
    /// Who follows some of it. Heads of the two kinds are never added: most people follow both.
    pub participants: N,
    pub hours: N,
    /// In the form 58031 and 58131; only formal training is split there.
    pub gross_cost: N,
    /// Paid to training funds (58032 and 58132).
    pub contributions: N,
    /// Received (58033 and 58133).
    pub subsidies: N,
    pub net_cost: N,
}

const FORMAL: [Figure; 6] = [
    figures::FORMAL_PARTICIPANTS,
    figures::FORMAL_HOURS,
    figures::FORMAL_GROSS,
    figures::FORMAL_CONTRIBUTIONS,
    figures::FORMAL_SUBSIDIES,
    figures::FORMAL_NET,
];
const INFORMAL: [Figure; 6] = [
    figures::INFORMAL_PARTICIPANTS,
    figures::INFORMAL_HOURS,
    figures::INFORMAL_GROSS,
    figures::INFORMAL_CONTRIBUTIONS,
    figures::INFORMAL_SUBSIDIES,
    figures::INFORMAL_NET,
];

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
    time: &LearningTime<R::N>,
    lines: &[Line<R::N>],
) -> Option<SocialBalance<R::N>> {
    if plan.country != Country::Be {
        return None;
    }
    let zero = r.constant(0);
    let lines = |keep: fn(Item) -> bool| total(r, lines, &|line| keep(line.item));
    let formal = |group: &GroupTime<R::N>| group.components.formal;
    let informal = |group: &GroupTime<R::N>| {
        let Components { week_cycles, prof_circles, prof_track, .. } = group.components;
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
    time: &LearningTime<R::N>,
    hours: &dyn Fn(&GroupTime<R::N>) -> R::N,
    [other_cost, contributions, subsidies]: [R::N; 3],
    figures: [Figure; 6],
) -> Training<R::N> {
    let zero = r.constant(0);
    let groups = &time.groups;
    let paid = over_groups(r, plan, groups, &|group, time| {
        (hours(time) * r.input(&group.labour_cost_per_hour)).cents()
    });
    let gross = paid + other_cost;
    let [who_named, hours_named, gross_named, contributions_named, subsidies_named, net_named] =
        figures;
    let gross_cost = gross.named(gross_named);
    let contributions = contributions.named(contributions_named);
    let subsidies = subsidies.named(subsidies_named);
    let participants = over_groups(r, plan, groups, &|_, group| {
        Arith::if_le(hours(group), zero, zero, group.participants)
    });
    Training {
        participants: participants.named(who_named),
        hours: over_groups(r, plan, groups, &|_, group| hours(group)).named(hours_named),
        gross_cost,
        contributions,
        subsidies,
        net_cost: (gross_cost + contributions - subsidies).named(net_named),
    }
}
