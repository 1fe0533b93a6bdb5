//! The page at an address where there is nothing.

use crate::components::link::link;
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::{HEADING, MAIN};
use crate::markup::Markup;
use crate::store::results::closest;
use crate::store::route::{Route, Slug};
use crate::store::view::View;

/// Says that there is nothing at an address, and what there is instead.
pub fn not_found(m: &mut Markup, desk: &Desk, address: &str) {
    let closest = closest(&desk.library, address);
    el!(m, main["tabindex" = "-1", "class" = "plain-page"].key("not found").attr("id", MAIN) {
        el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { m.text(msg!("page-not-found")); });
        el!(m, p {
            let [before, all, after] = msg!("page-not-found-help");
            m.text(before);
            link(m, desk, Route::default(), all);
            m.text(after);
        });
        el!(m, div {
            if !closest.is_empty() {
                el!(m, h2 { m.text(msg!("closest-titles")); });
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
