//! Evidence that two documents tell the same story, and its weight.

use crate::digest::Digest;
use crate::vectors::{Class, Vector, WeightedTerm};

/// The number of kinds of evidence.
pub const EVIDENCE: usize = 46;

/// The evidence from a pair of documents, in the order of the weights.
pub type Evidence = [f32; EVIDENCE];

/// The weight of each kind of evidence. Their sum is the logarithm of the odds that both documents
/// tell the same story. They were fitted by logistic regression; `docs/stories.md` says on what.
#[rustfmt::skip]
const WEIGHTS: Evidence = [
    -8.234, 3.485, 3.743, -0.291, 0.953, 2.504, -1.069, 2.101, -0.203, -0.167,
    -1.060, -1.211, -0.148, 2.039, 0.710, 3.609, 0.794, -0.846, -0.467, -1.090,
    0.592, -0.667, -0.094, 1.356, 0.044, -1.526, -1.656, 0.326, -1.652, -1.560,
    0.420, -0.576, -0.890, -0.470, 0.365, -0.951, 1.424, -0.453, 0.953, 0.524,
    0.190, 1.920, -0.860, -2.643, -2.820, -1.460,
];

/// A document has few words if its body has less than this many.
const FEW_WORDS: usize = 40;
/// More days than this make no further difference.
const MAX_DAYS: f32 = 5.0;

/// Returns the evidence from two documents.
pub(crate) fn evidence(one: (&Digest, &Vector), other: (&Digest, &Vector)) -> Evidence {
    let ((one_digest, one), (other_digest, other)) = (one, other);
    let mut shared = Shared::default();
    let mut others = other.terms.iter().peekable();
    let mut title_left = [one.title_weight, other.title_weight];
    for it in &one.terms {
        while others.next_if(|other| other.term < it.term).is_some() {}
        if let Some(other) = others.next_if(|other| other.term == it.term) {
            shared.add(it, other);
            title_left[0] -= it.title();
            title_left[1] -= other.title();
        }
    }
    let [one_title, other_title] = [one, other].map(|it| it.title_weight.max(1e-6));
    let [one_left, other_left] = title_left.map(|left| left.max(0.0));
    let covered = [1.0 - one_left / one_title, 1.0 - other_left / other_title];
    let (least_covered, most_covered) = (covered[0].min(covered[1]), covered[0].max(covered[1]));
    let fewest_names = one.lead_names.min(other.lead_names);
    let name_share = if fewest_names > 0.0 { shared.lead_names / fewest_names } else { 0.5 };
    let [ones, others] = [one.lead_numbers, other.lead_numbers].map(|it| it as f32);
    let have_numbers = ones > 0.0 && others > 0.0;
    let fewest_numbers = ones.min(others).max(1.0);
    let number_share = if have_numbers { shared.lead_numbers / fewest_numbers } else { 0.0 };
    let conflict = flag(have_numbers && shared.lead_numbers == 0.0);
    let exclusive_numbers = (ones.min(others) - shared.lead_numbers) / fewest_numbers;
    let days = one_digest.days_between(other_digest).map_or(1.0, |days| days as f32).min(MAX_DAYS);
    let other_day = flag(days > 0.0);
    let fewest_words = one_digest.body.min(other_digest.body);
    let is_brief = flag(fewest_words == 0);
    let has_few_words = flag(fewest_words < FEW_WORDS);
    let exclusive_title = one_left.min(other_left) / 10.0;
    let cosine = |dot: f32, a: f32, b: f32| if dot > 0.0 { dot / (a * b).max(1e-9) } else { 0.0 };
    let (a, b) = (&one.lengths, &other.lengths);
    let full = cosine(shared.full, a.full, b.full);
    let lead = cosine(shared.lead, a.lead, b.lead);
    let full_names = cosine(shared.full_names, a.full_names, b.full_names);
    let full_content = cosine(shared.full_content, a.full_content, b.full_content);
    let lead_names = cosine(shared.lead_names_dot, a.lead_names, b.lead_names);
    let lead_content = cosine(shared.lead_content, a.lead_content, b.lead_content);
    let weight = shared.weight.ln_1p() / 3.0;
    let template = one.template_share.min(other.template_share);
    let has = |vector: &Vector, term: Option<u32>| term.is_some_and(|term| vector.has(term));
    let subjects = [has(other, one.title_term), has(one, other.title_term)];
    [
        1.0,
        full,
        lead,
        (lead - 0.4).max(0.0).powi(2) * 5.0,
        least_covered,
        most_covered,
        shared.title / one_title.max(other_title),
        name_share,
        number_share,
        conflict,
        conflict * other_day,
        other_day,
        days,
        is_brief,
        is_brief * most_covered,
        weight,
        days * lead,
        exclusive_numbers,
        exclusive_numbers * has_few_words,
        exclusive_title,
        exclusive_title * has_few_words,
        shared_runs(one_digest, other_digest),
        shared.rare_words.ln_1p(),
        shared.rare_numbers.ln_1p(),
        flag(subjects == [true; 2]),
        full_names,
        full_content,
        lead_names,
        lead_content,
        has_few_words,
        has_few_words * other_day,
        (0.3 - full_content).max(0.0),
        (0.3 - lead_content).max(0.0),
        flag(full_content.max(lead_content) < 0.2),
        template,
        template * other_day,
        (template - 0.7).max(0.0),
        (0.3 - least_covered).max(0.0),
        (0.3 - lead_names).max(0.0),
        template * exclusive_numbers,
        (weight - 1.1).max(0.0),
        template * number_share,
        flag(template > 0.16),
        (1.0 - has_few_words) * (0.15 - lead_content).max(0.0),
        (0.25 - full).max(0.0),
        if template > 0.25 { template * other_day } else { 0.0 },
    ]
}

/// Returns the logarithm of the odds that two documents tell the same story.
pub(crate) fn odds(evidence: &Evidence) -> f32 {
    evidence.iter().zip(&WEIGHTS).map(|(evidence, weight)| evidence * weight).sum()
}

fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// Sums over the terms that two documents share.
#[derive(Default)]
struct Shared {
    full: f32,
    lead: f32,
    full_names: f32,
    full_content: f32,
    lead_names_dot: f32,
    lead_content: f32,
    lead_names: f32,
    lead_numbers: f32,
    title: f32,
    weight: f32,
    rare_words: f32,
    rare_numbers: f32,
}

impl Shared {
    fn add(&mut self, one: &WeightedTerm, other: &WeightedTerm) {
        let share = one.share().min(other.share());
        let (full, lead) = (share * one.full() * other.full(), share * one.lead() * other.lead());
        self.full += full;
        self.lead += lead;
        self.title += share * one.title().min(other.title());
        self.weight += share * one.weight;
        let in_leads = lead > 0.0;
        match one.class() {
            Class::Name => {
                self.full_names += full;
                self.lead_names_dot += lead;
                self.lead_names += if in_leads { one.weight } else { 0.0 };
            }
            Class::Content => {
                self.full_content += full;
                self.lead_content += lead;
            }
            Class::Number => self.lead_numbers += flag(in_leads),
            Class::SmallNumber => {}
        }
        if one.is_rare() {
            match one.class() {
                Class::Name | Class::Content => self.rare_words += 1.0,
                Class::Number | Class::SmallNumber => self.rare_numbers += 1.0,
            }
        }
    }
}

/// Returns the share of the runs of the shorter document that the other has.
fn shared_runs(one: &Digest, other: &Digest) -> f32 {
    let sorted = |digest: &Digest| {
        let mut hashes: Vec<u32> = digest.fingerprints.iter().map(|it| it.hash).collect();
        hashes.sort_unstable();
        hashes
    };
    let (one, other) = (sorted(one), sorted(other));
    let mut others = other.iter().peekable();
    let shared = one.iter().filter(|hash| {
        while others.next_if(|other| other < hash).is_some() {}
        others.next_if(|other| other == hash).is_some()
    });
    shared.count() as f32 / one.len().min(other.len()).max(4) as f32
}
