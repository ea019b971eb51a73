//! The plan document as a JSON Schema, draft 2020-12.

use crate::only;
use crate::reached::Reached;
use crate::words::words;
use jaarplan::Decimal;
use jaarplan::plan::Field;
use jaarplan::plan::fields::Bounds;
use jaarplan::plan::schema::PLAN;
use jaarplan::plan::shape::{Kind, Member, Object};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// JSON whose members keep their order.
enum Json {
    Text(String),
    Truth(bool),
    Number(Decimal),
    Count(usize),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Number(number) => match number.to_string().parse::<i64>() {
                Ok(whole) => serializer.serialize_i64(whole),
                Err(_) => number.serialize(serializer),
            },
            Self::Count(count) => count.serialize(serializer),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (key, value) in members {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

fn text(text: impl Into<String>) -> Json {
    Json::Text(text.into())
}

fn texts(names: &[&str]) -> Json {
    Json::List(names.iter().map(|name| text(*name)).collect())
}

fn of_type(name: &str) -> Vec<(&'static str, Json)> {
    vec![("type", text(name))]
}

fn reference(name: &str) -> Json {
    Json::Object(vec![("$ref", text(format!("#/$defs/{name}")))])
}

/// The schema of a plan document.
pub fn schema() -> serde_json::Result<String> {
    let Reached { objects, .. } = Reached::default().from(&PLAN);
    let mut root = vec![
        ("$schema", text("https://json-schema.org/draft/2020-12/schema")),
        ("title", text("Jaarplan")),
        (
            "$comment",
            text(
                "Bounds of each value by itself. The reader first rounds numbers to six decimals, and amounts that say so to cents. Rules between values are the \
                 reader's own: fte and leaders within headcount, low ≤ likely ≤ high, minSize ≤ targetSize ≤ maxSize, \
                 ids that occur once and that `of` names, totals that are not too large.",
            ),
        ),
    ];
    root.extend(object(&PLAN));
    let others = objects.iter().filter(|object| object.name != PLAN.name);
    root.push((
        "$defs",
        Json::Object(others.map(|one| (one.name, Json::Object(object(one)))).collect()),
    ));
    Ok(serde_json::to_string_pretty(&Json::Object(root))? + "\n")
}

/// An object; what is not listed in it is allowed.
fn object(object: &Object) -> Vec<(&'static str, Json)> {
    let mut out = vec![("description", text(object.about))];
    out.extend(of_type("object"));
    let required: Vec<_> =
        object.members.iter().filter(|member| member.required).map(Member::key).collect();
    if !required.is_empty() {
        out.push(("required", texts(&required)));
    }
    let members = object.members.iter().map(|one| (one.key(), Json::Object(member(one))));
    out.push(("properties", Json::Object(members.collect())));
    out
}

fn member(member: &Member) -> Vec<(&'static str, Json)> {
    let words = words(member).join("\n");
    let mut out = Vec::new();
    if !words.is_empty() {
        out.push(("description", text(words)));
    }
    match &member.kind {
        Kind::Truth => out.push(("default", Json::Truth(true))),
        Kind::Choice(_, Some(default)) => out.push(("default", text(*default))),
        // Of several countries each has its own.
        Kind::Number([Field { default: Some(default), .. }])
            if default.be.likely == default.nl.likely =>
        {
            out.push(("default", Json::Number(default.be.likely)));
        }
        _ => {}
    }
    let mut ways = ways(&member.kind);
    if !member.required {
        ways.push(of_type("null"));
    }
    match ways.pop() {
        Some(only) if ways.is_empty() => out.extend(only),
        last => {
            let ways = ways.into_iter().chain(last).map(Json::Object);
            out.push(("anyOf", Json::List(ways.collect())));
        }
    }
    out
}

/// What may stand there, null aside.
fn ways(kind: &Kind) -> Vec<Vec<(&'static str, Json)>> {
    let way = match kind {
        Kind::Number([field, ..]) => {
            let mut ways = vec![bounds(&field.bounds)];
            if field.estimate {
                ways.push(estimate(&field.bounds));
            }
            return ways;
        }
        Kind::Number([]) => return Vec::new(),
        Kind::Text => of_type("string"),
        Kind::Id(taken) => id(taken),
        Kind::Truth => of_type("boolean"),
        Kind::Choice([name], _) => vec![("const", text(*name))],
        Kind::Choice(names, _) => vec![("enum", texts(names))],
        Kind::Object(object) => vec![("$ref", text(format!("#/$defs/{}", object.name)))],
        Kind::List(list) => {
            let items = match list.of {
                [only] => reference(only.name),
                several => {
                    let several = several.iter().map(|object| reference(object.name));
                    Json::Object(vec![("oneOf", Json::List(several.collect()))])
                }
            };
            array(list.least, list.most, items)
        }
        Kind::Ids { least, most } => {
            let mut ids = array(*least, *most, Json::Object(id(&[])));
            ids.push(("uniqueItems", Json::Truth(true)));
            ids
        }
        Kind::Free => of_type("object"),
    };
    vec![way]
}

fn bounds(bounds: &Bounds) -> Vec<(&'static str, Json)> {
    if let Some(one) = only(bounds) {
        return vec![("const", Json::Number(one))];
    }
    let mut out = of_type(if bounds.whole { "integer" } else { "number" });
    let low = if bounds.above_min { "exclusiveMinimum" } else { "minimum" };
    let high = if bounds.below_max { "exclusiveMaximum" } else { "maximum" };
    out.push((low, Json::Number(bounds.min)));
    out.push((high, Json::Number(bounds.max.unwrap_or(Decimal::LIMIT))));
    out
}

fn estimate(of: &Bounds) -> Vec<(&'static str, Json)> {
    let keys = ["low", "likely", "high"];
    let mut out = of_type("object");
    out.push(("required", texts(&keys)));
    out.push(("properties", Json::Object(keys.map(|key| (key, Json::Object(bounds(of)))).into())));
    out
}

fn id(taken: &[&str]) -> Vec<(&'static str, Json)> {
    let mut out = of_type("string");
    out.push(("minLength", Json::Count(1)));
    if !taken.is_empty() {
        let whole = |name: &&str| {
            if name.ends_with(':') { (*name).to_owned() } else { format!("{name}$") }
        };
        let names = taken.iter().map(whole).collect::<Vec<_>>().join("|");
        out.push(("not", Json::Object(vec![("pattern", text(format!("^({names})")))])));
    }
    out
}

fn array(least: usize, most: usize, items: Json) -> Vec<(&'static str, Json)> {
    let mut out = of_type("array");
    if least > 0 {
        out.push(("minItems", Json::Count(least)));
    }
    out.push(("maxItems", Json::Count(most)));
    out.push(("items", items));
    out
}
