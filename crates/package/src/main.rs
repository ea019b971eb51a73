//! Writes what others need to know of the plan document: `types` for TypeScript, or `schema`, a JSON Schema.
//!
//! Both come from what the reader is made of: the declarations of `src/plan/schema.rs`.

use jaarplan::Decimal;
use jaarplan::plan::fields::{Bounds, Standard};
use jaarplan::plan::schema::PLAN;
use jaarplan::plan::shape::{Kind, List, Member, Object};
use jaarplan::plan::{Field, Unit};
use serde::ser::{Serialize, SerializeMap, Serializer};

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("types") => print!("{}", types()),
        Some("schema") => println!("{}", schema()),
        _ => {
            eprintln!("types or schema?");
            std::process::exit(2);
        }
    }
}

// ── Words ───────────────────────────────────────────────────────────────────────────────────────

/// What a member is, line by line.
fn words(member: &Member) -> Vec<String> {
    match &member.kind {
        Kind::Number(fields) => {
            fields.iter().flat_map(|field| [field.about.to_owned(), rule(field)]).collect()
        }
        kind => {
            let default = match kind {
                Kind::Truth => Some("Default: true.".to_owned()),
                Kind::Choice(_, default) => default.map(|name| format!("Default: {name}.")),
                Kind::List(list) => Some(length(list.least, list.most)),
                _ => None,
            };
            let words = [Some(member.about.to_owned()), default].into_iter().flatten();
            let line = words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
            Some(line).filter(|line| !line.is_empty()).into_iter().collect()
        }
    }
}

fn length(least: usize, most: usize) -> String {
    let least = if least == 0 { String::new() } else { format!("At least {least}. ") };
    format!("{least}At most {most}.")
}

/// Unit, bounds and default in words.
fn rule(field: &Field) -> String {
    let unit = match field.unit {
        Unit::Share => "A share (0.05 is 5 %)".into(),
        Unit::Eur if field.total => "€, to cents".into(),
        Unit::Eur => "€".into(),
        Unit::EurPerHour => "€ per hour".into(),
        Unit::Person => "People".into(),
        Unit::Fte => "FTE".into(),
        Unit::Times => "A number".into(),
        Unit::Circle => "Circles".into(),
        Unit::Session => "Sessions".into(),
        Unit::CalendarYear => "A year".into(),
        unit => {
            let name = unit.as_str().replace('-', " ");
            let (first, rest) = name.split_at(1);
            first.to_uppercase() + rest
        }
    };
    let Bounds { min, max, above_min, below_max, whole } = field.bounds;
    let whole = if whole { ", whole" } else { "" };
    let low = if above_min { ">" } else { "≥" };
    let high = if below_max { "<" } else { "≤" };
    let high = max.map(|max| format!(", {high} {max}")).unwrap_or_default();
    let default = field.default.as_ref().map(|default| {
        let words = |standard: &Standard| {
            let Standard { likely, range, basis, source } = standard;
            let range = range.map(|(low, high)| format!(" ({low}–{high})")).unwrap_or_default();
            let colon = if source.is_empty() { "" } else { ": " };
            (format!("{likely}{range}"), format!("{}{colon}{source}", basis.as_str()))
        };
        let ((be, be_from), (nl, nl_from)) = (words(&default.be), words(&default.nl));
        match (be == nl, be_from == nl_from) {
            (true, _) => format!(" Default: {be}; {be_from}."),
            (false, true) => format!(" Default: {be} in BE, {nl} in NL; {be_from}."),
            (false, false) => format!(" Default: {be} in BE; {be_from}. {nl} in NL; {nl_from}."),
        }
    });
    format!("{unit}{whole}; {low} {min}{high}.{}", default.unwrap_or_default())
}

/// The only number that a field accepts, if there is but one.
fn only(bounds: &Bounds) -> Option<Decimal> {
    bounds.max.filter(|max| *max == bounds.min)
}

// ── All objects ─────────────────────────────────────────────────────────────────────────────────

/// The objects and lists that are reached from an object, each once, in the order of the document.
#[derive(Default)]
struct Reached {
    objects: Vec<&'static Object>,
    lists: Vec<&'static List>,
}

impl Reached {
    fn from(mut self, object: &'static Object) -> Self {
        if self.objects.iter().any(|known| known.name == object.name) {
            return self;
        }
        self.objects.push(object);
        for member in object.members {
            match &member.kind {
                Kind::Object(object) => self = self.from(object),
                Kind::List(list) => {
                    self.lists.push(list);
                    for object in list.of {
                        self = self.from(object);
                    }
                }
                _ => {}
            }
        }
        self
    }
}

// ── TypeScript ──────────────────────────────────────────────────────────────────────────────────

fn types() -> String {
    let mut out = String::new();
    let Reached { objects, lists } = Reached::default().from(&PLAN);
    for object in objects {
        comment(&mut out, "", object.about.lines());
        out += &format!("export interface {} {{\n", object.name);
        for member in object.members {
            comment(&mut out, "  ", words(member).iter().map(String::as_str));
            let ty = script(&member.kind);
            let (mark, null) = if member.required { ("", "") } else { ("?", " | null") };
            out += &format!("  {}{mark}: {ty}{null};\n", member.key());
        }
        out += "}\n";
    }
    for list in lists.iter().filter(|list| list.of.len() > 1) {
        comment(&mut out, "", list.about.lines());
        let names: Vec<_> = list.of.iter().map(|object| object.name).collect();
        out += &format!("export type {} = {};\n", list.name, names.join(" | "));
    }
    out
}

fn script(kind: &Kind) -> String {
    match kind {
        Kind::Number([field, ..]) => match (field.estimate, only(&field.bounds)) {
            (true, _) => "Quantity".into(),
            (false, Some(one)) => one.to_string(),
            (false, None) => "number".into(),
        },
        Kind::Number([]) => "never".into(),
        Kind::Text | Kind::Id(_) => "string".into(),
        Kind::Truth => "boolean".into(),
        Kind::Choice(names, _) => {
            names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(" | ")
        }
        Kind::Object(object) => object.name.into(),
        Kind::List(list) => format!("{}[]", list.name),
        Kind::Ids { .. } => "string[]".into(),
        Kind::Free => "Record<string, unknown>".into(),
    }
}

fn comment<'a>(out: &mut String, indent: &str, lines: impl Iterator<Item = &'a str>) {
    let lines: Vec<_> = lines.collect();
    if indent.is_empty() {
        out.push('\n');
    }
    match lines.as_slice() {
        [] => {}
        [line] => *out += &format!("{indent}/** {line} */\n"),
        lines => {
            *out += &format!("{indent}/**\n");
            for line in lines {
                *out += format!("{indent} * {line}").trim_end();
                out.push('\n');
            }
            *out += &format!("{indent} */\n");
        }
    }
}

// ── JSON Schema ─────────────────────────────────────────────────────────────────────────────────

/// JSON whose members keep their order.
enum Json {
    Text(String),
    Truth(bool),
    Number(Decimal),
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

fn count(count: usize) -> Json {
    Json::Number(Decimal::whole(u32::try_from(count).unwrap_or(u32::MAX)))
}

fn of_type(name: &str) -> Vec<(&'static str, Json)> {
    vec![("type", text(name))]
}

fn reference(name: &str) -> Json {
    Json::Object(vec![("$ref", text(format!("#/$defs/{name}")))])
}

fn schema() -> String {
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
    serde_json::to_string_pretty(&Json::Object(root)).unwrap_or_default()
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
    out.push(("minLength", count(1)));
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
        out.push(("minItems", count(least)));
    }
    out.push(("maxItems", count(most)));
    out.push(("items", items));
    out
}
