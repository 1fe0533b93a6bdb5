//! Splits editions into parts, lets the parts arrive in any order, with losses and repeats, and
//! compares what is read with the edition in one piece.

use crate::{article, corpus, seed, stories};
use cuttings_corpus::{self as seeds, Block, Corpus, LinkTarget, Mark, MarkKind, Site};
use cuttings_edition::{Edition, EntityKind, Item, ItemId, ReusedPassage, column, facet};
use cuttings_edition_builder::{
    BuiltEdition, PartSizes, build_with_outline, split, split_in_place,
};
use cuttings_parts::{Files, PartError, PartId, PartStore};
use cuttings_search::{FIRST_VALUES, Filter, Order, Outcome, Query, Request};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Sizes that give even a small edition many parts.
pub(crate) const TINY: PartSizes =
    PartSizes { index: 300, records: 100, bodies: 200, head: 0, front: 3, short_body: 0 };

/// The number of bytes of bodies that make an edition large.
const LARGE: usize = 1_000_000;

/// A question about an edition. The answer is text that tells all differences.
#[derive(Clone, Debug)]
pub(crate) enum Question {
    Search { query: String, order: usize, section: Option<usize>, offset: usize },
    Related(String),
    Item(u32),
    Slug(u32),
    Entities,
    Quotes,
    Figures,
    Stories,
    Story(u32),
}

impl Question {
    pub(crate) fn ask(&self, edition: &Edition<'_>) -> String {
        let mut answer = String::new();
        match self {
            Self::Search { query, order, section, offset } => {
                let query = Query::parse(query);
                let orders = [
                    Order::Relevance,
                    Order::Document,
                    Order::Ascending(column::TITLE),
                    Order::Descending(column::DATE),
                    Order::Descending(column::WORD_COUNT),
                ];
                let value = section.and_then(|section| {
                    let facet = edition.index().facet(facet::SECTION)?;
                    facet.values().map(|(value, _)| value).nth(section)
                });
                let filters =
                    [Filter { facet: facet::SECTION, values: value.into_iter().collect() }];
                let request = Request {
                    order: orders[order % orders.len()],
                    filters: &filters,
                    offset: *offset,
                    ..Request::new(&query)
                };
                let outcome = edition.searcher().search(&request);
                write!(answer, "{outcome:?}").unwrap();
            }
            Self::Related(query) => {
                let query = Query::parse(query);
                let related = edition.searcher().related(&Request::new(&query));
                write!(answer, "{related:?}").unwrap();
            }
            Self::Item(number) => {
                let id = ItemId(number % edition.len() as u32);
                let item = edition.item(id).unwrap();
                write!(answer, "{:?} {:?}", item.title(), item.section()).unwrap();
                if let Item::Article(article) = item {
                    write!(answer, " {:?} {:?}", article.slug(), article.standfirst()).unwrap();
                    write!(answer, " {:?}", article.metadata()).unwrap();
                    for block in article.blocks() {
                        let (kind, marks) = (block.kind(), block.marks());
                        write!(answer, "\n{kind:?} {marks:?} {:?}", block.containers()).unwrap();
                        write!(answer, " {:?}", block.text()).unwrap();
                    }
                }
                write!(answer, "\n{:?} {:?}", edition.summary(id), edition.related(id)).unwrap();
                let mentions: Vec<_> = edition.mentions(id).collect();
                let links: Vec<_> = edition.linked_from(id).collect();
                let entities: Vec<_> = edition.entities_in(id).collect();
                write!(answer, "{mentions:?} {links:?} {entities:?}").unwrap();
            }
            Self::Slug(number) => {
                let id = ItemId(number % edition.len() as u32);
                if let Some(Item::Article(article)) = edition.item(id) {
                    let found = edition.article(article.slug()).map(|found| found.id());
                    write!(answer, "{} {found:?}", article.slug()).unwrap();
                }
            }
            Self::Entities => {
                for kind in EntityKind::ALL {
                    for entity in edition.entities(kind) {
                        let with = edition.mentioned_with(entity.id);
                        let spellings = edition.spellings(entity.id);
                        writeln!(answer, "{entity:?} {with:?} {spellings:?}").unwrap();
                    }
                }
            }
            Self::Quotes => {
                for item in edition.items() {
                    let quotes: Vec<_> = edition.quotes(item.id()).collect();
                    writeln!(answer, "{quotes:?}").unwrap();
                }
            }
            Self::Figures => {
                for unit in edition.units() {
                    let figures: Vec<_> = edition.figures(unit.id).collect();
                    writeln!(answer, "{unit:?} {figures:?}").unwrap();
                }
            }
            Self::Stories => {
                let stories: Vec<_> = edition.stories().collect();
                write!(answer, "{stories:?} {:?}", edition.stories_of_items()).unwrap();
            }
            Self::Story(number) => {
                let id = ItemId(number % edition.len() as u32);
                let story = edition.story_of(id).and_then(|it| edition.story(it));
                writeln!(answer, "{story:?}").unwrap();
                for passage in edition.reused_passages(id) {
                    let ReusedPassage { range, source, source_range } = passage;
                    let (own, others) =
                        (edition.spans(id, &range), edition.spans(source, &source_range));
                    writeln!(answer, "{own:?} {source:?} {others:?}").unwrap();
                }
            }
        }
        answer
    }
}

fn question() -> impl Strategy<Value = Question> {
    let words = prop::sample::select(vec![
        "river",
        "rain",
        "missile",
        "misile",
        "north korea",
        "nor",
        "ukraine war",
        "\"the war\"",
        "",
        "-rain river",
        "section:rivers",
        "person:a",
        "tag:rain bridge",
        "zzz",
        "the",
        "snow or rain",
        "title:river",
        "date:2024",
        "ruskin",
        "dron",
    ]);
    let related = words.clone();
    let search =
        (words, 0..5_usize, prop::option::of(0..3_usize), prop::sample::select(vec![0, 7]));
    prop_oneof![
        6 => search.prop_map(|(query, order, section, offset)| Question::Search {
            query: query.to_owned(),
            order,
            section,
            offset,
        }),
        2 => related.prop_map(|query| Question::Related(query.to_owned())),
        3 => any::<u32>().prop_map(Question::Item),
        2 => any::<u32>().prop_map(Question::Slug),
        1 => Just(Question::Entities),
        1 => Just(Question::Quotes),
        1 => Just(Question::Figures),
        1 => Just(Question::Stories),
        2 => any::<u32>().prop_map(Question::Story),
    ]
}

/// Asks until no part is missing. `chances` decides which of the missing parts arrive, and in
/// which order. Returns the answer and the number of rounds.
fn ask_until_complete(
    question: &Question,
    store: &PartStore<'_>,
    edition: &Edition<'_>,
    parts: &'static [Vec<u8>],
    chances: &mut impl Iterator<Item = u8>,
) -> (String, usize) {
    for round in 1.. {
        let answer = question.ask(edition);
        let mut missing = store.take_missing();
        if missing.is_empty() {
            return (answer, round);
        }
        assert!(missing.iter().all(|part| !store.has(*part)), "an arrived part is missing");
        assert!(round < 10_000, "{question:?} does not come to an end");
        let mut arrived = false;
        let mut attempts = 0;
        while !arrived {
            attempts += 1;
            for at in (0..missing.len()).rev() {
                let chance = chances.next().unwrap_or_default();
                missing.swap(at, usize::from(chance) % (at + 1));
                let part = missing[at];
                if !chance.is_multiple_of(3) || round > 200 || attempts > 2 {
                    let bytes = || parts[part.0 as usize - 1].clone().leak();
                    store.insert(part, bytes()).unwrap();
                    if chance.is_multiple_of(5) {
                        store.insert(part, bytes()).unwrap();
                    }
                    arrived = true;
                } else if chance.is_multiple_of(2) {
                    let mut damaged = parts[part.0 as usize - 1].clone();
                    let middle = damaged.len() / 2;
                    damaged[middle] ^= 1;
                    assert!(store.insert(part, damaged.leak()).is_err());
                }
            }
        }
    }
    unreachable!("the loop returns")
}

fn check(built: &BuiltEdition, sizes: PartSizes, questions: &[Question], chances: &[u8]) -> u32 {
    let whole = Edition::open(&built.bytes).unwrap();
    let files = split(&built.bytes, &built.outline, sizes).unwrap();
    let mut read = |offset, into: &mut [u8]| {
        into.copy_from_slice(built.bytes.get(offset..offset + into.len())?);
        Some(())
    };
    let table = split_in_place(&mut read, &built.outline, sizes).unwrap();
    let in_place = table.parts.iter().map(|part| part.of(&built.bytes).unwrap()).collect();
    let count = check_files(&whole, files.head, files.parts, questions, chances);
    assert_eq!(check_files(&whole, table.head, in_place, questions, chances), count);
    count
}

/// Asks the same of an edition in one piece and of one in parts. Returns the number of parts.
fn check_files(
    whole: &Edition<'_>,
    head: Vec<u8>,
    parts: Vec<Vec<u8>>,
    questions: &[Question],
    chances: &[u8],
) -> u32 {
    let head: &'static [u8] = head.leak();
    let parts: &'static [Vec<u8>] = parts.leak();
    let store: &'static PartStore<'static> = Box::leak(Box::new(PartStore::open(head).unwrap()));
    assert_eq!(store.part_count() as usize, parts.len());
    let edition = Edition::in_parts(store).unwrap();
    let mut chances = chances.iter().copied().cycle();
    for question in questions {
        let (answer, _) = ask_until_complete(question, store, &edition, parts, &mut chances);
        assert_eq!(answer, question.ask(whole), "{question:?}");
    }
    store.part_count()
}

/// Three small editions and a large one.
static SAMPLES: LazyLock<[BuiltEdition; 4]> = LazyLock::new(samples);

fn samples() -> [BuiltEdition; 4] {
    let large = Corpus {
        articles: (0..12)
            .map(|number| {
                let word = ["rain", "river", "missile", "bridge", "North Korea"][number % 5];
                let sentence = format!("In the war, a {word} near Lisbon had cost {number}. ");
                let address = format!("https://example.org/{word}/{number}");
                let linked = |at: usize| {
                    let mut block = Block::paragraph(format!("{word} {at} {sentence}"));
                    let target = LinkTarget::Url(format!("{address}#{at}"));
                    block.marks.push(Mark { range: 0..word.len(), kind: MarkKind::Link(target) });
                    block
                };
                let mut body: Vec<Block> = (0..20).map(linked).collect();
                body.push(Block::paragraph(sentence.repeat(LARGE / 12 / sentence.len() + 1)));
                article(&format!("About {word} {number}"), &body)
            })
            .collect(),
        ..corpus()
    };
    let rich = Corpus {
        articles: (0..30)
            .map(|number| {
                let word = ["rain", "river", "missile", "bridge", "North Korea"][number % 5];
                let code = seeds::BlockKind::Code { language: Some("rust".into()) };
                let mut added = article(
                    &format!("About {word} {number}"),
                    &[
                        Block::paragraph(format!(
                            "The {word} in Lisbon cost {number} million dollars."
                        )),
                        Block::heading("The same heading"),
                        Block::new(code, format!("let x{number} = {word:?};")),
                        Block::paragraph("“We will wait for the war,” Ada Okonkwo said in Paris."),
                    ],
                );
                added.section = ["Rivers", "War"][number % 2].into();
                added.tags = vec![word.into()];
                added
            })
            .collect(),
        ..corpus()
    };
    [corpus(), rich, large, stories::corpus()]
        .map(|it| build_with_outline(&it, &Site::default()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn parts_that_arrive_in_any_order_give_the_same_answers(
        questions in prop::collection::vec(question(), 1..6),
        chances in prop::collection::vec(any::<u8>(), 1..200),
        index in 1..2000_usize,
        bodies in 1..2000_usize,
        head in prop::sample::select(vec![0, 100_000]),
        front in 0..40_usize,
        short_body in prop::sample::select(vec![0, 100_000]),
    ) {
        let sizes = PartSizes { index, records: bodies, bodies, head, front, short_body };
        for built in &*SAMPLES {
            check(built, sizes, &questions, &chances);
        }
        check(&seed::built(), sizes, &questions, &chances);
    }
}

/// Searches until no part is missing, without the facets that have not arrived. Returns the
/// outcome, and which facets could be counted.
fn search_without_facets(
    files: &Files,
    query: &str,
    arrived: impl Fn(PartId) -> bool,
) -> (Outcome, Vec<bool>) {
    let store = PartStore::open(&files.head).unwrap();
    let insert =
        |part: PartId| store.insert(part, files.parts[part.0 as usize - 1].clone().leak()).unwrap();
    (1..=store.part_count()).map(PartId).filter(|part| arrived(*part)).for_each(insert);
    let edition = Edition::in_parts(&store).unwrap();
    let query = Query::parse(query);
    let request = Request { skips_absent_facets: true, limit: 100, ..Request::new(&query) };
    loop {
        let outcome = edition.searcher().search(&request);
        let missing = store.take_missing();
        if missing.is_empty() {
            let there = edition.index().facets().map(|(_, facet)| facet.is_there());
            return (outcome, there.collect());
        }
        missing.into_iter().for_each(insert);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn facets_that_have_not_arrived_change_nothing_else(
        query in prop::sample::select(vec!["", "rain", "river or fog", "tag:rain", "bridg", "zzz"]),
        arrived in prop::collection::vec(any::<bool>(), 1..50),
        index in 1..2000_usize,
        head in prop::sample::select(vec![0, 100_000]),
    ) {
        for built in &*SAMPLES {
            let sizes = PartSizes { index, head, ..TINY };
            let files = split(&built.bytes, &built.outline, sizes).unwrap();
            let is_there = |part: PartId| arrived[part.0 as usize % arrived.len()];
            let (outcome, there) = search_without_facets(&files, query, is_there);
            let parsed = Query::parse(query);
            let whole = Edition::open(&built.bytes).unwrap();
            let request = Request { limit: 100, ..Request::new(&parsed) };
            let expected = whole.searcher().search(&request);
            prop_assert_eq!((outcome.total, &outcome.hits), (expected.total, &expected.hits));
            let counted = outcome.facets.iter().zip(&expected.facets);
            for ((counts, all), is_there) in counted.zip(there) {
                let first = &all[..FIRST_VALUES.min(all.len())];
                let is_right = match (counts == all, is_there) {
                    (true, _) => true,
                    (false, true) => query.is_empty() && counts == first,
                    (false, false) => counts.is_empty() || query.is_empty() && counts == first,
                };
                prop_assert!(is_right, "{counts:?} of {all:?}");
            }
        }
    }
}

#[test]
fn the_head_has_the_first_values_of_each_facet() {
    for built in &*SAMPLES {
        let files = split(&built.bytes, &built.outline, TINY).unwrap();
        let store = PartStore::open(&files.head).unwrap();
        let (in_parts, whole) =
            (Edition::in_parts(&store).unwrap(), Edition::open(&built.bytes).unwrap());
        for ((_, facet), (_, expected)) in in_parts.index().facets().zip(whole.index().facets()) {
            assert_eq!((facet.name(), facet.len()), (expected.name(), expected.len()));
            for (value, label) in expected.values().take(FIRST_VALUES) {
                assert!(facet.has_label(value), "{label}");
                assert_eq!(
                    (facet.label(value), facet.count(value)),
                    (label, expected.count(value))
                );
            }
            for (value, _) in expected.values().skip(FIRST_VALUES) {
                assert!(!facet.has_label(value), "the head has too many values");
            }
        }
        assert_eq!(store.take_missing(), []);
    }
}

#[test]
fn the_record_of_an_article_is_in_one_part() {
    let articles = (0..2100).map(|number| {
        let text = [Block::paragraph("It rained.")];
        let mut added = article(&format!("Day {number}"), &text);
        added.section = format!("Week {}", number / 7);
        added.authors = vec![seeds::Author::person(format!("Ada {}", number % 700))];
        added
    });
    let corpus = Corpus { articles: articles.collect(), ..corpus() };
    let built = build_with_outline(&corpus, &Site::default()).unwrap();
    let files = split(&built.bytes, &built.outline, PartSizes { front: 0, ..TINY }).unwrap();
    for number in (0..2100).step_by(97) {
        let store = PartStore::open(&files.head).unwrap();
        let edition = Edition::in_parts(&store).unwrap();
        let mut needed = Vec::new();
        loop {
            let item = edition.item(ItemId(number));
            if let Some(Item::Article(article)) = item {
                let _ = (article.title(), article.section(), article.slug(), article.metadata());
            }
            let missing = store.take_missing();
            if missing.is_empty() {
                break;
            }
            needed.extend(missing.iter().map(|part| part.0));
            for part in missing {
                store.insert(part, files.parts[part.0 as usize - 1].clone().leak()).unwrap();
            }
        }
        assert_eq!(needed.len(), 1, "{number}: {needed:?}");
    }
}

#[test]
fn every_question_is_answered_from_tiny_parts() {
    let mut questions: Vec<Question> = (0..40).map(Question::Item).collect();
    questions.extend((0..40).map(Question::Slug));
    questions.extend((0..40).map(Question::Story));
    questions.extend([Question::Entities, Question::Quotes, Question::Figures, Question::Stories]);
    for built in SAMPLES.iter().chain([&seed::built()]) {
        let parts = check(built, TINY, &questions, &[1]);
        assert!(parts > 8, "{parts} parts");
    }
}

#[test]
fn parts_of_another_edition_are_refused() {
    let [first, second, ..] = &*SAMPLES;
    let files = |built: &BuiltEdition| split(&built.bytes, &built.outline, TINY).unwrap();
    let (first, second) = (files(first), files(second));
    let store = PartStore::open(&first.head).unwrap();
    let insert = |bytes: &[u8]| store.insert(PartId(1), bytes.to_vec().leak());
    assert_eq!(insert(&second.parts[0]), Err(PartError::Other));
    assert_eq!(insert(&first.parts[1]), Err(PartError::Other));
    assert_eq!(insert(&first.head), Err(PartError::NotAPart));
    assert_eq!(insert(b"<!doctype html>"), Err(PartError::NotAPart));
    assert_eq!(insert(&[]), Err(PartError::NotAPart));
    assert_eq!(insert(&first.parts[0][1..]), Err(PartError::Damaged));
    assert!(!store.has(PartId(1)));
    assert_eq!(insert(&first.parts[0]), Ok(()));
    assert!(store.has(PartId(1)));
}
