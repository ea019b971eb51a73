//! What of others is in the published files: what Cargo gave to the linker, and tools that leave code behind.

use crate::run::{command, root};
use anyhow::{Context, Result, ensure};
use cargo_lock::{Lockfile, Package};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A part that somebody else made.
pub struct Ingredient {
    /// As its registry calls it.
    pub name: String,
    /// As its registry writes it.
    pub version: String,
    /// Where it is from, as a package URL.
    pub purl: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// What it does here.
    pub about: &'static str,
    /// The checksum of the lock file: the name of its algorithm, and hexadecimal digits.
    pub sum: Option<(&'static str, String)>,
    /// Whether it is in the files, or only worked on them.
    pub inside: bool,
    /// The texts that its licence asks to pass on.
    pub texts: Vec<String>,
    /// What it is made with, each as `<name> <version>`.
    pub needs: Vec<String>,
}

const LINKED: &str = "compiled into the WebAssembly modules, and so into the same as JavaScript";
const WORKED: &str = "runs while the modules are compiled; nothing of it is in them";

/// All ingredients, by name and version; the standard library and the tools last. `messages` are the files in which
/// Cargo says what it compiled for each module, a JSON message per line.
///
/// # Errors
///
/// When one is not in a lock file, or has no licence to pass on, or its files cannot be read.
pub fn all(messages: &[PathBuf]) -> Result<Vec<Ingredient>> {
    let library = sysroot()?.join("lib/rustlib/src/rust/library");
    let own = lock(Path::new("Cargo.lock"))?;
    let others = lock(&library.join("Cargo.lock"))?;
    let locked = |is: &dyn Fn(&&Package) -> bool| own.iter().chain(&others).find(is);
    let mut found = BTreeMap::new();
    for file in messages {
        for line in fs::read_to_string(file)?.lines() {
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
        let is = |one: &&Package| one.name.as_str() == name && one.version.to_string() == version;
        let locked = locked(&is).with_context(|| format!("{name} {version} is in no lock file"))?;
        all.push(of_crate(locked, &manifest, inside, if inside { LINKED } else { WORKED })?);
    }
    let std = locked(&|one| one.name.as_str() == "std").context("no lock of the library")?;
    all.push(standard_library(&library, needs(std))?);
    let glue = own.iter().find(|one| one.name.as_str() == "wasm-bindgen-cli-support");
    all.push(bindgen(glue.context("wasm-bindgen-cli-support is not locked")?)?);
    all.push(of_npm("binaryen", "optimises the modules, and writes them as JavaScript")?);
    all.push(of_npm("esbuild", "puts files together; small functions of it stand in them")?);
    Ok(all)
}

// ── Crates ──────────────────────────────────────────────────────────────────────────────────────

fn lock(file: &Path) -> Result<Vec<Package>> {
    Ok(Lockfile::load(file).with_context(|| file.display().to_string())?.packages)
}

/// What the workspace's crate of this name needs, each as `<name> <version>`.
///
/// # Errors
///
/// When the lock file cannot be read, or has no such crate.
pub fn needs_of(name: &str) -> Result<Vec<String>> {
    let own = lock(Path::new("Cargo.lock"))?;
    let found = own.iter().find(|one| one.name.as_str() == name);
    Ok(needs(found.with_context(|| format!("{name} is not locked"))?))
}

fn needs(of: &Package) -> Vec<String> {
    of.dependencies.iter().map(|one| format!("{} {}", one.name, one.version)).collect()
}

fn of_crate(
    locked: &Package,
    manifest: &Path,
    inside: bool,
    about: &'static str,
) -> Result<Ingredient> {
    let (name, version) = (locked.name.to_string(), locked.version.to_string());
    let toml: toml::Table = fs::read_to_string(manifest)?.parse()?;
    let about_itself = toml.get("package").context("a manifest of no package")?;
    let licence = about_itself.get("license").and_then(toml::Value::as_str);
    let licence = licence.with_context(|| format!("{name} names no licence"))?;
    let author = about_itself.get("authors").and_then(|all| all.get(0)?.as_str());
    let author = author.map_or_else(|| format!("the {name} authors"), str::to_owned);
    let sum = locked.checksum.as_ref().with_context(|| format!("{name} has no checksum"))?;
    let mut texts = licences(manifest.parent().context("a manifest without a folder")?)?;
    if texts.is_empty() {
        ensure!(licence == "MIT", "{name} has no text of its licence {licence}");
        texts.push(mit(author.split_once(" <").map_or(&*author, |(name, _)| name))?);
    }
    Ok(Ingredient {
        purl: format!("pkg:cargo/{name}@{version}"),
        licence: licence.replace('/', " OR "),
        sum: Some(("SHA-256", sum.to_string())),
        name,
        version,
        about,
        inside,
        texts,
        needs: needs(locked),
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
fn bindgen(locked: &Package) -> Result<Ingredient> {
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
        sum: Some(("SHA-512", HEXLOWER.encode(&BASE64.decode(sum.as_bytes())?))),
        inside: true,
        texts: licences(&folder)?,
        needs: Vec::new(),
    })
}

// ── Licences ────────────────────────────────────────────────────────────────────────────────────

/// The texts in a folder; without Apache's where there is another, as that is the one we choose.
fn licences(folder: &Path) -> Result<Vec<String>> {
    let mut files: Vec<(PathBuf, String)> = fs::read_dir(folder)?
        .map(|entry| {
            entry.map(|entry| (entry.path(), entry.file_name().to_string_lossy().to_uppercase()))
        })
        .collect::<std::io::Result<_>>()?;
    files.retain(|(_, name)| {
        ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|word| name.starts_with(word))
    });
    if files.len() > 1 {
        files.retain(|(_, name)| !name.contains("APACHE"));
    }
    files.sort();
    files.iter().map(|(file, _)| Ok(fs::read_to_string(file)?)).collect()
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
