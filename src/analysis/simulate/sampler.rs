//! A simulation that is worked off some samples at a time, so that a page stays alive.

#[cfg(not(target_family = "wasm"))]
use std::num::NonZeroUsize;

use columns::program::{Program, Room};
use columns::sobol::Dimension;
use columns::{LANES, Lanes, Quantity};

use super::{Dimensions, HEADLINES, Options, Range, formulas, number, ranges};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model;
use crate::model::evaluation::Evaluation;
use crate::model::figures::Figure;
use crate::model::headlines::Headlines;
use crate::plan::{Code, Input, InputError, InputErrors, Path, Plan};

/// Samples of what is not known are kept while there are no more than this many.
const KEPT: usize = 1 << 23;

#[allow(clippy::cast_possible_truncation)] // a few
const STEP: u32 = LANES as u32;

/// A simulation on its way.
pub struct Sampler {
    options: Options,
    evaluation: Evaluation,
    /// What the figures are when every estimate is at its likely value.
    likely: Vec<Option<f64>>,
    ranges: Vec<Range>,
    draws: Vec<Draws>,
    program: Program,
    room: Room,
    /// The figures of [`HEADLINES`], then those of the targets, then the one whose drivers are told; each once.
    asked: Vec<Figure>,
    /// Of each of those, a value for every sample so far.
    columns: Vec<Vec<f64>>,
    done: u32,
}

impl Sampler {
    /// Reads the formulas of a plan; nothing is sampled yet.
    ///
    /// # Errors
    ///
    /// As [`simulate`](super::simulate).
    pub fn new(plan: &Plan, options: &Options) -> Result<Self, InputErrors> {
        Self::after(None, plan, options)
    }

    /// The same, with what an earlier simulation knows of quantities that are still the same.
    ///
    /// # Errors
    ///
    /// As [`simulate`](super::simulate).
    pub fn after(
        earlier: Option<Self>,
        plan: &Plan,
        options: &Options,
    ) -> Result<Self, InputErrors> {
        Self::beside(earlier, plan, options, &mut Dimensions::default())
    }

    /// The same, with the dimensions that other plans have: what they say too has the same random numbers.
    pub(crate) fn beside(
        earlier: Option<Self>,
        plan: &Plan,
        options: &Options,
        dimensions: &mut Dimensions,
    ) -> Result<Self, InputErrors> {
        let mut plan = plan.clone();
        let ranges = ranges(&mut plan, options.default_ranges);
        Self::of(earlier, &plan, options, ranges, dimensions)
    }

    /// A simulation in which some inputs have, in all samples alike, the values that [`Self::set`] gives them: the
    /// lowest at first, and never outside the lowest and the highest that stand beside their paths.
    ///
    /// # Errors
    ///
    /// As [`simulate`](super::simulate); `unknown-id` when the plan has no such input.
    pub fn varying(
        plan: &Plan,
        options: &Options,
        inputs: &[(&Path, [Decimal; 2])],
    ) -> Result<Self, InputErrors> {
        let mut plan = plan.clone();
        let mut ranges = ranges(&mut plan, options.default_ranges);
        for &(path, [low, high]) in inputs {
            let count = ranges.len();
            let number = number(count);
            plan.inputs_mut(&mut |input| {
                if input.path() == path.as_str() {
                    input.unknown = Some(number);
                    ranges.truncate(count);
                    let varied = Input { likely: low, low, high, ..*input };
                    ranges.push(Range { input: varied, inputs: vec![path.to_string()], low, high });
                }
            });
            if ranges.len() == count {
                let message = "the plan has no such number";
                let mut error = InputError::new(path.clone(), Code::UnknownId, message);
                error.value(path.as_str()).example("learning.formal.hours");
                return Err(error.into());
            }
        }
        let mut sampler = Self::of(None, &plan, options, ranges, &mut Dimensions::default())?;
        let lowest: Vec<f64> = inputs.iter().map(|(_, [low, _])| low.to_f64()).collect();
        sampler.set(&lowest);
        Ok(sampler)
    }

    /// Starts again, with these values of the inputs that vary, in their order.
    pub fn set(&mut self, values: &[f64]) {
        for (draws, &value) in self.draws.iter_mut().rev().zip(values.iter().rev()) {
            draws.fixed = Some(value);
        }
        self.columns.iter_mut().for_each(Vec::clear);
        self.done = 0;
    }

    fn of(
        earlier: Option<Self>,
        plan: &Plan,
        options: &Options,
        ranges: Vec<Range>,
        dimensions: &mut Dimensions,
    ) -> Result<Self, InputErrors> {
        options.check()?;
        let mut asked = HEADLINES.to_vec();
        let targets = options.targets.iter().map(|target| target.figure);
        for figure in targets.chain([options.figure]) {
            if !asked.contains(&figure) {
                asked.push(figure);
            }
        }
        let evaluation = model::evaluate(plan)?;
        let likely = likely(plan, &evaluation, &asked)?;
        let program = formulas::program(plan, &ranges, asked.clone())?;
        let keep = ranges.len() * options.points as usize <= KEPT;
        let mut known = earlier.map_or_else(Vec::new, |earlier| earlier.draws);
        let draws = ranges.iter().map(|range| {
            let key = Key::new(range, dimensions.of(range), options);
            let same = known.iter().position(|draws| draws.key == key);
            same.map_or_else(|| Draws::new(key, keep), |same| known.swap_remove(same))
        });
        Ok(Self {
            options: options.clone(),
            evaluation,
            likely,
            draws: draws.collect(),
            ranges,
            room: program.room(),
            program,
            columns: asked.iter().map(|_| Vec::with_capacity(options.points as usize)).collect(),
            asked,
            done: 0,
        })
    }

    /// Works off so many samples more, up to all of them. A simulation is told of a power of two of them.
    pub fn advance(&mut self, points: u32) {
        let bits = self.options.points.trailing_zeros();
        let steps = self.steps(points);
        let samples = self.done..self.done + steps * STEP;
        self.done = samples.end;
        let Self { draws, program, room, columns, .. } = self;
        work(program, room, columns, samples, |number, start, lanes| match draws.get_mut(number) {
            Some(draws) => draws.lanes(bits, start, lanes),
            None => broken("what varies is drawn"),
        });
    }

    /// The same on so many threads, each with its own room and its own part of the samples: the digits do not
    /// depend on how many there are.
    #[cfg(not(target_family = "wasm"))]
    pub fn advance_on(&mut self, threads: NonZeroUsize, points: u32) {
        let steps = self.steps(points);
        let threads = u32::try_from(threads.get()).unwrap_or(u32::MAX).min(steps);
        if threads < 2 {
            return self.advance(points);
        }
        let start = self.done;
        // Thread `part` begins here, and ends where the next one begins.
        let begin = |part: u32| {
            let before = u64::from(steps) * u64::from(part) / u64::from(threads);
            let Ok(before) = u32::try_from(before) else { broken("a part is no more than all") };
            start + before * STEP
        };
        let this = &*self;
        let parts: Vec<Vec<Vec<f64>>> = std::thread::scope(|scope| {
            let work = |part| scope.spawn(move || this.part(begin(part)..begin(part + 1)));
            let workers: Vec<_> = (0..threads).map(work).collect();
            let done = workers.into_iter().map(std::thread::ScopedJoinHandle::join);
            done.map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
        });
        for part in parts {
            for (column, samples) in self.columns.iter_mut().zip(part) {
                column.extend(samples);
            }
        }
        self.done = start + steps * STEP;
    }

    /// A value for each of these samples, of each figure that was asked for.
    #[cfg(not(target_family = "wasm"))]
    fn part(&self, samples: std::ops::Range<u32>) -> Vec<Vec<f64>> {
        let bits = self.options.points.trailing_zeros();
        let mut room = self.room.clone();
        let mut columns: Vec<Vec<f64>> = vec![Vec::new(); self.asked.len()];
        work(&self.program, &mut room, &mut columns, samples, |number, start, lanes| {
            match self.draws.get(number) {
                Some(draws) => draws.fill(bits, start, lanes),
                None => broken("what varies is drawn"),
            }
        });
        columns
    }

    /// How many steps there are to so many samples more.
    fn steps(&self, points: u32) -> u32 {
        points.min(self.options.points.saturating_sub(self.done)).div_ceil(STEP)
    }

    /// How many samples have been worked off.
    pub fn done(&self) -> u32 {
        self.done
    }

    /// Whether all have been.
    pub fn is_done(&self) -> bool {
        self.done >= self.options.points
    }

    /// The plan's figures with every estimate at its likely value.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// The inputs that rest on each thing that is not known, and its values so far as they are kept.
    pub fn drawn(&self) -> impl Iterator<Item = (&[String], &[f64])> {
        let inputs = self.ranges.iter().map(|range| range.inputs.as_slice());
        inputs.zip(self.draws.iter().map(|draws| draws.known.as_slice()))
    }

    /// The samples so far of a figure; `None` for one that was not asked for.
    pub fn samples(&self, figure: Figure) -> Option<&[f64]> {
        self.figures().find(|(known, _)| *known == figure).map(|(_, samples)| samples)
    }

    /// The samples so far of a figure that was asked for.
    pub(crate) fn column(&self, figure: Figure) -> &[f64] {
        self.samples(figure).unwrap_or_else(|| broken("this figure was asked for"))
    }
}

impl Sampler {
    pub(super) fn likely(&self) -> impl Iterator<Item = Option<f64>> {
        self.likely.iter().copied()
    }

    pub(super) fn options(&self) -> &Options {
        &self.options
    }

    /// Each figure that was asked for, with its samples.
    pub(super) fn figures(&self) -> impl Iterator<Item = (Figure, &[f64])> {
        self.asked.iter().zip(&self.columns).map(|(figure, column)| (*figure, column.as_slice()))
    }

    /// What is not known, and how its values are drawn.
    pub(super) fn unknown(&self) -> impl ExactSizeIterator<Item = (&Range, &Quantity)> {
        self.ranges.iter().zip(self.draws.iter().map(|draws| &draws.quantity))
    }

    pub(super) fn program(&self) -> (&Program, Room) {
        (&self.program, self.room.clone())
    }
}

/// What the figures are with every estimate at its likely value: first the headlines, then others.
fn likely(
    plan: &Plan,
    evaluation: &Evaluation,
    figures: &[Figure],
) -> Result<Vec<Option<f64>>, InputErrors> {
    let headlines = Headlines::of_evaluation(evaluation).numbers();
    let mut likely =
        headlines.map(|number| Some(number).filter(|number| number.is_finite())).to_vec();
    for &figure in figures.iter().skip(headlines.len()) {
        likely.push(model::value_of(plan, figure)?);
    }
    Ok(likely)
}

/// Works off these samples; `fill` gives those of what is not known, by its number and the first sample.
fn work(
    program: &Program,
    room: &mut Room,
    columns: &mut [Vec<f64>],
    samples: std::ops::Range<u32>,
    mut fill: impl FnMut(usize, u32, &mut Lanes),
) {
    for start in samples.step_by(LANES) {
        program.run(room, |number, lanes| fill(number, start, lanes));
        for (column, lanes) in columns.iter_mut().zip(program.asked(room)) {
            column.extend_from_slice(lanes);
        }
    }
}

/// The samples of one quantity.
struct Draws {
    quantity: Quantity,
    /// What they depend on.
    key: Key,
    /// The first ones; all are made anew each time when too many would have to be kept.
    known: Vec<f64>,
    keep: bool,
    /// The value of all of them, of an input that varies by what the caller says.
    fixed: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
struct Key {
    estimate: [Decimal; 3],
    dimension: usize,
    seed: u32,
    points: u32,
}

impl Key {
    fn new(range: &Range, dimension: usize, options: &Options) -> Self {
        let estimate = [range.low, range.input.likely, range.high];
        Self { estimate, dimension, seed: options.seed, points: options.points }
    }
}

impl Draws {
    fn new(key: Key, keep: bool) -> Self {
        let dimension = Dimension::new(key.dimension, key.seed);
        let quantity = Quantity::new(key.estimate.map(Decimal::to_f64), dimension);
        let known = Vec::with_capacity(if keep { key.points as usize } else { 0 });
        Self { quantity, key, known, keep, fixed: None }
    }

    fn fill(&self, bits: u32, start: u32, lanes: &mut Lanes) {
        let place = start as usize;
        if let Some(fixed) = self.fixed {
            *lanes = [fixed; LANES];
        } else if let Some(known) = self.known.get(place..place + LANES) {
            lanes.copy_from_slice(known);
        } else {
            self.quantity.fill(bits, start, lanes);
        }
    }

    /// The same, and keeps what was made.
    fn lanes(&mut self, bits: u32, start: u32, lanes: &mut Lanes) {
        self.fill(bits, start, lanes);
        if self.keep && self.fixed.is_none() && self.known.len() == start as usize {
            self.known.extend_from_slice(lanes);
        }
    }
}

impl std::fmt::Debug for Sampler {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (steps, columns) = self.program.size();
        write!(
            f,
            "{} unknown, {steps} steps, {columns} columns, {} done",
            self.ranges.len(),
            self.done
        )
    }
}
