//! The package's TypeScript types, read from the Rust types that serialise to them; those of the plan, which is
//! read and not written, come from the table of its fields.
//!
//! The Rust documentation is the source of the text. A field that is added, renamed or removed in
//! Rust is so here without anybody's doing; a type this file does not know stops the build.

use crate::run::command;
use crate::tools;
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use syn::{
    Attribute, Expr, ExprLit, Fields, GenericArgument, Item, ItemEnum, ItemStruct, Lit, Meta, Type,
};

/// Where the types are that leave the crate: what is in these folders, and is reached from the calls.
const SOURCES: [&str; 4] = ["src/plan", "src/model", "src/analysis", "src/rules"];

/// Writes `index.d.ts`: the hand-written calls and types, and below them the plan and what the calls give back.
///
/// # Errors
///
/// When a source cannot be parsed, or has a type that this file does not know.
pub fn write(file: &Path) -> Result<()> {
    let mut out = fs::read_to_string("npm/index.d.ts")? + &package("types")?;
    let mut items = serialised()?;
    items.retain(|name, _| !out.contains(&format!("export interface {name} {{")));
    let generic = |item: &Item| match item {
        Item::Struct(item) => item.generics.type_params().any(|one| one.default.is_none()),
        _ => false,
    };
    let generic =
        items.iter().filter(|(_, item)| generic(item)).map(|(name, _)| name.clone()).collect();
    // Each type that is named brings in the types of its members.
    loop {
        let named = names(&out).find_map(|name| items.remove_entry(name));
        match named {
            Some((_, Item::Struct(item))) => interface(&mut out, &item, &generic)?,
            Some((name, Item::Enum(item))) => union(&mut out, &name, &item)?,
            Some((name, _)) => bail!("{name}: only structs and enums are known"),
            None => break,
        }
    }
    let unknown = undeclared(&out);
    ensure!(unknown.is_empty(), "no type of SOURCES is called {unknown:?}");
    Ok(fs::write(file, out)?)
}

/// The types that a script uses and does not declare: all names with a capital.
fn undeclared(script: &str) -> BTreeSet<&str> {
    /// What TypeScript has itself, and the parameter of the generic types.
    const KNOWN: [&str; 6] = ["Error", "Omit", "Pick", "Promise", "Record", "T"];
    let words: Vec<_> = names(script).collect();
    let declared = words.windows(2).filter_map(|pair| match pair {
        ["interface" | "type" | "class", name] => Some(*name),
        _ => None,
    });
    let known: BTreeSet<_> = declared.chain(KNOWN).collect();
    let types = words.iter().copied().filter(|word| word.starts_with(char::is_uppercase));
    types.filter(|name| !known.contains(name)).collect()
}

/// Every type that can leave the crate, by its name in TypeScript.
fn serialised() -> Result<BTreeMap<String, Item>> {
    let mut found = BTreeMap::new();
    let mut sources = Vec::new();
    for folder in SOURCES {
        sources.extend(tools::files(Path::new(folder), ".rs")?);
    }
    for source in sources {
        let parsed = syn::parse_file(&fs::read_to_string(&source)?)
            .with_context(|| source.display().to_string())?;
        let mut items = Vec::new();
        for item in parsed.items {
            match item {
                // The structs of the result stand in a macro, written as any other.
                Item::Macro(item) if item.mac.path.is_ident("finished") => {
                    items.extend(item.mac.parse_body::<syn::File>()?.items);
                }
                item => items.push(item),
            }
        }
        for item in items {
            let (name, attributes) = match &item {
                Item::Struct(item) => (item.ident.to_string(), &item.attrs),
                Item::Enum(item) => (item.ident.to_string(), &item.attrs),
                _ => continue,
            };
            if serialises(attributes) {
                let name = script_name(&name).to_owned();
                ensure!(found.insert(name.clone(), item).is_none(), "{name} is declared twice");
            }
        }
    }
    Ok(found)
}

/// What a Rust type is called in TypeScript, where `Code` alone says too little.
fn script_name(rust: &str) -> &str {
    if rust == "Code" { "ErrorCode" } else { rust }
}

/// The names in TypeScript, in order; those in its comments and texts do not count.
fn names(script: &str) -> impl Iterator<Item = &str> {
    let code = script.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code));
    code.flat_map(|code| code.split('\'').step_by(2))
        .flat_map(|code| code.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|name| !name.is_empty())
}

/// What crates/package writes: `types`, `schema` or `constants`.
///
/// # Errors
///
/// When the program cannot be built or run.
pub fn package(what: &str) -> Result<String> {
    let run = ["run", "--quiet", "--package", "jaarplan-package", "--", what];
    let output = command("cargo", run).stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "cargo ended with {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

fn interface(out: &mut String, item: &ItemStruct, generic: &BTreeSet<String>) -> Result<()> {
    let name = item.ident.to_string();
    let serde = serde(&item.attrs)?;
    // JavaScript sees a parameter that has a default as that default alone.
    let mut types = Types { generic, defaults: BTreeMap::new() };
    let mut parameters = Vec::new();
    for parameter in item.generics.type_params() {
        let name = parameter.ident.to_string();
        match &parameter.default {
            Some(default) => drop(types.defaults.insert(name, types.script(default)?)),
            None => parameters.push(name),
        }
    }
    let parameters =
        if parameters.is_empty() { String::new() } else { format!("<{}>", parameters.join(", ")) };
    let Fields::Named(fields) = &item.fields else {
        bail!("{name}: only structs with named fields are known")
    };
    comment(out, "", &docs(&item.attrs));
    writeln!(out, "export interface {name}{parameters} {{")?;
    for field in &fields.named {
        let rust = field.ident.as_ref().context("a field without a name")?.to_string();
        let own = self::serde(&field.attrs)?;
        let name = own.rename.unwrap_or_else(|| serde.style.apply(&rust));
        let mark = if own.optional { "?" } else { "" };
        // An absent field is not null: Rust leaves it out.
        let ty = types.script(&field.ty).with_context(|| format!("field {rust}"))?;
        let ty = if own.optional { ty.trim_end_matches(" | null").to_owned() } else { ty };
        comment(out, "  ", &docs(&field.attrs));
        writeln!(out, "  {name}{mark}: {ty};")?;
    }
    out.push_str("}\n");
    Ok(())
}

fn union(out: &mut String, name: &str, item: &ItemEnum) -> Result<()> {
    let style = serde(&item.attrs)?.style;
    let mut text = docs(&item.attrs);
    text.push(String::new());
    let mut names = Vec::new();
    for variant in &item.variants {
        if !matches!(variant.fields, Fields::Unit) {
            bail!("{}: only variants without fields are known", item.ident);
        }
        let name = serde(&variant.attrs)?
            .rename
            .unwrap_or_else(|| style.apply(&snake(&variant.ident.to_string())));
        text.push(format!("- `{name}`: {}", docs(&variant.attrs).join(" ")));
        names.push(format!("'{name}'"));
    }
    comment(out, "", &text);
    writeln!(out, "export type {name} =\n  | {};", names.join("\n  | "))?;
    Ok(())
}

/// The types of a struct's members.
struct Types<'g> {
    /// The structs that are generic in JavaScript too.
    generic: &'g BTreeSet<String>,
    /// What stands for the parameters of this struct that have a default.
    defaults: BTreeMap<String, String>,
}

impl Types<'_> {
    /// The TypeScript type of what serde makes of a Rust type.
    fn script(&self, ty: &Type) -> Result<String> {
        Ok(match ty {
            Type::Reference(reference) => self.script(&reference.elem)?,
            Type::Tuple(tuple) if tuple.elems.is_empty() => "null".into(),
            Type::Path(path) => {
                let last = path.path.segments.last().context("an empty path")?;
                let inner = match &last.arguments {
                    syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
                        Some(GenericArgument::Type(ty)) => Some(self.script(ty)?),
                        _ => None,
                    },
                    _ => None,
                };
                match (last.ident.to_string().as_str(), inner) {
                    ("f64" | "u8" | "u16" | "u32" | "u64" | "usize" | "i64" | "Decimal", None) => {
                        "number".into()
                    }
                    ("String" | "str" | "Figure" | "Path", None) => "string".into(),
                    ("bool", None) => "boolean".into(),
                    ("Option", Some(inner)) if inner == "null" => inner,
                    ("Option", Some(inner)) => format!("{inner} | null"),
                    ("Vec", Some(inner)) if inner.contains(' ') => format!("({inner})[]"),
                    ("Vec", Some(inner)) => format!("{inner}[]"),
                    // What is told of each figure, by its id.
                    ("Figures", told) => {
                        format!("Record<string, {}>", told.as_deref().unwrap_or("Spread"))
                    }
                    (name, Some(inner)) if self.generic.contains(name) => {
                        format!("{name}<{inner}>")
                    }
                    (name, None) if let Some(default) = self.defaults.get(name) => default.clone(),
                    (name, _) => script_name(name).into(),
                }
            }
            _ => bail!("a kind of type that has no counterpart yet"),
        })
    }
}

/// What `#[serde(…)]` says about names and presence.
#[derive(Default)]
struct Serde {
    style: Style,
    rename: Option<String>,
    optional: bool,
}

#[derive(Clone, Copy, Default)]
enum Style {
    #[default]
    AsIs,
    Camel,
    Kebab,
}

impl Style {
    fn apply(self, snake: &str) -> String {
        match self {
            Self::AsIs => snake.to_owned(),
            Self::Kebab => snake.replace('_', "-"),
            Self::Camel => {
                let capital = |word: &str| {
                    let (head, tail) = word.split_at(word.len().min(1));
                    head.to_uppercase() + tail
                };
                let (first, words) = snake.split_once('_').unwrap_or((snake, ""));
                first.to_owned() + &words.split('_').map(capital).collect::<String>()
            }
        }
    }
}

fn snake(pascal: &str) -> String {
    let mut name = String::new();
    for letter in pascal.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

fn serialises(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("derive")
            && matches!(&attribute.meta, Meta::List(list) if list.tokens.to_string().contains("Serialize"))
    })
}

fn serde(attributes: &[Attribute]) -> syn::Result<Serde> {
    let mut found = Serde::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let read = attribute.parse_nested_meta(|meta| {
            let text = meta
                .value()
                .and_then(|value| value.parse::<syn::LitStr>())
                .map(|text| text.value());
            if meta.path.is_ident("rename_all") {
                found.style = match text?.as_str() {
                    "camelCase" => Style::Camel,
                    "kebab-case" => Style::Kebab,
                    other => {
                        return Err(meta.error(format!("rename_all = {other} is not known here")));
                    }
                };
            } else if meta.path.is_ident("rename") {
                found.rename = Some(text?);
            } else if meta.path.is_ident("skip_serializing_if") {
                found.optional = true;
            } else {
                return Err(meta.error("this serde attribute is not known here"));
            }
            Ok(())
        });
        read?;
    }
    Ok(found)
}

/// The lines of a doc comment.
fn docs(attributes: &[Attribute]) -> Vec<String> {
    let doc = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(doc).collect()
}

fn comment(out: &mut String, indent: &str, lines: &[String]) {
    // Rust's links mean nothing here: [`Warning`](crate::Warning) becomes `Warning`.
    let plain = |line: &String| {
        let mut text = String::new();
        let mut rest = line.as_str();
        while let Some((before, after)) = rest.split_once("[`") {
            let Some((name, after)) = after.split_once("`]") else {
                break;
            };
            text += &format!("{before}`{name}`");
            rest = match after.strip_prefix('(').and_then(|after| after.split_once(')')) {
                Some((_, after)) => after,
                None => after,
            };
        }
        text + rest
    };
    if indent.is_empty() {
        out.push('\n');
    }
    match lines {
        [] => {}
        [line] => out.push_str(&format!("{indent}/** {} */\n", plain(line))),
        lines => {
            out.push_str(&format!("{indent}/**\n"));
            for line in lines {
                out.push_str(format!("{indent} * {}", plain(line)).trim_end());
                out.push('\n');
            }
            out.push_str(&format!("{indent} */\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::undeclared;

    #[test]
    fn a_type_that_is_nowhere_declared_is_found() {
        let script = "/** Not a Name. */\nexport interface Plan { year: number; groups: Group[] }\n\
                      export type Group = Omit<Plan, 'Other'> & { /** A Type. */ unit: Unit };";
        assert_eq!(undeclared(script).into_iter().collect::<Vec<_>>(), ["Unit"]);
    }
}
