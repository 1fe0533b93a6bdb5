//! Labelled drop-down lists.

use crate::browser::events::selected_value;
use crate::browser::property;
use crate::context::AppContext;
use crate::store::preferences::{Preferences, Setting};
use crate::store::user_data::UserAction;
use yew::prelude::*;

/// Returns a labelled drop-down list of options, each a key and a label. `on_choose` receives the
/// key of the option that the reader chooses.
pub fn select(
    name: &'static str,
    label: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: &str,
    on_choose: &Callback<String>,
) -> Html {
    let onchange = on_choose.reform(|event: Event| selected_value(&event));
    let options = options.iter().map(|&(key, label)| {
        html! { <option {key} value={key} selected={key == chosen}>{ label }</option> }
    });
    // Without `autocomplete`, Firefox restores its own choice after a reload. The property is set
    // as well, because once the reader has chosen an option the attributes have no effect.
    html! {
        <label class="choice">
            <span>{ label }</span>
            { " " }
            <select autocomplete="off" {name} ~value={property::text(chosen)} {onchange}>
                { for options }
            </select>
        </label>
    }
}

/// Returns a drop-down list for a setting.
pub fn setting_select(app: &AppContext, setting: Setting, preferences: Preferences) -> Html {
    let app = app.clone();
    let on_choose = move |key| app.dispatch(UserAction::PreferenceChosen(setting, key));
    let info = setting.info();
    let chosen = preferences.get(setting);
    let options: Vec<_> = info.options.iter().map(|(key, label)| (*key, label.text())).collect();
    select(info.key, info.label.text(), &options, chosen, &Callback::from(on_choose))
}
