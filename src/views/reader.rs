//! The reader: one article.

use crate::components::card::reading_time;
use crate::components::layered::{layered, linked};
use crate::components::link::{lead, lead_to, link};
use crate::components::notes::{notes, passage_bar};
use crate::components::source::title;
use crate::components::tools::{cite_sheet, hits, tools};
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::{HEADING, MAIN, block_id};
use crate::browser::history::back_to_results;
use crate::markup::Markup;
use crate::store::facet::Facet;
use crate::store::names::named_in;
use crate::store::personal::Personal;
use crate::store::reducer::FIRST;
use crate::store::results::Results;
use crate::store::route::{Route, Slug};
use crate::store::said::{mostly_said, reason};
use crate::store::shelf::Kept;
use crate::store::text::{direction, find, joined};
use crate::store::view::{Filter, View};
use crate::messages::UNTRANSLATED;
use cuttings_edition::{Article, Block, EntityId, EntityKind, Mention, TextId};
use cuttings_search::Field;
use std::cell::Cell;
use std::ops::Range;

/// How many related articles are listed.
const RELATED: usize = 3;

/// One article, with what was searched for and what was noted marked in it. Its link back leads to the view in which it
/// was found; `results` are all of that view's. There is time for `room` of its blocks.
pub fn reader(
    m: &mut Markup,
    desk: &Desk,
    article: &Article<'static>,
    view: &View,
    results: &Results,
    personal: &Personal,
    room: usize,
) {
    let kept = personal.shelf.of(article.slug()).cloned().unwrap_or_default();
    let at = |slug: &'static str| Some(Route::Article { slug: Slug::new(slug)?, view: view.clone() });
    let this = at(article.slug()).unwrap_or_default();
    let headings = || (1..).zip(article.blocks()).filter(|(_, block)| matches!(block, Block::Heading(_)));
    let [before, after] = results.neighbours(&desk.library, article.id());
    let mentions: Vec<Mention> = desk.library.mentions(article.id()).collect();
    let names_in = |number: u32| -> Vec<(Range<usize>, EntityId)> {
        let here = mentions.iter().filter(|mention| mention.span.text == TextId::Block(number - 1));
        here.map(|mention| (mention.span.range.clone(), mention.entity)).collect()
    };
    let said = mostly_said(&desk.library, article.id());
    let found = Cell::new(0);
    let show = |m: &mut Markup, field, text: &'static str, number: u32| {
        let marks = results.marker.marks(field, text);
        found.set(found.get() + marks.len());
        layered(m, text, &marks, &noted(&kept, text, number));
    };
    el!(m, main["tabindex" = "-1", "class" = "reader-page"].key(article.slug()).attr("id", MAIN) {
        el!(m, p["class" = "back"] {
            el!(m, a {
                lead(m, desk, Route::Results(view.clone()), back_to_results);
                el!(m, span["aria-hidden" = "true"] { m.text(concat!(msg!("back-arrow"), " ")); });
                m.text(msg!("back-to-results"));
            });
        });
        el!(m, article["class" = "reader"].attr("dir", direction(article.language())).maybe("lang", article.language().or(UNTRANSLATED)) {
            el!(m, header {
                el!(m, p["class" = "eyebrow"] {
                    let mut section = View::default();
                    section.filters.insert(Filter { facet: Facet::Section, value: article.section().into() });
                    link(m, desk, Route::Results(section), article.section());
                });
                el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { show(m, Field::Title, article.title(), 0); });
                el!(m, div {
                    if let Some(text) = article.standfirst() {
                        el!(m, p["class" = "standfirst"] { show(m, Field::Standfirst, text, 0); });
                    }
                });
                el!(m, p["class" = "meta"] { m.text(byline(article)); });
                tools(m, desk, article, personal, &kept, &this);
            });
            el!(m, nav["class" = "contents", "aria-label" = msg!("contents")].flag("hidden", headings().count() < 2) {
                el!(m, ol["role" = "list"] {
                    for (number, block) in headings() {
                        el!(m, li { el!(m, a {
                                lead_to(m, desk, this.clone(), number);
                                m.text(block.text());
                            }); });
                    }
                });
            });
            el!(m, div["class" = "prose"] {
                for (number, block) in (1..).zip(article.blocks()).take(room) {
                    let id = block_id(number);
                    match block {
                        Block::Heading(text) => {
                            el!(m, h2.attr("id", id) { show(m, Field::Heading, text, number); });
                        }
                        Block::Paragraph(text) => el!(m, p.attr("id", id).maybe("class", said.contains(&number).then_some("said")) {
                            let name = msg!("link-to-paragraph", paragraph = number as usize);
                            el!(m, a["class" = "pilcrow"].attr("aria-label", name) { lead_to(m, desk, this.clone(), number); });
                            let marks = results.marker.marks(Field::Body, text);
                            found.set(found.get() + marks.len());
                            let names = names_in(number);
                            linked(m, text, &marks, &noted(&kept, text, number), &names, |m, entity| {
                                lead(m, desk, desk.library.route_of(entity, &View::default()), || false);
                            });
                        }),
                    }
                }
            });
        });
        if room > FIRST {
            notes(m, desk, article, &kept, &this);
            named(m, desk, article);
            el!(m, nav["class" = "pager", "aria-label" = msg!("articles-in-results")] {
                for (rel, label, to) in [("prev", msg!("previous-article"), before), ("next", msg!("next-article"), after)] {
                    if let Some((to, route)) = to.and_then(|to| Some((to, at(to.slug())?))) {
                        el!(m, p.key(rel).attr("class", rel) {
                            el!(m, span["class" = "eyebrow"] { m.text(label); });
                            el!(m, a.attr("rel", rel) {
                                lead(m, desk, route, || false);
                                m.text(to.title());
                            });
                        });
                    }
                }
            });
            related(m, desk, article, view);
            hits(m, found.get());
            passage_bar(m, desk, article);
            cite_sheet(m);
        }
    });
}

/// Whom and what an article names.
fn named(m: &mut Markup, desk: &Desk, article: &Article<'static>) {
    let library = &desk.library;
    let all = named_in(library, article.id());
    el!(m, aside["class" = "named", "aria-labelledby" = "named-title"].flag("hidden", all.is_empty()) {
        el!(m, h2["id" = "named-title"] { m.text(msg!("mentioned-in-article")); });
        for kind in EntityKind::ALL {
            let entities = || all.iter().filter(|entity| entity.kind == kind);
            el!(m, div.flag("hidden", entities().next().is_none()) {
                el!(m, h3 { m.text(Facet::of_kind(kind).label()); });
                el!(m, ul["role" = "list"] {
                    for &entity in entities() {
                        let Some(found) = library.entity(entity) else { continue };
                        el!(m, li { link(m, desk, library.route_of(entity, &View::default()), found.name); });
                    }
                });
            });
        }
    });
}

/// The articles that go with one, each with its reason.
fn related(m: &mut Markup, desk: &Desk, article: &Article<'static>, view: &View) {
    let related = desk.library.related(article.id());
    el!(m, aside["class" = "related", "aria-labelledby" = "related-title"].flag("hidden", related.is_empty()) {
        el!(m, h2["id" = "related-title"] { m.text(msg!("related")); });
        el!(m, ul["role" = "list"] {
            for other in related.iter().take(RELATED) {
                el!(m, li {
                    el!(m, h3 { title(m, desk, other.item, view); });
                    el!(m, p["class" = "meta"] { m.text(reason(&desk.library, article.id(), other)); });
                });
            }
        });
    });
}

/// Where in a block's text there is what was noted about it.
fn noted(kept: &Kept, text: &str, number: u32) -> Vec<Range<usize>> {
    let here = kept.notes.iter().filter(|note| note.block == number);
    here.filter_map(|note| find(text, &note.quote).map(|start| start..start + note.quote.len())).collect()
}

/// Author, date, reading time and source, as far as the seed has them.
fn byline(article: &Article<'static>) -> String {
    let parts = [
        article.author().map(|author| msg!("by-author", author = author)),
        article.date().map(str::to_owned),
        Some(reading_time(article.minutes())),
        article.source().map(|source| msg!("from-source", source = source)),
    ];
    joined(&parts.into_iter().flatten().collect::<Vec<String>>(), " · ")
}
