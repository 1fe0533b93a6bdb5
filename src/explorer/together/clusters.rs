//! An order in which names that are often together are next to each other.

use crate::explorer::order::{ascending, descending};

/// Returns the names that are in a pair, each once, so that those of a strong pair are close to
/// each other. `pairs` has the strongest first.
///
/// Each name starts as a row of its own. A pair joins the rows of its names, with the ends next to
/// each other that have the names closest to them, as single linkage joins clusters. Rows without a
/// pair between them follow each other, the longest first.
pub(super) fn cluster_order(
    names: usize,
    pairs: impl IntoIterator<Item = [usize; 2]>,
) -> Vec<usize> {
    let mut rows: Vec<Vec<usize>> = (0..names).map(|name| vec![name]).collect();
    for [one, other] in pairs {
        let place_of = |name: usize| {
            rows.iter().enumerate().find_map(|(row, names)| {
                Some((row, names.iter().position(|it| *it == name)?, names.len()))
            })
        };
        let Some((first, second)) = place_of(one).zip(place_of(other)) else { continue };
        if first.0 == second.0 {
            continue;
        }
        let take = |rows: &mut Vec<Vec<usize>>, row: usize| {
            rows.get_mut(row).map(std::mem::take).unwrap_or_default()
        };
        let mut front = take(&mut rows, first.0);
        let mut back = take(&mut rows, second.0);
        // Afterwards the one is near the end of its row, and the other near the start.
        if 2 * first.1 + 1 < first.2 {
            front.reverse();
        }
        if 2 * second.1 + 1 > second.2 {
            back.reverse();
        }
        front.append(&mut back);
        if let Some(row) = rows.get_mut(first.0) {
            *row = front;
        }
    }
    rows.retain(|row| row.len() > 1);
    let longest_first = ascending(rows.iter().map(|row| descending(row.len() as u64)));
    let rows = longest_first.into_iter().filter_map(|row| rows.get(row));
    rows.flatten().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: usize, pairs: &[[usize; 2]], expected: &[usize]) {
        assert_eq!(cluster_order(names, pairs.iter().copied()), expected);
    }

    #[test]
    fn names_of_a_pair_are_next_to_each_other() {
        check(5, &[[0, 3]], &[0, 3]);
        check(5, &[[0, 3], [1, 3]], &[1, 3, 0]);
        check(5, &[[0, 3], [1, 4], [0, 4]], &[3, 0, 4, 1]);
        check(3, &[], &[]);
        check(2, &[[0, 7], [0, 1], [1, 0]], &[0, 1]);
    }

    #[test]
    fn the_largest_cluster_comes_first() {
        check(5, &[[0, 1], [2, 3], [3, 4]], &[2, 3, 4, 0, 1]);
    }
}
