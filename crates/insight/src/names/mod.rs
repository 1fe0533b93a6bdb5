//! Named-entity recognition: finds people, places, organisations and weapons, and every mention of
//! them.
//!
//! [`candidates`] proposes names with evidence for each, [`resolve`] chooses among those of one
//! document, [`repeats`] and [`short_forms`] add mentions without evidence of their own,
//! [`acronyms`] and [`companies`] find the full names that other documents give, and [`link`]
//! groups the mentions of all documents by entity. `docs/entities.md` explains the rules.

mod acronyms;
mod candidates;
mod choices;
mod companies;
mod entity;
mod evidence;
mod link;
mod repeats;
mod resolve;
mod settings;
mod short_forms;

use crate::document::Document;
use crate::emissions::Emissions;
use crate::gazetteer::fold_name;
use crate::lexicon::Lexicon;
use crate::packed::LazyDocuments;
use crate::tagger::{MODEL, Model};
use crate::tokenized::TokenizedDocument;
use crate::translated_places::TranslatedPlaces;
use acronyms::Acronyms;
use cuttings_memory::{Memory, remembered};
pub use entity::{Entity, EntityId, Kind, Mention, Names};
pub use evidence::Evidence;
use link::Place;
use resolve::ResolvedMention;
use serde::{Deserialize, Serialize};
pub use settings::Settings;

/// Finds the entities in documents and all their mentions.
///
/// ```
/// use cuttings_insight::{Document, Kind, Passage, Role, Settings, names};
///
/// let text = "Defence Minister Ada Okonkwo met envoys in Paris. “We will wait,” Okonkwo said.";
/// let passages = vec![Passage::new(Role::Paragraph, text)];
/// let document = Document { passages, ..Document::default() };
/// let names = names(&[document], &Settings::default());
/// let found: Vec<(&str, Kind, u32)> = names
///     .entities
///     .iter()
///     .map(|entity| (entity.name.as_str(), entity.kind, entity.mentions))
///     .collect();
/// assert_eq!(found, [("Ada Okonkwo", Kind::Person, 2), ("Paris", Kind::Place, 1)]);
/// ```
pub fn names(documents: &[Document<'_>], settings: &Settings) -> Names {
    names_of(&LazyDocuments::new(&documents), settings, None, true)
}

/// Does the same as [`names`] with another model than the built-in one.
#[cfg(feature = "train")]
pub fn names_with_model(model: &Model, documents: &[Document<'_>], settings: &Settings) -> Names {
    recognise(model, &LazyDocuments::new(&documents), settings, None, true)
}

/// Does the same as [`names`] with what earlier builds have found in the same documents, and
/// without evidence if it is not kept.
pub(crate) fn names_of(
    documents: &LazyDocuments<'_>,
    settings: &Settings,
    memory: Option<&dyn Memory>,
    keeps_evidence: bool,
) -> Names {
    recognise(&MODEL, documents, settings, memory, keeps_evidence)
}

fn recognise(
    model: &Model,
    documents: &LazyDocuments<'_>,
    settings: &Settings,
    memory: Option<&dyn Memory>,
    keeps_evidence: bool,
) -> Names {
    // Each run of documents looks its words up once.
    let recognised = documents.each_with(
        || Run::new(model),
        |run, _, document| {
            let input = || {
                let mut input = document.input("mentions");
                input.add_value(settings);
                input
            };
            let mut recognised: Recognised = remembered(memory, input, || {
                Recognised::new(&document.open_with_case_usage(), settings, run)
            });
            if !keeps_evidence {
                recognised.mentions.iter_mut().for_each(acronyms::forget_evidence);
                recognised.mentions.shrink_to_fit();
            }
            recognised
        },
    );
    let mut mentions = Vec::with_capacity(recognised.len());
    let mut places = Vec::with_capacity(recognised.len());
    let mut acronyms = Vec::with_capacity(recognised.len());
    for it in recognised {
        mentions.push(it.mentions);
        places.push(it.places);
        acronyms.push(it.acronyms);
    }
    acronyms::link_acronyms(acronyms, &mut mentions, settings);
    companies::link_companies(documents, &mut mentions);
    let is_english: Vec<bool> = documents.facts().iter().map(|it| it.is_english).collect();
    let mut names = link::link(mentions, places, &is_english, settings);
    if !keeps_evidence {
        names.mentions.iter_mut().flatten().for_each(|mention| mention.evidence = Vec::new());
    }
    names
}

/// The mentions in one document, in reading order, before they are linked, and all that linking
/// them needs of the text.
#[derive(Debug, Serialize, Deserialize)]
struct Recognised {
    mentions: Vec<ResolvedMention>,
    /// The text of each mention.
    places: Vec<Place>,
    acronyms: Acronyms,
}

impl Recognised {
    fn new(document: &TokenizedDocument<'_>, settings: &Settings, run: &mut Run<'_>) -> Self {
        let mentions = document_mentions(document, settings, run);
        let places = link::places(document, &mentions);
        let acronyms = acronyms::acronyms(document, &mentions);
        Self { mentions, places, acronyms }
    }
}

/// The words of a run of documents, and their scores.
struct Run<'m> {
    lexicon: Lexicon,
    emissions: Emissions<'m>,
}

impl<'m> Run<'m> {
    fn new(model: &'m Model) -> Self {
        Self { lexicon: Lexicon::default(), emissions: Emissions::new(model) }
    }
}

/// Finds the mentions in one document, in reading order.
fn document_mentions(
    document: &TokenizedDocument<'_>,
    settings: &Settings,
    run: &mut Run<'_>,
) -> Vec<ResolvedMention> {
    if run.lexicon.is_full() {
        *run = Run::new(run.emissions.model());
    }
    let Run { lexicon, emissions } = run;
    let mut candidates = candidates::candidates(document, settings, lexicon, emissions);
    resolve::add_surnames(document, &mut candidates);
    resolve::add_companies(document, &mut candidates);
    resolve::drop_technical_terms(document, &mut candidates);
    resolve::drop_doubtful(document, &mut candidates);
    let mut mentions = resolve::resolve(document, &candidates, settings);
    repeats::add_repeats(document, &candidates, settings, &mut mentions);
    short_forms::expand_names(document, &mut mentions);
    short_forms::expand_acronyms(document, &mut mentions);
    translate_places(document, &mut mentions);
    mentions
}

/// Gives the places that a text in another language mentions their English names, by which they are
/// linked.
fn translate_places(document: &TokenizedDocument<'_>, mentions: &mut [ResolvedMention]) {
    let Some(places) = TranslatedPlaces::of(document.language) else { return };
    for mention in mentions.iter_mut().filter(|mention| mention.kind == Kind::Place) {
        let Some(passage) = document.passages.get(mention.passage) else { continue };
        if let Some(english) = places.english(passage.text_of(&mention.tokens)) {
            mention.full_name = fold_name(english).into_owned();
        }
    }
}
