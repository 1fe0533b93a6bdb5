//! The reader: one article.

use crate::components::card::reading_time;
use crate::components::link::Link;
use crate::components::marked::marked;
use crate::desk::use_desk;
use crate::hooks::arrival::HEADING;
use crate::hooks::history::back_to_results;
use crate::hooks::title::use_title;
use crate::state::facet::Facet;
use crate::state::results::Marker;
use crate::state::route::Route;
use crate::state::view::{Filter, View};
use cuttings_edition::{Article, Block};
use cuttings_search::Field;
use yew::prelude::*;

/// The properties of [`Reader`].
#[derive(Properties)]
pub struct ReaderProps {
    /// The article.
    pub article: Article<'static>,
    /// The view in which it was found.
    pub view: View,
}

impl PartialEq for ReaderProps {
    fn eq(&self, other: &ReaderProps) -> bool {
        self.article.id() == other.article.id() && self.view == other.view
    }
}

/// One article, with what was searched for marked in it.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let desk = use_desk();
    let marker =
        use_memo((desk.library.clone(), props.view.clone()), |(library, view)| Marker::of(library, view));
    let ReaderProps { article, view } = props;
    use_title([article.title(), desk.library.title()].join(" – "));
    let show = |field, text| marked(text, &marker.marks(field, text));
    let instead = use_callback((), |(), ()| back_to_results());
    let section = Route::Results(section_view(article.section()));
    let standfirst = article.standfirst().map(|text| {
        html! { <p class="standfirst">{ show(Field::Standfirst, text) }</p> }
    });
    let body = article.blocks().enumerate().map(|(place, block)| match block {
        Block::Heading(text) => html! { <h2 key={place}>{ show(Field::Heading, text) }</h2> },
        Block::Paragraph(text) => html! { <p key={place}>{ show(Field::Body, text) }</p> },
    });
    html! {
        <main id="main" class="reader-page">
            <p class="back">
                <Link to={Route::Results(view.clone())} {instead}><span aria-hidden="true">{ "← " }</span>{ "Back to results" }</Link>
            </p>
            <article class="reader" lang={article.language()}>
                <header>
                    <p class="eyebrow"><Link to={section}>{ article.section() }</Link></p>
                    <h1 id={HEADING} tabindex="-1">{ show(Field::Title, article.title()) }</h1>
                    <div>{ standfirst }</div>
                    <p class="meta">{ byline(article) }</p>
                </header>
                <div class="prose">{ for body }</div>
            </article>
        </main>
    }
}

/// Author, date, reading time and source, as far as the seed has them.
fn byline(article: &Article<'static>) -> Html {
    let parts = [
        article.author().map(|author| ["By ", author].concat()),
        article.date().map(str::to_owned),
        Some(reading_time(article.minutes())),
        article.source().map(|source| ["From ", source].concat()),
    ];
    html! {
        <>
            for (place, part) in parts.into_iter().flatten().enumerate() {
                <span key={place}>{ part }</span>
            }
        </>
    }
}

fn section_view(section: &str) -> View {
    let mut view = View::default();
    view.filters.insert(Filter { facet: Facet::Section, value: section.into() });
    view
}
