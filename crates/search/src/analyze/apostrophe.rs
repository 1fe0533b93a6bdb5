//! Apostrophes, straight and curly: drops possessives and treats elisions and names as compounds.

/// Returns whether `c` is used as an apostrophe, including the letters that transliterations use
/// for one (Sana’a, Qurʾan).
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʽ' | 'ʾ' | 'ʿ' | '`' | '´' | '′' | '＇')
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
