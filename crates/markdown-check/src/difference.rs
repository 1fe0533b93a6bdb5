//! The differences between two contents.

use std::fmt;

use crate::Contents;

/// The number of characters of text around a difference.
const CONTEXT_CHARS: usize = 60;

/// A difference between an article and the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The name of what differs, such as "links".
    pub part: &'static str,
    /// The part of the article.
    pub article: String,
    /// The part of the reference.
    pub reference: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { part, article, reference } = self;
        write!(f, "{part}: {article}, in the reference: {reference}")
    }
}

/// Returns the differences between an article and the reference.
pub fn differences(article: &Contents, reference: &Contents) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut add = |part, article: String, reference: String| {
        if article != reference {
            found.push(Difference { part, article, reference });
        }
    };
    let (ours, theirs) = around_first_difference(&article.text, &reference.text);
    add("text", ours, theirs);
    let count = |number: usize| number.to_string();
    add("links", count(article.links), count(reference.links));
    add("list items", count(article.list_items), count(reference.list_items));
    add("code blocks", count(article.code_blocks), count(reference.code_blocks));
    add("table cells", count(article.cells), count(reference.cells));
    add("pictures", count(article.pictures), count(reference.pictures));
    add("footnotes", article.footnotes.join(" | "), reference.footnotes.join(" | "));
    found
}

/// Returns the text around the first character that differs, of both texts.
fn around_first_difference(ours: &str, theirs: &str) -> (String, String) {
    if ours == theirs {
        return (String::new(), String::new());
    }
    let common = ours.chars().zip(theirs.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        let start = common.saturating_sub(CONTEXT_CHARS / 2);
        let piece: String = text.chars().skip(start).take(CONTEXT_CHARS).collect();
        format!("“{piece}”")
    };
    let (ours, theirs) = (around(ours), around(theirs));
    if ours == theirs { (ours + "…", theirs) } else { (ours, theirs) }
}
