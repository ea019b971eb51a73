//! The one task runner: `cargo xtask help`.

mod bundle;
mod ingredients;
mod letters;
mod modules;
mod run;
mod sbom;
mod soak;
mod tools;
mod types;

use anyhow::{Context, Result, anyhow, bail, ensure};
use run::{Run, command, root};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What `cargo xtask help` prints.
const HELP: &str = "\
cargo xtask <command>

  build    makes pkg/, the npm package: the WebAssembly modules, their glue, the types, the sizes
  serve    build, then shows www/ and pkg/ on http://127.0.0.1:8000 (or the next free port)
  check    format, lints and native tests: the loop while you work
  test     everything: check, build, sizes, then the tests in Node, of the packed package, and in Chromium,
           Firefox and WebKitGTK
  sizes    the size of each file in pkg/, and of the widgets in one language, against its limit in npm/sizes.json
  bench    build, then jaarplan against others on one plan: docs/benchmarks.md; fails only when results differ
  soak     what takes hours, before a release or at night; all of it, or one of its parts:
             laws     the native tests with many more random plans: PROPTEST_CASES, 20000 unless set
             fuzz     the targets of fuzz/, ten million inputs each: FUZZ_RUNS
             mutants  one change to the code at a time, which a test must notice: .cargo/mutants.toml
             twice    two builds from nothing, in different folders, which must give the same bytes; minutes
             speech   what the screen reader Orca says while somebody types in Firefox; minutes
  help     this text

`build`, `serve`, `test` and `bench` install what they need: the wasm target (rustup), node_modules (npm ci),
and for `test`, when run as root on Debian, three browsers (apt-get) and geckodriver (cargo install, in
target/tools). They need Node 20.";

fn main() -> ExitCode {
    let args: Vec<OsString> = env::args_os().skip(1).collect();
    let name = args.first().map_or("help".into(), |name| name.to_string_lossy());
    // The runner gets the test's own folder and paths; all else is relative to the repository.
    if name != "test-runner" && env::set_current_dir(root()).is_err() {
        eprintln!("the repository is not where xtask was built");
        return ExitCode::FAILURE;
    }
    let done = match &*name {
        "build" => build().map(|()| true),
        "serve" => build().and_then(|()| serve()),
        "check" => Ok(all(check)),
        "test" => Ok(all(test)),
        "sizes" => bundle::dutch_only().and_then(|()| sizes()).map(|()| true),
        "bench" => Ok(all(bench)),
        "soak" => {
            let parts: Vec<String> =
                args.iter().skip(1).map(|part| part.to_string_lossy().into_owned()).collect();
            Ok(all(|run| soak::soak(run, &parts)))
        }
        // Cargo calls this for wasm tests: see .cargo/config.toml.
        "test-runner" => {
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(args).map(|()| true)
        }
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(true)
        }
        other => {
            eprintln!("there is no command {other}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Makes `pkg/` and weighs it.
fn build() -> Result<()> {
    tools::wasm_target()?;
    tools::node_modules()?;
    bundle::build()?;
    sizes()
}

/// Serves `www/` and `pkg/` until it is stopped; returns whether the server ended well.
fn serve() -> Result<bool> {
    println!("\nserving www/ and pkg/ at:");
    Ok(command("node", ["tests/browser/server.mjs"]).status().context("node")?.success())
}

/// Prints what the files weigh; an error when one is above its limit.
fn sizes() -> Result<()> {
    if !command("node", ["npm/sizes.mjs"]).status().context("node")?.success() {
        bail!("a file is larger than its limit in npm/sizes.json");
    }
    Ok(())
}

/// Runs the stages and prints their closing line; returns whether nothing failed.
fn all(stages: impl FnOnce(&mut Run)) -> bool {
    let mut run = Run::default();
    stages(&mut run);
    run.finish()
}

/// What needs neither Node nor a browser.
fn check(run: &mut Run) {
    run.gate("format", command("cargo", ["fmt", "--all", "--check"]));
    let crates = "-p jaarplan -p jaarplan-columns";
    let programs = "-p jaarplan-benches -p jaarplan-package";
    let lints = format!("clippy --quiet {crates} {programs} --all-targets -- -D warnings");
    run.gate("lints", command("cargo", lints.split(' ')));
    // The boundary is code for wasm32 only, so only there the lints see it.
    if run.step("the target of the boundary", tools::wasm_target) {
        for feature in bundle::features() {
            let lint = "clippy --quiet --lib --target wasm32-unknown-unknown --no-default-features";
            // In Dutch only as well: no text of another language is left without its use.
            for features in [feature, &bundle::with_languages(feature)] {
                let args = lint.split(' ').chain(["--features", features, "--", "-D", "warnings"]);
                run.gate(&format!("lints of {features}"), command("cargo", args));
            }
        }
    }
    let tests = format!("test {crates} -p jaarplan-package --no-fail-fast");
    run.tests("native tests", command("cargo", tests.split(' ')));
}

/// Everything: what runs longest comes last.
fn test(run: &mut Run) {
    let geckodriver = tools::geckodriver();
    check(run);
    run.gate(
        "lints of xtask",
        command(
            "cargo",
            "clippy --quiet --profile xtask -p xtask --all-targets -- -D warnings".split(' '),
        ),
    );
    run.tests("task runner", command("cargo", "test --profile xtask -p xtask".split(' ')));
    let mut docs = command("cargo", ["doc", "--quiet", "--no-deps"]);
    run.gate("documentation", docs.env("RUSTDOCFLAGS", "-D warnings"));
    if !run.step("build", || {
        tools::wasm_target()?;
        tools::node_modules()?;
        bundle::build()?;
        bundle::dutch_only()
    }) {
        return; // all that follows needs pkg/
    }
    run.step("sizes", sizes);
    if !run.gate(
        "command line",
        command("cargo", ["build", "--quiet", "--release", "--bin", "jaarplan"]),
    ) {
        return;
    }
    // Every figure of a thousand plans, each explained: too slow for the loop while you work.
    let mut thousand = command("cargo", "test --profile many --test explanations".split(' '));
    run.tests("explanations of 1,000 plans", thousand.env("PROPTEST_CASES", "1000"));
    node_tests(run, "package in Node", test_files("tests/node"));
    node_tests(run, "oracle", test_files("tests/oracle"));
    if !run.step("browsers", || {
        tools::debian(&tools::BROWSERS)?;
        geckodriver.join().map_err(|_| anyhow!("building geckodriver stopped"))?
    }) {
        return;
    }
    if run.step("tools of consumers", || {
        tools::node_modules_in(Path::new("pkg-tests"))?;
        tools::node_modules_in(Path::new("pkg-tests/sharepoint"))
    }) {
        node_tests(run, "packed package", test_files("pkg-tests"));
    }
    let wasm = "test --target wasm32-unknown-unknown --no-default-features --features headless --test wasm_boundary";
    for (engine, variable, driver, program, before) in [
        ("Chromium", "CHROMEDRIVER", tools::CHROMEDRIVER, "cargo", [].as_slice()),
        ("Firefox", "GECKODRIVER", tools::GECKODRIVER, "cargo", &[]),
        ("WebKitGTK", "SAFARIDRIVER", tools::WEBKITDRIVER, "xvfb-run", &["-a", "cargo"]),
    ] {
        let mut wasm = command(program, before.iter().copied().chain(wasm.split(' ')));
        // The runner starts in a folder of its own.
        wasm.env(variable, root().join(driver));
        run.tests(&format!("boundary in {engine}"), wasm);
    }
    match test_files("tests/browser") {
        Ok(files) => {
            for file in files {
                let name = file.display().to_string();
                let name = name.trim_start_matches("tests/browser/").trim_end_matches(".test.mjs");
                node_tests(run, &format!("browsers: {name}"), Ok(vec![file]));
            }
        }
        Err(error) => node_tests(run, "browsers", Err(error)),
    }
}

/// Every `*.test.mjs` under a folder; without any it is an error.
fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let files = tools::files(Path::new(folder), ".test.mjs")?;
    ensure!(!files.is_empty(), "there are no tests in {folder}");
    Ok(files)
}

/// Runs the tests of these files.
fn node_tests(run: &mut Run, name: &str, files: Result<Vec<PathBuf>>) {
    match files {
        Ok(files) => {
            // One file at a time: browsers side by side on a small machine only slow each other.
            let args = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
            let args = args.map(OsString::from).into_iter();
            run.tests(name, command("node", args.chain(files.into_iter().map(OsString::from))));
        }
        Err(error) => {
            run.step(name, || Err(error));
        }
    }
}

/// Measures, and compares digits. A slow machine is no failure.
fn bench(run: &mut Run) {
    if run.step("build", || {
        tools::wasm_target()?;
        tools::node_modules()?;
        bundle::build()?;
        tools::node_modules_in(Path::new("benches"))
    }) && run.gate(
        "programs",
        command("cargo", "build --quiet --release -p jaarplan -p jaarplan-benches".split(' ')),
    ) {
        run.gate("sizes beside others", command("node", ["benches/sizes.mjs"]));
        run.gate("one plan", command("node", ["benches/compare.mjs"]));
        run.gate("through the boundary", command("node", ["benches/boundary.mjs"]));
        run.gate("many plans", command("node", ["benches/batch.mjs"]));
        // Without it, only numpy is left out.
        if let Err(error) = tools::debian(&[tools::NUMPY]) {
            println!("numpy is not there: {error:#}");
        }
        run.gate("simulation", command("node", ["benches/simulate.mjs"]));
        if run.step("browser", || tools::debian(&tools::BROWSERS)) {
            run.gate("widgets in Chromium", command("node", ["benches/widgets.mjs"]));
        }
    }
}
