//! Writes text for TeX.

/// Returns a text as TeX prints it literally, in UTF-8.
///
/// Braces are written as commands. `\{` would not do: readers of BibTeX match braces before they
/// read commands.
pub(super) fn tex(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in text.chars() {
        // Pairs that TeX's fonts join into another character, such as `--` into a dash.
        if matches!(
            (before, c),
            ('-', '-')
                | ('`', '`')
                | ('\'', '\'')
                | (',', ',')
                | ('<', '<')
                | ('>', '>')
                | ('?' | '!', '`')
        ) {
            out.push_str("{}");
        }
        match c {
            '#' | '$' | '%' | '&' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_with_a_meaning_become_commands() {
        for (text, expected) in [
            ("50% of R&D_costs {draft #1", r"50\% of R\&D\_costs \textbraceleft{}draft \#1"),
            (
                "a~b^c\\d$}",
                r"a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d\$\textbraceright{}",
            ),
            ("--help", "-{}-help"),
            ("’tis ''so'' ``too``", "’tis '{}'so'{}' `{}`too`{}`"),
            ("Łódź 北海道", "Łódź 北海道"),
        ] {
            assert_eq!(tex(text), expected);
        }
    }
}
