//! Buttons, and what happens when something is clicked.

use crate::desk::Desk;
use crate::el;
use crate::browser::events::Event;
use crate::markup::Markup;
use crate::store::personal::Choice;
use crate::store::reducer::Action;

/// A button that does something at once.
pub fn button(m: &mut Markup, label: &'static str, then: impl Fn(&Event) + 'static) {
    el!(m, button["type" = "button", "class" = "plain"].on_click(then) { m.text(label); });
}

/// A button for what `src/tools.js` does; hidden where the browser lacks what it needs.
pub fn act(m: &mut Markup, label: &'static str, does: &'static str, needs: &'static str) {
    el!(m, button["type" = "button", "class" = "plain"].attr("data-do", does).attr("data-needs", needs) {
        m.text(label);
    });
}

/// A button that shows and hides what has this `id`.
pub fn opener(m: &mut Markup, label: &'static str, of: &'static str) {
    el!(m, button["type" = "button", "class" = "plain"].attr("popovertarget", of) { m.text(label); });
}

/// A button that is on or off, with its whole name; a click tells what happened.
pub fn toggle(m: &mut Markup, desk: &Desk, name: String, label: &'static str, on: bool, then: Choice) {
    el!(m, button["type" = "button", "class" = "plain toggle"].attr("aria-label", name).state("aria-pressed", on) {
        on_choice(m, desk, then);
        m.text(label);
    });
}

/// A button for more of what is shown, where there is more.
pub fn more(m: &mut Markup, desk: &Desk, is_more: bool) {
    el!(m, div["class" = "more"] {
        if is_more {
            el!(m, button["type" = "button", "class" = "solid"] {
                on_click(m, desk, Action::MoreAsked);
                m.text(msg!("show-more"));
            });
        }
    });
}

/// Has a click on the open element tell what happened.
pub fn on_click(m: &mut Markup, desk: &Desk, what: Action) {
    let desk = desk.clone();
    m.on_click(move |_| desk.tell(what.clone()));
}

/// The same for what concerns the person's own.
pub fn on_choice(m: &mut Markup, desk: &Desk, what: Choice) {
    let own = desk.own.clone();
    m.on_click(move |_| own.dispatch(what.clone()));
}
