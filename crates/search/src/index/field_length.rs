//! Lengths of fields in a byte: exact where titles are, then in steps of five per cent.

/// Lengths below this are kept as they are.
const EXACT: u32 = 40;
const STEP: f32 = 1.05;

/// The length that each byte stands for, in words.
pub(crate) fn lengths() -> [f32; 256] {
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

/// The byte for a length.
#[cfg(feature = "build")]
pub(crate) fn code(length: u32) -> u8 {
    let after = lengths().partition_point(|step| *step <= length as f32);
    u8::try_from(after.saturating_sub(1)).unwrap_or(u8::MAX)
}

/// Whether a byte stands for exactly that many words.
pub(crate) fn is_exactly(code: u8, words: u32) -> bool {
    u32::from(code) == words && words < EXACT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lengths_are_exact_and_long_ones_close() {
        let lengths = lengths();
        for length in (0..200_000).step_by(7).chain(0..100) {
            let kept = lengths[usize::from(code(length))];
            assert!(kept <= length as f32 && kept >= length as f32 / 1.051, "{length} {kept}");
            assert!(length >= EXACT || is_exactly(code(length), length));
        }
    }
}
