//! How a plan stands against law and agreements, to read.

use jaarplan::Plan;
use jaarplan::rules::{Check, Checks, Outcome, Reason};
use jaarplan::text::{Locale, verdicts};

/// What applies, rule by rule, then what could have applied but does not.
pub fn table(locale: Locale, plan: &Plan, checks: &Checks) -> String {
    let of_others = |check: &&Check| {
        let others = [Reason::Country, Reason::NoSector, Reason::OtherSector];
        check.reason.is_none_or(|reason| !others.contains(&reason))
    };
    let (silent, said): (Vec<&Check>, Vec<&Check>) = checks
        .checks
        .iter()
        .filter(of_others)
        .partition(|check| check.outcome == Outcome::NotApplicable);
    let mut parts: Vec<String> = said.iter().map(|check| rule(locale, plan, check)).collect();
    let line = |check: &&Check| {
        format!("{}\n  {}", verdicts::rule(locale, check.rule), verdicts::check(locale, check))
    };
    parts.extend(silent.iter().map(line));
    parts.push(verdicts::disclaimer(locale).to_owned());
    parts.join("\n\n") + "\n"
}

/// One rule: its name, the answer, the groups or steps, what to keep in mind, the source.
fn rule(locale: Locale, plan: &Plan, check: &Check) -> String {
    let mut lines = vec![verdicts::rule(locale, check.rule).to_owned()];
    let summary = verdicts::check(locale, check);
    let mut group = None;
    for verdict in &check.verdicts {
        if let Some(id) = &verdict.group
            && verdict.group != group
        {
            group.clone_from(&verdict.group);
            lines.push(format!("  {}", name(plan, id)));
        }
        let told = verdicts::verdict(locale, check, verdict);
        if told != summary || verdict.group.is_some() {
            let indent = if verdict.group.is_some() { "    " } else { "  " };
            lines.push(format!("{indent}{told}"));
        }
    }
    lines.insert(1, format!("  {summary}"));
    lines.extend(
        check.notes.iter().map(|&note| format!("  {}", verdicts::note(locale, check, note))),
    );
    lines.push(format!("  {} ({})", check.source, check.checked_on));
    lines.join("\n")
}

fn name<'p>(plan: &'p Plan, id: &'p str) -> &'p str {
    plan.groups.iter().find(|group| group.id == id).map_or(id, |group| &group.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jaarplan::Document;

    #[test]
    fn what_applies_comes_first_and_other_countries_are_left_out() {
        let plan = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "sector": "be-public",
            "groups": [{ "name": "Zorg", "headcount": 120, "fte": 96.5 }] }"#;
        let plan = Plan::read(&Document::parse(plan).unwrap()).unwrap();
        let told = table(Locale::NlBe, &plan, &jaarplan::check(&plan));
        assert!(told.starts_with("Kennis van AI\n  Weten je medewerkers"), "{told}");
        assert!(
            told.contains("Individueel opleidingsrecht\n  Niet van toepassing: de regel is voor")
        );
        assert!(!told.contains("Cao"), "{told}");
        assert!(told.ends_with("\n\nIndicatief, geen juridisch advies.\n"));
    }
}
