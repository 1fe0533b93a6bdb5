//! What the search did other than what was asked of it, and what to do when it found nothing.

use super::link::link;
use crate::desk::Desk;
use crate::el;
use crate::markup::Markup;
use crate::store::results::{Note, Results};
use crate::store::route::Route;
use crate::store::text::joined;
use crate::store::view::{Filters, Query, View};

/// Says what was searched for if it is not what was typed, and offers a way back or on.
pub fn search_note(m: &mut Markup, desk: &Desk, view: &View, results: &Results) {
    let typed = view.query.as_str().trim();
    let is_plain = results.note == Note::AsTyped && results.suggestion.is_none();
    let hidden = results.total == 0 || is_plain;
    el!(m, div["class" = "note"].flag("hidden", hidden) {
        match (&results.note, &results.suggestion) {
            _ if hidden => {}
            (Note::Corrected(query), _) => {
                el!(m, p { m.text(msg!("corrected", typed = typed, query = query)); });
                el!(m, p {
                    link(m, desk, asking(view, exactly(typed)), msg!("search-as-typed", typed = typed));
                });
            }
            (Note::Partial { missing }, _) => el!(m, p {
                m.text(msg!("partial"));
                if !missing.is_empty() {
                    let missing: Vec<String> = missing.iter().map(|word| msg!("quoted", text = word)).collect();
                    m.text(" ");
                    m.text(msg!("no-item-contains", words = &joined(&missing, ", ")));
                }
            }),
            (Note::AsTyped, suggestion) => did_you_mean(m, desk, view, suggestion.as_deref()),
        }
    });
}

/// Says that nothing was found, and what to do.
pub fn no_results(m: &mut Markup, desk: &Desk, view: &View, results: &Results) {
    let typed = view.query.as_str().trim();
    el!(m, div["class" = "no-results"].key("none") {
        el!(m, p["class" = "headline"] {
            if typed.is_empty() {
                m.text(msg!("no-item-matches-filters"));
            } else {
                m.text(msg!("nothing-matches", typed = typed));
            }
        });
        el!(m, div { did_you_mean(m, desk, view, results.suggestion.as_deref()); });
        el!(m, div {
            for (filter, left) in Results::without_each(&desk.library, view) {
                let mut without = view.clone();
                without.filters.remove(&filter);
                el!(m, p {
                    let name = filter.facet.value_label(&filter.value);
                    link(m, desk, Route::Results(without), msg!("without", filter = &name, count = left));
                });
            }
            if !view.filters.is_empty() {
                el!(m, p {
                    let to = Route::Results(View { filters: Filters::default(), ..view.clone() });
                    link(m, desk, to, msg!("without-filters"));
                });
            }
        });
        el!(m, p {
            m.text(concat!(msg!("fewer-words"), " "));
            link(m, desk, Route::default(), msg!("show-all-items"));
        });
    });
}

fn did_you_mean(m: &mut Markup, desk: &Desk, view: &View, suggestion: Option<&str>) {
    if let Some(suggestion) = suggestion {
        el!(m, p {
            let [before, after] = msg!("did-you-mean");
            m.text(before);
            link(m, desk, asking(view, suggestion.to_owned()), suggestion.to_owned());
            m.text(after);
        });
    }
}

/// The same view with another query.
fn asking(view: &View, query: String) -> Route {
    Route::Results(View { query: Query::from(query), ..view.clone() })
}

/// A query for a text exactly as it stands.
fn exactly(text: &str) -> String {
    ["\"", &text.replace('"', ""), "\""].concat()
}
