//! What a plan must be to come somewhere: how it is asked for, and how it is told.

use jaarplan::plan::{Code, Node};
use jaarplan::solve::{Allocated, Allocation, Goal, Solution, allocate, solve};
use jaarplan::text::{Locale, NO_VALUE};
use jaarplan::{Decimal, Figure, InputErrors};

use crate::chances::{Speaker, number, object};
use crate::table::aligned;
use crate::{Format, answer};

/// Where a figure should come, by which input.
#[derive(clap::Args)]
pub struct GoalArguments {
    /// The input that may change, like `learning.weekCycles.count`.
    #[arg(long, value_name = "PATH")]
    input: Option<String>,
    /// The figure, like `budget.cash`.
    #[arg(long, value_name = "ID")]
    figure: Option<String>,
    /// The figure should come to this or above.
    #[arg(long, value_name = "BOUND", allow_negative_numbers = true)]
    at_least: Option<String>,
    /// The figure should come to this or below.
    #[arg(long, value_name = "BOUND", allow_negative_numbers = true)]
    at_most: Option<String>,
    /// The figure should come as close to this as can be.
    #[arg(long, value_name = "TARGET", allow_negative_numbers = true)]
    equals: Option<String>,
    /// The lowest value of the input to look at. Without it, the lowest that is realistic.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    low: Option<String>,
    /// The highest value of the input to look at. Without it, the highest that is realistic.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    high: Option<String>,
    /// How likely the figure must be to keep its bound, 0 to 1. Without it, all else is at its likely value.
    #[arg(long, value_name = "SHARE", allow_negative_numbers = true)]
    probability: Option<String>,
    #[command(flatten)]
    samples: Samples,
}

/// A cash budget that is to be spread.
#[derive(clap::Args)]
pub struct AllocationArguments {
    /// The budget in euros. Without it, the plan's own.
    #[arg(long, value_name = "EUR", allow_negative_numbers = true)]
    available: Option<String>,
    /// What is said of a component, like `learning.formal.hours,low=8,high=24,effect=2`; can be repeated.
    #[arg(long = "component", value_name = "COMPONENT")]
    components: Vec<String>,
    #[command(flatten)]
    samples: Samples,
}

/// How chances are told.
#[derive(clap::Args)]
struct Samples {
    /// How many samples: a power of two from 256 to 131072. Without it, 16384.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    points: Option<String>,
    /// Which samples; the same number gives the same digits.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    seed: Option<String>,
    /// Take defaults as not known exactly: each within its range.
    #[arg(long)]
    default_ranges: bool,
}

/// What is asked of every plan.
pub enum Question {
    /// The value of one input. That there is no such figure is said of each plan that is valid itself.
    Solve(Result<Goal, InputErrors>),
    /// A cash budget over the components of learning.
    Allocate(Allocation),
}

impl GoalArguments {
    /// What is asked for.
    pub fn question(&self) -> Result<Question, InputErrors> {
        let text = |text: &String| Node::Text(text.clone());
        let mut members = self.samples.members();
        members.extend(self.input.as_ref().map(|input| ("input", text(input))));
        members.extend(self.figure.as_ref().map(|figure| ("figure", text(figure))));
        for (key, digits) in [
            ("atLeast", &self.at_least),
            ("atMost", &self.at_most),
            ("equals", &self.equals),
            ("low", &self.low),
            ("high", &self.high),
            ("probability", &self.probability),
        ] {
            members.extend(digits.as_ref().map(|digits| (key, number(digits))));
        }
        let is_no_figure = |errors: &InputErrors| {
            let mut errors = errors.errors.iter();
            errors.any(|error| error.path == "figure" && error.code == Code::UnknownId)
        };
        match Goal::read(&object(members)) {
            Err(errors) if !is_no_figure(&errors) => Err(errors),
            goal => Ok(Question::Solve(goal)),
        }
    }
}

impl AllocationArguments {
    /// What is asked for.
    pub fn question(&self) -> Result<Question, InputErrors> {
        let mut members = self.samples.members();
        members.extend(self.available.as_ref().map(|digits| ("available", number(digits))));
        let components = self.components.iter().map(|text| component(text)).collect();
        members.push(("components", Node::List(components)));
        Allocation::read(&object(members)).map(Question::Allocate)
    }
}

impl Samples {
    fn members(&self) -> Vec<(&'static str, Node)> {
        let mut members = vec![("defaultRanges", Node::Bool(self.default_ranges))];
        for (key, digits) in [("points", &self.points), ("seed", &self.seed)] {
            members.extend(digits.as_ref().map(|digits| (key, number(digits))));
        }
        members
    }
}

/// `learning.formal.hours,low=8` as data.
fn component(text: &str) -> Node {
    let (input, rest) =
        text.split_once(',').map_or((text, None), |(input, rest)| (input, Some(rest)));
    let mut members = vec![("input", Node::Text(input.trim().to_owned()))];
    let parts = rest.into_iter().flat_map(|rest| rest.split(','));
    members.extend(parts.map(str::trim).map(|part| match part.split_once('=') {
        Some((key, digits)) => (key, number(digits)),
        None => (part, Node::Null),
    }));
    object(members)
}

/// The answer for the plan in a text.
pub fn answer(
    question: &Question,
    text: &str,
    format: Format,
    lang: Option<Locale>,
) -> Result<String, InputErrors> {
    let plan = answer::read(text)?;
    let told = |tell: &dyn Fn(&Speaker) -> String| -> Result<String, InputErrors> {
        Ok(Speaker::tell(lang, &plan, &jaarplan::evaluate(&plan)?, tell))
    };
    match question {
        Question::Solve(goal) => {
            let solution = solve(&plan, goal.as_ref().map_err(Clone::clone)?)?;
            match format {
                Format::Json => Ok(answer::json(&solution)),
                Format::Table => told(&|speaker| speaker.solution(&solution)),
            }
        }
        Question::Allocate(allocation) => {
            let spread = allocate(&plan, allocation)?;
            match format {
                Format::Json => Ok(answer::json(&spread)),
                Format::Table => told(&|speaker| speaker.allocated(&spread)),
            }
        }
    }
}

impl Speaker<'_> {
    fn solution(&self, solution: &Solution) -> String {
        let subject = self.subject(solution.figure);
        let own = solution.current.map_or_else(|| NO_VALUE.to_owned(), |own| self.decimal(own));
        let title = if solution.reached {
            self.say(["Dit kan", "C’est possible", "This can be done"])
        } else {
            self.say([
                "Dit kan niet; dit komt het dichtst",
                "C’est impossible ; voici le plus proche",
                "This cannot be done; this comes closest",
            ])
        };
        let mut rows = vec![
            vec![
                String::new(),
                self.say(["nu", "actuel", "now"]),
                self.say(["dan", "alors", "then"]),
            ],
            vec![solution.input.to_string(), own, self.decimal(solution.value)],
            vec![
                subject.name.clone(),
                self.value(&subject, solution.current_at),
                self.value(&subject, solution.at),
            ],
        ];
        if let Some((probability, error)) = solution.probability.zip(solution.error) {
            let [chance, error] = self.chance(probability, error);
            let name = self.say(["Kans", "Probabilité", "Probability"]);
            rows.push(vec![name, String::new(), format!("{chance} {error}")]);
        }
        let [low, high] = [solution.low, solution.high].map(|end| self.decimal(end));
        let span = self.say(["Gezocht van – tot", "Cherché de – à", "Looked from – to"]);
        format!("{title}\n\n{}\n\n{span}: {low} – {high}\n", aligned(&rows))
    }

    fn allocated(&self, spread: &Allocated) -> String {
        let [now, then] = [self.say(["nu", "actuel", "now"]), self.say(["dan", "alors", "then"])];
        let cash = self.subject(Figure::Cash);
        let euros = |value: f64| self.value(&cash, Some(value));
        let span = self.say(["van – tot", "de – à", "from – to"]);
        let mut rows = vec![vec![String::new(), now.clone(), then.clone(), span]];
        for component in &spread.components {
            let [low, high] = [component.low, component.high].map(|end| self.decimal(end));
            rows.push(vec![
                component.input.to_string(),
                self.decimal(component.current),
                self.decimal(component.value),
                format!("{low} – {high}"),
            ]);
        }
        let value = self.say(["Verwachte opbrengst", "Valeur attendue", "Expected value"]);
        let net = self.say(["Min de kosten", "Moins les coûts", "Less the costs"]);
        let sums = vec![
            vec![String::new(), now, then],
            vec![cash.name.clone(), euros(spread.current.cash), euros(spread.cash)],
            vec![value.clone(), euros(spread.current.expected_value), euros(spread.expected_value)],
            vec![net.clone(), euros(spread.current.net), euros(spread.net)],
        ];
        let budget = self.say(["Budget", "Budget", "Budget"]);
        let mut curve = vec![vec![budget.clone(), value, net]];
        for point in &spread.curve {
            curve.push([point.available, point.expected_value, point.net].map(euros).to_vec());
        }
        let mut parts = vec![format!("{budget}: {}", euros(spread.available.to_f64()))];
        if !spread.reached {
            parts.push(self.say([
                "Dit budget is te klein; dit is het goedkoopste dat kan",
                "Ce budget est trop petit ; voici le moins cher possible",
                "This budget is too small; this is the cheapest there is",
            ]));
        }
        parts.extend([aligned(&rows), aligned(&sums)]);
        if !spread.unmet.is_empty() {
            let unmet = self.say(["Niet gehaald", "Non respecté", "Not met"]);
            let names: Vec<&str> = spread
                .unmet
                .iter()
                .map(|id| jaarplan::text::verdicts::rule(self.locale, id))
                .collect();
            parts.push(format!("{unmet}: {}", names.join("; ")));
        }
        parts.push(aligned(&curve));
        parts.join("\n\n") + "\n"
    }

    fn decimal(&self, value: Decimal) -> String {
        self.locale.decimal(value)
    }
}
