//! The languages whose words are grouped by stem.

/// The language of a document: selects the stemmer when the index is built.
///
/// Queries have no language. A query word that some document contains is looked up together with
/// the terms that the builder grouped with it, in any language. Only a word that no document
/// contains is stemmed in the reader's browser, as English. The page therefore carries one stemmer,
/// and still finds every inflected form in all the languages below. In other languages than English
/// a form that no document contains finds other forms only as a prefix or as a misspelling of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Language {
    Arabic,
    Armenian,
    Basque,
    Catalan,
    Czech,
    Danish,
    Dutch,
    #[default]
    English,
    Esperanto,
    Estonian,
    Finnish,
    French,
    German,
    Greek,
    Hindi,
    Hungarian,
    Indonesian,
    Irish,
    Italian,
    Lithuanian,
    Nepali,
    Norwegian,
    Persian,
    Polish,
    Portuguese,
    Romanian,
    Russian,
    Serbian,
    Sesotho,
    Spanish,
    Swedish,
    Tamil,
    Turkish,
    Ukrainian,
    Yiddish,
    /// Any other language: its words are folded, but not stemmed.
    Other,
}

impl Language {
    /// All languages, in the order of their numbers.
    #[cfg(feature = "build")]
    pub(crate) const ALL: [Self; 36] = [
        Self::Arabic,
        Self::Armenian,
        Self::Basque,
        Self::Catalan,
        Self::Czech,
        Self::Danish,
        Self::Dutch,
        Self::English,
        Self::Esperanto,
        Self::Estonian,
        Self::Finnish,
        Self::French,
        Self::German,
        Self::Greek,
        Self::Hindi,
        Self::Hungarian,
        Self::Indonesian,
        Self::Irish,
        Self::Italian,
        Self::Lithuanian,
        Self::Nepali,
        Self::Norwegian,
        Self::Persian,
        Self::Polish,
        Self::Portuguese,
        Self::Romanian,
        Self::Russian,
        Self::Serbian,
        Self::Sesotho,
        Self::Spanish,
        Self::Swedish,
        Self::Tamil,
        Self::Turkish,
        Self::Ukrainian,
        Self::Yiddish,
        Self::Other,
    ];

    /// Returns the language of a BCP 47 tag ("en", "en-GB", "pt_BR"). Ignores script and region.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "ar" => Self::Arabic,
            "hy" => Self::Armenian,
            "eu" => Self::Basque,
            "ca" => Self::Catalan,
            "cs" => Self::Czech,
            "da" => Self::Danish,
            "nl" => Self::Dutch,
            "en" => Self::English,
            "eo" => Self::Esperanto,
            "et" => Self::Estonian,
            "fi" => Self::Finnish,
            "fr" => Self::French,
            "de" => Self::German,
            "el" => Self::Greek,
            "hi" => Self::Hindi,
            "hu" => Self::Hungarian,
            "id" => Self::Indonesian,
            "ga" => Self::Irish,
            "it" => Self::Italian,
            "lt" => Self::Lithuanian,
            "ne" => Self::Nepali,
            "no" | "nb" | "nn" => Self::Norwegian,
            "fa" => Self::Persian,
            "pl" => Self::Polish,
            "pt" => Self::Portuguese,
            "ro" => Self::Romanian,
            "ru" => Self::Russian,
            "sr" => Self::Serbian,
            "st" => Self::Sesotho,
            "es" => Self::Spanish,
            "sv" => Self::Swedish,
            "ta" => Self::Tamil,
            "tr" => Self::Turkish,
            "uk" => Self::Ukrainian,
            "yi" => Self::Yiddish,
            _ => Self::Other,
        }
    }
}
