//! Entity linking: groups the mentions of all documents by entity, and chooses each entity's name.

use super::entity::{Entity, EntityId, Kind, Mention, Names};
use super::resolve::ResolvedMention;
use super::settings::Settings;
use crate::data::DataFile;
use crate::document::Span;
use crate::gazetteer::fold_name;
use crate::tokenized::TokenizedDocument;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound;

/// An entity while its mentions are collected: its kind, and a folded name that all of them share.
type EntityKey = (Kind, String);

/// Links the mentions of all documents to entities. `mentions` and `places` have one list for each
/// document, and `is_english` tells which documents are in English.
pub(super) fn link(
    mut mentions: Vec<Vec<ResolvedMention>>,
    places: Vec<Vec<Place>>,
    is_english: &[bool],
    settings: &Settings,
) -> Names {
    prefer_people(&mut mentions);
    let aliases = Aliases::new(settings);
    let people = link_people(&mentions);
    let mut numbers: BTreeMap<EntityKey, usize> = BTreeMap::new();
    let mut drafts: Vec<EntityDraft> = Vec::new();
    // The draft and the span of each mention.
    let mut linked: Vec<Vec<(usize, Option<Span>)>> = Vec::with_capacity(mentions.len());
    for (document_index, (mentions, places)) in mentions.iter().zip(places).enumerate() {
        let mut of_document = Vec::with_capacity(mentions.len());
        for (mention, Place { spelling, span }) in mentions.iter().zip(places) {
            let name = match mention.kind {
                Kind::Person => people.get(&mention.full_name).unwrap_or(&mention.full_name),
                _ => &mention.full_name,
            };
            let name = aliases.canonical(without_article(name));
            let number = *numbers.entry((mention.kind, name.to_owned())).or_insert_with(|| {
                drafts.push(EntityDraft::default());
                drafts.len() - 1
            });
            let Some(draft) = drafts.get_mut(number) else { continue };
            draft.documents.insert(document_index);
            if is_english.get(document_index) == Some(&false) {
                *draft.foreign_spellings.entry(spelling.clone()).or_default() += 1;
            }
            draft.mentions += 1;
            *draft.spellings.entry(spelling).or_default() += 1;
            of_document.push((number, span));
        }
        linked.push(of_document);
    }
    let mut sorted: Vec<(&EntityKey, usize, Entity, usize)> = numbers
        .iter()
        .filter_map(|(key, number)| {
            let (kind, name) = key;
            let draft = drafts.get(*number)?;
            let entity = draft.entity(*kind, aliases.display_name(name));
            Some((key, *number, entity, draft.documents.len()))
        })
        .collect();
    sorted.sort_by(|(a_key, _, a, a_documents), (b_key, _, b, b_documents)| {
        a.kind
            .cmp(&b.kind)
            .then(b_documents.cmp(a_documents))
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a_key.cmp(b_key))
    });
    let mut ids = vec![EntityId(0); drafts.len()];
    for ((_, number, ..), id) in sorted.iter().zip(0..) {
        if let Some(slot) = ids.get_mut(*number) {
            *slot = EntityId(id);
        }
    }
    let mentions = mentions
        .into_iter()
        .zip(linked)
        .map(|(mentions, linked)| {
            mentions
                .into_iter()
                .zip(linked)
                .filter_map(|(mention, (number, span))| {
                    let (entity, span) = (*ids.get(number)?, span?);
                    Some(Mention { entity, span, evidence: mention.evidence })
                })
                .collect()
        })
        .collect();
    Names { entities: sorted.into_iter().map(|(_, _, entity, _)| entity).collect(), mentions }
}

/// The text of a mention.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Place {
    spelling: String,
    /// `None` if the document has no such passage.
    span: Option<Span>,
}

/// Returns the texts of the mentions in a document.
pub(super) fn places(document: &TokenizedDocument<'_>, mentions: &[ResolvedMention]) -> Vec<Place> {
    let place = |ResolvedMention { passage: number, tokens, .. }: &ResolvedMention| {
        let passage = document.passages.get(*number);
        let spelling = passage.map(|passage| passage.text_of(tokens)).unwrap_or_default();
        let range = passage.map(|passage| passage.byte_range(tokens));
        let span = range.map(|range| Span { passage: *number, range });
        Place { spelling: spelling.to_owned(), span }
    };
    mentions.iter().map(place).collect()
}

/// Turns the places whose name is a person's far more often into that person. One word is not
/// enough, because places and people share many.
fn prefer_people(mentions: &mut [Vec<ResolvedMention>]) {
    const MIN_RATIO: usize = 4;
    let mut counts: HashMap<&str, [usize; 2]> = HashMap::new();
    for mention in mentions.iter().flatten().filter(|mention| mention.full_name.contains(' ')) {
        let [people, places] = counts.entry(&mention.full_name).or_default();
        match mention.kind {
            Kind::Person => *people += 1,
            Kind::Place => *places += 1,
            _ => {}
        }
    }
    let is_person = |[people, places]: [usize; 2]| places > 0 && people / MIN_RATIO >= places;
    counts.retain(|_, counts| is_person(*counts));
    let people: BTreeSet<String> = counts.into_keys().map(str::to_owned).collect();
    for mention in mentions.iter_mut().flatten() {
        if mention.kind == Kind::Place && people.contains(&mention.full_name) {
            mention.kind = Kind::Person;
        }
    }
}

/// An entity while its mentions are collected.
#[derive(Default)]
struct EntityDraft {
    /// The frequency of each spelling.
    spellings: BTreeMap<String, u32>,
    /// The frequency of each spelling in texts of other languages than English.
    foreign_spellings: BTreeMap<String, u32>,
    documents: BTreeSet<usize>,
    mentions: u32,
}

impl EntityDraft {
    /// Returns the entity. `display_name` is the name that the aliases prescribe.
    fn entity(&self, kind: Kind, display_name: Option<DisplayName<'_>>) -> Entity {
        let foreign_name = || self.foreign_name().filter(|_| kind == Kind::Place);
        let display_name = match display_name {
            Some(DisplayName::OfSettings(name)) => Some(name),
            Some(DisplayName::BuiltIn(name)) => Some(foreign_name().unwrap_or(name)),
            None => None,
        };
        let mut spellings: Vec<(&String, u32)> =
            self.spellings.iter().map(|(name, count)| (name, *count)).collect();
        spellings.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let most_frequent = spellings.first().map(|(name, _)| *name);
        let preferred = match kind {
            Kind::Person => preferred_full_name(&spellings),
            Kind::Place => most_frequent.and_then(|name| without_capitals(name, &spellings)),
            Kind::Organisation => spelled_out_name(&spellings),
            Kind::Weapon => None,
        };
        let name = display_name.or(preferred).or(most_frequent).cloned().unwrap_or_default();
        Entity {
            kind,
            name: name.strip_prefix("The ").unwrap_or(&name).to_owned(),
            spellings: spellings.into_iter().map(|(name, _)| name.clone()).collect(),
            mentions: self.mentions,
        }
    }

    /// Returns the most frequent spelling in texts of other languages than English, if most
    /// mentions are in such texts.
    fn foreign_name(&self) -> Option<&String> {
        let mentions: u32 = self.foreign_spellings.values().sum();
        let most_frequent = self.foreign_spellings.iter().rev().max_by_key(|(_, count)| **count);
        most_frequent.filter(|_| mentions * 2 > self.mentions).map(|(name, _)| name)
    }
}

/// The name that a set of aliases gives an entity.
#[derive(Clone, Copy)]
enum DisplayName<'a> {
    OfSettings(&'a String),
    /// An English name.
    BuiltIn(&'a String),
}

/// Returns the full name of a person whose surname has the most frequent spelling. `spellings` are
/// sorted by frequency.
fn preferred_full_name<'s>(spellings: &[(&'s String, u32)]) -> Option<&'s String> {
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    let mut frequencies: HashMap<String, u32> = HashMap::new();
    for (name, count) in spellings {
        *frequencies.entry(surname(name)).or_default() += count;
    }
    spellings
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| name.contains([' ', '-']))
        .rev()
        .max_by_key(|name| frequencies.get(&surname(name)).copied().unwrap_or_default())
}

/// Returns the most frequent spelling of several words, if the most frequent of all is an acronym
/// or the short name of a company. A full name that is rare is not used ("Reuters Inc").
fn spelled_out_name<'s>(spellings: &[(&'s String, u32)]) -> Option<&'s String> {
    const MAX_RATIO: u32 = 4;
    let (short, frequency) = spellings.first()?;
    let mut long = spellings.iter().filter(|(name, _)| name.contains(' '));
    let (long, _) = long.find(|(name, count)| {
        is_acronym(short) || name.starts_with(*short) && count * MAX_RATIO >= *frequency
    })?;
    (!short.contains(' ')).then_some(*long)
}

/// Returns the most frequent spelling of a name of several letters that is not all in capitals, if
/// `name` is.
fn without_capitals<'s>(name: &str, spellings: &[(&'s String, u32)]) -> Option<&'s String> {
    let is_capitals = |name: &str| !name.contains(char::is_lowercase);
    let folded = name.to_lowercase();
    spellings
        .iter()
        .map(|(spelling, _)| *spelling)
        .filter(|_| is_capitals(name))
        .find(|spelling| !is_capitals(spelling) && spelling.to_lowercase() == folded)
}

fn is_acronym(name: &str) -> bool {
    name.chars().all(|c| c.is_uppercase() || c == '.')
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

/// The built-in aliases: one set of names for an entity in each line, the display name first.
const BUILT_IN_ALIASES: DataFile = DataFile::SameNames;

/// The sets of names that stand for the same entity.
struct Aliases {
    /// For each folded name, the folded display name of its set.
    canonical_names: HashMap<String, String>,
    /// For each folded display name, the display name as it is written.
    display_names: HashMap<String, String>,
    /// The folded display names in the settings.
    of_settings: BTreeSet<String>,
}

impl Aliases {
    fn new(settings: &Settings) -> Self {
        let (mut canonical_names, mut display_names) = (HashMap::new(), HashMap::new());
        let from_settings =
            settings.aliases.iter().map(|set| set.iter().map(String::as_str).collect::<Vec<_>>());
        let built_in = BUILT_IN_ALIASES
            .text()
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split(" = ").collect::<Vec<_>>());
        let mut of_settings = BTreeSet::new();
        let from_settings = from_settings.map(|set| (set, true));
        let built_in = built_in.map(|set| (set, false));
        // The settings come first, so that they override the built-in aliases.
        for (set, is_of_settings) in from_settings.chain(built_in) {
            let Some(display_name) = set.first() else { continue };
            let key = fold_name(display_name).into_owned();
            let key = canonical_names.get(&key).cloned().unwrap_or(key);
            display_names.entry(key.clone()).or_insert_with(|| (*display_name).to_owned());
            if is_of_settings {
                of_settings.insert(key.clone());
            }
            for name in set {
                canonical_names.entry(fold_name(name).into_owned()).or_insert_with(|| key.clone());
            }
        }
        Self { canonical_names, display_names, of_settings }
    }

    /// Returns the display name of the set whose folded display name is `name`.
    fn display_name(&self, name: &str) -> Option<DisplayName<'_>> {
        let display_name = self.display_names.get(name)?;
        Some(match self.of_settings.contains(name) {
            true => DisplayName::OfSettings(display_name),
            false => DisplayName::BuiltIn(display_name),
        })
    }

    /// Returns the folded display name of the set that contains `name`, or `name` itself.
    fn canonical<'n>(&'n self, name: &'n str) -> &'n str {
        self.canonical_names.get(name).map_or(name, String::as_str)
    }
}

/// Returns for each name of a person the full name that stands for that person in all documents.
///
/// Full names with the same first word and variant spellings of one surname are one person. A
/// surname alone is the person who has it, if only one has.
fn link_people(mentions: &[Vec<ResolvedMention>]) -> HashMap<String, String> {
    let mut frequencies: BTreeMap<&str, u32> = BTreeMap::new();
    for mention in mentions.iter().flatten().filter(|mention| mention.kind == Kind::Person) {
        *frequencies.entry(&mention.full_name).or_default() += 1;
    }
    let mut names: Vec<(&str, u32)> =
        frequencies.iter().map(|(name, frequency)| (*name, *frequency)).collect();
    names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let (full_names, surnames): (Vec<&str>, Vec<&str>) =
        names.into_iter().map(|(name, _)| name).partition(|name| name.contains(' '));
    let mut linked: HashMap<String, String> = HashMap::new();
    // For each first word the surnames of the people whose names start with it, so that each name
    // is compared with few others.
    let mut by_first_word: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    let mut by_surname: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for name in full_names {
        let (Some((first, _)), Some((_, surname))) = (name.split_once(' '), name.rsplit_once(' '))
        else {
            continue;
        };
        let alike = by_first_word.entry(first).or_default();
        let known = alike.iter().find(|(other, _)| are_spellings_of_one_name(other, surname));
        let person = match known {
            Some((_, person)) => *person,
            None => {
                alike.push((surname, name));
                name
            }
        };
        by_surname.entry(surname).or_default().insert(person);
        linked.insert(name.to_owned(), person.to_owned());
    }
    for surname in surnames {
        let people = by_surname
            .get(surname)
            .cloned()
            .unwrap_or_else(|| people_with_variant(surname, &by_surname));
        if let (Some(person), 1) = (people.first(), people.len()) {
            linked.insert(surname.to_owned(), (*person).to_owned());
        }
    }
    linked
}

/// Returns the people whose surname is another spelling of `surname`.
fn people_with_variant<'n>(
    surname: &str,
    by_surname: &BTreeMap<&'n str, BTreeSet<&'n str>>,
) -> BTreeSet<&'n str> {
    // Spellings of one name begin alike.
    let prefix: String = surname.chars().take(3).collect();
    by_surname
        .range::<str, _>((Bound::Included(prefix.as_str()), Bound::Unbounded))
        .take_while(|(other, _)| other.starts_with(&prefix))
        .filter(|(other, _)| are_spellings_of_one_name(other, surname))
        .flat_map(|(_, people)| people.iter().copied())
        .collect()
}

/// Returns whether two surnames are spellings of one name, such as "Zelenskyy" and "Zelenskiy":
/// they are equal, or they are long, share their first half, and differ in two letters at most.
fn are_spellings_of_one_name(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let shorter = a.len().min(b.len());
    let common_prefix = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    shorter >= 6
        && common_prefix * 2 > shorter
        && (shorter >= 7 || common_prefix + 2 > shorter)
        && edit_distance(&a, &b) <= 2
}

/// Returns the Levenshtein distance.
fn edit_distance(a: &[char], b: &[char]) -> usize {
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
