//! Figures: finds numbers together with their unit or the noun that they count.

mod figure;
mod number;
mod phrase;

use crate::document::{Document, Span};
use crate::packed::LazyDocuments;
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
pub use figure::{Figure, Qualifier};
use phrase::figure_at;

/// Finds the figures of each document, in reading order.
///
/// ```
/// use cuttings_insight::{Document, Passage, Role, figures};
///
/// let text = "Up to 8,000 North Korean troops arrived, and Sweden gave $2.2 billion.";
/// let passages = vec![Passage::new(Role::Paragraph, text)];
/// let document = Document { passages, ..Document::default() };
/// let figures = &figures(std::slice::from_ref(&document))[0];
/// let found: Vec<(&str, f64, &str)> = figures
///     .iter()
///     .map(|figure| (document.text(&figure.span), figure.value, figure.unit.as_str()))
///     .collect();
/// assert_eq!(
///     found,
///     [("Up to 8,000 North Korean troops", 8e3, "troops"), ("$2.2 billion", 2.2e9, "$")]
/// );
/// ```
pub fn figures(documents: &[Document<'_>]) -> Vec<Vec<Figure>> {
    LazyDocuments::new(&documents).each(|_, document| document_figures(&document.open()))
}

/// Finds the figures in one document.
pub(crate) fn document_figures(document: &TokenizedDocument<'_>) -> Vec<Figure> {
    let passages = document.passages.iter().enumerate().filter(|(_, passage)| !passage.is_roster);
    passages.flat_map(|(index, passage)| passage_figures(index, passage)).collect()
}

fn passage_figures(passage_index: usize, passage: &TokenizedPassage<'_>) -> Vec<Figure> {
    let mut figures = Vec::new();
    for range in &passage.sentences {
        let Some(sentence) = passage.tokens.get(range.clone()) else { continue };
        let mut at = 0;
        while at < sentence.len() {
            let Some(figure) = figure_at(sentence, at) else {
                at += 1;
                continue;
            };
            at = figure.tokens.end.max(at + 1);
            let tokens = range.start + figure.tokens.start..range.start + figure.tokens.end;
            figures.push(Figure {
                span: Span { passage: passage_index, range: passage.byte_range(&tokens) },
                value: figure.value,
                upper: figure.upper,
                qualifier: figure.qualifier,
                unit: figure.unit,
            });
        }
    }
    figures
}
