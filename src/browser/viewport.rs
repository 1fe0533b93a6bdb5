//! Estimates how much fits into the window.

use gloo::utils::window;

/// The height of a large window in pixels, assumed if the browser does not tell.
const LARGE: f64 = 1440.0;

/// Returns the number of results between the search box and the bottom of the window, when the
/// page is scrolled by a number of pixels: headlines, or cards in two columns after the first.
/// Rather too many than too few.
pub fn visible_capacity(is_list: bool, scrolled: f64) -> usize {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(LARGE);
    let (columns, above, row) = if is_list { (1, 260.0, 64.0) } else { (2, 600.0, 280.0) };
    (1 + columns * ((height + scrolled - above) / row).ceil() as usize).max(3)
}
