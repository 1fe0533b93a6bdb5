//! The dates that the texts of results name. An edition does not have them, so the page reads the
//! texts: so many that it takes no time that a reader notices, and each only once.

use super::parse::{Precision, When, dates_in};
use crate::explorer::order::ascending;
use crate::explorer::scale::{TimeScale, Unit};
use crate::store::library::Library;
use crate::store::results::Results;
use cuttings_edition::{Item, ItemId, TextId, TextSpan};
use cuttings_search::sentences;

/// The most items whose texts are read, and the most bytes of text. In an edition in parts, each
/// text may be in a part of its own.
const MAX_ITEMS: usize = 2_000;
const MAX_ITEMS_IN_PARTS: usize = 40;
const MAX_BYTES: usize = 8_000_000;

/// The most dates of one item.
const MAX_DATES: usize = 200;

/// A date that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedDate {
    pub(super) when: When,
    pub(super) item: ItemId,
    /// The words of the date.
    pub(super) span: TextSpan,
}

/// The dates that results name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NamedDates {
    /// The dates in their order. Those of one day are in the order of the results.
    pub(super) dates: Vec<NamedDate>,
    /// The number of results whose texts were read: the first ones.
    pub(super) read: usize,
}

impl NamedDates {
    /// Returns a scale with all of them; `None` if there is none. Its bars are not shorter than the
    /// time that any of the dates stands for.
    pub(super) fn scale(&self) -> Option<TimeScale> {
        let (first, last) = (self.dates.first()?, self.dates.last()?);
        let finest = match self.dates.iter().map(|date| date.when.precision).min()? {
            Precision::Year => Unit::Years(1),
            Precision::Month => Unit::Month,
            Precision::Day => Unit::Day,
        };
        Some(TimeScale::with_bars_of(finest, first.when.first, last.when.first))
    }
}

/// The texts that were read, with their dates, so that a keystroke reads none again.
#[derive(Debug, Default)]
pub(super) struct ReadTexts {
    /// The library that they are from: texts that had not arrived are in another.
    library: Option<Library>,
    /// For each item, what was read.
    items: Vec<Option<ReadItem>>,
}

/// An item that was read.
#[derive(Debug)]
struct ReadItem {
    dates: Vec<NamedDate>,
    /// The bytes of its text.
    bytes: usize,
}

impl ReadTexts {
    /// Returns the dates in the texts of the first results.
    pub(super) fn dates(&mut self, library: &Library, results: &Results) -> NamedDates {
        if self.library.as_ref() != Some(library) {
            self.library = Some(library.clone());
            self.items = (0..library.len()).map(|_| None).collect();
        }
        let most = if library.is_in_parts() { MAX_ITEMS_IN_PARTS } else { MAX_ITEMS };
        let (mut read, mut bytes) = (0, 0);
        let mut dates: Vec<&NamedDate> = Vec::new();
        for item in results.items.iter().take(most) {
            if bytes > MAX_BYTES {
                break;
            }
            read += 1;
            if let Some(place) = self.items.get_mut(item.as_usize()) {
                bytes += place.get_or_insert_with(|| ReadItem::new(library, *item)).bytes;
            }
        }
        for item in results.items.iter().take(read) {
            let item = self.items.get(item.as_usize()).and_then(Option::as_ref);
            dates.extend(item.iter().flat_map(|item| &item.dates));
        }
        let order = ascending(dates.iter().map(|date| date.when.number()));
        let dates = order.into_iter().filter_map(|place| dates.get(place).copied().cloned());
        NamedDates { dates: dates.collect(), read }
    }
}

impl ReadItem {
    /// Reads the title, the standfirst and the blocks of prose of an item. A sentence that names a
    /// date twice does so once.
    fn new(library: &Library, item: ItemId) -> ReadItem {
        let mut read = ReadItem { dates: Vec::new(), bytes: 0 };
        let Some(found) = library.item(item) else { return read };
        let language = found.language().unwrap_or(library.language());
        let mut add = |id: TextId, text: &'static str| {
            read.bytes += text.len();
            let mut dates = dates_in(text, language);
            if dates.len() > 1 {
                let sentences = sentences(text);
                let mut sentences = sentences.iter().map(|sentence| sentence.end).peekable();
                let mut seen: Vec<When> = Vec::new();
                dates.retain(|date| {
                    while sentences.next_if(|end| *end <= date.range.start).is_some() {
                        seen.clear();
                    }
                    let is_new = !seen.contains(&date.when);
                    seen.push(date.when);
                    is_new
                });
            }
            dates.truncate(MAX_DATES - read.dates.len());
            read.dates.extend(dates.into_iter().map(|date| NamedDate {
                when: date.when,
                item,
                span: TextSpan { text: id, range: date.range },
            }));
        };
        add(TextId::Title, found.title());
        if let Item::Article(article) = found {
            add(TextId::Standfirst, article.standfirst().unwrap_or_default());
            for (number, block) in (0..).zip(article.blocks()) {
                if block.is_prose() {
                    add(TextId::Block(number), block.text());
                }
            }
        }
        read
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;

    /// Returns the dates in the texts of a search, with their words, and the number of items read.
    fn named(library: &Library, search: &str) -> (Vec<(String, &'static str)>, usize) {
        let named = ReadTexts::default().dates(library, &fixture::results(library, search));
        let date = |date: &NamedDate| (date.when.iso(), library.text_at(date.item, &date.span));
        (named.dates.iter().map(date).collect(), named.read)
    }

    #[test]
    fn dates_of_results_are_in_their_order() {
        let library = fixture::naming_dates();
        let of_search = |search: &str| {
            let (dates, read) = named(&library, search);
            (dates.into_iter().map(|(iso, _)| iso).collect::<Vec<_>>(), read)
        };
        let all = ["1944", "1944-05-16", "2019", "2022-05", "2022-05", "2022-05-16"];
        assert_eq!(of_search(""), (all.map(str::to_owned).to_vec(), 4));
        assert_eq!(of_search("q=lighthouse"), (vec!["1944-05-16".to_owned()], 1));
        assert_eq!(of_search("q=zzzz"), (Vec::new(), 0));
    }

    #[test]
    fn the_language_of_an_item_is_that_of_its_dates() {
        let (dates, _) = named(&fixture::naming_dates(), "q=Fähre");
        assert_eq!(dates, [("2022-05-16".to_owned(), "16. Mai 2022")]);
    }

    #[test]
    fn texts_are_read_once() {
        let library = fixture::naming_dates();
        let mut texts = ReadTexts::default();
        let all = texts.dates(&library, &fixture::results(&library, ""));
        assert!(!all.dates.is_empty());
        for read in texts.items.iter_mut().flatten() {
            read.dates.clear();
        }
        assert!(texts.dates(&library, &fixture::results(&library, "")).dates.is_empty());
        // Another library, such as that after parts have arrived, is read again.
        let other = fixture::naming_dates();
        assert_eq!(texts.dates(&other, &fixture::results(&other, "")), all);
    }

    #[test]
    fn bars_are_as_long_as_the_longest_date() {
        let library = fixture::naming_dates();
        let scale = |search: &str| {
            let named = ReadTexts::default().dates(&library, &fixture::results(&library, search));
            named.scale().map(|scale| (scale.len(), scale.label(0)))
        };
        assert_eq!(scale(""), Some((79, "1944".to_owned())));
        assert_eq!(scale("q=lighthouse"), Some((1, "16 May 1944".to_owned())));
        assert_eq!(scale("q=zzzz"), None);
    }

    #[test]
    fn an_edition_in_parts_is_read_in_part() {
        let library = fixture::naming_years(50);
        assert_eq!(named(&library, "").1, 50);
        assert_eq!(named(&library.published_in_parts(true), "").1, MAX_ITEMS_IN_PARTS);
    }
}
