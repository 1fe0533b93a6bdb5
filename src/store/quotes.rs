//! The blocks of an article that are mostly quotes.

use super::library::Library;
use cuttings_edition::{ItemId, TextId};

/// Returns the numbers, from 1, of the blocks of an item of which quotes make up more than half.
pub fn quoted_blocks(library: &Library, item: ItemId) -> Vec<u32> {
    let mut quoted: Vec<(u32, usize)> = Vec::new();
    let quotes = library.quotes(item).filter(|quote| quote.is_speech);
    for piece in quotes.flat_map(|quote| quote.pieces) {
        let TextId::Block(block) = piece.text else { continue };
        match quoted.last_mut() {
            Some((last, length)) if *last == block => *length += piece.range.len(),
            _ => quoted.push((block, piece.range.len())),
        }
    }
    let block_length = |block| library.text(item, TextId::Block(block)).len();
    quoted
        .iter()
        .filter(|(block, length)| length * 2 > block_length(*block))
        .map(|(block, _)| block + 1)
        .collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn blocks_with_few_quoted_words_are_not_quoted_blocks() {
        let library = fixture::two_articles();
        assert_eq!(quoted_blocks(&library, ItemId(0)), [1]);
        assert!(quoted_blocks(&library, ItemId(1)).is_empty());
    }
}
