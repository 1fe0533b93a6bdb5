//! The number of hits in an article.

use yew::prelude::*;

/// Returns the number of hits in an article, with buttons that go to the previous and the next hit.
pub fn hit_counter(hits: usize) -> Html {
    let step = |name: &'static str, arrow: &'static str, by: &'static str| {
        html! {
            <button
                type="button"
                class="plain"
                data-do="hit"
                data-by={by}
                aria-label={name}
                title={name}
            >
                { arrow }
            </button>
        }
    };
    html! {
        <div class="hits" hidden={hits == 0}>
            { step(msg!("previous-hit"), "↑", "-1") }
            // Scripts write the number of the current hit here.
            <span>{ msg!("hits", count = hits) }</span>
            { step(msg!("next-hit"), "↓", "1") }
        </div>
    }
}
