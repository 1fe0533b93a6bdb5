//! Abbreviations: drops the full stops between single letters (`U.S.`, `e.g.`, `Ph.D.`).

/// Returns whether a full stop belongs to an abbreviation, given the number of letters before it
/// (since the previous full stop) and after it: one side has a single letter, the other at most
/// two.
pub(super) fn joins_letters(before: usize, after: usize) -> bool {
    before.min(after) == 1 && before.max(after) <= 2
}
