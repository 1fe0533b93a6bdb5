//! A list on paper: a table of contents and the articles.

use crate::components::article_body::ArticleBody;
use crate::components::byline::byline;
use crate::components::mention::language_of;
use crate::context::AppContext;
use crate::messages::text_language;
use crate::store::hits::Highlighter;
use crate::store::library::Library;
use crate::store::reading_lists::ListName;
use crate::store::results::Results;
use crate::store::text::{decimal, direction};
use crate::store::view::View;
use cuttings_edition::{Article, ItemId};
use yew::prelude::*;

/// Reads all that [`printed`] shows.
pub(super) fn touch(library: &Library, items: &[ItemId]) {
    for article in items.iter().filter_map(|item| library.article_with_id(*item)) {
        let _ = (article.slug(), article.title(), article.standfirst(), article.language());
        let _ = (article.metadata(), article.minutes());
        for block in article.blocks() {
            let _ = (block.text(), block.marks(), block.kind());
        }
        let item = article.id();
        let _ = (library.mentions(item).count(), library.quotes(item).count());
    }
}

/// Returns the articles of a list below its name and a table of contents, whose links lead to them.
pub(super) fn printed(app: &AppContext, name: &ListName, articles: &[Article<'static>]) -> Html {
    // Nobody searches on paper.
    let highlighter = Results::search(&app.library, &View::default(), 1).highlighter;
    let contents = articles.iter().map(|article| {
        html! {
            <li key={article.slug()}>
                <a href={page_of(app, article)} lang={language_of(app, article.id())}>
                    <bdi>{ article.title() }</bdi>
                </a>
            </li>
        }
    });
    let texts = articles
        .iter()
        .zip(1..)
        .map(|(article, number)| printed_article(app, article, number, &highlighter));
    html! {
        <>
            <h2>{ name.as_str().to_owned() }</h2>
            <nav aria-label={msg!("contents")}>
                <h3>{ msg!("contents") }</h3>
                <ol>{ for contents }</ol>
            </nav>
            <div>{ for texts }</div>
        </>
    }
}

fn printed_article(
    app: &AppContext,
    article: &Article<'static>,
    number: u64,
    highlighter: &Highlighter,
) -> Html {
    let route = Library::article_route(article, &View::default());
    html! {
        <article
            key={article.slug()}
            class="reader"
            id={["article-", &decimal(number)].concat()}
            data-page={page_of(app, article)}
            dir={direction(article.language())}
            lang={article.language().or(text_language())}
        >
            <header>
                <h2>{ article.title() }</h2>
                if let Some(text) = article.standfirst() {
                    <p class="standfirst">{ text }</p>
                }
                { byline(app, article) }
            </header>
            <div class="prose">
                <ArticleBody
                    item={article.id()}
                    {route}
                    highlighter={highlighter.clone()}
                    notes={Vec::new()}
                    start=0
                    end={article.blocks().len()}
                />
            </div>
        </article>
    }
}

/// Returns the `href` of an article's page, by which `src/browser/printing.rs` knows links to it.
fn page_of(app: &AppContext, article: &Article<'static>) -> String {
    app.href(&Library::article_route(article, &View::default()))
}
