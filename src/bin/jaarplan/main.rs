//! The command line: plans in, results out, one line of JSON for each.
#![forbid(unsafe_code)]

mod answer;
mod batch;
mod chances;
mod check;
mod goals;
mod input;
mod progress;
mod table;

use clap::{Parser, Subcommand, ValueEnum};
use std::io::{self, BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use answer::Question;
use batch::Answers;
use chances::{Chances, Print};
use goals::{AllocationArguments, GoalArguments};
use input::Texts;
use jaarplan::analysis::explain;
use jaarplan::text::Locale;
use jaarplan::{Figure, InputErrors};
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
    /// What figures rest on that nobody knows exactly, and how far each assumption moves them.
    Assumptions {
        #[command(flatten)]
        source: Source,
        /// Which figure; can be repeated. Without it: the three that managers ask about first.
        #[arg(long = "figure", value_name = "ID", default_values = HEADLINES)]
        figures: Vec<String>,
    },
    /// How figures came about, down to the inputs.
    Explain {
        #[command(flatten)]
        source: Source,
        /// Which figure; can be repeated. Without it: the three that managers ask about first.
        #[arg(long = "figure", value_name = "ID", default_values = HEADLINES)]
        figures: Vec<String>,
    },
    /// How figures spread when inputs are not known exactly, how likely they are to reach bounds, and what moves them.
    Simulate {
        /// A plan, or one plan per line; `-` is standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
        #[command(flatten)]
        chances: Chances,
        /// Tell which share of that figure's variance each driver explains, too.
        #[arg(long)]
        variance: bool,
    },
    /// Two to six plans side by side: what they say differently, what follows, and which is likely to be better.
    Compare {
        /// Files with a plan each, or with one plan per line; `-` is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        chances: Chances,
    },
    /// The value of one input at which a figure comes where it should, or comes closest.
    Solve {
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        goal: GoalArguments,
    },
    /// A cash budget over the components of learning, for the highest expected value that keeps legal minimums.
    Allocate {
        #[command(flatten)]
        source: Source,
        #[command(flatten)]
        allocation: AllocationArguments,
    },
}

const HEADLINES: [&str; 3] =
    [Figure::HoursPerEmployee.key(), Figure::Cash.key(), Figure::BreakEvenUplift.key()];

#[derive(clap::Args)]
struct Source {
    /// A plan, or one plan per line; `-` is standard input.
    #[arg(default_value = "-")]
    file: PathBuf,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[command(flatten)]
    work: Work,
}

/// How to work, whatever is asked.
#[derive(clap::Args)]
struct Work {
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

fn main() -> ExitCode {
    match Arguments::parse().command.run() {
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

impl Command {
    /// Answers every plan; false when something was refused.
    fn run(self) -> io::Result<bool> {
        let (question, source) = match self {
            Self::Evaluate(source) => (Question::Evaluate, source),
            Self::Validate(source) => (Question::Validate, source),
            Self::Check(source) => (Question::Check, source),
            Self::Assumptions { source, figures } => (Question::Assumptions(figures), source),
            Self::Explain { source, figures } => (Question::Explain(figures), source),
            Self::Simulate { file, chances, variance } => {
                return simulate(&file, &chances, variance);
            }
            Self::Compare { files, chances } => return compare(&files, &chances),
            Self::Solve { source, goal } => return find(&source, goal.question()),
            Self::Allocate { source, allocation } => return find(&source, allocation.question()),
        };
        let Source { file, format, work } = source;
        let lang = work.lang;
        let answer = move |text: &str, _| match format {
            Format::Json => answer::line(&question, text),
            Format::Table => tables(&question, lang, text).map_err(|errors| refused(lang, &errors)),
        };
        each_plan(&file, &work, batch::PLANS, answer)
    }
}

/// What is wrong, to read. A plan's country may be just that, so without a language it is the Dutch of Flanders.
fn refused(lang: Option<Locale>, errors: &InputErrors) -> String {
    table::errors(lang.unwrap_or_default(), errors)
}

/// Answers every plan of a file on so many threads as there are; false when one of them was refused.
fn each_plan(
    file: &Path,
    work: &Work,
    plans: usize,
    answer: impl Fn(&str, NonZeroUsize) -> Result<String, String> + Send + Sync + 'static,
) -> io::Result<bool> {
    let texts = Texts::open(file)?;
    let mut progress = Progress::new(work.progress);
    let mut output = BufWriter::new(io::stdout().lock());
    let mut all_good = true;
    let each = |answers: &Answers| {
        all_good &= !answers.refused;
        output.write_all(answers.text.as_bytes())?;
        progress.add(answers.plans);
        Ok(())
    };
    let answer = move |text: &str, threads, answers: &mut Answers| {
        let answer = answer(text, threads);
        answers.refused |= answer.is_err();
        let (Ok(answer) | Err(answer)) = answer;
        answers.text.push_str(&answer);
        answers.text.push('\n');
    };
    batch::answer_all(texts, plans, work.threads(), answer, each)?;
    output.flush()?;
    progress.end();
    Ok(all_good)
}

impl Work {
    /// On how many threads.
    fn threads(&self) -> NonZeroUsize {
        let jobs = self.jobs.or_else(|| thread::available_parallelism().ok());
        jobs.unwrap_or(NonZeroUsize::MIN)
    }
}

fn simulate(file: &Path, chances: &Chances, variance: bool) -> io::Result<bool> {
    let options = match chances.options(variance) {
        Ok(options) => options,
        Err(errors) => return chances.refuse(&errors),
    };
    let answer = {
        let (print, lang) = (chances.print, chances.work.lang);
        move |text: &str, threads| {
            chances::simulated(text, &options, threads, print, lang)
                .map_err(|errors| print.refused(lang, &errors))
        }
    };
    // Each plan takes a while.
    each_plan(file, &chances.work, 1, answer)
}

fn compare(files: &[PathBuf], chances: &Chances) -> io::Result<bool> {
    let options = match chances.options(false) {
        Ok(options) => options,
        Err(errors) => return chances.refuse(&errors),
    };
    let mut texts = Vec::new();
    for file in files {
        for text in Texts::open(file)? {
            texts.push(text?);
        }
    }
    let Work { lang, .. } = chances.work;
    match chances::compared(&texts, &options, chances.work.threads(), chances.print, lang) {
        Ok(answer) => writeln!(io::stdout(), "{answer}").map(|()| true),
        Err(errors) => chances.refuse(&errors),
    }
}

/// Finds what each plan of a file must be to come somewhere.
fn find(source: &Source, question: Result<goals::Question, InputErrors>) -> io::Result<bool> {
    let Source { file, format, work } = source;
    let (format, lang) = (*format, work.lang);
    let refused = move |errors: &InputErrors| match format {
        Format::Json => answer::refusal(errors),
        Format::Table => refused(lang, errors),
    };
    let question = match question {
        Ok(question) => question,
        Err(errors) => return writeln!(io::stdout(), "{}", refused(&errors)).map(|()| false),
    };
    let answer = move |text: &str, _| {
        goals::answer(&question, text, format, lang).map_err(|errors| refused(&errors))
    };
    each_plan(file, work, 1, answer)
}

impl Chances {
    /// Says what was wrong.
    fn refuse(&self, errors: &InputErrors) -> io::Result<bool> {
        writeln!(io::stdout(), "{}", self.print.refused(self.work.lang, errors))?;
        Ok(false)
    }
}

impl Print {
    fn refused(self, lang: Option<Locale>, errors: &InputErrors) -> String {
        match self {
            Self::Json => answer::refusal(errors),
            Self::Table | Self::Csv => refused(lang, errors),
        }
    }
}

fn tables(question: &Question, lang: Option<Locale>, text: &str) -> Result<String, InputErrors> {
    let plan = &answer::read(text)?;
    let locale = lang.unwrap_or(Locale::of_country(plan.country));
    let result = jaarplan::evaluate(plan)?;
    Ok(match question {
        Question::Evaluate => table::evaluation(locale, plan, &result),
        Question::Validate => table::validity(locale, plan, &result),
        Question::Check => check::table(locale, plan, &jaarplan::check(plan)),
        Question::Assumptions(figures) | Question::Explain(figures) => {
            let table = |id: &String| {
                let figure = explain::figure(id)?;
                let told = jaarplan::explain(plan, figure)?;
                let assumptions = jaarplan::assumptions(plan, figure)?;
                let steps = matches!(question, Question::Explain(_));
                Ok(table::explanation(locale, plan, &result, &told, &assumptions, steps))
            };
            figures.iter().map(table).collect::<Result<Vec<_>, InputErrors>>()?.join("\n")
        }
    })
}
