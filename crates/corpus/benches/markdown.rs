//! Benchmarks the Markdown parser on texts of 5 MB: an article with every kind of block repeated,
//! and shapes on which a pass that is not linear would be slow.
//!
//! The target is less than a second for each; `bench/RESULTS.md` has the measured times.

use cuttings_corpus::parse;
use cuttings_diagnostics::SourceFile;
use divan::{Bencher, counter::BytesCount};

/// The size of each text, in bytes.
const SIZE: usize = 5_000_000;

/// An article with each kind of block and mark.
const ARTICLE: &str = include_str!("../../../fuzz/seeds/markdown/blocks");

/// Texts that are repeated, by name. `@` stands for the number of the copy.
const PARTS: &[(&str, &str)] = &[
    ("articles", "# Port @\n\n"),
    ("one_line", "It *rained* for most of the [afternoon](a.md), and nobody came. "),
    ("one_word", "x"),
    ("paragraphs", "It *rained* for most of the `afternoon`, and nobody came.\n\n"),
    ("emphasis", "*a **a "),
    ("underscores", "_a __a"),
    ("strikethrough", "~a ~~a "),
    ("highlights", "==a "),
    ("escapes_and_tags", "\\# #t@ \\== "),
    ("lines_of_tags", "#tag@ #tag\n\n"),
    ("backticks", "`a ``b ```c "),
    ("open_brackets", "["),
    ("brackets", "[a]("),
    ("wikilinks", "[[a@|b]] [[c"),
    ("pictures", "![a](b@.png) ![c"),
    ("link_definitions", "[a@]: /b@\n"),
    ("links_to_definitions", "[a@]: /b@\n\n[a@][] [x]\n\n"),
    ("footnotes", "a[^@]\n\n[^@]: b\n\n"),
    ("footnotes_in_footnotes", "[^@]: b [^1@]\n"),
    ("headings", "# A\n\n## {#a}\n\n"),
    ("fragments", "[a](#b@)\n\n"),
    ("quotations", "> a\n\n"),
    ("nested_quotations", "> "),
    ("nested_lists", "- "),
    ("nested_numbers", "1. "),
    ("items", "- a\n"),
    ("code", "```a\nb\n```\n"),
    ("open_fences", "~~~~\n"),
    ("rows", "| a | b |\n|---|---|\n| c | d |\n"),
    ("definitions", "a\n: b\n"),
    ("html_tags", "<b>a<i>b</b></i> "),
    ("html_blocks", "<div>a\n\n</div>\n\n"),
    ("html_lists", "<ul><li>a\n\n"),
    ("html_closing_tags", "<p></a"),
    ("html_comments", "<p><!-- a "),
    ("html_attributes", "<p a=\""),
    ("entities", "&amp;&eacute;&b;"),
    ("html_entities", "<p>&amp;&eacute;&b;"),
    ("addresses", "www.a@.example/b_(c) d@e.example "),
    ("openings_of_addresses", "http://a@www."),
    ("shortcodes", "{{< figure src=\"a@.png\" >}} {% include b %} {: .c }\n\n"),
    ("open_shortcodes", "{{< a {{% b {% c {: d "),
    ("unclosed_comments", "{% comment "),
    ("unclosed_highlights", "{% highlight c "),
    ("attributes_over_lines", "{: a "),
    ("comments", "%% a %% b\n\n"),
    ("callouts", "> [!note] a@\n> b\n\n"),
    ("control_characters", "\u{1a}a\u{1} "),
    ("carriage_returns", "a\r\r"),
    ("zero_width", "\u{200b}"),
];

/// Texts that end with something special, by name: what is repeated for half of the size, and what
/// for the other half.
const HALVES: &[(&str, &str, &str)] = &[
    ("nested_lists_and_blank_lines", "- ", "\n"),
    ("nested_quotations_and_lines", "> ", "\na"),
    ("brackets_closed", "[", "]"),
    ("parentheses_closed", "[a](", ")"),
    ("emphasis_closed", "*a ", "b*"),
    ("html_lists_closed", "<ul><li>", "</li></ul>"),
    ("comments_closed", "{% comment ", "%}\n"),
    ("highlights_closed", "{% highlight a ", "%}\n"),
    ("attributes_closed", "{: a ", "\n}"),
    ("definitions_unused", "[a@]: b\n", "[c] "),
    ("wide_table", "|a", "|-"),
];

/// Front matter: the format, what is repeated, and its end.
const FRONT_MATTER: &[(&str, &str, &str, &str)] = &[
    ("yaml_keys", "---\ntitle: a\n", "k@: v\n", "---\nText.\n"),
    ("yaml_invalid", "---\ntitle: a: b\n", "k@: v: w\n", "---\nText.\n"),
    ("yaml_tags", "---\ntags:\n", "- t@\n", "---\nText.\n"),
    ("yaml_flow", "---\ntitle: ", "[", "\n---\nText.\n"),
    ("yaml_maps", "---\ntitle: ", "{a: ", "\n---\nText.\n"),
    ("toml_keys", "+++\n", "k@ = 1\n", "+++\nText.\n"),
    ("toml_dotted", "+++\na", ".a", " = 1\n+++\nText.\n"),
    ("toml_arrays", "+++\na = ", "[", "\n+++\nText.\n"),
    ("toml_tables", "+++\n", "[[a]]\nb = 1\n", "+++\nText.\n"),
    ("json_keys", "{\"title\": \"a\"", ", \"k@\": 1", "}\nText.\n"),
    ("json_surrogates", "{\"title\": \"", "\\ud83d", "\"}\nText.\n"),
    ("authors", "---\nauthor: ", "A B and ", "\n---\nText.\n"),
];

fn main() {
    divan::main();
}

/// Repeats a part until it fills `size`, with the number of the copy for `@`.
fn repeated(part: &str, size: usize) -> String {
    let mut text = String::with_capacity(size + 100);
    let mut n = 0;
    while text.len() < size {
        match part.contains('@') {
            true => text += &part.replace('@', &n.to_string()),
            false => text += part,
        }
        n += 1;
    }
    text
}

fn inputs() -> Vec<Input> {
    let parts = PARTS.iter().map(|(name, part)| {
        let part = if *name == "articles" { [part, ARTICLE].concat() } else { (*part).to_owned() };
        Input { name, make: Box::new(move || repeated(&part, SIZE)) }
    });
    let halves = HALVES.iter().map(|(name, first, second)| {
        let make = || repeated(first, SIZE / 2) + &repeated(second, SIZE / 2);
        Input { name, make: Box::new(make) }
    });
    let front_matter = FRONT_MATTER.iter().map(|(name, start, part, end)| {
        let make = || [start, &*repeated(part, SIZE), end].concat();
        Input { name, make: Box::new(make) }
    });
    parts.chain(halves).chain(front_matter).collect()
}

#[divan::bench(args = inputs(), sample_count = 3)]
fn five_megabytes(bencher: Bencher<'_, '_>, input: &Input) {
    let text = (input.make)();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| parse(&[SourceFile { name: "text.md", bytes: text.as_bytes() }]));
}

/// A kind of text, displayed by its name.
struct Input {
    name: &'static str,
    make: Box<dyn Fn() -> String + Send + Sync>,
}

impl std::fmt::Display for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}
