//! Two articles of a story side by side: what both say, and what only one says.

use super::documents::{document, sentences_of, texts};
use super::{comparison_route, story_route};
use crate::components::date::date;
use crate::components::link::link;
use crate::components::mention::{item_link, language_of};
use crate::components::select::select;
use crate::context::{AppContext, use_app};
use crate::store::dates::DateStyle;
use crate::store::ui_state::UiAction;
use crate::store::view::View;
use cuttings_edition::ItemId;
use cuttings_stories::{Document, Place, compare};
use std::collections::HashSet;
use yew::prelude::*;

/// The properties of [`ComparisonView`].
#[derive(Properties, PartialEq)]
pub(super) struct ComparisonProps {
    /// The items of the story, in their order.
    pub(super) items: Vec<ItemId>,
    /// The articles that are compared.
    pub(super) one: ItemId,
    pub(super) other: ItemId,
    pub(super) view: View,
}

/// An article of a comparison.
#[derive(Debug, PartialEq)]
struct Side {
    item: ItemId,
    document: Document,
    /// The sentences that only this article has.
    only: HashSet<Place>,
    /// The number of sentences that the other one has, too.
    shared: usize,
}

/// Two articles side by side.
#[component]
pub(super) fn ComparisonView(props: &ComparisonProps) -> Html {
    let app = use_app();
    let ComparisonProps { items, one, other, view } = props;
    let sides = use_memo((app.library.clone(), *one, *other), |(library, one, other)| {
        let documents = [*one, *other].map(|item| document(library, item));
        let comparison = compare(&documents[0], &documents[1]);
        let shared = [
            comparison.shared.iter().map(|it| it.one).collect::<HashSet<Place>>().len(),
            comparison.shared.iter().map(|it| it.other).collect::<HashSet<Place>>().len(),
        ];
        let only = [comparison.only_one, comparison.only_other];
        let [first, second] = documents;
        let [first_only, second_only] = only.map(|places| places.into_iter().collect());
        [
            Side { item: *one, document: first, only: first_only, shared: shared[0] },
            Side { item: *other, document: second, only: second_only, shared: shared[1] },
        ]
    });
    let choices = [
        article_select(&app, items, [*one, *other], 0, view),
        article_select(&app, items, [*one, *other], 1, view),
    ];
    let story = story_route(&app.library, items, view);
    html! {
        <section class="story">
            <p>{ for story.map(|story| link(&app, story, msg!("whole-story"))) }</p>
            <div class="compared-choices">{ for choices }</div>
            <div class="compared">{ for sides.iter().map(|it| side(&app, it, view)) }</div>
        </section>
    }
}

/// Returns the choice of one of the two articles.
fn article_select(
    app: &AppContext,
    items: &[ItemId],
    compared: [ItemId; 2],
    place: usize,
    view: &View,
) -> Html {
    let articles = items.iter().filter_map(|item| app.library.article_with_id(*item));
    let articles = articles.filter(|article| article.id() != compared[1 - place]);
    let options: Vec<(&str, &str)> =
        articles.map(|article| (article.slug(), article.title())).collect();
    let chosen = app.library.article_with_id(compared[place]).map_or("", |it| it.slug());
    let on_choose = {
        let (app, items, view) = (app.clone(), items.to_vec(), view.clone());
        Callback::from(move |slug: String| {
            let Some(article) = app.library.article(&slug) else { return };
            let mut compared = compared;
            compared[place] = article.id();
            if let Some(route) = comparison_route(&app.library, &items, compared, &view) {
                app.dispatch(UiAction::LinkFollowed(route));
            }
        })
    };
    let (name, label) = match place {
        0 => ("one", msg!("compare")),
        _ => ("other", msg!("compare-with")),
    };
    select(name, label, &options, chosen, &on_choose)
}

/// Returns an article of the comparison: its text, in which what only it says is marked.
fn side(app: &AppContext, side: &Side, view: &View) -> Html {
    let Some(article) = app.library.article_with_id(side.item) else { return Html::default() };
    let when = article.metadata().date;
    let lang = language_of(app, side.item);
    let paragraphs = texts(&article).into_iter().map(|(number, text)| {
        let sentences = sentences_of(&side.document, number, text).into_iter().map(|sentence| {
            let piece = text.get(sentence.range).unwrap_or_default();
            let piece = html! { <>{ piece }{ " " }</> };
            match sentence.place {
                Some(place) if side.only.contains(&place) => html! { <mark>{ piece }</mark> },
                Some(_) => html! { <span class="in-both">{ piece }</span> },
                None => piece,
            }
        });
        html! { <p key={number}>{ for sentences }</p> }
    });
    let only = side.only.iter().filter(|place| place.block > 0).count();
    html! {
        <section key={side.item.0}>
            <p class="meta">
                if let Some(when) = when {
                    { date(&when, DateStyle::Long) }
                    { msg!("detail-separator") }
                }
                { article.section() }
            </p>
            <h2><bdi {lang}>{ item_link(app, side.item, view) }</bdi></h2>
            <p class="meta">{ msg!("compared-sentences", shared = side.shared, only = only) }</p>
            <div {lang} dir="auto">{ for paragraphs }</div>
        </section>
    }
}
