//! The actions for a selected passage.

use crate::browser::events::selected_passage;
use crate::context::AppContext;
use crate::route::Slug;
use crate::store::bookmarks::{BookmarkAction, Note};
use crate::store::text::find;
use crate::store::user_data::UserAction;
use cuttings_edition::Article;
use yew::prelude::*;

/// Returns the actions for a selected passage. Scripts show the bar, and put the passage on its
/// first button.
pub fn passage_bar(app: &AppContext, slug: &Slug, article: &Article<'static>) -> Html {
    let (app, slug, article) = (app.clone(), slug.shared(), *article);
    let highlight = move |event: MouseEvent| {
        if let Some((block, passage)) = selected_passage(&event) {
            // The page finds a passage again within a single block only.
            let text = article.blocks().nth(block.saturating_sub(1) as usize);
            let is_within = text.is_some_and(|block| find(block.text(), &passage).is_some());
            let first_line = || passage.lines().next().unwrap_or_default().to_owned();
            let quote = if is_within { passage } else { first_line() };
            let note = Note { block, quote, text: String::new() };
            let action = BookmarkAction::Highlighted(note);
            app.dispatch(UserAction::BookmarkChanged(slug.clone(), action));
        }
    };
    let copy = |label: &'static str, what: &'static str| {
        html! {
            <button type="button" class="plain" data-do="copy" data-needs="copy" data-what={what}>
                { label }
            </button>
        }
    };
    html! {
        <div class="passage" role="group" aria-label={msg!("selected-passage")} hidden=true>
            <button type="button" class="plain" data-mark="" onclick={highlight}>
                { msg!("highlight") }
            </button>
            { copy(msg!("copy-quotation"), "quotation") }
            { copy(msg!("copy-link"), "link") }
        </div>
    }
}
