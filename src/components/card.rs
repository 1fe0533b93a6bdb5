//! An article in the results.

use super::link::Link;
use super::marked::marked;
use crate::desk::use_desk;
use crate::hooks::arrival::link_id;
use crate::state::results::Marker;
use crate::state::route::{Route, Slug};
use crate::state::view::View;
use cuttings_edition::{Article, Item, ItemId};
use cuttings_search::Field;
use yew::prelude::*;

/// About how many characters of its text a card shows.
const SUMMARY: usize = 200;

/// The properties of [`Card`].
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The article.
    pub id: ItemId,
    /// The view in which it was found: the link carries it.
    pub view: View,
    /// What marks what was searched for.
    pub marker: Marker,
}

/// An article in the results: its section, its headline, the standfirst or the best of its text, and how long it takes.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let desk = use_desk();
    let Some(Item::Article(article)) = desk.library.item(props.id) else {
        return html! { <article class="card" /> };
    };
    let title = marked(article.title(), &props.marker.marks(Field::Title, article.title()));
    let headline = match Slug::new(article.slug()) {
        Some(slug) => {
            let id = link_id(slug.as_str());
            html! { <Link to={Route::Article { slug, view: props.view.clone() }} {id}>{ title }</Link> }
        }
        None => title,
    };
    html! {
        <article class="card" lang={article.language()}>
            <p class="eyebrow">{ article.section() }</p>
            <h2 class="headline">{ headline }</h2>
            <p class="summary">{ summary(&article, &props.marker) }</p>
            <p class="meta">{ reading_time(article.minutes()) }</p>
        </article>
    }
}

fn summary(article: &Article<'static>, marker: &Marker) -> Html {
    let snippet = marker.snippet(article, SUMMARY);
    let before = if snippet.cut_start { "… " } else { "" };
    let after = if snippet.cut_end { " …" } else { "" };
    html! { <>{ before }{ marked(snippet.text, &snippet.marks) }{ after }</> }
}

/// How long it takes to read, in words.
pub fn reading_time(minutes: u32) -> String {
    [&minutes.to_string(), "min read"].join(" ")
}
