//! A card for a teaser in the results.

use super::highlighted::highlighted;
use crate::messages::text_language;
use crate::store::hits::Highlighter;
use cuttings_edition::Teaser;
use cuttings_search::Field;
use yew::prelude::*;

/// Returns a card for a teaser: a headline without an article to open. The keys that move between
/// cards can focus it.
pub fn teaser_card(teaser: &Teaser<'static>, highlighter: &Highlighter) -> Html {
    let hits = highlighter.ranges(Field::Title, teaser.title());
    html! {
        <article class="teaser" dir="auto" tabindex="-1" lang={text_language()}>
            <p class="eyebrow">{ teaser.section() }</p>
            <h2 class="headline">{ highlighted(teaser.title(), &hits, &[]) }</h2>
            <p class="meta">{ [teaser.age(), msg!("headline-only")].join(msg!("detail-separator")) }</p>
        </article>
    }
}
