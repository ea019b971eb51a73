//! The model: pure formulas, one file per part of the plan, and the result they make.

pub mod evaluation;
pub mod figures;
mod finish;
pub mod formulas;
pub mod headlines;
pub mod readings;
mod result;
pub mod warnings;

use std::collections::BTreeSet;

use evaluation::Evaluation;
use figures::Figure;
use formulas::lines::Item;
use formulas::return_on_value::{self, Ground, Value};
use formulas::{budget, employee, learning_time, prof_circles};
use headlines::Headlines;
use readings::arith::{Doubles, Reading, Scalar};
use readings::exact::{Arena, Exact, Rationals};
use readings::trace::{Record, Tape, Trace};
use result::{Cents, Finish};

use crate::decimal::Decimal;
use crate::plan::{self, Code, Input, InputError, InputErrors, Plan};

/// The version of the formulas, the defaults and the reference data.
///
/// Another one means other figures; see the changelog. A new one is added to the words of [`link`](crate::link).
pub const MODEL: &str = "2026.1";

/// No line, given total or payroll may be above this.
const AMOUNT: Limit =
    Limit { euros: 1e10, said: "10 billion", max: Some(Decimal::literal("10000000000")) };
/// No sum of lines may be above this: 2⁵³ cents are just more. It is more than a decimal of a document may be.
const TOTAL: Limit = Limit { euros: 9e13, said: "90000 billion", max: None };
/// Counts above this have no exact double.
const MAX_COUNT: u64 = (1 << 53) - 1;

/// Hours, circles and money of a plan, in the numbers of one reading.
pub struct Figures<N> {
    pub time: learning_time::Time<N>,
    pub circles: prof_circles::Circles<N>,
    pub money: budget::Money<N>,
    pub employee: employee::Employee<N>,
    pub ground: Ground<N>,
}

/// The parts of the result, in the numbers of one reading; Return on Value in those of another.
pub struct Parts<N, M> {
    pub time: learning_time::Time<N>,
    pub circles: prof_circles::Circles<N>,
    pub money: budget::Money<N>,
    pub value: Value<M, N>,
}

/// Everything but Return on Value.
pub fn figures<R: Reading<N: Scalar>>(r: &R, plan: &Plan) -> Figures<R::N> {
    let time = learning_time::learning_time(r, plan);
    let circles = prof_circles::prof_circles(r, plan, &time);
    let money = budget::budget(r, plan, &time, &circles.of_all);
    let ground = Ground {
        productivity_base: return_on_value::productivity_base(r, plan, &time),
        full_cost: money.budget.full.0,
        heads: time.heads,
        payroll: money.budget.payroll,
    };
    let employee = employee::employee(r, plan, &time);
    Figures { time, circles, money, employee, ground }
}

/// Everything that follows from a plan.
///
/// People, hours, circles and money are exact; Return on Value starts from rounded lines, in doubles.
///
/// # Errors
///
/// `too-large` when a line, the payroll or a total is above the limits; the path names the input that
/// it comes from.
pub fn evaluate(plan: &Plan) -> Result<Evaluation, InputErrors> {
    evaluate_on(plan, None)
}

/// [`evaluate`], with every step noted on a tape if there is one.
pub fn evaluate_on(plan: &Plan, tape: Option<&Tape>) -> Result<Evaluation, InputErrors> {
    let arena = Arena::default();
    let parts = read(plan, &arena, tape);
    within_limits(plan, &parts)?;
    Ok(finish::evaluation(plan, parts))
}

/// One figure of [`evaluate`]; `None` when it is undefined.
///
/// # Errors
///
/// As [`evaluate`].
pub fn value_of(plan: &Plan, figure: Figure) -> Result<Option<f64>, InputErrors> {
    let tape = Tape::of_value(figure);
    evaluate_on(plan, Some(&tape))?;
    Ok(tape.heard())
}

/// The figures of [`evaluate`] that managers see first, and nothing else.
///
/// # Errors
///
/// As [`evaluate`].
pub fn headlines(plan: &Plan) -> Result<Headlines, InputErrors> {
    // Not in the reading of `evaluate`: without room for a tape numbers are half as large, and this is
    // what runs under a slider.
    let arena = Arena::default();
    let Figures { time, circles, money, employee, ground } = figures(&Rationals(&arena), plan);
    let value = return_on_value::value(&Doubles, plan, &ground.map(Scalar::value), employee);
    let parts = Parts { time, circles, money, value };
    within_limits(plan, &parts)?;
    let Parts { time, circles, money, value } = &parts;
    Ok(Headlines::of(&time.learning, &circles.of_all, &money.budget, value))
}

/// Reads all formulas: hours and money exactly, Return on Value in doubles; onto a tape if there is one.
fn read<'t>(
    plan: &Plan,
    arena: &'t Arena,
    tape: Option<&'t Tape>,
) -> Parts<Trace<'t, Exact<'t>>, Trace<'t, f64>> {
    let Figures { time, circles, money, employee, ground } =
        figures(&Record { reading: Rationals(arena), tape }, plan);
    let ground = ground.map(|trace| trace.map(Scalar::value));
    let value = return_on_value::value(&Record { reading: Doubles, tape }, plan, &ground, employee);
    Parts { time, circles, money, value }
}

/// The most that an amount may be.
struct Limit {
    euros: f64,
    /// In words, in euros.
    said: &'static str,
    /// The same as a value of the document.
    max: Option<Decimal>,
}

fn too_large(input: Option<&Input>, path: &str, limit: &Limit) -> InputError {
    let message = format!("this gives an amount above the limit of {} euros", limit.said);
    let path = input.map_or_else(|| path.to_owned(), Input::path);
    let mut error = InputError::new(path, Code::TooLarge, message);
    error.max = limit.max;
    error.example = input.map(|input| plan::example_of(input.field));
    error
}

fn euros<N: Scalar>(amount: Cents<N>) -> f64 {
    amount.finish()
}

/// Refuses what is larger than the document's limits, by the input that it comes from.
fn within_limits<N: Scalar, M>(plan: &Plan, parts: &Parts<N, M>) -> Result<(), InputErrors> {
    let (circles, budget) = (&parts.circles.of_all, &parts.money.budget);
    let mut errors = Vec::new();
    let counts = [circles.circles, circles.sessions, circles.facilitators];
    if counts.iter().any(|count| count.in_whole() > MAX_COUNT) {
        let message = format!("this gives a count above {MAX_COUNT}");
        let path = "profCircles.facilitatorsPerCircle";
        errors.push_mut(InputError::new(path, Code::TooLarge, message)).example("1");
    }
    let mut named = BTreeSet::new();
    let (mut largest, mut largest_amount) = (None, 0.0);
    for line in &parts.money.lines {
        let amount = euros(Cents(line.amount)).abs();
        if amount > AMOUNT.euros {
            let error = too_large(origin(plan, line.item), "groups", &AMOUNT);
            if named.insert(error.path.clone()) {
                errors.push(error);
            }
        } else if amount > largest_amount {
            (largest, largest_amount) = (Some(line.item), amount);
        }
    }
    if budget.payroll.value() > AMOUNT.euros {
        errors.push(too_large(plan.budget.payroll.as_ref(), "budget.payroll", &AMOUNT));
    }
    let totals = [budget.cash, budget.full, budget.reported, budget.expected_spend];
    let is_too_large = |total: &Cents<N>| euros(*total).abs() > TOTAL.euros;
    if errors.is_empty() && totals.iter().any(is_too_large) {
        let input = largest.and_then(|item| origin(plan, item));
        errors.push(too_large(input, "groups", &TOTAL));
    }
    if errors.is_empty() { Ok(()) } else { Err(InputErrors { errors }) }
}

/// The input that a line comes from.
fn origin(plan: &Plan, item: Item) -> Option<&Input> {
    let group = |i: usize| plan.groups.get(i);
    Some(match item {
        Item::ParticipantTime(i) | Item::TalkLeaders(i) | Item::Replacement(i) => {
            &group(i)?.labour_cost_per_hour
        }
        Item::Margin(i) => &group(i)?.billable_margin_per_hour,
        Item::FacilitationInternal => &plan.facilitation.internal_cost_per_hour,
        Item::FacilitationExternal => &plan.facilitation.external_rate_per_hour,
        Item::Cost(i) => &plan.costs.get(i)?.amount,
        Item::Contingency => &plan.budget.contingency,
        Item::TrainingFundLevy => &plan.budget.training_fund_levy,
        Item::Subsidy(i) => &plan.subsidies.get(i)?.amount,
    })
}
