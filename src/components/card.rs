//! An article in the results.

use super::button::on_click;
use super::layered::layered;
use super::link::{lead, lead_to};
use super::tools::save_button;
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::link_id;
use crate::markup::Markup;
use crate::store::names::named_in;
use crate::store::personal::Personal;
use crate::store::reducer::Action;
use crate::store::results::{Hits, Marker, Snippet};
use crate::store::route::{Route, Slug};
use crate::store::text::{decimal, direction};
use crate::store::view::View;
use crate::messages::UNTRANSLATED;
use cuttings_edition::Article;
use cuttings_search::Highlights;

/// About how many characters of its text a card shows.
const SUMMARY: usize = 200;

/// How many names a card shows.
const NAMES: usize = 4;

/// An article in the results: its section, its headline, how long it takes, and unless headlines alone are listed what it says and names
/// and where the hits are.
/// Its link carries the view in which it was found. If it is to be `explained`, it says in words what was found where.
pub fn card(
    m: &mut Markup,
    desk: &Desk,
    article: &Article<'static>,
    view: &View,
    marker: &Marker,
    personal: &Personal,
    explained: bool,
) {
    let found = marker.read(article);
    let listed = personal.preferences.listed();
    let (saved, read) =
        personal.shelf.of(article.slug()).map_or((false, false), |kept| (kept.saved, kept.read));
    el!(m, article["class" = "card"].attr("dir", direction(article.language())).maybe("lang", article.language().or(UNTRANSLATED)) {
        el!(m, p["class" = "eyebrow"] { m.text(article.section()); });
        el!(m, h2["class" = "headline"] {
            el!(m, a.attr("id", link_id(article.slug())) {
                if let Some(slug) = Slug::new(article.slug()) {
                    lead(m, desk, Route::Article { slug, view: view.clone() }, || false);
                }
                layered(m, article.title(), &found.passages().next().map_or(Vec::new(), |(_, marks)| marks), &[]);
            });
        });
        let hits = if listed { Hits::default() } else { Hits::of(&found) };
        if !listed {
            summary(m, desk, article, &found);
            el!(m, p["class" = "named-in"] {
                let entities = named_in(&desk.library, article.id());
                let names = entities.iter().take(NAMES).filter_map(|&entity| desk.library.entity(entity));
                m.text(names.map(|entity| entity.name).collect::<Vec<&str>>().join(", "));
            });
            hit_map(m, desk, article, view, &hits);
        }
        el!(m, p["class" = "meta"] {
            m.text(reading_time(article.minutes()));
            m.text(if read { concat!(" · ", msg!("read")) } else { "" });
            save_button(m, desk, article, saved);
            if !hits.is_empty() {
                el!(m, button["type" = "button", "class" = "plain"].state("aria-expanded", explained) {
                    on_click(m, desk, Action::ReasonToggled(article.id()));
                    m.text(msg!("why-matched"));
                });
            }
        });
        if !listed {
            el!(m, p["class" = "why"] {
                if explained && !hits.is_empty() {
                    m.text(msg!("found", where = &hits.explained()));
                }
            });
        }
    });
}

/// The best of an article's text where that was searched, or else the standfirst or the two sentences that stand best for it.
fn summary(m: &mut Markup, desk: &Desk, article: &Article<'static>, found: &Highlights<'static>) {
    let summary = Snippet::of(found, SUMMARY);
    el!(m, p["class" = "summary"] {
        if summary.marks.is_empty() && article.standfirst().is_none() {
            for span in desk.library.summary(article.id()) {
                m.text([desk.library.text_at(article.id(), &span), " "].concat());
            }
        } else {
            m.text(if summary.cut_start { "… " } else { "" });
            layered(m, summary.text, &summary.marks, &[]);
            m.text(if summary.cut_end { " …" } else { "" });
        }
    });
}

/// Where in an article the hits are, each stretch of it with some a link to the first.
fn hit_map(m: &mut Markup, desk: &Desk, article: &Article<'static>, view: &View, hits: &Hits) {
    el!(m, div["class" = "hit-map"] {
        for (at, stretch) in hits.stretches.iter().enumerate() {
            if let (1.., Some(slug)) = (stretch.first, Slug::new(article.slug())) {
                // Which stretch, and how much of it: a style of its own the page's policy would refuse.
                let place = [decimal(at as u64), decimal(u64::from(stretch.hits.min(3)))].concat();
                el!(m, a.attr("data-hits", place) {
                    lead_to(m, desk, Route::Article { slug, view: view.clone() }, stretch.first);
                    let (paragraph, count) = (stretch.first as usize, stretch.hits as usize);
                    m.attr("aria-label", msg!("hits-in-paragraph", paragraph = paragraph, count = count));
                });
            }
        }
    });
}

/// How long it takes to read, in words.
pub fn reading_time(minutes: u32) -> String {
    msg!("minutes", minutes = minutes as usize)
}
