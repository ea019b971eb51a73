//! The elements: take events in, move the view out.

use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use super::data::{document, hand_out};
use super::dom::Mounted;
use crate::invariant::broken;
use crate::plan::Document;
use crate::widgets::kinds::{Effect, Kind};
use crate::widgets::state::Draft;
use crate::widgets::widget::Widget;

#[wasm_bindgen(module = "/src/wasm/data.js")]
extern "C" {
    /// What only the page can do: hand a file to the person (`download`, with its name, its type and
    /// what is in it), put a text on the clipboard (`copy`), or `print`.
    fn act(what: &str, name: &str, kind: &str, text: &str);
}

/// A widget in the page. The class in `element.js` owns it, calls it, and frees it.
#[wasm_bindgen]
pub struct Handle {
    widget: Widget,
    shown: Option<Mounted>,
}

#[wasm_bindgen]
impl Handle {
    /// The widget of a name, on the plan of a name. `today` is like `2027-03-31`, `page` the address of the
    /// page without its fragment.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, plan: &str, today: &str, page: &str) -> Self {
        let Some(kind) = Kind::named(name) else { broken("there is no such widget") };
        Self { widget: Widget::new(kind, plan, today, page), shown: None }
    }

    /// Shows the state, always in the same shadow root.
    ///
    /// # Errors
    ///
    /// What the page throws, when its functions are not what they should be.
    pub fn show(&mut self, root: &ShadowRoot) -> Result<(), JsValue> {
        let document = root.owner_document().ok_or(JsValue::UNDEFINED)?;
        let drawing = self.widget.draw();
        if let Some(shown) = &mut self.shown {
            return shown.update(&document, drawing);
        }
        self.shown = Some(Mounted::new(&document, drawing, root)?);
        Ok(())
    }

    /// Shows the plan of another name.
    pub fn join(&mut self, plan: &str) {
        self.widget.join(plan);
    }

    /// Whether nobody gave the plan of this name yet; the caller is going to.
    pub fn claim(&self) -> bool {
        self.draft(Draft::claim)
    }

    /// Grows with each change of the plan.
    pub fn revision(&self) -> u32 {
        self.draft(|draft| draft.revision())
    }

    /// Sets one of the inputs that are attributes.
    pub fn preset(&mut self, name: &str, value: &str) {
        self.widget.preset(name, value);
    }

    /// Words that the page wants to see replaced, as JSON text.
    pub fn relabel(&mut self, labels: &str) {
        self.widget.relabel(labels);
    }

    /// Speaks the language of a tag.
    pub fn speak(&mut self, language: &str) {
        self.widget.speak(language);
    }

    /// Whether the page asks that nobody changes the plan.
    pub fn lock(&mut self, readonly: bool) {
        self.widget.lock(readonly);
    }

    /// Says whether defaults count as not known exactly.
    pub fn weigh(&mut self, uncertain: bool) {
        self.widget.weigh(uncertain);
    }

    /// Whether they do.
    pub fn is_uncertain(&self) -> bool {
        self.draft(|draft| draft.is_uncertain())
    }

    /// Works off a few samples more: whether there are more of them. The revision grows when the figures that are
    /// shown rest on all.
    pub fn go_on(&mut self) -> bool {
        self.draft(Draft::go_on)
    }

    /// Whether there are samples to work off, or to tell of.
    pub fn is_pending(&self) -> bool {
        self.draft(|draft| draft.is_pending())
    }

    /// Opens a plan from JSON text.
    ///
    /// # Errors
    ///
    /// What is wrong with the text, as `{ errors }`.
    pub fn open(&mut self, text: &str) -> Result<(), JsValue> {
        let document = Document::parse(text).map_err(|errors| hand_out(&errors))?;
        self.widget.load(&document).map_err(|errors| hand_out(&errors))
    }

    /// Opens a plan from plain data.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as `{ errors }`.
    pub fn take(&mut self, plan: &JsValue) -> Result<(), JsValue> {
        self.widget.load(&document(plan)).map_err(|errors| hand_out(&errors))
    }

    /// Opens the plan in the fragment of the page's address, if there is one.
    pub fn follow(&mut self, fragment: &str) -> bool {
        self.widget.follow(fragment)
    }

    /// A person opens a file.
    pub fn open_file(&mut self, text: &str) {
        self.widget.open_file(text);
    }

    /// Goes on with what the browser kept; an absent text for nothing, `refused` when it keeps nothing.
    #[allow(clippy::needless_pass_by_value)] // as JavaScript hands it over
    pub fn recall(&mut self, kept: Option<String>, refused: bool) -> bool {
        self.widget.recall(kept.as_deref(), refused)
    }

    /// Goes on keeping the plan in the browser, where this is kept; an absent text for nothing.
    #[allow(clippy::needless_pass_by_value)] // as JavaScript hands it over
    pub fn keep_on(&mut self, kept: Option<String>) {
        self.widget.keep_on(kept.as_deref());
    }

    /// What the browser is to keep, when the page asked for that.
    pub fn to_keep(&self) -> Option<String> {
        self.widget.to_keep()
    }

    /// The plan as JSON text.
    pub fn plan(&self) -> String {
        self.draft(|draft| draft.sheet().document().to_string())
    }

    /// Goes on with a snapshot, unless another widget already did; in a fresh instance of the module this is
    /// to be `told`.
    pub fn resume(&mut self, snapshot: &str, told: bool) {
        self.widget.resume(snapshot, told);
    }

    /// Everything that a person did, as text that [`Handle::resume`] takes.
    pub fn snapshot(&self) -> String {
        self.draft(|draft| draft.kept().to_string())
    }

    /// A person typed in a field.
    pub fn enter(&mut self, id: &str, typed: &str) {
        self.widget.enter(id, typed);
    }

    /// A person moved a slider.
    pub fn slide(&mut self, id: &str, value: &str) {
        self.widget.slide(id, value);
    }

    /// A person left a field after a change.
    pub fn leave(&mut self, id: &str) {
        self.widget.leave(id);
    }

    /// A person pasted a text in a field; whether it was a table, which is now in the fields.
    pub fn paste(&mut self, id: &str, text: &str) -> bool {
        self.widget.paste(id, text)
    }

    /// A person pressed a button; the id of what to look at next.
    pub fn press(&mut self, what: &str, about: &str, row: u32) -> Option<String> {
        match self.widget.press(what, about, row)? {
            Effect::Focus(id) => return Some(id),
            Effect::Download { name, kind, text } => act("download", &name, kind, &text),
            Effect::Copy(text) => act("copy", "", "", &text),
            Effect::Print => act("print", "", "", ""),
        }
        None
    }

    /// Whether the page may keep its attribute `readonly`.
    pub fn is_locked(&self) -> bool {
        self.widget.is_locked()
    }

    /// What to say about figures that changed.
    pub fn announcement(&mut self) -> Option<String> {
        self.widget.announcement()
    }

    /// The result as plain data; undefined when the plan is not valid.
    pub fn result(&self) -> JsValue {
        self.draft(|draft| draft.sheet().result().map_or(JsValue::UNDEFINED, hand_out))
    }

    /// What is wrong with the plan, as `{ errors }`; undefined when nothing is.
    pub fn errors(&self) -> JsValue {
        self.widget.errors().map_or(JsValue::UNDEFINED, |errors| hand_out(&errors))
    }
}

impl Handle {
    fn draft<T>(&self, ask: impl FnOnce(&mut Draft) -> T) -> T {
        ask(&mut self.widget.draft().borrow_mut())
    }
}
