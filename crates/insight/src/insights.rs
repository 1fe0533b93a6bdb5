//! All analyses of a collection at once, so that its texts are tokenized once.

use crate::digest::digests;
use crate::document::{Document, Documents, Span};
use crate::figures::Figure;
use crate::names::{Names, Settings, names_of};
use crate::packed::LazyDocuments;
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
    insights_of(&documents, settings, None, true)
}

/// Does the same with what earlier builds have found in the same documents, but keeps no evidence
/// for names, which takes more memory than the names.
pub fn insights_with(
    documents: &dyn Documents,
    settings: &Settings,
    memory: Option<&dyn Memory>,
) -> Insights {
    insights_of(documents, settings, memory, false)
}

fn insights_of(
    documents: &dyn Documents,
    settings: &Settings,
    memory: Option<&dyn Memory>,
    keeps_evidence: bool,
) -> Insights {
    let documents = LazyDocuments::new(documents);
    let names = names_of(&documents, settings, memory, keeps_evidence);
    let digests = digests(&documents, memory);
    let quotes = documents.each(|index, document| document_quotes(index, document, &names, memory));
    let terms = Terms::new(&digests, &names);
    let vectors = TermVectors::new(&documents, &terms);
    drop(documents);
    let rest = digests.into_each(|index, digest| {
        let summary = summary(index, &digest, &terms, &names);
        let related = vectors.related(index, &digest);
        (summary, related, digest.figures)
    });
    drop(vectors);
    let mut insights = Insights { names, quotes, ..Insights::default() };
    for (summary, related, figures) in rest {
        insights.summaries.push(summary);
        insights.related.push(related);
        insights.figures.push(figures);
    }
    insights
}
