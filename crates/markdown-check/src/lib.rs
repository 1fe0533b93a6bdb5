//! Compares the articles of Markdown seeds with the HTML of a reference renderer.
//!
//! The reference is pulldown-cmark's own HTML of the same Markdown, read by an HTML parser. An
//! article agrees with it if both have the same visible text and as many links, list items, code
//! blocks, table cells, pictures and footnotes.
//!
//! Tests of the parser use it, and `cargo xtask markdown DIR` applies it to a folder. [`generate`]
//! makes up Markdown for property tests.

use cuttings_corpus::{Corpus, Folder, Site, parse_folder};
use cuttings_diagnostics::SourceFile;
use percent_encoding::percent_decode_str;

mod article;
mod difference;
pub mod generate;
mod reference;

pub use article::contents_of_article;
pub use difference::{Difference, differences};
pub use reference::{contents_of_html, contents_of_markdown, html_of_markdown};

/// Parses a seed without the folder around it.
///
/// Relative links lead to an invented original site. Otherwise those to other seeds would become
/// text.
pub fn parse(seed: SourceFile<'_>) -> Corpus {
    let original_url = Some("https://original.example/".to_owned());
    let site = Site { original_url, ..Site::default() };
    parse_folder(&[seed], &Folder::without_name(&site))
}

/// The visible contents of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The text without the footnotes, with single spaces between words.
    pub text: String,
    /// The texts of the footnotes, sorted.
    pub footnotes: Vec<String>,
    /// The number of links whose text is not their own address. Remote pictures are among them.
    pub links: usize,
    /// The number of list items.
    pub list_items: usize,
    /// The number of code blocks.
    pub code_blocks: usize,
    /// The number of table cells.
    pub cells: usize,
    /// The number of pictures that are not remote.
    pub pictures: usize,
}

/// Returns whether a link's text is only its address, as in an autolink.
fn is_bare(text: &str, address: &str) -> bool {
    let without_scheme = |address: &str| {
        let address = address.strip_prefix("mailto:").unwrap_or(address).to_lowercase();
        let address = address.split_once("://").map_or(&*address, |(_, rest)| rest).to_owned();
        percent_decode_str(address.trim_end_matches('/')).decode_utf8_lossy().into_owned()
    };
    !text.is_empty() && without_scheme(text.trim()) == without_scheme(address)
}

/// Returns whether an address is that of a remote picture.
fn is_remote(address: &str) -> bool {
    let start = address.trim_start().get(..8).unwrap_or(address).to_ascii_lowercase();
    ["http://", "https://", "//"].iter().any(|prefix| start.starts_with(prefix))
}

/// Returns the last piece of an address's path, which stands for a picture without a description.
fn last_piece(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    path.rsplit('/').next().filter(|piece| !piece.is_empty()).unwrap_or(address)
}

/// Folds white space. Between characters of a script without spaces there is none.
fn with_single_spaces(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let is_gap = |c: char| c.is_whitespace() || is_invisible(c);
    for word in text.split(is_gap).filter(|word| !word.is_empty()) {
        let needs_space = out.chars().next_back().zip(word.chars().next());
        if needs_space.is_some_and(|(last, first)| !(is_cjk(last) && is_cjk(first))) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{31c0}'..='\u{9fff}' | '\u{ff00}'..='\u{ff9f}')
}

/// Returns whether a character is no text: the parser trims these at the ends of a block.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}
