//! The hash by which a name is looked up.

use cuttings_search::fold;

/// Returns the hash of a name, of 32 bits: FNV-1a of its letters and digits as the search folds
/// them, so that neither case nor accents, hyphens, dots and spaces matter. `None` if it has none.
pub fn name_hash(name: &str) -> Option<u32> {
    let folded = fold(name);
    let mut letters = folded.chars().filter(|letter| letter.is_alphanumeric()).peekable();
    letters.peek()?;
    let mut hash = 0x811c_9dc5_u32;
    for letter in letters {
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_hash() {
        let all =
            |names: &[&str]| names.windows(2).all(|two| name_hash(two[0]) == name_hash(two[1]));
        assert!(all(&["Port-au-Prince", "PORT AU PRINCE", "port au-prince"]));
        assert!(all(&["São Paulo", "Sao Paulo"]));
        assert!(all(&["U.S.", "US"]));
        assert_ne!(name_hash("Paris"), name_hash("Parma"));
        assert_eq!((name_hash(" – "), name_hash("")), (None, None));
    }

    #[test]
    fn the_hash_is_that_of_the_published_function() {
        // http://www.isthe.com/chongo/tech/comp/fnv has these values.
        assert_eq!((name_hash("a"), name_hash("foobar")), (Some(0xe40c_292c), Some(0xbf9c_f968)));
    }
}
