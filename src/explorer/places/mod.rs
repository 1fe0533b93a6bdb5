//! Places: the places of the results, as a map on which each has a circle by the number of items
//! that mention it, and as a table. Each circle leads to the items behind it.

mod controls;
mod counts;
mod labels;
mod map;
mod region;
mod table;

use self::controls::controls;
use self::counts::{PlaceCounts, is_complete, place_counts};
use self::map::map;
use self::region::Region;
use self::table::{off_the_map, table};
use crate::context::{AppContext, use_app};
use crate::explored_page::ExploredPage;
use crate::route::Route;
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::facet::Facet;
use crate::store::view::{Filter, Query, View};
use std::rc::Rc;
use yew::prelude::*;

/// The parameter with the region that the map shows. Without it, the map shows all places of the
/// results.
const AT: &str = "at";

/// The most places that are shown: more circles hide each other.
const MAX_PLACES: usize = 200;

/// The places of the results on a map.
#[component]
pub(super) fn PlacesView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { exploration, view, results, .. } = props;
    let library = app.library.clone();
    let counts = use_memo((library.clone(), Rc::clone(results)), |(library, results)| {
        place_counts(library, results, MAX_PLACES)
    });
    let fit = Region::around(counts.located());
    let region = exploration.values(AT).next().and_then(Region::parse).unwrap_or(fit);
    let page = PlacesPage { app: &app, view, counts: &counts, region };
    if counts.places.is_empty() {
        // In an edition in parts, the names may be on their way.
        return html! {
            if is_complete(&library) {
                <p>{ msg!("no-places") }</p>
            }
        };
    }
    html! {
        <div class="places-view">
            // Names without a point need no map.
            if counts.located().next().is_some() {
                { map(&page) }
                { controls(&app, view, region, fit) }
            }
            <div class="measure">
                if counts.has_ambiguous() {
                    <p>{ msg!("ambiguous-places") }</p>
                }
                if counts.total > counts.places.len() {
                    <p>
                        {
                            msg!(
                                "most-mentioned-places",
                                shown = counts.places.len(),
                                total = counts.total
                            )
                        }
                    </p>
                }
                { off_the_map(&page) }
                if counts.located().next().is_some() {
                    <p>{ msg!("map-sources") }</p>
                }
            </div>
            { table(&page) }
        </div>
    }
}

/// Returns the view with a region; `None` stands for all places of the results.
fn showing(region: Option<Region>) -> Exploration {
    let places = Exploration::from(ExplorationKind::Places);
    region.into_iter().fold(places, |places, region| places.with(AT, &region.text()))
}

/// The content of the view.
struct PlacesPage<'a> {
    app: &'a AppContext,
    view: &'a View,
    counts: &'a PlaceCounts,
    region: Region,
}

impl PlacesPage<'_> {
    /// Returns the items of the view that mention a place. A second filter by place would give more
    /// items, so it is part of the query then.
    fn route(&self, name: &'static str) -> Route {
        let mut view = self.view.clone();
        if !self.is_chosen(name) {
            if view.filters.iter().any(|filter| filter.facet == Facet::Place) {
                // Printing closes what is open in the query of the view.
                let query = cuttings_search::Query::parse(view.query.as_str()).text();
                // The parser takes a quotation mark for the end of the name.
                let name = name.replace('"', " ");
                let both = [&*query, " ", Facet::Place.key(), ":\"", &name, "\""].concat();
                view.query = Query::from(both.trim());
            } else {
                view.filters.insert(Filter { facet: Facet::Place, value: name.into() });
            }
        }
        Route::Results(view)
    }

    /// Returns whether the view is limited to a place.
    fn is_chosen(&self, name: &str) -> bool {
        let mut filters = self.view.filters.iter();
        filters.any(|filter| filter.facet == Facet::Place && &*filter.value == name)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::fixture;
    use crate::prerender::Prerenderer;
    use crate::store::library::Library;

    /// Renders the view of an edition at a query string.
    fn html(library: &Library, search: &str) -> String {
        Prerenderer::new(library).html(&library.route("places/", search)).unwrap()
    }

    #[test]
    fn circles_and_cells_lead_to_their_items() {
        let html = html(&fixture::on_the_map(), "");
        assert_eq!(html.matches("href=\"./?place=Kyiv\"").count(), 2);
        assert!(html.contains("<title>Kyiv, Ukraine: 2 items</title>"), "{html}");
        assert!(html.contains("Places on the map: 3. Most mentioned: Kyiv, Ukraine: 2 items."));
    }

    #[test]
    fn a_query_and_filters_stay() {
        let library = fixture::on_the_map();
        let with_query = html(&library, "q=%22ferry");
        assert!(with_query.contains("href=\"./?q=%22ferry&amp;place=Kyiv\""), "{with_query}");
        let chosen = html(&library, "place=Kyiv");
        let both = "href=\"./?q=place%3A%22Odesa%22&amp;place=Kyiv\"";
        assert_eq!(chosen.matches(both).count(), 2, "{chosen}");
        assert!(chosen.contains("class=\"town chosen\""));
    }

    #[test]
    fn ambiguous_places_and_those_without_a_point_say_so() {
        let html = html(&fixture::on_the_map(), "");
        assert!(html.contains("Georgia*"), "{html}");
        assert!(html.contains("Several places have this name"));
        assert!(html.contains("Not on the map"));
        assert!(html.contains("href=\"./?place=Norden\""));
    }

    #[test]
    fn an_address_has_a_region() {
        let library = fixture::on_the_map();
        let map_of = |html: &str| {
            let start = html.find("class=\"outlines\"").unwrap();
            html[start..start + 100].to_owned()
        };
        let near_kyiv = html(&library, "at=30,50,20");
        assert!(near_kyiv.contains("viewBox=\"200 "), "{near_kyiv}");
        let damaged = html(&library, "at=30,x");
        assert_eq!(map_of(&damaged), map_of(&html(&library, "")));
    }

    #[test]
    fn names_without_a_point_need_no_map() {
        let html = html(&fixture::library(), "q=norden");
        assert!(html.contains("Not on the map") && !html.contains("class=\"map"), "{html}");
    }

    #[test]
    fn items_without_places_say_so() {
        let html = html(&fixture::on_the_map(), "q=zzzz");
        assert!(html.contains("mention no place"), "{html}");
    }
}
