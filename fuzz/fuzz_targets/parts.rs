//! Opens a head and parts with changed bytes under right checksums, in any order: an error or wrong
//! results, but no panic and no hang.

#![no_main]

use cuttings_corpus::{Site, parse};
use cuttings_diagnostics::SourceFile;
use cuttings_edition::{Edition, Item};
use cuttings_edition_builder::{PartSizes, build_with_outline, split};
use cuttings_parts::{Files, PartId, PartStore};
use cuttings_search::{Query, Request};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use xxhash_rust::xxh64::xxh64;

/// The bytes of the label of a file, and where the checksum of the rest is among them.
const LABEL_BYTES: usize = 28;
const CHECKSUM_OFFSET: usize = 20;

/// Editions in parts: the bodies apart from the records, and together with them.
static EDITIONS: LazyLock<[Files; 2]> = LazyLock::new(|| [files(0), files(1 << 20)]);

fn files(short_body: usize) -> Files {
    let seed = b"# Truce\n\n- Talks in *Paris*, [Ada Okonkwo](https://example.org/) said.\n- 48 drones\n\n\
        > \"We will wait,\" Okonkwo said in Lisbon.\n";
    let other =
        b"# Rain\n\nIt rained in Lisbon. See [Truce](a.md).\n\n```rust\nfn main() {}\n```\n";
    let third = b"# Fog\n\nNo ship left Lisbon.\n\nFog again, and rain.\n";
    let fourth = b"# Ice\n\nThe harbour master counted eleven yachts at the quay, and none left.\n";
    let fifth =
        b"# Ice 2\n\nThe harbour master counted eleven yachts at the quay, and none left.\n";
    let sources =
        [("a.md", &seed[..]), ("b.md", other), ("c.md", third), ("d.md", fourth), ("e.md", fifth)]
            .map(|(name, bytes)| SourceFile { name, bytes });
    let built = build_with_outline(&parse(&sources), &Site::default()).expect("five articles");
    let sizes = PartSizes { index: 200, records: 1, bodies: 1, head: 0, front: 1, short_body };
    split(&built.bytes, &built.outline, sizes).expect("an edition can be split")
}

/// The number of a file, an offset in it beside its label, and the byte to write there.
type Change = (u8, u16, u8);

fuzz_target!(|input: (bool, &str, Vec<Change>, Vec<u8>, &[u8])| {
    let (is_shared, text, changes, order, bytes) = input;
    let _ = PartStore::open(bytes);
    let mut files = EDITIONS[usize::from(is_shared)].clone();
    let count = files.parts.len() + 1;
    for (file, at, byte) in changes {
        let number = usize::from(file) % count;
        let (label, rest) = match number.checked_sub(1) {
            None => files.head.split_at_mut(LABEL_BYTES),
            Some(part) => {
                let file = &mut files.parts[part];
                let length = file.len() - LABEL_BYTES;
                let (rest, label) = file.split_at_mut(length);
                (label, rest)
            }
        };
        rest[usize::from(at) % rest.len()] = byte;
        let checksum = xxh64(rest, number as u64);
        label[CHECKSUM_OFFSET..].copy_from_slice(&checksum.to_le_bytes());
    }
    let Ok(store) = PartStore::open(&files.head) else { return };
    let Ok(edition) = Edition::in_parts(&store) else { return };
    read(&edition, text);
    let mut absent: Vec<Option<&mut Vec<u8>>> = files.parts.iter_mut().map(Some).collect();
    for part in order {
        let part = usize::from(part) % absent.len();
        if let Some(bytes) = absent[part].take() {
            let _ = store.insert(PartId(part as u32 + 1), bytes);
        }
    }
    read(&edition, text);
    for part in store.take_missing() {
        if let Some(bytes) = absent.get_mut(part.0 as usize - 1).and_then(Option::take) {
            let _ = store.insert(part, bytes);
        }
    }
    read(&edition, text);
});

fn read(edition: &Edition<'_>, text: &str) {
    let query = Query::parse(text);
    let outcome = edition.searcher().search(&Request::new(&query));
    for item in edition.items().take(5) {
        if let Item::Article(article) = item {
            let _ = (article.slug(), article.metadata(), edition.article(article.slug()));
            for block in article.blocks().take(20) {
                let _ = (block.kind(), block.containers(), block.marks(), block.text());
            }
        }
        let id = item.id();
        let _ = (edition.summary(id), edition.related(id), edition.quotes(id).count());
        let _ = (edition.mentions(id).count(), edition.linked_from(id).count());
        let _ = edition.story_of(id).and_then(|story| edition.story(story));
        for passage in edition.reused_passages(id).take(20) {
            let _ = edition.spans(id, &passage.range);
            let _ = edition.spans(passage.source, &passage.source_range);
        }
    }
    let _ = (edition.stories().count(), edition.stories_of_items());
    assert!(outcome.hits.len() <= 10);
}
