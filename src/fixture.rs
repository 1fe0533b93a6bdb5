//! A small edition for tests: three articles and two teasers, one of the articles full of markup.

use crate::store::library::Library;
use cuttings_corpus::{Article, Block, Corpus, Site, Teaser};
use cuttings_diagnostics::Origin;

/// The edition. Its bytes live as long as the tests do.
pub(crate) fn library() -> Library {
    let mut site = Site { title: "Harbour papers".into(), ..Site::default() };
    site.names.people = vec!["Ada Berg".into()];
    site.names.places = vec!["Norden".into()];
    let bytes = cuttings_edition_builder::build(&corpus(), &site).unwrap();
    Library::open(bytes.leak()).unwrap()
}

fn corpus() -> Corpus {
    Corpus {
        articles: vec![
            Article {
                standfirst: Some("The first boat left at dawn".into()),
                author: Some("Ada Berg".into()),
                ..article(
                    "Ferries",
                    "Ferry returns to the northern route",
                    &[
                        "The ferry came back to the northern route after nine years. Ada Berg was aboard.",
                        "# What it costs",
                        "A passage costs twelve crowns; a bicycle goes for nothing.",
                    ],
                )
            },
            article(
                "Weather",
                "Storm <script>alert(1)</script> & after",
                &[
                    "The <b>storm</b> tore at the quay, and the ferry stayed in. “Nobody sails,” said Ada Berg.",
                    "# <i>Damage</i>",
                    "Five boats sank.",
                ],
            ),
            Article {
                language: Some("de".into()),
                ..article(
                    "Ferries",
                    "Fähre nach Norden",
                    &[&"Die Fähre fährt wieder nach Norden. ".repeat(100)],
                )
            },
        ],
        teasers: vec![
            teaser("Weather", "Calm days ahead"),
            teaser("Elections", "Harbour master to be elected"),
        ],
        diagnostics: Vec::new(),
    }
}

/// An article; paragraphs that begin with `# ` are headings.
fn article(section: &str, title: &str, body: &[&str]) -> Article {
    let block = |text: &&str| match text.strip_prefix("# ") {
        Some(heading) => Block::Heading(heading.to_owned()),
        None => Block::Paragraph((*text).to_owned()),
    };
    Article {
        section: section.to_owned(),
        title: title.to_owned(),
        standfirst: None,
        body: body.iter().map(block).collect(),
        author: None,
        date: None,
        source: None,
        language: None,
        origin: Origin { file: "fixture".to_owned(), line: 1 },
    }
}

fn teaser(section: &str, title: &str) -> Teaser {
    Teaser {
        section: section.to_owned(),
        age: "2 months ago".to_owned(),
        title: title.to_owned(),
        origin: Origin { file: "fixture".to_owned(), line: 1 },
    }
}
