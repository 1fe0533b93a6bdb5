//! Stemming: Snowball's algorithms, from `rust-stemmers`.

#[cfg(feature = "build")]
use super::{fold::fold, language::Language};
use rust_stemmers::{Algorithm, Stemmer};

/// Stems a folded query word that no document contains, as English: see
/// [`Language`](super::language::Language).
pub(crate) fn stem_query_word(word: &str) -> String {
    if is_stemmable(word) {
        Stemmer::create(Algorithm::English).stem(word).into_owned()
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
        Language::Danish => Algorithm::Danish,
        Language::Dutch => Algorithm::Dutch,
        Language::Finnish => Algorithm::Finnish,
        Language::French => Algorithm::French,
        Language::German => Algorithm::German,
        Language::Greek => Algorithm::Greek,
        Language::Hungarian => Algorithm::Hungarian,
        Language::Italian => Algorithm::Italian,
        Language::Norwegian => Algorithm::Norwegian,
        Language::Portuguese => Algorithm::Portuguese,
        Language::Romanian => Algorithm::Romanian,
        Language::Russian => Algorithm::Russian,
        Language::Spanish => Algorithm::Spanish,
        Language::Swedish => Algorithm::Swedish,
        Language::Tamil => Algorithm::Tamil,
        Language::Turkish => Algorithm::Turkish,
    };
    if !is_stemmable(term) || !written.chars().all(char::is_alphabetic) {
        return term.to_owned();
    }
    fold(&Stemmer::create(algorithm).stem(written))
}

/// Returns whether a term can have a stem. Numbers and codes ("2.2", "rs26") have none.
fn is_stemmable(term: &str) -> bool {
    term.len() > 2 && term.len() <= 40 && term.chars().all(char::is_alphabetic)
}
