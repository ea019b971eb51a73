//! The rules of the house, read from the text of the sources: imports point one way, the map in ARCHITECTURE.md
//! is the tree, nothing is made up in place of what must be there, no file grows too long, and figures are values.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jaarplan::Figure;
use jaarplan::plan::schema;

/// The layers of `src/`, the lowest first: a file may use its own layer and those before it. ARCHITECTURE.md
/// shows the same list. A layer is a file or a folder; the longest name that fits a file is its layer.
const LAYERS: [&str; 26] = [
    "invariant",
    "decimal",
    "plan",
    "model/figures",
    "model/readings",
    "model/result",
    "model/formulas",
    "model/evaluation",
    "model",
    "rules",
    "link",
    "analysis",
    "text/catalogue",
    "text",
    "widgets/kinds",
    "widgets/state",
    "widgets/tree",
    "widgets/numbers",
    "widgets/pictures",
    "widgets/context",
    "widgets/components",
    "widgets/pages",
    "widgets",
    "wasm",
    "lib",
    "bin",
];

/// Arrows against the rules that are still to be turned: from, to, and why it is so. A line that is no longer
/// needed fails the test, so that the list only gets shorter.
const KNOWN_ARROWS: &[(&str, &str, &str)] = &[];

/// Files that are longer than [`MOST_LINES`], and why. As above, none that is shorter by now.
const KNOWN_LONG: &[(&str, &str)] =
    &[("src/text/catalogue/phrases.rs", "data: every sentence in every language")];

/// Texts that are the id of a figure: file, text, and why it is no [`Figure`]. As above, none that is gone by now.
const KNOWN_IDS: &[(&str, &str, &str)] = &[];

/// A longer file holds more than one concept.
const MOST_LINES: usize = 800;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file under a folder, by its path in the repository; nothing that is installed or built.
fn files_under(folder: &str) -> Vec<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{folder}/{name}");
        if entry.file_type().unwrap().is_dir() {
            if !["node_modules", "target", "pkg"].contains(&name.as_str()) {
                files.extend(files_under(&path));
            }
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

// ── Reading Rust ────────────────────────────────────────────────────────────────────────────────────

/// Words, signs and texts of a source file, without comments and numbers; `::` is one sign, and a text keeps its
/// quotes.
fn tokens(source: &str) -> Vec<String> {
    let signs: Vec<char> = source.chars().collect();
    let at = |i: usize| signs.get(i).copied().unwrap_or('\0');
    let is_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let (mut found, mut i) = (Vec::new(), 0);
    while i < signs.len() {
        match (at(i), at(i + 1)) {
            ('/', '/') => i += signs[i..].iter().take_while(|&&sign| sign != '\n').count(),
            ('/', '*') => {
                while i < signs.len() && (at(i), at(i + 1)) != ('*', '/') {
                    i += 1;
                }
                i += 2;
            }
            ('"', _) => {
                let end = text_end(&signs, i + 1);
                found.push(signs[i..end.min(signs.len())].iter().collect());
                i = end;
            }
            // A character, and not a lifetime.
            ('\'', '\\') => {
                i += 3 + signs[i + 3..].iter().take_while(|&&sign| sign != '\'').count() + 1;
            }
            ('\'', _) if at(i + 2) == '\'' => i += 3,
            ('\'', _) => i += 1,
            (':', ':') => {
                found.push("::".to_owned());
                i += 2;
            }
            (sign, _) if is_word(sign) => {
                let word: String =
                    signs[i..].iter().copied().take_while(|&sign| is_word(sign)).collect();
                i += word.chars().count();
                let hashes = signs[i..].iter().take_while(|&&sign| sign == '#').count();
                if ["r", "br"].contains(&word.as_str()) && at(i + hashes) == '"' {
                    let start = i + hashes;
                    i = start + 1;
                    let is_end = |i: usize| at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#');
                    while i < signs.len() && !is_end(i) {
                        i += 1;
                    }
                    found.push(signs[start..=i].iter().collect());
                    i += 1 + hashes;
                } else if !word.starts_with(|sign: char| sign.is_ascii_digit()) {
                    found.push(word);
                }
            }
            (sign, _) => {
                if !sign.is_whitespace() {
                    found.push(sign.to_string());
                }
                i += 1;
            }
        }
    }
    found
}

/// The place behind a text that starts at `i`.
fn text_end(signs: &[char], mut i: usize) -> usize {
    while let Some(&sign) = signs.get(i) {
        match sign {
            '\\' => i += 2,
            '"' => return i + 1,
            _ => i += 1,
        }
    }
    i
}

/// The place behind an item that starts at `i`: its `;`, or the brace that closes its body.
fn item_end(tokens: &[String], mut i: usize) -> usize {
    let first = tokens[i..].iter().find(|token| ["use", "{"].contains(&token.as_str()));
    let is_use = first.is_some_and(|token| token == "use"); // its braces are those of a list
    let mut depth = 0_u32;
    while let Some(token) = tokens.get(i) {
        i += 1;
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth -= 1;
                if token == "}" && depth == 0 && !is_use {
                    return i;
                }
            }
            ";" if depth == 0 => return i,
            _ => {}
        }
    }
    i
}

/// The same without what only tests have: an attribute `cfg(test)` and its item.
fn without_tests(tokens: &[String]) -> Vec<String> {
    let (mut kept, mut i) = (Vec::new(), 0);
    while i < tokens.len() {
        if tokens[i..].iter().take(7).eq(["#", "[", "cfg", "(", "test", ")", "]"]) {
            i = item_end(tokens, i + 7);
        } else {
            kept.push(tokens[i].clone());
            i += 1;
        }
    }
    kept
}

/// A module: its file, and what it says of others.
#[derive(Default)]
struct Module {
    file: String,
    /// The modules in it by their names: the path of each, as in [`Crate::modules`].
    children: BTreeMap<String, String>,
    /// The names that it re-exports, and the path from the root of the crate that each stands for.
    exports: BTreeMap<String, Vec<String>>,
    /// The paths that it uses, from the root of the crate.
    paths: Vec<Vec<String>>,
}

/// All modules of a crate outside its tests, by their path: `crate::plan::fields`.
struct Crate {
    modules: BTreeMap<String, Module>,
}

impl Crate {
    /// From its first file.
    fn read(first: &str) -> Self {
        let mut read = Self { modules: BTreeMap::new() };
        let folder = first.rsplit_once('/').unwrap().0;
        read.add(&["crate".to_owned()], first, folder);
        read
    }

    /// Adds a module, and the modules in it, whose files are in `folder`.
    fn add(&mut self, path: &[String], file: &str, folder: &str) {
        let tokens = without_tests(&tokens(&read(file)));
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        for window in tokens.windows(3) {
            if let [keyword, name, end] = window
                && keyword == "mod"
                && end == ";"
            {
                let own = [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")];
                let own = own.into_iter().find(|file| root().join(file).is_file());
                let own = own.unwrap_or_else(|| panic!("{file}: no file of mod {name}"));
                let path = [path, std::slice::from_ref(name)].concat();
                self.add(&path, &own, &format!("{folder}/{name}"));
                module.children.insert(name.clone(), path.join("::"));
            }
        }
        let absolute = |parts: &[String]| -> Option<Vec<String>> {
            let (first, rest) = parts.split_first()?;
            let supers = parts.iter().take_while(|part| *part == "super").count();
            Some(match first.as_str() {
                "crate" => parts.to_vec(),
                "self" => [path, rest].concat(),
                "super" => [path.get(..path.len() - supers)?, &parts[supers..]].concat(),
                "jaarplan" => [&["jaarplan".to_owned()], rest].concat(),
                name if module.children.contains_key(name) => [path, parts].concat(),
                _ => return None,
            })
        };
        let (mut exports, mut paths) = (BTreeMap::new(), Vec::new());
        let mut imported: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut i = 0;
        while i < tokens.len() {
            if is_import(&tokens, i) {
                let end = item_end(&tokens, i);
                let is_public = i > 0 && (tokens[i - 1] == "pub" || tokens[i - 1] == ")");
                let mut leaves = Vec::new();
                tree(&tokens[i + 1..end], &mut Vec::new(), &mut leaves);
                for (parts, name) in leaves {
                    let Some(parts) = absolute(&parts) else { continue };
                    if is_public {
                        exports.insert(name.clone(), parts.clone());
                    }
                    // A folder that only re-exports a name does not use it.
                    if !(is_public && (file.ends_with("/mod.rs") || file.ends_with("/lib.rs"))) {
                        paths.push(parts.clone());
                    }
                    imported.insert(name, parts);
                }
                i = end;
            } else {
                i += 1;
            }
        }
        let mut i = 0;
        while i < tokens.len() {
            if is_import(&tokens, i) {
                i = item_end(&tokens, i);
                continue;
            }
            let start = i;
            let mut parts = vec![tokens[i].clone()];
            while tokens.get(i + 1).is_some_and(|sign| sign == "::")
                && tokens.get(i + 2).is_some_and(|name| {
                    name.starts_with(char::is_alphabetic) || name.starts_with('_')
                })
            {
                parts.push(tokens[i + 2].clone());
                i += 2;
            }
            i += 1;
            // `pub(in crate::text)` uses nothing.
            let is_visibility = start > 1 && tokens[start - 2] == "(" && tokens[start - 1] == "in";
            if parts.len() > 1 && !is_visibility {
                if let Some(parts) = absolute(&parts) {
                    paths.push(parts);
                } else if let Some(known) = imported.get(&parts[0]) {
                    paths.push([known, &parts[1..]].concat());
                }
            }
        }
        (module.exports, module.paths) = (exports, paths);
        self.modules.insert(path.join("::"), module);
    }

    /// The file that declares what a path names, behind all re-exports.
    fn file_of(&self, path: &[String]) -> Option<&str> {
        let mut at = self.modules.get("crate")?;
        let mut rest = path.get(1..)?;
        while let Some((name, more)) = rest.split_first() {
            if let Some(child) = at.children.get(name) {
                at = &self.modules[child];
                rest = more;
            } else if let Some(export) = at.exports.get(name) {
                return self.file_of(&[export, more].concat());
            } else {
                break;
            }
        }
        Some(&at.file)
    }
}

/// Whether an import starts here, and not the `use<'a>` of a type.
fn is_import(tokens: &[String], i: usize) -> bool {
    tokens[i] == "use" && tokens.get(i + 1).is_some_and(|next| next != "<")
}

/// Reads the tree of a `use` below the path `before`: adds each path, and the name that it brings, to `leaves`.
fn tree(tokens: &[String], before: &mut Vec<String>, leaves: &mut Vec<(Vec<String>, String)>) {
    let depth = before.len();
    let mut i = 0;
    let mut named = None;
    let finish = |before: &mut Vec<String>, named: Option<String>, leaves: &mut Vec<_>| {
        if before.len() > depth {
            if before.last().is_some_and(|last| last == "self") && before.len() > 1 {
                before.pop();
            }
            if let Some(name) = named.or_else(|| before.last().cloned()) {
                leaves.push((before.clone(), name));
            }
        }
        before.truncate(depth);
    };
    while let Some(token) = tokens.get(i) {
        i += 1;
        match token.as_str() {
            "::" => {}
            "," | ";" => finish(before, named.take(), leaves),
            "as" => {
                named = tokens.get(i).cloned();
                i += 1;
            }
            "{" => {
                let mut open = 1;
                let start = i;
                while open > 0 && i < tokens.len() {
                    match tokens[i].as_str() {
                        "{" => open += 1,
                        "}" => open -= 1,
                        _ => {}
                    }
                    i += 1;
                }
                tree(&tokens[start..i - 1], before, leaves);
                before.truncate(depth);
            }
            name => before.push(name.to_owned()),
        }
    }
    finish(before, named, leaves);
}

/// Which file uses which, outside tests.
fn arrows() -> BTreeMap<String, BTreeSet<String>> {
    let library = Crate::read("src/lib.rs");
    let others = ["src/bin/jaarplan/main.rs", "crates/columns/src/lib.rs", "xtask/src/main.rs"];
    let others = others.map(Crate::read);
    let mut arrows = BTreeMap::new();
    for of in [&library].into_iter().chain(&others) {
        for module in of.modules.values() {
            let own: &mut BTreeSet<String> = arrows.entry(module.file.clone()).or_default();
            for path in &module.paths {
                let from = if path[0] == "jaarplan" { &library } else { of };
                own.extend(
                    from.file_of(path).filter(|file| *file != module.file).map(str::to_owned),
                );
            }
        }
    }
    arrows
}

/// The place of a file's layer in [`LAYERS`].
fn layer(file: &str) -> Option<usize> {
    let name = file.strip_prefix("src/")?.strip_suffix(".rs")?;
    let fits = |layer: &str| {
        name.strip_prefix(layer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let layers = LAYERS.iter().enumerate().filter(|(_, layer)| fits(layer));
    layers.max_by_key(|(_, layer)| layer.len()).map(|(place, _)| place)
}

/// Whether a file is the face of the folder in which another lies: its `mod.rs`, or the first file of the crate.
/// Declaring a module and using it is no circle, nor is using what the folder shares.
fn is_face_of(face: &str, file: &str) -> bool {
    let (folder, name) = face.rsplit_once('/').unwrap();
    ["mod.rs", "lib.rs", "main.rs"].contains(&name)
        && file.rsplit_once('/').is_some_and(|(own, _)| own == folder)
}

/// A way from one file to another along the arrows, both included.
fn way(arrows: &BTreeMap<String, BTreeSet<String>>, from: &str, to: &str) -> Option<Vec<String>> {
    let mut ways = vec![vec![from.to_owned()]];
    let mut met = BTreeSet::from([from]);
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        let last = way.last().unwrap();
        let Some((last, targets)) = arrows.get_key_value(last) else { continue };
        for target in targets.iter().filter(|target| !is_face_of(target, last)) {
            let way = [way.as_slice(), std::slice::from_ref(target)].concat();
            if target == to {
                return Some(way);
            }
            if met.insert(target) {
                ways.push(way);
            }
        }
    }
    None
}

/// What is against the rules in some arrows: each that points up, and a circle through each that is in one.
fn faults(arrows: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    for (file, targets) in arrows {
        if file.starts_with("src/") && layer(file).is_none() {
            faults.insert(format!("{file} has no layer"));
        }
        for target in targets {
            if layer(file) < layer(target) {
                faults.insert(format!("{file} uses {target}, which is in a layer above it"));
            }
        }
        if let Some(circle) = way(arrows, file, file)
            && circle.iter().min() == Some(file)
        {
            faults.insert(format!("a circle: {}", circle.join(" -> ")));
        }
    }
    faults
}

#[test]
fn imports_point_one_way() {
    let all = arrows();
    let mut arrows = all.clone();
    for &(from, to, why) in KNOWN_ARROWS {
        assert!(all.get(from).is_some_and(|targets| targets.contains(to)), "gone: {from} -> {to}");
        arrows.get_mut(from).unwrap().remove(to);
        assert!(!why.is_empty());
    }
    let found = faults(&arrows);
    assert!(found.is_empty(), "{found:#?}");
    for &(from, to, _) in KNOWN_ARROWS {
        let mut with = arrows.clone();
        with.get_mut(from).unwrap().insert(to.to_owned());
        assert!(!faults(&with).is_empty(), "no fault any more: {from} -> {to}");
    }
}

#[test]
fn architecture_shows_the_layers() {
    let text = read("ARCHITECTURE.md");
    let shown = text.split("```").find(|block| block.starts_with("\ninvariant ←")).unwrap();
    let shown: Vec<&str> = shown.split('←').map(str::trim).collect();
    assert_eq!(shown, LAYERS);
}

// ── The map ─────────────────────────────────────────────────────────────────────────────────────────

/// The files and folders that the map names, by their path; those of folders end in `/`.
///
/// A line is names, each a folder or a file by its ending, then what they are; how far it is indented says in
/// which folder it lies. A line without a name goes on with the text above it.
fn mapped() -> BTreeSet<String> {
    let text = read("ARCHITECTURE.md");
    let (_, map) = text.split_once("## The map\n\n```\n").unwrap();
    let (map, _) = map.split_once("```").unwrap();
    let is_name =
        |word: &&str| word.ends_with('/') || word.contains('.') && !word.ends_with(['.', ',']);
    let (mut names, mut folders) = (BTreeSet::new(), Vec::<(usize, String)>::new());
    for line in map.lines() {
        let indent = line.len() - line.trim_start().len();
        // Names end where two spaces separate them from the text.
        let first = line.trim_start().split("  ").next().unwrap_or_default();
        if !first.split(' ').next().is_some_and(|word| is_name(&word)) {
            continue;
        }
        assert!(first.split(' ').all(|word| is_name(&word)), "two spaces are missing in: {line}");
        folders.retain(|(of, _)| *of < indent);
        let folder = folders.last().map_or(String::new(), |(_, folder)| folder.clone());
        for name in first.split(' ') {
            let path = format!("{folder}{name}");
            if name.ends_with('/') {
                folders.push((indent, path.clone()));
            }
            assert!(names.insert(path.clone()), "{path} stands twice in the map");
        }
    }
    names
}

#[test]
fn the_map_is_the_tree() {
    let names = mapped();
    for name in &names {
        let path = root().join(name);
        assert!(
            if name.ends_with('/') { path.is_dir() } else { path.is_file() },
            "there is no {name}"
        );
    }
    for file in files_under("src").into_iter().chain(files_under("crates")) {
        let is_source = [".rs", ".js", ".css"].iter().any(|ending| file.ends_with(ending));
        if !is_source || names.contains(&file) {
            continue;
        }
        let (folder, name) = file.rsplit_once('/').unwrap();
        // A folder without lines of its own stands for all that is in it; else its line tells of its `mod.rs`.
        let mut around = folder.to_owned();
        while !names.contains(&format!("{around}/")) {
            around = around
                .rsplit_once('/')
                .unwrap_or_else(|| panic!("the map has no {file}"))
                .0
                .to_owned();
        }
        let around = format!("{around}/");
        let has_lines = names.iter().any(|name| *name != around && name.starts_with(&around));
        let is_face = name == "mod.rs" || name == "tests.rs";
        assert!(
            !has_lines || is_face && around.trim_end_matches('/') == folder,
            "the map has no {file}"
        );
    }
}

// ── Fallbacks ───────────────────────────────────────────────────────────────────────────────────────

/// Where nothing stands in for a value that must be there: types say that it is there, or `invariant::broken` stops.
const WITHOUT_FALLBACKS: [&str; 9] = [
    "src/decimal.rs",
    "src/link",
    "src/plan",
    "src/text",
    "src/widgets/components/form.rs",
    "src/widgets/context.rs",
    "src/widgets/state",
    "src/widgets/tree.rs",
    "src/widgets/widget.rs",
];

/// What a fallback stands in with.
const MADE_UP: [&str; 7] =
    ["0", "\"\"", "usize::MAX", "u32::MAX", "u64::MAX", "i64::MAX", "f64::NAN"];

/// How many fallbacks of these files are answers, each with the reason beside it: a missing name is empty. As above,
/// none that is gone.
const KNOWN_FALLBACKS: &[(&str, usize)] = &[
    ("src/decimal.rs", 1),
    ("src/plan/document.rs", 1),
    ("src/plan/path.rs", 1),
    ("src/text/catalogue/phrases.rs", 1),
    ("src/text/catalogue/words/label.rs", 1),
    ("src/text/number.rs", 1),
    ("src/text/verdicts.rs", 1),
    ("src/widgets/components/form.rs", 3),
    ("src/widgets/state/draft.rs", 4),
    ("src/widgets/state/goals.rs", 1),
    ("src/widgets/widget.rs", 1),
];

/// The lines, from 0, in which something made up stands in for a value.
fn fallbacks(source: &str) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for call in ["unwrap_or_default(", "unwrap_or(", "map_or("] {
        for (at, _) in source.match_indices(call) {
            let value = source[at + call.len()..].trim_start();
            if call == "unwrap_or_default(" || MADE_UP.iter().any(|made| value.starts_with(made)) {
                found.insert(source[..at].matches('\n').count());
            }
        }
    }
    found
}

#[test]
fn nothing_is_made_up_in_place_of_what_must_be_there() {
    let all = files_under("src");
    let mut counts = BTreeMap::new();
    for file in &all {
        let path = Path::new(file);
        let is_source = path.extension().is_some_and(|ending| ending == "rs");
        if !is_source || !WITHOUT_FALLBACKS.iter().any(|strict| path.starts_with(strict)) {
            continue;
        }
        let source = read(file);
        let source = source.split("\n#[cfg(test)]").next().unwrap(); // tests are the end of a file
        let lines: Vec<&str> = source.lines().collect();
        let found = fallbacks(source);
        for &line in &found {
            let above = line.checked_sub(1).map_or("", |above| lines[above]);
            let has_reason = lines[line].contains("//") || above.trim_start().starts_with("//");
            assert!(has_reason, "{file}:{}: why is this an answer?", line + 1);
        }
        if !found.is_empty() {
            counts.insert(file.as_str(), found.len());
        }
    }
    let known: BTreeMap<&str, usize> = KNOWN_FALLBACKS.iter().copied().collect();
    assert_eq!(counts, known);
}

#[test]
fn a_fallback_is_found_however_it_is_written() {
    let source = "a.unwrap_or_default()\nb.map_or(\n    0,\n)\nc.unwrap_or(usize::MAX)\n\
                  d.unwrap_or(default)\ne.map_or(\"\", f)\nf.unwrap_or_else(|| broken(why))\n";
    assert_eq!(fallbacks(source), BTreeSet::from([0, 1, 4, 6]));
}

// ── Lengths ─────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn files_hold_one_concept() {
    let mut long = BTreeSet::new();
    for folder in ["src", "crates", "xtask", "npm", "tests", "benches"] {
        for file in files_under(folder) {
            let is_source =
                [".rs", ".js", ".mjs", ".ts", ".css"].iter().any(|ending| file.ends_with(ending));
            if is_source && read(&file).lines().count() > MOST_LINES {
                long.insert(file);
            }
        }
    }
    let known: BTreeSet<String> = KNOWN_LONG.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(long, known);
}

/// A misspelt id would be found when somebody asks for that figure, a misspelt [`Figure`] by the compiler.
#[test]
fn figures_are_named_by_their_values() {
    // Some numbers of the document stand where a figure of the result does.
    let is_field = |text: &str| schema::ALL.iter().any(|field| field.path == text);
    let is_key = |text: &str| Figure::ALL.iter().any(|figure| figure.key() == text);
    let mut found = BTreeSet::new();
    for of in ["src/lib.rs", "src/bin/jaarplan/main.rs"].map(Crate::read) {
        for Module { file, .. } in of.modules.values() {
            for token in without_tests(&tokens(&read(file))) {
                let Some(text) = token.strip_prefix('"').and_then(|token| token.strip_suffix('"'))
                else {
                    continue;
                };
                // An example in an error is quoted.
                let text = text.trim_start_matches("\\\"").trim_end_matches("\\\"");
                let is_id = is_key(text) || Figure::find(text).is_some();
                if is_id && !is_field(text) && file != "src/model/figures.rs" {
                    found.insert((file.clone(), text.to_owned()));
                }
            }
        }
    }
    let known = KNOWN_IDS.iter().map(|(file, id, _)| ((*file).to_owned(), (*id).to_owned()));
    assert_eq!(found, known.collect());
}
