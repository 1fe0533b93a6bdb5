//! The reasons why two articles are related, in words.

use super::library::Library;
use super::text::listed;
use cuttings_edition::{ItemId, Related};

/// Returns the reason why `related` goes with `item`: the entities that both mention, then the
/// words that both discuss.
pub fn reason(library: &Library, item: ItemId, related: &Related) -> String {
    let names: Vec<&str> = related
        .entities
        .iter()
        .filter_map(|&entity| library.entity(entity))
        .map(|entity| entity.name)
        .collect();
    let words: Vec<&str> = related.words.iter().map(|span| library.text_at(item, span)).collect();
    match (&listed(&names)[..], &listed(&words)[..]) {
        ("", "") => String::new(),
        (names, "") => msg!("both-mention", names = names),
        ("", words) => msg!("both-discuss", words = words),
        (names, words) => msg!("both-mention-and-discuss", names = names, words = words),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn reason_names_shared_entities_and_words() {
        let library = fixture::two_articles();
        let item = ItemId(0);
        let related = library.related(item);
        let reasons: Vec<String> =
            related.iter().map(|related| reason(&library, item, related)).collect();
        assert!(reasons[0].starts_with("Both mention Ada Okonkwo"), "{reasons:?}");
        let none = Related { item, entities: Vec::new(), words: Vec::new() };
        assert_eq!(reason(&library, item, &none), "");
        let span = library.mentions(item).next().unwrap().span;
        let words = Related { words: vec![span], ..none };
        assert_eq!(reason(&library, item, &words), "Both discuss Ada Okonkwo");
    }
}
