//! Makes slugs: the part of an article's URL that comes from its title.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// The maximum length of a slug in characters.
const MAX_LENGTH: usize = 80;

/// Makes unique slugs.
#[derive(Default)]
pub(crate) struct Slugs {
    taken: BTreeSet<String>,
}

impl Slugs {
    /// Returns a slug for a title. If it is taken, the second article gets the suffix `-2`, the
    /// third `-3`.
    pub(crate) fn take(&mut self, title: &str) -> String {
        let wanted = slug(title);
        let mut slug = wanted.clone();
        let mut number = 1;
        while !self.taken.insert(slug.clone()) {
            number += 1;
            let ending = format!("-{number}");
            slug = cut(&wanted, MAX_LENGTH - ending.len()).to_owned() + &ending;
        }
        slug
    }
}

/// Converts a title to ASCII lower-case letters, digits and hyphens, at most [`MAX_LENGTH`]
/// characters.
///
/// Punctuation that joins the parts of one word or number is dropped (`Russia's` → `russias`,
/// `U.S.` → `us`, `8,000` → `8000`); every other character that is not a letter or digit becomes a
/// hyphen. Letters that NFKD leaves outside of ASCII get their nearest spelling in it (`Łódź` →
/// `lodz`, `Киев` → `kiev`), so that a title in another script has an address that can be read.
fn slug(title: &str) -> String {
    let spelled =
        any_ascii::any_ascii(&title.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>());
    let mut slug = String::new();
    let characters: Vec<char> = spelled.chars().collect();
    for (at, &c) in characters.iter().enumerate() {
        let after = characters.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        let both = |is: fn(&char) -> bool| {
            before.as_ref().is_some_and(is) && after.as_ref().is_some_and(is)
        };
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if c == '\''
            || c == '.' && !both(char::is_ascii_digit)
            || c == ',' && both(char::is_ascii_digit)
        {
            // Joins two parts of a word or number.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = cut(slug.trim_end_matches('-'), MAX_LENGTH);
    if slug.is_empty() { "article".to_owned() } else { slug.to_owned() }
}

/// Cuts a slug to `max_length` characters, at a word boundary if there is one.
fn cut(slug: &str, max_length: usize) -> &str {
    let Some((head, tail)) = slug.split_at_checked(max_length) else { return slug };
    let whole = if tail.starts_with('-') || tail.is_empty() {
        head
    } else {
        head.rsplit_once('-').map_or(head, |(words, _)| words)
    };
    whole.trim_end_matches('-')
}

/// Combining marks in the blocks that NFKD splits Latin, Greek and Cyrillic letters into.
pub(crate) fn is_combining_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(title: &str, expected: &str) {
        assert_eq!(slug(title), expected, "{title}");
    }

    #[test]
    fn titles_become_readable_slugs() {
        check(
            "What Trump’s Return Could Mean for NATO and European Security",
            "what-trumps-return-could-mean-for-nato-and-european-security",
        );
        check("US: 8,000 N. Korean Troops Expected", "us-8000-n-korean-troops-expected");
        check("From the U.S. to the EU", "from-the-us-to-the-eu");
        check("Pål & Łukasz — a story", "pal-lukasz-a-story");
        check("Pagefind 1.5 is out", "pagefind-1-5-is-out");
        check("ﬁne Ⅳ", "fine-iv");
        check("Новости", "novosti");
        check("東京", "dongjing");
        check("  ?!…  ", "article");
        check("", "article");
        check("-- a -- b --", "a-b");
        check(&"word ".repeat(30), &["word"; 16].join("-"));
        check(&"x".repeat(100), &"x".repeat(80));
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        let mut slugs = Slugs::default();
        let taken: Vec<String> =
            ["Spring", "spring!", "Spring", "Spring 2"].map(|title| slugs.take(title)).into();
        assert_eq!(taken, ["spring", "spring-2", "spring-3", "spring-2-2"]);
        assert_eq!(slugs.take(&"x".repeat(90)).len(), 80);
        assert_eq!(slugs.take(&"x".repeat(90)), "x".repeat(78) + "-2");
    }

    proptest! {
        #[test]
        fn any_title_has_a_valid_slug(title in ".{0,200}") {
            let slug = slug(&title);
            prop_assert!((1..=MAX_LENGTH).contains(&slug.len()));
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }
    }
}
