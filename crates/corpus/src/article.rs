//! The typed result of a parse: articles and teasers.

use cuttings_diagnostics::{Diagnostic, Origin};
use serde::{Deserialize, Serialize};

use crate::block::{Block, Picture};
use crate::metadata::{Author, CustomField, Date, Source};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The category as the site names it; [`DEFAULT_SECTION`] if the seed names none.
    pub section: String,
    /// The headline; never empty in a [`Corpus`].
    pub title: String,
    /// The line under the headline that sums the article up.
    pub standfirst: Option<String>,
    /// The blocks in reading order.
    pub body: Vec<Block>,
    /// The ids by which links of other seeds find the blocks: those that the seed gives, and those
    /// that GitHub gives to headings.
    pub anchors: Vec<Anchor>,
    /// The authors, in the order of the seed.
    pub authors: Vec<Author>,
    /// The date of publication.
    pub date: Option<Date>,
    /// The date of the last change.
    pub updated: Option<Date>,
    /// The publication.
    pub source: Option<Source>,
    /// The tags, without duplicates.
    pub tags: Vec<String>,
    /// The language as a BCP 47 tag, if the seed names one.
    pub language: Option<String>,
    /// The slug that the seed asks for.
    pub slug: Option<String>,
    /// The picture that stands for the article.
    pub picture: Option<Picture>,
    /// The other fields of the front matter.
    pub custom: Vec<CustomField>,
    /// The place of the article's first line: its section label, or else its title.
    pub origin: Origin,
}

impl Article {
    /// Creates an article that has no body and none of the optional fields.
    ///
    /// Set what else it has by struct update:
    ///
    /// ```
    /// use cuttings_corpus::{Article, Author, Block};
    /// use cuttings_diagnostics::Origin;
    ///
    /// let article = Article {
    ///     authors: vec![Author::person("Ada Okonkwo")],
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
            anchors: Vec::new(),
            authors: Vec::new(),
            date: None,
            updated: None,
            source: None,
            tags: Vec::new(),
            language: None,
            slug: None,
            picture: None,
            custom: Vec::new(),
            origin,
        }
    }
}

/// An id of a block, as in `other.md#id`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The id, without `#`.
    pub id: String,
    /// The position of the block in [`Article::body`].
    pub block: u32,
}

/// A headline that a listing shows without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
