//! The allocator of the wasm modules: smaller and faster than the default one of the target.

/// One heap that grows with the module's memory. There are no threads to share it with.
#[global_allocator]
static HEAP: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
