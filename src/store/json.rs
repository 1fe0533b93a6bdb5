//! JSON of stored, exported and imported data.
//!
//! serde-json-core reports no error messages, and so adds a tenth of what `serde_json` or
//! `serde-wasm-bindgen` would add to the download; see `bench/RESULTS.md`.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Parses JSON; `None` if it is not JSON, or not a `T`.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut unescaped = vec![0; text.len()];
    let (value, length) = serde_json_core::from_str_escaped(text, &mut unescaped).ok()?;
    text.get(length..)?.trim().is_empty().then_some(value)
}

/// Prints a value as JSON.
pub fn print<T: Serialize>(value: &T) -> String {
    let mut buffer = vec![0; 1024];
    loop {
        match serde_json_core::to_slice(value, &mut buffer) {
            Ok(length) => {
                buffer.truncate(length);
                return String::from_utf8(buffer).unwrap_or_default();
            }
            // The buffer was too small.
            Err(_) => buffer = vec![0; 2 * buffer.len()],
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_that_are_not_json_are_rejected() {
        for text in ["", "[", "[\"a\"] x", "[1]", "{}", "\"a\"", "[\"a\",]"] {
            assert_eq!(parse::<Vec<String>>(text), None, "{text}");
        }
        assert_eq!(parse::<Vec<String>>(" [ \"a\" ] \n"), Some(vec!["a".to_owned()]));
        let escaped = r#"["\u00e9\u2028\"\\\/\n\t"]"#;
        assert_eq!(parse::<Vec<String>>(escaped), Some(vec!["é\u{2028}\"\\/\n\t".to_owned()]));
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(rows in prop::collection::vec(prop::collection::vec("\\PC*|[\\x00-\\x20\"\\\\é🚢]*", 0..4), 0..4)) {
            let parsed: Vec<Vec<String>> = serde_json::from_str(&print(&rows)).unwrap();
            prop_assert_eq!(&parsed, &rows);
            prop_assert_eq!(parse(&serde_json::to_string(&rows).unwrap()), Some(rows));
        }
    }
}
