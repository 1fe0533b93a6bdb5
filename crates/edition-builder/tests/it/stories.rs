//! Reads the stories of an edition, and the passages that its articles reuse.

use crate::article;
use cuttings_corpus::{Article, Block, BlockKind, Corpus, Date, Day, Site, Teaser};
use cuttings_diagnostics::Origin;
use cuttings_edition::layout::{HEADER_BYTES, Section};
use cuttings_edition::{Edition, ItemId, ReusedPassage, StoryId, TextId, TextRange};
use cuttings_edition_builder::{build, build_with_memory, stories_of, write_edition};
use cuttings_memory::{Key, Memory};
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;

/// Articles about unrelated things, of a day each.
const OTHERS: [(&str, &str); 5] = [
    (
        "Museum opens a wing for glass",
        "The city museum opened a wing for blown glass. Its curator collected vases from Murano for ten years.",
    ),
    (
        "Marathon runner breaks record",
        "Abel Tesfaye ran the marathon of Rotterdam in two hours and two minutes. Rain fell during the last mile.",
    ),
    (
        "Farmers plant earlier",
        "Wheat farmers in Kansas planted in March because the soil was warm. Seed merchants ran out of stock.",
    ),
    (
        "Library extends its hours",
        "The public library will open on Sundays. Students had asked for it in a petition with many signatures.",
    ),
    (
        "Bridge closes for repairs",
        "Engineers found cracks in the old bridge over the Severn. Traffic takes a detour through Chepstow.",
    ),
];

/// The paragraphs of a portrait that is printed twice.
const PORTRAIT: [&str; 3] = [
    "The lighthouse keeper of Skarvøy has left the island after forty-one years. Ingrid Halvorsen was the last keeper on the coast of Helgeland.",
    "She read the barometer at six every morning and wrote the pressure into a book. The books fill two shelves.",
    "Meteorologists in Bergen want to scan them, because no other station has measured without a gap for so long.",
];

/// Returns a collection of an article and a teaser about different things.
fn without_stories() -> Corpus {
    let mut corpus = crate::corpus();
    corpus.articles.truncate(1);
    corpus
}

fn dated(day: u8, title: &str, body: &[Block]) -> Article {
    let day = Some(Day { year: 2024, month: 5, day });
    Article { date: Some(Date { text: "May".into(), day }), ..article(title, body) }
}

/// Returns a collection with two stories. The earliest article of the first one is not the first
/// in the collection, and the second has code between its paragraphs.
pub(crate) fn corpus() -> Corpus {
    let ferry = [
        (
            4,
            "Divers search for victims of Lagos ferry",
            "Divers searched for passengers of the ferry that sank off Lagos with 40 people aboard. The coast guard said the boat of Bright Waters had no licence. Twelve passengers were rescued near Tarkwa Bay on Monday.",
        ),
        (
            3,
            "Ferry with 40 aboard sinks off Lagos",
            "A ferry with 40 people aboard sank off Lagos early on Monday, the coast guard said. Twelve passengers were rescued by fishing boats near Tarkwa Bay.",
        ),
        (
            3,
            "UPDATE 1 - Lagos ferry sinks, 12 rescued",
            "A ferry with 40 people aboard sank off Lagos on Monday and twelve passengers were rescued, the coast guard said. Fishing boats near Tarkwa Bay took part in the search. The operator, Bright Waters, declined to comment.",
        ),
    ];
    let paragraphs = |texts: &[&str]| texts.iter().map(|it| Block::paragraph(*it)).collect();
    let mut portrait: Vec<Block> = paragraphs(&PORTRAIT);
    let first = Article {
        standfirst: Some("A portrait from the north.".into()),
        ..dated(10, "The last keeper", &portrait)
    };
    portrait.insert(2, Block::new(BlockKind::Code { language: None }, "pressure = 1013"));
    let second = dated(28, "The last keeper of Skarvøy leaves", &portrait);
    let ferry = ferry.map(|(day, title, text)| dated(day, title, &paragraphs(&[text])));
    let others = OTHERS.iter().zip(11..);
    let others = others.map(|((title, text), day)| dated(day, title, &paragraphs(&[text])));
    let teaser = Teaser {
        section: "Bridges".into(),
        age: "2 months ago".into(),
        title: "A tunnel is planned".into(),
        origin: Origin::new("a.txt", 9),
    };
    Corpus {
        articles: ferry.into_iter().chain([first]).chain(others).chain([second]).collect(),
        teasers: vec![teaser],
        diagnostics: Vec::new(),
    }
}

fn built(corpus: &Corpus) -> Vec<u8> {
    build(corpus, &Site::default()).unwrap()
}

/// Returns the number of bytes of the sections that hold stories.
fn section_bytes(bytes: &[u8]) -> [u32; 2] {
    let length = |section: Section| {
        let entry = section.entry_offset() + 4;
        u32::from_le_bytes(bytes[..HEADER_BYTES][entry..entry + 4].try_into().unwrap())
    };
    [Section::Stories, Section::Connections].map(length)
}

#[test]
fn stories_are_in_the_order_of_their_days() {
    let bytes = built(&corpus());
    let edition = Edition::open(&bytes).unwrap();
    let stories: Vec<Vec<u32>> =
        edition.stories().map(|story| story.items.iter().map(|item| item.0).collect()).collect();
    assert_eq!(stories, [vec![1, 2, 0], vec![3, 9]]);
    assert_eq!(stories_of(&corpus()), [vec![1, 2, 0], vec![3, 9]]);
    let of_items = edition.stories_of_items();
    assert_eq!(of_items.len(), edition.len());
    for (item, story) in edition.items().zip(of_items) {
        assert_eq!(edition.story_of(item.id()), story, "{}", item.title());
        let is_in = |id| edition.story(id).is_some_and(|it| it.items.contains(&item.id()));
        assert!(story.is_none_or(is_in), "{}", item.title());
    }
    assert_eq!(edition.story(StoryId(2)), None);
    assert_eq!(edition.story_of(ItemId(99)), None);
}

#[test]
fn a_passage_covers_several_blocks() {
    let bytes = built(&corpus());
    let edition = Edition::open(&bytes).unwrap();
    let passages: Vec<ReusedPassage> = edition.reused_passages(ItemId(9)).collect();
    let [ReusedPassage { range, source, source_range }] = passages.as_slice() else {
        panic!("{passages:?}")
    };
    assert_eq!(*source, ItemId(3));
    let texts = |item, range: &TextRange| -> Vec<(TextId, String)> {
        let spans = edition.spans(item, range).into_iter();
        spans.map(|span| (span.text, edition.text_at(item, &span).to_owned())).collect()
    };
    let [first, second, last] = PORTRAIT;
    let last = last.trim_end_matches('.');
    let expected = |blocks: [u32; 3]| {
        let [one, two, three] = blocks.map(TextId::Block);
        vec![(one, first.to_owned()), (two, second.to_owned()), (three, last.to_owned())]
    };
    assert_eq!(texts(*source, source_range), expected([0, 1, 2]));
    // The second block is code.
    assert_eq!(texts(ItemId(9), range), expected([0, 1, 3]));
    assert_eq!(edition.reused_passages(ItemId(3)).count(), 0);
}

#[test]
fn ranges_end_within_their_texts() {
    let bytes = built(&corpus());
    let edition = Edition::open(&bytes).unwrap();
    let title = TextId::Title;
    let range = TextRange { first: title, start: 4, last: TextId::Block(900), end: usize::MAX };
    let spans = edition.spans(ItemId(9), &range);
    let texts: Vec<TextId> = spans.iter().map(|span| span.text).collect();
    assert_eq!(texts, [title, TextId::Block(0), TextId::Block(1), TextId::Block(3)]);
    let empty = TextRange { first: TextId::Block(1), start: 7, last: title, end: 9 };
    assert_eq!(edition.spans(ItemId(9), &empty), []);
    let teaser = ItemId(edition.len() as u32 - 1);
    assert_eq!(edition.spans(teaser, &range).len(), 1);
    assert_eq!(edition.spans(ItemId(999), &range), []);
}

#[test]
fn without_stories_the_sections_are_empty() {
    let bytes = built(&without_stories());
    assert_eq!(section_bytes(&bytes), [0, 0]);
    let edition = Edition::open(&bytes).unwrap();
    assert_eq!((edition.stories().count(), edition.reused_passages(ItemId(0)).count()), (0, 0));
    assert_eq!(edition.stories_of_items(), vec![None; edition.len()]);
    let mut bytes = Vec::new();
    write_edition(corpus().articles, &Site::default(), false, &mut bytes).unwrap();
    assert_eq!(section_bytes(&bytes), [0, 0], "no insights are wanted");
    bytes.clear();
    write_edition(corpus().articles, &Site::default(), true, &mut bytes).unwrap();
    assert!(section_bytes(&bytes).iter().all(|bytes| *bytes > 0));
}

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

#[test]
fn a_memory_makes_no_difference() {
    let memory = Leaking::default();
    for _ in 0..2 {
        let again = build_with_memory(corpus(), &Site::default(), Some(&memory)).unwrap();
        assert!(again.bytes == built(&corpus()));
    }
}

/// A passage as the titles of article and source, and its text.
type NamedPassage = (String, String, String);

/// Returns the titles of each story, and the passages.
fn named(corpus: &Corpus) -> (BTreeSet<BTreeSet<String>>, BTreeSet<NamedPassage>) {
    let bytes = built(corpus);
    let edition = Edition::open(&bytes).unwrap();
    let title = |item: ItemId| edition.item(item).unwrap().title().to_owned();
    let stories = edition.stories().map(|story| story.items.into_iter().map(title).collect());
    let passages = edition.items().flat_map(|item| {
        let id = item.id();
        let passages: Vec<ReusedPassage> = edition.reused_passages(id).collect();
        passages.into_iter().map(move |passage| (id, passage))
    });
    let passages = passages.map(|(id, passage)| {
        let spans = edition.spans(id, &passage.range).into_iter();
        let text = spans.map(|span| edition.text_at(id, &span).to_owned()).collect();
        (title(id), title(passage.source), text)
    });
    (stories.collect(), passages.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_articles_makes_no_difference(
        order in Just((0..corpus().articles.len()).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let Corpus { articles, teasers, .. } = corpus();
        // Of two articles of one day, the first is the source.
        let articles = articles.into_iter().zip(1..);
        let articles: Vec<Article> =
            articles.map(|(it, day)| dated(day, &it.title.clone(), &it.body)).collect();
        let shuffled = order.iter().map(|number| articles[*number].clone()).collect();
        let all = Corpus { articles, teasers, ..Corpus::default() };
        let shuffled = Corpus { articles: shuffled, ..all.clone() };
        prop_assert_eq!(named(&shuffled), named(&all));
    }
}
