//! Tests that other programs read the published citations as they were meant.

use crate::built::{SITE, published_after};
use cuttings_corpus::{Author, Corpus, Date, Day, Source};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// Titles with characters that the formats interpret.
const TITLES: [&str; 12] = [
    "50% of R&D_costs {draft #1",
    "}} closed before it was opened {{",
    r"a~b^c\d$e `f' ''g'' <<h>>",
    r"\textbf{bold} \{ \} \\ $x^2$ %comment",
    "@article{x, title = {y}}",
    "TY  - BOOK and ER  - ",
    "--help prints an em dash --- or not",
    "What? Why! (No: “so”, he said.)",
    "Straße, Łódź, Ελλάδα, Київ",
    "北海道新幹線が開業",
    "مرحبا بالعالم",
    "Emoji 🚢 and \u{2028} separators",
];

/// People and organisations that citations arrange.
const PEOPLE: [&str; 12] = [
    "Ada Okonkwo",
    "Abby van den Berg",
    "Luis de la Cruz, Jr.",
    "Alexander von Humboldt",
    "Ayman al-Masri",
    "José Ortega y Gasset",
    "Ursula K. Le Guin",
    "Bo Berg III",
    "Jean-Luc d'Alembert",
    "Ada Berg & {Co}",
    "山田 太郎",
    "Sting",
];

/// Gives every article a hostile title, authors and a date.
fn add_metadata(corpus: &mut Corpus) {
    for (nth, article) in corpus.articles.iter_mut().enumerate() {
        article.title = TITLES[nth].to_owned();
        article.authors = (0..=nth % 3).map(|at| Author::person(PEOPLE[(nth + at) % 12])).collect();
        if nth % 4 == 0 {
            article.authors.push(Author::organisation("Sun & Sea and {Sand}"));
        }
        let day = Some(Day { year: 2024, month: 1 + nth as u8, day: 3 });
        article.date = Some(Date { text: String::from("a day"), day });
        let name = Some("Trade and Industry #1".to_owned());
        let url = (nth % 2 == 0).then(|| "https://news.example/a_b%20c?d=e&f#g".to_owned());
        article.source = Some(Source { name, url });
    }
}

/// Reads the citations of a published folder with Citation.js, and returns what it reports.
fn read(folder: &Path) -> Result<String, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports/read.mjs");
    let output = Command::new("node").arg(script).arg(folder).output().unwrap();
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    let _ = write!(text, "{}", String::from_utf8_lossy(&output.stderr));
    if output.status.success() { Ok(text) } else { Err(text) }
}

#[test]
fn citation_js_reads_every_citation() {
    let texts: Vec<(String, String)> = (0..TITLES.len())
        .map(|nth| (format!("{nth:02}.md"), format!("---\ntitle: Title {nth}\n---\nText {nth}.\n")))
        .collect();
    let seeds: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (&**name, &**text)).collect();
    let test = "exports-read";
    let published = published_after(test, SITE, &seeds, add_metadata);
    let count = published.files.keys().filter(|path| path.ends_with("/cite.json")).count();
    assert_eq!(count, TITLES.len());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test).join("dist");
    match read(&folder) {
        Ok(report) => assert_eq!(report, "12 articles read, 0 faults\n"),
        Err(report) => panic!("{report}"),
    }
}
