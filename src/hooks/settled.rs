//! A value once it has stopped changing.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// `value` as it was when it last went unchanged for `milliseconds`; at first, as it is.
///
/// For what is spoken: a screen reader that hears of every keystroke's results hears nothing else.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(value: T, milliseconds: u32) -> T {
    let settled = use_state_eq(|| value.clone());
    {
        let settled = settled.clone();
        use_effect_with(value, move |value| {
            let value = value.clone();
            let wait = Timeout::new(milliseconds, move || settled.set(value));
            move || drop(wait)
        });
    }
    (*settled).clone()
}
