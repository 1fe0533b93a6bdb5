//! Text with what was searched for marked in it.

use std::ops::Range;
use yew::prelude::*;

/// `text` with a `mark` around each of `ranges`, which are in order and do not overlap. A range that is none of the
/// text's is left out; the text never is.
pub fn marked(text: &str, ranges: &[Range<usize>]) -> Html {
    let mut pieces = Vec::with_capacity(2 * ranges.len() + 1);
    let mut from = 0;
    for range in ranges {
        if let (Some(before), Some(hit)) = (text.get(from..range.start), text.get(range.clone()))
            && !hit.is_empty()
        {
            pieces.push(html! { <>{ before.to_owned() }<mark>{ hit.to_owned() }</mark></> });
            from = range.end;
        }
    }
    html! { <>{ for pieces }{ text.get(from..).unwrap_or_default().to_owned() }</> }
}
