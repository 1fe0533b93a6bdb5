//! Documents as vectors of weighted terms.

use crate::digest::Digest;
use crate::templates::Templates;
use crate::vocabulary::{TermWeight, Vocabulary};

/// The number of tokens at the start of a body that tell what it is about.
const LEAD: usize = 45;
/// The count of a word of the title, and of one after the lead.
const TITLE_COUNT: f32 = 2.0;
const BODY_COUNT: f32 = 0.5;
/// The share of a count that a word of a template has.
const TEMPLATE_COUNT: f32 = 0.25;
/// A document without a title has this many words of its body as one.
const TITLE_WORDS: usize = 12;
/// The most terms of a document that are kept.
const MAX_TERMS: usize = 128;
/// The number of tokens whose share in templates is counted.
const TEMPLATE_TOKENS: usize = 90;

/// A document as a vector.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vector {
    /// The terms in their order.
    pub(crate) terms: Vec<WeightedTerm>,
    /// The lengths of its parts.
    pub(crate) lengths: Lengths,
    /// The sum of the weights of the title.
    pub(crate) title_weight: f32,
    /// The weight of the weightiest term of the title, and its place in `terms`.
    pub(crate) title_term: Option<u32>,
    /// The number of long numbers in the lead.
    pub(crate) lead_numbers: u32,
    /// The sum of the weights of the names in the lead.
    pub(crate) lead_names: f32,
    /// The share of its first tokens that is of templates.
    pub(crate) template_share: f32,
}

/// A term of a document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WeightedTerm {
    pub(crate) term: u32,
    /// Its weight in the collection.
    pub(crate) weight: f32,
    /// Its weight in the document, and in its title and lead.
    pub(crate) full: f32,
    pub(crate) lead: f32,
    /// True if it is in the title.
    in_title: bool,
    /// True if it is only in templates.
    is_weak: bool,
    pub(crate) class: Class,
    pub(crate) is_rare: bool,
}

impl WeightedTerm {
    /// Returns its weight in the title.
    pub(crate) fn title(&self) -> f32 {
        if self.in_title { self.weight } else { 0.0 }
    }

    /// Returns the share of its weight that counts if another document has it: 1, or less in a
    /// template.
    pub(crate) fn share(&self) -> f32 {
        if self.is_weak { TEMPLATE_COUNT } else { 1.0 }
    }
}

/// The class of a term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Class {
    #[default]
    Content,
    Name,
    Number,
    SmallNumber,
}

/// The lengths of a document's vectors.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lengths {
    pub(crate) full: f32,
    pub(crate) lead: f32,
    pub(crate) full_names: f32,
    pub(crate) full_content: f32,
    pub(crate) lead_names: f32,
    pub(crate) lead_content: f32,
}

impl Vector {
    pub(crate) fn new(digest: &Digest, vocabulary: &Vocabulary, templates: &Templates) -> Self {
        let marks = templates.marks(digest);
        let shown = marks.iter().take(TEMPLATE_TOKENS);
        let template_share =
            shown.clone().filter(|mark| **mark).count() as f32 / shown.len().max(1) as f32;
        let mut found: Vec<WeightedTerm> = Vec::with_capacity(digest.terms.len());
        for ((term, kind, place), is_template) in digest.tokens().zip(&marks) {
            let TermWeight { weight, is_name, is_rare } = vocabulary.weight(term, kind);
            if weight <= 0.0 {
                continue;
            }
            let class = match kind {
                crate::TokenKind::Number => Class::Number,
                crate::TokenKind::SmallNumber => Class::SmallNumber,
                _ if is_name => Class::Name,
                _ => Class::Content,
            };
            // Numbers are what differs between two documents of a template.
            let is_weak = *is_template && !kind.is_number();
            let in_title = place < digest.title;
            let in_lead = in_title || place < digest.title + LEAD;
            let count = if in_title { TITLE_COUNT } else { 1.0 };
            let is_title = in_title || digest.title == 0 && place < TITLE_WORDS;
            found.push(WeightedTerm {
                term,
                weight,
                full: if in_lead { count } else { count * BODY_COUNT },
                lead: if in_lead { count } else { 0.0 },
                in_title: is_title,
                is_weak,
                class,
                is_rare,
            });
        }
        found.sort_by_key(|it| it.term);
        let mut terms: Vec<WeightedTerm> = Vec::with_capacity(found.len());
        for next in found {
            match terms.last_mut().filter(|last| last.term == next.term) {
                Some(last) => {
                    last.full += next.full;
                    last.lead += next.lead;
                    last.in_title |= next.in_title;
                    last.is_weak &= next.is_weak;
                }
                None => terms.push(next),
            }
        }
        for it in &mut terms {
            it.full = it.full.ln_1p() * it.weight;
            it.lead = it.lead.ln_1p() * it.weight;
        }
        if terms.len() > MAX_TERMS {
            terms.sort_by(|a, b| {
                (b.lead > 0.0)
                    .cmp(&(a.lead > 0.0))
                    .then(b.full.total_cmp(&a.full))
                    .then(a.term.cmp(&b.term))
            });
            terms.truncate(MAX_TERMS);
            terms.sort_by_key(|it| it.term);
        }
        // There is a vector for each document, and most have fewer terms than tokens.
        terms.shrink_to_fit();
        Self::of_terms(terms, template_share)
    }

    fn of_terms(terms: Vec<WeightedTerm>, template_share: f32) -> Self {
        let length = |value: fn(&WeightedTerm) -> f32, class: Option<Class>| {
            let of_class = terms.iter().filter(|it| class.is_none_or(|class| it.class == class));
            of_class.map(|it| value(it).powi(2)).sum::<f32>().sqrt()
        };
        let lengths = Lengths {
            full: length(|it| it.full, None),
            lead: length(|it| it.lead, None),
            full_names: length(|it| it.full, Some(Class::Name)),
            full_content: length(|it| it.full, Some(Class::Content)),
            lead_names: length(|it| it.lead, Some(Class::Name)),
            lead_content: length(|it| it.lead, Some(Class::Content)),
        };
        let in_lead = || terms.iter().filter(|it| it.lead > 0.0);
        let heaviest = terms.iter().filter(|it| it.in_title);
        let heaviest =
            heaviest.max_by(|a, b| a.title().total_cmp(&b.title()).then(b.term.cmp(&a.term)));
        Self {
            lengths,
            title_weight: terms.iter().map(WeightedTerm::title).sum(),
            title_term: heaviest.map(|it| it.term),
            lead_numbers: in_lead().filter(|it| it.class == Class::Number).count() as u32,
            lead_names: in_lead().filter(|it| it.class == Class::Name).map(|it| it.weight).sum(),
            template_share,
            terms,
        }
    }

    /// Returns whether the document has a term.
    pub(crate) fn has(&self, term: u32) -> bool {
        self.terms.binary_search_by_key(&term, |it| it.term).is_ok()
    }
}
