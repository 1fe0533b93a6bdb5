//! Documents as vectors of weighted terms.

use crate::digest::Digest;
use crate::vocabulary::{TermWeight, Vocabulary};
use std::sync::LazyLock;

/// The number of tokens at the start of a body that tell what it is about.
const LEAD: usize = 45;
/// The count of a word of the title, and of another one in the lead. One after it counts half.
const TITLE_COUNT: u16 = 2;
const LEAD_COUNT: u16 = 1;
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
    /// The sum of all weights.
    pub(crate) weight: f32,
    /// The sums of the weights of the names in the title and the lead, and of the numbers.
    pub(crate) lead_names: f32,
    pub(crate) lead_numbers: f32,
    /// The share of its first tokens that is of templates.
    pub(crate) template_share: f32,
}

/// A term of a document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WeightedTerm {
    pub(crate) term: u32,
    /// Its weight in the collection.
    pub(crate) weight: f32,
    /// Twice its count in the document, in which a place after the lead counts less.
    full: u16,
    /// Its count in the title and the lead, with flags in the lowest bits.
    lead: u16,
}

/// The flags of a term: its class, and whether it is in the title, only in templates, and rare.
const CLASS: u16 = 3;
const IN_TITLE: u16 = 4;
const IS_WEAK: u16 = 8;
const IS_RARE: u16 = 16;
/// The bits of all flags.
const FLAG_BITS: u32 = 5;

/// The logarithms by which counts grow. Nearly all counts are small.
static LOGARITHMS: LazyLock<[f32; 64]> =
    LazyLock::new(|| std::array::from_fn(|twice| (twice as f32 / 2.0).ln_1p()));

/// Returns the logarithm for twice a count.
fn logarithm(twice: u16) -> f32 {
    let known = LOGARITHMS.get(usize::from(twice)).copied();
    known.unwrap_or_else(|| (f32::from(twice) / 2.0).ln_1p())
}

impl WeightedTerm {
    /// Returns its weight in the document.
    pub(crate) fn full(&self) -> f32 {
        logarithm(self.full) * self.weight
    }

    /// Returns its weight in the title and the lead.
    pub(crate) fn lead(&self) -> f32 {
        logarithm(2 * (self.lead >> FLAG_BITS)) * self.weight
    }

    /// Returns whether the title or the lead has it.
    pub(crate) fn is_in_lead(&self) -> bool {
        self.lead >> FLAG_BITS > 0
    }

    fn is(&self, flag: u16) -> bool {
        self.lead & flag > 0
    }

    /// Returns its weight in the title.
    pub(crate) fn title(&self) -> f32 {
        if self.is(IN_TITLE) { self.weight } else { 0.0 }
    }

    /// Returns the share of its weight that counts if another document has it: 1, or less in a
    /// template.
    pub(crate) fn share(&self) -> f32 {
        if self.is(IS_WEAK) { TEMPLATE_COUNT } else { 1.0 }
    }

    pub(crate) fn class(&self) -> Class {
        match self.lead & CLASS {
            0 => Class::Content,
            1 => Class::Name,
            2 => Class::Number,
            _ => Class::SmallNumber,
        }
    }

    pub(crate) fn is_rare(&self) -> bool {
        self.is(IS_RARE)
    }

    /// Adds another occurrence of it.
    fn add(&mut self, other: &Self) {
        let weak = self.lead & other.lead & IS_WEAK;
        let others = (self.lead | other.lead) & IN_TITLE;
        let kept = self.lead & (CLASS | IS_RARE);
        let count = (self.lead >> FLAG_BITS) + (other.lead >> FLAG_BITS);
        self.lead = count << FLAG_BITS | kept | others | weak;
        self.full += other.full;
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

impl Class {
    pub(crate) fn is_number(self) -> bool {
        matches!(self, Self::Number | Self::SmallNumber)
    }
}

/// The lengths of a document's vectors.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lengths {
    pub(crate) full: f32,
    pub(crate) lead: f32,
    pub(crate) lead_content: f32,
}

impl Vector {
    /// Weighs the terms of a document. `marks` tells for each whether it is of a template.
    pub(crate) fn new(digest: &Digest, marks: &[bool], vocabulary: &Vocabulary) -> Self {
        let shown = marks.iter().take(TEMPLATE_TOKENS);
        let template_share =
            shown.clone().filter(|mark| **mark).count() as f32 / shown.len().max(1) as f32;
        let mut found: Vec<WeightedTerm> = Vec::with_capacity(digest.terms.len());
        for ((term, kind, place), is_template) in digest.tokens().zip(marks) {
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
            let count = if in_title { TITLE_COUNT } else { LEAD_COUNT };
            let is_title = in_title || digest.title == 0 && place < TITLE_WORDS;
            let flags = [(IN_TITLE, is_title), (IS_WEAK, is_weak), (IS_RARE, is_rare)];
            let flags = flags.iter().filter(|(_, is)| *is).map(|(flag, _)| flag);
            let flags = class as u16 | flags.sum::<u16>();
            found.push(WeightedTerm {
                term,
                weight,
                full: if in_lead { 2 * count } else { count },
                lead: if in_lead { count << FLAG_BITS } else { 0 } | flags,
            });
        }
        found.sort_by_key(|it| it.term);
        let mut terms: Vec<WeightedTerm> = Vec::with_capacity(found.len());
        for next in found {
            match terms.last_mut().filter(|last| last.term == next.term) {
                Some(last) => last.add(&next),
                None => terms.push(next),
            }
        }
        if terms.len() > MAX_TERMS {
            terms.sort_by(|a, b| {
                b.is_in_lead()
                    .cmp(&a.is_in_lead())
                    .then(b.full().total_cmp(&a.full()))
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
            let of_class = terms.iter().filter(|it| class.is_none_or(|class| it.class() == class));
            of_class.map(|it| value(it).powi(2)).sum::<f32>().sqrt()
        };
        let lengths = Lengths {
            full: length(WeightedTerm::full, None),
            lead: length(WeightedTerm::lead, None),
            lead_content: length(WeightedTerm::lead, Some(Class::Content)),
        };
        let in_lead = |is_of: fn(Class) -> bool| {
            let in_lead = terms.iter().filter(|it| it.is_in_lead() && is_of(it.class()));
            in_lead.map(|it| it.weight).sum()
        };
        Self {
            lengths,
            title_weight: terms.iter().map(WeightedTerm::title).sum(),
            weight: terms.iter().map(|it| it.weight).sum(),
            lead_names: in_lead(|class| class == Class::Name),
            lead_numbers: in_lead(Class::is_number),
            template_share,
            terms,
        }
    }

    /// Returns the length by which the weights of terms are divided.
    pub(crate) fn length(&self) -> f32 {
        self.lengths.full.max(1e-9)
    }
}
