//! What follows from a valid plan, with the ranges that stand in for figures of which the sign would be
//! an accident.

use std::cell::OnceCell;

use crate::Decimal;
use crate::model::evaluation::Evaluation;
use crate::plan::{BenefitKind, Country, Input, InputErrors, Plan};
use crate::rules::Check;

/// A plan and what follows from it.
#[derive(Debug)]
pub struct End {
    pub plan: Plan,
    pub evaluation: Evaluation,
}

/// What follows from a valid plan.
#[derive(Debug)]
pub struct Outcome {
    pub own: End,
    /// How the plan stands against law and agreements.
    checks: OnceCell<Vec<Check>>,
    /// At the lowest and the highest realistic uplift, unless the plan gives one number for it.
    by_uplift: Option<([Decimal; 2], [End; 2])>,
    /// At the lows and at the highs of what the cost of doing nothing rests on.
    by_inaction: OnceCell<Option<[End; 2]>>,
}

impl Outcome {
    /// # Errors
    ///
    /// As [`crate::evaluate`].
    pub fn of(plan: Plan) -> Result<Self, InputErrors> {
        let own = End::of(plan)?;
        let by_uplift = by_uplift(&own.plan);
        // What not every widget shows waits until one does.
        Ok(Self { own, checks: OnceCell::new(), by_uplift, by_inaction: OnceCell::new() })
    }

    /// How the plan stands against law and agreements.
    pub fn checks(&self) -> &[Check] {
        self.checks.get_or_init(|| crate::rules::checks(&self.own.plan))
    }

    /// The two plans between which a figure is shown as a range; `None` for one number.
    pub fn ends(&self, figure: &str) -> Option<&[End; 2]> {
        match figure {
            "value.rov" | "value.net" => self.by_uplift.as_ref().map(|(_, ends)| ends),
            "value.inactionCost" => {
                self.by_inaction.get_or_init(|| by_inaction(&self.own.plan)).as_ref()
            }
            _ => None,
        }
    }

    /// The uplifts at the two ends of Return on Value.
    pub fn uplifts(&self) -> Option<[Decimal; 2]> {
        self.by_uplift.as_ref().map(|(uplifts, _)| *uplifts)
    }
}

impl End {
    fn of(plan: Plan) -> Result<Self, InputErrors> {
        let evaluation = crate::evaluate(&plan)?;
        Ok(Self { plan, evaluation })
    }
}

/// With an uplift that rests on a default or is an estimate: at its low and its high.
fn by_uplift(plan: &Plan) -> Option<([Decimal; 2], [End; 2])> {
    let mut uplifts = None;
    let ends = both(plan, &mut |plan, high| {
        for benefit in &mut plan.value.benefits {
            if let BenefitKind::Productivity { uplift, .. } = &mut benefit.kind {
                let (low, top) = realistic(uplift, plan.country);
                if low < top {
                    uplifts = Some([low, top]);
                }
                uplift.likely = if high { top } else { low };
            }
        }
    })?;
    Some((uplifts?, ends))
}

fn by_inaction(plan: &Plan) -> Option<[End; 2]> {
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
    })?;
    let [low, high] = &ends;
    let is_range = low.evaluation.value.inaction_cost < high.evaluation.value.inaction_cost;
    is_range.then_some(ends)
}

/// What follows at the low and at the high end that `set` makes of a plan.
fn both(plan: &Plan, set: &mut dyn FnMut(&mut Plan, bool)) -> Option<[End; 2]> {
    let mut at = |high| {
        let mut plan = plan.clone();
        set(&mut plan, high);
        End::of(plan).ok()
    };
    Some([at(false)?, at(true)?])
}

/// The lowest and the highest realistic value of an input: the default's range, or the estimate's.
fn realistic(input: &Input, country: Country) -> (Decimal, Decimal) {
    input.standard(country).and_then(|standard| standard.range).unwrap_or((input.low, input.high))
}
