//! The extensions of the Markdown parser.

use pulldown_cmark::Options;

/// CommonMark with the tables, footnotes, task lists and strikethrough of GitHub, and the
/// definition lists of several generators.
///
/// Other options stay off because they would misread GitHub's Markdown: subscript takes the single
/// tilde of strikethrough, superscript takes `2^10 + 2^20`, heading attributes drop any braces at
/// the end of a heading, smart punctuation changes what the author typed, and wikilinks take the
/// brackets of `[[1]](a.md)`. Alerts and wikilinks are read with the other dialects.
pub(super) const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST);
