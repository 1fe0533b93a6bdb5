//! The changes of an article since the reader opened it: its earlier and its present text side by
//! side, without what stayed.

use super::difference::{Difference, parse_kept};
use super::overview_route;
use crate::browser::kept_texts::kept_texts;
use crate::browser::whole_reads::read_whole;
use crate::components::link::link;
use crate::components::mention::{item_link, language_of};
use crate::context::{AppContext, use_app};
use crate::explorer::comparison::alignment::Row;
use crate::explorer::comparison::article_text::ArticleText;
use crate::explorer::comparison::marked_sentence;
use crate::store::library::Library;
use crate::store::view::View;
use cuttings_edition::{ItemId, TextId};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The properties of [`DifferenceView`].
#[derive(Properties, PartialEq)]
pub(super) struct DifferenceProps {
    /// The article.
    pub(super) item: ItemId,
    pub(super) view: View,
}

/// The knowledge of the article's earlier text.
#[derive(Clone, Debug, PartialEq)]
enum Known {
    /// Nothing yet.
    Pending,
    /// The reader had not opened the article.
    NotKept,
    /// The text is the one that the reader has seen.
    Unchanged,
    /// The text was another one.
    Changed(Rc<Difference>),
}

/// The changes of an article.
#[component]
pub(super) fn DifferenceView(props: &DifferenceProps) -> Html {
    let app = use_app();
    let DifferenceProps { item, view } = props;
    let known = use_state_eq(|| Known::Pending);
    {
        let (library, setter) = (app.library.clone(), known.setter());
        use_effect_with(*item, move |item| {
            let item = *item;
            spawn_local(async move { setter.set(known_of(&library, item).await) });
        });
    }
    let content = match &*known {
        Known::Pending => Html::default(),
        Known::NotKept => html! { <p>{ msg!("text-not-kept") }</p> },
        Known::Unchanged => html! { <p>{ msg!("text-unchanged") }</p> },
        Known::Changed(difference) => table(&app, *item, difference),
    };
    html! {
        <section class="story changes" id="since">
            <p>{ link(&app, overview_route(view), msg!("all-changes")) }</p>
            <h2><bdi lang={language_of(&app, *item)}>{ item_link(&app, *item, view) }</bdi></h2>
            { content }
        </section>
    }
}

/// Reads an article's earlier text, and compares it with the present one.
async fn known_of(library: &Library, item: ItemId) -> Known {
    let read = || {
        let article = library.article_with_id(item);
        let head = article.map(|it| (it.slug().to_owned(), it.title().to_owned()));
        (head, ArticleText::read(library, item))
    };
    let Some((Some((slug, title)), now)) = read_whole(library, read).await else {
        return Known::NotKept;
    };
    let Some(kept) = kept_texts(&slug).await.as_deref().and_then(parse_kept) else {
        return Known::NotKept;
    };
    match Difference::new(&kept, &title, &now) {
        Some(difference) => Known::Changed(Rc::new(difference)),
        None => Known::Unchanged,
    }
}

fn table(app: &AppContext, item: ItemId, difference: &Difference) -> Html {
    let [gone, added] = difference.only;
    let head = |label: &'static str| html! { <th scope="col" role="columnheader">{ label }</th> };
    html! {
        <>
            if let Some(title) = &difference.title {
                <p>{ msg!("title-before", title = title) }</p>
            }
            <p>{ msg!(
                "text-changed",
                added = added,
                gone = gone,
                reworded = difference.reworded
            ) }</p>
            // The roles stay where a narrow window shows the cells one below the other.
            <table role="table" class="compared" aria-label={msg!("what-changed")}>
                <thead role="rowgroup">
                    <tr role="row">{ head(msg!("text-before")) }{ head(msg!("text-now")) }</tr>
                </thead>
                <tbody role="rowgroup">
                    { for difference.rows.iter().map(|it| row(app, item, difference, it)) }
                </tbody>
            </table>
        </>
    }
}

/// Returns sentences of both texts beside each other.
fn row(app: &AppContext, item: ItemId, difference: &Difference, row: &Row) -> Html {
    let sides = row.sides.iter().zip(&difference.sides).zip([true, false]);
    let cells = sides.map(|((sentences, text), is_before)| {
        let sentences = sentences.iter().filter_map(|sentence| {
            let span = text.span(sentence.place)?;
            let number = match span.text {
                TextId::Block(block) => block as usize + 1,
                _ => 0,
            };
            let whole = match is_before {
                true => difference.text(number),
                false => app.library.text(item, span.text),
            };
            Some(marked_sentence(whole, span.range, sentence))
        });
        html! {
            <td role="cell" lang={language_of(app, item)} dir="auto">{ for sentences }</td>
        }
    });
    html! { <tr role="row">{ for cells }</tr> }
}
