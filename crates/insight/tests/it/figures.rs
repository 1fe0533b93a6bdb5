//! Figures in small texts.

use crate::paragraph;
use cuttings_insight::figures;

/// Compares the figures as "[text] value unit", with the upper end of a range after the value and
/// the qualifier after the unit.
fn check(text: &str, expected: &str) {
    let document = paragraph(text);
    let found: Vec<String> = figures(std::slice::from_ref(&document))
        .concat()
        .iter()
        .map(|figure| {
            let upper = figure.upper.map_or(String::new(), |upper| format!("–{upper}"));
            let qualifier =
                figure.qualifier.map_or(String::new(), |qualifier| format!(" {qualifier:?}"));
            let text = document.text(&figure.span);
            format!("[{text}] {}{upper} {}{qualifier}", figure.value, figure.unit)
        })
        .collect();
    assert_eq!(found.join("; "), expected, "{text}");
}

#[test]
fn a_number_has_the_noun_that_it_counts() {
    check(
        "the downing of 48 Russian drones and two guided missiles",
        "[48 Russian drones] 48 drones; [two guided missiles] 2 missiles",
    );
    check(
        "killed at least two people and injured 12.",
        "[at least two people] 2 people AtLeast; [12] 12 injured",
    );
    check(
        "six casualties and 16 wounded",
        "[six casualties] 6 casualties; [16 wounded] 16 wounded",
    );
    check("part of a 10,000-strong force", "[10,000-strong] 10000 people");
}

#[test]
fn currencies_and_percentages_are_units() {
    check(
        "around €118 billion ($126 billion)",
        "[around €118 billion] 118000000000 € About; [$126 billion] 126000000000 $",
    );
    check(
        "roughly 18% of the land, 60 percent of it",
        "[roughly 18%] 18 % About; [60 percent] 60 %",
    );
    check("about 3 million dollars", "[about 3 million dollars] 3000000 $ About");
}

#[test]
fn ranges_and_qualifiers_are_kept() {
    check(
        "11,000 to 12,000 North Korean troops could be there",
        "[11,000 to 12,000 North Korean troops] 11000–12000 troops",
    );
    check("more than 10,000 soldiers", "[more than 10,000 soldiers] 10000 soldiers MoreThan");
    check("between five and six years", "[five and six years] 5–6 years");
    check("$2 to $3 billion", "[$2 to $3 billion] 2000000000–3000000000 $");
}

#[test]
fn a_unit_may_be_in_the_same_word() {
    check(
        "an 800-kilometer reach at six-day intervals",
        "[800-kilometer] 800 kilometers; [six-day] 6 days",
    );
    check("began two-and-a-half years ago", "[two-and-a-half years] 2.5 years");
}

#[test]
fn dates_times_and_names_are_not_figures() {
    check("On October 7, 2023 and in 1944 the F-16 flew at 5 p.m. on 3 May.", "");
    check("one analyst said", "");
}
