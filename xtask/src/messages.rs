//! The page's own words stand in its catalogues: none is written where it is shown, and none is
//! there that nobody asks for.

use std::path::Path;

/// The catalogue that says which messages there are.
pub(crate) const CATALOGUE: &str = "src/messages/en.ftl";

/// What begins like a sentence and is no word of a language: a form of files, and keys by their
/// names in scripts.
const NAMES: [&str; 8] =
    ["Markdown", "ArrowDown", "ArrowUp", "Enter", "Esc", "Escape", "PageDown", "PageUp"];

/// Attributes whose values are read out or seen.
const TOLD: [&str; 5] = ["aria-label", "aria-description", "placeholder", "title", "alt"];

/// Whether what is in a file can be shown to readers. All else of the hooks speaks to the browser.
pub(crate) fn is_shown(path: &Path) -> bool {
    if path.extension().is_some_and(|ending| ending == "js") {
        return path.starts_with("src");
    }
    path.extension().is_some_and(|ending| ending == "rs")
        && (path == Path::new("src/app.rs")
            || path == Path::new("src/browser/failure.rs")
            || ["src/components", "src/views", "src/store"]
                .iter()
                .any(|folder| path.starts_with(folder)))
}

/// The first word that is written where it is shown.
pub(crate) fn fault(text: &str) -> Option<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().zip(1..).find_map(|(line, number)| {
        let word = literals(line)
            .into_iter()
            .find_map(|(before, literal)| is_word(before, literal).then_some(literal))?;
        Some(format!(
            "says {word:?} in line {number}; what is shown stands in {CATALOGUE}: msg!(\"its-name\")"
        ))
    })
}

/// The texts in quotes of a line of Rust, each with what stands before it.
fn literals(line: &str) -> Vec<(&str, &str)> {
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

/// Whether a text in quotes is read by people: it begins like a sentence, or stands where only that
/// can stand.
fn is_word(before: &str, literal: &str) -> bool {
    let has_letters = literal.chars().any(char::is_alphabetic);
    let mut letters = literal.chars();
    let begins_sentence = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    let before = before.trim_end();
    let is_told = before.ends_with("text(")
        || before.ends_with("say(")
        || TOLD.iter().any(|name| {
            ["=", ","].iter().any(|sign| {
                let name = before
                    .strip_suffix(sign)
                    .and_then(|before| before.trim_end().strip_suffix(&format!("{name}\"")));
                name.is_some_and(|before| before.ends_with('"'))
            })
        });
    let from_catalogue = before.ends_with("msg!(") || before.ends_with("msg(");
    has_letters && !from_catalogue && (is_told || begins_sentence && !NAMES.contains(&literal))
}

/// The messages of the catalogue that none of the sources asks for.
pub(crate) fn unasked(catalogue: &str, sources: &[String]) -> Vec<String> {
    let sources: Vec<String> =
        sources.iter().map(|text| text.split_whitespace().collect()).collect();
    let is_asked = |name: &str| {
        ["msg!(", "msg("].iter().any(|call| {
            let call = format!("{call}\"{name}\"");
            sources.iter().any(|text| text.contains(&call))
        })
    };
    let names = catalogue.lines().filter_map(|line| {
        let (name, _) = line.split_once(" =")?;
        name.chars().all(|c| c.is_ascii_lowercase() || c == '-').then_some(name)
    });
    names
        // What is asked of the generated module by another way.
        .filter(|name| *name != "direction" && !is_asked(name))
        .map(|name| format!("{CATALOGUE} has “{name}”, for which nothing asks"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let found = fault(&format!("//! Says “Hello”.\n{line}\n#[cfg(test)]\nm.text(\"Hello\");"));
        assert_eq!(
            found.as_deref().map(|fault| fault.split(';').next().unwrap()),
            expected,
            "{line}"
        );
    }

    #[test]
    fn what_is_shown_is_found() {
        check(r#"m.text("Hello");"#, Some(r#"says "Hello" in line 2"#));
        check(r#"m.text(" hits");"#, Some(r#"says " hits" in line 2"#));
        check(r#"link(m, desk, route, "See all");"#, Some(r#"says "See all" in line 2"#));
        check(
            r#"el!(m, nav["class" = "rooms", "aria-label" = "rooms"] {"#,
            Some(r#"says "rooms" in line 2"#),
        );
        check(r#"m.attr("aria-label", "x");"#, Some(r#"says "x" in line 2"#));
        check(
            r#"m.attr("aria-label", '"', "Hello \"you\"");"#,
            Some(r#"says "Hello \\\"you\\\"" in line 2"#),
        );
        check(r#"say("it failed");"#, Some(r#"says "it failed" in line 2"#));
        check(r#"say(msg("failed"));"#, None);
        check(r#"if (key === "ArrowDown") next();"#, None);
        check(r#"m.text(msg!("hello"));"#, None);
        check(r#"m.text(concat!(msg!("hello"), " · "));"#, None);
        check(r#"el!(m, h1["class" = "site-title", "tabindex" = "-1"] {"#, None);
        check(r#"el!(m, nav["class" = "plain toggle", "aria-label" = msg!("sections")] {"#, None);
        check(r#"Form::Markdown => "Markdown","#, None);
        check(r#"let x = 1; // as in "Hello""#, None);
        check(r#"let key = "INPUT";"#, None);
    }

    #[test]
    fn what_nobody_asks_for_is_found() {
        let catalogue = "# Comment = x\ndirection = ltr\nused = a\nscripted = b\nwrapped = { $n ->\n    [one] c\n }\nlost = d\n";
        let sources = [
            r#"msg!("used")"#,
            r#"say(msg("scripted"))"#,
            "msg!(\n    \"wrapped\", n = 1)",
            r#""lost""#,
        ];
        let found = unasked(catalogue, &sources.map(str::to_owned));
        assert_eq!(found, ["src/messages/en.ftl has “lost”, for which nothing asks"]);
    }
}
