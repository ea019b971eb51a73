//! What plans say, held beside each other.

use serde::{Serialize, Serializer};

use crate::analysis::simulate;
use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::plan::{Input, Inputs, Place, Plan};

/// An input that is not the same in all plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatedDifference {
    /// Where it stands, like `learning.formal.hours`. Members of lists are held beside each other by their place.
    pub path: String,
    /// What each plan says, or what stands in when it says nothing; `None` where the plan has no such input.
    pub values: Vec<Option<Stated>>,
}

/// What a plan says at some place.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// A number that is known exactly.
    Number(Decimal),
    /// A number that is not: of a default, when defaults are taken as not known.
    Estimate {
        /// The lowest that is still realistic.
        low: Decimal,
        /// The most likely.
        likely: Decimal,
        /// The highest that is still realistic.
        high: Decimal,
    },
    /// A choice; or the ids that a subsidy names, one after the other.
    Text(String),
    /// Yes or no.
    Truth(bool),
}

/// An estimate as it stands in a plan.
#[derive(Serialize)]
struct Estimate {
    low: Decimal,
    likely: Decimal,
    high: Decimal,
}

impl Serialize for Stated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Number(number) => number.serialize(serializer),
            Self::Estimate { low, likely, high } => {
                Estimate { low, likely, high }.serialize(serializer)
            }
            Self::Text(ref text) => serializer.serialize_str(text),
            Self::Truth(truth) => serializer.serialize_bool(truth),
        }
    }
}

/// Something that a plan says.
struct Entry {
    path: String,
    value: Stated,
    /// A group that says nothing of its learning learns as the plan says: that is told of the plan.
    is_own: bool,
}

/// What is not the same in all plans.
pub fn differences(plans: &[Plan], default_ranges: bool) -> Vec<StatedDifference> {
    let plans: Vec<Vec<Entry>> = plans.iter().map(|plan| entries(plan, default_ranges)).collect();
    let mut found: Vec<StatedDifference> = Vec::new();
    // Each plan is read along with the others: most say the same in the same order.
    let mut next = vec![0; plans.len()];
    for (at, entries) in plans.iter().enumerate() {
        next.fill(0);
        for entry in entries {
            let mut is_own = false;
            let mut is_known = false;
            let mut values = Vec::with_capacity(plans.len());
            for (number, (plan, next)) in plans.iter().zip(&mut next).enumerate() {
                let other = find(plan, next, &entry.path);
                is_own |= other.is_some_and(|other| other.is_own);
                is_known |= number < at && other.is_some();
                values.push(other.map(|other| other.value.clone()));
            }
            let differs = values.iter().any(|value| *value != Some(entry.value.clone()));
            if is_own && !is_known && differs {
                found.push(StatedDifference { path: entry.path.clone(), values });
            }
        }
    }
    found
}

/// What a plan says at a path; `next` is where it would be if it said all that the other plan does.
fn find<'e>(entries: &'e [Entry], next: &mut usize, path: &str) -> Option<&'e Entry> {
    let is_it = |entry: &Entry| entry.path == path;
    let at = match entries.get(*next) {
        Some(entry) if is_it(entry) => *next,
        _ => entries.iter().position(is_it)?,
    };
    *next = at + 1;
    entries.get(at)
}

/// All that figures can rest on, in order.
fn entries(plan: &Plan, default_ranges: bool) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut add = |path: &str, value: Stated| {
        entries.push(Entry { path: path.to_owned(), value, is_own: true });
    };
    let text = |text: &str| Stated::Text(text.to_owned());
    add("year", Stated::Number(Decimal::whole(plan.year)));
    add("country", text(plan.country.as_str()));
    if let Some(sector) = &plan.sector {
        add("sector", text(sector));
    }
    add("learning.weekCycles.proRata", Stated::Truth(plan.learning.week_cycles.pro_rata));
    add("learning.profTrack.proRata", Stated::Truth(plan.learning.prof_track.pro_rata));
    add("learning.formal.proRata", Stated::Truth(plan.learning.formal.pro_rata));
    add("profCircles.composition", text(plan.prof_circles.composition.as_str()));
    for (at, line) in plan.costs.iter().enumerate() {
        add(&format!("costs[{at}].category"), text(line.category.as_str()));
        add(&format!("costs[{at}].basis"), text(line.basis.as_str()));
        add(&format!("costs[{at}].cash"), Stated::Truth(line.cash));
    }
    for (at, subsidy) in plan.subsidies.iter().enumerate() {
        add(&format!("subsidies[{at}].basis"), text(subsidy.basis.as_str()));
        let mut of = String::new();
        for &line in &subsidy.of {
            let Some(line) = plan.costs.get(line) else { broken("subsidies are of cost lines") };
            of.push_str(if of.is_empty() { "" } else { ", " });
            of.push_str(&line.id);
        }
        add(&format!("subsidies[{at}].of"), Stated::Text(of));
    }
    for (at, benefit) in plan.value.benefits.iter().enumerate() {
        add(&format!("value.benefits[{at}].kind"), text(benefit.kind().as_str()));
    }
    add_learning_choices(plan, &mut entries);
    add_numbers(plan, default_ranges, &mut entries);
    entries
}

/// Whether part-timers of a group do proportionally fewer.
fn add_learning_choices(plan: &Plan, entries: &mut Vec<Entry>) {
    for (at, group) in plan.groups.iter().enumerate() {
        let (own, all) = (&group.learning, &plan.learning);
        for (key, own, all) in [
            ("weekCycles", own.week_cycles.pro_rata, all.week_cycles.pro_rata),
            ("profTrack", own.prof_track.pro_rata, all.prof_track.pro_rata),
            ("formal", own.formal.pro_rata, all.formal.pro_rata),
        ] {
            let path = format!("groups[{at}].learning.{key}.proRata");
            entries.push(Entry { path, value: Stated::Truth(own), is_own: own != all });
        }
    }
}

fn add_numbers(plan: &Plan, default_ranges: bool, entries: &mut Vec<Entry>) {
    let country = plan.country;
    let mut add = |path: String, input: &Input, is_own: bool| {
        let value = match simulate::range(input, country, default_ranges) {
            Some((low, high)) => Stated::Estimate { low, likely: input.likely, high },
            None => Stated::Number(input.likely),
        };
        entries.push(Entry { path, value, is_own });
    };
    let mut plan = plan.clone();
    for (at, mut group) in std::mem::take(&mut plan.groups).into_iter().enumerate() {
        group.inputs_mut(&mut |input| match input.place {
            Place::Plan => add(format!("groups[{at}].{}", input.field.path), input, false),
            _ => add(input.path(), input, true),
        });
    }
    plan.inputs_mut(&mut |input| add(input.path(), input, true));
}
