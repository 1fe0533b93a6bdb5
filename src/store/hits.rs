//! Hits: the places in an article where the query's words occur, and the snippet that shows them
//! best.

use super::library::Library;
use super::text::labelled;
use cuttings_edition::Article;
use cuttings_search::{self as search, DocId, Field, HighlightedText, Highlights, Passage};
use std::ops::Range;
use std::rc::Rc;

/// The number of words above which a card reads only fragments of an article.
const LONG: u32 = 4000;

/// Finds the query's words in texts. Cheap to clone. Two highlighters are equal if they are the
/// same one.
#[derive(Clone, Debug)]
pub struct Highlighter(Rc<search::Highlighter>);

impl Highlighter {
    /// Shares the highlighter of a search.
    pub fn new(highlighter: search::Highlighter) -> Highlighter {
        Highlighter(Rc::new(highlighter))
    }

    /// Returns the byte ranges of the hits in `text`, a passage of this field.
    pub fn ranges(&self, field: Field, text: &str) -> Vec<Range<usize>> {
        self.0.ranges(text, field)
    }

    /// Finds the hits in an article, in reading order: the title first, the metadata last. Of a
    /// long article only the fragments that a card shows are read, unless all hits are wanted.
    pub fn read(
        &self,
        library: &Library,
        article: &Article<'static>,
        wants_all: bool,
    ) -> Highlights<'static> {
        let passage = |field, text| Passage { field, text };
        let standfirst = article.standfirst().map(|text| passage(Field::Standfirst, text));
        if self.0.is_empty() {
            return self.0.highlight(standfirst);
        }
        let blocks = article.blocks().map(|block| passage(block.field(), block.text()));
        let title = [passage(Field::Title, article.title())];
        let mut passages: Vec<Passage<'static>> =
            title.into_iter().chain(standfirst).chain(blocks).collect();
        passages.push(passage(Field::Metadata, article.section()));
        for text in article.metadata().searched_texts() {
            passages.push(passage(Field::Metadata, text));
        }
        if wants_all || article.word_count() <= LONG {
            return self.0.highlight(passages);
        }
        let map = library.position_map(article.id(), &passages);
        let document = DocId(article.id().0);
        self.0.highlight_fragments(library.index(), document, &map, &passages, Hits::SEGMENTS)
    }
}

impl Eq for Highlighter {}

impl PartialEq for Highlighter {
    fn eq(&self, other: &Highlighter) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The hits in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The article's text in equal segments.
    pub segments: [Segment; Hits::SEGMENTS],
    /// The field, the word and its number of occurrences, in reading order.
    words: Vec<(&'static str, &'static str, u32)>,
}

/// The hits in one segment of an article's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The number of the first block with a hit, from 1; 0 if there is no hit.
    pub first_block: u32,
    /// The number of hits.
    pub hits: u32,
}

impl Hits {
    /// The number of segments: as many as a finger can tell apart on a narrow card.
    pub const SEGMENTS: usize = 10;

    /// Groups the hits of an article.
    pub fn new(article: &Article<'static>, highlights: &Highlights<'static>) -> Hits {
        let mut hits = Hits::default();
        // The title and the standfirst come before the blocks.
        let first = 1 + usize::from(article.standfirst().is_some());
        let blocks = article.blocks().len();
        for HighlightedText { number, passage, ranges, places } in highlights.texts() {
            let Passage { field, text } = passage;
            if matches!(field, Field::Heading | Field::Body)
                && let Some(block) = number.checked_sub(first)
                && let Some(segment) = hits.segments.get_mut(block * Hits::SEGMENTS / blocks.max(1))
                && !ranges.is_empty()
            {
                if segment.first_block == 0 {
                    segment.first_block = block as u32 + 1;
                }
                // Fragments of a long article do not have all of its hits.
                segment.hits = (segment.hits + ranges.len() as u32).max(places);
            }
            let field = match field {
                Field::Title => msg!("in-title"),
                Field::Standfirst => msg!("in-standfirst"),
                Field::Heading => msg!("in-headings"),
                Field::Body => msg!("in-text"),
                Field::Metadata => msg!("in-metadata"),
            };
            hits.count_words(field, text, &ranges);
        }
        hits
    }

    /// Returns whether there is no hit.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The number of hits.
    pub fn total(&self) -> u32 {
        self.words.iter().map(|(_, _, count)| count).sum()
    }

    /// Lists the hits by field: "in the title: “Kyiv”; in the text: “Kyiv” 5 times".
    pub fn explanation(&self) -> String {
        let mut out = String::new();
        let mut current_field = "";
        for (field, word, count) in &self.words {
            if *field == current_field {
                out.push_str(msg!("list-separator"));
            } else {
                if !current_field.is_empty() {
                    out.push_str(msg!("group-separator"));
                }
                out.push_str(&labelled(field, ""));
                current_field = field;
            }
            out.push_str(&if *count > 1 {
                msg!("quoted-times", text = word, count = *count as usize)
            } else {
                msg!("quoted", text = word)
            });
        }
        out
    }

    fn count_words(&mut self, field: &'static str, text: &'static str, ranges: &[Range<usize>]) {
        for range in ranges {
            let Some(word) = text.get(range.clone()) else { continue };
            let is_same = |(other, known, _): &&mut (&str, &str, u32)| {
                *other == field && known.eq_ignore_ascii_case(word)
            };
            match self.words.iter_mut().find(is_same) {
                Some((_, _, count)) => *count += 1,
                None => {
                    let last = self.words.iter().rposition(|(other, ..)| *other == field);
                    let index = last.map_or(self.words.len(), |last| last + 1);
                    self.words.insert(index, (field, word, 1));
                }
            }
        }
    }
}

/// A passage of an article, cut to a length, with its hits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The text of the snippet.
    pub text: &'a str,
    /// The byte ranges of the hits in `text`.
    pub ranges: Vec<Range<usize>>,
    /// True if the snippet starts within a sentence.
    pub cut_start: bool,
    /// True if the snippet ends within a sentence.
    pub cut_end: bool,
}

impl<'a> Snippet<'a> {
    /// Selects the passage that shows the hits best, at most about `length` characters of it;
    /// without a hit in the text, the standfirst or the opening words.
    pub fn new(highlights: &Highlights<'a>, length: usize) -> Snippet<'a> {
        let Some(found) = highlights.snippet(length) else { return Snippet::default() };
        let start = found.range.start;
        let text = highlights.text(found.passage).and_then(|text| text.get(found.range));
        let ranges =
            found.highlights.into_iter().map(|range| range.start - start..range.end - start);
        Snippet {
            text: text.unwrap_or_default(),
            ranges: ranges.collect(),
            cut_start: found.is_cut_at_start,
            cut_end: found.is_cut_at_end,
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture::first_results;

    #[test]
    fn hits_are_located_and_explained() {
        let hits = |search: &str, slug: &str| {
            let (library, results) = first_results(search);
            let article = library.article(slug).unwrap();
            let hits = Hits::new(&article, &results.highlighter.read(&library, &article, false));
            let segments =
                hits.segments.map(|segment| format!("{}:{}", segment.first_block, segment.hits));
            (hits.explanation(), hits.total(), segments.join(" ").replace("0:0", "-"))
        };
        let ferry = "ferry-returns-to-the-northern-route";
        assert_eq!(hits("", ferry), (String::new(), 0, "- - - - - - - - - -".to_owned()));
        assert_eq!(hits("q=ferry+costs", ferry), {
            let words = "in the title: “Ferry”; in the text: “ferry”, “costs”; in the headings: “costs”; \
                         in section, authors, source or tags: “Ferries”";
            (words.to_owned(), 5, "1:1 - - 2:1 - - 3:1 - - -".to_owned())
        });
        let (words, total, _) = hits("q=norden", "fahre-nach-norden");
        assert_eq!(
            (&words[..], total),
            ("in the title: “Norden”; in the text: “Norden” 100 times", 101)
        );
    }

    #[test]
    fn snippets_show_the_best_passage() {
        let show = |search: &str, slug: &str| {
            let (library, results) = first_results(search);
            let article = library.article(slug).unwrap();
            let snippet = Snippet::new(&results.highlighter.read(&library, &article, false), 100);
            let marked: Vec<&str> =
                snippet.ranges.iter().map(|range| &snippet.text[range.clone()]).collect();
            (snippet.text.to_owned(), marked.join("|"))
        };
        let slug = "ferry-returns-to-the-northern-route";
        assert_eq!(show("", slug), ("The first boat left at dawn".to_owned(), String::new()));
        assert_eq!(show("q=bicycle+costs", slug), {
            (
                "A passage costs twelve crowns; a bicycle goes for nothing.".to_owned(),
                "costs|bicycle".to_owned(),
            )
        });
    }
}
