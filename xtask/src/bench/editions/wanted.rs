//! The values that are wanted of editions.

use super::input::Line;
use std::ops::RangeInclusive;

/// A figure of an edition. Times are in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    Build,
    Edit,
    /// In bytes, like [`Figure::Bytes`].
    Memory,
    Files,
    Titles,
    Texts,
    /// Everything that is downloaded until the texts are there.
    Bytes,
    Requests,
}

/// The largest wanted figures of editions of some size.
struct Wanted {
    articles: RangeInclusive<usize>,
    /// The line on which first answers are to be that fast.
    line: Line,
    most: &'static [(Figure, f64)],
}

const WANTED: [Wanted; 2] = [
    // A blog of many years. Smaller editions meet these without effort, so it would mean little.
    Wanted {
        articles: 500..=2_000,
        line: Line { kilobits: 1440, latency: 150 },
        most: &[
            (Figure::Build, 12.0),
            (Figure::Edit, 2.0),
            (Figure::Titles, 2.5),
            (Figure::Texts, 2.9),
            (Figure::Bytes, 420e3),
            (Figure::Requests, 20.0),
        ],
    },
    // A hundred thousand, without those that an edition leaves out.
    Wanted {
        articles: 90_000..=110_000,
        line: Line { kilobits: 10_000, latency: 60 },
        most: &[
            (Figure::Build, 120.0),
            (Figure::Memory, 2e9),
            (Figure::Files, 15_000.0),
            (Figure::Titles, 0.9),
            (Figure::Texts, 0.9),
            (Figure::Bytes, 500e3),
        ],
    },
];

/// Returns the largest wanted figure of an edition, if there is one. The line matters for first
/// answers only.
pub(super) fn most(articles: usize, line: Line, figure: Figure) -> Option<f64> {
    let Wanted { line: wanted_line, most, .. } =
        WANTED.iter().find(|wanted| wanted.articles.contains(&articles))?;
    let is_of_line =
        matches!(figure, Figure::Titles | Figure::Texts | Figure::Bytes | Figure::Requests);
    if is_of_line && line != *wanted_line {
        return None;
    }
    most.iter().find(|(wanted, _)| *wanted == figure).map(|(_, most)| *most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wanted_values_depend_on_the_size_and_the_line() {
        let check = |articles, kilobits, latency, figure, expected| {
            assert_eq!(most(articles, Line { kilobits, latency }, figure), expected, "{figure:?}");
        };
        check(1_049, 1440, 150, Figure::Texts, Some(2.9));
        check(1_049, 1440, 150, Figure::Files, None);
        check(1_049, 10_000, 60, Figure::Texts, None);
        check(1_049, 10_000, 60, Figure::Build, Some(12.0));
        check(17, 1440, 150, Figure::Build, None);
        check(10_000, 10_000, 60, Figure::Build, None);
        check(100_000, 10_000, 60, Figure::Texts, Some(0.9));
        check(100_000, 1440, 150, Figure::Memory, Some(2e9));
    }
}
