//! The catalogue of each kind of message.

use crate::compiled;

/// Returns the entries of a catalogue.
fn entries(catalogues: &[(&str, &str)], language: &str) -> Vec<String> {
    let (messages, _) = compiled(catalogues, language);
    let catalogue = messages.catalogue();
    catalogue.lines().map(str::to_owned).collect()
}

/// Compares the pattern of a translated message.
#[track_caller]
fn check(language: &str, english: &str, translated: &str, expected: &str) {
    let [english, translated] =
        [english, translated].map(|message| format!("direction = ltr\nm = {message}\n"));
    let found = entries(&[("en", &english), (language, &translated)], language);
    assert_eq!(found[6], expected);
}

#[track_caller]
fn check_english(message: &str, expected: &str) {
    check("en", message, message, expected);
}

#[test]
fn texts_stay_as_they_are() {
    check_english("Rooms", "Rooms");
    check_english("a \"b\"\\", "a \"b\"\\");
    check_english("one line\n    and the next", "one line and the next");
    check_english(r#"{ "  " }kept{ " " }"#, "  kept ");
    check_english(r#"a{ "\u0001" }b"#, "a b");
    check("de", "Rooms", "Räume", "Räume");
}

#[test]
fn a_link_has_borders() {
    check_english("See <a>all</a>.", "See \u{2}all\u{2}.");
    check_english("See <a>{ $what }</a>.", "See \u{2}.");
}

#[test]
fn arguments_have_the_numbers_of_the_english_message() {
    check("de", "{ $a-b } in { $where }", "In { $where }: { $a-b }", "In \u{1}1: \u{1}0");
    check("de", "{ $a } in { $where }", "{ $where }", "\u{1}1");
}

#[test]
fn a_select_expression_has_its_variants_with_the_default_last() {
    check_english(
        "There { $n ->\n    [0] is nothing\n    [one] is one\n   *[other] are { $n }\n } here.",
        "There \u{3}000\u{4}is nothing\u{5}o\u{4}is one\u{5}*\u{4}are \u{1}0\u{5}\u{6} here.",
    );
}

#[test]
fn the_program_lacks_messages_of_groups_outside() {
    let english = "direction = ltr\n\n## Outside of the program: scripts\n\nm = Copied\n\n## Reading\n\nn = Notes\n";
    // The comments of a translation do not matter.
    let german = "direction = ltr\nm = Kopiert\n\n## Outside of the program\n\nn = Notizen\n";
    let (messages, _) = compiled(&[("en", english), ("de", german)], "de");
    let texts = |catalogue: String| Vec::from_iter(catalogue.lines().skip(6).map(str::to_owned));
    assert_eq!(texts(messages.catalogue()), ["Kopiert", "Notizen"]);
    assert_eq!(texts(messages.program_catalogue()), ["", "Notizen"]);
    let calls = messages.rust();
    assert!(calls.contains(r#"("m") => { $crate::messages::outside(1).text() }"#));
    assert!(calls.contains(r#"("n") => { $crate::messages::MessageId(2).text() }"#));
}

#[test]
fn the_head_has_languages_plural_rules_and_grouping() {
    let english = "direction = ltr\nm = Rooms\n";
    let polish = "direction = ltr\nm = Pokoje\n";
    let head = |language: &str| entries(&[("en", english), ("pl", polish)], language)[..5].to_vec();
    assert_eq!(head("en"), ["en", "", "o=1 x", "o=1 x", "43,"]);
    assert_eq!(head("en-GB"), ["en-GB", "", "o=1 x", "o=1 x", "43,"]);
    assert_eq!(head("fr-CA"), ["en", "fr-CA", "o=1 x", "o=1 x", "43,"]);
    let few = "f%2-4,22-24,32-34,42-44,52-54,62-64,72-74,82-84,92-94";
    assert_eq!(head("pl"), ["pl", "", &format!("o=1 {few} m"), "o=1 x", "53\u{a0}"]);
}

#[test]
fn plural_rules_have_as_few_ranges_as_possible() {
    let rules = |language: &str| {
        let empty = "direction = ltr\n";
        entries(&[("en", empty), (language, empty)], language)[2].clone()
    };
    assert_eq!(rules("de"), "o=1 x");
    assert_eq!(rules("fr"), "o=0-1 x");
    assert_eq!(rules("ja"), "x");
    assert_eq!(rules("ar"), "z=0 o=1 t=2 f%3-10 x%0-2 m");
    assert_eq!(rules("tlh"), "x");
}

#[test]
fn a_message_that_is_not_translated_selects_by_english_rules() {
    let english =
        "direction = ltr\nm = { $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }\n";
    let found = entries(&[("en", english), ("fr", "direction = ltr\n")], "fr");
    assert_eq!(found[6], "\u{3}01o\u{4}\u{1}0 item\u{5}*\u{4}\u{1}0 items\u{5}\u{6}");
}
