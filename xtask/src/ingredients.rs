//! What of others is in the published files: what Cargo gave to the linker, and tools that leave code behind.

use crate::bundle;
use crate::root;
use crate::run::command;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A part that somebody else made.
pub struct Ingredient {
    pub name: String,
    pub version: String,
    /// Where it is from, as a package URL.
    pub purl: String,
    /// As an SPDX expression.
    pub licence: String,
    pub about: &'static str,
    /// The checksum of the lock file, by the name of its algorithm, in hexadecimal digits.
    pub sum: Option<(&'static str, String)>,
    /// Whether it is in the files, or only worked on them.
    pub inside: bool,
    /// The texts that its licence asks to pass on.
    pub texts: Vec<String>,
    /// Names and versions of what it is made with.
    pub needs: Vec<String>,
}

const LINKED: &str = "compiled into the WebAssembly modules, and so into their JavaScript twins";
const WORKED: &str = "runs while the modules are compiled; nothing of it is in them";

/// By name and version; the standard library and the tools last.
pub fn all() -> Result<Vec<Ingredient>> {
    let library = sysroot()?.join("lib/rustlib/src/rust/library");
    let mut locks = lock(Path::new("Cargo.lock"))?;
    let own = locks.clone();
    locks.append(&mut lock(&library.join("Cargo.lock"))?);
    let mut found = BTreeMap::new();
    for feature in bundle::features() {
        for line in fs::read_to_string(bundle::crates(feature))?.lines() {
            let message: Value = serde_json::from_str(line)?;
            if message["reason"] != "compiler-artifact"
                || message["target"]["kind"][0] == "custom-build"
            {
                continue;
            }
            let manifest = Path::new(message["manifest_path"].as_str().context("no manifest")?);
            if manifest.starts_with(&library) || manifest.starts_with(root()) {
                continue;
            }
            let id = message["package_id"].as_str().context("no id")?;
            let (_, id) = id.rsplit_once('#').context("a crate of another place")?;
            let (name, version) = id.split_once('@').context("a crate without a version")?;
            let key = (name.to_owned(), version.to_owned());
            // A crate may be compiled both for the module and for what works on it.
            let inside = message["filenames"].to_string().contains("/wasm32-unknown-unknown/");
            let known: &mut bool = found.entry((key, manifest.to_owned())).or_default();
            *known |= inside;
        }
    }
    let mut all = Vec::new();
    for (((name, version), manifest), inside) in found {
        let locked = locks.iter().find(|one| one.name == name && one.version == version);
        let locked = locked.with_context(|| format!("{name} {version} is in no lock file"))?;
        all.push(of_crate(locked, &manifest, inside, if inside { LINKED } else { WORKED })?);
    }
    let std = locks.iter().find(|one| one.name == "std").context("no lock of the library")?;
    all.push(standard_library(&library, std.needs.clone())?);
    let glue = own.iter().find(|one| one.name == "wasm-bindgen-cli-support");
    all.push(bindgen(glue.context("wasm-bindgen-cli-support is not locked")?)?);
    all.push(of_npm(
        "binaryen",
        "optimises the modules, and makes them of 32 bits for their JavaScript twins",
    )?);
    all.push(of_npm("esbuild", "puts files together; small functions of it stand in them")?);
    Ok(all)
}

// ── Crates ──────────────────────────────────────────────────────────────────────────────────────

/// What a lock file says of a crate.
#[derive(Clone, Default)]
pub struct Locked {
    pub name: String,
    pub version: String,
    sum: String,
    pub needs: Vec<String>,
}

pub fn lock(file: &Path) -> Result<Vec<Locked>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let crates = text.split("[[package]]").skip(1).map(|block| {
        let mut one = Locked::default();
        for line in block.lines() {
            let quoted = || line.split('"').nth(1).unwrap_or_default().to_owned();
            match line.split(' ').next() {
                Some("name") => one.name = quoted(),
                Some("version") => one.version = quoted(),
                Some("checksum") => one.sum = quoted(),
                Some("") => one.needs.push(quoted()), // in the list of dependencies
                _ => {}
            }
        }
        one.needs.retain(|name| !name.is_empty());
        one
    });
    let mut crates: Vec<_> = crates.collect();
    // The file leaves out the version of what it has but one of.
    let versions: BTreeMap<_, _> =
        crates.iter().map(|one| (one.name.clone(), one.version.clone())).collect();
    for need in crates.iter_mut().flat_map(|one| &mut one.needs) {
        if let Some(version) = versions.get(need) {
            *need = format!("{need} {version}");
        }
    }
    Ok(crates)
}

fn of_crate(
    locked: &Locked,
    manifest: &Path,
    inside: bool,
    about: &'static str,
) -> Result<Ingredient> {
    let Locked { name, version, sum, needs } = locked.clone();
    let toml = fs::read_to_string(manifest)?;
    let said = |key: &str| {
        let line = toml.lines().find(|line| line.starts_with(&format!("{key} = ")));
        Some(line?.split('"').nth(1)?.to_owned())
    };
    let licence = said("license").with_context(|| format!("{name} names no licence"))?;
    let authors = said("authors").unwrap_or_else(|| format!("the {name} authors"));
    let mut texts = licences(manifest.parent().context("a manifest without a folder")?)?;
    if texts.is_empty() {
        ensure!(licence == "MIT", "{name} has no text of its licence {licence}");
        texts.push(mit(authors.split(" <").next().unwrap_or_default())?);
    }
    Ok(Ingredient {
        purl: format!("pkg:cargo/{name}@{version}"),
        licence: licence.replace('/', " OR "),
        sum: Some(("SHA-256", sum)),
        name,
        version,
        about,
        inside,
        texts,
        needs,
    })
}

/// The standard library is compiled with the modules; its own dependencies are crates like the others.
fn standard_library(library: &Path, needs: Vec<String>) -> Result<Ingredient> {
    Ok(Ingredient {
        name: "rust-std".into(),
        purl: format!("pkg:github/rust-lang/rust@{}", rustc("commit-hash: ")?),
        version: rustc("release: ")?,
        licence: "(MIT OR Apache-2.0) AND (MIT AND Apache-2.0 WITH LLVM-exception)".into(),
        about: "the Rust standard library with compiler-builtins, compiled with and linked into the modules",
        sum: None,
        inside: true,
        texts: vec![
            mit("The Rust Project Contributors")?,
            fs::read_to_string(library.join("compiler-builtins/LICENSE.txt"))?,
        ],
        needs,
    })
}

/// The tool is a library of this program; only Cargo knows where that lies.
fn bindgen(locked: &Locked) -> Result<Ingredient> {
    let host = rustc("host: ")?;
    let metadata: Value = serde_json::from_str(&output(
        "cargo",
        // Of this platform only: the crates of others are not here.
        &[
            "metadata",
            "--format-version=1",
            "--locked",
            "--manifest-path=xtask/Cargo.toml",
            "--filter-platform",
            &host,
        ],
    )?)?;
    let packages = metadata["packages"].as_array().context("no packages")?;
    let found = packages.iter().find(|one| one["name"] == locked.name.as_str());
    let manifest = found.and_then(|one| one["manifest_path"].as_str()).context("no manifest")?;
    let about = "makes the JavaScript between the modules and the page";
    let of = of_crate(locked, Path::new(manifest), true, about)?;
    Ok(Ingredient { needs: Vec::new(), ..of }) // what it needs itself leaves nothing behind
}

// ── Tools of npm ────────────────────────────────────────────────────────────────────────────────

fn of_npm(name: &str, about: &'static str) -> Result<Ingredient> {
    let lock: Value = serde_json::from_str(&fs::read_to_string("package-lock.json")?)?;
    let locked = &lock["packages"][format!("node_modules/{name}")];
    let folder = Path::new("node_modules").join(name);
    let manifest: Value = serde_json::from_str(&fs::read_to_string(folder.join("package.json"))?)?;
    let text = |value: &Value| value.as_str().map(str::to_owned).with_context(|| name.to_owned());
    let version = text(&locked["version"])?;
    ensure!(manifest["version"] == version.as_str(), "{name} is not the version that is locked");
    let sum = text(&locked["integrity"])?;
    let sum = sum.strip_prefix("sha512-").context("a sum of another kind")?;
    Ok(Ingredient {
        name: name.into(),
        purl: format!("pkg:npm/{name}@{version}"),
        version,
        licence: text(&manifest["license"])?,
        about,
        sum: Some(("SHA-512", digits(sum)?)),
        inside: true,
        texts: licences(&folder)?,
        needs: Vec::new(),
    })
}

/// Base64 as hexadecimal digits.
fn digits(base64: &str) -> Result<String> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut digits, mut bits, mut held) = (String::new(), 0_u32, 0);
    for letter in base64.trim_end_matches('=').chars() {
        let Some(value) = LETTERS.find(letter) else { bail!("{letter} is not of base64") };
        bits = (bits << 6 | u32::try_from(value)?) & 0xffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            digits += &format!("{:02x}", bits >> held & 0xff);
        }
    }
    Ok(digits)
}

// ── Licences ────────────────────────────────────────────────────────────────────────────────────

/// The texts in a folder; without Apache's where there is another, as that is the one we choose.
fn licences(folder: &Path) -> Result<Vec<String>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    let name =
        |file: &PathBuf| file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
    files.retain(|file| {
        ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|word| name(file).starts_with(word))
    });
    if files.len() > 1 {
        files.retain(|file| !name(file).contains("APACHE"));
    }
    files.sort();
    files.iter().map(|file| Ok(fs::read_to_string(file)?)).collect()
}

/// Our own text of the MIT licence, for somebody else.
fn mit(holder: &str) -> Result<String> {
    let own = fs::read_to_string("LICENSE-MIT")?;
    let line = own.lines().find(|line| line.starts_with("Copyright")).context("LICENSE-MIT")?;
    Ok(own.replace(line, &format!("Copyright (c) {holder}")))
}

/// What the compiler says of itself.
fn rustc(key: &str) -> Result<String> {
    let about = output("rustc", &["-vV"])?;
    let said = about.lines().find_map(|line| line.strip_prefix(key));
    Ok(said.with_context(|| format!("rustc has no {key}"))?.to_owned())
}

fn sysroot() -> Result<PathBuf> {
    Ok(output("rustc", &["--print", "sysroot"])?.trim().into())
}

fn output(program: &str, args: &[&str]) -> Result<String> {
    let output = command(program, args).output().with_context(|| program.to_owned())?;
    ensure!(output.status.success(), "{program} ended with {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_the_same_bytes_in_other_letters() {
        for (base64, expected) in
            [("", ""), ("AA==", "00"), ("/+8=", "ffef"), ("SmFhcnBsYW4=", "4a616172706c616e")]
        {
            assert_eq!(digits(base64).unwrap(), expected);
        }
        assert!(digits("*").is_err());
    }
}
