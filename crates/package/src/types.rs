//! The plan document as TypeScript types.

use crate::only;
use crate::reached::Reached;
use crate::words::words;
use jaarplan::plan::schema::PLAN;
use jaarplan::plan::shape::Kind;

/// An interface for each object, and a union for each list whose objects are told apart.
pub fn types() -> String {
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
