//! Sorting by weight, for lists of quotes and figures.

/// Sorts values by weight, the heaviest first. Values of equal weight keep their order.
pub fn by_weight<T: Default>(mut values: Vec<T>, weight: impl Fn(&T) -> usize) -> Vec<T> {
    // Sorting pairs of numbers reuses code that the search has; a stable sort would add to the
    // download.
    let mut ranks: Vec<(u32, u32)> = values
        .iter()
        .zip(0..)
        .map(|(value, index)| (u32::MAX - weight(value) as u32, index))
        .collect();
    ranks.sort_unstable();
    let take = |(_, index): (u32, u32)| values.get_mut(index as usize).map(std::mem::take);
    ranks.into_iter().filter_map(take).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn equal_weights_keep_their_order() {
        assert_eq!(
            by_weight(vec!["bb", "a", "cc", "ddd"], |text| text.len()),
            ["ddd", "bb", "cc", "a"]
        );
    }
}
