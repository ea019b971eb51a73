//! Half cents and half people, against integer arithmetic that has no room for doubt.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::cents;
use serde_json::{Value, json};

fn plan(group: &Value, hours: f64) -> Value {
    json!({
        "schemaVersion": 1, "year": 2027, "country": "NL", "groups": [group],
        "learning": {
            "weekCycles": { "count": 0 }, "profTrack": { "hours": hours }, "formal": { "hours": 0 },
            "developmentTalks": { "hours": 0 },
        },
        "profCircles": { "sessions": 0 }, "costs": [],
    })
}

/// `⌊n/d + ½⌋` for numbers that are not negative.
fn half_up(n: u128, d: u128) -> u128 {
    (2 * n + d) / (2 * d)
}

#[test]
fn head_counts_of_every_whole_percent_are_exact() {
    let mut ties = 0;
    for heads in 1..=500_u32 {
        for percent in 0..=100_u32 {
            // As a JavaScript number would come: the shortest decimal.
            let group = json!({ "headcount": heads, "fte": heads, "participation": f64::from(percent) / 100.0 });
            let expected = half_up(u128::from(heads * percent), 100);
            ties += u32::from(heads * percent % 100 == 50);
            if heads * percent % 100 == 50 || (heads + percent) % 7 == 0 {
                let found = common::evaluate(&plan(&group, 1.0)).learning_time.participants;
                assert_eq!(u128::from(found), expected, "{heads} heads at {percent} %");
            }
        }
    }
    assert!(ties > 500, "only {ties} ties");
}

#[test]
fn half_cents_go_away_from_zero() {
    // amount = P · hours · fte / heads · price, with fte in hundredths and price in cents.
    let (mut ties, mut tried, mut doubles_wrong) = (0, 0, 0);
    for heads in (1..60_u32).step_by(2) {
        for percent in (31..=100_u32).step_by(3) {
            for price in [3_115_u32, 4_820, 4_505, 2_999] {
                let hours = 5; // in halves: 2.5
                let fte = heads * percent;
                let numerator = u128::from(heads) * hours * u128::from(fte) * u128::from(price);
                let denominator = 2 * 100 * u128::from(heads);
                let expected = half_up(numerator, denominator);
                tried += 1;
                let tie = 2 * numerator % (2 * denominator) == denominator;
                ties += u32::from(tie);
                let group = json!({
                    "headcount": heads, "fte": f64::from(fte) / 100.0, "participation": 1,
                    "labourCostPerHour": f64::from(price) / 100.0, "replacementShare": 0,
                });
                let result = common::evaluate(&plan(&group, 2.5));
                let found = cents(result.budget.lines[0].amount);
                assert_eq!(
                    u128::try_from(found).unwrap(),
                    expected,
                    "{heads} heads, {percent} %, {price}"
                );
                let double = f64::from(heads)
                    * 2.5
                    * (f64::from(fte) / 100.0 / f64::from(heads))
                    * (f64::from(price) / 100.0);
                doubles_wrong += u32::from((double * 100.0).round() != expected as f64);
            }
        }
    }
    assert!(ties * 50 > tried, "{ties} ties of {tried}: too few to mean anything");
    assert!(doubles_wrong > 0, "plain doubles pass this test: it proves nothing");
}

#[test]
fn a_whole_ceiling_is_not_one_too_many() {
    // 20 circles of 6 sessions of 3 hours are 360 hours: exactly 3 facilitators of 120 hours.
    for (capacity, facilitators) in
        [(json!(120), 3), (json!(119.999_999), 4), (json!(0.1), 3600), (json!(360), 1)]
    {
        let plan = json!({
            "schemaVersion": 1, "year": 2027, "country": "BE",
            "groups": [{ "headcount": 160, "fte": 160, "participation": 1 }],
            "profCircles": { "facilitatorCapacityHours": capacity },
        });
        assert_eq!(common::evaluate(&plan).prof_circles.facilitators, facilitators, "{capacity}");
    }
}

#[test]
fn extremes_give_numbers() {
    for plan in [
        json!({ "headcount": 0, "fte": 0 }),
        json!({ "headcount": 1, "fte": 0.000_001 }),
        json!({ "headcount": 10_000_000, "fte": 1, "participation": 1, "labourCostPerHour": 0.01 }),
        json!({ "headcount": 12, "fte": 10, "participation": 0 }),
        json!({ "headcount": 12, "fte": 10, "labourCostPerHour": 0, "replacementCostFactor": 10, "replacementShare": 1 }),
    ] {
        let plan = json!({ "schemaVersion": 1, "year": 2100, "country": "NL", "groups": [plan], "costs": [] });
        let shown = format!("{:?}", common::evaluate(&plan));
        assert!(common::is_finite(&shown), "{shown}");
    }
    let nobody = common::evaluate(&json!({
        "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 0, "fte": 0 }],
    }));
    assert_eq!(nobody.learning_time.hours_per_employee, None);
    assert_eq!(nobody.budget.per_fte.cash, None);
    assert_eq!(nobody.value.break_even_uplift, None);
    assert_eq!((nobody.prof_circles.circles, nobody.prof_circles.feasible), (0, true));
}
