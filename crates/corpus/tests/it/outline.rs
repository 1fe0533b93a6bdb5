//! A corpus as an outline that a person can read in a test: one line a part, long text cut.

use cuttings_corpus::{Block, Corpus};

/// One line for each part: `#` section, `=` title, `~` standfirst, `by`, `on`, `##` heading, `.` paragraph, `-` teaser,
/// `!` diagnostic.
pub(crate) fn outline(corpus: &Corpus) -> String {
    let mut out = String::new();
    for article in &corpus.articles {
        line(&mut out, "#", &article.section);
        line(&mut out, "=", &article.title);
        for (mark, part) in [
            ("~", &article.standfirst),
            ("by", &article.author),
            ("on", &article.date),
            ("in", &article.source),
            ("lang", &article.language),
        ] {
            if let Some(text) = part {
                line(&mut out, mark, text);
            }
        }
        for block in &article.body {
            match block {
                Block::Heading(text) => line(&mut out, "##", text),
                Block::Paragraph(text) => line(&mut out, ".", text),
            }
        }
    }
    for teaser in &corpus.teasers {
        line(&mut out, "-", &format!("{} | {} | {}", teaser.section, teaser.age, teaser.title));
    }
    for diagnostic in &corpus.diagnostics {
        line(
            &mut out,
            "!",
            &format!("{}:{}: {}", diagnostic.origin.line, diagnostic.severity, diagnostic.message),
        );
    }
    out
}

fn line(out: &mut String, mark: &str, text: &str) {
    const WIDTH: usize = 60;
    let cut: String = text.chars().take(WIDTH).collect();
    let more = if text.chars().count() > WIDTH { "…" } else { "" };
    out.push_str(&format!("{mark} {cut}{more}\n"));
}
