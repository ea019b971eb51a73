//! Simulation: what is known stays as it is, what is not spreads as it should.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::too_many_lines)]

mod common;

use common::{cases_or, plans, read, write};
use jaarplan::simulate::{Driver, HEADLINES, Options, Sampler, Side, Simulation, Target, simulate};
use jaarplan::{Decimal, Document, Figure, assumptions};
use proptest::prelude::*;
use serde_json::{Value, json};

const THREE: &str = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [
    { "id": "a", "headcount": 60, "fte": 48.5 }, { "id": "b", "headcount": 31, "fte": 27 },
    { "id": "c", "headcount": 52, "fte": 41.1 } ] }"#;

fn simulated(text: &str, options: &Options) -> Simulation {
    simulate(&read(text).unwrap(), options).unwrap()
}

fn default_ranges() -> Options {
    Options { default_ranges: true, ..Options::default() }
}

#[test]
fn without_ranges_a_simulation_is_the_evaluation() {
    let plan = read(THREE).unwrap();
    let expected = jaarplan::headlines(&plan).unwrap().numbers();
    let simulation = simulate(&plan, &Options { points: 256, ..Options::default() }).unwrap();
    assert_eq!(simulation.unknowns, 0);
    for (figure, expected) in HEADLINES.into_iter().zip(expected) {
        let spread = simulation.figures.get(figure).unwrap();
        let expected = Some(expected).filter(|number| number.is_finite());
        assert_eq!(
            (spread.likely, spread.p5, spread.p95),
            (expected, expected, expected),
            "{figure}"
        );
    }
}

#[test]
fn some_samples_at_a_time_give_the_same_digits() {
    let plan = read(THREE).unwrap();
    let whole = simulate(&plan, &default_ranges()).unwrap();
    let mut sampler = Sampler::new(&plan, &default_ranges()).unwrap();
    sampler.advance(1024);
    assert_eq!((sampler.done(), sampler.is_done()), (1024, false));
    for points in [64, 1000, 5000, 100_000] {
        sampler.advance(points);
    }
    assert!(sampler.is_done());
    assert_eq!(sampler.simulation(), whole);
    let mut again = Sampler::after(Some(sampler), &plan, &default_ranges()).unwrap();
    again.advance(u32::MAX);
    assert_eq!(again.simulation(), whole);
    assert_ne!(simulated(THREE, &Options { seed: 2, ..default_ranges() }), whole);
}

/// Groups that are much alike, with everything else at its default.
fn groups(count: u32) -> Value {
    let group = |i| json!({ "id": format!("g{i}"), "headcount": 20 + i % 3, "fte": 17 + i % 3 });
    let groups: Vec<Value> = (0..count).map(group).collect();
    json!({ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": groups })
}

/// Groups that differ in what an hour costs, of which the first is an estimate.
fn with_costs(costs: &[Value]) -> Value {
    let group = |(i, cost): (usize, &Value)| json!({ "id": format!("g{i}"), "headcount": 20, "fte": 20, "labourCostPerHour": cost });
    json!({ "schemaVersion": 1, "year": 2027, "country": "BE",
        "groups": costs.iter().enumerate().map(group).collect::<Vec<_>>(),
        "facilitation": { "internalCostPerHour": 45 } })
}

/// From 5 % to 95 %.
fn width(simulation: &Simulation, figure: Figure) -> f64 {
    let spread = simulation.figures.get(figure).unwrap();
    spread.p95.unwrap() - spread.p5.unwrap()
}

#[test]
fn a_default_is_drawn_once_however_many_groups_rest_on_it() {
    let [few, many] = [3, 48].map(|count| simulated(&groups(count).to_string(), &default_ranges()));
    assert_eq!(few.unknowns, many.unknowns);
    for figure in [Figure::Net, Figure::PvCost, Figure::HoursPerEmployee, Figure::Full] {
        let relative =
            |of: &Simulation| width(of, figure) / of.figures.get(figure).unwrap().p50.unwrap();
        let ratio = relative(&many) / relative(&few);
        // What does not grow with the groups makes the little difference.
        assert!((ratio - 1.0).abs() < 0.1, "{figure}: {ratio}");
    }
}

#[test]
fn estimates_of_groups_are_drawn_one_by_one() {
    let cost = json!({ "low": 30, "likely": 45, "high": 60 });
    let relative = |count: usize| {
        let plan = with_costs(&vec![cost.clone(); count]);
        let simulation = simulated(&plan.to_string(), &Options::default());
        assert_eq!(simulation.unknowns as usize, count);
        width(&simulation, Figure::PvCost)
            / simulation.figures.get(Figure::PvCost).unwrap().mean.unwrap()
    };
    // Independent quantities of one size, and a sum that is nearly normal: the root of their number.
    let ratio = relative(48) / relative(3);
    assert!((ratio * 4.0 - 1.0).abs() < 0.05, "{ratio}");
}

#[test]
fn a_default_has_the_same_random_numbers_wherever_it_is_met_first() {
    // Without a cost of its own, an internal facilitator costs what an hour of the group would.
    let plan = groups(1);
    let mut stated = plan.clone();
    stated["groups"][0]["labourCostPerHour"] = json!(40);
    let ends = [30, 60].map(Decimal::whole);
    let [plan, stated] = [plan, stated].map(|plan| read(&plan.to_string()).unwrap());
    let path = "groups[0].labourCostPerHour".parse().unwrap();
    let mut set = Sampler::varying(&plan, &default_ranges(), &[(&path, ends)]).unwrap();
    set.set(&[40.0]);
    set.advance(128);
    let mut stated = Sampler::new(&stated, &default_ranges()).unwrap();
    stated.advance(128);
    for (set, stated) in
        set.samples(Figure::Full).unwrap().iter().zip(stated.samples(Figure::Full).unwrap())
    {
        assert!((set - stated).abs() < 0.2, "{set}, not {stated}");
    }
}

#[test]
fn a_wider_range_spreads_wider() {
    let mut before = [0.0; 4];
    for half in [1.0, 2.0, 4.0, 8.0, 16.0] {
        let cost = json!({ "low": 45.0 - half, "likely": 45, "high": 45.0 + half });
        let simulation =
            simulated(&with_costs(&[cost, json!(45)]).to_string(), &Options::default());
        let figures = [Figure::Full, Figure::PvCost, Figure::PvValue, Figure::Net];
        let after = figures.map(|figure| {
            let spread = simulation.figures.get(figure).unwrap();
            let ends =
                [spread.p5, spread.p10, spread.p25, spread.p50, spread.p75, spread.p90, spread.p95];
            assert!(ends.is_sorted_by(|a, b| a < b), "{figure}: {ends:?}");
            width(&simulation, figure)
        });
        assert!(before.iter().zip(after).all(|(before, after)| *before < after), "{half}");
        // All are lines of the cost, but for cents.
        let is_first = before[0] == 0.0;
        assert!(
            is_first || before.iter().zip(after).all(|(b, a)| (a / b - 2.0).abs() < 1e-6),
            "{half}"
        );
        before = after;
    }
}

#[test]
fn targets_have_the_probability_of_the_samples_that_reach_them() {
    let cost = json!({ "low": 30, "likely": 45, "high": 60 });
    let plan = with_costs(&[cost, json!(45)]);
    let text = plan.to_string();
    // The estimate is symmetrical, and the cost a line of it.
    let likely =
        simulated(&text, &Options::default()).figures.get(Figure::PvCost).unwrap().likely.unwrap();
    let spread = width(&simulated(&text, &Options::default()), Figure::PvCost);
    let target = |side, bound| Target { figure: Figure::PvCost, side, bound };
    let targets = vec![
        target(Side::AtLeast, likely),
        target(Side::AtMost, likely),
        target(Side::AtMost, likely - spread / 2.0),
        target(Side::AtMost, likely + spread / 2.0),
        target(Side::AtLeast, 0.0),
        target(Side::AtMost, 0.0),
    ];
    let simulation = simulated(&text, &Options { targets, ..Options::default() });
    let [net, told @ ..] = simulation.probabilities.as_slice() else { panic!() };
    assert_eq!((net.figure, net.at_least, net.at_most), (Figure::Net, Some(0.0), None));
    for (told, expected) in told.iter().zip([0.5, 0.5, 0.05, 0.95, 1.0, 0.0]) {
        let one = 1.0 / 16_384.0;
        assert!((told.probability - expected).abs() <= 2.0 * one, "{told:?}, not {expected}");
    }
    // An available budget has a probability of its own.
    let mut with_budget = plan;
    with_budget["budget"] = json!({ "available": 1 });
    let told = simulated(&with_budget.to_string(), &Options::default()).probabilities;
    assert_eq!((told.len(), told[1].figure, told[1].probability), (2, Figure::Gap, 0.0));
}

#[test]
fn what_is_not_defined_is_said_to_be_so() {
    let mut plan = groups(2);
    plan["value"] = json!({ "benefits": [{ "id": "b", "kind": "custom", "annualValue": 1 }] });
    let simulation = simulated(&plan.to_string(), &default_ranges());
    let payback = simulation.figures.get(Figure::PaybackMonth).unwrap();
    assert_eq!(
        (payback.likely, payback.mean, payback.p5, payback.defined),
        (None, None, None, 0.0)
    );

    // It pays back in some samples: those that do not count as later than all.
    let benefit = json!({ "low": 0, "likely": 60_000, "high": 120_000 });
    plan["value"] = json!({ "benefits": [{ "id": "b", "kind": "custom", "annualValue": benefit, "lagMonths": 0,
        "attribution": 1, "confidence": 1 }] });
    let payback = simulated(&plan.to_string(), &default_ranges());
    let payback = payback.figures.get(Figure::PaybackMonth).unwrap();
    assert!(payback.defined > 0.05 && payback.defined < 0.95, "{payback:?}");
    assert!(payback.p5.is_some() && payback.p95.is_none() && payback.mean.is_some());

    let mut plan = groups(1);
    plan["groups"][0] = json!({ "headcount": 0, "fte": 0 });
    let simulation = simulated(&plan.to_string(), &default_ranges());
    for figure in
        [Figure::HoursPerEmployee, Figure::DaysPerFte, Figure::CashPerEmployee, Figure::Rov]
    {
        let spread = simulation.figures.get(figure).unwrap();
        assert_eq!((spread.likely, spread.p50, spread.defined), (None, None, 0.0), "{figure}");
    }
    assert_eq!(simulation.figures.get(Figure::Gap).unwrap().defined, 0.0);

    // No uplift is worth anything where nobody takes part.
    let mut plan = groups(1);
    plan["groups"][0]["participation"] = json!(0);
    let simulation = simulated(&plan.to_string(), &default_ranges());
    assert_eq!(simulation.figures.get(Figure::BreakEvenUplift).unwrap().defined, 0.0);
}

#[test]
fn drivers_share_the_variance_of_what_they_add_up_to() {
    let costs = [(40.0, 45.0, 50.0), (30.0, 45.0, 60.0), (44.0, 45.0, 60.0)];
    let cost = |(low, likely, high): (f64, f64, f64)| json!({ "low": low, "likely": likely, "high": high });
    let plan = with_costs(&costs.map(cost));
    let options = Options { figure: Figure::PvCost, variance: true, ..Options::default() };
    let simulation = simulated(&plan.to_string(), &options);
    let own = costs.map(|(low, likely, high)| {
        let mean = (low + 4.0 * likely + high) / 6.0;
        (mean - low) * (high - mean) / 7.0
    });
    let all: f64 = own.iter().sum();
    assert_eq!(simulation.drivers.len(), 3);
    for driver in &simulation.drivers {
        let at = costs.iter().position(|cost| driver.low.to_f64() == cost.0).unwrap();
        for share in [driver.first_order.unwrap(), driver.total.unwrap()] {
            // Independent samples deviate by about 1/64.
            assert!((share - own[at] / all).abs() < 0.01, "{driver:?}, not {}", own[at] / all);
        }
    }
    assert!(simulation.drivers.is_sorted_by(|a, b| a.swing >= b.swing));
}

fn refused(options: &Value) -> Vec<(String, &'static str)> {
    let document = Document::parse(&options.to_string()).unwrap();
    let errors = match Options::read(document.root()) {
        Err(errors) => errors,
        Ok(options) => simulate(&read(THREE).unwrap(), &options).unwrap_err(),
    };
    errors.errors.iter().map(|error| (error.path.clone(), error.code.as_str())).collect()
}

#[test]
fn wrong_options_are_refused_by_name() {
    for (options, path, code) in [
        (json!({ "points": 1000 }), "points", "out-of-range"),
        (json!({ "points": 64 }), "points", "out-of-range"),
        (json!({ "points": 262_144 }), "points", "out-of-range"),
        (json!({ "points": 1024.5 }), "points", "not-whole"),
        (json!({ "points": "many" }), "points", "wrong-type"),
        (json!({ "seed": -1 }), "seed", "out-of-range"),
        (json!({ "defaultRanges": 1 }), "defaultRanges", "wrong-type"),
        (json!({ "variance": "yes" }), "variance", "wrong-type"),
        (json!({ "figure": "value.cheese" }), "figure", "unknown-id"),
        (json!({ "figure": "profCircles.sizes[].count" }), "figure", "unknown-id"),
        (json!({ "point": 1024 }), "point", "unknown-id"),
        (json!({ "targets": {} }), "targets", "wrong-type"),
        (json!({ "targets": [{ "figure": "value.rov" }] }), "targets[0].atLeast", "missing"),
        (json!({ "targets": [{ "atLeast": 1 }] }), "targets[0].figure", "missing"),
        (
            json!({ "targets": [{ "figure": "value.rov", "atLeast": 1, "atMost": 2 }] }),
            "targets[0].atLeast",
            "missing",
        ),
        (
            json!({ "targets": [{ "figure": "value.rov", "least": 1, "atMost": 2 }] }),
            "targets[0].least",
            "unknown-id",
        ),
        (
            json!({ "targets": [{ "figure": "value.cheese", "atMost": 2 }] }),
            "targets[0].figure",
            "unknown-id",
        ),
        (json!([]), "", "wrong-type"),
    ] {
        assert_eq!(refused(&options), [(path.to_owned(), code)], "{options}");
    }
    let document = Document::parse("{}").unwrap();
    assert_eq!(Options::read(document.root()).unwrap(), Options::default());
}

/// How far cents may move the figures of a plan. Samples do not round lines to cents; each may be half of one off, and
/// once more what is a share of lines.
fn cents(plan: &Value) -> f64 {
    let of = |key: &str| plan[key].as_array().map_or(0, Vec::len);
    // Five lines of each group; three of defaults.
    let lines = 5 * of("groups") + of("costs").max(3) + of("subsidies") + 4;
    0.01 * f64::from(u32::try_from(lines).unwrap())
}

/// Whether a figure is the expected one but for cents; NaN is not defined.
fn is_same(
    figure: Figure,
    found: f64,
    expected: f64,
    cents: f64,
    [pv_cost, to_cover]: [f64; 2],
) -> bool {
    if found.is_nan() || expected.is_nan() {
        return found.is_nan() && expected.is_nan();
    }
    let size = found.abs().max(expected.abs());
    let of_cents = match figure {
        Figure::HoursPerEmployee | Figure::DaysPerFte | Figure::InactionCost => 0.0,
        Figure::Circles | Figure::Sessions => return found == expected,
        Figure::Rov => cents * (1.0 + size) / pv_cost,
        Figure::BreakEvenUplift => cents * size / to_cover,
        _ => cents,
    };
    (found - expected).abs() <= of_cents + 1e-9 * size
}

/// The last sample of a figure.
fn sample(sampler: &Sampler, figure: Figure) -> f64 {
    let sample = *sampler.samples(figure).unwrap().last().unwrap();
    if sample.is_finite() { sample } else { f64::NAN }
}

fn drivers(plan: &Value, figure: Figure) -> Vec<Driver> {
    let options = Options { figure, points: 256, ..default_ranges() };
    simulated(&plan.to_string(), &options).drivers
}

proptest! {
    #![proptest_config(cases_or(48))]

    /// With every estimate at one value, simulation equals evaluation but for the cents of lines; also where the formulas
    /// went through columns, because one number was to vary.
    #[test]
    fn collapsed_estimates_give_the_evaluation(plan in plans()) {
        let options = Options { points: 256, figure: Figure::CostToCover, ..Options::default() };
        let own = read(&plan.to_string()).unwrap();
        for Driver { inputs, low, high, value, .. } in drivers(&plan, Figure::Net) {
            let path = &inputs[0];
            let mut sampler = Sampler::varying(&own, &options, &[(&path.parse().unwrap(), [low, high])]).unwrap();
            for value in [low, value, high] {
                let mut stated = plan.clone();
                if !write(&mut stated, path, value.to_f64()) {
                    continue;
                }
                let Ok(stated) = read(&stated.to_string()) else { continue };
                let Ok(expected) = jaarplan::headlines(&stated) else { continue };
                sampler.set(&[value.to_f64()]);
                sampler.advance(64);
                let scale = [Figure::PvCost, Figure::CostToCover].map(|figure| sample(&sampler, figure));
                for (figure, expected) in HEADLINES.into_iter().zip(expected.numbers()) {
                    let found = sample(&sampler, figure);
                    prop_assert!(
                        is_same(figure, found, expected, cents(&plan), scale),
                        "{} with {} at {}: {}, not {}", figure, path, value, found, expected
                    );
                }
            }
        }
    }

    /// The same random numbers, whether a number is stated or set.
    #[test]
    fn a_number_that_is_set_gives_what_a_plan_gives_that_states_it(plan in plans(), at in any::<usize>(), share in 0..=4_u32) {
        let options = Options { points: 256, figure: Figure::CostToCover, ..default_ranges() };
        let all = drivers(&plan, Figure::Net);
        prop_assume!(!all.is_empty());
        let driver = &all[at % all.len()];
        let path = &driver.inputs[0];
        let value = driver.low.to_f64() + (driver.high.to_f64() - driver.low.to_f64()) * f64::from(share) / 4.0;
        let mut stated = plan.clone();
        let is_written = write(&mut stated, path, value);
        prop_assume!(is_written);
        let Ok(stated) = read(&stated.to_string()) else { return Ok(()) };
        let mut expected = Sampler::new(&stated, &options).unwrap();
        expected.advance(256);
        let own = read(&plan.to_string()).unwrap();
        let mut found = Sampler::varying(&own, &options, &[(&path.parse().unwrap(), [driver.low, driver.high])]).unwrap();
        found.set(&[value]);
        found.advance(256);
        let scales = found.samples(Figure::PvCost).unwrap().iter().zip(found.samples(Figure::CostToCover).unwrap());
        for (at, (&pv_cost, &to_cover)) in scales.enumerate() {
            for figure in HEADLINES {
                let [found, expected] = [&found, &expected].map(|sampler| {
                    Some(sampler.samples(figure).unwrap()[at]).filter(|value| value.is_finite()).unwrap_or(f64::NAN)
                });
                prop_assert!(
                    is_same(figure, found, expected, cents(&plan), [pv_cost, to_cover]),
                    "sample {} of {} with {} at {}: {}, not {}", at, figure, path, value, found, expected
                );
            }
        }
    }

    #[test]
    fn drivers_are_the_assumptions_with_a_range(plan in plans()) {
        let own = read(&plan.to_string()).unwrap();
        for figure in [Figure::DaysPerFte, Figure::Full, Figure::Net, Figure::InactionCost] {
            let mut expected = assumptions(&own, figure).unwrap();
            for driver in drivers(&plan, figure) {
                let place = expected.iter().position(|one| driver.inputs.contains(&one.inputs[0]));
                let Some(place) = place else {
                    // The figure does not rest on it.
                    prop_assert!(driver.swing.is_none_or(|swing| swing == 0.0), "{:?}", driver);
                    continue;
                };
                let one = expected.swap_remove(place);
                for (found, expected) in [(driver.at_low, one.at_low), (driver.at_high, one.at_high)] {
                    let [found, expected] = [found, expected].map(|end| end.unwrap_or(f64::NAN));
                    let same = is_same(figure, found, expected, cents(&plan), [1.0; 2]);
                    prop_assert!(same, "{}: {:?}, not {:?}", figure, driver, one);
                }
            }
            expected.retain(|one| one.low < one.high && one.low.is_some());
            prop_assert!(expected.is_empty(), "{}: no driver for {:?}", figure, expected);
        }
    }

    #[test]
    fn no_number_of_a_simulation_is_nan(plan in plans(), variance in any::<bool>()) {
        for figure in [Figure::Net, Figure::Rov, Figure::PaybackMonth, Figure::Gap] {
            let options = Options { points: 256, figure, variance, ..default_ranges() };
            let simulation = simulated(&plan.to_string(), &options);
            prop_assert!(common::is_finite(&format!("{simulation:?}")), "{:?}", simulation);
            for (figure, spread) in simulation.figures.iter() {
                let ends = [spread.p5, spread.p10, spread.p25, spread.p50, spread.p75, spread.p90, spread.p95];
                // Undefined is above all numbers.
                let ends = ends.map(|end| end.unwrap_or(f64::INFINITY));
                prop_assert!(ends.is_sorted(), "{}: {:?}", figure, spread);
                prop_assert!(spread.mean.is_some() == (spread.defined > 0.0), "{}: {:?}", figure, spread);
            }
            for told in &simulation.probabilities {
                prop_assert!((0.0..=1.0).contains(&told.probability), "{:?}", told);
            }
        }
    }
}
