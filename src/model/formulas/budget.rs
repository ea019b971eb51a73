//! The L&O budget: what leaves the bank account, and what learning costs in full.

use serde::Serialize;

use super::learning_time::{GroupTime, OfGroup, Time, over_groups};
use super::lines::{Item, ItemLine, Line, LineUnit, total};
use super::prof_circles::ProfCircles;
use super::social_balance::{SocialBalance, social_balance};
use crate::model::figures::Figure;
use crate::model::readings::arith::{Arith, Reading, sum};
use crate::model::result::{Cents, Finish, finished};
use crate::plan::{CostBasis, Group, Plan, Subsidy, SubsidyBasis};

finished! {
    /// The L&O budget.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Budget<N = f64, C = u64, M = f64> {
        /// Every line, rounded to the cent.
        pub lines: Vec<Line>,
        /// What leaves the bank account: "het budget". €, exact cents.
        pub cash: M,
        /// Cash and non-cash lines, less the participant time whose shift is covered. €, exact cents.
        pub full: M,
        /// The cost as the Belgian social balance counts it. €, exact cents.
        pub reported: M,
        /// The three per employee, in €.
        pub per_employee: Views<Option<N>>,
        /// The three per participant, in €.
        pub per_participant: Views<Option<N>>,
        /// The three per FTE, in €.
        pub per_fte: Views<Option<N>>,
        /// The three as a share of payroll, 0..1.
        pub share_of_payroll: Views<Option<N>>,
        /// Total labour cost with employer charges, given or derived, in €.
        pub payroll: N,
        /// Reported participant time as a share of the reported cost, 0..1.
        pub participant_time_share: Option<N>,
        /// The cash budget that is available, in €; `None` when not set.
        pub available: Option<M>,
        /// `available − cash`, in €; negative when the plan costs more.
        pub gap: Option<M>,
        /// What such organisations really spend of this cash budget, in €.
        pub expected_spend: M,
        /// `cash − expectedSpend`, in €.
        pub expected_underspend: M,
        /// What the plan would give in the Belgian social balance; `None` for the Netherlands.
        pub social_balance: Option<SocialBalance<N, C, M>>,
    }
}

/// One figure in the three views of cost.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Views<T> {
    /// Of the cash budget.
    pub cash: T,
    /// Of the full cost.
    pub full: T,
    /// Of the reported cost.
    pub reported: T,
}

impl<T: Finish<U>, U> Finish<Views<U>> for Views<T> {
    fn finish(self) -> Views<U> {
        Views {
            cash: self.cash.finish(),
            full: self.full.finish(),
            reported: self.reported.finish(),
        }
    }
}

/// The budget in one reading, and its lines.
pub struct Money<N> {
    /// Still without lines: [`finish`](crate::model::finish) describes them from `lines`.
    pub budget: Budget<N, N, Cents<N>>,
    pub lines: Vec<ItemLine<N>>,
}

/// What cash, full and reported cost are called when divided.
const PER_EMPLOYEE: Views<Figure> = Views {
    cash: Figure::CashPerEmployee,
    full: Figure::FullPerEmployee,
    reported: Figure::ReportedPerEmployee,
};
const PER_PARTICIPANT: Views<Figure> = Views {
    cash: Figure::CashPerParticipant,
    full: Figure::FullPerParticipant,
    reported: Figure::ReportedPerParticipant,
};
const PER_FTE: Views<Figure> =
    Views { cash: Figure::CashPerFte, full: Figure::FullPerFte, reported: Figure::ReportedPerFte };
const SHARE_OF_PAYROLL: Views<Figure> = Views {
    cash: Figure::CashOfPayroll,
    full: Figure::FullOfPayroll,
    reported: Figure::ReportedOfPayroll,
};

/// F-1.5: total labour cost with employer charges (personeelskost, loonmassa/loonsom).
///
/// ```text
/// payroll = Σ F · H · labourCostPerHour        unless the plan gives it
/// ```
fn payroll<R: Reading>(r: &R, plan: &Plan, time: &Time<R::N>) -> R::N {
    match &plan.budget.payroll {
        Some(given) => r.input(given),
        None => over_groups(r, plan, &time.learning.groups, &|group, _| {
            r.input(&group.fte) * time.effective_hours * r.input(&group.labour_cost_per_hour)
        }),
    }
    .named(Figure::Payroll)
}

/// What the line of a group is for, its hours and the price of one.
type LineOfGroup<'f, N> = dyn Fn(usize, &Group, &GroupTime<N>) -> (Item, N, N) + 'f;

/// F-3.1 to F-3.4: the lines of the groups, kind by kind.
///
/// ```text
/// participant time   L · labourCostPerHour                                               not cash
/// talk leaders       N · talk hours · labourCostPerHour                                  not cash
/// replacement        L · replacementShare · labourCostPerHour · replacementCostFactor    cash
/// lost margin        L · (1 − replacementShare) · billableShare · billableMarginPerHour  not cash
/// ```
fn group_lines<R: Reading>(r: &R, plan: &Plan, time: &Time<R::N>, lines: &mut Vec<ItemLine<R::N>>) {
    let one = r.constant(1);
    let mut kind = |cash, of: &LineOfGroup<R::N>| {
        for (i, (group, time)) in plan.groups.iter().zip(&time.learning.groups).enumerate() {
            let (item, hours, price) = of(i, group, time);
            lines.push(ItemLine::new(item, hours, LineUnit::Hour, price, cash));
        }
    };
    kind(false, &|i, group, time| {
        let price = r.input(&group.labour_cost_per_hour);
        (Item::ParticipantTime(i), time.total_hours, price)
    });
    kind(false, &|i, group, time| {
        let price = r.input(&group.labour_cost_per_hour);
        (Item::TalkLeaders(i), time.by_component.development_talks, price)
    });
    kind(true, &|i, group, time| {
        let covered = time.total_hours * r.input(&group.replacement_share);
        let price = r.input(&group.labour_cost_per_hour) * r.input(&group.replacement_cost_factor);
        (Item::Replacement(i), covered, price)
    });
    kind(false, &|i, group, time| {
        let uncovered = time.total_hours * (one - r.input(&group.replacement_share));
        let billed = uncovered * r.input(&group.billable_share);
        (Item::Margin(i), billed, r.input(&group.billable_margin_per_hour))
    });
}

/// F-3.7: what the amount of a cost line is multiplied by.
fn cost_quantity<R: Reading>(
    r: &R,
    basis: CostBasis,
    time: &Time<R::N>,
    circles: &ProfCircles<R::N, R::N>,
) -> (R::N, LineUnit) {
    match basis {
        CostBasis::Fixed => (r.constant(1), LineUnit::Fixed),
        CostBasis::PerHead => (time.heads, LineUnit::Person),
        CostBasis::PerFte => (time.fte, LineUnit::Fte),
        CostBasis::PerParticipant => (time.learning.participants, LineUnit::Person),
        CostBasis::PerFormalHour => (time.learning.by_component.formal, LineUnit::Hour),
        CostBasis::PerLearningHour => (time.learning.total_hours, LineUnit::Hour),
        CostBasis::PerSession => (circles.sessions, LineUnit::Session),
        CostBasis::PerCircle => (circles.circles, LineUnit::Circle),
    }
}

/// F-3.10: subsidies, in plan order.
///
/// A fixed amount, an amount per formal hour, or a share of the named cost lines; at most `cap`, and at
/// most what earlier subsidies left of the named lines. Refunds fill the named lines in the order of
/// `of`, so that together they never refund more than a line costs.
fn subsidy_lines<R: Reading>(
    r: &R,
    plan: &Plan,
    formal_hours: R::N,
    costs: &[R::N],
    lines: &mut Vec<ItemLine<R::N>>,
) {
    let zero = r.constant(0);
    let mut left = costs.to_vec();
    for (i, subsidy) in plan.subsidies.iter().enumerate() {
        let named = |amounts: &[R::N]| {
            sum(r, subsidy.of.iter().filter_map(|&line| amounts.get(line).copied()))
        };
        let (quantity, unit) = match subsidy.basis {
            SubsidyBasis::Fixed => (r.constant(1), LineUnit::Fixed),
            SubsidyBasis::PerFormalHour => (formal_hours, LineUnit::Hour),
            SubsidyBasis::Share => (named(costs), LineUnit::Euro),
        };
        let price = r.input(&subsidy.amount);
        let asked = (quantity * price).cents();
        let granted = granted(r, subsidy, asked, named(&left));
        let mut refund = granted;
        for &line in &subsidy.of {
            if let Some(left) = left.get_mut(line) {
                let part = refund.min(*left);
                *left = *left - part;
                refund = refund - part;
            }
        }
        lines.push(ItemLine {
            item: Item::Subsidy(i),
            quantity,
            unit,
            unit_price: zero - price,
            asked: zero - asked,
            amount: zero - granted,
            cash: true,
        });
    }
}

fn granted<R: Reading>(r: &R, subsidy: &Subsidy, asked: R::N, left: R::N) -> R::N {
    let capped = subsidy.cap.as_ref().map_or(asked, |cap| asked.min(r.input(cap)));
    if subsidy.of.is_empty() { capped } else { capped.min(left) }
}

/// F-3.1 to F-3.15: every line, the three views of cost, and the gap.
///
/// ```text
/// cash     = Σ cash lines                                             "het budget"
/// full     = cash + Σ other lines − Σ covered participant time
/// covered  = L · replacementShare · labourCostPerHour                 per group, to cents
/// reported = Σ (L − talks) · labourCostPerHour                        per group, to cents
///          + facilitation + cost lines + levy − subsidies
/// gap      = available − cash
/// expected spend = cash · spendRate                                   to cents
/// ```
///
/// A covered hour costs its replacement, not the participant's time as well.
///
/// Source: `reported` follows the Belgian social balance.
pub fn budget<R: Reading>(
    r: &R,
    plan: &Plan,
    time: &Time<R::N>,
    circles: &ProfCircles<R::N, R::N>,
) -> Money<R::N> {
    let mut lines =
        Vec::with_capacity(4 * plan.groups.len() + plan.costs.len() + plan.subsidies.len() + 4);
    group_lines(r, plan, time, &mut lines);

    let external = r.input(&plan.facilitation.external_share);
    let hours = circles.facilitator_hours;
    let internal_hours = hours * (r.constant(1) - external);
    let internal_price = r.input(&plan.facilitation.internal_cost_per_hour);
    lines.push(ItemLine::new(
        Item::FacilitationInternal,
        internal_hours,
        LineUnit::Hour,
        internal_price,
        false,
    ));
    let external_price = r.input(&plan.facilitation.external_rate_per_hour);
    let facilitation_external = ItemLine::new(
        Item::FacilitationExternal,
        hours * external,
        LineUnit::Hour,
        external_price,
        true,
    );
    let mut reserve_base = facilitation_external.amount;
    lines.push(facilitation_external);

    let mut costs = Vec::with_capacity(plan.costs.len());
    for (i, cost) in plan.costs.iter().enumerate() {
        let (quantity, unit) = cost_quantity(r, cost.basis, time, circles);
        let line = ItemLine::new(Item::Cost(i), quantity, unit, r.input(&cost.amount), cost.cash);
        costs.push(line.amount);
        if cost.cash {
            reserve_base = reserve_base + line.amount;
        }
        lines.push(line);
    }

    let contingency = r.input(&plan.budget.contingency);
    lines.push(ItemLine::new(Item::Contingency, reserve_base, LineUnit::Euro, contingency, true));
    let payroll = payroll(r, plan, time);
    let levy = r.input(&plan.budget.training_fund_levy);
    lines.push(ItemLine::new(Item::TrainingFundLevy, payroll, LineUnit::Euro, levy, true));
    subsidy_lines(r, plan, time.learning.by_component.formal, &costs, &mut lines);
    for (i, line) in lines.iter_mut().enumerate() {
        line.amount = line.amount.named(Figure::LineAmount(i));
    }

    let of_groups = |hours: &OfGroup<R::N>| {
        over_groups(r, plan, &time.learning.groups, &|group, time| {
            (hours(group, time) * r.input(&group.labour_cost_per_hour)).cents()
        })
    };
    let covered = of_groups(&|group, time| time.total_hours * r.input(&group.replacement_share));
    let reported_participant_time =
        of_groups(&|_, time| time.total_hours - time.by_component.development_talks)
            .named(Figure::ReportedTime);
    let cash = total(r, &lines, &|line| line.cash).named(Figure::Cash);
    let other = total(r, &lines, &|line| !line.cash).named(Figure::Other);
    let full = (cash + other - covered.named(Figure::Covered)).named(Figure::Full);
    let reported = (reported_participant_time + total(r, &lines, &|line| line.item.is_reported()))
        .named(Figure::Reported);

    let views = |divisor: R::N, of: Views<Figure>| Views {
        cash: cash.ratio(divisor, of.cash),
        full: full.ratio(divisor, of.full),
        reported: reported.ratio(divisor, of.reported),
    };
    let available = plan.budget.available.as_ref().map(|available| r.input(available));
    let expected_spend =
        (cash * r.input(&plan.budget.spend_rate)).cents().named(Figure::ExpectedSpend);
    let budget = Budget {
        lines: Vec::new(),
        cash: Cents(cash),
        full: Cents(full),
        reported: Cents(reported),
        per_employee: views(time.heads, PER_EMPLOYEE),
        per_participant: views(time.learning.participants, PER_PARTICIPANT),
        per_fte: views(time.fte, PER_FTE),
        share_of_payroll: views(payroll, SHARE_OF_PAYROLL),
        payroll,
        participant_time_share: reported_participant_time
            .ratio(reported, Figure::ParticipantTimeShare),
        available: available.map(|available| Cents(available.named(Figure::Available))),
        gap: available.map(|available| Cents((available - cash).named(Figure::Gap))),
        expected_spend: Cents(expected_spend),
        expected_underspend: Cents((cash - expected_spend).named(Figure::ExpectedUnderspend)),
        social_balance: social_balance(r, plan, time, &lines),
    };
    Money { budget, lines }
}
