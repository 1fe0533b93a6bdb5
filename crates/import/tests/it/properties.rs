//! Properties that hold for any input.

use cuttings_import::{Limits, import_all};
use proptest::prelude::*;

/// Pieces of HTML that interact.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td colspan=3>",
    "<td rowspan=9>",
    "</table>",
    "<h2 id=a>",
    "</h2>",
    "<blockquote>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<img src=a alt=b>",
    "<pre>",
    "<br>",
    "text and, more, text. ",
    "<div class=ad>",
    "</div>",
    "<svg>",
    "<template>",
    "<caption>",
    "<q>",
    "<script type=application/ld+json>",
    "</script>",
    "<select>",
    "<title>",
    "<hr>",
    "\u{1}\t",
    "<sub>",
    "The first boat left at dawn with forty people on board, and came back full in the evening. ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_page_panics(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let html: String = pieces.iter().map(|at| PIECES[*at]).collect();
        import_all([("a.html", html.as_bytes())], &Limits::default());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0..6_usize) {
        let name = ["a.html", "a.csv", "a.mhtml", "a.zip", "a.txt", "a"][kind];
        import_all([(name, &*bytes)], &Limits::default());
    }
}
