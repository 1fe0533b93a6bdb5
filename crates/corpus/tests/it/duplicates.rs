//! Articles that occur twice.

use crate::script::{listing, parse_listing};

#[test]
fn a_duplicate_article_is_removed_with_a_note() {
    let once = listing(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         . The board met for the third time in a month, and again it parted without a vote.
         . Nobody disputes that the channel is filling.
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         . A study by the university followed sixty households through the change to the new pipes.",
    );
    let corpus = parse_listing(&once.repeat(2));
    assert_eq!(corpus.articles, parse_listing(&once).articles);
    let messages: Vec<_> = corpus.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "listing.txt:8: note: The article “Dredging Vote Put Off Again as Channel Fills With Sand” \
             (Coast) is a duplicate of the one at listing.txt:1; only that one is kept.",
            "listing.txt:12: note: The article “Pipes Promised for the Old Town Before the Winter” \
             (Energy) is a duplicate of the one at listing.txt:5; only that one is kept.",
        ]
    );
}
