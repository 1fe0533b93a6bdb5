//! Names for one thing: the built-in ones, and what is added to them.

use crate::index::aliases::folded;

/// Sets of names, one a line, the names parted by equals signs.
const BUILT_IN: &str = include_str!("aliases.txt");

/// The built-in sets, folded.
pub(super) fn built_in() -> Vec<Vec<String>> {
    let mut sets = Vec::new();
    for line in BUILT_IN.lines().filter(|line| !line.starts_with('#')) {
        add(&mut sets, line.split('='));
    }
    sets
}

/// Adds a set. One that shares a name with another is put together with it.
pub(super) fn add<'n>(sets: &mut Vec<Vec<String>>, names: impl Iterator<Item = &'n str>) {
    let mut set: Vec<String> = Vec::new();
    for name in names.map(folded).filter(|name| !name.is_empty()) {
        if !set.contains(&name) {
            set.push(name);
        }
    }
    if let Some(old) = sets.iter_mut().find(|old| old.iter().any(|name| set.contains(name))) {
        set.retain(|name| !old.contains(name));
        old.append(&mut set);
    } else if set.len() > 1 {
        sets.push(set);
    }
}
