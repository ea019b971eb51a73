//! From Rust to `pkg/`: compile, bind, optimise, put everything into one JavaScript file. What happens inside a module is
//! in [`modules`]; here are the files.

use crate::run::{command, root};
use crate::{letters, modules, sbom, types};
use anyhow::{Context, Result, ensure};
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

/// What counts is the size on the way to the browser.
const SMALL: [&str; 7] = [
    "-Oz",
    // The first kilobyte is the far end of the stack, where no pointer of Rust ever points.
    "--low-memory-unused",
    // Many small functions pack better than few large ones.
    "--one-caller-inline-max-function-size",
    "15",
    // What occurs twice packs better than what is kept in a variable of its own.
    "--skip-pass=local-cse",
    "--skip-pass=code-folding",
    // Zeros cost nothing on the way; data in many segments does.
    "--skip-pass=memory-packing",
];

/// The crate's features that become a module; the widgets' once their sources are there.
pub fn features() -> impl Iterator<Item = &'static str> {
    [("headless", "src/wasm"), ("widgets", "src/widgets")]
        .into_iter()
        .filter(|(_, sources)| Path::new(sources).exists())
        .map(|(feature, _)| feature)
}

/// Makes `pkg/` anew.
///
/// # Errors
///
/// When a tool is missing or fails, or what it made is not what the next step needs.
pub fn build() -> Result<()> {
    if Path::new(PKG).exists() {
        fs::remove_dir_all(PKG)?;
    }
    fs::create_dir_all(PKG)?;
    // What was made for its size alone is of another day.
    if folder("widgets-nl").exists() {
        fs::remove_dir_all(folder("widgets-nl"))?;
    }
    for feature in features() {
        module(feature, &with_languages(feature), Target::Simd)?;
        module(&plain(feature), &with_languages(feature), Target::Plain)?;
        timed(&format!("{feature}: glue and script"), || {
            glue(feature).and_then(|()| script(feature))
        })?;
    }
    timed("style", style)?;
    timed("constants", constants)?;
    timed("entries", entries)?;
    timed("types and manifest", || {
        types::write(&Path::new(PKG).join("index.d.ts"))?;
        fs::write(Path::new(PKG).join("schema.json"), types::package("schema")?)?;
        for file in ["slim.d.ts", "core-js.d.ts", "register.d.ts", "README.md"] {
            fs::copy(Path::new("npm").join(file), Path::new(PKG).join(file))?;
        }
        run("node", &["npm/manifest.mjs", PKG])?;
        run("node", &["npm/elements.mjs", PKG])?;
        // For `require` the same types, of the files with that end.
        for entry in ["index", "slim", "core-js", "elements", "register"] {
            let types = Path::new(PKG).join(entry);
            let text = fs::read_to_string(types.with_extension("d.ts"))?;
            fs::write(types.with_extension("d.cts"), text.replace(".js'", ".cjs'"))?;
        }
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            if Path::new(licence).exists() {
                fs::copy(licence, Path::new(PKG).join(licence))?;
            }
        }
        sbom::write(Path::new(PKG), &features().map(messages).collect::<Vec<_>>())?;
        run("node", &["npm/sri.mjs", PKG])
    })
}

/// What the files of `npm/` know of the model: `npm/constants.js`, beside those that import it, so that tests can
/// import them too.
fn constants() -> Result<()> {
    Ok(fs::write("npm/constants.js", types::package("constants")?)?)
}

/// One sheet dresses all widgets.
fn style() -> Result<()> {
    let whole = Path::new(WORK).join("whole.css");
    let mut sheet = String::new();
    for part in ["look.css", "pictures.css"] {
        sheet += &fs::read_to_string(Path::new("src/widgets").join(part))?;
    }
    fs::write(&whole, sheet)?;
    esbuild(&[text(&whole)?, "--minify", &format!("--outfile={WORK}/look.css")])
}

/// The files that people load: of each a module, and one for `require`.
fn entries() -> Result<()> {
    for (module, source, entry) in [
        ("headless", "index", "index"),
        ("headless", "slim", "slim"),
        ("headless", "script", "core-js"),
        ("widgets", "elements", "elements"),
        ("widgets", "register", "register"),
        ("widgets", "script", "elements-js"),
    ] {
        let source = format!("npm/{source}.js");
        bundle(module, &source, "esm", &format!("{entry}.js"))?;
        bundle(module, &source, "cjs", &format!("{entry}.cjs"))?;
        // Where `import()` is not to be had, like in Jest, `require` finds the engine in JavaScript.
        let file = Path::new(PKG).join(entry).with_extension("cjs");
        let code = fs::read_to_string(&file)?;
        let code =
            code.replace("-js.js\")", "-js.cjs\")").replace("/elements.js\")", "/elements.cjs\")");
        fs::write(&file, code)?;
    }
    fs::copy(folder("headless").join("jaarplan.wasm"), Path::new(PKG).join("core.wasm"))?;
    bundle("widgets", "npm/jaarplan.js", "iife", "jaarplan.js")?;
    bundle("widgets", "npm/jaarplan-js.js", "iife", "jaarplan-js.js")
}

/// Makes the widgets as a site that speaks Dutch only can build them, in `target/pkg/widgets-nl`, for their size: see
/// npm/sizes.mjs.
///
/// # Errors
///
/// As for [`build`].
pub fn dutch_only() -> Result<()> {
    if features().any(|feature| feature == "widgets") {
        module("widgets-nl", "widgets", Target::Simd)?;
        glue("widgets-nl")?;
        style()?;
        constants()?;
        // As a server sends the module: beside the script, not in it.
        let script = folder("widgets-nl").join("elements.js");
        let without = ["--external:jaarplan:module"];
        return bundle_into(&script, "widgets-nl", "npm/elements.js", "esm", &without);
    }
    Ok(())
}

/// The features of a module as it is published: with all languages.
pub fn with_languages(feature: &str) -> String {
    format!("{feature},fr,en")
}

/// What a module may ask of the engine that runs it.
#[derive(Clone, Copy, PartialEq)]
enum Target {
    /// Registers of two doubles, which simulations run in.
    Simd,
    /// Nothing that JavaScript does not have.
    Plain,
}

impl Target {
    /// What was compiled for it: other flags make other files, also of the standard library.
    fn folder(self) -> String {
        format!("{WORK}/{}", if self == Self::Simd { "cargo" } else { "cargo-plain" })
    }
}

/// The module of a feature that becomes JavaScript.
fn plain(feature: &str) -> String {
    format!("{feature}-plain")
}

/// Makes a module of the crate's features in a folder of its own.
fn module(name: &str, features: &str, target: Target) -> Result<()> {
    timed(&format!("{name}: compile"), || compile(name, features, target))?;
    timed(&format!("{name}: bind"), || bind(name, target))?;
    timed(&format!("{name}: optimise"), || optimise(name, target))
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

/// Where Cargo says what it compiled for a module, a JSON message per line.
fn messages(module: &str) -> PathBuf {
    folder(module).with_extension("crates")
}

fn compile(module: &str, features: &str, target: Target) -> Result<()> {
    // One table and no reference types: else the module cannot become JavaScript. Symbols must be gone too,
    // because they name the features of the target whether or not they are used.
    // JavaScript has nothing like i64.trunc_sat_f64_s: for it the compiler writes that out.
    let registers = match target {
        Target::Simd => "+simd128",
        Target::Plain => "-nontrapping-fptoint",
    };
    let flags = format!("-C target-feature={registers},-reference-types -C strip=symbols");
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
    fs::create_dir_all(WORK)?;
    let status = command("cargo", args.split_whitespace())
        .args(["--features", features, "--target-dir", &target.folder()])
        // The precompiled std brings its own panic messages and is made for speed. To compile it once
        // more and to leave words out is not stable yet: the pinned compiler is told to allow it.
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags)
        .arg("--message-format=json-render-diagnostics")
        .stdout(fs::File::create(messages(module))?)
        .status()?;
    ensure!(status.success(), "cargo ended with {status}");
    Ok(())
}

fn bind(module: &str, target: Target) -> Result<()> {
    let folder = folder(module);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Bindgen::new()
        .input_path(format!("{}/wasm32-unknown-unknown/wasm/jaarplan.wasm", target.folder()))
        .bundler(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
}

fn optimise(module: &str, target: Target) -> Result<()> {
    let bound = folder(module).join("jaarplan_bg.wasm");
    let small = folder(module).join("jaarplan.wasm");
    let mut args = vec![text(&bound)?, "--strip-producers", "--strip-target-features"];
    args.extend(SMALL);
    args.push("--converge");
    args.extend(WASM_FEATURES);
    if target == Target::Simd {
        args.push("--enable-simd");
    }
    args.extend(["-o", text(&small)?]);
    run("node_modules/.bin/wasm-opt", &args)?;
    let wasm = fs::read(&small)?;
    write_part(module, "imports", &short_imports(&modules::imports(&wasm)?))?;
    let wasm = modules::shorten_imports(&wasm)?;
    fs::write(&small, &wasm)?;
    let text = letters::write(&wasm);
    write_part(module, "module", &format!("export const letters = \"{text}\";\n"))?;
    write_part(module, "sum", &format!("export const sum = {};\n", crc32fast::hash(&wasm)))
}

/// The JavaScript that gives a module its imports, by their short names.
fn short_imports(imports: &[modules::Import]) -> String {
    let mut froms: Vec<_> = imports.iter().map(|import| &import.module).collect();
    froms.sort();
    froms.dedup();
    let mut code = String::new();
    for (i, from) in froms.iter().enumerate() {
        code += &format!("import * as module{i} from '{from}';\n");
    }
    code += &format!("export const imports = {{ {}: {{\n", modules::SHORT_MODULE);
    for (place, import) in imports.iter().enumerate() {
        let from = froms.partition_point(|from| **from < import.module);
        code += &format!("  {}: module{from}.{},\n", modules::short_name(place), import.name);
    }
    code + "} };\n"
}

/// Writes a JavaScript module that the entries import as `jaarplan:<part>`.
fn write_part(module: &str, part: &str, code: &str) -> Result<()> {
    Ok(fs::write(folder(module).join(part).with_extension("js"), code)?)
}

/// What wasm-bindgen made, as `glue.js`: a function, so that each instance has state of its own.
fn glue(module: &str) -> Result<()> {
    let folder = folder(module);
    let [whole, iife] = ["whole.js", "glue.iife.js"].map(|name| folder.join(name));
    // What is for the module alone has no name outside.
    let made = fs::read_to_string(folder.join("jaarplan_bg.js"))?;
    let mut names = vec!["__wbg_set_wasm"];
    for line in made.lines() {
        let named =
            ["export function ", "export class "].iter().find_map(|is| line.strip_prefix(is));
        let name = named.and_then(|rest| rest.split(['(', ' ']).next());
        names.extend(name.filter(|name| !name.starts_with("__wb")));
    }
    let names = names.join(", ");
    fs::write(
        &whole,
        format!("export {{ {names} }} from './jaarplan_bg.js';\nexport * from './imports.js';\n"),
    )?;
    esbuild(&[text(&whole)?, "--format=iife", "--global-name=glue", &out(&iife)])?;
    let mut code = fs::read_to_string(&iife)?;
    // A WebAssembly memory that grows detaches its old buffer, and the glue looks for that to renew its views. That of
    // the engine in JavaScript only moves on, and not every host can detach a buffer: compare the buffers themselves.
    for (detached, moved) in [
        (
            "cachedDataViewMemory0.buffer.detached === true || \
             cachedDataViewMemory0.buffer.detached === void 0 && ",
            "",
        ),
        (
            "cachedUint8ArrayMemory0.byteLength === 0",
            "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer",
        ),
    ] {
        ensure!(code.contains(detached), "the glue looks at its memory in another way");
        code = code.replace(detached, moved);
    }
    ensure!(code.matches("(wasm.memory.buffer)").count() == 2, "the glue has other views");
    let own =
        "import { Decoder as TextDecoder, Encoder as TextEncoder } from '../../../npm/utf8.js';";
    let code = format!("{own}\nexport default () => {{\n{code}\nreturn glue;\n}};\n");
    Ok(fs::write(folder.join("glue.js"), code)?)
}

/// The module as JavaScript, `script.js`: a function that makes an instance, as a module does, and what its memory must
/// be like at the start.
fn script(module: &str) -> Result<()> {
    let plain = folder(&plain(module)).join("jaarplan.wasm");
    let [open, file] = ["open.wasm", "wasm2js.js"].map(|name| folder(module).join(name));
    let wasm = fs::read(&plain)?;
    let simd = fs::read(folder(module).join("jaarplan.wasm"))?;
    // Else one glue could not serve both.
    ensure!(
        modules::imports(&wasm)? == modules::imports(&simd)?,
        "the plain module has other imports"
    );
    // Only a memory from outside hears that it grows.
    fs::write(&open, modules::import_memory(&wasm, "js")?)?;
    let mut args = vec![text(&open)?];
    args.extend(SMALL);
    args.extend(WASM_FEATURES);
    // A script with one function in it, not a module with one instance.
    args.extend(["--emscripten", "-o", text(&file)?]);
    run("node_modules/.bin/wasm2js", &args)?;
    let memory = modules::memory(&wasm)?;
    let mut code = fs::read_to_string(&file)?;
    code += &format!(
        "export {{ instantiate }};\nexport const pages = {};\nexport const data = {};\n",
        memory.len() / modules::PAGE,
        crc32fast::hash(&memory)
    );
    write_part(module, "script", &code)
}

fn out(file: &Path) -> String {
    format!("--outfile={}", file.display())
}

fn esbuild(args: &[&str]) -> Result<()> {
    run("node_modules/.bin/esbuild", &[args, &["--bundle", "--log-level=warning"]].concat())
}

/// One file of the package, out of `npm/` and what was made of a module.
fn bundle(module: &str, source: &str, format: &str, file: &str) -> Result<()> {
    bundle_into(&Path::new(PKG).join(file), module, source, format, &[])
}

fn bundle_into(file: &Path, module: &str, source: &str, format: &str, more: &[&str]) -> Result<()> {
    let folder = folder(module);
    let mut args = vec![source.to_owned(), format!("--format={format}"), out(file)];
    args.extend(more.iter().map(|&arg| arg.to_owned()));
    args.push(format!("--alias:jaarplan:look=./{WORK}/look.css"));
    for part in ["module", "sum", "glue", "script"] {
        let made = folder.join(part).with_extension("js");
        if !more.iter().any(|arg| arg.ends_with(&format!("jaarplan:{part}"))) {
            args.push(format!("--alias:jaarplan:{part}=./{}", made.display()));
        }
    }
    args.extend(
        [
            "--target=es2022",
            "--minify",
            // Else an uncaught error would show its whole source: 100 kB in one line.
            "--line-limit=2000",
            "--charset=utf8",
            "--legal-comments=none",
            "--external:./*-js.js",
            "--external:./elements.js",
            "--loader:.css=text",
        ]
        .map(str::to_owned),
    );
    if format == "cjs" {
        args.push("--supported:dynamic-import=false".to_owned());
    }
    esbuild(&args.iter().map(String::as_str).collect::<Vec<_>>())
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("a path that is not UTF-8")
}
