//! Words of speech.

use crate::vocabulary::WORDS;

/// What stands before a name that is no subject.
pub(super) const PREPOSITIONS: &[&str] = &[
    "of", "with", "to", "for", "by", "on", "about", "against", "from", "like", "between", "if",
    "when", "behind", "former",
];

/// Verbs before a quote, beyond those of saying: "labeling it a “…”".
pub(super) fn is_saying(word: &str) -> bool {
    WORDS.saying.has(word)
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

/// What people who are not named are called, lower case and singular.
pub(super) const PEOPLE: &[&str] = &[
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
