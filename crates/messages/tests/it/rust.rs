//! The generated Rust of each kind of message.

use crate::compiled;

/// Compares the macro arm of an English message.
#[track_caller]
fn check(message: &str, expected: &str) {
    let (messages, diagnostics) =
        compiled(&[("en", &format!("direction = ltr\nm = {message}\n"))], "en");
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let rust = messages.rust();
    let arm = rust.lines().find_map(|line| line.trim().strip_prefix(r#"("m""#)).unwrap();
    assert_eq!(arm, expected);
}

#[test]
fn a_message_without_parameters_is_looked_up() {
    check("Rooms", ") => { $crate::messages::MessageId(1).text() };");
}

#[test]
fn a_link_is_an_array_of_the_texts_around_it() {
    check("See <a>all</a>.", ") => { $crate::messages::MessageId(1).link_parts::<3>() };");
    check("See <a>{ $what }</a>.", ") => { $crate::messages::MessageId(1).link_parts::<2>() };");
}

#[test]
fn parameters_become_arguments_in_order() {
    check(
        "{ $a-b } of { NUMBER($where) }",
        ", a_b = $a_b:expr, where = $where_:expr $(,)?) => { $crate::messages::MessageId(1).format(&[$crate::messages::Argument::Text($a_b), $crate::messages::Argument::Number($where_)]) };",
    );
}

#[test]
fn the_module_is_the_same_in_every_language() {
    let english = "direction = ltr\nm = { $n } in { $where }\n";
    let arabic = "direction = rtl\nm = { $where }: { $n }\n";
    let [one, other] = ["en", "ar"]
        .map(|language| compiled(&[("en", english), ("ar", arabic)], language).0.rust());
    assert_eq!(one, other);
    assert!(one.contains(r#"("m", &["n", "where"]),"#), "{one}");
}
