//! Markdown seeds: the text of each construct, and the diagnostics about forms that are lost.

use cuttings_corpus::{inspect, parse};
use cuttings_diagnostics::{Severity, SourceFile};

use crate::outline::outline;

fn outline_of(text: &str) -> String {
    outline(&parse(&[seed(text)]))
}

fn seed(text: &str) -> SourceFile<'_> {
    SourceFile { name: "seed.md", bytes: text.as_bytes() }
}

#[test]
fn front_matter_sets_the_fields_of_the_article() {
    insta::assert_snapshot!(outline_of(
        "---\ntitle: Dredging Vote Put Off\nsection: Coast\nstandfirst: Third meeting, no vote\nauthor: [Ada, Bo]\n\
         date: 2024-05-16\nsource: \"Harbour Papers\"\nlang: en-GB\n---\n\nThe board met.\nIt parted *again*.\n\n## Plans\n\nThree.\n"
    ), @"
    # Coast
    = Dredging Vote Put Off
    ~ Third meeting, no vote
    by Ada
    by Bo
    on 2024-05-16
    in Harbour Papers
    lang en-GB
    . The board met. It parted again.
    ## Plans
    . Three.
    ");
}

#[test]
fn a_missing_title_comes_from_a_heading_or_the_first_words() {
    insta::assert_snapshot!(outline_of("# The Board Met\n\nIt parted.\n\n# Another\n\nMore.\n"), @"
    # Articles
    = The Board Met
    . It parted.
    ## Another
    . More.
    ");
    insta::assert_snapshot!(outline_of("The board met again in May. It parted.\n"), @"
    # Articles
    = The board met again in May
    . The board met again in May. It parted.
    ! 1:warning: This text has no title, so its first words are us…
    ");
    insta::assert_snapshot!(outline_of("\u{feff}---\r\ntitle: T\r\n---\r\nText.\r\n"), @"
    # Articles
    = T
    . Text.
    ");
    insta::assert_snapshot!(outline_of("# \u{b}`` ``\u{b}\n\nIt parted in May.\n"), @"
    # Articles
    = It parted in May
    . It parted in May.
    ! 3:warning: This text has no title, so its first words are us…
    ");
}

#[test]
fn every_construct_is_kept() {
    insta::assert_snapshot!(outline_of(
        "# T\n\nPlain ~~old~~ **bold** `code` [link](https://a.example/) ![a boat](boat.jpg) text[^1].\n\n\
         - one\n- two\n  more of two\n  - inner\n\n1. first\n2. second\n\n   second's paragraph\n\n- [x] done\n- [ ] open\n\n\
         > quoted\n>\n> again\n\n```rust\nlet a = 1;\n\nlet b = 2;\n```\n\n    indented\n\n\
         | a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n<div class=\"x\">\n<b>html</b> &amp; text\n</div>\n\n<!-- a\ncomment -->\n\n\
         Setext\n======\n\n### Deep *heading*\n\nhard  \nbreak<br>here &copy; [ref]\n\n[^1]: The note.\n\n[ref]: https://b.example/\n"
    ), @"
    # Articles
    = T
    . Plain old bold code link a boat text1.
    . one
    . two more of two
    . inner
    . first
    . second
    . second's paragraph
    . done
    . open
    . quoted
    . again
    . let a = 1;

    let b = 2;
    . indented
    . a	b
    1	2
    . 
    . html & text
    ## Setext
    ## Deep heading
    . hard
    break
    here © ref
    . The note.
    ");
}

#[test]
fn each_lost_form_is_reported_once() {
    let text = "# T\n\n[a](javascript:a) [b](data:b) ![c](data:c) <blink>d</blink> <blink>e</blink> [f](#g)\n\n\
                [h](https://i.example \"j\") {{< k >}}\n\n``` l m\nn\n```\n\n<script>o</script>\n";
    let diagnostics = parse(&[seed(text)]).diagnostics;
    let messages: Vec<_> = diagnostics.iter().map(|diagnostic| &*diagnostic.message).collect();
    assert_eq!(
        messages,
        [
            "HTML tags without an equivalent are left out; their text is kept (2 times): <blink>",
            "Links without text or a safe address are kept as text (2 times): javascript:a data:b",
            "Links to headings that this file does not have are kept as text: #g",
            "Pictures without an address of their own are kept as text: data:c",
            "Shortcodes are left out; the text between them is kept: {{< k >}}",
            "Titles of links, words and pictures within a line are left out: j",
            "Words after the language of a code block are left out: l m",
            "Scripts and style sheets are left out (2 times): <script> o",
        ]
    );
}

#[test]
fn a_file_without_text_is_left_out_with_a_note() {
    for text in ["", "---\ntitle: A\n---\n", "# Only a title\n", "---\n\n***\n"] {
        let corpus = parse(&[seed(text)]);
        assert!(corpus.articles.is_empty(), "{text}");
        let [note] = &corpus.diagnostics[..] else { panic!("{:?}", corpus.diagnostics) };
        assert_eq!(note.severity, Severity::Note);
        assert!(note.message.starts_with("This file has no text"), "{note}");
    }
}

#[test]
fn every_line_has_a_role() {
    let text = "---\ntitle: A\n---\n\nText.\n\n## H\n\n- one\n- two\n\n***\n";
    let roles: Vec<_> = inspect(seed(text)).iter().map(|report| report.role.as_str()).collect();
    assert_eq!(
        roles,
        [
            "front matter",
            "front matter",
            "front matter",
            "blank",
            "paragraph",
            "blank",
            "heading",
            "blank",
            "list item",
            "list item",
            "blank",
            "separator"
        ]
    );
}

#[test]
fn hostile_nesting_is_harmless() {
    for mark in ["> ", "- ", "*", "[", "![", "<", "`", "1. ", "| a ", "[^a]", "~~"] {
        outline_of(&mark.repeat(20_000));
    }
}

proptest::proptest! {
    #[test]
    fn arbitrary_text_is_parsed(text in "(?s)(---\n)?[-a-z:#>*_\\[\\]()<>!`|~\n 0-9.&\"'\\\\]{0,200}") {
        outline_of(&text);
    }
}

#[test]
fn a_space_in_code_is_no_text() {
    let corpus = parse(&[seed("` `")]);
    assert!(corpus.articles.is_empty());
    assert!(corpus.diagnostics[0].message.contains("has no text"), "{corpus:?}");
    assert_eq!(parse(&[seed("` `\n\nA port.\n")]).articles[0].title, "A port");
}
