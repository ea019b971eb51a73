//! The plan's TypeScript type says what the field table says.
//!
//! `npm/plan.d.ts` is written by hand, but for the text above a number: that is this table's, and
//! `BLESS=1 cargo test --test typescript` writes it. What may be absent, which choices there are and
//! which fields exist at all is held against what [`Plan::read`] accepts.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jaarplan::plan::fields::{ALL, Bounds, Standard};
use jaarplan::plan::{Code, Field, InputErrors, Unit};
use jaarplan::{Document, Plan};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where each interface stands in the document.
#[rustfmt::skip]
const INTERFACES: [(&str, &str); 20] = [
    ("Plan", ""),
    ("Calendar", "calendar"),
    ("Group", "groups[]"),
    ("Learning", "learning"),
    ("WeekCycles", "learning.weekCycles"),
    ("ProfTrack", "learning.profTrack"),
    ("FormalTraining", "learning.formal"),
    ("DevelopmentTalks", "learning.developmentTalks"),
    ("ProfCircleRules", "profCircles"),
    ("Facilitation", "facilitation"),
    ("CostLine", "costs[]"),
    ("Subsidy", "subsidies[]"),
    ("BudgetSettings", "budget"),
    ("ValueSettings", "value"),
    ("AnyBenefit", "value.benefits[]"),
    ("ProductivityBenefit", "value.benefits[]"),
    ("RetentionBenefit", "value.benefits[]"),
    ("CustomBenefit", "value.benefits[]"),
    ("Inaction", "value.inaction"),
    ("Intangible", "value.intangibles[]"),
];

/// A plan that states every field.
fn full() -> Value {
    let talks = json!({ "hours": 2 });
    let learning = json!({
        "weekCycles": { "count": 40, "minutes": 30, "proRata": true },
        "profTrack": { "hours": 16, "proRata": true },
        "formal": { "hours": 16, "fixedHours": 0, "proRata": true },
        "developmentTalks": talks
    });
    json!({
        "schemaVersion": 1, "title": "t", "organisation": "o", "year": 2027, "country": "BE", "sector": "s",
        "calendar": { "fullTimeHoursPerWeek": 38, "hoursPerDay": 7.6, "effectiveWeeks": 45, "sicknessRate": 0.06 },
        "groups": [{
            "id": "a", "name": "A", "headcount": 12, "fte": 10.5, "leaders": 1, "labourCostPerHour": 48,
            "participation": 0.8, "replacementShare": 0.1, "replacementCostFactor": 1.2,
            "billableShare": 0, "billableMarginPerHour": 0, "learning": learning
        }],
        "learning": learning,
        "profCircles": {
            "composition": "mixed", "targetSize": 8, "minSize": 5, "maxSize": 10, "sessions": 6,
            "sessionHours": 2, "preparationHours": 0.5, "facilitatorsPerCircle": 1,
            "facilitatorPreparationHours": 1, "facilitatorCapacityHours": 120,
            "leadersPerCircle": 1, "maxCirclesPerLeader": 2
        },
        "facilitation": { "externalShare": 0, "internalCostPerHour": 48, "externalRatePerHour": 150 },
        "costs": [{ "id": "rooms", "label": "C", "category": "other", "basis": "fixed", "amount": 1, "cash": true }],
        "subsidies": [{ "id": "s", "label": "S", "basis": "fixed", "amount": 1, "of": ["rooms"], "cap": 1 }],
        "budget": { "available": 1, "spendRate": 0.75, "contingency": 0, "trainingFundLevy": 0, "payroll": 1 },
        "value": {
            "horizonYears": 3, "discountRate": 0.04,
            "benefits": [
                { "id": "p", "label": "P", "kind": "productivity", "uplift": 0.05, "halfLifeMonths": 14,
                  "lagMonths": 12, "attribution": 1, "confidence": 1 },
                { "id": "r", "kind": "retention", "turnover": 0.1, "relativeReduction": 0, "replacementCostShare": 0.2 },
                { "id": "c", "kind": "custom", "annualValue": 1, "halfLifeMonths": null }
            ],
            "inaction": { "skillHalfLifeYears": 5, "sensitivity": 0.2, "probability": 0.5 },
            "intangibles": [{ "label": "i", "for": "team" }]
        },
        "jaarplan": {}, "actuals": {}
    })
}

/// A field of an interface: its path, whether it may be absent, its type, the comment above it.
struct Member {
    path: String,
    optional: bool,
    script: String,
    comment: String,
}

/// The file cut into members; what is between them stays text, so that both together are the file.
fn members(file: &str) -> Vec<Result<Member, String>> {
    let (mut parts, mut text, mut comment) = (Vec::new(), String::new(), String::new());
    let mut prefix = None;
    let mut lines = file.lines();
    while let Some(line) = lines.next() {
        let mut code = line.to_owned();
        if let Some(name) = line.strip_prefix("export interface ") {
            let name = name.split_whitespace().next().unwrap();
            prefix = INTERFACES.iter().find(|(interface, _)| *interface == name);
            assert!(prefix.is_some() || name == "Estimate", "where does {name} stand?");
        } else if line == "}" {
            prefix = None;
        } else if let (Some((_, prefix)), true) = (prefix, line.starts_with("  ")) {
            if line.trim_start().starts_with(['/', '*']) {
                comment += &format!("{line}\n");
                continue;
            }
            while !code.ends_with(';') {
                code += &format!("\n{}", lines.next().expect("a member ends"));
            }
            let (name, script) = code.split_once(':').expect("a member has a type");
            let name = name.trim();
            let key = name.trim_end_matches('?');
            parts.push(Err(std::mem::take(&mut text)));
            parts.push(Ok(Member {
                path: if prefix.is_empty() { key.into() } else { format!("{prefix}.{key}") },
                optional: name.ends_with('?'),
                script: script.trim_end_matches(';').trim().into(),
                comment: std::mem::take(&mut comment),
            }));
        }
        text += &format!("{code}\n");
    }
    parts.push(Err(text));
    parts
}

/// What the table says about a field, as the comment above it.
fn comment(path: &str, docs: &[(&str, &Field)]) -> Option<String> {
    let fields: Vec<_> = docs.iter().filter(|(_, field)| field.path == path).collect();
    if fields.is_empty() {
        return None;
    }
    let lines: Vec<_> =
        fields.iter().flat_map(|(doc, field)| [(*doc).to_owned(), rule(field)]).collect();
    Some(format!("  /**\n   * {}\n   */\n", lines.join("\n   * ")))
}

/// Unit, bounds and default in words.
fn rule(field: &Field) -> String {
    let unit = match field.unit {
        Unit::Share => "A share (0.05 is 5 %)".into(),
        Unit::Eur => "€".into(),
        Unit::EurPerHour => "€ per hour".into(),
        Unit::Person => "People".into(),
        Unit::Fte => "FTE".into(),
        Unit::Times => "A number".into(),
        Unit::Circle => "Circles".into(),
        Unit::Session => "Sessions".into(),
        Unit::CalendarYear => "A year".into(),
        unit => unit.as_str()[..1].to_uppercase() + &unit.as_str()[1..].replace('-', " "),
    };
    let Bounds { min, max, above_min, below_max, whole } = field.bounds;
    let whole = if whole { ", whole" } else { "" };
    let low = if above_min { ">" } else { "≥" };
    let high = if below_max { "<" } else { "≤" };
    let high = max.map(|max| format!(", {high} {max}")).unwrap_or_default();
    let default = field.default.as_ref().map(|default| {
        let words = |standard: &Standard| {
            let Standard { likely, range, basis, source } = standard;
            let range = range.map(|(low, high)| format!(" ({low}–{high})")).unwrap_or_default();
            let colon = if source.is_empty() { "" } else { ": " };
            (format!("{likely}{range}"), format!("{}{colon}{source}", basis.as_str()))
        };
        let ((be, be_from), (nl, nl_from)) = (words(&default.be), words(&default.nl));
        match (be == nl, be_from == nl_from) {
            (true, _) => format!(" Default: {be}; {be_from}."),
            (false, true) => format!(" Default: {be} in BE, {nl} in NL; {be_from}."),
            (false, false) => format!(" Default: {be} in BE; {be_from}. {nl} in NL; {nl_from}."),
        }
    });
    format!("{unit}{whole}; {low} {min}{high}.{}", default.unwrap_or_default())
}

/// The table's fields with the Rust documentation above each.
fn documented() -> Vec<(&'static str, &'static Field)> {
    let (mut doc, mut docs) = ("", Vec::new());
    for line in include_str!("../src/plan/fields.rs").lines() {
        if let Some(text) = line.trim().strip_prefix("/// ") {
            doc = text;
        } else if let Some((_, rest)) = line.split_once(" = field(\"") {
            docs.push((doc, rest.split('"').next().unwrap()));
        }
    }
    assert_eq!(docs.len(), ALL.len());
    let pairs = docs.into_iter().zip(ALL);
    pairs
        .inspect(|((_, path), field)| assert_eq!(*path, field.path))
        .map(|((doc, _), field)| (doc, *field))
        .collect()
}

#[test]
fn every_number_says_its_unit_bounds_and_default() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/npm/plan.d.ts");
    let file = std::fs::read_to_string(path).unwrap();
    let docs = documented();
    let mut blessed = String::new();
    let mut seen = BTreeSet::new();
    for part in members(&file) {
        // The text of a member itself stands at the start of the text after it.
        match part {
            Err(text) => blessed += &text,
            Ok(member) => {
                let fields: Vec<_> = ALL.iter().filter(|field| field.path == member.path).collect();
                let estimate = fields.iter().any(|field| field.estimate);
                let number = match member.script.trim_end_matches(" | null") {
                    "Quantity" => assert_eq_at(&member.path, estimate, true),
                    "number" | "1" => assert_eq_at(&member.path, estimate, false),
                    _ => false,
                };
                assert_eq!(number, !fields.is_empty(), "{}: is it a number?", member.path);
                blessed += &comment(&member.path, &docs).unwrap_or(member.comment);
                seen.insert(member.path);
            }
        }
    }
    let missing: Vec<_> =
        ALL.iter().map(|field| field.path).filter(|path| !seen.contains(*path)).collect();
    assert!(missing.is_empty(), "not in npm/plan.d.ts: {missing:?}");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &blessed).unwrap();
    } else {
        assert_eq!(file, blessed, "BLESS=1 cargo test --test typescript writes npm/plan.d.ts");
    }
}

fn assert_eq_at(path: &str, table: bool, script: bool) -> bool {
    assert_eq!(table, script, "{path}: does it take an estimate?");
    true
}

/// Reads a plan after a change to it.
fn read_with(change: impl FnOnce(&mut Value)) -> Result<Plan, InputErrors> {
    let mut plan = full();
    change(&mut plan);
    Plan::read(&Document::parse(&plan.to_string()).unwrap())
}

/// The objects of the full plan in which a field stands, as JSON pointers, and its key.
fn places(path: &str) -> (Vec<String>, &str) {
    let (parent, key) = path.rsplit_once('.').unwrap_or(("", path));
    let mut pointers = vec![String::new()];
    for part in parent.split('.').filter(|part| !part.is_empty()) {
        let many = if part.ends_with("[]") { 3 } else { 1 };
        let name = part.trim_end_matches("[]");
        let index = |i| {
            if many == 1 { String::new() } else { format!("/{i}") }
        };
        pointers = pointers
            .iter()
            .flat_map(|p| (0..many).map(move |i| format!("{p}/{name}{}", index(i))))
            .collect();
    }
    let plan = full();
    pointers.retain(|pointer| plan.pointer(pointer).and_then(|object| object.get(key)).is_some());
    (pointers, key)
}

#[test]
fn optional_fields_are_those_that_may_be_absent() {
    assert!(
        read_with(|_| ()).unwrap().warnings.is_empty(),
        "every field of the full plan is known"
    );
    let file = include_str!("../npm/plan.d.ts");
    for member in members(file).into_iter().flatten() {
        let (places, key) = places(&member.path);
        assert!(!places.is_empty(), "{} is not in the full plan", member.path);
        for place in places {
            for absent in [None, Some(Value::Null)] {
                let read = read_with(|plan| {
                    let object = plan.pointer_mut(&place).unwrap().as_object_mut().unwrap();
                    match &absent {
                        None => object.remove(key),
                        Some(null) => object.insert(key.into(), null.clone()),
                    };
                });
                assert_eq!(read.is_ok(), member.optional, "{place}/{key} absent: {read:?}");
            }
            assert_eq!(member.script.ends_with(" | null"), member.optional, "{}", member.path);
        }
    }
}

#[test]
fn choices_are_those_that_are_accepted() {
    let file = include_str!("../npm/plan.d.ts");
    let kinds = ["'productivity'", "'retention'", "'custom'"];
    let mut checked = 0;
    for member in members(file).into_iter().flatten().filter(|member| member.script.contains('\''))
    {
        let (places, key) = places(&member.path);
        let read =
            read_with(|plan| plan.pointer_mut(&places[0]).unwrap()[key] = json!("no choice"));
        let error = read.unwrap_err().errors.remove(0);
        assert_eq!(error.code, Code::UnknownChoice);
        let mut script: Vec<_> =
            member.script.split('|').map(str::trim).filter(|s| s.starts_with('\'')).collect();
        if key == "kind" {
            assert!(kinds.contains(&script[0]));
            script = kinds.to_vec(); // one in each of three interfaces
        }
        let rust: Vec<_> = error.expected.iter().map(|choice| format!("'{choice}'")).collect();
        assert_eq!(script, rust, "{}", member.path);
        checked += 1;
    }
    assert_eq!(checked, 9);
}

#[test]
fn the_defaults_stand_in_the_type() {
    let file = include_str!("../npm/plan.d.ts");
    let known: BTreeSet<String> =
        members(file).into_iter().flatten().map(|member| member.path).collect();
    let plan = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 1, "fte": 1 }],
        "costs": [{ "id": "a", "basis": "fixed", "amount": 1 }], "value": { "benefits": [{ "id": "a", "kind": "custom" }] } }"#;
    for path in Plan::read(&Document::parse(plan).unwrap()).unwrap().defaults_used {
        assert!(known.contains(&path.replace("[0]", "[]")), "{path}");
    }
}
