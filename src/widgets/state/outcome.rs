//! What follows from a valid plan, with the ranges that stand in for figures of which the sign would be
//! an accident.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::simulated::Simulated;
use crate::analysis::simulate::{Driver, Simulation, Spread};
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::evaluation::Evaluation;
use crate::model::figures::Figure;
use crate::plan::{Benefit, Country, Input, InputErrors, Origin, Plan, ProductivityBenefit};
use crate::rules::Check;

/// A plan and what follows from it.
#[derive(Debug)]
pub struct Evaluated {
    pub plan: Plan,
    pub evaluation: Evaluation,
}

/// What follows from a valid plan.
#[derive(Debug)]
pub struct Outcome {
    pub own: Evaluated,
    /// How the plan stands against law and agreements.
    checks: OnceCell<Vec<Check>>,
    /// At the lowest and the highest realistic uplift, unless the plan gives one number for it.
    by_uplift: Option<([Decimal; 2], [Evaluated; 2])>,
    /// At the lows and at the highs of what the cost of doing nothing rests on.
    by_inaction: OnceCell<Option<[Evaluated; 2]>>,
    /// In thousands of samples of what is not known.
    simulated: RefCell<Simulated>,
}

impl Outcome {
    /// What follows from a plan.
    ///
    /// # Errors
    ///
    /// As [`crate::model::evaluate`].
    pub fn of(plan: Plan) -> Result<Self, InputErrors> {
        let own = Evaluated::of(plan)?;
        let by_uplift = by_uplift(&own.plan);
        // What not every widget shows waits until one does.
        Ok(Self {
            own,
            checks: OnceCell::new(),
            by_uplift,
            by_inaction: OnceCell::new(),
            simulated: RefCell::default(),
        })
    }

    /// The outcome before this one, of which the samples are used again.
    pub fn after(self, earlier: Self) -> Self {
        self.simulated.replace(earlier.simulated.into_inner().of_earlier());
        self
    }

    /// How the plan stands against law and agreements.
    pub fn checks(&self) -> &[Check] {
        self.checks.get_or_init(|| crate::rules::checks(&self.own.plan))
    }

    /// The two plans between which a figure is shown as a range; `None` for one number.
    pub fn ends(&self, figure: Figure) -> Option<&[Evaluated; 2]> {
        match figure {
            Figure::Rov | Figure::Net => self.by_uplift.as_ref().map(|(_, ends)| ends),
            Figure::InactionCost => {
                self.by_inaction.get_or_init(|| by_inaction(&self.own.plan)).as_ref()
            }
            _ => None,
        }
    }

    /// What may happen, as far as it has been worked off, where something is not known: an estimate, and with
    /// `defaults` those too. Who asks first sees the first samples; see [`Outcome::go_on`].
    pub fn simulation(&self, defaults: bool) -> Option<Rc<Simulation>> {
        self.simulated.borrow_mut().begin(&self.own.plan, defaults)
    }

    /// How a figure spreads. Where defaults count as known, nothing tells how what rests on the weakest of
    /// them spreads: the cost of doing nothing, and Return on Value at a default uplift.
    pub fn spread(&self, figure: Figure, defaults: bool) -> Option<Spread> {
        let hidden = !defaults
            && match figure {
                Figure::InactionCost => true,
                Figure::Rov | Figure::Net | Figure::PvValue | Figure::PaybackMonth => {
                    self.rests_on_uplift()
                }
                _ => false,
            };
        let simulation = self.simulation(defaults).filter(|_| !hidden)?;
        simulation.figures.get(figure).cloned()
    }

    /// Whether there is a default among the uplifts.
    fn rests_on_uplift(&self) -> bool {
        self.own.plan.value.benefits.iter().any(|benefit| match benefit {
            Benefit::Productivity(benefit) => benefit.uplift.origin == Origin::Default,
            _ => false,
        })
    }

    /// What moves a figure, what moves it most first; `None` where nothing tells.
    pub fn drivers(&self, figure: Figure) -> Option<Vec<Driver>> {
        self.simulated.borrow().drivers(figure)
    }

    /// Works out the shares of a figure's variance, for [`Outcome::drivers`].
    pub fn explain_variance(&self, figure: Figure) {
        self.simulated.borrow_mut().explain_variance(figure);
    }

    /// Works off a few samples more of a simulation that somebody asked for. Whether it is told anew: of all
    /// samples.
    pub fn go_on(&self) -> bool {
        self.simulated.borrow_mut().go_on()
    }

    /// Whether there are samples to work off.
    pub fn has_samples_left(&self) -> bool {
        self.simulated.borrow().has_samples_left()
    }

    /// Whether there are, or some that nothing tells of yet.
    pub fn is_pending(&self) -> bool {
        self.simulated.borrow().is_pending()
    }

    /// The uplifts at the two ends of Return on Value.
    pub fn uplifts(&self) -> Option<[Decimal; 2]> {
        self.by_uplift.as_ref().map(|(uplifts, _)| *uplifts)
    }
}

impl Evaluated {
    fn of(plan: Plan) -> Result<Self, InputErrors> {
        let evaluation = crate::model::evaluate(&plan)?;
        Ok(Self { plan, evaluation })
    }
}

/// With an uplift that rests on a default or is an estimate: at its low and its high.
fn by_uplift(plan: &Plan) -> Option<([Decimal; 2], [Evaluated; 2])> {
    let mut uplifts = None;
    let ends = both(plan, &mut |plan, high| {
        for benefit in &mut plan.value.benefits {
            if let Benefit::Productivity(ProductivityBenefit { uplift, .. }) = benefit {
                let (low, top) = realistic(uplift, plan.country);
                if low < top {
                    uplifts = Some([low, top]);
                }
                uplift.likely = if high { top } else { low };
            }
        }
    });
    Some((uplifts?, ends))
}

fn by_inaction(plan: &Plan) -> Option<[Evaluated; 2]> {
    let ends = both(plan, &mut |plan, high| {
        let country = plan.country;
        let inaction = &mut plan.value.inaction;
        for (input, grows) in [
            (&mut inaction.skill_half_life_years, false),
            (&mut inaction.sensitivity, true),
            (&mut inaction.probability, true),
        ] {
            let (low, top) = realistic(input, country);
            input.likely = if high == grows { top } else { low };
        }
    });
    let [low, high] = &ends;
    let is_range = low.evaluation.value.inaction_cost < high.evaluation.value.inaction_cost;
    is_range.then_some(ends)
}

/// What follows at the low and at the high end that `set` makes of a plan which was evaluated. It sets numbers of
/// benefits and of inaction only: no limit of a result rests on these.
fn both(plan: &Plan, set: &mut dyn FnMut(&mut Plan, bool)) -> [Evaluated; 2] {
    [false, true].map(|high| {
        let mut plan = plan.clone();
        set(&mut plan, high);
        Evaluated::of(plan).unwrap_or_else(|_| broken("a plan is refused for what it may yield"))
    })
}

/// The lowest and the highest realistic value of an input: the range of its default, or its own ends, which are equal
/// in a number that is no estimate.
fn realistic(input: &Input, country: Country) -> (Decimal, Decimal) {
    input.standard(country).and_then(|standard| standard.range).unwrap_or((input.low, input.high))
}
