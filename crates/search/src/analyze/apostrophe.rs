//! Apostrophes, straight and curly: drops possessives and treats elisions and names as compounds.

/// Returns whether `c` is used as an apostrophe, including the letters that transliterations use
/// for one (Sana’a, Qurʾan).
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʽ' | 'ʾ' | 'ʿ' | '`' | '´' | '′' | '＇')
}

/// Returns whether `c` marks an abbreviation inside a Hebrew word (צה״ל), including what people
/// type for it.
pub(super) fn is_gershayim(c: char) -> bool {
    matches!(c, '\u{5F3}' | '\u{5F4}' | '"' | '”' | '“' | '\'' | '’')
}

/// Returns whether `c` is a letter of Hebrew.
pub(crate) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5D0}'..='\u{5EA}')
}

/// The role of an apostrophe between two runs of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apostrophe {
    /// `Ukraine’s`: the ending is dropped.
    Possessive,
    /// `don’t`, `Qur’an`: one word.
    Inside,
    /// `O’Brien`, `l’état`, `Sa’ada`: a compound, indexed by its parts and as a whole.
    Compound,
}

/// Classifies an apostrophe by the folded letters after it. Three letters or more are a word; fewer
/// are an ending.
pub(super) fn classify_apostrophe(tail: &str) -> Apostrophe {
    match tail {
        "s" => Apostrophe::Possessive,
        _ if tail.chars().take(3).count() < 3 => Apostrophe::Inside,
        _ => Apostrophe::Compound,
    }
}
