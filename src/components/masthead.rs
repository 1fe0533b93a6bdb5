//! The top of every page: whose it is, the search box, the rooms and the settings.

use super::link::{lead, link};
use super::search_box::search_box;
use super::select::setting;
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::{HEADING, MAIN, focus_main};
use crate::markup::Markup;
use crate::store::names::offers;
use crate::store::personal::Personal;
use crate::store::preferences::Which;
use crate::store::route::{Room, Route};
use crate::store::view::{Sort, View};

/// The top of every page. On the results page the title is the page's heading.
pub fn masthead(m: &mut Markup, desk: &Desk, route: &Route, personal: &Personal) {
    let library = &desk.library;
    let view = route.view().cloned().unwrap_or_default();
    el!(m, header["class" = "masthead"] {
        // A link to the page itself, since a bare fragment would lead to the page that `base` names.
        el!(m, a["class" = "skip"].attr("href", [&library.href(route), "#", MAIN].concat()) {
            m.on_click(|event| {
                event.prevent_default();
                focus_main();
            });
            m.text(msg!("skip-link"));
        });
        el!(m, div["class" = "site"] {
            if let Route::Results(_) = route {
                el!(m, h1["class" = "site-title", "tabindex" = "-1"].key("heading").attr("id", HEADING) {
                    link(m, desk, Route::default(), library.title());
                });
            } else {
                el!(m, p["class" = "site-title"].key("line") { link(m, desk, Route::default(), library.title()); });
            }
            el!(m, p["class" = "site-description"].key("description") { m.text(library.description()); });
        });
        // In the order in which they are seen: what comes from a slow network moves nothing that is there.
        el!(m, div["class" = "settings"] {
            setting(m, desk, personal, Which::Theme);
            el!(m, button["type" = "button", "class" = "plain", "aria-haspopup" = "dialog", "data-do" = "keys"] {
                m.text(msg!("keys"));
            });
        });
        search_box(m, desk, &view.query, personal.preferences.listed());
        el!(m, nav["class" = "rooms", "aria-label" = msg!("sections")] {
            el!(m, ul["role" = "list", "class" = "offers", "aria-label" = msg!("suggestions")] {
                for entity in offers(library, view.query.as_str()) {
                    let Some(found) = library.entity(entity) else { continue };
                    el!(m, li { link(m, desk, library.route_of(entity, &View::default()), found.name); });
                }
            });
            for room in Room::ALL {
                let to = Route::Room { room, view: View { sort: Sort::default(), ..view.clone() } };
                el!(m, a {
                    m.maybe("aria-current", to.same_page(route).then_some("page"));
                    lead(m, desk, to, || false);
                    m.text(room.label());
                });
            }
        });
    });
}
