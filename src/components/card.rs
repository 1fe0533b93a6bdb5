//! A card for one article in the results.

use super::button::expand_button;
use super::date::date;
use super::highlighted::highlighted;
use super::hit_map::hit_map;
use super::save_button::save_button;
use crate::context::use_app;
use crate::ids::link_id;
use crate::messages::{number, text_language};
use crate::render_log;
use crate::store::dates::DateStyle;
use crate::store::entities::known_entities_in;
use crate::store::facet::Facet;
use crate::store::hits::{Highlighter, Hits, Snippet};
use crate::store::library::Library;
use crate::store::result_presence::ResultPresence;
use crate::store::text::{direction, labelled, listed};
use crate::store::ui_state::UiAction;
use crate::store::view::View;
use cuttings_edition::{Article, ItemId, Metadata};
use cuttings_search::{Field, Highlights};
use yew::prelude::*;

/// The approximate length of a snippet, in characters.
const SNIPPET_LENGTH: usize = 200;

/// The number of entities that a card names.
const MAX_ENTITIES: usize = 4;

/// The number of tags, or of values of a custom facet, that a card shows.
const MAX_VALUES: usize = 3;

/// The greatest length of a custom facet with its values, in bytes. A card leaves longer ones to
/// the article.
const MAX_CUSTOM_LENGTH: usize = 32;

/// The properties of [`Card`].
#[derive(Properties, PartialEq)]
pub struct CardProps {
    /// The article.
    pub item: ItemId,
    /// The view that found the article. Its link carries the view.
    pub view: View,
    /// Finds the hits of the query.
    pub highlighter: Highlighter,
    /// True if the results are a list of headlines.
    pub is_list: bool,
    /// The presence of the article.
    pub presence: ResultPresence,
    /// True if the reader saved the article.
    pub saved: bool,
    /// True if the reader has read the article.
    pub read: bool,
    /// True if the card shows why the article matched.
    pub explained: bool,
    /// True if the article only has related wording.
    pub is_related: bool,
}

/// A card for one article in the results. A list shows only its headline and reading time.
#[component]
pub fn Card(props: &CardProps) -> Html {
    render_log::record("Card");
    let app = use_app();
    let CardProps { item, view, highlighter, is_list, presence, saved, read, .. } = props;
    let CardProps { explained, is_related, .. } = props;
    let Some(article) = app.library.article_with_id(*item) else { return Html::default() };
    let title_hits = highlighter.ranges(Field::Title, article.title());
    let shows_text = !is_list && presence.has_text();
    let highlights = match shows_text {
        false => Highlights::default(),
        true => highlighter.read(&app.library, &article, *explained),
    };
    let hits = Hits::new(&article, &highlights);
    let route = Library::article_route(&article, view);
    let metadata = article.metadata();
    html! {
        <article
            class="card"
            dir={direction(article.language())}
            lang={article.language().or(text_language())}
        >
            <p class="eyebrow">
                { article.section() }
                if let Some(day) = &metadata.date {
                    <span class="dated">
                        { msg!("detail-separator") }
                        { date(day, DateStyle::Short) }
                    </span>
                }
            </p>
            <h2 class="headline">
                <a
                    id={link_id(article.slug())}
                    href={app.href(&route)}
                    onclick={app.navigate(route.clone())}
                >
                    { highlighted(article.title(), &title_hits, &[]) }
                </a>
            </h2>
            if !is_list {
                <p class="summary">
                    if shows_text {
                        { summary(&app.library, &article, &highlights) }
                    }
                </p>
                <p class="named-in">
                    if shows_text {
                        { entity_names(&app.library, *item) }
                    }
                </p>
                { hit_map(&app, &route, &hits.segments) }
            }
            <p class="meta">
                <span>
                    { credits(&app.library, &metadata) }
                    { msg!("minutes", minutes = article.minutes() as usize) }
                    if !is_list {
                        { for details(&app.library, &article, &metadata).into_iter().map(
                            |detail| html! { <>{ msg!("detail-separator") }<bdi>{ detail }</bdi></> },
                        ) }
                    }
                    if *read {
                        { msg!("detail-separator") }
                        { msg!("read") }
                    }
                </span>
                { save_button(&app, &article, *saved) }
                if !hits.is_empty() {
                    { expand_button(
                        msg!("why-matched"),
                        *explained,
                        app.on_click(UiAction::ExplanationToggled(*item)),
                    ) }
                }
            </p>
            if !is_list {
                <p class="why">
                    if *explained && !hits.is_empty() {
                        { if *is_related {
                            msg!("found-related", where = &hits.explanation())
                        } else {
                            msg!("found", where = &hits.explanation())
                        } }
                    }
                </p>
            }
        </article>
    }
}

/// Returns the snippet with the hits in the article's text; without hits, the standfirst or the two
/// sentences that summarise the article best.
fn summary(
    library: &Library,
    article: &Article<'static>,
    highlights: &Highlights<'static>,
) -> Html {
    let snippet = Snippet::new(highlights, SNIPPET_LENGTH);
    if snippet.ranges.is_empty() && article.standfirst().is_none() {
        let sentence = |span| html! { [library.text_at(article.id(), &span), " "].concat() };
        return library.summary(article.id()).into_iter().map(sentence).collect();
    }
    html! {
        <>
            { if snippet.cut_start { "… " } else { "" } }
            { highlighted(snippet.text, &snippet.ranges, &[]) }
            { if snippet.cut_end { " …" } else { "" } }
        </>
    }
}

/// Returns the authors and the source, unless all items have the same ones. A name may be written
/// in another direction than the words beside it.
fn credits(library: &Library, metadata: &Metadata<'static>) -> Html {
    let [before, after] = msg!("by-author");
    let mut credits = Vec::new();
    if !metadata.authors.is_empty() && library.can_narrow(Facet::Author) {
        let names = listed(&metadata.author_names());
        credits.push(
            html! { <>{ before }<bdi>{ names }</bdi>{ after }{ msg!("detail-separator") }</> },
        );
    }
    if let Some(source) = metadata.source.filter(|_| library.can_narrow(Facet::Source)) {
        credits.push(html! { <><bdi>{ source }</bdi>{ msg!("detail-separator") }</> });
    }
    credits.into_iter().collect()
}

/// Returns the tags, the language unless it is the edition's, and the short values of custom
/// facets, as far as they tell items apart.
fn details(
    library: &Library,
    article: &Article<'static>,
    metadata: &Metadata<'static>,
) -> Vec<String> {
    let mut details = Vec::new();
    if !metadata.tags.is_empty() && library.can_narrow(Facet::Tag) {
        details.push(few(&metadata.tags));
    }
    if let Some(tag) = article.language().filter(|tag| *tag != library.language()) {
        details.push(Facet::Language.value_label(tag));
    }
    for &facet in library.custom_facets() {
        let values = metadata.values(facet.field());
        let detail = labelled(facet.label(), &few(&values));
        if !values.is_empty() && detail.len() <= MAX_CUSTOM_LENGTH && library.can_narrow(facet) {
            details.push(detail);
        }
    }
    details
}

/// Returns the first values, and the number of the others.
fn few(values: &[&str]) -> String {
    let mut text =
        values.iter().take(MAX_VALUES).copied().collect::<Vec<&str>>().join(msg!("list-separator"));
    if values.len() > MAX_VALUES {
        text.push_str(" +");
        text.push_str(&number((values.len() - MAX_VALUES) as u32));
    }
    text
}

/// Returns the names of the first entities of an article.
fn entity_names(library: &Library, item: ItemId) -> String {
    let entities = known_entities_in(library, item);
    let names = entities.iter().take(MAX_ENTITIES).filter_map(|&entity| library.entity(entity));
    names.map(|entity| entity.name).collect::<Vec<&str>>().join(msg!("list-separator"))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    /// Returns the details of each article.
    fn all(library: &Library) -> Vec<String> {
        let details = |article: Article<'static>| details(library, &article, &article.metadata());
        library.articles().map(|article| details(article).join(" · ")).collect()
    }

    #[test]
    fn cards_show_what_tells_articles_apart() {
        let details = all(&fixture::dated());
        assert_eq!(
            details,
            ["boats, prices · Series: Routes", "boats · Deutsch · Series: Routes", "", ""]
        );
        assert!(all(&fixture::two_articles()).iter().all(String::is_empty));
    }

    #[test]
    fn cards_count_the_tags_that_they_leave_out() {
        assert_eq!(few(&["a", "b", "c"]), "a, b, c");
        assert_eq!(few(&["a", "b", "c", "d", "e"]), "a, b, c +2");
    }
}
