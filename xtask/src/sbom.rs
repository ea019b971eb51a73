//! `sbom.json`, what the package is made of, for programs (CycloneDX 1.6), and `NOTICE`, for people.
//!
//! Neither has a date or a number of its own: the same ingredients give the same bytes.

use crate::ingredients::{self, Ingredient};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes both into a folder that has its `package.json`; for `messages` see [`ingredients::all`].
///
/// # Errors
///
/// When an ingredient is not known well enough to name it.
pub fn write(folder: &Path, messages: &[PathBuf]) -> Result<()> {
    let all = ingredients::all(messages)?;
    let package = serde_json::from_str(&fs::read_to_string(folder.join("package.json"))?)?;
    fs::write(folder.join("sbom.json"), format!("{:#}\n", sbom(&package, &all)?))?;
    Ok(fs::write(folder.join("NOTICE"), notice(&all)?)?)
}

fn sbom(package: &Value, all: &[Ingredient]) -> Result<Value> {
    let (name, version) = (&package["name"], &package["version"]);
    let purl = format!(
        "pkg:npm/{}@{}",
        name.as_str().context("name")?,
        version.as_str().context("version")?
    );
    let components: Vec<_> = all.iter().map(component).collect();
    let mut dependencies = vec![json!({ "ref": purl, "dependsOn": needed(&own_needs(all)?, all) })];
    dependencies.extend(
        all.iter().map(|one| json!({ "ref": one.purl, "dependsOn": needed(&one.needs, all) })),
    );
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": purl,
                "name": name,
                "version": version,
                "description": package["description"],
                "licenses": [{ "expression": package["license"] }],
                "purl": purl,
            },
        },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(one: &Ingredient) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "description": one.about,
        "scope": if one.inside { "required" } else { "excluded" },
        "licenses": [{ "expression": one.licence }],
        "purl": one.purl,
    });
    if let Some((algorithm, digits)) = &one.sum {
        component["hashes"] = json!([{ "alg": algorithm, "content": digits }]);
    }
    component
}

/// What the crate itself asks for, and what comes from elsewhere.
fn own_needs(all: &[Ingredient]) -> Result<Vec<String>> {
    let own = ingredients::needs_of("jaarplan")?;
    let others = all
        .iter()
        .filter(|one| !one.purl.starts_with("pkg:cargo/") || one.name.ends_with("-cli-support"));
    let others = others.map(|one| format!("{} {}", one.name, one.version));
    Ok(own.into_iter().chain(others).collect())
}

/// The ingredients of these names and versions.
fn needed(names: &[String], all: &[Ingredient]) -> Vec<String> {
    let is = |one: &&Ingredient| names.contains(&format!("{} {}", one.name, one.version));
    all.iter().filter(is).map(|one| one.purl.clone()).collect()
}

/// Each text once, below the names of all that it is for.
fn notice(all: &[Ingredient]) -> Result<String> {
    let own = fs::read_to_string("LICENSE-MIT")?;
    let copyright =
        own.lines().find(|line| line.starts_with("Copyright")).context("LICENSE-MIT")?;
    let mut texts: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for one in all.iter().filter(|one| one.inside) {
        for text in &one.texts {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let lines: Vec<_> = text.trim_matches('\n').lines().map(str::trim_end).collect();
            let (_, names) = texts.entry(words).or_insert((lines.join("\n"), Vec::new()));
            names.push(format!("{} {} ({})", one.name, one.version, one.licence));
        }
    }
    let mut texts: Vec<_> = texts.into_values().collect();
    texts.sort_by(|(_, a), (_, b)| a.cmp(b));
    let rule = "=".repeat(80);
    let mut out = format!(
        "Jaarplan\n{copyright}\nLicensed under MIT or Apache-2.0, as you choose: LICENSE-MIT, LICENSE-APACHE.\n\n\
         The files of this package contain code of others, under the licences below. Where a licence leaves the\n\
         choice between MIT and Apache-2.0, it is MIT here.\n",
    );
    for (text, names) in texts {
        out += &format!("\n{rule}\n{}\n{rule}\n\n{text}\n", names.join("\n"));
    }
    Ok(out)
}
