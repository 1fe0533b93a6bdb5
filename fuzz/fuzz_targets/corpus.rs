//! Parses arbitrary bytes as a listing and as `site.toml`.
//!
//! No input may cause a panic or a hang, and no letter of a listing may get lost.

#![no_main]

use std::collections::HashMap;

use cuttings_corpus::{Corpus, LineRole, inspect, parse, parse_site};
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::fuzz_target;

/// The letters of a byline that the names of its authors do not keep: its opening, and the words
/// between names.
const BYLINE_OPENER_LETTERS: usize = 40;

fuzz_target!(|bytes: &[u8]| {
    parse_site(SourceFile { name: "site.toml", bytes });
    let listing = SourceFile { name: "seed.txt", bytes };
    let corpus = parse(&[listing]);
    let lines = inspect(listing);
    // The target `encodings` reads other encodings, which zero bytes may be of.
    let Some(text) = std::str::from_utf8(bytes).ok().filter(|it| !it.contains('\0')) else {
        return;
    };
    // The text of a duplicate is in the listing twice, but only once in the corpus.
    if corpus.diagnostics.iter().any(|d| d.message.contains("is a duplicate of")) {
        return;
    }
    let authors = lines.iter().filter(|line| line.role == LineRole::Author).count();
    let kept = letter_counts(&all_text(&corpus));
    for (letter, count) in letter_counts(text) {
        let removable =
            if letter.is_ascii_alphabetic() { authors * BYLINE_OPENER_LETTERS } else { 0 };
        let kept = kept.get(&letter).copied().unwrap_or(0);
        assert!(kept + removable >= count, "kept {kept} of {count} times {letter:?}");
    }
});

fn letter_counts(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

fn all_text(corpus: &Corpus) -> String {
    let mut out = String::new();
    for article in &corpus.articles {
        out += &article.section;
        out += &article.title;
        out.extend(article.standfirst.as_deref());
        out.extend(article.authors.iter().map(|author| author.name.as_str()));
        out.extend(article.date.as_ref().map(|date| date.text.as_str()));
        for block in &article.body {
            out += block.text();
        }
    }
    for teaser in &corpus.teasers {
        out += &format!("{}{}{}", teaser.section, teaser.age, teaser.title);
    }
    for diagnostic in &corpus.diagnostics {
        out += &diagnostic.message;
    }
    out
}
