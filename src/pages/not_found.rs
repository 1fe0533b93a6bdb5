//! The page at an address where there is nothing.

use crate::components::link::link;
use crate::desk::Desk;
use crate::el;
use crate::hooks::arrival::{HEADING, MAIN};
use crate::markup::Markup;
use crate::state::results::closest;
use crate::state::route::{Route, Slug};
use crate::state::view::View;

/// Says that there is nothing at an address, and what there is instead.
pub fn not_found(m: &mut Markup, desk: &Desk, address: &str) {
    let closest = closest(&desk.library, address);
    el!(m, main["tabindex" = "-1", "class" = "plain-page"].key("not found").attr("id", MAIN) {
        el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { m.text("There is nothing at this address"); });
        el!(m, p {
            m.text("The link may be mistyped, or the article may have been taken out. Search above, or ");
            link(m, desk, Route::default(), "see all items");
            m.text(".");
        });
        el!(m, div {
            if !closest.is_empty() {
                el!(m, h2 { m.text("Perhaps you want"); });
                el!(m, ul {
                    for article in closest.iter() {
                        let Some(slug) = Slug::new(article.slug()) else { continue };
                        el!(m, li { link(m, desk, Route::Article { slug, view: View::default() }, article.title()); });
                    }
                });
            }
        });
    });
}
