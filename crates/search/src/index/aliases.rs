//! Aliases: several names for one thing ("Kiev", "Kyiv"; "DPRK", "North Korea"), equal in searches.
//!
//! # Format
//!
//! The number of names (u32). For each name, in byte order: its offset and the offset of its set,
//! from the start of the section (u32 each). Then the sets: for each, the number of names, the
//! number of those among them that name the thing itself (varints), and the names (strings), these
//! first. The others name what belongs to it, such as the people of a country. A name is stored as
//! its terms with single spaces.

use super::bytes::{Reader, u32_at};
#[cfg(feature = "build")]
use super::bytes::{push_string, push_varint};
use crate::analyze::terms_in_sequence;

/// The maximum number of names with one first word that a lookup compares.
const MAX_CANDIDATES: usize = 256;

/// Returns the terms of a name, with single spaces.
pub fn normalized(name: &str) -> String {
    terms_in_sequence(name).join(" ")
}

/// A set of names.
#[cfg(feature = "build")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AliasSet {
    /// The names of the thing itself.
    pub(crate) names: Vec<String>,
    /// The names of what belongs to it.
    pub(crate) related: Vec<String>,
}

#[cfg(feature = "build")]
impl AliasSet {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &String> {
        self.names.iter().chain(&self.related)
    }
}

/// Another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alias<'a> {
    /// The terms of the name, with single spaces.
    pub name: &'a str,
    /// True if both are names of the thing itself.
    pub is_same: bool,
}

/// Finds the longest name that `words` start with. Returns the other names in its set, and the
/// number of words in the name found.
pub(crate) fn lookup<'a>(section: &'a [u8], words: &[String]) -> (Vec<Alias<'a>>, usize) {
    let mut longest = (Vec::new(), 0);
    let Some(first) = words.first() else { return longest };
    let (mut low, mut high) = (0, u32_at(section, 0).unwrap_or_default() as usize);
    while low < high {
        let middle = usize::midpoint(low, high);
        if name_at(section, middle).is_some_and(|name| name < first.as_str()) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    // A space sorts before all letters, so names with one first word are neighbours.
    for number in low..low.saturating_add(MAX_CANDIDATES) {
        let has_first_word = |name: &&str| name.split(' ').next() == Some(first);
        let Some(name) = name_at(section, number).filter(has_first_word) else { break };
        let length = name.split(' ').count();
        let matches = words.get(..length).is_some_and(|words| words.iter().eq(name.split(' ')));
        if matches && length > longest.1 {
            let is_own = set_of(section, number).any(|other| other.name == name && other.is_same);
            let others = set_of(section, number).filter(|other| other.name != name);
            let others = others.map(|it| Alias { is_same: it.is_same && is_own, ..it });
            longest = (others.collect(), length);
        }
    }
    longest
}

fn name_at(section: &[u8], number: usize) -> Option<&str> {
    let offset = u32_at(section, number.checked_mul(8)?.checked_add(4)?)?;
    Some(Reader::new(section, offset as usize).string()).filter(|name| !name.is_empty())
}

/// Iterates over the names in the set of a name.
fn set_of(section: &[u8], number: usize) -> impl Iterator<Item = Alias<'_>> {
    let offset = u32_at(section, number * 8 + 8).unwrap_or(u32::MAX);
    let mut reader = Reader::new(section, offset as usize);
    let names = reader.varint();
    let same = reader.varint();
    (0..names).map_while(move |number| {
        let name = (!reader.is_at_end()).then(|| reader.string())?;
        Some(Alias { name, is_same: number < same })
    })
}

/// Encodes sets of normalized names as a section.
#[cfg(feature = "build")]
pub(crate) fn encode<'n>(sets: impl Iterator<Item = &'n AliasSet>) -> Vec<u8> {
    let mut encoded_sets = Vec::new();
    let mut names: Vec<(&str, usize, usize)> = Vec::new();
    for set in sets {
        let start = encoded_sets.len();
        push_varint(&mut encoded_sets, set.iter().count() as u32);
        push_varint(&mut encoded_sets, set.names.len() as u32);
        for name in set.iter() {
            names.push((name, encoded_sets.len(), start));
            push_string(&mut encoded_sets, name);
        }
    }
    names.sort_unstable();
    let table_bytes = 4 + names.len() * 8;
    let offsets = names.iter().flat_map(|(_, name, set)| [name + table_bytes, set + table_bytes]);
    let table = std::iter::once(names.len()).chain(offsets);
    let table = table.flat_map(|number| (number as u32).to_le_bytes());
    table.chain(encoded_sets.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn section(sets: &[&[&str]]) -> Vec<u8> {
        // The names in brackets name what belongs to a thing.
        let name = |name: &&str| name.trim_matches(['[', ']']).to_owned();
        let sets: Vec<AliasSet> = sets
            .iter()
            .map(|set| {
                let (related, names): (Vec<&str>, Vec<&str>) =
                    set.iter().partition(|name| name.starts_with('['));
                AliasSet {
                    names: names.iter().map(name).collect(),
                    related: related.iter().map(name).collect(),
                }
            })
            .collect();
        encode(sets.iter())
    }

    #[test]
    fn lookup_finds_the_longest_name() {
        let sets: [&[&str]; 3] = [
            &["us", "united states", "usa"],
            &["united kingdom", "uk"],
            &["un", "united nations", "us army"],
        ];
        let names = section(&sets);
        let check = |words: &str, expected: &[&str], length: usize| {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let (found, found_length) = lookup(&names, &words);
            assert!(found.iter().all(|it| it.is_same), "{words:?}");
            let found: Vec<&str> = found.iter().map(|it| it.name).collect();
            assert_eq!((found, found_length), (expected.to_vec(), length), "{words:?}");
        };
        check("us", &["united states", "usa"], 1);
        check("us navy", &["united states", "usa"], 1);
        check("us army", &["un", "united nations"], 2);
        check("united states of", &["us", "usa"], 2);
        check("united", &[], 0);
        check("uk", &["united kingdom"], 1);
        check("zoo", &[], 0);
        check("a", &[], 0);
        assert_eq!(lookup(&section(&[]), &["us".to_owned()]), (vec![], 0));
    }

    #[test]
    fn people_are_not_the_same_as_their_country() {
        let names = section(&[&["uk", "united kingdom", "[british]", "[britons]"]]);
        let check = |word: &str, expected: &[(&str, bool)]| {
            let (found, _) = lookup(&names, &[word.to_owned()]);
            let found: Vec<(&str, bool)> = found.iter().map(|it| (it.name, it.is_same)).collect();
            assert_eq!(found, expected, "{word}");
        };
        check("uk", &[("united kingdom", true), ("british", false), ("britons", false)]);
        check("british", &[("uk", false), ("united kingdom", false), ("britons", false)]);
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(
            bytes: Vec<u8>,
            words in prop::collection::vec("[a-c]{0,2}", 0..4),
        ) {
            let _ = lookup(&bytes, &words);
        }
    }
}
