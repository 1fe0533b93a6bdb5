//! Reads arbitrary text, and arbitrary settings, as front matter in YAML, TOML and JSON.
//!
//! No input may cause a panic or a hang. Every value of the settings is in the article, or in the
//! message of a diagnostic.

#![no_main]

use std::fmt::Write;

use cuttings_corpus::{Corpus, parse};
use cuttings_diagnostics::SourceFile;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;

/// Keys of every meaning, except those whose values are not part of an article: whether it is a
/// draft, and its other addresses.
const KEYS: [&str; 34] = [
    "title",
    "Headline",
    "section",
    "category",
    "categories",
    "tags",
    "keywords",
    "author",
    "authors",
    "by",
    "date",
    "published",
    "created",
    "updated",
    "lastmod",
    "description",
    "summary",
    "subtitle",
    "source",
    "lang",
    "language",
    "image",
    "cover",
    "banner",
    "layout",
    "weight",
    "extra",
    "params",
    "taxonomies",
    "rating",
    "place",
    "series",
    "langauge",
    "type",
];

/// Keys within a map.
const INNER_KEYS: [&str; 16] = [
    "name", "title", "text", "given", "family", "type", "src", "alt", "caption", "tags", "label",
    "order", "date", "note", "literal", "place",
];

/// Text around a value, which has to be quoted somewhere.
const TRIMMINGS: [&str; 12] =
    ["", " and", ":", " #", "'", ", ", " - ", "ä", " & Co.", "[", "}", " of the north"];

#[derive(Arbitrary, Debug)]
enum Value {
    Text(u8),
    List(Vec<Value>),
    Map(Vec<(u8, Value)>),
}

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    settings: Vec<(u8, Value)>,
    text: &'a str,
}

fuzz_target!(|input: Input<'_>| {
    let Input { settings, text } = input;
    for (start, end) in [("---\n", "\n---\n"), ("+++\n", "\n+++\n"), ("{\n", "\n}\n")] {
        cuttings_fuzz::check(&read(&format!("{start}{text}{end}Text.\n")));
    }
    // Keys that come again are another fault.
    let mut known = Vec::new();
    let mut unique: Vec<(&str, &Value)> = Vec::new();
    for (key, value) in &settings {
        let key = KEYS[usize::from(*key) % KEYS.len()];
        if !known.contains(&key) {
            known.push(key);
            unique.push((key, value));
        }
    }
    let mut json = Json::default();
    for (number, (key, value)) in unique.into_iter().enumerate() {
        json.out += if number > 0 { ",\n" } else { "" };
        write!(json.out, "\"{key}\": ").expect("a string takes text");
        json.value(value, 0);
    }
    let Json { out, words } = json;
    for source in
        [format!("---\n{{{out}}}\n---\nText.\n"), format!("{{\"title\": \"T\",\n{out}}}\nText.\n")]
    {
        let corpus = read(&source);
        cuttings_fuzz::check(&corpus);
        let found = format!("{corpus:?}");
        for word in &words {
            assert!(found.contains(word), "{word} is lost of\n{source}\n{corpus:#?}");
        }
    }
});

fn read(text: &str) -> Corpus {
    parse(&[SourceFile { name: "2024-05-16-seed.md", bytes: text.as_bytes() }])
}

/// Writes settings as JSON, which is YAML, each value with a word of its own.
#[derive(Default)]
struct Json {
    out: String,
    words: Vec<String>,
}

impl Json {
    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Text(trimming) => {
                let word = format!("Word{}x", self.words.len());
                let trimming = TRIMMINGS[usize::from(*trimming) % TRIMMINGS.len()];
                write!(self.out, "\"{word}{trimming}\"").expect("a string takes text");
                self.words.push(word);
            }
            Value::List(items) if depth < 6 => {
                self.out.push('[');
                for (number, item) in items.iter().enumerate() {
                    self.out += if number > 0 { ", " } else { "" };
                    self.value(item, depth + 1);
                }
                self.out.push(']');
            }
            Value::Map(entries) if depth < 6 => {
                self.out.push('{');
                let mut known = Vec::new();
                for (key, value) in entries {
                    let key = INNER_KEYS[usize::from(*key) % INNER_KEYS.len()];
                    if !known.contains(&key) {
                        self.out += if known.is_empty() { "" } else { ", " };
                        known.push(key);
                        write!(self.out, "\"{key}\": ").expect("a string takes text");
                        self.value(value, depth + 1);
                    }
                }
                self.out.push('}');
            }
            Value::List(_) | Value::Map(_) => self.out += "null",
        }
    }
}
