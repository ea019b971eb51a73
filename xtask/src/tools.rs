//! Installs what a command needs and is not there yet.

use crate::run::command;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const CHROMIUM: &str = "/usr/bin/chromium";
pub const CHROMEDRIVER: &str = "/usr/bin/chromedriver";
const TARGET: &str = "wasm32-unknown-unknown";

fn succeed(command: &mut Command) -> Result<()> {
    let status =
        command.status().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    ensure!(status.success(), "{:?} ended with {status}", command.get_program());
    Ok(())
}

/// The compiler's WebAssembly target.
pub fn wasm_target() -> Result<()> {
    let sysroot =
        command("rustc", ["--print", "sysroot"]).output().context("cannot start rustc")?.stdout;
    let library = Path::new(String::from_utf8(sysroot)?.trim()).join("lib/rustlib").join(TARGET);
    if library.exists() {
        return Ok(());
    }
    println!("installing the compiler's target {TARGET}");
    succeed(&mut command("rustup", ["target", "add", TARGET]))
}

/// node_modules of the repository, as package-lock.json has it.
pub fn node_modules() -> Result<()> {
    node_modules_in(Path::new("."))
}

/// node_modules of a folder, as the package-lock.json there has it.
pub fn node_modules_in(folder: &Path) -> Result<()> {
    let version =
        command("node", ["--version"]).output().context("Node.js 20 or newer is needed")?.stdout;
    let version = String::from_utf8_lossy(&version).into_owned();
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse().ok());
    ensure!(major.unwrap_or(0) >= 20, "Node.js 20 or newer is needed, this is {version}");
    // The copy of the lock file says which one the folder was made from.
    let copy = folder.join("node_modules/.made-from.json");
    let lock = fs::read(folder.join("package-lock.json"))?;
    if fs::read(&copy).is_ok_and(|made| made == lock) {
        return Ok(());
    }
    println!("installing the JavaScript tools of {} (npm ci)", folder.display());
    succeed(command("npm", ["ci", "--loglevel=error"]).current_dir(folder))?;
    Ok(fs::write(copy, lock)?)
}

/// Chromium and its driver.
pub fn chromium() -> Result<()> {
    let there = || Path::new(CHROMIUM).exists() && Path::new(CHROMEDRIVER).exists();
    if there() {
        return Ok(());
    }
    let user = command("id", ["-u"]).output().map(|id| id.stdout).unwrap_or_default();
    if user != b"0\n" || !Path::new("/usr/bin/apt-get").exists() {
        bail!(
            "the browser tests need {CHROMIUM} and {CHROMEDRIVER}: apt-get install chromium chromium-driver"
        );
    }
    println!("installing chromium and chromium-driver (apt-get)");
    let install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver";
    succeed(command("sh", ["-c", install]).env("DEBIAN_FRONTEND", "noninteractive"))?;
    ensure!(there(), "apt-get did not bring {CHROMIUM} and {CHROMEDRIVER}");
    Ok(())
}

/// The files under a folder whose name ends so, in order.
pub fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "node_modules" {
            found.extend(files(&path, end));
        } else if name.to_string_lossy().ends_with(end) {
            found.push(path);
        }
    }
    found.sort();
    found
}
