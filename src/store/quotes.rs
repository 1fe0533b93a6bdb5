//! Quotes of the results, by speaker.

use super::library::Library;
use super::ranking::by_weight;
use super::results::Results;
use cuttings_edition::{EntityId, ItemId, Quote, Speaker, TextId};

/// The quotes of one speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeakerQuotes {
    /// The speaker; `None` for all speakers without a name.
    pub speaker: Option<EntityId>,
    /// The quotes with their items, in the order of the results.
    pub quotes: Vec<(ItemId, Quote)>,
}

/// Groups the quotes of results by speaker: the most quoted first, speakers without a name last.
/// Words that quotation marks only set apart are omitted.
pub fn quotes_by_speaker(library: &Library, results: &Results) -> Vec<SpeakerQuotes> {
    let mut speakers: Vec<SpeakerQuotes> = Vec::new();
    for &item in results.items.iter() {
        for quote in library.quotes(item).filter(|quote| quote.is_speech) {
            let speaker =
                if let Speaker::Entity(speaker) = quote.speaker { Some(speaker) } else { None };
            match speakers.iter_mut().find(|known| known.speaker == speaker) {
                Some(known) => known.quotes.push((item, quote)),
                None => speakers.push(SpeakerQuotes { speaker, quotes: vec![(item, quote)] }),
            }
        }
    }
    by_weight(speakers, |known| if known.speaker.is_none() { 0 } else { known.quotes.len() })
}

/// Returns the text of a quote in quotation marks, and the attribution of a speaker without a name:
/// "one analyst · ".
pub fn quote_text(library: &Library, item: ItemId, quote: &Quote) -> (String, String) {
    let pieces: Vec<&str> = quote.pieces.iter().map(|piece| library.text_at(item, piece)).collect();
    let attribution = match &quote.speaker {
        Speaker::Described(span) => {
            [library.text_at(item, span), msg!("detail-separator")].concat()
        }
        _ => String::new(),
    };
    // The comma before "she said" belongs to the article.
    (msg!("quoted", text = pieces.join(" ").trim_end_matches(',')), attribution)
}

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

    #[track_caller]
    fn check(search: &str, expected: &[(&str, &[&str])]) {
        let library = fixture::two_articles();
        let found: Vec<(&str, Vec<String>)> =
            quotes_by_speaker(&library, &fixture::results(&library, search))
                .iter()
                .map(|known| {
                    let name =
                        known.speaker.map_or("", |speaker| library.entity(speaker).unwrap().name);
                    let quotes = known.quotes.iter().map(|(item, quote)| {
                        let (text, attribution) = quote_text(&library, *item, quote);
                        [attribution, text].concat()
                    });
                    (name, quotes.collect())
                })
                .collect();
        let expected: Vec<(&str, Vec<String>)> = expected
            .iter()
            .map(|(name, quotes)| (*name, quotes.iter().map(|quote| (*quote).to_owned()).collect()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn quotes_are_grouped_by_speaker() {
        let [back, lost] = [
            "“The boat is back for good, It will not leave again.”",
            "“We lost 300 boats in a single night.”",
        ];
        let captain = "One captain · “I have waited nine years for this day.”";
        check("", &[("Ada Okonkwo", &[back, lost]), ("", &[captain])]);
        check("q=storm", &[("Ada Okonkwo", &[lost])]);
        check("q=nothing+of+it", &[]);
    }

    #[test]
    fn blocks_with_few_quoted_words_are_not_quoted_blocks() {
        let library = fixture::two_articles();
        assert_eq!(quoted_blocks(&library, ItemId(0)), [1]);
        assert!(quoted_blocks(&library, ItemId(1)).is_empty());
    }
}
