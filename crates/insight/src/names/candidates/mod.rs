//! Candidates for names: every range of tokens for which a rule, a list or the tagger has evidence.
//!
//! Candidates may overlap. `names/resolve.rs` chooses among them.

mod always;
mod candidate;
mod organisations;
mod people;
mod places;
mod runs;
mod sentence;
mod weapons;
mod weights;

use crate::capitals::is_headline;
use crate::features::{KnownWords, features};
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::names::settings::Settings;
use crate::tagger::{Class, Model, class_of};
use crate::tokenized::TokenizedDocument;
pub(crate) use candidate::Candidate;
use sentence::SentenceScanner;
use weights::{TAGGER, TAGGER_SCALE};

/// Proposes the candidates of a document.
pub(crate) fn candidates<'t>(
    model: &Model,
    document: &TokenizedDocument<'t>,
    settings: &Settings,
    known_words: &mut KnownWords<'t>,
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (passage_index, passage) in document.passages.iter().enumerate() {
        for range in &passage.sentences {
            let Some(sentence) = passage.tokens.get(range.clone()) else { continue };
            let mut scanner = SentenceScanner {
                sentence,
                start: range.start,
                passage: passage_index,
                in_headline: is_headline(sentence) || !passage.role.is_prose(),
                candidates: &mut candidates,
            };
            propose_tagged(&mut scanner, model, document, known_words);
            scanner.propose_places();
            scanner.propose_known_organisations();
            scanner.propose_from_runs();
            scanner.propose_weapons();
        }
    }
    always::propose_listed(document, settings, &mut candidates);
    candidates
}

/// Proposes the names that the tagger labels.
fn propose_tagged<'t>(
    scanner: &mut SentenceScanner<'_, 't>,
    model: &Model,
    document: &TokenizedDocument<'t>,
    known_words: &mut KnownWords<'t>,
) {
    let labels = model.tag(&features(scanner.sentence, &document.case_usage, known_words));
    let mut at = 0;
    while let Some((label, _)) = labels.get(at) {
        let Some((class, _)) = class_of(*label) else {
            at += 1;
            continue;
        };
        let is_inside = |(label, _): &&(u8, f32)| class_of(*label) == Some((class, false));
        let end = at + 1 + labels.iter().skip(at + 1).take_while(is_inside).count();
        let margins = labels.get(at..end).unwrap_or_default().iter().map(|(_, margin)| margin);
        let mean = margins.sum::<f32>() / (end - at) as f32 / TAGGER_SCALE;
        let kind = match class {
            Class::Person => Some(Kind::Person),
            Class::Place => Some(Kind::Place),
            Class::Organisation => Some(Kind::Organisation),
            Class::Other => None,
        };
        let weight = mean.clamp(TAGGER.0, TAGGER.1);
        scanner.propose(at..end, kind, Evidence::Tagger(mean), weight);
        at = end;
    }
}
