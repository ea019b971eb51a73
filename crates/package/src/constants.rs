//! What JavaScript has to know of the model, as a module that the files of `npm/` import.

use jaarplan::analysis::self_test;
use jaarplan::plan::{Choice, Country, MAX_BYTES, MAX_DEPTH};
use serde::Serialize;

/// The module, `npm/constants.js`.
pub fn constants() -> serde_json::Result<String> {
    let constants = [
        constant("The version of the package.", "VERSION", jaarplan::VERSION),
        constant("The version of the formulas and their reference data.", "MODEL", jaarplan::MODEL),
        constant(
            "What `answer()` of a sound engine gives; worked out natively.",
            "ANSWER",
            self_test::answer(),
        ),
        constant("Brackets of a plan may be nested this deep.", "MAX_DEPTH", MAX_DEPTH),
        constant("The text of a plan may be this long, in bytes.", "MAX_BYTES", MAX_BYTES),
        constant("The countries that a plan can be of.", "COUNTRIES", Country::NAMES),
    ];
    let constants = constants.into_iter().collect::<Result<String, _>>()?;
    Ok(format!(
        "// Written by `cargo xtask build`, from crates/package/src/constants.rs.\n{constants}"
    ))
}

fn constant(about: &str, name: &str, value: impl Serialize) -> serde_json::Result<String> {
    let value = serde_json::to_string(&value)?;
    Ok(format!("\n/** {about} */\nexport const {name} = {value};\n"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_constant_is_a_documented_export() {
        let written = super::constants().unwrap();
        let answer = jaarplan::analysis::self_test::answer();
        for (about, constant) in [
            (
                "The version of the formulas and their reference data.",
                format!("MODEL = \"{}\"", jaarplan::MODEL),
            ),
            (
                "What `answer()` of a sound engine gives; worked out natively.",
                format!("ANSWER = {answer}"),
            ),
            (
                "The text of a plan may be this long, in bytes.",
                format!("MAX_BYTES = {}", 64 * 1024 * 1024),
            ),
            ("The countries that a plan can be of.", "COUNTRIES = [\"BE\",\"NL\"]".to_owned()),
        ] {
            let export = format!("\n/** {about} */\nexport const {constant};\n");
            assert!(written.contains(&export), "{export}\nis missing in\n{written}");
        }
    }
}
