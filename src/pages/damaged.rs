//! The page in place of an edition that cannot be opened.

use yew::prelude::*;

/// The properties of [`Damaged`].
#[derive(Properties, PartialEq)]
pub struct DamagedProps {
    /// What is wrong with it.
    pub reason: AttrValue,
}

/// Says that the edition cannot be opened, why, and what to do.
#[component]
pub fn Damaged(props: &DamagedProps) -> Html {
    html! {
        <main id="main" class="plain-page">
            <h1>{ "These articles cannot be opened" }</h1>
            <p>{ "Their file did not arrive as it was published. Reload the page; if that does not help, " }
               { "empty the browser’s cache for this site, or tell whoever publishes it that it has to be built again." }</p>
            <p class="meta">{ "What is wrong: " }{ props.reason.clone() }{ "." }</p>
        </main>
    }
}
