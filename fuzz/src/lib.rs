//! The properties that hold for every corpus, whatever the seeds: what the types of
//! `cuttings-corpus` promise and readers of an edition rely on.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Write};

use cuttings_corpus::{
    Article, Block, BlockKind, Container, ContainerKind, Corpus, LinkTarget, Mark, MarkKind,
};
use cuttings_import::{Limits, import_all};
use zip::write::SimpleFileOptions;

/// The most containers around a block.
const MAX_CONTAINERS: usize = 40;

/// Checks every article of a corpus.
pub fn check(corpus: &Corpus) {
    for article in &corpus.articles {
        assert!(!article.title.trim().is_empty());
        check_containers(article);
        for block in &article.body {
            check_kind(block);
            check_marks(block);
            for mark in &block.marks {
                check_mark(mark, article, corpus);
            }
        }
        for anchor in &article.anchors {
            assert!((anchor.block as usize) < article.body.len());
        }
    }
}

/// Packs entries into an archive without compression.
pub fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in entries {
        zip.start_file(*name, options).expect("the name is valid");
        zip.write_all(bytes).expect("memory can be written");
    }
    zip.finish().expect("the archive is small").into_inner()
}

/// Imports a file, and checks every article and annotation.
pub fn check_import(name: &str, bytes: &[u8]) {
    let import = import_all([(name, bytes)], &Limits::default());
    for item in &import.items {
        for annotation in &item.annotations {
            if let Some(block) = annotation.block {
                let block = item.article.body.get(block as usize);
                assert!(block.is_some_and(|block| block.text.contains(&annotation.quote)));
            }
        }
    }
    let articles = import.items.into_iter().map(|item| item.article).collect();
    check(&Corpus { articles, ..Corpus::default() });
}

/// Containers nest: one that a block has left is never entered again, and items are in lists.
fn check_containers(article: &Article) {
    let mut before: &[Container] = &[];
    let mut known: HashSet<u32> = HashSet::new();
    let mut parents: HashMap<u32, Option<u32>> = HashMap::new();
    for block in &article.body {
        let path = &block.containers;
        assert!(path.len() <= MAX_CONTAINERS);
        let shared = before.iter().zip(path).take_while(|(one, other)| one == other).count();
        for (depth, container) in path.iter().enumerate() {
            let is_new = known.insert(container.id);
            assert_eq!(is_new, depth >= shared, "{:?} is entered again", container);
            let parent = depth.checked_sub(1).and_then(|parent| path.get(parent));
            let first = *parents.entry(container.id).or_insert(parent.map(|parent| parent.id));
            assert_eq!(first, parent.map(|parent| parent.id));
            let is_in_list = parent.is_some_and(|it| matches!(it.kind, ContainerKind::List { .. }));
            let is_item = matches!(container.kind, ContainerKind::Item { .. });
            assert!(is_in_list || !is_item, "an item is in no list: {path:?}");
        }
        before = path;
    }
}

fn check_kind(block: &Block) {
    let Block { kind, text, containers, .. } = block;
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(!text.contains(is_control), "{text:?}");
    match kind {
        BlockKind::Heading { level } => assert!((1..=6).contains(level)),
        BlockKind::Paragraph => assert!(!text.is_empty() || !containers.is_empty()),
        BlockKind::Rule => assert!(text.is_empty()),
        BlockKind::Table { columns } => {
            for row in text.split('\n') {
                assert_eq!(row.split('\t').count(), columns.len(), "{text:?}");
            }
        }
        BlockKind::Picture(picture) => check_path(&picture.path),
        BlockKind::Code { .. } | BlockKind::Term => {}
    }
}

/// Marks are ranges of the text, sorted, and nest.
fn check_marks(block: &Block) {
    let mut ends: Vec<usize> = Vec::new();
    let mut last = (0, usize::MAX);
    for Mark { range, .. } in &block.marks {
        assert!(block.text.get(range.clone()).is_some_and(|text| !text.is_empty()));
        assert!(last.0 < range.start || (last.0 == range.start && last.1 >= range.end));
        last = (range.start, range.end);
        ends.retain(|end| *end > range.start);
        assert!(ends.iter().all(|end| *end >= range.end), "marks overlap");
        ends.push(range.end);
    }
}

fn check_mark(mark: &Mark, article: &Article, corpus: &Corpus) {
    let has_block = |article: &Article, block: u32| (block as usize) < article.body.len();
    match &mark.kind {
        MarkKind::Link(LinkTarget::Url(url)) => {
            let safe = ["https://", "http://", "mailto:", "tel:"];
            let start = url.get(..8.min(url.len())).unwrap_or(url).to_ascii_lowercase();
            assert!(safe.iter().any(|scheme| start.starts_with(scheme)), "{url:?}");
            assert!(!url.contains(|c: char| c.is_control() || c.is_whitespace()), "{url:?}");
        }
        MarkKind::Link(LinkTarget::Block(block)) => assert!(has_block(article, *block)),
        MarkKind::Link(LinkTarget::Article { article, block }) => {
            let target = &corpus.articles[*article];
            assert!(block.is_none_or(|block| has_block(target, block)));
        }
        MarkKind::Link(target) => panic!("{target:?} is not resolved"),
        MarkKind::FootnoteReference { number } => {
            let is_note = |container: &Container| {
                container.kind == ContainerKind::Footnote { number: *number }
            };
            assert!(article.body.iter().flat_map(|block| &block.containers).any(is_note));
        }
        MarkKind::Picture(picture) => check_path(&picture.path),
        _ => {}
    }
}

/// The path of a picture has no scheme that a browser would follow.
fn check_path(path: &str) {
    let visible: String = path.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    for scheme in ["javascript:", "data:", "vbscript:", "file:", "blob:"] {
        assert!(!visible.to_ascii_lowercase().starts_with(scheme), "{path:?}");
    }
}
