//! Words around quotes: reporting verbs, nouns for speakers, and prepositions.

use crate::vocabulary::VOCABULARY;

/// Words before a name that is not the subject of its sentence.
pub(super) const PREPOSITIONS: &[&str] = &[
    "of", "with", "to", "for", "by", "on", "about", "against", "from", "like", "between", "if",
    "when", "behind", "former",
];

/// Returns whether a word, in lower case, introduces a quote: a reporting verb, or one of the verbs
/// that count only before a quote ("labeling it a “…”").
pub(super) fn introduces_quote(word: &str) -> bool {
    VOCABULARY.reporting_verbs.contains(word)
        || matches!(
            word,
            "stating"
                | "saying"
                | "calling"
                | "labeling"
                | "labelling"
                | "describing"
                | "adding"
                | "warning"
                | "noting"
                | "insisting"
                | "arguing"
                | "telling"
                | "asking"
                | "emphasizing"
                | "emphasising"
                | "citing"
                | "reflected"
                | "advocated"
                | "focus"
                | "tells"
                | "say"
                | "call"
                | "argue"
                | "warn"
                | "describe"
                | "reads"
                | "read"
                | "quoted"
                | "speaking"
                | "questioned"
                | "mocked"
                | "blasted"
                | "hailed"
                | "termed"
                | "dubbed"
                | "reasoned"
                | "words"
        )
}

/// Nouns for speakers who are not named, in lower case and singular.
pub(super) const SPEAKER_NOUNS: &[&str] = &[
    "man",
    "woman",
    "people",
    "official",
    "expert",
    "witness",
    "source",
    "diplomat",
    "soldier",
    "police",
    "neighbour",
    "neighbor",
    "survivor",
    "critic",
    "supporter",
    "observer",
    "aide",
    "adviser",
    "advisor",
    "lawyer",
    "doctor",
    "nurse",
    "teacher",
    "student",
    "author",
    "scientist",
    "colleague",
    "friend",
    "mother",
    "father",
    "investigator",
    "protester",
    "statement",
    "report",
    "ministry",
    "government",
    "company",
    "document",
    "letter",
    "fellow",
    "volunteer",
    "driver",
    "farmer",
    "trader",
    "dealer",
    "investor",
    "passenger",
    "villager",
    "refugee",
    "executive",
    "employee",
    "worker",
    "person",
    "boy",
    "girl",
    "military",
    "army",
    "authority",
    "authorities",
    "group",
    "agency",
    "city",
    "court",
    "spokesman",
    "notice",
];
