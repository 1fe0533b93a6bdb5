//! A link within the page: a real one, followed without loading the page anew.

use crate::desk::Desk;
use crate::hooks::events::is_plain_click;
use crate::state::reducer::Action;
use crate::state::route::Route;
use yew::prelude::*;

/// A link to a route that says `text`. Only a plain click is taken from the browser.
pub fn link(desk: &Desk, to: Route, text: impl Into<Html>) -> Html {
    link_or(desk, to, None, text.into(), || false)
}

/// The same with an `id`, and with something to try in place of going there: if that returns true, it was done.
pub fn link_or(desk: &Desk, to: Route, id: Option<String>, text: Html, instead: fn() -> bool) -> Html {
    let href = desk.library.href(&to);
    let onclick = {
        let desk = desk.clone();
        move |event: MouseEvent| {
            if is_plain_click(&event) {
                event.prevent_default();
                if !instead() {
                    desk.tell(Action::LinkFollowed(to.clone()));
                }
            }
        }
    };
    html! { <a {href} {id} {onclick}>{ text }</a> }
}
