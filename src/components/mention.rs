//! Links to the place where an item mentions something.

use super::highlighted::highlighted;
use super::link::link;
use crate::context::AppContext;
use crate::messages::{number, text_language};
use crate::store::entities::sentence_around;
use crate::store::library::Library;
use crate::store::view::View;
use cuttings_edition::{Item, ItemId, TextId, TextSpan};
use yew::prelude::*;

/// Keeps a link in the line of the last word.
const NO_BREAK_SPACE: &str = "\u{a0}";

/// Returns the sentence around a span with the span highlighted, and a link to its paragraph.
pub fn sentence(app: &AppContext, item: ItemId, view: &View, span: &TextSpan) -> Html {
    let (sentence, range) = sentence_around(app.library.text(item, span.text), &span.range);
    html! {
        <>
            <bdi lang={language_of(app, item)}>{ highlighted(sentence, &[range], &[]) }</bdi>
            { NO_BREAK_SPACE }
            { block_link(app, item, view, span) }
        </>
    }
}

/// Returns the language of an item's text, unless it is that of the page.
pub fn language_of(app: &AppContext, item: ItemId) -> Option<&'static str> {
    let article = app.library.article_with_id(item);
    article.and_then(|article| article.language()).or(text_language())
}

/// Returns a link to the paragraph that contains a span.
pub fn block_link(app: &AppContext, item: ItemId, view: &View, span: &TextSpan) -> Html {
    let (TextId::Block(index), Some(article)) = (span.text, app.library.article_with_id(item))
    else {
        return Html::default();
    };
    let block = index + 1;
    let route = Library::article_route(&article, view);
    html! {
        <a
            class="to-place"
            aria-label={msg!("to-paragraph", paragraph = block as usize)}
            href={app.block_href(&route, block)}
            onclick={app.navigate_to_block(route, block)}
        >
            { ["¶ ", &number(block)].concat() }
        </a>
    }
}

/// Returns the title of an item, as a link if it is an article.
pub fn item_link(app: &AppContext, item: ItemId, view: &View) -> Html {
    match app.library.item(item) {
        Some(Item::Article(article)) => {
            link(app, Library::article_route(&article, view), article.title())
        }
        Some(Item::Teaser(teaser)) => html! { teaser.title() },
        None => Html::default(),
    }
}
