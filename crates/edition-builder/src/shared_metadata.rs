//! Finds the metadata that many articles share. Their texts are stored before all others, so that a
//! list of articles in parts needs no part of another article for them.

use cuttings_corpus::{Article, Corpus};
use std::collections::BTreeMap;

/// The fewest articles with a common text.
const FEWEST: usize = 16;

/// A common text is in at least one article out of so many. The texts are in the head of an edition
/// in parts, which must stay small.
const ONE_OF: usize = 400;

/// Returns the sections, languages, authors, sources, tags and custom values that many articles
/// share, in alphabetical order.
pub(crate) fn texts(corpus: &Corpus) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for text in corpus.articles.iter().flat_map(metadata) {
        *counts.entry(text).or_default() += 1;
    }
    let least = FEWEST.max(corpus.articles.len() / ONE_OF);
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(text, _)| text).collect()
}

fn metadata(article: &Article) -> impl Iterator<Item = &str> {
    let Article { section, language, authors, source, tags, custom, .. } = article;
    let source = source.as_ref().and_then(|source| source.name.as_deref());
    [section.as_str()]
        .into_iter()
        .chain(language.as_deref())
        .chain(authors.iter().map(|author| author.name.as_str()))
        .chain(source)
        .chain(tags.iter().map(String::as_str))
        .chain(custom.iter().flat_map(|custom| &custom.values).map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_diagnostics::Origin;

    #[test]
    fn texts_of_many_articles_are_common() {
        let articles = (0..2000).map(|number| {
            let section = if number < 19 { "Coast" } else { "Harbour" };
            let mut article = Article::new(section, "A title", Origin::new("a.md", 1));
            article.tags = vec![format!("tag {}", number % 50)];
            article
        });
        let mut corpus = Corpus { articles: articles.collect(), ..Corpus::default() };
        let found = texts(&corpus);
        assert_eq!(found[..3], ["Coast", "Harbour", "tag 0"]);
        assert_eq!(found.len(), 52);
        corpus.articles.truncate(15);
        assert!(texts(&corpus).is_empty());
    }
}
