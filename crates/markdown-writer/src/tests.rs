//! Tests that Markdown read again gives the same blocks.

use super::*;
use cuttings_corpus::{
    self as seeds, AlertKind, Block as Seed, BlockKind as Kind, Container, ContainerKind as Holder,
    Corpus, LinkTarget as Target, Mark, MarkKind, Picture, Site,
};
use cuttings_diagnostics::{Origin, SourceFile};
use insta::assert_snapshot;
use proptest::prelude::*;

/// A part of a generated body.
#[derive(Clone, Debug)]
enum Part {
    Block(Seed),
    Container(Holder, Vec<Part>),
}

/// Lays parts out as blocks, and numbers the containers.
fn laid_out(parts: &[Part]) -> Vec<Seed> {
    fn lay(parts: &[Part], around: &mut Vec<Container>, next: &mut u32, out: &mut Vec<Seed>) {
        for part in parts {
            match part {
                Part::Block(block) => {
                    out.push(Seed { containers: around.clone(), ..block.clone() });
                }
                Part::Container(kind, inner) => {
                    around.push(Container { id: *next, kind: kind.clone() });
                    *next += 1;
                    lay(inner, around, next, out);
                    around.pop();
                }
            }
        }
    }
    let mut out = Vec::new();
    lay(parts, &mut Vec::new(), &mut 0, &mut out);
    out
}

/// Writes a body as Markdown.
fn written(body: Vec<Seed>) -> String {
    let article = seeds::Article { body, ..seeds::Article::new("A", "B", Origin::new("a.md", 1)) };
    let corpus = Corpus { articles: vec![article], ..Corpus::default() };
    let edition = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
    let edition = Edition::open(edition.leak()).unwrap();
    let article = article_with_id(&edition, ItemId(0)).unwrap();
    blocks(&body_tree(&article), &Kept, &Written::default())
}

fn body_tree(article: &Article<'static>) -> Vec<Node<'static>> {
    cuttings_body::tree::body(article.blocks())
}

/// Addresses as they are.
struct Kept;

impl Addresses for Kept {
    fn link(&self, target: LinkTarget<'_>) -> String {
        match target {
            LinkTarget::Url(url) => url.to_owned(),
            LinkTarget::Article(..) | LinkTarget::Block(_) => panic!("no such link is generated"),
        }
    }

    fn picture(&self, name: &str) -> String {
        name.to_owned()
    }
}

/// Reads Markdown, with the containers numbered from 0.
fn read(markdown: &str) -> Vec<Seed> {
    let text = format!("---\ntitle: B\n---\n\n{markdown}");
    let file = SourceFile { name: "a.md", bytes: text.as_bytes() };
    let corpus = seeds::parse(&[file]);
    let mut body = corpus.articles.first().map(|article| article.body.clone()).unwrap_or_default();
    let mut ids = Vec::new();
    for container in body.iter_mut().flat_map(|block| &mut block.containers) {
        let index = ids.iter().position(|id| *id == container.id).unwrap_or_else(|| {
            ids.push(container.id);
            ids.len() - 1
        });
        container.id = index as u32;
    }
    body
}

fn marked(words: &str, marks: &[(std::ops::Range<usize>, MarkKind)]) -> Seed {
    let marks = marks.iter().map(|(range, kind)| Mark { range: range.clone(), kind: kind.clone() });
    Seed { marks: marks.collect(), ..Seed::paragraph(words) }
}

/// Words with signs that mean something in Markdown.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "ferry",
        "Boat",
        "é",
        "北海道",
        "*",
        "**",
        "_a_",
        "snake_case",
        "[a]",
        "[^1]",
        "![x](y)",
        "<b>",
        "</div>",
        "&amp;",
        "&",
        "#tag",
        "#",
        "1.",
        "12)",
        "-",
        "+",
        ">",
        ":",
        "==",
        "==x==",
        "~~",
        "~x~",
        "`",
        "``",
        "|",
        "\\",
        "\\*",
        "https://a.example/b_c",
        "www.example.org",
        "a@b.example",
        "{{<",
        "{%",
        "%%",
        "$x$",
        "^",
        "!",
        "---",
        "***",
        "===",
        "[[a]]",
        "\"q\"",
        "<!--",
        "-->",
        "x*y*z",
        "C#",
        "a:b",
        "::",
    ]);
    prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
}

/// A text with marks on some of its runs, which may nest once.
fn marked_text() -> impl Strategy<Value = (String, Vec<Mark>)> {
    let kind = prop_oneof![
        Just(MarkKind::Strong),
        Just(MarkKind::Emphasis),
        Just(MarkKind::Strikethrough),
        Just(MarkKind::Superscript),
        Just(MarkKind::Subscript),
        Just(MarkKind::Highlight),
        Just(MarkKind::Code),
        Just(MarkKind::Link(Target::Url("https://example.org/a_(b)?c=d&e=*f*".into()))),
    ];
    let run = (words(), prop::option::of(kind.clone()), prop::option::of(kind), any::<bool>());
    prop::collection::vec(run, 1..5).prop_map(|runs| {
        let (mut text, mut marks) = (String::new(), Vec::new());
        for (words, outer, inner, has_gap) in runs {
            if has_gap && !text.is_empty() {
                text.push(' ');
            }
            let range = text.len()..text.len() + words.len();
            text.push_str(&words);
            let is_code = outer == Some(MarkKind::Code);
            if let Some(kind) = &outer {
                marks.push(Mark { range: range.clone(), kind: kind.clone() });
            }
            let inner = inner.filter(|kind| Some(kind) != outer.as_ref() && !is_code);
            if let (Some(kind), true) = (inner, outer.is_some()) {
                marks.push(Mark { range, kind });
            }
        }
        (text, marks)
    })
}

fn leaf() -> impl Strategy<Value = Part> {
    let paragraph = marked_text().prop_map(|(text, marks)| Seed { marks, ..Seed::paragraph(text) });
    let heading = (1..=6_u8, marked_text()).prop_map(|(level, (text, marks))| Seed {
        marks,
        ..Seed::new(Kind::Heading { level }, text)
    });
    let line =
        prop_oneof![Just("fn sail() {"), Just("\tgo(\"*\");"), Just(""), Just("```"), Just("~~~~")];
    let lines = prop::collection::vec(line, 0..4);
    let language = prop::option::of(Just("rust".to_owned()));
    let code = (language, lines).prop_map(|(language, lines)| {
        let text = format!("first\n{}\nlast", lines.join("\n"));
        Seed::new(Kind::Code { language }, text)
    });
    let cell = prop_oneof![Just(String::new()), words()];
    let table = (1..4_usize)
        .prop_flat_map(move |width| {
            let row = prop::collection::vec(cell.clone(), width);
            (Just(width), prop::collection::vec(row, 1..4))
        })
        .prop_map(|(width, rows)| {
            let columns =
                [seeds::Alignment::Unset, seeds::Alignment::Right, seeds::Alignment::Center];
            let columns = columns.into_iter().cycle().take(width).collect();
            let rows: Vec<String> = rows.iter().map(|cells| cells.join("\t")).collect();
            Seed::new(Kind::Table { columns }, rows.join("\n"))
        });
    prop_oneof![4 => paragraph, 1 => heading, 1 => code, 1 => table, 1 => Just(Seed::new(Kind::Rule, ""))]
        .prop_map(Part::Block)
}

fn text_part() -> impl Strategy<Value = Part> {
    marked_text().prop_map(|(text, marks)| Part::Block(Seed { marks, ..Seed::paragraph(text) }))
}

fn list(inner: impl Strategy<Value = Part> + Clone) -> impl Strategy<Value = Part> {
    let start = prop::option::of(0..12_u32);
    let task = prop_oneof![3 => Just(None), 1 => any::<bool>().prop_map(Some)];
    let loose = (text_part(), prop::collection::vec(inner, 0..3));
    let loose = prop::collection::vec((task.clone(), loose), 2..4);
    let tight = prop::collection::vec((task, text_part()), 1..4);
    let items = prop_oneof![
        loose.prop_map(|items| {
            let item = |(task, (first, rest))| (task, [vec![first], rest].concat());
            (false, items.into_iter().map(item).collect::<Vec<(Option<bool>, Vec<Part>)>>())
        }),
        tight.prop_map(|items| {
            (true, items.into_iter().map(|(task, text)| (task, vec![text])).collect())
        }),
    ];
    (start, items).prop_map(|(start, (is_tight, items))| {
        let item = |(task, parts)| Part::Container(Holder::Item { task }, parts);
        Part::Container(Holder::List { start, is_tight }, items.into_iter().map(item).collect())
    })
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let part = leaf().prop_recursive(3, 12, 4, |inner| {
        let inside = prop::collection::vec(inner.clone(), 1..3);
        prop_oneof![
            inside.clone().prop_map(|inner| Part::Container(Holder::Quotation, inner)),
            inside.prop_map(|inner| Part::Container(Holder::Alert(AlertKind::Tip), inner)),
            list(inner),
        ]
    });
    prop::collection::vec(part, 1..5)
}

#[test]
fn each_kind_is_written_as_people_write_it() {
    let holding =
        |kind, text: &str| Part::Container(kind, vec![Part::Block(Seed::paragraph(text))]);
    let list = |start| Holder::List { start, is_tight: true };
    let picture = Picture { path: "boat.png".into(), alt: "A [boat]".into(), size: None };
    let columns = vec![seeds::Alignment::Unset, seeds::Alignment::Right];
    let parts = vec![
        Part::Block(Seed::heading("Costs & *more*")),
        Part::Block(marked(
            "A strong word, an emphatic one, some code, a link and a note1.\nNew line.",
            &[
                (2..8, MarkKind::Strong),
                (18..26, MarkKind::Emphasis),
                (37..41, MarkKind::Code),
                (45..49, MarkKind::Link(Target::Url("https://example.org/".into()))),
                (60..61, MarkKind::FootnoteReference { number: 1 }),
            ],
        )),
        Part::Container(list(None), vec![holding(Holder::Item { task: Some(true) }, "Paint")]),
        holding(Holder::Quotation, "Nobody sails."),
        holding(Holder::Alert(AlertKind::Warning), "Wet paint."),
        Part::Block(Seed::new(Kind::Code { language: Some("md".into()) }, "```\nx\n```")),
        Part::Block(Seed::new(Kind::Table { columns }, "Boat\tLength\nA|da\t12")),
        Part::Block(Seed::new(Kind::Picture(picture), "The ferry")),
        Part::Block(Seed::new(Kind::Rule, "")),
        Part::Block(Seed::new(Kind::Term, "Draught")),
        holding(Holder::Definition, "The depth."),
        holding(Holder::Footnote { number: 1 }, "At last."),
    ];
    assert_snapshot!(written(laid_out(&parts)), @r#"
    ## Costs & \*more\*

    A **strong** word, an *emphatic* one, some `code`, a [link](https://example.org/) and a note[^1].\
    New line.

    - [x] Paint

    > Nobody sails.

    > [!WARNING]
    > Wet paint.

    ````md
    ```
    x
    ```
    ````

    | Boat | Length |
    | --- | --: |
    | A\|da | 12 |

    ![A &#91;boat&#93;](boat.png "The ferry")

    ***

    Draught
    : The depth.

    [^1]: At last.
"#);
}

#[test]
fn marks_that_delimiters_cannot_write_become_tags() {
    for (block, expected) in [
        (marked("half", &[(0..2, MarkKind::Strong)]), "<strong>ha</strong>lf\n"),
        (marked("“a” b", &[(0..7, MarkKind::Strong)]), "<strong>“a”</strong> b\n"),
        (
            marked("a b", &[(0..3, MarkKind::Strong), (0..1, MarkKind::Emphasis)]),
            "<strong><em>a</em> b</strong>\n",
        ),
        (marked("a b", &[(0..3, MarkKind::Emphasis), (0..3, MarkKind::Strong)]), "***a b***\n"),
        (marked("H2O", &[(1..2, MarkKind::Subscript)]), "H<sub>2</sub>O\n"),
        (marked("a b", &[(0..1, MarkKind::Highlight)]), "==a== b\n"),
        (marked("a` b", &[(0..2, MarkKind::Code)]), "`` a` `` b\n"),
    ] {
        assert_eq!(written(vec![block]), expected);
    }
}

#[test]
fn metadata_round_trips() {
    let text = "---\ntitle: 'Harbour: \"what next\"'\nsection: Coast\nstandfirst: A guide\nauthors:\n\
                - {name: Deutscher Wetterdienst, type: organisation}\n- Luis de la Cruz, Jr.\n\
                date: 16 May 2024\nupdated: 2024-06-01T10:00:00Z\n\
                source: {name: The Times, url: 'https://times.example/a'}\ntags: [no, 1.10]\n\
                lang: de\nslug: harbour\nseries: [Sand, Ships]\nplace: {name: Quay}\n---\n\nText.\n";
    let parsed = |text: &str| {
        let mut corpus = seeds::parse(&[SourceFile { name: "a.md", bytes: text.as_bytes() }]);
        assert_eq!(corpus.diagnostics, [], "{text}");
        corpus.articles.remove(0)
    };
    let seed = parsed(text);
    let corpus = Corpus { articles: vec![seed.clone()], ..Corpus::default() };
    let edition = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
    let edition = Edition::open(edition.leak()).unwrap();
    let written = article(&edition, &article_with_id(&edition, ItemId(0)).unwrap());
    let mut again = parsed(&written);
    let mut expected = seed;
    // The fields of a whole edition are in the order of their keys.
    for article in [&mut again, &mut expected] {
        article.custom.sort_by(|a, b| a.key.cmp(&b.key));
    }
    assert_eq!(again, expected, "{written}");
}

proptest! {
    #[test]
    fn bodies_round_trip(parts in parts()) {
        // An article without words is none.
        let opening = Part::Block(Seed::paragraph("Opening"));
        let body = laid_out(&[vec![opening], parts].concat());
        let markdown = written(body.clone());
        prop_assert_eq!(read(&markdown), body, "{}", markdown);
    }
}
