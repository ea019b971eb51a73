//! Formulas as steps over columns: written once, worked off for many samples at a time.

// Terms, steps and columns name each other by their places. One that is not there is a defect: it stops the
// calculation, which a made-up number would not.
#![allow(clippy::indexing_slicing)]

use crate::register::Register;
use crate::{LANES, Lanes, power};

/// How a column is made of one other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the whole number that is not above it.
    RoundDown,
    /// To the whole number that is not below it.
    RoundUp,
    /// To the nearest whole number, half up.
    Round,
    /// Two to the power of it.
    PowerOfTwo,
    /// The logarithm to base two.
    LogTwo,
}

/// How a column is made of two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combination {
    /// `a + b`
    Sum,
    /// `a − b`
    Difference,
    /// `a · b`
    Product,
    /// `a / b`
    Quotient,
    /// The smaller of both; not defined where `a` is not.
    Smaller,
    /// The larger of both; not defined where `a` is not.
    Larger,
}

impl Turn {
    fn of(self, x: f64) -> f64 {
        match self {
            Self::RoundDown => x.floor(),
            Self::RoundUp => x.ceil(),
            Self::Round => (x + 0.5).floor(),
            Self::PowerOfTwo => power::exp2_of(x),
            Self::LogTwo => libm::log2(x),
        }
    }
}

impl Combination {
    fn of(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Sum => a + b,
            Self::Difference => a - b,
            Self::Product => a * b,
            Self::Quotient => a / b,
            Self::Smaller => smaller(a, b),
            Self::Larger => larger(a, b),
        }
    }
}

// A first number that is not defined stays so.

fn smaller(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

fn larger(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

/// A number that is known, or one that differs by sample.
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// The same in every sample.
    Known(f64),
    /// The place of its step.
    Step(usize),
}

/// How a column is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A known number, by its bits.
    Known(u64),
    /// Something that is not known, by its number.
    Unknown(usize),
    Turned(Turn, usize),
    Combined(Combination, usize, usize),
    /// The third where the first is not above the second, else the fourth.
    Chosen([usize; 4]),
}

impl Step {
    #[allow(clippy::cast_possible_truncation)] // any bits will do
    fn hash(mut self) -> usize {
        let mut hash = match self {
            Self::Known(bits) => (bits ^ bits >> 32) as u32,
            Self::Unknown(number) => !(number as u32),
            Self::Turned(turn, _) => turn as u32,
            Self::Combined(how, ..) => how as u32,
            Self::Chosen(_) => 99,
        };
        self.each(|part| hash = (hash ^ *part as u32).wrapping_mul(0x9e37_79b1).rotate_left(13));
        (hash.wrapping_mul(0x85eb_ca6b) >> 4) as usize
    }

    /// The columns that it is made of, with a change to each.
    fn each(&mut self, mut change: impl FnMut(&mut usize)) {
        match self {
            Self::Known(_) | Self::Unknown(_) => {}
            Self::Turned(_, a) => change(a),
            Self::Combined(_, a, b) => [a, b].into_iter().for_each(change),
            Self::Chosen(parts) => parts.iter_mut().for_each(change),
        }
    }
}

/// Between which numbers every sample lies.
type Bounds = (f64, f64);
const ANYWHERE: Bounds = (f64::NEG_INFINITY, f64::INFINITY);

/// Formulas while they are written: each step is there once, and only where its number is not known.
#[derive(Debug, Default)]
pub struct Formulas {
    steps: Vec<(Step, Bounds)>,
    /// Where each step is, at the place that its hash says or one of the next; 0 for nowhere, else one more.
    places: Vec<u32>,
}

impl Formulas {
    /// Something that is not known, and the numbers between which its samples lie.
    pub fn unknown(&mut self, number: usize, low: f64, high: f64) -> Term {
        self.place(Step::Unknown(number), (low, high))
    }

    /// A term made of one other.
    pub fn turned(&mut self, turn: Turn, term: Term) -> Term {
        let at = match term {
            Term::Known(number) => return Term::Known(turn.of(number)),
            Term::Step(at) => at,
        };
        let (low, high) = self.bounds(term);
        let (low, high) = (turn.of(low), turn.of(high));
        let bounds = match turn {
            Turn::RoundDown | Turn::RoundUp | Turn::Round => (low, high),
            // Rising, but for the last digits.
            Turn::PowerOfTwo => (low * (1.0 - 1e-12), high * (1.0 + 1e-12)),
            Turn::LogTwo => (low - low.abs() * 1e-12, high + high.abs() * 1e-12),
        };
        self.place(Step::Turned(turn, at), bounds)
    }

    /// A term made of two others.
    pub fn combined(&mut self, how: Combination, a: Term, b: Term) -> Term {
        if let (Term::Known(a), Term::Known(b)) = (a, b) {
            return Term::Known(how.of(a, b));
        }
        let is = |term: Term, whole: f64| matches!(term, Term::Known(number) if number == whole);
        let (of_a, of_b) = (self.bounds(a), self.bounds(b));
        match how {
            Combination::Sum if is(a, 0.0) => return b,
            Combination::Sum | Combination::Difference if is(b, 0.0) => return a,
            Combination::Product if is(a, 1.0) => return b,
            Combination::Product | Combination::Quotient if is(b, 1.0) => return a,
            Combination::Product if is(a, 0.0) || is(b, 0.0) => return Term::Known(0.0),
            Combination::Smaller if of_a.1 <= of_b.0 => return a,
            Combination::Smaller if of_b.1 <= of_a.0 => return b,
            Combination::Larger if of_a.0 >= of_b.1 => return a,
            Combination::Larger if of_b.0 >= of_a.1 => return b,
            _ => {}
        }
        let bounds = match how {
            Combination::Quotient if of_b.0 <= 0.0 && of_b.1 >= 0.0 => ANYWHERE,
            // Rounding keeps the order, so that the ends of what is made are made of ends.
            _ => [(of_a.0, of_b.0), (of_a.0, of_b.1), (of_a.1, of_b.0), (of_a.1, of_b.1)]
                .into_iter()
                .map(|(a, b)| how.of(a, b))
                .fold((f64::INFINITY, f64::NEG_INFINITY), around),
        };
        let (a, b) = (self.column(a), self.column(b));
        let (a, b) = match how {
            Combination::Sum | Combination::Product if b < a => (b, a),
            _ => (a, b),
        };
        self.place(Step::Combined(how, a, b), bounds)
    }

    /// `then` where `a` is not above `b`, else `otherwise`.
    pub fn chosen(&mut self, [a, b, then, otherwise]: [Term; 4]) -> Term {
        let (of_a, of_b) = (self.bounds(a), self.bounds(b));
        if of_a.1 <= of_b.0 {
            return then;
        }
        if of_a.0 > of_b.1 {
            return otherwise;
        }
        let (then_bounds, other_bounds) = (self.bounds(then), self.bounds(otherwise));
        let bounds = around(around(then_bounds, other_bounds.0), other_bounds.1);
        let parts = [a, b, then, otherwise].map(|term| self.column(term));
        self.place(Step::Chosen(parts), bounds)
    }

    fn bounds(&self, term: Term) -> Bounds {
        match term {
            Term::Known(number) if number.is_nan() => ANYWHERE,
            Term::Known(number) => (number, number),
            Term::Step(at) => self.steps[at].1,
        }
    }

    /// The place of its column.
    fn column(&mut self, term: Term) -> usize {
        match term {
            Term::Known(number) => self.put(Step::Known(number.to_bits()), (number, number)),
            Term::Step(at) => at,
        }
    }

    fn place(&mut self, step: Step, bounds: Bounds) -> Term {
        if bounds.0 == bounds.1 {
            Term::Known(bounds.0)
        } else {
            Term::Step(self.put(step, bounds))
        }
    }

    fn put(&mut self, step: Step, bounds: Bounds) -> usize {
        if 2 * self.steps.len() >= self.places.len() {
            self.places = vec![0; (4 * self.steps.len()).next_power_of_two().max(64)];
            for at in 0..self.steps.len() {
                self.seek(self.steps[at].0, at);
            }
        }
        let at = self.seek(step, self.steps.len());
        if at == self.steps.len() {
            let is_known = bounds.0 <= bounds.1;
            self.steps.push((step, if is_known { bounds } else { ANYWHERE }));
        }
        at
    }

    /// Where a step is; at the new place, when it is nowhere yet.
    #[allow(clippy::cast_possible_truncation)] // fewer steps than bytes of memory
    fn seek(&mut self, step: Step, new: usize) -> usize {
        let mut place = step.hash();
        loop {
            place = (place + 1) & (self.places.len() - 1);
            let entry = &mut self.places[place];
            let Some(known) = entry.checked_sub(1) else {
                *entry = new as u32 + 1;
                return new;
            };
            if self.steps[known as usize].0 == step {
                return known as usize;
            }
        }
    }

    /// What leads to these terms, ready to be worked off.
    pub fn program(mut self, asked: &[Term]) -> Program {
        let asked: Vec<usize> = asked.iter().map(|&term| self.column(term)).collect();
        let mut steps: Vec<Step> = self.steps.into_iter().map(|(step, _)| step).collect();
        // The last step that needs each; what was asked for is needed after the end.
        let mut last = vec![0; steps.len()];
        for &at in &asked {
            last[at] = usize::MAX;
        }
        for (at, step) in steps.iter_mut().enumerate().rev() {
            if last[at] > 0 {
                step.each(|part| last[*part] = last[*part].max(at));
            }
        }
        let mut program = Program::default();
        // Known columns are filled once, so that no other may take their place.
        let mut place = vec![0; steps.len()];
        for (at, step) in steps.iter().enumerate() {
            if let Step::Known(bits) = *step
                && last[at] > 0
            {
                place[at] = program.known.len();
                last[at] = usize::MAX;
                program.known.push(f64::from_bits(bits));
            }
        }
        program.columns = program.known.len();
        let mut free = Vec::new();
        for (at, step) in steps.iter_mut().enumerate() {
            if last[at] == 0 || matches!(step, Step::Known(_)) {
                continue;
            }
            let to = free.pop().unwrap_or_else(|| {
                program.columns += 1;
                program.columns - 1
            });
            place[at] = to;
            step.each(|part| {
                let column = place[*part];
                if last[*part] == at {
                    free.push(column);
                    last[*part] = usize::MAX;
                }
                *part = column;
            });
            program.steps.push((*step, to));
        }
        program.asked = asked.iter().map(|&at| place[at]).collect();
        program
    }
}

/// The bounds with this number within them; anywhere when it is no number.
fn around((low, high): Bounds, number: f64) -> Bounds {
    if number.is_nan() { ANYWHERE } else { (low.min(number), high.max(number)) }
}

/// Steps in the order in which they are worked off, each with a place for its column that no later one needs.
#[derive(Clone, Debug, Default)]
pub struct Program {
    steps: Vec<(Step, usize)>,
    /// The first columns.
    known: Vec<f64>,
    /// Where the columns that were asked for are at the end.
    asked: Vec<usize>,
    columns: usize,
}

/// The columns of a program. Each is in a box, so that a new one takes its place without being copied.
#[allow(clippy::vec_box)]
#[derive(Clone, Debug)]
pub struct Room {
    columns: Vec<Box<Lanes>>,
    /// Where the next column is made, so that no step writes what it reads.
    next: Box<Lanes>,
}

impl Program {
    /// Room for all columns, the known ones filled.
    pub fn room(&self) -> Room {
        let known = self.known.iter().copied();
        let columns = known.chain(std::iter::repeat(0.0)).take(self.columns);
        Room {
            columns: columns.map(|number| Box::new([number; LANES])).collect(),
            next: Box::new([0.0; LANES]),
        }
    }

    /// Works off all steps for some samples; `unknown` fills in what is not known, by its number.
    pub fn run(&self, room: &mut Room, mut unknown: impl FnMut(usize, &mut Lanes)) {
        let Room { columns, next } = room;
        for &(step, to) in &self.steps {
            match step {
                Step::Unknown(number) => unknown(number, next),
                step => work(step, columns, next),
            }
            std::mem::swap(&mut columns[to], next);
        }
    }

    /// The columns that were asked for, in that order.
    pub fn asked<'r>(&self, room: &'r Room) -> impl Iterator<Item = &'r Lanes> {
        self.asked.iter().map(|&at| &*room.columns[at])
    }

    /// How many steps there are for each sample, and how many columns.
    pub fn size(&self) -> (usize, usize) {
        (self.steps.len(), self.columns)
    }
}

/// Makes one column of others.
fn work(step: Step, columns: &[Box<Lanes>], made: &mut Lanes) {
    let of = |at: usize| &*columns[at];
    match step {
        Step::Known(_) | Step::Unknown(_) => {}
        Step::Turned(turn, a) => match turn {
            Turn::RoundDown => each(made, of(a), f64::floor),
            Turn::RoundUp => each(made, of(a), f64::ceil),
            Turn::Round => each(made, of(a), |a| (a + 0.5).floor()),
            Turn::PowerOfTwo => power::exp2(made, of(a)),
            Turn::LogTwo => each(made, of(a), libm::log2),
        },
        Step::Combined(how, a, b) => match how {
            Combination::Sum => both(made, of(a), of(b), Register::sum),
            Combination::Difference => both(made, of(a), of(b), Register::difference),
            Combination::Product => both(made, of(a), of(b), Register::product),
            Combination::Quotient => both(made, of(a), of(b), Register::quotient),
            Combination::Smaller => both(made, of(a), of(b), |a, b| Register::if_le(a, b, a, b)),
            Combination::Larger => both(made, of(a), of(b), |a, b| Register::if_le(b, a, a, b)),
        },
        Step::Chosen([a, b, then, otherwise]) => {
            choose(made, [of(a), of(b), of(then), of(otherwise)]);
        }
    }
}

fn each(made: &mut Lanes, a: &Lanes, work: impl Fn(f64) -> f64) {
    for (made, a) in made.iter_mut().zip(a) {
        *made = work(*a);
    }
}

fn both(made: &mut Lanes, a: &Lanes, b: &Lanes, work: impl Fn(Register, Register) -> Register) {
    let (a, b) = (a.as_chunks().0, b.as_chunks().0);
    for ((made, a), b) in made.as_chunks_mut().0.iter_mut().zip(a).zip(b) {
        work(Register::read(a), Register::read(b)).write(made);
    }
}

fn choose(made: &mut Lanes, columns: [&Lanes; 4]) {
    let [a, b, then, otherwise] = columns.map(|column| column.as_chunks().0);
    let made = made.as_chunks_mut().0.iter_mut();
    for ((((made, a), b), then), otherwise) in made.zip(a).zip(b).zip(then).zip(otherwise) {
        let [a, b, then, otherwise] = [a, b, then, otherwise].map(Register::read);
        Register::if_le(a, b, then, otherwise).write(made);
    }
}
