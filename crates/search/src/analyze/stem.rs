//! Stemming: Snowball's algorithms. English words have `rust-stemmers`' in documents and queries;
//! the words of documents in other languages have those of `snowball_stemmers_rs`, which knows more
//! languages and is not in the page.

use super::fold::is_mark;
#[cfg(feature = "build")]
use super::{fold::fold, language::Language};
use rust_stemmers::Stemmer;
#[cfg(feature = "build")]
use snowball_stemmers_rs::Algorithm;

/// The longest word that has a stem, in bytes.
const MAX_STEMMED_BYTES: usize = 64;

/// Stems a folded query word that no document contains, as English: see
/// [`Language`](super::language::Language).
pub(crate) fn stem_query_word(word: &str) -> String {
    if is_stemmable(word) {
        Stemmer::create(rust_stemmers::Algorithm::English).stem(word).into_owned()
    } else {
        word.to_owned()
    }
}

/// Stems a word of a document and folds the stem.
///
/// `term` is the folded word. `written` is the word in lower case with its diacritics, which most
/// algorithms depend on.
#[cfg(feature = "build")]
pub(crate) fn stem_document_word(language: Language, term: &str, written: &str) -> String {
    if language == Language::English {
        return stem_query_word(term);
    }
    match algorithm(language) {
        Some(algorithm) if is_stemmable(term) && written.chars().all(is_letter) => {
            fold(&snowball_stemmers_rs::Stemmer::create(algorithm).stem(written))
        }
        _ => term.to_owned(),
    }
}

/// Returns the algorithm of a language that is not stemmed as in queries; `None` for one without.
#[cfg(feature = "build")]
fn algorithm(language: Language) -> Option<Algorithm> {
    Some(match language {
        Language::English | Language::Other => return None,
        Language::Arabic => Algorithm::Arabic,
        Language::Armenian => Algorithm::Armenian,
        Language::Basque => Algorithm::Basque,
        Language::Catalan => Algorithm::Catalan,
        Language::Czech => Algorithm::Czech,
        Language::Danish => Algorithm::Danish,
        Language::Dutch => Algorithm::Dutch,
        Language::Esperanto => Algorithm::Esperanto,
        Language::Estonian => Algorithm::Estonian,
        Language::Finnish => Algorithm::Finnish,
        Language::French => Algorithm::French,
        Language::German => Algorithm::German,
        Language::Greek => Algorithm::Greek,
        Language::Hindi => Algorithm::Hindi,
        Language::Hungarian => Algorithm::Hungarian,
        Language::Indonesian => Algorithm::Indonesian,
        Language::Irish => Algorithm::Irish,
        Language::Italian => Algorithm::Italian,
        Language::Lithuanian => Algorithm::Lithuanian,
        Language::Nepali => Algorithm::Nepali,
        Language::Norwegian => Algorithm::Norwegian,
        Language::Persian => Algorithm::Persian,
        Language::Polish => Algorithm::Polish,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Romanian => Algorithm::Romanian,
        Language::Russian => Algorithm::Russian,
        Language::Serbian => Algorithm::Serbian,
        Language::Sesotho => Algorithm::Sesotho,
        Language::Spanish => Algorithm::Spanish,
        Language::Swedish => Algorithm::Swedish,
        Language::Tamil => Algorithm::Tamil,
        Language::Turkish => Algorithm::Turkish,
        Language::Ukrainian => Algorithm::Ukrainian,
        Language::Yiddish => Algorithm::Yiddish,
    })
}

/// Returns whether a term can have a stem. Numbers and codes ("2.2", "rs26") have none.
fn is_stemmable(term: &str) -> bool {
    term.len() > 2 && term.len() <= MAX_STEMMED_BYTES && term.chars().all(is_letter)
}

/// Returns whether `c` is a letter, or a mark of one such as the signs of Indic scripts.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

#[cfg(test)]
mod tests {
    //! Snowball's published vocabularies: each word has the stem that Snowball gives it.
    //!
    //! `tests/snowball` has a sample for each language; its README tells the sources. To compare
    //! whole vocabularies, see "Stemmers" in CONTRIBUTING.md.

    use super::*;
    use crate::analyze::Language;
    use std::path::Path;

    /// The fewest words of a sample.
    const LEAST_WORDS: usize = 200;

    /// Languages whose stemmer is of another version than the published stems, with the number of
    /// words that have other stems in the sample and in the whole vocabulary. English is that of
    /// 2023, which queries have, too; Czech, Persian and Sesotho are drafts of Snowball 3.1. In
    /// Lithuanian and Polish, words with an apostrophe differ, which the builder does not stem.
    const OTHER_VERSIONS: [(Language, usize, usize); 6] = [
        (Language::Czech, 0, 394),
        (Language::English, 0, 57),
        (Language::Lithuanian, 0, 4),
        (Language::Persian, 37, 18_983),
        (Language::Polish, 0, 10),
        (Language::Sesotho, 3, 0),
    ];

    /// Returns the numbers of words with other stems in the sample and in the whole vocabulary.
    fn other_stems(language: Language) -> (usize, usize) {
        let other = OTHER_VERSIONS.into_iter().find(|(other, ..)| *other == language);
        other.map_or((0, 0), |(_, in_sample, in_all)| (in_sample, in_all))
    }

    /// Returns the stem of a word as Snowball has it, not folded.
    fn stem(language: Language, word: &str) -> String {
        match algorithm(language) {
            Some(algorithm) => {
                snowball_stemmers_rs::Stemmer::create(algorithm).stem(word).into_owned()
            }
            None => Stemmer::create(rust_stemmers::Algorithm::English).stem(word).into_owned(),
        }
    }

    /// Returns the pairs whose stem is another one, with ours.
    fn differences<'t>(
        language: Language,
        pairs: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Vec<String> {
        let differs = |(word, expected)| {
            let stem = stem(language, word);
            (stem != expected).then(|| format!("{word}: {stem} for {expected}"))
        };
        pairs.filter_map(differs).collect()
    }

    #[test]
    fn words_of_each_language_have_snowball_s_stems() {
        let is_published = |it: &Language| !matches!(it, Language::Ukrainian | Language::Other);
        for language in Language::ALL.into_iter().filter(is_published) {
            let name = format!("{language:?}").to_lowercase();
            let path = format!("{}/tests/snowball/{name}.txt", env!("CARGO_MANIFEST_DIR"));
            let sample = std::fs::read_to_string(&path).expect(&path);
            let lines = sample.lines().filter(|line| !line.starts_with('#'));
            let pairs: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(' ')).collect();
            assert!(pairs.len() >= LEAST_WORDS, "{name}: {} words", pairs.len());
            let differences = differences(language, pairs.into_iter());
            let (expected, _) = other_stems(language);
            assert_eq!(differences.len(), expected, "{name}: {differences:#?}");
        }
    }

    #[test]
    #[ignore = "needs Snowball's vocabularies in SNOWBALL_DATA: see CONTRIBUTING.md"]
    fn whole_vocabularies_have_snowball_s_stems() {
        let folder = std::env::var_os("SNOWBALL_DATA").expect("SNOWBALL_DATA names a folder");
        let (mut compared, mut report) = (0, String::new());
        for language in Language::ALL {
            let name = format!("{language:?}").to_lowercase();
            let read = |file| std::fs::read_to_string(Path::new(&folder).join(&name).join(file));
            let (Ok(words), Ok(stems)) = (read("voc.txt"), read("output.txt")) else { continue };
            let differences = differences(language, words.lines().zip(stems.lines()));
            compared += 1;
            let (count, some) = (differences.len(), differences.get(..4).unwrap_or(&differences));
            println!("{name}: {} words, {count} differ: {some:?}", words.lines().count());
            if count > other_stems(language).1 {
                report.push_str(&format!("{name}: {count}\n"));
            }
        }
        assert!(compared > 0, "no LANGUAGE/voc.txt with output.txt in {}", folder.display());
        assert!(report.is_empty(), "words with other stems:\n{report}");
    }
}
