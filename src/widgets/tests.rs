//! What a person types, and what they see.

use super::page::Page;
use super::state::List;
use super::tree::seen::{Element, View};
use super::{Kind, Widget};
use crate::plan::Document;

fn open(json: &str) -> Page {
    let mut planner = Page::new("BE", 2027);
    planner.load(&Document::parse(json).unwrap()).unwrap();
    planner
}

#[track_caller]
fn card(planner: &Page, name: &str) -> String {
    planner.view().find("data-card", name).unwrap().text()
}

#[track_caller]
fn note(planner: &Page, id: &str) -> String {
    planner.view().find("id", &format!("note-{id}")).unwrap().text()
}

#[track_caller]
fn input(planner: &Page, id: &str) -> Element {
    planner.view().find("data-field", id).unwrap().clone()
}

/// By hand: e = 16/20 = 0.8 and P = 20 × 80 % = 16.
/// Hours: 16·40·30/60·0.8 = 256; 16·6·2.5 = 240; 16·16·0.8 = 204.8 twice; talks 20·2 = 40; together 945.6.
/// Circles: 16/8 = 2 of 8, 12 meetings.
/// Cash: 945.6·0.1·48.20·1.2 = 5,469.35; 204.8·35 = 7,168; 16·60 = 960; 12·50 = 600; 5 % of 8,728 = 436.40.
/// Not cash: 945.6·48.20 = 45,577.92; 20·2·48.20 = 1,928; 2·6·3 = 36 h · 48.20 = 1,735.20.
/// Covered: 945.6·0.1·48.20 = 4,557.79, so full = 14,633.75 + 49,241.12 − 4,557.79.
#[test]
fn the_four_headlines_of_a_small_organisation() {
    let planner = Page::small(Kind::Planner);
    let time = "Leertijd per medewerker 47,3 uur per jaar 7,8 dagen per VTE 3,7% van de werktijd";
    assert!(card(&planner, "time").starts_with(time), "{}", card(&planner, "time"));
    assert_eq!(
        card(&planner, "circles"),
        "Prof-cirkels 2 cirkels 12 bijeenkomsten 8 deelnemers per cirkel Waarom dit getal?"
    );
    let budget = "L&O-budget € 14.634 uitgaven € 59.317 volledige kost";
    assert!(card(&planner, "budget").starts_with(budget), "{}", card(&planner, "budget"));
    let value =
        "Return on Value 5,3% Break-even -81% tot 90% RoV bij 1% tot 10% meer productiviteit";
    assert!(card(&planner, "value").starts_with(value), "{}", card(&planner, "value"));
}

#[test]
fn the_budget_table_adds_up() {
    let table =
        Page::small(Kind::Planner).view().find("aria-labelledby", "h-lines").unwrap().text();
    for line in [
        "Vervanging tijdens leren, Groep 1 94,56 uur × € 57,84 5.469,35",
        "Externe opleidingen 204,8 uur × € 35,00 7.168,00",
        "Onvoorzien 5% × € 8.728,00 436,40",
        "Totaal 14.633,75 49.241,12",
        "Leertijd die al door vervanging is gedekt -4.557,79",
        "59.317,08",
    ] {
        assert!(table.contains(line), "{line}\n{table}");
    }
}

#[test]
fn before_the_first_figures_nothing_is_wrong_and_nothing_is_blank() {
    let planner = Page::new("NL", 2027);
    assert_eq!(card(&planner, "time"), "Leertijd per medewerker –");
    assert_eq!(note(&planner, "groups:1.fte"), "nog in te vullen");
    assert_eq!(input(&planner, "groups:1.fte").attribute("aria-invalid"), Some("false"));
    let status = planner.view().find("class", "status").unwrap().text();
    assert!(status.contains("aantal medewerkers en de fte in"), "{status}");
}

#[test]
fn what_is_no_number_stays_and_the_figures_stay_the_last_valid_ones() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("groups:1.fte", "abc");
    planner.enter("learning.formal.hours", "24");
    assert_eq!(note(&planner, "groups:1.fte"), "“abc” is geen getal. Typ bijvoorbeeld 12,5.");
    let field = input(&planner, "groups:1.fte");
    assert_eq!(field.attribute("value"), Some("abc"));
    assert_eq!(field.attribute("aria-invalid"), Some("true"));
    assert_eq!(field.attribute("aria-describedby"), Some("note-groups:1.fte"));
    assert!(card(&planner, "time").contains("47,3"));
    let view = planner.view();
    assert!(view.find("class", "headlines stale").is_some());
    assert!(
        view.text()
            .contains("Deze cijfers zijn van vóór je laatste wijziging: één veld klopt nog niet.")
    );
    assert!(planner.result().is_none());
    // The other field went on: with the first one right again, its hours count. 16·24·0.8 = 307.2.
    planner.enter("groups:1.fte", "16,0");
    assert!(card(&planner, "time").contains("52,4"), "{}", card(&planner, "time"));
}

#[test]
fn a_number_is_kept_as_typed_and_read_exactly() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("budget.available", "€ 1.234,5");
    planner.enter("budget.contingency", "10,5 %");
    planner.enter("groups:1.labourCostPerHour", "1.234");
    let plan = planner.document().to_string();
    assert!(plan.contains(r#""available":1234.5"#), "{plan}");
    assert!(plan.contains(r#""contingency":0.105"#), "{plan}");
    assert_eq!(input(&planner, "budget.available").attribute("value"), Some("€ 1.234,5"));
    assert_eq!(
        note(&planner, "groups:1.labourCostPerHour"),
        "Gelezen als € 1.234. Bedoel je € 1,234? Typ dan een komma."
    );
}

#[test]
fn an_empty_field_is_the_default_which_shows() {
    let mut planner = Page::small(Kind::Planner);
    let field = input(&planner, "groups:1.labourCostPerHour");
    assert_eq!(field.attribute("placeholder"), Some("48,20"));
    assert_eq!(note(&planner, "groups:1.labourCostPerHour"), "standaard");
    planner.enter("groups:1.labourCostPerHour", "50");
    assert_eq!(note(&planner, "groups:1.labourCostPerHour"), "");
    planner.enter("groups:1.labourCostPerHour", "");
    assert_eq!(note(&planner, "groups:1.labourCostPerHour"), "standaard");
    assert!(!planner.document().to_string().contains("labourCostPerHour"));
    assert!(card(&planner, "budget").contains("€ 14.634"));
}

#[test]
fn what_is_typed_in_a_default_line_counts_also_where_the_plan_has_no_list() {
    let mut planner = open(
        r#"{ "schemaVersion": 1, "year": 2027, "country": "BE", "groups": [{ "headcount": 20, "fte": 16 }],
             "costs": "all", "value": { "benefits": 3 } }"#,
    );
    planner.enter("costs:2.amount", "12"); // the group has the first key
    planner.enter("benefit.uplift", "4");
    let plan = planner.document().to_string();
    assert!(plan.contains(r#""basis":"perFormalHour","amount":12"#), "{plan}");
    assert!(plan.contains(r#""kind":"productivity","uplift":0.04"#), "{plan}");
    assert!(planner.result().is_some());
}

#[test]
fn a_required_field_is_wrong_only_after_it_was_left_empty() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("groups:1.headcount", "");
    assert_eq!(note(&planner, "groups:1.headcount"), "nog in te vullen");
    planner.leave("groups:1.headcount");
    assert_eq!(note(&planner, "groups:1.headcount"), "Vul hier een getal in. Bijvoorbeeld 12.");
}

#[test]
fn more_fte_than_people_is_said_where_it_stands() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("groups:1.fte", "21");
    assert_eq!(
        note(&planner, "groups:1.fte"),
        "Niet meer VTE dan medewerkers. Typ een getal boven 0, hoogstens 20."
    );
}

#[test]
fn a_group_that_was_removed_comes_back_with_what_was_typed() {
    let mut planner = Page::small(Kind::Planner);
    let name = planner.add(List::Groups);
    assert_eq!(name, "groups:5.name"); // 1 is the first group, 2 to 4 are the default costs
    planner.enter("groups:5.name", "Keuken");
    planner.enter("groups:5.headcount", "10");
    planner.enter("groups:5.fte", "7,50");
    let before = card(&planner, "budget");
    assert_eq!(planner.press("remove", "groups", 5).as_deref(), Some("undo"));
    assert!(
        planner.view().find("class", "undo").unwrap().text().starts_with("Keuken is verwijderd.")
    );
    planner.press("undo", "", 0);
    assert_eq!(input(&planner, "groups:5.fte").attribute("value"), Some("7,50"));
    assert_eq!(card(&planner, "budget"), before);
    assert!(planner.view().find("class", "undo").is_none());
}

#[test]
fn default_cost_lines_become_the_plans_own_when_one_changes() {
    let mut planner = Page::small(Kind::Planner);
    assert_eq!(input(&planner, "costs:2.amount").attribute("value"), Some("35"));
    planner.enter("costs:2.amount", "40"); // 204.8 · 40 = 8,192
    let table = planner.view().find("aria-labelledby", "h-lines").unwrap().text();
    assert!(table.contains("Externe opleidingen 204,8 uur × € 40,00 8.192,00"), "{table}");
    assert!(table.contains("Leerplatform en AI 16 personen × € 60,00 960,00"), "{table}");
    planner.enter("costs:2.cash", "false");
    let plan = planner.document().to_string();
    assert!(plan.contains(r#""amount":40,"cash":false"#), "{plan}");
}

#[test]
fn the_country_changes_words_and_defaults() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("country", "NL");
    let text = planner.view().text();
    assert!(text.contains("dagen per fte") && text.contains("Deel van de loonsom"));
    assert!(!text.contains("VTE") && !text.contains("loonmassa"));
    assert_eq!(
        input(&planner, "groups:1.labourCostPerHour").attribute("placeholder"),
        Some("45,20")
    );
}

#[test]
fn an_uplift_of_ones_own_gives_one_return() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("benefit.uplift", "6 %");
    let value = card(&planner, "value");
    assert!(
        !value.contains("-81%") && value.contains("RoV bij de productiviteit die je invult"),
        "{value}"
    );
    let plan = planner.document().to_string();
    let benefits = r#""benefits":[{"id":"productivity","kind":"productivity","uplift":0.06},{"id":"retention","kind":"retention"}]"#;
    assert!(plan.contains(benefits), "{plan}");
}

#[test]
fn what_we_do_not_know_is_kept() {
    let mut planner = open(
        r#"{"schemaVersion":1,"year":2027,"country":"NL","mood":"good","groups":[{"headcount":10,"fte":8,"hue":3}]}"#,
    );
    planner.enter("groups:1.fte", "9");
    assert_eq!(
        planner.document().to_string(),
        r#"{"schemaVersion":1,"year":2027,"country":"NL","mood":"good","groups":[{"headcount":10,"fte":9,"hue":3}]}"#
    );
    assert!(planner.view().text().contains("Het veld “mood” kennen we niet."));
}

#[test]
fn an_estimate_keeps_its_ends() {
    let mut planner = open(
        r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":10,"fte":8,
            "participation":{"low":0.5,"likely":0.7,"high":0.9}}]}"#,
    );
    let id = "groups:1.participation";
    assert_eq!(input(&planner, id).attribute("value"), Some("70"));
    assert_eq!(note(&planner, id), "schatting: 50 tot 90");
    planner.enter(id, "60");
    assert!(planner.document().to_string().contains(r#"{"low":0.5,"likely":0.6,"high":0.9}"#));
    planner.enter(id, "95");
    assert_eq!(
        note(&planner, id),
        "De laagste, de waarschijnlijkste en de hoogste waarde moeten oplopen."
    );
}

/// What the document says of the week cycles.
#[track_caller]
fn cycles(planner: &Page, expected: &str) {
    let document = planner.document();
    let learning = document.root().get("learning").and_then(|learning| learning.get("weekCycles"));
    let count = learning.and_then(|cycles| cycles.get("count"));
    assert_eq!(count.map_or("nothing".to_owned(), ToString::to_string), expected);
}

const COUNT: &str = "learning.weekCycles.count";
const LOW: &str = "learning.weekCycles.count.low";
const HIGH: &str = "learning.weekCycles.count.high";

/// Types text after text in fields of the week cycles, opened, and tells what the document then says.
#[track_caller]
fn typed(typing: &[(&str, &str)], expected: &str) {
    let mut planner = Page::small(Kind::Planner);
    planner.press("ends", COUNT, 0);
    for (id, text) in typing {
        planner.enter(id, text);
    }
    cycles(&planner, expected);
    for (id, text) in typing {
        if typing.iter().rfind(|(last, _)| last == id) == Some(&(id, text)) {
            assert_eq!(input(&planner, id).attribute("value"), Some(*text), "{id}");
        }
    }
}

#[test]
#[rustfmt::skip]
fn an_estimate_is_what_stands_in_three_fields() {
    typed(&[(LOW, "3"), (LOW, "35")],                    r#"{"low":35,"likely":40,"high":46}"#);
    typed(&[(HIGH, "42")],                               r#"{"low":30,"likely":40,"high":42}"#);
    typed(&[(COUNT, "38"), (LOW, "35")],                 r#"{"low":35,"likely":38,"high":38}"#);
    typed(&[(COUNT, "38"), (LOW, "35"), (COUNT, "39")],  r#"{"low":35,"likely":39,"high":39}"#);
    typed(&[(COUNT, "38"), (HIGH, "38"), (COUNT, "39")], r#"{"low":39,"likely":39,"high":38}"#);
    typed(&[(LOW, "35"), (HIGH, "42"), (COUNT, "")],     r#"{"low":35,"likely":40,"high":42}"#);
    typed(&[(LOW, "35"), (HIGH, "")],                    r#"{"low":35,"likely":40,"high":40}"#);
    typed(&[(LOW, ""), (HIGH, "")],                      "nothing");
    typed(&[(COUNT, "38"), (LOW, "35"), (HIGH, "39"), (LOW, ""), (HIGH, "")], "38");
    typed(&[(LOW, "35"), (COUNT, ""), (LOW, ""), (HIGH, "")], "nothing");
    typed(&[(LOW, "abc")],                               r#"{"low":"abc","likely":40,"high":46}"#);
    typed(&[(COUNT, "abc"), (LOW, "35")],                r#"{"low":35,"likely":"abc"}"#);
}

#[test]
fn the_ends_of_an_estimate_are_asked_for() {
    let mut planner = Page::small(Kind::Planner);
    let button = |planner: &Page| {
        planner.view().find("aria-controls", &format!("ends-{COUNT}")).unwrap().clone()
    };
    assert_eq!(button(&planner).attribute("aria-expanded"), Some("false"));
    assert!(planner.view().find("data-field", LOW).is_none());
    planner.press("ends", COUNT, 0);
    assert_eq!(button(&planner).attribute("aria-expanded"), Some("true"));
    let placeholders = [LOW, COUNT, HIGH]
        .map(|id| input(&planner, id).attribute("placeholder").unwrap().to_owned());
    assert_eq!(placeholders, ["30", "40", "46"]);
    let group = planner.view().find("id", &format!("ends-{COUNT}")).unwrap().clone();
    assert_eq!(group.attribute("aria-label"), Some("± marge: Weekcycli per jaar"));
    assert_eq!(group.text(), "Laagst Hoogst");
    planner.enter(COUNT, "38");
    let placeholders =
        [LOW, HIGH].map(|id| input(&planner, id).attribute("placeholder").unwrap().to_owned());
    assert_eq!(placeholders, ["38", "38"]);
    // Closed again it says its range in one line.
    planner.enter(LOW, "30");
    planner.enter(HIGH, "45,5");
    assert_eq!(note(&planner, COUNT), "");
    planner.press("ends", COUNT, 0);
    assert_eq!(note(&planner, COUNT), "schatting: 30 tot 45,5");
    assert!(planner.view().find("data-field", HIGH).is_none());
    // Whole numbers of people are no estimates.
    assert!(planner.view().find("aria-controls", "ends-groups:1.headcount").is_none());
}

#[test]
fn an_estimate_that_is_one_number_is_that_number_once_it_is_closed() {
    let mut planner = Page::small(Kind::Planner);
    planner.press("ends", COUNT, 0);
    for (id, text) in [(COUNT, "38"), (LOW, "38"), (HIGH, "38,0")] {
        planner.enter(id, text);
    }
    cycles(&planner, r#"{"low":38,"likely":38,"high":38}"#);
    planner.press("ends", COUNT, 0);
    cycles(&planner, "38");
    planner.press("ends", COUNT, 0);
    assert_eq!(input(&planner, LOW).attribute("value"), Some(""));
    planner.press("undo", "", 0);
    cycles(&planner, r#"{"low":38,"likely":38,"high":38}"#);
    assert_eq!(input(&planner, HIGH).attribute("value"), Some("38,0"));
}

#[test]
fn what_is_wrong_with_an_estimate_stands_beside_the_end_that_it_is_about() {
    let mut planner = Page::small(Kind::Planner);
    planner.press("ends", COUNT, 0);
    let order = "De laagste, de waarschijnlijkste en de hoogste waarde moeten oplopen.";
    let notes = |planner: &Page| [LOW, COUNT, HIGH].map(|id| note(planner, id));
    planner.enter(LOW, "41");
    assert_eq!(notes(&planner), [order, "", ""]);
    planner.enter(LOW, "-1");
    assert_eq!(notes(&planner), ["Typ een getal van 0 tot en met 10.000.", "", ""]);
    planner.enter(LOW, "x");
    assert_eq!(notes(&planner), ["“x” is geen getal. Typ bijvoorbeeld 12,5.", "", ""]);
    planner.enter(LOW, "30");
    planner.enter(HIGH, "39");
    assert_eq!(notes(&planner), ["", "", order]);
    // The way to it leads there, also where it is folded away.
    let go = |planner: &Page| {
        planner.view().find("data-do", "go").unwrap().attribute("data-id").map(str::to_owned)
    };
    assert_eq!(go(&planner).as_deref(), Some(COUNT));
    planner.enter(HIGH, "99999");
    assert_eq!(go(&planner).as_deref(), Some(HIGH));
    planner.press("ends", COUNT, 0);
    assert_eq!(note(&planner, COUNT), "Typ een getal van 0 tot en met 10.000.");
    planner.press("undo", "", 0);
    assert_eq!(input(&planner, HIGH).attribute("value"), Some("46"));
}

#[test]
fn an_estimate_of_a_default_cost_line_and_of_a_benefit() {
    let mut planner = Page::small(Kind::Planner);
    planner.press("ends", "costs:2.amount", 0);
    let ends = ["low", "high"].map(|end| input(&planner, &format!("costs:2.amount.{end}")));
    assert_eq!(ends.map(|end| end.attribute("placeholder").unwrap().to_owned()), ["15", "80"]);
    planner.enter("costs:2.amount.low", "20");
    planner.enter("benefit.uplift", "4");
    planner.press("ends", "benefit.uplift", 0);
    planner.enter("benefit.uplift.high", "8 %");
    let plan = planner.document().to_string();
    assert!(plan.contains(r#""amount":{"low":20,"likely":35,"high":80}"#), "{plan}");
    assert!(plan.contains(r#""uplift":{"low":0.04,"likely":0.04,"high":0.08}"#), "{plan}");
    assert!(planner.result().is_some());
}

#[test]
fn an_estimate_is_the_same_after_a_link_and_after_a_stop() {
    let mut planner = Page::small(Kind::Planner);
    planner.press("ends", COUNT, 0);
    planner.enter(LOW, "35,0");
    let linked = crate::link::decode(&crate::link::encode(&planner.document()).unwrap()).unwrap();
    let mut other = Page::new("BE", 2027);
    other.load(&linked.document).unwrap();
    assert_eq!(note(&other, COUNT), "schatting: 35 tot 46");
    other.restore(&planner.snapshot());
    other.press("ends", COUNT, 0);
    assert_eq!(input(&other, LOW).attribute("value"), Some("35,0"));
}

#[test]
fn who_may_only_look_sees_the_ends_that_there_are() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter(COUNT, "38");
    planner.press("ends", COUNT, 0);
    planner.enter(LOW, "38");
    planner.press("ends", COUNT, 0); // one number again
    planner.press("ends", "benefit.uplift", 0);
    planner.enter("benefit.uplift.low", "2");
    planner.0.lock(true);
    assert!(planner.view().find("aria-controls", &format!("ends-{COUNT}")).is_none());
    assert_eq!(input(&planner, "benefit.uplift.low").attribute("readonly"), Some(""));
    planner.enter("benefit.uplift.low", "3");
    assert_eq!(input(&planner, "benefit.uplift.low").attribute("value"), Some("2"));
}

#[test]
fn a_plan_that_was_worked_on_can_come_back() {
    let mut planner = Page::small(Kind::Planner);
    let other =
        r#"{"schemaVersion":1,"year":2027,"country":"NL","groups":[{"headcount":5,"fte":5}]}"#;
    planner.load(&Document::parse(other).unwrap()).unwrap();
    assert!(
        card(&planner, "circles").contains("1 cirkel 6 bijeenkomsten"),
        "{}",
        card(&planner, "circles")
    );
    planner.press("undo", "", 0);
    assert!(card(&planner, "circles").contains("2 cirkels 12 bijeenkomsten"));
    // What is no plan at all changes nothing.
    assert!(planner.load(&Document::parse("[1]").unwrap()).is_err());
    assert!(card(&planner, "circles").contains("2 cirkels"));
}

#[test]
fn a_snapshot_brings_back_everything_that_was_typed() {
    let mut planner = Page::small(Kind::Planner);
    planner.add(List::Groups);
    planner.enter("groups:5.name", "Keuken");
    planner.enter("groups:5.fte", "abc");
    planner.enter("budget.available", "1.234,50");
    let mut again = Page::new("NL", 2030);
    again.restore(&planner.snapshot());
    assert_eq!(again.document(), planner.document());
    assert_eq!(input(&again, "groups:5.fte").attribute("value"), Some("abc"));
    assert_eq!(input(&again, "budget.available").attribute("value"), Some("1.234,50"));
    // A scenario is still called by the same key, and another one gets a new one.
    assert_eq!(planner.press("duplicate", "", 0).as_deref(), Some("name-of-2"));
    again.restore(&planner.snapshot());
    again.enter("name-of-2", "Zuinig");
    again.press("tab", "scenarios", 0);
    assert!(again.view().find("id", "name-of-2").unwrap().attribute("value") == Some("Zuinig"));
    assert!(again.press("duplicate", "", 0) > Some("name-of-2".to_owned()));
}

#[test]
fn a_widget_goes_on_where_it_stopped() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("groups:1.fte", "abc");
    let stopped = planner.snapshot();
    assert!(planner.0.draft().borrow().is_own());
    let mut again = Page::new("NL", 2030);
    again.0.draft().borrow_mut().claim();
    again.0.resume(&stopped, false);
    assert_eq!(again.document().to_string(), Page::new("NL", 2030).document().to_string());

    let mut again = Page(Widget::new(Kind::Planner, "stopped", "2026-05-01", ""));
    again.0.resume(&stopped, true);
    assert_eq!(input(&again, "groups:1.fte").attribute("value"), Some("abc"));
    assert!(again.0.draft().borrow().is_own(), "still something to keep");
    for (kept, is_kept) in
        [(None, true), (Some("of another version"), false), (Some(stopped.as_str()), true)]
    {
        again.0.keep_on(kept);
        assert_eq!(again.0.to_keep().is_some(), is_kept, "where {kept:?} is kept");
    }
    let told = |page: &Page| page.0.view().find("class", "undo").map(Element::text);
    assert!(told(&again).is_some_and(|text| text.starts_with("De berekening was gestopt")));
    again.press("dismiss", "", 0);
    assert_eq!(told(&again), None);
}

#[test]
fn an_explanation_goes_down_to_the_inputs() {
    let mut planner = Page::small(Kind::Planner);
    assert_eq!(
        planner.press("why", "learningTime.hoursPerEmployee in headlines", 0).as_deref(),
        Some("h-derivation")
    );
    let steps = planner.view().find("class", "derivation").unwrap().text();
    for step in [
        "Waarom dit getal? Leertijd per medewerker",
        "47,28 uur = Leertijd van iedereen (945,6 uur) gedeeld door Medewerkers, Groep 1 (20)",
        "= Vitale Weekcycli (256 uur) plus Prof-cirkels (240 uur) plus Prof-traject (204,8 uur) plus Deskundigheidsbevordering (204,8 uur) plus Talentontwikkelgesprekken (40 uur)",
        "Deelnemers 16 = Medewerkers (20) keer Deelname (80%), afgerond op een geheel getal",
        "Medewerkers 20 ingevuld",
        "Deelname 80% standaard onze aanname",
        // What it rests on, the most influential first.
        "Waar dit getal op rust De aanname die het meest uitmaakt staat bovenaan. Aanname Realistisch Het getal wordt dan Deelname, Groep 1: 80% standaard onze aanname",
        "50% tot 95% 30,3 uur tot 55,77 uur",
    ] {
        assert!(steps.contains(step), "{step}\n{steps}");
    }
    for figure in ["budget.cash in lines", "value.breakEvenUplift in value-result"] {
        planner.press("why", figure, 0);
        let steps = planner.view().find("class", "derivation").unwrap().text();
        // Every step has a name in words: no path of a figure or an input is left.
        assert!(!steps.contains("learningTime.") && !steps.contains("groups["), "{steps}");
        assert!(!steps.contains("budget.") && !steps.contains("value."), "{steps}");
    }
}

#[test]
fn only_what_changed_is_said_and_once() {
    let mut planner = Page::new("BE", 2027);
    planner.enter("groups:1.headcount", "20");
    assert_eq!(planner.announcement(), None);
    planner.enter("groups:1.fte", "16");
    let said = planner.announcement().unwrap().replace('\u{a0}', " ");
    assert_eq!(
        said,
        "Leertijd per medewerker: 47,3 uur. 2 Prof-cirkels, 12 bijeenkomsten. Uitgaven € 14.634, volledige kost € 59.317. Break-even bij 5,3% meer productiviteit."
    );
    assert_eq!(planner.announcement(), None);
    planner.enter("budget.contingency", "0");
    let said = planner.announcement().unwrap();
    assert!(said.starts_with("Uitgaven") && !said.contains("Leertijd"), "{said}");
}

#[test]
fn nothing_on_the_page_is_ever_nan() {
    for (headcount, fte) in [("0", "0"), ("1", "0,01"), ("10000000", "10000000"), ("3", "")] {
        let mut planner = Page::new("NL", 2027);
        planner.enter("groups:1.headcount", headcount);
        planner.enter("groups:1.fte", fte);
        let text = planner.view().text();
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
}

#[test]
fn a_benefit_that_lasts_and_a_plan_without_productivity() {
    let plan = |benefits: &str| {
        open(&format!(
            r#"{{"schemaVersion":1,"year":2027,"country":"BE","groups":[{{"headcount":20,"fte":16}}],"value":{{"benefits":{benefits}}}}}"#
        ))
    };
    let lasting = plan(r#"[{"id":"p","kind":"productivity","halfLifeMonths":null}]"#);
    assert_eq!(note(&lasting, "benefit.halfLifeMonths"), "leeg: het effect blijft duren");
    assert_eq!(input(&lasting, "benefit.halfLifeMonths").attribute("placeholder"), Some(""));
    let none = plan("[]");
    assert!(none.view().find("data-field", "benefit.uplift").is_none());
    assert!(card(&none, "value").contains("-100% Return on Value"), "{}", card(&none, "value"));
}

/// The same plan as [`small`] in another language: the figures are the same, their signs are not.
#[test]
fn the_page_says_which_language_and_the_country_which_dutch() {
    let mut planner = Page::small(Kind::Planner);
    planner.speak("fr");
    let time = "Temps d’apprentissage par travailleur 47,3 heures par an 7,8 jours par ETP";
    assert!(card(&planner, "time").starts_with(time), "{}", card(&planner, "time"));
    let budget = "Budget L&D 14 634 € dépenses 59 317 € coût complet";
    assert!(card(&planner, "budget").starts_with(budget), "{}", card(&planner, "budget"));
    assert_eq!(planner.view().attribute("lang"), Some("fr-BE"));
    planner.speak("en-GB");
    let budget = "L&D budget €14,634 spending €59,317 full cost";
    assert!(card(&planner, "budget").starts_with(budget), "{}", card(&planner, "budget"));
    assert_eq!(planner.view().attribute("lang"), Some("en"));
    for (tag, country, expected) in [
        ("nl", "BE", "nl-BE"),
        ("nl", "NL", "nl-NL"),
        ("nl-BE", "NL", "nl-NL"),
        ("", "NL", "nl-NL"),
        ("de", "BE", "nl-BE"),
        ("en", "NL", "en"),
    ] {
        planner.preset("country", country);
        planner.speak(tag);
        assert_eq!(planner.view().attribute("lang"), Some(expected), "{tag} {country}");
    }
}

#[test]
fn a_number_stays_the_same_number_in_another_language() {
    let mut planner = Page::small(Kind::Planner);
    planner.enter("groups:1.name", "1.234");
    planner.enter("groups:1.labourCostPerHour", "1.234");
    planner.enter("groups:1.leaders", "twee");
    let plan = planner.document().to_string();
    let value = |planner: &Page, id| input(planner, id).attribute("value").unwrap().to_owned();
    planner.speak("fr");
    // A comma is the decimal sign of both, so that what was typed still says what it said.
    assert_eq!(value(&planner, "groups:1.labourCostPerHour"), "1.234");
    planner.speak("en");
    assert_eq!(value(&planner, "groups:1.labourCostPerHour"), "1,234");
    assert_eq!(value(&planner, "groups:1.name"), "1.234");
    assert_eq!(value(&planner, "groups:1.leaders"), "twee");
    assert_eq!(note(&planner, "groups:1.leaders"), "“twee” is not a number. Type for example 12.");
    assert_eq!(planner.document().to_string(), plan);
    assert_eq!(planner.announcement(), None, "another language is no news");
    // Now a point is the decimal sign.
    planner.enter("groups:1.labourCostPerHour", "1.234");
    assert!(planner.document().to_string().contains(r#""labourCostPerHour":1.234"#));
    assert_eq!(
        note(&planner, "groups:1.labourCostPerHour"),
        "Read as €1.234: the point comes before the decimals."
    );
    // Moved to another part of the page, in another language.
    let mut moved = Page::new("BE", 2027);
    moved.restore(&planner.snapshot());
    moved.speak("nl");
    assert_eq!(value(&moved, "groups:1.labourCostPerHour"), "1,234");
    assert!(moved.document().to_string().contains(r#""labourCostPerHour":1.234"#));
}

#[test]
fn euros_stand_where_the_language_puts_them() {
    let first = |language| {
        let mut planner = Page::small(Kind::Planner);
        planner.speak(language);
        let view = planner.view();
        let field = view.find("data-name", "labourCostPerHour").unwrap();
        match field.find("class", "box").unwrap().children.as_slice() {
            [View::Element(first), View::Element(_)] => first.tag,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(["nl", "fr", "en"].map(first), ["span", "input", "span"]);
}
