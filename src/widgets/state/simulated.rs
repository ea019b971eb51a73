//! A simulation on its way, so that ranges follow what is typed at once and the page stays alive.

use std::rc::Rc;

use crate::analysis::simulate::{Driver, Options, Sampler, Simulation, ranges};
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::plan::Plan;

/// So many samples are worked off before anything is shown.
const FIRST: u32 = 1024;

/// So many samples take less than a frame, in the slowest engine too.
const SLICE: u32 = 128;

/// A simulation, as far as it has been worked off.
#[derive(Debug, Default)]
pub struct Simulated {
    /// Whether defaults count as not known; `None` when it has not begun.
    defaults: Option<bool>,
    /// The simulation; before it has begun, that of an earlier plan.
    sampler: Option<Sampler>,
    /// What is told of it.
    told: Option<Rc<Simulation>>,
    /// A figure and its drivers, with the shares of its variance.
    shares: Option<(Figure, Vec<Driver>)>,
}

impl Simulated {
    /// What is left of it for a plan that changed: its samples.
    pub fn of_earlier(self) -> Self {
        Self { sampler: self.sampler, ..Self::default() }
    }

    /// What is told; the first samples, when it has not begun. `None` where nothing is uncertain. The plan is one that
    /// was evaluated.
    pub fn begin(&mut self, plan: &Plan, defaults: bool) -> Option<Rc<Simulation>> {
        if self.defaults != Some(defaults) {
            let earlier = self.sampler.take();
            *self = Self { defaults: Some(defaults), ..Self::default() };
            // Reading the formulas takes longer than looking whether there is anything to simulate.
            if !ranges(&mut plan.clone(), defaults).is_empty() {
                let options = Options { default_ranges: defaults, ..Options::default() };
                let sampler = Sampler::after(earlier, plan, &options);
                let mut sampler =
                    sampler.unwrap_or_else(|_| broken("a plan with a result is not simulated"));
                sampler.advance(FIRST);
                self.told = Some(Rc::new(sampler.simulation()));
                self.sampler = Some(sampler);
            }
        }
        self.told.clone()
    }

    /// Works off some samples more; once there are all, the next call tells of them.
    pub fn go_on(&mut self) -> bool {
        let is_pending = self.is_pending();
        let Some(sampler) = self.sampler.as_mut().filter(|_| is_pending) else { return false };
        if sampler.is_done() {
            self.told = Some(Rc::new(sampler.simulation()));
            return true;
        }
        sampler.advance(SLICE);
        false
    }

    /// Whether it has begun and is not told as a whole.
    pub fn is_pending(&self) -> bool {
        let (Some(sampler), Some(told)) = (&self.sampler, &self.told) else { return false };
        !sampler.is_done() || told.points < sampler.done()
    }

    /// Whether it has begun and has samples left.
    pub fn has_samples_left(&self) -> bool {
        self.told.is_some() && self.sampler.as_ref().is_some_and(|sampler| !sampler.is_done())
    }

    /// What moves a figure; `None` where nothing is simulated, or not this figure.
    pub fn drivers(&self, figure: Figure) -> Option<Vec<Driver>> {
        match (&self.shares, &self.sampler, &self.told) {
            (Some((known, drivers)), ..) if *known == figure => Some(drivers.clone()),
            (_, Some(sampler), Some(_)) => sampler.drivers_of(figure, false),
            _ => None,
        }
    }

    /// Works out the shares of a figure's variance.
    pub fn explain_variance(&mut self, figure: Figure) {
        let drivers = self.sampler.as_ref().and_then(|sampler| sampler.drivers_of(figure, true));
        self.shares = drivers.map(|drivers| (figure, drivers)).or(self.shares.take());
    }
}
