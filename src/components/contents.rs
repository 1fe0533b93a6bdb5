//! The table of contents of an article.

use super::link::link_to_block;
use crate::context::AppContext;
use crate::route::Route;
use cuttings_edition::{Article, BlockKind};
use yew::prelude::*;

/// A heading: its number, its level and its text.
type Heading = (u32, u32, &'static str);

/// Returns the table of contents; hidden if there are fewer than two headings. Headings in
/// quotations and lists are left out.
pub fn contents(app: &AppContext, article: &Article<'static>, route: &Route) -> Html {
    let blocks = (1..).zip(article.blocks()).filter(|(_, block)| block.is_heading());
    let headings: Vec<Heading> = blocks
        .filter(|(_, block)| block.containers().is_empty())
        .filter_map(|(number, block)| match block.kind() {
            BlockKind::Heading(level) => Some((number, level, block.text())),
            _ => None,
        })
        .collect();
    html! {
        <nav class="contents" aria-label={msg!("contents")} hidden={headings.len() < 2}>
            { entries(app, route, &headings) }
        </nav>
    }
}

/// Returns a list of headings, each with the deeper ones that follow it.
fn entries(app: &AppContext, route: &Route, headings: &[Heading]) -> Html {
    let mut items = Vec::new();
    let mut rest = headings;
    while let Some((&(number, level, text), after)) = rest.split_first() {
        let is_deeper = |(_, other, _): &&Heading| *other > level;
        let (inner, others) = after.split_at(after.iter().take_while(is_deeper).count());
        rest = others;
        let inner = if inner.is_empty() { Html::default() } else { entries(app, route, inner) };
        items.push(html! { <li>{ link_to_block(app, route, number, text) }{ inner }</li> });
    }
    html! { <ol role="list">{ for items }</ol> }
}
