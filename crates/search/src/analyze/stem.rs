//! Stemming: Snowball's algorithms, through `rust-stemmers`.

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded word of the query that no document holds. English: see [`Language`](super::Language).
pub(crate) fn stem_query_word(form: &str) -> String {
    if is_stemmable(form) {
        Stemmer::create(Algorithm::English).stem(form).into_owned()
    } else {
        form.to_owned()
    }
}

/// The folded stem of a word of a document: `written` is the word in lower case, with its diacritics, which most
/// algorithms look at.
#[cfg(feature = "build")]
pub(crate) fn stem_for(language: super::Language, form: &str, written: &str) -> String {
    use super::Language;
    let algorithm = match language {
        Language::English => return stem_query_word(form),
        Language::Other => return form.to_owned(),
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
    if !is_stemmable(form) || !written.chars().all(char::is_alphabetic) {
        return form.to_owned();
    }
    super::fold(&Stemmer::create(algorithm).stem(written))
}

/// Numbers and mixed codes ("rs26", "2.2") have no stem.
fn is_stemmable(form: &str) -> bool {
    form.len() > 2 && form.len() <= 40 && form.chars().all(char::is_alphabetic)
}
