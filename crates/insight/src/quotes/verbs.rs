//! Verbs of speaking in the languages that introduce speech by a dash.
//!
//! The words are data, in `data/speech_verbs.txt`.

use crate::data::DataFile;
use crate::document::Language;
use crate::hash::{FastMap, FastSet};
use crate::token::Token;
use crate::vocabulary::section_words;
use std::sync::LazyLock;

/// The languages that set the speaker off by a comma, rather than by a second dash only.
const WITH_COMMA: [&str; 9] = ["da", "et", "fi", "fr", "it", "nb", "pt", "sv", "tr"];

/// The languages in which a name may be the owner of the noun behind it.
const WITH_OWNERS: [&str; 7] = ["da", "et", "fi", "hu", "nb", "sv", "tr"];

/// Words before a name that is not the subject of the verb: "dijo la madre de Ana".
const BEFORE_OTHERS: &[&str] = &[
    "ad", "af", "al", "alla", "allo", "ao", "au", "aux", "av", "avec", "com", "con", "contra",
    "cu", "da", "dal", "de", "del", "della", "dello", "des", "di", "do", "dos", "du", "fra",
    "från", "för", "for", "hos", "i", "în", "lui", "med", "na", "no", "om", "para", "per", "por",
    "pour", "på", "sobre", "su", "sur", "til", "till", "to", "à", "на", "от", "с",
];

/// Words behind a name that is not the owner of a noun: "sier Kari Nordmann til avisen".
const AFTER_SUBJECTS: &[&str] = &[
    "da", "efter", "etter", "for", "för", "fra", "från", "hos", "i", "ja", "kun", "med", "men",
    "mens", "medan", "när", "og", "och", "om", "på", "samt", "som", "til", "till", "ved", "vid",
    "és",
];

/// The verbs of speaking of one language.
pub(super) struct SpeechVerbs {
    verbs: FastSet<&'static str>,
    /// The words that may stand before a verb: auxiliaries and pronouns.
    before: FastSet<&'static str>,
    /// The titles that alone may stand between a verb and a name, or none if other words may, too.
    titles: FastSet<&'static str>,
    /// True if "a" is the article of women and no preposition.
    a_is_article: bool,
    /// True if a name may be the owner of the noun behind it ("Anna Bergs chef").
    has_owners: bool,
    /// True if the speaker may be set off by a comma.
    pub(super) has_comma: bool,
}

static VERBS: LazyLock<FastMap<&'static str, SpeechVerbs>> = LazyLock::new(|| {
    let text = DataFile::SpeechVerbs.text();
    let sections = text.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
    let languages = sections.filter(|section| !section.contains(' '));
    let verbs = |code: &'static str| SpeechVerbs {
        verbs: section_words(text, code).collect(),
        before: section_words(text, &format!("{code} before")).collect(),
        titles: section_words(text, &format!("{code} titles")).collect(),
        a_is_article: matches!(code, "gl" | "pt"),
        has_owners: WITH_OWNERS.contains(&code),
        has_comma: WITH_COMMA.contains(&code),
    };
    languages.map(|code| (code, verbs(code))).collect()
});

impl SpeechVerbs {
    /// Returns the verbs of a language, or `None` if dashes do not introduce speech in it.
    pub(super) fn of(language: Language) -> Option<&'static Self> {
        VERBS.get(language.code())
    }

    /// Returns the index of the verb of speaking that `tokens` begin with, maybe after words that
    /// may stand before it.
    pub(super) fn position(&self, tokens: &[Token<'_>]) -> Option<usize> {
        const MAX_BEFORE: usize = 3;
        let may_stand_before = |token: &&Token<'_>| {
            let word = without_elided(token.text);
            // "a-t-il"
            let (first, _) = word.split_once('-').unwrap_or((word, ""));
            self.before.contains(word) || self.before.contains(first)
        };
        let before = tokens.iter().take(MAX_BEFORE).take_while(may_stand_before).count();
        // A verb may be among these words, too.
        (0..=before).find(|at| tokens.get(*at).is_some_and(|token| self.is_verb(token.text)))
    }

    /// Returns whether the words between a verb and the name of its subject may stand there.
    pub(super) fn may_precede_subject(&self, words: &[Token<'_>]) -> bool {
        const MAX_WORDS: usize = 4;
        let may_stand = |token: &Token<'_>| match self.titles.is_empty() {
            true if token.text == "a" => self.a_is_article,
            true => {
                token.text.chars().all(|c| c.is_lowercase() || c == '-')
                    && !BEFORE_OTHERS.contains(&token.text)
            }
            false => token.text == "." || self.titles.contains(token.text),
        };
        words.len() <= MAX_WORDS && words.iter().all(may_stand)
    }

    /// Returns whether a word may follow the name of a subject.
    pub(super) fn may_follow_subject(&self, word: &Token<'_>) -> bool {
        let is_lower = word.text.chars().next().is_some_and(char::is_lowercase);
        is_lower && (!self.has_owners || AFTER_SUBJECTS.contains(&word.text))
    }

    /// Returns whether a word, in lower case, is a verb of speaking, with or without a pronoun
    /// ("dit-il", "s’exclame").
    fn is_verb(&self, word: &str) -> bool {
        let word = without_elided(word);
        self.verbs.contains(word)
            || word.split_once('-').is_some_and(|(verb, _)| self.verbs.contains(verb))
    }
}

/// Returns a word without an elided one before it: "a" of "l’a".
fn without_elided(word: &str) -> &str {
    word.rsplit(['’', '\'']).next().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_read() {
        for code in WITH_COMMA {
            assert!(VERBS.contains_key(code), "{code}");
        }
        for (code, verbs) in VERBS.iter() {
            assert!(verbs.verbs.len() > 9, "{code}");
            assert!(verbs.verbs.iter().all(|verb| *verb == verb.to_lowercase()), "{code}");
        }
        let words = ["before", "titles"];
        let text = DataFile::SpeechVerbs.text();
        for section in text.lines().filter(|line| line.starts_with('[') && line.contains(' ')) {
            let (code, kind) = section.trim_matches(['[', ']']).split_once(' ').unwrap();
            assert!(VERBS.contains_key(code) && words.contains(&kind), "{section}");
        }
    }
}
