//! A modal dialog: the browser's own, with its focus trap, its backdrop and its way out by `Escape`.

use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Opens the `dialog` that the returned reference is given to while `open` holds, and has it hold no longer when the
/// browser closed it.
#[hook]
pub fn use_modal(open: &UseStateHandle<bool>) -> NodeRef {
    let dialog = use_node_ref();
    {
        let (dialog, setter) = (dialog.clone(), open.setter());
        use_effect_with(**open, move |&open| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            let listener = dialog.map(|dialog| {
                if open && !dialog.open() {
                    // It fails only for a dialog that is open or out of the document; either way nothing is to be done.
                    let _ = dialog.show_modal();
                }
                EventListener::new(&dialog, "close", move |_| setter.set(false))
            });
            move || drop(listener)
        });
    }
    dialog
}
