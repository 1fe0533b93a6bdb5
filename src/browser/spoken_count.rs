//! Delays the number of results that screen readers announce.

use crate::store::view::Query;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// The pause in typing after which the count is announced, in milliseconds. A screen reader that
/// announces the results of every keystroke announces nothing else.
const PAUSE: u32 = 500;

/// Returns the number of results to announce: `initial` at first, then `total` as soon as the query
/// has not changed for a while.
#[hook]
pub fn use_spoken_count(query: &Query, total: usize, initial: usize) -> usize {
    let spoken = use_state_eq(|| initial);
    let setter = spoken.setter();
    use_effect_with((query.clone(), total), move |&(_, total)| {
        let pause = Timeout::new(PAUSE, move || setter.set(total));
        move || drop(pause)
    });
    *spoken
}
