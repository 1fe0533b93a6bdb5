//! Names: people, places, organisations and products, each mention of each, and what speaks for it.

mod candidates;
mod entity;
mod evidence;
mod link;
mod repeats;
mod resolve;
mod settings;
mod short_forms;

use crate::document::{Document, Reading};
use crate::tagger::{MODEL, Model};
pub use entity::{Entity, EntityId, Kind, Mention, Names};
pub use evidence::Evidence;
use resolve::Found;
pub use settings::Settings;

/// Finds the names in documents.
///
/// ```
/// use cuttings_insight::{Document, Kind, Passage, Role, Settings, names};
///
/// let text = "Defence Minister Ada Okonkwo met envoys in Paris. “We will wait,” Okonkwo said.";
/// let document = Document { passages: vec![Passage { role: Role::Paragraph, text }] };
/// let names = names(&[document], &Settings::default());
/// let found: Vec<(&str, Kind, u32)> =
///     names.entities.iter().map(|entity| (entity.name.as_str(), entity.kind, entity.mentions)).collect();
/// assert_eq!(found, [("Ada Okonkwo", Kind::Person, 2), ("Paris", Kind::Place, 1)]);
/// ```
pub fn names(documents: &[Document<'_>], settings: &Settings) -> Names {
    let readings: Vec<Reading<'_>> = documents.iter().map(Reading::of).collect();
    find(&readings, settings, &MODEL)
}

/// As [`names`], by other weights than those that come with the crate.
#[cfg(feature = "train")]
pub fn names_by(model: &Model, documents: &[Document<'_>], settings: &Settings) -> Names {
    let readings: Vec<Reading<'_>> = documents.iter().map(Reading::of).collect();
    find(&readings, settings, model)
}

/// Finds the names in documents, and who or what each is.
fn find(readings: &[Reading<'_>], settings: &Settings, model: &Model) -> Names {
    let found = readings.iter().map(|reading| of_document(reading, settings, model)).collect();
    link::link(readings, found, settings)
}

/// The names of a document in reading order.
fn of_document(reading: &Reading<'_>, settings: &Settings, model: &Model) -> Vec<Found> {
    let mut candidates = candidates::candidates(reading, settings, model);
    resolve::add_surnames(reading, &mut candidates);
    resolve::doubt(reading, &mut candidates);
    let mut found = resolve::choose(reading, &candidates, settings);
    repeats::elsewhere(reading, &candidates, settings, &mut found);
    short_forms::shorten(reading, &mut found);
    short_forms::spell_out(reading, &mut found);
    found
}
