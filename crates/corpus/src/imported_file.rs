//! The contents of a file in another form than those of seeds, as a folder of seeds takes them up.

use cuttings_diagnostics::Diagnostic;
use serde::{Deserialize, Serialize};

use crate::article::{Article, Corpus, DEFAULT_SECTION};
use crate::folder::Folder;
use crate::parsed::Parsed;
use crate::sections;
use crate::site::Site;

/// The articles of a file in another form, with messages about it. A message about a mistake leaves
/// none of the articles out.
///
/// It can be kept from one build to the next: it depends on the file and on the language of the
/// site alone.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ImportedFile {
    articles: Parsed,
    diagnostics: Vec<Diagnostic>,
}

impl ImportedFile {
    /// Takes the articles of a file. Links between them are numbers that count them from 0.
    pub fn new(articles: Vec<Article>, diagnostics: Vec<Diagnostic>, site: &Site) -> Self {
        let mut parsed = Parsed::from(Corpus { articles, ..Corpus::default() });
        crate::complete(&mut parsed, site);
        for (number, article) in parsed.articles.iter_mut().enumerate() {
            article.numbers = vec![number];
        }
        parsed.shrink();
        Self { articles: parsed, diagnostics }
    }

    /// Returns the contents. The file may hold others, such as an archive, which are no folders of
    /// the site: the section of an article that names none is that of the file.
    pub(crate) fn into_parsed(mut self, name: &str, folder: &Folder<'_>) -> [Parsed; 2] {
        for it in &mut self.articles.articles {
            if it.article.section == DEFAULT_SECTION {
                it.article.section = sections::fallback(name, folder);
            }
            it.has_section = true;
        }
        if let Some(first) = self.articles.articles.first_mut() {
            first.files.push(name.to_owned());
            first.files.dedup();
        }
        [self.articles, Parsed { diagnostics: self.diagnostics, ..Parsed::default() }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Block, FileContents, LinkTarget, Mark, MarkKind, article::Article, parse_contents,
    };
    use cuttings_diagnostics::Origin;

    /// An article with a link to the one with a number.
    fn article(title: &str, date: &str, link: usize) -> Article {
        let target = LinkTarget::Article { article: link, block: Some(0) };
        let mark = Mark { range: 0..3, kind: MarkKind::Link(target) };
        let block = Block { marks: vec![mark], ..Block::paragraph("See the other.") };
        let date = (!date.is_empty()).then(|| crate::Date::new(date));
        let origin = Origin::new("seeds/notes.zip/a.md", 1);
        Article { body: vec![block], date, ..Article::new(DEFAULT_SECTION, title, origin) }
    }

    /// Reads a seed and an imported file, and prints the articles with the titles of their links.
    #[track_caller]
    fn check(name: &str, articles: &[Article], expected: &str) {
        let site = Site::default();
        let folder = Folder { name: Some("seeds"), ..Folder::without_name(&site) };
        let read = |number: &usize| match number {
            0 => {
                let text = "---\ntitle: Seed\ndate: 2024-01-01\n---\n\nText.\n";
                Ok(FileContents::Seed("seeds/a.md".to_owned(), text.as_bytes().to_vec()))
            }
            _ => {
                let file = ImportedFile::new(articles.to_vec(), Vec::new(), &site);
                Ok(FileContents::Imported(name.to_owned(), file))
            }
        };
        let corpus = parse_contents(&[0, 1], read, &folder);
        let articles = &corpus.articles;
        let links = |article: &Article| -> Vec<String> {
            let marks = article.body.iter().flat_map(|block| &block.marks);
            marks
                .map(|mark| match &mark.kind {
                    MarkKind::Link(LinkTarget::Article { article, .. }) => {
                        articles[*article].title.clone()
                    }
                    other => format!("{other:?}"),
                })
                .collect()
        };
        let lines = articles
            .iter()
            .map(|it| format!("{}/{} -> {}", it.section, it.title, links(it).join(", ")));
        assert_eq!(lines.collect::<Vec<_>>().join("; "), expected);
    }

    #[test]
    fn links_between_articles_of_a_file_stay_with_them() {
        check(
            "seeds/notes.zip",
            &[article("Older", "2023-01-01", 1), article("Newer", "2024-05-16", 0)],
            "Articles/Older -> Newer; Articles/Newer -> Older; Articles/Seed -> ",
        );
        // The second is a duplicate of the first.
        check(
            "seeds/saved/notes.zip",
            &[article("A", "", 2), article("A", "", 2), article("B", "", 1)],
            "Articles/Seed -> ; saved/A -> B; saved/B -> A",
        );
        check("seeds/b.zip", &[article("A", "", 7)], "Articles/Seed -> ; Articles/A -> ");
        check(
            "seeds/b.zip",
            &[article("A", "", 0)],
            "Articles/Seed -> ; Articles/A -> Link(Block(0))",
        );
    }
}
