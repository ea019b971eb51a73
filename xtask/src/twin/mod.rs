//! The module as JavaScript, which npm/assemble.js can make a module again: one text serves both engines.
//!
//! wasm-opt has made numbers of 32 bits of those of 64, and left no value to a block; what is left is written as
//! JavaScript with the same digits. An int32 is a number that JavaScript knows to be whole and not too large; a sum
//! of a few is exact, and is cut to 32 bits only where somebody could see the difference.

mod read;
mod write;

use anyhow::Result;
use std::fs;
use std::path::Path;

pub fn write(wasm: &Path, script: &Path) -> Result<()> {
    let module = read::module(&fs::read(wasm)?)?;
    Ok(fs::write(script, write::script(&module)?)?)
}
