//! Evidence that two documents tell the same story, and its weight.

use crate::digest::Digest;
use crate::vectors::{Class, Vector, WeightedTerm};

/// The number of kinds of evidence.
pub const EVIDENCE: usize = 18;

/// The evidence from a pair of documents, in the order of the weights.
pub type Evidence = [f32; EVIDENCE];

/// The weight of each kind of evidence. Their sum is the logarithm of the odds that both documents
/// tell the same story. They were fitted by logistic regression; `docs/stories.md` says on what.
#[rustfmt::skip]
const WEIGHTS: Evidence = [
    -9.083, 6.528, 4.730, -7.809, -2.906, -19.659, 6.069, 2.717, -1.376, 2.581,
    -1.667, 1.565, -0.500, 1.357, -2.066, -3.469, 0.312, -5.939,
];

/// A document has few words if its body has less than this many.
const FEW_WORDS: usize = 40;
/// Two documents overlap little if they share less than this of the weights of the lighter one.
const LITTLE_OVERLAP: f32 = 0.2;

/// Returns the evidence from two documents. `crowd` tells how similar other documents are to the
/// one that has more such neighbours.
pub(crate) fn evidence(one: (&Digest, &Vector), other: (&Digest, &Vector), crowd: f32) -> Evidence {
    let ((one_digest, one), (other_digest, other)) = (one, other);
    let shared = Shared::new(one, other);
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.5 };
    let titles = share(shared.titles[0], one.title_weight.max(1e-6))
        .max(share(shared.titles[1], other.title_weight.max(1e-6)));
    let names =
        share(shared.names[0], one.lead_names).max(share(shared.names[1], other.lead_names));
    let numbers = share(shared.numbers[0], one.lead_numbers)
        .max(share(shared.numbers[1], other.lead_numbers));
    let fewest_names = one.lead_names.min(other.lead_names);
    let overlap = shared.weight / one.weight.min(other.weight).max(1e-6);
    let other_day = flag(one_digest.days_between(other_digest) != Some(0));
    let bodies = [one_digest.body, other_digest.body];
    let fewest_words = bodies[0].min(bodies[1]);
    let is_brief = flag(fewest_words == 0);
    let has_few_words = flag(fewest_words < FEW_WORDS);
    let (a, b) = (&one.lengths, &other.lengths);
    let lead = cosine(shared.lead, a.lead, b.lead);
    let template = one.template_share.min(other.template_share);
    [
        1.0,
        cosine(shared.full, a.full, b.full),
        lead,
        lead * template,
        shared.content_cosine(one, other) * has_few_words,
        (LITTLE_OVERLAP - overlap).max(0.0),
        titles,
        titles * is_brief,
        titles * other_day,
        share(shared.lead_names, fewest_names),
        names,
        numbers,
        shared.rare_words.ln_1p(),
        shared.rare_numbers.ln_1p(),
        template * other_day,
        (one.template_share - other.template_share).abs(),
        (bodies[0].max(bodies[1]) as f32).ln_1p(),
        crowd,
    ]
}

/// Returns the similarity of two documents by the words of their leads that are no names, of which
/// those of a series share many.
pub(crate) fn content_similarity(one: &Vector, other: &Vector) -> f32 {
    Shared::new(one, other).content_cosine(one, other)
}

/// Returns the logarithm of the odds that two documents tell the same story.
pub(crate) fn odds(evidence: &Evidence) -> f32 {
    evidence.iter().zip(&WEIGHTS).map(|(evidence, weight)| evidence * weight).sum()
}

fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

fn cosine(dot: f32, one: f32, other: f32) -> f32 {
    if dot > 0.0 { dot / (one * other).max(1e-9) } else { 0.0 }
}

/// Sums over the terms that two documents share.
#[derive(Default)]
struct Shared {
    full: f32,
    lead: f32,
    lead_content: f32,
    /// The weights of names that both leads have.
    lead_names: f32,
    weight: f32,
    rare_words: f32,
    rare_numbers: f32,
    /// The weights in the title of each, and of names and numbers in the lead of each, that the
    /// other has at any place.
    titles: [f32; 2],
    names: [f32; 2],
    numbers: [f32; 2],
}

impl Shared {
    fn new(one: &Vector, other: &Vector) -> Self {
        let mut shared = Self::default();
        let mut others = other.terms.iter().peekable();
        for it in &one.terms {
            while others.next_if(|other| other.term < it.term).is_some() {}
            if let Some(other) = others.next_if(|other| other.term == it.term) {
                shared.add(it, other);
            }
        }
        shared
    }

    fn add(&mut self, one: &WeightedTerm, other: &WeightedTerm) {
        let share = one.share().min(other.share());
        let (full, lead) = (share * one.full() * other.full(), share * one.lead() * other.lead());
        let class = one.class();
        let weight = share * one.weight;
        self.full += full;
        self.lead += lead;
        self.weight += weight;
        if class == Class::Content {
            self.lead_content += lead;
        }
        if class == Class::Name && lead > 0.0 {
            self.lead_names += one.weight;
        }
        for (side, it) in [one, other].into_iter().enumerate() {
            let sums = match class {
                Class::Name => Some(&mut self.names),
                Class::Content => None,
                Class::Number | Class::SmallNumber => Some(&mut self.numbers),
            };
            if let Some(sum) = sums.and_then(|sums| sums.get_mut(side)).filter(|_| it.is_in_lead())
            {
                *sum += weight;
            }
            if let Some(sum) = self.titles.get_mut(side) {
                *sum += it.title();
            }
        }
        if one.is_rare() {
            let rare =
                if class.is_number() { &mut self.rare_numbers } else { &mut self.rare_words };
            *rare += 1.0;
        }
    }

    fn content_cosine(&self, one: &Vector, other: &Vector) -> f32 {
        cosine(self.lead_content, one.lengths.lead_content, other.lengths.lead_content)
    }
}
