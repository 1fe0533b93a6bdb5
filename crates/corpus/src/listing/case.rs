//! The capitalisation of a line.

/// Words of at most this many characters may be in lower case in a headline: "with", "from",
/// "over".
const MAX_SMALL_WORD_CHARS: usize = 4;

/// The words of a line that are capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// All letters are capitals.
    Upper,
    /// All words but the small ones, as in English headlines.
    Headline,
    /// The first word and names.
    Sentence,
    /// The first letter is in lower case, as in the middle of a sentence.
    Lower,
    /// The script has no case, or there are no letters.
    None,
}

impl Case {
    pub(super) fn of(text: &str) -> Self {
        let (mut upper, mut lower) = (0u32, 0u32);
        let mut first: Option<Self> = None;
        let mut has_long_lower_word = false;
        let opening = text.chars().find(|c| c.is_alphanumeric());
        let is_break = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/');
        for word in text.split(is_break) {
            let mut letters = word.chars().filter(|c| c.is_alphabetic());
            let Some(initial) = letters.next() else { continue };
            let second_is_upper = letters.next().is_some_and(char::is_uppercase);
            if first.is_none() {
                // "iPhone" and "eBay" count as capitalised.
                let camel = initial.is_lowercase() && second_is_upper;
                first = Some(match initial {
                    c if c.is_lowercase() && !camel && opening == Some(c) => Self::Lower,
                    c if c.is_uppercase() || c.is_lowercase() => Self::Sentence,
                    _ => Self::None,
                });
            } else if initial.is_lowercase()
                && word.chars().count() > MAX_SMALL_WORD_CHARS
                && !second_is_upper
            {
                has_long_lower_word = true;
            }
            for c in word.chars() {
                upper += u32::from(c.is_uppercase());
                lower += u32::from(c.is_lowercase());
            }
        }
        match first {
            None => Self::None,
            Some(Self::None) if upper + lower == 0 => Self::None,
            Some(Self::Lower) => Self::Lower,
            _ if lower == 0 && upper > 1 => Self::Upper,
            _ if has_long_lower_word => Self::Sentence,
            _ => Self::Headline,
        }
    }
}
