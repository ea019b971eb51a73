//! The lines of a small budget, and what the social balance makes of it, calculated by hand.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{evaluate, read};
use jaarplan::Figure;
use serde_json::{Value, json};

/// Ten people who learn 115 hours beside their talks, and four who only meet in circles.
fn plan(country: &str) -> Value {
    json!({
        "schemaVersion": 1, "year": 2027, "country": country,
        "groups": [
            { "id": "zorg", "name": "Zorgkundigen", "headcount": 10, "fte": 10, "participation": 1, "labourCostPerHour": 40, "replacementShare": 0 },
            { "id": "staf", "headcount": 4, "fte": 4, "participation": 1, "labourCostPerHour": 20, "replacementShare": 0,
              "learning": { "weekCycles": { "count": 0 }, "profTrack": { "hours": 0 }, "formal": { "hours": 0 } } },
        ],
        "learning": {
            "weekCycles": { "count": 10, "minutes": 30 }, "profTrack": { "hours": 2 },
            "formal": { "hours": 3 }, "developmentTalks": { "hours": 1 },
        },
        "profCircles": { "sessions": 1, "sessionHours": 1, "preparationHours": 0.5, "facilitatorPreparationHours": 1 },
        "facilitation": { "externalShare": 0.5, "internalCostPerHour": 50, "externalRatePerHour": 100 },
        "costs": [
            { "id": "courses", "label": "Cursussen", "category": "external", "basis": "fixed", "amount": 1000 },
            { "id": "wall", "basis": "perCircle", "amount": 10, "cash": false },
        ],
        "subsidies": [
            { "id": "vov", "label": "Opleidingsverlof", "basis": "fixed", "amount": 200 },
            { "id": "kmo", "basis": "share", "amount": 0.5, "of": ["courses"] },
            { "id": "cut", "basis": "fixed", "amount": 900, "of": ["courses"] },
        ],
        "budget": { "payroll": 100_000, "trainingFundLevy": 0.01, "contingency": 0.1 },
    })
}

#[test]
#[rustfmt::skip]
fn lines_have_their_names_units_and_prices() {
    let result = evaluate(&plan("BE"));
    let written = serde_json::to_value(&result.budget.lines).unwrap();
    let lines: Vec<_> = result.budget.lines.iter().enumerate().map(|(i, line)| {
        let text = |name: &str| written[i][name].as_str().unwrap();
        let name = (line.id.as_str(), line.label.as_str(), text("category"), line.group.as_deref());
        (name, (line.quantity, text("unit"), line.unit_price, line.amount, line.cash))
    }).collect();
    // 14 people are 2 circles; each has 1 session of 1 hour, prepared in 1 hour: 4 hours.
    assert_eq!(lines, [
        (("participant-time:zorg", "Zorgkundigen", "participant-time", Some("zorg")), (125.0, "h",  40.0, 5000.0, false)),
        (("participant-time:staf", "staf",         "participant-time", Some("staf")), ( 10.0, "h",  20.0,  200.0, false)),
        (("talk-leaders:zorg",     "Zorgkundigen", "talk-leaders",     Some("zorg")), ( 10.0, "h",  40.0,  400.0, false)),
        (("talk-leaders:staf",     "staf",         "talk-leaders",     Some("staf")), (  4.0, "h",  20.0,   80.0, false)),
        (("replacement:zorg",      "Zorgkundigen", "replacement",      Some("zorg")), (  0.0, "h",  48.0,    0.0, true)),
        (("replacement:staf",      "staf",         "replacement",      Some("staf")), (  0.0, "h",  24.0,    0.0, true)),
        (("margin:zorg",           "Zorgkundigen", "margin",           Some("zorg")), (  0.0, "h",   0.0,    0.0, false)),
        (("margin:staf",           "staf",         "margin",           Some("staf")), (  0.0, "h",   0.0,    0.0, false)),
        (("facilitation-internal", "facilitation-internal", "facilitation", None),    (  2.0, "h",  50.0,  100.0, false)),
        (("facilitation-external", "facilitation-external", "facilitation", None),    (  2.0, "h", 100.0,  200.0, true)),
        (("courses",               "Cursussen",    "external",         None), (      1.0, "fixed", 1000.0, 1000.0, true)),
        (("wall",                  "wall",         "other",            None), (      2.0, "circle",  10.0,   20.0, false)),
        // 10 % of the courses and the external facilitation.
        (("contingency",           "contingency",  "contingency",      None), (   1200.0, "euro",     0.1,  120.0, true)),
        (("training-fund-levy",    "training-fund-levy", "levy",       None), ( 100_000.0, "euro",   0.01, 1000.0, true)),
        (("vov",                   "Opleidingsverlof", "subsidy",      None), (      1.0, "fixed", -200.0, -200.0, true)),
        (("kmo",                   "kmo",          "subsidy",          None), (   1000.0, "euro",    -0.5, -500.0, true)),
        // What is left of the courses.
        (("cut",                   "cut",          "subsidy",          None), (      1.0, "fixed", -500.0, -500.0, true)),
    ]);
}

#[test]
fn quantities_and_prices_are_told_in_their_units() {
    let read = read(&plan("BE").to_string()).unwrap();
    for (line, quantity, price) in [
        (0, "hours", "eur"),
        (9, "hours", "eur"),
        (10, "times", "eur"),
        (11, "circle", "eur"),
        (12, "eur", "share"),
        (13, "eur", "share"),
        (14, "times", "eur"),
        (15, "eur", "share"),
    ] {
        let unit = |figure| jaarplan::explain(&read, figure).unwrap().unit.unwrap().as_str();
        let units = (unit(Figure::LineQuantity(line)), unit(Figure::LineUnitPrice(line)));
        assert_eq!(units, (quantity, price), "line {line}");
    }
}

#[test]
fn the_social_balance_has_two_kinds() {
    let balance = evaluate(&plan("BE")).budget.social_balance.unwrap();
    let row = |kind: &jaarplan::evaluation::Training| {
        let people = (kind.participants, kind.hours);
        (people, [kind.gross_cost, kind.contributions, kind.subsidies, kind.net_cost])
    };
    // Formal: 10 people, 30 hours at € 40, lines of € 1,020, a levy of € 1,000, subsidies of € 1,200.
    assert_eq!(row(&balance.formal), ((10, 30.0), [2220.0, 1000.0, 1200.0, 2020.0]));
    // Informal: 50 + 20 + 15 hours at € 40, 6 hours at € 20, facilitation of € 300.
    assert_eq!(row(&balance.informal), ((14, 91.0), [3820.0, 0.0, 0.0, 3820.0]));
    assert_eq!(evaluate(&plan("NL")).budget.social_balance, None);
}

#[test]
fn a_benefit_that_starts_within_a_month_fades_from_there() {
    let mut plan = plan("BE");
    plan["value"] = json!({ "horizonYears": 1, "benefits": [
        { "id": "b", "kind": "custom", "annualValue": 12, "lagMonths": 0.5, "halfLifeMonths": 2, "attribution": 1, "confidence": 1 },
    ] });
    let months = evaluate(&plan).value.months;
    // Half of the first month; then 0.5^(age / 2) at an age of 0.5, 1.5 and 2.5 months.
    for (month, value) in months.iter().zip([0.5, 0.840_896_415, 0.594_603_558, 0.420_448_208]) {
        assert!((month.value - value).abs() < 1e-9, "{month:?} is not {value}");
    }
    assert!(months.iter().map(|month| month.month).eq(1..=12));
}

#[test]
fn circles_of_all_groups_are_counted_by_size() {
    // 16 are two circles of 8, 8 are one, and 9 are one of 9.
    let groups =
        [16, 8, 9].map(|heads| json!({ "headcount": heads, "fte": heads, "participation": 1 }));
    let result = evaluate(&json!({
        "schemaVersion": 1, "year": 2027, "country": "BE", "groups": groups,
        "profCircles": { "composition": "perGroup" },
    }));
    let sizes = result.prof_circles.sizes.iter().map(|size| (size.size, size.count));
    assert_eq!(sizes.collect::<Vec<_>>(), [(9, 1), (8, 3)]);
}
