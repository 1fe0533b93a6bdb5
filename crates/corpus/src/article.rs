//! The typed result of a parse: articles with their blocks, and teasers.

use cuttings_diagnostics::{Diagnostic, Origin};

/// The section of an article whose seed names none.
pub const DEFAULT_SECTION: &str = "Articles";

/// The contents of a folder of seeds, in the order of the files and of the text in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The articles, without duplicates.
    pub articles: Vec<Article>,
    /// The teasers, without duplicates.
    pub teasers: Vec<Teaser>,
    /// Mistakes, guesses, and every line that was left out.
    pub diagnostics: Vec<Diagnostic>,
}

/// A title and the text below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The category as the site names it; [`DEFAULT_SECTION`] if the seed names none.
    pub section: String,
    /// The headline; never empty in a [`Corpus`].
    pub title: String,
    /// The line under the headline that sums the article up.
    pub standfirst: Option<String>,
    /// Headings and paragraphs in reading order.
    pub body: Vec<Block>,
    /// The author as the seed spells it, without "By".
    pub author: Option<String>,
    /// The date of publication as the seed spells it.
    pub date: Option<String>,
    /// The name of the publication.
    pub source: Option<String>,
    /// The language as a BCP 47 tag, if the seed names one.
    pub language: Option<String>,
    /// The place of the article's first line: its section label, or else its title.
    pub origin: Origin,
}

impl Article {
    /// Creates an article that has no body and none of the optional fields.
    ///
    /// Set what else it has by struct update:
    ///
    /// ```
    /// use cuttings_corpus::{Article, Block};
    /// use cuttings_diagnostics::Origin;
    ///
    /// let article = Article {
    ///     author: Some("Ada Okonkwo".into()),
    ///     body: vec![Block::paragraph("The first boat left at dawn.")],
    ///     ..Article::new("Harbours", "Ferry Returns", Origin::new("ferry.txt", 1))
    /// };
    /// assert_eq!(article.standfirst, None);
    /// ```
    pub fn new(section: impl Into<String>, title: impl Into<String>, origin: Origin) -> Self {
        Self {
            section: section.into(),
            title: title.into(),
            standfirst: None,
            body: Vec::new(),
            author: None,
            date: None,
            source: None,
            language: None,
            origin,
        }
    }
}

/// A heading or paragraph of an article's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading over the paragraphs that follow.
    Heading(String),
    /// A paragraph, a quotation or a list item.
    Paragraph(String),
}

impl Block {
    /// Creates a heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(text.into())
    }

    /// Creates a paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    /// Returns the block's text.
    pub fn text(&self) -> &str {
        match self {
            Self::Heading(text) | Self::Paragraph(text) => text,
        }
    }
}

/// A headline that a listing shows without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teaser {
    /// The category it is listed under; [`DEFAULT_SECTION`] if the seed names none.
    pub section: String,
    /// Its age or date as the seed spells it, such as "2 months ago".
    pub age: String,
    /// The headline.
    pub title: String,
    /// The place of the line with its section and age.
    pub origin: Origin,
}
