//! Finds the JavaScript of MDX: imports, exports and JSX tags.

use std::ops::Range;

/// Returns the ranges of imports and exports. Each starts a block, and ends before a blank line
/// outside of braces.
pub(super) fn modules(text: &str, literal: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut modules: Vec<Range<usize>> = Vec::new();
    let mut literal = literal.iter().peekable();
    let mut open: Option<usize> = None;
    let mut depth: i64 = 0;
    let mut is_block_start = true;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        while literal.next_if(|range| range.end <= start).is_some() {}
        let is_literal = literal.peek().is_some_and(|range| range.start <= start);
        let is_blank = line.trim().is_empty();
        let opens = !is_literal && is_block_start && is_module(line);
        if open.is_none() && opens {
            open = Some(start);
            depth = 0;
        }
        if let Some(first) = open {
            depth += line.matches(['{', '(', '[']).count() as i64;
            depth -= line.matches(['}', ')', ']']).count() as i64;
            if is_blank && depth <= 0 {
                modules.push(first..start);
                open = None;
            }
        }
        is_block_start = is_blank || (is_block_start && opens);
    }
    modules.extend(open.map(|first| first..text.len()));
    modules
}

/// Returns whether a line starts an import or export rather than a sentence.
fn is_module(line: &str) -> bool {
    let is_import = line.starts_with("import ")
        && (line.contains('"') || line.contains('\'') || line.trim_end().ends_with(['{', ',']));
    let export = line.strip_prefix("export ").map(str::trim_start);
    const DECLARATIONS: [&str; 9] =
        ["default ", "const ", "let ", "var ", "function ", "async ", "class ", "{", "* "];
    is_import || export.is_some_and(|rest| DECLARATIONS.iter().any(|it| rest.starts_with(it)))
}

/// Returns whether a tag is JSX rather than HTML: a component, a fragment, or with expressions.
pub(super) fn is_component(source: &str) -> bool {
    let name = source.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    let name = name.get(..end.unwrap_or(name.len())).unwrap_or_default();
    name.is_empty()
        || name.contains('.')
        || name.starts_with(|c: char| c.is_ascii_uppercase())
        || source.contains('{')
}

/// Finds the ends of JSX tags, whose attributes may be expressions with any characters.
pub(super) struct TagScanner<'a> {
    text: &'a str,
    /// The bytes that may still be read in vain.
    budget: usize,
}

impl<'a> TagScanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, budget: text.len().saturating_mul(8) }
    }

    /// Returns the end of the tag that starts at an offset.
    pub(super) fn tag(&mut self, start: usize) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let name = rest.get(1..)?.trim_start_matches('/');
        if self.budget == 0 || !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '>') {
            return None;
        }
        let (mut depth, mut quote) = (0_usize, None);
        for (at, c) in rest.char_indices() {
            match (c, quote) {
                (_, Some(open)) if c == open => quote = None,
                (_, Some(_)) => {}
                ('"' | '\'' | '`', None) => quote = Some(c),
                ('{', None) => depth += 1,
                ('}', None) => depth = depth.saturating_sub(1),
                ('>', None) if depth == 0 => return Some(start + at + 1),
                ('<', None) if depth == 0 && at > 0 => {
                    self.budget = self.budget.saturating_sub(at);
                    return None;
                }
                _ => {}
            }
        }
        self.budget = self.budget.saturating_sub(rest.len());
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_end_at_a_blank_line_outside_of_braces() {
        let text = "import A from 'a'\nimport B from \"b\"\n\nexport const x = {\n\n  y: 1,\n}\n\nimport taxes rose.\n\nexport trade fell.\n";
        let found: Vec<&str> = modules(text, &[]).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            found,
            ["import A from 'a'\nimport B from \"b\"\n", "export const x = {\n\n  y: 1,\n}\n"]
        );
    }

    #[test]
    fn tags_end_outside_of_expressions() {
        let tag = |text: &str| TagScanner::new(text).tag(0);
        assert_eq!(tag("<A b={x > 1} c=\">\">d"), Some(19));
        assert_eq!(tag("<>"), Some(2));
        assert_eq!(tag("</A>"), Some(4));
        assert_eq!(tag("< a"), None);
        assert_eq!(tag("<A <"), None);
    }
}
