//! Short names for what a module imports: those of wasm-bindgen end in random digits, and would travel in the module
//! and in the glue.

use anyhow::{Context, Result, ensure};
use std::ops::Range;
use wasmparser::{Parser, Payload, TypeRef};

/// The module whose imports have short names, and the JavaScript that gives them by these.
pub fn shorten(wasm: &[u8]) -> Result<(Vec<u8>, String)> {
    let (section, imports) = imports(wasm)?;
    let mut modules: Vec<&str> = Vec::new();
    let mut entries = Vec::new();
    leb(&mut entries, imports.len());
    let mut given = String::new();
    for (place, (module, name, kind)) in imports.iter().enumerate() {
        let of = modules.iter().position(|known| known == module).unwrap_or_else(|| {
            modules.push(module);
            modules.len() - 1
        });
        let short = short(place);
        given += &format!("  {short}: module{of}.{name},\n");
        for text in ["a", &short] {
            leb(&mut entries, text.len());
            entries.extend(text.bytes());
        }
        entries.push(0); // a function
        leb(&mut entries, *kind as usize);
    }
    let mut code = String::new();
    for (i, module) in modules.iter().enumerate() {
        code += &format!("import * as module{i} from '{module}';\n");
    }
    code += &format!("export const imports = {{ a: {{\n{given}}} }};\n");

    // The length of the section stands before it, behind its number.
    let mut length = Vec::new();
    leb(&mut length, section.len());
    let start = section.start - length.len();
    ensure!(
        wasm[start..section.start] == length,
        "the length of the imports is written another way"
    );
    let mut made = wasm[..start].to_vec();
    leb(&mut made, entries.len());
    made.extend(entries);
    made.extend(&wasm[section.end..]);
    Ok((made, code))
}

/// The module, the name and the number of the type.
type Import<'a> = (&'a str, &'a str, u32);

/// Where the imports stand, and all of them.
fn imports(wasm: &[u8]) -> Result<(Range<usize>, Vec<Import<'_>>)> {
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ImportSection(section) = payload? else { continue };
        let range = section.range();
        let mut all = Vec::new();
        for import in section.into_imports() {
            let import = import?;
            let TypeRef::Func(kind) = import.ty else { anyhow::bail!("imports {:?}", import.ty) };
            all.push((import.module, import.name, kind));
        }
        return Ok((range, all));
    }
    None.context("a module without imports")
}

/// `a` … `z`, `aa`, `ba` …
fn short(mut place: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (place % 26) as u8));
        place /= 26;
        if place == 0 {
            return name;
        }
        place -= 1;
    }
}

fn leb(into: &mut Vec<u8>, mut value: usize) {
    while value > 127 {
        into.push(value as u8 | 128);
        value >>= 7;
    }
    into.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn no_two_names_are_the_same() {
        let names: Vec<_> = (0..2000).map(short).collect();
        assert_eq!([&*names[0], &*names[25], &*names[26]], ["a", "z", "aa"]);
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len());
    }
}
