//! Orders of a view's elements.

/// Returns the positions of keys in ascending order. Those of equal keys keep their order.
///
/// Sorting pairs of numbers reuses code that the search has. Each other sort would add several
/// kilobytes to the program.
pub(super) fn ascending(keys: impl IntoIterator<Item = u32>) -> Vec<usize> {
    let mut pairs: Vec<(u32, u32)> = keys.into_iter().zip(0..).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, position)| position as usize).collect()
}

/// Returns a key by which the largest numbers come first.
pub(super) fn descending(number: u64) -> u32 {
    u32::MAX - u32::try_from(number).unwrap_or(u32::MAX)
}

/// Returns a key by which numbers that are not negative are in their order: those that differ in
/// the first seven digits.
pub(super) fn by_size(number: f64) -> u32 {
    (number.max(0.0) as f32).to_bits()
}

/// Sorts values by weight, the heaviest first. Values of equal weight keep their order.
pub(super) fn by_weight<T: Default>(mut values: Vec<T>, weight: impl Fn(&T) -> usize) -> Vec<T> {
    let order = ascending(values.iter().map(|value| descending(weight(value) as u64)));
    let take = |position: usize| values.get_mut(position).map(std::mem::take);
    order.into_iter().filter_map(take).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(ascending([3, 1, 3, 2]), [1, 3, 0, 2]);
        assert_eq!(ascending([3, 1, 3].map(|it: u64| descending(it))), [0, 2, 1]);
        assert_eq!(ascending([1e9, 0.5, 0.0, 2.25].map(by_size)), [2, 1, 3, 0]);
    }

    #[test]
    fn equal_weights_keep_their_order() {
        assert_eq!(
            by_weight(vec!["bb", "a", "cc", "ddd"], |text| text.len()),
            ["ddd", "bb", "cc", "a"]
        );
    }
}
