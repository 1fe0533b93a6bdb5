//! The text of an article.

use super::highlighted::{highlighted, highlighted_with_links};
use crate::context::use_app;
use crate::ids::block_id;
use crate::render_log;
use crate::route::Route;
use crate::store::bookmarks::ArticleRecord;
use crate::store::hits::Highlighter;
use crate::store::quotes::quoted_blocks;
use crate::store::view::View;
use cuttings_edition::{Block, EntityId, ItemId, Mention, TextId};
use cuttings_search::Field;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of [`ArticleBody`].
#[derive(Properties, PartialEq)]
pub struct ArticleBodyProps {
    /// The article.
    pub item: ItemId,
    /// The article's route, for the links to its paragraphs.
    pub route: Route,
    /// Finds the hits of the query.
    pub highlighter: Highlighter,
    /// The reader's record of the article, with its notes.
    pub record: Rc<ArticleRecord>,
    /// The number of blocks to render.
    pub render_limit: usize,
}

/// The text of an article, with hits and notes highlighted and entities linked.
#[component]
pub fn ArticleBody(props: &ArticleBodyProps) -> Html {
    render_log::record("ArticleBody");
    let app = use_app();
    let ArticleBodyProps { item, route, highlighter, record, render_limit } = props;
    let Some(article) = app.library.article_with_id(*item) else { return Html::default() };
    let quoted = quoted_blocks(&app.library, *item);
    let mentions: Vec<Mention> = app.library.mentions(*item).collect();
    let links = |number: u32| -> Vec<(Range<usize>, EntityId)> {
        let in_block = |mention: &&Mention| mention.span.text == TextId::Block(number - 1);
        let link = |mention: &Mention| (mention.span.range.clone(), mention.entity);
        mentions.iter().filter(in_block).map(link).collect()
    };
    let block = |(number, block): (u32, Block<'static>)| match (block.is_heading(), block.text()) {
        (true, text) => {
            let hits = highlighter.ranges(Field::Heading, text);
            let notes = record.highlights(number, text);
            html! { <h2 id={block_id(number)}>{ highlighted(text, &hits, &notes) }</h2> }
        }
        (false, text) => {
            let hits = highlighter.ranges(Field::Body, text);
            let notes = record.highlights(number, text);
            let text =
                highlighted_with_links(text, &hits, &notes, &links(number), |entity, text| {
                    let route = app.library.entity_route(entity, &View::default());
                    html! {
                        <a class="name" href={app.href(&route)} onclick={app.navigate(route)}>
                            { text }
                        </a>
                    }
                });
            html! {
                <p id={block_id(number)} class={quoted.contains(&number).then_some("said")}>
                    <a
                        class="pilcrow"
                        aria-label={msg!("link-to-paragraph", paragraph = number as usize)}
                        href={app.block_href(route, number)}
                        onclick={app.navigate_to_block(route.clone(), number)}
                    />
                    { text }
                </p>
            }
        }
    };
    let blocks = (1..).zip(article.blocks()).take(*render_limit).map(block);
    html! { <div class="prose">{ for blocks }</div> }
}
