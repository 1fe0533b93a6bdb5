//! Scripts: a listing together with its expected structure.
//!
//! Each line of a script is a line of the listing after a mark that gives its role:
//!
//! | mark | role |
//! |---|---|
//! | `#` | section label |
//! | `=` | title |
//! | `~` | standfirst |
//! | `by` | author, after "By" in the listing |
//! | `name` | author, without "By" in the listing |
//! | `on` | date |
//! | `##` | heading |
//! | `.` | paragraph |
//! | `P`, `p` | long or short paragraph from a pool |
//! | `-` | teaser: `section \| age \| title`, three lines in the listing |
//! | `x` | line that is left out, with a diagnostic |
//! | `--` | line that adds nothing to the structure |
//! | `#?`, `=?` | section or title that is expected but not in the listing |

use cuttings_corpus::{Corpus, parse};
use cuttings_diagnostics::SourceFile;

/// Paragraphs of several sentences.
const LONG_PARAGRAPHS: &[&str] = &[
    "The harbour board met for the third time in a month to settle who pays for the dredging, and again it parted without a vote. Members from the fishing quarter want the cost shared by tonnage, while the ferry company argues that its boats draw too little water to matter.",
    "Nobody disputes that the channel is filling. Soundings taken in spring show a metre less water at low tide than five years ago, and two freighters have waited outside for a full day until the tide let them in, at a cost that their owners put at forty thousand crowns.",
    "Engineers hired by the town drew up three plans. The cheapest moves the sand a few hundred metres up the coast, where the current is likely to bring it back within a decade; the dearest builds a new breakwater from local stone and would keep two quarries busy until the end of next year.",
    "For the families who mend nets on the eastern quay the argument is older than the board itself. They remember the storm that closed the port for nine weeks, and the winter after it, when half of the boats were sold to buyers from the south who never came back for the rest.",
    "Still, the mood has turned since the election. The new mayor has spoken in favour of a loan, the bank has let it be known that it would listen, and even the owners of the cannery, who fought every earlier plan in court, now say that they could live with a moderate harbour fee.",
    "What happens next depends on the ministry in the capital, which has promised an answer before the summer break. Its officials have asked for more figures twice, and those who know them take this for a good sign, since a plan without a future is seldom worth a second letter.",
    "A study by the university followed sixty households through the change and found that most of them spent less on heating, slept better and complained more. The authors offer no explanation for the last of these results, but they intend to ask again once the pipes have been insulated.",
    "Traders at the morning market tell it differently. Prices rose in the week in which the road was closed, they say, and never quite came down again, although the lorries have long been back and the toll was lifted with a small ceremony and a speech that nobody could hear over the rain.",
];

/// Paragraphs of one short sentence.
const SHORT_PARAGRAPHS: &[&str] = &[
    "Nobody from the company was at the meeting.",
    "The vote was put off until the first week of June.",
    "Repairs began on Monday.",
    "Both sides say that they are ready to talk, but neither has called the other.",
    "It rained for most of the afternoon.",
    "The ministry declined to comment on the figures.",
];

/// Returns the listing that a script describes.
pub(crate) fn listing(script: &str) -> String {
    expand(script)
        .iter()
        .flat_map(|(mark, text)| match mark.as_str() {
            "-" => {
                let [section, age, title] = text.split(" | ").collect::<Vec<_>>()[..] else {
                    panic!("{text}")
                };
                vec!["-".to_owned(), format!("{section}{age}"), title.to_owned()]
            }
            "by" => vec![format!("By {text}")],
            "#?" | "=?" => vec![],
            _ => vec![text.clone()],
        })
        .map(|line| line + "\n")
        .collect()
}

/// Returns a script's lines as mark and text, with paragraphs from the pools filled in.
fn expand(script: &str) -> Vec<(String, String)> {
    let (mut long, mut short) = (LONG_PARAGRAPHS.iter().cycle(), SHORT_PARAGRAPHS.iter().cycle());
    let lines = script.lines().map(str::trim_start).filter(|l| !l.is_empty());
    lines
        .map(|line| match line {
            "P" => (".".to_owned(), (*long.next().unwrap()).to_owned()),
            "p" => (".".to_owned(), (*short.next().unwrap()).to_owned()),
            _ => {
                let (mark, text) =
                    line.split_once(' ').unwrap_or_else(|| panic!("no mark: {line}"));
                (mark.to_owned(), text.to_owned())
            }
        })
        .collect()
}

/// Returns the structure that a script expects, in the form of [`structure`].
fn expected(script: &str) -> Vec<String> {
    let lines = expand(script);
    let (teasers, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(mark, _)| mark == "-");
    let others = others.into_iter().filter(|(mark, _)| !matches!(mark.as_str(), "x" | "--"));
    others
        .chain(teasers)
        .map(|(mark, text)| match mark.as_str() {
            "name" => format!("by {text}"),
            // A byline names several authors.
            "by" => format!("by {}", text.replace(" and ", "\nby ").trim_end_matches('.')),
            "#?" | "=?" => format!("{} {text}", &mark[..1]),
            _ => format!("{mark} {text}"),
        })
        .flat_map(|lines| lines.split('\n').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Returns the structure of a corpus: a mark and a text for each part, teasers last.
fn structure(corpus: &Corpus) -> Vec<String> {
    let mut out = Vec::new();
    for article in &corpus.articles {
        out.push(format!("# {}", article.section));
        out.push(format!("= {}", article.title));
        out.extend(article.standfirst.iter().map(|t| format!("~ {t}")));
        out.extend(article.authors.iter().map(|author| format!("by {}", author.name)));
        out.extend(article.date.iter().map(|date| format!("on {}", date.text)));
        out.extend(article.body.iter().map(|block| {
            format!("{} {}", if block.is_heading() { "##" } else { "." }, block.text())
        }));
    }
    out.extend(corpus.teasers.iter().map(|t| format!("- {} | {} | {}", t.section, t.age, t.title)));
    out
}

pub(crate) fn parse_listing(text: &str) -> Corpus {
    parse(&[SourceFile { name: "listing.txt", bytes: text.as_bytes() }])
}

/// Parses the listing of a script in all of its [`variants`] and compares the structure with the
/// script's.
///
/// Each line that is left out must be quoted by a diagnostic. A script without such lines and
/// without guesses allows no diagnostics at all.
#[track_caller]
pub(crate) fn check(script: &str) {
    let expected = expected(script);
    let lines = expand(script);
    let may_have_diagnostics =
        lines.iter().any(|(mark, _)| matches!(mark.as_str(), "x" | "=?" | "--"));
    for (variant, text) in variants(&listing(script)) {
        let corpus = parse_listing(&text);
        let found = structure(&corpus);
        if found != expected {
            panic!("{variant}:\n{}", difference(&expected, &found));
        }
        let messages: String = corpus.diagnostics.iter().map(|d| d.message.as_str()).collect();
        for (_, text) in lines.iter().filter(|(mark, _)| mark == "x") {
            assert!(messages.contains(text), "{variant}: nothing quotes “{text}”: {messages}");
        }
        assert!(may_have_diagnostics || messages.is_empty(), "{variant}: {messages}");
    }
}

/// Returns a listing with different line ends, white space and blank lines, which mean nothing.
fn variants(listing: &str) -> [(&'static str, String); 7] {
    [
        ("as it is", listing.to_owned()),
        ("with blank lines", listing.replace('\n', "\n\n")),
        ("with CR LF", listing.replace('\n', "\r\n")),
        ("with CR", listing.replace('\n', "\r")),
        ("with a byte order mark", format!("\u{feff}{listing}")),
        ("with white space", listing.lines().map(|l| format!("\t {l} \u{a0}\n")).collect()),
        ("without the last line end", listing.trim_end().to_owned()),
    ]
}

/// Returns both structures side by side, with `!` before lines that differ.
fn difference(expected: &[String], found: &[String]) -> String {
    let cut = |line: Option<&String>| line.map_or(String::new(), |l| l.chars().take(70).collect());
    (0..expected.len().max(found.len()))
        .map(|n| {
            let same = if expected.get(n) == found.get(n) { ' ' } else { '!' };
            format!("{same} {:70} | {}\n", cut(expected.get(n)), cut(found.get(n)))
        })
        .collect()
}
