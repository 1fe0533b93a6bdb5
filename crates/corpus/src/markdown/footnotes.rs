//! Numbers the footnotes of a body in the order of their first references.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::pieces::Piece;

/// The numbers of the footnotes.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The number of each label.
    by_label: HashMap<String, u32>,
    /// The number of each definition, in the order of the seed.
    definitions: Vec<u32>,
}

impl Numbers {
    /// Returns the number that a reference shows.
    pub(super) fn of_reference(&self, label: &str) -> Option<u32> {
        self.by_label.get(&folded(label)).copied()
    }

    /// Returns the number of the definition at this position.
    pub(super) fn of_definition(&self, position: usize) -> Option<u32> {
        self.definitions.get(position).copied()
    }
}

/// Numbers the footnotes. References in the text come before those in footnotes, and footnotes
/// without a reference come last.
pub(super) fn number(pieces: &[(Piece<'_>, Range<usize>)]) -> Numbers {
    let mut labels: Vec<String> = Vec::new();
    // The references in the text, and in each footnote.
    let mut in_text: Vec<String> = Vec::new();
    let mut in_notes: Vec<Vec<String>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (piece, _) in pieces {
        match piece {
            Piece::Start(Tag::FootnoteDefinition(label)) => {
                open.push(labels.len());
                labels.push(folded(label));
                in_notes.push(Vec::new());
            }
            Piece::End(TagEnd::FootnoteDefinition) => {
                open.pop();
            }
            Piece::FootnoteReference(label) => {
                let note = open.last().and_then(|note| in_notes.get_mut(*note));
                note.unwrap_or(&mut in_text).push(folded(label));
            }
            _ => {}
        }
    }
    let mut first_definition: HashMap<&str, usize> = HashMap::new();
    for (position, label) in labels.iter().enumerate() {
        first_definition.entry(label).or_insert(position);
    }
    let mut definitions = vec![0; labels.len()];
    let mut count = 0;
    let mut queue: Vec<usize> = Vec::new();
    let mut next = 0;
    let mut references = &in_text;
    loop {
        for label in references {
            if let Some(position) = first_definition.get(label.as_str())
                && let Some(number @ 0) = definitions.get_mut(*position)
            {
                count += 1;
                *number = count;
                queue.push(*position);
            }
        }
        match queue.get(next).and_then(|position| in_notes.get(*position)) {
            Some(inner) => references = inner,
            None => break,
        }
        next += 1;
    }
    for number in definitions.iter_mut().filter(|number| **number == 0) {
        count += 1;
        *number = count;
    }
    let by_label = first_definition.into_iter().filter_map(|(label, position)| {
        Some((label.to_owned(), definitions.get(position).copied()?))
    });
    Numbers { by_label: by_label.collect(), definitions }
}

/// Labels match whatever their case and white space.
fn folded(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
