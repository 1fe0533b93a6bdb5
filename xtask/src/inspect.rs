//! `cargo xtask inspect`: prints the parsed contents of seeds.
//!
//! The text output lists every line with its role and the rule that decided, and then what was
//! extracted from each item. `--json` prints articles, teasers and diagnostics for another program.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write as _;

use cuttings_corpus::{
    Article, Block, Corpus, LineReport, LineRole, Teaser, inspect, parse, parse_site,
};
use cuttings_diagnostics::{Diagnostic, Severity, SourceFile};
use serde::Serialize;

use crate::entities_report;

/// The width of a line if the shell does not tell the terminal's.
const DEFAULT_COLUMNS: usize = 120;

/// The least width of a line's text, whatever the terminal's.
const MIN_TEXT_COLUMNS: usize = 24;

/// Runs `cargo xtask inspect [--json] FILE…`.
///
/// # Errors
/// If a file cannot be read, or if there is an error among the diagnostics.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let Options { json, paths } = parse_arguments(arguments)?;
    let files: Vec<(String, Vec<u8>)> = paths
        .into_iter()
        .map(|path| {
            let name = path.to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
            Ok((name, bytes))
        })
        .collect::<Result<_, String>>()?;
    let files = files.iter().map(|(name, bytes)| SourceFile { name, bytes });

    let (sites, seeds): (Vec<_>, Vec<_>) = files.partition(|f| f.name.ends_with("site.toml"));
    let mut corpus = parse(&seeds);
    let sites: Vec<_> = sites.into_iter().map(parse_site).collect();
    corpus.diagnostics.extend(sites.iter().flat_map(|(_, diagnostics)| diagnostics.clone()));

    let out = if json {
        let json = serde_json::to_string_pretty(&JsonCorpus::from(&corpus));
        json.map_err(|error| error.to_string())? + "\n"
    } else {
        let mut out = String::new();
        for file in &seeds {
            write_lines(&mut out, *file, terminal_columns());
        }
        for (site, _) in &sites {
            let _ = writeln!(out, "{site:#?}\n");
        }
        let site = sites.first().map(|(site, _)| site.clone()).unwrap_or_default();
        out.push_str(&entities_report::report(&corpus, &site));
        write_summary(&mut out, &corpus);
        out
    };
    // A closed pipe, as in `| head`, is no failure.
    let _ = std::io::stdout().lock().write_all(out.as_bytes());

    match count_of(&corpus, Severity::Error) {
        0 => Ok(()),
        errors => Err(format!("{} in these seeds", counted(errors, "error"))),
    }
}

struct Options {
    json: bool,
    paths: Vec<OsString>,
}

fn parse_arguments(arguments: &[String]) -> Result<Options, String> {
    use lexopt::Arg::{Long, Value};
    let mut options = Options { json: false, paths: Vec::new() };
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Long("json") => options.json = true,
            Value(path) => options.paths.push(path),
            other => return Err(format!("inspect: {}", other.unexpected())),
        }
    }
    if options.paths.is_empty() {
        return Err("no files given: cargo xtask inspect seeds/a.txt".into());
    }
    Ok(options)
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

/// Writes the diagnostics and one line of counts.
fn write_summary(out: &mut String, corpus: &Corpus) {
    for diagnostic in &corpus.diagnostics {
        let _ = writeln!(out, "{diagnostic}");
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

/// The output of `--json`. Other programs rely on its keys: add some, but never rename one.
#[derive(Serialize)]
struct JsonCorpus<'a> {
    articles: Vec<JsonArticle<'a>>,
    teasers: Vec<JsonTeaser<'a>>,
    diagnostics: Vec<JsonDiagnostic<'a>>,
}

#[derive(Serialize)]
struct JsonArticle<'a> {
    section: &'a str,
    title: &'a str,
    standfirst: Option<&'a str>,
    body: Vec<JsonBlock<'a>>,
    /// The first of the authors.
    author: Option<&'a str>,
    authors: Vec<&'a str>,
    date: Option<&'a str>,
    source: Option<&'a str>,
    language: Option<&'a str>,
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct JsonBlock<'a> {
    kind: &'static str,
    text: &'a str,
}

#[derive(Serialize)]
struct JsonTeaser<'a> {
    section: &'a str,
    age: &'a str,
    title: &'a str,
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    file: &'a str,
    line: u32,
    severity: &'static str,
    message: &'a str,
}

impl<'a> From<&'a Corpus> for JsonCorpus<'a> {
    fn from(corpus: &'a Corpus) -> Self {
        Self {
            articles: corpus.articles.iter().map(Into::into).collect(),
            teasers: corpus.teasers.iter().map(Into::into).collect(),
            diagnostics: corpus.diagnostics.iter().map(Into::into).collect(),
        }
    }
}

impl<'a> From<&'a Article> for JsonArticle<'a> {
    fn from(article: &'a Article) -> Self {
        Self {
            section: &article.section,
            title: &article.title,
            standfirst: article.standfirst.as_deref(),
            body: article.body.iter().map(Into::into).collect(),
            author: article.authors.first().map(|author| &*author.name),
            authors: article.authors.iter().map(|author| &*author.name).collect(),
            date: article.date.as_ref().map(|date| &*date.text),
            source: article.source.as_ref().and_then(|source| source.name.as_deref()),
            language: article.language.as_deref(),
            file: &article.origin.file,
            line: article.origin.line,
        }
    }
}

impl<'a> From<&'a Block> for JsonBlock<'a> {
    fn from(block: &'a Block) -> Self {
        let kind = if block.is_heading() { "heading" } else { "paragraph" };
        Self { kind, text: block.text() }
    }
}

impl<'a> From<&'a Teaser> for JsonTeaser<'a> {
    fn from(teaser: &'a Teaser) -> Self {
        Self {
            section: &teaser.section,
            age: &teaser.age,
            title: &teaser.title,
            file: &teaser.origin.file,
            line: teaser.origin.line,
        }
    }
}

impl<'a> From<&'a Diagnostic> for JsonDiagnostic<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        Self {
            file: &diagnostic.origin.file,
            line: diagnostic.origin.line,
            severity: diagnostic.severity.as_str(),
            message: &diagnostic.message,
        }
    }
}
