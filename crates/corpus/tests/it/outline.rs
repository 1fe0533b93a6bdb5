//! Formats a corpus as an outline for snapshots: one line per part, with long text cut.

use cuttings_corpus::Corpus;
use cuttings_diagnostics::Diagnostic;

/// The longest text of a line, in characters.
const MAX_CHARS: usize = 60;

/// Returns one line per part: `#` section, `=` title, `~` standfirst, `by` author, `on` date, `in`
/// source, `lang` language, `##` heading, `.` paragraph, `-` teaser, `!` diagnostic.
pub(crate) fn outline(corpus: &Corpus) -> String {
    let mut out = String::new();
    for article in &corpus.articles {
        line(&mut out, "#", &article.section);
        line(&mut out, "=", &article.title);
        let mut part = |mark, text: Option<&str>| {
            if let Some(text) = text {
                line(&mut out, mark, text);
            }
        };
        part("~", article.standfirst.as_deref());
        for author in &article.authors {
            part("by", Some(&author.name));
        }
        part("on", article.date.as_ref().map(|date| &*date.text));
        part("in", article.source.as_ref().and_then(|source| source.name.as_deref()));
        part("lang", article.language.as_deref());
        for block in &article.body {
            line(&mut out, if block.is_heading() { "##" } else { "." }, block.text());
        }
    }
    for teaser in &corpus.teasers {
        line(&mut out, "-", &format!("{} | {} | {}", teaser.section, teaser.age, teaser.title));
    }
    for Diagnostic { origin, severity, message, .. } in &corpus.diagnostics {
        line(&mut out, "!", &format!("{}:{severity}: {message}", origin.line));
    }
    out
}

fn line(out: &mut String, mark: &str, text: &str) {
    let start: String = text.chars().take(MAX_CHARS).collect();
    let ellipsis = if text.chars().count() > MAX_CHARS { "…" } else { "" };
    *out += &format!("{mark} {start}{ellipsis}\n");
}
