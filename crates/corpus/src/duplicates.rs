//! The same article or teaser twice, in one file or two: kept where it stands first, with a note naming both places.

use std::collections::HashMap;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::{Article, Corpus, Teaser};

/// Keeps each article (same title and text but for white space) and each teaser (same section and title) once.
pub(crate) fn fold(corpus: &mut Corpus) {
    let Corpus { articles, teasers, diagnostics } = corpus;
    let article_key = |a: &Article| {
        let mut key = folded(&a.title);
        for text in a.standfirst.iter().map(String::as_str).chain(a.body.iter().map(|b| b.text())) {
            key.push('\n');
            key.push_str(&folded(text));
        }
        key
    };
    let teaser_key = |t: &Teaser| format!("{}\n{}", folded(&t.section), folded(&t.title));
    // What may differ in the one that goes is told.
    let article_name = |a: &Article| {
        let parts = [Some(&a.section), a.author.as_ref(), a.date.as_ref(), a.source.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        format!("article “{}” ({})", a.title, parts.join(", "))
    };
    let teaser_name = |t: &Teaser| format!("teaser “{}” ({}, {})", t.title, t.section, t.age);
    keep_first(articles, article_key, article_name, |a| &a.origin, diagnostics);
    keep_first(teasers, teaser_key, teaser_name, |t| &t.origin, diagnostics);
}

fn keep_first<T>(
    items: &mut Vec<T>,
    key: impl Fn(&T) -> String,
    name: impl Fn(&T) -> String,
    origin: impl Fn(&T) -> &Origin,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen: HashMap<String, Origin> = HashMap::new();
    items.retain(|item| match seen.entry(key(item)) {
        std::collections::hash_map::Entry::Vacant(place) => {
            place.insert(origin(item).clone());
            true
        }
        std::collections::hash_map::Entry::Occupied(first) => {
            let Origin { file, line } = first.get();
            diagnostics.push(Diagnostic {
                origin: origin(item).clone(),
                severity: Severity::Note,
                message: format!(
                    "The {} stands here and at {file}:{line}; it is kept once, from there.",
                    name(item)
                ),
            });
            false
        }
    });
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
