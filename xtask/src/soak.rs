//! What takes hours or a screen reader: many random plans, fuzzing, mutants of the code, the same build twice, what is
//! spoken.

use crate::run::{Run, command};
use crate::{bundle, tools};
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The fuzz targets, in `fuzz/targets`.
const TARGETS: [&str; 4] = ["number", "line", "link", "document"];

/// Runs all of it, or the parts that are named.
pub fn soak(run: &mut Run, parts: &[String]) {
    let wants = |part: &str| parts.is_empty() || parts.iter().any(|asked| asked == part);
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        run.step("soak", || anyhow::bail!("there is no part {unknown}; the parts are {PARTS:?}"));
        return;
    }
    if wants("laws") {
        laws(run);
    }
    if wants("fuzz") && run.step("fuzz: what it starts from", prepare) {
        for target in TARGETS {
            run.gate(&format!("fuzz: {target}"), fuzz(target));
        }
    }
    if wants("mutants") && run.step("cargo-mutants", || installed("mutants")) {
        run.step("mutants", mutants);
    }
    if wants("twice") {
        twice(run);
    }
    if wants("speech") && run.step("speech: what it needs", hearing) {
        let speech = "-- node --test --test-reporter=spec tests/speech/orca.test.mjs".split(' ');
        run.tests("speech", command("dbus-run-session", speech));
    }
}

const PARTS: [&str; 5] = ["laws", "fuzz", "mutants", "twice", "speech"];

/// A screen reader, and what the browsers and the package need.
fn hearing() -> Result<()> {
    tools::wasm_target()?;
    tools::node_modules()?;
    tools::debian(&tools::BROWSERS)?;
    tools::debian(&[
        ("/usr/bin/orca", "orca"),
        ("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
        ("/usr/bin/dbus-launch", "dbus-x11"),
    ])?;
    tools::geckodriver().join().map_err(|_| anyhow!("building geckodriver stopped"))??;
    bundle::build()
}

fn mutants() -> Result<()> {
    let status = command("cargo", ["mutants"]).status().context("cannot start cargo")?;
    // 2: some survived; 3: some made the tests run forever, which is noticed too, but hides a 2.
    ensure!(matches!(status.code(), Some(0 | 2 | 3)), "{status}");
    let missed = fs::read_to_string("mutants.out/missed.txt")?;
    ensure!(missed.is_empty(), "these survived:\n{missed}");
    Ok(())
}

/// Two builds of the last commit, from nothing and in folders that are called otherwise, give the same package.
fn twice(run: &mut Run) {
    let folders = ["target/twice/one", "target/twice/another-place"].map(Path::new);
    let built = folders.iter().all(|folder| {
        run.step(&format!("twice: {}", folder.display()), || {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
            let clone = ["clone", "--quiet", "--no-hardlinks", "."].map(Path::new);
            succeed(command("git", clone.into_iter().chain([*folder])))?;
            let mut build = command("cargo", ["xtask", "build"]);
            build.current_dir(folder).env_remove("CARGO_TARGET_DIR");
            succeed(build)
        })
    });
    if built {
        run.step("twice: the same bytes", || {
            let [one, other] = folders.map(|folder| package(&folder.join("pkg")));
            let (one, other) = (one?, other?);
            let names: Vec<_> = one.keys().chain(other.keys()).collect();
            let differs = |name: &&&PathBuf| one.get(**name) != other.get(**name);
            let different: Vec<_> = names.iter().filter(differs).collect();
            ensure!(different.is_empty(), "these differ: {different:?}");
            println!("{} files", one.len());
            fs::remove_dir_all("target/twice").context("target/twice")
        });
    }
}

/// What is in each file of a folder, by its path.
fn package(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(place) = open.pop() {
        for entry in fs::read_dir(&place).with_context(|| format!("{}", place.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.insert(path.strip_prefix(folder)?.to_owned(), fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

fn laws(run: &mut Run) {
    let mut tests = command("cargo", ["test", "--profile", "many", "--no-fail-fast"]);
    if env::var_os("PROPTEST_CASES").is_none() {
        tests.env("PROPTEST_CASES", "20000");
    }
    run.tests("native tests, many plans", tests);
}

/// The tool, the nightly compiler that it needs, and the seeds.
fn prepare() -> Result<()> {
    installed("fuzz")?;
    let nightly = command("rustup", "toolchain install nightly --profile minimal".split(' '));
    succeed(nightly)?;
    succeed(command("node", ["fuzz/seeds.mjs"]))
}

/// A subcommand of cargo; installed when it is not there.
fn installed(name: &str) -> Result<()> {
    let there = command("cargo", [name, "--version"]).output().context("cannot start cargo")?;
    if there.status.success() {
        return Ok(());
    }
    let package = format!("cargo-{name}");
    println!("installing {package}");
    succeed(command("cargo", ["install", "--locked", package.as_str()]))
}

fn succeed(mut command: Command) -> Result<()> {
    let status = command.status().with_context(|| format!("{:?}", command.get_program()))?;
    ensure!(status.success(), "{:?} ended with {status}", command.get_program());
    Ok(())
}

/// Ten million inputs, or `FUZZ_RUNS`. Safe code needs no sanitizer; overflows are checked.
fn fuzz(target: &str) -> Command {
    let runs = env::var("FUZZ_RUNS").unwrap_or_else(|_| "10000000".to_owned());
    let folder = |name: &str| format!("fuzz/{name}/{target}");
    let args = "run nightly cargo fuzz run --fuzz-dir fuzz --sanitizer none".split(' ');
    let mut fuzz = command("rustup", args);
    fuzz.args([target, &folder("corpus"), &folder("seeds"), "--", &format!("-runs={runs}")]);
    fuzz.args(["-dict=fuzz/words.dict", "-max_len=2048", "-timeout=20", "-print_final_stats=1"]);
    fuzz
}
