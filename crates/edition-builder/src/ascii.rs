//! The closest spellings in ASCII of Latin, Greek and Cyrillic characters and of symbols, as
//! `any_ascii` has them. The spellings of all other scripts, which slugs keep, would be a tenth of
//! the program that readers download to import files.

use std::sync::LazyLock;

/// A character and its spelling in each line, in the order of the characters. Generated: after an
/// update of `any_ascii`, `WRITE_TABLES=1 cargo test -p cuttings-edition-builder ascii` writes it.
const TEXT: &str = include_str!("../data/spellings.txt");

static SPELLINGS: LazyLock<Vec<(char, &'static str)>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let mut rest = line.chars();
        Some((rest.next()?, rest.as_str()))
    };
    TEXT.split('\n').filter_map(line).collect()
});

/// Returns the spelling of a character that is not ASCII and has no decomposition. It is empty if
/// the character has none, or if it is of a script that slugs keep.
pub(crate) fn spelling(c: char) -> &'static str {
    let index = SPELLINGS.binary_search_by_key(&c, |(c, _)| *c);
    index.ok().and_then(|index| SPELLINGS.get(index)).map_or("", |(_, spelling)| spelling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slug::is_of_other_script;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn spellings_are_those_of_any_ascii() {
        let mut expected = String::new();
        for c in ('\u{80}'..=char::MAX).filter(|c| !is_of_other_script(*c)) {
            let spelling = any_ascii::any_ascii_char(c).replace('\n', " ");
            let is_whole = std::iter::once(c).nfkd().eq([c]);
            if is_whole && !spelling.is_empty() {
                expected.push(c);
                expected.push_str(&spelling);
                expected.push('\n');
            }
        }
        if std::env::var_os("WRITE_TABLES").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/spellings.txt");
            std::fs::write(path, &expected).unwrap();
        } else {
            assert!(TEXT == expected, "run this test with WRITE_TABLES=1");
        }
        for c in "łßжΩ€".chars() {
            assert_eq!(spelling(c), any_ascii::any_ascii_char(c), "{c}");
        }
    }
}
