//! Splits a teaser's line into section and age: "Top stories2 months ago".

use super::{
    age::{counted_start, may_be_age_or_date, phrase_start},
    count::FileHints,
    date::date_start,
};

/// Longer than any section with its age, in bytes. It bounds the work on long lines.
const MAX_BYTES: usize = 400;

/// A section and an age from one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionAge<'a> {
    pub(super) section: &'a str,
    pub(super) age: &'a str,
    /// Nothing separates the two, which happens only in scraped text.
    pub(super) glued: bool,
    /// The age has a count ("2 months ago"). A headline ends like that less often than in "today".
    pub(super) counted: bool,
}

/// Splits a line into section and age, which a space, dot, bar or dash may separate.
///
/// Returns `None` if the line does not end in an age or date, or has nothing before it.
pub(super) fn split<'a>(text: &'a str, hints: &FileHints<'_>) -> Option<SectionAge<'a>> {
    if text.len() > MAX_BYTES || !may_be_age_or_date(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let (at, counted) = counted_start(text, &lower, hints).map(|at| (at, true)).or_else(|| {
        phrase_start(text, &lower).or_else(|| date_start(text)).map(|at| (at, false))
    })?;
    let (head, age) = text.split_at_checked(at)?;
    let glued =
        head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '.' | '\'' | '’' | '&'));
    let section = head.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '·' | '•' | '|' | '-' | '–' | '—' | ',' | ':')
    });
    (!section.is_empty()).then_some(SectionAge { section, age: age.trim(), glued, counted })
}
