//! Opens modal dialogs.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Opens a `dialog` element as a modal when it is first rendered. Returns the reference for it.
#[hook]
pub fn use_modal() -> NodeRef {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // This fails only if the dialog is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    dialog
}
