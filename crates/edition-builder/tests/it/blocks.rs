//! Builds editions with every kind of block, container and mark, and compares what they return with
//! what went in.

use crate::article;
use cuttings_corpus::{self as seeds, Corpus, Site};
use cuttings_edition::{
    Alert, Alignment, Asset, BlockKind, Container, ContainerKind, Edition, ItemId, LinkTarget,
    Mark, MarkKind, Picture,
};
use cuttings_edition_builder::build;

/// Builds an edition with one article of this body, and a second one to link to.
fn edition(body: &[seeds::Block]) -> Edition<'static> {
    let second = article("The target", &[seeds::Block::paragraph("Text.")]);
    let articles = vec![article("The source", body), second];
    let corpus = Corpus { articles, ..Corpus::default() };
    Edition::open(build(&corpus, &Site::default()).unwrap().leak()).unwrap()
}

fn picture(alt: &str) -> seeds::Picture {
    seeds::Picture { path: "a/b.png".into(), alt: alt.into(), size: Some((640, 480)) }
}

const ASSET: Asset<'_> = Asset { name: "a/b.png", width: 640, height: 480 };

#[test]
fn kinds_round_trip() {
    let block = seeds::Block::new;
    let columns = {
        use seeds::Alignment::{Center, Left, Right, Unset};
        vec![Unset, Left, Center, Right]
    };
    let edition = edition(&[
        block(seeds::BlockKind::Paragraph, ""),
        block(seeds::BlockKind::Heading { level: 6 }, "Six"),
        block(seeds::BlockKind::Code { language: Some("rust".into()) }, "fn main() {}\n  x"),
        block(seeds::BlockKind::Code { language: None }, "$ ls"),
        block(seeds::BlockKind::Table { columns }, "a\tb\tc\td\n1\t2\t3\t4"),
        block(seeds::BlockKind::Picture(picture("A boat")), "The ferry"),
        block(seeds::BlockKind::Rule, ""),
        block(seeds::BlockKind::Term, "Draught"),
    ]);
    let article = edition.article("the-source").unwrap();
    let blocks: Vec<_> = article.blocks().map(|block| (block.kind(), block.text())).collect();
    let columns = vec![Alignment::Unset, Alignment::Left, Alignment::Center, Alignment::Right];
    assert_eq!(
        blocks,
        [
            (BlockKind::Paragraph, ""),
            (BlockKind::Heading(6), "Six"),
            (BlockKind::Code("rust"), "fn main() {}\n  x"),
            (BlockKind::Code(""), "$ ls"),
            (BlockKind::Table(columns), "a\tb\tc\td\n1\t2\t3\t4"),
            (BlockKind::Picture(Picture { asset: ASSET, alt: "A boat" }), "The ferry"),
            (BlockKind::Rule, ""),
            (BlockKind::Term, "Draught"),
        ]
    );
}

#[test]
fn containers_round_trip() {
    use seeds::ContainerKind as Seed;
    let kinds = [
        (Seed::Quotation, ContainerKind::Quotation),
        (Seed::Alert(seeds::AlertKind::Caution), ContainerKind::Alert(Alert::Caution)),
        (Seed::List { start: None, is_tight: true }, ContainerKind::Bullets { is_tight: true }),
        (
            Seed::List { start: Some(7), is_tight: false },
            ContainerKind::Numbers { start: 7, is_tight: false },
        ),
        (Seed::Item { task: None }, ContainerKind::Item(None)),
        (Seed::Item { task: Some(true) }, ContainerKind::Item(Some(true))),
        (Seed::Item { task: Some(false) }, ContainerKind::Item(Some(false))),
        (Seed::Definition, ContainerKind::Definition),
        (Seed::Footnote { number: 3 }, ContainerKind::Footnote(3)),
    ];
    let seed_containers =
        (1..).zip(&kinds).map(|(id, (kind, _))| seeds::Container { id, kind: kind.clone() });
    let block = seeds::Block {
        containers: seed_containers.collect(),
        ..seeds::Block::new(seeds::BlockKind::Code { language: Some("sh".into()) }, "ls")
    };
    let edition = edition(&[block]);
    let block = edition.article("the-source").unwrap().blocks().next().unwrap();
    let expected: Vec<Container> =
        (1..).zip(&kinds).map(|(id, (_, kind))| Container { id, kind: *kind }).collect();
    assert_eq!((block.containers(), block.kind()), (expected, BlockKind::Code("sh")));
}

#[test]
fn marks_round_trip() {
    use seeds::LinkTarget as Target;
    use seeds::MarkKind as Seed;
    let url = "https://example.org/";
    let kinds = [
        (Seed::Strong, MarkKind::Strong),
        (Seed::Emphasis, MarkKind::Emphasis),
        (Seed::Code, MarkKind::Code),
        (Seed::Strikethrough, MarkKind::Strikethrough),
        (Seed::Superscript, MarkKind::Superscript),
        (Seed::Subscript, MarkKind::Subscript),
        (Seed::Highlight, MarkKind::Highlight),
        (Seed::Link(Target::Url(url.into())), MarkKind::Link(LinkTarget::Url(url))),
        (
            Seed::Link(Target::Article { article: 1, block: Some(0) }),
            MarkKind::Link(LinkTarget::Article(ItemId(1), Some(0))),
        ),
        (
            Seed::Link(Target::Article { article: 1, block: None }),
            MarkKind::Link(LinkTarget::Article(ItemId(1), None)),
        ),
        (Seed::Link(Target::Block(0)), MarkKind::Link(LinkTarget::Block(0))),
        (Seed::FootnoteReference { number: 2 }, MarkKind::FootnoteReference(2)),
        (Seed::Picture(picture("")), MarkKind::Picture(ASSET)),
    ];
    let text = "a word and another";
    let range = |number: usize| number..number + 2;
    let marks = kinds.iter().enumerate();
    let block = seeds::Block {
        marks: marks
            .map(|(number, (kind, _))| seeds::Mark { range: range(number), kind: kind.clone() })
            .collect(),
        ..seeds::Block::paragraph(text)
    };
    let edition = edition(&[block]);
    let block = edition.article("the-source").unwrap().blocks().next().unwrap();
    let expected: Vec<Mark<'_>> = kinds
        .iter()
        .enumerate()
        .map(|(number, (_, kind))| Mark { range: range(number), kind: *kind })
        .collect();
    assert_eq!((block.text(), block.marks()), (text, expected));
    assert!(edition.linked_from(ItemId(0)).next().is_none());
    assert_eq!(edition.linked_from(ItemId(1)).collect::<Vec<_>>(), [ItemId(0)]);
}
