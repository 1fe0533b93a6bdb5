//! Texts found and put together, where the standard library does it for any length and any type, and weighs more.

/// Where `part` first stands in `text`. The search of the standard library is made for long texts, and twice as much to
/// download as all that is left of it here.
pub fn find(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// A number in decimal digits. The standard library's way leads through its formatting, with signs, widths and alignment.
pub fn decimal(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// Languages that are written from right to left.
const FROM_THE_RIGHT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// Which way a text in a language runs, as `dir` has it. Where the language is not known, browsers look at the first letters,
/// but on a card those are its section's.
pub fn direction(language: Option<&str>) -> &'static str {
    let first = language.map(|tag| tag.split('-').next().unwrap_or_default());
    if first.is_some_and(|first| FROM_THE_RIGHT.contains(&first)) { "rtl" } else { "auto" }
}

/// Texts as one, with `between` between them.
pub fn joined(parts: &[String], between: &str) -> String {
    let mut out = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            out.push_str(between);
        }
        out.push_str(part);
    }
    out
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_language_runs_its_way() {
        for (language, expected) in [
            (None, "auto"),
            (Some("en"), "auto"),
            (Some("ar"), "rtl"),
            (Some("he-IL"), "rtl"),
            (Some("argot"), "auto"),
        ] {
            assert_eq!(direction(language), expected, "{language:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_joined_is_joined_as_by_the_standard_library(parts in prop::collection::vec(".*", 0..4)) {
            prop_assert_eq!(joined(&parts, ", "), parts.join(", "));
        }

        #[test]
        fn a_number_is_written_as_by_the_standard_library(number in any::<u64>(), few in 0..1000_u64) {
            prop_assert_eq!(decimal(number), number.to_string());
            prop_assert_eq!(decimal(few), few.to_string());
        }

        #[test]
        fn what_is_found_is_what_the_standard_library_finds(text in "[abé]{0,12}", part in "[abé]{0,3}") {
            prop_assert_eq!(find(&text, &part), text.find(&part));
        }
    }
}
