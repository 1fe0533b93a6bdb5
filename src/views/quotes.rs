//! Who said what: the quotes in the results of a view, by speaker.

use crate::components::button::more;
use crate::components::link::link;
use crate::components::source::{narrowed, title, to_place};
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::{HEADING, MAIN};
use crate::markup::Markup;
use crate::store::results::Results;
use crate::store::route::{Room, Route};
use crate::store::said::{Said, said, words};
use crate::store::view::View;

/// Who said what; at most so many speakers are `shown`, and quotes of each.
pub fn quotes(m: &mut Markup, desk: &Desk, view: &View, results: &Results, shown: usize) {
    let library = &desk.library;
    let speakers = said(library, results);
    el!(m, main["tabindex" = "-1", "class" = "plain-page names"].key("quotes").attr("id", MAIN) {
        el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { m.text(msg!("quotes")); });
        narrowed(m, desk, view, results, Route::Room { room: Room::Quotes, view: View::default() });
        el!(m, div {
            for Said { speaker, quotes } in speakers.iter().take(shown) {
                let name = speaker.and_then(|speaker| library.entity(speaker)).map_or("", |entity| entity.name);
                el!(m, section.key(name) {
                    el!(m, h2 {
                        match speaker {
                            Some(speaker) => link(m, desk, library.route_of(*speaker, view), name),
                            None => m.text(msg!("others")),
                        }
                    });
                    for (item, quote) in quotes.iter().take(shown) {
                        let (said, by) = words(library, *item, quote);
                        el!(m, blockquote { el!(m, p { m.text(said); }); });
                        el!(m, p["class" = "meta"] {
                            m.text(by);
                            title(m, desk, *item, view);
                            m.text(" ");
                            if let Some(first) = quote.pieces.first() {
                                to_place(m, desk, *item, view, first);
                            }
                        });
                    }
                });
            }
        });
        let most = speakers.iter().map(|said| said.quotes.len()).max().unwrap_or_default();
        more(m, desk, speakers.len().max(most) > shown);
    });
}
