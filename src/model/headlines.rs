//! The figures that managers see first: a few of the result, made without the rest of it.

use super::Figures;
use super::evaluation::Evaluation;
use super::finish::{euros, payback_month, ratio};
use super::formulas::return_on_value::Value;
use super::readings::arith::Scalar;

/// Figures of an [`Evaluation`](super::evaluation::Evaluation), bit for bit, under shorter names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headlines {
    /// `learningTime.hoursPerEmployee`
    pub hours_per_employee: Option<f64>,
    /// `learningTime.daysPerFte`
    pub days_per_fte: Option<f64>,
    /// `profCircles.circles`
    pub circles: u64,
    /// `profCircles.sessions`
    pub sessions: u64,
    /// `budget.cash`, in €
    pub cash: f64,
    /// `budget.full`, in €
    pub full: f64,
    /// `budget.perEmployee.cash`, in €
    pub cash_per_employee: Option<f64>,
    /// `budget.gap`, in €
    pub gap: Option<f64>,
    /// `value.pvCost`, in €
    pub pv_cost: f64,
    /// `value.pvValue`, in €
    pub pv_value: f64,
    /// `value.net`, in €
    pub net: f64,
    /// `value.rov`
    pub rov: Option<f64>,
    /// `value.breakEvenUplift`
    pub break_even_uplift: Option<f64>,
    /// `value.paybackMonth`
    pub payback_month: Option<u32>,
    /// `value.inactionCost`, in €
    pub inaction_cost: f64,
}

impl Headlines {
    pub(super) fn new<N: Scalar, M: Scalar>(figures: &Figures<N>, value: &Value<M>) -> Self {
        let Figures { time, circles, budget, .. } = figures;
        Self {
            hours_per_employee: ratio(time.per_employee),
            days_per_fte: ratio(time.days_per_fte),
            circles: circles.circles.in_whole(),
            sessions: circles.sessions.in_whole(),
            cash: euros(budget.cash),
            full: euros(budget.full),
            cash_per_employee: ratio(budget.per_employee.cash),
            gap: budget.gap.map(euros),
            pv_cost: value.pv_cost.value(),
            pv_value: value.pv_value.value(),
            net: value.net.value(),
            rov: ratio(value.rov),
            break_even_uplift: ratio(value.break_even_uplift),
            payback_month: payback_month(value),
            inaction_cost: value.inaction_cost.value(),
        }
    }

    /// Those of an evaluation that there is already.
    pub(crate) fn of(evaluation: &Evaluation) -> Self {
        let Evaluation { learning_time, prof_circles, budget, value, .. } = evaluation;
        Self {
            hours_per_employee: learning_time.hours_per_employee,
            days_per_fte: learning_time.days_per_fte,
            circles: prof_circles.circles,
            sessions: prof_circles.sessions,
            cash: budget.cash,
            full: budget.full,
            cash_per_employee: budget.per_employee.cash,
            gap: budget.gap,
            pv_cost: value.pv_cost,
            pv_value: value.pv_value,
            net: value.net,
            rov: value.rov,
            break_even_uplift: value.break_even_uplift,
            payback_month: value.payback_month,
            inaction_cost: value.inaction_cost,
        }
    }

    /// All of them in this order; NaN for what is not defined.
    pub fn numbers(&self) -> [f64; 15] {
        let or_nan = |number: Option<f64>| number.unwrap_or(f64::NAN);
        [
            or_nan(self.hours_per_employee),
            or_nan(self.days_per_fte),
            self.circles as f64,
            self.sessions as f64,
            self.cash,
            self.full,
            or_nan(self.cash_per_employee),
            or_nan(self.gap),
            self.pv_cost,
            self.pv_value,
            self.net,
            or_nan(self.rov),
            or_nan(self.break_even_uplift),
            or_nan(self.payback_month.map(f64::from)),
            self.inaction_cost,
        ]
    }
}
