//! Opens modal dialogs.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Opens a `dialog` element as a modal when `is_open` becomes true. Returns the reference for it.
#[hook]
pub fn use_modal(is_open: bool) -> NodeRef {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(is_open, move |is_open| {
            if *is_open && let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // This fails only if the dialog is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    dialog
}
