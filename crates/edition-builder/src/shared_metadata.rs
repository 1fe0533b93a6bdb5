//! Finds the metadata that many articles share. Their texts are stored before all others, so that a
//! list of articles in parts needs no part of another article for them.

use cuttings_corpus::Article;
use std::collections::BTreeMap;

/// The fewest articles with a common text.
const FEWEST: usize = 16;

/// A common text is in at least one article out of so many. The texts are in the head of an edition
/// in parts, which must stay small.
const ONE_OF: usize = 400;

/// Returns the texts that many of `articles` articles share, in alphabetical order.
pub(crate) fn common(counts: BTreeMap<String, usize>, articles: usize) -> Vec<String> {
    let least = FEWEST.max(articles / ONE_OF);
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(text, _)| text).collect()
}

/// Returns the section, the language, the authors, the source, the tags and the custom values of an
/// article.
pub(crate) fn of_article(article: &Article) -> impl Iterator<Item = &str> {
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
    use crate::survey::Survey;
    use cuttings_diagnostics::Origin;

    #[test]
    fn texts_of_many_articles_are_common() {
        let articles = (0..2000).map(|number| {
            let section = if number < 19 { "Coast" } else { "Harbour" };
            let mut article = Article::new(section, "A title", Origin::new("a.md", 1));
            article.tags = vec![format!("tag {}", number % 50)];
            article
        });
        let mut articles: Vec<Article> = articles.collect();
        let found = Survey::of(&articles, None).common_texts();
        assert_eq!(found[..3], ["Coast", "Harbour", "tag 0"]);
        assert_eq!(found.len(), 52);
        articles.truncate(15);
        assert!(Survey::of(&articles, None).common_texts().is_empty());
    }
}
