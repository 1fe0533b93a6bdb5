//! Menus, footers, rules and other parts of a page around the articles of a listing.

use crate::script::{check, parse_listing};

#[test]
fn a_menu_above_the_first_title_is_left_out() {
    check(
        "x Home
         x News
         x Sport
         x Weather
         x Log in
         # Economy
         = Cannery Owners Say They Could Live With a Harbour Fee
         P
         P
         ## A Moderate Fee
         P",
    );
}

#[test]
fn a_menu_that_contains_a_label_is_left_out() {
    check(
        "x Home
         x Coast
         x Energy
         x Economy
         x About Us
         # Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         P",
    );
}

#[test]
fn breadcrumbs_above_the_text_name_section_and_title() {
    let corpus = parse_listing(
        "- Home\n- News\n- Coast News\n- Dredging vote put off again as the channel fills with sand\nTrending\n\
         The board met for the third time in a month to settle who pays, and again it parted without a vote.\n\
         Nobody disputes that the channel is filling, and two freighters have waited outside for a full day.\n",
    );
    let [article] = &corpus.articles[..] else { panic!("{corpus:#?}") };
    assert_eq!(article.section, "Coast News");
    assert_eq!(article.title, "Dredging vote put off again as the channel fills with sand");
    assert_eq!(article.body.len(), 3);
    assert!(corpus.diagnostics[0].message.contains("“Home”, “News”"), "{:?}", corpus.diagnostics);
}

#[test]
fn list_items_at_the_top_are_text() {
    check(
        "#? Articles
         =? Half of the boats were sold
         . - Half of the boats were sold.
         . - The families on the quay have not forgotten it.
         P
         P",
    );
}

#[test]
fn a_footer_below_the_teasers_is_left_out() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         - Coast | 2 months ago | Net Menders Remember the Storm That Closed the Port
         x About Us
         x Privacy and Cookies
         x © 2024 Harbour Papers. All rights reserved.",
    );
}

#[test]
fn a_menu_of_the_labels_is_left_out() {
    check(
        "x World
         x Coast
         x Sports
         # World
         = Capital Promises an Answer on Harbours Before Summer
         P
         # Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         # Sports
         = Rowers Train at Night as the Channel Gets Too Busy
         P",
    );
}

#[test]
fn rules_may_separate_articles() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         -- ***
         # Energy
         = Pipes Promised for the Old Town Before the Winter
         P
         -- ———
         # Economy
         = Cannery Owners Say They Could Live With a Harbour Fee
         P",
    );
}

#[test]
fn picture_credits_and_buttons_are_kept_as_text() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . Image credits: Ada Okonkwo
         P
         . Advertisement
         P
         . Read more
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}
