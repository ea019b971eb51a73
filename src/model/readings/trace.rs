//! The reading that can remember how each number came about.
//!
//! It is used without a tape as well: one reading for both keeps the formulas in the module once.

use std::cell::{Cell, RefCell};
use std::ops::{Add, Div, Mul, Sub};

use super::arith::{Arith, Reading, Real, Scalar};
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::plan::{Input, Unit};

/// What is remembered of a calculation.
pub struct Tape {
    asked: Asked,
    /// Every step, in order; nothing when only the figure's value is wanted.
    steps: Option<RefCell<Vec<Step>>>,
    heard: Cell<Option<f64>>,
}

/// What somebody wants to know.
enum Asked {
    /// How one figure came about.
    Figure(Figure),
    /// How some figures would come about, whatever the value of what is not known.
    Formulas(Formulas),
}

/// Some figures, and the step that is each of them.
struct Formulas {
    figures: Vec<Figure>,
    /// `None` for one that is not defined, whatever the value of what is not known.
    places: RefCell<Vec<Option<usize>>>,
}

/// One step: a number and where it is from.
pub struct Step {
    /// Its place on the tape.
    pub at: usize,
    pub kind: Kind,
    pub value: f64,
    pub name: Option<Figure>,
    /// What it counts, if it has a name.
    pub unit: Option<Unit>,
    /// Whether it rests on something that is not known; never so when one figure is asked for.
    pub varies: bool,
}

/// Where a number is from.
pub enum Kind {
    Input(Input),
    Constant,
    /// Made of one earlier step.
    Turned(Operation, [usize; 1]),
    /// Made of two earlier steps.
    Combined(Operation, [usize; 2]),
    /// The third where the first is not above the second, else the fourth.
    Chosen([usize; 4]),
    /// The first month in which the other steps, one a month, reach the first.
    FirstMonth(Vec<usize>),
}

/// How a step is made of earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Sum,
    Difference,
    Product,
    Quotient,
    RoundDown,
    RoundUp,
    Round,
    Cents,
    Smallest,
    Largest,
    PowerOfTwo,
    LogTwo,
    /// Another name for the same number.
    Same,
}

impl Step {
    /// Whether it is the zero of a formula.
    pub fn is_zero(&self) -> bool {
        matches!(self.kind, Kind::Constant) && self.value == 0.0
    }

    /// The earlier steps that it is made of.
    pub fn parts(&self) -> &[usize] {
        match &self.kind {
            Kind::Input(_) | Kind::Constant => &[],
            Kind::Turned(_, parts) => parts,
            Kind::Combined(_, parts) => parts,
            Kind::Chosen(parts) => parts,
            Kind::FirstMonth(parts) => parts,
        }
    }
}

impl Tape {
    /// A tape of every step to a figure.
    pub fn of(asked: Figure) -> Self {
        Self::new(Asked::Figure(asked), Some(RefCell::default()))
    }

    /// A tape of every step to some figures, for any value of what is not known.
    pub fn of_formulas(figures: Vec<Figure>) -> Self {
        let places = RefCell::new(vec![None; figures.len()]);
        let formulas = Formulas { figures, places };
        Self::new(Asked::Formulas(formulas), Some(RefCell::default()))
    }

    /// A tape that remembers no more than the figure's value.
    pub fn of_value(asked: Figure) -> Self {
        Self::new(Asked::Figure(asked), None)
    }

    fn new(asked: Asked, steps: Option<RefCell<Vec<Step>>>) -> Self {
        Self { asked, steps, heard: Cell::default() }
    }

    /// The value of the figure that was asked for.
    pub fn heard(&self) -> Option<f64> {
        self.heard.get()
    }

    pub fn into_steps(self) -> Vec<Step> {
        self.into_formulas().0
    }

    /// The steps, and which of them the figures are that were asked for.
    pub fn into_formulas(self) -> (Vec<Step>, Vec<Option<usize>>) {
        let steps = self.steps.unwrap_or_else(|| broken("a tape of a value has no steps to take"));
        let steps = steps.into_inner();
        match self.asked {
            Asked::Figure(_) => (steps, Vec::new()),
            Asked::Formulas(formulas) => (steps, formulas.places.into_inner()),
        }
    }

    fn is_asked(&self, figure: Figure) -> bool {
        matches!(self.asked, Asked::Figure(asked) if asked == figure)
    }

    /// Notes which step a figure is, when formulas are asked for; says whether they are.
    fn is_formula(&self, step: usize, figure: Figure) -> bool {
        let Asked::Formulas(formulas) = &self.asked else { return false };
        let mut places = formulas.places.borrow_mut();
        for (place, asked) in places.iter_mut().zip(&formulas.figures) {
            if *asked == figure {
                *place = Some(step);
            }
        }
        true
    }

    fn varies(&self, step: usize) -> bool {
        self.at(step, |step| step.varies) == Some(true)
    }

    /// What is known of a step: with `look` at it.
    fn at<T>(&self, step: usize, look: impl FnOnce(&Step) -> T) -> Option<T> {
        self.steps.as_ref()?.borrow().get(step).map(look)
    }

    fn name(&self, step: usize, unit: Unit, figure: Figure) {
        if let Some(steps) = &self.steps
            && let Some(step) = steps.borrow_mut().get_mut(step)
        {
            (step.name, step.unit) = (Some(figure), Some(unit));
        }
    }

    fn push(&self, kind: impl FnOnce() -> Kind, value: impl FnOnce() -> f64) -> usize {
        let Some(steps) = &self.steps else { return 0 };
        let mut steps = steps.borrow_mut();
        let at = steps.len();
        let mut step =
            Step { at, kind: kind(), value: value(), name: None, unit: None, varies: false };
        if let Asked::Formulas(_) = &self.asked {
            step.varies = match &step.kind {
                Kind::Input(input) => input.unknown.is_some(),
                _ => step.parts().iter().any(|&part| earlier(&steps, part).varies),
            };
        }
        steps.push(step);
        at
    }
}

/// The step at a place that a later one names.
pub fn earlier(steps: &[Step], at: usize) -> &Step {
    steps.get(at).unwrap_or_else(|| broken("a step is made of earlier ones"))
}

/// A reading whose numbers are noted on a tape, if there is one.
pub struct Record<'t, R> {
    pub reading: R,
    pub tape: Option<&'t Tape>,
}

/// A number, and the step that made it.
#[derive(Clone, Copy)]
pub struct Trace<'t, N> {
    number: N,
    step: usize,
    tape: Option<&'t Tape>,
}

impl<'t, R: Reading> Reading for Record<'t, R>
where
    R::N: Scalar,
{
    type N = Trace<'t, R::N>;

    fn input(&self, input: &Input) -> Self::N {
        Trace::new(self.tape, || Kind::Input(*input), self.reading.input(input))
    }

    fn constant(&self, value: u32) -> Self::N {
        Trace::new(self.tape, || Kind::Constant, self.reading.constant(value))
    }
}

impl<'t, N: Scalar> Trace<'t, N> {
    fn new(tape: Option<&'t Tape>, kind: impl FnOnce() -> Kind, number: N) -> Self {
        let step = tape.map_or(0, |tape| tape.push(kind, || number.value()));
        Self { number, step, tape }
    }

    fn then(self, operation: Operation, number: N) -> Self {
        Self::new(self.tape, || Kind::Turned(operation, [self.step]), number)
    }

    fn with(self, operation: Operation, other: Self, number: N) -> Self {
        let parts = [self.step, other.step];
        Self::new(self.tape, || Kind::Combined(operation, parts), number)
    }

    /// The tape, if it wants to know what this would be with other values.
    fn varying(self) -> Option<&'t Tape> {
        self.tape.filter(|tape| tape.varies(self.step))
    }

    /// The same step, in the numbers of another reading.
    pub fn map<M>(self, to: impl FnOnce(N) -> M) -> Trace<'t, M> {
        Trace { number: to(self.number), step: self.step, tape: self.tape }
    }
}

impl<N: Scalar> Add for Trace<'_, N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(Operation::Sum, other, self.number + other.number)
    }
}

impl<N: Scalar> Sub for Trace<'_, N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(Operation::Difference, other, self.number - other.number)
    }
}

impl<N: Scalar> Mul for Trace<'_, N> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.with(Operation::Product, other, self.number * other.number)
    }
}

impl<N: Scalar> Div for Trace<'_, N> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.with(Operation::Quotient, other, self.number / other.number)
    }
}

impl<N: Scalar> Arith for Trace<'_, N> {
    fn lift(self, value: u32) -> Self {
        Self::new(self.tape, || Kind::Constant, self.number.lift(value))
    }

    fn shortened(self) -> Self {
        self.map(Arith::shortened)
    }

    fn floor(self) -> Self {
        self.then(Operation::RoundDown, self.number.floor())
    }

    fn ceil(self) -> Self {
        self.then(Operation::RoundUp, self.number.ceil())
    }

    fn per_half_up(self, divisor: Self) -> Self {
        // "Divided by one" explains nothing.
        let is_one = |step: &Step| matches!(step.kind, Kind::Constant) && step.value == 1.0;
        let is_one = self.tape.and_then(|tape| tape.at(divisor.step, is_one)) == Some(true);
        let quotient = if is_one { self } else { self / divisor };
        quotient.then(Operation::Round, self.number.per_half_up(divisor.number))
    }

    fn cents(self) -> Self {
        self.then(Operation::Cents, self.number.cents())
    }

    fn min(self, other: Self) -> Self {
        self.with(Operation::Smallest, other, Arith::min(self.number, other.number))
    }

    fn max(self, other: Self) -> Self {
        self.with(Operation::Largest, other, Arith::max(self.number, other.number))
    }

    /// Tells only of what was chosen, where that is known.
    fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
        let (yes, no) = (a.number.lift(1), a.number.lift(0));
        let is_chosen = N::if_le(a.number, b.number, yes, no).in_whole() == 1;
        let chosen = if is_chosen { then } else { otherwise };
        if a.varying().or(b.varying()).is_none() {
            return chosen;
        }
        let parts = [a, b, then, otherwise].map(|trace| trace.step);
        Self::new(a.tape, || Kind::Chosen(parts), chosen.number)
    }

    /// By a divisor that is not known the quotient is defined, if not in every sample.
    fn over(self, divisor: Self) -> Option<Self> {
        let number = self.number.over(divisor.number);
        let number = number.or(divisor.varying().map(|_| self.number))?;
        Some(self.with(Operation::Quotient, divisor, number))
    }

    fn counted_in(self, unit: Unit, figure: Figure) -> Self {
        let Some(tape) = self.tape else { return self };
        if tape.is_formula(self.step, figure) {
            return self;
        }
        if tape.is_asked(figure) {
            tape.heard.set(Some(self.number.value()));
        } else if figure.is_when_asked() {
            return self;
        }
        // What has a name already, and what others use too, is not this figure itself.
        let is_made = |step: &Step| matches!(step.kind, Kind::Turned(..) | Kind::Combined(..));
        let is_taken = |step: &Step| step.name.is_some() || !is_made(step);
        let is_taken = tape.at(self.step, is_taken) == Some(true);
        let trace = if is_taken { self.then(Operation::Same, self.number) } else { self };
        tape.name(trace.step, unit, figure);
        trace
    }

    fn undefined(self, divisor: Self, figure: Figure) {
        if let Some(tape) = self.tape.filter(|tape| tape.is_asked(figure)) {
            let parts = [self.step, divisor.step];
            let step = tape.push(|| Kind::Combined(Operation::Quotient, parts), || f64::NAN);
            tape.name(step, figure.unit(), figure);
        }
    }
}

impl<N: Scalar> Scalar for Trace<'_, N> {
    fn value(self) -> f64 {
        self.number.value()
    }

    fn in_cents(self) -> i64 {
        self.number.in_cents()
    }

    fn in_whole(self) -> u64 {
        self.number.in_whole()
    }

    fn first_reached(self, months: &[Self], first: Option<u32>, figure: Figure) {
        let is_asked = |tape: &&Tape| tape.is_asked(figure) || tape.is_formula(0, figure);
        let Some(tape) = self.tape.filter(is_asked) else { return };
        tape.heard.set(first.map(f64::from));
        let parts = || {
            let mut parts = vec![self.step];
            parts.extend(months.iter().map(|month| month.step));
            parts
        };
        let step = tape.push(|| Kind::FirstMonth(parts()), || first.map_or(f64::NAN, f64::from));
        tape.name(step, figure.unit(), figure);
        tape.is_formula(step, figure);
    }
}

impl<N: Real + Scalar> Real for Trace<'_, N> {
    fn exp2(self) -> Self {
        self.then(Operation::PowerOfTwo, self.number.exp2())
    }

    fn log2(self) -> Self {
        self.then(Operation::LogTwo, self.number.log2())
    }

    fn over_positive(self, divisor: Self) -> Option<Self> {
        let number = self.number.over_positive(divisor.number);
        let Some(tape) = divisor.varying() else {
            return Some(self.with(Operation::Quotient, divisor, number?));
        };
        let quotient = self.with(Operation::Quotient, divisor, number.unwrap_or(self.number));
        let zero = tape.push(|| Kind::Constant, || 0.0);
        let none = tape.push(|| Kind::Constant, || f64::NAN);
        let parts = [divisor.step, zero, none, quotient.step];
        Some(Self::new(self.tape, || Kind::Chosen(parts), quotient.number))
    }
}
