//! Numbers: thousands separators are dropped, decimals kept, and signs and glued units are words of their own.

/// The word for a sign that goes with a number, so that "18%" is "18 percent" and "$2" is found by "dollars".
pub(super) fn sign_word(c: char) -> Option<&'static str> {
    Some(match c {
        '%' | '％' | '٪' => "percent",
        '$' | '＄' => "dollar",
        '€' => "euro",
        '£' | '￡' => "pound",
        '¥' | '￥' => "yen",
        '₴' => "hryvnia",
        '₽' => "ruble",
        '₹' => "rupee",
        '₩' => "won",
        '₪' => "shekel",
        '₺' => "lira",
        '₫' => "dong",
        _ => return None,
    })
}

/// Units that are written right after a number and mean a word of their own ("8.9bn").
pub(super) fn is_glued_unit(letters: &str) -> bool {
    matches!(
        letters,
        "bn" | "mn" | "mln" | "tn" | "trn" | "pc" | "pct" | "km" | "kg" | "mm" | "mph" | "kmh"
    )
}

/// How many bytes of `rest`, which follows a run of `before` digits, go on with the number: a comma (or a full stop, when
/// `grouped` says that one has been seen) and exactly three digits, or a full stop and digits.
pub(super) fn continues(rest: &str, before: usize) -> Option<Continuation> {
    let mut chars = rest.chars();
    let separator = chars.next()?;
    let digits = chars.as_str().bytes().take_while(u8::is_ascii_digit).count();
    match separator {
        ',' | '\u{2009}' | '\u{202F}' if digits == 3 && before <= 3 => {
            Some(Continuation::Thousands)
        }
        '.' if digits > 0 => Some(Continuation::Decimals),
        _ => None,
    }
}

/// What a separator inside a number stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Continuation {
    /// It is dropped.
    Thousands,
    /// It is kept, as a full stop.
    Decimals,
}
