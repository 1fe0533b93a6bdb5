//! Passes the corpus to `cuttings-insight`, and encodes the result as sections of the edition.

use crate::articles::Articles;
use crate::error::BuildError;
use crate::lists::{ListWriter, SpanWriter};
use crate::packed_lists::PackedLists;
use crate::stories::ItemStories;
use crate::texts::Texts;
use crate::writer::Sections;
use cuttings_corpus::{
    Article, Block, Container, ContainerKind, Corpus, Mark, MarkKind, Site, Teaser,
};
use cuttings_edition::layout::{Section, quote as head};
use cuttings_edition::{EntityId, EntityKind, TextId, TextSpan};
use cuttings_insight::{
    self as insight, Document, Documents, Figure, Kind, Language, Names, Passage, Quote, Related,
    Role, Settings, Span, Speaker,
};
use cuttings_memory::Memory;
use cuttings_search::BuiltIndex;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Converts a corpus to documents: one for each article, then one for each teaser.
pub fn documents<'c>(corpus: &'c Corpus, site: &Site) -> Vec<Document<'c>> {
    let of_site = Language::from_tag(&site.language);
    let articles = corpus.articles.par_iter().map(|article| document(article, of_site));
    let mut documents: Vec<Document<'_>> = articles.collect();
    documents.extend(corpus.teasers.iter().map(|teaser| document_of_teaser(teaser, of_site)));
    documents
}

/// The documents of all items, which are converted when they are read.
struct ItemDocuments<'d, A> {
    articles: &'d A,
    teasers: &'d [Teaser],
    of_site: Language,
}

impl<A: Articles> Documents for ItemDocuments<'_, A> {
    fn count(&self) -> usize {
        self.articles.count() + self.teasers.len()
    }

    fn read(&self, range: Range<usize>, visit: &mut dyn FnMut(&[Document<'_>])) {
        let count = self.articles.count();
        let articles = self.articles.read(range.start.min(count)..range.end.min(count));
        let teasers = range.start.max(count) - count..range.end.max(count) - count;
        let teasers = self.teasers.get(teasers).unwrap_or_default();
        let of_articles = articles.iter().map(|article| document(article, self.of_site));
        let of_teasers = teasers.iter().map(|teaser| document_of_teaser(teaser, self.of_site));
        visit(&of_articles.chain(of_teasers).collect::<Vec<_>>());
    }
}

/// Converts a teaser.
fn document_of_teaser(teaser: &Teaser, of_site: Language) -> Document<'_> {
    let passages = vec![Passage::new(Role::Title, &teaser.title)];
    Document { passages, language: of_site }
}

/// Converts an article.
fn document(article: &Article, of_site: Language) -> Document<'_> {
    let mut passages = vec![Passage::new(Role::Title, &article.title)];
    let standfirst = article.standfirst.as_deref();
    passages.extend(standfirst.map(|text| Passage::new(Role::Standfirst, text)));
    passages.extend(article.body.iter().map(passage));
    let language = article.language.as_deref().map_or(of_site, Language::from_tag);
    Document { passages, language }
}

/// Converts a block of a body.
fn passage(block: &Block) -> Passage<'_> {
    if block.is_heading() {
        return Passage { literals: literals(block), ..Passage::new(Role::Heading, &block.text) };
    }
    if !block.is_prose() {
        // Code and tables are not sentences. An empty passage keeps the numbers of the others.
        return Passage::new(Role::Paragraph, "");
    }
    let links = block.marks.iter().filter(|mark| matches!(mark.kind, MarkKind::Link(_)));
    let is_item = |container: &Container| matches!(container.kind, ContainerKind::Item { .. });
    Passage {
        literals: literals(block),
        links: links.map(|mark| mark.range.clone()).collect(),
        is_list_item: block.containers.iter().any(is_item),
        ..Passage::new(Role::Paragraph, &block.text)
    }
}

/// Returns the ranges of a block that are inline code or references to footnotes.
fn literals(block: &Block) -> Vec<Range<usize>> {
    let is_literal =
        |mark: &&Mark| matches!(mark.kind, MarkKind::Code | MarkKind::FootnoteReference { .. });
    block.marks.iter().filter(is_literal).map(|mark| mark.range.clone()).collect()
}

/// Converts the aliases and names of `site.toml`.
pub fn settings(site: &Site) -> Settings {
    let aliases =
        site.aliases.iter().map(|alias| vec![alias.name.clone(), alias.alias.clone()]).collect();
    let names = &site.names;
    let of =
        |kind, list: &[String]| list.iter().map(|name| (kind, name.clone())).collect::<Vec<_>>();
    let always = [
        of(Kind::Person, &names.people),
        of(Kind::Place, &names.places),
        of(Kind::Organisation, &names.organisations),
        of(Kind::Weapon, &names.weapons),
    ];
    Settings { aliases, always: always.concat(), never: names.never.clone() }
}

/// Converts the kind of an entity.
pub(crate) fn entity_kind(kind: Kind) -> EntityKind {
    match kind {
        Kind::Person => EntityKind::Person,
        Kind::Place => EntityKind::Place,
        Kind::Organisation => EntityKind::Organisation,
        Kind::Weapon => EntityKind::Weapon,
    }
}

/// Everything that `cuttings-insight` and `cuttings-stories` find in a corpus, packed.
pub(crate) struct Insights {
    entities: PackedEntities,
    mentions: PackedLists<(insight::EntityId, Span)>,
    stories: ItemStories,
    quotes: PackedLists<Quote>,
    figures: PackedLists<Figure>,
    summaries: PackedLists<Span>,
    /// Without [`Related`] itself: the document, the entities and the words.
    related: PackedLists<(usize, Vec<insight::EntityId>, Vec<Span>)>,
}

/// The figures of each unit: size, item number, span.
type FiguresByUnit = BTreeMap<String, Vec<(f64, u32, TextSpan)>>;

impl Insights {
    /// Reads the texts of all items.
    pub(crate) fn of(
        articles: &impl Articles,
        teasers: &[Teaser],
        site: &Site,
        memory: Option<&dyn Memory>,
    ) -> Self {
        // Before the others, so that nothing of them is in memory.
        let stories = ItemStories::of(articles, teasers, memory);
        let of_site = Language::from_tag(&site.language);
        let documents = ItemDocuments { articles, teasers, of_site };
        let insight::Insights { names, quotes, figures, summaries, related } =
            insight::insights_with(&documents, &settings(site), memory);
        let Names { entities, mentions } = names;
        let entities = PackedEntities::new(entities);
        let mentions = mentions
            .into_iter()
            .map(|list| list.into_iter().map(|it| (it.entity, it.span)).collect());
        let reasons = |it: Related| (it.document, it.entities, it.words);
        let related = related.into_iter().map(|list| list.into_iter().map(reasons).collect());
        Self {
            entities,
            mentions: PackedLists::new(mentions),
            stories,
            quotes: PackedLists::new(quotes),
            figures: PackedLists::new(figures),
            summaries: PackedLists::new(summaries),
            related: PackedLists::new(related),
        }
    }

    /// Returns the insights into documents that nobody has read.
    pub(crate) fn none() -> Self {
        let (entities, mentions, stories, quotes, figures, summaries, related) = Default::default();
        Self { entities, mentions, stories, quotes, figures, summaries, related }
    }

    /// Returns the spellings of the organisations, without those that also name a person.
    pub(crate) fn organisations(&self) -> BTreeSet<String> {
        let people: BTreeSet<String> = self.entities.spellings(Kind::Person).collect();
        let organisations = self.entities.spellings(Kind::Organisation);
        organisations.filter(|name| !people.contains(name)).collect()
    }

    /// Returns the kinds and the names of the entities that an item mentions, by its mentions.
    pub(crate) fn names_in(&self, item: usize) -> impl Iterator<Item = (Kind, &str)> {
        let mentions = self.mentions.get(item).into_iter();
        mentions.filter_map(|(entity, _)| self.entities.get(entity))
    }

    /// Encodes the figures. For each item, `have_standfirsts` says whether it has one, and `texts`
    /// stores the names of units.
    pub(crate) fn figures(
        &self,
        have_standfirsts: &[bool],
        texts: &mut Texts<'_>,
    ) -> Result<ListWriter, BuildError> {
        let mut figures = FiguresByUnit::new();
        for (item, has_standfirst) in (0..).zip(have_standfirsts) {
            let spans = Spans { has_standfirst: *has_standfirst };
            for figure in self.figures.get(item as usize) {
                let row = (figure.size(), item, spans.text_span(&figure.span));
                figures.entry(figure.unit).or_default().push(row);
            }
        }
        figures_part(figures, texts)
    }

    /// Writes the sections behind the index. An entity gets the id of its facet value in `index`.
    /// For each item, `links` lists the articles that link to it, and `figures` are from
    /// [`figures`](Self::figures).
    pub(crate) fn write(
        self,
        have_standfirsts: &[bool],
        links: &[BTreeSet<u32>],
        index: &BuiltIndex,
        figures: ListWriter,
        sections: &mut Sections<'_>,
    ) -> Result<(), BuildError> {
        let entities = Entities::new(&self.entities, index);
        let lists = |write: &dyn Fn(usize, Spans, &mut ListWriter)| {
            let mut list = ListWriter::default();
            for (item, has_standfirst) in have_standfirsts.iter().enumerate() {
                write(item, Spans { has_standfirst: *has_standfirst }, &mut list);
                list.end_list();
            }
            list
        };
        let mentions =
            lists(&|item, spans, list| self.write_mentions(item, &entities, spans, list));
        sections.add_lists(Section::Mentions, mentions)?;
        let quotes = lists(&|item, spans, list| self.write_quotes(item, &entities, spans, list));
        sections.add_lists(Section::Quotes, quotes)?;
        sections.add_lists(Section::Figures, figures)?;
        let related = lists(&|item, spans, list| {
            self.write_summary(item, spans, list);
            self.write_related(item, &entities, spans, list);
        });
        sections.add_lists(Section::Related, related)?;
        sections.add_complete()?;
        let stories = [
            (Section::Connections, self.stories.connections(links)),
            (Section::Stories, self.stories.section()),
        ];
        for (section, list) in stories {
            let pieces = list.map(ListWriter::finish);
            sections.add(section, pieces.as_ref().map_or(&[], |it| &it[..]))?;
        }
        Ok(())
    }

    fn write_mentions(
        &self,
        item: usize,
        entities: &Entities,
        spans: Spans,
        list: &mut ListWriter,
    ) {
        let mut span_writer = SpanWriter::default();
        for (entity, span) in self.mentions.get(item) {
            let Some(entity) = entities.get(entity) else { continue };
            span_writer.write(&spans.text_span(&span), list);
            list.number(entity.to_number());
        }
    }

    fn write_quotes(&self, item: usize, entities: &Entities, spans: Spans, list: &mut ListWriter) {
        let mut span_writer = SpanWriter::default();
        for quote in self.quotes.get(item) {
            let speaker = match &quote.speaker {
                Speaker::Named(entity, _) => entities.get(*entity),
                Speaker::Described(_) | Speaker::Unknown => None,
            };
            let speaker_code = match &quote.speaker {
                _ if speaker.is_some() => head::ENTITY_SPEAKER,
                Speaker::Described(_) => head::DESCRIBED_SPEAKER,
                _ => head::UNKNOWN_SPEAKER,
            };
            let speech_flag = if quote.is_scare_quote { head::NOT_SPEECH } else { 0 };
            let further_pieces = quote.pieces.len().saturating_sub(1) as u32;
            list.number(speaker_code | speech_flag | further_pieces << head::PIECES_SHIFT);
            for piece in &quote.pieces {
                span_writer.write(&spans.text_span(piece), list);
            }
            match (&quote.speaker, speaker) {
                (Speaker::Described(span), _) => list.lone_span(&spans.text_span(span)),
                (_, Some(entity)) => list.number(entity.to_number()),
                (_, None) => {}
            }
        }
    }

    fn write_summary(&self, item: usize, spans: Spans, list: &mut ListWriter) {
        let summary = self.summaries.get(item);
        list.number(summary.len() as u32);
        let mut span_writer = SpanWriter::default();
        for sentence in &summary {
            span_writer.write(&spans.text_span(sentence), list);
        }
    }

    fn write_related(&self, item: usize, entities: &Entities, spans: Spans, list: &mut ListWriter) {
        for (document, shared, words) in self.related.get(item) {
            list.number(document as u32);
            let shared: Vec<EntityId> =
                shared.into_iter().filter_map(|id| entities.get(id)).collect();
            list.number(shared.len() as u32);
            for entity in shared {
                list.number(entity.to_number());
            }
            list.number(words.len() as u32);
            for word in &words {
                list.lone_span(&spans.text_span(word));
            }
        }
    }
}

/// The entities without their numbers of mentions.
#[derive(Default)]
struct PackedEntities {
    kinds: Vec<Kind>,
    /// The names one after the other, and the end of each.
    names: String,
    ends: Vec<usize>,
    spellings: PackedLists<String>,
}

impl PackedEntities {
    fn new(entities: Vec<insight::Entity>) -> Self {
        let mut packed = Self::default();
        let lists = entities.into_iter().map(|entity| {
            packed.kinds.push(entity.kind);
            packed.names.push_str(&entity.name);
            packed.ends.push(packed.names.len());
            entity.spellings
        });
        packed.spellings = PackedLists::new(lists);
        packed
    }

    /// Returns the kind and the name of an entity.
    fn get(&self, id: insight::EntityId) -> Option<(Kind, &str)> {
        let number = id.0 as usize;
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before));
        let name = before.copied().unwrap_or_default()..*self.ends.get(number)?;
        Some((*self.kinds.get(number)?, self.names.get(name)?))
    }

    /// Returns the names and other spellings of all entities of a kind.
    fn spellings(&self, kind: Kind) -> impl Iterator<Item = String> {
        let numbers = (0_u32..).zip(&self.kinds).filter(move |(_, it)| **it == kind);
        numbers.flat_map(|(number, _)| {
            let name = self.get(insight::EntityId(number)).map(|(_, name)| name.to_owned());
            name.into_iter().chain(self.spellings.get(number as usize))
        })
    }
}

/// The identities of entities in the edition, by their numbers in `cuttings-insight`.
struct Entities(Vec<Option<EntityId>>);

impl Entities {
    fn new(entities: &PackedEntities, index: &BuiltIndex) -> Self {
        let id = |number| {
            let (kind, name) = entities.get(insight::EntityId(number))?;
            let kind = entity_kind(kind);
            Some(EntityId { kind, value: index.value_id(kind.facet(), name)? })
        };
        Self((0..entities.kinds.len() as u32).map(id).collect())
    }

    /// Returns an entity, or `None` if no item of the index has it.
    fn get(&self, id: insight::EntityId) -> Option<EntityId> {
        self.0.get(id.0 as usize).copied().flatten()
    }
}

/// Converts spans of a document to spans of its item.
#[derive(Clone, Copy)]
struct Spans {
    /// True if the second passage of the document is a standfirst.
    has_standfirst: bool,
}

impl Spans {
    fn text_span(self, span: &Span) -> TextSpan {
        let text = match (span.passage as u32, self.has_standfirst) {
            (0, _) => TextId::Title,
            (1, true) => TextId::Standfirst,
            (passage, true) => TextId::Block(passage - 2),
            (passage, false) => TextId::Block(passage - 1),
        };
        TextSpan { text, range: span.range.clone() }
    }
}

/// Writes the figures of each unit from the smallest to the largest. The units with most figures
/// come first.
fn figures_part(figures: FiguresByUnit, texts: &mut Texts<'_>) -> Result<ListWriter, BuildError> {
    let mut list = ListWriter::default();
    let mut units: Vec<_> = figures.into_iter().collect();
    units.sort_by_key(|(_, figures)| Reverse(figures.len()));
    for (unit, mut figures) in units {
        let (start, length) = texts.store(&unit)?;
        list.number(start);
        list.number(length);
        figures.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (_, item, span) in figures {
            list.number(item);
            list.lone_span(&span);
        }
        list.end_list();
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{BlockKind, LinkTarget};

    #[test]
    fn marks_and_lists_reach_the_analysis() {
        let mark = |range, kind| Mark { range, kind };
        let link = MarkKind::Link(LinkTarget::Block(1));
        let item = Container { id: 1, kind: ContainerKind::Item { task: None } };
        let block = Block {
            marks: vec![mark(0..7, link), mark(2..5, MarkKind::Code), mark(8..9, MarkKind::Strong)],
            containers: vec![item],
            ..Block::paragraph("a ferry waits")
        };
        let passage = passage(&block);
        let (link, code) = (0..7, 2..5);
        assert_eq!((passage.links, passage.literals), (vec![link], vec![code]));
        assert!(passage.is_list_item);
    }

    #[test]
    fn code_is_an_empty_passage() {
        let block = Block::new(BlockKind::Code { language: None }, "let port = Lagos;");
        assert_eq!(passage(&block), Passage::new(Role::Paragraph, ""));
    }
}
