//! Reads what a page shows, so that the parts are noted that it lacks.

use super::facet::Facet;
use super::library::Library;
use super::related::reason;
use super::results::Results;
use super::view::View;
use cuttings_edition::{Article, Item, ItemId};
use cuttings_parts::{PartId, PartStore};

/// The number of blocks that are read to learn whether the body of an article is there. A body is
/// in one part, except for the blocks of the two sentences of its summary.
const PROBED_BLOCKS: usize = 3;

/// The most bytes of the items' values of a facet that are fetched as soon as the first texts are
/// there.
pub(super) const MOST_OF_FACET: usize = 256 << 10;

/// Reads what tells the counts of a facet. Returns its length in bytes.
pub(super) fn touch_facet(library: &Library, facet: Facet) -> usize {
    library.index().facet(facet.id()).map_or(0, |facet| facet.touch_documents())
}

/// Reads what tells the counts of all facets.
pub(super) fn touch_facets(library: &Library) {
    library.facets().into_iter().for_each(|facet| {
        touch_facet(library, facet);
    });
}

/// Reads what a card needs at first.
pub(super) fn touch_card(library: &Library, item: ItemId) {
    if let Some(Item::Article(article)) = library.item(item) {
        let _ = (article.slug(), article.section(), article.title(), article.standfirst());
        let _ = (article.language(), article.minutes(), article.metadata());
    } else if let Some(teaser) = library.item(item) {
        let _ = (teaser.section(), teaser.title());
    }
}

/// Returns the absent parts with what a card shows of the text: the summary, or with a query the
/// whole article. The record of the item need not be there for that.
pub(super) fn absent_text(
    library: &Library,
    store: &PartStore<'_>,
    item: ItemId,
    view: &View,
) -> Vec<PartId> {
    if view.query.is_blank() {
        return library.missing_for(|| touch_summary(library, item)).1;
    }
    let parts = [store.body_of(item.0), store.front_of(item.0)].into_iter().flatten();
    parts.filter(|part| !store.has(*part)).collect()
}

/// Reads what stands for an article without a standfirst.
fn touch_summary(library: &Library, item: ItemId) {
    if library.article_with_id(item).is_some_and(|article| article.standfirst().is_none()) {
        for span in library.summary(item) {
            let _ = library.text_at(item, &span);
        }
    }
}

/// Reads what the page of an article shows.
pub(super) fn touch_article(
    library: &Library,
    article: &Article<'static>,
    view: &View,
    results: &Results,
) {
    let item = article.id();
    touch_card(library, item);
    for block in article.blocks().take(PROBED_BLOCKS) {
        let _ = (block.text(), block.marks());
    }
    let _ = (library.mentions(item).count(), library.quotes(item).count());
    for span in library.summary(item) {
        let _ = library.text_at(item, &span);
    }
    for related in library.related(item) {
        touch_card(library, related.item);
        let _ = reason(library, item, &related);
    }
    library.linked_from(item).for_each(|source| touch_card(library, source));
    for neighbour in results.neighbours(library, item).into_iter().flatten() {
        let _ = Library::article_route(&neighbour, view);
        touch_card(library, neighbour.id());
    }
}
