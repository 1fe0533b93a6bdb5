//! Sets of aliases: the built-in ones, and those that a site adds.

use crate::index::aliases::normalized;

/// One set per line, with equals signs between the names.
const BUILT_IN: &str = include_str!("aliases.txt");

/// Returns the built-in sets, normalized.
pub(super) fn built_in() -> Vec<Vec<String>> {
    let mut sets = Vec::new();
    for line in BUILT_IN.lines().filter(|line| !line.starts_with('#')) {
        add(&mut sets, line.split('='));
    }
    sets
}

/// Adds a set, or merges it with a set that shares a name with it.
pub(super) fn add<'n>(sets: &mut Vec<Vec<String>>, names: impl Iterator<Item = &'n str>) {
    let mut set: Vec<String> = Vec::new();
    for name in names.map(normalized).filter(|name| !name.is_empty()) {
        if !set.contains(&name) {
            set.push(name);
        }
    }
    let shares_name = |other: &&mut Vec<String>| other.iter().any(|name| set.contains(name));
    if let Some(other) = sets.iter_mut().find(shares_name) {
        set.retain(|name| !other.contains(name));
        other.append(&mut set);
    } else if set.len() > 1 {
        sets.push(set);
    }
}
