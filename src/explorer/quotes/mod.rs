//! Quotes: those of the results, by speaker.

mod speakers;

use self::speakers::{SpeakerQuotes, quote_text, quotes_by_speaker};
use crate::components::link::link;
use crate::components::mention::{block_link, item_link, language_of};
use crate::components::show_more::show_more;
use crate::context::use_app;
use crate::explored_page::ExploredPage;
use std::rc::Rc;
use yew::prelude::*;

/// The page shows lists of lists: a third as many entries as others, each with as many lines.
const LIST_OF_LISTS_SHARE: usize = 3;

/// The quotes of the results, by speaker.
#[component]
pub(super) fn QuotesView(props: &ExploredPage) -> Html {
    let app = &use_app();
    let ExploredPage { view, results, ui, .. } = props;
    let (library, shown) = (&app.library, ui.shown / LIST_OF_LISTS_SHARE);
    let speakers = use_memo((library.clone(), Rc::clone(results)), |(library, results)| {
        quotes_by_speaker(library, results)
    });
    if speakers.is_empty() {
        return html! { <p>{ msg!("no-quotes") }</p> };
    }
    let is_longer = |speaker: &SpeakerQuotes| speaker.quotes.len() > shown;
    let has_more = speakers.len() > shown || speakers.iter().any(is_longer);
    let sections = speakers.iter().take(shown).map(|SpeakerQuotes { speaker, quotes }| {
        let speaker = speaker.and_then(|id| Some((id, library.entity(id)?.name)));
        let heading = match speaker {
            Some((id, name)) => link(app, library.entity_route(id, view), name),
            None => html! { msg!("others") },
        };
        let quotes = quotes.iter().take(shown).flat_map(|(item, quote)| {
            let (text, attribution) = quote_text(library, *item, quote);
            [
                html! {
                    <blockquote dir="auto" lang={language_of(app, *item)}>
                        <p>{ text }</p>
                    </blockquote>
                },
                html! {
                    <p class="meta">
                        { attribution }
                        { item_link(app, *item, view) }
                        { " " }
                        { for quote.pieces.first().map(|span| block_link(app, *item, view, span)) }
                    </p>
                },
            ]
        });
        html! {
            <section key={speaker.map_or("", |(_, name)| name)}>
                <h2>{ heading }</h2>
                { for quotes }
            </section>
        }
    });
    html! {
        <div class="names">
            <div>{ for sections }</div>
            { show_more(app, has_more) }
        </div>
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::fixture;
    use crate::prerender::Prerenderer;

    #[test]
    fn a_query_limits_the_quotes() {
        let library = fixture::two_articles();
        let html = |search: &str| {
            Prerenderer::new(&library).html(&library.route("quotes/", search)).unwrap()
        };
        let all = html("").matches("<blockquote").count();
        assert!((1..all).contains(&html("q=storm").matches("<blockquote").count()), "{all}");
        assert!(html("q=zzzz").contains("No item has a quote."));
    }
}
