//! Reads Markdown into pieces: the parser's events with what each opening piece has to know of the
//! pieces behind it.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use super::extensions::EXTENSIONS;
use super::masked::FILLER;

/// A piece of Markdown.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Start(Tag<'a>),
    End(TagEnd),
    /// The start of a list: the number of its first item, and whether its items are single lines.
    List(Option<u64>, bool),
    /// The start of an item: its state in a task list.
    Item(Option<bool>),
    Text(Text<'a>),
    Code(CowStr<'a>),
    /// A line of an HTML block.
    Html(CowStr<'a>),
    /// A tag or comment within a line.
    InlineHtml(CowStr<'a>),
    FootnoteReference(CowStr<'a>),
    SoftBreak,
    HardBreak,
    Rule,
    /// Markup of a dialect, which a mask hides.
    Masked,
    /// The start or the end of a highlight.
    Highlight {
        is_start: bool,
    },
}

/// A run of text without markup.
#[derive(Debug, Default)]
pub(super) struct Text<'a> {
    pub(super) text: CowText<'a>,
    /// The offsets in the text at which a character is escaped or was an entity, in order.
    pub(super) escapes: Vec<usize>,
}

impl Text<'_> {
    /// Returns whether the character at an offset is escaped or was an entity.
    pub(super) fn is_escaped(&self, at: usize) -> bool {
        self.escapes.binary_search(&at).is_ok()
    }
}

/// Text that is copied only where runs are joined.
pub(super) type CowText<'a> = std::borrow::Cow<'a, str>;

/// Reads the pieces of a masked text, each with its bytes.
pub(super) fn read(text: &str) -> Vec<(Piece<'_>, Range<usize>)> {
    let mut pieces: Vec<(Piece<'_>, Range<usize>)> = Vec::new();
    // The positions of the open blocks.
    let mut open: Vec<usize> = Vec::new();
    for (event, range) in Parser::new_ext(text, EXTENSIONS).into_offset_iter() {
        let piece = match event {
            Event::Start(tag) => {
                if matches!(tag, Tag::Paragraph) {
                    loosen(&mut pieces, &open);
                }
                open.push(pieces.len());
                match tag {
                    Tag::List(start) => Piece::List(start, true),
                    Tag::Item => Piece::Item(None),
                    tag => Piece::Start(tag),
                }
            }
            Event::End(tag) => {
                open.pop();
                Piece::End(tag)
            }
            Event::Text(piece) => {
                push_text(&mut pieces, text, piece, range);
                continue;
            }
            Event::TaskListMarker(is_done) => {
                let item = open.iter().rev().find_map(|at| match pieces.get(*at) {
                    Some((Piece::Item(_), _)) => Some(*at),
                    _ => None,
                });
                if let Some((Piece::Item(task), _)) = item.and_then(|at| pieces.get_mut(at)) {
                    *task = Some(is_done);
                }
                continue;
            }
            Event::Code(code) => Piece::Code(code),
            Event::InlineMath(math) | Event::DisplayMath(math) => Piece::Code(math),
            Event::Html(html) => Piece::Html(html),
            Event::InlineHtml(html) => Piece::InlineHtml(html),
            Event::FootnoteReference(label) => Piece::FootnoteReference(label),
            Event::SoftBreak => Piece::SoftBreak,
            Event::HardBreak => Piece::HardBreak,
            Event::Rule => Piece::Rule,
        };
        pieces.push((piece, range));
    }
    pieces
}

/// Records that the list of the innermost item has paragraphs.
fn loosen(pieces: &mut [(Piece<'_>, Range<usize>)], open: &[usize]) {
    let [.., list, item] = open else { return };
    if !matches!(pieces.get(*item), Some((Piece::Item(_), _))) {
        return;
    }
    if let Some((Piece::List(_, is_tight), _)) = pieces.get_mut(*list) {
        *is_tight = false;
    }
}

/// Adds text: to the text before it, or, where a mask hides markup, beside it.
fn push_text<'a>(
    pieces: &mut Vec<(Piece<'a>, Range<usize>)>,
    source: &str,
    text: CowStr<'a>,
    range: Range<usize>,
) {
    if text.contains(FILLER) {
        let mut at = range.start;
        for run in text.split_inclusive(FILLER) {
            let (run, is_masked) = match run.strip_suffix(FILLER) {
                Some(run) => (run, true),
                None => (run, false),
            };
            let end = at + run.len();
            if !run.is_empty() {
                push_text(pieces, source, CowStr::from(run.to_owned()), at..end);
            }
            if is_masked {
                match pieces.last_mut() {
                    Some((Piece::Masked, range)) if range.end == end => range.end += 1,
                    _ => pieces.push((Piece::Masked, end..end + 1)),
                }
            }
            at = end + usize::from(is_masked);
        }
        return;
    }
    let is_escaped = source.get(..range.start).is_some_and(|before| before.ends_with('\\'))
        || source.get(range.clone()) != Some(&*text);
    if let Some((Piece::Text(last), last_range)) = pieces.last_mut() {
        if is_escaped {
            last.escapes.push(last.text.len());
        }
        last.text.to_mut().push_str(&text);
        last_range.end = range.end;
        return;
    }
    let escapes = if is_escaped { vec![0] } else { Vec::new() };
    let text = match text {
        CowStr::Borrowed(text) => CowText::Borrowed(text),
        text => CowText::Owned(text.into_string()),
    };
    pieces.push((Piece::Text(Text { text, escapes }), range));
}
