//! Sets of aliases: the built-in ones, and those that a site adds.

use crate::index::aliases::{AliasSet, normalized};

/// One set per line, with equals signs between the names of a thing, and a tilde before each name
/// of what belongs to it.
const BUILT_IN: &str = include_str!("aliases.txt");

/// Returns the built-in sets, normalized.
pub(super) fn built_in() -> Vec<AliasSet> {
    let mut sets = Vec::new();
    for line in BUILT_IN.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split('~');
        let names = parts.next().unwrap_or_default().split('=');
        add(&mut sets, names, parts);
    }
    sets
}

/// Adds a set, or merges it with a set that shares a name with it.
pub(super) fn add<'n>(
    sets: &mut Vec<AliasSet>,
    names: impl Iterator<Item = &'n str>,
    related: impl Iterator<Item = &'n str>,
) {
    let mut set = AliasSet::default();
    for name in names.map(normalized).filter(|name| !name.is_empty()) {
        if !set.names.contains(&name) {
            set.names.push(name);
        }
    }
    for name in related.map(normalized).filter(|name| !name.is_empty()) {
        if set.iter().all(|other| *other != name) {
            set.related.push(name);
        }
    }
    let shares_name =
        |other: &&mut AliasSet| other.iter().any(|name| set.iter().any(|it| it == name));
    if let Some(other) = sets.iter_mut().find(shares_name) {
        let is_new = |name: &String| other.iter().all(|it| it != name);
        let (names, related): (Vec<String>, Vec<String>) = (
            set.names.into_iter().filter(is_new).collect(),
            set.related.into_iter().filter(is_new).collect(),
        );
        other.names.extend(names);
        other.related.extend(related);
    } else if set.iter().count() > 1 {
        sets.push(set);
    }
}
