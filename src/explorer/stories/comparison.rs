//! Two articles of a story side by side: what both say, and what only one says.

use super::{comparison_route, story_route};
use crate::components::date::date;
use crate::components::link::link;
use crate::components::mention::{item_link, language_of};
use crate::components::select::select;
use crate::context::{AppContext, use_app};
use crate::explorer::comparison::alignment::{Row, Rows, Sentence};
use crate::explorer::comparison::article_text::ArticleText;
use crate::explorer::comparison::marked_sentence;
use crate::store::dates::DateStyle;
use crate::store::ui_state::UiAction;
use crate::store::view::View;
use cuttings_edition::ItemId;
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

/// Two articles side by side.
#[component]
pub(super) fn ComparisonView(props: &ComparisonProps) -> Html {
    let app = use_app();
    let ComparisonProps { items, one, other, view } = props;
    let compared = [*one, *other];
    let texts = use_memo((app.library.clone(), compared), |(library, compared)| {
        compared.map(|item| ArticleText::read(library, item))
    });
    let rows = use_memo(texts.clone(), |texts| {
        let [one, other] = &**texts;
        Rows::new(one, other)
    });
    let choices = [0, 1].map(|side| article_select(&app, items, compared, side, view));
    let story = story_route(&app.library, items, view);
    let heads = compared.iter().zip(rows.shared).zip(rows.only);
    let heads = heads.map(|((item, shared), only)| head(&app, *item, [shared, only], view));
    html! {
        <section class="story">
            <p>{ for story.map(|story| link(&app, story, msg!("whole-story"))) }</p>
            <div class="compared-choices">{ for choices }</div>
            // The roles stay where a narrow window shows the cells one below the other.
            <table role="table" class="compared" aria-label={msg!("compare")}>
                <thead role="rowgroup"><tr role="row">{ for heads }</tr></thead>
                <tbody role="rowgroup">
                    { for rows.rows.iter().map(|it| row(&app, it, compared, &texts)) }
                </tbody>
            </table>
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

/// Returns the head of an article's column: its title, and how many of its sentences the other has.
fn head(app: &AppContext, item: ItemId, [shared, only]: [usize; 2], view: &View) -> Html {
    let Some(article) = app.library.article_with_id(item) else { return Html::default() };
    let when = article.metadata().date;
    html! {
        <th key={item.0} scope="col" role="columnheader">
            <p class="meta">
                if let Some(when) = when {
                    { date(&when, DateStyle::Long) }
                    { msg!("detail-separator") }
                }
                { article.section() }
            </p>
            <h2><bdi lang={language_of(app, item)}>{ item_link(app, item, view) }</bdi></h2>
            <p class="meta">{ msg!("compared-sentences", shared = shared, only = only) }</p>
        </th>
    }
}

/// Returns sentences of both articles beside each other.
fn row(app: &AppContext, row: &Row, compared: [ItemId; 2], texts: &[ArticleText; 2]) -> Html {
    let cells = row.sides.iter().zip(compared).zip(texts).map(|((sentences, item), text)| {
        let sentences = sentences.iter().map(|it| sentence(app, item, text, it));
        html! {
            <td role="cell" lang={language_of(app, item)} dir="auto">{ for sentences }</td>
        }
    });
    html! { <tr role="row">{ for cells }</tr> }
}

/// Returns a sentence of an article.
fn sentence(app: &AppContext, item: ItemId, text: &ArticleText, sentence: &Sentence) -> Html {
    let Some(span) = text.span(sentence.place) else { return Html::default() };
    marked_sentence(app.library.text(item, span.text), span.range, sentence)
}
