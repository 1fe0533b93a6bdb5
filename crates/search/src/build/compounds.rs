//! Divides compounds into their parts ("Grundsteuerreform": "Grund", "Steuer", "Reform").
//!
//! The vocabulary of the index itself tells the parts, in the languages that write compounds as one
//! word. Of several ways to divide a word, the one with the fewest parts is taken, and among these
//! the one whose parts occur in the most documents, by their geometric mean. A word that occurs in
//! more documents than this mean is not divided (Koehn and Knight, 2003: "Empirical methods for
//! compound splitting").

use super::merge::Term;
use crate::analyze::{Language, fold};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// Words that are no part of a compound, one language per line.
const FUNCTION_WORDS: &str = include_str!("function_words.txt");

/// The fewest letters of a part. "Ei" begins "Eisen" and "Einheit".
const MIN_PART_LETTERS: usize = 3;

/// The fewest letters of a part that stands beside one with the fewest letters, or that is a stem
/// ("Schul-" for "Schule"). Two short ones together are most words by chance.
const MIN_LONG_PART_LETTERS: usize = 4;

/// The fewest letters of a compound.
const MIN_COMPOUND_LETTERS: usize = MIN_PART_LETTERS + MIN_LONG_PART_LETTERS;

/// The longest word that is divided, in bytes.
const MAX_COMPOUND_BYTES: usize = 64;

/// The most parts that a word is divided into at once. Each of them may be a compound again.
const MAX_PARTS: usize = 4;

/// A word of fewer documents is no part if it has the fewest letters, or if the collection is not
/// small. It may be a typing error or a foreign word.
const MIN_DOCUMENTS: u32 = 2;

/// The fewest documents of a collection that is not small.
const MANY_DOCUMENTS: u32 = 1000;

/// The documents for each further document that a part needs: the larger a collection, the more
/// words occur by accident.
const DOCUMENTS_PER_STEP: u32 = 20_000;

/// The words of a language that are no parts, and its endings, which are no last parts.
#[derive(Debug, Default)]
struct NoParts {
    words: HashSet<String>,
    endings: HashSet<String>,
}

static NO_PARTS: LazyLock<HashMap<Language, NoParts>> = LazyLock::new(|| {
    let mut all: HashMap<Language, NoParts> = HashMap::new();
    for line in FUNCTION_WORDS.lines().filter(|line| !line.starts_with('#')) {
        let mut line = line.split(' ');
        let language = Language::from_tag(line.next().unwrap_or_default());
        let of_language = all.entry(language).or_default();
        for word in line {
            match word.strip_prefix('-') {
                Some(ending) => of_language.endings.insert(fold(ending)),
                None => of_language.words.insert(fold(word)),
            };
        }
    }
    all
});

/// Returns what may stand between two parts; `None` for a language without compounds of one word.
fn linking_elements(language: Language) -> Option<&'static [&'static str]> {
    Some(match language {
        Language::German => &["s", "es", "n", "en", "er", "e", "ens"],
        Language::Dutch => &["s", "n", "en", "er", "e"],
        Language::Danish | Language::Norwegian => &["s", "e"],
        Language::Swedish => &["s", "e", "o", "u", "a"],
        Language::Finnish => &["n"],
        _ => return None,
    })
}

/// The terms with one stem.
#[derive(Debug)]
struct StemGroup {
    /// The number of its first term.
    first: u32,
    /// The number of documents with each of its terms, added up.
    documents: u32,
}

/// A term or a stem that may be a part of a compound.
#[derive(Clone, Copy, Debug)]
struct Word {
    group: u32,
    documents: u32,
    letters: usize,
    is_term: bool,
    /// False for an ending ("-bar"), which is a part only before others.
    may_end: bool,
}

impl Word {
    /// Returns whether two words may follow each other in a compound.
    fn may_precede(self, next: Self) -> bool {
        let is_long = |word: Self| word.letters >= MIN_LONG_PART_LETTERS;
        (is_long(self) && (is_long(next) || self.is_term)) || (is_long(next) && next.is_term)
    }
}

/// The words of which compounds may consist.
#[derive(Debug)]
struct Vocabulary<'t> {
    groups: Vec<StemGroup>,
    words: HashMap<(Language, &'t str), Word>,
}

/// A compound, or a part of one that may be a compound itself.
#[derive(Clone, Copy, Debug)]
struct Whole<'w> {
    language: Language,
    word: &'w str,
    stem: &'w str,
    documents: u32,
}

/// The best way to divide the beginning of a word.
#[derive(Clone, Debug)]
struct Beginning {
    /// The product of the numbers of documents of its parts, each of 32 bits.
    product: u128,
    /// The last part, and where it starts and ends.
    last: Word,
    range: Range<usize>,
}

impl Beginning {
    /// The best beginning has the highest rank. A term is better than a stem with a linking
    /// element.
    fn rank(&self) -> (u128, bool, usize) {
        (self.product, self.last.is_term, self.last.letters)
    }
}

/// Returns, for each term that is the first of those with its stem, the numbers of the compounds
/// that have it or another one of them as a part. Both are in order.
pub(super) fn compounds(terms: &[Term<'_, '_>], documents: u32) -> Vec<(u32, Vec<u32>)> {
    let vocabulary = Vocabulary::new(terms, documents);
    if vocabulary.words.is_empty() {
        return Vec::new();
    }
    let parts: Vec<Vec<u32>> = terms.par_iter().map(|term| vocabulary.parts(term)).collect();
    let mut compounds: Vec<(u32, u32)> = (0..)
        .zip(parts)
        .flat_map(|(compound, parts)| parts.into_iter().map(move |part| (part, compound)))
        .collect();
    compounds.sort_unstable();
    let of_part = |group: &[(u32, u32)]| {
        let part = group.first().map_or(0, |(part, _)| *part);
        (part, group.iter().map(|(_, compound)| *compound).collect())
    };
    compounds.chunk_by(|(one, _), (other, _)| one == other).map(of_part).collect()
}

impl<'t> Vocabulary<'t> {
    /// Collects the words that are frequent enough in `documents` documents.
    fn new(terms: &[Term<'_, 't>], documents: u32) -> Self {
        let mut groups: Vec<StemGroup> = Vec::new();
        let mut words: HashMap<(Language, &'t str), (u32, bool)> = HashMap::new();
        let mut of_stems: HashMap<(Language, &'t str), u32> = HashMap::new();
        let mut stems: Vec<((Language, &'t str), u32)> = Vec::new();
        for (number, term) in (0..).zip(terms) {
            let Some(stem) = term.stem.filter(|_| is_word(term.term)) else { continue };
            let group = *of_stems.entry(stem).or_insert_with(|| {
                groups.push(StemGroup { first: number, documents: 0 });
                groups.len() as u32 - 1
            });
            if let Some(group) = groups.get_mut(group as usize) {
                group.documents = group.documents.saturating_add(term.document_count);
            }
            // Languages share words: "politik" is a part in each of its languages.
            for (language, stem) in term.stems() {
                if linking_elements(language).is_some() {
                    words.insert((language, term.term), (group, true));
                    stems.push(((language, stem), group));
                }
            }
        }
        for (stem, group) in stems {
            words.entry(stem).or_insert((group, false));
        }
        let least = MIN_DOCUMENTS + documents / DOCUMENTS_PER_STEP;
        let least_of_long = if documents < MANY_DOCUMENTS { 1 } else { least };
        let may_be_part = |((language, word), (group, is_term)): ((Language, &'t str), _)| {
            let documents = groups.get(group as usize).map_or(0, |group| group.documents);
            let letters = word.chars().count();
            let min_letters = if is_term { MIN_PART_LETTERS } else { MIN_LONG_PART_LETTERS };
            let is_long = letters >= MIN_LONG_PART_LETTERS;
            let no_parts = NO_PARTS.get(&language)?;
            let is_part = documents >= if is_long { least_of_long } else { least }
                && letters >= min_letters
                && !no_parts.words.contains(word);
            let may_end = !no_parts.endings.contains(word);
            let word_of = Word { group, documents, letters, is_term, may_end };
            is_part.then_some(((language, word), word_of))
        };
        let words = words.into_iter().filter_map(may_be_part).collect();
        Self { groups, words }
    }

    /// Returns the first terms of the groups that the parts of a term belong to; none if it is no
    /// compound.
    fn parts(&self, term: &Term<'_, 't>) -> Vec<u32> {
        let Some((language, stem)) = term.stem else { return Vec::new() };
        let (word, documents) = (term.term, term.document_count);
        let parts = self.divide(Whole { language, word, stem, documents });
        let group = |word: &str| self.words.get(&(language, word)).map(|word| word.group);
        let own = group(word).or_else(|| group(stem));
        let mut firsts = Vec::new();
        // Several parts together may be a word, too.
        for (first, start) in parts.iter().enumerate() {
            for (last, end) in parts.iter().enumerate().skip(first) {
                let is_whole = first == 0 && last + 1 == parts.len();
                let text = word.get(start.start..end.end).unwrap_or_default();
                let found = group(text).filter(|group| !is_whole && own != Some(*group));
                let found = found.and_then(|group| self.groups.get(group as usize));
                firsts.extend(found.map(|group| group.first));
            }
        }
        firsts.sort_unstable();
        firsts.dedup();
        firsts
    }

    /// Divides a word into its smallest parts, or returns nothing if it is no compound.
    fn divide(&self, whole: Whole<'_>) -> Vec<Range<usize>> {
        let mut smallest = Vec::new();
        for Beginning { last, range, .. } in self.fewest_parts(whole) {
            let word = whole.word.get(range.clone()).unwrap_or_default();
            let part = Whole { word, stem: word, documents: last.documents, ..whole };
            let smaller = self.divide(part);
            if smaller.is_empty() {
                smallest.push(range);
            } else {
                let within = |part: Range<usize>| range.start + part.start..range.start + part.end;
                smallest.extend(smaller.into_iter().map(within));
            }
        }
        smallest
    }

    /// Divides a word into the fewest parts whose documents have a geometric mean as large as the
    /// number of documents of the word.
    fn fewest_parts(&self, whole: Whole<'_>) -> Vec<Beginning> {
        let Whole { language, word, .. } = whole;
        let Some(links) = linking_elements(language) else { return Vec::new() };
        let may_be_compound =
            word.chars().count() >= MIN_COMPOUND_LETTERS && word.len() <= MAX_COMPOUND_BYTES;
        if !may_be_compound || !is_word(word) {
            return Vec::new();
        }
        // For each number of parts, the best way to get to where the next part begins.
        let mut beginnings: Vec<BTreeMap<usize, Beginning>> = Vec::new();
        for count in 1..=MAX_PARTS {
            let mut longer = BTreeMap::new();
            match beginnings.last() {
                None => self.add_part(whole, links, (0, None), &mut longer),
                Some(before) => {
                    for (at, beginning) in before {
                        self.add_part(whole, links, (*at, Some(beginning)), &mut longer);
                    }
                }
            }
            let product = longer.get(&word.len()).map(|it| it.product);
            beginnings.push(longer);
            let least = u128::from(whole.documents).pow(count as u32);
            if product.is_some_and(|product| product >= least) {
                return backtrack(&beginnings, word.len());
            }
        }
        Vec::new()
    }

    /// Adds all ways to continue a beginning by one part.
    fn add_part(
        &self,
        whole: Whole<'_>,
        links: &[&str],
        (start, before): (usize, Option<&Beginning>),
        longer: &mut BTreeMap<usize, Beginning>,
    ) {
        let Whole { language, word, stem, .. } = whole;
        let rest = word.get(start..).unwrap_or_default();
        let ends = rest.char_indices().map(|(at, c)| start + at + c.len_utf8());
        let ends = ends.skip(MIN_PART_LETTERS - 1);
        for end in ends {
            let text = word.get(start..end).unwrap_or_default();
            let Some(last) = self.words.get(&(language, text)).copied() else { continue };
            let is_finnish_ending = language == Language::Finnish
                && before.is_some()
                && last.letters < MIN_LONG_PART_LETTERS;
            if before.is_some_and(|it| !it.last.may_precede(last)) || is_finnish_ending {
                continue;
            }
            let product = before.map_or(1, |it| it.product) * u128::from(last.documents);
            let beginning = Beginning { product, last, range: start..end };
            let mut add = |at: usize| {
                if longer.get(&at).is_none_or(|best| beginning.rank() > best.rank()) {
                    longer.insert(at, beginning.clone());
                }
            };
            let after = word.get(end..).unwrap_or_default();
            // The last part may have another ending than the word that it is.
            let is_end_of_stem = end == stem.len() && word.starts_with(stem);
            let is_end = after.is_empty() || is_end_of_stem;
            if is_end && before.is_some() && last.may_end {
                add(word.len());
            }
            if !after.is_empty() {
                add(end);
                let links = links.iter().filter(|link| after.starts_with(**link));
                links.map(|link| end + link.len()).filter(|at| *at < word.len()).for_each(add);
            }
        }
    }
}

/// Returns the parts of the best way to get to the end.
fn backtrack(beginnings: &[BTreeMap<usize, Beginning>], end: usize) -> Vec<Beginning> {
    let mut parts = Vec::new();
    let mut at = end;
    for beginnings in beginnings.iter().rev() {
        let Some(beginning) = beginnings.get(&at) else { break };
        at = beginning.range.start;
        parts.push(beginning.clone());
    }
    parts.reverse();
    parts
}

/// Returns whether a term consists of letters.
fn is_word(term: &str) -> bool {
    term.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::merge;
    use super::*;
    use crate::{Document, Field, IndexBuilder, Passage, Schema};

    /// Compares the parts of each compound, with all that several of them are together.
    fn check(language: Language, texts: &[&str], expected: &[(&str, &str)]) {
        let mut builder = IndexBuilder::new(Schema::default());
        for text in texts {
            let passages = vec![Passage { field: Field::Body, text }];
            builder.add(&Document { language, passages, ..Document::default() });
        }
        let mut contents = builder.0;
        contents.end_run();
        let entries = merge::entries(&contents.runs);
        let terms = merge::terms(&entries);
        let vocabulary = Vocabulary::new(&terms, contents.document_count);
        let mut found = Vec::new();
        for term in &terms {
            let parts: Vec<&str> =
                vocabulary.parts(term).iter().map(|part| terms[*part as usize].term).collect();
            if !parts.is_empty() {
                found.push((term.term, parts.join(" ")));
            }
        }
        let expected: Vec<(&str, String)> =
            expected.iter().map(|(word, parts)| (*word, (*parts).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn parts_of_parts_and_parts_together_are_parts() {
        check(
            Language::German,
            &["Grund Steuer Reform", "Grundsteuerreform Steuerreform"],
            &[
                ("grundsteuerreform", "grund reform steuer steuerreform"),
                ("steuerreform", "reform steuer"),
            ],
        );
    }

    #[test]
    fn linking_elements_and_endings_are_between_and_after_parts() {
        let texts = ["Arbeit Markt", "Arbeitsmarkt Arbeitsmärkte", "Schule Bücher", "Schulbuch"];
        let expected = [
            ("arbeitsmarkt", "arbeit markt"),
            ("arbeitsmarkte", "arbeit markt"),
            ("schulbuch", "bucher schule"),
        ];
        check(Language::German, &texts, &expected);
        let texts = ["stat minister", "statsministern"];
        check(Language::Swedish, &texts, &[("statsministern", "minister stat")]);
    }

    #[test]
    fn words_of_other_languages_and_function_words_are_no_parts() {
        check(Language::German, &["nach richten", "Nachrichten", "Bei Spiel", "Beispiel"], &[]);
        check(Language::English, &["fire place", "fireplace"], &[]);
    }

    #[test]
    fn short_words_are_parts_beside_long_ones_if_several_documents_have_them() {
        check(Language::German, &["Rat Haus", "Rathaus"], &[]);
        check(Language::German, &["Rat Haus", "Rat Rathaus"], &[("rathaus", "haus rat")]);
        check(Language::German, &["Rat Tag", "Rat Tag", "Ratstag"], &[]);
        check(Language::German, &["Ei sende", "Ei Eisen", "Art", "Art Artikel"], &[]);
    }

    #[test]
    fn a_word_that_is_more_frequent_than_its_parts_stays_whole() {
        let texts = ["Bund Tag", "Bundestag Tag", "Bundestag"];
        check(Language::German, &texts, &[]);
        check(Language::German, &texts[..2], &[("bundestag", "bund tag")]);
    }

    #[test]
    fn every_language_has_function_words() {
        for language in Language::ALL {
            let has_words = NO_PARTS.get(&language).is_some_and(|it| !it.endings.is_empty());
            assert_eq!(has_words, linking_elements(language).is_some(), "{language:?}");
        }
    }
}
