//! Any bytes as a listing, as Markdown and as `site.toml`: no panic, no hang, and no letter of a listing lost.

#![no_main]

use std::collections::HashMap;

use cuttings_corpus::{Corpus, TakenFor, inspect, parse, parse_site};
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    parse_site(SourceFile { name: "site.toml", bytes });
    let markdown = SourceFile { name: "seed.md", bytes };
    parse(&[markdown]);
    inspect(markdown);

    let listing = SourceFile { name: "seed.txt", bytes };
    let corpus = parse(&[listing]);
    let lines = inspect(listing);
    let Ok(text) = std::str::from_utf8(bytes) else {
        assert!(corpus.articles.is_empty() && !corpus.diagnostics.is_empty());
        return;
    };
    // An article kept once is in the text twice.
    if corpus.diagnostics.iter().any(|d| d.message.contains("it is kept once")) {
        return;
    }
    // "By" before an author's name is meant to go.
    let authors = lines.iter().filter(|line| line.taken_for == TakenFor::Author).count();
    let found = letters(&everything(&corpus));
    for (letter, count) in letters(text) {
        let may_go = if letter.is_ascii_alphabetic() { authors * 10 } else { 0 };
        let kept = found.get(&letter).copied().unwrap_or(0);
        assert!(kept + may_go >= count, "{count} of {letter:?} in, {kept} out");
    }
});

fn letters(text: &str) -> HashMap<char, usize> {
    let mut letters = HashMap::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_default() += 1;
    }
    letters
}

fn everything(corpus: &Corpus) -> String {
    let mut out = String::new();
    for article in &corpus.articles {
        out += &article.section;
        out += &article.title;
        for part in [&article.standfirst, &article.author, &article.date].into_iter().flatten() {
            out += part;
        }
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
