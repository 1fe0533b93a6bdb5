//! A map of the hits in an article.

use crate::context::AppContext;
use crate::route::Route;
use crate::store::hits::{Hits, Segment};
use crate::store::text::decimal;
use yew::prelude::*;

/// Returns a map of the hits in an article: each segment of its text with hits links to the first
/// of them.
pub fn hit_map(app: &AppContext, route: &Route, segments: &[Segment; Hits::SEGMENTS]) -> Html {
    let segments = segments.iter().enumerate().filter(|(_, segment)| segment.first_block > 0);
    let segments = segments.map(|(index, segment)| {
        let (block, hits) = (segment.first_block, segment.hits);
        // Stylesheets draw the segment by its index and its number of hits: the page's policy
        // forbids inline styles.
        let position = [decimal(index as u64), decimal(u64::from(hits.min(3)))].concat();
        let label = msg!("hits-in-paragraph", paragraph = block as usize, count = hits as usize);
        html! {
            <a
                data-hits={position}
                href={app.block_href(route, block)}
                onclick={app.navigate_to_block(route.clone(), block)}
                aria-label={label}
            />
        }
    });
    html! { <div class="hit-map">{ for segments }</div> }
}
