//! Plans: a query's words looked up in the index, with everything that counts as finding them.

use crate::analyze::{analyze, is_common, stem_query_word};
use crate::document::{FacetId, Fields, ValueId};
use crate::index::Index;
use crate::index::dictionary::FormId;
use crate::index::postings::Entry;
use crate::index::{aliases, prefix_lists};
use crate::query;
use crate::query::{Node, Query};
use crate::score::{ALIAS, EXACT, STEM, TYPO};
use crate::search::levenshtein::{forgiven_edits, near};
use std::ops::Range;

/// What to look up, and how documents must have it.
#[derive(Clone, Debug)]
pub(crate) enum Plan {
    Leaf(Leaf),
    Facet(FacetId, Vec<ValueId>),
    Not(Box<Plan>),
    Any(Vec<Plan>),
    All(Vec<Plan>),
}

/// A word or phrase of the query.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    /// As it was typed.
    pub(crate) typed: String,
    pub(crate) fields: Fields,
    /// Each of these is a way of finding it.
    pub(crate) alternatives: Vec<Alternative>,
    /// What words that were not typed to their end begin with.
    pub(crate) beginning: Option<String>,
}

impl Leaf {
    fn new(typed: &str, fields: Fields) -> Self {
        Self { typed: typed.to_owned(), fields, alternatives: Vec::new(), beginning: None }
    }
}

/// A way of finding a leaf.
#[derive(Clone, Debug)]
pub(crate) enum Alternative {
    /// This form.
    Form { form: FormId, entry: Entry, weight: f32, kind: Kind },
    /// Any of these, which begin so.
    Beginning { forms: Range<u32> },
    /// These forms, one after the other.
    Phrase { forms: Vec<FormId>, weight: f32, kind: Kind },
}

/// How a form answers what was typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Exact,
    Alias,
    Stem,
    Prefix,
    Typo,
}

/// How a query is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The last word may go on.
    pub(crate) prefix: bool,
    /// Which words may be taken for near ones.
    pub(crate) typos: Typos,
    /// Compounds are their parts, side by side.
    pub(crate) parts: bool,
}

impl Reading {
    /// As it was typed, to its end.
    pub(crate) const PLAIN: Self = Self { prefix: false, typos: Typos::Kept, parts: false };
}

/// Which words may be taken for near ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typos {
    /// None.
    Kept,
    /// Those that no document holds.
    OfUnknown,
    /// Those that hardly any document holds, when a near one is far more frequent.
    OfRare,
}

/// A rare word may be a slip of the pen when it has at least so many letters, and a near one is so many times as frequent
/// ("Iraq" is not, beside "Iran").
const SLIP_LETTERS: usize = 6;
const SLIP_RATIO: u32 = 10;

/// A word of so many letters is too short to be taken for a near one; one is suggested, though.
const SUGGESTED_LETTERS: usize = 3;

/// At most so many near words stand in for one that no document holds.
const MAX_NEAR: usize = 4;

/// How many forms are looked at for one with the same stem as a word that no document holds.
const MAX_STEM_PROBES: usize = 2000;

/// Makes a plan of a query.
pub(crate) struct Planner<'i, 'a> {
    index: &'i Index<'a>,
    reading: Reading,
    /// What was typed, and the near word that was taken for it.
    pub(crate) corrections: Vec<(String, String)>,
    /// What was typed, and a near word that was not taken for it, since so short a word is near to many.
    pub(crate) suggestions: Vec<(String, String)>,
}

impl<'i, 'a> Planner<'i, 'a> {
    pub(crate) fn new(index: &'i Index<'a>, reading: Reading) -> Self {
        Self { index, reading, corrections: Vec::new(), suggestions: Vec::new() }
    }

    pub(crate) fn plan(&mut self, query: &Query) -> Vec<Plan> {
        self.sequence(&query.root, Fields::EVERY, self.reading.prefix)
    }

    /// Nodes side by side. `open`: the last one may go on.
    fn sequence(&mut self, nodes: &[Node], fields: Fields, open: bool) -> Vec<Plan> {
        let mut plans = Vec::new();
        // Beside a word that says something, those that every text has need not be there.
        let telling = nodes.iter().any(is_telling);
        let mut at = 0;
        while at < nodes.len() {
            let rest = nodes.get(at..).unwrap_or_default();
            let run = rest.iter().take_while(|node| matches!(node, Node::Word(_))).count();
            if run == 0 {
                let is_last = at + 1 == nodes.len();
                plans
                    .extend(rest.first().and_then(|node| self.node(node, fields, open && is_last)));
                at += 1;
            } else {
                let words = rest.iter().take(run).filter_map(|node| {
                    if let Node::Word(word) = node { Some(word.as_str()) } else { None }
                });
                at += run;
                let open = open && at == nodes.len();
                self.words(&words.collect::<Vec<_>>(), telling, fields, open, &mut plans);
            }
        }
        plans
    }

    fn node(&mut self, node: &Node, fields: Fields, open: bool) -> Option<Plan> {
        match node {
            Node::Word(_) => all(self.sequence(std::slice::from_ref(node), fields, open)),
            Node::Prefix(word) => all(self.word(word, fields, true)),
            Node::Phrase(words) => Some(Plan::Leaf(self.phrase(words, fields))),
            Node::Not(inner) => {
                // What is left out is what was typed: no beginnings, no near words.
                let reading = std::mem::replace(&mut self.reading, Reading::PLAIN);
                let plan = self.node(inner, fields, false);
                self.reading = reading;
                plan.map(|plan| Plan::Not(Box::new(plan)))
            }
            Node::Any(nodes) => {
                let last = nodes.len().saturating_sub(1);
                let plans: Vec<Plan> = nodes
                    .iter()
                    .enumerate()
                    .filter_map(|(at, node)| self.node(node, fields, open && at == last))
                    .collect();
                (!plans.is_empty()).then_some(Plan::Any(plans))
            }
            Node::All(nodes) => all(self.sequence(nodes, fields, open)),
            Node::Field(name, value) => {
                if let Some(field) = Fields::named(name) {
                    self.node(value, field, open)
                } else if let Some(facet) = self.index.facet_named(name) {
                    Some(self.facet(facet, value, open))
                } else {
                    // No field: words with a colon.
                    let mut words = [&**name, " "].concat();
                    value.print(&mut words);
                    let words: Vec<&str> = words.split_whitespace().collect();
                    let mut plans = Vec::new();
                    self.words(&words, true, fields, open, &mut plans);
                    all(plans)
                }
            }
        }
    }

    /// Values whose labels hold the words of a query.
    fn facet(&self, facet: FacetId, value: &Node, open: bool) -> Plan {
        let mut values = Vec::new();
        for (id, label) in self.index.facet(facet).into_iter().flat_map(|facet| facet.values()) {
            if holds(&words_of(label), value, open) {
                values.push(id);
            }
        }
        Plan::Facet(facet, values)
    }

    /// Plain words side by side: several of them may be one name.
    fn words(
        &mut self,
        words: &[&str],
        telling: bool,
        fields: Fields,
        open: bool,
        plans: &mut Vec<Plan>,
    ) {
        let folded: Vec<String> = words.iter().map(|word| aliases::folded(word)).collect();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let (names, length) =
                aliases::names(self.index.aliases, folded.get(at..).unwrap_or_default());
            let is_last = |length: usize| open && at + length == words.len();
            if length <= 1 && telling && folded.get(at).is_some_and(|form| is_common(form)) {
                at += 1;
                continue;
            }
            if length <= 1 {
                let joined = self.joined(&folded, at, fields, is_last(2));
                let mut found = self.word(word, fields, is_last(1));
                if let [Plan::Leaf(leaf)] = found.as_mut_slice() {
                    for name in &names {
                        self.name(name, leaf);
                    }
                }
                if let Some(leaf) = joined {
                    found.extend(
                        words
                            .get(at + 1)
                            .into_iter()
                            .flat_map(|word| self.word(word, fields, is_last(2))),
                    );
                    plans.extend(all(found).map(|both| Plan::Any(vec![both, Plan::Leaf(leaf)])));
                    at += 2;
                } else {
                    plans.append(&mut found);
                    at += 1;
                }
                continue;
            }
            let run = words.get(at..at + length).unwrap_or_default();
            let mut parts = Vec::new();
            for (place, word) in run.iter().enumerate() {
                parts.extend(self.word(word, fields, is_last(place + 1)));
            }
            let mut leaf = Leaf::new(&run.join(" "), fields);
            for name in &names {
                self.name(name, &mut leaf);
            }
            match all(parts) {
                Some(parts) if leaf.alternatives.is_empty() => plans.push(parts),
                Some(parts) => plans.push(Plan::Any(vec![parts, Plan::Leaf(leaf)])),
                None => plans.push(Plan::Leaf(leaf)),
            }
            at += length;
        }
    }

    /// Adds another name to a leaf.
    fn name(&self, name: &str, leaf: &mut Leaf) {
        self.side_by_side(name, ALIAS, Kind::Alias, leaf);
    }

    /// Adds folded words, which may be one alone, if the documents have them all.
    fn side_by_side(&self, words: &str, weight: f32, kind: Kind, leaf: &mut Leaf) {
        let forms: Option<Vec<FormId>> =
            words.split(' ').map(|word| self.index.dictionary.get(word)).collect();
        match forms {
            Some(forms) if forms.len() > 1 => {
                leaf.alternatives.push(Alternative::Phrase { forms, weight, kind });
            }
            forms => {
                for form in forms.into_iter().flatten() {
                    leaf.alternatives.push(self.listed(form, weight, kind));
                }
            }
        }
    }

    /// A form as a way of finding a leaf.
    fn listed(&self, form: FormId, weight: f32, kind: Kind) -> Alternative {
        Alternative::Form { form, entry: self.index.entry(form), weight, kind }
    }

    /// Two words that the documents write as one: a code ("rs 26"), or where one part is no word of theirs ("air craft").
    fn joined(&self, words: &[String], at: usize, fields: Fields, open: bool) -> Option<Leaf> {
        let (first, second) = (words.get(at)?, words.get(at + 1)?);
        let is_code = |word: &str| word.chars().any(char::is_numeric);
        let is_word = |word: &String| self.index.dictionary.get(word).is_some();
        let differ =
            is_code(first) != is_code(second) || !is_word(first) || (!is_word(second) && !open);
        if !differ || first.contains(' ') || second.contains(' ') {
            return None;
        }
        let form = self.index.dictionary.get(&[&**first, &**second].concat())?;
        let mut leaf = Leaf::new(&[&**first, " ", &**second].concat(), fields);
        self.form(form, EXACT, Kind::Exact, &mut leaf);
        Some(leaf)
    }

    /// One typed word, which may be several: its parts as a phrase when they hang together, else side by side.
    fn word(&mut self, word: &str, fields: Fields, open: bool) -> Vec<Plan> {
        let mut parts: Vec<(String, bool)> = Vec::new();
        let mut joined = Vec::new();
        analyze(word, |token| {
            if token.joined {
                joined.push(token.form.to_owned());
            } else {
                parts.push((token.form.to_owned(), token.attached));
            }
        });
        if let [(form, _)] = parts.as_slice() {
            return vec![Plan::Leaf(self.single(word, form, fields, open))];
        }
        let mut plans = Vec::new();
        while !parts.is_empty() {
            let length = 1 + parts.iter().skip(1).take_while(|(_, attached)| *attached).count();
            let run: Vec<(String, bool)> = parts.drain(..length).collect();
            let is_last = open && parts.is_empty();
            if let [(form, _)] = run.as_slice() {
                plans.push(Plan::Leaf(self.single(form, form, fields, is_last)));
                continue;
            }
            if self.reading.parts {
                plans.extend(
                    run.iter().map(|(form, _)| Plan::Leaf(self.single(form, form, fields, false))),
                );
                continue;
            }
            let mut leaf = Leaf::new(word, fields);
            let forms: Option<Vec<FormId>> =
                run.iter().map(|(form, _)| self.index.dictionary.get(form)).collect();
            if let Some(forms) = forms {
                leaf.alternatives.push(Alternative::Phrase {
                    forms,
                    weight: EXACT,
                    kind: Kind::Exact,
                });
            }
            let whole: String = run.iter().map(|(form, _)| form.as_str()).collect();
            if joined.contains(&whole) {
                let single = self.single(word, &whole, fields, is_last);
                leaf.alternatives.extend(single.alternatives);
                leaf.beginning = single.beginning;
            }
            plans.push(Plan::Leaf(leaf));
        }
        plans
    }

    /// One form: itself, its family, what begins with it, what is near it.
    fn single(&mut self, typed: &str, form: &str, fields: Fields, open: bool) -> Leaf {
        let mut leaf = Leaf::new(typed, fields);
        match self.index.dictionary.get(form) {
            Some(id) => self.form(id, EXACT, Kind::Exact, &mut leaf),
            None => {
                if let Some(id) = self.same_stem(form) {
                    self.form(id, STEM, Kind::Stem, &mut leaf);
                }
            }
        }
        if open {
            let prepared =
                self.index.dictionary.get(&prefix_lists::name(form)).map(|id| id.0..id.0 + 1);
            let forms = prepared.unwrap_or_else(|| self.index.dictionary.with_prefix(form));
            if !forms.is_empty() {
                leaf.alternatives.push(Alternative::Beginning { forms });
                leaf.beginning = Some(form.to_owned());
            }
        }
        match self.reading.typos {
            Typos::OfUnknown if leaf.alternatives.is_empty() => self.near(form, open, &mut leaf),
            Typos::OfRare => self.slip(form, &mut leaf),
            _ => {}
        }
        leaf
    }

    /// A form, and its family.
    fn form(&self, form: FormId, weight: f32, kind: Kind, leaf: &mut Leaf) {
        let entry = self.index.entry(form);
        leaf.alternatives.push(Alternative::Form { form, entry, weight, kind });
        for (form, entry) in self.index.family(form, entry) {
            leaf.alternatives.push(Alternative::Form {
                form,
                entry,
                weight: STEM,
                kind: Kind::Stem,
            });
        }
    }

    /// A form with the same stem as a word that no document holds: it begins as the stem does, its last letter aside.
    fn same_stem(&self, form: &str) -> Option<FormId> {
        let stem = stem_query_word(form);
        let mut beginning = stem.as_str();
        if let Some((last, _)) = stem.char_indices().next_back() {
            beginning = stem.get(..last).unwrap_or_default();
        }
        if beginning.chars().count() < 2 {
            return None;
        }
        let candidates = self.index.dictionary.with_prefix(beginning);
        candidates
            .take(MAX_STEM_PROBES)
            .map(FormId)
            .find(|id| stem_query_word(&self.index.dictionary.form(*id)) == stem)
    }

    /// Near words: the nearest, and among those the most frequent.
    fn near(&mut self, form: &str, open: bool, leaf: &mut Leaf) {
        let letters = form.chars().count();
        let mut found = Vec::new();
        let dictionary = &self.index.dictionary;
        if letters == SUGGESTED_LETTERS {
            let near = self.alike(form);
            self.suggestions.extend(near.map(|near| (leaf.typed.clone(), dictionary.form(near))));
            return;
        }
        for edits in 1..=forgiven_edits(letters) {
            if found.is_empty() {
                found = near(dictionary, form, edits, open && edits == 1, "");
            }
        }
        // Whole words, if there are any, before those that are not typed to their end.
        if found.iter().any(|near| !near.is_longer) {
            found.retain(|near| !near.is_longer);
        }
        let begins_alike = |id: FormId| dictionary.form(id).chars().next() == form.chars().next();
        let mut ranked: Vec<_> = found
            .iter()
            .map(|near| {
                (
                    near,
                    std::cmp::Reverse((
                        begins_alike(near.form),
                        self.index.entry(near.form).documents,
                    )),
                )
            })
            .collect();
        ranked.sort_unstable_by_key(|(near, rank)| (near.edits, *rank, near.form));
        for (near, _) in ranked.iter().take(MAX_NEAR) {
            leaf.alternatives.push(self.listed(near.form, TYPO / near.edits as f32, Kind::Typo));
        }
        if let Some((best, _)) = ranked.first() {
            self.corrections.push((leaf.typed.clone(), dictionary.form(best.form)));
        }
    }

    /// The word that a rare one was probably meant to be, its first letter being right.
    fn slip(&mut self, form: &str, leaf: &mut Leaf) {
        let documents = |form: FormId| self.index.entry(form).documents;
        let is_rare = leaf.alternatives.iter().all(|alternative| match alternative {
            Alternative::Form { entry, .. } => entry.documents <= 1,
            Alternative::Beginning { forms } => {
                forms.len() <= MAX_NEAR
                    && forms.clone().map(FormId).map(documents).sum::<u32>() <= 1
            }
            Alternative::Phrase { .. } => false,
        });
        if !is_rare || leaf.alternatives.is_empty() || form.chars().count() < SLIP_LETTERS {
            return;
        }
        let Some(near) = self.alike(form).filter(|near| documents(*near) >= SLIP_RATIO) else {
            return;
        };
        leaf.alternatives.push(self.listed(near, TYPO, Kind::Typo));
        self.corrections.push((leaf.typed.clone(), self.index.dictionary.form(near)));
    }

    /// The most frequent form that is one edit away and has the same first letter.
    fn alike(&self, form: &str) -> Option<FormId> {
        let first = form.chars().next().map_or(0, char::len_utf8);
        let alike =
            near(&self.index.dictionary, form, 1, false, form.get(..first).unwrap_or_default());
        let others = alike.into_iter().filter(|near| near.edits == 1).map(|near| near.form);
        others.max_by_key(|form| (self.index.entry(*form).documents, std::cmp::Reverse(*form)))
    }

    /// Words in quotation marks: these forms and no others.
    fn phrase(&self, words: &str, fields: Fields) -> Leaf {
        let mut leaf = Leaf::new(&["\"", words, "\""].concat(), fields);
        self.side_by_side(&aliases::folded(words), EXACT, Kind::Exact, &mut leaf);
        leaf
    }
}

/// The leaves that add to scores, in their order.
pub(super) fn scored(plans: &[Plan]) -> Vec<&Leaf> {
    fn add<'p>(plan: &'p Plan, leaves: &mut Vec<&'p Leaf>) {
        match plan {
            Plan::Leaf(leaf) => leaves.push(leaf),
            Plan::Any(plans) | Plan::All(plans) => plans.iter().for_each(|plan| add(plan, leaves)),
            Plan::Facet(..) | Plan::Not(_) => {}
        }
    }
    let mut leaves = Vec::new();
    plans.iter().for_each(|plan| add(plan, &mut leaves));
    leaves
}

/// Whether a node says what is wanted, beyond the words that every text has.
fn is_telling(node: &Node) -> bool {
    match node {
        Node::Word(word) => {
            let mut telling = false;
            analyze(word, |token| telling |= !is_common(token.form));
            telling
        }
        Node::Prefix(_) | Node::Phrase(_) => true,
        Node::Field(..) | Node::Not(_) => false,
        Node::Any(nodes) | Node::All(nodes) => nodes.iter().any(is_telling),
    }
}

/// One plan of several.
fn all(mut plans: Vec<Plan>) -> Option<Plan> {
    if plans.len() > 1 { Some(Plan::All(plans)) } else { plans.pop() }
}

fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    analyze(text, |token| words.push(token.form.to_owned()));
    words
}

/// Whether the words of a label are as a query wants them.
fn holds(label: &[String], node: &Node, open: bool) -> bool {
    match node {
        Node::Word(words) | Node::Prefix(words) => {
            let begins = open || matches!(node, Node::Prefix(_));
            words_of(words).iter().all(|word| {
                label
                    .iter()
                    .any(|other| other == word || (begins && other.starts_with(word.as_str())))
            })
        }
        Node::Phrase(words) => {
            let words = words_of(words);
            !words.is_empty() && label.windows(words.len()).any(|window| window == words)
        }
        Node::Field(_, node) => holds(label, node, open),
        Node::Not(node) => !holds(label, node, open),
        Node::Any(nodes) => nodes.iter().any(|node| holds(label, node, open)),
        Node::All(nodes) => nodes.iter().all(|node| holds(label, node, open)),
    }
}

/// The query with other words for some of its own.
pub(crate) fn corrected(query: &Query, corrections: &[(String, String)]) -> Query {
    fn node(old: &Node, corrections: &[(String, String)]) -> Node {
        let word = |typed: &String| match corrections.iter().find(|(wrong, _)| wrong == typed) {
            Some((_, right)) => right.clone(),
            None => typed.clone(),
        };
        let several = |nodes: &[Node]| nodes.iter().map(|old| node(old, corrections)).collect();
        match old {
            Node::Word(typed) => Node::Word(word(typed)),
            Node::Prefix(typed) => Node::Prefix(word(typed)),
            Node::Phrase(typed) => Node::Phrase(typed.clone()),
            Node::Field(name, inner) => {
                Node::Field(name.clone(), Box::new(node(inner, corrections)))
            }
            Node::Not(inner) => Node::Not(inner.clone()),
            Node::Any(nodes) => Node::Any(several(nodes)),
            Node::All(nodes) => Node::All(several(nodes)),
        }
    }
    query::Query { root: query.root.iter().map(|old| node(old, corrections)).collect() }
}
