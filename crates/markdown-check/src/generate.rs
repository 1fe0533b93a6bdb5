//! Makes up Markdown for property tests.

use proptest::prelude::*;

/// Returns a strategy for whole bodies: blocks of every kind, nested, with marks of every kind.
pub fn document() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => inline(),
        1 => (1..=6_usize, line()).prop_map(|(level, text)| format!("{} {text}", "#".repeat(level))),
        1 => code(),
        1 => table(),
        1 => Just("---".to_owned()),
        1 => Just("![a boat](boat.jpg)".to_owned()),
        1 => line().prop_map(|text| format!("Term\n: {text}")),
        1 => line().prop_map(|text| format!("[^a]: {text}")),
    ];
    let block = leaf.prop_recursive(3, 24, 4, |inner| {
        let blocks = || prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            blocks().prop_map(|blocks| prefixed(&blocks.join("\n\n"), "> ", "> ")),
            (alert(), inner.clone()).prop_map(|(kind, block)| format!(
                "> [!{kind}]\n> Mind this.\n>\n{}",
                prefixed(&block, "> ", "> ")
            )),
            (marker(), prop::collection::vec(blocks(), 1..4), any::<bool>()).prop_map(
                |(marker, items, is_loose)| {
                    let gap = if is_loose { "\n\n" } else { "\n" };
                    let items = items.iter().map(|blocks| {
                        let rest = " ".repeat(marker.len());
                        prefixed(&blocks.join("\n\n"), marker, &rest)
                    });
                    items.collect::<Vec<_>>().join(gap)
                }
            ),
        ]
    });
    prop::collection::vec(block, 1..6).prop_map(|blocks| {
        let mut text = blocks.join("\n\n");
        text.push_str("\n\n[^b]: The last note.\n");
        text
    })
}

/// Returns a strategy for the text of a paragraph, with marks of every kind.
pub fn inline() -> impl Strategy<Value = String> {
    prop::collection::vec(line(), 1..3).prop_map(|lines| lines.join("\n"))
}

fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(run(), 1..5).prop_map(|runs| runs.join(" "))
}

fn run() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "boat",
        "harbour",
        "Größe",
        "港口",
        "a_b",
        "x*y",
        "1.",
        "C++",
        "tide,",
        "“quay”",
        "e.g.",
        "&amp;",
        "\\*",
        "`",
        "<",
        "2 < 3",
        "[x]",
        "a|b",
    ])
    .prop_map(str::to_owned);
    word.prop_recursive(3, 12, 3, |inner| {
        let words = prop::collection::vec(inner, 1..3).prop_map(|runs| runs.join(" "));
        prop_oneof![
            words.clone().prop_map(|text| format!("*{text}*")),
            words.clone().prop_map(|text| format!("**{text}**")),
            words.clone().prop_map(|text| format!("~~{text}~~")),
            words.clone().prop_map(|text| format!("[{text}](https://a.example/b)")),
            words.clone().prop_map(|text| format!("[{text}](other.md)")),
            words.prop_map(|text| format!("<kbd>{text}</kbd>")),
            Just("`code *a*`".to_owned()),
            Just("![boat](boat.jpg)".to_owned()),
            Just("[^a]".to_owned()),
            Just("[^b]".to_owned()),
            Just("<https://a.example/>".to_owned()),
            Just("one  \ntwo".to_owned()),
        ]
    })
}

fn code() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(
        prop::sample::select(vec!["let a = 1;", "", "\tif x {", "  # no heading", "> y", "}"]),
        0..4,
    );
    (prop::sample::select(vec!["", "rust", "sh"]), lines)
        .prop_map(|(language, lines)| format!("```{language}\n{}\n```", lines.join("\n")))
}

fn table() -> impl Strategy<Value = String> {
    let cell = prop::sample::select(vec!["a", "*b*", "`c`", "", "[d](e.md)", "1 | 2", "f<br>g"]);
    let row =
        prop::collection::vec(cell, 2..4).prop_map(|cells| format!("| {} |", cells.join(" | ")));
    prop::collection::vec(row, 0..3)
        .prop_map(|rows| format!("| h | **i** |\n|:--|--:|\n{}", rows.join("\n")))
}

fn alert() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])
}

fn marker() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["- ", "* ", "1. ", "7) ", "- [ ] ", "- [x] "])
}

/// Puts a prefix before the first line and another before each further line that has text.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let lines = text.lines().enumerate().map(|(number, line)| match (number, line) {
        (0, line) => format!("{first}{line}"),
        (_, "") => rest.trim_end().to_owned(),
        (_, line) => format!("{rest}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}
