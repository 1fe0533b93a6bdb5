//! The results page: what a view of the edition holds.

use crate::components::active_filters::active_filters;
use crate::components::button::{button, more, opener};
use crate::components::card::card;
use crate::components::filters::filters;
use crate::components::note::{no_results, search_note};
use crate::components::select::{select, setting};
use crate::components::teaser::teaser;
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::MAIN;
use crate::browser::stored::take;
use crate::markup::Markup;
use crate::store::hand_out::Form;
use crate::store::personal::Personal;
use crate::store::preferences::Which;
use crate::store::reducer::{Action, PAGE, State};
use crate::store::results::Results;
use crate::store::text::{decimal, joined};
use crate::store::view::{Sort, View};
use cuttings_edition::Item;

/// The results page.
pub fn results_page(
    m: &mut Markup,
    desk: &Desk,
    view: &View,
    results: &Results,
    state: &State,
    personal: &Personal,
) {
    let sorting = desk.clone();
    let onsort =
        move |key: String| sorting.tell(Action::SortChosen(Sort::from_key(&key).unwrap_or_default()));
    let sorts = Sort::ALL.map(|sort| (sort.key(), sort.label()));
    el!(m, main["tabindex" = "-1", "class" = "results-page"].key("results").attr("id", MAIN) {
        el!(m, div["class" = "toolbar"] {
            status(m, results);
            export(m, desk, view);
            setting(m, desk, personal, Which::Shown);
            select(m, "sort", msg!("sort-by"), &sorts, view.sort.key(), onsort);
        });
        filters(m, desk, results, state, view.filters.len());
        el!(m, div["class" = "found"] {
            active_filters(m, desk, &view.filters);
            search_note(m, desk, view, results);
            el!(m, div {
                if results.items.is_empty() {
                    no_results(m, desk, view, results);
                } else {
                    el!(m, ol["role" = "list", "class" = "results", "aria-label" = msg!("results")]
                        .key(if personal.preferences.listed() { "list" } else { "cards" })
                    {
                        for &id in results.items.iter().take(state.room()) {
                            let Some(item) = desk.library.item(id) else { continue };
                            el!(m, li.key(decimal(u64::from(id.0))) {
                                match item {
                                    Item::Article(item) => card(m, desk, &item, view, &results.marker, personal, state.explained.contains(&id)),
                                    Item::Teaser(item) => teaser(m, &item, &results.marker),
                                }
                            });
                        }
                    });
                }
            });
            more(m, desk, results.total > state.shown.max(PAGE));
        });
    });
}

/// The `id` of what offers the results as files.
const EXPORT: &str = "export";

/// All results of a view, to be taken elsewhere.
fn export(m: &mut Markup, desk: &Desk, view: &View) {
    el!(m, div["class" = "export"] {
        opener(m, msg!("export"), EXPORT);
        el!(m, div["class" = "sheet", "popover" = "auto", "role" = "dialog", "aria-label" = msg!("export")]
            .attr("id", EXPORT)
        {
            el!(m, p { m.text(msg!("export-help")); });
            for form in Form::ALL {
                let (library, view) = (desk.library.clone(), view.clone());
                button(m, form.label(), move |_| {
                    let results = Results::of(&library, &view, library.len());
                    let items: Vec<String> = results.items.iter().map(|item| decimal(u64::from(item.0))).collect();
                    take(form.key(), &joined(&items, " "));
                });
            }
        });
    });
}

/// How many items match: seen at once; spoken when typing pauses, when the browser's side of the page writes it into the
/// second line. That says how many there are until then, which is right for those who asked for nothing.
fn status(m: &mut Markup, results: &Results) {
    el!(m, div["class" = "status"] {
        el!(m, p["aria-hidden" = "true"] { m.text(count(results.total, results.of)); });
        el!(m, p["class" = "unseen", "role" = "status"] { m.text(count(results.of, results.of)); });
    });
}

/// The count in words.
fn count(matching: usize, of: usize) -> String {
    match matching {
        0 => msg!("no-items").to_owned(),
        _ if matching == of => msg!("items", count = of),
        _ => msg!("items-of", matching = matching, of = of),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(matching: usize, of: usize, expected: &str) {
        assert_eq!(count(matching, of), expected);
    }

    #[test]
    fn the_count_is_in_words() {
        check(17, 17, "17 items");
        check(3, 17, "3 of 17 items");
        check(1, 17, "1 of 17 items");
        check(0, 17, "No items match");
        check(1, 1, "1 item");
    }
}
