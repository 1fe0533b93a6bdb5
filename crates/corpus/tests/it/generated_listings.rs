//! Property tests: the parser finds the structure of random listings again.
//!
//! The generator avoids structures that nothing in the text could reveal, not even to a person:
//!
//! - a heading of six words or more right under a title, which looks like a standfirst;
//! - a first paragraph that is much shorter than the others and longer than the title, likewise;
//! - a label used once above a title of five words or fewer, or above one shorter than itself,
//!   which look like two headings;
//! - a label used once that opens as headings do ("The …"), or is longer than four words;
//! - two headings in a row, the second as long as a title.

use proptest::prelude::*;

use crate::script::check;

/// A made-up word with letters and lengths as in English.
fn word() -> impl Strategy<Value = String> {
    word_of(1..=4)
}

fn word_of(syllables: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = String> {
    let syllable = prop::sample::select(vec![
        "ba", "cor", "den", "el", "fi", "gra", "hol", "in", "ka", "lem", "mo", "nar", "or", "pel",
        "ri", "sta", "tun", "ur", "vel", "wes", "ya", "zim", "ed", "th",
    ]);
    prop::collection::vec(syllable, syllables).prop_map(|syllables| syllables.concat())
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

fn words(count: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), count)
}

/// Joins words into a headline, in headline case or in sentence case.
fn headline(words: &[String], headline_case: bool) -> String {
    let small = ["of", "and", "to", "in", "for", "with"];
    let styled = words.iter().enumerate().map(|(n, word)| match n {
        0 => capitalised(word),
        n if n % 4 == 3 && n + 1 < words.len() => small[(n + word.len()) % small.len()].to_owned(),
        _ if headline_case || word.len() == 7 => capitalised(word),
        _ => word.clone(),
    });
    styled.collect::<Vec<_>>().join(" ")
}

fn sentence(words: &[String], end: &str) -> String {
    let comma = if words.len() > 8 { words.len() / 2 } else { usize::MAX };
    let parts = words.iter().enumerate().map(|(n, word)| match n {
        0 => capitalised(word),
        n if n == comma => format!("{word},"),
        _ => word.clone(),
    });
    parts.collect::<Vec<_>>().join(" ") + end
}

/// A paragraph of several sentences with one of the ends that paragraphs have.
fn paragraph(sentences: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = String> {
    let end = prop::sample::select(vec![".", ".", ".", ".", ".", ".”", "?", "!", "…", ".)"]);
    (prop::collection::vec(words(8..=24), sentences), end).prop_map(|(sentences, end)| {
        let last = sentences.len() - 1;
        let sentences = sentences.iter().enumerate().map(|(n, words)| match n {
            n if n == last && end == ".”" => {
                let (introduction, quoted) = words.split_at(words.len() / 2);
                format!("{}, “{}”", sentence(introduction, ""), sentence(quoted, "."))
            }
            n if n == last => sentence(words, end),
            _ => sentence(words, "."),
        });
        sentences.collect::<Vec<_>>().join(" ")
    })
}

/// A line of a script that is a paragraph.
fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        10 => paragraph(2..=5),
        2 => paragraph(1..=1).prop_filter("a question this short is a heading", |p| p.ends_with(['.', ')', '…', '”'])),
        1 => words(2..=8).prop_map(|words| sentence(&words, ".")),
        1 => (words(2..=20), words(1..=2), prop::bool::ANY).prop_map(|(words, name, speaker)| {
            let name = capitalised(&name.join(" "));
            if speaker { format!("“{}” {name} said.", sentence(&words, ",")) } else { format!("“{}”", sentence(&words, ".")) }
        }),
    ]
    .prop_map(|text| format!(". {text}"))
}

#[derive(Clone, Debug)]
struct MadeUpArticle {
    title: Vec<String>,
    /// The mark at the end of the title, or nothing.
    title_end: &'static str,
    standfirst: Option<Vec<String>>,
    first_paragraph: String,
    /// The other paragraphs, each with an optional heading above it.
    blocks: Vec<(Option<Vec<String>>, String)>,
    has_author: bool,
    /// The index of the section label.
    label: usize,
}

fn article() -> impl Strategy<Value = MadeUpArticle> {
    let title_end = prop::sample::select(vec!["", "", "", "", "", "?", "!"]);
    let standfirst = prop::option::weighted(0.3, words(8..=20));
    let first_paragraph = paragraph(3..=5).prop_map(|text| format!(". {text}"));
    let heading = prop::option::weighted(0.25, words(2..=6));
    let blocks = prop::collection::vec((heading, block()), 1..=9);
    let has_author = prop::bool::weighted(0.2);
    let label = 0..6usize;
    (words(6..=12), title_end, standfirst, first_paragraph, blocks, has_author, label).prop_map(
        |(title, title_end, standfirst, first_paragraph, blocks, has_author, label)| {
            MadeUpArticle {
                title,
                title_end,
                standfirst,
                first_paragraph,
                blocks,
                has_author,
                label,
            }
        },
    )
}

fn age() -> impl Strategy<Value = String> {
    let counted = prop_oneof![
        (2..=59u32).prop_map(|n| (n, "minutes")),
        (2..=23u32).prop_map(|n| (n, "hours")),
        (2..=6u32).prop_map(|n| (n, "days")),
        (2..=4u32).prop_map(|n| (n, "weeks")),
        (2..=11u32).prop_map(|n| (n, "months")),
        (2..=9u32).prop_map(|n| (n, "years")),
        prop::sample::select(vec!["minute", "hour", "day", "week", "month", "year"])
            .prop_map(|unit| (1, unit)),
    ];
    counted.prop_map(|(n, unit)| format!("{n} {unit} ago"))
}

prop_compose! {
    /// The script of a whole listing.
    fn script()(
        labels in prop::collection::vec(prop::collection::vec(word_of(1..=3), 1..=3), 6),
        articles in prop::collection::vec(article(), 1..=8),
        teasers in prop::collection::vec((0..6usize, age(), words(4..=12), prop::option::weighted(0.2, 1990..2030u32)), 0..=6),
        headline_case in prop::bool::ANY,
    ) -> String {
        let label = |n: usize| headline(&labels[n], true);
        let mut out = String::new();
        for article in &articles {
            out += &format!("# {}\n= {}{}\n", label(article.label), headline(&article.title, headline_case), article.title_end);
            if let Some(standfirst) = &article.standfirst {
                out += &format!("~ {}\n", headline(standfirst, headline_case));
            }
            if article.has_author {
                out += "by Ada Okonkwo\non May 16, 2024\n";
            }
            out += &format!("{}\n", article.first_paragraph);
            for (heading, block) in &article.blocks {
                if let Some(words) = heading {
                    out += &format!("## {}\n", headline(words, headline_case));
                }
                out += &format!("{block}\n");
            }
        }
        for (section, age, title, year) in &teasers {
            let year = year.map(|y| format!(" {y}")).unwrap_or_default();
            out += &format!("- {}{year} | {age} | {}\n", label(*section), headline(title, headline_case));
        }
        out
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_structure_of_a_random_listing_is_found(script in script()) {
        check(&script);
    }
}
