//! Candidates for names: every range of tokens for which a rule, a list or the tagger has evidence.
//!
//! Candidates may overlap. `names/resolve.rs` chooses among them.

mod always;
mod candidate;
mod listed_names;
mod organisations;
mod people;
mod places;
mod runs;
mod sentence;
mod weapons;
mod weights;

use crate::capitals::CaseUsage;
use crate::emissions::Emissions;
use crate::features::AnnotatedSentence;
use crate::lexicon::Lexicon;
use crate::names::entity::Kind;
use crate::names::evidence::Evidence;
use crate::names::settings::Settings;
use crate::sentence::Sentence;
use crate::tagger::{Class, class_of};
use crate::tokenized::TokenizedDocument;
pub(crate) use candidate::Candidate;
use sentence::SentenceScanner;
use weights::{TAGGER, TAGGER_SCALE};

/// Proposes the candidates of a document.
pub(crate) fn candidates(
    document: &TokenizedDocument<'_>,
    settings: &Settings,
    lexicon: &mut Lexicon,
    emissions: &mut Emissions<'_>,
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (passage_index, passage) in document.passages.iter().enumerate() {
        for range in &passage.sentences {
            let Some(tokens) = passage.tokens.get(range.clone()) else { continue };
            let sentence = Sentence::new(tokens, lexicon);
            let mut scanner = SentenceScanner {
                sentence: &sentence,
                start: range.start,
                passage: passage_index,
                in_headline: sentence.is_headline || !passage.role.is_prose(),
                candidates: &mut candidates,
            };
            if !document.language.is_english() {
                scanner.propose_listed_names(document.language);
                continue;
            }
            propose_tagged(&mut scanner, &document.case_usage, emissions);
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
fn propose_tagged(
    scanner: &mut SentenceScanner<'_, '_>,
    case_usage: &CaseUsage<'_>,
    emissions: &mut Emissions<'_>,
) {
    let sentence = AnnotatedSentence::new(scanner.sentence, case_usage);
    let scores = emissions.scores(&sentence);
    let labels = emissions.model().tag(&scores);
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
