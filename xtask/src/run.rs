//! Runs stages one after the other, shows what they print, times them, and counts tests honestly.

use anyhow::{Context, Result};
use std::borrow::BorrowMut;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// A command with its arguments; it runs in the repository, as `main` goes there.
pub fn command<S: AsRef<OsStr>>(program: &str, args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(program);
    command.args(args);
    command
}

/// The stages so far: what failed, and how many tests ran.
#[derive(Default)]
pub struct Run {
    passed: usize,
    failed: usize,
    faults: Vec<String>,
}

impl Run {
    /// Runs a stage; returns whether it worked. Not working counts as one failure.
    pub fn step(&mut self, name: &str, stage: impl FnOnce() -> Result<()>) -> bool {
        println!("── {name}");
        let start = Instant::now();
        let result = stage();
        if let Err(error) = &result {
            println!("error: {error:#}");
            self.fail(name);
        }
        let word = if result.is_ok() { "done" } else { "FAILED" };
        println!("── {name}: {word} in {:.1} s\n", start.elapsed().as_secs_f64());
        result.is_ok()
    }

    /// Runs a command as a stage; returns whether it succeeded.
    pub fn gate(&mut self, name: &str, mut command: impl BorrowMut<Command>) -> bool {
        self.step(name, || {
            let status = command.borrow_mut().status().context("cannot start")?;
            anyhow::ensure!(status.success(), "{status}");
            Ok(())
        })
    }

    /// Runs a command that runs tests, and adds up its summary lines; returns whether there were tests and all passed.
    pub fn tests(&mut self, name: &str, mut command: impl BorrowMut<Command>) -> bool {
        let (mut passed, mut failed) = (0, 0);
        let ok = self.step(name, || {
            let mut child =
                command.borrow_mut().stdout(Stdio::piped()).spawn().context("cannot start")?;
            for line in BufReader::new(child.stdout.take().context("no output")?).split(b'\n') {
                let line = line?;
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                let (p, f) = counts(&line)?;
                passed += p;
                failed += f;
            }
            let status = child.wait()?;
            // A run without tests is a mistake in the run, not a success.
            anyhow::ensure!(passed + failed > 0, "no tests ran ({status})");
            anyhow::ensure!(status.success() && failed == 0, "{failed} tests failed ({status})");
            Ok(())
        });
        self.passed += passed;
        // `step` counted the stage as one; tests that failed by name replace that.
        self.failed += failed.saturating_sub(usize::from(!ok));
        ok
    }

    fn fail(&mut self, name: &str) {
        self.failed += 1;
        self.faults.push(name.to_owned());
    }

    /// Prints the closing line; returns whether nothing failed.
    pub fn finish(self) -> bool {
        if !self.faults.is_empty() {
            println!("failed: {}", self.faults.join(", "));
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        self.failed == 0
    }
}

/// Passed and failed tests in a summary line of `cargo test`, wasm-bindgen's runner or `node --test`.
///
/// # Errors
///
/// When a line looks like a summary, but has no such numbers.
fn counts(line: &str) -> Result<(usize, usize)> {
    let line = line.trim();
    let number = |text: &str| {
        text.trim().parse::<usize>().with_context(|| format!("how many tests? {line}"))
    };
    Ok(if let Some((_, rest)) = line.split_once("test result: ") {
        let of = |word: &str| {
            let mut parts = rest.split([';', '.']).filter_map(|part| part.strip_suffix(word));
            number(parts.next().with_context(|| format!("how many {word}? {line}"))?)
        };
        (of("passed")?, of("failed")?)
    } else if let Some(rest) = line.strip_prefix("ℹ pass ") {
        (number(rest)?, 0)
    } else if let Some(rest) = line.strip_prefix("ℹ fail ") {
        (0, number(rest)?)
    } else {
        (0, 0)
    })
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn summary_lines_are_read() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s";
        assert_eq!(counts(line).unwrap(), (12, 0));
        let line = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out";
        assert_eq!(counts(line).unwrap(), (3, 2));
        assert_eq!(counts("ℹ pass 7").unwrap(), (7, 0));
        assert_eq!(counts("ℹ fail 2").unwrap(), (0, 2));
        assert_eq!(counts("all 5 passed").unwrap(), (0, 0));
        for line in ["test result: ok. many passed; 0 failed", "test result: ok.", "ℹ fail some"]
        {
            assert!(counts(line).is_err(), "{line}");
        }
    }
}
