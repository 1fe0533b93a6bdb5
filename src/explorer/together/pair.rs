//! The sentences that have both names of a pair, by item.

use super::graph::SENTENCES;
use super::pair_text;
use crate::components::highlighted::highlighted;
use crate::components::link::link;
use crate::components::mention::{block_link, item_link, language_of};
use crate::components::show_more::show_more;
use crate::context::{AppContext, use_app};
use crate::explorer::item_line::item_line;
use crate::ids::block_id;
use crate::route::Route;
use crate::store::exploration::Exploration;
use crate::store::library::Library;
use crate::store::results::Results;
use crate::store::view::View;
use cuttings_edition::{EntityId, ItemId, TextSpan};
use cuttings_search::sentences;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// The share of the entries of a page that are items: each has several sentences, and in an edition
/// in parts each may be in a part of its own.
const ITEM_SHARE: usize = 3;

/// The most sentences of an item.
const MAX_SENTENCES: usize = 5;

/// The properties of [`PairView`].
#[derive(Properties, PartialEq)]
pub(super) struct PairViewProps {
    pub(super) pair: [EntityId; 2],
    pub(super) view: View,
    pub(super) results: Rc<Results>,
    /// The maximum number of entries.
    pub(super) shown: usize,
    /// The view without a pair.
    pub(super) all: Exploration,
}

/// A sentence with both names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sentence {
    span: TextSpan,
    /// The bytes of the names within the sentence.
    names: Vec<Range<usize>>,
}

/// The sentences of a pair, by item, and the items that have the names in different sentences.
#[component]
pub(super) fn PairView(props: &PairViewProps) -> Html {
    let app = use_app();
    let PairViewProps { pair, view, results, shown, all } = props;
    let items =
        use_memo((app.library.clone(), Rc::clone(results), *pair), |(library, results, pair)| {
            items_of_both(library, results, *pair)
        });
    let most = (shown / ITEM_SHARE).max(1);
    let found = use_memo(
        (app.library.clone(), Rc::clone(&items), *pair, most),
        |(library, items, pair, most)| {
            let items = items.iter().take(*most);
            items.map(|item| (*item, sentences_of_both(library, *item, *pair))).collect::<Vec<_>>()
        },
    );
    let (together, apart): (Vec<_>, Vec<_>) =
        found.iter().partition(|(_, sentences)| !sentences.is_empty());
    let together = together.into_iter().map(|(item, sentences)| {
        let sentences = sentences.iter().take(MAX_SENTENCES);
        let sentences = sentences.map(|it| html! { <li>{ sentence(&app, *item, it, view) }</li> });
        html! {
            <li key={item.0}>
                <h3><bdi lang={language_of(&app, *item)}>{ item_link(&app, *item, view) }</bdi></h3>
                <ul role="list" class="places">{ for sentences }</ul>
            </li>
        }
    });
    let has_apart = !apart.is_empty();
    let apart = apart.into_iter().map(|(item, _)| item_line(&app, view, *item));
    let all = Route::Explore { exploration: all.clone(), view: view.clone() };
    html! {
        <section class="pair-sentences" id={block_id(SENTENCES)} tabindex="-1">
            <h2>{ pair_text(&app.library, *pair) }</h2>
            <p class="meta">
                if items.is_empty() {
                    { msg!("no-items") }
                } else {
                    { msg!("items", count = items.len()) }
                }
                { msg!("detail-separator") }
                { link(&app, all, msg!("all-pairs")) }
            </p>
            <ol role="list">{ for together }</ol>
            if has_apart {
                <div class="dated-list">
                    <h3>{ msg!("not-in-one-sentence") }</h3>
                    <ol role="list">{ for apart }</ol>
                </div>
            }
            { show_more(&app, items.len() > most) }
        </section>
    }
}

/// Returns the results that mention both names, in their order.
fn items_of_both(library: &Library, results: &Results, pair: [EntityId; 2]) -> Vec<ItemId> {
    let has = |item: &&ItemId| {
        pair.iter().all(|entity| library.entities_in(**item).any(|other| other == *entity))
    };
    results.items.iter().filter(has).copied().collect()
}

/// Returns the sentences of an item that mention both names, in reading order.
fn sentences_of_both(library: &Library, item: ItemId, pair: [EntityId; 2]) -> Vec<Sentence> {
    let mentions = library.mentions(item).filter(|mention| pair.contains(&mention.entity));
    let mentions: Vec<_> = mentions.collect();
    let mut found = Vec::new();
    for mentions in mentions.chunk_by(|one, other| one.span.text == other.span.text) {
        let Some(first) = mentions.first() else { continue };
        if mentions.iter().all(|mention| mention.entity == first.entity) {
            continue;
        }
        let text = library.text(item, first.span.text);
        for range in sentences(text) {
            let within = mentions.iter().filter(|it| range.contains(&it.span.range.start));
            if pair.iter().any(|entity| within.clone().all(|it| it.entity != *entity)) {
                continue;
            }
            let names = within.map(|mention| {
                let Range { start, end } = mention.span.range;
                start.saturating_sub(range.start)..end.saturating_sub(range.start)
            });
            let names = names.collect();
            found.push(Sentence { span: TextSpan { text: first.span.text, range }, names });
        }
    }
    found
}

/// Returns a sentence with its names highlighted, and a link to its paragraph.
fn sentence(app: &AppContext, item: ItemId, sentence: &Sentence, view: &View) -> Html {
    let Sentence { span, names } = sentence;
    html! {
        <>
            <bdi lang={language_of(app, item)}>
                { highlighted(app.library.text_at(item, span), names, &[]) }
            </bdi>
            { " " }
            { block_link(app, item, view, span) }
        </>
    }
}
