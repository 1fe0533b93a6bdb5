//! What is said of mistakes in catalogues.

use crate::compiled;
use proptest::prelude::*;

/// What is said of a German catalogue beside an English one.
#[track_caller]
fn check(english: &str, german: &str, expected: &[&str]) {
    let (_, diagnostics) = compiled(&[("en", english), ("de", german)], "de");
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

/// The same with a first line that is right in both.
#[track_caller]
fn check_message(english: &str, german: &str, expected: &[&str]) {
    let [english, german] = [english, german].map(|message| format!("direction = ltr\n{message}\n"));
    check(&english, &german, expected);
}

#[test]
fn a_message_that_is_not_there_is_known_by_its_nearest() {
    check_message(
        "rooms = Rooms",
        "romos = Räume",
        &[
            "de.ftl:2: error: There is no message “romos”. Did you mean rooms?",
            "de.ftl:2: warning: “rooms” is missing, so it is English: en.ftl:2.",
        ],
    );
    check_message(
        "rooms = Rooms",
        "rooms = Räume\nweather = Wetter",
        &["de.ftl:3: error: There is no message “weather”. en.ftl has those that there are."],
    );
    check_message(
        "rooms = Rooms",
        "rooms = Räume\nrooms = Zimmer",
        &["de.ftl:3: error: “rooms” is here twice. Remove one of them."],
    );
}

#[test]
fn placeholders_are_those_of_the_english_message() {
    check_message(
        "m = By { $author }",
        "m = Von { $auhtor }",
        &[
            "de.ftl:2: error: “m” has no placeholder $auhtor. Did you mean author?",
            "de.ftl:2: warning: “m” leaves $author out.",
        ],
    );
    check_message(
        "m = By { $author }",
        "m = Von { $author } { $x }",
        &["de.ftl:2: error: “m” has no placeholder $x. It has $author."],
    );
    check_message(
        "m = Rooms",
        "m = Räume { $count }",
        &["de.ftl:2: error: “m” has no placeholder $count. It has none."],
    );
    check_message(
        "m = By { $author }",
        "m = { $author ->\n   *[other] Von { $author }\n }",
        &[
            "de.ftl:2: warning: “m” has no case for one; numbers in this language come to one, other.",
            "de.ftl:2: error: $author in “m” is a text, so nothing can be chosen by it.",
        ],
    );
}

#[test]
fn links_stay_links() {
    check_message(
        "m = See <a>all</a>.",
        "m = Alles.",
        &["de.ftl:2: error: “m” has one link in it: put <a> and </a> around its text."],
    );
    check_message(
        "m = See <a>all</a>.",
        "m = <a>Alles</a> <a>hier</a>.",
        &["de.ftl:2: error: “m” has one link in it: put <a> and </a> around its text."],
    );
    check_message(
        "m = All.",
        "m = <a>Alles</a>.",
        &["de.ftl:2: error: “m” has no link in it: take <a> and </a> out."],
    );
}

#[test]
fn cases_are_those_of_the_language() {
    let items = "m = { $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }";
    check_message(
        items,
        "m = { $n ->\n    [few] { $n } Eintrag\n   *[other] { $n } Einträge\n }",
        &[
            "de.ftl:2: error: “m” has a case for few, which numbers in this language never come to. They come to one, other.",
            "de.ftl:2: warning: “m” has no case for one; numbers in this language come to one, other.",
        ],
    );
    check_message(
        items,
        "m = { $n ->\n    [singular] { $n } Eintrag\n    [one] { $n }\n   *[other] { $n } Einträge\n }",
        &[
            "de.ftl:3: error: “singular” is no case. It is zero, one, two, few, many, other, or a number up to 9999.",
        ],
    );
    check_message(items, "m = { $n ->\n    [0] nichts\n   *[other] { $n }\n }", &[]);
}

#[test]
fn what_fluent_has_beyond_this_is_refused() {
    let cases = [
        (
            "m = Räume\n    .title = Titel",
            "de.ftl:3: error: Messages have no attributes here. Make it a message of its own.",
        ),
        (
            "m = { $a ->\n   *[other] { $a ->\n       *[other] x\n    }\n }",
            "de.ftl:2: error: A choice goes by a placeholder, { $count -> … }, and holds no further choice.",
        ),
        (
            "m = { rooms }",
            "de.ftl:2: error: Between braces stand placeholders, { $title }, choices, and texts in quotes, { \" \" }; nothing else.",
        ),
        (
            "m = { NUMBER($a, minimumFractionDigits: 2) }",
            "de.ftl:2: error: NUMBER takes one placeholder and nothing else: { NUMBER($count) }.",
        ),
        (
            "m = Räume\n-term = Wort",
            "de.ftl:3: error: There are no terms here. Write the text into each message.",
        ),
    ];
    for (german, expected) in cases {
        let (_, diagnostics) = compiled(
            &[("en", "direction = ltr\nm = Rooms\n"), ("de", &format!("direction = ltr\n{german}\n"))],
            "de",
        );
        let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert!(found.iter().any(|found| found == expected), "{german}: {found:#?}");
    }
}

#[test]
fn what_is_no_catalogue_is_said_with_its_line() {
    check_message(
        "rooms = Rooms",
        "rooms = Räume\n\nrooms and more",
        &["de.ftl:4: error: This is not Fluent: Expected a token starting with \"=\""],
    );
    check(
        "direction = ltr\n",
        "direction = up\n",
        &["de.ftl:1: error: direction is ltr, from left to right, or rtl, from right to left."],
    );
    check("rooms = Rooms\n", "rooms = Räume\n", &["en.ftl:1: error: A line is missing: direction = ltr"]);
    check_message(
        "rooms = Rooms",
        "rooms = Räume\nMy_Rooms = Räume",
        &[
            "de.ftl:3: error: “My_Rooms” is written otherwise: names are of small letters and hyphens.",
            "de.ftl:3: error: There is no message “My_Rooms”. en.ftl has those that there are.",
        ],
    );
}

#[test]
fn a_language_without_a_catalogue_is_told_of_its_file() {
    let english = ("en", "direction = ltr\n");
    let (messages, diagnostics) = compiled(&[english], "fr-CA");
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "fr.ftl:1: warning: There are no messages in “fr-CA” yet, so the page's own are English. This file would add them."
        ]
    );
    assert_eq!(messages.language(), "en");
    let (_, diagnostics) = compiled(&[("de", "direction = ltr\n")], "de");
    assert_eq!(
        diagnostics[0].to_string(),
        "en.ftl:1: error: The English catalogue is missing; it says which messages there are."
    );
}

proptest! {
    /// Catalogues of whatever Fluent is made of, in whatever order.
    #[test]
    fn no_text_stops_the_program(
        english in catalogue(),
        german in catalogue(),
        language in "(en|de|fr|[a-z-]{0,8}|.{0,4})",
    ) {
        let (messages, _) = compiled(&[("en", &english), ("de", &german)], &language);
        messages.rust();
    }
}

fn catalogue() -> impl Strategy<Value = String> {
    let pieces = [
        "direction = ltr\n",
        "m = ",
        "n = ",
        "-t = ",
        "\n",
        "\n    ",
        " ",
        "{ ",
        " }",
        "$a",
        "$b",
        " -> ",
        "[one] ",
        "[0]",
        "[99999]",
        "*[other] ",
        "NUMBER(",
        ")",
        "\"x\"",
        "\"\\u00e9\"",
        "<a>",
        "</a>",
        "Text",
        "é",
        "# ",
        ".title = ",
        "\0",
        "`",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}
