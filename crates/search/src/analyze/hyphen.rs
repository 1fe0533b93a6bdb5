//! Hyphens: splits compounds into their parts, which are indexed beside the whole.

/// The maximum number of parts of a compound that is also indexed as one term ("state-of-the-art"
/// has four). A longer compound is indexed by its parts only.
pub(super) const MAX_COMPOUND_PARTS: usize = 4;

/// Returns whether `c` joins the parts of a compound: the plain, the typographic, the non-breaking
/// or the full-width hyphen. A dash separates words instead.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '－')
}
