//! Abbreviations: the full stops between single letters are dropped (`U.S.`, `e.g.`, `Ph.D.`).

/// Whether a full stop between the letters before it (since the last full stop) and those after it is an
/// abbreviation's: at most two letters on both sides, one of them single.
pub(super) fn joins(before: usize, after: usize) -> bool {
    before.min(after) == 1 && before.max(after) <= 2
}
