//! Who and what is named: an index of all, and a page for each.

use crate::components::button::more;
use crate::components::link::link;
use crate::components::source::{narrowed, sentence, title};
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::{HEADING, MAIN};
use crate::markup::Markup;
use crate::store::facet::Facet;
use crate::store::names::{named_in_results, places};
use crate::store::results::Results;
use crate::store::route::{Room, Route};
use crate::store::text::decimal;
use crate::store::view::{Filter, Filters, Query, View};
use cuttings_edition::{EntityId, EntityKind};

/// How many of those named with someone are listed.
const NAMED_WITH: usize = 12;

/// Everyone and everything that the results of a view name, by kind; at most so many of each are `shown`.
pub fn names(m: &mut Markup, desk: &Desk, view: &View, results: &Results, shown: usize) {
    el!(m, main["tabindex" = "-1", "class" = "plain-page names"].key("names").attr("id", MAIN) {
        el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { m.text(msg!("names")); });
        narrowed(m, desk, view, results, Route::Room { room: Room::Names, view: View::default() });
        let all = named_in_results(&desk.library, results);
        let mut most = 0;
        for kind in EntityKind::ALL {
            let named = all.iter().filter(|named| named.kind == kind);
            let named: Vec<(EntityId, u32)> = named.map(|named| (named.entity(), named.count.0)).collect();
            el!(m, section.key(kind.name()).flag("hidden", named.is_empty()) {
                el!(m, h2 { m.text(Facet::of_kind(kind).label()); });
                name_list(m, desk, view, named.get(..shown).unwrap_or(&named));
            });
            most = most.max(named.len());
        }
        more(m, desk, most > shown);
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
                el!(m, span["class" = "count"] { m.text(decimal(u64::from(*count))); });
            });
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
            link(m, desk, Route::Room { room: Room::Names, view: view.clone() }, msg!("all-names"));
        });
        el!(m, p["class" = "eyebrow"].key("kind") { m.text(facet.label()); });
        el!(m, h1["tabindex" = "-1"].key("name").attr("id", HEADING) { m.text(name); });
        el!(m, p["class" = "meta"].key("spellings") {
            let others: Vec<&str> = library.spellings(entity).into_iter().filter(|other| *other != name).collect();
            if !others.is_empty() {
                m.text(msg!("also-written", others = &others.join(", ")));
                m.text(" ");
            }
            let mut filters = Filters::default();
            filters.insert(Filter { facet, value: name.into() });
            let to = View { query: Query::default(), filters, ..view.clone() };
            link(m, desk, Route::Results(to), msg!("filter-by-name"));
        });
        narrowed(m, desk, view, results, library.route_of(entity, &View::default()));
        el!(m, section["class" = "named-with", "aria-labelledby" = "named-with"].key("with") {
            el!(m, h2["id" = "named-with"] { m.text(msg!("mentioned-with")); });
            let with = library.mentioned_with(entity);
            name_list(m, desk, view, with.get(..NAMED_WITH).unwrap_or(&with));
        });
        el!(m, section["aria-labelledby" = "places"].key("places") {
            el!(m, h2["id" = "places"] { m.text(msg!("mentions")); });
            for (item, spans) in places(library, results, entity) {
                let key = decimal(u64::from(item.0));
                el!(m, h3.key(&*key) { title(m, desk, item, view); });
                el!(m, ul["role" = "list", "class" = "places"].key([&key, "+"].concat()) {
                    for span in spans {
                        el!(m, li { sentence(m, desk, item, view, &span); });
                    }
                });
            }
        });
    });
}
