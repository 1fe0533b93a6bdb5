//! The keys, listed by `src/tools.js` which obeys them, and the switch for single keys.

use crate::desk::Desk;
use crate::el;
use crate::hooks::events::ticked;
use crate::markup::{Markup, On};
use crate::state::personal::{Choice, Personal};
use crate::state::preferences::Which;

/// Where the keys are listed, and the switch for single keys.
pub fn keys_dialog(m: &mut Markup, desk: &Desk, personal: &Personal) {
    let own = desk.own.clone();
    el!(m, dialog["id" = "keys", "class" = "sheet keys", "aria-labelledby" = "keys-title"] {
        el!(m, h2["id" = "keys-title"] { m.text("Keyboard shortcuts"); });
        el!(m, dl {});
        el!(m, label["class" = "value"] {
            el!(m, input["type" = "checkbox"].checked(personal.preferences.get(Which::Keys) == "on") {
                m.on(On::Change, move |event| {
                    let key = if ticked(event) { "on" } else { "off" };
                    own.dispatch(Choice::Chosen(Which::Keys, key.to_owned()));
                });
            });
            m.text(" ");
            el!(m, span["class" = "name"] { m.text("Single-key shortcuts"); });
        });
        el!(m, p["class" = "hint"] {
            m.text("Switch them off if you dictate, or if they get in the way of your own keys.");
        });
        el!(m, form["method" = "dialog"] { el!(m, button["class" = "solid"] { m.text("Close"); }); });
    });
}
