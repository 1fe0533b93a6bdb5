//! Articles as the documents that `cuttings-stories` compares, and their sentences as text.

use crate::store::library::Library;
use cuttings_edition::{Article, ItemId, TextId, TextSpan};
use cuttings_search::sentences;
use cuttings_stories::{Block, Document, Place};
use std::ops::Range;

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its place; `None` if it has no word, so that it is not compared.
    pub(super) place: Option<Place>,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

/// Returns an article as a document. Its blocks have the numbers of the texts in the edition: code
/// and tables are empty.
pub(super) fn document(library: &Library, item: ItemId) -> Document {
    let Some(article) = library.article_with_id(item) else { return Document::default() };
    let blocks = std::iter::once(article.standfirst().unwrap_or_default());
    let blocks = blocks.chain(prose(&article));
    Document {
        title: Block::new(article.title()),
        blocks: blocks.map(Block::new).collect(),
        day: None,
    }
}

fn prose(article: &Article<'static>) -> impl Iterator<Item = &'static str> {
    article.blocks().map(|block| if block.is_prose() { block.text() } else { "" })
}

/// Returns the texts of an article that have sentences, each with its number in the edition: the
/// title is left out.
pub(super) fn texts(article: &Article<'static>) -> Vec<(u32, &'static str)> {
    let texts = std::iter::once(article.standfirst().unwrap_or_default()).chain(prose(article));
    texts
        .zip(1..)
        .map(|(text, number)| (number, text))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// Returns the sentences of a text of a document.
pub(super) fn sentences_of(document: &Document, number: u32, text: &str) -> Vec<Sentence> {
    let block = match number.checked_sub(1) {
        None => Some(&document.title),
        Some(block) => document.blocks.get(block as usize),
    };
    let mut numbered = block.into_iter().flat_map(|block| {
        let starts = block.sentences.iter().map(|sentence| {
            block.tokens.get(sentence.start as usize).map_or(0, |token| token.start as usize)
        });
        starts.zip(0..)
    });
    let mut next = numbered.next();
    let mut all = Vec::new();
    for range in sentences(text) {
        let place = next.filter(|(start, _)| range.contains(start)).map(|(_, sentence)| {
            next = numbered.next();
            Place { block: number, sentence }
        });
        all.push(Sentence { place, range });
    }
    all
}

/// Returns the sentences at some places in reading order, without those of the title.
pub(super) fn spans(
    library: &Library,
    item: ItemId,
    document: &Document,
    places: &[Place],
) -> Vec<TextSpan> {
    let mut spans = Vec::new();
    for places in places.chunk_by(|one, other| one.block == other.block) {
        let Some(number) = places.first().map(|place| place.block) else { continue };
        let text = match number {
            0 => continue,
            1 => TextId::Standfirst,
            _ => TextId::Block(number - 2),
        };
        let sentences = sentences_of(document, number, library.text(item, text));
        let is_wanted =
            |it: &Sentence| it.place.is_some_and(|it| places.binary_search(&it).is_ok());
        let wanted = sentences.into_iter().filter(is_wanted);
        spans.extend(wanted.map(|Sentence { range, .. }| TextSpan { text, range }));
    }
    spans
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sentences_have_their_places() {
        let text = "A ferry sank. — “Forty were on board,” she said. Divers came.";
        let document = Document { blocks: vec![Block::new(text)], ..Document::default() };
        let sentences = sentences_of(&document, 1, text);
        let placed: Vec<(&str, u32)> = sentences
            .iter()
            .filter_map(|it| Some((&text[it.range.clone()], it.place?.sentence)))
            .collect();
        assert_eq!(placed.first(), Some(&("A ferry sank.", 0)));
        assert_eq!(placed.last(), Some(&("Divers came.", 2)));
    }

    proptest! {
        /// Every sentence of a document is found in the text.
        #[test]
        fn no_sentence_is_lost(text in "\\PC{0,80}") {
            let document = Document { blocks: vec![Block::new(&text)], ..Document::default() };
            let found = sentences_of(&document, 1, &text);
            let places = found.iter().filter_map(|it| it.place).count();
            prop_assert_eq!(places, document.blocks[0].sentences.len());
        }
    }
}
