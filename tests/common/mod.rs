//! What the tests share: plans to start from, random plans, and short ways to evaluate them.
#![allow(dead_code, clippy::type_complexity)] // each test file uses its own part

use jaarplan::plan::{Path, Step};
use jaarplan::{Document, Evaluation, InputErrors, Plan};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A plan that states every field.
pub const FULL: &str = include_str!("../cases/full.json");

/// How many random plans a slow law is tried on: `PROPTEST_CASES`, or else as many as a check has time for.
pub fn cases_or(few: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(few),
        max_shrink_iters: 500,
        ..ProptestConfig::default()
    }
}

pub fn full() -> Value {
    serde_json::from_str(FULL).unwrap()
}

/// A plan of one group in Belgium with everything else at its default.
pub fn three_lines() -> Value {
    json!({ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 120, "fte": 96.5 }] })
}

pub fn read(text: &str) -> Result<Plan, InputErrors> {
    Plan::read(&Document::parse(text)?)
}

pub fn try_evaluate(text: &str) -> Result<Evaluation, InputErrors> {
    jaarplan::evaluate(&read(text)?)
}

#[track_caller]
pub fn evaluate(plan: &Value) -> Evaluation {
    try_evaluate(&plan.to_string()).unwrap_or_else(|errors| panic!("{errors}\n{plan}"))
}

/// Whole cents of an amount in euros that is exact to the cent.
#[allow(clippy::cast_possible_truncation)]
#[track_caller]
pub fn cents(euros: f64) -> i64 {
    let cents = (euros * 100.0).round();
    assert!(
        (cents / 100.0 - euros).abs() < 1e-9 * euros.abs().max(1.0),
        "{euros} is not in whole cents"
    );
    cents as i64
}

/// Whether no number is NaN or infinite in what `{:?}` shows; `informal` is a name, not a number.
pub fn is_finite(shown: &str) -> bool {
    shown.split(|c: char| !c.is_alphanumeric()).all(|word| word != "NaN" && word != "inf")
}

/// A figure of the result by its path, like `budget.lines[0].amount`.
pub fn figure<'v>(result: &'v Value, path: &str) -> &'v Value {
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    result.pointer(&pointer).unwrap_or_else(|| panic!("no figure {path}"))
}

/// Writes a number at a path of a plan, making what is missing on the way; false in a default list.
pub fn write(plan: &mut Value, path: &str, number: f64) -> bool {
    let (mut at, path) = (plan, path.parse::<Path>().unwrap());
    for step in path.steps() {
        at = match step {
            Step::Key(key) => {
                if at.is_null() {
                    *at = json!({});
                }
                &mut at[key]
            }
            Step::Index(place) => {
                let Some(member) = at.get_mut(place) else { return false };
                member
            }
        };
    }
    *at = json!(number);
    true
}

fn decimal(range: std::ops::Range<u32>, scale: u32) -> impl Strategy<Value = Value> {
    range.prop_map(move |units| json!(f64::from(units) / f64::from(scale)))
}

/// A value, or nothing at all.
fn maybe(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Option<Value>> {
    proptest::option::of(value)
}

fn object(fields: Vec<(&str, Option<Value>)>) -> Value {
    fields
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn share() -> impl Strategy<Value = Value> {
    prop_oneof![4 => decimal(0..101, 100), 1 => decimal(0..1_000_001, 1_000_000), 1 => Just(json!(0)), 1 => Just(json!(1))]
}

fn price() -> impl Strategy<Value = Value> {
    prop_oneof![4 => decimal(0..20_000, 100), 1 => decimal(0..200_000_000, 1_000_000), 1 => Just(json!(0))]
}

fn hours() -> impl Strategy<Value = Value> {
    prop_oneof![4 => decimal(0..80, 2), 1 => decimal(0..40_000, 1_000)]
}

fn learning() -> impl Strategy<Value = Value> {
    let weeks = (
        maybe(decimal(0..60, 1)),
        maybe(decimal(0..120, 1)),
        maybe(any::<bool>().prop_map(Value::from)),
    )
        .prop_map(|(count, minutes, rata)| {
            object(vec![("count", count), ("minutes", minutes), ("proRata", rata)])
        });
    let track = (maybe(hours()), maybe(any::<bool>().prop_map(Value::from)))
        .prop_map(|(hours, rata)| object(vec![("hours", hours), ("proRata", rata)]));
    let formal = (maybe(hours()), maybe(hours()), maybe(any::<bool>().prop_map(Value::from)))
        .prop_map(|(hours, fixed, rata)| {
            object(vec![("hours", hours), ("fixedHours", fixed), ("proRata", rata)])
        });
    let talks = maybe(decimal(0..10, 2)).prop_map(|hours| object(vec![("hours", hours)]));
    (maybe(weeks), maybe(track), maybe(formal), maybe(talks)).prop_map(
        |(weeks, track, formal, talks)| {
            object(vec![
                ("weekCycles", weeks),
                ("profTrack", track),
                ("formal", formal),
                ("developmentTalks", talks),
            ])
        },
    )
}

fn group() -> impl Strategy<Value = Value> {
    let heads = prop_oneof![6 => 1..200_u32, 2 => 1..20_u32, 1 => Just(0_u32), 1 => 1..1_000_u32];
    let rest = (
        maybe(price()),
        maybe(share()),
        maybe(share()),
        maybe(decimal(0..300, 100)),
        maybe(share()),
        maybe(price()),
        maybe(learning()),
        proptest::option::of(0.0..=1.0_f64),
    );
    (heads, 1..=100_u32, rest).prop_map(
        |(heads, percent, (cost, part, replaced, factor, billed, margin, learning, lead))| {
            let fte = f64::from(heads * percent) / 100.0;
            let leaders = lead.map(|share| json!((share * f64::from(heads)).floor()));
            object(vec![
                ("headcount", Some(json!(heads))),
                ("fte", Some(json!(fte))),
                ("leaders", leaders),
                ("labourCostPerHour", cost),
                ("participation", part),
                ("replacementShare", replaced),
                ("replacementCostFactor", factor),
                ("billableShare", billed),
                ("billableMarginPerHour", margin),
                ("learning", learning),
            ])
        },
    )
}

fn circles() -> impl Strategy<Value = Value> {
    let sizes = (1..10_u32, 0..6_u32, 0..6_u32);
    (sizes, maybe(decimal(0..13, 1)), maybe(decimal(0..10, 4)), 0..3_u32, 0..4_u32, any::<bool>())
        .prop_map(|((min, more, most), sessions, hours, facilitators, leaders, mixed)| {
            object(vec![
                ("composition", Some(json!(if mixed { "mixed" } else { "perGroup" }))),
                ("minSize", Some(json!(min))),
                ("targetSize", Some(json!(min + more))),
                ("maxSize", Some(json!(min + more + most))),
                ("sessions", sessions),
                ("sessionHours", hours),
                ("facilitatorsPerCircle", Some(json!(facilitators))),
                ("leadersPerCircle", Some(json!(leaders))),
            ])
        })
}

const BASES: [&str; 8] = [
    "fixed",
    "perHead",
    "perFte",
    "perParticipant",
    "perFormalHour",
    "perLearningHour",
    "perSession",
    "perCircle",
];

fn costs() -> impl Strategy<Value = Vec<Value>> {
    let line = (0..BASES.len(), price(), any::<bool>());
    proptest::collection::vec(line, 0..5).prop_map(|lines| {
        let line = |(i, (basis, amount, cash)): (usize, (usize, Value, bool))| {
            json!({ "id": format!("c{i}"), "basis": BASES[basis], "amount": amount, "cash": cash })
        };
        lines.into_iter().enumerate().map(line).collect()
    })
}

/// Subsidies over the first `lines` cost lines.
fn subsidies(lines: usize) -> impl Strategy<Value = Vec<Value>> {
    let one = (0..3_usize, share(), price(), any::<u8>(), maybe(decimal(0..500_000, 100)));
    proptest::collection::vec(one, 0..4).prop_map(move |all| {
        let subsidy = |(i, (basis, share, price, of, cap)): (
            usize,
            (usize, Value, Value, u8, Option<Value>),
        )| {
            let mut of: Vec<String> =
                (0..lines).filter(|j| of >> j & 1 == 1).map(|j| format!("c{j}")).collect();
            if i % 2 == 1 {
                of.reverse();
            }
            let (basis, amount) = match basis {
                0 if !of.is_empty() => ("share", share),
                1 => ("perFormalHour", price),
                _ => ("fixed", json!(price.as_f64().unwrap() * 10.0)),
            };
            object(vec![
                ("id", Some(json!(format!("s{i}")))),
                ("basis", Some(json!(basis))),
                ("amount", Some(amount)),
                ("of", Some(json!(of))),
                ("cap", cap),
            ])
        };
        all.into_iter().enumerate().map(subsidy).collect()
    })
}

fn benefits() -> impl Strategy<Value = Vec<Value>> {
    let one = (
        0..3_usize,
        share(),
        decimal(0..480, 10),
        proptest::option::of(1..600_u32),
        share(),
        share(),
    );
    proptest::collection::vec(one, 0..4).prop_map(|all| {
        let benefit = |(i, (kind, size, lag, half_life, attribution, confidence)): (usize, (usize, Value, Value, Option<u32>, Value, Value))| {
            let half_life = half_life.map_or(Value::Null, |tenths| json!(f64::from(tenths) / 10.0));
            let mut benefit = json!({ "id": format!("b{i}"), "lagMonths": lag, "attribution": attribution, "confidence": confidence });
            let (kind, own) = match kind {
                0 => ("productivity", json!({ "uplift": size, "halfLifeMonths": half_life })),
                1 => ("retention", json!({ "turnover": 0.1, "relativeReduction": size })),
                _ => ("custom", json!({ "annualValue": size.as_f64().unwrap() * 100_000.0, "halfLifeMonths": half_life })),
            };
            benefit["kind"] = kind.into();
            benefit.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
            benefit
        };
        all.into_iter().enumerate().map(benefit).collect()
    })
}

/// Valid plans, realistic ones and odd ones.
pub fn plans() -> impl Strategy<Value = Value> {
    let lists = costs().prop_flat_map(|costs| {
        let lines = costs.len();
        (Just(costs), subsidies(lines), benefits())
    });
    let budget = (
        maybe(decimal(0..50_000_000, 100)),
        maybe(share()),
        maybe(share()),
        maybe(decimal(0..20, 1000)),
        maybe(decimal(0..900_000_000, 100)),
    )
        .prop_map(|(available, spend, contingency, levy, payroll)| {
            object(vec![
                ("available", available),
                ("spendRate", spend),
                ("contingency", contingency),
                ("trainingFundLevy", levy),
                ("payroll", payroll),
            ])
        });
    let calendar =
        (maybe(decimal(300..400, 10)), maybe(decimal(400..480, 10)), maybe(decimal(0..200, 1000)))
            .prop_map(|(week, weeks, sick)| {
                object(vec![
                    ("fullTimeHoursPerWeek", week),
                    ("effectiveWeeks", weeks),
                    ("sicknessRate", sick),
                ])
            });
    let groups = proptest::collection::vec(group(), 1..5);
    let facilitation = maybe(share()).prop_map(|share| object(vec![("externalShare", share)]));
    let value = (1..=10_u32, maybe(share()));
    let parts = (
        any::<bool>(),
        calendar,
        groups,
        maybe(learning()),
        maybe(circles()),
        facilitation,
        lists,
        budget,
        value,
    );
    parts.prop_map(
        |(
            be,
            calendar,
            groups,
            learning,
            circles,
            facilitation,
            (costs, subsidies, benefits),
            budget,
            (horizon, rate),
        )| {
            object(vec![
                ("schemaVersion", Some(json!(1))),
                ("year", Some(json!(2027))),
                ("country", Some(json!(if be { "BE" } else { "NL" }))),
                ("calendar", Some(calendar)),
                ("groups", Some(json!(groups))),
                ("learning", learning),
                ("profCircles", circles),
                ("facilitation", Some(facilitation)),
                ("costs", Some(json!(costs))),
                ("subsidies", Some(json!(subsidies))),
                ("budget", Some(budget)),
                (
                    "value",
                    Some(object(vec![
                        ("horizonYears", Some(json!(horizon))),
                        ("discountRate", rate),
                        ("benefits", Some(json!(benefits))),
                    ])),
                ),
            ])
        },
    )
}
