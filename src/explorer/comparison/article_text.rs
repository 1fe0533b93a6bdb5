//! The text of an article as the tokens and sentences that comparing needs, made when the page
//! opens: an edition does not have them.

use crate::store::library::Library;
use cuttings_edition::{Article, ItemId, TextId, TextSpan};
use cuttings_search::sentences;
use cuttings_stories::{Block, Document, Place, Token};
use std::ops::Range;

/// An article with its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::explorer) struct ArticleText {
    /// The title, the standfirst, which may be empty, and the blocks. Code and tables are empty.
    pub(in crate::explorer) document: Document,
    /// For each of the document's blocks, the bytes of its sentences.
    sentences: Vec<Vec<Range<usize>>>,
}

impl ArticleText {
    /// Reads an article. A teaser has no text.
    pub(in crate::explorer) fn read(library: &Library, item: ItemId) -> ArticleText {
        let Some(article) = library.article_with_id(item) else { return ArticleText::default() };
        let standfirst = std::iter::once(article.standfirst().unwrap_or_default());
        ArticleText::new(article.title(), standfirst.chain(prose(&article)))
    }

    /// Makes the text of an article of its title, and of its standfirst, which may be empty, and
    /// its blocks.
    pub(in crate::explorer) fn new<'t>(
        title: &str,
        texts: impl Iterator<Item = &'t str>,
    ) -> ArticleText {
        let mut text = ArticleText::default();
        text.document.title = Block::new(title);
        for prose in texts {
            let block = Block::new(prose);
            text.sentences.push(sentence_bytes(&block, prose));
            text.document.blocks.push(block);
        }
        text
    }

    /// Returns the document without its title, for a comparison of bodies.
    pub(in crate::explorer) fn body(&self) -> Document {
        Document { title: Block::default(), ..self.document.clone() }
    }

    /// Returns the sentences of the standfirst and the blocks, in reading order.
    pub(in crate::explorer) fn places(&self) -> impl Iterator<Item = Place> {
        let blocks = self.sentences.iter().zip(1..);
        blocks.flat_map(|(sentences, block)| {
            (0..sentences.len() as u32).map(move |sentence| Place { block, sentence })
        })
    }

    /// Returns the place of a sentence in the article's texts; `None` for a sentence of the title.
    pub(in crate::explorer) fn span(&self, place: Place) -> Option<TextSpan> {
        let block = place.block.checked_sub(1)?;
        let range = self.sentences.get(block as usize)?.get(place.sentence as usize)?.clone();
        // The first block of the document is the standfirst.
        let text = block.checked_sub(1).map_or(TextId::Standfirst, TextId::Block);
        Some(TextSpan { text, range })
    }

    /// Returns the tokens of a sentence.
    pub(in crate::explorer) fn tokens(&self, place: Place) -> &[Token] {
        let block = place.block.checked_sub(1);
        let block = block.and_then(|block| self.document.blocks.get(block as usize));
        let tokens = block.and_then(|block| {
            let range = block.sentences.get(place.sentence as usize)?;
            block.tokens.get(range.start as usize..range.end as usize)
        });
        tokens.unwrap_or_default()
    }
}

fn prose(article: &Article<'static>) -> impl Iterator<Item = &'static str> {
    article.blocks().map(|block| if block.is_prose() { block.text() } else { "" })
}

/// Returns the bytes of each sentence of a block. Those without a word, such as a dash between two
/// paragraphs, belong to the sentence before them, or to the first, so that no text is lost.
fn sentence_bytes(block: &Block, text: &str) -> Vec<Range<usize>> {
    let mut starts = block.sentences.iter().map(|tokens| {
        block.tokens.get(tokens.start as usize).map_or(0, |token| token.start as usize)
    });
    let mut next = starts.next();
    let mut bytes: Vec<Range<usize>> = Vec::new();
    let mut before: Option<usize> = None;
    for sentence in sentences(text) {
        if next.is_some_and(|start| start < sentence.end) {
            next = starts.next();
            bytes.push(before.take().unwrap_or(sentence.start)..sentence.end);
        } else if let Some(last) = bytes.last_mut() {
            last.end = sentence.end;
        } else {
            before.get_or_insert(sentence.start);
        }
    }
    bytes
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use cuttings_corpus::{Block as Body, BlockKind};
    use proptest::prelude::*;

    fn text_of(library: &Library, item: ItemId, span: &TextSpan) -> &'static str {
        &library.text(item, span.text)[span.range.clone()]
    }

    #[test]
    fn sentences_have_their_bytes() {
        let code = Body::new(BlockKind::Code { language: None }, "let x = 1;");
        let paragraph = Body::paragraph("A ferry sank. — “Forty were on board,” she said. Why?");
        let (library, item) = fixture::body_of(vec![code, paragraph]);
        let text = ArticleText::read(&library, item);
        let spans: Vec<TextSpan> = text.places().filter_map(|place| text.span(place)).collect();
        assert!(spans.iter().all(|span| span.text == TextId::Block(1)));
        let found: Vec<&str> = spans.iter().map(|span| text_of(&library, item, span)).collect();
        assert!(found[0].starts_with("A ferry sank."), "{found:?}");
        assert_eq!(found.last().map(|it| it.trim()), Some("Why?"));
        assert!(text.places().all(|place| !text.tokens(place).is_empty()));
    }

    #[test]
    fn a_teaser_and_an_absent_item_have_no_sentences() {
        let library = fixture::library();
        for item in [ItemId(3), ItemId(99)] {
            assert_eq!(ArticleText::read(&library, item).places().count(), 0);
        }
    }

    proptest! {
        /// Each sentence of a document has bytes, and those of a text follow each other.
        #[test]
        fn no_sentence_is_lost(text in "\\PC{0,80}") {
            let block = Block::new(&text);
            let bytes = sentence_bytes(&block, &text);
            prop_assert_eq!(bytes.len(), block.sentences.len());
            prop_assert!(bytes.iter().all(|range| text.get(range.clone()).is_some()));
            prop_assert!(bytes.windows(2).all(|two| two[0].end <= two[1].start));
            if !bytes.is_empty() {
                let kept: usize = bytes.iter().map(|range| range.len()).sum();
                let all: usize = sentences(&text).into_iter().map(|range| range.len()).sum();
                prop_assert!(kept >= all, "{} of {} bytes", kept, all);
            }
        }
    }
}
