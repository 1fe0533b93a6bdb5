//! Headings and paragraphs in the bodies of listings.

use crate::script::check;

#[test]
fn single_short_lines_in_bodies_are_headings() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Three Plans on the Table
         P
         P
         ## What the Board Wants
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         ## A Matter of Tonnage
         P",
    );
}

#[test]
fn a_heading_in_every_article_is_no_label() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Background
         P
         ## What Comes Next
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         ## Background
         P
         ## What Comes Next
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P
         ## Background
         P",
    );
}

#[test]
fn a_short_line_above_a_label_is_a_heading() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         ## Further Dates
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P
         ## A Last Word
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         P",
    );
}

#[test]
fn a_short_line_above_a_label_used_once_is_a_heading() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         P
         ## Further Dates
         # Economy
         = Cannery Owners Say They Could Live With a Harbour Fee
         P
         P",
    );
}

#[test]
fn quotations_on_lines_of_their_own_are_paragraphs() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . “Enough.”
         . “We have talked”
         . “No more,” she said
         . \"They never came back\"
         . «Nous verrons»
         . „Wir warten“
         P
         ## What They Mean
         . “Never again”
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_heading_may_open_with_a_quoted_word() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## “Deep Water” and Its Price
         P
         ## ‘Never Again’ in the Fishing Quarter
         P",
    );
}

#[test]
fn very_short_sentences_are_paragraphs() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . Not yet.
         ## Why It Matters
         . It does.
         P
         ## Who Decides
         p
         ## When
         . Soon.
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         p
         P",
    );
}

#[test]
fn short_questions_are_headings() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## What Happens Next?
         P
         ## Could the Sand Come Back?
         P
         P",
    );
}

#[test]
fn paragraphs_may_have_unusual_ends() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . The board heard from three people that evening, and each of them said something else:
         . The chair closed the meeting with a joke (nobody laughed.)
         . And then the lights went out…
         . He called it “a moderate fee.”
         . A metre less water than five years ago.[3]
         . She asked the question that all had waited for: “Who pays for it?”
         . The sand, the current, the stone, the fee,
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn two_short_lines_in_a_row_are_headings() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## The Plans
         ## Moving the Sand
         P
         ## Building a Breakwater
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn short_lines_after_a_colon_are_list_items() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . The engineers asked for four things before they would begin:
         . A barge
         . Two cranes
         . Local stone
         . A dry summer
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn lines_with_bullets_are_list_items() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . The engineers drew up these plans:
         . - Moving the sand up the coast
         . - A breakwater from local stone
         . • Waiting
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn a_question_in_sentence_case_among_capitalised_headings_is_text() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Three Plans on the Table
         P
         . And who pays for all of this?
         P
         ## What the Board Wants
         P",
    );
}

#[test]
fn a_label_directly_above_text_is_a_heading() {
    check(
        "# Energy
         = Pipes Promised for the Old Town Before the Winter
         P
         # Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         ## Energy
         P
         # Energy
         = Heating Bills Fall While Complaints Keep Rising
         P",
    );
}

#[test]
fn an_article_may_consist_of_short_sentences() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         p
         p
         p
         ## The Night Before
         p
         p
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         p
         p
         p",
    );
}

#[test]
fn a_long_line_without_a_full_stop_is_a_paragraph() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . Together these plans can keep the port open, support the families on the quay and leave the town with a little less debt than before CD
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}
