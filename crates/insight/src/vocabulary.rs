//! Words that tell what a name beside them is: titles, heads of organisations, weapons, verbs of saying, peoples. The words are
//! data, in `data/words.txt`.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Some words, in lower case.
#[derive(Debug, Default)]
pub(crate) struct Words(HashSet<&'static str>);

impl Words {
    /// Whether a word, in lower case, is among them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether a word, in any case, is among them, or what it is the plural of.
    pub(crate) fn has_number(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let lower = lower.trim_end_matches('.');
        self.has(lower) || lower.strip_suffix('s').is_some_and(|one| self.has(one))
    }
}

/// All lists, each as `data/words.txt` describes it.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) titles: Words,
    pub(crate) title_parts: Words,
    pub(crate) offices: Words,
    pub(crate) sure_organisation_heads: Words,
    /// The sure ones and the others.
    pub(crate) organisation_heads: Words,
    pub(crate) organisation_leads: Words,
    pub(crate) organisation_nouns: Words,
    pub(crate) organisations_in_general: Words,
    pub(crate) units: Words,
    /// The sure ones and the others.
    pub(crate) place_heads: Words,
    pub(crate) other_place_heads: Words,
    /// Those of weapons, too.
    pub(crate) product_heads: Words,
    pub(crate) weapon_heads: Words,
    pub(crate) between: Words,
    pub(crate) makers: Words,
    pub(crate) saying: Words,
    pub(crate) dates: Words,
    pub(crate) particles: Words,
    peoples: Words,
    pub(crate) event_heads: Words,
    pub(crate) event_leads: Words,
    pub(crate) no_names: Words,
    pub(crate) family_names: Words,
}

const TEXT: &str = include_str!("../data/words.txt");

/// The lists, read once.
pub(crate) static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let of = |sections: &[&str]| {
        Words(sections.iter().flat_map(|section| section_of(TEXT, section)).collect())
    };
    Vocabulary {
        titles: of(&["titles"]),
        title_parts: of(&["title parts"]),
        offices: of(&["offices"]),
        sure_organisation_heads: of(&["sure organisation heads"]),
        organisation_heads: of(&["sure organisation heads", "other organisation heads"]),
        organisation_leads: of(&["organisation leads"]),
        organisation_nouns: of(&["organisation nouns"]),
        organisations_in_general: of(&["organisations in general"]),
        units: of(&["units"]),
        place_heads: of(&["sure place heads", "other place heads"]),
        other_place_heads: of(&["other place heads"]),
        product_heads: of(&["product heads", "weapon heads"]),
        weapon_heads: of(&["weapon heads"]),
        between: of(&["between"]),
        makers: of(&["makers"]),
        saying: of(&["saying"]),
        dates: of(&["dates"]),
        particles: of(&["particles"]),
        peoples: of(&["peoples"]),
        event_heads: of(&["event heads"]),
        event_leads: of(&["event leads"]),
        no_names: of(&["no names"]),
        family_names: of(&["family names"]),
    }
});

/// The words of a section; none if there is no such section.
fn section_of(text: &'static str, section: &str) -> impl Iterator<Item = &'static str> {
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

/// Whether a word, in lower case, is a people or its adjective.
pub(crate) fn is_people(word: &str) -> bool {
    let has = |word: &str| WORDS.peoples.has(word);
    has(word)
        || word.strip_suffix('s').is_some_and(has)
        || word.strip_suffix("men").is_some_and(has)
        || word.rsplit_once('-').is_some_and(|(_, last)| is_people(last))
}

/// Whether a word, in lower case, is a direction, which tells one people or place from another.
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

/// Whether a word, in lower case, with or without a full stop, is a title.
pub(crate) fn is_title(word: &str) -> bool {
    WORDS.titles.has(word.trim_end_matches('.'))
        || word.split_once('-').is_some_and(|(first, _)| WORDS.titles.has(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_read() {
        let lists: Vec<&str> = TEXT.lines().filter(|line| line.starts_with('[')).collect();
        let source = include_str!("vocabulary.rs");
        for list in lists {
            let name = list.trim_matches(['[', ']']);
            assert!(section_of(TEXT, name).next().is_some(), "{name} is empty");
            assert!(source.contains(&format!("\"{name}\"")), "{name} is not used");
        }
        assert!(is_people("russians") && is_people("pro-ukrainian") && !is_people("kyiv"));
        assert!(is_title("gen.") && is_title("secretary-general") && !is_title("general's"));
        assert!(WORDS.product_heads.has_number("Missiles"));
    }
}
