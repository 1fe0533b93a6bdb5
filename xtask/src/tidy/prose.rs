//! Checks the form of comments and Markdown: their width, and how sentences open.

use std::path::Path;

/// The width of comments and Markdown, in characters.
pub(crate) const WIDTH: usize = 100;

/// The folders of seeds.
const SEEDS: [&str; 5] =
    ["seeds", "e2e/hostile-seeds", "tests/arabic", "tests/german", "tests/japanese"];

/// Openers that hide the actor of a sentence: "What is kept is written" for "Writes the entries".
const OPENERS: [&str; 5] = ["What", "Where", "How", "Whether", "Who"];

/// Returns the faults of a file, each with its line.
pub(crate) fn faults(path: &Path, text: &str) -> Vec<String> {
    let Some(syntax) = Syntax::of(path) else { return Vec::new() };
    let mut faults = Vec::new();
    let mut in_code = false;
    for (line, number) in text.lines().zip(1..) {
        if syntax == Syntax::Markdown {
            if line.trim_start().starts_with("```") {
                in_code = !in_code;
                continue;
            }
            if in_code {
                continue;
            }
        }
        let Some(comment) = syntax.prose(line) else { continue };
        let width = line.chars().count();
        if width > WIDTH && can_be_wrapped(line) {
            faults.push(format!("line {number} is {width} characters wide; wrap it at {WIDTH}"));
        }
        if syntax != Syntax::Markdown
            && let Some(opener) = opener(comment)
        {
            faults.push(format!(
                "line {number} opens with “{opener}”; name the actor and use a verb"
            ));
        }
    }
    faults
}

/// The marks of prose in a kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Syntax {
    /// `//`, `///`, `//!`, and lines of `/* … */` that begin with `*`.
    Slashes,
    /// `#`.
    Hash,
    /// Everything outside of code blocks.
    Markdown,
}

impl Syntax {
    fn of(path: &Path) -> Option<Syntax> {
        // Seeds are test data, and some of them are wide on purpose.
        if SEEDS.iter().any(|folder| path.starts_with(folder)) {
            return None;
        }
        let name = path.file_name()?.to_str()?;
        if matches!(name, "Makefile" | "Caddyfile") || path.starts_with("scripts") {
            let is_script = !name.contains('.') || name.ends_with(".sh");
            return is_script.then_some(Syntax::Hash);
        }
        match path.extension()?.to_str()? {
            "rs" | "js" | "mjs" | "ts" | "css" => Some(Syntax::Slashes),
            "toml" | "sh" | "yml" | "ftl" => Some(Syntax::Hash),
            "md" => Some(Syntax::Markdown),
            _ => None,
        }
    }

    /// Returns the prose of a line, without the marks of its comment.
    fn prose(self, line: &str) -> Option<&str> {
        let line = line.trim_start();
        match self {
            Syntax::Markdown => Some(line),
            Syntax::Hash => Some(line.strip_prefix('#')?.trim_start_matches('#').trim_start()),
            Syntax::Slashes => {
                let marks = ["///", "//!", "//", "/**", "/*", "* "];
                let rest = marks.iter().find_map(|mark| line.strip_prefix(mark))?;
                Some(rest.trim_start())
            }
        }
    }
}

/// Returns whether a wide line can be wrapped. Tables and addresses cannot.
fn can_be_wrapped(line: &str) -> bool {
    let line = line.trim_start();
    let is_table = line.starts_with('|') || line.contains("//! |") || line.contains("/// |");
    let has_link = line.contains("://") || line.contains("](");
    !is_table && !has_link && line.contains(' ')
}

/// Returns the opener that a comment line begins with, unless the line asks a question.
fn opener(comment: &str) -> Option<&'static str> {
    let first = comment.split(' ').next()?;
    let opener = OPENERS.into_iter().find(|opener| *opener == first)?;
    (!comment.trim_end().ends_with('?') && comment.len() > first.len()).then_some(opener)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(faults(Path::new(path), text), expected, "{path}: {text}");
    }

    #[test]
    fn comments_that_open_with_a_question_word_are_found() {
        let fault = ["line 1 opens with “What”; name the actor and use a verb"];
        check("a.rs", "/// What is kept.", &fault);
        check("a.rs", "    // What is kept.", &fault);
        check("a.rs", "//! What is kept.", &fault);
        check("a.js", "// What is kept.", &fault);
        check("a.css", "/* What is kept. */", &fault);
        check("a.toml", "# What is kept.", &fault);
        check("scripts/setup", "# What is kept.", &fault);
        check("Makefile", "# What is kept.", &fault);
        let fault = ["line 2 opens with “Whether”; name the actor and use a verb"];
        check("a.rs", "/// Returns true.\n/// Whether it is kept.", &fault);
    }

    #[test]
    fn questions_headings_and_code_may_open_as_they_like() {
        check("a.rs", "// What is it?", &[]);
        check("a.rs", "//! # What it does not do", &[]);
        check("a.rs", "/// Whatever is kept.", &[]);
        check("a.rs", "fn f() { What::is() }", &[]);
        check("a.md", "What is kept.", &[]);
    }

    #[test]
    fn wide_prose_is_found_and_what_cannot_be_wrapped_is_not() {
        let wide = "word ".repeat(21);
        let fault = ["line 1 is 109 characters wide; wrap it at 100"];
        check("a.rs", &format!("/// {wide}"), &fault);
        let fault = ["line 1 is 105 characters wide; wrap it at 100"];
        check("a.md", &wide, &fault);
        check("a.md", &format!("| {wide} |"), &[]);
        check("a.md", &format!("[{wide}](https://example.org)"), &[]);
        check("a.md", &format!("```\n{wide}\n```"), &[]);
        check("a.rs", &format!("let text = \"{wide}\";"), &[]);
        check("a.rs", &format!("// {}", "é".repeat(97)), &[]);
    }
}
