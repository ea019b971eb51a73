//! Which widgets share a draft: those of one page that name the same plan.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::Draft;

thread_local! {
    static SHELF: RefCell<Vec<(String, Weak<RefCell<Draft>>)>> = const { RefCell::new(Vec::new()) };
}

/// The draft of a name: the one that other widgets show, or an empty plan of this year.
pub fn on_shelf(name: &str, year: u32) -> Rc<RefCell<Draft>> {
    SHELF.with_borrow_mut(|shelf| {
        shelf.retain(|(_, draft)| draft.strong_count() > 0); // nobody shows those any more
        for (known, draft) in shelf.iter() {
            if known == name
                && let Some(draft) = draft.upgrade()
            {
                return draft;
            }
        }
        let draft = Rc::new(RefCell::new(Draft::new("BE", year)));
        shelf.push((name.to_owned(), Rc::downgrade(&draft)));
        draft
    })
}
