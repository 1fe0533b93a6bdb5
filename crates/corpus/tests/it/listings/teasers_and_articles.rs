//! Listings with teasers and articles.

use crate::script::check;

#[test]
fn a_listing_may_consist_of_teasers_only() {
    check(
        "- Coast | 2 months ago | Dredging Vote Put Off Again as Channel Fills
         - Top stories | 3 weeks ago | Ferry Company Refuses to Pay
         - Top stories | 11 hours ago | Who Pays for the Sand?
         -- -",
    );
}

#[test]
fn teasers_may_follow_articles() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         - Top stories | 1 year ago | Who Pays for the Sand?
         - Energy | 5 minutes ago | Report: 3.5 Metres Is Enough
         - Election 2024 | 1 month ago | Mayor Speaks in Favour of a Loan
         - Election 2024 | 10 months ago | Bank Would Listen, It Lets It Be Known",
    );
}

#[test]
fn articles_may_follow_teasers() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         - Top stories | 1 year ago | Who Pays for the Sand?
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         P
         P",
    );
}

#[test]
fn the_section_of_a_teaser_is_known_as_a_label() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Quayside Walks
         = Five Hours on Foot
         P
         P
         - Quayside Walks | 2 months ago | Along the Old Pier and Back",
    );
}

#[test]
fn an_article_continues_below_teasers() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         P
         ## Three Plans on the Table
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}
