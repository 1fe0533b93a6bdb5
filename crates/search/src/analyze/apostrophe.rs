//! Apostrophes, straight and curly: possessives are dropped, elisions and names are taken as compounds.

/// The characters people and typesetters put for an apostrophe, letters of transliteration included (Sana’a, Qurʾan).
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʽ' | 'ʾ' | 'ʿ' | '`' | '´' | '′' | '＇')
}

/// What an apostrophe between two runs of letters does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Apostrophe {
    /// `Ukraine’s`: what follows is dropped.
    Possessive,
    /// `don’t`, `Qur’an`: one word.
    Inside,
    /// `O’Brien`, `l’état`, `Sa’ada`: a compound, found under its parts and as a whole.
    Parts,
}

/// Decides by what follows the apostrophe, folded. Three letters make a word of their own; fewer are an ending.
pub(super) fn apostrophe(tail: &str) -> Apostrophe {
    match tail {
        "s" => Apostrophe::Possessive,
        _ if tail.chars().take(3).count() < 3 => Apostrophe::Inside,
        _ => Apostrophe::Parts,
    }
}
