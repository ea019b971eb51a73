//! WebAssembly modules: bytes in, bytes or facts out. No files.

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{EntityType, ImportSection, MemorySection, MemoryType, Module};
use wasmparser::{
    DataKind, ImportSectionReader, MemorySectionReader, Operator, Parser, Payload, TypeRef,
};

/// The size of a page, the unit in which memory grows, in bytes.
pub const PAGE: usize = 65_536;

/// A function that a module imports.
#[derive(Debug, PartialEq, Eq)]
pub struct Import {
    /// The module that it comes from.
    pub module: String,
    /// Its name in there.
    pub name: String,
}

/// The functions that a module imports, in order.
///
/// # Errors
///
/// When the bytes are not a module, or it imports anything other than functions.
pub fn imports(wasm: &[u8]) -> Result<Vec<Import>> {
    let mut all = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(section) = payload? else { continue };
        for import in section.into_imports() {
            let import = import?;
            ensure!(matches!(import.ty, TypeRef::Func(_)), "imports {:?}", import.ty);
            all.push(Import { module: import.module.to_owned(), name: import.name.to_owned() });
        }
    }
    Ok(all)
}

/// The module from which [`shorten_imports`] lets everything be imported.
pub const SHORT_MODULE: &str = "a";

/// The name that [`shorten_imports`] gives to the import at a place: `a` … `z`, `aa`, `ba` …
pub fn short_name(place: usize) -> String {
    let letter = char::from(b'a' + (place % 26) as u8);
    match place / 26 {
        0 => letter.to_string(),
        rest => format!("{letter}{}", short_name(rest - 1)),
    }
}

/// The same module with short names for its imports. Those of wasm-bindgen end in random digits, and would travel in
/// the module and in the glue.
///
/// # Errors
///
/// When the bytes are not a module.
pub fn shorten_imports(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    ShortImports.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

struct ShortImports;

impl Reencode for ShortImports {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        for (place, import) in section.into_imports().enumerate() {
            let kind = self.entity_type(import?.ty)?;
            imports.import(SHORT_MODULE, &short_name(place), kind);
        }
        Ok(())
    }
}

/// The memory with which an instance of a module starts, in whole pages.
///
/// # Errors
///
/// When the module has no data, or data that it does not put into its memory at the start.
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

/// The same module, but with its memory imported, as `memory` of the module `from`.
///
/// # Errors
///
/// When the bytes are not a module, or it has no imports or no memory.
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

    fn import(module: &str, name: &str) -> Import {
        Import { module: module.to_owned(), name: name.to_owned() }
    }

    #[test]
    fn a_module_is_read() {
        let wasm = module(&ConstExpr::i32_const(70_000));
        assert_eq!(imports(&wasm).unwrap(), ["one", "two"].map(|name| import("glue", name)));
        let memory = memory(&wasm).unwrap();
        assert_eq!(memory.len(), 2 * PAGE);
        assert_eq!(memory[69_999..70_004], [0, 7, 8, 9, 0]);
    }

    #[test]
    fn imports_get_short_names() {
        let wasm = module(&ConstExpr::i32_const(70_000));
        let made = shorten_imports(&wasm).unwrap();
        assert_eq!(imports(&made).unwrap(), ["a", "b"].map(|name| import("a", name)));
        assert_eq!(memory(&made).unwrap(), memory(&wasm).unwrap());
    }

    #[test]
    fn no_two_short_names_are_the_same() {
        let names: Vec<_> = (0..2000).map(short_name).collect();
        assert_eq!([&*names[0], &*names[25], &*names[26]], ["a", "z", "aa"]);
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len());
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
