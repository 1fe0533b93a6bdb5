//! Finds the fences of container directives, as Docusaurus, Starlight, VitePress and Quarto have
//! them: a line `:::tip[Title]` opens one, and a line `:::` closes it.
//!
//! The Markdown parser does not know them. A fence is overwritten by the mark of a heading, because
//! a heading ends the paragraph before it, stays in its list or quotation, and may be empty.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::callouts::{self, Callout};
use super::extensions::EXTENSIONS;

/// The start of a fence. It may have more colons.
const FENCE: &str = ":::";

/// The mark that overwrites the start of a fence. Its level is not that of a title.
const MARK: &[u8] = b"##";

/// The name under which a directive is among the open elements.
pub(super) const ELEMENT: &str = ":::";

/// A fence of a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// The bytes of the line from the first colon to its end.
    pub(super) range: Range<usize>,
    pub(super) kind: FenceKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FenceKind {
    /// The fence opens an alert or a quotation.
    Callout { callout: Callout, has_attributes: bool },
    /// The fence opens a directive without an equivalent. Its title is kept.
    Group { has_title: bool },
    /// The fence closes the innermost callout, or else a group.
    Close { is_callout: bool },
}

/// A line that may be a fence.
struct Candidate {
    fence: Fence,
    colons: usize,
    /// The bytes of the title, which stay as they are.
    title: Range<usize>,
}

/// Returns the text with its fences overwritten, and the fences; `None` if there are none. Every
/// offset stays. A fence without its counterpart is text.
pub(super) fn mask(text: &str) -> Option<(String, Vec<Fence>)> {
    if !text.contains(FENCE) {
        return None;
    }
    let mut candidates = candidates(text);
    // Masks change the structure, so the fences are those that prove to be headings.
    for _ in 0..3 {
        let count = candidates.len();
        let masked = masked(text, &candidates)?;
        let headings = headings(&masked);
        candidates.retain(|it| headings.contains(&it.fence.range.start));
        let is_complete = candidates.len() == count;
        candidates = paired(candidates);
        if candidates.is_empty() {
            return None;
        }
        if is_complete && candidates.len() == count {
            return Some((masked, candidates.into_iter().map(|it| it.fence).collect()));
        }
    }
    None
}

/// Returns the lines that look like fences, outside of code.
fn candidates(text: &str) -> Vec<Candidate> {
    // Without definition lists, whose definitions start with a colon.
    let options = EXTENSIONS.difference(Options::ENABLE_DEFINITION_LIST);
    let code: Vec<Range<usize>> = Parser::new_ext(text, options)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| range)
        .collect();
    let mut code = code.iter().peekable();
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let at = start + line.len() - content.len();
        start += line.len();
        if !content.starts_with(FENCE) {
            continue;
        }
        while code.next_if(|range| range.end <= at).is_some() {}
        if code.peek().is_none_or(|range| at < range.start) {
            found.extend(candidate(content.trim_end(), at));
        }
    }
    found
}

/// Reads a line from its first colon to its end.
fn candidate(line: &str, at: usize) -> Option<Candidate> {
    let rest = line.trim_start_matches(':');
    let colons = line.len() - rest.len();
    let end = at + line.len();
    let candidate = |kind, title| {
        let fence = Fence { range: at..end, kind };
        Some(Candidate { fence, colons, title })
    };
    let rest = rest.trim_start();
    if rest.is_empty() {
        return candidate(FenceKind::Close { is_callout: false }, end..end);
    }
    let (name, rest, mut has_attributes) = match rest.strip_prefix('{') {
        // Pandoc's attributes: `{.note #id}`.
        Some(inner) => {
            let (attributes, rest) = inner.split_once('}')?;
            let name = attributes.split_whitespace().find_map(|it| it.strip_prefix('.'))?;
            (name, rest, attributes.trim() != format!(".{name}"))
        }
        None => {
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
            let (name, rest) = rest.split_at(rest.find(|c| !is_name(c)).unwrap_or(rest.len()));
            (name, rest, false)
        }
    };
    if !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let title = match rest.strip_prefix('[') {
        Some(inner) => {
            let (title, attributes) = inner.rsplit_once(']')?;
            let is_known =
                attributes.is_empty() || attributes.starts_with('{') && attributes.ends_with('}');
            has_attributes |= !attributes.is_empty();
            is_known.then_some(title)?
        }
        None if rest.starts_with('{') && rest.ends_with('}') => {
            has_attributes = true;
            ""
        }
        None if rest.is_empty() || rest.starts_with(char::is_whitespace) => rest.trim(),
        None => return None,
    };
    // A heading loses the signs at its end.
    if title.ends_with('#') {
        return None;
    }
    let title = match title.trim() {
        "" => end..end,
        title => {
            let start = at + title.as_ptr().addr().saturating_sub(line.as_ptr().addr());
            start..start + title.len()
        }
    };
    let word = name.strip_prefix("callout-").unwrap_or(name);
    let has_title = !title.is_empty();
    let kind = match callouts::is_known(word) {
        true => FenceKind::Callout {
            callout: Callout { word: word.to_owned(), has_title },
            has_attributes,
        },
        false => FenceKind::Group { has_title },
    };
    candidate(kind, title)
}

/// Returns the fences that have a counterpart. A closing fence has as many colons as its opening,
/// or more.
fn paired(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut open: Vec<usize> = Vec::new();
    let mut is_paired = vec![false; candidates.len()];
    for at in 0..candidates.len() {
        let Some(candidate) = candidates.get(at) else { continue };
        if !matches!(candidate.fence.kind, FenceKind::Close { .. }) {
            open.push(at);
            continue;
        }
        let fits = |opening: &Candidate| opening.colons <= candidate.colons;
        let Some(opening) = open.last().filter(|at| candidates.get(**at).is_some_and(fits)) else {
            continue;
        };
        let opening = *opening;
        open.pop();
        let is_callout = candidates
            .get(opening)
            .is_some_and(|it| matches!(it.fence.kind, FenceKind::Callout { .. }));
        if let Some(closing) = candidates.get_mut(at) {
            closing.fence.kind = FenceKind::Close { is_callout };
        }
        for at in [opening, at] {
            if let Some(is_paired) = is_paired.get_mut(at) {
                *is_paired = true;
            }
        }
    }
    candidates
        .into_iter()
        .zip(is_paired)
        .filter(|(_, is_paired)| *is_paired)
        .map(|(it, _)| it)
        .collect()
}

/// Returns the text with fences overwritten.
fn masked(text: &str, candidates: &[Candidate]) -> Option<String> {
    let mut out = text.as_bytes().to_vec();
    for Candidate { fence, title, .. } in candidates {
        for at in fence.range.clone().filter(|at| !title.contains(at)) {
            *out.get_mut(at)? = b' ';
        }
        out.get_mut(fence.range.start..fence.range.start + MARK.len())?.copy_from_slice(MARK);
    }
    String::from_utf8(out).ok()
}

/// Returns the offsets at which headings start.
fn headings(text: &str) -> HashSet<usize> {
    Parser::new_ext(text, EXTENSIONS)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::Heading { .. })))
        .map(|(_, range)| range.start)
        .collect()
}
