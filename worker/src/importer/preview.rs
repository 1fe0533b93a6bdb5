//! The JSON of an article that is shown during an import.

use cuttings_corpus::{Article, BlockKind};
use serde::Serialize;

/// The most bytes of text that are shown.
const MAX_TEXT: usize = 100_000;

/// An article as text.
#[derive(Serialize)]
struct Preview<'a> {
    title: &'a str,
    blocks: Vec<Block<'a>>,
}

#[derive(Serialize)]
struct Block<'a> {
    kind: &'static str,
    text: &'a str,
}

/// Returns the title of an article and its text, of which a very long one has the first part only.
pub(crate) fn json(article: &Article) -> String {
    let mut length = 0;
    let blocks = article.body.iter().take_while(|block| {
        length += block.text.len();
        length <= MAX_TEXT
    });
    let blocks = blocks.filter(|block| !block.text.is_empty()).map(|block| Block {
        kind: match block.kind {
            BlockKind::Heading { .. } => "heading",
            BlockKind::Code { .. } | BlockKind::Table { .. } => "code",
            BlockKind::Paragraph | BlockKind::Picture(_) | BlockKind::Rule | BlockKind::Term => {
                "paragraph"
            }
        },
        text: &block.text,
    });
    let preview = Preview { title: &article.title, blocks: blocks.collect() };
    serde_json::to_string(&preview).unwrap_or_default()
}
