//! All native tests in one program, for `cargo xtask soak mutants`: what is built a thousand times is
//! linked once each time.

#[path = "../allocate.rs"]
mod allocate;
#[path = "../assumptions.rs"]
mod assumptions;
#[path = "../budget.rs"]
mod budget;
#[path = "../cases.rs"]
mod cases;
#[path = "../command_line.rs"]
mod command_line;
#[path = "../compare.rs"]
mod compare;
#[path = "../documents.rs"]
mod documents;
#[path = "../errors.rs"]
mod errors;
#[path = "../explanations.rs"]
mod explanations;
#[path = "../house.rs"]
mod house;
#[path = "../laws.rs"]
mod laws;
#[path = "../numbers.rs"]
mod numbers;
#[path = "../objects.rs"]
mod objects;
#[path = "../open_plan.rs"]
mod open_plan;
#[path = "../plan_document.rs"]
mod plan_document;
#[path = "../rules.rs"]
mod rules;
#[path = "../shape.rs"]
mod shape;
#[path = "../simulate.rs"]
mod simulate;
#[path = "../solve.rs"]
mod solve;
#[path = "../ties.rs"]
mod ties;
#[path = "../told.rs"]
mod told;
#[path = "../warnings.rs"]
mod warnings;

#[test]
fn every_file_is_here() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let is_test = name.ends_with(".rs") && name != "wasm_boundary.rs";
        let line = format!("#[path = \"../{name}\"]\n");
        assert!(!is_test || include_str!("main.rs").contains(&line), "{name} is not here");
    }
}
