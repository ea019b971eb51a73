//! What JavaScript sees: the only folder that names `wasm_bindgen` and `web_sys`.

#[cfg(all(target_arch = "wasm32", any(feature = "headless", feature = "widgets")))]
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
mod self_test;

#[cfg(feature = "headless")]
pub use headless::{
    allocate, assumptions, check, compare, defaults, evaluate, explain, parse, simulate, solve,
    validate,
};
#[cfg(feature = "headless")]
pub use open_plan::OpenPlan;
