//! Checks that all texts of the page come from its catalogue, and that the page uses every message.

use std::path::Path;

/// The reference catalogue.
pub(crate) const CATALOGUE: &str = "src/messages/en.ftl";

/// Literals that look like sentences but are names: a file format, keys in scripts, and types of
/// annotations.
const NAMES: [&str; 12] = [
    "Markdown",
    "ArrowDown",
    "ArrowUp",
    "Enter",
    "Esc",
    "Escape",
    "PageDown",
    "PageUp",
    "Annotation",
    "AnnotationPage",
    "TextQuoteSelector",
    "TextualBody",
];

/// Attributes whose values readers see or hear.
const TEXT_ATTRIBUTES: [&str; 5] =
    ["aria-label", "aria-description", "placeholder", "title", "alt"];

/// Returns whether a file can contain texts for readers. Tests and the rest of `src/browser` have
/// none.
pub(crate) fn is_shown(path: &Path) -> bool {
    if path.extension().is_some_and(|ending| ending == "js") {
        return path.starts_with("src");
    }
    path.extension().is_some_and(|ending| ending == "rs")
        && !path.ends_with("tests.rs")
        && (path == Path::new("src/app.rs")
            || path == Path::new("src/browser/failure.rs")
            || ["src/components", "src/views", "src/store"]
                .iter()
                .any(|folder| path.starts_with(folder)))
}

/// Returns the fault of the first literal text for readers.
pub(crate) fn fault(source: &str) -> Option<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().zip(1..).find_map(|(line, number)| {
        let found = string_literals(line)
            .into_iter()
            .find_map(|(before, literal)| is_text(before, literal).then_some(literal))?;
        Some(format!(
            "has the text {found:?} in line {number}; move it to {CATALOGUE} and use msg!(\"name\")"
        ))
    })
}

/// Returns the string literals of a line, each with the code before it.
fn string_literals(line: &str) -> Vec<(&str, &str)> {
    // Attributes name types and keys.
    if line.trim_start().starts_with("#[") {
        return Vec::new();
    }
    let mut literals = Vec::new();
    let (mut from, mut escaped) = (None, false);
    for (place, character) in line.char_indices() {
        let before = line.get(..place).unwrap_or_default();
        match (character, from) {
            ('\\', Some(_)) if !escaped => {
                escaped = true;
                continue;
            }
            ('"', None) if !before.ends_with('\'') => from = Some(place + 1),
            ('"', Some(start)) if !escaped => {
                literals.push((
                    line.get(..start - 1).unwrap_or_default(),
                    line.get(start..place).unwrap_or_default(),
                ));
                from = None;
            }
            ('/', None) if before.ends_with('/') => break,
            _ => {}
        }
        escaped = false;
    }
    literals
}

/// Returns whether a literal is text for readers: it begins like a sentence, or it is the value of
/// an attribute, an argument of a function that shows a text, or a text node of `html!`.
fn is_text(before: &str, literal: &str) -> bool {
    let has_letters = literal.chars().any(char::is_alphabetic);
    let mut letters = literal.chars();
    let begins_sentence = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    let before = before.trim_end();
    let is_argument = before.ends_with("text(") || before.ends_with("say(");
    let is_text_node = before.trim_start() == "{";
    let is_attribute = ["=", ","].iter().any(|sign| {
        let name = before.strip_suffix(sign).map(|before| before.trim_end().trim_end_matches('"'));
        name.is_some_and(|before| {
            TEXT_ATTRIBUTES.iter().any(|name| {
                let rest = before.strip_suffix(name);
                rest.is_some_and(|rest| rest.ends_with(['"', ' ']) || rest.is_empty())
            })
        })
    });
    let is_text = is_argument || is_text_node || is_attribute;
    let is_exempt = ["msg!(", "msg_id!(", "msg(", "render_log::record("]
        .iter()
        .any(|call| before.ends_with(call));
    has_letters && !is_exempt && (is_text || begins_sentence && !NAMES.contains(&literal))
}

/// Returns a fault for each message of the catalogue that no source uses.
pub(crate) fn unused(catalogue: &str, sources: &[String]) -> Vec<String> {
    let sources: Vec<String> =
        sources.iter().map(|text| text.split_whitespace().collect()).collect();
    let is_used = |name: &str| {
        ["msg!(", "msg_id!(", "msg("].iter().any(|call| {
            let call = format!("{call}\"{name}\"");
            sources.iter().any(|text| text.contains(&call))
        })
    };
    let names = catalogue.lines().filter_map(|line| {
        let (name, _) = line.split_once(" =")?;
        name.chars().all(|c| c.is_ascii_lowercase() || c == '-').then_some(name)
    });
    names
        // The direction is a constant of the generated module.
        .filter(|name| *name != "direction" && !is_used(name))
        .map(|name| format!("{CATALOGUE} has the message “{name}”, which nothing uses"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let found =
            fault(&format!("//! Prints “Hello”.\n{line}\n#[cfg(test)]\nm.text(\"Hello\");"));
        assert_eq!(
            found.as_deref().map(|fault| fault.split(';').next().unwrap()),
            expected,
            "{line}"
        );
    }

    #[test]
    fn literal_text_is_found() {
        check(r#"{ "Hello" }"#, Some(r#"has the text "Hello" in line 2"#));
        check(r#"{ " hits" }"#, Some(r#"has the text " hits" in line 2"#));
        check(r#"link(route, "See all");"#, Some(r#"has the text "See all" in line 2"#));
        check(r#"<nav aria-label="sections">"#, Some(r#"has the text "sections" in line 2"#));
        check(r#"node.set("aria-label", "x");"#, Some(r#"has the text "x" in line 2"#));
        check(
            r#"node.set("aria-label", '"', "Hello \"you\"");"#,
            Some(r#"has the text "Hello \\\"you\\\"" in line 2"#),
        );
        check(r#"say("it failed");"#, Some(r#"has the text "it failed" in line 2"#));
    }

    #[test]
    fn messages_names_and_code_are_not_literal_text() {
        check(r#"say(msg("failed"));"#, None);
        check(r#"if (key === "ArrowDown") next();"#, None);
        check(r#"{ msg!("hello") }"#, None);
        check(r#"{ concat!(msg!("hello"), " · ") }"#, None);
        check(r#"<h1 class="site-title" tabindex="-1">"#, None);
        check(r#"<nav class="plain toggle" aria-label={msg!("sections")}>"#, None);
        check(r#"let name = if is_short { "short" } else { "long" };"#, None);
        check(r#"ExportFormat::Markdown => "Markdown","#, None);
        check(r#"let x = 1; // as in "Hello""#, None);
        check(r#"let key = "INPUT";"#, None);
        check(r##"#[serde(into = "Rows")]"##, None);
    }

    #[test]
    fn unused_messages_are_found() {
        let catalogue = "# Comment = x\ndirection = ltr\nused = a\nscripted = b\nwrapped = { $n ->\n    [one] c\n }\nlost = d\n";
        let sources = [
            r#"msg!("used")"#,
            r#"say(msg("scripted"))"#,
            "msg!(\n    \"wrapped\", n = 1)",
            r#""lost""#,
        ];
        let found = unused(catalogue, &sources.map(str::to_owned));
        assert_eq!(found, ["src/messages/en.ftl has the message “lost”, which nothing uses"]);
    }
}
