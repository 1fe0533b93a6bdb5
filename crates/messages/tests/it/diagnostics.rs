//! Diagnostics of faulty catalogues.

use crate::compiled;
use proptest::prelude::*;

/// Compares the diagnostics of a German catalogue, checked against an English one.
#[track_caller]
fn check(english: &str, german: &str, expected: &[&str]) {
    let (_, diagnostics) = compiled(&[("en", english), ("de", german)], "de");
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

/// The same for one message in each, after a correct first line.
#[track_caller]
fn check_message(english: &str, german: &str, expected: &[&str]) {
    let [english, german] =
        [english, german].map(|message| format!("direction = ltr\n{message}\n"));
    check(&english, &german, expected);
}

#[test]
fn an_unknown_message_suggests_the_nearest_name() {
    check_message(
        "rooms = Rooms",
        "romos = Räume",
        &[
            "de.ftl:2: error: There is no message “romos”. Did you mean rooms?",
            "de.ftl:2: warning: “rooms” is missing; the page shows it in English (en.ftl:2).",
        ],
    );
    check_message(
        "rooms = Rooms",
        "rooms = Räume\nweather = Wetter",
        &["de.ftl:3: error: There is no message “weather”. en.ftl lists all messages."],
    );
    check_message(
        "rooms = Rooms",
        "rooms = Räume\nrooms = Zimmer",
        &["de.ftl:3: error: “rooms” is defined twice. Remove one of the two."],
    );
}

#[test]
fn placeholders_must_match_the_english_message() {
    check_message(
        "m = By { $author }",
        "m = Von { $auhtor }",
        &[
            "de.ftl:2: error: “m” has no placeholder $auhtor. Did you mean author?",
            "de.ftl:2: warning: “m” does not use $author.",
        ],
    );
    check_message(
        "m = By { $author }",
        "m = Von { $author } { $x }",
        &["de.ftl:2: error: “m” has no placeholder $x. Its placeholders: $author."],
    );
    check_message(
        "m = Rooms",
        "m = Räume { $count }",
        &["de.ftl:2: error: “m” has no placeholder $count. The message has no placeholders."],
    );
    check_message(
        "m = By { $author }",
        "m = { $author ->\n   *[other] Von { $author }\n }",
        &[
            "de.ftl:2: warning: “m” has no variant for one; this language has one, other.",
            "de.ftl:2: error: $author in “m” is a text; only a number can select a variant.",
        ],
    );
}

#[test]
fn a_link_must_stay_a_link() {
    check_message(
        "m = See <a>all</a>.",
        "m = Alles.",
        &["de.ftl:2: error: “m” must contain one link: put <a> and </a> around its text."],
    );
    check_message(
        "m = See <a>all</a>.",
        "m = <a>Alles</a> <a>hier</a>.",
        &["de.ftl:2: error: “m” must contain one link: put <a> and </a> around its text."],
    );
    check_message(
        "m = All.",
        "m = <a>Alles</a>.",
        &["de.ftl:2: error: “m” must not contain a link: remove <a> and </a>."],
    );
}

#[test]
fn variants_must_match_the_plural_categories_of_the_language() {
    let items = "m = { $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }";
    check_message(
        items,
        "m = { $n ->\n    [few] { $n } Eintrag\n   *[other] { $n } Einträge\n }",
        &[
            "de.ftl:2: error: “m” has a variant for few, but this language has only one, other.",
            "de.ftl:2: warning: “m” has no variant for one; this language has one, other.",
        ],
    );
    check_message(
        items,
        "m = { $n ->\n    [singular] { $n } Eintrag\n    [one] { $n }\n   *[other] { $n } Einträge\n }",
        &[
            "de.ftl:3: error: “singular” is not a variant key. Use zero, one, two, few, many, other, or a number up to 9999.",
        ],
    );
    check_message(items, "m = { $n ->\n    [0] nichts\n   *[other] { $n }\n }", &[]);
}

#[test]
fn unsupported_fluent_syntax_is_an_error() {
    let cases = [
        (
            "m = Räume\n    .title = Titel",
            "de.ftl:3: error: Attributes are not supported. Make it a separate message.",
        ),
        (
            "m = { $a ->\n   *[other] { $a ->\n       *[other] x\n    }\n }",
            "de.ftl:2: error: A select expression takes a placeholder, { $count -> … }, and cannot contain another one.",
        ),
        (
            "m = { rooms }",
            "de.ftl:2: error: Braces may contain a placeholder, { $title }, a select expression, or a text in quotes, { \" \" }.",
        ),
        (
            "m = { NUMBER($a, minimumFractionDigits: 2) }",
            "de.ftl:2: error: NUMBER takes one placeholder and nothing else: { NUMBER($count) }.",
        ),
        (
            "m = Räume\n-term = Wort",
            "de.ftl:3: error: Terms are not supported. Write the text into each message.",
        ),
    ];
    for (german, expected) in cases {
        let (_, diagnostics) = compiled(
            &[
                ("en", "direction = ltr\nm = Rooms\n"),
                ("de", &format!("direction = ltr\n{german}\n")),
            ],
            "de",
        );
        let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        assert!(found.iter().any(|found| found == expected), "{german}: {found:#?}");
    }
}

#[test]
fn syntax_errors_have_a_line() {
    check_message(
        "rooms = Rooms",
        "rooms = Räume\n\nrooms and more",
        &["de.ftl:4: error: Fluent syntax error: Expected a token starting with \"=\""],
    );
    check(
        "direction = ltr\n",
        "direction = up\n",
        &["de.ftl:1: error: direction must be ltr (left to right) or rtl (right to left)."],
    );
    check(
        "rooms = Rooms\n",
        "rooms = Räume\n",
        &["en.ftl:1: error: A line is missing: direction = ltr"],
    );
    check_message(
        "rooms = Rooms",
        "rooms = Räume\nMy_Rooms = Räume",
        &[
            "de.ftl:3: error: “My_Rooms” is not a valid name: use lower-case letters and hyphens.",
            "de.ftl:3: error: There is no message “My_Rooms”. en.ftl lists all messages.",
        ],
    );
}

#[test]
fn a_language_without_a_catalogue_names_the_missing_file() {
    let english = ("en", "direction = ltr\n");
    let (messages, diagnostics) = compiled(&[english], "fr-CA");
    let found: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "fr.ftl:1: warning: There is no catalogue for “fr-CA”, so the page's messages are in English. This file would add it."
        ]
    );
    assert_eq!(messages.language(), "en");
    let (_, diagnostics) = compiled(&[("de", "direction = ltr\n")], "de");
    assert_eq!(
        diagnostics[0].to_string(),
        "en.ftl:1: error: The English catalogue is missing; every other catalogue is checked against it."
    );
}

proptest! {
    /// Compiles catalogues made of fragments of Fluent syntax in random order.
    #[test]
    fn no_catalogue_panics(
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
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40)
        .prop_map(|pieces| pieces.concat())
}
