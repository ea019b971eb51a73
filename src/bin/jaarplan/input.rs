//! The plans of a file, or of standard input: one that fills it, or one on each line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use jaarplan::Document;
use jaarplan::plan::Code;

/// The texts of the plans, in order.
pub struct Texts {
    reader: Box<dyn BufRead + Send>,
    /// Lines that were read to find out what the file holds.
    ahead: std::vec::IntoIter<String>,
}

impl Texts {
    /// Opens a file; `-` is standard input.
    ///
    /// When the first line is a whole JSON value, every line is a plan, and lines are read as they
    /// come. Else the file is one plan — unless a later line says that it is one itself, so that a
    /// broken first line does not hide the others.
    pub fn open(file: &Path) -> io::Result<Self> {
        let mut reader: Box<dyn BufRead + Send> = if file == Path::new("-") {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let opened = File::open(file);
            let named = |error| {
                io::Error::new(io::Error::kind(&error), format!("{}: {error}", file.display()))
            };
            Box::new(BufReader::new(opened.map_err(named)?))
        };
        let Some(first) = next_line(&mut reader)? else {
            return Ok(Self { reader, ahead: vec![String::new()].into_iter() });
        };
        if is_whole(&first) {
            return Ok(Self { reader, ahead: vec![first].into_iter() });
        }
        let mut rest = Vec::new();
        reader.read_to_end(&mut rest)?;
        let text = first + &String::from_utf8_lossy(&rest);
        let one_per_line = !is_whole(&text) && text.lines().any(is_plan);
        let ahead = if one_per_line {
            text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
        } else {
            vec![text]
        };
        Ok(Self { reader, ahead: ahead.into_iter() })
    }
}

impl Iterator for Texts {
    type Item = io::Result<String>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.ahead.next() {
            Some(text) => Some(Ok(text)),
            None => next_line(&mut self.reader).transpose(),
        }
    }
}

/// The next line that is not blank. What is not UTF-8 is replaced: no such text is JSON outside strings.
fn next_line(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            return Ok(Some(String::from_utf8_lossy(&line).into_owned()));
        }
        line.clear();
    }
    Ok(None)
}

/// Whether a text is a JSON value from begin to end, right or wrong.
fn is_whole(text: &str) -> bool {
    match Document::parse(text) {
        Ok(_) => true,
        Err(refused) => refused.errors.iter().all(|error| error.code != Code::NotJson),
    }
}

/// Whether a line says that it is a plan.
fn is_plan(line: &str) -> bool {
    Document::parse(line).is_ok_and(|document| document.root().get("schemaVersion").is_some())
}
