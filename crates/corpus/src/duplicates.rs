//! The same article or teaser twice, in one file or two: kept where it stands first, with a note naming both places.

use std::collections::HashMap;

use crate::{Article, Corpus, Diagnostic, Origin, Severity, Teaser};

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
    keep_first(articles, article_key, |a| (&a.title, &a.origin), "article", diagnostics);
    keep_first(teasers, teaser_key, |t| (&t.title, &t.origin), "teaser", diagnostics);
}

fn keep_first<T>(
    items: &mut Vec<T>,
    key: impl Fn(&T) -> String,
    name: impl Fn(&T) -> (&String, &Origin),
    what: &str,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen: HashMap<String, Origin> = HashMap::new();
    items.retain(|item| {
        let (title, origin) = name(item);
        match seen.entry(key(item)) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(origin.clone());
                true
            }
            std::collections::hash_map::Entry::Occupied(first) => {
                let Origin { file, line } = first.get();
                diagnostics.push(Diagnostic {
                    origin: origin.clone(),
                    severity: Severity::Note,
                    message: format!(
                        "The {what} “{title}” stands here and at {file}:{line}; it is kept once, from there."
                    ),
                });
                false
            }
        }
    });
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
