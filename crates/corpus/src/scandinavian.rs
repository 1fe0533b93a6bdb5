//! Tells Danish, Bokmål and Nynorsk apart by the frequent words that only one of them has.
//!
//! Their trigrams are nearly the same, so that a detector is seldom certain of a short text. But
//! most sentences have a word that is written in one way only: "af" or "av", "efter" or "etter",
//! "ikke" or "ikkje".

/// The fewest words of one language that decide.
const FEWEST: usize = 2;

/// The words of one language for each word of another, which may stand in a name or a quote.
const RATIO: usize = 3;

/// Words that Norwegian does not have.
const DANISH: [&str; 46] = [
    "af",
    "blev",
    "blevet",
    "bliver",
    "bruge",
    "bruger",
    "dig",
    "efter",
    "end",
    "fik",
    "gennem",
    "gik",
    "gør",
    "gøre",
    "havde",
    "hende",
    "hjælp",
    "hvad",
    "hvornår",
    "igen",
    "ind",
    "kører",
    "lidt",
    "lige",
    "mellem",
    "mere",
    "mig",
    "mod",
    "nogen",
    "noget",
    "nogle",
    "nu",
    "næste",
    "op",
    "os",
    "sagde",
    "sidste",
    "sig",
    "siger",
    "spørgsmål",
    "tilbage",
    "ud",
    "uden",
    "vand",
    "vej",
    "vejen",
];

/// Words that Danish does not have, and both forms of Norwegian do.
const NORWEGIAN: [&str; 20] = [
    "av", "blant", "blir", "enn", "etter", "etterpå", "gjennom", "hadde", "igjen", "inn", "litt",
    "meg", "mot", "neste", "opp", "oss", "seg", "siste", "ut", "å",
];

/// Words that neither Danish nor Nynorsk has.
const BOKMÅL: [&str; 16] = [
    "annen", "ble", "blitt", "deg", "fikk", "gikk", "gjør", "gjøre", "hva", "mellom", "mer", "noe",
    "noen", "nå", "sier", "uten",
];

/// Words that neither Danish nor Bokmål has.
const NYNORSK: [&str; 20] = [
    "berre", "dei", "eg", "ein", "eit", "frå", "heile", "ho", "ikkje", "korleis", "kva", "kvar",
    "kvifor", "mykje", "noko", "nokon", "sjølv", "vart", "vere", "vorte",
];

/// Returns the tag of the language that the words of a text belong to, if enough of them tell. The
/// text has to be in one of the three languages.
pub(crate) fn tag_by_words(text: &str) -> Option<&'static str> {
    let (mut danish, mut norwegian, mut bokmål, mut nynorsk) = (0, 0, 0, 0);
    for word in text.split(|c: char| !c.is_alphabetic()) {
        // A name may be of either language.
        if word.chars().next().is_some_and(char::is_uppercase) {
            continue;
        }
        danish += usize::from(DANISH.contains(&word) || has_danish_spelling(word));
        norwegian += usize::from(NORWEGIAN.contains(&word) || has_norwegian_spelling(word));
        bokmål += usize::from(BOKMÅL.contains(&word));
        nynorsk += usize::from(NYNORSK.contains(&word));
    }
    let norwegian = norwegian + bokmål + nynorsk;
    if danish >= FEWEST && danish >= RATIO * norwegian {
        Some("da")
    } else if norwegian >= FEWEST && norwegian >= RATIO * danish {
        Some(if nynorsk >= FEWEST && nynorsk > bokmål { "nn" } else { "nb" })
    } else {
        None
    }
}

/// Returns whether a word is spelled as "station", "arbejde" or "høj", which are "stasjon",
/// "arbeid" and "høy" in Norwegian.
fn has_danish_spelling(word: &str) -> bool {
    ["tion", "tionen", "tioner", "tionerne"].iter().any(|end| word.ends_with(end))
        || ["ej", "øj"].iter().any(|vowels| word.contains(vowels))
}

/// Returns whether a word is spelled as "stasjon", "gjest" or "høy", which are "station", "gæst"
/// and "høj" in Danish.
fn has_norwegian_spelling(word: &str) -> bool {
    ["sjon", "sjonen", "sjoner", "sjonene"].iter().any(|end| word.ends_with(end))
        || ["kj", "gj"].iter().any(|start| word.starts_with(start)) && word.len() > 4
        || word.contains("øy")
}
