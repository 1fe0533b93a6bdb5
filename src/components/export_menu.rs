//! The menu that exports all results as a file.

use super::button::{button, popover_button};
use crate::browser::files::export_items;
use crate::context::AppContext;
use crate::store::view::View;
use cuttings_exports::ExportFormat;
use yew::prelude::*;

/// The `id` of the menu.
const MENU: &str = "export";

/// Returns a button that opens a menu of export formats for the results of a view.
pub fn export_menu(app: &AppContext, view: &View) -> Html {
    let formats = ExportFormat::ALL.map(|format| {
        let (library, view) = (app.library.clone(), view.clone());
        button(format.label(), Callback::from(move |_| export_items(&library, &view, format)))
    });
    html! {
        <div class="export">
            { popover_button(msg!("export"), MENU) }
            <div
                class="panel"
                popover="auto"
                role="dialog"
                aria-label={msg!("export")}
                id={MENU}
            >
                <p>{ msg!("export-help") }</p>
                { for formats }
            </div>
        </div>
    }
}
