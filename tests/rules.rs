//! Rules at their edges: size, year, months, country and sector, and the hour at which an answer turns.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value
)]

mod common;

use common::{plans, read};
use jaarplan::rules::{
    Aspect, Check, Checks, Note, Outcome, Reason, Verdict, individual_right, right_met,
};
use jaarplan::{Decimal, check};
use proptest::prelude::*;
use serde_json::{Value, json};

fn decimal(text: &str) -> Decimal {
    Decimal::read(text).unwrap()
}

fn checks(plan: &Value) -> Checks {
    check(&read(&plan.to_string()).unwrap())
}

fn rule<'c>(checks: &'c Checks, id: &str) -> &'c Check {
    checks.checks.iter().find(|check| check.rule == id).unwrap_or_else(|| panic!("no rule {id}"))
}

fn verdict(check: &Check, about: Aspect) -> &Verdict {
    let mut found = check.verdicts.iter().filter(|verdict| verdict.about == about);
    found.next().unwrap_or_else(|| panic!("no {about:?} in {}", check.rule))
}

/// Everyone takes part, full time, in nothing but so many hours of formal training.
fn formal_only(country: &str, year: u32, sector: &Value, hours: f64) -> Value {
    json!({
        "schemaVersion": 1, "year": year, "country": country, "sector": sector,
        "calendar": { "hoursPerDay": 7.6, "effectiveWeeks": 40 },
        "groups": [{ "headcount": 20, "fte": 20, "participation": 1 }],
        "learning": {
            "weekCycles": { "count": 0 }, "profTrack": { "hours": 0 },
            "formal": { "hours": hours }, "developmentTalks": { "hours": 0 },
        },
        "profCircles": { "sessions": 0 },
    })
}

#[test]
#[rustfmt::skip]
fn the_right_is_a_times_b_times_c() {
    let check = |fte, year, fraction, months, expected: Option<f64>| {
        let right = individual_right(decimal(fte), year, decimal(fraction), decimal(months));
        assert_eq!(right.map(|right| right.days()), expected, "{fte} {year} {fraction} {months}");
    };
    //    FTE          year  B           months       days
    check("100",       2027, "0.8",      "10",        Some(10.0 / 3.0));
    check("9.99",      2027, "1",        "12",        Some(0.0));
    check("9.999999",  2023, "1",        "12",        Some(0.0));
    check("10",        2023, "1",        "12",        Some(1.0));
    check("10",        2027, "1",        "12",        Some(1.0));
    check("19.99",     2023, "1",        "12",        Some(1.0));
    check("19.99",     2027, "1",        "12",        Some(1.0));
    check("20",        2023, "1",        "12",        Some(4.0));
    check("20",        2024, "1",        "12",        Some(5.0));
    check("20",        2025, "1",        "12",        Some(5.0));
    check("20",        2100, "1",        "12",        Some(5.0));
    check("20",        2022, "1",        "12",        None);
    check("20",        2027, "1",        "0",         Some(0.0));
    check("20",        2027, "1",        "0.000001",  Some(5.0 / 12.0));
    check("20",        2027, "1",        "0.5",       Some(5.0 / 12.0));
    check("20",        2027, "1",        "1",         Some(5.0 / 12.0));
    check("20",        2027, "1",        "1.000001",  Some(10.0 / 12.0));
    check("20",        2027, "1",        "11",        Some(55.0 / 12.0));
    check("20",        2027, "1",        "11.2",      Some(5.0));
    check("20",        2027, "1",        "12",        Some(5.0));
    check("20",        2027, "0",        "12",        Some(0.0));
    check("20",        2027, "0.333333", "12",        Some(1.666_665));
    check("20",        2027, "1.000001", "12",        None);
    check("20",        2027, "-0.5",     "12",        None);
    check("20",        2027, "1",        "12.000001", None);
    check("20",        2027, "1",        "-1",        None);
}

#[test]
fn the_second_published_case_is_that_of_a_growth_path() {
    // 2 × 0.5 × 6/12 = 0.5: twice the right of an organisation of 10 to 20 FTE.
    let right = individual_right(decimal("12"), 2027, decimal("0.5"), decimal("6")).unwrap();
    assert_eq!(2.0 * right.days(), 0.5);
}

#[test]
#[rustfmt::skip]
fn every_rule_turns_at_its_number() {
    /// Hours of formal training just enough, and a millionth of an hour less.
    #[track_caller]
    fn turns(country: &str, year: u32, sector: &str, id: &str, hours: f64) {
        let sector = if sector.is_empty() { Value::Null } else { json!(sector) };
        for (hours, outcome) in [(hours, Outcome::Met), (hours - 0.000_001, Outcome::NotMet)] {
            let checks = checks(&formal_only(country, year, &sector, hours));
            let check = rule(&checks, id);
            assert_eq!((check.outcome, check.reason), (outcome, None), "{id} {year} {hours}");
            let short = check.verdicts[0].short.unwrap();
            assert_eq!(short.hours > 0.0, outcome == Outcome::NotMet, "{short:?}");
            assert!(short.hours < 0.000_001_1);
        }
    }
    //    country year  sector               rule                  hours
    turns("BE",   2023, "",                  "be-individual-right", 4.0 * 7.6);
    turns("BE",   2024, "",                  "be-individual-right", 5.0 * 7.6);
    turns("BE",   2027, "be-iets",           "be-individual-right", 5.0 * 7.6);
    turns("BE",   2023, "be-pc-200",         "be-individual-right", 4.0 * 7.6);
    turns("BE",   2024, "be-pc-200",         "be-pc-200",           22.8);
    turns("BE",   2025, "be-pc-200",         "be-pc-200",           22.8);
    turns("BE",   2026, "be-pc-200",         "be-pc-200",           4.0 * 7.6);
    turns("BE",   2027, "be-pc-200",         "be-pc-200",           4.0 * 7.6);
    turns("BE",   2028, "be-pc-200",         "be-pc-200",           5.0 * 7.6);
    turns("BE",   2024, "be-pc-329.01",      "be-pc-329.01",        26.6);
    turns("BE",   2025, "be-pc-329.01",      "be-pc-329.01",        30.4);
    turns("BE",   2026, "be-pc-329.01",      "be-pc-329.01",        34.2);
    turns("BE",   2027, "be-pc-329.01",      "be-pc-329.01",        38.0);
    turns("BE",   2027, "be-pc-329.01",      "be-individual-right", 38.0);
    turns("NL",   2027, "nl-cao-po",         "nl-cao-po",           80.0);
    turns("NL",   2027, "nl-cao-mbo",        "nl-cao-mbo",          59.0);
    turns("NL",   2027, "nl-cao-architecten", "nl-cao-architecten", 35.0);
}

#[test]
fn teachers_and_support_staff_have_their_own_hours() {
    let outcome = |hours| {
        let checks = checks(&formal_only("NL", 2027, &json!("nl-cao-vo"), hours));
        let check = rule(&checks, "nl-cao-vo");
        let of = |about| verdict(check, about).outcome;
        (check.outcome, of(Aspect::Teaching), of(Aspect::Support))
    };
    assert_eq!(outcome(83.0), (Outcome::Met, Outcome::Met, Outcome::Met));
    assert_eq!(outcome(82.999_999), (Outcome::Open, Outcome::NotMet, Outcome::Met));
    assert_eq!(outcome(40.0), (Outcome::Open, Outcome::NotMet, Outcome::Met));
    assert_eq!(outcome(39.999_999), (Outcome::NotMet, Outcome::NotMet, Outcome::NotMet));
}

#[test]
fn size_is_that_of_all_groups_together() {
    let outcome = |ftes: [f64; 2]| {
        let mut plan = formal_only("BE", 2027, &Value::Null, 38.0);
        plan["groups"] = ftes.map(|fte| json!({ "headcount": 20, "fte": fte })).to_vec().into();
        let checks = checks(&plan);
        let right = rule(&checks, "be-individual-right");
        let days = right.verdicts.iter().find(|verdict| verdict.about == Aspect::FullTime);
        let plan = rule(&checks, "be-training-plan");
        (right.reason, days.and_then(|days| days.required).map(|days| days.days), plan.reason)
    };
    let small = Some(Reason::TooSmall);
    assert_eq!(outcome([5.0, 4.99]), (small, None, small));
    assert_eq!(outcome([5.0, 5.0]), (None, Some(1.0), small));
    assert_eq!(outcome([10.0, 9.999_999]), (None, Some(1.0), small));
    assert_eq!(outcome([10.1, 9.9]), (None, Some(5.0), None));
}

#[test]
#[rustfmt::skip]
fn what_does_not_apply_says_why() {
    #[track_caller]
    fn says(country: &str, year: u32, sector: Value, id: &str, reason: Reason) {
        let checks = checks(&formal_only(country, year, &sector, 50.0));
        let check = rule(&checks, id);
        assert_eq!(check.reason, Some(reason), "{id} {sector}");
        assert_eq!((check.outcome, &check.verdicts, &check.notes), (Outcome::NotApplicable, &vec![], &vec![]));
    }
    says("NL", 2027, Value::Null,              "be-individual-right", Reason::Country);
    says("NL", 2027, json!("be-pc-200"),       "be-pc-200",           Reason::Country);
    says("BE", 2027, Value::Null,              "nl-611a",             Reason::Country);
    says("BE", 2027, json!("nl-cao-po"),       "nl-cao-po",           Reason::Country);
    says("BE", 2027, Value::Null,              "be-pc-200",           Reason::NoSector);
    says("BE", 2027, json!(""),                "be-pc-200",           Reason::NoSector);
    says("BE", 2027, json!("be-pc-329.01"),    "be-pc-200",           Reason::OtherSector);
    says("BE", 2027, json!("be-public"),       "be-pc-200",           Reason::OtherSector);
    says("NL", 2027, json!("nl-cao-vo"),       "nl-cao-po",           Reason::OtherSector);
    says("BE", 2027, json!("be-individual-right"), "be-pc-200",       Reason::UnknownSector);
    says("BE", 2027, json!("PC 200"),          "be-pc-200",           Reason::UnknownSector);
    says("NL", 2027, json!("zorg"),            "nl-cao-mbo",          Reason::UnknownSector);
    says("BE", 2027, json!("be-public"),       "be-individual-right", Reason::PublicEmployer);
    says("BE", 2027, json!("be-public"),       "be-training-plan",    Reason::PublicEmployer);
    says("BE", 2026, json!("be-pc-200"),       "be-individual-right", Reason::SectorAgreement);
    says("BE", 2022, Value::Null,              "be-individual-right", Reason::YearOutsideData);
    says("BE", 2022, Value::Null,              "be-training-plan",    Reason::YearOutsideData);
    says("BE", 2023, json!("be-pc-200"),       "be-pc-200",           Reason::YearOutsideData);
    says("BE", 2023, json!("be-pc-329.01"),    "be-pc-329.01",        Reason::YearOutsideData);
    says("NL", 2023, json!("nl-cao-po"),       "nl-cao-po",           Reason::YearOutsideData);
    says("BE", 2027, Value::Null,              "be-training-leave",   Reason::YearOutsideData);
}

#[test]
fn a_year_outside_the_data_names_the_years_that_are_known() {
    let known = |year, id: &str| {
        let checks = checks(&formal_only("BE", year, &json!("be-pc-200"), 50.0));
        let check = rule(&checks, id);
        (check.valid_from.clone(), check.valid_to.clone(), check.figures.len())
    };
    let of =
        |from: &str, to: Option<&str>, figures| (from.to_owned(), to.map(str::to_owned), figures);
    assert_eq!(known(2023, "be-pc-200"), of("2024-01-01", None, 0));
    assert_eq!(known(2025, "be-pc-200"), of("2024-01-01", Some("2025-12-31"), 1));
    assert_eq!(known(2030, "be-pc-200"), of("2028-01-01", None, 1));
    assert_eq!(known(2027, "be-training-leave"), of("2025-09-01", Some("2026-08-31"), 0));
    assert_eq!(known(2026, "be-training-leave"), of("2025-09-01", Some("2026-08-31"), 1));
}

#[test]
fn years_long_after_the_check_say_so() {
    let warns = |year, sector: &str, id: &str| {
        let checks = checks(&formal_only("BE", year, &json!(sector), 50.0));
        rule(&checks, id).notes.contains(&Note::MayHaveChanged)
    };
    assert!(!warns(2027, "be-x", "be-individual-right"));
    assert!(warns(2028, "be-x", "be-individual-right"));
    // The growth path announced what holds from 2028.
    assert!(!warns(2028, "be-pc-200", "be-pc-200"));
    assert!(warns(2029, "be-pc-200", "be-pc-200"));
    assert!(warns(2028, "be-pc-200", "be-training-plan"));
}

#[test]
fn an_organisation_under_the_threshold_of_its_sector_follows_the_law() {
    let mut plan = formal_only("BE", 2027, &json!("be-pc-200"), 7.6);
    plan["groups"][0]["fte"] = json!(19.99);
    let checks = checks(&plan);
    assert_eq!(rule(&checks, "be-pc-200").reason, Some(Reason::TooSmall));
    let law = rule(&checks, "be-individual-right");
    assert_eq!(law.outcome, Outcome::Met);
    assert_eq!(verdict(law, Aspect::FullTime).required.unwrap().days, 1.0);
}

#[test]
fn who_does_not_take_part_has_the_right_too() {
    // Ten of twenty take part; the others have nothing but talks.
    let outcome = |talks: f64| {
        let mut plan = formal_only("BE", 2027, &Value::Null, 38.0);
        plan["groups"] = json!([{ "id": "a", "headcount": 25, "fte": 20, "participation": 0.4 }]);
        plan["learning"]["developmentTalks"]["hours"] = json!(talks);
        let checks = checks(&plan);
        let check = rule(&checks, "be-individual-right");
        let (some, others) =
            (verdict(check, Aspect::Participants), verdict(check, Aspect::NonParticipants));
        assert_eq!((some.people, others.people), (Some(10), Some(15)));
        assert_eq!((some.fraction, some.months), (Some(0.8), Some(12)));
        assert_eq!(some.required.unwrap().days, 4.0);
        assert_eq!(others.planned.unwrap().hours, talks);
        assert_eq!(some.outcome, Outcome::Met);
        assert_eq!(others.outcome, check.outcome);
        check.outcome
    };
    assert_eq!(outcome(30.4), Outcome::Met);
    assert_eq!(outcome(30.399_999), Outcome::NotMet);
}

#[test]
fn a_profile_scales_what_is_pro_rata_and_nothing_else() {
    let mut plan = formal_only("BE", 2027, &Value::Null, 20.0);
    plan["groups"] = json!([{ "id": "a", "headcount": 40, "fte": 24, "participation": 1 }]);
    plan["profCircles"] = json!({ "sessions": 6, "sessionHours": 2, "preparationHours": 0.5 });
    plan["learning"]["developmentTalks"]["hours"] = json!(1);
    let all = checks(&plan);
    let check = rule(&all, "be-individual-right");
    for (about, fraction, outcome) in [
        (Aspect::Participants, 0.6, Outcome::Met),
        (Aspect::FullTime, 1.0, Outcome::NotMet),
        (Aspect::FourFifths, 0.8, Outcome::Met),
        (Aspect::HalfTime, 0.5, Outcome::Met),
    ] {
        let verdict = verdict(check, about);
        assert_eq!(verdict.fraction, Some(fraction));
        let (required, planned) = (verdict.required.unwrap(), verdict.planned.unwrap());
        assert!((planned.hours - (15.0 + 1.0 + 20.0 * fraction)).abs() < 1e-9, "{planned:?}");
        assert!((required.hours - 38.0 * fraction).abs() < 1e-9, "{required:?}");
        assert!((planned.days - planned.hours / 7.6).abs() < 1e-9);
        assert_eq!(verdict.outcome, outcome);
    }
    // The average decides; that a full-timer would be short is said beside it.
    assert_eq!(check.outcome, Outcome::Met);
    assert!(check.notes.contains(&Note::FullTimeShort));
    plan["learning"]["formal"]["hours"] = json!(22);
    let all = checks(&plan);
    assert!(!rule(&all, "be-individual-right").notes.contains(&Note::FullTimeShort));
}

#[test]
fn only_an_average_that_is_met_can_hide_a_short_full_timer() {
    // 30 hours that are not pro rata: enough for half-timers, not for the average of 0.9.
    let mut plan = formal_only("BE", 2027, &Value::Null, 0.0);
    plan["groups"] = json!([{ "id": "a", "headcount": 40, "fte": 36, "participation": 1 }]);
    plan["learning"]["formal"] = json!({ "hours": 0, "fixedHours": 30 });
    let all = checks(&plan);
    let check = rule(&all, "be-individual-right");
    assert_eq!(verdict(check, Aspect::HalfTime).outcome, Outcome::Met);
    assert_eq!(verdict(check, Aspect::Participants).outcome, Outcome::NotMet);
    assert!(!check.notes.contains(&Note::FullTimeShort));
}

#[test]
fn a_group_of_which_nobody_takes_part_has_no_average_participant() {
    let mut plan = formal_only("BE", 2027, &Value::Null, 50.0);
    plan["groups"] = json!([{ "headcount": 20, "fte": 20, "participation": 0 }]);
    let all = checks(&plan);
    let about: Vec<_> =
        rule(&all, "be-individual-right").verdicts.iter().map(|v| v.about).collect();
    assert_eq!(about, [Aspect::NonParticipants]);
}

#[test]
fn the_hours_of_an_agreement_are_answered_for_each_group() {
    let mut plan = formal_only("NL", 2027, &json!("nl-cao-mbo"), 60.0);
    plan["groups"] =
        json!([{ "id": "a", "headcount": 30, "fte": 20 }, { "id": "b", "headcount": 4, "fte": 4 }]);
    let all = checks(&plan);
    let check = rule(&all, "nl-cao-mbo");
    let whose: Vec<_> = check.verdicts.iter().map(|v| (v.group.as_deref(), v.people)).collect();
    assert_eq!(whose, [(Some("a"), Some(30)), (Some("b"), Some(4))]);
    assert_eq!(check.url, None);
    let url = rule(&all, "nl-wor-27").url.unwrap();
    assert!(url.starts_with("https://"), "{url}");
}

#[test]
fn the_training_plan_has_its_days_and_its_contents() {
    let due = |year| {
        let checks = checks(&formal_only("BE", year, &Value::Null, 50.0));
        let days = |verdict: &Verdict| verdict.due.clone().unwrap();
        rule(&checks, "be-training-plan").verdicts.iter().map(days).collect::<Vec<_>>()
    };
    assert_eq!(due(2027)[..3], ["2027-02-28", "2027-03-15", "2027-03-31"]);
    assert_eq!(due(2028)[..3], ["2028-02-29", "2028-03-15", "2028-03-31"]);
    let mix = |formal: f64, talks: f64| {
        let mut plan = formal_only("BE", 2027, &Value::Null, formal);
        plan["learning"]["developmentTalks"]["hours"] = json!(talks);
        let checks = checks(&plan);
        let check = rule(&checks, "be-training-plan");
        assert_eq!(verdict(check, Aspect::RiskGroups).outcome, Outcome::Open);
        (check.outcome, verdict(check, Aspect::FormalAndInformal).outcome)
    };
    assert_eq!(mix(10.0, 1.0), (Outcome::Open, Outcome::Met));
    assert_eq!(mix(10.0, 0.0), (Outcome::NotMet, Outcome::NotMet));
    assert_eq!(mix(0.0, 1.0), (Outcome::NotMet, Outcome::NotMet));
}

#[test]
fn what_is_not_a_number_stays_open() {
    for (country, id) in [
        ("NL", "nl-611a"),
        ("NL", "nl-wor-27"),
        ("NL", "nl-slim"),
        ("BE", "be-kmo"),
        ("BE", "eu-ai-literacy"),
    ] {
        let checks = checks(&formal_only(country, 2027, &Value::Null, 50.0));
        assert_eq!(rule(&checks, id).outcome, Outcome::Open, "{id}");
    }
}

#[test]
fn notes_say_what_the_plan_does_not_know() {
    let notes = |sector: Value, subsidy: &str| {
        let mut plan = formal_only("BE", 2027, &sector, 50.0);
        plan["subsidies"] = json!([{ "id": "s", "basis": subsidy, "amount": 1 }]);
        rule(&checks(&plan), "be-individual-right").notes.clone()
    };
    assert_eq!(notes(Value::Null, "fixed"), [Note::NoSector]);
    assert_eq!(notes(json!("horeca"), "fixed"), [Note::UnknownSector]);
    assert_eq!(notes(json!("be-pc-329.01"), "fixed"), []);
    assert_eq!(notes(json!("be-pc-329.01"), "perFormalHour"), [Note::TrainingLeave]);
}

#[test]
fn the_right_met_is_that_of_the_average_participant() {
    let met = |plan: &Value| right_met(&read(&plan.to_string()).unwrap());
    let mut plan = formal_only("BE", 2027, &Value::Null, 19.0);
    plan["groups"] = json!([
        { "headcount": 30, "fte": 30, "participation": 1 },
        { "headcount": 10, "fte": 10, "participation": 1, "learning": { "formal": { "hours": 380 } } },
    ]);
    // 2.5 of 5 days for 30 people, all 5 for 10.
    let right = met(&plan).unwrap();
    assert_eq!((right.required_days, right.met_days, right.share), (5.0, 3.125, 0.625));
    plan["sector"] = json!("be-pc-200");
    let right = met(&plan).unwrap();
    assert_eq!((right.required_days, right.met_days), (4.0, 2.875));
    plan["sector"] = json!("be-public");
    assert_eq!(met(&plan), None);
    assert_eq!(met(&formal_only("NL", 2027, &json!("nl-cao-mbo"), 60.0)), None);
    assert_eq!(met(&formal_only("BE", 2022, &Value::Null, 60.0)), None);
    let mut nobody = formal_only("BE", 2027, &Value::Null, 60.0);
    nobody["groups"][0]["participation"] = json!(0);
    assert_eq!(met(&nobody), None);
}

#[test]
fn a_plan_without_people_is_no_plan_that_meets_anything() {
    for (country, sector, id, reason) in [
        ("BE", Value::Null, "be-individual-right", Reason::TooSmall),
        ("NL", json!("nl-cao-mbo"), "nl-cao-mbo", Reason::NoPeople),
    ] {
        let mut plan = formal_only(country, 2027, &sector, 60.0);
        plan["groups"] = json!([{ "headcount": 0, "fte": 0 }]);
        assert_eq!(rule(&checks(&plan), id).reason, Some(reason));
    }
}

#[test]
fn the_answer_is_data_with_its_source() {
    let plan = formal_only("BE", 2027, &Value::Null, 19.0);
    let checks = serde_json::to_value(checks(&plan)).unwrap();
    assert_eq!(checks["disclaimer"], "indicative, not legal advice");
    let check = &checks["checks"][0];
    assert_eq!(check["rule"], "be-individual-right");
    assert_eq!(check["checkedOn"], "2026-05");
    assert_eq!((&check["validFrom"], &check["validTo"]), (&json!("2024-01-01"), &Value::Null));
    assert_eq!(check["outcome"], "not-met");
    assert_eq!(
        check["figures"][1],
        json!({ "about": "full-time", "fromFte": 20, "amount": 5.0, "unit": "days-per-person" })
    );
    assert_eq!(
        check["verdicts"][0],
        json!({
            "about": "participants", "group": "g1", "people": 20, "fraction": 1.0, "months": 12,
            "outcome": "not-met", "required": { "days": 5.0, "hours": 38.0 },
            "planned": { "days": 2.5, "hours": 19.0 }, "short": { "days": 2.5, "hours": 19.0 }, "due": null,
        })
    );
    for check in checks["checks"].as_array().unwrap() {
        for key in ["rule", "country", "source", "checkedOn", "validFrom"] {
            assert!(check[key].as_str().is_some_and(|text| !text.is_empty()), "{check}");
        }
    }
}

/// Belgian and Dutch plans of every sector and many years.
fn plans_of_sectors() -> impl Strategy<Value = Value> {
    let sectors = [
        "be-pc-200",
        "be-pc-329.01",
        "be-public",
        "nl-cao-po",
        "nl-cao-vo",
        "nl-cao-mbo",
        "nl-cao-architecten",
        "",
        "x",
    ];
    (plans(), 0..sectors.len(), 2020..2035_u32).prop_map(move |(mut plan, sector, year)| {
        plan["sector"] = json!(sectors[sector]);
        plan["year"] = json!(year);
        plan
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2_000), ..ProptestConfig::default() })]

    #[test]
    fn an_answer_agrees_with_its_figures(plan in plans_of_sectors()) {
        let checks = checks(&plan);
        let shown = format!("{checks:?}");
        prop_assert!(common::is_finite(&shown), "{}", shown);
        let result = serde_json::to_value(common::evaluate(&plan)).unwrap();
        for check in &checks.checks {
            prop_assert_eq!(check.outcome == Outcome::NotApplicable, check.reason.is_some());
            prop_assert!(check.reason.is_none() || check.verdicts.is_empty());
            for verdict in check.verdicts.iter().filter(|verdict| verdict.required.is_some()) {
                let (required, planned, short) = (verdict.required.unwrap(), verdict.planned.unwrap(), verdict.short.unwrap());
                prop_assert!((short.hours - (required.hours - planned.hours).max(0.0)).abs() < 1e-9);
                prop_assert_eq!(verdict.outcome == Outcome::Met, short.hours == 0.0);
                prop_assert_eq!(verdict.outcome == Outcome::NotMet, short.hours > 0.0);
            }
            let heads = check.verdicts.iter().filter(|verdict| verdict.people.is_some());
            if check.rule == "be-individual-right" && check.reason.is_none() {
                prop_assert_eq!(check.outcome == Outcome::Met, heads.clone().all(|verdict| verdict.outcome == Outcome::Met));
                let people: u64 = heads.map(|verdict| verdict.people.unwrap()).sum();
                let all: u64 = plan["groups"].as_array().unwrap().iter().map(|group| group["headcount"].as_u64().unwrap()).sum();
                prop_assert_eq!(people, all);
            }
        }
        // What the plan gives to all heads is what the model says they learn.
        let right = rule(&checks, "be-individual-right");
        if right.reason.is_none() {
            let given: f64 = right.verdicts.iter().filter_map(|verdict| Some(verdict.people? as f64 * verdict.planned?.hours)).sum();
            let total = common::figure(&result, "learningTime.totalHours").as_f64().unwrap();
            prop_assert!((given - total).abs() <= 1e-9 * total.max(1.0), "{} is not {}", given, total);
        }
        if let Some(right) = checks.right {
            prop_assert!((0.0..=1.0).contains(&right.share) && right.met_days <= right.required_days);
        }
    }

    /// Formal hours that fill up the right meet it; two millionths of an hour less do not (one is for
    /// the double that the missing hours are told in).
    #[test]
    fn the_answer_turns_exactly_at_the_required_hours(plan in plans(), heads in 40..500_u32, part in 50..100_u32) {
        let mut plan = plan;
        plan["country"] = json!("BE");
        plan["calendar"]["hoursPerDay"] = json!(24);
        let fte = f64::from(heads * part) / 100.0;
        plan["groups"] = json!([{ "headcount": heads, "fte": fte, "participation": 1 }]);
        let participants = |formal: i64| {
            let mut plan = plan.clone();
            plan["learning"]["formal"] = json!({ "hours": 0, "fixedHours": 0 });
            // A document's digits, so that no double stands between.
            let text = plan.to_string().replace(
                "\"fixedHours\":0", &format!("\"fixedHours\":{}.{:06}", formal / 1_000_000, formal % 1_000_000));
            let checks = check(&read(&text).unwrap());
            verdict(rule(&checks, "be-individual-right"), Aspect::Participants).clone()
        };
        let without = participants(0);
        #[allow(clippy::cast_possible_truncation)]
        let missing = (without.short.unwrap().hours * 1e6).ceil() as i64;
        prop_assume!(missing > 2);
        prop_assert_eq!(participants(missing + 1).outcome, Outcome::Met);
        prop_assert_eq!(participants(missing - 2).outcome, Outcome::NotMet);
    }
}
