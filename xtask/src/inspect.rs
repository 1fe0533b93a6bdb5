//! What seeds hold, for a person (every line, what it was taken for, and why) or as JSON for a program.

use crate::findings;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write as _;

use cuttings_corpus::{
    Article, Block, Corpus, LineReport, TakenFor, inspect, parse,
    parse_site,
};
use cuttings_diagnostics::{Diagnostic, Severity, SourceFile};
use serde::Serialize;

/// `cargo xtask inspect [--json] FILE…`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let Options { json, names } = options(arguments)?;
    let files: Vec<(String, Vec<u8>)> = names
        .into_iter()
        .map(|name| {
            let shown = name.to_string_lossy().into_owned();
            let bytes = std::fs::read(&name).map_err(|error| format!("{shown}: {error}"))?;
            Ok((shown, bytes))
        })
        .collect::<Result<_, String>>()?;
    let files: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();

    let (sites, seeds): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|f| f.name.ends_with("site.toml"));
    let mut corpus = parse(&seeds);
    let sites: Vec<_> = sites.into_iter().map(parse_site).collect();
    corpus.diagnostics.extend(sites.iter().flat_map(|(_, diagnostics)| diagnostics.clone()));

    let out = if json {
        let view = View::of(&corpus);
        serde_json::to_string_pretty(&view).map_err(|error| error.to_string())? + "\n"
    } else {
        let mut out = String::new();
        for file in &seeds {
            show_lines(&mut out, *file, terminal_width());
        }
        for (site, _) in &sites {
            let _ = writeln!(out, "{site:#?}\n");
        }
        let site = sites.first().map(|(site, _)| site.clone()).unwrap_or_default();
        out.push_str(&findings::of(&corpus, &site));
        show_summary(&mut out, &corpus);
        out
    };
    // Nobody reading on, as in `| head`, is no failure.
    let _ = std::io::stdout().lock().write_all(out.as_bytes());

    match corpus.diagnostics.iter().filter(|d| d.severity == Severity::Error).count() {
        0 => Ok(()),
        errors => Err(format!("{} in these seeds", counted(errors, "error"))),
    }
}

struct Options {
    json: bool,
    names: Vec<OsString>,
}

fn options(arguments: &[String]) -> Result<Options, String> {
    use lexopt::Arg::{Long, Value};
    let mut options = Options { json: false, names: Vec::new() };
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        match argument {
            Long("json") => options.json = true,
            Value(name) => options.names.push(name),
            other => return Err(format!("inspect: {}", other.unexpected())),
        }
    }
    if options.names.is_empty() {
        return Err("say which files: cargo xtask inspect seeds/a.txt".into());
    }
    Ok(options)
}

/// Columns of the terminal, as the shell tells; what most are wide otherwise.
fn terminal_width() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(120)
}

/// `   3  title            Ferry Returns to the Northern Route   (follows a section label)`
fn show_lines(out: &mut String, file: SourceFile<'_>, width: usize) {
    let _ = writeln!(out, "{}", file.name);
    for LineReport { line, text, taken_for, reason } in inspect(file) {
        if taken_for == TakenFor::Blank {
            continue;
        }
        let head = format!("{line:>6}  {:<14}  ", taken_for.as_str());
        let room = width.saturating_sub(head.chars().count() + reason.chars().count() + 4).max(24);
        let _ = writeln!(out, "{head}{}  ({reason})", fitted(&text, room));
    }
    let _ = writeln!(out);
}

/// The text in exactly so many columns, cut with an ellipsis or filled up; nothing in it can steer the terminal.
fn fitted(text: &str, room: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let columns = columns(c);
        let last = usize::from(chars.peek().is_some());
        if used + columns + last > room {
            out.push('…');
            used += 1;
            break;
        }
        let steers = c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        out.push(if steers { char::REPLACEMENT_CHARACTER } else { c });
        used += columns;
    }
    out.extend(std::iter::repeat_n(' ', room.saturating_sub(used)));
    out
}

/// Ideographs, kana and Hangul take two columns.
fn columns(c: char) -> usize {
    let wide = matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}');
    1 + usize::from(wide)
}

fn show_summary(out: &mut String, corpus: &Corpus) {
    for diagnostic in &corpus.diagnostics {
        let _ = writeln!(out, "{diagnostic}");
    }
    if !corpus.diagnostics.is_empty() {
        let _ = writeln!(out);
    }
    let headings =
        |article: &Article| article.body.iter().filter(|b| matches!(b, Block::Heading(_))).count();
    let blocks: usize = corpus.articles.iter().map(|a| a.body.len()).sum();
    let headings: usize = corpus.articles.iter().map(headings).sum();
    let of =
        |severity: Severity| corpus.diagnostics.iter().filter(|d| d.severity == severity).count();
    let _ = writeln!(
        out,
        "{} ({}, {}, {}), {}; {}, {}, {}",
        counted(corpus.articles.len(), "article"),
        counted(corpus.articles.iter().filter(|a| a.standfirst.is_some()).count(), "standfirst"),
        counted(headings, "heading"),
        counted(blocks - headings, "paragraph"),
        counted(corpus.teasers.len(), "teaser"),
        counted(of(Severity::Error), "error"),
        counted(of(Severity::Warning), "warning"),
        counted(of(Severity::Note), "note"),
    );
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The JSON that `--json` prints. Its keys are relied on: add, never rename.
#[derive(Serialize)]
struct View<'a> {
    articles: Vec<ArticleView<'a>>,
    teasers: Vec<TeaserView<'a>>,
    diagnostics: Vec<DiagnosticView<'a>>,
}

#[derive(Serialize)]
struct ArticleView<'a> {
    section: &'a str,
    title: &'a str,
    standfirst: Option<&'a str>,
    body: Vec<BlockView<'a>>,
    author: Option<&'a str>,
    date: Option<&'a str>,
    source: Option<&'a str>,
    language: Option<&'a str>,
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct BlockView<'a> {
    kind: &'static str,
    text: &'a str,
}

#[derive(Serialize)]
struct TeaserView<'a> {
    section: &'a str,
    age: &'a str,
    title: &'a str,
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct DiagnosticView<'a> {
    file: &'a str,
    line: u32,
    severity: &'static str,
    message: &'a str,
}

impl<'a> View<'a> {
    fn of(corpus: &'a Corpus) -> Self {
        let block = |block: &'a Block| match block {
            Block::Heading(text) => BlockView { kind: "heading", text },
            Block::Paragraph(text) => BlockView { kind: "paragraph", text },
        };
        let article = |article: &'a Article| ArticleView {
            section: &article.section,
            title: &article.title,
            standfirst: article.standfirst.as_deref(),
            body: article.body.iter().map(block).collect(),
            author: article.author.as_deref(),
            date: article.date.as_deref(),
            source: article.source.as_deref(),
            language: article.language.as_deref(),
            file: &article.origin.file,
            line: article.origin.line,
        };
        let diagnostic =
            |Diagnostic { origin, severity, message }: &'a Diagnostic| DiagnosticView {
                file: &origin.file,
                line: origin.line,
                severity: severity.as_str(),
                message,
            };
        Self {
            articles: corpus.articles.iter().map(article).collect(),
            teasers: corpus
                .teasers
                .iter()
                .map(|t| TeaserView {
                    section: &t.section,
                    age: &t.age,
                    title: &t.title,
                    file: &t.origin.file,
                    line: t.origin.line,
                })
                .collect(),
            diagnostics: corpus.diagnostics.iter().map(diagnostic).collect(),
        }
    }
}
