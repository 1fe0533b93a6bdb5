//! Numbers: drops thousands separators, keeps decimals, and splits off signs and units as words.

/// Returns the word for a sign that goes with a number, so that "18%" matches "18 percent" and "$2"
/// matches "dollars".
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

/// Returns whether `letters` are a unit that writers attach to a number ("8.9bn") and that is a
/// term of its own.
pub(super) fn is_attached_unit(letters: &str) -> bool {
    matches!(
        letters,
        "bn" | "mn" | "mln" | "tn" | "trn" | "pc" | "pct" | "km" | "kg" | "mm" | "mph" | "kmh"
    )
}

/// A separator inside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// It is dropped.
    Thousands,
    /// It is kept, as a full stop.
    Decimal,
}

/// Classifies the separator at the start of `rest`, which follows a run of `digits_before` digits:
/// a comma or a thin space with exactly three digits after it, or a full stop with digits after it.
/// Returns `None` if the number ends here.
pub(super) fn classify_separator(rest: &str, digits_before: usize) -> Option<Separator> {
    let mut chars = rest.chars();
    let separator = chars.next()?;
    let digits = chars.as_str().bytes().take_while(u8::is_ascii_digit).count();
    match separator {
        ',' | '\u{2009}' | '\u{202F}' if digits == 3 && digits_before <= 3 => {
            Some(Separator::Thousands)
        }
        '.' if digits > 0 => Some(Separator::Decimal),
        _ => None,
    }
}

/// Returns the digits between the "v" of a version and the full stop after them ("v6.0.2").
pub(super) fn version_digits<'t>(before: &'t str, after: &str) -> Option<&'t str> {
    let rest = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let word = rest.strip_suffix(['v', 'V'])?;
    let digits = before.get(rest.len()..)?;
    let is_version = !digits.is_empty()
        && !word.ends_with(char::is_alphanumeric)
        && after.starts_with(|c: char| c.is_ascii_digit());
    is_version.then_some(digits)
}
