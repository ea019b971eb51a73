//! The command line: plans in, results out, one line of JSON for each.

mod batch;
mod check;
mod input;
mod progress;
mod table;

use clap::{Parser, Subcommand, ValueEnum};
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use batch::Answers;
use input::Texts;
use jaarplan::text::Locale;
use jaarplan::{Document, Explanation, InputErrors, Plan, Warning};
use progress::Progress;

/// Calculates a Jaarplan: learning time, Prof circles, L&O budget and Return on Value.
///
/// FILE holds one plan as JSON, or one plan per line (NDJSON); `-` or nothing is standard input. Each
/// plan gives one line of output, in the same order. A plan that is refused gives
/// `{"error": {"errors": […]}}`, the others are computed, and the exit code is 1.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Everything that follows from a plan.
    Evaluate(Source),
    /// What is wrong with a plan, what deserves a look, and what rests on defaults.
    Validate(Source),
    /// How a plan stands against law and collective agreements.
    Check(Source),
    /// How figures came about, down to the inputs.
    Explain {
        #[command(flatten)]
        source: Source,
        /// Which figure; can be repeated. Without it: the three that managers ask about first.
        #[arg(long = "figure", value_name = "ID", default_values = HEADLINES)]
        figures: Vec<String>,
    },
}

impl Command {
    fn source(&self) -> &Source {
        let (Self::Evaluate(source)
        | Self::Validate(source)
        | Self::Check(source)
        | Self::Explain { source, .. }) = self;
        source
    }
}

const HEADLINES: [&str; 3] =
    ["learningTime.hoursPerEmployee", "budget.cash", "value.breakEvenUplift"];

#[derive(clap::Args)]
struct Source {
    /// A plan, or one plan per line; `-` is standard input.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// The language of tables: nl-BE, nl-NL, fr-BE or en. Without it: the Dutch of the plan's country.
    #[arg(long, value_name = "TAG", value_parser = language)]
    lang: Option<Locale>,
    /// How many plans to work on at the same time; without it, as many as there are cores.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Say every second how far the work is, also when standard error is not a terminal.
    #[arg(long)]
    progress: bool,
}

fn language(tag: &str) -> Result<Locale, &'static str> {
    Locale::from_tag(tag).ok_or("the languages are nl-BE, nl-NL, fr-BE and en")
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line of JSON for each plan.
    Json,
    /// Tables to read.
    Table,
}

/// What stands in the output for a plan that is refused.
#[derive(Serialize)]
struct Refusal<'e> {
    error: &'e InputErrors,
}

/// What `validate` says of a plan that is not.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Validity<'r> {
    valid: bool,
    warnings: &'r [Warning],
    defaults_used: &'r [String],
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jaarplan: {error}");
            ExitCode::from(2)
        }
    }
}

/// Answers every plan; false when one of them was refused.
fn run(command: Command) -> io::Result<bool> {
    let source = command.source();
    let texts = Texts::open(&source.file)?;
    let jobs = source.jobs.or_else(|| thread::available_parallelism().ok());
    let mut progress = Progress::new(source.progress);
    let mut output = BufWriter::new(io::stdout().lock());
    let mut all_good = true;
    let each = |answers: &Answers| {
        all_good &= !answers.refused;
        output.write_all(answers.text.as_bytes())?;
        progress.add(answers.plans);
        Ok(())
    };
    let answer = move |text: &str, answers: &mut Answers| {
        let said = read(text).and_then(|plan| answer(&command, command.source(), &plan));
        let said = said.unwrap_or_else(|errors| {
            answers.refused = true;
            match command.source().format {
                Format::Json => line(&Refusal { error: &errors }),
                // Its country may be what is wrong, so without a language the Dutch is that of Flanders.
                Format::Table => table::errors(command.source().lang.unwrap_or_default(), &errors),
            }
        });
        answers.text.push_str(&said);
        answers.text.push('\n');
    };
    batch::answer_all(texts, jobs.map_or(1, NonZeroUsize::get), answer, each)?;
    output.flush()?;
    progress.end();
    Ok(all_good)
}

fn read(text: &str) -> Result<Plan, InputErrors> {
    Plan::read(&Document::parse(text)?)
}

fn answer(command: &Command, source: &Source, plan: &Plan) -> Result<String, InputErrors> {
    let (format, locale) = (source.format, source.lang.unwrap_or(Locale::of_country(plan.country)));
    let result = jaarplan::evaluate(plan)?;
    Ok(match (command, format) {
        (Command::Evaluate(_), Format::Json) => line(&result),
        (Command::Evaluate(_), Format::Table) => table::evaluation(locale, plan, &result),
        (Command::Validate(_), Format::Json) => line(&Validity {
            valid: true,
            warnings: &result.warnings,
            defaults_used: &result.defaults_used,
        }),
        (Command::Validate(_), Format::Table) => table::validity(locale, plan, &result),
        (Command::Check(_), Format::Json) => line(&jaarplan::check(plan)),
        (Command::Check(_), Format::Table) => check::table(locale, plan, &jaarplan::check(plan)),
        (Command::Explain { figures, .. }, format) => {
            let explain = |figure: &String| jaarplan::explain(plan, figure);
            let told = figures.iter().map(explain).collect::<Result<Vec<_>, _>>()?;
            match format {
                Format::Json => line(&told),
                Format::Table => {
                    let table = |(figure, told): (&String, &Explanation)| {
                        let assumptions = jaarplan::assumptions(plan, figure)?;
                        Ok(table::explanation(locale, plan, &result, told, &assumptions))
                    };
                    let tables = figures.iter().zip(&told).map(table);
                    tables.collect::<Result<Vec<_>, InputErrors>>()?.join("\n")
                }
            }
        }
    })
}

fn line(answer: &impl Serialize) -> String {
    // Only maps with keys that are not text cannot be written, and there are none.
    serde_json::to_string(answer).unwrap_or_default()
}
