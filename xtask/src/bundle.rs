//! From Rust to `pkg/`: compile, bind, optimise, put everything into one JavaScript file.

use crate::root;
use crate::run::command;
use crate::tools;
use crate::types;
use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

/// Where the steps leave their files, by module; `cargo` has its own folder there too, because
/// other flags than those of the tests would make it compile everything anew each time.
const WORK: &str = "target/pkg";
const PKG: &str = "pkg";

/// Only what every engine of 2022 knows. Named, because "all" makes modules that browsers refuse.
const WASM_FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
];

/// The crate's features that become a module; the widgets' once their sources are there.
pub fn features() -> impl Iterator<Item = &'static str> {
    [("headless", "src/wasm"), ("widgets", "src/widgets")]
        .into_iter()
        .filter(|(_, sources)| Path::new(sources).exists())
        .map(|(feature, _)| feature)
}

/// Makes `pkg/` anew.
pub fn build() -> Result<()> {
    if Path::new(PKG).exists() {
        fs::remove_dir_all(PKG)?;
    }
    fs::create_dir_all(PKG)?;
    for feature in features() {
        let entry = if feature == "headless" { "index" } else { "register" };
        module(feature, &with_languages(feature))?;
        timed(&format!("{feature}: pkg/{entry}.js"), || bundle(feature, entry))?;
    }
    timed("types and manifest", || {
        types::write(&Path::new(PKG).join("index.d.ts"))?;
        for file in ["package.json", "register.d.ts", "README.md"] {
            if Path::new("npm").join(file).exists() {
                fs::copy(Path::new("npm").join(file), Path::new(PKG).join(file))?;
            }
        }
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            if Path::new(licence).exists() {
                fs::copy(licence, Path::new(PKG).join(licence))?;
            }
        }
        Ok(())
    })
}

/// The widgets as a site that speaks Dutch only can build them, for their size: see npm/sizes.mjs.
pub fn dutch_only() -> Result<()> {
    if features().any(|feature| feature == "widgets") {
        module("widgets-nl", "widgets")?;
    }
    Ok(())
}

/// A module as it is published: in all languages.
pub fn with_languages(feature: &str) -> String {
    format!("{feature},fr,en")
}

/// Makes a module of the crate's features in a folder of its own.
fn module(name: &str, features: &str) -> Result<()> {
    timed(&format!("{name}: compile"), || compile(features))?;
    timed(&format!("{name}: bind"), || bind(name))?;
    timed(&format!("{name}: optimise"), || optimise(name))
}

fn timed(what: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
    let start = Instant::now();
    step().with_context(|| what.to_owned())?;
    println!("   {what} ({:.1} s)", start.elapsed().as_secs_f64());
    Ok(())
}

fn run(program: &str, args: &[&str]) -> Result<()> {
    let status =
        command(program, args).status().with_context(|| format!("cannot start {program}"))?;
    ensure!(status.success(), "{program} ended with {status}");
    Ok(())
}

fn folder(module: &str) -> PathBuf {
    Path::new(WORK).join(module)
}

fn compile(features: &str) -> Result<()> {
    // One table and no reference types: else wasm2js refuses the module. Symbols must be gone too,
    // because they name the features of the target whether or not they are used.
    // wasm2js cannot express i64.trunc_sat_f64_s: without the feature the compiler writes it out.
    let flags = "-C target-feature=-reference-types,-nontrapping-fptoint -C strip=symbols";
    // Nobody reads why a module stopped: a panic is a trap, without words, places or `{:?}`.
    let flags = format!(
        "{flags} -Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none"
    );
    // One instruction copies or fills memory: shorter than loads and stores one by one.
    let flags = format!(
        "{flags} -Cllvm-args=--max-store-memcpy=1 -Cllvm-args=--max-store-memmove=1 \
         -Cllvm-args=--max-store-memset=2"
    );
    // What still names a source file names it alike on every machine.
    let cargo = env::var("CARGO_HOME")
        .or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo")))?;
    let flags = format!(
        "{flags} --remap-path-prefix={cargo}=cargo --remap-path-prefix={}=.",
        root().display()
    );
    // As nothing but a module: what is also made a Rust library keeps all that another crate could call.
    let args = "rustc --quiet --lib --crate-type cdylib --profile wasm \
                --target wasm32-unknown-unknown --no-default-features";
    let status = command("cargo", args.split_whitespace())
        .args(["--features", features, "--target-dir", &format!("{WORK}/cargo")])
        // The precompiled std brings its own panic messages and is made for speed. To compile it once
        // more and to leave words out is not stable yet: the pinned compiler is told to allow it.
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        .status()?;
    ensure!(status.success(), "cargo ended with {status}");
    Ok(())
}

fn bind(module: &str) -> Result<()> {
    let folder = folder(module);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Bindgen::new()
        .input_path(format!("{WORK}/cargo/wasm32-unknown-unknown/wasm/jaarplan.wasm"))
        .bundler(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
}

fn optimise(module: &str) -> Result<()> {
    let bound = folder(module).join("jaarplan_bg.wasm");
    let small = folder(module).join("jaarplan.wasm");
    let mut args = vec![text(&bound)?, "-Oz", "--strip-producers", "--strip-target-features"];
    // The first kilobyte is the far end of the stack, where no pointer of Rust ever points.
    args.push("--low-memory-unused");
    // What counts is the size on the way to the browser. Many small functions pack better than few
    // large ones, and what occurs twice packs better than what is kept in a variable of its own.
    args.extend(["--one-caller-inline-max-function-size", "15"]);
    args.extend(["--skip-pass=local-cse", "--skip-pass=code-folding", "--converge"]);
    args.extend(WASM_FEATURES);
    args.extend(["-o", text(&small)?]);
    run("node_modules/.bin/wasm-opt", &args)?;
    // The entries carry it packed: see npm/unpack.js.
    let packed = fs::File::create(folder(module).join("jaarplan.wasm.gz"))?;
    let mut packed = GzEncoder::new(packed, Compression::best());
    packed.write_all(&fs::read(&small)?)?;
    packed.finish()?;
    Ok(())
}

fn bundle(feature: &str, entry: &str) -> Result<()> {
    let folder = folder(feature);
    let [whole, iife, glue, wasm] =
        ["whole.js", "glue.iife.js", "glue.js", "jaarplan.wasm.gz"].map(|name| folder.join(name));
    // The module imports by name what wasm-bindgen made and our own files beside it.
    let mut modules = vec!["jaarplan_bg.js".to_owned()];
    for file in tools::files(&folder.join("snippets"), ".js") {
        modules.push(text(file.strip_prefix(&folder)?)?.to_owned());
    }
    let mut code = "export * from './jaarplan_bg.js';\n".to_owned();
    let mut imports = String::new();
    for (i, module) in modules.iter().enumerate() {
        code += &format!("import * as module{i} from './{module}';\n");
        imports += &format!("  './{module}': module{i},\n");
    }
    fs::write(&whole, format!("{code}export const imports = {{\n{imports}}};\n"))?;
    // wasm-bindgen keeps the state of its one instance in the file's own variables. As a function the
    // glue gives each instance its own, so that an instance can be replaced after a crash.
    let esbuild = "node_modules/.bin/esbuild";
    let out = format!("--outfile={}", iife.display());
    run(
        esbuild,
        &[
            text(&whole)?,
            "--bundle",
            "--format=iife",
            "--global-name=glue",
            "--log-level=warning",
            &out,
        ],
    )?;
    fs::write(
        &glue,
        format!("export default () => {{\n{}\nreturn glue;\n}};\n", fs::read_to_string(&iife)?),
    )?;
    run(
        esbuild,
        &[
            &format!("npm/{entry}.js"),
            "--bundle",
            "--format=esm",
            "--target=es2022",
            "--minify",
            // Else an uncaught error would show its whole source: 100 kB on one line.
            "--line-limit=160",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
            "--loader:.gz=base64",
            &format!("--alias:jaarplan:glue=./{}", glue.display()),
            &format!("--alias:jaarplan:wasm=./{}", wasm.display()),
            &format!("--outfile={PKG}/{entry}.js"),
        ],
    )
}

/// The headless module as JavaScript, for the tests: `twin.js` beside the glue that both share.
pub fn twin() -> Result<()> {
    let folder = folder("headless");
    let (wasm, twin) = (folder.join("jaarplan.wasm"), folder.join("twin.js"));
    let mut args = vec![text(&wasm)?, "-O2"];
    args.extend(WASM_FEATURES);
    args.extend(["-o", text(&twin)?]);
    run("node_modules/.bin/wasm2js", &args)?;
    // A WebAssembly memory that grows detaches its old buffer, and the glue looks for that to renew
    // its views. The memory that wasm2js writes only moves on: the glue would read old strings.
    let (moves, detaches) = (
        "buffer = newBuffer;",
        "structuredClone(buffer, { transfer: [buffer] }); buffer = newBuffer;",
    );
    let code = fs::read_to_string(&twin)?;
    ensure!(code.matches(moves).count() == 1, "wasm2js grows memory in another way");
    fs::write(&twin, code.replace(moves, detaches))?;
    // Node takes the files of this folder for ES modules.
    Ok(fs::write(folder.join("package.json"), "{ \"type\": \"module\" }\n")?)
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("a path that is not UTF-8")
}
