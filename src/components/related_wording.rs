//! The items with related wording, below the results.

use super::button::expand_button;
use super::result_card::{ResultCards, result_card};
use crate::context::use_app;
use crate::store::hits::Highlighter;
use crate::store::related_wording::{RelatedDisplay, RelatedWording};
use crate::store::result_presence::PresentResults;
use crate::store::results::Results;
use crate::store::text::{decimal, listed};
use crate::store::ui_state::UiAction;
use cuttings_edition::ItemId;
use yew::prelude::*;

/// The `id` of the heading.
const HEADING: &str = "related-wording";

/// Returns the items with related wording: those of few results at once, others when the reader
/// asks. `cards` has what the cards of the results have in common. A component would cost more
/// bytes and save no render, because it would depend on all that the page of results depends on.
#[hook]
pub fn use_related_items(results: &Results, cards: ResultCards<'_>) -> Html {
    let app = use_app();
    let ResultCards { view, ui, .. } = cards;
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
    let item = |item: ItemId, highlighter: &Highlighter| {
        let all = ResultCards { highlighter, is_related: true, ..cards };
        let card = result_card(&app, all, item, PresentResults::default().of(0))?;
        Some(html! { <li key={decimal(u64::from(item.0))}>{ card }</li> })
    };
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
                <ol role="list" class="results">
                    { for found.items.iter().filter_map(|id| item(*id, &found.highlighter)) }
                </ol>
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
