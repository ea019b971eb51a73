//! The model: pure formulas, one file per part of the plan, and the result they make.

pub mod arith;
pub mod budget;
pub mod evaluation;
pub mod exact;
pub mod figures;
pub mod learning_time;
mod natural;
pub mod prof_circles;
pub mod return_on_value;
mod seal;
pub mod trace;
mod warnings;

use std::collections::BTreeSet;

use arith::{Doubles, Reading, Scalar};
use evaluation::Evaluation;
use exact::{Arena, Exact, Rationals};
use return_on_value::{Ground, Value};
use trace::{Record, Tape, Trace};

use crate::Decimal;
use crate::plan::{Code, InputError, InputErrors, Plan};

/// No line, given total or payroll may be above this, in euros.
const MAX_AMOUNT: f64 = 1e10;
/// No sum of lines may be above this, in euros: 2⁵³ cents are just more.
const MAX_TOTAL: f64 = 9e13;
/// Counts above this have no exact double.
const MAX_COUNT: u64 = (1 << 53) - 1;

/// Hours, circles and money of a plan, in the numbers of one reading.
pub struct Figures<N> {
    pub time: learning_time::LearningTime<N>,
    pub circles: prof_circles::ProfCircles<N>,
    pub budget: budget::Budget<N>,
    pub ground: Ground<N>,
}

/// Everything but Return on Value.
pub fn figures<R: Reading>(r: &R, plan: &Plan) -> Figures<R::N> {
    let time = learning_time::learning_time(r, plan);
    let circles = prof_circles::prof_circles(r, plan, &time);
    let budget = budget::budget(r, plan, &time, &circles);
    let ground = Ground {
        productivity_base: return_on_value::productivity_base(r, plan, &time),
        full_cost: budget.full,
        heads: time.heads,
        payroll: budget.payroll,
    };
    Figures { time, circles, budget, ground }
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
    let arena = Arena::default();
    let (figures, value) = read(plan, &arena, None);
    let mut evaluation = seal::evaluation(plan, &figures, &value);
    let errors = beyond_limits(plan, &figures, &evaluation);
    if !errors.is_empty() {
        return Err(InputErrors { errors });
    }
    evaluation.warnings = warnings::warnings(plan, &figures, &evaluation);
    Ok(evaluation)
}

/// Reads all formulas: hours and money exactly, Return on Value in doubles; onto a tape if there is one.
pub fn read<'t>(
    plan: &Plan,
    arena: &'t Arena,
    tape: Option<&'t Tape>,
) -> (Figures<Trace<'t, Exact<'t>>>, Value<Trace<'t, f64>>) {
    let figures = figures(&Record { reading: Rationals(arena), tape }, plan);
    let ground = figures.ground.map(|trace| trace.map(Scalar::value));
    let value = return_on_value::value(&Record { reading: Doubles, tape }, plan, &ground);
    (figures, value)
}

fn too_large(path: String, max: f64) -> InputError {
    let limit = Decimal::whole(if max == MAX_AMOUNT { 10 } else { 90_000 });
    let message = format!("this gives an amount above the limit of {limit} billion euros");
    InputError::new(path, Code::TooLarge, message)
}

/// What is larger than the document's limits, by the input that it comes from.
fn beyond_limits<N>(plan: &Plan, figures: &Figures<N>, evaluation: &Evaluation) -> Vec<InputError> {
    let (budget, circles) = (&evaluation.budget, &evaluation.prof_circles);
    let mut errors = Vec::new();
    let counts = [circles.circles, circles.sessions, circles.facilitators];
    if counts.iter().any(|&count| count > MAX_COUNT) {
        let message = format!("this gives a count above {MAX_COUNT}");
        errors.push(
            InputError::new("profCircles.facilitatorsPerCircle", Code::TooLarge, message)
                .example("1"),
        );
    }
    let origin_of = |line: &budget::Line<N>| plan_path(plan, line.item);
    let mut named = BTreeSet::new();
    let mut largest = ("groups".to_owned(), 0.0);
    for (sealed, line) in budget.lines.iter().zip(&figures.budget.lines) {
        let amount = sealed.amount.abs();
        if amount > MAX_AMOUNT {
            let path = origin_of(line);
            if named.insert(path.clone()) {
                errors.push(too_large(path, MAX_AMOUNT));
            }
        } else if amount > largest.1 {
            largest = (origin_of(line), amount);
        }
    }
    if budget.payroll > MAX_AMOUNT {
        errors.push(too_large("budget.payroll".to_owned(), MAX_AMOUNT));
    }
    let totals = [budget.cash, budget.full, budget.reported, budget.expected_spend];
    if errors.is_empty() && totals.iter().any(|total| total.abs() > MAX_TOTAL) {
        errors.push(too_large(largest.0, MAX_TOTAL));
    }
    errors
}

/// The input that a line comes from.
fn plan_path(plan: &Plan, item: budget::Item) -> String {
    use budget::Item;
    let group = |i: usize| plan.groups.get(i).map(|group| group.labour_cost_per_hour.path());
    match item {
        Item::ParticipantTime(i) | Item::TalkLeaders(i) | Item::Replacement(i) => group(i),
        Item::Margin(i) => plan.groups.get(i).map(|group| group.billable_margin_per_hour.path()),
        Item::FacilitationInternal => Some(plan.facilitation.internal_cost_per_hour.path()),
        Item::FacilitationExternal => Some(plan.facilitation.external_rate_per_hour.path()),
        Item::Cost(i) => plan.costs.get(i).map(|line| line.amount.path()),
        Item::Contingency => Some(plan.budget.contingency.path()),
        Item::TrainingFundLevy => Some(plan.budget.training_fund_levy.path()),
        Item::Subsidy(i) => plan.subsidies.get(i).map(|subsidy| subsidy.amount.path()),
    }
    .unwrap_or_default()
}
