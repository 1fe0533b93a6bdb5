//! The choice between light and dark.

use crate::hooks::events::chosen_value;
use crate::state::preferences::Theme;
use yew::prelude::*;

/// The properties of [`ThemeSelect`].
#[derive(Properties, PartialEq)]
pub struct ThemeSelectProps {
    /// The theme that is on.
    pub theme: Theme,
    /// Told which theme was chosen.
    pub onchoice: Callback<Theme>,
}

/// The choice between light and dark.
#[component]
pub fn ThemeSelect(props: &ThemeSelectProps) -> Html {
    let onchange = use_callback(props.onchoice.clone(), |event: Event, onchoice| {
        if let Some(theme) = chosen_value(&event).and_then(|key| Theme::from_key(&key)) {
            onchoice.emit(theme);
        }
    });
    html! {
        <label class="choice">
            <span>{ "Theme" }</span>{ " " }
            <select {onchange}>
                for theme in Theme::ALL {
                    <option key={theme.key()} value={theme.key()} selected={theme == props.theme}>{ theme.label() }</option>
                }
            </select>
        </label>
    }
}
