//! Titles and standfirsts of listings.

use crate::script::check;

#[test]
fn a_line_without_a_full_stop_between_title_and_text_is_a_standfirst() {
    check(
        "# Coast
         = Dredging Vote Put Off Again
         ~ Third Meeting in a Month Ends Without Agreement on Who Pays
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         # Coast
         = Net Menders Remember the Storm
         ~ Half of the boats were sold to buyers from the south, and the quay has not been the same since
         P
         P",
    );
}

#[test]
fn an_article_whose_label_is_used_once_may_have_a_standfirst() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Economy
         = Cannery Owners Could Live With a Harbour Fee
         ~ After years in court, a moderate price for deeper water seems fair to them
         P
         P",
    );
}

#[test]
fn a_standfirst_may_end_in_a_full_stop() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills
         ~ The board has met three times in a month, and each time it has parted without a decision.
         P
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         P",
    );
}

#[test]
fn a_short_first_paragraph_is_no_standfirst() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         . It began with a whisper on the quay.
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         . “We draw too little water to matter,” its captain said.
         P
         P",
    );
}

#[test]
fn a_short_line_under_a_title_is_a_heading() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         ## Overview
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         ~ Its boats draw too little water to matter, the owners argue in a letter
         ## The Letter
         P
         P",
    );
}

#[test]
fn titles_may_end_in_question_and_exclamation_marks() {
    check(
        "# Coast
         = Who Pays for the Sand?
         P
         P
         # Coast
         = Enough Talk, Start Digging!
         P
         P
         # Coast
         = Is a Loan the Answer? Nobody Knows
         P",
    );
}

#[test]
fn titles_may_have_colons_numbers_and_abbreviations() {
    check(
        "# Coast
         = Board: No Vote Before June
         P
         # Coast
         = 40,000 Crowns a Day: What Waiting Costs
         P
         # Coast
         = 9 Weeks That Changed the Port, From A to Z
         P
         # Coast
         = Freighters Wait for Tide in the U.S.
         P
         # Coast
         = Report Says 3.5 Metres Is Enough
         P",
    );
}

#[test]
fn a_title_may_be_a_sentence() {
    check(
        "# Coast
         = Boats get stuck. Tides can help them out.
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         P",
    );
}

#[test]
fn a_title_may_be_a_quotation() {
    check(
        "# Coast
         = “We Draw Too Little Water to Matter”
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         P
         # Coast
         = ‘Enough’: How One Captain Lost His Patience
         P
         P",
    );
}

#[test]
fn a_title_under_a_repeated_label_may_be_short() {
    check(
        "# Coast
         = No Vote Yet
         P
         P
         # Coast
         = Sand
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_short_title_may_have_a_short_standfirst() {
    check(
        "# Opinion
         = The Case for Boring Ports
         ~ Excitement is overrated
         P
         P
         # Opinion
         = Who Counted the Boats That Never Came Back to the Quay
         ## What We Know
         P",
    );
}

#[test]
fn titles_without_text_are_kept() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         -- -",
    );
}

#[test]
fn titles_and_standfirsts_may_be_long() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand, and What the Fishing Quarter, the Ferry Company and the Cannery Now Want
         ~ A third meeting in a month has ended without agreement, while two freighters wait outside for water that is deep enough, at a cost their owners put at forty thousand crowns a day
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}
