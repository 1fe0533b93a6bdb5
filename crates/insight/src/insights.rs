//! All analyses of a collection at once, so that its texts are tokenized once.

use crate::document::{Document, Span};
use crate::figures::{Figure, document_figures};
use crate::names::{Names, Settings, names_of, remembered_names_of};
use crate::packed::{open_each, tokenize_all};
use crate::quotes::{Quote, document_quotes};
use crate::related::{Related, TermVectors};
use crate::summary::summary;
use crate::terms::Terms;
use cuttings_memory::Memory;

/// Everything that this crate finds in documents. Each outer vector has an element for each
/// document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insights {
    /// The entities, and their mentions.
    pub names: Names,
    /// The quotes in reading order.
    pub quotes: Vec<Vec<Quote>>,
    /// The figures in reading order.
    pub figures: Vec<Vec<Figure>>,
    /// The sentences of the summary in reading order.
    pub summaries: Vec<Vec<Span>>,
    /// The most similar documents.
    pub related: Vec<Vec<Related>>,
}

/// Runs all analyses. The results are those of the functions for each of them.
pub fn insights(documents: &[Document<'_>], settings: &Settings) -> Insights {
    insights_with(documents, settings, None)
}

/// Does the same with what earlier builds have found in the same documents.
pub fn insights_with(
    sources: &[Document<'_>],
    settings: &Settings,
    memory: Option<&dyn Memory>,
) -> Insights {
    let documents = tokenize_all(sources);
    let names = match memory {
        Some(memory) => remembered_names_of(sources, memory, &documents, settings),
        None => names_of(&documents, settings),
    };
    let terms = Terms::new(&documents, &names);
    let vectors = TermVectors::new(&documents, &terms);
    // Each document is opened once for the rest.
    let found = open_each(&documents, |index, document| {
        (
            document_quotes(index, document, &names),
            document_figures(document),
            summary(index, document, &terms, &names),
            vectors.related(index, document),
        )
    });
    let mut insights = Insights::default();
    for (quotes, figures, summary, related) in found {
        insights.quotes.push(quotes);
        insights.figures.push(figures);
        insights.summaries.push(summary);
        insights.related.push(related);
    }
    Insights { names, ..insights }
}
