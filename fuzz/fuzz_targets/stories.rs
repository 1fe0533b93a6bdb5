//! Fuzzes stories with any text, each line an article: grouping, passages and comparisons do not
//! panic, every article is in at most one story, equal articles are in one, and passages lie in the
//! texts.

#![no_main]

use cuttings_stories::{Block, Digest, Document, compare, reused_passages, stories};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let document = |(number, line): (usize, &str)| {
        let (title, body) = line.split_once('\t').unwrap_or(("", line));
        Document {
            title: Block::new(title),
            blocks: vec![Block::new(body)],
            day: (number % 3 > 0).then_some(number as i32),
        }
    };
    let mut documents: Vec<Document> = text.lines().enumerate().map(document).collect();
    documents.extend(documents.first().cloned());
    let digests: Vec<Digest> = documents.iter().map(Digest::new).collect();
    let found = stories(&digests);
    for (group, number) in found.documents.iter().zip(0..) {
        assert!(group.len() > 1);
        assert!(group.iter().all(|it| found.of(*it).is_some_and(|story| story.0 == number)));
    }
    if let (Some(first), Some(last)) = (documents.first(), documents.len().checked_sub(1)) {
        assert_eq!(found.of(0), found.of(last));
        let comparison = compare(first, first);
        assert!(comparison.only_one.is_empty() && comparison.only_other.is_empty());
    }
    for passage in reused_passages(&digests, &found, |number| &documents[number]) {
        assert!(passage.article != passage.source);
        assert!(passage.range.last_block <= 1 && passage.source_range.last_block <= 1);
    }
});
