//! What follows when inputs are not known exactly: how it is asked for, and how it is told.

use std::num::NonZeroUsize;

use clap::ValueEnum;
use jaarplan::compare::{Comparison, Stated, compare_on};
use jaarplan::plan::{Node, Unit};
use jaarplan::simulate::{Driver, Options, Probability, Sampler, Simulation, Spread};
use jaarplan::text::{Locale, NO_VALUE, Teller, group_name};
use jaarplan::{Assumption, Evaluation, Explanation, Figure, InputErrors, Plan};

use crate::table::aligned;
use crate::{Work, answer};

/// How a simulation is asked for. Numbers are read as those of a plan, so that what is wrong is told in the same way.
#[derive(clap::Args)]
pub struct Chances {
    /// How many samples: a power of two from 256 to 131072. Without it, 16384.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    points: Option<String>,
    /// Which samples; the same number gives the same digits.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    seed: Option<String>,
    /// Take defaults as not known exactly: each within its range.
    #[arg(long)]
    default_ranges: bool,
    /// A bound that a figure should reach, like `value.rov>=0.2` or `budget.cash<=50000`; can be repeated.
    #[arg(long = "target", value_name = "BOUND")]
    targets: Vec<String>,
    /// The figure whose spread and drivers are told. Without it, value.net.
    #[arg(long, value_name = "ID")]
    figure: Option<String>,
    /// How to print.
    #[arg(long = "format", value_enum, default_value_t = Print::Json)]
    pub print: Print,
    #[command(flatten)]
    pub work: Work,
}

/// How to print.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Print {
    /// One line of JSON for each answer.
    Json,
    /// Tables to read.
    Table,
    /// The figures as a table for programs: commas, points, a line with names first.
    Csv,
}

impl Chances {
    /// What is asked for, with or without shares of the variance.
    pub fn options(&self, variance: bool) -> Result<Options, InputErrors> {
        let mut members = vec![
            ("defaultRanges", Node::Bool(self.default_ranges)),
            ("variance", Node::Bool(variance)),
            ("targets", Node::List(self.targets.iter().map(|text| target(text)).collect())),
        ];
        members.extend(self.points.as_ref().map(|points| ("points", number(points))));
        members.extend(self.seed.as_ref().map(|seed| ("seed", number(seed))));
        members.extend(self.figure.as_ref().map(|id| ("figure", Node::Text(id.clone()))));
        Options::read(&object(members))
    }
}

/// What was typed for a number.
pub fn number(digits: &str) -> Node {
    Node::Number(digits.to_owned())
}

/// An object of options.
pub fn object(members: Vec<(&str, Node)>) -> Node {
    Node::Object(members.into_iter().map(|(key, node)| (key.to_owned(), node)).collect())
}

/// `value.rov>=0.2` as data; without a sign the bound is missing, and is said to be.
fn target(text: &str) -> Node {
    let sides = [(">=", "atLeast"), ("<=", "atMost")];
    let bound = sides.iter().find_map(|(sign, side)| Some((text.split_once(sign)?, side)));
    let Some(((figure, bound), side)) = bound else {
        return object(vec![("figure", Node::Text(text.trim().to_owned()))]);
    };
    object(vec![("figure", Node::Text(figure.trim().to_owned())), (side, number(bound.trim()))])
}

/// The simulation of the plan in a text.
pub fn simulated(
    text: &str,
    options: &Options,
    threads: NonZeroUsize,
    print: Print,
    lang: Option<Locale>,
) -> Result<String, InputErrors> {
    let plan = answer::read(text)?;
    let mut sampler = Sampler::new(&plan, options)?;
    sampler.advance_on(threads, options.points);
    let simulation = sampler.simulation();
    Ok(match print {
        Print::Json => answer::json(&simulation),
        Print::Table => Speaker::tell(lang, &plan, sampler.evaluation(), |speaker| {
            speaker.simulation(&simulation)
        }),
        Print::Csv => {
            let rows = simulation.figures.iter().map(|(figure, spread)| row(figure.id(), spread));
            csv("figure", rows)
        }
    })
}

/// The comparison of the plans in texts.
pub fn compared(
    texts: &[String],
    options: &Options,
    threads: NonZeroUsize,
    print: Print,
    lang: Option<Locale>,
) -> Result<String, InputErrors> {
    let read = |(at, text): (usize, &String)| {
        answer::read(text).map_err(|errors| errors.within(&format!("plans[{at}]")))
    };
    let plans = texts.iter().enumerate().map(read).collect::<Result<Vec<Plan>, _>>()?;
    let comparison = compare_on(threads, &plans, options)?;
    Ok(match (print, plans.first()) {
        (Print::Table, Some(plan)) => {
            Speaker::tell(lang, plan, &jaarplan::evaluate(plan)?, |speaker| {
                speaker.comparison(&comparison)
            })
        }
        (Print::Csv, _) => {
            let figures = comparison.figures.iter().flat_map(|(figure, of_plans)| {
                let of_plans = of_plans.iter().enumerate();
                of_plans.map(move |(plan, told)| row(format!("{figure},{plan}"), &told.spread))
            });
            csv("figure,plan", figures)
        }
        _ => answer::json(&comparison),
    })
}

/// The spreads of figures, a line for each: the names first, then the numbers.
fn csv(first: &str, rows: impl Iterator<Item = String>) -> String {
    let names = "likely,mean,error,defined,p5,p10,p25,p50,p75,p90,p95";
    let lines: Vec<String> = std::iter::once(format!("{first},{names}")).chain(rows).collect();
    lines.join("\n")
}

fn row(first: String, spread: &Spread) -> String {
    let Spread { likely, mean, error, defined, p5, p10, p25, p50, p75, p90, p95 } = *spread;
    let cells = [likely, mean, error, Some(defined), p5, p10, p25, p50, p75, p90, p95];
    let number = |cell: Option<f64>| cell.map_or_else(String::new, |number| answer::json(&number));
    let cells = cells.into_iter().map(number);
    std::iter::once(first).chain(cells).collect::<Vec<_>>().join(",")
}

/// Tells of a plan in a language.
pub struct Speaker<'p> {
    pub locale: Locale,
    plan: &'p Plan,
    teller: Teller<'p>,
}

/// A figure as it is told: its name, and what it counts.
pub struct Subject {
    pub name: String,
    explanation: Explanation,
}

impl Speaker<'_> {
    /// Tells of a plan: in a language that was asked for, or the Dutch of its country.
    pub fn tell(
        lang: Option<Locale>,
        plan: &Plan,
        result: &Evaluation,
        tell: impl FnOnce(&Speaker) -> String,
    ) -> String {
        let locale = lang.unwrap_or(Locale::of_country(plan.country));
        let group = |place: usize| group_name(locale, plan, place);
        tell(&Speaker { locale, plan, teller: Teller { locale, plan, result, group: &group } })
    }

    /// One of these, in the language.
    pub fn say(&self, [dutch, french, english]: [&'static str; 3]) -> String {
        let text = match self.locale {
            Locale::NlBe | Locale::NlNl => dutch,
            Locale::FrBe => french,
            Locale::En => english,
        };
        text.to_owned()
    }

    /// A figure, with its name.
    pub fn subject(&self, figure: Figure) -> Subject {
        // A figure of a member that the plan does not have is known by its id.
        let Ok(mut explanation) = jaarplan::explain(self.plan, figure) else {
            return Subject { name: figure.id(), explanation: Explanation::default() };
        };
        explanation.parts.clear();
        Subject { name: self.teller.tell(&explanation).name, explanation }
    }

    /// A value of a figure: euros whole, unless they are few.
    pub fn value(&self, subject: &Subject, value: Option<f64>) -> String {
        let Some(value) = value else { return NO_VALUE.to_owned() };
        match subject.explanation.unit {
            Some(Unit::Eur | Unit::EurPerHour) => {
                let is_small = value != 0.0 && value.abs() < 100.0;
                self.locale.euros(value, if is_small { 2 } else { 0 })
            }
            Some(Unit::Share) => self.locale.percent(value, 1),
            Some(Unit::Circle | Unit::Session | Unit::Person | Unit::Months) => {
                self.locale.number_up_to(value, 1)
            }
            _ => self.locale.number(value, 1),
        }
    }

    /// A probability, and how sure it is.
    pub fn chance(&self, probability: f64, error: f64) -> [String; 2] {
        let error = self.locale.percent(error, 1);
        [self.locale.percent(probability, 1), format!("± {error}")]
    }

    fn simulation(&self, simulation: &Simulation) -> String {
        let Simulation { points, unknowns, figures, probabilities, histogram, drivers, .. } =
            simulation;
        let basis = self.basis(*points, &[*unknowns]);
        let mut rows = vec![self.spread_heading("")];
        for (figure, spread) in figures.iter() {
            let subject = self.subject(figure);
            rows.push(self.spread(&subject, subject.name.clone(), spread));
        }
        let mut parts = vec![basis, aligned(&rows), self.probabilities(probabilities)];
        // What does not move the figure is known by its absence.
        let drivers: Vec<&Driver> =
            drivers.iter().filter(|driver| driver.swing != Some(0.0)).collect();
        if !drivers.is_empty() {
            parts.push(self.drivers(&self.subject(histogram.figure), &drivers));
        }
        parts.join("\n\n") + "\n"
    }

    /// What the answer rests on.
    fn basis(&self, points: u32, unknowns: &[u32]) -> String {
        let points = self.locale.number(f64::from(points), 0);
        let unknowns: Vec<String> =
            unknowns.iter().map(|&unknowns| self.locale.number(f64::from(unknowns), 0)).collect();
        let unknowns = unknowns.join(", ");
        match self.locale {
            Locale::NlBe | Locale::NlNl => {
                format!("{points} berekeningen; cijfers die niet precies bekend zijn: {unknowns}")
            }
            Locale::FrBe => format!(
                "{points} calculs ; chiffres qui ne sont pas connus exactement : {unknowns}"
            ),
            Locale::En => {
                format!("{points} calculations; numbers that are not known exactly: {unknowns}")
            }
        }
    }

    fn spread_heading(&self, first: &str) -> Vec<String> {
        let likely = self.say(["waarschijnlijk", "probable", "likely"]);
        let mean = self.say(["gemiddeld", "moyenne", "mean"]);
        let names = [likely, mean].into_iter().chain(["P5", "P50", "P95"].map(str::to_owned));
        std::iter::once(first.to_owned()).chain(names).collect()
    }

    fn spread(&self, subject: &Subject, name: String, spread: &Spread) -> Vec<String> {
        let values = [spread.likely, spread.mean, spread.p5, spread.p50, spread.p95];
        let values = values.into_iter().map(|value| self.value(subject, value));
        std::iter::once(name).chain(values).collect()
    }

    fn probabilities(&self, probabilities: &[Probability]) -> String {
        let title = self.say(["Hoe waarschijnlijk", "Probabilité", "How likely"]);
        let mut rows = vec![vec![title]];
        for Probability { figure, at_least, at_most, probability, error } in probabilities {
            let subject = self.subject(*figure);
            let sign = if at_least.is_some() { "≥" } else { "≤" };
            let bound = self.value(&subject, at_least.or(*at_most));
            let mut row = vec![format!("{} {sign} {bound}", subject.name)];
            row.extend(self.chance(*probability, *error));
            rows.push(row);
        }
        aligned(&rows)
    }

    /// What moves a figure, with what it is at the ends of each range.
    fn drivers(&self, subject: &Subject, drivers: &[&Driver]) -> String {
        let has_shares = drivers.iter().any(|driver| driver.total.is_some());
        let at = [
            self.say(["bij laag", "si bas", "at low"]),
            self.say(["bij hoog", "si haut", "at high"]),
            self.say(["verschil", "écart", "swing"]),
        ];
        let mut title = vec![subject.name.clone(), self.say(["van – tot", "de – à", "from – to"])];
        title.extend(at);
        if has_shares {
            title.push(self.say(["aandeel alleen", "part seule", "share alone"]));
            title.push(self.say(["met andere", "avec d’autres", "with others"]));
        }
        let mut rows = vec![title];
        for driver in drivers {
            let told = self.teller.assumption(&subject.explanation, &assumption(driver));
            let Some([low, high]) = told.range else { unreachable!("a driver has a range") };
            let mut row = vec![told.name, format!("{low} – {high}")];
            let values = [driver.at_low, driver.at_high, driver.swing];
            row.extend(values.map(|value| self.value(subject, value)));
            if has_shares {
                let shares = [driver.first_order, driver.total];
                row.extend(shares.map(|share| {
                    share.map_or_else(|| NO_VALUE.to_owned(), |share| self.locale.percent(share, 0))
                }));
            }
            rows.push(row);
        }
        aligned(&rows)
    }

    fn comparison(&self, comparison: &Comparison) -> String {
        let unknowns: Vec<u32> = comparison.plans.iter().map(|plan| plan.unknowns).collect();
        let names: Vec<String> = (1..)
            .zip(&comparison.plans)
            .map(|(number, plan)| match plan.title.as_str() {
                "" => format!("plan {number}"),
                title => format!("{number} {title}"),
            })
            .collect();
        let mut parts = vec![self.basis(comparison.points, &unknowns)];
        let mut rows = vec![[vec![String::new()], names.clone()].concat()];
        for input in &comparison.inputs {
            let cells = input.values.iter().map(|value| self.stated(value.as_ref()));
            rows.push(std::iter::once(input.path.clone()).chain(cells).collect());
        }
        if rows.len() > 1 {
            parts.push(aligned(&rows));
        }
        let mut heading = self.spread_heading("");
        heading.insert(2, self.say(["verschil", "écart", "difference"]));
        let mut rows = vec![heading];
        for (figure, of_plans) in comparison.figures.iter() {
            let subject = self.subject(figure);
            rows.push(vec![subject.name.clone()]);
            for (at, (told, name)) in of_plans.iter().zip(&names).enumerate() {
                let mut row = self.spread(&subject, format!("  {name}"), &told.spread);
                let is_first = at == 0;
                let difference =
                    if is_first { String::new() } else { self.value(&subject, told.difference) };
                row.insert(2, difference);
                rows.push(row);
            }
        }
        parts.push(aligned(&rows));
        for (name, plan) in names.iter().zip(&comparison.plans) {
            parts.push(format!("{name}\n{}", self.probabilities(&plan.probabilities)));
        }
        let title = self.say([
            "Hoe waarschijnlijk beter",
            "Probabilité d’être meilleur",
            "How likely better",
        ]);
        let mut rows = vec![vec![title]];
        for race in &comparison.probabilities {
            let name = |place: u32| match names.get(place as usize) {
                Some(name) => name.as_str(),
                None => unreachable!("the plan was compared"),
            };
            let is_better = self.say(["beter dan", "meilleur que", "better than"]);
            let figure = self.subject(race.figure).name;
            let mut row =
                vec![format!("{figure}: {} {is_better} {}", name(race.plan), name(race.other))];
            row.extend(self.chance(race.probability, race.error));
            rows.push(row);
        }
        parts.push(aligned(&rows));
        parts.join("\n\n") + "\n"
    }

    fn stated(&self, value: Option<&Stated>) -> String {
        let decimal = |value| self.locale.decimal(value);
        match value {
            None => NO_VALUE.to_owned(),
            Some(Stated::Number(number)) => decimal(*number),
            Some(Stated::Estimate { low, likely, high }) => {
                format!("{} ({} – {})", decimal(*likely), decimal(*low), decimal(*high))
            }
            Some(Stated::Text(text)) => text.clone(),
            Some(Stated::Truth(true)) => self.say(["ja", "oui", "yes"]),
            Some(Stated::Truth(false)) => self.say(["nee", "non", "no"]),
        }
    }
}

/// What drives a figure, as an assumption that it rests on: those have names.
fn assumption(driver: &Driver) -> Assumption {
    Assumption {
        inputs: driver.inputs.clone(),
        value: driver.value,
        low: Some(driver.low),
        high: Some(driver.high),
        unit: driver.unit,
        origin: driver.origin,
        basis: None,
        source: None,
        at_low: driver.at_low,
        at_high: driver.at_high,
        swing: driver.swing,
    }
}
