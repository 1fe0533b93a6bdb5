//! An article in the results.

use super::link::link_or;
use super::marked::marked;
use crate::desk::Desk;
use crate::hooks::arrival::link_id;
use crate::state::results::Marker;
use crate::state::route::{Route, Slug};
use crate::state::view::View;
use cuttings_edition::Article;
use cuttings_search::Field;
use yew::prelude::*;

/// About how many characters of its text a card shows.
const SUMMARY: usize = 200;

/// An article in the results: its section, its headline, the standfirst or the best of its text, and how long it takes.
/// Its link carries the view in which it was found.
pub fn card(desk: &Desk, article: &Article<'static>, view: &View, marker: &Marker) -> Html {
    let title = marked(article.title(), &marker.marks(Field::Title, article.title()));
    let headline = match Slug::new(article.slug()) {
        Some(slug) => {
            let id = link_id(slug.as_str());
            link_or(desk, Route::Article { slug, view: view.clone() }, Some(id), title, || false)
        }
        None => title,
    };
    let summary = marker.snippet(article, SUMMARY);
    html! {
        <article class="card" lang={article.language()}>
            <p class="eyebrow">{ article.section() }</p>
            <h2 class="headline">{ headline }</h2>
            <p class="summary">
                { if summary.cut_start { "… " } else { "" } }
                { marked(summary.text, &summary.marks) }
                { if summary.cut_end { " …" } else { "" } }
            </p>
            <p class="meta">{ reading_time(article.minutes()) }</p>
        </article>
    }
}

/// How long it takes to read, in words.
pub fn reading_time(minutes: u32) -> String {
    [&minutes.to_string(), "min read"].join(" ")
}
