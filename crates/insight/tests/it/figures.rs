//! Figures in small texts: words, size, unit.

use crate::paragraph;
use cuttings_insight::figures;

fn check(text: &str, expected: &str) {
    let document = paragraph(text);
    let found: Vec<String> = figures(std::slice::from_ref(&document))
        .concat()
        .iter()
        .map(|figure| {
            let to = figure.to.map_or(String::new(), |to| format!("–{to}"));
            let qualifier =
                figure.qualifier.map_or(String::new(), |qualifier| format!(" {qualifier:?}"));
            format!(
                "[{}] {}{to} {}{qualifier}",
                document.text(&figure.span),
                figure.value,
                figure.unit
            )
        })
        .collect();
    assert_eq!(found.join("; "), expected, "{text}");
}

#[test]
fn things_counted() {
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
fn money_and_shares() {
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
fn ranges_and_qualifiers_stay() {
    check(
        "11,000 to 12,000 North Korean troops could be there",
        "[11,000 to 12,000 North Korean troops] 11000–12000 troops",
    );
    check("more than 10,000 soldiers", "[more than 10,000 soldiers] 10000 soldiers MoreThan");
    check("between five and six years", "[five and six years] 5–6 years");
    check("$2 to $3 billion", "[$2 to $3 billion] 2000000000–3000000000 $");
}

#[test]
fn units_in_one_word() {
    check(
        "an 800-kilometer reach at six-day intervals",
        "[800-kilometer] 800 kilometers; [six-day] 6 days",
    );
    check("began two-and-a-half years ago", "[two-and-a-half years] 2.5 years");
}

#[test]
fn dates_types_and_names_are_none() {
    check("On October 7, 2023 and in 1944 the F-16 flew at 5 p.m. on 3 May.", "");
    check("one analyst said", "");
}
