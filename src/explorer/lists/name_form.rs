//! The form in which a reader types the name of a list.

use crate::browser::events::input_text;
use crate::store::reading_lists::{ListName, ReadingLists};
use yew::prelude::*;

/// The `id` of the field, for its label and the focus. A page has one such form.
pub(super) const NAME_FIELD: &str = "list-name";

/// The properties of [`NameForm`].
#[derive(Properties, PartialEq)]
pub(super) struct NameFormProps {
    pub(super) label: &'static str,
    /// The label of the button.
    pub(super) action: &'static str,
    /// The name that the list has.
    #[prop_or_default]
    pub(super) name: Option<ListName>,
    /// All lists, whose names are taken.
    pub(super) lists: ReadingLists,
    /// Receives the name.
    pub(super) on_name: Callback<ListName>,
}

/// A field for the name of a list, with a button.
#[component]
pub(super) fn NameForm(props: &NameFormProps) -> Html {
    let NameFormProps { label, action, name, lists, on_name } = props;
    let typed = use_state_eq(|| name.as_ref().map_or("", ListName::as_str).to_owned());
    let is_taken = use_state_eq(|| false);
    let oninput = {
        let (typed, is_taken) = (typed.clone(), is_taken.clone());
        move |event: InputEvent| {
            typed.set(input_text(&event));
            is_taken.set(false);
        }
    };
    let onsubmit = {
        let (typed, is_taken) = (typed.clone(), is_taken.clone());
        let (own, lists, on_name) = (name.clone(), lists.clone(), on_name.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(name) = ListName::new(&typed) else { return };
            let is_free = own.as_ref() == Some(&name) || lists.get(name.as_str()).is_none();
            is_taken.set(!is_free);
            if is_free {
                on_name.emit(name);
            }
        }
    };
    html! {
        <form class="add-term" {onsubmit}>
            <label for={NAME_FIELD}>{ *label }</label>
            <input
                type="text"
                id={NAME_FIELD}
                autocomplete="off"
                required=true
                value={(*typed).clone()}
                {oninput}
            />
            <button>{ *action }</button>
            <p role="alert">
                if *is_taken {
                    { msg!("list-exists") }
                }
            </p>
        </form>
    }
}
