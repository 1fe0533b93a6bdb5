//! Counts the renders of components, so that tests can prove which ones an action causes. Release
//! builds count nothing.

#[cfg(debug_assertions)]
use std::cell::RefCell;

#[cfg(debug_assertions)]
thread_local! {
    static RENDERS: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Records a render of a component.
pub(crate) fn record(component: &'static str) {
    #[cfg(debug_assertions)]
    RENDERS.with_borrow_mut(|renders| renders.push(component));
    #[cfg(not(debug_assertions))]
    let _ = component;
}

/// Returns the names of the components rendered since the last call, in order.
#[cfg(debug_assertions)]
pub fn take() -> Vec<&'static str> {
    RENDERS.take()
}
