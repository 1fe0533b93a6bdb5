//! The page of a story: its items in their order, and what each adds to those before it.

use super::comparison_route;
use super::novelty::{Novelty, novelties};
use crate::components::date::date;
use crate::components::link::link;
use crate::components::mention::{block_link, item_link, language_of};
use crate::context::{AppContext, use_app};
use crate::explorer::item_line::period_of;
use crate::route::Route;
use crate::store::dates::DateStyle;
use crate::store::exploration::ExplorationKind;
use crate::store::library::Library;
use crate::store::text::{labelled, separator};
use crate::store::view::View;
use cuttings_edition::{EntityId, Item, ItemId, ReusedPassage, TextSpan};
use yew::prelude::*;

/// The most sentences of an item that are not folded away.
const MOST_UNFOLDED: usize = 3;

/// The most names of an item that are shown.
const MOST_NAMES: usize = 8;

/// The properties of [`StoryView`].
#[derive(Properties, PartialEq)]
pub(super) struct StoryProps {
    /// The items of the story, in their order.
    pub(super) items: Vec<ItemId>,
    pub(super) view: View,
}

/// A story: its items in their order.
#[component]
pub(super) fn StoryView(props: &StoryProps) -> Html {
    let app = use_app();
    let StoryProps { items, view } = props;
    let novelties = use_memo((app.library.clone(), items.clone()), |(library, items)| {
        novelties(library, items)
    });
    let all = Route::Explore { exploration: ExplorationKind::Stories.into(), view: view.clone() };
    let title = items.first().and_then(|item| app.library.item(*item));
    let entries = items.iter().enumerate().map(|(place, item)| {
        let novelty = novelties.get(place).filter(|_| place > 0);
        let before = place.checked_sub(1).and_then(|before| items.get(before)).copied();
        entry(&app, items, *item, before, novelty, view)
    });
    html! {
        <section class="story">
            <p>{ link(&app, all, msg!("all-stories")) }</p>
            <h2>{ title.map_or("", |item| item.title()) }</h2>
            <p class="meta">
                { for period_of(&app.library, items) }
                { msg!("items", count = items.len()) }
            </p>
            <ol role="list">{ for entries }</ol>
        </section>
    }
}

/// Returns an item of the story with what it adds to those before it.
fn entry(
    app: &AppContext,
    items: &[ItemId],
    item: ItemId,
    before: Option<ItemId>,
    novelty: Option<&Novelty>,
    view: &View,
) -> Html {
    let library = &app.library;
    let (when, section) = match library.item(item) {
        Some(Item::Article(article)) => {
            (article.metadata().date.map(|when| date(&when, DateStyle::Long)), article.section())
        }
        Some(Item::Teaser(teaser)) => (Some(html! { teaser.age() }), teaser.section()),
        None => (None, ""),
    };
    let comparison = before
        .filter(|before| library.article_with_id(*before).is_some())
        .and_then(|before| comparison_route(library, items, [before, item], view))
        .map(|route| html! { <p>{ link(app, route, msg!("compare-with-previous")) }</p> });
    html! {
        <li key={item.0}>
            <p class="meta">
                if let Some(when) = when {
                    { when }
                    { msg!("detail-separator") }
                }
                { section }
            </p>
            <h3><bdi lang={language_of(app, item)}>{ item_link(app, item, view) }</bdi></h3>
            { for novelty.map(|novelty| additions(app, item, &novelty.sentences, view)) }
            { reused(app, item, view) }
            { for novelty.and_then(|novelty| names(app, &novelty.entities, view)) }
            { for comparison }
        </li>
    }
}

/// Returns the sentences that no item before has.
fn additions(app: &AppContext, item: ItemId, spans: &[TextSpan], view: &View) -> Html {
    let mut sentences = spans.iter().filter_map(|span| {
        let sentence = text_of(&app.library, item, span)?;
        Some(html! {
            <li>
                <bdi lang={language_of(app, item)}>{ sentence }</bdi>
                { " " }
                { block_link(app, item, view, span) }
            </li>
        })
    });
    let first: Vec<Html> = sentences.by_ref().take(MOST_UNFOLDED).collect();
    let rest: Vec<Html> = sentences.collect();
    if first.is_empty() {
        return html! { <p class="meta">{ msg!("adds-nothing") }</p> };
    }
    html! {
        <>
            <h4>{ msg!("what-it-adds") }</h4>
            <ul>{ for first }</ul>
            if !rest.is_empty() {
                <details>
                    <summary>{ msg!("show-more") }</summary>
                    <ul>{ for rest }</ul>
                </details>
            }
        </>
    }
}

/// Returns the names that no item before mentions: the first of them, as links.
fn names(app: &AppContext, entities: &[EntityId], view: &View) -> Option<Html> {
    let links = entities.iter().filter_map(|entity| {
        let name = app.library.entity(*entity)?.name;
        Some(link(app, app.library.entity_route(*entity, view), name))
    });
    let links: Vec<Html> = links.take(MOST_NAMES).collect();
    let count = links.len();
    let links = links.into_iter().enumerate().map(|(place, link)| {
        html! { <>{ separator(place, count) }<bdi>{ link }</bdi></> }
    });
    (count > 0).then(|| {
        html! { <p class="meta">{ labelled(msg!("named-first"), "") }{ for links }</p> }
    })
}

/// Returns the passages that an item has from earlier ones, folded.
fn reused(app: &AppContext, item: ItemId, view: &View) -> Html {
    let passages: Vec<Html> = app
        .library
        .reused_passages(item)
        .filter_map(|passage| reused_passage(app, item, &passage, view))
        .collect();
    if passages.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ msg!("reused-passages", count = passages.len()) }</summary>
            <ul class="reused">{ for passages }</ul>
        </details>
    }
}

fn reused_passage(
    app: &AppContext,
    item: ItemId,
    passage: &ReusedPassage,
    view: &View,
) -> Option<Html> {
    let library = &app.library;
    let spans = library.spans(item, &passage.range);
    let first = spans.first()?;
    let texts = spans.iter().filter_map(|span| text_of(library, item, span));
    let text = texts.collect::<Vec<_>>().join(" ");
    Some(html! {
        <li>
            <mark><bdi lang={language_of(app, item)}>{ text }</bdi></mark>
            { " " }
            { block_link(app, item, view, first) }
            <p class="meta">
                <bdi lang={language_of(app, passage.source)}>
                    { item_link(app, passage.source, view) }
                </bdi>
            </p>
        </li>
    })
}

fn text_of(library: &Library, item: ItemId, span: &TextSpan) -> Option<&'static str> {
    library.text(item, span.text).get(span.range.clone())
}
