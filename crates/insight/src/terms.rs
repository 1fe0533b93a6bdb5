//! What a document is about, as weighted terms: its telling words and what it names.

use crate::document::Reading;
use crate::names::{EntityId, Names};
use std::collections::{BTreeMap, HashMap};

/// A term: an entity, or a word in lower case without a plural's ending.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Term {
    Entity(EntityId),
    Word(String),
}

/// How often each document has which term, and how telling each term is.
pub(crate) struct Terms {
    /// By document, with how often.
    pub(crate) counts: Vec<BTreeMap<Term, u32>>,
    /// In how many documents a term is.
    documents: HashMap<Term, u32>,
}

/// An entity says more of what an article is about than a word does.
const ENTITY: f64 = 2.0;

impl Terms {
    pub(crate) fn of(readings: &[Reading<'_>], names: &Names) -> Self {
        let mut counts = Vec::new();
        let mut documents: HashMap<Term, u32> = HashMap::new();
        for (number, reading) in readings.iter().enumerate() {
            let mut count: BTreeMap<Term, u32> = BTreeMap::new();
            for word in reading
                .passages
                .iter()
                .flat_map(|passage| &passage.tokens)
                .filter_map(|token| term(token.text))
            {
                *count.entry(Term::Word(word)).or_default() += 1;
            }
            for mention in names.mentions.get(number).into_iter().flatten() {
                *count.entry(Term::Entity(mention.entity)).or_default() += 1;
            }
            for term in count.keys() {
                *documents.entry(term.clone()).or_default() += 1;
            }
            counts.push(count);
        }
        Self { counts, documents }
    }

    /// In how many documents a term is.
    pub(crate) fn documents(&self, term: &Term) -> u32 {
        self.documents.get(term).copied().unwrap_or_default()
    }

    /// How much it says that a term is there so often: more if it is often there, and less the more documents have it.
    pub(crate) fn weight(&self, term: &Term, times: u32) -> f64 {
        let of_kind = if matches!(term, Term::Entity(_)) { ENTITY } else { 1.0 };
        let rarity = ((1 + self.counts.len()) as f64 / f64::from(self.documents(term).max(1))).ln();
        of_kind * rarity * (1.0 + f64::from(times).ln())
    }
}

/// The term that a word is, if it says something: words with four letters or more that are not in everything.
pub(crate) fn term(word: &str) -> Option<String> {
    const SAYS_NOTHING: [&str; 64] = [
        "that",
        "with",
        "this",
        "from",
        "have",
        "been",
        "were",
        "they",
        "their",
        "will",
        "would",
        "which",
        "while",
        "could",
        "also",
        "more",
        "than",
        "into",
        "about",
        "after",
        "over",
        "when",
        "what",
        "there",
        "these",
        "those",
        "some",
        "such",
        "only",
        "other",
        "most",
        "between",
        "during",
        "under",
        "where",
        "within",
        "should",
        "might",
        "said",
        "says",
        "does",
        "both",
        "many",
        "much",
        "even",
        "just",
        "like",
        "because",
        "among",
        "further",
        "however",
        "including",
        "according",
        "being",
        "them",
        "your",
        "whose",
        "toward",
        "towards",
        "through",
        "around",
        "against",
        "before",
        "since",
    ];
    let lower = word.to_lowercase();
    let is_telling = lower.chars().count() >= 4
        && lower.chars().all(char::is_alphabetic)
        && word.starts_with(char::is_lowercase)
        && !SAYS_NOTHING.contains(&lower.as_str());
    let plain = lower.strip_suffix('s').filter(|one| !one.ends_with('s')).unwrap_or(&lower);
    is_telling.then(|| plain.to_owned())
}
