//! The generated Rust of each kind of message.

use crate::compiled;

/// Compares the macro arm of a translated message, followed by the body of the function that it
/// calls, if it calls one.
#[track_caller]
fn check(language: &str, english: &str, translated: &str, expected: &[&str]) {
    let [english, translated] =
        [english, translated].map(|message| format!("direction = ltr\nm = {message}\n"));
    let (messages, diagnostics) = compiled(&[("en", &english), (language, &translated)], language);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let rust = messages.rust();
    let arm = rust.lines().find_map(|line| line.trim().strip_prefix(r#"("m""#)).unwrap();
    let body = rust.lines().skip_while(|line| !line.trim().starts_with("pub fn m(")).map(str::trim);
    let body = body.take_while(|line| *line != "}");
    assert_eq!([arm].into_iter().chain(body).collect::<Vec<&str>>(), expected);
}

#[track_caller]
fn check_english(message: &str, expected: &[&str]) {
    check("en", message, message, expected);
}

#[test]
fn a_message_without_parameters_is_a_literal() {
    check_english("Rooms", &[r#") => { "Rooms" };"#]);
    check_english("a \"b\"\\", &[r#") => { "a \"b\"\\" };"#]);
    check_english("one line\n    and the next", &[r#") => { "one line and the next" };"#]);
    check_english(r#"{ "  " }kept{ " " }"#, &[r#") => { "  kept " };"#]);
    check_english(r#"a{ "\u0001" }b"#, &[r#") => { "a b" };"#]);
    check("de", "Rooms", "Räume", &[r#") => { "Räume" };"#]);
}

#[test]
fn a_link_is_an_array_of_the_texts_around_it() {
    check_english("See <a>all</a>.", &[r#") => { ["See ", "all", "."] };"#]);
    check_english("See <a>{ $what }</a>.", &[r#") => { ["See ", "."] };"#]);
}

#[test]
fn parameters_fill_the_pattern() {
    check_english(
        "{ $a } of { NUMBER($b) }",
        &[
            ", a = $a:expr, b = $b:expr $(,)?) => { $crate::messages::texts::m($a, $b) };",
            "pub fn m(a: &str, b: usize) -> String {",
            "let b_in_digits = crate::store::text::decimal(b as u64);",
            r#"crate::messages::filled("\u{1} of \u{1}", &[a, &b_in_digits])"#,
        ],
    );
    // The parameters keep the order of the English message.
    check(
        "de",
        "{ $a-b } in { $where }",
        "In { $where }: { $a-b }",
        &[
            ", a_b = $a_b:expr, where = $where_:expr $(,)?) => { $crate::messages::texts::m($a_b, $where_) };",
            "pub fn m(a_b: &str, where_: &str) -> String {",
            r#"crate::messages::filled("In \u{1}: \u{1}", &[where_, a_b])"#,
        ],
    );
}

#[test]
fn a_translation_may_leave_a_parameter_out() {
    let [english, german] = [
        "direction = ltr\nm = { $n ->\n    [one] { $n } { $n-of } item\n   *[other] { $n-of } items\n }\n",
        "direction = ltr\nm = { $n-of } Dinge\n",
    ];
    let (messages, _) = compiled(&[("en", english), ("de", german)], "de");
    let rust = messages.rust();
    let body = "pub fn m(n: usize, n_of: &str) -> String {\n        let _ = n;\n        crate::messages::filled(\"\\u{1} Dinge\", &[n_of])\n";
    assert!(rust.contains(body), "{rust}");
}

#[test]
fn a_select_expression_selects_the_pattern() {
    let head = |of: &str| {
        format!(", {of} = ${of}:expr $(,)?) => {{ $crate::messages::texts::m(${of}) }};")
    };
    let [function, digits] = [
        "pub fn m(n: usize) -> String {",
        "let n_in_digits = crate::store::text::decimal(n as u64);",
    ];
    check_english(
        "{ $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }",
        &[
            &head("n"),
            function,
            digits,
            r#"crate::messages::filled(match n { 1 => "\u{1} item", _ => "\u{1} items" }, &[&n_in_digits])"#,
        ],
    );
    check_english(
        "There { $n ->\n    [0] is nothing\n    [one] is one thing\n   *[other] are { $n } things\n } here.",
        &[
            &head("n"),
            function,
            digits,
            r#"crate::messages::filled("There \u{1} here.", &[&match n { 0 => String::from("is nothing"), 1 => String::from("is one thing"), _ => crate::messages::filled("are \u{1} things", &[&n_in_digits]) }])"#,
        ],
    );
    check(
        "fr",
        "{ $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }",
        "{ $n ->\n    [one] { $n } article\n   *[other] { $n } articles\n }",
        &[
            &head("n"),
            function,
            digits,
            r#"crate::messages::filled(match n { 0..=1 => "\u{1} article", _ => "\u{1} articles" }, &[&n_in_digits])"#,
        ],
    );
    // A language with one plural category needs no `match`.
    check(
        "ja",
        "{ $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }",
        "{ $n }件",
        &[&head("n"), function, digits, r#"crate::messages::filled("\u{1}件", &[&n_in_digits])"#],
    );
}

#[test]
fn a_fallback_uses_the_plural_rules_of_english() {
    let english =
        "direction = ltr\nm = { $n ->\n    [one] { $n } item\n   *[other] { $n } items\n }\n";
    let (messages, _) = compiled(&[("en", english), ("fr", "direction = ltr\n")], "fr");
    assert!(
        messages.rust().contains(r#"match n { 1 => "\u{1} item", _ => "\u{1} items" }"#),
        "{}",
        messages.rust()
    );
}

#[test]
fn the_module_names_its_language_and_direction() {
    let arabic = "direction = rtl\nm = غرف\n";
    let english = "direction = ltr\nm = Rooms\n";
    for (wanted, language, untranslated, direction) in [
        ("en", "en", "None", "ltr"),
        ("en-GB", "en-GB", "None", "ltr"),
        ("ar", "ar", "None", "rtl"),
        ("ar-EG", "ar-EG", "None", "rtl"),
        ("fr-CA", "en", r#"Some("fr-CA")"#, "ltr"),
    ] {
        let (messages, _) = compiled(&[("en", english), ("ar", arabic)], wanted);
        let rust = messages.rust();
        for line in [
            format!("pub const LANGUAGE: &str = {language:?};"),
            format!("pub const UNTRANSLATED: Option<&str> = {untranslated};"),
            format!("pub const DIRECTION: &str = {direction:?};"),
        ] {
            assert!(rust.contains(&line), "{wanted}: {line}\n{rust}");
        }
    }
}

#[test]
fn messages_for_scripts_are_split_into_pieces() {
    let (messages, _) = compiled(
        &[(
            "en",
            "direction = ltr\nplain = Copied\nholds = Hit { $hit } of { $hits }\nchosen = { $n ->\n   *[other] { $n }\n }\n",
        )],
        "en",
    );
    let rust = messages.rust();
    assert!(
        rust.contains(
            "(\"plain\", &[\"Copied\"]),\n    (\"holds\", &[\"Hit \", \"hit\", \" of \", \"hits\", \"\"]),\n]"
        ),
        "{rust}"
    );
}
