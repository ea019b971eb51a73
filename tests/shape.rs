//! What `src/plan/schema.rs` declares of the document is what the reader accepts.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::full;
use jaarplan::plan::schema::{ALL, PLAN};
use jaarplan::plan::shape::{Kind, Member, Object};
use jaarplan::plan::{Code, InputErrors};
use jaarplan::{Document, Plan};
use serde_json::{Value, json};

/// Every member of the full plan with the object that it stands in, as a JSON pointer.
fn members() -> Vec<(String, &'static Member)> {
    fn walk(
        object: &'static Object,
        at: &str,
        value: &Value,
        found: &mut Vec<(String, &'static Member)>,
    ) {
        for key in value.as_object().unwrap().keys() {
            assert!(object.members.iter().any(|one| one.key() == key), "{at}/{key} has no shape");
        }
        for member in object.members {
            let key = member.key();
            let Some(inner) = value.get(key).filter(|inner| !inner.is_null()) else { continue };
            found.push((at.to_owned(), member));
            match &member.kind {
                Kind::Object(object) => walk(object, &format!("{at}/{key}"), inner, found),
                Kind::List(list) => {
                    for (i, item) in inner.as_array().unwrap().iter().enumerate() {
                        let object = list.of.iter().find(|object| is_of(object, item)).unwrap();
                        walk(object, &format!("{at}/{key}/{i}"), item, found);
                    }
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&PLAN, "", &full(), &mut found);
    found
}

/// Whether all choices of an object are those of this kind.
fn is_of(object: &Object, item: &Value) -> bool {
    object.members.iter().all(|member| match member.kind {
        Kind::Choice(names, _) => {
            item[member.key()].as_str().is_none_or(|name| names.contains(&name))
        }
        _ => true,
    })
}

/// Reads the full plan with another value at a place, or with none.
fn read_with(at: &str, key: &str, value: Option<Value>) -> Result<Plan, InputErrors> {
    let mut plan = full();
    let object = plan.pointer_mut(at).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => object.insert(key.to_owned(), value),
        None => object.remove(key),
    };
    Plan::read(&Document::parse(&plan.to_string()).unwrap())
}

#[test]
fn every_field_has_its_place_and_the_full_plan_states_every_member() {
    let (stated, mut paths) = (members(), Vec::new());
    walk_all(&PLAN, &mut |member| {
        // So that nothing escapes the tests below.
        assert!(stated.iter().any(|(_, one)| std::ptr::eq(*one, member)), "{}", member.key());
        if let Kind::Number(fields) = member.kind {
            paths.extend(fields.iter().map(|field| field.path));
        }
    });
    for field in ALL.iter() {
        assert!(paths.contains(&field.path), "{}", field.path);
    }
    assert!(read_with("", "title", Some(json!("t"))).unwrap().warnings.is_empty());
}

fn walk_all(object: &'static Object, visit: &mut dyn FnMut(&'static Member)) {
    for member in object.members {
        visit(member);
        match &member.kind {
            Kind::Object(object) => walk_all(object, visit),
            Kind::List(list) => list.of.iter().for_each(|object| walk_all(object, visit)),
            _ => {}
        }
    }
}

#[test]
fn what_is_not_required_may_be_absent_or_null() {
    for (at, member) in members() {
        for absent in [None, Some(Value::Null)] {
            let read = read_with(&at, member.key(), absent);
            // A share needs its lines; the cost lines that a subsidy names cannot go.
            let gone = member.key() == "costs";
            assert_eq!(read.is_ok(), !member.required && !gone, "{at}/{}: {read:?}", member.key());
        }
    }
}

#[test]
fn what_is_of_another_kind_is_refused() {
    let values = [json!(true), json!("no choice"), json!(1), json!([]), json!({})];
    for (at, member) in members() {
        let fits = |value: &Value| match member.kind {
            Kind::Number(fields) => value.is_number() || (fields[0].estimate && value.is_object()),
            Kind::Text | Kind::Id(_) | Kind::Choice(..) => value.is_string(),
            Kind::Truth => value.is_boolean(),
            Kind::Object(_) | Kind::Free => value.is_object(),
            Kind::List(_) | Kind::Ids { .. } => value.is_array(),
        };
        for value in values.iter().filter(|value| !fits(value)) {
            let errors = read_with(&at, member.key(), Some(value.clone())).unwrap_err().errors;
            assert_eq!(errors[0].code, Code::WrongType, "{at}/{}: {value}", member.key());
        }
    }
}

#[test]
fn choices_are_those_that_are_accepted() {
    for (at, member) in members() {
        let Kind::Choice(names, _) = member.kind else { continue };
        let refused = read_with(&at, member.key(), Some(json!("no choice"))).unwrap_err();
        assert_eq!(refused.errors[0].code, Code::UnknownChoice);
        let accepted = &refused.errors[0].expected;
        assert!(names.iter().all(|name| accepted.contains(name)), "{at}/{}", member.key());
        // Where objects are told apart by it, all of them together have every choice.
        let mut all = Vec::new();
        walk_all(&PLAN, &mut |one| match one.kind {
            Kind::Choice(names, _) if one.key() == member.key() => all.extend(names),
            _ => {}
        });
        assert!(accepted.iter().all(|name| all.contains(&name)), "{at}/{}", member.key());
    }
}

#[test]
fn what_stands_in_for_a_missing_choice_is_the_default() {
    for (at, member) in members() {
        let default = match member.kind {
            Kind::Choice(_, Some(name)) => json!(name),
            Kind::Truth => json!(true),
            _ => continue,
        };
        let shown = |value| {
            let plan = read_with(&at, member.key(), value).unwrap();
            format!("{:?}", Plan { defaults_used: Vec::new(), ..plan })
        };
        assert_eq!(shown(None), shown(Some(default)), "{at}/{}", member.key());
    }
}

#[test]
fn lists_are_as_long_as_may_be() {
    for (at, member) in members() {
        let (least, most) = match &member.kind {
            Kind::List(list) => (list.least, list.most),
            Kind::Ids { least, most } => (*least, *most),
            _ => continue,
        };
        let read = |length| read_with(&at, member.key(), Some(json!(vec![1; length])));
        let codes = |length: usize| -> Vec<_> {
            read(length).unwrap_err().errors.iter().map(|error| error.code).collect()
        };
        assert!(codes(most + 1).contains(&Code::TooMany), "{at}/{}", member.key());
        assert!(!codes(most).contains(&Code::TooMany), "{at}/{}", member.key());
        let empty = read(0).map_or_else(|errors| errors.errors, |_| Vec::new());
        let missing = empty.iter().any(|error| error.code == Code::Missing);
        assert_eq!(missing, least > 0, "{at}/{}", member.key());
    }
}

#[test]
fn ids_are_not_empty_and_not_those_of_others() {
    for (at, member) in members() {
        let Kind::Id(taken) = member.kind else { continue };
        let code = |id: &str| {
            let read = read_with(&at, member.key(), Some(json!(id)));
            read.map_or_else(|errors| Some(errors.errors[0].code), |_| None)
        };
        assert_eq!(code(""), Some(Code::Missing));
        for name in ["participant-time:", "margin:a", "contingency", "contingency-2"] {
            let reserved = taken
                .iter()
                .any(|one| if one.ends_with(':') { name.starts_with(one) } else { name == *one });
            assert_eq!(code(name) == Some(Code::ReservedId), reserved, "{at}: {name}");
        }
    }
}
