//! The parts of a corpus before the articles are related to each other.

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::article::{Article, Corpus, DEFAULT_SECTION, Teaser};
use crate::authors;

/// The contents of one file, or of several.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) articles: Vec<ParsedArticle>,
    pub(crate) teasers: Vec<Teaser>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// An article with everything that other articles may call it.
#[derive(Debug)]
pub(crate) struct ParsedArticle {
    pub(crate) article: Article,
    /// True if the seed names the section.
    pub(crate) has_section: bool,
    /// Other addresses and names of the article, as its front matter spells them.
    pub(crate) addresses: Vec<String>,
    /// The line of each block in the file; empty if only that of the article is known.
    pub(crate) lines: Vec<u32>,
    /// The names of the files that a link to the article may name.
    pub(crate) files: Vec<String>,
}

impl ParsedArticle {
    /// Returns the place of a block.
    pub(crate) fn origin_of(&self, block: usize) -> Origin {
        let Origin { file, line } = self.article.origin.clone();
        Origin { file, line: self.lines.get(block).copied().unwrap_or(line) }
    }
}

impl Parsed {
    /// Returns whether there is an article or a teaser.
    pub(crate) fn has_items(&self) -> bool {
        !(self.articles.is_empty() && self.teasers.is_empty())
    }

    /// Adds the contents of another file, after those of this one. A file with an error is left
    /// out; its diagnostics say why.
    pub(crate) fn add(&mut self, file: Parsed) {
        if !file.diagnostics.iter().any(|it| it.severity == Severity::Error) {
            self.articles.extend(file.articles);
            self.teasers.extend(file.teasers);
        }
        self.diagnostics.extend(file.diagnostics);
    }
}

/// Converts the contents of a listing, and splits its bylines into authors.
impl From<Corpus> for Parsed {
    fn from(Corpus { articles, teasers, diagnostics }: Corpus) -> Self {
        let articles = articles.into_iter().enumerate().map(|(number, mut article)| {
            article.authors = article
                .authors
                .iter()
                .filter(|author| !author.name.is_empty())
                .flat_map(|author| match author.is_organisation {
                    true => vec![author.clone()],
                    false => authors::split(&author.name),
                })
                .collect();
            ParsedArticle {
                has_section: article.section != DEFAULT_SECTION,
                addresses: Vec::new(),
                lines: Vec::new(),
                // A link to the file leads to its first article.
                files: if number == 0 { vec![article.origin.file.clone()] } else { Vec::new() },
                article,
            }
        });
        Self { articles: articles.collect(), teasers, diagnostics }
    }
}
