//! The reader's notes on an article.

use super::button::button;
use super::link::link_to_block;
use crate::browser::events::textarea_text;
use crate::context::AppContext;
use crate::route::{Route, Slug};
use crate::store::bookmarks::{ArticleRecord, BookmarkAction};
use crate::store::text::decimal;
use crate::store::user_data::UserAction;
use std::rc::Rc;
use yew::prelude::*;

/// Returns the highlighted passages of an article, each with its note.
pub fn notes(app: &AppContext, slug: &Slug, route: &Route, record: &ArticleRecord) -> Html {
    let items = record.notes.iter().enumerate().map(|(index, note)| {
        let edit = {
            let (app, slug) = (app.clone(), slug.shared());
            move |event: InputEvent| {
                let action = BookmarkAction::NoteEdited(index, textarea_text(&event));
                app.dispatch(UserAction::BookmarkChanged(Rc::clone(&slug), action));
            }
        };
        let remove = BookmarkAction::NoteRemoved(index);
        let remove = app.on_click(UserAction::BookmarkChanged(slug.shared(), remove));
        html! {
            <li key={[&decimal(u64::from(note.block)), ":", &note.quote].concat()}>
                <blockquote>
                    { link_to_block(app, route, note.block, note.quote.clone()) }
                </blockquote>
                <textarea
                    rows="2"
                    placeholder={msg!("note")}
                    aria-label={msg!("note-on", passage = &note.quote)}
                    value={note.text.clone()}
                    oninput={edit}
                />
                { button(msg!("remove"), remove) }
            </li>
        }
    });
    html! {
        <aside class="notes" aria-labelledby="notes-title" hidden={record.notes.is_empty()}>
            <h2 id="notes-title">{ msg!("your-notes") }</h2>
            <ol role="list">{ for items }</ol>
        </aside>
    }
}
