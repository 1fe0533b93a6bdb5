//! Stretches of a document that may be names, each with what speaks for it.

mod always;
mod candidate;
mod organisations;
mod people;
mod places;
mod runs;
mod sentence;
mod weapons;
mod weights;

use crate::document::Reading;
use crate::features::{features, is_headline};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::names::settings::Settings;
use crate::tagger::{Class, Model, class_of};
use always::add_forced;
pub(crate) use candidate::Candidate;
use sentence::Finder;
use weights::{TAGGER, TAGGER_SCALE};

/// All candidates of a document, overlapping ones too.
pub(crate) fn candidates(
    reading: &Reading<'_>,
    settings: &Settings,
    model: &Model,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (number, passage) in reading.passages.iter().enumerate() {
        for range in &passage.sentences {
            let Some(sentence) = passage.tokens.get(range.clone()) else { continue };
            let headline = is_headline(sentence) || !passage.role.is_prose();
            let mut finder =
                Finder { sentence, start: range.start, number, headline, found: &mut found };
            finder.tagged(reading, model);
            finder.places();
            finder.known_organisations();
            finder.runs();
            finder.products();
        }
    }
    add_forced(reading, settings, &mut found);
    found
}

impl Finder<'_, '_> {
    /// What the tagger takes for names.
    fn tagged(&mut self, reading: &Reading<'_>, model: &Model) {
        let tags = model.tag(&features(self.sentence, &reading.habits));
        let mut at = 0;
        while let Some((label, _)) = tags.get(at) {
            let Some((class, _)) = class_of(*label) else {
                at += 1;
                continue;
            };
            let goes_on = |(label, _): &&(u8, f32)| class_of(*label) == Some((class, false));
            let end = at + 1 + tags.iter().skip(at + 1).take_while(goes_on).count();
            let margin =
                tags.get(at..end).unwrap_or_default().iter().map(|(_, margin)| margin).sum::<f32>();
            let mean = margin / (end - at) as f32 / TAGGER_SCALE;
            let kind = match class {
                Class::Person => Some(Kind::Person),
                Class::Place => Some(Kind::Place),
                Class::Organisation => Some(Kind::Organisation),
                Class::Other => None,
            };
            self.add(at..end, kind, Evidence::Tagger(mean), mean.clamp(TAGGER.0, TAGGER.1));
            at = end;
        }
    }
}
