//! The section of quotes.

use crate::components::filter_summary::filter_summary;
use crate::components::link::link;
use crate::components::mention::{block_link, item_link, language_of};
use crate::components::show_more::show_more;
use crate::context::AppContext;
use crate::ids::{HEADING, MAIN};
use crate::route::{Route, Section};
use crate::store::quotes::{SpeakerQuotes, quote_text, quotes_by_speaker};
use crate::store::results::Results;
use crate::store::view::View;
use yew::prelude::*;

/// The quotes of the results, by speaker.
pub(super) fn quotes_page(app: &AppContext, view: &View, results: &Results, shown: usize) -> Html {
    let library = &app.library;
    let speakers = quotes_by_speaker(library, results);
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
        <main tabindex="-1" class="plain-page names" id={MAIN}>
            <h1 tabindex="-1" id={HEADING}>{ msg!("quotes") }</h1>
            { filter_summary(app, view, results, Route::Section { section: Section::Quotes, view: View::default() }) }
            <div>{ for sections }</div>
            { show_more(app, has_more) }
        </main>
    }
}
