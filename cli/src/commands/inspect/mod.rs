//! `cuttings inspect`: prints the parsed contents of seeds.
//!
//! The text output lists every line with its role and the rule that decided, then each article with
//! its metadata, blocks and marks, then what was extracted from each item, and the stories. For a
//! folder it leaves out the lines and the extracted, and prints one line for each kind of
//! diagnostic unless `--verbose` is given. `--json` prints articles, teasers, stories and
//! diagnostics for another program: an object for each folder, and one for all files.

mod body;
mod extracted;
mod json;
mod stories;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cuttings_corpus::{Corpus, LineReport, LineRole, Site, inspect, parse, parse_site};
use cuttings_diagnostics::{Severity, SourceFile, summarize};
use cuttings_edition_builder::stories_of;
use cuttings_seeds::Contents;

use crate::arguments::Inspect;
use crate::console::Console;
use json::JsonCorpus;

/// The width of a line if the shell does not tell the terminal's.
const DEFAULT_COLUMNS: usize = 120;

/// The least width of a line's text, whatever the terminal's.
const MIN_TEXT_COLUMNS: usize = 24;

/// Runs `cuttings inspect`.
///
/// # Errors
/// If a file cannot be read, or if there is an error among the diagnostics.
pub(crate) fn run(arguments: &Inspect, console: Console) -> Result<ExitCode, Box<dyn Error>> {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        arguments.paths.iter().partition(|path| path.is_dir());
    let mut errors = 0;
    let mut print = |report: Report| {
        errors += count_of(&report.corpus, Severity::Error);
        match console.json {
            true => console.object(&JsonCorpus::new(&report.corpus, &report.stories)),
            false => console.print(&report.text),
        }
    };
    for folder in folders {
        print(inspect_folder(folder, arguments.verbose)?);
    }
    if !files.is_empty() {
        print(inspect_files(&files)?);
    }
    match errors {
        0 => Ok(ExitCode::SUCCESS),
        errors => Err(format!("{} in these files", counted(errors, "error")).into()),
    }
}

/// The parsed files, and the same as text.
struct Report {
    corpus: Corpus,
    /// The numbers of the items of each story: articles, then teasers.
    stories: Vec<Vec<usize>>,
    text: String,
}

fn inspect_folder(folder: &Path, verbose: bool) -> Result<Report, Box<dyn Error>> {
    let Contents { corpus, assets, .. } = cuttings_seeds::read_contents(Path::new(""), folder)?;
    let mut text = String::new();
    for article in &corpus.articles {
        body::write(&mut text, article, terminal_columns());
    }
    for asset in &assets {
        let _ = writeln!(text, "{} is {}", asset.name, asset.file.display());
    }
    let stories = stories_of(&corpus);
    stories::write(&mut text, &corpus, &stories);
    write_summary(&mut text, &corpus, verbose);
    Ok(Report { corpus, stories, text })
}

fn inspect_files(paths: &[&PathBuf]) -> Result<Report, Box<dyn Error>> {
    let files: Vec<(String, Vec<u8>)> = paths
        .iter()
        .map(|path| {
            let name = path.to_string_lossy().into_owned();
            let bytes = std::fs::read(path).map_err(|error| format!("{name}: {error}"))?;
            Ok((name, bytes))
        })
        .collect::<Result<_, String>>()?;
    let files = files.iter().map(|(name, bytes)| SourceFile { name, bytes });

    let (sites, seeds): (Vec<_>, Vec<_>) = files.partition(|f| f.name.ends_with("site.toml"));
    let mut corpus = parse(&seeds);
    let sites: Vec<_> = sites.into_iter().map(parse_site).collect();
    corpus.diagnostics.extend(sites.iter().flat_map(|(_, diagnostics)| diagnostics.clone()));
    let mut text = String::new();
    for file in &seeds {
        write_lines(&mut text, *file, terminal_columns());
    }
    for article in &corpus.articles {
        body::write(&mut text, article, terminal_columns());
    }
    for (site, _) in &sites {
        let _ = writeln!(text, "{site:#?}\n");
    }
    let site = sites.first().map_or_else(Site::default, |(site, _)| site.clone());
    text.push_str(&extracted::report(&corpus, &site));
    let stories = stories_of(&corpus);
    stories::write(&mut text, &corpus, &stories);
    write_summary(&mut text, &corpus, true);
    Ok(Report { corpus, stories, text })
}

fn terminal_columns() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.unwrap_or(DEFAULT_COLUMNS)
}

/// Writes each line that is not blank:
/// `     3  title           Ferry Returns to the Northern Route   (follows a section label)`
fn write_lines(out: &mut String, file: SourceFile<'_>, columns: usize) {
    let _ = writeln!(out, "{}", file.name);
    for LineReport { line, text, role, reason } in inspect(file) {
        if role == LineRole::Blank {
            continue;
        }
        let head = format!("{line:>6}  {:<14}  ", role.as_str());
        let taken = head.chars().count() + reason.chars().count() + 4;
        let text = fit(&text, columns.saturating_sub(taken).max(MIN_TEXT_COLUMNS));
        let _ = writeln!(out, "{head}{text}  ({reason})");
    }
    let _ = writeln!(out);
}

/// Cuts a text with an ellipsis, or pads it, to the given number of terminal columns. Characters
/// that could control the terminal are replaced.
fn fit(text: &str, columns: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let width = column_width(c);
        let ellipsis = usize::from(chars.peek().is_some());
        if used + width + ellipsis > columns {
            out.push('…');
            used += 1;
            break;
        }
        out.push(if controls_terminal(c) { char::REPLACEMENT_CHARACTER } else { c });
        used += width;
    }
    out.extend(std::iter::repeat_n(' ', columns.saturating_sub(used)));
    out
}

fn controls_terminal(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns 2 for ideographs, kana and Hangul, and 1 for all other characters.
fn column_width(c: char) -> usize {
    let wide = matches!(c,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}');
    1 + usize::from(wide)
}

/// Writes the diagnostics, each or one line for each kind, and one line of counts.
fn write_summary(out: &mut String, corpus: &Corpus, verbose: bool) {
    if verbose {
        for diagnostic in &corpus.diagnostics {
            let _ = writeln!(out, "{diagnostic}");
        }
    } else {
        for line in summarize(&corpus.diagnostics) {
            let _ = writeln!(out, "{line}");
        }
    }
    if !corpus.diagnostics.is_empty() {
        let _ = writeln!(out);
    }
    let blocks = || corpus.articles.iter().flat_map(|article| &article.body);
    let headings = blocks().filter(|block| block.is_heading()).count();
    let standfirsts = corpus.articles.iter().filter(|a| a.standfirst.is_some()).count();
    let _ = writeln!(
        out,
        "{} ({}, {}, {}), {}; {}, {}, {}",
        counted(corpus.articles.len(), "article"),
        counted(standfirsts, "standfirst"),
        counted(headings, "heading"),
        counted(blocks().count() - headings, "paragraph"),
        counted(corpus.teasers.len(), "teaser"),
        counted(count_of(corpus, Severity::Error), "error"),
        counted(count_of(corpus, Severity::Warning), "warning"),
        counted(count_of(corpus, Severity::Note), "note"),
    );
}

fn count_of(corpus: &Corpus, severity: Severity) -> usize {
    corpus.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}

/// "1 article", "2 articles".
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
