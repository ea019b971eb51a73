//! Scenarios as a person makes, changes and compares them.

use crate::plan::Document;
use crate::widgets::kinds::{Kind, Tab};
use crate::widgets::page::Page;
use crate::widgets::tree::seen::{Element, View};

/// The same with a copy, in which people go on.
fn two() -> Page {
    let mut page = Page::small(Kind::Scenarios);
    page.press("duplicate", "", 0);
    page
}

/// What is on the screen at once.
fn view(page: &Page) -> Element {
    page.0.view()
}

fn elements(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|child| match child {
        View::Element(element) => Some(element),
        View::Text(_) => None,
    })
}

fn all<'e>(element: &'e Element, wanted: &dyn Fn(&Element) -> bool, found: &mut Vec<&'e Element>) {
    if wanted(element) {
        found.push(element);
    }
    elements(element).for_each(|child| all(child, wanted, found));
}

/// The texts of the cells of a row of the comparison; of fields what stands in them, or instead of it.
#[track_caller]
fn row(page: &Page, name: &str) -> Vec<String> {
    let view = view(page);
    let table = view.find("class", "compared").expect("a comparison");
    let mut rows = Vec::new();
    all(table, &|element| element.tag == "tr", &mut rows);
    let row = rows
        .into_iter()
        .find(|row| elements(row).next().is_some_and(|head| head.text().starts_with(name)));
    let row = row.unwrap_or_else(|| panic!("no row {name}"));
    elements(row)
        .skip(1)
        .map(|cell| {
            let mut inputs = Vec::new();
            all(cell, &|element| matches!(element.tag, "input" | "select"), &mut inputs);
            let typed = inputs.first().map(|input| {
                let value = input.attribute("value").unwrap_or_default();
                if value.is_empty() {
                    input.attribute("placeholder").unwrap_or_default()
                } else {
                    value
                }
            });
            [cell.text(), typed.unwrap_or_default().to_owned()]
                .join(" ")
                .trim()
                .replace('\u{202f}', " ")
        })
        .collect()
}

/// The names of the rows of inputs.
fn input_rows(page: &Page) -> Vec<String> {
    let view = view(page);
    let table = view.find("class", "compared").unwrap();
    let mut bodies = Vec::new();
    all(table, &|element| element.tag == "tbody", &mut bodies);
    elements(bodies[0]).skip(1).map(|row| elements(row).next().unwrap().text()).collect()
}

/// What the scenarios are called, in the order of the screen.
fn names(page: &Page) -> Vec<String> {
    let view = view(page);
    let mut heads = Vec::new();
    all(&view, &|element| element.attribute("abbr").is_some(), &mut heads);
    heads.iter().map(|head| head.attribute("abbr").unwrap().to_owned()).collect()
}

#[track_caller]
fn has_button(page: &Page, what: &str) -> bool {
    view(page).find("data-do", what).is_some()
}

#[test]
fn one_plan_says_what_a_scenario_is_and_offers_one() {
    let page = Page::small(Kind::Scenarios);
    let part = view(&page).find("aria-labelledby", "h-scenarios").unwrap().text();
    assert_eq!(
        part,
        "Scenario’s naast elkaar Maak een kopie van je plan en verander daarin wat je wilt. Je ziet meteen wat dat scheelt. Je eerste plan blijft zoals het is. Maak een scenario"
    );
    assert!(view(&page).find("data-card", "budget").unwrap().text().contains("€ 14.634"));
    // What is needed for figures can be typed here.
    assert!(view(&page).find("data-field", "groups:1.headcount").is_some());
}

#[test]
fn a_copy_has_a_name_that_no_other_has_and_gets_the_focus() {
    let mut page = Page::small(Kind::Scenarios);
    assert_eq!(page.press("duplicate", "", 0).as_deref(), Some("name-of-2"));
    assert_eq!(names(&page), ["Uitgangspunt", "Scenario 2"]);
    assert!(view(&page).find("id", "name-of-2").is_some());
    page.enter("name-of-2", "Zuinig");
    page.enter("name-of-1", "Zoals nu");
    assert_eq!(names(&page), ["Zoals nu", "Zuinig"]);
    page.press("duplicate", "", 0);
    assert_eq!(names(&page), ["Zoals nu", "Zuinig", "Scenario 2"]);
    page.press("undo", "", 0);
    // The two names are two steps.
    assert_eq!(page.press("undo", "", 0).as_deref(), Some("name-of-1"));
    assert_eq!(names(&page), ["Uitgangspunt", "Zuinig"]);
    page.press("undo", "", 0);
    assert_eq!(names(&page), ["Uitgangspunt", "Scenario 2"]);
    page.press("undo", "", 0);
    assert!(!has_button(&page, "choose"));
    page.press("redo", "", 0);
    assert_eq!(names(&page), ["Uitgangspunt", "Scenario 2"]);
}

/// By hand, with 8 hours of courses instead of 16: 102.4 hours less in all, so 843.2/20 = 42.16 each.
/// Cash: 843.2·0.1·48.20·1.2 = 4,877.07; courses 102.4·35 = 3,584; platform 960; rooms 600; contingency
///   5 % of 5,144 = 257.20; together 10,278.27. As shown: 14,634 − 10,278 = 4,356.
/// Full: + time 843.2·48.20 = 40,642.24 + 1,928 + 1,735.20 − covered 4,064.22 = 50,519.49;
///   59,317 − 50,519 = 8,798, although 59,317.08 − 50,519.49 would round to the same.
#[test]
fn what_is_changed_shows_what_it_makes_less() {
    let mut page = two();
    assert_eq!(row(&page, "L&O-budget (uitgaven)"), ["€ 14.634", "€ 14.634 gelijk"]);
    page.enter("2/learning.formal.hours", "8");
    assert_eq!(row(&page, "Opleiding en cursus"), ["uur 16", "● anders uur 8"]);
    assert_eq!(row(&page, "Prof-traject"), ["uur 16", "uur 16"]);
    assert_eq!(row(&page, "Leertijd per medewerker"), ["47,3 uur", "42,2 uur − 5,1 uur"]);
    assert_eq!(row(&page, "L&O-budget (uitgaven)"), ["€ 14.634", "€ 10.278 − € 4.356"]);
    assert_eq!(row(&page, "Volledige kost"), ["€ 59.317", "€ 50.519 − € 8.798"]);
    assert_eq!(row(&page, "Uitgaven per medewerker"), ["€ 732", "€ 514 − € 218"]);
    assert_eq!(row(&page, "Deel van de werktijd"), ["3,7%", "3,3% − 0,4 procentpunt"]);
    assert_eq!(row(&page, "Aantal Prof-cirkels"), ["2", "2 gelijk"]);
    // A range is a range, at both ends.
    let rov = row(&page, "Return on Value");
    assert!(rov[0] == "-81% tot 90%" && rov[1].ends_with("procentpunt"), "{rov:?}");
    // Nothing is available, so that nothing is left of it.
    assert_eq!(row(&page, "Over van het beschikbare budget"), ["–", "–"]);
    page.enter("1/budget.available", "12000");
    page.enter("2/budget.available", "12000");
    assert_eq!(row(&page, "Over van het beschikbare budget"), ["€ -2.634", "€ 1.722 + € 4.356"]);
    assert_eq!(page.press("undo", "", 0).as_deref(), Some("2/budget.available"));
    assert_eq!(page.press("undo", "", 0).as_deref(), Some("1/budget.available"));
    page.press("undo", "", 0);
    assert_eq!(row(&page, "L&O-budget (uitgaven)"), ["€ 14.634", "€ 14.634 gelijk"]);
}

#[test]
fn who_calculates_with_the_figures_as_shown_finds_the_difference() {
    let mut page = two();
    // Much less than what is shown of it.
    page.enter("2/groups:1.labourCostPerHour", "48,2003");
    assert_eq!(row(&page, "Volledige kost"), ["€ 59.317", "€ 59.317 bijna gelijk"]);
    let number = |text: &str| -> i64 {
        let text = text.replace('−', "-");
        text.chars()
            .filter(|c| c.is_ascii_digit() || *c == '-')
            .collect::<String>()
            .parse()
            .unwrap()
    };
    for cost in 30..70 {
        page.enter("2/groups:1.labourCostPerHour", &format!("{cost},37"));
        for name in ["Volledige kost", "L&O-budget (uitgaven)", "Uitgaven per medewerker"] {
            let cells = row(&page, name);
            let (own, more) =
                cells[1].split_once([' ']).and_then(|(_, rest)| rest.split_once(' ')).unwrap();
            assert_eq!(number(own) - number(&cells[0]), number(more), "{cells:?}");
        }
    }
}

#[test]
fn a_range_and_a_number_are_not_subtracted() {
    let mut page = two();
    let differs = "bandbreedte tegenover één getal";
    page.enter("2/benefit.uplift", "6");
    assert!(
        row(&page, "Return on Value")[1].ends_with(differs),
        "{:?}",
        row(&page, "Return on Value")
    );
    assert!(row(&page, "Terugverdiend")[1].ends_with(differs));
    assert_eq!(row(&page, "Hogere productiviteit"), ["% 5", "● anders % 6"]);
    // Two numbers are.
    page.enter("1/benefit.uplift", "8");
    let rov = row(&page, "Return on Value");
    assert!(rov[1].contains('−') && rov[1].ends_with("procentpunt"), "{rov:?}");
    let months = row(&page, "Terugverdiend");
    assert!(months[0].starts_with("na "), "{months:?}");
    assert!(months[1].contains("+ ") && months[1].contains("maand"), "{months:?}");
}

#[test]
fn beside_the_levers_only_inputs_that_differ_are_shown() {
    let mut page = two();
    let levers = input_rows(&page);
    assert_eq!(levers.len(), 11, "{levers:?}");
    let more = |page: &Page| input_rows(page).split_off(11);
    // A default that is filled in is no difference, nor is the same number in other signs.
    page.enter("2/budget.contingency", "5,0");
    page.enter("2/learning.formal.hours", "16,00");
    page.enter("2/profCircles.composition", "mixed");
    page.enter("2/costs:2.label", "Cursussen");
    page.enter("2/groups:1.name", "Iedereen");
    page.enter("2/organisation", "Zuid");
    assert_eq!(more(&page), Vec::<String>::new());
    assert_eq!(row(&page, "Opleiding en cursus"), ["uur 16", "uur 16,00"]);
    page.enter("2/groups:1.participation", "60");
    page.enter("2/costs:3.amount", "75");
    page.enter("2/profCircles.composition", "perGroup");
    page.enter("2/value.horizonYears", "2");
    page.enter("2/benefit.lagMonths", "6");
    page.enter("1/calendar.sicknessRate", "8");
    let mut rows = more(&page);
    rows.sort();
    assert_eq!(
        rows,
        [
            "Bedrag, Leerplatform en AI",
            "Deelname, Groep 1 van de medewerkers",
            "Looptijd",
            "Maanden tot het effect",
            "Samenstelling",
            "Ziekteverzuim",
        ]
    );
    // The group is called otherwise in the other scenario, which says so.
    assert_eq!(row(&page, "Deelname"), ["% 80", "● anders % Iedereen 60"]);
    assert_eq!(row(&page, "Bedrag, Leer"), ["€ 60", "● anders € 75"]);
    // They can be made equal on the spot; then they are gone.
    page.enter("1/groups:1.participation", "60");
    page.enter("1/profCircles.composition", "perGroup");
    page.enter("2/value.horizonYears", "");
    assert_eq!(more(&page).len(), 3, "{:?}", more(&page));
}

#[test]
fn what_is_only_in_one_scenario_says_so_in_the_other() {
    let mut page = two();
    page.press("add", "groups", 0);
    page.enter("groups:5.name", "Keuken");
    page.enter("groups:5.headcount", "10");
    page.enter("groups:5.fte", "8");
    page.press("remove", "costs", 3);
    assert_eq!(row(&page, "Medewerkers, Keuken"), ["– niet in dit scenario", "● anders 10"]);
    assert_eq!(
        row(&page, "Bedrag, Leerplatform en AI"),
        ["€ 60", "● anders – niet in dit scenario"]
    );
}

#[test]
fn benefits_subsidies_and_what_no_form_has() {
    let plan = |more: &str| {
        format!(
            r#"{{"schemaVersion":1,"year":2027,"country":"BE","groups":[{{"headcount":20,"fte":16}}]{more}}}"#
        )
    };
    let subsidy = |amount: u32| {
        format!(
            r#","mood":{amount},"subsidies":[{{"id":"vlaams","label":"KMO","basis":"fixed","amount":{amount}}}],"learning":{{"formal":{{"proRata":{}}}}}"#,
            amount > 100
        )
    };
    let file = format!(
        r#"{{"scenarios":[{{"name":"","plan":{}}},{{"name":"Met subsidie","plan":{}}},{{"name":"","plan":{}}}],"current":1}}"#,
        plan(&subsidy(100)),
        plan(&subsidy(1200)),
        plan(""),
    );
    let mut page = Page::of(Kind::Scenarios, "BE", 2027);
    page.load(&Document::parse(&file).unwrap()).unwrap();
    assert_eq!(names(&page), ["Uitgangspunt", "Met subsidie", "Scenario 3"]);
    assert_eq!(
        row(&page, "Bedrag, KMO"),
        ["100", "● anders 1.200", "● anders – niet in dit scenario"]
    );
    assert_eq!(row(&page, "Opleiding naar rato")[..2], ["nee", "● anders ja"]);
    assert!(!input_rows(&page).iter().any(|name| name.contains("mood")));
    // The default benefits and the same ones written down are the same.
    let before = input_rows(&page).len();
    page.enter("3/value.benefits[1].turnover", "20");
    assert_eq!(input_rows(&page).len(), before + 1, "{:?}", input_rows(&page));
    assert_eq!(row(&page, "Verloop")[1], "● anders % 20");
    page.enter("3/value.benefits[1].turnover", "");
    assert_eq!(input_rows(&page).len(), before);
}

#[test]
fn people_go_on_in_the_scenario_that_they_choose() {
    let mut page = two();
    page.enter("learning.formal.hours", "8");
    assert_eq!(row(&page, "Opleiding en cursus"), ["uur 16", "● anders uur 8"]);
    assert_eq!(page.press("choose", "", 1).as_deref(), Some("scenario-1"));
    assert_eq!(page.announcement(), None, "nothing changed");
    assert!(
        view(&page)
            .find("class", "scenario current")
            .unwrap()
            .text()
            .contains("Hier werk je nu in")
    );
    page.enter("learning.formal.hours", "24");
    assert_eq!(row(&page, "Opleiding en cursus"), ["uur 24", "● anders uur 8"]);
    assert!(page.result().unwrap().budget.cash > 14_634.0);
}

#[test]
fn the_tabs_of_the_planner_show_the_scenario_that_was_chosen() {
    let mut page = Page::new("BE", 2027);
    page.enter("groups:1.headcount", "20");
    page.enter("groups:1.fte", "16");
    page.press("tab", "scenarios", 0);
    page.press("duplicate", "", 0);
    page.enter("2/learning.formal.hours", "8");
    let budget =
        |page: &Page| page.0.view_of(Tab::Plan).find("data-card", "budget").unwrap().text();
    assert!(budget(&page).contains("€ 10.278"));
    page.press("choose", "", 1);
    assert!(budget(&page).contains("€ 14.634"));
    assert!(page.0.view_of(Tab::Scenarios).find("class", "compared").is_some());
}

#[test]
fn a_scenario_that_is_removed_comes_back() {
    let mut page = two();
    page.enter("name-of-2", "Zuinig");
    page.enter("2/learning.formal.hours", "8");
    assert_eq!(page.press("discard", "", 2).as_deref(), Some("undo"));
    assert!(!has_button(&page, "discard"), "the last one stays");
    let bar = view(&page).find("class", "undo").unwrap().text();
    assert_eq!(bar, "Scenario “Zuinig” is verwijderd. Ongedaan maken");
    assert_eq!(page.press("undo", "", 0).as_deref(), Some("name-of-2"));
    assert_eq!(names(&page), ["Uitgangspunt", "Zuinig"]);
    assert_eq!(row(&page, "Opleiding en cursus"), ["uur 16", "● anders uur 8"]);
    // Without the first, the second is what the others are compared with.
    page.press("discard", "", 1);
    page.press("duplicate", "", 0);
    assert_eq!(names(&page), ["Zuinig", "Scenario 2"]);
    assert_eq!(row(&page, "L&O-budget (uitgaven)"), ["€ 10.278", "€ 10.278 gelijk"]);
}

#[test]
fn there_are_six_at_most() {
    let mut page = Page::small(Kind::Scenarios);
    for _ in 1..6 {
        assert!(has_button(&page, "duplicate"));
        page.press("duplicate", "", 0);
    }
    assert!(!has_button(&page, "duplicate"));
    assert!(view(&page).text().contains("Meer dan zes scenario’s naast elkaar kan niet."));
    page.press("duplicate", "", 0);
    assert_eq!(names(&page).len(), 6);
    assert_eq!(names(&page)[5], "Scenario 6");
}

#[test]
fn a_scenario_with_a_mistake_says_what_is_wrong_instead_of_figures() {
    let mut page = two();
    page.enter("2/learning.formal.hours", "veel");
    assert_eq!(row(&page, "L&O-budget (uitgaven)"), ["€ 14.634", "–"]);
    let why = row(&page, "Wat het oplevert");
    assert_eq!(why, ["", "Eén veld klopt nog niet. Daarna zie je hier de cijfers. Naar het veld"]);
    let typed = row(&page, "Opleiding en cursus");
    assert_eq!(typed[1], "● anders uur “veel” is geen getal. Typ bijvoorbeeld 12,5. veel");
    // The first one: then there is nothing to compare with.
    page.enter("2/learning.formal.hours", "8");
    page.enter("1/profCircles.minSize", "0");
    assert_eq!(row(&page, "L&O-budget (uitgaven)"), ["–", "€ 10.278"]);
    // The way to a field that is in the table, and to one that is nowhere to be seen.
    let go = view(&page).find("data-do", "go").unwrap().attribute("data-id").unwrap().to_owned();
    assert_eq!(go, "1/profCircles.minSize");
    assert_eq!(page.press("go", &go, 0).as_deref(), Some("1/profCircles.minSize"));
    assert_eq!(
        page.press("go", "1/calendar.hoursPerDay", 0).as_deref(),
        Some("calendar.hoursPerDay")
    );
    assert!(view(&page).find("id", "calendar.hoursPerDay").is_some());
    assert!(view(&page).find("class", "scenario current").unwrap().text().contains("Hier werk"));
}

#[test]
fn an_empty_plan_asks_for_people_first() {
    let mut page = Page::of(Kind::Scenarios, "NL", 2027);
    page.press("duplicate", "", 0);
    let why = "Vul van elke groep het aantal medewerkers en de fte in. Dan zie je hier de cijfers.";
    assert!(row(&page, "Wat het oplevert")[1].starts_with(why));
    assert_eq!(row(&page, "L&O-budget (uitgaven)"), ["–", "–"]);
}

#[test]
fn who_may_only_look_sees_no_fields_and_can_still_choose() {
    let mut page = two();
    page.enter("2/learning.formal.hours", "8");
    page.enter("2/groups:1.participation", "60");
    page.0.lock(true);
    let locked = view(&page);
    let table = locked.find("class", "compared").unwrap();
    let mut fields = Vec::new();
    all(table, &|element| matches!(element.tag, "input" | "select"), &mut fields);
    assert_eq!(fields.len(), 0);
    for what in ["duplicate", "discard", "add"] {
        let button = locked.find("data-do", what);
        assert!(button.is_none_or(|button| button.attribute("hidden").is_some()), "{what}");
    }
    assert_eq!(row(&page, "Opleiding en cursus"), ["16 uur", "● anders 8 uur"]);
    assert_eq!(row(&page, "Deelname"), ["80%", "● anders 60%"]);
    assert_eq!(row(&page, "Wat erin is ingevuld"), ["", ""]);
    page.enter("name-of-2", "x");
    page.press("discard", "", 2);
    page.press("duplicate", "", 0);
    assert_eq!(names(&page), ["Uitgangspunt", "Scenario 2"]);
    page.press("choose", "", 1);
    assert!(
        view(&page).find("class", "scenario current").unwrap().text().contains("Dit zie je nu")
    );
}

#[test]
fn a_change_of_another_scenario_is_said_with_its_name() {
    let mut page = two();
    assert_eq!(page.announcement(), None, "a copy is no news");
    page.enter("1/learning.formal.hours", "8");
    let said = page.announcement().unwrap().replace('\u{a0}', " ");
    assert!(
        said.starts_with("Uitgangspunt. Leertijd per medewerker: 42,2 uur. Uitgangspunt. Uitgaven"),
        "{said}"
    );
    page.enter("2/learning.formal.hours", "8");
    let said = page.announcement().unwrap();
    assert!(said.starts_with("Leertijd per medewerker: 42,2 uur. Uitgaven"), "{said}");
    page.press("discard", "", 1);
    assert_eq!(page.announcement(), None);
}

#[test]
fn a_figure_of_any_scenario_tells_where_it_comes_from() {
    let mut page = two();
    page.enter("1/learning.formal.hours", "8");
    let about = "learningTime.hoursPerEmployee in scenario-1";
    assert!(view(&page).find("data-figure", about).is_some());
    page.press("why", about, 0);
    let told = view(&page).find("class", "derivation").unwrap().text();
    assert!(told.starts_with("Waarom dit getal? Leertijd per medewerker, Uitgangspunt"), "{told}");
    assert!(told.contains("42,16 uur = Leertijd van iedereen (843,2 uur)"), "{told}");
    // What it rests on is changed in that scenario.
    assert!(view(&page).find("data-id", "1/groups:1.participation").is_some());
}

#[test]
fn every_language_compares_with_its_own_signs() {
    let mut page = two();
    page.enter("2/learning.formal.hours", "8");
    page.speak("fr");
    assert_eq!(row(&page, "Budget L&D (dépenses)"), ["14 634 €", "10 278 € − 4 356 €"]);
    assert_eq!(names(&page), ["Point de départ", "Scenario 2"], "a name stays as it was given");
    page.speak("en");
    assert_eq!(row(&page, "L&D budget (spending)"), ["€14,634", "€10,278 − €4,356"]);
    assert_eq!(row(&page, "Share of working time"), ["3.7%", "3.3% − 0.4 percentage points"]);
    assert_eq!(row(&page, "Training and courses"), ["hours 16", "● different hours 8"]);
    assert_eq!(page.announcement(), None);
}

#[test]
fn what_is_in_the_page_has_an_id_of_its_own() {
    let mut page = two();
    page.press("duplicate", "", 0);
    page.enter("2/groups:1.participation", "60");
    page.enter("learning.formal.hours", "8");
    for kind in [None, Some(Tab::Scenarios)] {
        let view = kind.map_or_else(|| view(&page), |tab| page.0.view_of(tab));
        let mut found = Vec::new();
        all(&view, &|element| element.attribute("id").is_some(), &mut found);
        let mut ids: Vec<&str> =
            found.iter().filter_map(|element| element.attribute("id")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
    // And every field has a name to hear.
    let view = view(&page);
    let mut fields = Vec::new();
    all(
        view.find("class", "compared").unwrap(),
        &|e| matches!(e.tag, "input" | "select"),
        &mut fields,
    );
    let named = fields.iter().filter_map(|field| field.attribute("aria-label"));
    let mut named: Vec<&str> = named.collect();
    assert!(named.contains(&"Opleiding en cursus, Scenario 3"), "{named:?}");
    assert!(named.contains(&"Deelname, Groep 1, Uitgangspunt"), "{named:?}");
    named.sort_unstable();
    named.dedup();
    assert_eq!(named.len(), fields.len());
}

#[test]
fn a_plan_of_many_groups_stays_readable() {
    let groups: Vec<String> =
        (0..300).map(|at| format!(r#"{{"name":"Groep {at}","headcount":10,"fte":8}}"#)).collect();
    let plan = format!(
        r#"{{"schemaVersion":1,"year":2027,"country":"BE","groups":[{}]}}"#,
        groups.join(",")
    );
    let mut page = Page::of(Kind::Scenarios, "BE", 2027);
    page.load(&Document::parse(&plan).unwrap()).unwrap();
    page.press("duplicate", "", 0);
    let changed = plan.replace("\"headcount\":10", "\"headcount\":11");
    let both = format!(r#"{{"scenarios":[{{"plan":{plan}}},{{"plan":{changed}}}]}}"#);
    page.load(&Document::parse(&both).unwrap()).unwrap();
    let rows = input_rows(&page);
    assert_eq!(rows.len(), 81);
    assert_eq!(rows[80], "Er zijn nog meer verschillen dan hier staan.");
}
