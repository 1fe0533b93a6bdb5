//! Chooses the extensions of the Markdown parser.

use pulldown_cmark::Options;

/// Returns the options for a text: CommonMark with the tables, footnotes, task lists and
/// strikethrough of GitHub, the definition lists of several generators, and, if the text has any,
/// the links of Obsidian.
///
/// Some options stay off because they would misread GitHub's Markdown: subscript takes the single
/// tilde of strikethrough, superscript takes `2^10 + 2^20`, heading attributes drop any braces at
/// the end of a heading, and smart punctuation changes what the author typed. Alerts are read with
/// all other callouts.
pub(super) fn options(text: &str) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    // Within other brackets, the parser loses text where it looks for these in vain.
    options.set(Options::ENABLE_WIKILINKS, has_wikilink(text));
    options
}

fn has_wikilink(text: &str) -> bool {
    text.split("[[").skip(1).any(|rest| {
        let end = rest.find(['[', ']', '\n']);
        end.is_some_and(|end| end > 0 && rest.get(end..).is_some_and(|end| end.starts_with("]]")))
    })
}
