//! The figures in the results of a view, by their unit or what they count, so that those that differ stand side by side.

use crate::components::button::more;
use crate::components::select::select;
use crate::components::source::{narrowed, sentence, title};
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::{HEADING, MAIN};
use crate::markup::Markup;
use crate::store::reducer::Action;
use crate::store::results::Results;
use crate::store::route::{Room, Route};
use crate::store::said::{Counted, figures as figures_in};
use crate::store::view::{Sort, View};

/// The orders within a unit: of sizes rather than of lengths, in the same words of the address.
const SORTS: [(&str, &str); 2] =
    [("longest", msg!("largest-first")), ("shortest", msg!("smallest-first"))];

/// The figures; at most so many units are `shown`, and figures of each.
pub fn figures(m: &mut Markup, desk: &Desk, view: &View, results: &Results, shown: usize) {
    let room = |view| Route::Room { room: Room::Figures, view };
    let (sorting, from) = (desk.clone(), view.clone());
    let onsort = move |key: String| {
        let sort = Sort::from_key(&key).unwrap_or_default();
        sorting.tell(Action::LinkFollowed(room(View { sort, ..from.clone() })));
    };
    let smallest = view.sort == Sort::Shortest;
    let found = View { sort: Sort::default(), ..view.clone() };
    let units = figures_in(&desk.library, results, !smallest);
    el!(m, main["tabindex" = "-1", "class" = "plain-page names"].key("figures").attr("id", MAIN) {
        el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { m.text(msg!("figures")); });
        narrowed(m, desk, view, results, room(View::default()));
        let [largest_first, smallest_first] = SORTS.map(|(key, _)| key);
        select(m, "order", msg!("order"), &SORTS, if smallest { smallest_first } else { largest_first }, onsort);
        el!(m, div {
            for Counted { unit, figures } in units.iter().take(shown) {
                el!(m, section.key(*unit) {
                    el!(m, h2 { m.text(*unit); });
                    el!(m, ul["role" = "list", "class" = "places"] {
                        for figure in figures.iter().take(shown) {
                            el!(m, li {
                                sentence(m, desk, figure.item, &found, &figure.span);
                                el!(m, span["class" = "meta"] { title(m, desk, figure.item, &found); });
                            });
                        }
                    });
                });
            }
        });
        let most = units.iter().map(|counted| counted.figures.len()).max().unwrap_or_default();
        more(m, desk, units.len().max(most) > shown);
    });
}
