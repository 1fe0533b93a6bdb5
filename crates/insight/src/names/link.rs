//! Which of the documents' names are one entity, and what it is called.

use super::entity::{Entity, EntityId, Kind, Mention, Names};
use super::resolve::Found;
use super::settings::Settings;
use crate::document::{Reading, Span};
use crate::gazetteer::folded;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Puts the documents' names together.
pub(super) fn link(readings: &[Reading<'_>], found: Vec<Vec<Found>>, settings: &Settings) -> Names {
    let same = Same::of(settings);
    let people = people(&found);
    // Each mention's entity, by a name that all its spellings share.
    let mut entities: BTreeMap<(Kind, String), Gathered> = BTreeMap::new();
    let mut keys: Vec<Vec<(Kind, String)>> = Vec::new();
    for (document, (found, reading)) in found.iter().zip(readings).enumerate() {
        let mut of_document = Vec::new();
        for found in found {
            let name = match found.kind {
                Kind::Person => people.get(&found.full).unwrap_or(&found.full),
                _ => &found.full,
            };
            let name = same.canonical(without_article(name));
            let key = (found.kind, name.to_owned());
            let gathered = entities.entry(key.clone()).or_default();
            gathered.documents.insert(document);
            gathered.mentions += 1;
            let spelling =
                reading.passages.get(found.passage).map(|passage| passage.slice(&found.tokens));
            *gathered.spellings.entry(spelling.unwrap_or_default().to_owned()).or_default() += 1;
            of_document.push(key);
        }
        keys.push(of_document);
    }
    let mut order: Vec<(&(Kind, String), Entity, usize)> = entities
        .iter()
        .map(|(key, gathered)| {
            (key, gathered.entity(key.0, same.shown.get(&key.1)), gathered.documents.len())
        })
        .collect();
    order.sort_by(|a, b| {
        a.0.0
            .cmp(&b.0.0)
            .then(b.2.cmp(&a.2))
            .then_with(|| a.1.name.cmp(&b.1.name))
            .then_with(|| a.0.cmp(b.0))
    });
    let numbers: HashMap<&(Kind, String), u32> =
        order.iter().zip(0..).map(|((key, ..), number)| (*key, number)).collect();
    let mentions = found
        .into_iter()
        .zip(&keys)
        .zip(readings)
        .map(|((found, keys), reading)| {
            found
                .into_iter()
                .zip(keys)
                .filter_map(|(found, key)| {
                    let range = reading.passages.get(found.passage)?.bytes(&found.tokens);
                    Some(Mention {
                        entity: EntityId(*numbers.get(key)?),
                        span: Span { passage: found.passage, range },
                        evidence: found.evidence,
                    })
                })
                .collect()
        })
        .collect();
    Names { entities: order.into_iter().map(|(_, entity, _)| entity).collect(), mentions }
}

/// What is known of an entity while it is put together.
#[derive(Default)]
struct Gathered {
    spellings: BTreeMap<String, u32>,
    documents: BTreeSet<usize>,
    mentions: u32,
}

impl Gathered {
    fn entity(&self, kind: Kind, shown: Option<&String>) -> Entity {
        let mut spellings: Vec<(&String, u32)> =
            self.spellings.iter().map(|(name, count)| (name, *count)).collect();
        spellings.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let full = |name: &&String| name.contains([' ', '-']);
        let name = match kind {
            // The one in full whose surname is spelled so most often.
            Kind::Person => {
                let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
                let mut surnames: HashMap<String, u32> = HashMap::new();
                for (name, count) in &spellings {
                    *surnames.entry(last(name)).or_default() += count;
                }
                let fulls = spellings.iter().map(|(name, _)| *name).filter(full).rev();
                fulls.max_by_key(|name| surnames.get(&last(name)).copied().unwrap_or_default())
            }
            // Spelled out rather than by its initials.
            Kind::Organisation if spellings.first().is_some_and(|(name, _)| is_initials(name)) => {
                spellings.iter().map(|(name, _)| *name).find(|name| name.contains(' '))
            }
            _ => None,
        };
        let name = shown
            .or(name)
            .or_else(|| spellings.first().map(|(name, _)| *name))
            .cloned()
            .unwrap_or_default();
        Entity {
            kind,
            name: name.strip_prefix("The ").unwrap_or(&name).to_owned(),
            spellings: spellings.into_iter().map(|(name, _)| name.clone()).collect(),
            mentions: self.mentions,
        }
    }
}

fn is_initials(name: &str) -> bool {
    name.chars().all(|c| c.is_uppercase() || c == '.')
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

/// Names that mean the same.
struct Same {
    /// By folded name the folded first one of its set.
    first: HashMap<String, String>,
    /// By folded first name how it is shown.
    shown: HashMap<String, String>,
}

impl Same {
    fn of(settings: &Settings) -> Self {
        let (mut first, mut shown) = (HashMap::new(), HashMap::new());
        let sets =
            settings.same.iter().map(|set| set.iter().map(String::as_str).collect::<Vec<_>>());
        let built_in = BUILT_IN
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split(" = ").collect());
        for set in sets.chain(built_in) {
            let Some(shown_as) = set.first() else { continue };
            let key = folded(shown_as);
            // What the settings say of a name goes before what is built in.
            let key = first.get(&key).cloned().unwrap_or(key);
            shown.entry(key.clone()).or_insert_with(|| (*shown_as).to_owned());
            for name in set {
                first.entry(folded(name)).or_insert_with(|| key.clone());
            }
        }
        Self { first, shown }
    }

    fn canonical<'n>(&'n self, name: &'n str) -> &'n str {
        self.first.get(name).map_or(name, String::as_str)
    }
}

/// Names for one thing, for listing; a set a line, the first the one to show.
const BUILT_IN: &str = include_str!("../../data/same_names.txt");

/// For each full or short name of a person the one under which that person is gathered: spellings of one name are one, and so
/// is a surname that only one person of all documents has.
fn people(found: &[Vec<Found>]) -> HashMap<String, String> {
    let mut count: BTreeMap<&str, u32> = BTreeMap::new();
    for found in found.iter().flatten().filter(|found| found.kind == Kind::Person) {
        *count.entry(&found.full).or_default() += 1;
    }
    let split = |name: &str| -> Vec<String> { name.split(' ').map(str::to_owned).collect() };
    let mut order: Vec<(&str, u32)> = count.iter().map(|(name, count)| (*name, *count)).collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let mut united: HashMap<String, String> = HashMap::new();
    // By first word, so that each name is compared to few.
    let mut by_first: HashMap<String, Vec<(Vec<String>, String)>> = HashMap::new();
    let mut by_last: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, _) in order.iter().filter(|(name, _)| name.contains(' ')) {
        let words = split(name);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        let alike = by_first.entry(first.clone()).or_default();
        let known = alike
            .iter()
            .find(|(other, _)| other.last().is_some_and(|other| is_spelling(other, last)));
        let full = match known {
            Some((_, full)) => full.clone(),
            None => {
                alike.push((words.clone(), (*name).to_owned()));
                (*name).to_owned()
            }
        };
        by_last.entry(last.clone()).or_default().insert(full.clone());
        united.insert((*name).to_owned(), full);
    }
    for (name, _) in order.iter().filter(|(name, _)| !name.contains(' ')) {
        let exact = by_last.get(*name);
        // Spellings of one surname begin alike.
        let beginning: String = name.chars().take(3).collect();
        let near = || {
            let mut near: Vec<&String> = by_last
                .range(beginning.clone()..)
                .take_while(|(last, _)| last.starts_with(&beginning))
                .filter(|(last, _)| is_spelling(last, name))
                .flat_map(|(_, full)| full)
                .collect();
            near.sort();
            near.dedup();
            near
        };
        let full: Vec<&String> = exact.map_or_else(near, |full| full.iter().collect());
        if let [only] = full.as_slice() {
            united.insert((*name).to_owned(), (*only).clone());
        }
    }
    united
}

/// Whether two surnames are spellings of one: equal, or long, alike in their first half, and two letters apart at most.
fn is_spelling(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    let begin_alike = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    shorter >= 6
        && begin_alike * 2 > shorter
        && (shorter >= 7 || begin_alike + 2 > shorter)
        && edits(&a, &b) <= 2
}

/// Levenshtein's distance.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        for (j, y) in b.iter().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or_default();
            let left = row.get(j).copied().unwrap_or_default();
            let cost = (diagonal + usize::from(x != y)).min(above + 1).min(left + 1);
            diagonal = above;
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = cost;
            }
        }
    }
    row.last().copied().unwrap_or_default()
}
