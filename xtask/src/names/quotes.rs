//! `cargo xtask quotes`: measures the recognition of quotes and speakers on annotated texts.

use cuttings_insight::{Document, Passage, Quote, Role, Settings, Span, Speaker, names, quotes};
use std::path::PathBuf;

const USAGE: &str = "cargo xtask quotes --gold FILE [--show]";

/// `cargo xtask quotes …`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    use lexopt::prelude::*;
    let (mut gold, mut show) = (None, false);
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next().map_err(|error| format!("{error}\n\n{USAGE}"))? {
        match argument {
            Long("gold") => {
                gold = Some(PathBuf::from(
                    parser.value().map_err(|error| format!("{error}\n\n{USAGE}"))?,
                ));
            }
            Long("show") => show = true,
            _ => return Err(format!("{}\n\n{USAGE}", argument.unexpected())),
        }
    }
    let Some(path) = gold else { return Err(USAGE.into()) };
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let measures = measure(&text, show);
    println!("{measures}");
    Ok(())
}

/// An annotated quote.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Labelled {
    /// The passage and the first byte of the words of each piece.
    pieces: Vec<(usize, usize)>,
    /// A name or description, "?" for an unknown speaker, or "~" for words that are only set apart.
    speaker: String,
}

/// The numbers of quotes: those annotated, those found, and the correct ones among them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Measures {
    expected: usize,
    found: usize,
    /// Found quotes with exactly the annotated pieces, and correctly recognised as speech or not.
    correct: usize,
    /// Correct quotes of speech, and those of them with the correct speaker.
    speech: usize,
    correct_speaker: usize,
}

impl std::fmt::Display for Measures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { expected, found, correct, speech, correct_speaker } = self;
        let ratio = |part: &usize, whole: &usize| *part as f64 / (*whole).max(1) as f64;
        write!(
            f,
            "quotes: precision {:.3}  recall {:.3}; speakers: {:.3}  \
             ({correct} correct, {found} found, {expected} expected; \
             {correct_speaker} of {speech} speakers)",
            ratio(correct, found),
            ratio(correct, expected),
            ratio(correct_speaker, speech)
        )
    }
}

/// Parses annotated documents into paragraphs without labels, and their quotes.
fn parse(text: &str) -> Vec<(Vec<String>, Vec<Labelled>)> {
    let mut documents = vec![(Vec::new(), Vec::new())];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.trim().is_empty() {
            documents.push((Vec::new(), Vec::new()));
            continue;
        }
        let Some((paragraphs, labels)) = documents.last_mut() else { continue };
        let (mut plain, mut rest) = (String::new(), line);
        while let Some((before, after)) = rest.split_once('⟦') {
            plain.push_str(before);
            let Some((label, after)) = after.split_once('⟧') else { break };
            rest = after;
            // The words start after the quotation mark and an optional space.
            let mark = after.chars().next().map_or(0, char::len_utf8);
            let space = after.get(mark..).map_or(0, |words| words.len() - words.trim_start().len());
            let piece = (paragraphs.len(), plain.len() + mark + space);
            match (label, labels.last_mut()) {
                ("+", Some(Labelled { pieces, .. })) => pieces.push(piece),
                _ => labels.push(Labelled { pieces: vec![piece], speaker: label.to_owned() }),
            }
        }
        plain.push_str(rest);
        paragraphs.push(plain);
    }
    documents.retain(|(paragraphs, _)| !paragraphs.is_empty());
    documents
}

fn measure(text: &str, show: bool) -> Measures {
    let mut measures = Measures::default();
    for (paragraphs, gold) in parse(text) {
        let passages = paragraphs.iter().map(|text| Passage::new(Role::Paragraph, text)).collect();
        let document = [Document { passages, ..Document::default() }];
        let names = names(&document, &Settings::default());
        let found = quotes(&document, &names).pop().unwrap_or_default();
        let [document] = document;
        let speaker = |quote: &Quote| match &quote.speaker {
            Speaker::Named(entity, _) => names
                .entities
                .get(entity.0 as usize)
                .map_or(String::new(), |entity| entity.name.clone()),
            Speaker::Described(span) => document.text(span).to_owned(),
            Speaker::Unknown => "?".to_owned(),
        };
        measures.expected += gold.len();
        measures.found += found.len();
        let starts = |quote: &Quote| -> Vec<(usize, usize)> {
            quote.pieces.iter().map(|Span { passage, range }| (*passage, range.start)).collect()
        };
        for labelled in &gold {
            let quote = found.iter().find(|quote| starts(quote) == labelled.pieces);
            let is_correct =
                quote.is_some_and(|quote| quote.is_scare_quote == (labelled.speaker == "~"));
            measures.correct += usize::from(is_correct);
            let mut fault = (!is_correct).then(|| "not found as annotated".to_owned());
            if let Some(quote) = quote.filter(|_| is_correct && labelled.speaker != "~") {
                measures.speech += 1;
                let is_speaker = speaker(quote) == labelled.speaker;
                measures.correct_speaker += usize::from(is_speaker);
                if !is_speaker {
                    fault =
                        Some(format!("attributed to {} ({})", speaker(quote), quote.attribution));
                }
            }
            if let Some(fault) = fault.filter(|_| show) {
                let (passage, start) = labelled.pieces.first().copied().unwrap_or_default();
                let words =
                    paragraphs.get(passage).and_then(|text| text.get(start..)).unwrap_or_default();
                let words: String = words.chars().take(50).collect();
                println!("{}: “{words}…” {fault}", labelled.speaker);
            }
        }
    }
    measures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotated_quotes_are_compared_with_the_found_ones() {
        let text = "# a comment\n\nMinister Ada Okonkwo left. ⟦Ada Okonkwo⟧“We will wait,” she said. ⟦+⟧“It is late.”\nIt was ⟦~⟧“late”.\n";
        assert_eq!(
            measure(text, false),
            Measures { expected: 2, found: 2, correct: 2, speech: 1, correct_speaker: 1 }
        );
        let wrong = text.replace("⟦Ada Okonkwo⟧", "⟦Ines Ávila⟧").replace("⟦~⟧", "⟦?⟧");
        assert_eq!(
            measure(&wrong, false),
            Measures { expected: 2, found: 2, correct: 1, speech: 1, correct_speaker: 0 }
        );
    }
}
