//! Installs what a command needs and is not there yet.

use crate::run::command;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Instant;

/// The driver of Chromium, as Debian installs it.
pub const CHROMEDRIVER: &str = "/usr/bin/chromedriver";
/// The driver of WebKitGTK, as Debian installs it.
pub const WEBKITDRIVER: &str = "/usr/bin/WebKitWebDriver";
/// The driver of Firefox, as [`geckodriver`] builds it.
pub const GECKODRIVER: &str = "target/tools/bin/geckodriver";
const TARGET: &str = "wasm32-unknown-unknown";

fn succeed(command: &mut Command) -> Result<()> {
    let status =
        command.status().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    ensure!(status.success(), "{:?} ended with {status}", command.get_program());
    Ok(())
}

/// Installs the compiler's WebAssembly target, when it is not there.
///
/// # Errors
///
/// When rustup is not there, or cannot install it.
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

/// Makes node_modules of the repository as package-lock.json has it.
///
/// # Errors
///
/// As for [`node_modules_in`].
pub fn node_modules() -> Result<()> {
    node_modules_in(Path::new("."))
}

/// Makes node_modules of a folder as the package-lock.json there has it.
///
/// # Errors
///
/// When Node is missing or too old, or npm fails.
pub fn node_modules_in(folder: &Path) -> Result<()> {
    let version =
        command("node", ["--version"]).output().context("Node.js 20 or newer is needed")?.stdout;
    let version = String::from_utf8_lossy(&version).into_owned();
    let (major, _) = version
        .trim()
        .trim_start_matches('v')
        .split_once('.')
        .with_context(|| format!("Node.js says that it is {version:?}"))?;
    let is_new = major.parse::<u32>().with_context(|| format!("Node.js {version}"))? >= 20;
    ensure!(is_new, "Node.js 20 or newer is needed, this is {version}");
    // The copy of the lock file says which one the folder was made from.
    let copy = folder.join("node_modules/.made-from.json");
    let lock = fs::read(folder.join("package-lock.json"))?;
    if fs::read(&copy).is_ok_and(|made| made == lock) {
        return Ok(());
    }
    // Not `npm ci`: it refuses a lock file without the native parts for other systems, which a mirror may lack.
    println!("installing the JavaScript tools of {} (npm install)", folder.display());
    let args = ["install", "--no-save", "--loglevel=error"];
    succeed(command("npm", args).current_dir(folder))?;
    Ok(fs::write(copy, lock)?)
}

/// A file, and the package of Debian that has it.
pub type Packaged = (&'static str, &'static str);

/// Three engines with their drivers, and a screen for the one that cannot do without.
pub const BROWSERS: [Packaged; 6] = [
    ("/usr/bin/chromium", "chromium"),
    (CHROMEDRIVER, "chromium-driver"),
    ("/usr/bin/firefox-esr", "firefox-esr"),
    (WEBKITDRIVER, "webkit2gtk-driver"),
    ("/usr/bin/Xvfb", "xvfb"),
    ("/usr/bin/xauth", "xauth"),
];

/// What simulations are compared with.
pub const NUMPY: Packaged = ("/usr/lib/python3/dist-packages/numpy/__init__.py", "python3-numpy");

/// Installs packages of Debian: those that are not there yet, all in one go.
///
/// # Errors
///
/// When packages are missing and this is not Debian, or the user is not root; it names them.
pub fn debian(wanted: &[Packaged]) -> Result<()> {
    let missing = || -> Vec<&str> {
        let missing = wanted.iter().filter(|(file, _)| !Path::new(file).exists());
        missing.map(|(_, package)| *package).collect()
    };
    let packages = missing();
    if packages.is_empty() {
        return Ok(());
    }
    let user = command("id", ["-u"]).output().context("cannot see who the user is")?.stdout;
    if user != b"0\n" || !Path::new("/usr/bin/apt-get").exists() {
        bail!("these are needed: apt-get install {}", packages.join(" "));
    }
    println!("installing {} (apt-get)", packages.join(", "));
    let apt = |args: &str| {
        let mut apt = command("apt-get", args.split(' '));
        apt.args(["-qq"]).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        apt
    };
    succeed(&mut apt("update"))?;
    succeed(apt("install -y --no-install-recommends").args(&packages))?;
    let missing = missing();
    ensure!(missing.is_empty(), "apt-get did not bring the programs of {}", missing.join(", "));
    Ok(())
}

/// Builds Firefox's driver, of which Debian has no package, beside other work: wait for it with `join`.
pub fn geckodriver() -> JoinHandle<Result<()>> {
    thread::spawn(|| {
        if Path::new(GECKODRIVER).exists() {
            return Ok(());
        }
        println!("building {GECKODRIVER} beside the next stages (cargo install, about 2 minutes)");
        let start = Instant::now();
        // Optimising it would take longer than all its work.
        let install = "install geckodriver --version 0.37.1 --debug --root target/tools";
        let build = |more: &[&str]| command("cargo", install.split(' ')).args(more).output();
        let mut built = build(&["--locked"]).context("cannot start cargo")?;
        if !built.status.success() {
            println!("building geckodriver without the versions of its authors");
            built = build(&[]).context("cannot start cargo")?;
        }
        ensure!(
            built.status.success(),
            "geckodriver could not be built:\n{}",
            String::from_utf8_lossy(&built.stderr)
        );
        println!("built {GECKODRIVER} in {:.0} s", start.elapsed().as_secs_f64());
        Ok(())
    })
}

/// The files under a folder whose names end in `end`, in order; none of node_modules.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn files(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("node_modules") {
            found.extend(files(&path, end)?);
        } else if path.to_string_lossy().ends_with(end) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
