//! Makes slugs: the part of an article's URL that comes from its title.

use crate::ascii;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark as is_mark;
use unicode_script::{Script, UnicodeScript};

/// The maximum length of a slug in characters.
const MAX_LENGTH: usize = 80;

/// The maximum length of a slug in bytes. A slug names a folder, and file systems limit names to
/// 255 bytes.
const MAX_BYTES: usize = 240;

/// Makes unique slugs. A title that is a slug which is free stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Slugs {
    taken: BTreeSet<String>,
    /// The last number of each slug that was taken when a title asked for it, so that many equal
    /// titles do not try the same numbers again.
    numbers: BTreeMap<String, usize>,
}

impl Slugs {
    /// Returns a slug for a title. If it is taken, the second article gets the suffix `-2`, the
    /// third `-3`.
    pub fn take(&mut self, title: &str) -> String {
        let wanted = slug(title);
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let number = self.numbers.entry(wanted.clone()).or_insert(1);
        loop {
            *number += 1;
            let ending = format!("-{number}");
            let slug = cut(&wanted, ending.len()).to_owned() + &ending;
            if self.taken.insert(slug.clone()) {
                return slug;
            }
        }
    }
}

/// Converts a title to lower-case letters, digits and hyphens, at most [`MAX_LENGTH`] characters.
///
/// Latin, Greek and Cyrillic letters get their nearest spelling in ASCII (`Łódź` → `lodz`, `Киев` →
/// `kiev`). Letters of other scripts stay, in NFC: no spelling in ASCII is right for all languages
/// that share such a script (`東京` is Tokyo, not Dongjing).
///
/// Punctuation that joins the parts of one word or number is dropped (`Russia's` → `russias`,
/// `U.S.` → `us`, `8,000` → `8000`); every other character that is not a letter or digit becomes a
/// hyphen.
fn slug(title: &str) -> String {
    let characters: Vec<char> = title.nfc().flat_map(spelled).collect();
    let mut slug = String::new();
    for (at, &c) in characters.iter().enumerate() {
        let after = characters.get(at + 1).copied();
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        let both = |is: fn(&char) -> bool| {
            before.as_ref().is_some_and(is) && after.as_ref().is_some_and(is)
        };
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() {
            slug.extend(c.to_lowercase());
        } else if c == '\''
            || c == '.' && !both(char::is_ascii_digit)
            || c == ',' && both(char::is_ascii_digit)
        {
            // Joins two parts of a word or number.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    // Lower case may have a precomposed form that upper case lacks.
    let slug: String = slug.trim_end_matches('-').nfc().collect();
    let slug = cut(&slug, 0);
    if slug.is_empty() { "article".to_owned() } else { slug.to_owned() }
}

/// Returns a character of a title as a slug spells it: itself if it belongs to a word of another
/// script than Latin, Greek and Cyrillic, or else in ASCII.
fn spelled(c: char) -> Vec<char> {
    if c.is_ascii() || is_kept(c) {
        return vec![c];
    }
    let mut out = Vec::new();
    for part in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)) {
        if is_kept(part) || part.is_ascii() {
            out.push(part);
        } else if is_of_other_script(part) {
            out.push('-'); // punctuation, such as a full stop without a space after it
        } else {
            out.extend(ascii::spelling(part).chars());
        }
    }
    out
}

/// Returns true for letters, digits and marks of scripts other than Latin, Greek and Cyrillic.
fn is_kept(c: char) -> bool {
    is_of_other_script(c) && (c.is_alphanumeric() || is_mark(c))
}

/// Returns true if all scripts that use a character are others than Latin, Greek and Cyrillic.
/// Characters that every script uses belong to none.
pub(crate) fn is_of_other_script(c: char) -> bool {
    let scripts = c.script_extension();
    !c.is_ascii()
        && !scripts.is_common()
        && !scripts.is_inherited()
        && !scripts.is_empty()
        && ![Script::Latin, Script::Greek, Script::Cyrillic, Script::Unknown]
            .into_iter()
            .any(|script| scripts.contains_script(script))
}

/// Cuts a slug so that an ending of `reserved` ASCII characters fits behind it: at a word boundary
/// if that leaves at least half of the slug, because not every script has spaces between words.
fn cut(slug: &str, reserved: usize) -> &str {
    let fits = |(nth, (at, c)): &(usize, (usize, char))| {
        *nth < MAX_LENGTH - reserved && at + c.len_utf8() <= MAX_BYTES - reserved
    };
    let fitting = slug.char_indices().enumerate().take_while(fits);
    let (length, end) =
        fitting.last().map_or((0, 0), |(nth, (at, c))| (nth + 1, at + c.len_utf8()));
    let (head, tail) = slug.split_at_checked(end).unwrap_or((slug, ""));
    if tail.is_empty() || tail.starts_with('-') {
        return head.trim_end_matches('-');
    }
    let words = head.rsplit_once('-').map(|(words, _)| words);
    let words = words.filter(|words| words.chars().count() * 2 >= length);
    let whole = words.unwrap_or_else(|| {
        // A mark belongs to the letter before it.
        let is_split = tail.starts_with(is_mark);
        let letter = head.trim_end_matches(is_mark);
        let before = letter.char_indices().next_back().and_then(|(at, _)| letter.get(..at));
        before.filter(|before| is_split && !before.is_empty()).unwrap_or(head)
    });
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
        check("  ?!…  ", "article");
        check("", "article");
        check("-- a -- b --", "a-b");
        check(&"word ".repeat(30), &["word"; 16].join("-"));
        check(&"x".repeat(100), &"x".repeat(80));
    }

    #[test]
    fn latin_greek_and_cyrillic_become_ascii() {
        check("Straße nach Århus", "strasse-nach-arhus");
        check("Αθήνα: νέα", "athina-nea");
        check("Львів і Об’єднані", "lviv-i-obiednani");
        check("ＡＢＣ ２０２４ 𝐁𝐨𝐥𝐝", "abc-2024-bold");
        check("Việt Nam", "viet-nam");
        check("µ-Opioide", "m-opioide");
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        check("北海道新幹線が開業", "北海道新幹線が開業");
        check("東京、大阪。データ・センター", "東京-大阪-データ-センター");
        check("ラーメン２０２４ NHK", "ラーメン2024-nhk");
        check("か\u{3099}", "が");
        check("서울 날씨", "서울-날씨");
        check("मौसम की ख़बर। कल", "मौसम-की-ख\u{93c}बर-कल");
        check("الطقس، غداً ٢٠٢٤", "الطقس-غدا\u{64b}-٢٠٢٤");
        check("می\u{200c}خواهم", "میخواهم");
        check("שלום עולם!", "שלום-עולם");
        check("ԵՐԵՎԱՆ ႠႡ", "երեվան-ⴀⴁ");
    }

    #[test]
    fn a_slug_fits_into_a_file_name() {
        check(&"北".repeat(100), &"北".repeat(80));
        check(&"𠀀".repeat(100), &"𠀀".repeat(60));
        check(&format!("2024 {}", "北".repeat(100)), &format!("2024-{}", "北".repeat(75)));
        check(&"की".repeat(100), &"की".repeat(40));
        check(&format!("क{}", "की".repeat(100)), &format!("क{}", "की".repeat(39)));
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        let mut slugs = Slugs::default();
        let taken: Vec<String> =
            ["Spring", "spring!", "Spring", "Spring 2"].map(|title| slugs.take(title)).into();
        assert_eq!(taken, ["spring", "spring-2", "spring-3", "spring-2-2"]);
        assert_eq!(slugs.take(&"x".repeat(90)).len(), 80);
        assert_eq!(slugs.take(&"x".repeat(90)), "x".repeat(78) + "-2");
        assert_eq!(slugs.take("東京"), "東京");
        assert_eq!(slugs.take("「東京」"), "東京-2");
        assert_eq!(slugs.take(&"𠀀".repeat(90)).len(), 240);
        assert_eq!(slugs.take(&"𠀀".repeat(90)), "𠀀".repeat(59) + "-2");
    }

    #[test]
    fn a_slug_of_front_matter_stays_as_it_is() {
        for slug in ["a-b-2024", "北海道-2", "x"] {
            check(slug, slug);
        }
        check("My-Post", "my-post");
    }

    proptest! {
        #[test]
        fn any_title_has_a_valid_slug(title in ".{0,200}") {
            let slug = slug(&title);
            prop_assert!((1..=MAX_LENGTH).contains(&slug.chars().count()));
            prop_assert!(slug.len() <= MAX_BYTES);
            prop_assert!(slug.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-') || is_kept(c)), "{}", slug);
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            prop_assert!(unicode_normalization::is_nfc(&slug));
            prop_assert_eq!(slug.to_lowercase(), slug.as_str());
            prop_assert_eq!(super::slug(&slug), slug);
        }

        #[test]
        fn latin_greek_and_cyrillic_titles_have_slugs_in_ascii(
            title in "[\\p{Latin}\\p{Greek}\\p{Cyrillic} -~]{0,120}",
        ) {
            prop_assert!(slug(&title).is_ascii());
        }
    }
}
