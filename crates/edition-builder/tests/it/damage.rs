//! Opens damaged bytes.

use crate::{corpus, stories};
use cuttings_corpus::Site;
use cuttings_edition::layout::{CHECKSUM_OFFSET, LENGTH_OFFSET, Section, checksum};
use cuttings_edition::{Edition, EntityKind, FORMAT_VERSION, Item, MAGIC, OpenError};
use cuttings_edition_builder::build;
use cuttings_search::{Query, Request};
use proptest::prelude::*;
use std::sync::LazyLock;

fn whole() -> Vec<u8> {
    build(&corpus(), &Site::default()).unwrap()
}

/// An edition with stories and reused passages.
static STORIES: LazyLock<Vec<u8>> =
    LazyLock::new(|| build(&stories::corpus(), &Site::default()).unwrap());

#[test]
fn damaged_stories_do_not_panic() {
    for section in [Section::Stories, Section::Connections] {
        let entry = section.entry_offset();
        let number = |at: usize| u32::from_le_bytes(STORIES[at..at + 4].try_into().unwrap());
        let (start, length) = (number(entry) as usize, number(entry + 4) as usize);
        assert!(length > 0, "{section:?} is empty");
        for at in start..start + length {
            for value in [0, 1, 0x7F, 0x80, 0xFF] {
                let mut bytes = STORIES.clone();
                bytes[at] = value;
                walk(&Edition::open(&sealed(bytes)).unwrap());
            }
        }
    }
}

/// Opens bytes that must not open, and checks the error message.
fn check(bytes: &[u8], expected: &str) {
    let error = Edition::open(bytes).expect_err(expected).to_string();
    assert!(error.contains(expected), "{error}");
}

#[test]
fn each_kind_of_damage_has_its_message() {
    let good = whole();
    check(b"", "not an edition");
    check(b"<!DOCTYPE html><title>404", "not an edition");
    check(&MAGIC, "has format 0");

    let mut newer = good.clone();
    newer[8] = FORMAT_VERSION as u8 + 1;
    check(
        &newer,
        &format!("has format {}, this program reads format {FORMAT_VERSION}", FORMAT_VERSION + 1),
    );

    check(
        &good[..good.len() - 1],
        &format!("has {} bytes instead of {}", good.len() - 1, good.len()),
    );
    let longer = [&good[..], &[0]].concat();
    check(&longer, &format!("has {} bytes instead of {}", longer.len(), good.len()));

    let mut flipped = good;
    *flipped.last_mut().unwrap() ^= 1;
    check(&flipped, "is damaged: its checksum is");
}

/// Calls every accessor and adds up the sizes of the results.
fn walk(edition: &Edition<'_>) -> usize {
    let mut read = edition.title().len() + edition.description().len() + edition.language().len();
    for item in edition.items() {
        read += item.title().len() + item.section().len();
        match item {
            Item::Article(article) => {
                read += article.blocks().map(|block| block.text().len()).sum::<usize>();
                read += article.slug().len() + article.opening().len() + article.minutes() as usize;
            }
            Item::Teaser(teaser) => read += teaser.age().len(),
        }
    }
    for kind in EntityKind::ALL {
        for entity in edition.entities(kind).take(40) {
            read += entity.name.len()
                + edition.spellings(entity.id).len()
                + edition.mentioned_with(entity.id).len();
        }
    }
    for unit in edition.units().take(40) {
        let figures = edition.figures(unit.id).take(40);
        read += unit.name.len()
            + figures.map(|figure| edition.text_at(figure.item, &figure.span).len()).sum::<usize>();
    }
    for (speaker, _) in edition.speakers() {
        read += edition.quotes_by(speaker).map(|(_, quote)| quote.pieces.len()).sum::<usize>();
    }
    for item in edition.items() {
        let id = item.id();
        for quote in edition.quotes(id) {
            for span in &quote.pieces {
                read += edition.text_at(id, span).len()
                    + edition.text_at(id, &edition.sentence(id, span)).len();
            }
        }
        read +=
            edition.summary(id).iter().map(|span| edition.text_at(id, span).len()).sum::<usize>();
        for related in edition.related(id) {
            read += related.entities.len()
                + edition.item(related.item).map_or(0, |item| item.title().len());
            read += related.words.iter().map(|span| edition.text_at(id, span).len()).sum::<usize>();
        }
        for mention in edition.mentions(item.id()) {
            read += edition.text_at(item.id(), &mention.span).len();
            read += edition.entity(mention.entity).map_or(0, |entity| entity.item_count as usize);
        }
    }
    for story in edition.stories() {
        read += story.items.iter().filter_map(|it| edition.item(*it)).count();
    }
    read += edition.stories_of_items().iter().flatten().count();
    for item in edition.items() {
        let id = item.id();
        read +=
            edition.story_of(id).and_then(|it| edition.story(it)).map_or(0, |it| it.items.len());
        for passage in edition.reused_passages(id).take(40) {
            for (item, range) in [(id, passage.range), (passage.source, passage.source_range)] {
                let spans = edition.spans(item, &range);
                read += spans.iter().map(|span| edition.text_at(item, span).len()).sum::<usize>();
            }
        }
    }
    for words in ["river", "the rvier", "\"it rained\"", ""] {
        let query = Query::parse(words);
        let request = Request::new(&query);
        read += edition.searcher().search(&request).hits.len();
    }
    read
}

/// Gives changed bytes a header that matches them.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let length = bytes.len() as u64;
    bytes[LENGTH_OFFSET..LENGTH_OFFSET + 8].copy_from_slice(&length.to_le_bytes());
    let checksum = checksum(&bytes);
    bytes[CHECKSUM_OFFSET..CHECKSUM_OFFSET + 8].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_flipped_bit_is_detected(at in any::<prop::sample::Index>(), bit in 0..8u32) {
        let mut bytes = whole();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        // Bytes 12 to 15 are unused.
        prop_assume!(!(12..16).contains(&at));
        prop_assert!(Edition::open(&bytes).is_err());
    }

    #[test]
    fn damage_under_a_valid_checksum_does_not_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        keep in any::<prop::sample::Index>(),
        cut in any::<bool>(),
        has_stories in any::<bool>(),
    ) {
        let mut bytes = if has_stories { STORIES.clone() } else { whole() };
        for (at, value) in changes {
            let at = 32 + at.index(bytes.len() - 32);
            bytes[at] = value;
        }
        if cut {
            bytes.truncate(80 + keep.index(bytes.len() - 80));
        }
        if let Ok(edition) = Edition::open(&sealed(bytes)) {
            walk(&edition);
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(edition) = Edition::open(&bytes) {
            walk(&edition);
        }
    }
}

#[test]
fn a_damaged_index_has_a_source() {
    use std::error::Error;
    let mut bytes = whole();
    let entry = Section::Index.entry_offset();
    let start = u32::from_le_bytes(bytes[entry..entry + 4].try_into().unwrap()) as usize;
    bytes[start..start + 4].copy_from_slice(b"????");
    let error = Edition::open(&sealed(bytes)).expect_err("the index is damaged");
    assert!(matches!(error, OpenError::Index(_)), "{error}");
    assert!(error.source().is_some());
}
