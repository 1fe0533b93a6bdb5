//! A teaser in the results: plainly less than an article, with nothing to open.

use super::marked::marked;
use crate::state::results::Marker;
use cuttings_edition::Teaser;
use cuttings_search::Field;
use yew::prelude::*;

/// A teaser in the results: its section, its headline and its age.
pub fn teaser(teaser: &Teaser<'static>, marker: &Marker) -> Html {
    html! {
        <article class="teaser">
            <p class="eyebrow">{ teaser.section() }</p>
            <h2 class="headline">{ marked(teaser.title(), &marker.marks(Field::Title, teaser.title())) }</h2>
            <p class="meta">{ [teaser.age(), "headline only"].join(" · ") }</p>
        </article>
    }
}
