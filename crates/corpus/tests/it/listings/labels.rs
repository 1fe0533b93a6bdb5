//! Section labels of listings, and articles without one.

use crate::script::check;

#[test]
fn a_repeated_label_opens_each_article() {
    check(
        "# Harbours
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Harbours
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         P",
    );
}

#[test]
fn several_repeated_labels_open_their_articles() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Energy Transition
         = Pipes Promised for the Old Town Before the Winter
         P
         p
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         P
         # Energy Transition
         = Heating Bills Fall While Complaints Keep Rising
         P
         P",
    );
}

#[test]
fn a_label_used_once_opens_an_article_among_repeated_ones() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Letters to Us
         = Who Counted the Boats That Never Came Back to the Quay
         P
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         P",
    );
}

#[test]
fn labels_used_once_open_articles() {
    check(
        "# World
         = Capital Promises an Answer on Harbours Before Summer
         P
         P
         # Business
         = Cannery Owners Say They Could Live With a Harbour Fee
         P
         P
         # Sports
         = Rowers Train at Night as the Channel Gets Too Busy
         P
         P",
    );
}

#[test]
fn uncommon_labels_used_once_open_articles() {
    check(
        "# Quays and Piers
         = Capital Promises an Answer on Harbours Before Summer
         P
         P
         # Nets
         = Menders on the Eastern Quay Keep Count of Lost Boats
         P
         P
         # Island Living
         = Why Sixty Households Slept Better After the Change
         P
         P",
    );
}

#[test]
fn a_label_used_once_opens_the_only_article() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         P",
    );
}

#[test]
fn an_article_may_have_every_kind_of_line() {
    check(
        "# Coast
         = Dredging Vote Put Off Again
         ~ Third Meeting in a Month Ends Without Agreement on Who Pays
         P
         ## Three Plans on the Table
         P
         p
         . “Enough,” he said.
         ## Where the Sand Goes
         P",
    );
}

#[test]
fn a_title_without_a_label_opens_an_article_in_the_default_section() {
    check(
        "#? Articles
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         ## Three Plans on the Table
         P",
    );
}

#[test]
fn labels_may_have_unusual_forms() {
    check(
        "# U.S.
         = Freighters Wait for the Tide Off the Eastern Coast
         P
         # Did You Know?
         = Nine Weeks Without a Ship Changed the Port for Good
         P
         # U.S.
         = Capital Promises an Answer on Harbours Before Summer
         P
         # Did You Know?
         = The Old Pier Was Built From the Stones of a Church
         P
         # 2024 Elections
         = Mayor Speaks in Favour of a Loan for the Harbour
         P
         # 2024 Elections
         = Bank Would Listen, It Lets It Be Known
         P",
    );
}

#[test]
fn repeated_labels_may_be_in_lower_case() {
    check(
        "# coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . and so it ended
         # island living
         = Why Sixty Households Slept Better After the Change
         P
         # coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         # island living
         = Five Hours on Foot Along the Old Pier and Back
         P",
    );
}

#[test]
fn text_without_a_title_gets_one_from_its_first_words() {
    check(
        "#? Articles
         =? The harbour board met for the third time in a month to settle who pays for the…
         P
         P
         ## Three plans
         P",
    );
}

#[test]
fn labels_may_be_in_capitals() {
    check(
        "# COAST
         = Dredging vote put off again as channel fills with sand
         P
         P
         # ISLAND LIVING
         = Why sixty households slept better
         P
         P",
    );
}
