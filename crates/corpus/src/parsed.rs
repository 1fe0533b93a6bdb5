//! The parts of a corpus before the articles are related to each other.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use serde::{Deserialize, Serialize};

use crate::article::{Anchor, Article, Corpus, DEFAULT_SECTION, Teaser};
use crate::authors;
use crate::block::{Block, LinkTarget, MarkKind};
use crate::metadata::Day;

/// The contents of one file, or of several.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Parsed {
    pub(crate) articles: Vec<ParsedArticle>,
    pub(crate) teasers: Vec<Teaser>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// An article with everything that other articles may call it.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// A hash of its texts, by which duplicates are found; see
    /// `duplicates::hash_texts`.
    pub(crate) text_hash: u64,
    /// True if it is in Danish or in Norwegian, and its words do not tell in which of them.
    pub(crate) is_danish_or_norwegian: bool,
    /// The numbers by which links between the articles of an imported file lead to it: several if
    /// duplicates of it were removed, and none of a seed's.
    pub(crate) numbers: Vec<usize>,
    /// The body, the anchors and the lines, which then are empty, if the article is packed: see
    /// [`ParsedArticle::pack`].
    #[serde(skip)]
    pub(crate) packed: Option<Box<[u8]>>,
}

/// The parts of an article that take much more memory than their text.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Large {
    body: Vec<Block>,
    anchors: Vec<Anchor>,
    lines: Vec<u32>,
}

impl ParsedArticle {
    /// Creates an article without any of the rest.
    pub(crate) fn new(article: Article) -> Self {
        Self {
            article,
            has_section: false,
            addresses: Vec::new(),
            lines: Vec::new(),
            files: Vec::new(),
            text_hash: 0,
            is_danish_or_norwegian: false,
            numbers: Vec::new(),
            packed: None,
        }
    }

    /// Returns the place of a block.
    pub(crate) fn origin_of(&self, block: usize) -> Origin {
        let Origin { file, line } = self.article.origin.clone();
        Origin { file, line: self.lines.get(block).copied().unwrap_or(line) }
    }
}

impl ParsedArticle {
    /// Packs the body into little more than the bytes of its text.
    pub(crate) fn pack(&mut self) {
        let large = Large {
            body: std::mem::take(&mut self.article.body),
            anchors: std::mem::take(&mut self.article.anchors),
            lines: std::mem::take(&mut self.lines),
        };
        match postcard::to_allocvec(&large) {
            Ok(bytes) => self.packed = Some(bytes.into_boxed_slice()),
            Err(_) => self.set_large(large),
        }
    }

    /// Returns the article with its body.
    pub(crate) fn whole(&self) -> Cow<'_, Self> {
        if self.packed.is_none() {
            return Cow::Borrowed(self);
        }
        let mut whole = self.clone();
        let packed = whole.packed.take().unwrap_or_default();
        // The bytes are those that this process encoded.
        whole.set_large(postcard::from_bytes(&packed).unwrap_or_default());
        Cow::Owned(whole)
    }

    fn set_large(&mut self, large: Large) {
        let Large { body, anchors, lines } = large;
        self.article.body = body;
        self.article.anchors = anchors;
        self.lines = lines;
    }

    /// Numbers an article of an imported file among those of all files.
    fn numbered_from(mut self, first: usize) -> Self {
        if self.numbers.is_empty() {
            return self;
        }
        self.numbers.iter_mut().for_each(|number| *number += first);
        for mark in self.article.body.iter_mut().flat_map(|block| &mut block.marks) {
            if let MarkKind::Link(LinkTarget::Article { article, .. }) = &mut mark.kind {
                *article += first;
            }
        }
        self
    }

    fn shrink(&mut self) {
        let Self {
            article,
            addresses,
            lines,
            files,
            has_section: _,
            text_hash: _,
            is_danish_or_norwegian: _,
            numbers: _,
            packed: _,
        } = self;
        let Article { title, body, anchors, authors, tags, custom, .. } = article;
        for block in body.iter_mut() {
            block.text.shrink_to_fit();
            block.marks.shrink_to_fit();
            block.containers.shrink_to_fit();
        }
        title.shrink_to_fit();
        body.shrink_to_fit();
        anchors.shrink_to_fit();
        authors.shrink_to_fit();
        tags.shrink_to_fit();
        custom.shrink_to_fit();
        addresses.shrink_to_fit();
        lines.shrink_to_fit();
        files.shrink_to_fit();
    }
}

impl Parsed {
    /// Returns whether there is an article or a teaser.
    pub(crate) fn has_items(&self) -> bool {
        !(self.articles.is_empty() && self.teasers.is_empty())
    }

    /// Gives back the memory that growing texts and lists took ahead. It is half of what an edition
    /// of many small files takes.
    pub(crate) fn shrink(&mut self) {
        self.articles.iter_mut().for_each(ParsedArticle::shrink);
        self.articles.shrink_to_fit();
        self.teasers.shrink_to_fit();
        self.diagnostics.shrink_to_fit();
    }

    /// Adds the contents of another file, after those of this one. A file with an error is left
    /// out; its diagnostics say why.
    pub(crate) fn add(&mut self, file: Parsed) {
        if !file.diagnostics.iter().any(|it| it.severity == Severity::Error) {
            let first = self.articles.len();
            self.articles.extend(file.articles.into_iter().map(|it| it.numbered_from(first)));
            self.teasers.extend(file.teasers);
        }
        self.diagnostics.extend(file.diagnostics);
    }

    /// Orders the articles by the newest article of their file. Files without dates come last, and
    /// the articles of a file stay in their order.
    pub(crate) fn newest_first(&mut self) {
        let mut newest: HashMap<String, Option<Day>> = HashMap::new();
        for ParsedArticle { article, .. } in &self.articles {
            let day = article.date.as_ref().and_then(|date| date.day);
            let known = newest.entry(article.origin.file.clone()).or_default();
            *known = day.max(*known);
        }
        // `None` is less than any day.
        self.articles
            .sort_by_key(|it| Reverse(newest.get(&it.article.origin.file).copied().flatten()));
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
                // A link to the file leads to its first article.
                files: if number == 0 { vec![article.origin.file.clone()] } else { Vec::new() },
                ..ParsedArticle::new(article)
            }
        });
        Self { articles: articles.collect(), teasers, diagnostics }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Folder, Site, parse_files, parse_folder};
    use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile};

    #[test]
    fn files_may_be_read_one_by_one() {
        let texts = ["# One\n\nSee [two](b.md).\n", "# Two\n\nText.\n", "# Two\n\nText.\n"];
        let names = ["a.md", "b.md", "c.md"];
        let files: Vec<_> = names.into_iter().zip(texts).collect();
        let sources: Vec<SourceFile<'_>> =
            files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
        let site = Site::default();
        let folder = Folder { name: Some(""), ..Folder::without_name(&site) };
        let read = |(name, text): &(&str, &str)| Ok(((*name).to_owned(), text.as_bytes().to_vec()));
        assert_eq!(parse_files(&files, read, &folder), parse_folder(&sources, &folder));

        let error = |name: &str| {
            Diagnostic::new(Origin::new(name, 1), Severity::Error, "It is gone.".to_owned())
        };
        let read = |file: &(&str, &str)| match file.0 {
            "b.md" => Err(error(file.0)),
            _ => read(file),
        };
        let corpus = parse_files(&files, read, &folder);
        assert_eq!(corpus.articles.len(), 2);
        assert_eq!(corpus.diagnostics.first(), Some(&error("b.md")));
    }

    #[test]
    fn the_newest_files_of_a_folder_come_first() {
        let file = |name, text: &'static str| SourceFile { name, bytes: text.as_bytes() };
        let files = [
            file("a.md", "# No date\n\nText.\n"),
            file("b.md", "---\ndate: 2024-01-02\n---\n\n# Older\n\nText.\n"),
            file("c.md", "---\ndate: 2024-05-16\n---\n\n# Newer\n\n[Older](b.md)\n"),
            file("d.md", "# None either\n\nText.\n"),
        ];
        let site = Site::default();
        let titles = |name| {
            let articles =
                parse_folder(&files, &Folder { name, ..Folder::without_name(&site) }).articles;
            articles.iter().map(|it| it.title.clone()).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(titles(Some("")), "Newer, Older, No date, None either");
        assert_eq!(titles(None), "No date, Older, Newer, None either");
    }
}
