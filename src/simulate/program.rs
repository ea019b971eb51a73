//! The formulas as steps over columns of numbers: read once for a plan, worked off for every sample.
//!
//! What follows from known inputs alone is known when the formulas are read, exactly as in `evaluate`; a step
//! is what rests on something that is not.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::{Add, Div, Mul, Sub};

use crate::model::arith::{Arith, Reading, Real, Scalar};
use crate::plan::Input;

/// Samples that are worked off together: few enough to stay near the processor.
pub const LANES: usize = 128;

/// One number for each of some samples.
pub type Lanes = [f64; LANES];

/// How a column is made of earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A known number, by its bits.
    Known(u64),
    /// Something that is not known, by its number.
    Unknown(usize),
    Sum(usize, usize),
    Difference(usize, usize),
    Product(usize, usize),
    Quotient(usize, usize),
    Smaller(usize, usize),
    Larger(usize, usize),
    RoundDown(usize),
    PowerOfTwo(usize),
    LogTwo(usize),
    /// The third where the first is not above the second, else the fourth.
    Chosen([usize; 4]),
}

impl Step {
    /// The earlier columns that it is made of.
    fn parts(&self) -> impl Iterator<Item = usize> {
        let (parts, count) = match *self {
            Self::Known(_) | Self::Unknown(_) => ([0; 4], 0),
            Self::RoundDown(a) | Self::PowerOfTwo(a) | Self::LogTwo(a) => ([a, 0, 0, 0], 1),
            Self::Chosen(parts) => (parts, 4),
            Self::Sum(a, b)
            | Self::Difference(a, b)
            | Self::Product(a, b)
            | Self::Quotient(a, b)
            | Self::Smaller(a, b)
            | Self::Larger(a, b) => ([a, b, 0, 0], 2),
        };
        parts.into_iter().take(count)
    }
}

/// The steps while formulas are read.
#[derive(Default)]
pub struct Steps {
    all: RefCell<Vec<Step>>,
    /// Each step is there once.
    places: RefCell<BTreeMap<Step, usize>>,
}

impl Steps {
    fn place(&self, step: Step) -> usize {
        *self.places.borrow_mut().entry(step).or_insert_with(|| {
            let mut all = self.all.borrow_mut();
            all.push(step);
            all.len() - 1
        })
    }
}

/// A reading in which some inputs are not known; `unknown` gives their numbers.
pub struct Compile<'s, R, U> {
    pub reading: R,
    pub steps: &'s Steps,
    pub unknown: U,
}

/// A number that is known, or the place of its step.
#[derive(Clone, Copy)]
pub enum Term<'s, N> {
    Known(N),
    At(&'s Steps, usize),
}

impl<'s, R: Reading, U: Fn(&Input) -> Option<usize>> Reading for Compile<'s, R, U>
where
    R::N: Scalar,
{
    type N = Term<'s, R::N>;

    fn input(&self, input: &Input) -> Self::N {
        match (self.unknown)(input) {
            Some(number) => Term::At(self.steps, self.steps.place(Step::Unknown(number))),
            None => Term::Known(self.reading.input(input)),
        }
    }

    fn constant(&self, value: u32) -> Self::N {
        Term::Known(self.reading.constant(value))
    }
}

impl<U> Compile<'_, crate::model::arith::Doubles, U> {
    /// A number that is known.
    pub fn real(&self, number: f64) -> Term<'_, f64> {
        Term::Known(number)
    }
}

impl<'s, N: Scalar> Term<'s, N> {
    fn steps(self) -> Option<&'s Steps> {
        match self {
            Self::Known(_) => None,
            Self::At(steps, _) => Some(steps),
        }
    }

    /// The place of its column.
    pub fn column(self, steps: &Steps) -> usize {
        match self {
            Self::Known(number) => steps.place(Step::Known(number.value().to_bits())),
            Self::At(_, at) => at,
        }
    }

    /// The same in the numbers of another reading.
    pub fn map<M>(self, to: impl FnOnce(N) -> M) -> Term<'s, M> {
        match self {
            Self::Known(number) => Term::Known(to(number)),
            Self::At(steps, at) => Term::At(steps, at),
        }
    }

    fn with(
        self,
        other: Self,
        known: impl FnOnce(N, N) -> N,
        step: impl FnOnce(usize, usize) -> Step,
    ) -> Self {
        if let (Self::Known(one), Self::Known(other)) = (self, other) {
            return Self::Known(known(one, other));
        }
        let Some(steps) = self.steps().or(other.steps()) else { return self };
        Self::At(steps, steps.place(step(self.column(steps), other.column(steps))))
    }

    fn then(self, known: impl FnOnce(N) -> N, step: impl FnOnce(usize) -> Step) -> Self {
        match self {
            Self::Known(number) => Self::Known(known(number)),
            Self::At(steps, at) => Self::At(steps, steps.place(step(at))),
        }
    }

    /// Whether it is known to be this whole number.
    fn is(self, whole: u32) -> bool {
        matches!(self, Self::Known(number) if number.value() == f64::from(whole))
    }
}

impl<N: Scalar> Add for Term<'_, N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        match (self, other) {
            (zero, term) | (term, zero) if zero.is(0) => term,
            _ => self.with(other, Add::add, Step::Sum),
        }
    }
}

impl<N: Scalar> Sub for Term<'_, N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        if other.is(0) { self } else { self.with(other, Sub::sub, Step::Difference) }
    }
}

impl<N: Scalar> Mul for Term<'_, N> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        match (self, other) {
            (one, term) | (term, one) if one.is(1) => term,
            (zero, _) | (_, zero) if zero.is(0) => zero,
            _ => self.with(other, Mul::mul, Step::Product),
        }
    }
}

impl<N: Scalar> Div for Term<'_, N> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        if other.is(1) { self } else { self.with(other, Div::div, Step::Quotient) }
    }
}

impl<N: Scalar> Arith for Term<'_, N> {
    fn lift(self, value: u32) -> Self {
        match self {
            Self::Known(number) => Self::Known(number.lift(value)),
            Self::At(steps, _) => {
                Self::At(steps, steps.place(Step::Known(f64::from(value).to_bits())))
            }
        }
    }

    fn floor(self) -> Self {
        self.then(Arith::floor, Step::RoundDown)
    }

    /// Cents matter in one plan, not in the spread of thousands.
    fn cents(self) -> Self {
        match self {
            Self::Known(number) => Self::Known(number.cents()),
            Self::At(..) => self,
        }
    }

    fn min(self, other: Self) -> Self {
        self.with(other, Arith::min, Step::Smaller)
    }

    fn max(self, other: Self) -> Self {
        self.with(other, Arith::max, Step::Larger)
    }

    fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
        if let (Self::Known(a), Self::Known(b)) = (a, b) {
            let one = N::if_le(a, b, a.lift(1), a.lift(0));
            return if one.in_whole() == 1 { then } else { otherwise };
        }
        let Some(steps) = a.steps().or(b.steps()) else { return then };
        let parts = [a, b, then, otherwise].map(|term| term.column(steps));
        Self::At(steps, steps.place(Step::Chosen(parts)))
    }

    /// A divisor that is not known may be zero in a sample, whose quotient is no number then.
    fn over(self, divisor: Self) -> Option<Self> {
        match (self, divisor) {
            (Self::Known(number), Self::Known(divisor)) => number.over(divisor).map(Self::Known),
            (_, divisor) if divisor.is(0) => None,
            _ => Some(self / divisor),
        }
    }
}

impl<N: Real + Scalar> Real for Term<'_, N> {
    fn exp2(self) -> Self {
        self.then(Real::exp2, Step::PowerOfTwo)
    }

    fn log2(self) -> Self {
        self.then(Real::log2, Step::LogTwo)
    }

    fn over_positive(self, divisor: Self) -> Option<Self> {
        match (self, divisor) {
            (Self::Known(number), Self::Known(divisor)) => {
                number.over_positive(divisor).map(Self::Known)
            }
            (_, Self::Known(divisor)) if divisor.value() <= 0.0 => None,
            (_, Self::Known(_)) => Some(self / divisor),
            (_, Self::At(steps, at)) => {
                let quotient = (self / divisor).column(steps);
                let [zero, none] =
                    [0.0, f64::NAN].map(|known| steps.place(Step::Known(known.to_bits())));
                Some(Self::At(steps, steps.place(Step::Chosen([at, zero, none, quotient]))))
            }
        }
    }
}

/// Steps in the order in which they are worked off, each with a place for its column that no later one needs.
#[derive(Debug)]
pub struct Program {
    steps: Vec<(Step, usize)>,
    known: Vec<(usize, f64)>,
    /// Where the columns that were asked for are at the end.
    asked: Vec<usize>,
    columns: usize,
}

impl Program {
    /// What leads to the columns at these places.
    pub fn new(steps: Steps, asked: &[usize]) -> Self {
        let steps = steps.all.into_inner();
        // The last step that needs each; what was asked for is needed after the end.
        let mut last = vec![0; steps.len()];
        for &at in asked {
            set(&mut last, at, usize::MAX);
        }
        for (at, step) in steps.iter().enumerate().rev() {
            if get(&last, at) > 0 {
                for part in step.parts() {
                    let until = get(&last, part).max(at);
                    set(&mut last, part, until);
                }
            }
        }
        let mut program =
            Self { steps: Vec::new(), known: Vec::new(), asked: Vec::new(), columns: 0 };
        let mut place = vec![0; steps.len()];
        let mut free = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            if get(&last, at) == 0 {
                continue;
            }
            let renamed = renamed(*step, &place);
            if !matches!(step, Step::Known(_)) {
                for part in step.parts() {
                    let is_known = matches!(steps.get(part), Some(Step::Known(_)));
                    if get(&last, part) == at && !is_known && !free.contains(&get(&place, part)) {
                        free.push(get(&place, part));
                    }
                }
            }
            // Known columns are filled once, so that no other may take their place.
            let column = match step {
                Step::Known(_) => None,
                _ => free.pop(),
            };
            let column = column.unwrap_or_else(|| {
                program.columns += 1;
                program.columns - 1
            });
            set(&mut place, at, column);
            match step {
                Step::Known(bits) => program.known.push((column, f64::from_bits(*bits))),
                _ => program.steps.push((renamed, column)),
            }
        }
        program.asked = asked.iter().map(|&at| get(&place, at)).collect();
        program
    }

    /// Room for all columns, the known ones filled.
    pub fn room(&self) -> Vec<Lanes> {
        let mut columns = vec![[0.0; LANES]; self.columns];
        for &(column, number) in &self.known {
            if let Some(column) = columns.get_mut(column) {
                *column = [number; LANES];
            }
        }
        columns
    }

    /// Works off all steps for some samples; `unknown` fills in what is not known, by its number.
    pub fn run(&self, columns: &mut [Lanes], unknown: impl Fn(usize, &mut Lanes)) {
        let mut made = [0.0; LANES];
        for &(step, column) in &self.steps {
            {
                let of = |at: usize| columns.get(at).unwrap_or(&[f64::NAN; LANES]);
                match step {
                    Step::Known(_) => {}
                    Step::Unknown(number) => unknown(number, &mut made),
                    Step::Sum(a, b) => with(&mut made, of(a), of(b), |a, b| a + b),
                    Step::Difference(a, b) => with(&mut made, of(a), of(b), |a, b| a - b),
                    Step::Product(a, b) => with(&mut made, of(a), of(b), |a, b| a * b),
                    Step::Quotient(a, b) => with(&mut made, of(a), of(b), |a, b| a / b),
                    Step::Smaller(a, b) => with(&mut made, of(a), of(b), Arith::min),
                    Step::Larger(a, b) => with(&mut made, of(a), of(b), Arith::max),
                    Step::RoundDown(a) => then(&mut made, of(a), f64::floor),
                    Step::PowerOfTwo(a) => then(&mut made, of(a), Real::exp2),
                    Step::LogTwo(a) => then(&mut made, of(a), Real::log2),
                    Step::Chosen([a, b, yes, no]) => choose(&mut made, [a, b, yes, no].map(of)),
                }
            }
            if let Some(column) = columns.get_mut(column) {
                *column = made;
            }
        }
    }

    /// The columns that were asked for, in that order.
    pub fn asked<'c>(&self, columns: &'c [Lanes]) -> impl Iterator<Item = &'c Lanes> {
        self.asked.iter().filter_map(|&at| columns.get(at))
    }

    /// How many steps there are for each sample.
    pub fn len(&self) -> usize {
        self.steps.len()
    }
}

fn with(made: &mut Lanes, a: &Lanes, b: &Lanes, work: impl Fn(f64, f64) -> f64) {
    for ((made, a), b) in made.iter_mut().zip(a).zip(b) {
        *made = work(*a, *b);
    }
}

fn then(made: &mut Lanes, a: &Lanes, work: impl Fn(f64) -> f64) {
    for (made, a) in made.iter_mut().zip(a) {
        *made = work(*a);
    }
}

fn choose(made: &mut Lanes, [a, b, yes, no]: [&Lanes; 4]) {
    for ((((made, a), b), yes), no) in made.iter_mut().zip(a).zip(b).zip(yes).zip(no) {
        *made = if a <= b { *yes } else { *no };
    }
}

fn renamed(step: Step, place: &[usize]) -> Step {
    let to = |at: usize| get(place, at);
    match step {
        Step::Known(_) | Step::Unknown(_) => step,
        Step::Sum(a, b) => Step::Sum(to(a), to(b)),
        Step::Difference(a, b) => Step::Difference(to(a), to(b)),
        Step::Product(a, b) => Step::Product(to(a), to(b)),
        Step::Quotient(a, b) => Step::Quotient(to(a), to(b)),
        Step::Smaller(a, b) => Step::Smaller(to(a), to(b)),
        Step::Larger(a, b) => Step::Larger(to(a), to(b)),
        Step::RoundDown(a) => Step::RoundDown(to(a)),
        Step::PowerOfTwo(a) => Step::PowerOfTwo(to(a)),
        Step::LogTwo(a) => Step::LogTwo(to(a)),
        Step::Chosen(parts) => Step::Chosen(parts.map(to)),
    }
}

fn get(list: &[usize], at: usize) -> usize {
    list.get(at).copied().unwrap_or_default()
}

fn set(list: &mut [usize], at: usize, value: usize) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}
