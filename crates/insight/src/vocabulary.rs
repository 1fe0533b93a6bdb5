//! Words that indicate the kind of a name beside them: titles, head nouns, reporting verbs,
//! demonyms.
//!
//! The words are data, in `data/words.txt`.

use crate::data::DataFile;
use crate::hash::FastSet;
use std::sync::LazyLock;

/// A set of words in lower case.
#[derive(Debug, Default)]
pub(crate) struct WordSet(FastSet<&'static str>);

impl WordSet {
    /// Returns whether the set contains `word`, which has to be in lower case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Returns whether the set contains `word`, in any case, or the singular of it.
    pub(crate) fn contains_ignoring_plural(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let lower = lower.trim_end_matches('.');
        self.contains(lower)
            || lower.strip_suffix('s').is_some_and(|singular| self.contains(singular))
    }
}

/// Every word list, as `data/words.txt` describes it.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) titles: WordSet,
    pub(crate) title_parts: WordSet,
    pub(crate) offices: WordSet,
    pub(crate) sure_organisation_heads: WordSet,
    /// The sure organisation heads and the ambiguous ones.
    pub(crate) organisation_heads: WordSet,
    pub(crate) organisation_leads: WordSet,
    pub(crate) organisation_nouns: WordSet,
    pub(crate) generic_organisations: WordSet,
    /// Without full stops.
    pub(crate) legal_forms: WordSet,
    pub(crate) military_units: WordSet,
    /// The sure place heads and the ambiguous ones.
    pub(crate) place_heads: WordSet,
    pub(crate) ambiguous_place_heads: WordSet,
    /// The heads of products, including those of weapons.
    pub(crate) product_heads: WordSet,
    pub(crate) weapon_heads: WordSet,
    pub(crate) weapon_modifiers: WordSet,
    pub(crate) manufacturers: WordSet,
    pub(crate) reporting_verbs: WordSet,
    pub(crate) dates: WordSet,
    pub(crate) name_particles: WordSet,
    demonyms: WordSet,
    pub(crate) event_heads: WordSet,
    pub(crate) event_leads: WordSet,
    pub(crate) non_names: WordSet,
    pub(crate) leading_surnames: WordSet,
}

/// The word lists, parsed on first use.
pub(crate) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let text = DataFile::Words.text();
    let words = |sections: &[&str]| {
        WordSet(sections.iter().flat_map(|section| section_words(text, section)).collect())
    };
    Vocabulary {
        titles: words(&["titles"]),
        title_parts: words(&["title parts"]),
        offices: words(&["offices"]),
        sure_organisation_heads: words(&["sure organisation heads"]),
        organisation_heads: words(&["sure organisation heads", "other organisation heads"]),
        organisation_leads: words(&["organisation leads"]),
        organisation_nouns: words(&["organisation nouns"]),
        generic_organisations: words(&["generic organisations"]),
        legal_forms: words(&["legal forms"]),
        military_units: words(&["military units"]),
        place_heads: words(&["sure place heads", "other place heads"]),
        ambiguous_place_heads: words(&["other place heads"]),
        product_heads: words(&["product heads", "weapon heads"]),
        weapon_heads: words(&["weapon heads"]),
        weapon_modifiers: words(&["weapon modifiers"]),
        manufacturers: words(&["manufacturers"]),
        reporting_verbs: words(&["reporting verbs"]),
        dates: words(&["dates"]),
        name_particles: words(&["name particles"]),
        demonyms: words(&["demonyms"]),
        event_heads: words(&["event heads"]),
        event_leads: words(&["event leads"]),
        non_names: words(&["non-names"]),
        leading_surnames: words(&["leading surnames"]),
    }
});

/// Returns the words of a section, or none if there is no such section.
pub(crate) fn section_words(
    text: &'static str,
    section: &str,
) -> impl Iterator<Item = &'static str> {
    let is_start = move |line: &str| {
        line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) == Some(section)
    };
    text.lines()
        .skip_while(move |line| !is_start(line))
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(", "))
        .filter(|word| !word.is_empty())
}

/// Returns whether `word`, in lower case, is a demonym ("russian", "russians", "pro-ukrainian").
pub(crate) fn is_demonym(word: &str) -> bool {
    let is_listed = |word: &str| VOCABULARY.demonyms.contains(word);
    is_listed(word)
        || word.strip_suffix('s').is_some_and(is_listed)
        || word.strip_suffix("men").is_some_and(is_listed)
        || word.rsplit_once('-').is_some_and(|(_, last)| is_demonym(last))
}

/// Returns whether `word`, in lower case, is a direction, which is part of many names of places.
pub(crate) fn is_direction(word: &str) -> bool {
    const DIRECTIONS: [&str; 17] = [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "n.",
        "s.",
        "e.",
        "w.",
    ];
    DIRECTIONS.contains(&word)
}

/// Returns whether `word`, in lower case and with or without a full stop, is a title.
pub(crate) fn is_title(word: &str) -> bool {
    VOCABULARY.titles.contains(word.trim_end_matches('.'))
        || word.split_once('-').is_some_and(|(first, _)| VOCABULARY.titles.contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_words_and_a_reader() {
        let source = include_str!("vocabulary.rs");
        let text = DataFile::Words.text();
        for line in text.lines().filter(|line| line.starts_with('[')) {
            let section = line.trim_matches(['[', ']']);
            assert!(section_words(text, section).next().is_some(), "{section} is empty");
            assert!(source.contains(&format!("\"{section}\"")), "{section} is not read");
        }
    }

    #[test]
    fn demonyms_are_recognised_in_the_plural_and_after_a_hyphen() {
        assert!(is_demonym("russians") && is_demonym("pro-ukrainian"));
        assert!(!is_demonym("kyiv"));
    }

    #[test]
    fn titles_are_recognised_abbreviated_and_before_a_hyphen() {
        assert!(is_title("gen.") && is_title("secretary-general"));
        assert!(!is_title("general's"));
    }

    #[test]
    fn plurals_match_their_singular() {
        assert!(VOCABULARY.product_heads.contains_ignoring_plural("Missiles"));
    }
}
