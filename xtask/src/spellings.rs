//! `cargo xtask spellings`: compares the first ten hits of queries where a misspelt word is looked
//! up in the list of spellings of a large edition, and where it is looked up in all terms.

use crate::relevance::{Text, passages, texts};
use cuttings_search::{
    DocId, Document, Index, IndexBuilder, PassageVisitor, Query, Request, Schema, Searcher,
    analyze, is_stop_word,
};
use std::path::Path;

const USAGE: &str = "\
cargo xtask spellings --docs FILE [--queries N]

  --docs FILE   documents, one JSON object {id, title, text} per line, optionally gzipped
  --queries N   the number of queries of each kind (1000)";

/// The fewest letters of a word that is misspelt.
const LONG: usize = 5;

/// The kinds of queries: the number of words, and whether the last of them is misspelt.
const KINDS: [(&str, usize, bool); 4] = [
    ("a word", 1, false),
    ("two words", 2, false),
    ("a misspelt word", 1, true),
    ("a word and a misspelt one", 2, true),
];

/// `cargo xtask spellings --docs FILE [--queries N]`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    use lexopt::prelude::*;
    let (mut docs, mut count) = (None, 1000_usize);
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut read = || -> Result<(), lexopt::Error> {
        while let Some(argument) = parser.next()? {
            match argument {
                Long("docs") => docs = Some(parser.value()?.string()?),
                Long("queries") => count = parser.value()?.parse()?,
                other => return Err(other.unexpected()),
            }
        }
        Ok(())
    };
    read().map_err(|error| format!("{error}\n\n{USAGE}"))?;
    let documents = texts(Path::new(&docs.ok_or(USAGE)?))?;
    let [all, listed] = [false, true].map(|has_list| index(&documents, has_list));
    let mut searchers = [searcher(&all, &documents)?, searcher(&listed, &documents)?];
    let mut random = Random(1);
    println!("{} documents. The first ten hits are the same:\n", documents.len());
    println!("| queries | number | same | share |\n|---|---:|---:|---:|");
    for (kind, words, is_misspelt) in KINDS {
        let mut same = 0;
        for _ in 0..count {
            let query = query(&documents, words, is_misspelt, &mut random);
            let query = Query::parse(&query);
            let [all, listed] = searchers.each_mut().map(|searcher| {
                let outcome = searcher.search(&Request::new(&query));
                outcome.hits.iter().map(|hit| hit.doc).collect::<Vec<_>>()
            });
            same += usize::from(all == listed);
        }
        println!("| {kind} | {count} | {same} | {:.1} % |", 100.0 * same as f64 / count as f64);
    }
    Ok(())
}

/// Builds an index, with the list of spellings of a large edition or without.
fn index(documents: &[Text], has_list: bool) -> Vec<u8> {
    let builder = IndexBuilder::new(Schema::default());
    let mut builder = if has_list { builder.with_exact_positions() } else { builder };
    for document in documents {
        builder.add(&Document { passages: passages(document).into(), ..Document::default() });
    }
    builder.finish().bytes
}

fn searcher<'a>(bytes: &'a [u8], documents: &'a [Text]) -> Result<Searcher<'a>, String> {
    let index = Index::open(bytes).map_err(|error| error.to_string())?;
    let source = |document: DocId, visit: &mut PassageVisitor<'_>| {
        let document = documents.get(document.0 as usize);
        document.into_iter().flat_map(passages).try_for_each(visit)
    };
    Ok(Searcher::new(index, Box::new(source)))
}

/// Returns words that follow each other in a text, chosen at random: a frequent word is chosen more
/// often. The last one gets a wrong letter if it is to be misspelt.
fn query(documents: &[Text], count: usize, is_misspelt: bool, random: &mut Random) -> String {
    loop {
        let Some(document) = documents.get(random.below(documents.len())) else { continue };
        let mut words = Vec::new();
        for passage in passages(document) {
            analyze(passage.text, |token| {
                let is_word = token.term.bytes().all(|byte| byte.is_ascii_lowercase());
                if is_word && token.term.len() >= LONG && !is_stop_word(token.term) {
                    words.push(token.term.to_owned());
                }
            });
        }
        let start = random.below(words.len().max(1));
        let Some(chosen) = words.get(start..start + count) else { continue };
        let mut chosen = chosen.to_vec();
        if is_misspelt && let Some(last) = chosen.last_mut() {
            *last = misspelt(last, random);
        }
        return chosen.join(" ");
    }
}

/// Returns a word with one edit: a letter replaced, left out, put in, or exchanged with the next.
/// The first letter stays, as most people get it right.
fn misspelt(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<u8> = word.bytes().collect();
    let at = 1 + random.below(letters.len() - 2);
    let letter = b'a' + random.below(26) as u8;
    match random.below(4) {
        0 => letters[at] = letter,
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letter),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().map(char::from).collect()
}

/// Numbers that look random and are the same in each run (Steele, Lea and Flood, 2014: SplitMix).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_keeps_its_first_letter_and_most_others() {
        let mut random = Random(7);
        for _ in 0..200 {
            let wrong = misspelt("reinforcement", &mut random);
            assert!(wrong.starts_with('r') && (12..=14).contains(&wrong.len()), "{wrong}");
        }
    }
}
