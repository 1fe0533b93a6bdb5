//! The reader: one article.

use crate::components::card::reading_time;
use crate::components::link::{link, link_or};
use crate::components::marked::marked;
use crate::desk::Desk;
use crate::hooks::arrival::{HEADING, MAIN};
use crate::hooks::history::back_to_results;
use crate::state::facet::Facet;
use crate::state::results::Marker;
use crate::state::route::Route;
use crate::state::view::{Filter, View};
use cuttings_edition::{Article, Block};
use cuttings_search::Field;
use yew::prelude::*;

/// One article, with what was searched for marked in it. Its link back leads to the view in which it was found.
pub fn reader(desk: &Desk, article: &Article<'static>, view: &View) -> Html {
    let marker = Marker::of(&desk.library, view);
    let show = |field, text| marked(text, &marker.marks(field, text));
    let back = html! { <><span aria-hidden="true">{ "← " }</span>{ "Back to results" }</> };
    let mut section = View::default();
    section.filters.insert(Filter { facet: Facet::Section, value: article.section().into() });
    let standfirst = article.standfirst().map(|text| {
        html! { <p class="standfirst">{ show(Field::Standfirst, text) }</p> }
    });
    let body = article.blocks().enumerate().map(|(place, block)| match block {
        Block::Heading(text) => html! { <h2 key={place}>{ show(Field::Heading, text) }</h2> },
        Block::Paragraph(text) => html! { <p key={place}>{ show(Field::Body, text) }</p> },
    });
    html! {
        <main key={article.slug()} id={MAIN} tabindex="-1" class="reader-page">
            <p class="back">{ link_or(desk, Route::Results(view.clone()), None, back, back_to_results) }</p>
            <article class="reader" lang={article.language()}>
                <header>
                    <p class="eyebrow">{ link(desk, Route::Results(section), article.section()) }</p>
                    <h1 id={HEADING} tabindex="-1">{ show(Field::Title, article.title()) }</h1>
                    <div>{ standfirst }</div>
                    <p class="meta">{ byline(article) }</p>
                </header>
                <div class="prose">{ body.collect::<Vec<Html>>() }</div>
            </article>
        </main>
    }
}

/// Author, date, reading time and source, as far as the seed has them.
fn byline(article: &Article<'static>) -> String {
    let parts = [
        article.author().map(|author| ["By ", author].concat()),
        article.date().map(str::to_owned),
        Some(reading_time(article.minutes())),
        article.source().map(|source| ["From ", source].concat()),
    ];
    parts.into_iter().flatten().collect::<Vec<String>>().join(" · ")
}
