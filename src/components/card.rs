//! An article in the results.

use super::layered::layered;
use super::link::{lead, lead_to};
use super::tools::save_button;
use crate::desk::Desk;
use crate::el;
use crate::hooks::arrival::link_id;
use crate::markup::Markup;
use crate::state::names::named_in;
use crate::state::results::{Hits, Marker, Snippet};
use crate::state::route::{Route, Slug};
use crate::state::shelf::Shelf;
use crate::state::text::{decimal, direction};
use crate::state::view::View;
use crate::words::UNSPOKEN;
use cuttings_edition::Article;

/// About how many characters of its text a card shows.
const SUMMARY: usize = 200;

/// How many names a card shows.
const NAMES: usize = 4;

/// An article in the results: its section, its headline, the best of its text where that was searched, or else the standfirst or the two
/// sentences that stand best for it, and how long it takes.
/// Its link carries the view in which it was found.
pub fn card(
    m: &mut Markup,
    desk: &Desk,
    article: &Article<'static>,
    view: &View,
    marker: &Marker,
    shelf: &Shelf,
) {
    let found = marker.read(article);
    let summary = Snippet::of(&found, SUMMARY);
    let (saved, read) = shelf.of(article.slug()).map_or((false, false), |kept| (kept.saved, kept.read));
    el!(m, article["class" = "card"].attr("dir", direction(article.language())).maybe("lang", article.language().or(UNSPOKEN)) {
        el!(m, p["class" = "eyebrow"] { m.text(article.section()); });
        el!(m, h2["class" = "headline"] {
            el!(m, a.attr("id", link_id(article.slug())) {
                if let Some(slug) = Slug::new(article.slug()) {
                    lead(m, desk, Route::Article { slug, view: view.clone() }, || false);
                }
                layered(m, article.title(), &found.marks().next().map_or(Vec::new(), |(_, marks)| marks), &[]);
            });
        });
        el!(m, p["class" = "summary"] {
            if summary.marks.is_empty() && article.standfirst().is_none() {
                for spot in desk.library.summary(article.id()) {
                    m.text([desk.library.text_at(article.id(), &spot), " "].concat());
                }
            } else {
                m.text(if summary.cut_start { "… " } else { "" });
                layered(m, summary.text, &summary.marks, &[]);
                m.text(if summary.cut_end { " …" } else { "" });
            }
        });
        el!(m, p["class" = "named-in"] {
            let entities = named_in(&desk.library, article.id());
            let names = entities.iter().take(NAMES).filter_map(|&entity| desk.library.entity(entity));
            m.text(names.map(|entity| entity.name).collect::<Vec<&str>>().join(", "));
        });
        el!(m, div["class" = "hit-map"] {
            let hits = Hits::of(&found);
            for stretch in hits.stretches.iter().filter(|_| !hits.is_empty()) {
                if let (1.., Some(slug)) = (stretch.first, Slug::new(article.slug())) {
                    el!(m, a.attr("data-hits", decimal(u64::from(stretch.hits.min(3)))) {
                        let to = Route::Article { slug, view: view.clone() };
                        lead_to(m, desk, to, stretch.first);
                        let (paragraph, count) = (stretch.first as usize, stretch.hits as usize);
                        m.attr("aria-label", words!("hits-in-paragraph", paragraph = paragraph, count = count));
                    });
                } else {
                    el!(m, span {});
                }
            }
            if !hits.is_empty() {
                el!(m, details {
                    el!(m, summary { m.text(words!("why-matched")); });
                    el!(m, p { m.text(words!("found", where = &hits.explained())); });
                });
            }
        });
        el!(m, p["class" = "meta"] {
            m.text(reading_time(article.minutes()));
            m.text(if read { concat!(" · ", words!("read")) } else { "" });
            save_button(m, desk, article, saved);
        });
    });
}

/// How long it takes to read, in words.
pub fn reading_time(minutes: u32) -> String {
    words!("minutes", minutes = minutes as usize)
}
