//! What `docs/plan-document.md` says of defaults is what the schema declares.
//!
//! `UPDATE_DOCS=1 cargo test --test plan_document` writes the page anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)]

use jaarplan::Decimal;
use jaarplan::plan::{Basis, Country, DefaultValue, defaults};

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
