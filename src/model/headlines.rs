//! The figures that managers see first: a few of the result, made without the rest of it. They are declared here.

use super::evaluation::{Budget, Evaluation, LearningTime, ProfCircles, Value};
use super::figures::Figure;
use super::result::Finish;

/// Where headlines stand in a result.
struct Parts<'r, N, C, M, V, E> {
    learning_time: &'r LearningTime<N, C>,
    prof_circles: &'r ProfCircles<N, C>,
    budget: &'r Budget<N, C, M>,
    value: &'r Value<V, E>,
}

/// A row for each headline: its short name and type, the figure that it is, and where that stands in the result.
macro_rules! headlines {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $figure:ident, $part:ident$(.$member:ident)+;)*) => {
        /// Figures of an [`Evaluation`](super::evaluation::Evaluation), bit for bit, under shorter names.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Headlines {
            $($(#[$doc])* pub $name: $type,)*
        }

        /// The figures of [`Headlines`], in their order.
        pub const HEADLINES: [Figure; [$(Figure::$figure),*].len()] = [$(Figure::$figure),*];

        impl Headlines {
            /// Those of a result, finished or in the numbers of a reading.
            pub(super) fn of<N, C, M, V, E>(
                learning_time: &LearningTime<N, C>,
                prof_circles: &ProfCircles<N, C>,
                budget: &Budget<N, C, M>,
                value: &Value<V, E>,
            ) -> Self
            where
                N: Copy + Finish<f64>,
                C: Copy + Finish<u64>,
                M: Copy + Finish<f64>,
                V: Copy + Finish<f64>,
            {
                let result = Parts { learning_time, prof_circles, budget, value };
                Self { $($name: result.$part$(.$member)+.finish(),)* }
            }

            /// All of them in the order of [`HEADLINES`]; NaN for what is not defined.
            pub fn numbers(&self) -> [f64; HEADLINES.len()] {
                [$(self.$name.or_nan(),)*]
            }
        }
    };
}

headlines! {
    /// `learningTime.hoursPerEmployee`
    hours_per_employee: Option<f64> = HoursPerEmployee, learning_time.hours_per_employee;
    /// `learningTime.daysPerFte`
    days_per_fte: Option<f64> = DaysPerFte, learning_time.days_per_fte;
    /// `profCircles.circles`
    circles: u64 = Circles, prof_circles.circles;
    /// `profCircles.sessions`
    sessions: u64 = Sessions, prof_circles.sessions;
    /// `budget.cash`, in €
    cash: f64 = Cash, budget.cash;
    /// `budget.full`, in €
    full: f64 = Full, budget.full;
    /// `budget.perEmployee.cash`, in €
    cash_per_employee: Option<f64> = CashPerEmployee, budget.per_employee.cash;
    /// `budget.gap`, in €
    gap: Option<f64> = Gap, budget.gap;
    /// `value.pvCost`, in €
    pv_cost: f64 = PvCost, value.pv_cost;
    /// `value.pvValue`, in €
    pv_value: f64 = PvValue, value.pv_value;
    /// `value.net`, in €
    net: f64 = Net, value.net;
    /// `value.rov`
    rov: Option<f64> = Rov, value.rov;
    /// `value.breakEvenUplift`
    break_even_uplift: Option<f64> = BreakEvenUplift, value.break_even_uplift;
    /// `value.paybackMonth`
    payback_month: Option<u32> = PaybackMonth, value.payback_month;
    /// `value.inactionCost`, in €
    inaction_cost: f64 = InactionCost, value.inaction_cost;
}

impl Headlines {
    /// Those of an evaluation that there is already.
    pub(crate) fn of_evaluation(evaluation: &Evaluation) -> Self {
        let Evaluation { learning_time, prof_circles, budget, value, .. } = evaluation;
        Self::of(learning_time, prof_circles, budget, value)
    }
}

/// A headline as a double.
trait OrNan {
    /// NaN when it is not defined.
    fn or_nan(self) -> f64;
}

impl OrNan for f64 {
    fn or_nan(self) -> f64 {
        self
    }
}

impl OrNan for u32 {
    fn or_nan(self) -> f64 {
        self.into()
    }
}

impl OrNan for u64 {
    fn or_nan(self) -> f64 {
        self as f64
    }
}

impl<T: OrNan> OrNan for Option<T> {
    fn or_nan(self) -> f64 {
        self.map_or(f64::NAN, OrNan::or_nan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::evaluate;
    use crate::plan::{Document, Plan};

    /// A row names a figure and where it stands in the result; this is the same place.
    #[test]
    fn each_is_the_figure_of_its_id() {
        for plan in [
            include_str!("../../examples/kmo.json"),
            include_str!("../../examples/woonzorgcentrum.json"),
        ] {
            let plan = Plan::read(&Document::parse(plan).unwrap()).unwrap();
            let evaluation = evaluate(&plan).unwrap();
            let result = serde_json::to_value(&evaluation).unwrap();
            let numbers = Headlines::of_evaluation(&evaluation).numbers();
            for (figure, number) in HEADLINES.into_iter().zip(numbers) {
                let path = format!("/{}", figure.id().replace('.', "/"));
                let expected = result.pointer(&path).unwrap().as_f64();
                assert_eq!(Some(number).filter(|number| !number.is_nan()), expected, "{figure}");
            }
        }
    }

    /// The hand-written TypeScript names the same figures.
    #[test]
    fn typescript_has_the_same() {
        let types = include_str!("../../npm/index.d.ts");
        let (_, types) = types.split_once("export interface Headlines {").unwrap();
        let (types, _) = types.split_once("\n}").unwrap();
        let quoted = types.split('\'').skip(1).step_by(2);
        let mut names: Vec<_> = quoted.filter(|&name| name != "perEmployee").collect();
        let ids = HEADLINES.map(Figure::key);
        let mut expected = ids.map(|id| id.rsplit('.').next().unwrap());
        names.sort_unstable();
        expected.sort_unstable();
        assert_eq!(names, expected);
    }
}
