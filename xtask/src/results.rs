//! Edits `bench/RESULTS.md`: replaces single sections, and keeps the sections that `make bench`
//! does not measure.

use crate::root;
use std::fs;

/// The report, relative to the workspace root.
const RESULTS: &str = "bench/RESULTS.md";

/// The section of `cargo xtask lighthouse`.
pub(crate) const PAGE: &str = "## The page";

/// The section of `cargo xtask keystrokes`.
pub(crate) const KEYSTROKES: &str = "## Keystrokes";

/// The section of `cargo xtask views`.
pub(crate) const VIEWS: &str = "## Views that explore";

/// The section of the part of `cargo xtask bench` with whole editions.
pub(crate) const EDITIONS: &str = "## Whole editions";

/// The section of the part of `cargo xtask bench` with expected answers.
pub(crate) const ANSWERS: &str = "## Who answers what";

/// The section of the part of `cargo xtask bench` with a reader's own files.
pub(crate) const READERS_FILES: &str = "## A reader's own files";

/// The sections that survive a new report, in their order. Those that no command writes are edited
/// by hand.
const KEPT: [&str; 20] = [
    PAGE,
    KEYSTROKES,
    VIEWS,
    EDITIONS,
    ANSWERS,
    "## Short texts",
    "## Take-over",
    "## From nothing to a served page",
    "## Budget of the page",
    "## An edition in parts",
    "## First answer on a slow line",
    "## Building large editions",
    "## Whole copied pages",
    "## Stemmers",
    "## Saved pages",
    "## Imports",
    "## Worker",
    READERS_FILES,
    "## Fuzzing",
    "## Measured by hand",
];

/// Puts a section with this heading into the report.
pub(crate) fn put(heading: &str, section: &str) -> Result<(), String> {
    let path = root().join(RESULTS);
    let text = fs::read_to_string(&path).unwrap_or_else(|_| "# Results\n\n".to_owned());
    fs::write(&path, with_section(&text, heading, section))
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Returns the report `new` with the kept sections of the report `old`.
pub(crate) fn with_kept_sections(old: &str, new: &str) -> String {
    KEPT.into_iter().fold(new.to_owned(), |new, heading| match split_at_section(old, heading) {
        Some((_, section, _)) => with_section(&new, heading, section),
        None => new,
    })
}

/// Returns `text` with the section in the place of the old one, or before those that come after it
/// in [`KEPT`], or at the end.
fn with_section(text: &str, heading: &str, section: &str) -> String {
    if let Some((before, _, after)) = split_at_section(text, heading) {
        return [before, section, after].concat();
    }
    let later = KEPT.into_iter().skip_while(|kept| *kept != heading).skip(1);
    match later.filter_map(|later| split_at_section(text, later)).next() {
        Some((before, next, after)) => [before, section, next, after].concat(),
        None => [text.trim_end(), "\n\n", section].concat(),
    }
}

/// Splits a report into the texts before, in and after a section.
fn split_at_section<'a>(text: &'a str, heading: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text.split_at_checked(text.find(heading)?)?;
    let end = rest.find("\n## ").map_or(rest.len(), |at| at + 1);
    let (section, after) = rest.split_at_checked(end)?;
    Some((before, section, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let section = format!("{PAGE}\n\nnew\n\n");
        assert_eq!(with_section(text, PAGE, &section), expected.replace('@', PAGE), "{text}");
    }

    #[test]
    fn a_section_replaces_the_old_one() {
        check("# Results\n", "# Results\n\n@\n\nnew\n\n");
        check(&format!("# Results\n\n{PAGE}\n\nold\n"), "# Results\n\n@\n\nnew\n\n");
        check("# Results\n\n## Take-over\n\n1\n", "# Results\n\n@\n\nnew\n\n## Take-over\n\n1\n");
        check(&format!("a\n\n{PAGE}\n\nold\n\n## Next\n\nb\n"), "a\n\n@\n\nnew\n\n## Next\n\nb\n");
    }

    #[test]
    fn sections_that_bench_does_not_measure_survive_a_new_report() {
        let old = format!("# Old\n\n## Speed\n\n1\n\n{PAGE}\n\n2\n\n## Take-over\n\n3\n");
        let expected = format!("# New\n\n{PAGE}\n\n2\n\n## Take-over\n\n3\n");
        assert_eq!(with_kept_sections(&old, "# New\n"), expected);
    }
}
