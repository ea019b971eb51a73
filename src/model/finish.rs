//! From the numbers of a reading to the result that programs and people see.

use std::slice::from_ref;

use super::Parts;
use super::evaluation::{CircleSize, Evaluation, GroupCircles, Line, LineCategory};
use super::figures::Figure;
use super::formulas::lines::{Item, ItemLine, LineUnit};
use super::formulas::prof_circles::Pool;
use super::readings::arith::Scalar;
use super::result::{Cents, Finish};
use super::warnings::warnings;
use crate::invariant::broken;
use crate::plan::{Composition, Group, Plan, Unit};

/// The whole result.
pub fn evaluation<N: Scalar, M: Scalar>(plan: &Plan, parts: Parts<N, M>) -> Evaluation {
    let Parts { time, circles, money, value } = parts;
    let (pools, lines) = (circles.pools, money.lines);
    let mut prof_circles = circles.of_all;
    prof_circles.sizes = sizes_of(&pools, &|i| [Figure::Size(i), Figure::SizeCount(i)]);
    if plan.prof_circles.composition == Composition::PerGroup {
        prof_circles.groups = group_circles(plan, &pools);
    }
    let mut budget = money.budget;
    budget.lines = lines.iter().enumerate().map(|(i, line)| described(plan, i, line)).collect();
    let reached: Vec<M> = value.months.iter().map(|month| month.cumulative_value).collect();
    value.pv_cost.first_reached(&reached, value.payback_month, Figure::PaybackMonth);
    let mut evaluation = Evaluation {
        learning_time: time.learning.finish(),
        prof_circles: prof_circles.finish(),
        budget: budget.finish(),
        value: value.finish(),
        warnings: Vec::new(),
        defaults_used: plan.defaults_used.clone(),
    };
    let too_many_per_leader = circles.too_many_per_leader.in_whole() == 1;
    evaluation.warnings = warnings(plan, &time.limits, too_many_per_leader, &evaluation);
    evaluation
}

fn group_circles<N: Scalar>(plan: &Plan, pools: &[Pool<N>]) -> Vec<GroupCircles> {
    let of_group = |(i, (group, pool)): (usize, (&Group, &Pool<N>))| GroupCircles {
        id: group.id.clone(),
        circles: pool.circles.in_whole(),
        sizes: sizes_of(from_ref(pool), &|j| {
            [Figure::GroupSize(i, j), Figure::GroupSizeCount(i, j)]
        }),
        feasible: pool.is_feasible(),
    };
    plan.groups.iter().zip(pools).enumerate().map(of_group).collect()
}

/// So many circles of one size.
#[derive(Clone, Copy)]
struct Size<N> {
    size: N,
    count: N,
}

/// F-2.2: the sizes of the circles of all these pools, largest first; in a pool they differ by at most one.
///
/// ```text
/// q = ⌊P / C⌋    r = P − C · q    r circles of q + 1, and C − r of q
/// ```
fn sizes_of<N: Scalar>(
    pools: &[Pool<N>],
    figures: &dyn Fn(usize) -> [Figure; 2],
) -> Vec<CircleSize> {
    let mut sizes = Vec::new();
    for pool in pools {
        if let Some(each) = pool.participants.over(pool.circles) {
            let size = each.floor();
            let larger = pool.participants - pool.circles * size;
            let (next, rest) = (size + size.lift(1), pool.circles - larger);
            add(&mut sizes, Size { size: next, count: larger });
            add(&mut sizes, Size { size, count: rest });
        }
    }
    let mut finished = Vec::with_capacity(sizes.len());
    for (i, of) in sizes.into_iter().enumerate() {
        let [size, count] = figures(i);
        let (size, count) = (of.size.named(size).in_whole(), of.count.named(count).in_whole());
        finished.push(CircleSize { size, count });
    }
    finished
}

/// Adds circles of one size, if there are any, to those that are known.
fn add<N: Scalar>(sizes: &mut Vec<Size<N>>, more: Size<N>) {
    if more.count.in_whole() == 0 {
        return;
    }
    match sizes.binary_search_by(|known| more.size.in_whole().cmp(&known.size.in_whole())) {
        Ok(at) => {
            if let Some(known) = sizes.get_mut(at) {
                known.count = known.count + more.count;
            }
        }
        Err(at) => sizes.insert(at, more),
    }
}

/// A line with its name, as programs and people see it.
fn described<N: Scalar>(plan: &Plan, i: usize, line: &ItemLine<N>) -> Line {
    let (id, label, category, group) = describe(plan, line.item);
    // A subsidy that a cap or its lines cut is shown as one amount.
    let (quantity, unit, unit_price) = if line.asked.in_cents() == line.amount.in_cents() {
        (line.quantity, line.unit, line.unit_price)
    } else {
        (line.amount.lift(1), LineUnit::Fixed, line.amount)
    };
    let price_in = if unit == LineUnit::Euro { Unit::Share } else { Unit::Eur };
    Line {
        id,
        label,
        category,
        group,
        quantity: quantity.counted_in(unit.of_field(), Figure::LineQuantity(i)).value(),
        unit,
        unit_price: unit_price.counted_in(price_in, Figure::LineUnitPrice(i)).value(),
        amount: Cents(line.amount).finish(),
        cash: line.cash,
    }
}

/// A line's id, label, category and group.
fn describe(plan: &Plan, item: Item) -> (String, String, LineCategory, Option<String>) {
    let of_group = |kind: &str, category, i: usize| {
        let Group { id, name, .. } = member(&plan.groups, i);
        (format!("{kind}:{id}"), name.clone(), category, Some(id.clone()))
    };
    let named = |id: &str, category| (id.to_owned(), id.to_owned(), category, None);
    match item {
        Item::ParticipantTime(i) => of_group("participant-time", LineCategory::ParticipantTime, i),
        Item::TalkLeaders(i) => of_group("talk-leaders", LineCategory::TalkLeaders, i),
        Item::Replacement(i) => of_group("replacement", LineCategory::Replacement, i),
        Item::Margin(i) => of_group("margin", LineCategory::Margin, i),
        Item::FacilitationInternal => named("facilitation-internal", LineCategory::Facilitation),
        Item::FacilitationExternal => named("facilitation-external", LineCategory::Facilitation),
        Item::Cost(i) => {
            let line = member(&plan.costs, i);
            (line.id.clone(), line.label.clone(), LineCategory::of_cost(line.category), None)
        }
        Item::Contingency => named("contingency", LineCategory::Contingency),
        Item::TrainingFundLevy => named("training-fund-levy", LineCategory::Levy),
        Item::Subsidy(i) => {
            let subsidy = member(&plan.subsidies, i);
            (subsidy.id.clone(), subsidy.label.clone(), LineCategory::Subsidy, None)
        }
    }
}

/// The member of a list of the plan that a line is for.
fn member<T>(list: &[T], at: usize) -> &T {
    list.get(at).unwrap_or_else(|| broken("a line is for a member of the plan"))
}

impl LineUnit {
    /// The same among the units of the plan's fields.
    const fn of_field(self) -> Unit {
        match self {
            Self::Hour => Unit::Hours,
            Self::Person => Unit::Person,
            Self::Fte => Unit::Fte,
            Self::Session => Unit::Session,
            Self::Circle => Unit::Circle,
            Self::Euro => Unit::Eur,
            Self::Fixed => Unit::Times,
        }
    }
}
