//! Plans side by side: what they share does not tell them apart.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::read;
use jaarplan::compare::{Better, BetterPlan, Comparison, Stated};
use jaarplan::simulate::{Options, Sampler, Side, Target, simulate};
use jaarplan::{Decimal, Document, Figure, InputErrors, Plan, compare};
use std::num::NonZeroUsize;

fn plan(rest: &str) -> Plan {
    let text = format!(
        r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [
            {{ "id": "a", "headcount": 60, "fte": 48.5, "participation": {{ "low": 0.5, "likely": 0.7, "high": 0.9 }} }},
            {{ "id": "b", "headcount": 31, "fte": 27 }} ]{rest} }}"#
    );
    read(&text).unwrap()
}

const FORMAL: &str = r#", "learning": { "formal": { "hours": 8 } }"#;

fn default_ranges() -> Options {
    Options { default_ranges: true, points: 4096, ..Options::default() }
}

fn compared(plans: &[Plan], options: &Options) -> Comparison {
    compare(plans, options).unwrap()
}

#[track_caller]
fn chance(comparison: &Comparison, figure: Figure, plan: u32, other: u32) -> &BetterPlan {
    let is_it = |race: &&BetterPlan| (race.plan, race.other) == (plan, other);
    comparison.probabilities.iter().filter(is_it).find(|race| race.figure == figure).unwrap()
}

#[test]
fn the_first_plan_is_as_in_its_simulation_and_the_others_have_its_samples() {
    let plans = [plan(""), plan(FORMAL), plan("")];
    let comparison = compared(&plans, &default_ranges());
    let alone = simulate(&plans[0], &default_ranges()).unwrap();
    assert_eq!((comparison.points, comparison.plans.len()), (4096, 3));
    assert_eq!(comparison.plans[0].unknowns, alone.unknowns);
    assert_eq!(comparison.plans[0].probabilities, alone.probabilities);
    for (figure, of_plans) in comparison.figures.iter() {
        assert_eq!(Some(&of_plans[0].spread), alone.figures.get(figure), "{figure}");
        assert_eq!(of_plans[0], of_plans[2], "{figure}");
        assert_eq!(of_plans[1].value, of_plans[1].spread.likely);
    }
    // The same plan never beats itself.
    assert_eq!(chance(&comparison, Figure::Net, 0, 2).probability, 0.0);
    assert_eq!(chance(&comparison, Figure::Net, 2, 0).probability, 0.0);
}

#[test]
fn what_is_shared_does_not_hide_who_is_better() {
    let rate = |rate: u32| {
        plan(&format!(
            r#", "facilitation": {{ "externalRatePerHour": {rate}, "externalShare": 0.5 }}"#
        ))
    };
    // A cheaper rate is better in every sample, however wide the net values spread.
    let comparison = compared(&[rate(100), rate(99)], &default_ranges());
    assert_eq!(chance(&comparison, Figure::Net, 1, 0).probability, 1.0);
    assert_eq!(chance(&comparison, Figure::Net, 0, 1).probability, 0.0);
    let net = comparison.figures.get(Figure::Net).unwrap();
    assert!(
        net[0].spread.p95.unwrap() - net[0].spread.p5.unwrap() > 100.0 * net[1].difference.unwrap()
    );
}

#[test]
fn less_is_better_of_costs_and_what_is_undefined_is_worst() {
    let target = |figure| Target { figure, side: Side::AtLeast, bound: 0.0 };
    let targets = [Figure::Cash, Figure::Gap, Figure::PaybackMonth].map(target).to_vec();
    let options = Options { targets, ..default_ranges() };
    let rich = r#", "budget": { "available": 100000 }"#;
    let comparison = compared(&[plan(""), plan(&format!("{FORMAL}{rich}"))], &options);
    let better = |figure| {
        let [one, other] =
            [(0, 1), (1, 0)].map(|(plan, other)| chance(&comparison, figure, plan, other));
        (one.better, one.probability, other.probability)
    };
    assert_eq!(better(Figure::Cash), (Better::Less, 0.0, 1.0));
    // Without an available budget there is no gap: a plan that has one is never worse.
    assert_eq!(better(Figure::Gap), (Better::More, 0.0, 1.0));
    // Where neither pays back, neither is better.
    let (less, one, other) = better(Figure::PaybackMonth);
    assert_eq!(less, Better::Less);
    assert!(one + other < 1.0, "{one} {other}");
    let figures: Vec<Figure> = comparison.probabilities.iter().map(|race| race.figure).collect();
    assert_eq!(figures.len(), 2 * 4);
    assert_eq!(figures[0], Figure::Net);
}

#[test]
fn an_estimate_keeps_its_samples_when_others_come_before_it() {
    // Groups come in at other places of the second plan; the one at the same path has the same samples.
    let text = |first: &str| {
        format!(
            r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [
                {{ "headcount": 60, "fte": 48.5{first} }},
                {{ "headcount": 31, "fte": 27, "participation": {{ "low": 0.5, "likely": 0.7, "high": 0.9 }} }} ] }}"#
        )
    };
    let more = r#", "participation": { "low": 0.2, "likely": 0.3, "high": 0.4 }, "replacementShare": { "low": 0, "likely": 0.1, "high": 1 }"#;
    let figure = Figure::GroupTotalHours(1);
    let options = Options { figure, points: 1024, ..Options::default() };
    let plans = [text(""), text(more)].map(|text| read(&text).unwrap());
    let comparison = compared(&plans, &options);
    let of_plans = comparison.figures.get(figure).unwrap();
    assert_eq!(of_plans[0], of_plans[1]);
    assert!(of_plans[0].spread.p5 < of_plans[0].spread.p95);
    let [one, other] =
        [(0, 1), (1, 0)].map(|(plan, other)| chance(&comparison, figure, plan, other));
    assert_eq!((one.probability, other.probability), (0.0, 0.0));
    // By itself the second plan has other samples of it.
    let alone = simulate(&plans[1], &options).unwrap();
    assert_ne!(alone.figures.get(figure), Some(&of_plans[1].spread));
    // The other way round, too.
    let [second, first] = plans;
    let other = compared(&[first, second], &options);
    let of_plans = other.figures.get(figure).unwrap();
    assert_eq!(of_plans[0], of_plans[1]);
}

#[test]
fn an_estimate_that_differs_has_the_same_quantile() {
    let figure = Figure::GroupTotalHours(0);
    let group = |low: f64, high: f64| {
        let likely = f64::midpoint(low, high);
        let text = format!(
            r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{{ "headcount": 10000, "fte": 10000,
                "participation": {{ "low": {low}, "likely": {likely}, "high": {high} }} }}],
                "learning": {{ "developmentTalks": {{ "hours": 0 }} }}, "profCircles": {{ "sessions": 0 }} }}"#
        );
        read(&text).unwrap()
    };
    // The second is the first, 0.1 higher in every sample: it is always ahead, also where both ranges overlap.
    let options = Options { figure, ..Options::default() };
    let comparison = compared(&[group(0.2, 0.6), group(0.3, 0.7)], &options);
    assert_eq!(chance(&comparison, figure, 1, 0).probability, 1.0);
    assert_eq!(comparison.inputs.len(), 1);
    assert_eq!(comparison.inputs[0].path, "groups[0].participation");
}

#[test]
fn a_default_is_the_same_unknown_whichever_input_rests_on_it() {
    // In the second plan only what an hour of an internal facilitator costs rests on the default labour cost.
    let text = |cost: &str| {
        format!(
            r#"{{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{{ "headcount": 60, "fte": 48.5{cost} }}] }}"#
        )
    };
    let plans = [text(""), text(r#", "labourCostPerHour": 40"#)].map(|text| read(&text).unwrap());
    let lines = jaarplan::evaluate(&plans[0]).unwrap().budget.lines;
    let at = lines.iter().position(|line| line.id == "facilitation-internal").unwrap();
    let figure = Figure::LineUnitPrice(at);
    let comparison = compared(&plans, &Options { figure, ..default_ranges() });
    let of_plans = comparison.figures.get(figure).unwrap();
    assert!(of_plans[0].spread.p5 < of_plans[0].spread.p95);
    assert_eq!(of_plans[0].spread, of_plans[1].spread);
}

#[test]
fn only_inputs_that_differ_are_told() {
    let number = |digits: &str| Some(Stated::Number(Decimal::read(digits).unwrap()));
    let told = |plans: &[Plan], options: &Options| -> Vec<(String, Vec<Option<Stated>>)> {
        let inputs = compared(plans, options).inputs;
        inputs.into_iter().map(|input| (input.path, input.values)).collect()
    };
    let points = Options { points: 256, ..Options::default() };
    assert_eq!(told(&[plan(""), plan("")], &points), []);
    // A default that is filled in is no difference, unless defaults are not known.
    let filled = plan(r#", "learning": { "formal": { "hours": 16 } }"#);
    assert_eq!(told(&[plan(""), filled.clone()], &points), []);
    let differs =
        told(&[plan(""), filled.clone()], &Options { default_ranges: true, ..points.clone() });
    assert_eq!(differs.len(), 1);
    assert!(matches!(differs[0].1[0], Some(Stated::Estimate { .. })), "{differs:?}");
    assert_eq!(differs[0].1[1], number("16"));
    // What only some plans have is absent in the others; a group's own learning is not that of the plan.
    let more = read(
        r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [
            { "id": "a", "headcount": 60, "fte": 48.5, "participation": { "low": 0.5, "likely": 0.7, "high": 0.9 },
              "learning": { "formal": { "hours": 4, "proRata": false } } },
            { "id": "b", "headcount": 31, "fte": 27 } ],
            "profCircles": { "composition": "perGroup" }, "budget": { "available": 5 } }"#,
    )
    .unwrap();
    let text = |text: &str| Some(Stated::Text(text.to_owned()));
    let truth = |truth| Some(Stated::Truth(truth));
    let differs = told(&[plan(""), filled, more], &points);
    assert_eq!(
        differs,
        [
            (
                "profCircles.composition".to_owned(),
                vec![text("mixed"), text("mixed"), text("perGroup")]
            ),
            (
                "groups[0].learning.formal.proRata".to_owned(),
                vec![truth(true), truth(true), truth(false)]
            ),
            (
                "groups[0].learning.formal.hours".to_owned(),
                vec![number("16"), number("16"), number("4")]
            ),
            ("budget.available".to_owned(), vec![None, None, number("5")]),
        ]
    );
}

#[test]
fn differences_of_whole_cents_are_whole_cents() {
    let cost = |amount: &str| {
        plan(&format!(
            r#", "costs": [{{ "id": "c", "basis": "fixed", "amount": {amount} }}], "budget": {{ "contingency": 0 }}"#
        ))
    };
    let comparison =
        compared(&[cost("0.1"), cost("0.3")], &Options { points: 256, ..Options::default() });
    let cash = comparison.figures.get(Figure::Cash).unwrap();
    assert_eq!((cash[0].difference, cash[1].difference), (Some(0.0), Some(0.2)));
    assert_ne!(cash[1].value.unwrap() - cash[0].value.unwrap(), 0.2);
}

#[test]
fn another_number_of_plans_or_a_wrong_option_is_refused() {
    let first = |errors: InputErrors| {
        let code = errors.errors[0].code.as_str();
        (errors.errors[0].path.clone(), code)
    };
    let path = |plans: &[Plan], options: &Options| first(compare(plans, options).unwrap_err());
    let read =
        |options: &str| first(Options::read(Document::parse(options).unwrap().root()).unwrap_err());
    let options = Options::default();
    for count in [0, 1, 7] {
        assert_eq!(path(&vec![plan(""); count], &options), ("plans".to_owned(), "out-of-range"));
    }
    let two = [plan(""), plan("")];
    let options = Options { points: 1000, ..Options::default() };
    assert_eq!(path(&two, &options), ("points".to_owned(), "out-of-range"));
    assert_eq!(read(r#"{ "figure": "value.nothing" }"#), ("figure".to_owned(), "unknown-id"));
    let options = Options { variance: true, ..Options::default() };
    assert_eq!(path(&two, &options), ("variance".to_owned(), "unknown-id"));
    let targets = r#"{ "targets": [{ "figure": "x", "atMost": 0 }] }"#;
    assert_eq!(read(targets), ("targets[0].figure".to_owned(), "unknown-id"));
    // How many circles have a size is a list, which no sample is of.
    let target = Target { figure: Figure::SizeCount(0), side: Side::AtMost, bound: 0.0 };
    let options = Options { targets: vec![target], ..Options::default() };
    assert_eq!(path(&two, &options), ("targets[0].figure".to_owned(), "unknown-id"));
    let options = Options { figure: Figure::Size(0), ..Options::default() };
    assert_eq!(path(&two, &options), ("figure".to_owned(), "unknown-id"));
    let large = plan(r#", "costs": [{ "id": "c", "basis": "perHead", "amount": 1000000000 }]"#);
    let (path, code) = path(&[plan(""), large], &Options::default());
    assert!(path.starts_with("plans[1].costs[0]"), "{path}");
    assert_eq!(code, "too-large");
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let plans = [plan(""), plan(FORMAL)];
    let options = Options { default_ranges: true, points: 1024, ..Options::default() };
    let alone = compared(&plans, &options);
    let simulated = simulate(&plans[0], &options).unwrap();
    for threads in [1, 2, 3, 7, 100].map(|threads| NonZeroUsize::new(threads).unwrap()) {
        let on_threads = compare::compare_on(threads, &plans, &options).unwrap();
        assert_eq!(on_threads, alone, "{threads}");
        let mut sampler = Sampler::new(&plans[0], &options).unwrap();
        for points in [64, 300, u32::MAX] {
            sampler.advance_on(threads, points);
        }
        assert_eq!(sampler.done(), 1024);
        assert_eq!(sampler.simulation(), simulated, "{threads}");
    }
}

#[test]
fn plans_as_data_say_which_of_them_is_wrong() {
    let one = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 60, "fte": 48.5 }] }"#;
    let refused = |text: &str| -> Vec<(String, &'static str)> {
        let errors = compare::read(Document::parse(text).unwrap().root()).unwrap_err().errors;
        errors.into_iter().map(|error| (error.path, error.code.as_str())).collect()
    };
    let both = format!("[{one}, {one}]");
    assert_eq!(compare::read(Document::parse(&both).unwrap().root()).unwrap().len(), 2);
    assert_eq!(refused(one), [("plans".to_owned(), "wrong-type")]);
    assert_eq!(refused(&format!("[{one}]")), [("plans".to_owned(), "out-of-range")]);
    let wrong = format!("[{one}, {}, 5]", one.replace("48.5", "-1"));
    let [fte, number] = [("plans[1].groups[0].fte", "out-of-range"), ("plans[2]", "wrong-type")];
    assert_eq!(refused(&wrong), [fte, number].map(|(path, code)| (path.to_owned(), code)));
}
