//! Which widgets share a draft: those of one page that name the same plan.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::Draft;

thread_local! {
    static SHELF: RefCell<Vec<(String, Weak<RefCell<Draft>>)>> = const { RefCell::new(Vec::new()) };
}

/// The draft of a name: the one that other widgets show, or the one that `make` gives.
pub fn on_shelf(name: &str, make: impl FnOnce() -> Draft) -> Rc<RefCell<Draft>> {
    SHELF.with_borrow_mut(|shelf| {
        shelf.retain(|(_, draft)| draft.strong_count() > 0); // nobody shows those any more
        let known = shelf.iter().find(|(known, _)| known == name);
        known.and_then(|(_, draft)| draft.upgrade()).unwrap_or_else(|| {
            let draft = Rc::new(RefCell::new(make()));
            shelf.push((name.to_owned(), Rc::downgrade(&draft)));
            draft
        })
    })
}
