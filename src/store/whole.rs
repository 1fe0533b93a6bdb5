//! Everything that can change, in one place: one reducer costs a reader less than two.

use super::personal::{Choice, Personal};
use super::reducer::{Action, State};
use std::rc::Rc;
use yew::Reducible;

/// Everything that can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// Where someone is.
    pub state: State,
    /// What is their own.
    pub personal: Personal,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// To where they are.
    Here(Action),
    /// To what is their own.
    Own(Choice),
}

impl Reducible for Whole {
    type Action = Happening;

    fn reduce(self: Rc<Self>, happening: Happening) -> Rc<Self> {
        let mut next = Whole::clone(&self);
        match happening {
            Happening::Here(action) => next.state = self.state.after(action),
            Happening::Own(choice) => next.personal = self.personal.after(choice),
        }
        Rc::new(next)
    }
}
