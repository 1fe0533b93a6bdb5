//! The analyzers of the index, built from parts that every OpenSearch has.
//!
//! Character filters do what our tokenizer decides from the characters around a sign: they fold,
//! drop possessives and the full stops of abbreviations, join numbers, and write signs as words. A
//! pattern then finds words, and `word_delimiter_graph` splits compounds and indexes them as a
//! whole as well.
//!
//! | analyzer | for |
//! |---|---|
//! | `cuttings` | texts as written |
//! | `cuttings_query` | words of queries: as above, without the wholes of compounds |
//! | `cuttings_stem_en` and others | texts and queries by stem, one for each language of the edition |

use crate::folding::{escaped, folding_rules, sign_rules};
use cuttings_search::Language;
use serde_json::{Map, Value, json};

/// The analyzer of documents.
pub(crate) const ANALYZER: &str = "cuttings";

/// The analyzer of queries.
pub(crate) const QUERY_ANALYZER: &str = "cuttings_query";

/// The stemmer of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stemmer {
    /// The language's code, which is part of the names of fields.
    pub(crate) code: &'static str,
    /// The name of the token filter's language.
    pub(crate) name: &'static str,
}

/// Returns the stemmer of a language, if every OpenSearch has one.
pub(crate) fn stemmer(language: Language) -> Option<Stemmer> {
    let (code, name) = match language {
        Language::Arabic => ("ar", "arabic"),
        Language::Armenian => ("hy", "armenian"),
        Language::Basque => ("eu", "basque"),
        Language::Catalan => ("ca", "catalan"),
        Language::Czech => ("cs", "czech"),
        Language::Danish => ("da", "danish"),
        Language::Dutch => ("nl", "dutch"),
        Language::English => ("en", "porter2"),
        Language::Estonian => ("et", "estonian"),
        Language::Finnish => ("fi", "finnish"),
        Language::French => ("fr", "french"),
        Language::German => ("de", "german"),
        Language::Greek => ("el", "greek"),
        Language::Hindi => ("hi", "hindi"),
        Language::Hungarian => ("hu", "hungarian"),
        Language::Indonesian => ("id", "indonesian"),
        Language::Irish => ("ga", "irish"),
        Language::Italian => ("it", "italian"),
        Language::Lithuanian => ("lt", "lithuanian"),
        Language::Norwegian => ("no", "norwegian"),
        Language::Portuguese => ("pt", "portuguese"),
        Language::Romanian => ("ro", "romanian"),
        Language::Russian => ("ru", "russian"),
        Language::Spanish => ("es", "spanish"),
        Language::Swedish => ("sv", "swedish"),
        Language::Turkish => ("tr", "turkish"),
        Language::Esperanto
        | Language::Nepali
        | Language::Persian
        | Language::Polish
        | Language::Serbian
        | Language::Sesotho
        | Language::Tamil
        | Language::Ukrainian
        | Language::Yiddish
        | Language::Other => return None,
    };
    Some(Stemmer { code, name })
}

/// Returns the name of the analyzer with a stemmer.
pub(crate) fn stem_analyzer(stemmer: Stemmer) -> String {
    ["cuttings_stem_", stemmer.code].concat()
}

/// A letter, digit or mark.
const WORD: &str = r"\p{IsAlphabetic}\p{N}\p{M}";

/// The characters of scripts that we search by pairs, each of which is a word here. A query of
/// several is a phrase.
const UNSPACED: &str = r"\uAC00-\uD7A3\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3041-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\x{20000}-\x{3FFFF}";

/// The signs that are words beside a number, with their words. Folding maps other forms of a sign
/// to these.
const SIGN_WORDS: [(char, &str); 12] = [
    ('%', "percent"),
    ('$', "dollar"),
    ('€', "euro"),
    ('£', "pound"),
    ('¥', "yen"),
    ('₴', "hryvnia"),
    ('₽', "ruble"),
    ('₹', "rupee"),
    ('₩', "won"),
    ('₪', "shekel"),
    ('₺', "lira"),
    ('₫', "dong"),
];

/// Returns the part `analysis` of the index settings.
pub(crate) fn analysis(stemmers: &[Stemmer]) -> Value {
    let mut char_filters = Map::new();
    let mut names = vec!["cuttings_fold".to_owned()];
    let mapping = |rules: Vec<String>| json!({ "type": "mapping", "mappings": rules });
    char_filters.insert("cuttings_fold".to_owned(), mapping(folding_rules()));
    char_filters.insert("cuttings_signs".to_owned(), mapping(sign_rules()));
    for (name, pattern, replacement) in patterns() {
        let name = ["cuttings_", name].concat();
        let filter =
            json!({ "type": "pattern_replace", "pattern": pattern, "replacement": replacement });
        char_filters.insert(name.clone(), filter);
        names.push(name);
    }
    char_filters.insert("cuttings_sign_words".to_owned(), mapping(sign_word_rules()));
    names.push("cuttings_sign_words".to_owned());

    let mut filters = Map::new();
    filters.insert("cuttings_compounds".to_owned(), compounds(true));
    filters.insert("cuttings_parts".to_owned(), compounds(false));
    filters.insert("cuttings_length".to_owned(), json!({ "type": "truncate", "length": 64 }));

    let analyzer = |char_filters: &[String], filters: &[&str]| {
        json!({
            "type": "custom",
            "char_filter": char_filters,
            "tokenizer": "cuttings_words",
            "filter": filters,
        })
    };
    let mut analyzers = Map::new();
    let documents = ["cuttings_compounds", "flatten_graph", "lowercase", "cuttings_length"];
    analyzers.insert(ANALYZER.to_owned(), analyzer(&names, &documents));
    let queries = ["cuttings_parts", "lowercase", "cuttings_length"];
    analyzers.insert(QUERY_ANALYZER.to_owned(), analyzer(&names, &queries));
    for &stemmer in stemmers {
        let name = stem_analyzer(stemmer);
        filters.insert(name.clone(), json!({ "type": "stemmer", "language": stemmer.name }));
        // All stemmers but the English one depend on diacritics, so they see them.
        let mut char_filters = names.clone();
        let mut filters = documents.to_vec();
        filters.push(&name);
        if stemmer.name != "porter2" {
            char_filters.iter_mut().take(1).for_each(|first| *first = "cuttings_signs".to_owned());
            filters.push("asciifolding");
        }
        analyzers.insert(name.clone(), analyzer(&char_filters, &filters));
    }
    json!({
        "char_filter": char_filters,
        "tokenizer": {
            "cuttings_words": { "type": "pattern", "group": 0, "pattern": word_pattern() },
        },
        "filter": filters,
        "analyzer": analyzers,
    })
}

/// Returns the names, patterns and replacements of the character filters, in their order.
fn patterns() -> [(&'static str, String, &'static str); 8] {
    let word = format!("[{WORD}]");
    let letter = r"\p{IsAlphabetic}";
    let end = format!("(?!{word})");
    [
        // "U.S.", "Ph.D.": a full stop with one letter on one side and up to two on the other; and
        // the last one of "U.S.-led".
        (
            "abbreviation",
            [
                format!(r"(?<=(?<!{word}){letter})\.(?={letter}{{1,2}}{end})"),
                format!(r"(?<=(?<!{word}){letter}{{2}})\.(?={letter}{end})"),
                format!(r"(?<=\.{letter}{{1,2}})\.(?=[-'])"),
            ]
            .join("|"),
            "",
        ),
        // "Ukraine's".
        ("possessive", format!("(?<={word})'[sS]{end}"), ""),
        // "don't", "Sana'a": an ending of one or two letters.
        ("ending", format!("(?<={word})'(?={word}{{1,2}}{end})"), ""),
        // "O'Brien": a compound.
        ("elision", format!("(?<={word})'(?={word})"), "-"),
        // "1,234,567".
        (
            "thousands",
            r"(?<![\p{N}\p{IsAlphabetic}.])(\p{N}{1,3})[,\u2009\u202F](?=\d{3}(?!\d))".to_owned(),
            "$1",
        ),
        // All full stops but decimal points: "v1.2", "end.Start", "3.14.".
        ("full_stop", r"\.(?!\d)|(?<!\p{N})\.|(?<=\p{IsAlphabetic}\p{N}{1,9})\.".to_owned(), " "),
        // "8.9bn".
        (
            "unit",
            format!(
                r"(?<![{WORD}.])([\p{{N}}.]{{1,20}})((?i:bn|mn|mln|tn|trn|pc|pct|km|kg|mm|mph|kmh)){end}"
            ),
            "$1-$2",
        ),
        // A hyphen that joins nothing.
        ("hyphen", format!("(?<!{word})-|-(?!{word})"), " "),
    ]
}

/// Returns rules that write a sign beside a digit as a word.
fn sign_word_rules() -> Vec<String> {
    let mut rules = Vec::new();
    for (sign, word) in SIGN_WORDS {
        for digit in '0'..='9' {
            let after = (format!("{digit}{sign}"), format!("{digit} {word} "));
            let before = (format!("{sign}{digit}"), format!(" {word} {digit}"));
            for (from, to) in [after, before] {
                rules.push([escaped(&from), " => ".to_owned(), escaped(&to)].concat());
            }
        }
    }
    rules
}

/// Returns the pattern of a word: a character of a script without spaces, or up to four parts with
/// hyphens between them. The quantifiers are possessive or bounded: Java's patterns recurse.
fn word_pattern() -> String {
    let spaced = format!("[[{WORD}.]&&[^{UNSPACED}]]++");
    format!(r"[{UNSPACED}&&[{WORD}]]\p{{Mn}}*+|{spaced}(?:-{spaced}){{0,3}}")
}

/// Returns a filter that splits compounds at their hyphens, and perhaps adds the whole.
fn compounds(with_whole: bool) -> Value {
    json!({
        "type": "word_delimiter_graph",
        "catenate_all": with_whole,
        "split_on_case_change": false,
        "split_on_numerics": false,
        "stem_english_possessive": false,
        // A decimal point is no delimiter.
        "type_table": [". => DIGIT"],
    })
}
