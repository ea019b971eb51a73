//! Any bytes as a document: read, evaluated and explained, or refused with a place and a reason.

#![no_main]

use jaarplan::plan::Code;
use jaarplan::{Document, Figure, InputErrors, Plan, evaluate, explain};
use libfuzzer_sys::fuzz_target;

/// One figure of each part of the result; the length of the text says which one is explained, if any:
/// that takes longer than all else.
const FIGURES: [Figure; 8] = [
    Figure::HoursPerEmployee,
    Figure::GroupTotalHours(0),
    Figure::Facilitators,
    Figure::Cash,
    Figure::Full,
    Figure::LineAmount(0),
    Figure::BreakEvenUplift,
    Figure::Net,
];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    match Document::parse(&text) {
        Ok(document) => {
            let written = document.to_string();
            assert_eq!(Document::parse(&written).as_ref(), Ok(&document), "{written}");
            let figure = FIGURES.get(text.len() % (8 * FIGURES.len())).copied();
            if let Err(errors) = answer(&document, figure) {
                check(&errors);
            }
        }
        Err(errors) => check(&errors),
    }
});

fn answer(document: &Document, figure: Option<Figure>) -> Result<(), InputErrors> {
    let plan = Plan::read(document)?;
    let result = format!("{:?}", evaluate(&plan)?);
    assert!(numbers_are_finite(&result), "{result}");
    if let Some(Ok(told)) = figure.map(|figure| explain(&plan, figure)) {
        let told = format!("{told:?}");
        assert!(numbers_are_finite(&told), "{told}");
    }
    Ok(())
}

/// Whether a value printed for debugging holds neither NaN nor infinity, but in quoted text.
fn numbers_are_finite(shown: &str) -> bool {
    // Within quotes a quote is escaped, so the even parts are what stands outside them.
    let shown = shown.replace("\\\\", "").replace("\\\"", "");
    shown.split('"').step_by(2).all(|part| {
        part.split(|c: char| !c.is_ascii_alphabetic()).all(|word| word != "NaN" && word != "inf")
    })
}

/// Each error has a code and a sentence, and a place unless it is about the document as a whole.
fn check(errors: &InputErrors) {
    assert!(!errors.errors.is_empty());
    for error in &errors.errors {
        assert!(!error.code.as_str().is_empty() && !error.message.is_empty(), "{error:?}");
        let whole = matches!(error.code, Code::NotJson | Code::TooLarge | Code::WrongType);
        // The place of an empty key looks like that of the whole.
        let empty_key = matches!(error.code, Code::DuplicateKey | Code::TooDeep);
        assert!(whole || empty_key || !error.path.is_empty(), "{error:?}");
    }
}
