//! All analyses of a collection at once, so that its texts are tokenized once.

use crate::digest::digests;
use crate::document::{Document, Span};
use crate::figures::Figure;
use crate::names::{Names, Settings, names_of};
use crate::packed::{each, lazy};
use crate::quotes::{Quote, document_quotes};
use crate::related::{Related, TermVectors};
use crate::summary::summary;
use crate::terms::Terms;
use cuttings_memory::Memory;
use rayon::prelude::*;

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
    documents: &[Document<'_>],
    settings: &Settings,
    memory: Option<&dyn Memory>,
) -> Insights {
    let documents = lazy(documents);
    let names = names_of(&documents, settings, memory);
    let digests = digests(&documents, memory);
    let quotes =
        each(&documents, |index, document| document_quotes(index, document, &names, memory));
    let terms = Terms::new(&digests, &names);
    let vectors = TermVectors::new(&documents, &terms);
    drop(documents);
    let (summaries, related) = digests
        .par_iter()
        .enumerate()
        .map(|(index, digest)| {
            (summary(index, digest, &terms, &names), vectors.related(index, digest))
        })
        .unzip();
    drop(vectors);
    let figures = digests.into_iter().map(|digest| digest.figures).collect();
    Insights { names, quotes, figures, summaries, related }
}
