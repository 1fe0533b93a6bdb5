//! Where something was read: the way to its place in an article, and what narrows a room beside the results.

use super::layered::layered;
use super::link::{lead_to, link};
use crate::desk::Desk;
use crate::el;
use crate::markup::Markup;
use crate::store::names::sentence_around;
use crate::store::results::Results;
use crate::store::route::{Route, Slug};
use crate::store::text::{decimal, joined};
use crate::store::view::View;
use cuttings_edition::{Item, ItemId, TextId, TextSpan};

/// What narrows a room, and the way to all that is in it.
pub fn narrowed(m: &mut Markup, desk: &Desk, view: &View, results: &Results, all: Route) {
    let is_narrowed = !view.query.is_blank() || !view.filters.is_empty();
    el!(m, p["class" = "meta"].key("narrowed").flag("hidden", !is_narrowed) {
        if is_narrowed {
            let query = msg!("quoted", text = view.query.as_str().trim());
            let query = (!view.query.is_blank()).then_some(query);
            let filters = view.filters.iter().map(|filter| filter.facet.value_label(&filter.value));
            let by = joined(&query.into_iter().chain(filters).collect::<Vec<String>>(), ", ");
            m.text(msg!("filter-summary", total = results.total, of = results.of, by = &by));
            m.text(" ");
            link(m, desk, all, msg!("include-all-items"));
        }
    });
}

/// The address of an item, if it is an article.
pub fn article_at(item: &Item<'static>, view: &View) -> Option<Route> {
    match item {
        Item::Article(article) => {
            Some(Route::Article { slug: Slug::new(article.slug())?, view: view.clone() })
        }
        Item::Teaser(_) => None,
    }
}

/// A sentence in which something stands, marked, with the way to it.
pub fn sentence(m: &mut Markup, desk: &Desk, item: ItemId, view: &View, span: &TextSpan) {
    let (sentence, within) = sentence_around(desk.library.text(item, span.text), &span.range);
    layered(m, sentence, &[within], &[]);
    m.text(" ");
    to_place(m, desk, item, view, span);
}

/// The way to a place in an article.
pub fn to_place(m: &mut Markup, desk: &Desk, item: ItemId, view: &View, span: &TextSpan) {
    let item = desk.library.item(item);
    let route = item.as_ref().and_then(|item| article_at(item, view));
    if let (TextId::Block(block), Some(route)) = (span.text, route) {
        let number = decimal(u64::from(block) + 1);
        el!(m, a["class" = "to-place"].attr("aria-label", msg!("to-paragraph", paragraph = block as usize + 1)) {
            lead_to(m, desk, route, block + 1);
            m.text(["¶ ", &number].concat());
        });
    }
}

/// The item's title, as the way to it.
pub fn title(m: &mut Markup, desk: &Desk, item: ItemId, view: &View) {
    if let Some(item) = desk.library.item(item) {
        match article_at(&item, view) {
            Some(route) => link(m, desk, route, item.title()),
            None => m.text(item.title()),
        }
    }
}
