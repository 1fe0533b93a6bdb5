//! The number of hits in an article.

use yew::prelude::*;

/// Returns the number of hits in an article, with buttons that go to the previous and the next hit.
pub fn hit_counter(hits: usize) -> Html {
    let step = |label: &'static str, by: &'static str| {
        html! {
            <button type="button" class="plain" data-do="hit" data-by={by}>{ label }</button>
        }
    };
    html! {
        <div class="hits" hidden={hits == 0}>
            <span>{ msg!("hits", count = hits) }</span>
            { step(msg!("previous-hit"), "-1") }
            { step(msg!("next-hit"), "1") }
        </div>
    }
}
