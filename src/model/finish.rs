//! From the numbers of a reading to the result that programs and people see.

use std::slice::from_ref;

use super::Figures;
use super::evaluation::{
    self, BenefitValue, ByComponent, CircleSize, Evaluation, GroupCircles, GroupLearningTime, Views,
};
use super::figures::{self, Figure};
use super::formulas::budget::{Budget, Item, Line, LineUnit};
use super::formulas::employee::Employee;
use super::formulas::learning_time::{Components, GroupTime, LearningTime};
use super::formulas::prof_circles::{Pool, ProfCircles};
use super::formulas::return_on_value::{Month, Value};
use super::formulas::social_balance::Training;
use super::readings::arith::Scalar;
use crate::plan::{Benefit, Composition, Group, Plan, Unit};

/// An amount in euros, from its exact cents.
pub fn euros<N: Scalar>(amount: N) -> f64 {
    amount.in_cents() as f64 / 100.0
}

/// A ratio; `None` when its divisor is zero.
pub fn ratio<N: Scalar>(ratio: Option<N>) -> Option<f64> {
    ratio.map(Scalar::value)
}

/// The whole result, without its warnings.
pub fn evaluation<N: Scalar, M: Scalar>(
    plan: &Plan,
    figures: &Figures<N>,
    value: &Value<M>,
) -> Evaluation {
    Evaluation {
        learning_time: learning_time(plan, &figures.time),
        prof_circles: prof_circles(plan, &figures.circles),
        budget: budget(plan, &figures.budget),
        value: return_on_value(plan, value, &figures.employee),
        warnings: Vec::new(),
        defaults_used: plan.defaults_used.clone(),
    }
}

fn learning_time<N: Scalar>(plan: &Plan, time: &LearningTime<N>) -> evaluation::LearningTime {
    let group = |(group, time): (&Group, &GroupTime<N>)| GroupLearningTime {
        id: group.id.clone(),
        participants: time.participants.in_whole(),
        total_hours: time.total.value(),
        by_component: by_component(&time.components, Scalar::value),
        hours_per_employee: ratio(time.per_employee),
        hours_per_fte: ratio(time.per_fte),
        share_of_working_time: ratio(time.share_of_working_time),
    };
    evaluation::LearningTime {
        participants: time.participants.in_whole(),
        total_hours: time.total.value(),
        by_component: by_component(&time.components, Scalar::value),
        hours_per_employee: ratio(time.per_employee),
        hours_per_participant: ratio(time.per_participant),
        hours_per_fte: ratio(time.per_fte),
        days_per_fte: ratio(time.days_per_fte),
        share_of_working_time: ratio(time.share_of_working_time),
        minutes_per_week_per_fte: ratio(time.minutes_per_week_per_fte),
        share_by_component: by_component(&time.shares, ratio),
        formal_share: ratio(time.formal_share),
        lowest_to_highest: ratio(time.lowest_to_highest),
        groups: plan.groups.iter().zip(&time.groups).map(group).collect(),
    }
}

fn by_component<N: Copy, T>(of: &Components<N>, sealed: impl Fn(N) -> T) -> ByComponent<T> {
    ByComponent {
        week_cycles: sealed(of.week_cycles),
        prof_circles: sealed(of.prof_circles),
        prof_track: sealed(of.prof_track),
        formal: sealed(of.formal),
        development_talks: sealed(of.development_talks),
    }
}

fn prof_circles<N: Scalar>(plan: &Plan, circles: &ProfCircles<N>) -> evaluation::ProfCircles {
    let is_feasible = |pool: &Pool<N>| pool.feasible.in_whole() == 1;
    let sizes = sizes_of(&circles.pools, &|i| [figures::SIZE.at(i), figures::SIZE_COUNT.at(i)]);
    let mut groups = Vec::new();
    if plan.prof_circles.composition == Composition::PerGroup {
        for (i, (group, pool)) in plan.groups.iter().zip(&circles.pools).enumerate() {
            let (size, count) = (figures::GROUP_SIZE.at(i), figures::GROUP_SIZE_COUNT.at(i));
            groups.push(GroupCircles {
                id: group.id.clone(),
                circles: pool.circles.in_whole(),
                sizes: sizes_of(from_ref(pool), &|j| [size.within(j), count.within(j)]),
                feasible: is_feasible(pool),
            });
        }
    }
    evaluation::ProfCircles {
        circles: circles.circles.in_whole(),
        sizes,
        feasible: circles.pools.iter().all(is_feasible),
        sessions: circles.sessions.in_whole(),
        sessions_per_week: circles.sessions_per_week.value(),
        facilitator_hours: circles.facilitator_hours.value(),
        facilitator_fte: circles.facilitator_fte.value(),
        facilitators: circles.facilitators.in_whole(),
        circles_per_leader: ratio(circles.circles_per_leader),
        groups,
    }
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
    let mut sealed = Vec::with_capacity(sizes.len());
    for (i, of) in sizes.into_iter().enumerate() {
        let [size, count] = figures(i);
        let (size, count) = (of.size.named(size).in_whole(), of.count.named(count).in_whole());
        sealed.push(CircleSize { size, count });
    }
    sealed
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

fn budget<N: Scalar>(plan: &Plan, budget: &Budget<N>) -> evaluation::Budget {
    evaluation::Budget {
        lines: budget
            .lines
            .iter()
            .enumerate()
            .map(|(i, line)| sealed_line(plan, i, line))
            .collect(),
        cash: euros(budget.cash),
        full: euros(budget.full),
        reported: euros(budget.reported),
        per_employee: views(budget.per_employee),
        per_participant: views(budget.per_participant),
        per_fte: views(budget.per_fte),
        share_of_payroll: views(budget.share_of_payroll),
        payroll: budget.payroll.value(),
        participant_time_share: ratio(budget.participant_time_share),
        available: budget.available.map(euros),
        gap: budget.gap.map(euros),
        expected_spend: euros(budget.expected_spend),
        expected_underspend: euros(budget.expected_underspend),
        social_balance: budget.social_balance.as_ref().map(|balance| evaluation::SocialBalance {
            formal: training(&balance.formal),
            informal: training(&balance.informal),
        }),
    }
}

fn training<N: Scalar>(training: &Training<N>) -> evaluation::Training {
    evaluation::Training {
        participants: training.participants.in_whole(),
        hours: training.hours.value(),
        gross_cost: euros(training.gross_cost),
        contributions: euros(training.contributions),
        subsidies: euros(training.subsidies),
        net_cost: euros(training.net_cost),
    }
}

fn views<N: Scalar>(views: Views<Option<N>>) -> Views<Option<f64>> {
    Views { cash: ratio(views.cash), full: ratio(views.full), reported: ratio(views.reported) }
}

fn sealed_line<N: Scalar>(plan: &Plan, i: usize, line: &Line<N>) -> evaluation::Line {
    let (id, label, category, group) = describe(plan, line.item);
    // A subsidy that a cap or its lines cut is shown as one amount.
    let (quantity, unit, unit_price) = if line.asked.in_cents() == line.amount.in_cents() {
        (line.quantity, line.unit, line.unit_price)
    } else {
        (line.amount.lift(1), LineUnit::Fixed, line.amount)
    };
    let price_in = if unit == LineUnit::Euro { Unit::Share } else { Unit::Eur };
    evaluation::Line {
        id,
        label,
        category,
        group,
        quantity: quantity.named(figures::LINE_QUANTITY.at(i).in_unit(unit.of_field())).value(),
        unit: unit.as_str(),
        unit_price: unit_price.named(figures::LINE_UNIT_PRICE.at(i).in_unit(price_in)).value(),
        amount: euros(line.amount),
        cash: line.cash,
    }
}

/// A line's id, label, category and group.
fn describe(plan: &Plan, item: Item) -> (String, String, &'static str, Option<String>) {
    let of_group = |category: &'static str, i: usize| {
        let (id, name) = plan.groups.get(i).map_or(("", ""), |group| (&group.id, &group.name));
        (format!("{category}:{id}"), name.to_owned(), category, Some(id.to_owned()))
    };
    let named = |id: &str, category| (id.to_owned(), id.to_owned(), category, None);
    let own = |line: Option<(&String, &String)>, category| {
        let (id, label) =
            line.map_or_else(Default::default, |(id, label)| (id.clone(), label.clone()));
        (id, label, category, None)
    };
    match item {
        Item::ParticipantTime(i) => of_group("participant-time", i),
        Item::TalkLeaders(i) => of_group("talk-leaders", i),
        Item::Replacement(i) => of_group("replacement", i),
        Item::Margin(i) => of_group("margin", i),
        Item::FacilitationInternal => named("facilitation-internal", "facilitation"),
        Item::FacilitationExternal => named("facilitation-external", "facilitation"),
        Item::Cost(i) => {
            let line = plan.costs.get(i);
            own(
                line.map(|line| (&line.id, &line.label)),
                line.map_or("other", |line| line.category),
            )
        }
        Item::Contingency => named("contingency", "contingency"),
        Item::TrainingFundLevy => named("training-fund-levy", "levy"),
        Item::Subsidy(i) => {
            own(plan.subsidies.get(i).map(|line| (&line.id, &line.label)), "subsidy")
        }
    }
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

    const fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "h",
            Self::Person => "person",
            Self::Fte => "fte",
            Self::Session => "session",
            Self::Circle => "circle",
            Self::Euro => "euro",
            Self::Fixed => "fixed",
        }
    }
}

/// Return on Value, with the month in which the plan has paid for itself.
fn return_on_value<N: Scalar, M: Scalar>(
    plan: &Plan,
    value: &Value<N>,
    employee: &Employee<M>,
) -> evaluation::Value {
    let month = |(i, month): (usize, &Month<N>)| evaluation::Month {
        month: u32::try_from(i + 1).unwrap_or_default(),
        cost: month.cost.value(),
        value: month.value.value(),
        cumulative_cost: month.cumulative_cost.value(),
        cumulative_value: month.cumulative_value.value(),
    };
    let months: Vec<_> = value.months.iter().enumerate().map(month).collect();
    let benefit =
        |(benefit, pv): (&Benefit, &N)| BenefitValue { id: benefit.id.clone(), pv: pv.value() };
    let payback_month = payback_month(value);
    let cumulative: Vec<N> = value.months.iter().map(|month| month.cumulative_value).collect();
    value.pv_cost.first_reached(&cumulative, payback_month, figures::PAYBACK_MONTH);
    evaluation::Value {
        pv_value: value.pv_value.value(),
        pv_cost: value.pv_cost.value(),
        net: value.net.value(),
        rov: ratio(value.rov),
        bcr: ratio(value.bcr),
        payback_month,
        break_even_uplift: ratio(value.break_even_uplift),
        inaction_cost: value.inaction_cost.value(),
        months,
        benefits: plan.value.benefits.iter().zip(&value.benefits).map(benefit).collect(),
        employee: evaluation::Employee {
            hours: ratio(employee.hours),
            days: ratio(employee.days),
            share_of_working_time: ratio(employee.share_of_working_time),
            intangibles: plan.value.intangibles.clone(),
        },
    }
}

/// F-4.6: the first month whose discounted value so far reaches the whole discounted cost.
///
/// Sums of months differ from their closed form in the last digits: a billionth is let through.
pub fn payback_month<N: Scalar>(value: &Value<N>) -> Option<u32> {
    let (pv_value, pv_cost) = (value.pv_value.value(), value.pv_cost.value());
    if pv_cost <= 0.0 || pv_value <= 0.0 {
        return None;
    }
    let enough = pv_cost * (1.0 - 1e-9);
    let reaches = |month: &Month<N>| month.cumulative_value.value() >= enough;
    value.months.iter().zip(1..).find(|(month, _)| reaches(month)).map(|(_, month)| month)
}
