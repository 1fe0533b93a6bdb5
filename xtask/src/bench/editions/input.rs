//! The folders to measure, as `BENCH_EDITIONS` lists them.

use std::path::{Path, PathBuf};

/// The project's own articles, and queries that have results among them.
pub(super) const DEFAULT: &str = "seeds:1440/150:kyiv|north korea|ballistic missile";

/// A folder of articles, the line to its readers, and their queries.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// The name in the report, which has no paths of a machine.
    pub(super) name: String,
    pub(super) folder: PathBuf,
    pub(super) line: Line,
    pub(super) queries: Vec<String>,
}

/// A simulated line: kilobits per second, and the ms that each request waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) kilobits: u32,
    pub(super) latency: u32,
}

/// The slow line of Lighthouse's mobile preset.
const SLOW: Line = Line { kilobits: 1440, latency: 150 };

/// Parses `[NAME=]FOLDER[:KILOBITS/LATENCY[:QUERY|QUERY…]],…`.
pub(super) fn parse(text: &str) -> Result<Vec<Subject>, String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(subject).collect()
}

fn subject(text: &str) -> Result<Subject, String> {
    let mut parts = text.splitn(3, ':');
    let folder = parts.next().unwrap_or_default();
    let (name, folder) = match folder.split_once('=') {
        Some((name, folder)) => (name.trim().to_owned(), Path::new(folder)),
        None => {
            let folder = Path::new(folder);
            (folder.file_name().unwrap_or_default().to_string_lossy().into_owned(), folder)
        }
    };
    if name.is_empty() || folder.as_os_str().is_empty() {
        return Err(format!("BENCH_EDITIONS: {text}: no name or no folder"));
    }
    let line = parts.next().filter(|line| !line.is_empty()).map_or(Ok(SLOW), |part| {
        line(part).ok_or_else(|| {
            format!("BENCH_EDITIONS: {text}: {part} is no line, such as 1440/150 in kbit/s and ms")
        })
    })?;
    let queries = parts.next().unwrap_or_default().split('|').map(str::trim);
    let queries = queries.filter(|query| !query.is_empty()).map(str::to_owned).collect();
    Ok(Subject { name, folder: folder.to_owned(), line, queries })
}

fn line(text: &str) -> Option<Line> {
    let (kilobits, latency) = text.split_once('/')?;
    let kilobits = kilobits.trim().parse().ok().filter(|kilobits| *kilobits > 0)?;
    Some(Line { kilobits, latency: latency.trim().parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(name: &str, folder: &str, line: (u32, u32), queries: &[&str]) -> Subject {
        Subject {
            name: name.into(),
            folder: folder.into(),
            line: Line { kilobits: line.0, latency: line.1 },
            queries: queries.iter().map(|query| (*query).to_owned()).collect(),
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[Subject]) {
        assert_eq!(parse(text).as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn folders_have_names_lines_and_queries() {
        check("/a/blog", &[subject("blog", "/a/blog", (1440, 150), &[])]);
        check("/a/blog/", &[subject("blog", "/a/blog/", (1440, 150), &[])]);
        check(
            "blog:10000/60:npm|worker threads|a:b",
            &[subject("blog", "blog", (10_000, 60), &["npm", "worker threads", "a:b"])],
        );
        check("blog::npm", &[subject("blog", "blog", (1440, 150), &["npm"])]);
        check("blog:9/0:", &[subject("blog", "blog", (9, 0), &[])]);
        check(
            "arXiv=/a/ten:10000/60:graph coloring, arXiv=/a/all,",
            &[
                subject("arXiv", "/a/ten", (10_000, 60), &["graph coloring"]),
                subject("arXiv", "/a/all", (1440, 150), &[]),
            ],
        );
        assert!(parse(DEFAULT).is_ok_and(|subjects| subjects[0].queries.len() == 3));
    }

    #[test]
    fn faults_are_reported_with_their_place() {
        for (text, expected) in [
            (":1440/150", "BENCH_EDITIONS: :1440/150: no name or no folder"),
            ("a=:1440/150", "BENCH_EDITIONS: a=:1440/150: no name or no folder"),
            (
                "blog:npm",
                "BENCH_EDITIONS: blog:npm: npm is no line, such as 1440/150 in kbit/s and ms",
            ),
            (
                "blog:0/150",
                "BENCH_EDITIONS: blog:0/150: 0/150 is no line, such as 1440/150 in kbit/s and ms",
            ),
        ] {
            assert_eq!(parse(text), Err(expected.to_owned()));
        }
    }
}
