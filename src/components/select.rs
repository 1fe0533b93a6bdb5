//! A choice of one among a few: the theme, the order of the results.

use crate::desk::Desk;
use crate::el;
use crate::browser::events::chosen_value;
use crate::browser::property;
use crate::markup::{Markup, On};
use crate::store::personal::{Choice, Personal};
use crate::store::preferences::{SETTINGS, Which};

/// A labelled `select`, called `key` among the page's controls, of `(key, label)` pairs; `then` is given the key that was
/// chosen.
pub fn select(
    m: &mut Markup,
    key: &'static str,
    name: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: &str,
    then: impl Fn(String) + 'static,
) {
    el!(m, label["class" = "choice"].key(key) {
        el!(m, span { m.text(name); });
        m.text(" ");
        // Firefox would choose again, after a reload, what was chosen before: the page knows better. And it is told by the
        // property: once it shows a choice it takes no notice of options' attributes, which count at first.
        el!(m, select["autocomplete" = "off"].attr("name", key).property("value", property::text(chosen)) {
            m.on(On::Change, move |event| {
                if let Some(key) = chosen_value(event) {
                    then(key);
                }
            });
            for &(key, label) in options {
                el!(m, option.key(key).attr("value", key).flag("selected", key == chosen) { m.text(label); });
            }
        });
    });
}

/// The same for a setting.
pub fn setting(m: &mut Markup, desk: &Desk, personal: &Personal, which: Which) {
    if let Some(setting) = SETTINGS.get(which as usize) {
        let own = desk.own.clone();
        let then = move |key| own.dispatch(Choice::Chosen(which, key));
        select(m, setting.key, setting.label, setting.options, personal.preferences.get(which), then);
    }
}
