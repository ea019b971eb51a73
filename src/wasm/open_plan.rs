//! A plan that stays in the module while its inputs change one at a time.

use wasm_bindgen::prelude::*;

use super::headless::{document, hand_out, refuse};
use crate::analysis::simulate::{Options, Sampler};
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::model::headlines::HEADLINES;

/// The ids of the headlines in the order of [`OpenPlan::headline`], with a space between two.
#[wasm_bindgen(js_name = headlineIds)]
pub fn headline_ids() -> String {
    HEADLINES.map(Figure::key).join(" ")
}

/// An open plan, and the headlines as they were last asked for.
#[wasm_bindgen]
pub struct OpenPlan {
    plan: crate::analysis::open_plan::OpenPlan,
    headlines: [f64; HEADLINES.len()],
    /// The last simulation: it knows the samples of what has not changed since.
    sampler: Option<Sampler>,
}

#[wasm_bindgen]
impl OpenPlan {
    /// Opens a plan.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the plan, as `{ errors }`.
    pub fn open(plan: JsValue) -> Result<OpenPlan, JsValue> {
        let plan = crate::analysis::open_plan::OpenPlan::new(document(plan)).map_err(refuse)?;
        Ok(Self { plan, headlines: [f64::NAN; HEADLINES.len()], sampler: None })
    }

    /// Writes a value at the path of a number.
    ///
    /// # Errors
    ///
    /// What is wrong with the value, as `{ errors }`; the plan then stays as it was.
    pub fn set(&mut self, path: &str, value: JsValue) -> Result<(), JsValue> {
        let value = match value.as_f64() {
            Some(number) => number.into(),
            None => document(value).root().clone(),
        };
        self.plan.set(path, value).map_err(refuse)
    }

    /// Calculates the headlines, for [`Self::headline`].
    ///
    /// # Errors
    ///
    /// What only an evaluation finds, as `{ errors }`.
    pub fn calculate(&mut self) -> Result<(), JsValue> {
        self.headlines = self.plan.headlines().map_err(refuse)?.numbers();
        Ok(())
    }

    /// One of the headlines, in the order of [`headline_ids`]; NaN for what is not defined. Numbers cross one by one faster
    /// than an array or an object does.
    pub fn headline(&self, at: usize) -> f64 {
        self.headlines.get(at).copied().unwrap_or_else(|| broken("there is no such headline"))
    }

    /// How the figures spread, as the function of the same name; faster the second time.
    ///
    /// # Errors
    ///
    /// What only an evaluation finds, or what is wrong with the options, as `{ errors }`.
    pub fn simulate(&mut self, options: JsValue) -> Result<JsValue, JsValue> {
        let options = Options::read(document(options).root()).map_err(refuse)?;
        let sampler = Sampler::after(self.sampler.take(), self.plan.plan(), &options);
        let sampler = self.sampler.insert(sampler.map_err(refuse)?);
        sampler.advance(options.points);
        hand_out(&sampler.simulation())
    }

    /// Everything that follows from the plan as it is now.
    ///
    /// # Errors
    ///
    /// What only an evaluation finds, as `{ errors }`.
    pub fn evaluate(&self) -> Result<JsValue, JsValue> {
        hand_out(&self.plan.evaluate().map_err(refuse)?)
    }
}
