//! Tests that what is kept of documents makes no difference, whatever happens to the others.

use cuttings_insight::{
    Document, Insights, Kind, Passage, Role, Settings, insights, insights_with,
};
use cuttings_memory::{Key, Memory};
use proptest::prelude::*;
use std::collections::HashMap;
use std::sync::Mutex;

/// A memory that leaks its entries.
#[derive(Default)]
struct Leaking(Mutex<HashMap<Key, &'static [u8]>>);

impl Memory for Leaking {
    fn get(&self, key: Key) -> Option<&[u8]> {
        self.0.lock().unwrap().get(&key).copied()
    }

    fn put(&self, key: Key, bytes: Vec<u8>) {
        self.0.lock().unwrap().insert(key, bytes.leak());
    }
}

/// Sentences that depend on each other across documents: short names and acronyms, people who may
/// be places, quotes of them, figures, and long sentences for summaries.
const SENTENCES: [&str; 14] = [
    "Defence Minister Ada Okonkwo met envoys of the harbour authority in Paris on Monday morning.",
    "“We will wait for the second boat,” Okonkwo said. “It is late.”",
    "According to Okello, “prices rose too fast for anybody on the coast.”",
    "Okello Shipping Corp. bought up to 8,000 barrels of fuel for $2.2 billion.",
    "The World Trade Organization (WTO) counted forty ferries and 12% fewer passengers in the bay.",
    "WTO officials praised the harbour and its patient ferries, boats and passengers again.",
    "Charles Florence left. She said “no”.",
    "President Florence Abera of Kenya welcomed the fishermen who repaired the lighthouse in winter.",
    "The lighthouse was repaired by fishermen after a long winter without any ferries at all.",
    "Run `ferry_start` and `ferry_stop` with ferry.config.path before you call lighthouse_init().",
    "One analyst said, “Nobody repaired the lighthouse.”",
    "It rained.",
    "Florence and Paris are far from the lighthouse, the fishermen told every passenger yesterday.",
    "",
];

/// A document, by the numbers of its sentences: the title, then paragraphs.
fn document(numbers: &[usize]) -> Document<'static> {
    let text = |number: &usize| SENTENCES[number % SENTENCES.len()];
    let mut passages = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let role = if at == 0 { Role::Title } else { Role::Paragraph };
        let literal = (number % 5 == 4).then(|| 0..text(number).len().min(3));
        let literals = literal.into_iter().collect();
        passages.push(Passage { literals, ..Passage::new(role, text(number)) });
    }
    Document { passages, ..Document::default() }
}

/// Compares what is found with a memory of all earlier builds with what is found without.
fn check(memory: &Leaking, documents: &[Vec<usize>], settings: &Settings) -> Insights {
    let documents: Vec<Document<'_>> = documents.iter().map(|it| document(it)).collect();
    let mut expected = insights(&documents, settings);
    expected.names.mentions.iter_mut().flatten().for_each(|mention| mention.evidence.clear());
    let found = insights_with(&documents.as_slice(), settings, Some(memory));
    assert_eq!(found, expected);
    found
}

#[test]
fn kept_results_follow_edits_and_settings() {
    let memory = Leaking::default();
    let all = vec![vec![8, 0, 1, 8], vec![11, 2, 3, 12], vec![12, 4, 5], vec![7, 7, 8, 1], vec![6]];
    let plain = Settings::default();
    let found = check(&memory, &all, &plain);
    assert!(found.quotes.iter().flatten().count() > 2);
    assert!(found.figures.iter().flatten().count() > 1);
    assert!(found.summaries.iter().flatten().count() > 4);
    assert!(found.related.iter().flatten().any(|it| !it.words.is_empty()));
    let kept = memory.0.lock().unwrap().len();
    check(&memory, &all, &plain);
    assert_eq!(memory.0.lock().unwrap().len(), kept);
    // Another document makes Florence a person here, and settings a place everywhere.
    for edited in [vec![vec![7]], vec![vec![3, 3]], vec![vec![]], vec![vec![11], vec![12, 12]]] {
        check(&memory, &[edited.concat(), all.concat()], &plain);
        check(&memory, &[edited, all.clone()].concat(), &plain);
    }
    let settings = Settings {
        always: vec![(Kind::Place, "Ada Okonkwo".to_owned())],
        never: vec!["Okello".to_owned()],
        ..Settings::default()
    };
    check(&memory, &all, &settings);
    check(&memory, &all, &plain);
}

proptest! {
    #[test]
    fn kept_results_make_no_difference(
        builds in prop::collection::vec(
            prop::collection::vec(prop::collection::vec(0_usize..SENTENCES.len(), 0..6), 0..7),
            1..5,
        )
    ) {
        let memory = Leaking::default();
        for documents in builds {
            check(&memory, &documents, &Settings::default());
        }
    }
}
