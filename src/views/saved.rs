//! The section of saved articles and notes.

use crate::browser::files::{download, import_bookmarks};
use crate::components::button::{button, script_button};
use crate::components::link::link;
use crate::components::save_button::save_button;
use crate::context::AppContext;
use crate::ids::{HEADING, MAIN};
use crate::store::bookmarks::Bookmarks;
use crate::store::json;
use crate::store::library::Library;
use crate::store::markdown::notes_as_markdown;
use crate::store::view::View;
use yew::prelude::*;

/// The reader's saved articles and notes, in the order of the edition, with exports and an import.
pub(super) fn saved_page(app: &AppContext, bookmarks: &Bookmarks) -> Html {
    let articles = app.library.kept_articles(bookmarks).into_iter().map(|(article, record)| {
        let route = Library::article_route(&article, &View::default());
        let notes = record.notes.iter().flat_map(|note| {
            [
                html! { <blockquote>{ note.quote.clone() }</blockquote> },
                html! { <p>{ note.text.clone() }</p> },
            ]
        });
        html! {
            <li key={article.slug()}>
                <article class="card">
                    <h2 class="headline">
                        { link(app, route, article.title()) }
                    </h2>
                    { for notes }
                    <p class="meta">{ save_button(app, &article, record.saved) }</p>
                </article>
            </li>
        }
    });
    let export_file = {
        let bookmarks = bookmarks.clone();
        move |_: MouseEvent| {
            download("saved.json", "application/json", &json::print(&bookmarks));
        }
    };
    let export_text = {
        let (library, bookmarks) = (app.library.clone(), bookmarks.clone());
        move |_: MouseEvent| {
            let text = notes_as_markdown(&library, &bookmarks);
            download("saved.md", "text/markdown;charset=utf-8", &text);
        }
    };
    let import = {
        let app = app.clone();
        move |event: Event| import_bookmarks(&app, &event)
    };
    html! {
        <main tabindex="-1" class="plain-page" id={MAIN}>
            <h1 tabindex="-1" id={HEADING}>{ msg!("saved") }</h1>
            <p>{ msg!("saved-help") }</p>
            <ol role="list" aria-label={msg!("saved")} class="results">{ for articles }</ol>
            // Stylesheets show this if the list is empty.
            <p class="no-saved">{ msg!("saved-none") }</p>
            <div class="tools">
                { button(msg!("export-file"), Callback::from(export_file)) }
                { button(msg!("export-text"), Callback::from(export_text)) }
                { script_button(msg!("export-annotations"), "annotations", "site") }
                <label>
                    { msg!("import-file") }
                    { " " }
                    <input type="file" accept=".json" data-bring="" onchange={import} />
                </label>
            </div>
        </main>
    }
}
