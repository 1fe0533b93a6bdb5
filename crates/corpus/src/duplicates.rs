//! Removes duplicate articles and teasers within a file and across files.

use std::collections::{HashMap, hash_map::Entry};

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::article::{Article, Corpus, Teaser};
use crate::block::Block;

/// Keeps the first of the articles that have the same title, standfirst and body, and the first of
/// the teasers that have the same section and title. White space makes no difference.
///
/// Each removed item leaves a note that names both places.
pub(crate) fn remove(corpus: &mut Corpus) {
    let Corpus { articles, teasers, diagnostics } = corpus;
    keep_first(articles, article_key, describe_article, |article| &article.origin, diagnostics);
    keep_first(teasers, teaser_key, describe_teaser, |teaser| &teaser.origin, diagnostics);
}

fn keep_first<T>(
    items: &mut Vec<T>,
    key: impl Fn(&T) -> String,
    describe: impl Fn(&T) -> String,
    origin: impl Fn(&T) -> &Origin,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut seen: HashMap<String, Origin> = HashMap::new();
    items.retain(|item| match seen.entry(key(item)) {
        Entry::Vacant(entry) => {
            entry.insert(origin(item).clone());
            true
        }
        Entry::Occupied(first) => {
            let Origin { file, line } = first.get();
            let message = format!(
                "The {} is a duplicate of the one at {file}:{line}; only that one is kept.",
                describe(item)
            );
            diagnostics.push(Diagnostic::new(origin(item).clone(), Severity::Note, message));
            false
        }
    });
}

fn article_key(article: &Article) -> String {
    let mut key = with_single_spaces(&article.title);
    let standfirst = article.standfirst.iter().map(String::as_str);
    for text in standfirst.chain(article.body.iter().map(Block::text)) {
        key.push('\n');
        key.push_str(&with_single_spaces(text));
    }
    key
}

fn teaser_key(teaser: &Teaser) -> String {
    format!("{}\n{}", with_single_spaces(&teaser.section), with_single_spaces(&teaser.title))
}

/// Names an article together with the fields that are not part of its key, since those may differ
/// between duplicates and only the note preserves them.
fn describe_article(article: &Article) -> String {
    let mut fields: Vec<&str> = vec![&article.section];
    fields.extend(article.authors.iter().map(|author| &*author.name));
    fields.extend(article.date.iter().map(|date| &*date.text));
    let source = article.source.iter();
    fields.extend(source.flat_map(|source| [&source.name, &source.url]).flatten().map(|it| &**it));
    format!("article “{}” ({})", article.title, fields.join(", "))
}

fn describe_teaser(teaser: &Teaser) -> String {
    format!("teaser “{}” ({}, {})", teaser.title, teaser.section, teaser.age)
}

fn with_single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
