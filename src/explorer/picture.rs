//! Places within pictures whose width is that of the page.

use crate::store::text::decimal;

/// Returns a share as a percentage with one digit behind the point.
pub(super) fn percent(part: usize, of: usize) -> String {
    let tenths = part * 1000 / of.max(1);
    [&*decimal((tenths / 10) as u64), ".", &decimal((tenths % 10) as u64), "%"].concat()
}

/// Returns the anchor of a text, so that it does not leave the picture.
pub(super) fn anchor(part: usize, of: usize) -> &'static str {
    match part * 100 / of.max(1) {
        ..20 => "start",
        80.. => "end",
        _ => "middle",
    }
}
