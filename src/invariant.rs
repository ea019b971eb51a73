//! What must hold, where types cannot say it.

/// Stops the calculation: `what` is true of every input, so this is a defect of the program.
///
/// A stopped calculation is seen: JavaScript starts the module anew and tells the caller. A number made up in its place
/// would not be.
#[cold]
#[allow(clippy::panic)] // the one place that may: see above
pub(crate) fn broken(what: &str) -> ! {
    panic!("a defect of jaarplan: {what}")
}
