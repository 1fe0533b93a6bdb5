//! Reports what `crates/insight` extracts from each item: entities with their evidence, quotes with
//! their speakers, figures, the summary, and related articles. `cuttings inspect` prints it.

use cuttings_corpus::{Corpus, Site};
use cuttings_edition_builder::{documents, settings};
use cuttings_insight::{
    Document, EntityId, Figure, Mention, Names, Quote, Related, Speaker, figures, names, quotes,
    related, summaries,
};
use std::fmt::Write as _;

/// Returns the report on all items, in the order of the corpus.
pub(crate) fn report(corpus: &Corpus, site: &Site) -> String {
    let documents = documents(corpus, site);
    let names = names(&documents, &settings(site));
    let context = Context { documents: &documents, names: &names };
    let (quotes, figures) = (quotes(&documents, &names), figures(&documents));
    let (summaries, related) = (summaries(&documents, &names), related(&documents, &names));
    let mut out = String::new();
    for (number, document) in documents.iter().enumerate() {
        let _ = writeln!(out, "found in “{}”", title(document));
        let mut lines = Vec::new();
        lines.extend(
            context.mentions(document, names.mentions.get(number).map_or(&[], Vec::as_slice)),
        );
        lines.extend(
            quotes.get(number).into_iter().flatten().map(|quote| context.quote(document, quote)),
        );
        lines
            .extend(figures.get(number).into_iter().flatten().map(|value| figure(document, value)));
        for span in summaries.get(number).into_iter().flatten() {
            lines.push(line("summary", document.text(span), ""));
        }
        lines.extend(
            related.get(number).into_iter().flatten().map(|link| context.related(document, link)),
        );
        lines.iter().for_each(|line| out.push_str(line));
        out.push('\n');
    }
    out
}

/// The documents and entities that the lines refer to.
struct Context<'c> {
    documents: &'c [Document<'c>],
    names: &'c Names,
}

impl Context<'_> {
    fn name(&self, entity: EntityId) -> &str {
        self.names.entities.get(entity.0 as usize).map_or("", |entity| &entity.name)
    }

    /// Returns a line for each kind, spelling and evidence, with the number of such mentions.
    fn mentions(&self, document: &Document<'_>, mentions: &[Mention]) -> Vec<String> {
        let mut lines: Vec<(String, String, String, usize)> = Vec::new();
        for mention in mentions {
            let Some(entity) = self.names.entities.get(mention.entity.0 as usize) else { continue };
            let spelling = document.text(&mention.span);
            let spelled = if spelling == entity.name {
                String::new()
            } else {
                format!(", here “{spelling}”")
            };
            let evidence: Vec<String> = mention.evidence.iter().map(ToString::to_string).collect();
            let (kind, name, evidence) =
                (entity.kind.to_string(), format!("{}{spelled}", entity.name), evidence.join("; "));
            let same = lines.iter_mut().find(|(other_kind, other_name, other_evidence, _)| {
                (other_kind, other_name, other_evidence) == (&kind, &name, &evidence)
            });
            match same {
                Some((.., count)) => *count += 1,
                None => lines.push((kind, name, evidence, 1)),
            }
        }
        lines.sort();
        let times = |count| if count == 1 { String::new() } else { format!(", {count} times") };
        lines
            .iter()
            .map(|(kind, name, evidence, count)| {
                line(kind, &format!("{name}{}", times(*count)), evidence)
            })
            .collect()
    }

    fn quote(&self, document: &Document<'_>, quote: &Quote) -> String {
        let words: Vec<&str> = quote.pieces.iter().map(|span| document.text(span)).collect();
        let speaker = match &quote.speaker {
            Speaker::Named(entity, _) => self.name(*entity),
            Speaker::Described(span) => document.text(span),
            Speaker::Unknown => "nobody",
        };
        let kind = if quote.is_scare_quote { "set apart" } else { "quote" };
        line(kind, &format!("{speaker}: “{}”", words.join(" … ")), &quote.attribution.to_string())
    }

    fn related(&self, document: &Document<'_>, related: &Related) -> String {
        let named = related.entities.iter().map(|entity| self.name(*entity));
        let words = related.words.iter().map(|span| document.text(span));
        let reasons: Vec<&str> = named.chain(words).collect();
        line("related", self.documents.get(related.document).map_or("", title), &reasons.join(", "))
    }
}

fn figure(document: &Document<'_>, figure: &Figure) -> String {
    let end = figure.upper.map_or(String::new(), |upper| format!(" to {upper}"));
    line("figure", document.text(&figure.span), &format!("{}{end} {}", figure.value, figure.unit))
}

fn title<'t>(document: &Document<'t>) -> &'t str {
    document.passages.first().map_or("", |passage| passage.text)
}

fn line(kind: &str, text: &str, reason: &str) -> String {
    if reason.is_empty() {
        format!("        {kind:<13} {text}\n")
    } else {
        format!("        {kind:<13} {text}  ({reason})\n")
    }
}
