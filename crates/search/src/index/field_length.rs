//! Field lengths in one byte: exact for short fields such as titles, then in steps of five per
//! cent.

/// Lengths below this are exact.
const EXACT: u32 = 40;
const STEP: f32 = 1.05;

/// Returns the length in words that each code stands for.
pub(crate) fn decoded_lengths() -> [f32; 256] {
    let mut lengths = [0.0; 256];
    let mut step = EXACT as f32;
    for (code, length) in lengths.iter_mut().enumerate() {
        if code < EXACT as usize {
            *length = code as f32;
        } else {
            *length = step;
            step *= STEP;
        }
    }
    lengths
}

/// Returns the middle of the lengths in words that have each code.
pub(crate) fn middle_lengths() -> [f32; 256] {
    let mut lengths = decoded_lengths();
    for length in lengths.iter_mut().skip(EXACT as usize) {
        *length *= (1.0 + STEP) / 2.0;
    }
    lengths
}

/// Returns the code of a length in words, rounded down.
#[cfg(feature = "build")]
pub(crate) fn encode(words: u32) -> u8 {
    let after = decoded_lengths().partition_point(|length| *length <= words as f32);
    u8::try_from(after.saturating_sub(1)).unwrap_or(u8::MAX)
}

/// Returns whether a code stands for exactly that many words.
pub(crate) fn is_exactly(code: u8, words: u32) -> bool {
    u32::from(code) == words && words < EXACT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lengths_are_exact_and_long_ones_are_within_a_step() {
        let lengths = decoded_lengths();
        for length in (0..200_000).step_by(7).chain(0..100) {
            let decoded = lengths[usize::from(encode(length))];
            let (low, high) = (length as f32 / 1.051, length as f32);
            assert!((low..=high).contains(&decoded), "{length} {decoded}");
            assert!(length >= EXACT || is_exactly(encode(length), length));
        }
    }
}
