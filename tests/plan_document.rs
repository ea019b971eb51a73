//! What `docs/plan-document.md` says of defaults is what the schema declares.
//!
//! `UPDATE_DOCS=1 cargo test --test plan_document` writes the page anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{evaluate, three_lines};
use jaarplan::Decimal;
use jaarplan::plan::schema::{DEFAULT_COSTS, DefaultCost};
use jaarplan::plan::{Basis, Choice, Country, DefaultValue, defaults, takes_estimate};
use serde_json::{Value, json};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/plan-document.md");
const START: &str = "<!-- defaults: written from src/plan/schema -->\n";
const END: &str = "<!-- end of defaults -->\n";

/// Two cells, for Belgium and the Netherlands: one where both say the same.
fn pair(be: &str, nl: &str) -> String {
    if be == nl { be.to_owned() } else { format!("{be} / {nl}") }
}

fn range(default: &DefaultValue) -> String {
    let ends = default.low.zip(default.high);
    ends.map_or_else(String::new, |(low, high): (Decimal, Decimal)| format!("{low}–{high}"))
}

fn letter(default: &DefaultValue) -> &'static str {
    match default.basis {
        Basis::Sourced => "S",
        Basis::Derived => "D",
        Basis::Assumption => "A",
    }
}

/// The table of all defaults, in the order of the document.
fn table() -> String {
    let mut table =
        "| field | default | range | | source or reason |\n|---|---|---|---|---|\n".to_owned();
    let (be, nl) = (defaults(Country::Be), defaults(Country::Nl));
    assert_eq!(be.len(), nl.len());
    for (be, nl) in be.iter().zip(&nl) {
        assert_eq!((be.path, be.of), (nl.path, nl.of));
        let of = be.of.map_or_else(String::new, |of| format!(" of `{of}`"));
        let cells = [
            format!("`{}`{of}", be.path),
            pair(&be.value.to_string(), &nl.value.to_string()),
            pair(&range(be), &range(nl)),
            pair(letter(be), letter(nl)),
            pair(be.source, nl.source),
        ];
        table += &format!("| {} |\n", cells.join(" | "));
    }
    table
}

#[test]
fn the_page_has_the_defaults_of_the_schema() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(START).unwrap();
    let (shown, after) = rest.split_once(END).unwrap();
    let table = table();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(PAGE, [before, START, &table, END, after].concat()).unwrap();
    } else {
        assert_eq!(shown, table, "run UPDATE_DOCS=1 cargo test --test plan_document");
    }
}

/// A plan that says nothing of what has a default, and the same when it states what the page says of it.
fn silent_and_stated(page: &str, country: Country) -> [Value; 2] {
    let of_country = |cell: &str| match (cell.split_once(" / "), country) {
        (Some((be, _)), Country::Be) => be.trim().to_owned(),
        (Some((_, nl)), Country::Nl) => nl.trim().to_owned(),
        (None, _) => cell.trim().to_owned(),
    };
    let number = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let mut silent = three_lines();
    silent["country"] = json!(country);
    silent["value"]["benefits"] = ["productivity", "retention", "custom"]
        .iter()
        .map(|kind| json!({ "id": kind, "kind": kind }))
        .collect();
    let mut stated = silent.clone();
    let line = |line: &DefaultCost| json!({ "id": line.id, "category": line.category, "basis": line.basis });
    stated["costs"] = DEFAULT_COSTS.iter().map(line).collect();
    let table = page.split_once(START).unwrap().1.split_once(END).unwrap().0;
    for row in table.lines().skip(2) {
        let cells: Vec<_> = row.trim_matches('|').split('|').collect();
        let names: Vec<_> = cells[0].split('`').collect();
        let (path, of) = (names[1], names.get(3));
        let value = match of_country(cells[2]).split_once('–') {
            Some((low, high)) if takes_estimate(path) => {
                json!({ "low": number(low), "likely": number(&of_country(cells[1])), "high": number(high) })
            }
            _ => number(&of_country(cells[1])),
        };
        // One of each kind: what is said of one kind, or of all of them.
        let places = match (path.split_once("[]"), of) {
            (Some(("groups", _)) | None, _) => 0..1,
            (Some(("costs", _)), Some(id)) => {
                let place = DEFAULT_COSTS.iter().position(|line| line.id == *id).unwrap();
                place..place + 1
            }
            (Some(_), Some(_)) => 2..3,
            (Some(_), None) => 0..2,
        };
        for place in places {
            let (object, key) = path.rsplit_once('.').unwrap();
            let object = object.replace("[]", &format!("/{place}")).replace('.', "/");
            let mut at = &mut stated;
            for step in object.split('/') {
                at = match step.parse::<usize>() {
                    Ok(place) => &mut at[place],
                    Err(_) => &mut at[step],
                };
            }
            at[key] = value.clone();
        }
    }
    [silent, stated]
}

#[test]
fn a_plan_that_states_the_page_has_the_figures_of_one_that_does_not() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    for country in Country::ALL {
        let [silent, stated] = silent_and_stated(&page, *country).map(|plan| {
            let mut result = serde_json::to_value(evaluate(&plan)).unwrap();
            let used = result["defaultsUsed"].take();
            result["warnings"].take();
            (result, used)
        });
        assert_eq!(silent.0, stated.0);
        // What no row of the page gives are choices, and yes or no.
        let left = stated.1.as_array().unwrap();
        let is_choice =
            |path: &str| ["proRata", "composition", "cash"].iter().any(|key| path.ends_with(key));
        assert!(left.iter().all(|path| is_choice(path.as_str().unwrap())), "{left:?}");
    }
}
