//! What every piece of the page may need: the edition, and where to say what happened.

use crate::store::library::Library;
use crate::store::personal::Choice;
use crate::store::reducer::Action;
use crate::store::whole::{Happening, Whole};
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// The edition, and where to say what happened. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Rc<OnDesk>);

/// What is on a desk.
pub struct OnDesk {
    /// The edition.
    pub library: Library,
    /// Where goes what concerns the person's own.
    pub own: Own,
}

/// Where goes what concerns the person's own. Cheap to clone.
#[derive(Clone)]
pub struct Own(UseReducerDispatcher<Whole>);

impl Own {
    /// Says what happened.
    pub fn dispatch(&self, choice: Choice) {
        self.0.dispatch(Happening::Own(choice));
    }
}

impl Desk {
    /// A desk with an edition on it.
    pub fn new(library: Library, dispatcher: UseReducerDispatcher<Whole>) -> Desk {
        Desk(Rc::new(OnDesk { library, own: Own(dispatcher) }))
    }

    /// Says what happened.
    pub fn tell(&self, action: Action) {
        self.own.0.dispatch(Happening::Here(action));
    }
}

impl Deref for Desk {
    type Target = OnDesk;

    fn deref(&self) -> &OnDesk {
        &self.0
    }
}
