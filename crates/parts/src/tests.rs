//! Splits bytes at random, and reads them as the parts arrive.

use crate::{
    Bytes, Files, PartError, PartId, PartStore, PartTable, Splitter, Told, content_length,
};
use proptest::prelude::*;

/// Cuts `0..length` at random places, and gives each piece to the head or to one of three parts.
fn pieces(length: usize) -> impl Strategy<Value = Vec<(usize, u32)>> {
    prop::collection::vec((0..=length, 0..4_u32), 0..12).prop_map(|mut cuts| {
        cuts.sort_unstable();
        cuts
    })
}

/// Returns the files of an edition, cut out of it or put together where they are.
fn files_of(splitter: Splitter, edition: &[u8], are_in_place: bool) -> Option<Files> {
    if !are_in_place {
        return splitter.finish(edition, 7);
    }
    let PartTable { head, parts } = in_place(splitter, edition)?;
    let parts = parts.iter().map(|part| part.of(edition)).collect::<Option<_>>()?;
    Some(Files { head, parts, bodies: 0..0 })
}

/// Returns the table of the parts in an edition.
fn in_place(splitter: Splitter, edition: &[u8]) -> Option<PartTable> {
    let mut read = |offset: usize, into: &mut [u8]| {
        into.copy_from_slice(edition.get(offset..offset + into.len())?);
        Some(())
    };
    splitter.finish_in_place(edition.len(), 7, &mut read)
}

proptest! {
    #[test]
    fn some_ranges_are_there(
        edition in prop::collection::vec(any::<u8>(), 1..200),
        cuts in pieces(199),
        reads in prop::collection::vec((0..200_usize, 0..60_usize), 1..20),
    ) {
        let cuts: Vec<usize> = cuts.iter().map(|(start, _)| (*start).min(edition.len())).collect();
        let (pairs, _) = cuts.as_chunks::<2>();
        let ranges: Vec<(usize, Vec<u8>)> =
            pairs.iter().map(|[start, end]| (*start, edition[*start..*end].to_vec())).collect();
        let store = PartStore::of_ranges(edition.len(), &ranges);
        let bytes = Bytes::in_parts(&store);
        prop_assert_eq!(bytes.len(), edition.len());
        for (start, length) in reads {
            let range = start..start + length;
            let is_in_one = pairs.iter().any(|[from, to]| *from <= range.start && range.end <= *to);
            let has = |byte| pairs.iter().any(|[from, to]| (*from..*to).contains(&byte));
            if range.end <= edition.len() && length > 0 {
                let is_there = range.clone().all(has);
                prop_assert_eq!(bytes.get(range.clone()), is_in_one.then(|| &edition[range]));
                prop_assert_eq!(store.take_missing().is_empty(), is_there);
            }
        }
    }

    #[test]
    fn what_is_read_is_right_or_noted_as_missing(
        edition in prop::collection::vec(any::<u8>(), 1..200),
        cuts in pieces(199),
        reads in prop::collection::vec((0..200_usize, 0..60_usize), 1..20),
        order in Just(vec![1_u32, 2, 3]).prop_shuffle(),
        are_in_place in any::<bool>(),
    ) {
        let mut splitter = Splitter::default();
        let mut ranges = vec![Vec::new(); 4];
        for (number, (start, part)) in cuts.iter().enumerate() {
            let end = cuts.get(number + 1).map_or(edition.len(), |(next, _)| *next);
            ranges[*part as usize].push((*start).min(edition.len())..end.min(edition.len()));
        }
        for ranges in ranges.drain(1..) {
            splitter.add_part(ranges);
        }
        let files = files_of(splitter, &edition, are_in_place).unwrap();
        let store = PartStore::open(&files.head).unwrap();
        let bytes = Bytes::in_parts(&store);
        prop_assert_eq!(bytes.len(), edition.len());
        for part in [0].into_iter().chain(order) {
            if part > 0 && part <= store.part_count() {
                store.insert(PartId(part), files.parts[part as usize - 1].clone().leak()).unwrap();
            }
            for (start, length) in &reads {
                let range = *start..start + length;
                let found = bytes.get(range.clone());
                let missing = store.take_missing();
                match edition.get(range) {
                    None => prop_assert!(found.is_none() && missing.is_empty()),
                    Some(expected) => prop_assert!(found.is_none_or(|found| found == expected)),
                }
                prop_assert!(missing.iter().all(|part| !store.has(*part)), "{:?}", missing);
                if let Some(rest) = bytes.from(*start) {
                    prop_assert!(edition[*start..].starts_with(rest));
                    prop_assert!(!rest.is_empty() || *start == edition.len());
                }
                store.take_missing();
            }
        }
        // All parts are there: what is absent now spans several of them.
        for offset in 0..edition.len() {
            prop_assert_eq!(bytes.get(offset..offset + 1), edition.get(offset..offset + 1));
        }
    }

    /// Columns of items, as an edition has them: records of four bytes, and texts of any length.
    /// Each part has some items.
    #[test]
    fn parts_tell_where_their_pieces_are(
        texts in prop::collection::vec(1..20_usize, 1..30),
        cuts in prop::collection::btree_set(1..30_usize, 0..6),
        hole in prop::option::of(0..30_usize),
        order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
        are_in_place in any::<bool>(),
    ) {
        let items = texts.len();
        let add = |end: &mut usize, text: &usize| {
            *end += text;
            Some(*end)
        };
        let ends: Vec<usize> = texts.iter().scan(4 * items, add).collect();
        let text = |item: usize| item.checked_sub(1).map_or(4 * items, |before| ends[before]);
        let edition: Vec<u8> = (0..text(items)).map(|it| it as u8).collect();
        let mut splitter = Splitter::default();
        let mut start = 0;
        let mut parts = Vec::new();
        for end in cuts.into_iter().filter(|cut| *cut < items).chain([items]) {
            // The first byte of a text may be in the head.
            let texts = match hole.filter(|hole| (start..end).contains(hole)) {
                Some(hole) => [text(start)..text(hole), text(hole) + 1..text(end)],
                None => [text(start)..text(end), 0..0],
            };
            let texts = texts.into_iter().map(|range| (range, Told::ByPart));
            let records = (4 * start..4 * end, Told::ByUnits(4));
            splitter.relocate(4 * start..4 * end, 4, 1);
            splitter.add_bodies((end - start) as u32, texts.chain([records]));
            parts.push(start..end);
            start = end;
        }
        let files = files_of(splitter, &edition, are_in_place).unwrap();
        let store = PartStore::open(&files.head).unwrap();
        let bytes = Bytes::in_parts(&store);
        for part in order {
            for (number, items) in parts.iter().enumerate() {
                let id = PartId(number as u32 + 1);
                for item in items.clone() {
                    prop_assert_eq!(store.body_of(item as u32), Some(id));
                    // A record tells which part is missing; a text is read after it.
                    let (record, text) = (4 * item..4 * item + 4, text(item)..text(item + 1));
                    let found = bytes.get(record.clone());
                    prop_assert_eq!(found.is_some(), store.has(id));
                    let spans_the_head = hole == Some(item) && text.len() > 1;
                    let found_text = bytes.get(text.clone());
                    let missing = store.take_missing();
                    if store.has(id) {
                        prop_assert_eq!(found, edition.get(record));
                        prop_assert_eq!(found_text.is_some(), !spans_the_head);
                        prop_assert!(found_text.is_none_or(|it| it == &edition[text.clone()]));
                        prop_assert!(missing.is_empty() || spans_the_head);
                        let text = bytes.section(text).unwrap();
                        prop_assert!(text.is_there());
                    } else {
                        prop_assert_eq!(missing[0], id);
                        // The text may be where the part after another one begins.
                        prop_assert!(missing.len() <= 1, "{:?}", missing);
                    }
                }
            }
            if let Some(file) = files.parts.get(part) {
                store.insert(PartId(part as u32 + 1), file.clone().leak()).unwrap();
            }
        }
        let texts = bytes.section(4 * items..edition.len()).unwrap();
        prop_assert!(texts.is_there());
        for offset in 0..edition.len() {
            prop_assert_eq!(bytes.get(offset..offset + 1), edition.get(offset..offset + 1));
        }
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(store) = PartStore::open(&bytes) {
            let _ = Bytes::in_parts(&store).all();
        }
    }

    #[test]
    fn damage_does_not_go_unnoticed(at in any::<prop::sample::Index>(), change in 1..=u8::MAX) {
        let mut splitter = Splitter::default();
        splitter.add_terms(0, b"a", [(1..3, Told::ByHead), (4..9, Told::ByPart)]);
        let files = splitter.finish(b"0123456789", 7).unwrap();
        for mut damaged in [files.head.clone(), files.parts[0].clone()] {
            let at = at.index(damaged.len());
            damaged[at] ^= change;
            let store = PartStore::open(&files.head).unwrap();
            let refused = store.insert(PartId(1), damaged.clone().leak()).is_err();
            prop_assert!(refused);
            // The name of the edition is no content: with another one, no part fits.
            let is_in_name = damaged.starts_with(&files.head[..8]) && (8..16).contains(&at);
            prop_assert!(is_in_name || PartStore::open(&damaged).is_err());
        }
    }
}

/// Writes an edition of two tables with offsets, each in a part with the texts that they lead to.
/// The first text has some bytes.
fn tables(first_text: usize) -> Option<(Vec<u8>, Files)> {
    let texts = 48;
    let mut edition = Vec::new();
    for offset in [0, first_text, first_text + 2, first_text + 5] {
        edition.extend([(texts + offset) as u32, offset as u32, 77].map(u32::to_le_bytes));
    }
    let mut edition = edition.concat();
    edition.resize(texts + first_text, b'a');
    edition.extend(b"bbcccdddd");
    let mut splitter = Splitter::default();
    splitter.add_bodies(1, [(0..12, Told::ByHead), (48..48 + first_text, Told::ByPart)]);
    splitter
        .add_bodies(3, [(12..48, Told::ByHead), (48 + first_text..edition.len(), Told::ByPart)]);
    splitter.relocate(0..12, 12, 2);
    splitter.relocate(12..48, 12, 2);
    let files = splitter.finish(&edition, first_text as u64)?;
    Some((edition, files))
}

#[test]
fn contents_that_only_move_stay_the_same() {
    let content = |part: &[u8]| part[..content_length(part).unwrap()].to_vec();
    let [(_, short), (edition, long)] = [3, 300].map(|first_text| tables(first_text).unwrap());
    assert_ne!(content(&short.parts[0]), content(&long.parts[0]));
    assert_eq!(content(&short.parts[1]), content(&long.parts[1]));
    assert_ne!(short.parts[1], long.parts[1]);
    let store = PartStore::open(&long.head).unwrap();
    for (number, part) in (1..).zip(&long.parts) {
        store.insert(PartId(number), part.clone().leak()).unwrap();
    }
    for at in (0..48).step_by(12) {
        assert_eq!(Bytes::in_parts(&store).get(at..at + 12), edition.get(at..at + 12));
    }
    assert_eq!(content_length(b"<!doctype html>"), None);
}

#[test]
fn ranges_that_overlap_are_refused() {
    for ranges in [[0..5, 4..6], [0..2, 9..11]] {
        let mut splitter = Splitter::default();
        splitter.add_part(ranges);
        assert!(in_place(splitter.clone(), b"0123456789").is_none());
        assert!(splitter.finish(b"0123456789", 7).is_none());
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let errors = [
        PartError::NotAPart,
        PartError::Version { found: 9 },
        PartError::Other,
        PartError::Damaged,
    ];
    let texts = errors.map(|error| error.to_string());
    assert_eq!(texts[0], "the file is no part of an edition");
    assert!(texts[1].contains("version 9") && texts[1].ends_with("publish the edition again"));
    assert_eq!(texts[3], "the file is damaged");
}
