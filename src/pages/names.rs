//! Who and what is named: an index of all, and a page for each.

use crate::components::layered::layered;
use crate::components::link::{lead_to, link};
use crate::desk::Desk;
use crate::el;
use crate::hooks::arrival::{HEADING, MAIN};
use crate::markup::Markup;
use crate::state::facet::Facet;
use crate::state::names::{named_in_results, places, sentence_around};
use crate::state::results::Results;
use crate::state::route::{Room, Route, Slug};
use crate::state::view::{Filter, Filters, Query, View};
use cuttings_edition::{EntityId, EntityKind, Item, Spot, TextId};

/// How many of those named with someone are listed.
const NAMED_WITH: usize = 12;

/// Everyone and everything that the results of a view name, by kind.
pub fn names(m: &mut Markup, desk: &Desk, view: &View, results: &Results) {
    el!(m, main["tabindex" = "-1", "class" = "plain-page names"].key("names").attr("id", MAIN) {
        el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { m.text("Names"); });
        narrowed(m, desk, view, results, &Route::Room { room: Room::Names, view: View::default() });
        let all = named_in_results(&desk.library, results);
        for kind in EntityKind::ALL {
            let named = all.iter().filter(|named| named.kind == kind);
            let named: Vec<(EntityId, u32)> = named.map(|named| (named.entity(), named.count.0)).collect();
            el!(m, section.key(kind.name()).flag("hidden", named.is_empty()) {
                el!(m, h2 { m.text(Facet::of_kind(kind).label()); });
                name_list(m, desk, view, &named);
            });
        }
    });
}

/// A list of names with the number of items that name each.
fn name_list(m: &mut Markup, desk: &Desk, view: &View, named: &[(EntityId, u32)]) {
    el!(m, ul["role" = "list", "class" = "name-list"] {
        for (entity, count) in named {
            let Some(found) = desk.library.entity(*entity) else { continue };
            el!(m, li.key(found.name) {
                link(m, desk, desk.library.route_of(*entity, view), found.name);
                m.text(" ");
                el!(m, span["class" = "count"] { m.text(count.to_string()); });
            });
        }
    });
}

/// What narrows a room, and the way to all that is in it.
pub fn narrowed(m: &mut Markup, desk: &Desk, view: &View, results: &Results, all: &Route) {
    let is_narrowed = !view.query.is_blank() || !view.filters.is_empty();
    el!(m, p["class" = "meta"].key("narrowed").flag("hidden", !is_narrowed) {
        if is_narrowed {
            m.text(["In ", &results.total.to_string(), " of ", &results.of.to_string(), " items: "].concat());
            let query = ["“", view.query.as_str().trim(), "”"].concat();
            let query = (!view.query.is_blank()).then_some(query);
            let filters = view.filters.iter().map(|filter| filter.facet.value_label(&filter.value));
            m.text(query.into_iter().chain(filters).collect::<Vec<String>>().join(", "));
            m.text(". ");
            link(m, desk, all.clone(), "Look in all items");
        }
    });
}

/// Someone or something: how it is written, where, and with whom.
pub fn name(m: &mut Markup, desk: &Desk, entity: EntityId, view: &View, results: &Results) {
    let library = &desk.library;
    let facet = Facet::of_kind(entity.kind);
    let name = library.entity(entity).map_or("", |entity| entity.name);
    el!(m, main["tabindex" = "-1", "class" = "plain-page names"].key(name).attr("id", MAIN) {
        el!(m, p["class" = "back"].key("back") {
            link(m, desk, Route::Room { room: Room::Names, view: view.clone() }, "All names");
        });
        el!(m, p["class" = "eyebrow"].key("kind") { m.text(facet.label()); });
        el!(m, h1["tabindex" = "-1"].key("name").attr("id", HEADING) { m.text(name); });
        el!(m, p["class" = "meta"].key("spellings") {
            let others: Vec<&str> = library.spellings(entity).into_iter().filter(|other| *other != name).collect();
            if !others.is_empty() {
                m.text(["Also written ", &others.join(", "), ". "].concat());
            }
            let mut filters = Filters::default();
            filters.insert(Filter { facet, value: name.into() });
            let to = View { query: Query::default(), filters, ..view.clone() };
            link(m, desk, Route::Results(to), "Filter the results by this name");
        });
        narrowed(m, desk, view, results, &library.route_of(entity, &View::default()));
        el!(m, section["class" = "named-with", "aria-labelledby" = "named-with"].key("with") {
            el!(m, h2["id" = "named-with"] { m.text("Named with"); });
            let with = library.named_with(entity);
            name_list(m, desk, view, with.get(..NAMED_WITH).unwrap_or(&with));
        });
        el!(m, section["aria-labelledby" = "places"].key("places") {
            el!(m, h2["id" = "places"] { m.text("Where"); });
            for (item, spots) in places(library, results, entity) {
                let Some(item) = library.item(item) else { continue };
                el!(m, h3.key(item.id().0.to_string()) {
                    let route = article_at(&item, view);
                    match &route {
                        Some(route) => link(m, desk, route.clone(), item.title()),
                        None => m.text(item.title()),
                    }
                });
                el!(m, ul["role" = "list", "class" = "places"].key([&item.id().0.to_string(), "+"].concat()) {
                    for spot in spots {
                        place(m, desk, &item, view, &spot);
                    }
                });
            }
        });
    });
}

/// The address of an item, if it is an article.
fn article_at(item: &Item<'static>, view: &View) -> Option<Route> {
    match item {
        Item::Article(article) => {
            Some(Route::Article { slug: Slug::new(article.slug())?, view: view.clone() })
        }
        Item::Teaser(_) => None,
    }
}

/// A sentence in which something stands, marked, with the way to it.
fn place(m: &mut Markup, desk: &Desk, item: &Item<'static>, view: &View, spot: &Spot) {
    let (sentence, within) = sentence_around(desk.library.text(item.id(), spot.text), &spot.range);
    el!(m, li {
        layered(m, sentence, &[within], &[]);
        if let (TextId::Block(block), Some(route)) = (spot.text, article_at(item, view)) {
            let number = block + 1;
            m.text(" ");
            el!(m, a["class" = "to-place"].attr("aria-label", ["To paragraph ", &number.to_string()].concat()) {
                lead_to(m, desk, route, number);
                m.text(["¶ ", &number.to_string()].concat());
            });
        }
    });
}
