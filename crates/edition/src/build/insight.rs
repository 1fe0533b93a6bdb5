//! What is read out of the texts: handed to `cuttings-insight`, and its answers made parts of the edition.

use super::BuildError;
use super::writer::{AllRuns, Writer};
use crate::findings::{BY_DESCRIPTION, BY_ENTITY, BY_NOBODY, head, write_lone_spot};
use crate::layout::{Part, Records};
use crate::names::SpotCoding;
use crate::stream::Runs;
use crate::{EntityId, EntityKind, Item, ItemId, Spot, TextId};
use cuttings_corpus::{Block, Corpus, Site};
use cuttings_insight::{
    self as insight, Document, Figure, Kind, Names, Passage, Quote, Related, Role, Settings, Span, Speaker,
};
use cuttings_search::BuiltIndex;
use std::collections::BTreeMap;

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
    let aliases = site.aliases.iter().map(|alias| vec![alias.name.clone(), alias.alias.clone()]).collect();
    let names = &site.names;
    let of = |kind, list: &[String]| list.iter().map(|name| (kind, name.clone())).collect::<Vec<_>>();
    let always = [
        of(Kind::Person, &names.people),
        of(Kind::Place, &names.places),
        of(Kind::Organisation, &names.organisations),
        of(Kind::Weapon, &names.weapons),
    ];
    Settings { aliases, always: always.concat(), never: names.never.clone() }
}

pub(super) fn kind(kind: Kind) -> EntityKind {
    match kind {
        Kind::Person => EntityKind::Person,
        Kind::Place => EntityKind::Place,
        Kind::Organisation => EntityKind::Organisation,
        Kind::Weapon => EntityKind::Weapon,
    }
}

/// All that was read out of a corpus, by document.
pub(super) struct Findings {
    pub(super) names: Names,
    quotes: Vec<Vec<Quote>>,
    figures: Vec<Vec<Figure>>,
    summaries: Vec<Vec<Span>>,
    related: Vec<Vec<Related>>,
}

impl Findings {
    pub(super) fn of(corpus: &Corpus, site: &Site) -> Self {
        let documents = documents(corpus);
        let names = insight::names(&documents, &settings(site));
        Self {
            quotes: insight::quotes(&documents, &names),
            figures: insight::figures(&documents),
            summaries: insight::summaries(&documents, &names),
            related: insight::related(&documents, &names),
            names,
        }
    }

    /// The runs of numbers. An entity's number is its facet value's id in the index.
    pub(super) fn runs(
        &self,
        records: Records<'_>,
        index: &BuiltIndex,
        writer: &mut Writer,
    ) -> Result<AllRuns, BuildError> {
        let id_of = |entity: &insight::Entity| {
            let kind = kind(entity.kind);
            Some(EntityId { kind, value: index.value_id(kind.facet(), &entity.name)? })
        };
        let entities: Vec<Option<EntityId>> = self.names.entities.iter().map(id_of).collect();
        let entity = |id: insight::EntityId| entities.get(id.0 as usize).copied().flatten();
        let (mut mentions, mut quotes, mut notes) = (Runs::default(), Runs::default(), Runs::default());
        let mut units: BTreeMap<&str, Vec<(f64, u32, Spot)>> = BTreeMap::new();
        for number in 0..records.count(Part::Items) {
            let item = Item::read(records, ItemId(number as u32));
            let has_standfirst = match &item {
                Item::Article(article) => article.standfirst().is_some_and(|text| !text.is_empty()),
                Item::Teaser(_) => false,
            };
            let spot = |span: &Span| spot(span, has_standfirst);
            let mut coding = SpotCoding::default();
            for mention in self.names.mentions.get(number).into_iter().flatten() {
                let Some(entity) = entity(mention.entity) else { continue };
                coding.write(&spot(&mention.span), &mut mentions);
                mentions.number(entity.code());
            }
            let mut coding = SpotCoding::default();
            for quote in self.quotes.get(number).into_iter().flatten() {
                let named = match &quote.speaker {
                    Speaker::Named(speaker, _) => entity(*speaker),
                    _ => None,
                };
                let by = match &quote.speaker {
                    _ if named.is_some() => BY_ENTITY,
                    Speaker::Described(_) => BY_DESCRIPTION,
                    _ => BY_NOBODY,
                };
                quotes.number(head(by, quote.is_scare_quote, quote.pieces.len()));
                quote.pieces.iter().for_each(|span| coding.write(&spot(span), &mut quotes));
                match &quote.speaker {
                    Speaker::Described(span) => write_lone_spot(&spot(span), &mut quotes),
                    _ => named.iter().for_each(|speaker| quotes.number(speaker.code())),
                }
            }
            for figure in self.figures.get(number).into_iter().flatten() {
                units.entry(&figure.unit).or_default().push((figure.size(), item.id().0, spot(&figure.span)));
            }
            let summary = self.summaries.get(number).map_or(&[][..], Vec::as_slice);
            notes.number(summary.len() as u32);
            let mut coding = SpotCoding::default();
            summary.iter().for_each(|span| coding.write(&spot(span), &mut notes));
            for related in self.related.get(number).into_iter().flatten() {
                notes.number(related.document as u32);
                let shared: Vec<EntityId> = related.entities.iter().filter_map(|id| entity(*id)).collect();
                notes.number(shared.len() as u32);
                shared.iter().for_each(|entity| notes.number(entity.code()));
                notes.number(related.words.len() as u32);
                related.words.iter().for_each(|span| write_lone_spot(&spot(span), &mut notes));
            }
            [&mut mentions, &mut quotes, &mut notes].into_iter().for_each(Runs::end_item);
        }
        Ok(AllRuns {
            mentions: mentions.finish(),
            quotes: quotes.finish(),
            figures: figures(units, writer)?,
            notes: notes.finish(),
        })
    }
}

/// The figures of each unit, from the smallest to the largest; the units with most figures first.
fn figures(units: BTreeMap<&str, Vec<(f64, u32, Spot)>>, writer: &mut Writer) -> Result<Vec<u8>, BuildError> {
    let mut runs = Runs::default();
    let mut units: Vec<_> = units.into_iter().collect();
    units.sort_by_key(|(_, figures)| std::cmp::Reverse(figures.len()));
    for (unit, mut figures) in units {
        let (start, length) = writer.place(unit)?;
        runs.number(start);
        runs.number(length);
        figures.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, item, spot) in figures {
            runs.number(item);
            write_lone_spot(&spot, &mut runs);
        }
        runs.end_item();
    }
    Ok(runs.finish())
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
