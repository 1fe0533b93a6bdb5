//! The state of a page whose edition arrives in parts: it shows a change when the parts for it are
//! there, and knows those that it waits for.

use super::app_state::AppState;
use super::loading::{FIRST_RESULTS, LoadingAction};
use super::reads::{
    MOST_OF_FACET, absent_text, touch_article, touch_card, touch_facet, touch_facets,
};
use super::result_presence::{PresentResults, ResultPresence};
use super::results::closest_articles;
use super::ui_state::UiState;
use crate::route::Route;
use cuttings_parts::PartId;
use std::collections::BTreeSet;
use std::rc::Rc;

impl AppState {
    /// Returns the state of the interface that the reader asked for last.
    pub fn requested_ui(&self) -> &Rc<UiState> {
        self.loading.requested.as_ref().unwrap_or(&self.ui)
    }

    /// Returns the state after a change to what is there.
    pub(super) fn reduce_loading(&self, action: LoadingAction) -> AppState {
        let mut next = self.clone();
        match action {
            LoadingAction::Arrived => {
                let has_missed = self.has_all(&self.loading.missed);
                let facets = self.library.facets_there();
                if has_missed && !self.loading.missed.is_empty() || facets != self.loading.facets {
                    next.library = self.library.revised();
                    next.loading.facets = facets;
                }
                if has_missed {
                    next.loading.missed.clear();
                }
                next.ui = Rc::clone(self.requested_ui());
                let mut next = next.show_or_wait(self);
                // Another part may have arrived than the one that did not come.
                let lacks_wanted = !self.loading.is_waiting() && !next.loading.wanted.is_empty();
                let is_awaited = next.loading.is_waiting() || lacks_wanted;
                next.loading.failed = self.loading.failed && is_awaited;
                return next;
            }
            LoadingAction::Failed => {
                next.loading.failed = true;
                return next;
            }
            LoadingAction::Missed(parts) => {
                next.loading.missed.extend(parts);
                next.loading.missed.sort_unstable();
                next.loading.missed.dedup();
                // They may have arrived since the page was rendered.
                if self.has_all(&next.loading.missed) {
                    next.loading.missed.clear();
                    next.library = self.library.revised();
                }
                return next;
            }
            LoadingAction::Reached(results) => next.loading.reach = results,
            LoadingAction::Retried => {
                next.loading.failed = false;
                next.loading.attempts += 1;
                return next;
            }
        }
        next.ui = Rc::clone(self.requested_ui());
        next.show_or_wait(self)
    }

    fn has_all(&self, parts: &[PartId]) -> bool {
        parts.iter().all(|part| self.library.store().is_some_and(|store| store.has(*part)))
    }

    /// Returns this state if everything is there to show it, or else the state `before` that waits
    /// for the parts.
    pub(super) fn show_or_wait(mut self, before: &AppState) -> AppState {
        let library = self.library.clone();
        let ((), mut needed) = library.missing_for(|| self.update());
        let is_answered = needed.is_empty();
        needed.extend(library.missing_for(|| self.touch(is_answered)).1);
        needed.sort_unstable();
        needed.dedup();
        let mut next = Vec::new();
        if needed.is_empty() {
            self.loading.requested = None;
        } else {
            // The texts of results come together with their records.
            if is_answered {
                self.want_more();
                next = std::mem::take(&mut self.loading.wanted);
            }
            self.loading.requested = Some(std::mem::replace(&mut self.ui, Rc::clone(&before.ui)));
            self.restore_answer(before);
        }
        let is_new = needed != before.loading.needed;
        self.loading.failed &= !(is_new || needed.is_empty());
        self.loading.needed = needed;
        self.want_more();
        if !next.is_empty() {
            self.loading.wanted = next;
        }
        let needed = &self.loading.needed;
        self.loading.wanted.retain(|part| !needed.contains(part));
        self
    }

    /// Reads what the page needs before it can be shown. A search that lacks parts may have found
    /// anything, so its results are not read.
    pub fn touch(&self, is_answered: bool) {
        let AppState { library, ui, .. } = self;
        let results = self.results();
        match &ui.route {
            Route::Results(_) if !is_answered => {}
            Route::Results(view) => {
                let first = results.items.iter().take(FIRST_RESULTS);
                first.for_each(|item| touch_card(library, *item));
                // Without a query the published page shows counts, and names on cards. If one part
                // has what tells them, the page waits for it, so that none vanishes for a moment.
                if view.query.is_blank()
                    && library.missing_for(|| touch_facets(library)).1.len() == 1
                {
                    touch_facets(library);
                }
            }
            Route::Article { slug, view } => match library.article(slug.as_str()) {
                Some(article) => touch_article(library, &article, view, results),
                // Its record may not be there yet.
                None if !library.missing_for(|| library.article(slug.as_str())).1.is_empty() => {}
                None => drop(closest_articles(library, slug.as_str())),
            },
            // Other pages show what is there.
            Route::Section { .. }
            | Route::Explore { .. }
            | Route::Entity { .. }
            | Route::NotFound { .. } => {}
        }
    }

    /// Finds the results whose records and texts are there, and the parts with those of the first
    /// others and with the facets.
    pub(super) fn want_more(&mut self) {
        let AppState { library, ui, .. } = &*self;
        let (mut wanted, mut ahead) = (Vec::new(), Vec::new());
        let mut presence = Vec::new();
        if let Route::Results(view) = &ui.route
            && let Some(store) = library.store()
        {
            let is_list = self.user_data.preferences.is_list();
            let all = self.results().items.iter().take(ui.shown);
            for (number, item) in all.enumerate() {
                let record = library.missing_for(|| touch_card(library, *item)).1;
                let text =
                    if is_list { Vec::new() } else { absent_text(library, store, *item, view) };
                presence.push(match (record.is_empty(), text.is_empty()) {
                    (false, _) => ResultPresence::Absent,
                    (true, false) => ResultPresence::Record,
                    (true, true) => ResultPresence::Text,
                });
                if number < self.loading.reach {
                    wanted.extend(record);
                    wanted.extend(text);
                } else {
                    ahead.extend(record);
                }
            }
            let lacks_results = !wanted.is_empty();
            for facet in library.facets() {
                let is_asked_for = ui.expanded_facets.contains(&facet)
                    || ui.facet_queries.iter().any(|(searched, _)| *searched == facet);
                let (len, lacks) = library.missing_for(|| touch_facet(library, facet));
                if is_asked_for || len <= MOST_OF_FACET && !lacks_results {
                    wanted.extend(lacks);
                } else {
                    ahead.extend(lacks);
                }
            }
        }
        for parts in [&mut wanted, &mut ahead] {
            let mut known = BTreeSet::new();
            parts.retain(|part| known.insert(*part));
        }
        self.loading.wanted = wanted;
        self.loading.ahead = ahead;
        self.loading.presence = PresentResults::new(presence);
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture::{self, Parts};
    use crate::route::Slug;
    use crate::store::app_state::AppAction;
    use crate::store::library::Library;
    use crate::store::results::Results;
    use crate::store::ui_state::UiAction;
    use crate::store::user_data::UserData;
    use crate::store::view::View;
    use cuttings_edition_builder::PartSizes;
    use yew::Reducible as _;

    /// Opens the results with what their first page needs.
    fn opened(parts: &Parts) -> Rc<AppState> {
        loop {
            let library = Library::open_in_parts(parts.store, None).unwrap();
            let missing = parts.store.take_missing();
            let ui = UiState::opened_at(Route::default());
            let (state, lacks) = AppState::new_in_parts(&library, ui, UserData::default());
            if missing.is_empty() && lacks.is_empty() {
                return Rc::new(state);
            }
            parts.insert(&[missing, lacks].concat());
        }
    }

    fn typed(state: &Rc<AppState>, text: &str) -> Rc<AppState> {
        let action = UiAction::QueryTyped { text: text.to_owned(), visible_capacity: 5 };
        Rc::clone(state).reduce(action.into())
    }

    fn after(state: &Rc<AppState>, action: LoadingAction) -> Rc<AppState> {
        Rc::clone(state).reduce(AppAction::Loading(action))
    }

    /// Lets parts arrive until the page shows what was asked for.
    fn arrived(parts: &Parts, mut state: Rc<AppState>) -> Rc<AppState> {
        while state.loading.requested.is_some() {
            assert!(!state.loading.needed.is_empty(), "it waits for nothing");
            parts.insert(&state.loading.needed);
            state = after(&state, LoadingAction::Arrived);
        }
        state
    }

    fn query(ui: &UiState) -> String {
        ui.route.view().unwrap().query.as_str().to_owned()
    }

    #[test]
    fn a_search_is_shown_when_its_parts_are_there() {
        let parts = fixture::in_parts();
        let before = opened(&parts);
        let waiting = typed(&before, "quay");
        assert!(waiting.is_incomplete());
        assert!(Rc::ptr_eq(waiting.results(), before.results()));
        assert_eq!(
            (query(&waiting.ui), query(waiting.requested_ui())),
            (String::new(), "quay".into())
        );
        let shown = arrived(&parts, waiting);
        assert_eq!((query(&shown.ui), shown.results().total), ("quay".into(), 1));
        assert!(!shown.loading.is_waiting());
    }

    #[test]
    fn texts_are_wanted_together_with_the_records() {
        // The head has what each search reads, and one part has all terms.
        let (index, head) = (10_000, 10_000);
        let sizes = PartSizes { index, head, records: 1, bodies: 1, front: 2, short_body: 0 };
        let parts = fixture::in_parts_of(sizes);
        let mut wanted = Vec::new();
        let state = loop {
            let library = Library::open_in_parts(parts.store, None).unwrap();
            let opening = parts.store.take_missing();
            let ui = UiState::opened_at(library.route("", "q=bicycle"));
            let (state, lacks) = AppState::new_in_parts(&library, ui, UserData::default());
            if opening.is_empty() && lacks.is_empty() {
                break state;
            }
            // The parts of the index come first. Until then nothing tells which items match.
            assert!(wanted.is_empty(), "the records came before the texts");
            wanted.clone_from(&state.loading.wanted);
            parts.insert(&[opening, lacks].concat());
        };
        let [item] = *state.results().items else { panic!("one article has the word") };
        assert_eq!(wanted.first(), parts.store.body_of(item.0).as_ref());
        parts.insert(&wanted);
        let shown = after(&Rc::new(state), LoadingAction::Arrived);
        assert!(shown.presence().of(0).has_text());
    }

    #[test]
    fn short_texts_come_with_the_records() {
        // The front has records without their texts, so there is none.
        let sizes = PartSizes { short_body: 10_000, front: 0, ..fixture::SMALL_PARTS };
        let parts = fixture::in_parts_of(sizes);
        let shown = arrived(&parts, typed(&opened(&parts), "ferry"));
        let results = shown.results();
        let texts: Vec<bool> =
            (0..results.items.len()).map(|number| shown.presence().of(number).has_text()).collect();
        assert_eq!(texts, [true, true, true]);
    }

    /// Lets everything arrive that a state wants, and what follows from it.
    fn settled(parts: &Parts, mut state: Rc<AppState>) -> Rc<AppState> {
        while !state.loading.wanted.is_empty() {
            parts.insert(&state.loading.wanted);
            state = arrived(parts, after(&state, LoadingAction::Arrived));
        }
        state
    }

    #[test]
    fn facets_are_counted_after_the_texts() {
        let parts = fixture::in_parts();
        // Between two keystrokes the counts stay.
        let shown = arrived(&parts, typed(&opened(&parts), "ferry"));
        let shown = arrived(&parts, Rc::clone(&shown).reduce(UiAction::MoreRequested.into()));
        assert!(!shown.presence().of(0).has_text());
        let sections = |state: &AppState| {
            let counts = &state.results().facets[0];
            let values = counts.shown(&state.library, 9, "").into_iter();
            values.map(|it| (it.value.to_string(), it.count)).collect::<Vec<_>>()
        };
        let [ferries, weather, elections] = ["Ferries", "Weather", "Elections"].map(str::to_owned);
        let labels = [ferries.clone(), weather.clone(), elections];
        assert_eq!(sections(&shown), labels.map(|label| (label, None)));
        let settled = settled(&parts, Rc::clone(&shown));
        assert!(settled.presence().of(0).has_text() && settled.library != shown.library);
        assert_eq!(sections(&settled), [(ferries, Some(2)), (weather, Some(1))]);
        let whole = fixture::library();
        let results = fixture::results(&whole, "q=ferry");
        assert_eq!(settled.results().facets, results.facets);
    }

    #[test]
    fn an_absent_facet_has_the_counts_of_its_first_values_without_a_query() {
        let parts = fixture::in_parts();
        let opened = opened(&parts);
        let whole = fixture::library();
        let all = Results::search(&whole, &View::default(), 60);
        assert!(opened.library.facets_there().iter().any(|[values, _]| !values));
        assert_eq!(opened.results().facets, all.facets);
        assert_eq!(opened.library.facets(), whole.facets());
    }

    #[test]
    fn an_address_keeps_filters_by_values_that_have_not_arrived() {
        let parts = fixture::articles_in_parts(20);
        let state = opened(&parts);
        let library = &state.library;
        let last = fixture::article_section(19);
        let ((), lacks) = library.missing_for(|| {
            let route = library.route("", &format!("section={last}"));
            assert_eq!(route.view().unwrap().filters.len(), 1);
        });
        assert!(!lacks.is_empty(), "the value is there");
        let shown =
            arrived(&parts, after_link(&state, library.route("", &format!("section={last}"))));
        assert_eq!(shown.results().total, 1);
    }

    #[test]
    fn records_after_the_first_results_come_ahead() {
        let parts = fixture::articles_in_parts(20);
        let state = opened(&parts);
        let count = state.results().items.len();
        let has_record = |state: &AppState, number| state.presence().of(number).has_record();
        assert!(count > 12 && has_record(&state, 0) && has_record(&state, 9));
        assert!(!has_record(&state, count - 1));
        let reached = after(&settled(&parts, state), LoadingAction::Reached(count - 1));
        assert!(!has_record(&reached, count - 2) && !reached.loading.wanted.is_empty());
        let settled = settled(&parts, reached);
        assert!(settled.presence().of(count - 2).has_text() && !has_record(&settled, count - 1));
        parts.insert(&settled.loading.ahead);
        let all = after(&settled, LoadingAction::Arrived);
        assert!(has_record(&all, count - 1) && !all.presence().of(count - 1).has_text());
    }

    #[test]
    fn an_address_of_an_article_needs_no_terms() {
        for slug in fixture::library().articles().map(|it| it.slug()) {
            let parts = fixture::in_parts();
            let terms = parts.store.term_starts().len();
            assert!(terms > 1, "the terms are in parts");
            loop {
                let library = Library::open_in_parts(parts.store, None).unwrap();
                let mut lacks = parts.store.take_missing();
                let ui = UiState::opened_at(library.route(&["article/", slug, "/"].concat(), ""));
                lacks.extend(AppState::new_in_parts(&library, ui, UserData::default()).1);
                if lacks.is_empty() {
                    break;
                }
                assert!(lacks.iter().all(|part| part.0 as usize > terms), "{slug}: {lacks:?}");
                parts.insert(&lacks);
            }
        }
    }

    #[test]
    fn a_later_search_replaces_one_that_waits() {
        let parts = fixture::in_parts();
        let waiting = typed(&typed(&opened(&parts), "quay"), "bicycle");
        let shown = arrived(&parts, waiting);
        assert_eq!((query(&shown.ui), shown.results().total), ("bicycle".into(), 1));
        // Both are one entry in the history, as when nothing is missing.
        assert_eq!(shown.ui.history_entries, 1);
    }

    #[test]
    fn batches_of_what_is_shown_go_on_while_a_search_waits() {
        let parts = fixture::in_parts();
        let mut before = AppState::clone(&opened(&parts));
        Rc::make_mut(&mut before.ui).render_limit = 1;
        let waiting = typed(&Rc::new(before), "quay");
        let next = Rc::clone(&waiting).reduce(UiAction::MoreRequested.into());
        assert!(next.ui.render_limit > waiting.ui.render_limit);
        assert_eq!(next.requested_ui(), waiting.requested_ui());
    }

    #[test]
    fn a_failure_is_said_until_the_part_has_come() {
        let parts = fixture::in_parts();
        let failed = after(&typed(&opened(&parts), "quay"), LoadingAction::Failed);
        assert!(failed.loading.failed && !failed.is_incomplete());
        let still = after(&failed, LoadingAction::Arrived);
        assert!(still.loading.failed, "another part has arrived");
        let retried = after(&still, LoadingAction::Retried);
        assert!(!retried.loading.failed && retried.is_incomplete());
        assert!(!arrived(&parts, after(&retried, LoadingAction::Failed)).loading.failed);
    }

    #[test]
    fn what_rendering_misses_makes_another_library() {
        let parts = fixture::in_parts();
        let state = opened(&parts);
        let last = PartId(parts.store.part_count());
        assert!(!parts.store.has(last));
        let missed = after(&state, LoadingAction::Missed(vec![last]));
        assert!(missed.is_incomplete() && missed.library == state.library);
        parts.insert(&[last]);
        let complete = after(&missed, LoadingAction::Arrived);
        assert!(!complete.is_incomplete() && complete.library != state.library);
        // The page may learn of it too late to wait.
        let late = after(&complete, LoadingAction::Missed(vec![last]));
        assert!(!late.is_incomplete() && late.library != complete.library);
    }

    #[test]
    fn a_text_is_there_as_a_whole() {
        let parts = fixture::in_parts();
        let library = opened(&parts).library.clone();
        let view = library.route("", "q=ferry").view().unwrap().clone();
        for article in library.articles() {
            parts.insert(&absent_text(&library, parts.store, article.id(), &view));
            let all = || article.blocks().map(|it| it.text().len()).sum::<usize>();
            let (bytes, lacks) = library.missing_for(all);
            assert!(bytes > 0 && lacks.is_empty(), "{}: {lacks:?}", article.slug());
        }
    }

    #[test]
    fn an_article_is_shown_as_a_whole() {
        for slug in fixture::library().articles().map(|it| it.slug()) {
            let parts = fixture::in_parts();
            let view = View::default();
            let route = Route::Article { slug: Slug::new(slug).unwrap(), view };
            let shown = arrived(&parts, after_link(&opened(&parts), route));
            let article = shown.library.article(slug).unwrap();
            let all =
                || article.blocks().map(|it| it.text().len() + it.marks().len()).sum::<usize>();
            let (bytes, lacks) = shown.library.missing_for(all);
            assert!(bytes > 0 && lacks.is_empty(), "{slug}: {lacks:?}");
        }
    }

    fn after_link(state: &Rc<AppState>, route: Route) -> Rc<AppState> {
        Rc::clone(state).reduce(UiAction::LinkFollowed(route).into())
    }
}
