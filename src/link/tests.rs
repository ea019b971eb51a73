use super::format::*;
use super::*;
use crate::MODEL;
use crate::plan::shape::{Kind, Object};
use crate::plan::{Country, End, MAX_DEPTH, Node, schema};
use crate::rules::sectors;
use crate::text::Locale;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How many words have a first byte.
const ROOM_FOR_WORDS: u8 = SMALL - WORD;

const EXAMPLES: [&str; 4] = [
    include_str!("../../examples/basisschool.json"),
    include_str!("../../examples/kmo.json"),
    include_str!("../../examples/woonzorgcentrum.json"),
    include_str!("../../tests/cases/full.json"),
];

/// Three groups with names and their own wages, and a dozen other fields.
const TYPICAL: &str = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
    "title": "Jaarplan Duurzaam leren 2027", "organisation": "Ziekenhuis Noord",
    "groups": [
        { "name": "Verpleegkundigen", "headcount": 120, "fte": 96.5, "labourCostPerHour": 46.75,
          "participation": 0.85, "replacementShare": 0.6, "leaders": 8 },
        { "name": "Administratie", "headcount": 34, "fte": 28.2, "labourCostPerHour": 41.30,
          "participation": 0.75, "leaders": 3 },
        { "name": "Technische dienst en keuken", "headcount": 22, "fte": 20.5,
          "labourCostPerHour": 38.9, "replacementShare": 0.3 }],
    "learning": { "weekCycles": { "count": 38, "minutes": 20 }, "formal": { "hours": 12 } },
    "profCircles": { "targetSize": 7, "sessions": 5, "sessionHours": 1.5 },
    "facilitation": { "externalShare": 0.25 },
    "budget": { "available": 180000 }, "value": { "horizonYears": 4 } }"#;

fn parse(text: &str) -> Document {
    Document::parse(text).unwrap()
}

fn link(text: &str) -> String {
    encode(&parse(text)).unwrap()
}

#[track_caller]
fn stays(text: &str) {
    let (document, link) = (parse(text), link(text));
    let linked = decode(&link).unwrap_or_else(|error| panic!("{error}: {text} as {link}"));
    assert_eq!(linked, Linked { document, model: MODEL.to_owned() }, "{link}");
}

#[test]
fn links_are_short() {
    assert_eq!(link(TYPICAL).len(), 212);
    assert_eq!(EXAMPLES.map(|text| link(text).len()), [443, 93, 852, 597]);
}

#[test]
fn a_plan_comes_back_as_it_was() {
    EXAMPLES.into_iter().chain([TYPICAL]).for_each(stays);
}

#[test]
fn anything_that_json_can_say_comes_back() {
    for number in [
        "0",
        "-0",
        "1",
        "95",
        "96",
        "100",
        "101",
        "127",
        "128",
        "1000",
        "250000",
        "1000000000",
        "10000000000",
        "2027",
        "0.0",
        "0.00",
        "0.5",
        "0.50",
        "41.30",
        "100.0",
        "100.00",
        "1e3",
        "1E-5",
        "0.1234567",
        "0.12345678",
        "0.0000001",
        "-5",
        "-0.5",
        "999999999999.999999",
        "18446744073709551615",
        "18446744073709551616",
        "1844674407370955161.5",
        "1.5e+300",
    ] {
        stays(number);
        stays(&format!(r#"{{"groups":[{{"fte":{number}}},{number}]}}"#));
    }
    for text in [
        "",
        " ",
        "a",
        "mixed",
        "Mixed",
        "id",
        "2026.1",
        "Zorg en welzijn",
        "Café «Ünïque»",
        "日本 🎓",
        r"\u0000",
        r"\u0001\u001f\u007f",
        r"een\ntwee\r\ndrie\tvier",
        r#"\"\\"#,
        "enenen",
        "een en ander",
        "Jaarplan Duurzaam leren 2027",
        "Jaarplan Duurzaam leren 2",
        "\u{200b}\u{feff}\u{2028}",
    ] {
        stays(&format!("\"{text}\""));
        stays(&format!(r#"{{"{text}":"{text}","groups":[{{"name":"{text}","{text}x":null}}]}}"#));
    }
    for length in [38, 39, 40, 41, 127, 128, 129, 16_383, 16_384, 40_000] {
        stays(&format!("\"{}\"", "x".repeat(length)));
        stays(&format!("[{}0]", "[],".repeat(length)));
    }
    for whole in [
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "[[],{},[{}]]",
        r#"{"":1}"#,
        r#"{"for":1,"label":2}"#,
        r#"{"hours":1}"#,
        r#"{"hours":null,"proRata":false,"note":{"likely":1,"low":0}}"#,
        r#"{"year":2027,"schemaVersion":1,"groups":[],"title":"later"}"#,
        r#"{"likely":1,"low":2,"high":3}"#,
        r#"{"low":1,"likely":2,"high":3,"mode":4}"#,
        r#"{"jaarplan":{"doelen":["a","b"],"diep":{"er":[{"id":1}]}},"actuals":{"2027":{"cash":12.50}}}"#,
    ] {
        stays(whole);
    }
    let deep = MAX_DEPTH;
    stays(&format!("{}{}", "[".repeat(deep), "]".repeat(deep)));
    stays(&format!("{}0{}", r#"{"learning":"#.repeat(deep), "}".repeat(deep)));
    stays(&format!("{}0{}", r#"{"x":"#.repeat(deep), "}".repeat(deep)));
}

/// Links that are out in the world: these lines never change, and new ones are added.
#[test]
#[rustfmt::skip]
fn old_links_open_for_ever() {
    let small = decode("#jp1.OBmZAXkI6w85AwEbDIYK4gk.0q7lcam").unwrap();
    assert_eq!(small.document.to_string(), r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":14,"fte":12.50}]}"#);
    assert_eq!(small.model, "2026.1");
    let full = decode(OLD).unwrap();
    assert_eq!(full.document, parse(include_str!("../../tests/cases/full.json")));
    assert_eq!(full.model, "2026.1");
}

const OLD: &str = "#jp1.OBn__wd52wEyN-xXbxp6b3JnYxR0cnVtIEQRQmV1awjrDzlXGg-eCUylCz8DAhv_H9x6b3Jn41pvcmd\
    rdW5kaRZuEAwJxQeACeIDCQgJBgkMCQEJfR0PHgeWpQEfBYQCHweCfAIfAQkPG_8f2xxhZtxTdGFmjwnJAXu\
    vCQl4eXh4AB0PHgeglgIfBYgCHweIeAIfAXog_x87gH2CfnoJBXl5EAx5eiEHChkJ4gMQDwMCIj_eY28fc2V\
    z40V4dBVuEW9wBgsURkGbAiI_23cNbOFMZQ9uCyB3DWxJPQnZYQEDAiQ_23ZvduhWbGFhbRtvcAYLc3YVbG9\
    mQQrTCwMAEwIkP9xmGmRz4lNlY3RvcmYaZHNFCQMDAd5jbx9zZXMSBSUfExkKSwoFCwEUWSYfewoEAwMnjx5\
    S5VByb2R1Yx52aXRlaXRSCgWEhnl5J-cbU-NNGGQVIHYVbG9vcFMLbAoFChWEeXknlx7eY2xhaW1z5E0YZBU\
    gGGNpZBR0FFQTBH6QCQUJBygHfQkCCQUDASkD31cKcBl6F3JOBAEABGdvDXPoTBUJZGkQHWJpaiBoZR13Chg\
    A.0ajh5nh";

/// The keys and the choices of an object of the plan, and of all that is in it.
fn names_of(object: &Object, keys: &mut BTreeSet<&str>, choices: &mut BTreeSet<&str>) {
    for member in object.members {
        keys.insert(member.key());
        match &member.kind {
            Kind::Choice(names, _) => choices.extend(names.iter()),
            Kind::Object(object) => names_of(object, keys, choices),
            Kind::List(list) => list.of.iter().for_each(|object| names_of(object, keys, choices)),
            _ => {}
        }
    }
}

/// A name that is no longer of the plan was renamed, and has lost what makes it short.
#[test]
fn every_field_and_choice_has_a_short_name() {
    let (mut keys, mut choices) = (BTreeSet::new(), BTreeSet::new());
    names_of(&schema::PLAN, &mut keys, &mut choices);
    keys.extend(End::ALL.map(End::as_str));
    choices.extend([Country::Be, Country::Nl].into_iter().flat_map(sectors));
    for key in known_keys() {
        assert!(keys.contains(key), "{key}");
    }
    let [model, words @ ..] = WORDS;
    assert_eq!(model, "2026.1");
    for word in words {
        assert!(choices.contains(word), "{word}");
    }
    let named = |key: &&str| known_keys().any(|known| known == *key);
    let new: Vec<_> = keys.into_iter().filter(|key| !named(key)).collect();
    let new_choices: Vec<_> = choices.into_iter().filter(|name| !WORDS.contains(name)).collect();
    for name in new.into_iter().chain(new_choices) {
        stays(&format!(r#"{{"year":2027,"{name}":"{name}"}}"#));
    }
    assert!(WORDS.len() <= usize::from(ROOM_FOR_WORDS));
    assert!(SHAPES.len() <= usize::from(WORD - SHAPE));
    assert!(SHAPES.iter().all(|shape| shape.len() < 64));
    const {
        assert!(u8::MAX - SHORT == MOST_SHORT && SMALL + MOST_SMALL < SHORT);
        assert!(PLACES + MOST_PLACES < ZEROS && ZEROS + MOST_ZEROS == SHAPE);
        assert!(ROOM_FOR_WORDS == 64);
    }
}

/// No table knows `observers` or `perNight`: they cost their letters, and what is around them a byte for each key.
#[test]
fn a_newer_field_or_choice_is_written_as_text() {
    let plan = |observers: &str, basis: &str| {
        format!(
            r#"{{"schemaVersion":1,"year":2027,"country":"BE","groups":[{{"headcount":14,"fte":12.50}}],
            "profCircles":{{"targetSize":7,{observers}"sessions":5}},
            "costs":[{{"id":"a","basis":"{basis}","amount":10}}]}}"#
        )
    };
    let (known, newer) = (plan("", "perHead"), plan(r#""observers":2,"#, "perNight"));
    stays(&newer);
    assert_eq!((link(&known).len(), link(&newer).len()), (52, 76));
}

#[test]
fn the_pages_name_the_model_of_the_code() {
    let model = format!("**{MODEL}**");
    assert!(include_str!("../../docs/model.md").contains(&format!("Model version {model}")));
    assert!(include_str!("../../docs/plan-document.md").contains(&format!("model, now {MODEL} ")));
}

#[test]
fn the_page_has_the_tables_of_the_code() {
    let page = include_str!("../../docs/links.md");
    let shapes = SHAPES
        .iter()
        .enumerate()
        .map(|(row, shape)| format!("| {row} | `{}` |\n", shape.join("` `")));
    assert!(page.contains(&shapes.collect::<String>()));
    let listed = |heading: &str| {
        let list = page.split(heading).nth(1).unwrap().split('`').skip(1).step_by(2);
        list.map(|item| item.replace('_', " ")).collect::<Vec<_>>()
    };
    assert!(listed("for a space:").starts_with(&PIECES.map(str::to_owned)));
    assert!(listed("from 0 on:").iter().map(String::as_str).zip(WORDS).all(|(a, b)| a == b));
    assert!(page.contains(&format!("more than {}\n", Locale::En.number(MAX_LENGTH as f64, 0))));
}

/// Refused, or the plan that it was.
#[track_caller]
fn never_another(damaged: &str, whole: &Linked) {
    if let Ok(opened) = decode(damaged) {
        assert_eq!(&opened, whole, "{damaged}");
    }
}

#[test]
fn a_changed_character_never_gives_another_plan() {
    let sample = link(include_str!("../../examples/kmo.json"));
    let (whole, signs) = (decode(&sample).unwrap(), sample.chars().collect::<Vec<_>>());
    let text = |signs: &[char]| signs.iter().collect::<String>();
    let others: Vec<char> = (' '..='~').chain(['\n', '\u{200b}', 'é', '–']).collect();
    let mut refused = 0;
    for at in 0..signs.len() {
        let mut without = signs.clone();
        without.remove(at);
        never_another(&text(&without), &whole);
        never_another(&text(&signs[..at]), &whole);
        never_another(&text(&signs[at..]), &whole);
        for other in (at + 1)..signs.len() {
            let mut swapped = signs.clone();
            swapped.swap(at, other);
            never_another(&text(&swapped), &whole);
        }
        for &other in &others {
            let (mut changed, mut longer) = (signs.clone(), signs.clone());
            changed[at] = other;
            longer.insert(at, other);
            never_another(&text(&changed), &whole);
            never_another(&text(&longer), &whole);
            refused += u32::from(decode(&text(&changed)).is_err());
        }
    }
    // What is left: the sign itself, and another one in the place of the `#`.
    assert!(refused as usize > signs.len() * (others.len() - 2), "{refused}");
}

#[test]
#[rustfmt::skip]
fn what_happens_to_links_on_the_way_is_repaired() {
    let sample = link(TYPICAL);
    let (bare, whole) = (sample.trim_start_matches('#'), decode(&sample).unwrap());
    let inside = |sign: &str| {
        let (start, end) = sample.split_at(70);
        format!("{start}{sign}{end}")
    };
    let percent = |text: &str, signs: &[char]| -> String {
        let coded = |c: char| if signs.contains(&c) { format!("%{:02X}", u32::from(c)) } else { c.to_string() };
        text.chars().map(coded).collect()
    };
    for text in [
        bare.to_owned(),
        format!("https://intranet.example/leren/plan.html?v=2{sample}"),
        format!("file:///C:/Users/An%20Peeters/jaarplan.html{sample}"),
        format!("https://jp1.example.org/{sample}"),
        format!("https://app.example/#/plannen#{bare}"),
        format!("{sample}."), format!("{sample},"), format!("{sample}; "), format!("{sample}:"),
        format!("{sample}!"), format!("{sample}?"), format!("({sample})"), format!("<{sample}>"),
        format!("“{sample}”."), format!("'{sample}'"), format!("\"{sample}\""), format!("**{sample}**"),
        format!("  \u{feff}{sample}\u{a0}\r\n"),
        inside("\r\n"), inside(" "), inside("\u{200b}"), inside("\u{ad}"), inside("\u{2060}"), inside("\n\t"),
        percent(&sample, &['.']), percent(&sample, &['#', '.', '-', '_']),
        percent(&sample, &['#', '.']).to_lowercase().replace(&percent(bare, &['.']).to_lowercase(), &percent(bare, &['.'])),
        percent(&percent(&sample, &['#', '.']), &['%']),
        percent(&sample, &sample.chars().collect::<Vec<_>>()),
        inside("%E2%80%8B"), inside("%0D%0A"),
    ] {
        assert_eq!(decode(&text).as_ref(), Ok(&whole), "{text}");
    }
}

#[track_caller]
fn refused(text: &str, expected: LinkError) {
    assert_eq!(decode(text), Err(expected), "{text}");
}

#[test]
#[rustfmt::skip]
fn what_is_refused_says_why() {
    use LinkError::{Damaged, Newer, NotALink};
    let sample = link(TYPICAL);
    for none in ["", " ", "#", "#.", "#inhoud", "#jp", "#jpeg", "#jp1x", "jaarplan", "https://example.org/",
                 "https://example.org/#top", "#jp0.AAAA.0000000", "#jp-1.AAAA", "#jp1,5", "%", "%23", "日本"] {
        refused(none, NotALink);
    }
    for newer in ["#jp2", "#jp2.AAAA.0000000", "https://example.org/#jp2.whatever!"] {
        refused(newer, Newer(2));
    }
    refused("#jp12.AAAA", Newer(12));
    refused("#jp4294967296.AAAA", NotALink);
    for damaged in ["#jp1", "#jp1.", "#jp1..", "#jp1.AAAA", "#jp1.AAAA.0000000", "#jp01.AAAA.0000000", "#jp1.%.x"] {
        refused(damaged, Damaged);
    }
    refused(&sample[..sample.len() - 1], Damaged);
    refused(&sample.to_uppercase().replace("JP1", "jp1"), Damaged);
    refused(&format!("{sample}{sample}x"), Damaged);
    refused(&format!("{sample} en bedankt"), Damaged);
    for error in [Damaged, Newer(2), NotALink] {
        assert!(!error.to_string().is_empty() && error.as_str().ends_with("link"));
    }
}

#[test]
fn what_nobody_encodes_is_refused() {
    let model = [WORD];
    for bytes in [
        &[][..],                                                   // no plan
        &[NULL],                                                   // no plan
        &[7],                                                      // no such value
        &[LIST, 255],                                              // an endless count
        &[LIST, 255, 255, 255, 255, 127],                          // more than there is
        &[PLACES, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2], // above 64 bits
        &[ZEROS, 0],                                               // 00
        &[DIGITS, 1, b'-'],                                        // no number
        &[DIGITS, 3, b'N', b'a', b'N'],
        &[DIGITS, 0],
        &[SHAPE + 31, 0],               // no such shape
        &[SHAPE, 8, NULL],              // a key that the shape does not have
        &[SHAPE, 1],                    // no value
        &[WORD + ROOM_FOR_WORDS - 1],   // no such word
        &[OBJECT, 1, 200, 1, NULL],     // no such key
        &[OBJECT, 2, 1, NULL, 1, NULL], // a key twice
        &[OBJECT, 2, 0, 3, b'l', b'o', b'w', NULL, 1, NULL],
        &[SHORT + 2, b'a'], // a text that ends early
        &[SHORT + 1, 0xc3], // no UTF-8
        &[SHORT + 1, LITERAL],
        &[TEXT, 255, 255, 255, 255, 127, b'a'],
        &[NULL, NULL], // bytes behind the plan
    ] {
        let valid = bytes == [NULL];
        let link = link_around(&[&model, bytes].concat());
        assert_eq!(decode(&link).is_ok(), valid, "{bytes:?}");
    }
    // Nor is there a plan without a model, or one whose model is no text.
    assert!(decode(&link_around(&[])).is_err());
    assert!(decode(&link_around(&[SMALL, NULL])).is_err());
    assert!(decode(&link_around(&[LIST, 0, NULL])).is_err());
    let own = decode(&link_around(&[SHORT + 4, b'2', b'0', b'3', b'1', NULL])).unwrap();
    assert_eq!(own.model, "2031");
}

#[test]
fn hostile_links_cost_little() {
    let deep = [vec![WORD], [LIST, 1].repeat(500_000)].concat();
    let wide =
        |one: &[u8], times: usize| [&[WORD, LIST, 160, 141, 6][..], &one.repeat(times)].concat();
    // 100,000 of each: 160 + 13 · 128 + 6 · 128² = 100,000.
    for bytes in [
        deep,
        wide(&[LIST, 0], 100_000),
        wide(&[SHAPE + 1, 0], 100_000),
        wide(&[OBJECT, 1, 0, 1, b'x', NULL], 100_000),
    ] {
        let _ = decode(&link_around(&bytes));
    }
    let far = [vec![WORD, OBJECT, 160, 141, 6], [100, NULL].repeat(100_000)].concat();
    assert_eq!(decode(&link_around(&far)), Err(LinkError::Damaged));
    refused(&"#".repeat(9 * MAX_LENGTH), LinkError::Damaged);
    refused(&format!("#jp1.{}", "%25".repeat(MAX_LENGTH)), LinkError::Damaged);
    refused(&format!("#jp1.{}.0000000", "A".repeat(MAX_LENGTH)), LinkError::Damaged);
    let large = Document::from(Node::List(vec![Node::Text("x".repeat(40)); 30_000]));
    assert_eq!(encode(&large).unwrap_err().errors[0].code, Code::TooLarge);
}

#[test]
fn a_long_name_does_not_slow_down_what_stands_under_it() {
    let (name, list) = ("x".repeat(150_000), "0,".repeat(150_000));
    stays(&format!(r#"{{"{name}":[{list}{{"a":[{list}0]}}]}}"#));
}

#[test]
fn what_json_cannot_say_is_null_or_refused() {
    let odd = |node| encode(&Document::from(Node::List(vec![node])));
    for node in [Node::Foreign, Node::TooDeep] {
        assert_eq!(decode(&odd(node).unwrap()).unwrap().document, parse("[null]"));
    }
    assert_eq!(odd(Node::from(f64::NAN)).unwrap_err().errors[0].code, Code::NotJson);
    let twice = Node::Object(vec![("a".to_owned(), Node::Null), ("a".to_owned(), Node::Null)]);
    assert_eq!(odd(twice).unwrap_err().errors[0].code, Code::DuplicateKey);
}

/// Documents with known and unknown keys, in any order.
fn documents() -> impl Strategy<Value = Document> {
    let any_key = || {
        let known =
            (0..known_keys().count()).prop_map(|place| known_keys().nth(place).unwrap().to_owned());
        prop_oneof![4 => known, 1 => "\\PC{0,6}"]
    };
    let word = (0..WORDS.len()).prop_map(|place| WORDS[place].to_owned());
    let leaf = prop_oneof![
        Just(Node::Null),
        any::<bool>().prop_map(Node::Bool),
        "(0|[1-9][0-9]{0,20})(\\.[0-9]{1,9})?".prop_map(Node::Number),
        "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,3})?".prop_map(Node::Number),
        any::<u32>().prop_map(|number| Node::Number(number.to_string())),
        word.prop_map(Node::Text),
        "\\PC{0,50}".prop_map(Node::Text),
        "[\\x00-\\x7f]{0,12}".prop_map(Node::Text),
        "(en|er|ing| van |Jaarplan| |e|n|st){0,30}".prop_map(Node::Text),
    ];
    let node = leaf.prop_recursive(6, 60, 12, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..12).prop_map(Node::List),
            proptest::collection::btree_map(any_key(), inner.clone(), 0..12)
                .prop_map(|members| Node::Object(members.into_iter().collect())),
            (0..SHAPES.len(), proptest::collection::vec(proptest::option::of(inner), 17)).prop_map(
                |(shape, values)| {
                    let members = SHAPES[shape].iter().zip(values);
                    let stated =
                        |(key, node): (&&str, Option<Node>)| Some(((*key).to_owned(), node?));
                    Node::Object(members.filter_map(stated).collect())
                }
            ),
        ]
    });
    node.prop_map(Document::from)
}

proptest! {
    #[test]
    fn every_document_comes_back(document in documents()) {
        let link = encode(&document).unwrap();
        let linked = decode(&link);
        prop_assert_eq!(linked, Ok(Linked { document, model: MODEL.to_owned() }), "{}", link);
    }

    #[test]
    fn any_bytes_are_a_document_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(linked) = decode(&link_around(&[&[WORD], &bytes[..]].concat())) {
            let again = decode(&encode(&linked.document).unwrap()).unwrap();
            prop_assert_eq!(again, linked);
        }
    }

    #[test]
    fn any_text_is_a_link_or_refused(text in "(#|jp1|jp2|\\.|%2E|%|[A-Z0-9a-z_-]{0,9}|\\PC){0,12}") {
        prop_assert!(decode(&text).is_err());
    }
}
