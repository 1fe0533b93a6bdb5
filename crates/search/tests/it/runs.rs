//! Indexes documents in runs, as several threads do, and compares the bytes.

use cuttings_search::{
    ColumnSpec, Document, FacetId, Field, IndexBuilder, IndexedTexts, Language, Passage, Schema,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Words with several spellings of one term, inflections, compounds and a stop word.
const WORDS: [&str; 12] = [
    "Boats",
    "boat",
    "BOAT",
    "Häfen",
    "hafen",
    "the",
    "ferries",
    "ferry",
    "Stadt",
    "Städte",
    "Hafenstädte",
    "Fährhafenstadt",
];
const LANGUAGES: [Language; 3] = [Language::English, Language::German, Language::Other];
const LABELS: [&str; 4] = ["War", "Peace", "Sport", "Sea"];

#[derive(Clone, Debug)]
struct Item {
    language: Language,
    title: String,
    body: String,
    labels: Vec<&'static str>,
    column: u32,
}

fn item() -> impl Strategy<Value = Item> {
    let text = |size| vec(prop::sample::select(WORDS.to_vec()), size).prop_map(|it| it.join(" "));
    let language = prop::sample::select(LANGUAGES.to_vec());
    let labels = prop::sample::subsequence(LABELS.to_vec(), 0..=LABELS.len()).prop_shuffle();
    (language, text(0..4), text(0..40), labels, 0..9_u32).prop_map(
        |(language, title, body, labels, column)| Item { language, title, body, labels, column },
    )
}

fn builder(is_exact: bool) -> IndexBuilder {
    let columns = vec![ColumnSpec { name: "rank" }];
    let builder = IndexBuilder::new(Schema { facets: vec!["one".into()], columns });
    if is_exact { builder.with_exact_positions() } else { builder }
}

fn document(item: &Item) -> Document<'_> {
    let Item { language, title, body, labels, column } = item;
    Document {
        language: *language,
        passages: vec![
            Passage { field: Field::Title, text: title },
            Passage { field: Field::Body, text: body },
        ],
        facets: labels.iter().map(|label| (FacetId(0), *label)).collect(),
        columns: vec![*column],
    }
}

fn add(builder: &mut IndexBuilder, items: &[Item]) {
    for item in items {
        builder.add(&document(item));
    }
}

proptest! {
    #[test]
    fn runs_give_the_same_bytes_as_one_document_after_another(
        items in vec(item(), 0..40),
        run in 1..12_usize,
        is_exact: bool,
        is_compact: bool,
    ) {
        let [mut one, mut other] = [builder(is_exact), builder(is_exact)];
        let mut all = one.for_run();
        for items in items.chunks(run) {
            let mut run = one.for_run();
            add(&mut run, items);
            all.append(run);
            if is_compact {
                all.compact();
            }
        }
        one.append(all);
        add(&mut other, &items);
        let mut bytes = Vec::new();
        one.finish_into(&mut |piece| bytes.extend_from_slice(piece));
        prop_assert_eq!(bytes, other.finish().bytes);
    }

    #[test]
    fn texts_that_were_kept_as_bytes_give_the_same_index(
        items in vec(item(), 0..40),
        run in 1..12_usize,
        is_exact: bool,
        cut in any::<prop::sample::Index>(),
    ) {
        let [mut one, mut other] = [builder(is_exact), builder(is_exact)];
        for items in items.chunks(run) {
            let documents: Vec<Document<'_>> = items.iter().map(document).collect();
            let bytes = one.index_texts(&documents).to_bytes();
            let read = |bytes| IndexedTexts::from_bytes(bytes, documents.len());
            one.add_indexed(&documents, read(&bytes).unwrap());
            prop_assert!(read(&bytes[..cut.index(bytes.len())]).is_none());
            prop_assert!(IndexedTexts::from_bytes(&bytes, documents.len() + 1).is_none());
        }
        add(&mut other, &items);
        let [one, other] = [one.finish().bytes, other.finish().bytes];
        prop_assert_eq!(one, other);
    }

    #[test]
    fn other_bytes_are_no_texts(bytes: Vec<u8>, documents in 0..4_usize) {
        // It may be by chance, but must not panic.
        let _ = IndexedTexts::from_bytes(&bytes, documents);
    }
}
