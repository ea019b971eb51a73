//! Which objects the plan document is made of.

use jaarplan::plan::shape::{Kind, List, Object};

/// The objects and lists that are reached from an object, each once, in the order of the document.
#[derive(Default)]
pub struct Reached {
    /// Objects of the same name are the same.
    pub objects: Vec<&'static Object>,
    /// Every list of objects.
    pub lists: Vec<&'static List>,
}

impl Reached {
    /// These, and what else is reached from an object.
    pub fn from(mut self, object: &'static Object) -> Self {
        if self.objects.iter().any(|known| known.name == object.name) {
            return self;
        }
        self.objects.push(object);
        for member in object.members {
            match &member.kind {
                Kind::Object(object) => self = self.from(object),
                Kind::List(list) => {
                    self.lists.push(list);
                    for object in list.of {
                        self = self.from(object);
                    }
                }
                _ => {}
            }
        }
        self
    }
}
