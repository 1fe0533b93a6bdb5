//! Other names for one thing ("Kiev", "Kyiv"; "DPRK", "North Korea"), equal when searching.
//!
//! # Format
//!
//! How many names there are (u32); for each of them, in byte order, where it begins and where its set does (u32 each, from
//! the start of the section); then the sets, for each the number of names (varint) and the names (text): the folded words
//! of the name with single spaces.

use crate::analyze::analyze;
use crate::index::bytes::{Reader, u32_at};
#[cfg(feature = "build")]
use crate::index::bytes::{push_text, push_varint};

/// The words of a name as the index knows them.
pub(crate) fn folded(name: &str) -> String {
    let mut words = String::new();
    analyze(name, |token| {
        if !token.joined {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(token.form);
        }
    });
    words
}

/// No more names than this with one first word are looked at.
const MAX_ALIKE: usize = 256;

/// The other names of what is called by the first of these words, and how many words that are: the most that are a name.
pub(crate) fn names<'a>(section: &'a [u8], words: &[String]) -> (Vec<&'a str>, usize) {
    let mut best = (Vec::new(), 0);
    let Some(first) = words.first() else { return best };
    let (mut low, mut high) = (0, u32_at(section, 0).unwrap_or_default() as usize);
    while low < high {
        let middle = usize::midpoint(low, high);
        if name(section, middle).is_some_and(|name| name < first.as_str()) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    // A space comes before all letters, so that names with one first word lie together.
    for number in low..low.saturating_add(MAX_ALIKE) {
        let is_alike = |name: &&str| name.split(' ').next() == Some(first);
        let Some(name) = name(section, number).filter(is_alike) else { break };
        let length = name.split(' ').count();
        let is_here = words.get(..length).is_some_and(|words| words.iter().eq(name.split(' ')));
        if is_here && length > best.1 {
            best = (set(section, number).filter(|other| *other != name).collect(), length);
        }
    }
    best
}

fn name(section: &[u8], number: usize) -> Option<&str> {
    let at = u32_at(section, number.checked_mul(8)?.checked_add(4)?)?;
    Some(Reader::new(section, at as usize).text()).filter(|name| !name.is_empty())
}

/// The set that a name is in.
fn set(section: &[u8], number: usize) -> impl Iterator<Item = &str> {
    let mut reader =
        Reader::new(section, u32_at(section, number * 8 + 8).unwrap_or(u32::MAX) as usize);
    let names = reader.varint();
    (0..names).map_while(move |_| (!reader.is_at_end()).then(|| reader.text()))
}

/// The bytes of these sets.
#[cfg(feature = "build")]
pub(crate) fn write<'n>(sets: impl Iterator<Item = &'n Vec<String>>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut names: Vec<(&str, usize, usize)> = Vec::new();
    for set in sets {
        let start = out.len();
        push_varint(&mut out, set.len() as u32);
        for name in set {
            names.push((name, out.len(), start));
            push_text(&mut out, name);
        }
    }
    names.sort_unstable();
    let behind = 4 + names.len() * 8;
    let table = names.iter().flat_map(|(_, name, set)| [name + behind, set + behind]);
    let table =
        std::iter::once(names.len()).chain(table).flat_map(|number| (number as u32).to_le_bytes());
    table.chain(out.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn section(sets: &[&[&str]]) -> Vec<u8> {
        let sets: Vec<Vec<String>> =
            sets.iter().map(|set| set.iter().map(|name| (*name).to_owned()).collect()).collect();
        write(sets.iter())
    }

    #[test]
    fn the_longest_name_is_looked_up() {
        let sets: [&[&str]; 3] = [
            &["us", "united states", "usa"],
            &["united kingdom", "uk"],
            &["un", "united nations", "us army"],
        ];
        let section = section(&sets);
        let check = |words: &str, expected: &[&str], length: usize| {
            let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            assert_eq!(names(&section, &words), (expected.to_vec(), length), "{words:?}");
        };
        check("us", &["united states", "usa"], 1);
        check("us navy", &["united states", "usa"], 1);
        check("us army", &["un", "united nations"], 2);
        check("united states of", &["us", "usa"], 2);
        check("united", &[], 0);
        check("uk", &["united kingdom"], 1);
        check("zoo", &[], 0);
        check("a", &[], 0);
        assert_eq!(names(&super::tests::section(&[]), &["us".to_owned()]), (vec![], 0));
    }

    proptest! {
        #[test]
        fn any_bytes_end(bytes: Vec<u8>, words in prop::collection::vec("[a-c]{0,2}", 0..4)) {
            let _ = names(&bytes, &words);
        }
    }
}
