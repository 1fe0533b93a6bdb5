//! What is read out of each item, for a person: every name with the reasons for it, quotes and
//! their speakers, figures, the summary, related articles.

use cuttings_corpus::{Corpus, Site};
use cuttings_edition_builder::{documents, settings};
use cuttings_insight::{
    Document, EntityId, Figure, Mention, Names, Quote, Related, Speaker, figures, names, quotes,
    related, summaries,
};
use std::fmt::Write as _;

/// All of it, item by item.
pub(crate) fn of(corpus: &Corpus, site: &Site) -> String {
    let documents = documents(corpus);
    let names = names(&documents, &settings(site));
    let report = Report { documents: &documents, names: &names };
    let (quotes, figures) = (quotes(&documents, &names), figures(&documents));
    let (summaries, related) = (summaries(&documents, &names), related(&documents, &names));
    let mut out = String::new();
    for (number, document) in documents.iter().enumerate() {
        let _ = writeln!(out, "found in “{}”", title(document));
        let mut lines = Vec::new();
        lines.extend(
            report.mentions(document, names.mentions.get(number).map_or(&[], Vec::as_slice)),
        );
        lines.extend(
            quotes.get(number).into_iter().flatten().map(|quote| report.quote(document, quote)),
        );
        lines
            .extend(figures.get(number).into_iter().flatten().map(|found| figure(document, found)));
        for span in summaries.get(number).into_iter().flatten() {
            lines.push(line("summary", document.text(span), ""));
        }
        lines.extend(
            related.get(number).into_iter().flatten().map(|found| report.related(document, found)),
        );
        lines.iter().for_each(|line| out.push_str(line));
        out.push('\n');
    }
    out
}

struct Report<'r> {
    documents: &'r [Document<'r>],
    names: &'r Names,
}

impl Report<'_> {
    fn name(&self, entity: EntityId) -> &str {
        self.names.entities.get(entity.0 as usize).map_or("", |entity| &entity.name)
    }

    /// One line for all mentions that are alike, with how many they are.
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
            match lines.iter_mut().find(|(a, b, c, _)| (a, b, c) == (&kind, &name, &evidence)) {
                Some((.., count)) => *count += 1,
                None => lines.push((kind, name, evidence, 1)),
            }
        }
        lines.sort();
        let times = |count| if count == 1 { String::new() } else { format!(", {count} times") };
        lines
            .iter()
            .map(|(kind, name, why, count)| line(kind, &format!("{name}{}", times(*count)), why))
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
    let to = figure.upper.map_or(String::new(), |to| format!(" to {to}"));
    line("figure", document.text(&figure.span), &format!("{}{to} {}", figure.value, figure.unit))
}

fn title<'t>(document: &Document<'t>) -> &'t str {
    document.passages.first().map_or("", |passage| passage.text)
}

fn line(kind: &str, what: &str, why: &str) -> String {
    if why.is_empty() {
        format!("        {kind:<13} {what}\n")
    } else {
        format!("        {kind:<13} {what}  ({why})\n")
    }
}
