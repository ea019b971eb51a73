//! What JavaScript sees: the only folder that names `wasm_bindgen` and `web_sys`.

#[cfg(target_arch = "wasm32")]
mod allocator;
#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod data;
#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod dom;
#[cfg(all(feature = "widgets", target_arch = "wasm32"))]
mod element;
#[cfg(feature = "headless")]
mod headless;
#[cfg(feature = "headless")]
mod open_plan;

use wasm_bindgen::prelude::*;

#[cfg(feature = "headless")]
pub use headless::{
    allocate, assumptions, check, compare, defaults, evaluate, explain, parse, simulate, solve,
    validate,
};
#[cfg(feature = "headless")]
pub use open_plan::OpenPlan;

/// The result that this module has for the [self-test](crate::analysis::self_test).
#[wasm_bindgen]
pub fn answer() -> u32 {
    crate::analysis::self_test::answer()
}
