//! The text of an article.

mod blocks;
mod inlines;
mod picture;
mod table;

use super::element::anchor;
use crate::context::{AppContext, use_app};
use crate::render_log;
use crate::route::{Route, UrlStyle};
use crate::store::bookmarks::Note;
use crate::store::footnotes::Footnotes;
use crate::store::hits::Highlighter;
use crate::store::quotes::quoted_blocks;
use cuttings_body::tree::chunk;
use cuttings_edition::{Article, Block, BlockKind, ItemId, Mention, Picture};
use yew::prelude::*;

/// The properties of [`ArticleBody`].
#[derive(Properties, PartialEq)]
pub struct ArticleBodyProps {
    /// The article.
    pub item: ItemId,
    /// The article's route, for the links to its blocks.
    pub route: Route,
    /// Finds the hits of the query.
    pub highlighter: Highlighter,
    /// The notes on the blocks.
    pub notes: Vec<Note>,
    /// The index of the first block.
    pub start: usize,
    /// The index of the block after the last.
    pub end: usize,
}

/// Some blocks of the text of an article, with hits and notes highlighted and entities linked.
#[component]
pub fn ArticleBody(props: &ArticleBodyProps) -> Html {
    render_log::record("ArticleBody");
    let app = use_app();
    let Some(article) = app.library.article_with_id(props.item) else { return Html::default() };
    let text = ArticleText {
        quoted: quoted_blocks(&app.library, props.item),
        mentions: app.library.mentions(props.item).collect(),
        footnotes: Footnotes::of(&article),
        app: &app,
        props,
    };
    let nodes = chunk(&article, props.start..props.end);
    let lead_picture = if props.start == 0 { text.lead_picture(&article) } else { None };
    html! {
        <div class="chunk">
            { for lead_picture }
            { for text.nodes(&nodes, true) }
        </div>
    }
}

/// An article with all that its blocks need to be rendered.
struct ArticleText<'a> {
    app: &'a AppContext,
    props: &'a ArticleBodyProps,
    /// The numbers of the paragraphs that mostly quote.
    quoted: Vec<u32>,
    mentions: Vec<Mention>,
    footnotes: Footnotes,
}

impl ArticleText<'_> {
    /// Returns the picture that stands for the article, unless the text shows it, or the edition is
    /// a single file, which has no pictures.
    fn lead_picture(&self, article: &Article<'static>) -> Option<Html> {
        let Picture { asset, alt } = article.metadata().picture?;
        let is_in_text = |block: Block<'_>| matches!(block.kind(), BlockKind::Picture(picture) if picture.asset == asset);
        let is_shown =
            self.app.library.url_style() == UrlStyle::Paths && !article.blocks().any(is_in_text);
        is_shown.then(|| html! { <figure>{ self.picture(asset, Html::default(), alt) }</figure> })
    }

    /// Returns a link to a block of the article, with an accessible name.
    fn link_to(&self, block: u32, class: &'static str, label: &str, inner: Html) -> Html {
        let route = &self.props.route;
        let onclick = self.app.navigate_to_block(route.clone(), block);
        anchor(class, &self.app.block_href(route, block), Some(onclick), Some(label), None, inner)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
