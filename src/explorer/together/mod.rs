//! Together: the names that are in the same items, as a network, as a matrix, and as a table of
//! pairs. Each pair leads to the sentences that have both names.

mod clusters;
mod graph;
mod layout;
mod matrix;
mod network;
mod pair;
mod table;

use self::graph::NetworkGraph;
use self::matrix::matrix;
use self::network::Network;
use self::pair::PairView;
use self::table::table;
use crate::components::link::link;
use crate::context::{AppContext, use_app};
use crate::explored_page::ExploredPage;
use crate::route::Route;
use crate::store::exploration::{Exploration, ExplorationKind};
use crate::store::facet::Facet;
use crate::store::library::Library;
use crate::store::text::{labelled, listed};
use crate::store::view::View;
use cuttings_edition::{EntityId, EntityKind};
use std::rc::Rc;
use yew::prelude::*;

/// The parameter that names one of the two names of a pair, such as "person:Ada Berg". An address
/// has two of them.
const PAIR: &str = "pair";

/// The parameter that says how the view shows the names, and its only value: without it, as a
/// network.
const AS: &str = "as";
const MATRIX: &str = "matrix";

/// The names that are in the same items.
#[component]
pub(super) fn TogetherView(props: &ExploredPage) -> Html {
    let app = use_app();
    let ExploredPage { exploration, view, results, ui } = props;
    let network = use_memo((app.library.clone(), Rc::clone(results)), |(library, results)| {
        has_names(library).then(|| Rc::new(Network::new(library, results)))
    });
    let pair = use_memo((app.library.clone(), exploration.clone()), |(library, exploration)| {
        pair_of(library, exploration)
    });
    let pair = *pair;
    let is_matrix = exploration.values(AS).any(|value| value == MATRIX);
    let shown = Shown { is_matrix, pair };
    // The page says that the names are on their way.
    let Some(network) = Option::as_ref(&network) else {
        return html! { <div class="together"></div> };
    };
    if network.pairs.is_empty() && pair.is_none() {
        return html! { <p>{ msg!("no-pairs") }</p> };
    }
    let to = |is_matrix| Route::Explore {
        exploration: Shown { is_matrix, pair }.exploration(&app.library),
        view: view.clone(),
    };
    let forms = [(false, msg!("network")), (true, msg!("matrix"))].map(|(form, label)| {
        let is_current = form == is_matrix;
        html! {
            <li>
                if is_current {
                    <span aria-current="true">{ label }</span>
                } else {
                    { link(&app, to(form), label) }
                }
            </li>
        }
    });
    html! {
        <div class="together">
            if !network.pairs.is_empty() {
                <ul role="list" class="forms" aria-label={msg!("show")}>{ for forms }</ul>
                if is_matrix {
                    { matrix(&app, network, view, shown) }
                } else {
                    <NetworkGraph network={Rc::clone(network)} view={view.clone()} {shown} />
                }
            }
            // Always one node, so that the table after it stays open.
            <div>
                if let Some(pair) = pair {
                    <PairView
                        {pair}
                        view={view.clone()}
                        results={Rc::clone(results)}
                        shown={ui.shown}
                        all={Shown { is_matrix, pair: None }.exploration(&app.library)}
                    />
                }
            </div>
            if !network.pairs.is_empty() {
                { table(&app, network, view, shown) }
            }
        </div>
    }
}

/// The part of the view that its parameters say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    /// True for the matrix, false for the network.
    is_matrix: bool,
    /// The pair whose sentences are shown.
    pair: Option<[EntityId; 2]>,
}

impl Shown {
    /// Returns the view with these parameters.
    fn exploration(self, library: &Library) -> Exploration {
        let mut exploration = Exploration::from(ExplorationKind::Together);
        if self.is_matrix {
            exploration = exploration.with(AS, MATRIX);
        }
        for entity in self.pair.into_iter().flatten() {
            let value = [entity.kind.name(), ":", name_of(library, entity)].concat();
            exploration = exploration.with(PAIR, &value);
        }
        exploration
    }

    /// Returns the route to the sentences of a pair.
    fn route(self, library: &Library, pair: [EntityId; 2], view: &View) -> Route {
        let shown = Shown { pair: Some(sorted(pair)), ..self };
        Route::Explore { exploration: shown.exploration(library), view: view.clone() }
    }
}

/// Returns the two names of an address, if the edition has them.
fn pair_of(library: &Library, exploration: &Exploration) -> Option<[EntityId; 2]> {
    let mut entities = exploration.values(PAIR).filter_map(|value| {
        let (kind, name) = value.split_once(':')?;
        let kind = EntityKind::ALL.into_iter().find(|it| it.name() == kind)?;
        library.entity_at(Facet::of_kind(kind), name)
    });
    let (one, other) = (entities.next()?, entities.next()?);
    (one != other).then_some([one, other])
}

/// Returns whether the names of all items have arrived. If not, they are noted as missing.
fn has_names(library: &Library) -> bool {
    let facets = EntityKind::ALL.into_iter().filter_map(|it| library.index().facet(it.facet()));
    let facets: Vec<_> = facets.collect();
    let is_there = facets.iter().all(|facet| facet.is_there());
    if !is_there {
        facets.iter().for_each(|facet| {
            facet.touch_documents();
        });
    }
    is_there
}

fn name_of(library: &Library, entity: EntityId) -> &'static str {
    library.entity(entity).map_or("", |entity| entity.name)
}

/// Returns two names in words: "Ada Berg and Norden".
fn pair_text(library: &Library, pair: [EntityId; 2]) -> String {
    listed(&pair.map(|entity| name_of(library, entity)))
}

/// Returns a pair in the order in which addresses and texts have it.
fn sorted(mut pair: [EntityId; 2]) -> [EntityId; 2] {
    pair.sort_unstable();
    pair
}

/// Returns two names with the number of their items: "Ada Berg and Norden: 3 items".
fn counted_pair(library: &Library, pair: [EntityId; 2], items: u32) -> String {
    labelled(&pair_text(library, sorted(pair)), &msg!("items", count = items as usize))
}

/// Returns the class by which the label of a name tells its kind.
fn kind_class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "is-person",
        EntityKind::Place => "is-place",
        EntityKind::Organisation => "is-organisation",
        EntityKind::Weapon => "is-weapon",
    }
}

/// Returns a link to the page of an entity.
fn entity_link(app: &AppContext, entity: EntityId, view: &View) -> Html {
    link(app, app.library.entity_route(entity, view), name_of(&app.library, entity))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use crate::fixture;
    use crate::prerender::Prerenderer;
    use crate::store::library::Library;

    /// Renders the view of an edition at a query string.
    fn html(library: &Library, search: &str) -> String {
        let html = Prerenderer::new(library).html(&library.route("together/", search)).unwrap();
        html.replace("%3A", ":")
    }

    const OF_PAIR: &str = "pair=person:Ada+Berg&amp;pair=place:Norden#p1";

    #[test]
    fn names_lead_to_their_pages_and_pairs_to_their_sentences() {
        let html = html(&fixture::named_together(), "");
        // Two pictures and the table.
        assert_eq!(html.matches("href=\"./names/?name=person:Ada+Berg\"").count(), 3, "{html}");
        assert_eq!(html.matches(OF_PAIR).count(), 3, "{html}");
        assert!(html.contains("Ada Berg and Norden: 3 items"));
    }

    #[test]
    fn a_pair_has_its_sentences() {
        let html = html(&fixture::named_together(), "pair=person:Ada+Berg&pair=place:Norden");
        let text = html.replace("<mark>", "").replace("</mark>", "");
        assert!(text.contains("Ada Berg left Norden at dawn."), "{text}");
        assert!(!text.contains("Nobody else was there."), "{text}");
        assert!(text.contains("Not in one sentence"), "{text}");
    }

    #[test]
    fn a_matrix_has_a_cell_for_each_pair() {
        let html = html(&fixture::named_together(), "as=matrix");
        let of_pair = ["as=matrix&amp;", OF_PAIR].concat();
        // Two cells and the table.
        assert_eq!(html.matches(&of_pair).count(), 3, "{html}");
        assert!(!html.contains("<svg class=\"network"));
    }

    #[test]
    fn unknown_pairs_are_ignored() {
        for search in
            ["pair=person:Ada+Berg", "pair=person:Nobody&pair=place:Norden", "pair=&pair="]
        {
            let html = html(&fixture::named_together(), search);
            assert!(!html.contains("pair-sentences"), "{search}");
        }
        let nothing = html(&fixture::dated(), "pair=x");
        assert!(nothing.contains("No two names"), "{nothing}");
    }
}
