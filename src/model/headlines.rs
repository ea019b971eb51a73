//! The figures that managers see first: a few of the result, made without the rest of it.

use super::evaluation::{Budget, Evaluation, LearningTime, ProfCircles, Value};
use super::finish::Finish;

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
    /// Those of a result, finished or in the numbers of a reading.
    pub(super) fn of<N, C, M, V, E>(
        time: &LearningTime<N, C>,
        circles: &ProfCircles<N, C>,
        budget: &Budget<N, C, M>,
        value: &Value<V, E>,
    ) -> Self
    where
        N: Copy + Finish<f64>,
        C: Copy + Finish<u64>,
        M: Copy + Finish<f64>,
        V: Copy + Finish<f64>,
    {
        Self {
            hours_per_employee: time.hours_per_employee.finish(),
            days_per_fte: time.days_per_fte.finish(),
            circles: circles.circles.finish(),
            sessions: circles.sessions.finish(),
            cash: budget.cash.finish(),
            full: budget.full.finish(),
            cash_per_employee: budget.per_employee.cash.finish(),
            gap: budget.gap.finish(),
            pv_cost: value.pv_cost.finish(),
            pv_value: value.pv_value.finish(),
            net: value.net.finish(),
            rov: value.rov.finish(),
            break_even_uplift: value.break_even_uplift.finish(),
            payback_month: value.payback_month,
            inaction_cost: value.inaction_cost.finish(),
        }
    }

    /// Those of an evaluation that there is already.
    pub(crate) fn of_evaluation(evaluation: &Evaluation) -> Self {
        let Evaluation { learning_time, prof_circles, budget, value, .. } = evaluation;
        Self::of(learning_time, prof_circles, budget, value)
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
