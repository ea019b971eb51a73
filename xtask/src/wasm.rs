//! What the build reads and changes in WebAssembly modules.

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{EntityType, ImportSection, MemorySection, MemoryType, Module};
use wasmparser::{
    DataKind, ImportSectionReader, MemorySectionReader, Operator, Parser, Payload, TypeRef,
};

/// The bytes of a page, in which memory is counted.
pub const PAGE: usize = 65_536;

/// The module and the name of each function that a module imports, in their order.
///
/// # Errors
///
/// When the bytes are no module, or it imports anything but functions.
pub fn imports(wasm: &[u8]) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            let import = import?;
            ensure!(matches!(import.ty, TypeRef::Func(_)), "imports {:?}", import.ty);
            all.push((import.module.to_owned(), import.name.to_owned()));
        }
    }
    Ok(all)
}

/// The memory with which an instance of a module starts, in whole pages of 64 kB.
///
/// # Errors
///
/// When the module has no data, or data that are not put into its memory at the start.
pub fn memory(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut memory = Vec::new();
    let mut has_data = false;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::MemorySection(section) => {
                for of in section {
                    memory.resize(usize::try_from(of?.initial)? * PAGE, 0);
                }
            }
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    let DataKind::Active { memory_index: 0, offset_expr } = data.kind else {
                        bail!("data that are not put into memory at the start")
                    };
                    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                    else {
                        bail!("data at an address that is calculated")
                    };
                    let start = usize::try_from(value)?;
                    let place = memory.get_mut(start..start + data.data.len());
                    place.context("data outside of the memory")?.copy_from_slice(data.data);
                    has_data = true;
                }
            }
            _ => {}
        }
    }
    ensure!(has_data, "a module without data");
    Ok(memory)
}

/// The same module with its memory from outside, as `memory` of the module `from`.
///
/// # Errors
///
/// When the bytes are no module, or one without imports or without memory.
pub fn import_memory(wasm: &[u8], from: &'static str) -> Result<Vec<u8>> {
    let mut memory = None;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::MemorySection(section) = payload? {
            memory = section.into_iter().next().transpose()?;
        }
    }
    let memory = memory.context("a module without memory")?;
    let memory = reencode::RoundtripReencoder.memory_type(memory).map_err(anyhow::Error::new)?;
    let mut module = Module::new();
    let mut moved = MovedMemory { from, memory, is_imported: false };
    moved.parse_core_module(&mut module, Parser::new(0), wasm)?;
    ensure!(moved.is_imported, "a module without imports");
    Ok(module.finish())
}

/// Writes a module again, with its memory among the imports.
struct MovedMemory {
    from: &'static str,
    memory: MemoryType,
    is_imported: bool,
}

impl Reencode for MovedMemory {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        reencode::utils::parse_import_section(self, imports, section)?;
        imports.import(self.from, "memory", EntityType::Memory(self.memory));
        self.is_imported = true;
        Ok(())
    }

    fn parse_memory_section(
        &mut self,
        _: &mut MemorySection,
        _: MemorySectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ConstExpr, DataSection, ExportKind, ExportSection, TypeSection};

    /// Two pages, with some bytes in the second.
    fn module(offset: &ConstExpr) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("glue", "one", EntityType::Function(0));
        imports.import("glue", "two", EntityType::Function(0));
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 2,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        let mut data = DataSection::new();
        data.active(0, offset, [7, 8, 9]);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&memories).section(&exports);
        module.section(&data);
        module.finish()
    }

    #[test]
    fn a_module_is_read() {
        let wasm = module(&ConstExpr::i32_const(70_000));
        let names = ["one", "two"].map(|name| ("glue".to_owned(), name.to_owned()));
        assert_eq!(imports(&wasm).unwrap(), names);
        let memory = memory(&wasm).unwrap();
        assert_eq!(memory.len(), 2 * PAGE);
        assert_eq!(memory[69_999..70_004], [0, 7, 8, 9, 0]);
    }

    #[test]
    fn data_elsewhere_are_refused() {
        for (offset, why) in [
            (ConstExpr::i32_const(2 * PAGE as i32 - 2), "outside"),
            (ConstExpr::global_get(0), "calculated"),
        ] {
            let error = memory(&module(&offset)).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn the_memory_comes_from_outside() {
        let made = import_memory(&module(&ConstExpr::i32_const(70_000)), "js").unwrap();
        let mut seen = Vec::new();
        for payload in Parser::new(0).parse_all(&made) {
            match payload.unwrap() {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import.unwrap();
                        seen.push(format!("{} {} {:?}", import.module, import.name, import.ty));
                    }
                }
                Payload::MemorySection(section) => assert_eq!(section.count(), 0),
                _ => {}
            }
        }
        assert_eq!(seen.len(), 3);
        assert!(seen[2].starts_with("js memory Memory"), "{seen:?}");
    }
}
