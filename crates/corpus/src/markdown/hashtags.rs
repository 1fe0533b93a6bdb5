//! Finds Obsidian's tags: `#tag` between words.

use super::pieces::Text;

/// Returns the tags in a text, without their `#`. A tag is not only digits, which number an issue.
pub(super) fn find<'t>(text: &'t Text<'_>) -> impl Iterator<Item = &'t str> {
    let words = &*text.text;
    words.match_indices('#').filter_map(move |(at, _)| {
        let before = words.get(..at)?.chars().next_back();
        if before.is_some_and(|c| !c.is_whitespace()) || text.is_escaped(at) {
            return None;
        }
        let rest = words.get(at + 1..)?;
        let is_tag = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/');
        let tag = rest.get(..rest.find(|c| !is_tag(c)).unwrap_or(rest.len()))?;
        let tag = tag.trim_end_matches(['-', '/']);
        let is_number = tag.chars().all(|c| !c.is_alphabetic());
        (!is_number).then_some(tag)
    })
}

/// Returns whether a paragraph is only tags.
pub(super) fn is_line_of_tags(text: &str) -> bool {
    !text.is_empty() && text.split_whitespace().all(|word| word.starts_with('#'))
}
