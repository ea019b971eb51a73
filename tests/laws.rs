//! Laws that hold for every plan, on thousands of random ones.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::too_many_lines)]

mod common;

use common::{cents, evaluate, plans};
use jaarplan::Evaluation;
use jaarplan::evaluation::LineCategory;
use proptest::prelude::*;
use serde_json::{Value, json};

/// How many random plans each law is tried on, unless `PROPTEST_CASES` says it.
fn cases(number: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { number };
    ProptestConfig { cases, max_shrink_iters: asked.max_shrink_iters.min(2_000), ..asked }
}

fn sum_of(result: &Evaluation, keep: impl Fn(&jaarplan::evaluation::Line) -> bool) -> i64 {
    result.budget.lines.iter().filter(|line| keep(line)).map(|line| cents(line.amount)).sum()
}

/// Half a cent for each line: what rounding can add up to.
fn rounding(result: &Evaluation) -> f64 {
    0.005 * (result.budget.lines.len() + 2 * result.learning_time.groups.len() + 1) as f64
}

fn scale(plan: &mut Value, key: &str, factor: f64) {
    match plan {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == key {
                    *value = json!(value.as_f64().map(|number| number * factor));
                } else {
                    scale(value, key, factor);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| scale(value, key, factor)),
        _ => {}
    }
}

fn without_subsidies(mut plan: Value) -> Value {
    plan["subsidies"] = json!([]);
    plan
}

#[track_caller]
fn close(a: f64, b: f64, tolerance: f64) {
    assert!((a - b).abs() <= tolerance.max(1e-9 * a.abs().max(b.abs())), "{a} is not {b}");
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn figures_are_numbers_and_tables_add_up(plan in plans()) {
        let result = evaluate(&plan);
        let shown = format!("{result:?}");
        prop_assert!(common::is_finite(&shown), "{}", shown);

        let budget = &result.budget;
        let (cash, other) = (sum_of(&result, |line| line.cash), sum_of(&result, |line| !line.cash));
        prop_assert_eq!(cash, cents(budget.cash));
        let covered = cash + other - cents(budget.full);
        prop_assert!(covered >= 0);
        prop_assert_eq!(cents(budget.expected_spend) + cents(budget.expected_underspend), cash);
        if let (Some(available), Some(gap)) = (budget.available, budget.gap) {
            prop_assert_eq!(cents(available) - cash, cents(gap));
        }
        for line in &budget.lines {
            close(line.quantity * line.unit_price, line.amount, 0.005_000_1);
            prop_assert_eq!(line.amount < 0.0 || line.unit_price < 0.0, line.category == LineCategory::Subsidy && line.unit_price != 0.0);
        }

        // Subsidies never refund more than their lines cost.
        let costs = sum_of(&result, |line| line.id.starts_with('c') && line.id.len() == 2);
        let refunded: i64 = plan["subsidies"].as_array().unwrap().iter()
            .filter(|subsidy| subsidy["of"].as_array().is_some_and(|of| !of.is_empty()))
            .map(|subsidy| sum_of(&result, |line| line.id == subsidy["id"]))
            .sum();
        prop_assert!(costs + refunded >= 0);

        let time = &result.learning_time;
        let parts = time.by_component;
        let total = parts.week_cycles + parts.prof_circles + parts.prof_track + parts.formal + parts.development_talks;
        close(total, time.total_hours, 0.0);
        close(time.groups.iter().map(|group| group.total_hours).sum(), time.total_hours, 0.0);
        prop_assert_eq!(time.groups.iter().map(|group| group.participants).sum::<u64>(), time.participants);

        let circles = &result.prof_circles;
        let pools: Vec<(u64, &[_], u64)> = if circles.groups.is_empty() {
            vec![(circles.circles, &circles.sizes[..], time.participants)]
        } else {
            circles.groups.iter().zip(&time.groups).map(|(c, t)| (c.circles, &c.sizes[..], t.participants)).collect()
        };
        for (count, sizes, participants) in pools {
            prop_assert_eq!(sizes.iter().map(|size| size.count).sum::<u64>(), count);
            prop_assert_eq!(sizes.iter().map(|size| size.count * size.size).sum::<u64>(), participants);
            prop_assert!(sizes.len() <= 2);
            prop_assert!(sizes.windows(2).all(|pair| pair[0].size == pair[1].size + 1));
        }

        let value = &result.value;
        close(value.benefits.iter().map(|benefit| benefit.pv).sum(), value.pv_value, 1e-6);
        close(value.pv_value - value.pv_cost, value.net, 1e-6);
        close(value.months.iter().map(|month| month.cost).sum(), budget.full, 1e-6);
        prop_assert!(value.months.len().is_multiple_of(12));
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn money_scales(plan in plans(), k in 2..9_u32) {
        let k = f64::from(k);
        let mut plan = plan;
        // Prices of four places and a whole factor keep every scaled price a decimal of six places.
        for subsidy in plan["subsidies"].as_array_mut().unwrap() {
            subsidy["cap"] = Value::Null;
        }
        let mut scaled = plan.clone();
        for key in ["labourCostPerHour", "billableMarginPerHour", "annualValue", "available", "payroll"] {
            scale(&mut scaled, key, k);
        }
        for list in ["costs", "subsidies"] {
            for line in scaled[list].as_array_mut().unwrap() {
                if line["basis"] != "share" {
                    line["amount"] = json!(line["amount"].as_f64().unwrap() * k);
                }
            }
        }
        // Defaults are prices too.
        let labour = if plan["country"] == "BE" { 48.2 } else { 45.2 };
        scaled["facilitation"]["internalCostPerHour"] = json!(labour * k);
        scaled["facilitation"]["externalRatePerHour"] = json!(150.0 * k);
        for group in scaled["groups"].as_array_mut().unwrap() {
            if group["labourCostPerHour"].is_null() {
                group["labourCostPerHour"] = json!(labour * k);
            }
        }
        let (one, many) = (evaluate(&plan), evaluate(&scaled));
        prop_assert_eq!(&one.learning_time, &many.learning_time);
        prop_assert_eq!(&one.prof_circles, &many.prof_circles);
        let slack = rounding(&one) * (k + 1.0) * 2.0;
        close(one.budget.cash * k, many.budget.cash, slack);
        close(one.budget.full * k, many.budget.full, slack);
        close(one.budget.reported * k, many.budget.reported, slack);
        close(one.value.pv_value * k, many.value.pv_value, 1e-3 * k);
    }

    #[test]
    fn the_order_of_groups_does_not_matter(plan in plans()) {
        let mut turned = plan.clone();
        turned["groups"].as_array_mut().unwrap().reverse();
        let (one, other) = (evaluate(&plan), evaluate(&turned));
        prop_assert_eq!(one.prof_circles.circles, other.prof_circles.circles);
        prop_assert_eq!(&one.prof_circles.sizes, &other.prof_circles.sizes);
        prop_assert_eq!(one.budget.cash, other.budget.cash);
        prop_assert_eq!(one.budget.full, other.budget.full);
        prop_assert_eq!(one.budget.reported, other.budget.reported);
        close(one.learning_time.total_hours, other.learning_time.total_hours, 0.0);
        close(one.value.net, other.value.net, 1e-4);
    }

    #[test]
    fn an_empty_group_changes_nothing(plan in plans()) {
        let mut larger = plan.clone();
        larger["groups"].as_array_mut().unwrap().push(json!({ "headcount": 0, "fte": 0 }));
        let (one, other) = (evaluate(&plan), evaluate(&larger));
        prop_assert_eq!(&one.value, &other.value);
        prop_assert_eq!(one.learning_time.hours_per_employee, other.learning_time.hours_per_employee);
        prop_assert_eq!(one.learning_time.lowest_to_highest, other.learning_time.lowest_to_highest);
        prop_assert_eq!(&one.prof_circles.sizes, &other.prof_circles.sizes);
        prop_assert_eq!(one.budget.cash, other.budget.cash);
        prop_assert_eq!(one.budget.full, other.budget.full);
        prop_assert_eq!(one.budget.reported, other.budget.reported);
        let codes = |result: &Evaluation| result.warnings.iter().map(|warning| warning.code).collect::<Vec<_>>();
        prop_assert_eq!(codes(&one), codes(&other));
    }

    #[test]
    fn more_hours_take_more_time_and_money(plan in plans(), more in 1..20_u32) {
        let mut plan = without_subsidies(plan);
        plan["learning"] = json!({ "profTrack": { "hours": 5 } });
        let less = evaluate(&plan);
        plan["learning"] = json!({ "profTrack": { "hours": 5 + more } });
        let more = evaluate(&plan);
        prop_assert!(more.learning_time.total_hours >= less.learning_time.total_hours - 1e-6);
        for (more, less) in [(more.budget.cash, less.budget.cash), (more.budget.full, less.budget.full), (more.budget.reported, less.budget.reported)] {
            prop_assert!(more >= less - rounding(&evaluate(&plan)));
        }
    }

    #[test]
    fn higher_prices_cost_more(plan in plans(), key in 0..2_usize) {
        let plan = without_subsidies(plan);
        let mut dear = plan.clone();
        scale(&mut dear, ["labourCostPerHour", "amount"][key], 2.0);
        let (less, more) = (evaluate(&plan), evaluate(&dear));
        prop_assert!(more.budget.cash >= less.budget.cash - rounding(&less));
        prop_assert!(more.budget.full >= less.budget.full - rounding(&less));
        prop_assert!(more.budget.payroll >= less.budget.payroll);
    }

    #[test]
    fn more_participation_never_takes_less_time(plan in plans(), low in 0..100_u32, more in 0..100_u32) {
        let mut plan = without_subsidies(plan);
        let mut with = |percent: u32| {
            for group in plan["groups"].as_array_mut().unwrap() {
                group["participation"] = json!(f64::from(percent.min(100)) / 100.0);
            }
            evaluate(&plan)
        };
        let (less, more) = (with(low), with(low + more));
        prop_assert!(more.learning_time.participants >= less.learning_time.participants);
        prop_assert!(more.learning_time.total_hours >= less.learning_time.total_hours - 1e-6);
        prop_assert!(more.budget.full >= less.budget.full - rounding(&less) || more.prof_circles.circles < less.prof_circles.circles);
    }

    #[test]
    fn a_covered_hour_never_costs_twice(plan in plans()) {
        let mut plan = plan;
        for group in plan["groups"].as_array_mut().unwrap() {
            group["replacementShare"] = json!(1);
            group["replacementCostFactor"] = json!(1);
        }
        let all_covered = evaluate(&plan);
        // Each hour is paid once, as its replacement: participant time drops out of the full cost.
        let time = sum_of(&all_covered, |line| line.category == LineCategory::ParticipantTime);
        let replacement = sum_of(&all_covered, |line| line.category == LineCategory::Replacement);
        prop_assert_eq!(time, replacement);
        let lines = sum_of(&all_covered, |_| true);
        prop_assert_eq!(lines - time, cents(all_covered.budget.full));
        for group in plan["groups"].as_array_mut().unwrap() {
            group["replacementShare"] = json!(0);
            group["billableShare"] = json!(0);
        }
        let none_covered = evaluate(&plan);
        prop_assert_eq!(cents(none_covered.budget.full), cents(all_covered.budget.full));
    }

    #[test]
    fn break_even_put_back_as_uplift_gives_net_zero(plan in plans()) {
        let result = evaluate(&plan);
        let Some(uplift) = result.value.break_even_uplift.filter(|uplift| (1e-6..10.0).contains(uplift)) else {
            return Ok(());
        };
        let mut plan = plan;
        let benefits = plan["value"]["benefits"].as_array_mut().unwrap();
        let mut found = false;
        for benefit in benefits.iter_mut().filter(|benefit| benefit["kind"] == "productivity") {
            benefit["uplift"] = json!(uplift);
            found = true;
        }
        if !found {
            benefits.push(json!({ "id": "productivity", "kind": "productivity", "uplift": uplift }));
        }
        // The plan keeps six places of the uplift.
        let point = result.value.pv_cost.max(1.0) / uplift;
        close(evaluate(&plan).value.net, 0.0, point * 1e-6);
    }

    #[test]
    fn an_estimate_counts_as_its_likely_value(plan in plans(), low in 0..50_u32, high in 50..100_u32) {
        let mut plan = plan;
        plan["groups"][0]["participation"] = json!(0.5);
        let one = evaluate(&plan);
        plan["groups"][0]["participation"] =
            json!({ "low": f64::from(low) / 100.0, "likely": 0.5, "high": f64::from(high) / 100.0 });
        prop_assert_eq!(one, evaluate(&plan));
    }

    #[test]
    fn every_figure_that_is_explained_has_the_value_of_the_result(plan in plans()) {
        let read = common::read(&plan.to_string()).unwrap();
        let result = serde_json::to_value(evaluate(&plan)).unwrap();
        for path in [
            "learningTime.hoursPerEmployee", "learningTime.totalHours", "learningTime.groups[0].totalHours", "profCircles.circles",
            "profCircles.facilitators", "budget.cash", "budget.full", "budget.reported", "budget.payroll", "value.pvCost", "value.pvValue",
            "value.net", "value.rov", "value.breakEvenUplift", "value.inactionCost",
        ] {
            let why = jaarplan::explain(&read, jaarplan::Figure::find(path).unwrap()).unwrap();
            match (why.value, common::figure(&result, path).as_f64()) {
                (Some(told), Some(shown)) => close(told, shown, 1e-6),
                (told, shown) => prop_assert_eq!(told, shown, "{}", path),
            }
        }
    }
}
