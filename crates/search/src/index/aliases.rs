//! Aliases: several names for one thing ("Kiev", "Kyiv"; "DPRK", "North Korea"), equal in searches.
//!
//! # Format
//!
//! The number of names (u32). For each name, in byte order: its offset and the offset of its set,
//! from the start of the section (u32 each). Then the sets: for each, the number of names (varint)
//! and the names (strings). A name is stored as its terms with single spaces.

use super::bytes::{Reader, u32_at};
#[cfg(feature = "build")]
use super::bytes::{push_string, push_varint};
use crate::analyze::analyze;

/// The maximum number of names with one first word that a lookup compares.
const MAX_CANDIDATES: usize = 256;

/// Returns the terms of a name, with single spaces.
pub fn normalized(name: &str) -> String {
    let mut terms = String::new();
    analyze(name, |token| {
        if !token.is_compound {
            if !terms.is_empty() {
                terms.push(' ');
            }
            terms.push_str(token.term);
        }
    });
    terms
}

/// Finds the longest name that `words` start with. Returns the other names in its set, and the
/// number of words in the name found.
pub(crate) fn lookup<'a>(section: &'a [u8], words: &[String]) -> (Vec<&'a str>, usize) {
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
            let others = set_of(section, number).filter(|other| *other != name);
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
fn set_of(section: &[u8], number: usize) -> impl Iterator<Item = &str> {
    let offset = u32_at(section, number * 8 + 8).unwrap_or(u32::MAX);
    let mut reader = Reader::new(section, offset as usize);
    let names = reader.varint();
    (0..names).map_while(move |_| (!reader.is_at_end()).then(|| reader.string()))
}

/// Encodes sets of normalized names as a section.
#[cfg(feature = "build")]
pub(crate) fn encode<'n>(sets: impl Iterator<Item = &'n Vec<String>>) -> Vec<u8> {
    let mut encoded_sets = Vec::new();
    let mut names: Vec<(&str, usize, usize)> = Vec::new();
    for set in sets {
        let start = encoded_sets.len();
        push_varint(&mut encoded_sets, set.len() as u32);
        for name in set {
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
        let sets: Vec<Vec<String>> =
            sets.iter().map(|set| set.iter().map(|name| (*name).to_owned()).collect()).collect();
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
            assert_eq!(lookup(&names, &words), (expected.to_vec(), length), "{words:?}");
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
