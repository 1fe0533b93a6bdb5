//! A modal dialog: the browser's own, with its focus trap, its backdrop and its way out by `Escape`.

use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Opens the `dialog` that the returned reference is given to while `open` holds; `closed` is told when the browser
/// closed it.
#[hook]
pub fn use_modal(open: bool, closed: &Callback<()>) -> NodeRef {
    let dialog = use_node_ref();
    use_effect_with((open, closed.clone(), dialog.clone()), |(open, closed, dialog)| {
        let dialog = dialog.cast::<HtmlDialogElement>();
        let listener = dialog.as_ref().map(|dialog| {
            if *open && !dialog.open() {
                // It fails only for a dialog that is open or out of the document; either way there is nothing to do.
                let _ = dialog.show_modal();
            } else if !*open && dialog.open() {
                dialog.close();
            }
            let closed = closed.clone();
            EventListener::new(dialog, "close", move |_| closed.emit(()))
        });
        move || drop(listener)
    });
    dialog
}
