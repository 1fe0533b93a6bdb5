//! The items with related wording, below the results.

use super::button::expand_button;
use super::result_card::{ResultCards, result_card};
use crate::context::use_app;
use crate::store::bookmarks::Bookmarks;
use crate::store::related_wording::{RelatedDisplay, RelatedWording};
use crate::store::result_presence::PresentResults;
use crate::store::results::Results;
use crate::store::text::{decimal, listed};
use crate::store::ui_state::{UiAction, UiState};
use crate::store::view::View;
use cuttings_edition::ItemId;
use std::rc::Rc;
use yew::prelude::*;

/// The `id` of the heading.
const HEADING: &str = "related-wording";

/// The properties of [`RelatedItems`].
#[derive(Properties, PartialEq)]
pub struct RelatedItemsProps {
    /// The view.
    pub view: View,
    /// The results of the view.
    pub results: Rc<Results>,
    /// The state of the interface.
    pub ui: Rc<UiState>,
    /// The reader's bookmarks.
    pub bookmarks: Bookmarks,
    /// True if the results are a list of headlines.
    pub is_list: bool,
}

/// The items with related wording: those of few results at once, others when the reader asks.
#[component]
pub fn RelatedItems(props: &RelatedItemsProps) -> Html {
    let app = use_app();
    let RelatedItemsProps { view, results, ui, bookmarks, is_list } = props;
    let display = match ui.is_incomplete() {
        // Nobody looks for them between two keystrokes.
        true => RelatedDisplay::Never,
        false => RelatedDisplay::of(view, results),
    };
    let found =
        use_memo((app.library.clone(), view.clone(), display), |(library, view, display)| {
            match display {
                RelatedDisplay::Never => None,
                _ if view.related => Some(RelatedWording::find(library, view)),
                RelatedDisplay::Unasked => RelatedWording::find_local(library, view),
                RelatedDisplay::OnDemand => None,
            }
        });
    let is_empty = found.as_ref().as_ref().is_some_and(|found| found.items.is_empty());
    if display == RelatedDisplay::Never || is_empty && !view.related {
        return Html::default();
    }
    let cards = found.iter().flat_map(|found| {
        let all = ResultCards {
            view,
            highlighter: &found.highlighter,
            ui,
            bookmarks,
            is_list: *is_list,
            is_related: true,
        };
        let item = |&item: &ItemId| {
            let card = result_card(&app, all, item, PresentResults::default().of(0))?;
            Some(html! { <li key={decimal(u64::from(item.0))}>{ card }</li> })
        };
        found.items.iter().filter_map(item).collect::<Vec<Html>>()
    });
    let is_unasked = found.is_some() && !view.related;
    html! {
        <section class="related-wording" aria-labelledby={HEADING}>
            <h2 id={HEADING}>
                if is_unasked {
                    { msg!("related-wording") }
                } else {
                    { expand_button(
                        msg!("related-wording"),
                        view.related,
                        app.on_click(UiAction::RelatedToggled),
                    ) }
                }
            </h2>
            if let Some(found) = &*found {
                <p class="meta">{ note(found) }</p>
                <ol role="list" class="results">{ for cards }</ol>
            }
        </section>
    }
}

/// Returns what the items have in common with the results.
fn note(found: &RelatedWording) -> String {
    if found.items.is_empty() {
        return msg!("no-related-wording").to_owned();
    }
    let quoted: Vec<String> = found.words.iter().map(|word| msg!("quoted", text = word)).collect();
    let words: Vec<&str> = quoted.iter().map(String::as_str).collect();
    msg!("related-wording-note", words = &listed(&words))
}
