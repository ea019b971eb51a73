//! Simulation: what is known stays as it is, what is not spreads as it should.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::too_many_lines)]

mod common;

use common::read;
use jaarplan::simulate::{HEADLINES, Options, Sampler, Simulation, simulate};

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
    let simulation = simulate(&plan, &Options { points: 128, ..Options::default() }).unwrap();
    assert_eq!(simulation.unknowns, 0);
    for (id, expected) in HEADLINES.iter().zip(expected) {
        let spread = simulation.figures.get(id).unwrap();
        let expected = Some(expected).filter(|number| number.is_finite());
        assert_eq!((spread.likely, spread.p5, spread.p95), (expected, expected, expected), "{id}");
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
