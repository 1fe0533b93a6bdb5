//! Results folded by story: which of them tell the same.

use crate::store::library::Library;
use crate::store::results::Results;
use cuttings_edition::{ItemId, StoryId};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Results folded by story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folds {
    /// The stories with a result.
    pub(super) stories: Vec<Fold>,
    /// The results that tell no story with others, in their order.
    pub(super) others: Vec<ItemId>,
}

/// The results that tell one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fold {
    /// The story.
    pub(super) story: StoryId,
    /// Its items among the results, at least one: in the order of the story, or, with a query, in
    /// that of the results.
    pub(super) items: Vec<ItemId>,
}

impl Fold {
    /// Sorts the items in the order of the story.
    fn sort(&mut self, library: &Library) {
        let Some(story) = library.story(self.story) else { return };
        let place = |item: &ItemId| story.items.iter().position(|it| it == item);
        self.items.sort_by_cached_key(place);
    }
}

impl Folds {
    /// Folds results. With a query, the story of the best result comes first; otherwise that with
    /// the most results.
    ///
    /// `of_items` has the story of each item of the edition.
    pub(super) fn of(
        library: &Library,
        of_items: &[Option<StoryId>],
        results: &Results,
        has_query: bool,
    ) -> Folds {
        let mut folds = Folds::default();
        let mut places: HashMap<u32, usize> = HashMap::new();
        for item in results.items.iter() {
            let Some(story) = of_items.get(item.as_usize()).copied().flatten() else {
                folds.others.push(*item);
                continue;
            };
            let place = *places.entry(story.0).or_insert(folds.stories.len());
            match folds.stories.get_mut(place) {
                Some(fold) => fold.items.push(*item),
                None => folds.stories.push(Fold { story, items: vec![*item] }),
            }
        }
        if !has_query {
            folds.stories.sort_by_key(|fold| Reverse(fold.items.len()));
            folds.stories.iter_mut().for_each(|fold| fold.sort(library));
        }
        folds
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::view::View;

    fn folds(search: &str) -> (Library, Vec<Vec<String>>, Vec<String>) {
        let library = fixture::library_with_stories();
        let route = library.route("", search);
        let view = route.view().cloned().unwrap_or_else(View::default);
        let results = Results::search(&library, &view, library.len());
        let folds =
            Folds::of(&library, &library.stories_of_items(), &results, !view.query.is_blank());
        let title = |item: &ItemId| library.item(*item).unwrap().title().to_owned();
        let stories = folds.stories.iter().map(|it| it.items.iter().map(title).collect());
        let stories = stories.collect();
        let others = folds.others.iter().map(title).collect();
        (library, stories, others)
    }

    #[test]
    fn the_largest_story_comes_first() {
        let (_, stories, others) = folds("");
        assert_eq!(stories.len(), 1);
        assert_eq!(
            stories[0],
            [
                "Ferry sinks off Norden",
                "Forty saved as ferry sinks",
                "Divers find the ferry of Norden"
            ]
        );
        assert_eq!(others, ["Cocoa harvest ends early"]);
    }

    #[test]
    fn a_query_folds_what_it_finds() {
        let (_, stories, others) = folds("q=fishermen");
        assert_eq!(stories, [["Forty saved as ferry sinks"]]);
        assert!(others.is_empty());
    }
}
