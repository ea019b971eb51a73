//! Return on Value: what the plan yields against its full cost, and what doing nothing costs.

use serde::Serialize;

use super::employee::Employee;
use super::learning_time::{Time, employment};
use crate::model::figures::Figure;
use crate::model::readings::arith::{Arith, Reading, Real, Scalar, sum};
use crate::model::result::{Finish, finished};
use crate::plan::{Benefit, BenefitKind, Input, Place, Plan, default_benefit};

finished! {
    /// Return on Value over the horizon.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Value<N = f64, E = f64> {
        /// Present value of all benefits, in €.
        pub pv_value: N,
        /// Present value of the full cost, in €.
        pub pv_cost: N,
        /// `pvValue − pvCost`, in €.
        pub net: N,
        /// `net / pvCost`; 2 is a return of 200 %.
        pub rov: Option<N>,
        /// `pvValue / pvCost`.
        pub bcr: Option<N>,
        /// First month in which the discounted value so far reaches the whole discounted cost.
        pub payback_month: Option<u32>,
        /// The productivity uplift at which the net value is 0; a share, 0.05 is 5 %.
        pub break_even_uplift: Option<N>,
        /// What doing nothing costs over the horizon, in €; never part of the value.
        pub inaction_cost: N,
        /// Cost and value by month.
        pub months: Vec<Month<N>>,
        /// Present value of each benefit.
        pub benefits: Vec<BenefitValue<N>>,
        /// What a participant puts in and gets.
        pub employee: Employee<E>,
    }

    /// One month of cost and value.
    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "camelCase")]
    pub struct Month<N = f64> {
        /// 1 is the first month of the plan year.
        pub month: u32,
        /// Cost of this month, not discounted, in €.
        pub cost: N,
        /// Value of this month, not discounted, in €.
        pub value: N,
        /// Discounted cost up to and with this month, in €.
        pub cumulative_cost: N,
        /// Discounted value up to and with this month, in €.
        pub cumulative_value: N,
    }

    /// Present value of one benefit.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct BenefitValue<N = f64> {
        /// The benefit's id.
        pub id: String,
        /// Its present value, in €.
        pub pv: N,
    }
}

/// What the rest of the model hands to Return on Value.
#[derive(Clone, Copy)]
pub struct Ground<N> {
    /// Labour cost and billed margin of the participants in a year.
    pub productivity_base: N,
    pub full_cost: N,
    pub heads: N,
    pub payroll: N,
}

impl<N> Ground<N> {
    /// The same in the numbers of another reading.
    pub fn map<M>(self, to: impl Fn(N) -> M) -> Ground<M> {
        Ground {
            productivity_base: to(self.productivity_base),
            full_cost: to(self.full_cost),
            heads: to(self.heads),
            payroll: to(self.payroll),
        }
    }
}

/// F-4.2, first part: what a year of the participants' work costs, and earns when billed.
///
/// ```text
/// base = Σ P · e · H · (labourCostPerHour + billableShare · billableMarginPerHour)
/// ```
pub fn productivity_base<R: Reading>(r: &R, plan: &Plan, time: &Time<R::N>) -> R::N {
    let mut base = r.constant(0);
    for (i, (group, hours)) in plan.groups.iter().zip(&time.learning.groups).enumerate() {
        let margin = r.input(&group.billable_share) * r.input(&group.billable_margin_per_hour);
        let price = r.input(&group.labour_cost_per_hour) + margin;
        let of_group = hours.participants * employment(r, group) * time.effective_hours * price;
        base = base + of_group.named(Figure::GroupProductivityBase(i));
    }
    base.named(Figure::ProductivityBase)
}

/// F-4.1: the share of a benefit that has started in each month.
///
/// ```text
/// active(t) = clamp(t − lag, 0, 1)          t = 1 … months
/// ```
fn active<R: Reading>(r: &R, lag: &Input, months: u32) -> Vec<R::N> {
    let (zero, one, lag) = (r.constant(0), r.constant(1), r.input(lag));
    (1..=months).map(|t| (r.constant(t) - lag).max(zero).min(one)).collect()
}

/// F-4.1: the share of a benefit that works in each month: it starts after a lag, then fades.
///
/// ```text
/// profile(t) = active(t) · 0.5^(age(t) / halfLife)
/// age(t)     = max(0, t − 1 − lag)
/// ```
///
/// Age grows by what was active the month before, so that the decay follows from the previous month:
/// by a whole month's share, or once by that of the fraction of a month in which the benefit started.
fn profile<R: Reading>(r: &R, lag: &Input, half_life: Option<&Input>, months: u32) -> Vec<R::N>
where
    R::N: Real,
{
    let active = active(r, lag, months);
    let Some(half_life) = half_life else {
        return active;
    };
    let (zero, one) = (r.constant(0), r.constant(1));
    let (half_life, lag) = (r.input(half_life), r.input(lag));
    let whole = (zero - one / half_life).exp2();
    let first = (zero - (lag.ceil() - lag) / half_life).exp2();
    let mut decay = one;
    let mut before = zero;
    let of_month = |active: R::N| {
        let step = Arith::if_le(one, before, whole, Arith::if_le(before, zero, one, first));
        decay = decay * step;
        before = active;
        active * decay
    };
    active.into_iter().map(of_month).collect()
}

/// F-4.6: what a euro in each month is worth today.
///
/// ```text
/// δ(t) = (1 + discountRate)^(−t/12)
/// ```
fn discounts<R: Reading>(r: &R, plan: &Plan) -> Vec<R::N>
where
    R::N: Real,
{
    let (zero, one, year) = (r.constant(0), r.constant(1), r.constant(12));
    let month = (zero - (one + r.input(&plan.value.discount_rate)).log2() / year).exp2();
    let months = plan.horizon_months() as usize;
    let mut discounts = Vec::with_capacity(months);
    discounts
        .extend(std::iter::successors(Some(month), |&so_far| Some(so_far * month)).take(months));
    discounts
}

/// F-4.2 to F-4.4: what a benefit is worth in each month, not discounted. For productivity: per whole
/// uplift, so that break-even can be solved for.
///
/// ```text
/// productivity   base / 12 · attribution · confidence · profile(t)          · uplift
/// retention      leavers · worth / 12 · attribution · confidence · (active(t) − active(t − 12))
///                leavers = ΣN · turnover · relativeReduction
///                worth   = replacementCostShare · payroll / ΣN
/// custom         annualValue / 12 · attribution · confidence · profile(t)
/// ```
///
/// Sources: Phillips (attribution and confidence); Boushey & Glynn 2012 (replacement cost).
fn monthly_value<R: Reading>(
    r: &R,
    plan: &Plan,
    ground: &Ground<R::N>,
    benefit: &Benefit,
) -> Vec<R::N>
where
    R::N: Real,
{
    let months = plan.horizon_months();
    let year = r.constant(12);
    let cautious = |yearly: R::N| {
        yearly / year * r.input(benefit.attribution()) * r.input(benefit.confidence())
    };
    let scaled = |monthly: R::N, profile: Vec<R::N>| {
        profile.into_iter().map(|share| monthly * share).collect()
    };
    match benefit {
        Benefit::Productivity(benefit) => {
            let profile =
                profile(r, &benefit.lag_months, benefit.half_life_months.as_ref(), months);
            scaled(cautious(ground.productivity_base), profile)
        }
        Benefit::Custom(benefit) => {
            let profile =
                profile(r, &benefit.lag_months, benefit.half_life_months.as_ref(), months);
            scaled(cautious(r.input(&benefit.annual_value)), profile)
        }
        Benefit::Retention(benefit) => {
            let leavers =
                ground.heads * r.input(&benefit.turnover) * r.input(&benefit.relative_reduction);
            let per_head = ground.payroll.over(ground.heads).unwrap_or_else(|| r.constant(0));
            let worth = r.input(&benefit.replacement_cost_share) * per_head;
            let active = active(r, &benefit.lag_months, months);
            let a_year_ago = std::iter::repeat_n(r.constant(0), 12).chain(active.iter().copied());
            let one_year = active.iter().zip(a_year_ago).map(|(&now, then)| now - then).collect();
            scaled(cautious(leavers * worth), one_year)
        }
    }
}

/// Adds month by month.
fn add<N: Arith>(total: &mut [N], months: &[N]) {
    for (total, &month) in total.iter_mut().zip(months) {
        *total = *total + month;
    }
}

fn present_value<R: Reading>(r: &R, months: &[R::N], discounts: &[R::N]) -> R::N {
    sum(r, months.iter().zip(discounts).map(|(&month, &discount)| month * discount))
}

/// F-4.8: what doing nothing costs: skills fade, and output with them. Never part of the value.
///
/// ```text
/// Σ_t base/12 · (1 − 0.5^(t / (12 · skillHalfLifeYears))) · sensitivity · probability · δ(t)
/// ```
fn inaction_cost<R: Reading>(r: &R, plan: &Plan, base: R::N, discounts: &[R::N]) -> R::N
where
    R::N: Real,
{
    let (zero, one, year) = (r.constant(0), r.constant(1), r.constant(12));
    let inaction = &plan.value.inaction;
    let kept = (zero - one / (year * r.input(&inaction.skill_half_life_years))).exp2();
    let scale = base / year * r.input(&inaction.sensitivity) * r.input(&inaction.probability);
    let mut left = one;
    let lost = discounts.iter().map(|_| {
        left = left * kept;
        scale * (one - left)
    });
    let lost: Vec<R::N> = lost.collect();
    present_value(r, &lost, discounts).named(Figure::InactionCost)
}

/// F-4.5 to F-4.8: months, present values, and the uplift at which the plan pays for itself.
///
/// ```text
/// cost        full cost / 12 in months 1 … 12
/// net         PV value − PV cost
/// RoV         net / PV cost                        a benefit-cost ratio of 3 is a return of 200 %
/// BCR         PV value / PV cost
/// break-even  max(0, (PV cost − PV of the other benefits) / PV of a whole uplift)
/// ```
///
/// Break-even needs no assumption about the size of the gain. It is `None` when uplift yields nothing.
///
/// Source: Phillips & Phillips, _ROI Basics_ (2005), for `RoV` and BCR.
pub fn value<R: Reading, E>(
    r: &R,
    plan: &Plan,
    ground: &Ground<R::N>,
    employee: Employee<E>,
) -> Value<R::N, E>
where
    R::N: Real + Scalar,
{
    let zero = r.constant(0);
    let discounts = discounts(r, plan);
    let mut monthly = vec![zero; discounts.len()];
    let mut monthly_of_uplift: Option<Vec<R::N>> = None;
    let mut benefits = Vec::with_capacity(plan.value.benefits.len());
    let mut of_others = zero;
    for (i, benefit) in plan.value.benefits.iter().enumerate() {
        let mut months = monthly_value(r, plan, ground, benefit);
        if let Benefit::Productivity(productivity) = benefit {
            match &mut monthly_of_uplift {
                Some(total) => add(total, &months),
                None => monthly_of_uplift = Some(months.clone()),
            }
            let uplift = r.input(&productivity.uplift);
            for month in &mut months {
                *month = *month * uplift;
            }
        }
        let present = present_value(r, &months, &discounts).named(Figure::BenefitPv(i));
        if !matches!(benefit, Benefit::Productivity(_)) {
            of_others = of_others + present;
        }
        benefits.push(BenefitValue { id: benefit.id().to_owned(), pv: present });
        add(&mut monthly, &months);
    }
    let monthly_of_uplift = monthly_of_uplift.unwrap_or_else(|| {
        let place = Place::Item(plan.value.benefits.len());
        let assumed = default_benefit(BenefitKind::Productivity, plan.country, place);
        monthly_value(r, plan, ground, &assumed)
    });
    let of_uplift = present_value(r, &monthly_of_uplift, &discounts).named(Figure::PvOfUplift);

    let monthly_cost = ground.full_cost / r.constant(12);
    let (mut cumulative_cost, mut cumulative_value) = (zero, zero);
    let mut months = Vec::with_capacity(discounts.len());
    for (month, (&value, &discount)) in (1..).zip(monthly.iter().zip(&discounts)) {
        let t = months.len();
        let cost = if t < 12 { monthly_cost } else { zero };
        cumulative_cost = cumulative_cost + cost * discount;
        cumulative_value = cumulative_value + value * discount;
        months.push(Month {
            month,
            cost: cost.named(Figure::MonthCost(t)),
            value: value.named(Figure::MonthValue(t)),
            cumulative_cost: cumulative_cost.named(Figure::MonthCumulativeCost(t)),
            cumulative_value: cumulative_value.named(Figure::MonthCumulativeValue(t)),
        });
    }
    let pv_cost = cumulative_cost.named(Figure::PvCost);
    let pv_value = cumulative_value.named(Figure::PvValue);
    let net = (pv_value - pv_cost).named(Figure::Net);
    let to_cover = (pv_cost - of_others).named(Figure::CostToCover);
    let break_even_uplift =
        to_cover.over_positive(of_uplift).map(|x| x.max(zero).named(Figure::BreakEvenUplift));
    if break_even_uplift.is_none() {
        to_cover.undefined(of_uplift, Figure::BreakEvenUplift);
    }
    Value {
        pv_value,
        pv_cost,
        net,
        rov: net.positive_ratio(pv_cost, Figure::Rov),
        bcr: pv_value.positive_ratio(pv_cost, Figure::Bcr),
        payback_month: payback_month(&months, pv_value, pv_cost),
        break_even_uplift,
        inaction_cost: inaction_cost(r, plan, ground.productivity_base, &discounts),
        months,
        benefits,
        employee,
    }
}

/// F-4.6: the first month whose discounted value so far reaches the whole discounted cost.
///
/// Sums of months differ from their closed form in the last digits: a billionth is let through.
fn payback_month<N: Scalar>(months: &[Month<N>], pv_value: N, pv_cost: N) -> Option<u32> {
    let (pv_value, pv_cost) = (pv_value.value(), pv_cost.value());
    if pv_cost <= 0.0 || pv_value <= 0.0 {
        return None;
    }
    let enough = pv_cost * (1.0 - 1e-9);
    let first = months.iter().find(|month| month.cumulative_value.value() >= enough);
    first.map(|month| month.month)
}
