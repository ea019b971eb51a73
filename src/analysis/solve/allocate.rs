//! A cash budget over the components of learning, for the highest expected value.
//!
//! In the model the value of a plan does not depend on its hours (F-4.2): net value alone would always ask for as
//! little learning as can be. For this question only, we assume that value grows in proportion to learning hours:
//!
//! ```text
//! expected value(x) = PV value(plan) · Σ effect · hours(x) / Σ effect · hours(plan)
//! net(x)            = expected value(x) − PV cost(x)
//! ```
//!
//! summed over the components, with an effect of 1 unless the caller knows better: our assumption ("onze
//! aanname"). At the plan's own point that is the net value of `evaluate`. Where the plan has ranges, the present
//! values are means over samples.
//!
//! Hours are linear in each component, and cost is but for cents and for subsidies that end at a cap, so that cost
//! bends upwards. For each whole number of sessions that makes a small linear program, in which the bends are
//! planes that touch the cost where it was looked at. What comes out is rounded down and evaluated.

use columns::spread;
use serde::Serialize;

use super::simplex::{self, Bound};
use super::{Steps, WITHIN, find};
use crate::analysis::request::{Request, missing};
use crate::analysis::simulate::{Options, Sampler, ranges};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model;
use crate::model::evaluation::ByComponent;
use crate::model::figures::Figure;
use crate::plan::{
    Code, Field, Input, InputError, InputErrors, Node, Origin, Path, Place, Plan, Unit, schema,
};
use crate::rules::{Aspect, Checks, Outcome, check};

/// The inputs that the budget is spread over, in the order of [`ByComponent`].
static INPUTS: [&Field; COUNT] = [
    &schema::WEEK_CYCLES_COUNT,
    &schema::SESSIONS,
    &schema::PROF_TRACK_HOURS,
    &schema::FORMAL_HOURS,
    &schema::DEVELOPMENT_TALKS_HOURS,
];
const COUNT: usize = 5;
/// Places in [`INPUTS`].
const SESSIONS: usize = 1;
const FORMAL: usize = 3;
/// Sessions that are looked at unless the caller says otherwise: from one in each term, as what meets less often is no
/// circle, to one a month.
const SESSIONS_A_YEAR: [Decimal; 2] = [Decimal::whole(3), Decimal::whole(12)];
/// Budgets between the cheapest and the dearest of the curve, and one.
const BUDGETS: u32 = 20;
/// How often cost is looked at again for one budget. Each time one more bend is known, and there are few.
const LOOKS: usize = 16;
/// How often a budget is narrowed by the cents that rounded lines were above it.
const TRIES: usize = 8;
/// So many samples say which values are better than others; what is told of the answer rests on all.
const FEW: u32 = 1024;
/// Rounding down takes less than this from a component.
const ROUNDED: f64 = 2e-6;
/// What rounded lines may be less in all than those that are not, in €; what is a cent too dear is found out.
const HALF_CENTS: f64 = 0.05;
/// What a rule asks of hours that must be there at all.
const SOME_HOURS: f64 = 0.01;

/// A cash budget that is to be spread.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Allocation {
    /// The budget; without it, the plan's own.
    pub available: Option<Decimal>,
    /// What is said of components; the others have the bounds of the table of defaults and an effect of 1.
    pub components: Vec<Part>,
    /// How expected values are told: points, seed, and whether defaults are not known either.
    pub options: Options,
}

/// What is said of one component of learning.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its input, like `learning.formal.hours`.
    pub input: String,
    /// The lowest value; without it, the lowest that is realistic.
    pub low: Option<Decimal>,
    /// The highest value; without it, the highest that is realistic.
    pub high: Option<Decimal>,
    /// How much an hour of it yields, against an hour of another component.
    pub effect: f64,
}

/// A cash budget, spread over the components of learning.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Allocated {
    /// The budget, in €.
    pub available: Decimal,
    /// What each component gets, in the order of `learningTime.byComponent`.
    pub components: Vec<AllocatedComponent>,
    /// The cash budget that the plan then has, in €: `budget.cash`.
    pub cash: f64,
    /// The expected value less the present value of the cost, in €.
    pub net: f64,
    /// The expected present value of the benefits, in proportion to the hours of learning, in €.
    pub expected_value: f64,
    /// The same of the plan as it is.
    pub current: AllocatedSum,
    /// Whether the budget is enough; else this is the cheapest within the bounds.
    pub reached: bool,
    /// The rules that are then not met, by their ids.
    pub unmet: Vec<&'static str>,
    /// What other budgets yield, the lowest first: from the cheapest that keeps every minimum that can be kept, to
    /// the highest that still yields more.
    pub curve: Vec<Tradeoff>,
}

/// What one component of learning gets.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AllocatedComponent {
    /// Its input, like `learning.formal.hours`.
    pub input: Path,
    /// The value that it gets.
    pub value: Decimal,
    /// The lowest value that was looked at.
    pub low: Decimal,
    /// The highest value that was looked at.
    pub high: Decimal,
    /// The plan's own value.
    pub current: Decimal,
    /// What the value counts.
    pub unit: Unit,
    /// How much an hour of it yields, against an hour of another component.
    pub effect: f64,
    /// Hours of learning that it then has, over everyone.
    pub hours: f64,
    /// What the cash budget would be less without it, in €.
    pub cash: f64,
}

/// Money of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AllocatedSum {
    /// The cash budget, in €.
    pub cash: f64,
    /// The expected value less the present value of the cost, in €.
    pub net: f64,
    /// The expected present value of the benefits, in €.
    pub expected_value: f64,
}

/// The best that one budget yields.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tradeoff {
    /// The budget, in €.
    pub available: f64,
    /// What of it is spent, in €.
    pub cash: f64,
    /// The expected value less the present value of the cost, in €.
    pub net: f64,
    /// The expected present value of the benefits, in €.
    pub expected_value: f64,
}

impl Allocation {
    /// A request as data: `{ available, components: [{ input, low, high, effect }], points, seed, defaultRanges }`,
    /// each of which may be left out.
    ///
    /// # Errors
    ///
    /// As a plan's, with the option as the path.
    pub fn read(node: &Node) -> Result<Self, InputErrors> {
        let mut request = Request::new(node, "");
        let most = schema::AVAILABLE.bounds.max.unwrap_or(Decimal::LIMIT);
        let available = request.number("available", Decimal::ZERO, most);
        let components = request.list("components", |mut part| {
            let input = part.text("input", schema::FORMAL_HOURS.path);
            if input.is_none() {
                part.refuse(missing(part.path(), "input", schema::FORMAL_HOURS.path));
            }
            let low = part.number("low", Decimal::LOWEST, Decimal::LIMIT);
            let high = part.number("high", Decimal::LOWEST, Decimal::LIMIT);
            let effect = part.number("effect", Decimal::ZERO, Decimal::whole(1000));
            let effect = effect.map_or(1.0, Decimal::to_f64);
            let part_of = input.map(|input| Part { input: input.to_owned(), low, high, effect });
            part.finish(part_of)
        });
        let options = Options::of_samples(&mut request);
        request.finish(Some(Self { available, components, options }))
    }
}

/// Spreads a cash budget over the components of learning, for the highest expected value that keeps every legal
/// minimum that can be kept.
///
/// ```
/// # let document = jaarplan::Document::parse(
/// #     r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
/// #          "groups": [{ "headcount": 120, "fte": 96.5 }] }"#)?;
/// # let plan = jaarplan::Plan::read(&document)?;
/// use jaarplan::solve::{Allocation, allocate};
/// let available = jaarplan::Decimal::read("90000").ok();
/// let spread = allocate(&plan, &Allocation { available, ..Allocation::default() })?;
/// assert!(spread.reached && spread.cash <= 90_000.0 && spread.net >= spread.current.net);
/// # Ok::<(), jaarplan::InputErrors>(())
/// ```
///
/// # Errors
///
/// `missing` without any budget; `unknown-id` for an input that is no component; `out-of-range` for bounds; else
/// as [`evaluate`](crate::model::evaluate) and [`simulate`](crate::analysis::simulate::simulate).
pub fn allocate(plan: &Plan, allocation: &Allocation) -> Result<Allocated, InputErrors> {
    let given = allocation.available.or(plan.budget.available.map(|input| input.likely));
    let available = given.ok_or_else(|| missing("", "available", "90000"))?;
    let mut planner = Planner::new(plan, allocation)?;
    let budget = available.to_f64();
    let all = planner.minimums_within(f64::INFINITY);
    let kept = planner.minimums_within(budget);
    let found = match planner.point(budget, &kept)? {
        None => planner.point(budget, &[])?,
        found => found,
    };
    let cheapest = planner.cheapest(&all);
    let reached = found.is_some();
    let (point, sum) = if let Some(found) = found {
        found
    } else {
        let cheapest = planner.cheapest(&[]);
        (cheapest, planner.sum(cheapest)?)
    };
    let checks = check(&planner.plan_at(point));
    let not_met = checks.checks.iter().filter(|check| check.outcome == Outcome::NotMet);
    Ok(Allocated {
        available,
        components: planner.components(point)?,
        cash: sum.cash,
        net: sum.net,
        expected_value: sum.expected_value,
        current: planner.current,
        reached: reached && sum.cash <= budget,
        unmet: not_met.map(|check| check.rule).collect(),
        curve: planner.curve(cheapest, &all)?,
    })
}

/// A value of each component.
type Values = [Decimal; COUNT];
/// The same, on the way.
type Point = [f64; COUNT];

/// `base + Σ slopes · x`
#[derive(Clone, Copy, Debug)]
struct Plane {
    base: f64,
    slopes: Point,
}

impl Plane {
    fn at(&self, x: &Point) -> f64 {
        self.base + dot(&self.slopes, x)
    }
}

fn dot(one: &Point, other: &Point) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

struct Planner<'p> {
    plan: &'p Plan,
    /// As the caller says of each component.
    effects: Point,
    own: Values,
    current: AllocatedSum,
    low: Values,
    high: Values,
    /// The plan with everything likely, and with ranges where it has some.
    likely: Sampler,
    ranging: Option<Sampler>,
    /// The present value of the benefits, and the hours that it stands for; each hour counts by its effect.
    worth: f64,
    hours: f64,
    value: Plane,
    /// Cash and cost are at least each of these.
    cash: Vec<Plane>,
    cost: Vec<Plane>,
    /// By how many hours each legal minimum is met.
    minimums: Vec<Plane>,
}

impl<'p> Planner<'p> {
    fn new(plan: &'p Plan, allocation: &Allocation) -> Result<Self, InputErrors> {
        let mut effects = [1.0; COUNT];
        let (mut own, mut low, mut high) =
            ([Decimal::ZERO; COUNT], [Decimal::ZERO; COUNT], [Decimal::ZERO; COUNT]);
        let parts = &allocation.components;
        for (at, part) in parts.iter().enumerate() {
            let is_known = INPUTS.iter().any(|field| field.path == part.input);
            let is_twice = parts.iter().take(at).any(|other| other.input == part.input);
            if !is_known || is_twice {
                return Err(not_a_component(at, &part.input, is_known));
            }
        }
        let each = effects.iter_mut().zip(&mut own).zip(low.iter_mut().zip(&mut high));
        for (field, ((effect, own), (low, high))) in INPUTS.iter().zip(each) {
            let Some(input) = find(plan, field.path) else { broken("every plan has these inputs") };
            let place = parts.iter().position(|part| part.input == field.path);
            let part = place.and_then(|at| parts.get(at));
            let asked = part.map_or([None; 2], |part| [part.low, part.high]);
            let steps = Steps::of(&input);
            let [least, most] = SESSIONS_A_YEAR;
            // Never more than the plan has itself.
            let least = least.min(input.likely);
            let usual = (**field == schema::SESSIONS).then_some((least, most));
            let range = steps.range(&input, plan.country, usual, asked).map_err(|mut errors| {
                let Some(place) = place else { broken(WITHIN) };
                for error in &mut errors.errors {
                    error.path = format!("components[{place}].{}", error.path);
                }
                errors
            })?;
            *effect = part.map_or(1.0, |part| part.effect);
            *own = input.likely;
            [*low, *high] = range.map(|end| steps.value(end));
        }
        let paths = INPUTS.map(|field| Path::of(field, Place::Plan));
        let mut bounds = Vec::with_capacity(COUNT);
        for (path, (&low, &high)) in paths.iter().zip(low.iter().zip(&high)) {
            bounds.push((path, [low, high]));
        }
        let mut settled = plan.clone();
        settled.inputs_mut(&mut |input| (input.low, input.high) = (input.likely, input.likely));
        let likely = Sampler::varying(&settled, &Options::default(), &bounds)?;
        let mut unsure = with(plan, own);
        let is_unsure = !ranges(&mut unsure, allocation.options.default_ranges).is_empty();
        let ranging = if is_unsure {
            Some(Sampler::varying(plan, &allocation.options, &bounds)?)
        } else {
            None
        };
        let flat = Plane { base: 0.0, slopes: [0.0; COUNT] };
        let mut planner = Self {
            plan,
            effects,
            own,
            current: AllocatedSum { cash: 0.0, net: 0.0, expected_value: 0.0 },
            low,
            high,
            likely,
            ranging,
            worth: 0.0,
            hours: 0.0,
            value: flat,
            cash: Vec::new(),
            cost: Vec::new(),
            minimums: Vec::new(),
        };
        planner.look_at_all()?;
        planner.current = planner.sum(own)?;
        Ok(planner)
    }

    /// What is linear, and a first plane of what is not.
    fn look_at_all(&mut self) -> Result<(), InputErrors> {
        let own = check(self.plan);
        let (low, start) = (self.low, self.low.map(Decimal::to_f64));
        let at_low = self.hours_at(low)?;
        let minimums_at = |planner: &Self, values, hours: &Point| {
            minimums(&check(&planner.plan_at(values)), &own, hours)
        };
        let met = minimums_at(self, low, &at_low);
        let flat = |base: f64| Plane { base, slopes: [0.0; COUNT] };
        self.minimums = met.iter().map(|&base| flat(base)).collect();
        let mut hours = flat(dot(&self.effects, &at_low));
        for at in 0..COUNT {
            let (mut values, high) = (low, of(&self.high, at));
            let span = high.to_f64() - of(&low, at).to_f64();
            if span == 0.0 {
                continue;
            }
            set(&mut values, at, high);
            let at_high = self.hours_at(values)?;
            set(&mut hours.slopes, at, (dot(&self.effects, &at_high) - hours.base) / span);
            let beyond = minimums_at(self, values, &at_high);
            for (minimum, beyond) in self.minimums.iter_mut().zip(beyond) {
                set(&mut minimum.slopes, at, (beyond - minimum.base) / span);
            }
        }
        for plane in self.minimums.iter_mut().chain([&mut hours]) {
            plane.base -= dot(&plane.slopes, &start);
        }
        self.hours = dot(&self.effects, &self.hours_at(self.own)?);
        self.worth = self.worth();
        // Without hours there is nothing to grow with.
        let each = if self.hours > 0.0 { self.worth / self.hours } else { 0.0 };
        self.value =
            Plane { base: hours.base * each, slopes: hours.slopes.map(|slope| slope * each) };
        self.bend(start);
        Ok(())
    }

    fn plan_at(&self, values: Values) -> Plan {
        with(self.plan, values)
    }

    fn hours_at(&self, values: Values) -> Result<Point, InputErrors> {
        let evaluation = model::evaluate(&self.plan_at(values))?;
        Ok(by_component(&evaluation.learning_time.by_component))
    }

    /// The expected present value of the benefits of the plan as it is.
    fn worth(&mut self) -> f64 {
        let own = self.own.map(Decimal::to_f64);
        match &mut self.ranging {
            Some(sampler) => mean(sampler, u32::MAX, &own, Figure::PvValue),
            None => self.likely.evaluation().value.pv_value,
        }
    }

    /// Exactly, as `evaluate` has it, but for what is a mean over samples.
    fn sum(&mut self, values: Values) -> Result<AllocatedSum, InputErrors> {
        let evaluation = model::evaluate(&self.plan_at(values))?;
        let hours = dot(&self.effects, &by_component(&evaluation.learning_time.by_component));
        let growth = if self.hours > 0.0 { hours / self.hours } else { 1.0 };
        let expected_value = self.worth * growth;
        let cost = match &mut self.ranging {
            Some(sampler) => mean(sampler, u32::MAX, &values.map(Decimal::to_f64), Figure::PvCost),
            None => evaluation.value.pv_cost,
        };
        Ok(AllocatedSum {
            cash: evaluation.budget.cash,
            net: expected_value - cost,
            expected_value,
        })
    }

    /// Cash and expected cost, without the rounding of lines to cents; the latter from some of the samples.
    fn look(&mut self, x: &Point) -> [f64; 2] {
        self.likely.set(x);
        self.likely.advance(1);
        let first = |figure| self.likely.column(figure).first().copied();
        let (Some(cash), Some(cost)) = (first(Figure::Cash), first(Figure::PvCost)) else {
            broken("a sample was drawn")
        };
        let cost =
            self.ranging.as_mut().map_or(cost, |sampler| mean(sampler, FEW, x, Figure::PvCost));
        [cash, cost]
    }

    /// Adds the planes that touch cash and cost at a point.
    fn bend(&mut self, x: Point) {
        let here = self.look(&x);
        let mut slopes = [[0.0; COUNT]; 2];
        for at in 0..COUNT {
            let [low, high] = [&self.low, &self.high].map(|end| of(end, at).to_f64());
            if low >= high {
                continue;
            }
            // Towards the inside, and not far: there may be a bend.
            let (mut beside, value) = (x, of(&x, at));
            let step = (high - low) / 4096.0;
            let step = if value + step > high { -step } else { step };
            set(&mut beside, at, value + step);
            let there = self.look(&beside);
            for (slopes, (there, here)) in slopes.iter_mut().zip(there.iter().zip(here)) {
                set(slopes, at, (there - here) / step);
            }
        }
        let [cash, cost] = slopes;
        let plane = |slopes: Point, here: f64| Plane { base: here - dot(&slopes, &x), slopes };
        let [cash_here, cost_here] = here;
        self.cash.push(plane(cash, cash_here));
        self.cost.push(plane(cost, cost_here));
    }

    /// The legal minimums that can be kept together within a budget, the first ones first.
    fn minimums_within(&mut self, budget: f64) -> Vec<Plane> {
        let mut kept = Vec::new();
        let [low, high] = [self.low, self.high].map(|end| end.map(Decimal::to_f64));
        for minimum in self.minimums.clone() {
            let end = |better: bool| {
                let each = low.iter().zip(&high).zip(&minimum.slopes);
                let end = each.map(|((low, high), slope)| {
                    slope * if (*slope > 0.0) == better { high } else { low }
                });
                minimum.base + end.sum::<f64>()
            };
            // Kept wherever one looks, or nowhere.
            if end(false) >= 0.0 || end(true) < 0.0 {
                continue;
            }
            kept.push(minimum);
            if self.search(true, budget + HALF_CENTS, &kept).is_none() {
                kept.pop();
            }
        }
        kept
    }

    /// The best point of a budget, or the cheapest one, for any number of sessions.
    fn search(&mut self, is_cheapest: bool, budget: f64, kept: &[Plane]) -> Option<Point> {
        let mut best = None;
        for _ in 0..LOOKS {
            best = None;
            let sessions = [&self.low, &self.high].map(|end| of(end, SESSIONS).to_whole());
            let [Some(fewest), Some(most)] = sessions else { broken("sessions are whole") };
            for sessions in fewest..=most {
                let found = self.program(sessions as f64, is_cheapest, budget, kept);
                let is_better =
                    |(_, gain): &(Point, f64)| best.is_none_or(|(_, known)| *gain > known);
                if let Some(found) = found.filter(is_better) {
                    best = Some(found);
                }
            }
            let (x, _) = best?;
            let [cash, cost] = self.look(&x);
            let is_known = |planes: &[Plane], value: f64| {
                planes.iter().any(|plane| value <= plane.at(&x) + 1e-9 * value.abs().max(1e5))
            };
            if is_known(&self.cash, cash) && is_known(&self.cost, cost) {
                break;
            }
            self.bend(x);
        }
        best.map(|(x, _)| x)
    }

    /// The linear program for one number of sessions: its best point, and what that gains.
    ///
    /// Each component stands on its way from the end where it gains most, 0, to the other, 1. The last variable
    /// is the cost, or the cash where the cheapest is sought, above the lowest that it can be.
    fn program(
        &self,
        sessions: f64,
        is_cheapest: bool,
        budget: f64,
        kept: &[Plane],
    ) -> Option<(Point, f64)> {
        let [mut from, mut to] = [self.low, self.high].map(|end| end.map(Decimal::to_f64));
        set(&mut from, SESSIONS, sessions);
        set(&mut to, SESSIONS, sessions);
        let none = Plane { base: 0.0, slopes: [0.0; COUNT] };
        let (value, spent) =
            if is_cheapest { (&none, &self.cash) } else { (&self.value, &self.cost) };
        for ((from, to), slope) in from.iter_mut().zip(&mut to).zip(value.slopes) {
            if slope > 0.0 {
                std::mem::swap(from, to);
            }
        }
        let mut span = to;
        span.iter_mut().zip(from).for_each(|(to, from)| *to -= from);
        let weights = |slopes: &Point, sign: f64, last: f64| {
            let mut weights = [last; COUNT + 1];
            for (weight, (slope, span)) in weights.iter_mut().zip(slopes.iter().zip(span)) {
                *weight = sign * slope * span;
            }
            weights
        };
        let lowest = |plane: &Plane| {
            let each = plane.slopes.iter().zip(span).map(|(slope, span)| (slope * span).min(0.0));
            plane.at(&from) + each.sum::<f64>()
        };
        let floor = spent.iter().map(lowest).fold(f64::NEG_INFINITY, f64::max);
        let scale = floor.abs().max(1.0);
        let mut bounds: Vec<Bound<{ COUNT + 1 }>> = Vec::new();
        for plane in spent {
            let limit = floor - plane.at(&from);
            bounds.push(Bound { weights: weights(&plane.slopes, 1.0, -scale), limit });
        }
        if budget.is_finite() {
            for plane in &self.cash {
                let limit = budget - plane.at(&from);
                bounds.push(Bound { weights: weights(&plane.slopes, 1.0, 0.0), limit });
            }
        }
        for plane in kept {
            let spare: f64 = plane.slopes.iter().map(|slope| slope.abs() * ROUNDED).sum();
            let limit = plane.at(&from) - spare;
            bounds.push(Bound { weights: weights(&plane.slopes, -1.0, 0.0), limit });
        }
        for at in 0..COUNT {
            let mut whole = [0.0; COUNT + 1];
            set(&mut whole, at, 1.0);
            bounds.push(Bound { weights: whole, limit: 1.0 });
        }
        // In the unit of the last variable.
        let gain = weights(&value.slopes, 1.0 / scale, -1.0);
        let found = simplex::best(gain, bounds)?;
        let mut x = from;
        for (x, (span, part)) in x.iter_mut().zip(span.iter().zip(found)) {
            *x += span * part;
        }
        let cost = spent.iter().map(|plane| plane.at(&x)).fold(f64::NEG_INFINITY, f64::max);
        Some((x, value.at(&x) - cost))
    }

    /// The best values whose exact cash is within a budget, to six decimals; `None` when there are none.
    fn point(
        &mut self,
        budget: f64,
        kept: &[Plane],
    ) -> Result<Option<(Values, AllocatedSum)>, InputErrors> {
        let mut found = None;
        let mut left = budget;
        for _ in 0..TRIES {
            let Some(x) = self.search(false, left, kept) else { break };
            let values = self.rounded(x);
            let sum = self.sum(values)?;
            if sum.cash <= budget {
                found = Some((values, sum));
                break;
            }
            // Lines are rounded to cents: a few of them too many.
            left -= sum.cash - budget + 0.01;
        }
        if found.is_none() {
            let cheapest = self.cheapest(kept);
            found = Some((cheapest, self.sum(cheapest)?)).filter(|(_, sum)| sum.cash <= budget);
        }
        // The plan may stand where nothing can be rounded without breaking a bound.
        let (own, x) = (self.own, self.own.map(Decimal::to_f64));
        let is_within = (self.low.iter().zip(&self.high))
            .zip(&own)
            .all(|((low, high), own)| (low..=high).contains(&own));
        if is_within && kept.iter().all(|plane| plane.at(&x) >= -1e-9) {
            let sum = self.current;
            if sum.cash <= budget && found.is_none_or(|(_, known)| sum.net > known.net) {
                found = Some((own, sum));
            }
        }
        Ok(found)
    }

    fn cheapest(&mut self, kept: &[Plane]) -> Values {
        let found = self.search(true, f64::INFINITY, kept);
        found.map_or(self.low, |x| self.rounded(x))
    }

    /// Down to the last place that an input has.
    fn rounded(&self, x: Point) -> Values {
        let mut values = self.low;
        let ends = self.low.iter().zip(&self.high);
        for (value, (x, (&low, &high))) in values.iter_mut().zip(x.iter().zip(ends)) {
            // A double may stand a little below the decimal that it means.
            *value = Decimal::down(x + 1e-9).clamp(low, high);
        }
        values
    }

    fn components(&mut self, values: Values) -> Result<Vec<AllocatedComponent>, InputErrors> {
        let hours = self.hours_at(values)?;
        let cash = model::evaluate(&self.plan_at(values))?.budget.cash;
        let mut components = Vec::with_capacity(COUNT);
        let each = values
            .iter()
            .zip(self.low.iter().zip(&self.high))
            .zip(self.own.iter().zip(hours).zip(self.effects));
        for (at, (field, ((&value, (&low, &high)), ((&current, hours), effect)))) in
            INPUTS.iter().zip(each).enumerate()
        {
            let mut without = values;
            set(&mut without, at, Decimal::ZERO);
            let rest = model::evaluate(&self.plan_at(without))?.budget.cash;
            let (input, unit) = (Path::of(field, Place::Plan), field.unit);
            let cash = cents(cash - rest);
            components.push(AllocatedComponent {
                input,
                value,
                low,
                high,
                current,
                unit,
                effect,
                hours,
                cash,
            });
        }
        Ok(components)
    }

    /// Budgets at equal distances, and the best that each yields.
    fn curve(&mut self, cheapest: Values, kept: &[Plane]) -> Result<Vec<Tradeoff>, InputErrors> {
        let least = self.sum(cheapest)?;
        let low = least.cash;
        let high = self.point(f64::INFINITY, kept)?.map_or(low, |(_, sum)| sum.cash.max(low));
        let budgets = if high > low { BUDGETS } else { 0 };
        let mut curve = Vec::new();
        for at in 0..=budgets {
            let part = if budgets == 0 { 0.0 } else { f64::from(at) / f64::from(budgets) };
            let available = cents(low + (high - low) * part);
            // What is cheapest stays so, where nothing better is found between two cents.
            let sum = self.point(available, kept)?.map_or(least, |(_, sum)| sum);
            let AllocatedSum { cash, net, expected_value } = sum;
            curve.push(Tradeoff { available, cash, net, expected_value });
        }
        Ok(curve)
    }
}

/// By how many hours each legal minimum is met, per person or per FTE; always the same ones in the same order.
///
/// Where a rule asks for other hours of one group, of teachers or of support staff, it must be told which: the
/// plan keeps both when it did so before, else at least the lower.
fn minimums(checks: &Checks, own: &Checks, hours: &Point) -> Vec<f64> {
    let mut minimums: Vec<f64> = Vec::new();
    for (check, own) in checks.checks.iter().zip(&own.checks) {
        let mut before = None;
        for verdict in &check.verdicts {
            if verdict.about == Aspect::FormalAndInformal {
                let formal = of(hours, FORMAL);
                let others = hours.iter().sum::<f64>() - formal;
                minimums.extend([formal - SOME_HOURS, others - SOME_HOURS]);
            }
            let is_profile = verdict.fraction.is_some() && verdict.people.is_none();
            let Some((required, planned)) =
                verdict.required.zip(verdict.planned).filter(|_| !is_profile)
            else {
                continue;
            };
            let met = planned.hours - required.hours;
            let is_choice = own.outcome != Outcome::Met
                && verdict.fraction.is_none()
                && before == Some(&verdict.group);
            match minimums.last_mut() {
                Some(last) if is_choice => *last = last.max(met),
                _ => minimums.push(met),
            }
            before = Some(&verdict.group);
        }
    }
    minimums
}

fn by_component(hours: &ByComponent<f64>) -> Point {
    let ByComponent { week_cycles, prof_circles, prof_track, formal, development_talks } = *hours;
    [week_cycles, prof_circles, prof_track, formal, development_talks]
}

/// The mean of a figure at a point, over so many samples or all there are.
fn mean(sampler: &mut Sampler, points: u32, x: &Point, figure: Figure) -> f64 {
    sampler.set(x);
    sampler.advance(points);
    spread::mean(sampler.column(figure)).mean
}

/// The plan with these values of its components.
fn with(plan: &Plan, values: Values) -> Plan {
    let mut plan = plan.clone();
    plan.inputs_mut(&mut |input| {
        let mut each = INPUTS.iter().zip(values);
        if input.place == Place::Plan
            && let Some((_, value)) = each.find(|(field, _)| **field == input.field)
        {
            let given = Input { origin: Origin::Given, ..*input };
            *input = Input { low: value, likely: value, high: value, ..given };
        }
    });
    plan
}

/// What stands at one of the places of [`INPUTS`].
fn of<T: Copy>(values: &[T; COUNT], at: usize) -> T {
    values.get(at).copied().unwrap_or_else(|| broken("there is no such component"))
}

/// The same, to change; of one more variable too.
fn set<T, const N: usize>(values: &mut [T; N], at: usize, value: T) {
    match values.get_mut(at) {
        Some(place) => *place = value,
        None => broken("there is no such component"),
    }
}

fn cents(euros: f64) -> f64 {
    libm::round(euros * 100.0) / 100.0
}

fn not_a_component(at: usize, input: &str, is_known: bool) -> InputErrors {
    let (code, message) = if is_known {
        (Code::DuplicateId, "this component is named twice")
    } else {
        (Code::UnknownId, "there is no such component of learning")
    };
    let mut error = InputError::new(format!("components[{at}].input"), code, message);
    error.value(input).expected(&INPUTS.map(|field| field.path)).example(schema::FORMAL_HOURS.path);
    error.into()
}
