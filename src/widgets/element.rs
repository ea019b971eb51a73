//! The element of the planner: takes events in, moves the view out.

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use super::dom::Mounted;
use super::planner::Planner;
use crate::plan::{Code, Document, InputError, InputErrors};

#[wasm_bindgen(module = "/src/widgets/element.js")]
extern "C" {
    /// Defines an element, unless its tag is taken or there are no elements at all.
    fn define(tag: &str, css: &str, start: &Closure<dyn Fn(u32) -> Widget>);
}

/// Registers the elements. Doing it again is harmless.
#[wasm_bindgen]
pub fn register() {
    let start = Closure::new(Widget::new);
    define("jaarplan-planner", include_str!("planner/planner.css"), &start);
    start.forget(); // as long as the element class, which is for ever
}

/// A planner in the page. The class in `element.js` owns it, calls it, and frees it.
#[wasm_bindgen]
pub struct Widget {
    planner: Planner,
    shown: Option<Mounted>,
}

impl Widget {
    fn new(year: u32) -> Self {
        Self { planner: Planner::new("BE", year), shown: None }
    }
}

#[wasm_bindgen]
impl Widget {
    /// Shows the state, always in the same shadow root.
    ///
    /// # Errors
    ///
    /// What the page throws, when its functions are not what they should be.
    pub fn show(&mut self, root: &ShadowRoot) -> Result<(), JsValue> {
        let document = root.owner_document().ok_or(JsValue::UNDEFINED)?;
        let view = self.planner.view().into();
        if let Some(shown) = &mut self.shown {
            return shown.update(&document, view);
        }
        let shown = Mounted::new(&document, view)?;
        root.append_child(shown.node())?;
        self.shown = Some(shown);
        Ok(())
    }

    /// Sets one of the inputs that are attributes.
    pub fn preset(&mut self, name: &str, value: &str) {
        match name {
            "country" => self.planner.preset("country", value),
            "headcount" => self.planner.preset("groups[0].headcount", value),
            "fte" => self.planner.preset("groups[0].fte", value),
            _ => {}
        }
    }

    /// Speaks the language of a tag.
    pub fn speak(&mut self, language: &str) {
        self.planner.speak(language);
    }

    /// Opens a plan from JSON text.
    ///
    /// # Errors
    ///
    /// What is wrong with the text, as `{ errors }`.
    pub fn open(&mut self, text: &str) -> Result<(), JsValue> {
        let document = Document::parse(text).map_err(|errors| refuse(&errors))?;
        self.planner.load(&document).map_err(|errors| refuse(&errors))
    }

    /// Opens a plan from plain data.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as `{ errors }`.
    pub fn take(&mut self, plan: JsValue) -> Result<(), JsValue> {
        let document = Document::deserialize(Deserializer::from(plan)).map_err(|error| {
            let error = InputError::new("", Code::WrongType, error.to_string());
            refuse(&error.expected(&["object"]).into())
        })?;
        self.planner.load(&document).map_err(|errors| refuse(&errors))
    }

    /// The plan as JSON text.
    pub fn plan(&self) -> String {
        self.planner.document().to_string()
    }

    /// Everything that a person did, as text; see [`Widget::restore`].
    pub fn snapshot(&self) -> String {
        self.planner.snapshot()
    }

    /// Goes on where a snapshot was taken.
    pub fn restore(&mut self, snapshot: &str) {
        self.planner.restore(snapshot);
    }

    /// A person typed in a field.
    pub fn enter(&mut self, id: &str, typed: &str) {
        self.planner.enter(id, typed);
    }

    /// A person left a field after a change.
    pub fn leave(&mut self, id: &str) {
        self.planner.leave(id);
    }

    /// A person pressed a button; the id of what to look at next.
    pub fn press(&mut self, what: &str, about: &str, row: u32) -> Option<String> {
        self.planner.press(what, about, row)
    }

    /// What to say about figures that changed.
    pub fn announcement(&mut self) -> Option<String> {
        self.planner.announcement()
    }

    /// The result as plain data; undefined when the plan is not valid.
    ///
    /// # Errors
    ///
    /// None in practice: a result is plain data.
    pub fn result(&self) -> Result<JsValue, JsValue> {
        self.planner.result().map_or(Ok(JsValue::UNDEFINED), hand_out)
    }

    /// What is wrong with the plan, as `{ errors }`; undefined when nothing is.
    pub fn errors(&self) -> JsValue {
        self.planner.errors().map_or(JsValue::UNDEFINED, |errors| refuse(&errors))
    }
}

fn hand_out(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer =
        Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    Ok(answer.serialize(&serializer)?)
}

fn refuse(errors: &InputErrors) -> JsValue {
    hand_out(errors).unwrap_or_else(|error| error)
}
