//! Who said what, and which figures there are, among the results of a view; and why two articles go together.

use super::library::Library;
use super::results::Results;
use cuttings_edition::{EntityId, Figure, ItemId, Quote, Related, Speaker, TextId};

/// What one speaker said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Who; `None` for all who are only described, or not even that.
    pub speaker: Option<EntityId>,
    /// What, and in which item, in the order of the results.
    pub quotes: Vec<(ItemId, Quote)>,
}

/// What is said in results: those who say most first, those without a name last. Words that are only set apart are no
/// quotes.
pub fn said(library: &Library, results: &Results) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    for &item in results.items.iter() {
        for quote in library.quotes(item).filter(|quote| quote.is_speech) {
            let speaker = if let Speaker::Entity(speaker) = quote.speaker { Some(speaker) } else { None };
            match said.iter_mut().find(|said| said.speaker == speaker) {
                Some(said) => said.quotes.push((item, quote)),
                None => said.push(Said { speaker, quotes: vec![(item, quote)] }),
            }
        }
    }
    ranked(said, |said| if said.speaker.is_none() { 0 } else { said.quotes.len() })
}

/// Things by their weights, the heaviest first; those of the same weight stay in their order.
fn ranked<T: Default>(mut things: Vec<T>, weight: impl Fn(&T) -> usize) -> Vec<T> {
    let mut ranks: Vec<(u32, u32)> =
        things.iter().zip(0..).map(|(thing, place)| (u32::MAX - weight(thing) as u32, place)).collect();
    ranks.sort_unstable();
    ranks.into_iter().filter_map(|(_, place)| things.get_mut(place as usize).map(std::mem::take)).collect()
}

/// A quote between its marks, and its speaker if it has no name: "one analyst · ".
pub fn words(library: &Library, item: ItemId, quote: &Quote) -> (String, String) {
    let pieces: Vec<&str> = quote.pieces.iter().map(|piece| library.text_at(item, piece)).collect();
    let by = match &quote.speaker {
        Speaker::Described(span) => [library.text_at(item, span), " · "].concat(),
        _ => String::new(),
    };
    // The comma before "she said" is the article's.
    (msg!("quoted", text = pieces.join(" ").trim_end_matches(',')), by)
}

/// The blocks of an item, by their numbers from 1, of which more is said by someone than told.
pub fn mostly_said(library: &Library, item: ItemId) -> Vec<u32> {
    let mut said: Vec<(u32, usize)> = Vec::new();
    for piece in library.quotes(item).filter(|quote| quote.is_speech).flat_map(|quote| quote.pieces) {
        let TextId::Block(block) = piece.text else { continue };
        match said.last_mut() {
            Some((last, length)) if *last == block => *length += piece.range.len(),
            _ => said.push((block, piece.range.len())),
        }
    }
    let text = |block| library.text(item, TextId::Block(block));
    said.iter()
        .filter(|(block, length)| length * 2 > text(*block).len())
        .map(|(block, _)| block + 1)
        .collect()
}

/// The figures of one unit, or of one thing that is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Its name.
    pub unit: &'static str,
    /// The figures, by size.
    pub figures: Vec<Figure>,
}

/// The figures in results, by unit: the units with most of them first, the figures of each from the smallest, or from the
/// largest.
pub fn figures(library: &Library, results: &Results, largest_first: bool) -> Vec<Counted> {
    let mut there = vec![false; library.len()];
    for item in results.items.iter() {
        if let Some(there) = there.get_mut(item.as_usize()) {
            *there = true;
        }
    }
    let is_there = |figure: &Figure| there.get(figure.item.as_usize()) == Some(&true);
    let mut units = Vec::new();
    for unit in library.units() {
        let mut figures: Vec<Figure> = library.figures(unit.id).filter(is_there).collect();
        if largest_first {
            figures.reverse();
        }
        if !figures.is_empty() {
            units.push(Counted { unit: unit.name, figures });
        }
    }
    ranked(units, |counted| counted.figures.len())
}

/// Why an article goes with another, in words: whom and what both name, then the words that both tell of.
pub fn reason(library: &Library, item: ItemId, related: &Related) -> String {
    let names: Vec<&str> = related
        .entities
        .iter()
        .filter_map(|&entity| library.entity(entity))
        .map(|entity| entity.name)
        .collect();
    let words: Vec<&str> = related.words.iter().map(|span| library.text_at(item, span)).collect();
    let listed = |list: &[&str]| match list {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => msg!("list-end", most = &rest.join(", "), last = last),
    };
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
    use cuttings_corpus::{Article, Block, Corpus, Site};
    use cuttings_diagnostics::Origin;

    /// An edition of articles, each a title and a text.
    fn edition(articles: &[(&str, &str)]) -> Library {
        let articles = articles.iter().map(|(title, text)| Article {
            section: "Coast".to_owned(),
            title: (*title).to_owned(),
            standfirst: None,
            author: None,
            date: None,
            source: None,
            language: None,
            body: text.split('\n').map(|text| Block::Paragraph(text.to_owned())).collect(),
            origin: Origin { file: "seed.md".into(), line: 1 },
        });
        let corpus = Corpus { articles: articles.collect(), teasers: Vec::new(), diagnostics: Vec::new() };
        Library::open(cuttings_edition_builder::build(&corpus, &Site::default()).unwrap().leak()).unwrap()
    }

    const FERRY: (&str, &str) = (
        "Ferry returns",
        "“The boat is back for good,” Ada Okonkwo said. “It will not leave again.”\n\
         One captain said, “I have waited nine years for this day.” About 48 boats and 12 ferries came.",
    );
    const STORM: (&str, &str) = (
        "Storm passes",
        "Ada Okonkwo said: “We lost 300 boats in a single night.” It cost 18% of the fleet, and 5% of the ferries.",
    );

    fn all(library: &Library, search: &str) -> Results {
        Results::of(library, library.route("", search).view().unwrap(), library.len())
    }

    #[track_caller]
    fn check_said(search: &str, expected: &[(&str, &[&str])]) {
        let library = edition(&[FERRY, STORM]);
        let found: Vec<(&str, Vec<String>)> = said(&library, &all(&library, search))
            .iter()
            .map(|said| {
                let name = said.speaker.map_or("", |speaker| library.entity(speaker).unwrap().name);
                let quotes = said.quotes.iter().map(|(item, quote)| {
                    let (words, by) = words(&library, *item, quote);
                    [by, words].concat()
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
    fn quotes_are_listed_by_speaker() {
        let [back, lost] = [
            "“The boat is back for good, It will not leave again.”",
            "“We lost 300 boats in a single night.”",
        ];
        let captain = "One captain · “I have waited nine years for this day.”";
        check_said("", &[("Ada Okonkwo", &[back, lost]), ("", &[captain])]);
        check_said("q=storm", &[("Ada Okonkwo", &[lost])]);
        check_said("q=nothing+of+it", &[]);
    }

    #[track_caller]
    fn check_figures(search: &str, largest_first: bool, expected: &[(&str, &[&str])]) {
        let library = edition(&[FERRY, STORM]);
        let found = figures(&library, &all(&library, search), largest_first);
        let found: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|counted| {
                let texts = counted.figures.iter().map(|figure| library.text_at(figure.item, &figure.span));
                (counted.unit, texts.collect())
            })
            .collect();
        let expected: Vec<(&str, Vec<&str>)> =
            expected.iter().map(|(unit, figures)| (*unit, figures.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn figures_are_sorted_within_a_unit() {
        check_figures("q=storm", true, &[("%", &["18%", "5%"]), ("boats", &["300 boats"])]);
        check_figures("q=storm", false, &[("%", &["5%", "18%"]), ("boats", &["300 boats"])]);
    }

    #[test]
    fn a_block_that_someone_says_is_told_from_one_about_it() {
        let library = edition(&[FERRY, STORM]);
        assert_eq!(mostly_said(&library, ItemId(0)), [1]);
        assert!(mostly_said(&library, ItemId(1)).is_empty());
    }

    #[test]
    fn a_reason_is_said_in_words() {
        let library = edition(&[FERRY, STORM]);
        let item = ItemId(0);
        let related = library.related(item);
        let reasons: Vec<String> = related.iter().map(|related| reason(&library, item, related)).collect();
        assert!(reasons[0].starts_with("Both mention Ada Okonkwo"), "{reasons:?}");
        let none = Related { item, entities: Vec::new(), words: Vec::new() };
        assert_eq!(reason(&library, item, &none), "");
        let span = library.mentions(item).next().unwrap().span;
        let words = Related { words: vec![span], ..none };
        assert_eq!(reason(&library, item, &words), "Both discuss Ada Okonkwo");
    }
}
