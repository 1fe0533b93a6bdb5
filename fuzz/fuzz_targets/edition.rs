//! Builds an edition of arbitrary Markdown, with each article twice: it opens, has the blocks that
//! went in, and an article is of one story with its copy, of which it reuses passages.

#![no_main]

use cuttings_corpus::{self as seeds, Site, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_edition::{BlockKind, ContainerKind, Edition, Item, ItemId, LinkTarget, MarkKind};
use cuttings_edition_builder::build;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut corpus = parse(&[SourceFile { name: "seed.md", bytes }]);
    if corpus.articles.is_empty() {
        return;
    }
    let copies = corpus.articles.clone();
    corpus.articles.extend(copies);
    let bytes = build(&corpus, &Site::default()).expect("an article makes an edition");
    let edition = Edition::open(&bytes).expect("a built edition opens");
    assert_eq!(edition.len(), corpus.articles.len());
    for (item, article) in edition.items().zip(&corpus.articles) {
        let Item::Article(built) = item else { panic!("an article is a teaser") };
        assert_eq!((built.title(), built.section()), (&*article.title, &*article.section));
        assert!(!built.slug().is_empty());
        assert_eq!(built.blocks().len(), article.body.len());
        for (built, block) in built.blocks().zip(&article.body) {
            assert_eq!(built.text(), block.text);
            check_kind(&built.kind(), &block.kind);
            let containers = built.containers();
            assert_eq!(containers.len(), block.containers.len());
            for (built, container) in containers.iter().zip(&block.containers) {
                assert_eq!(built.id, container.id);
                check_container(built.kind, &container.kind);
            }
            let marks = built.marks();
            assert_eq!(marks.len(), block.marks.len());
            for (built, mark) in marks.iter().zip(&block.marks) {
                assert_eq!(built.range, mark.range);
                check_mark(&built.kind, &mark.kind);
            }
        }
    }
    check_stories(&edition);
});

/// Checks the stories and passages of an edition whose second half is a copy of the first.
fn check_stories(edition: &Edition<'_>) {
    let of_items = edition.stories_of_items();
    let (originals, copies) = of_items.split_at(of_items.len() / 2);
    assert_eq!(originals, copies);
    for (item, story) in (0..).map(ItemId).zip(&of_items) {
        assert_eq!(edition.story_of(item), *story);
        let items = story.and_then(|story| edition.story(story)).map(|story| story.items);
        assert!(story.is_none() || items.is_some_and(|items| items.contains(&item)));
        for passage in edition.reused_passages(item) {
            assert_ne!(passage.source, item);
            for (item, range) in [(item, passage.range), (passage.source, passage.source_range)] {
                let spans = edition.spans(item, &range);
                assert!(!spans.is_empty());
                assert!(spans.iter().all(|span| !edition.text_at(item, span).is_empty()));
            }
        }
    }
}

fn check_kind(built: &BlockKind<'_>, kind: &seeds::BlockKind) {
    match (built, kind) {
        (BlockKind::Paragraph, seeds::BlockKind::Paragraph)
        | (BlockKind::Rule, seeds::BlockKind::Rule)
        | (BlockKind::Term, seeds::BlockKind::Term) => {}
        (BlockKind::Heading(built), seeds::BlockKind::Heading { level }) => {
            assert_eq!(*built, u32::from(*level));
        }
        (BlockKind::Code(built), seeds::BlockKind::Code { language }) => {
            assert_eq!(*built, language.as_deref().unwrap_or_default());
        }
        (BlockKind::Table(built), seeds::BlockKind::Table { columns }) => {
            assert_eq!(built.len(), columns.len());
        }
        (BlockKind::Picture(built), seeds::BlockKind::Picture(picture)) => {
            assert_eq!((built.asset.name, built.alt), (&*picture.path, &*picture.alt));
        }
        _ => panic!("{kind:?} became {built:?}"),
    }
}

fn check_container(built: ContainerKind, kind: &seeds::ContainerKind) {
    match (built, kind) {
        (ContainerKind::Quotation, seeds::ContainerKind::Quotation)
        | (ContainerKind::Definition, seeds::ContainerKind::Definition)
        | (ContainerKind::Alert(_), seeds::ContainerKind::Alert(_)) => {}
        (
            ContainerKind::Bullets { is_tight: built },
            seeds::ContainerKind::List { start: None, is_tight },
        ) => assert_eq!(built, *is_tight),
        (
            ContainerKind::Numbers { start: built_start, is_tight: built },
            seeds::ContainerKind::List { start: Some(start), is_tight },
        ) => assert_eq!((built_start, built), (*start, *is_tight)),
        (ContainerKind::Item(built), seeds::ContainerKind::Item { task }) => {
            assert_eq!(built, *task);
        }
        (ContainerKind::Footnote(built), seeds::ContainerKind::Footnote { number }) => {
            assert_eq!(built, *number);
        }
        _ => panic!("{kind:?} became {built:?}"),
    }
}

fn check_mark(built: &MarkKind<'_>, kind: &seeds::MarkKind) {
    match (built, kind) {
        (MarkKind::Strong, seeds::MarkKind::Strong)
        | (MarkKind::Emphasis, seeds::MarkKind::Emphasis)
        | (MarkKind::Code, seeds::MarkKind::Code)
        | (MarkKind::Strikethrough, seeds::MarkKind::Strikethrough)
        | (MarkKind::Superscript, seeds::MarkKind::Superscript)
        | (MarkKind::Subscript, seeds::MarkKind::Subscript)
        | (MarkKind::Highlight, seeds::MarkKind::Highlight) => {}
        (
            MarkKind::Link(LinkTarget::Url(built)),
            seeds::MarkKind::Link(seeds::LinkTarget::Url(url)),
        ) => assert_eq!(built, url),
        (
            MarkKind::Link(LinkTarget::Block(built)),
            seeds::MarkKind::Link(seeds::LinkTarget::Block(block)),
        ) => assert_eq!(built, block),
        (
            MarkKind::Link(LinkTarget::Article(built, built_block)),
            seeds::MarkKind::Link(seeds::LinkTarget::Article { article, block }),
        ) => assert_eq!((built.0 as usize, built_block), (*article, block)),
        (MarkKind::FootnoteReference(built), seeds::MarkKind::FootnoteReference { number }) => {
            assert_eq!(built, number);
        }
        (MarkKind::Picture(built), seeds::MarkKind::Picture(picture)) => {
            assert_eq!(built.name, picture.path);
        }
        _ => panic!("{kind:?} became {built:?}"),
    }
}
