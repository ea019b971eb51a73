//! The command line: plans in, results out, one line of JSON for each.
#![forbid(unsafe_code)]

mod answer;
mod batch;
mod check;
mod input;
mod progress;
mod table;

use clap::{Parser, Subcommand, ValueEnum};
use std::io::{self, BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use answer::Question;
use batch::Answers;
use input::Texts;
use jaarplan::InputErrors;
use jaarplan::text::Locale;
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

fn main() -> ExitCode {
    let (question, source) = Arguments::parse().command.parts();
    match run(question, source) {
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
    fn parts(self) -> (Question, Source) {
        match self {
            Self::Evaluate(source) => (Question::Evaluate, source),
            Self::Validate(source) => (Question::Validate, source),
            Self::Check(source) => (Question::Check, source),
            Self::Assumptions { source, figures } => (Question::Assumptions(figures), source),
            Self::Explain { source, figures } => (Question::Explain(figures), source),
        }
    }
}

/// Answers every plan; false when one of them was refused.
fn run(question: Question, source: Source) -> io::Result<bool> {
    let Source { file, format, lang, jobs, progress } = source;
    let texts = Texts::open(&file)?;
    let jobs = jobs.or_else(|| thread::available_parallelism().ok());
    let mut progress = Progress::new(progress);
    let mut output = BufWriter::new(io::stdout().lock());
    let mut all_good = true;
    let each = |answers: &Answers| {
        all_good &= !answers.refused;
        output.write_all(answers.text.as_bytes())?;
        progress.add(answers.plans);
        Ok(())
    };
    let answer = move |text: &str, answers: &mut Answers| {
        let answer = match format {
            Format::Json => answer::line(&question, text),
            // Its country may be what is wrong, so without a language the Dutch is that of Flanders.
            Format::Table => tables(&question, lang, text)
                .map_err(|errors| table::errors(lang.unwrap_or_default(), &errors)),
        };
        answers.refused |= answer.is_err();
        let (Ok(answer) | Err(answer)) = answer;
        answers.text.push_str(&answer);
        answers.text.push('\n');
    };
    batch::answer_all(texts, jobs.map_or(1, NonZeroUsize::get), answer, each)?;
    output.flush()?;
    progress.end();
    Ok(all_good)
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
            let table = |figure: &String| {
                let told = jaarplan::explain(plan, figure)?;
                let assumptions = jaarplan::assumptions(plan, figure)?;
                let steps = matches!(question, Question::Explain(_));
                Ok(table::explanation(locale, plan, &result, &told, &assumptions, steps))
            };
            figures.iter().map(table).collect::<Result<Vec<_>, InputErrors>>()?.join("\n")
        }
    })
}
