//! Reads the quotes, figures, summaries and related articles of an edition.

use crate::article;
use cuttings_corpus::{Block, Corpus, Site};
use cuttings_edition::{Edition, EntityKind, ItemId, Speaker, TextId};
use cuttings_edition_builder::build;

fn corpus() -> Corpus {
    let first = article(
        "Okonkwo Leaves for Paris",
        &[
            Block::paragraph(
                "Defence Minister Ada Okonkwo met envoys in Paris about the harbour of Lisbon on Monday.",
            ),
            Block::paragraph(
                "“We will wait,” Okonkwo said. “It is late.” The “strategic” plan is for 48 drones and up to 300 boats.",
            ),
            Block::paragraph(
                "“It rained,” said one analyst. Some 12 drones were lost in the harbour near the old bridge.",
            ),
        ],
    );
    let second = article(
        "A Bridge in Lisbon",
        &[Block::paragraph(
            "Defence Minister Ada Okonkwo opened a bridge near the harbour of Lisbon that cost $2 million.",
        )],
    );
    let third = article(
        "Snow",
        &[Block::paragraph(
            "It snowed on the mountain for a week, and nobody went out of the house.",
        )],
    );
    Corpus { articles: vec![first, second, third], ..Corpus::default() }
}

fn check(ask: impl Fn(&Edition<'_>) -> String, expected: &str) {
    let bytes = build(&corpus(), &Site::default()).unwrap();
    assert_eq!(ask(&Edition::open(&bytes).unwrap()), expected);
}

#[test]
fn quotes_have_words_and_speakers() {
    let quotes = |edition: &Edition<'_>| -> String {
        let item = ItemId(0);
        let quotes = edition.quotes(item).map(|quote| {
            let words: Vec<&str> =
                quote.pieces.iter().map(|span| edition.text_at(item, span)).collect();
            let speaker = match &quote.speaker {
                Speaker::Entity(entity) => edition.entity(*entity).unwrap().name,
                Speaker::Described(span) => edition.text_at(item, span),
                Speaker::Unknown => "?",
            };
            format!("{}{speaker}: {}", if quote.is_speech { "" } else { "~" }, words.join(" … "))
        });
        quotes.collect::<Vec<_>>().join("; ")
    };
    check(
        quotes,
        "Ada Okonkwo: We will wait, … It is late.; ~?: strategic; one analyst: It rained,",
    );
    check(
        |edition| {
            let ada = edition.find_entity(EntityKind::Person, "Ada Okonkwo").unwrap();
            assert_eq!(edition.speakers(), [(ada, 1)]);
            let (item, quote) = edition.quotes_by(ada).next().unwrap();
            let sentence = edition.sentence(item, &quote.pieces[1]);
            edition.text_at(item, &sentence).to_owned()
        },
        "“It is late.”",
    );
}

#[test]
fn figures_are_sorted_by_unit_and_size() {
    let figures = |edition: &Edition<'_>| -> String {
        let unit = |unit: cuttings_edition::Unit<'_>| {
            let figures =
                edition.figures(unit.id).map(|figure| edition.text_at(figure.item, &figure.span));
            format!(
                "{} {}: {}",
                unit.figure_count,
                unit.name,
                figures.collect::<Vec<_>>().join(", ")
            )
        };
        edition.units().map(unit).collect::<Vec<_>>().join("; ")
    };
    check(
        figures,
        "2 drones: Some 12 drones, 48 drones; 1 $: $2 million; 1 boats: up to 300 boats",
    );
}

#[test]
fn related_articles_have_reasons() {
    let related = |edition: &Edition<'_>| -> String {
        let related = edition.related(ItemId(0)).into_iter().map(|related| {
            let names = related.entities.iter().map(|entity| edition.entity(*entity).unwrap().name);
            let words = related.words.iter().map(|span| edition.text_at(ItemId(0), span));
            format!("{}: {}", related.item.0, names.chain(words).collect::<Vec<_>>().join(", "))
        });
        related.collect::<Vec<_>>().join("; ")
    };
    check(related, "1: Ada Okonkwo, Lisbon, harbour");
    check(|edition| format!("{:?}", edition.related(ItemId(2))), "[]");
}

#[test]
fn summaries_quote_the_article() {
    check(
        |edition| {
            let summary = edition.summary(ItemId(0));
            assert_eq!(summary.first().map(|span| span.text), Some(TextId::Block(0)));
            summary
                .iter()
                .map(|span| edition.text_at(ItemId(0), span))
                .collect::<Vec<_>>()
                .join(" | ")
        },
        "Defence Minister Ada Okonkwo met envoys in Paris about the harbour of Lisbon on Monday. | \
         The “strategic” plan is for 48 drones and up to 300 boats.",
    );
}
