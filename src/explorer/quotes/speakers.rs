//! Quotes of the results, by speaker.

use crate::explorer::order::by_weight;
use crate::store::library::Library;
use crate::store::results::Results;
use cuttings_edition::{EntityId, ItemId, Quote, Speaker};
use std::collections::HashMap;

/// The quotes of one speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SpeakerQuotes {
    /// The speaker; `None` for all speakers without a name.
    pub(super) speaker: Option<EntityId>,
    /// The quotes with their items, in the order of the results.
    pub(super) quotes: Vec<(ItemId, Quote)>,
}

/// Groups the quotes of results by speaker: the most quoted first, speakers without a name last.
/// Words that quotation marks only set apart are omitted.
pub(super) fn quotes_by_speaker(library: &Library, results: &Results) -> Vec<SpeakerQuotes> {
    let mut speakers: Vec<SpeakerQuotes> = Vec::new();
    let mut places: HashMap<Option<u32>, usize> = HashMap::new();
    for &item in results.items.iter() {
        for quote in library.quotes(item).filter(|quote| quote.is_speech) {
            let speaker =
                if let Speaker::Entity(speaker) = quote.speaker { Some(speaker) } else { None };
            let number = speaker.map(|speaker| speaker.to_number());
            let place = *places.entry(number).or_insert(speakers.len());
            match speakers.get_mut(place) {
                Some(known) => known.quotes.push((item, quote)),
                None => speakers.push(SpeakerQuotes { speaker, quotes: vec![(item, quote)] }),
            }
        }
    }
    by_weight(speakers, |known| if known.speaker.is_none() { 0 } else { known.quotes.len() })
}

/// Returns the text of a quote in quotation marks, and the attribution of a speaker without a name:
/// "one analyst · ".
pub(super) fn quote_text(library: &Library, item: ItemId, quote: &Quote) -> (String, String) {
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
}
