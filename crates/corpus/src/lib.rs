//! Parses seeds into typed articles, teasers and diagnostics.
//!
//! A seed has one of these forms, chosen by the extension of its name:
//!
//! - A *listing* (`.txt`) is text scraped from a category page. The parser recognises
//!   sections, titles, headings and paragraphs by the look and the place of each line. It finds the
//!   article in a whole copied page. A `.txt` in lines of equal width is one article, and so is one
//!   in which the parser recognises none.
//! - *Markdown* (`.md`, `.markdown` or `.mdx`) holds one article, with front matter in YAML, TOML
//!   or JSON.
//!
//! [`parse_folder`] reads the seeds of a folder, and relates them to each other: it removes
//! duplicates and resolves links and pictures. [`inspect`] returns the role of each line of one
//! seed and the rule that decided. Both use the same decisions, so they cannot disagree.
//! `docs/seeds.md` lists the rules with their reasons.
//!
//! The crate is pure: no I/O, no clock, no panic on any input. It does not interpret the text.
//!
//! ```
//! use cuttings_corpus::parse;
//! use cuttings_diagnostics::{Diagnostic, SourceFile};
//!
//! let text = "Harbours\nFerry Returns to the Northern Route After Nine Years\n\
//!             The first boat left at dawn with forty people on board, and came back full.\n";
//! let corpus = parse(&[SourceFile { name: "ferry.txt", bytes: text.as_bytes() }]);
//! assert_eq!(corpus.articles[0].section, "Harbours");
//! assert!(corpus.diagnostics.is_empty());
//! ```

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod article;
mod authors;
mod block;
mod completion;
mod day;
mod detected_language;
mod duplicates;
mod encoding;
mod file_name;
mod folder;
mod front_matter;
mod html_table;
mod imported_file;
mod inline_text;
mod language_tag;
mod line_report;
mod links;
mod listing;
mod markdown;
mod metadata;
mod packed;
mod parsed;
mod path;
mod pictures;
mod plain;
mod scandinavian;
mod sections;
mod site;
mod source;
mod targets;
mod title;

use cuttings_diagnostics::{Diagnostic, SourceFile};
use cuttings_memory::{Input, Memory, remembered};
use rayon::prelude::*;

use links::Links;
use parsed::{Parsed, ParsedArticle};

pub use article::{Anchor, Article, Corpus, DEFAULT_SECTION, Teaser};
pub use authors::{one as one_author, split as split_authors};
pub use block::{
    AlertKind, Alignment, Block, BlockKind, Container, ContainerKind, LinkTarget, Mark, MarkKind,
    Picture,
};
pub use day::find as find_day;
pub use duplicates::{DUPLICATES, content_key};
pub use encoding::{Decoded, decode};
pub use folder::{Folder, PictureError, PictureFile, Pictures};
pub use html_table::{HtmlTable, MAX_ADDED_CELLS};
pub use imported_file::ImportedFile;
pub use inline_text::{InlineText, Syntax};
pub use language_tag::is_language_tag;
pub use line_report::{LineReport, LineRole};
pub use markdown::{decode_entities, heading_id, mark_of_element};
pub use metadata::{Author, CustomField, Date, Day, Source};
pub use packed::{PackedSeeds, RelatedSeeds};
pub use path::resolve_path;
pub use site::{Alias, Site, SiteNames, is_day, parse_site};
pub use source::{SuspiciousChars, line_of_text};
pub use targets::{Address, address, last_piece, link_target};
pub use title::from_first_words as title_from_first_words;

/// The extensions of seeds in Markdown, in lower case.
pub const MARKDOWN_EXTENSIONS: [&str; 3] = ["md", "markdown", "mdx"];

/// Parses seeds in the given order, without the surroundings of a folder.
///
/// It never fails: see [`parse_folder`].
pub fn parse(files: &[SourceFile<'_>]) -> Corpus {
    parse_folder(files, &Folder::without_name(&Site::default()))
}

/// Parses the seeds of a folder in the given order.
///
/// It never fails: every mistake becomes a diagnostic. A file with an error is left out. An article
/// or teaser that occurs again, in the same file or in another, is kept only where it occurs first,
/// with a note that names both places. The articles of the newest files of a folder come first,
/// because the order of names says nothing to readers; a file's own articles stay in their order.
pub fn parse_folder(files: &[SourceFile<'_>], folder: &Folder<'_>) -> Corpus {
    let Folder { site, memory, .. } = *folder;
    let parse = |file: &SourceFile<'_>| parse_remembered(*file, site, memory);
    let of_files: Vec<Parsed> = files.par_iter().map(parse).collect();
    relate(of_files, folder)
}

/// Does the same with files that are read one by one, so that few are in memory at a time. `read`
/// returns the name and the bytes of a file, or the reason why it is left out.
pub fn parse_files<F: Sync>(
    files: &[F],
    read: impl Fn(&F) -> Result<(String, Vec<u8>), Diagnostic> + Sync,
    folder: &Folder<'_>,
) -> Corpus {
    let read = |file: &F| read(file).map(|(name, bytes)| FileContents::Seed(name, bytes));
    parse_contents(files, read, folder)
}

/// The contents of a file in a folder.
#[derive(Debug)]
pub enum FileContents {
    /// The name and the bytes of a seed.
    Seed(String, Vec<u8>),
    /// The name and the contents of a file in another form.
    Imported(String, ImportedFile),
}

/// Does the same with files of which some are in forms that this crate does not read.
pub fn parse_contents<F: Sync>(
    files: &[F],
    read: impl Fn(&F) -> Result<FileContents, Diagnostic> + Sync,
    folder: &Folder<'_>,
) -> Corpus {
    let Folder { site, memory, .. } = *folder;
    let parse = |file: &F| match read(file)? {
        FileContents::Seed(name, bytes) => {
            let file = SourceFile { name: &name, bytes: &bytes };
            Ok(Contents::Seed(parse_remembered(file, site, memory)))
        }
        FileContents::Imported(name, file) => Ok(Contents::Imported(name, file)),
    };
    let of_files: Vec<Result<Contents, Diagnostic>> = files.par_iter().map(parse).collect();
    let of_files = of_files.into_iter().flat_map(|contents| match contents {
        Ok(Contents::Seed(parsed)) => vec![parsed],
        Ok(Contents::Imported(name, file)) => file.into_parsed(&name, folder).into(),
        Err(diagnostic) => {
            vec![Parsed { diagnostics: vec![diagnostic], ..Parsed::default() }]
        }
    });
    relate(of_files, folder)
}

/// The contents of a file, parsed.
enum Contents {
    Seed(Parsed),
    Imported(String, ImportedFile),
}

/// Parses a file, unless an earlier build has parsed the same.
fn parse_remembered(file: SourceFile<'_>, site: &Site, memory: Option<&dyn Memory>) -> Parsed {
    let mut parsed = remembered(memory, || input(file, site), || parse_file(file, site));
    parsed.shrink();
    parsed
}

/// Relates the contents of files to each other.
fn relate(of_files: impl IntoIterator<Item = Parsed>, folder: &Folder<'_>) -> Corpus {
    let mut parsed = Parsed::default();
    of_files.into_iter().for_each(|file| parsed.add(file));
    prepare(&mut parsed, folder);
    let Parsed { mut articles, teasers, mut diagnostics } = parsed;
    for article in &mut articles {
        pictures::resolve(article, folder, &mut diagnostics);
    }
    let mut links = Links::new(&articles, folder);
    for number in 0..articles.len() {
        let Some(article) = articles.get(number) else { break };
        let found = links.find(number, &article.article, &articles);
        if let Some(article) = articles.get_mut(number) {
            links::apply(article, found, &mut diagnostics);
        }
    }
    let articles = articles.into_iter().map(|it| it.article).collect();
    Corpus { articles, teasers, diagnostics }
}

/// Removes duplicates and orders the articles, for which their bodies may be packed.
fn prepare(parsed: &mut Parsed, folder: &Folder<'_>) {
    duplicates::remove(parsed);
    detected_language::set_by_folder(&mut parsed.articles);
    for it in &mut parsed.articles {
        completion::complete(&mut it.article, folder.site);
    }
    if folder.name.is_some() {
        parsed.newest_first();
    }
    sections::assign(&mut parsed.articles, &mut parsed.teasers, folder);
}

/// Returns all that [`parse_file`] reads.
fn input(file: SourceFile<'_>, site: &Site) -> Input {
    let mut input = Input::of("parse").with(file.name.as_bytes()).with(file.bytes);
    input.add_value(&site.facets);
    input.with(site.language.as_bytes())
}

/// Parses a file. It reads nothing else than [`input`] says.
fn parse_file(file: SourceFile<'_>, site: &Site) -> Parsed {
    let Decoded { text, warning } = match encoding::decode(file) {
        Ok(decoded) => decoded,
        Err(error) => return Parsed { diagnostics: vec![*error], ..Parsed::default() },
    };
    let mut parsed = match Form::of(file.name, &text) {
        Form::Markdown => markdown::Document::parse(file.name, &text, &site.facets).into_parsed(),
        Form::Plain => plain::Text::parse(file.name, &text).into_parsed(),
        Form::Listing => {
            let listing = Parsed::from(listing::Listing::parse(file.name, &text).into_corpus());
            let is_listing = listing.has_items() || !plain::has_prose(&text);
            match is_listing {
                true => listing,
                false => plain::Text::parse(file.name, &text).into_parsed(),
            }
        }
    };
    parsed.diagnostics.splice(0..0, warning);
    complete(&mut parsed, site);
    parsed
}

/// Completes an article that no folder holds as [`parse_contents`] does: detects its language
/// unless it names one, and reads the days of its dates.
pub fn complete_article(article: Article, site: &Site) -> Article {
    let mut parsed = ParsedArticle::new(article);
    detected_language::set(&mut parsed, &site.language);
    completion::complete(&mut parsed.article, site);
    parsed.article
}

/// Adds what does not depend on other files: hashes for duplicates, and languages.
fn complete(parsed: &mut Parsed, site: &Site) {
    duplicates::hash_texts(parsed);
    for it in &mut parsed.articles {
        detected_language::set(it, &site.language);
    }
}

/// Returns the role of each line of a seed and the rule that decided, as [`parse`] applies them.
///
/// A seed that is not text has no lines.
pub fn inspect(file: SourceFile<'_>) -> Vec<LineReport> {
    let Ok(Decoded { text, .. }) = encoding::decode(file) else { return Vec::new() };
    match Form::of(file.name, &text) {
        Form::Markdown => markdown::Document::parse(file.name, &text, &[]).reports(),
        Form::Plain => plain::Text::parse(file.name, &text).reports(),
        Form::Listing => {
            let listing = listing::Listing::parse(file.name, &text);
            let reports = listing.reports();
            let is_listing =
                Parsed::from(listing.into_corpus()).has_items() || !plain::has_prose(&text);
            if is_listing { reports } else { plain::Text::parse(file.name, &text).reports() }
        }
    }
}

/// The form of a seed.
enum Form {
    Markdown,
    /// Text in lines of equal width, with blank lines between paragraphs.
    Plain,
    Listing,
}

impl Form {
    fn of(name: &str, text: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is_markdown = MARKDOWN_EXTENSIONS.iter().any(|it| extension.eq_ignore_ascii_case(it));
        match is_markdown {
            true => Self::Markdown,
            false if plain::is_wrapped(text) => Self::Plain,
            false => Self::Listing,
        }
    }
}
