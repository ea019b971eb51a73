//! What the pictures show of plans, and of numbers that are hard to draw.

use crate::analysis::simulate::{Histogram, Spread};
use crate::model::evaluation::{CircleSize, Evaluation, LineCategory, Month};
use crate::model::figures::Figure;
use crate::plan::{Document, Plan};
use crate::widgets::pictures::*;
use crate::widgets::tree::seen::{Element, View};

const EXAMPLES: [&str; 3] = [
    include_str!("../../../examples/woonzorgcentrum.json"),
    include_str!("../../../examples/basisschool.json"),
    include_str!("../../../examples/kmo.json"),
];

#[track_caller]
fn evaluated(text: &str) -> Evaluation {
    crate::model::evaluate(&Plan::read(&Document::parse(text).unwrap()).unwrap()).unwrap()
}

fn named(id: &str) -> String {
    format!("Groep {id}")
}

/// This element and all that are in it.
fn all(element: &Element) -> Vec<&Element> {
    let mut found = vec![element];
    for child in &element.children {
        if let View::Element(child) = child {
            found.extend(all(child));
        }
    }
    found
}

fn of_class<'a>(element: &'a Element, class: &str) -> Vec<&'a Element> {
    let has = |e: &&Element| {
        e.attribute("class").is_some_and(|own| own.split(' ').any(|name| name == class))
    };
    all(element).into_iter().filter(has).collect()
}

/// A percentage in thousandths.
#[track_caller]
fn place(text: &str) -> i32 {
    let digits = text.strip_suffix('%').expect(text).replace('.', "");
    let place: i32 = digits.parse().expect(text);
    if text.contains('.') { place } else { place * 10 }
}

/// So much of a whole, in thousandths.
#[allow(clippy::cast_possible_truncation)]
fn of_whole(part: f64, whole: f64) -> i32 {
    (part / whole * 1000.0).round() as i32
}

/// From where to where the rectangles of a drawing go.
fn spans(drawing: &Element) -> Vec<(i32, i32)> {
    let rects = all(drawing).into_iter().filter(|e| e.tag == "rect");
    rects
        .map(|e| {
            let from = place(e.attribute("x").unwrap());
            (from, from + place(e.attribute("width").unwrap()))
        })
        .collect()
}

/// The texts in the cells of a table, row by row.
fn cells(picture: &Element) -> Vec<Vec<String>> {
    let rows = all(picture).into_iter().filter(|e| e.tag == "tr");
    rows.map(|row| {
        let cells = all(row).into_iter().filter(|e| matches!(e.tag, "th" | "td"));
        cells.map(Element::text).collect()
    })
    .collect()
}

/// What holds of every picture: it says something, its geometry is whole and inside, it has a table.
#[track_caller]
fn sound(picture: &Element) {
    let drawn: Vec<_> =
        all(picture).into_iter().filter(|e| e.attribute("role") == Some("img")).collect();
    let [drawn] = drawn.as_slice() else { panic!("one image") };
    assert!(drawn.attribute("aria-label").is_some_and(|says| says.len() > 10));
    for element in all(picture) {
        for (name, value) in &element.attributes {
            assert!(!value.contains("NaN") && !value.contains("inf"), "{name}={value}");
            assert_ne!(*name, "style");
            if value.ends_with('%') && *name != "aria-label" {
                assert!((0..=WHOLE).contains(&place(value)), "{name}={value}");
            }
            if *name == "d" {
                for number in value.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()) {
                    assert!(number.parse::<i32>().unwrap() <= WHOLE, "{value}");
                }
                assert!(!value.contains('-'), "{value}");
            }
        }
    }
    let rows = cells(picture);
    assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
}

/// Every picture of a plan, in every language.
fn pictures(e: &Evaluation) -> Vec<Element> {
    Locale::ALL
        .into_iter()
        .flat_map(|locale| {
            let net = Range { name: "RoV", low: e.value.net, high: e.value.pv_value };
            [
                budget(locale, &e.budget),
                value(locale, &e.value, None),
                value(locale, &e.value, Some([&e.value, &e.value])),
                circles(locale, &e.prof_circles, &named),
                time(locale, &e.learning_time, &named),
                ranges(locale, &[net], &|value| locale.euros(value, 0)),
            ]
        })
        .flatten()
        .map(super::super::tree::Element::seen)
        .collect()
}

#[test]
fn pictures_of_plans_are_sound_and_always_the_same() {
    for text in EXAMPLES {
        let e = evaluated(text);
        let drawn = pictures(&e);
        assert_eq!(drawn.len(), 24);
        drawn.iter().for_each(sound);
        assert_eq!(drawn, pictures(&e));
    }
}

#[test]
fn nothing_is_not_drawn() {
    let e = evaluated(
        r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":10,"fte":10,"participation":0}],
        "learning":{"developmentTalks":{"hours":0}},"costs":[],
        "value":{"benefits":[]}}"#,
    );
    assert_eq!(e.budget.full, 0.0);
    assert_eq!(pictures(&e), []);
    assert_eq!(ranges(Locale::En, &[], &|_| String::new()), None);
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let row = Range { name: "", low: 0.0, high: odd };
        assert_eq!(ranges(Locale::En, &[row], &|_| String::new()), None, "{odd}");
    }
}

#[test]
fn a_scale_holds_zero_and_ends_where_the_numbers_end() {
    let at = |values: &[f64], value| Scale::of(values).map(|scale| scale.at(value));
    assert_eq!(at(&[50.0, 200.0], 50.0), Some(250));
    assert_eq!(at(&[-100.0, 300.0], 0.0), Some(250));
    assert_eq!(at(&[-100.0], 0.0), Some(1000));
    assert_eq!(at(&[1e15], 5e14), Some(500));
    assert_eq!(at(&[1.0], 7.0), Some(1000));
    assert_eq!(at(&[0.0], 0.0), None);
    assert_eq!(at(&[f64::MAX, f64::MIN], 0.0), None);
    assert_eq!(share(5), "0.5%");
    assert_eq!(share(WHOLE), "100.0%");
}

/// What a bar of a budget shows: from where to where each part goes, and what the subsidies pay.
type Bar = (Vec<(i32, i32)>, Option<(i32, i32)>);

fn bars(picture: &Element) -> [Bar; 2] {
    let rows = of_class(picture, "row");
    [0, 1].map(|i| {
        let back = of_class(rows[i], "back");
        let back = back.first().map(|back| spans(back)[0]);
        (spans(of_class(rows[i], "stack")[0]), back)
    })
}

#[test]
fn the_parts_of_a_budget_add_up_and_full_cost_begins_with_spending() {
    for text in EXAMPLES {
        let e = evaluated(text);
        let drawn = budget(Locale::NlBe, &e.budget).unwrap().seen();
        let [(cash, back), (full, full_back)] = bars(&drawn);
        assert_eq!(full[..cash.len()], cash);
        assert_eq!(full[0].0, 0);
        assert!(full.windows(2).all(|pair| pair[0].1 == pair[1].0), "{full:?}");
        // The largest number ends at the end.
        assert_eq!(full.last().unwrap().1, WHOLE);
        let subsidies: f64 = e
            .budget
            .lines
            .iter()
            .filter(|l| l.category == LineCategory::Subsidy)
            .map(|l| l.amount)
            .sum();
        let gross = e.budget.full - subsidies;
        let expected = |amount: f64| of_whole(amount, gross);
        assert_eq!(cash.last().unwrap().1, expected(e.budget.cash - subsidies));
        let paid = (subsidies != 0.0).then(|| {
            let end = expected(e.budget.cash - subsidies);
            (expected(e.budget.cash), end)
        });
        assert_eq!(back, paid);
        assert_eq!(full_back.is_some(), paid.is_some());
        // Stripes are what is no spending.
        let striped = of_class(of_class(&drawn, "row")[0], "striped");
        assert!(striped.is_empty());
        let rows = of_class(&drawn, "row");
        let striped = of_class(rows[1], "stripes").len();
        assert_eq!(striped, full.len() - cash.len());
    }
}

#[test]
fn a_budget_says_the_same_in_its_bars_its_key_and_its_table() {
    let e = evaluated(EXAMPLES[0]);
    let drawn = budget(Locale::NlBe, &e.budget).unwrap().seen();
    let rows = cells(&drawn);
    let table: Vec<[&str; 3]> =
        rows.iter().map(|row| [row[0].as_str(), row[1].as_str(), row[2].as_str()]).collect();
    assert_eq!(
        table,
        [
            ["Post", "Uitgaven", "Geen uitgave"],
            ["Vervanging tijdens leren", "130.797,80", ""],
            ["Opleidingen", "46.783,94", ""],
            ["Externe begeleiding", "8.400,00", ""],
            ["Platform, ruimte en materiaal", "6.810,00", ""],
            ["Onvoorzien", "3.099,70", ""],
            ["Bijdrage opleidingsfonds", "7.016,27", ""],
            ["Subsidies", "-19.771,20", ""],
            ["Leertijd en gesprekken", "", "127.269,74"],
            ["Interne begeleiding", "", "8.496,00"],
            ["Andere kosten", "", "18.500,00"],
            ["Totaal", "183.136,51", "154.265,74"],
            ["Volledige kost", "", "337.402,25"],
        ]
    );
    let key: Vec<String> = of_class(&drawn, "key")
        .into_iter()
        .flat_map(all)
        .filter(|e| e.tag == "li")
        .map(Element::text)
        .collect();
    assert_eq!(key[0], "1 Vervanging tijdens leren € 130.798");
    assert_eq!(key[6], "Subsidies € -19.771");
    assert_eq!(key[9], "9 Andere kosten € 18.500");
    assert_eq!(key.len(), 10);
    let image = drawn.find("role", "img").unwrap();
    assert_eq!(
        image.attribute("aria-label").unwrap().replace('\u{a0}', " "),
        "Uitgaven € 183.137, volledige kost € 337.402. Grootste deel: Vervanging tijdens leren."
    );
    assert!(image.text().contains("Beschikbaar: € 210.000"));
    let limit = of_class(of_class(&drawn, "row")[0], "limit")[0];
    assert_eq!(place(limit.attribute("x1").unwrap()), 588);
    // 210.000 of 357.173.
    // What may be spent is no measure for full cost.
    assert!(of_class(of_class(&drawn, "row")[1], "limit").is_empty());
    assert!(drawn.text().contains("Een uur dat een collega overneemt"));
}

#[test]
fn every_line_is_in_a_part() {
    let mut e = evaluated(EXAMPLES[0]);
    let categories = [
        LineCategory::ParticipantTime,
        LineCategory::TalkLeaders,
        LineCategory::Replacement,
        LineCategory::Margin,
        LineCategory::Facilitation,
        LineCategory::Contingency,
        LineCategory::Levy,
        LineCategory::External,
        LineCategory::Platform,
        LineCategory::Rooms,
        LineCategory::Materials,
        LineCategory::Travel,
        LineCategory::Staff,
        LineCategory::Evaluation,
        LineCategory::Other,
    ];
    for cash in [true, false] {
        for category in categories {
            let mut line = e.budget.lines[0].clone();
            line.category = category;
            line.cash = cash;
            line.amount = 1234.56;
            (e.budget.full, e.budget.cash) = (1234.56, if cash { 1234.56 } else { 0.0 });
            e.budget.available = None;
            e.budget.lines = vec![line];
            let drawn = budget(Locale::NlBe, &e.budget).unwrap().seen();
            sound(&drawn);
            let [(spent, _), (full, _)] = bars(&drawn);
            assert_eq!(full, [(0, WHOLE)], "{category:?}");
            assert_eq!(spent.len(), usize::from(cash), "{category:?}");
        }
    }
}

#[test]
fn subsidies_above_the_costs_go_back_below_zero() {
    let mut e = evaluated(EXAMPLES[0]);
    let line = |category: LineCategory, amount: f64| {
        let mut line = e.budget.lines[0].clone();
        (line.category, line.amount, line.cash) = (category, amount, true);
        line
    };
    e.budget.lines =
        vec![line(LineCategory::External, 1000.0), line(LineCategory::Subsidy, -1500.0)];
    (e.budget.cash, e.budget.full, e.budget.available) = (-500.0, -500.0, None);
    let drawn = budget(Locale::NlBe, &e.budget).unwrap().seen();
    sound(&drawn);
    let [(cash, back), _] = bars(&drawn);
    assert_eq!((cash, back), (vec![(333, 1000)], Some((0, 1000))));
    assert!(drawn.text().contains("€ -1.500"));
}

#[test]
fn subsidies_alone_are_drawn() {
    let mut e = evaluated(EXAMPLES[0]);
    e.budget.lines.retain(|line| line.category == LineCategory::Subsidy);
    (e.budget.cash, e.budget.full, e.budget.available) = (-19_771.2, -19_771.2, None);
    let drawn = budget(Locale::En, &e.budget).unwrap().seen();
    sound(&drawn);
    assert_eq!(bars(&drawn)[0], (vec![], Some((0, WHOLE))));
}

#[test]
fn very_large_and_very_small_amounts_are_drawn() {
    let mut e = evaluated(EXAMPLES[0]);
    let mut line = e.budget.lines[0].clone();
    (line.category, line.amount, line.cash) = (LineCategory::Other, 0.01, true);
    let mut large = line.clone();
    (large.category, large.amount) = (LineCategory::External, 9e14);
    e.budget.lines = vec![large, line];
    (e.budget.cash, e.budget.full) = (9e14 + 0.01, 9e14 + 0.01);
    e.value.months = vec![
        Month { month: 1, cost: 1e15, value: 0.0, cumulative_cost: 1e15, cumulative_value: -1e15 },
        Month { month: 2, cost: 0.0, value: 0.3, cumulative_cost: 1e15, cumulative_value: 0.3 },
    ];
    pictures(&e).iter().for_each(sound);
    assert!(
        budget(Locale::NlBe, &e.budget).unwrap().seen().text().contains("€ 900.000.000.000.000")
    );
}

#[test]
fn value_and_cost_have_round_ticks_and_the_month_of_payback() {
    let e = evaluated(EXAMPLES[0]);
    let drawn = value(Locale::NlBe, &e.value, None).unwrap().seen();
    let text = drawn.find("role", "img").unwrap().text();
    assert!(text.contains("€ 400.000 € 300.000 € 200.000 € 100.000 € 0"), "{text}");
    assert!(text.contains("Terugverdiend: na 36 maanden"), "{text}");
    assert!(text.ends_with("jaar 1 2 3"), "{text}");
    let dot = of_class(of_class(&drawn, "plot")[0], "paid")[1];
    // 335.641 of 400.000 from below.
    assert_eq!((dot.attribute("cx"), dot.attribute("cy")), (Some("100.0%"), Some("16.1%")));
    assert_eq!(
        drawn.find("role", "img").unwrap().attribute("aria-label").unwrap().replace('\u{a0}', " "),
        "In 3 jaar kost het plan € 330.331 en brengt het € 335.641 op. Terugverdiend: na 36 maanden."
    );
    let rows = cells(&drawn);
    assert_eq!(rows.len(), 37);
    assert_eq!(rows[36], ["36", "330.331", "335.641"]);
    // The curve ends where the table ends: 330.331 of 400.000.
    let cost = of_class(of_class(&drawn, "curves")[0], "cost")[0];
    assert!(cost.attribute("d").unwrap().ends_with("L1000 174"));
    assert!(cost.attribute("d").unwrap().starts_with("M0 1000L27 "));
}

#[test]
fn a_range_of_value_is_a_field_and_says_from_when_on_it_may_be_paid_back() {
    let own = evaluated(EXAMPLES[0]).value;
    let paid = |month: Option<u32>| {
        let mut value = own.clone();
        value.payback_month = month;
        value
    };
    #[rustfmt::skip]
    let cases = [
        (None,     None,     "niet binnen 3 jaar",            0),
        (None,     Some(1),  "op zijn vroegst na 1 maand",    1),
        (None,     Some(21), "op zijn vroegst na 21 maanden", 1),
        (Some(30), Some(12), "na 12 tot 30 maanden",          2),
        (Some(30), Some(29), "na 29 tot 30 maanden",          1),
        (Some(30), Some(30), "na 30 maanden",                 1),
    ];
    for (low, high, said, labels) in cases {
        let (low, high) = (paid(low), paid(high));
        let drawn = value(Locale::NlBe, &own, Some([&low, &high])).unwrap().seen();
        sound(&drawn);
        assert!(drawn.text().contains(&format!("Terugverdiend: {said}")), "{said}");
        let band = of_class(&drawn, "band")[0];
        assert_eq!(band.children.len(), labels, "{said}");
        assert_eq!(of_class(of_class(&drawn, "curves")[0], "between").len(), 1);
        assert_eq!(of_class(of_class(&drawn, "curves")[0], "worth").len(), 2);
        assert_eq!(cells(&drawn)[36].len(), 4);
    }
}

#[test]
fn a_circle_has_a_dot_for_each_person() {
    let mut circles_of = evaluated(EXAMPLES[0]).prof_circles;
    let drawn = circles(Locale::NlBe, &circles_of, &named).unwrap().seen();
    let rings = of_class(&drawn, "ring");
    assert_eq!(rings.len(), 16);
    assert_eq!(rings[0].attribute("pathLength"), Some("8"));
    assert_eq!(rings[15].attribute("pathLength"), Some("7"));
    assert!(drawn.text().contains("14 cirkels van 8 deelnemers"));
    assert_eq!(
        cells(&drawn)[1..],
        [["8", "14"], ["7", "2"], ["Totaal", "16"]].map(|row| row.map(str::to_owned).to_vec())
    );

    circles_of.sizes = vec![CircleSize { size: 40, count: 36 }];
    circles_of.circles = 36;
    let drawn = circles(Locale::NlBe, &circles_of, &named).unwrap().seen();
    assert_eq!(of_class(&drawn, "ring").len(), 24);
    assert_eq!(of_class(&drawn, "whole").len(), 24);
    assert!(drawn.text().contains("en nog 12"));

    circles_of.sizes = vec![CircleSize { size: 2, count: u64::MAX }];
    circles_of.circles = u64::MAX;
    assert_eq!(
        of_class(&circles(Locale::En, &circles_of, &named).unwrap().seen(), "ring").len(),
        24
    );
}

/// A plan of so many groups, of which the last has nobody who takes part.
fn many(groups: usize) -> Evaluation {
    let each: Vec<String> = (1..=groups)
        .map(|n| {
            let part = u8::from(n != groups);
            format!(r#"{{"id":"g{n}","headcount":{n},"fte":{n},"participation":{part}}}"#)
        })
        .collect();
    evaluated(&format!(
        r#"{{"schemaVersion":1,"year":2027,"country":"BE","groups":[{}],"profCircles":{{"composition":"perGroup"}}}}"#,
        each.join(",")
    ))
}

#[test]
fn fifty_groups_have_a_bar_each_on_one_scale() {
    let e = many(50);
    let drawn = time(Locale::NlBe, &e.learning_time, &named).unwrap().seen();
    sound(&drawn);
    let rows = of_class(&drawn, "row");
    assert_eq!(rows.len(), 51);
    let table = cells(&drawn);
    assert_eq!(table.len(), 52);
    for (row, cells) in rows.iter().zip(&table[1..]) {
        assert!(row.text().contains(&cells[0]), "{cells:?}");
        assert!(row.text().contains(&cells[6]), "{cells:?}");
    }
    // Bars are as long as their hours.
    let longest = e.learning_time.groups.iter().filter_map(|g| g.hours_per_employee);
    let longest = longest.fold(0.0, f64::max);
    for (row, group) in rows.iter().zip(&e.learning_time.groups) {
        let end = spans(of_class(row, "stack")[0]).last().unwrap().1;
        let expected = of_whole(group.hours_per_employee.unwrap(), longest);
        assert!((end - expected).abs() <= 1, "{end} {expected}");
    }
    let drawn = circles(Locale::NlBe, &e.prof_circles, &named).unwrap().seen();
    sound(&drawn);
    assert!(drawn.text().contains("Groep g49"));
    assert!(!drawn.text().contains("Groep g50"));
    let counted: u64 =
        cells(&drawn)[1..].iter().rev().skip(1).map(|r| r[2].parse::<u64>().unwrap()).sum();
    assert_eq!(counted, e.prof_circles.circles);
}

#[test]
fn one_group_has_one_bar_and_a_group_of_nobody_has_none() {
    let mut time_of = evaluated(EXAMPLES[2]).learning_time;
    let drawn = time(Locale::NlBe, &time_of, &named).unwrap().seen();
    assert_eq!(of_class(&drawn, "row").len(), 1);
    assert_eq!(cells(&drawn)[1], ["Groep ploeg", "13,5", "11,8", "10,8", "10,8", "2,0", "48,8"]);
    assert_eq!(
        drawn.find("role", "img").unwrap().attribute("aria-label"),
        Some("Leertijd per medewerker: 48,8 uur. Grootste deel: Vitale Weekcycli.")
    );
    let mut nobody = time_of.groups[0].clone();
    (nobody.hours_per_employee, nobody.total_hours) = (None, 0.0);
    time_of.groups.push(nobody);
    let drawn = time(Locale::NlBe, &time_of, &named).unwrap().seen();
    sound(&drawn);
    assert_eq!(cells(&drawn)[2][6], "–");
    assert_eq!(of_class(&drawn, "row").len(), 3);
}

#[test]
fn ranges_share_one_scale_and_stripe_what_lies_below_zero() {
    let rows = [
        Range { name: "A", low: -100.0, high: 300.0 },
        Range { name: "B", low: 100.0, high: 150.0 },
        Range { name: "C", low: -50.0, high: -50.0 },
    ];
    let drawn = ranges(Locale::NlBe, &rows, &|value| Locale::NlBe.euros(value, 0)).unwrap().seen();
    sound(&drawn);
    let lines = |row: usize, class: &str| -> Vec<(i32, i32)> {
        let rows = of_class(&drawn, "row");
        let lines = of_class(rows[row], class).into_iter().filter(|e| e.tag == "line");
        lines
            .map(|e| (place(e.attribute("x1").unwrap()), place(e.attribute("x2").unwrap())))
            .collect()
    };
    assert_eq!((lines(0, "below"), lines(0, "above")), (vec![(0, 250)], vec![(250, 1000)]));
    assert_eq!((lines(1, "below"), lines(1, "above")), (vec![], vec![(500, 625)]));
    assert_eq!(lines(2, "zero"), [(250, 250)]);
    let dot = of_class(of_class(&drawn, "row")[2], "below");
    assert_eq!(dot.iter().find(|e| e.tag == "circle").unwrap().attribute("cx"), Some("12.5%"));
    assert!(drawn.text().contains("€ 100 tot € 150"));
    assert_eq!(
        drawn.find("role", "img").unwrap().attribute("aria-label").unwrap().replace('\u{a0}', " "),
        "A: € -100 tot € 300; B: € 100 tot € 150; C: € -50"
    );
    assert_eq!(cells(&drawn)[1], ["A", "€ -100", "€ 300"]);
}

#[test]
fn ten_years_have_a_label_for_every_other_one() {
    let plan = EXAMPLES[0].replace("\"horizonYears\": 3", "\"horizonYears\": 10");
    let drawn = value(Locale::FrBe, &evaluated(&plan).value, None).unwrap().seen();
    sound(&drawn);
    assert!(drawn.find("role", "img").unwrap().text().ends_with("an 2 4 6 8 10"));
    assert_eq!(cells(&drawn).len(), 121);
}

#[test]
fn dots_stand_on_the_curve_and_ticks_go_below_zero() {
    let mut own = evaluated(EXAMPLES[0]).value;
    own.payback_month = Some(24);
    own.months[23].cumulative_value = 200_000.0;
    own.months[35].cumulative_value = -30_000.0;
    let drawn = value(Locale::NlBe, &own, None).unwrap().seen();
    sound(&drawn);
    assert!(drawn.text().contains("€ 0 € -100.000 jaar"), "{}", drawn.text());
    // 300.000 of 500.000 from below.
    let dot = of_class(of_class(&drawn, "plot")[0], "paid")[1];
    assert_eq!((dot.attribute("cx"), dot.attribute("cy")), (Some("66.6%"), Some("40.0%")));
}

#[test]
fn a_number_stands_clear_of_the_available_budget() {
    let mut e = evaluated(EXAMPLES[0]);
    let mut line = e.budget.lines[0].clone();
    (line.category, line.amount, line.cash) = (LineCategory::External, 1000.0, true);
    e.budget.lines = vec![line];
    (e.budget.cash, e.budget.full) = (1000.0, 1000.0);
    #[rustfmt::skip]
    let cases = [(None, "50.0%"), (Some(500.0), "75.0%"), (Some(700.0), "35.0%"), (Some(200.0), "60.0%"), (Some(2000.0), "25.0%")];
    for (available, at) in cases {
        e.budget.available = available;
        let drawn = budget(Locale::NlBe, &e.budget).unwrap().seen();
        let bar = of_class(of_class(&drawn, "row")[0], "stack")[0];
        let key = all(bar).into_iter().find(|e| e.tag == "text").unwrap();
        assert_eq!(key.attribute("x"), Some(at), "{available:?}");
    }
}

fn histogram(low: f64, high: f64, counts: &[u32]) -> Histogram {
    Histogram { figure: Figure::Net, low: Some(low), high: Some(high), counts: counts.to_vec() }
}

fn spread([p10, p50, p90]: [f64; 3]) -> Spread {
    let [p10, p50, p90] = [Some(p10), Some(p50), Some(p90)];
    let mean = p50;
    Spread {
        likely: p50,
        mean,
        error: Some(1.0),
        defined: 1.0,
        p5: p10,
        p10,
        p25: p10,
        p50,
        p75: p90,
        p90,
        p95: p90,
    }
}

fn drawn_chances(histogram: &Histogram, ends: [f64; 3]) -> Option<Element> {
    let chances_of = Chances {
        histogram,
        spread: &spread(ends),
        odds: ["3 op 10".to_owned(), "7 op 10".to_owned()],
        sides: [Word::CostsAreHigher, Word::CostsAreCovered],
    };
    let shown = chances(Locale::NlBe, &chances_of, &|amount| Locale::NlBe.euros(amount, 0));
    shown.map(super::super::tree::Element::seen)
}

#[test]
fn columns_have_the_numbers_of_their_table_and_part_at_zero() {
    let histogram = histogram(-300.0, 700.0, &[1, 4, 10, 5]);
    let drawn = drawn_chances(&histogram, [-100.0, 250.0, 500.0]).unwrap();
    sound(&drawn);
    let rows: Vec<_> = cells(&drawn).into_iter().skip(1).map(|row| row[2].clone()).collect();
    assert_eq!(rows, ["1", "4", "10", "5"]);
    let plot = of_class(&drawn, "columns")[0];
    let columns: Vec<_> = all(plot).into_iter().filter(|e| e.tag == "rect").collect();
    // The second slice, from -50 to 200, is cut at zero: -300 is at 0, 700 at 1000, zero at 300.
    assert_eq!(spans(plot), [(0, 250), (250, 300), (300, 500), (500, 750), (750, 1000)]);
    let heights: Vec<_> = columns.iter().map(|e| place(e.attribute("height").unwrap())).collect();
    assert_eq!(heights, [100, 400, 400, 1000, 500]);
    for (column, from) in columns.iter().zip([0, 250, 300, 500, 750]) {
        let class = if from < 300 { "below" } else { "above" };
        assert_eq!(column.attribute("class"), Some(class), "{from}");
    }
    let says = of_class(&drawn, "drawn")[0].attribute("aria-label").unwrap().replace('\u{a0}', " ");
    assert!(
        says.contains("3 op 10: de kosten zijn hoger") && says.contains("€ -100 tot € 500"),
        "{says}"
    );
}

#[test]
fn what_hardly_varies_is_not_drawn() {
    let none = Histogram { figure: Figure::Net, low: None, high: None, counts: Vec::new() };
    assert_eq!(drawn_chances(&none, [1.0; 3]), None);
    assert_eq!(drawn_chances(&histogram(1.0, 2.0, &[0, 0]), [1.0; 3]), None);
    let still = Moves {
        name: "a".to_owned(),
        values: ["1".to_owned(), "2".to_owned()],
        figures: [5.0; 2],
        share: None,
    };
    assert!(drivers(Locale::NlBe, 5.0, &[still], &|n| Locale::NlBe.number(n, 0)).is_none());
    assert!(drivers(Locale::NlBe, 5.0, &[], &|n| Locale::NlBe.number(n, 0)).is_none());
}

#[test]
fn bars_of_what_moves_a_figure_meet_where_all_is_likely() {
    let moves = |name: &str, figures, share| Moves {
        name: name.to_owned(),
        values: ["1%".to_owned(), "10%".to_owned()],
        figures,
        share,
    };
    for share in [None, Some(0.25)] {
        let rows = [moves("Uplift", [-400.0, 600.0], share), moves("Uren", [300.0, -200.0], share)];
        let drawn =
            drivers(Locale::NlBe, 100.0, &rows, &|n| Locale::NlBe.euros(n, 0)).unwrap().seen();
        sound(&drawn);
        let bars: Vec<_> = of_class(&drawn, "range").into_iter().map(spans).collect();
        // From -400 to 600: 100 is in the middle. The lowest of the second gives the higher figure.
        assert_eq!(bars, [vec![(0, 500), (500, 1000)], vec![(500, 700), (200, 500)]]);
        let ends: Vec<_> = of_class(&drawn, "reach").into_iter().map(Element::text).collect();
        assert_eq!(ends, ["bij 1%: € -400 bij 10%: € 600", "bij 10%: € -200 bij 1%: € 300"]);
        let table = cells(&drawn);
        assert_eq!(table[1][..6], ["Uplift", "1%", "€ -400", "10%", "€ 600", "€ 1.000"]);
        assert_eq!(table[1].get(6).map(String::as_str), share.map(|_| "25%"));
    }
}
