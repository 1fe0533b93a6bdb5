//! The search box.

use crate::desk::Desk;
use crate::el;
use crate::browser::events::{is_escape, room, typed_text};
use crate::markup::{Markup, On};
use crate::store::reducer::Action;
use crate::store::view::Query;

/// The `id` of the search box; `src/boot.js` knows it, too.
const SEARCH_BOX: &str = "search";

/// The search box. It answers while one types; the return key only ends the typing. What it finds is
/// shown as cards or, more in a window, `listed`.
pub fn search_box(m: &mut Markup, desk: &Desk, query: &Query, listed: bool) {
    let [typing, clearing, submitting, leaving] = [(); 4].map(|()| desk.clone());
    el!(m, form["class" = "search", "role" = "search", "action" = "./", "method" = "get"] {
        m.on(On::Submit, move |event| {
            event.prevent_default();
            submitting.tell(Action::TypingPaused);
        });
        el!(m, label["class" = "unseen"].attr("for", SEARCH_BOX) { m.text(msg!("search-articles")); });
        el!(m, input[
            "name" = "q", "type" = "search", "placeholder" = msg!("search-articles"), "autocomplete" = "off",
            "autocapitalize" = "off", "spellcheck" = "false", "enterkeyhint" = "search",
        ].attr("id", SEARCH_BOX).value(query.shared()) {
            m.on(On::Input, move |event| {
                if let Some(text) = typed_text(event) {
                    typing.tell(Action::QueryTyped { text, room: room(listed) });
                }
            });
            m.on(On::KeyDown, move |event| {
                if is_escape(event) {
                    event.prevent_default();
                    clearing.tell(Action::QueryCleared);
                }
            });
            m.on(On::Blur, move |_| leaving.tell(Action::TypingPaused));
        });
    });
}
