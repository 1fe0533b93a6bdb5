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
    let algorithm = match language {
        Language::English => return stem_query_word(term),
        Language::Other => return term.to_owned(),
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
    };
    if !is_stemmable(term) || !written.chars().all(is_letter) {
        return term.to_owned();
    }
    fold(&snowball_stemmers_rs::Stemmer::create(algorithm).stem(written))
}

/// Returns whether a term can have a stem. Numbers and codes ("2.2", "rs26") have none.
fn is_stemmable(term: &str) -> bool {
    term.len() > 2 && term.len() <= MAX_STEMMED_BYTES && term.chars().all(is_letter)
}

/// Returns whether `c` is a letter, or a mark of one such as the signs of Indic scripts.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}
