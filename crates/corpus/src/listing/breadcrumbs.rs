//! Removes the bullets of a breadcrumb trail at the top of a file.

use super::shape::{End, Shape, bullet_text};
use crate::source::Line;

/// The most lines of a trail.
const MAX_LINES: usize = 12;

/// The most words in the name of a place in a trail.
const MAX_PLACE_WORDS: usize = 5;

/// Strips the bullets off a trail that opens a file: the way to a page and the page's title, as a
/// list ("- Home", "- World News", "- Nine Weeks That Changed the Port").
///
/// The lines then read like a menu, a label and a title.
pub(super) fn strip_bullets(lines: &mut [Line<'_>]) {
    let has_bullet = |line: &&Line<'_>| bullet_text(&line.text).is_some();
    let count = lines.iter().take_while(has_bullet).take(MAX_LINES).count();
    let Some(trail) = lines.get_mut(..count).filter(|trail| is_trail(trail)) else { return };
    for line in trail {
        if let Some(text) = bullet_text(&line.text) {
            line.text = text.to_owned().into();
        }
    }
}

/// Returns whether lines are the names of places, and then a longer title.
fn is_trail(lines: &[Line<'_>]) -> bool {
    let Some((title, places)) = lines.split_last() else { return false };
    let is_unfinished = |line: &Line<'_>| Shape::of(line).end != End::Stop;
    let is_place = |line: &Line<'_>| {
        line.text.split_whitespace().count() <= MAX_PLACE_WORDS && is_unfinished(line)
    };
    !places.is_empty() && places.iter().all(is_place) && !is_place(title) && is_unfinished(title)
}
