//! A link within the page: a real one, followed without loading the page anew.

use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::block_id;
use crate::browser::events::is_plain_click;
use crate::markup::Markup;
use crate::store::reducer::Action;
use crate::store::route::Route;
use yew::AttrValue;

/// A link to a route that says `text`. Only a plain click is taken from the browser.
pub fn link(m: &mut Markup, desk: &Desk, to: Route, text: impl Into<AttrValue>) {
    let text = text.into();
    el!(m, a {
        lead(m, desk, to, || false);
        m.text(text);
    });
}

/// Has the open element, an `a`, lead to a route, with something to try in place of going there: if that returns true, it
/// was done.
pub fn lead(m: &mut Markup, desk: &Desk, to: Route, instead: fn() -> bool) {
    m.attr("href", desk.library.href(&to));
    follow(m, desk, Action::LinkFollowed(to), instead);
}

/// Has it lead to a block of an article, by its number from 1.
pub fn lead_to(m: &mut Markup, desk: &Desk, to: Route, block: u32) {
    m.attr("href", [&desk.library.href(&to), "#", &block_id(block)].concat());
    follow(m, desk, Action::PlaceFollowed(to, block), || false);
}

fn follow(m: &mut Markup, desk: &Desk, action: Action, instead: fn() -> bool) {
    let desk = desk.clone();
    m.on_click(move |event| {
        if is_plain_click(event) {
            event.prevent_default();
            if !instead() {
                desk.tell(action.clone());
            }
        }
    });
}
