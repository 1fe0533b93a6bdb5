//! Turns text without markup into blocks.

use cuttings_corpus::{Block, Container, ContainerKind, line_of_text};

/// A line of at least this many characters is broken by its width, not by its author.
const MIN_WRAPPED: usize = 55;

/// Returns a paragraph for each line.
pub(crate) fn lines(text: &str) -> Vec<Block> {
    text.lines().filter_map(line_of_text).map(Block::paragraph).collect()
}

/// Returns the paragraphs of a text in which blank lines separate them. Lines that were broken by
/// their width are joined, and lines after `>` are quotations.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut is_quotation = false;
    let mut container = 0;
    for line in text.lines().chain([""]) {
        let unquoted = line.trim_start_matches(['>', ' ']);
        let is_quoted = line.starts_with('>');
        if unquoted.trim().is_empty() || is_quoted != is_quotation {
            if let Some(text) = joined(&lines) {
                let mut block = Block::paragraph(text);
                if is_quotation {
                    block.containers =
                        vec![Container { id: container, kind: ContainerKind::Quotation }];
                }
                blocks.push(block);
            }
            lines.clear();
        }
        if is_quoted && !is_quotation {
            container += 1;
        }
        is_quotation = is_quoted;
        if !unquoted.trim().is_empty() {
            lines.push(if is_quoted { unquoted } else { line });
        }
    }
    blocks
}

/// Joins the lines of a paragraph. A line feed stays where the author broke a line.
fn joined(lines: &[&str]) -> Option<String> {
    let mut text = String::new();
    let mut was_wrapped = true;
    for line in lines.iter().filter_map(|line| line_of_text(line)) {
        if !text.is_empty() {
            text.push(if was_wrapped { ' ' } else { '\n' });
        }
        was_wrapped = line.chars().count() >= MIN_WRAPPED;
        text.push_str(&line);
    }
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The first boat left the harbour at dawn with forty people\non board.\n\n\
                    Ada Okonkwo\nHarbour master\n> What time?\n> At six.\n\nYes.";
        let texts: Vec<String> = paragraphs(text).into_iter().map(|block| block.text).collect();
        let expected = [
            "The first boat left the harbour at dawn with forty people on board.",
            "Ada Okonkwo\nHarbour master",
            "What time?\nAt six.",
            "Yes.",
        ];
        assert_eq!(texts, expected);
    }
}
