//! The button that saves articles as a book.

use crate::browser::books::{SavedBook, save_book};
use crate::context::use_app;
use cuttings_edition::ItemId;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`BookButton`].
#[derive(Properties, PartialEq)]
pub(super) struct BookButtonProps {
    pub(super) label: &'static str,
    /// The title of the book.
    pub(super) title: AttrValue,
    pub(super) items: Rc<[ItemId]>,
}

/// The state of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    NotAskedFor,
    Writing,
    Saved(SavedBook),
    Failed,
}

/// A button that saves articles as a book, and what it says of that.
#[component]
pub(super) fn BookButton(props: &BookButtonProps) -> Html {
    let app = use_app();
    let BookButtonProps { label, title, items } = props;
    let progress = use_state_eq(|| Progress::NotAskedFor);
    let onclick = {
        let (title, items, progress) = (title.clone(), items.clone(), progress.clone());
        move |_: MouseEvent| {
            if *progress == Progress::Writing {
                return;
            }
            progress.set(Progress::Writing);
            let progress = progress.setter();
            save_book(&app.library, &title, Rc::clone(&items), move |book| {
                progress.set(book.map_or(Progress::Failed, Progress::Saved));
            });
        }
    };
    let status = match *progress {
        Progress::NotAskedFor => Html::default(),
        Progress::Writing => html! { msg!("writing-book") },
        Progress::Failed => html! { msg!("book-failed") },
        Progress::Saved(SavedBook { articles, lacking }) => html! {
            <>
                { msg!("book-saved", count = articles) }
                if lacking > 0 {
                    { msg!("detail-separator") }
                    { msg!("book-lacks-pictures", count = lacking) }
                }
            </>
        },
    };
    html! {
        <>
            <button type="button" class="plain" {onclick}>{ *label }</button>
            <span role="status" class="meta">{ status }</span>
        </>
    }
}
