//! The sentences and names that each article of a story adds to those before it.

use crate::explorer::comparison::article_text::ArticleText;
use crate::store::entities::entities_by_mentions;
use crate::store::library::Library;
use cuttings_edition::{EntityId, ItemId, TextSpan};
use cuttings_stories::{Document, new_sentences};

/// The additions of an item of a story to those before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Novelty {
    /// The sentences that no item before it has, in reading order, without those of the title.
    pub(super) sentences: Vec<TextSpan>,
    /// The entities that no item before it mentions: by kind, the most mentioned first.
    pub(super) entities: Vec<EntityId>,
}

/// Returns what each item of a story adds.
pub(super) fn novelties(library: &Library, items: &[ItemId]) -> Vec<Novelty> {
    let texts = items.iter().map(|item| ArticleText::read(library, *item));
    let texts: Vec<ArticleText> = texts.collect();
    let documents: Vec<&Document> = texts.iter().map(|text| &text.document).collect();
    let new = new_sentences(&documents);
    let mut known: Vec<EntityId> = Vec::new();
    let novelties = items.iter().zip(&texts).zip(new).map(|((item, text), places)| {
        let sentences = places.into_iter().filter_map(|place| text.span(place)).collect();
        let mut entities: Vec<EntityId> =
            entities_by_mentions(library, *item).iter().map(|count| count.entity()).collect();
        entities.retain(|entity| !known.contains(entity));
        known.extend(&entities);
        Novelty { sentences, entities }
    });
    novelties.collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_item_adds_what_no_earlier_one_has() {
        let library = fixture::library_with_stories();
        let story = library.stories().next().unwrap();
        let novelties = novelties(&library, &story.items);
        assert_eq!(novelties.len(), story.items.len());
        let text = |place: usize| -> String {
            let item = story.items[place];
            let spans = novelties[place].sentences.iter();
            spans.map(|it| &library.text(item, it.text)[it.range.clone()]).collect()
        };
        let sunk = "sank off Norden";
        assert!(text(0).contains(sunk), "{}", text(0));
        assert!(!text(1).contains(sunk), "{}", text(1));
        assert!(text(1).contains("Fishermen saved"), "{}", text(1));
        let all: Vec<EntityId> = novelties.iter().flat_map(|it| it.entities.clone()).collect();
        let mentioned = story.items.iter().flat_map(|item| library.mentions(*item));
        for mention in mentioned {
            let count = all.iter().filter(|it| **it == mention.entity).count();
            assert_eq!(count, 1, "each name is mentioned first once");
        }
    }
}
