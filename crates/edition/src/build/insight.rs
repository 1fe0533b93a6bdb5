//! What is read out of the texts: handed to `cuttings-insight`, and its answers made parts of the edition.

use super::writer::AllRuns;
use crate::names::SpotCoding;
use crate::stream::Runs;
use crate::{Edition, EntityKind, Spot, TextId};
use cuttings_corpus::{Block, Corpus, Site};
use cuttings_insight::{Document, Kind, Names, Passage, Role, Settings, Span};

/// A corpus as `cuttings-insight` takes it: a document for each article, then one for each teaser.
pub fn documents(corpus: &Corpus) -> Vec<Document<'_>> {
    let passage = |role, text| Passage { role, text };
    let of_article = corpus.articles.iter().map(|article| {
        let mut passages = vec![passage(Role::Title, article.title.as_str())];
        passages.extend(article.standfirst.as_deref().map(|text| passage(Role::Standfirst, text)));
        passages.extend(article.body.iter().map(|block| match block {
            Block::Heading(text) => passage(Role::Heading, text),
            Block::Paragraph(text) => passage(Role::Paragraph, text),
        }));
        Document { passages }
    });
    let of_teaser =
        corpus.teasers.iter().map(|teaser| Document { passages: vec![passage(Role::Title, &teaser.title)] });
    of_article.chain(of_teaser).collect()
}

/// What `site.toml` says of names.
pub fn settings(site: &Site) -> Settings {
    let same = site.aliases.iter().map(|alias| vec![alias.name.clone(), alias.alias.clone()]).collect();
    let names = &site.names;
    let of = |kind, list: &[String]| list.iter().map(|name| (kind, name.clone())).collect::<Vec<_>>();
    let always = [
        of(Kind::Person, &names.people),
        of(Kind::Place, &names.places),
        of(Kind::Organisation, &names.organisations),
        of(Kind::Weapon, &names.weapons),
    ];
    Settings { same, always: always.concat(), never: names.never.clone() }
}

pub(super) fn kind(kind: Kind) -> EntityKind {
    match kind {
        Kind::Person => EntityKind::Person,
        Kind::Place => EntityKind::Place,
        Kind::Organisation => EntityKind::Organisation,
        Kind::Weapon => EntityKind::Weapon,
    }
}

/// The runs of numbers for each item of an edition that has its index.
pub(super) fn runs(edition: &Edition<'_>, names: &Names) -> AllRuns {
    let mut mentions = Runs::default();
    for (item, of_item) in edition.items().zip(&names.mentions) {
        let has_standfirst = !edition.text(item.id(), TextId::Standfirst).is_empty();
        let mut coding = SpotCoding::default();
        for mention in of_item {
            let Some(entity) = names.entities.get(mention.entity.0 as usize) else { continue };
            let Some(entity) = edition.entity_named(kind(entity.kind), &entity.name) else { continue };
            coding.write(&spot(&mention.span, has_standfirst), &mut mentions);
            mentions.number(entity.code());
        }
        mentions.end_item();
    }
    AllRuns { mentions: mentions.finish() }
}

/// A place in a document as a place in an item.
fn spot(span: &Span, has_standfirst: bool) -> Spot {
    let text = match (span.passage as u32, has_standfirst) {
        (0, _) => TextId::Title,
        (1, true) => TextId::Standfirst,
        (passage, true) => TextId::Block(passage - 2),
        (passage, false) => TextId::Block(passage - 1),
    };
    Spot { text, range: span.range.clone() }
}
