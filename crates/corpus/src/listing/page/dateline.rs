//! Recognises lines with a date in any language: "Giriş: 03.07.2024 - 18:24", "5 de mayo de 2024".

/// The longest dateline, in bytes.
const MAX_BYTES: usize = 140;

/// The most words of a dateline.
const MAX_WORDS: usize = 14;

/// Returns whether a short line has a date: digits with a year, or a day and a year that are at
/// most two words apart.
pub(super) fn is_dateline(text: &str) -> bool {
    if text.len() > MAX_BYTES || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut day: Option<usize> = None;
    let mut year: Option<usize> = None;
    for (n, piece) in text.split(|c: char| c.is_whitespace() || c == '|').enumerate() {
        if n >= MAX_WORDS {
            return false;
        }
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if is_numeric_date(word) {
            return true;
        }
        let digits = word.trim_end_matches(char::is_alphabetic);
        match digits.parse::<u32>() {
            Ok(1..=31) if digits.len() <= 2 && word.len() <= digits.len() + 2 => {
                if year.is_some_and(|at| n - at <= 2) {
                    return true;
                }
                day = Some(n);
            }
            _ if is_year(word.get(..4).unwrap_or_default()) && word.chars().nth(4).is_none_or(|c| c.is_alphabetic() || c.is_ascii_digit()) && (word.len() == 4 || word.len() > 5) => {
                if day.is_some_and(|at| n - at <= 3) {
                    return true;
                }
                year = Some(n);
            }
            _ => {}
        }
    }
    false
}

/// Returns whether a word is a date in digits with a year: 2024-05-16, 16.05.2024, 2024年5月16日.
fn is_numeric_date(word: &str) -> bool {
    let mut parts = word.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (Some(a), Some(b), Some(c)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let small = |part: &str| part.len() <= 2;
    let c = c.get(..4).unwrap_or(c);
    let starts = word.starts_with(|c: char| c.is_ascii_digit());
    starts && (is_year(a) && small(b) && small(c) || small(a) && small(b) && (is_year(c) || small(c) && word.contains('.')))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && digits.chars().all(|c| c.is_ascii_digit())
}
